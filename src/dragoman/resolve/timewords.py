"""The forms of time words: one pattern, and for each of its named groups what the words mean.

A reader takes the match, the day that relative words count from, and whether the clause tells what is to
come (None: cannot be told). It gives an interval, a number of days (a length not yet placed), or None for
words that name no day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.calendar import Interval

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TH: Final = r"(?:st|nd|rd|th)?"
_PART: Final = r"(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime)"
_NUMBERS: Final = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {
    "a": 1,
    "an": 1,
    "twenty": 20,
    "thirty": 30,
    "couple of": 2,
    "a couple of": 2,
    "sixteen": 16,
    "eighteen": 18,
    "sixty": 60,
}
_NUM: Final = r"(?:\d{1,3}|an?\scouple\sof|couple\sof|" + "|".join(w for w in _NUMBERS if " " not in w) + ")"
_UNIT: Final = r"(?:day|week|month|year|hour|decade)"
_DASH: Final = r"\s*(?:-|–|—|\bto\b|\band\b|\bor\b|\bthrough\b|\buntil\b)\s*"
# what every form holds; looking for these first and reading only around them is several times faster
CORES: Final = re.compile(
    r"\d|days?\b|weeks?|month|year|hour|decade|tonight|overnight|night|morrow|recent|previous|formerly|\bpast\b"
    r"|historic|traditional|this\s(?:morning|afternoon|evening)|(?:that|last)\sevening|that\smorning|nineties|eighties"
    r"|seventies|sixties|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
FORMS: Final = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<dmy>(?:{_DAY},?\s)?(?:the\s)?(?P<d1>\d{{1,2}}){_TH}(?:{_DASH}(?:the\s)?(?P<d2>\d{{1,2}}){_TH})?\s(?:of\s)?
        (?P<dm>{_MONTH})(?:(?:\s?,?\s|\sof\s)(?P<dy>\d{{4}})\b|\s(?P<drel>(?:of\s)?(?:this|last|next)\syear))?)
    | (?P<mdy>(?:{_DAY},?\s\(?)?(?:(?P<mlast>last|this\spast)\s)?(?P<mm>{_MONTH})\s(?:the\s)?(?P<m1>\d{{1,2}}){_TH}(?![\d:]|[.,]\d|-\w*[a-z])
        (?:{_DASH}(?:(?P<mm2>{_MONTH})\s)?(?P<m2>\d{{1,2}}){_TH}(?![\d:]|[.,]\d|\s(?:percent|people|million)))?
        (?:\s?,?\s(?P<my>\d{{4}})\b|,?\s(?P<mrel>(?:of\s)?(?:this|last|next)\syear))?)
    | (?P<moy>(?:(?:the\s)?(?:early|late|mid|middle\sof|end\sof|start\sof|beginning\sof)[-\s])?
        (?P<ym>{_MONTH})(?:,?\s|\sof\s)(?:(?P<yy>(?:19|20)\d{{2}})\b|(?P<yrel>(?:this|last|next)\syear)))
    | (?P<slash>\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d{{2}})\b
    | (?P<rday>(?P<rd>last|next|this\scoming|this\spast|this|the\sfollowing|the\sprevious|the\snext)\s(?P<rdn>{_DAY})(?:\s{_PART})?)
    | (?P<wday>(?:(?:early|late|earlier|later)\s(?:on\s)?)?(?P<wd>{_DAY})(?:\s{_PART})?(?!s|’s\s(?:paper|edition)))
    | (?P<today>today|tonight|this\s(?:morning|afternoon|evening)|earlier\s(?:to)?day|later\s(?:to)?day|overnight)
    | (?P<yesterday>(?:(?:early|late|earlier)\s)?(?:the\sday\sbefore\syesterday|yesterday|last\s(?:night|evening)))
    | (?P<tomorrow>the\sday\safter\stomorrow|tomorrow)
    | (?P<weekend>(?P<we>over\sthe|at\sthe|during\sthe|last|next|this\spast|this\scoming|this|the\spast)\sweekend)
    | (?P<ago>(?:(?:about|nearly|almost|some|around|just|over|only|more\sthan|less\sthan|at\sleast)\s)?
        (?P<an>{_NUM})\s(?P<au>{_UNIT})s?\s(?P<aw>ago|earlier|later|before(?!hand)|from\snow|previously))
    | (?P<anaphor>(?:on\s)?(?:the\s)?(?P<ana>same|next|following|previous|preceding)\sday|that\s(?P<anb>day|night|evening|morning)
        |(?:the|a)\sday\s(?P<anc>before|after|earlier|later))
    | (?P<past>(?:(?:in\s)?(?:the|these)|in)\s(?P<pw>past|last|next|coming|previous|recent|following)\s(?:(?P<pn>{_NUM}|few|several)\s)?
        (?P<pu>{_UNIT})s)
    | (?P<rel>(?:(?P<rq>early|late|earlier|later|mid)[-\s])?(?:in\s)?(?:the\s)?
        (?P<rw>last|this|next|current|coming|previous|following|past|same)\s(?P<ru>week|month|year))
    | (?P<endof>(?:the\s)?(?:end|beginning|start|middle)\sof\s(?P<ew>the|this|next|last)\s(?P<eu>week|month|year))
    | (?P<within>within\s(?:the\snext\s)?(?P<wn>{_NUM})\s(?P<wu>{_UNIT})s?|in\s(?P<in>{_NUM})\s(?P<iu>{_UNIT})s?['’]?\stime)
    | (?P<rmonth>(?:(?P<rmq>last|next|this|early|late|mid|earlier\sin|later\sin|end\sof|the\send\sof)[-\s]){{1,2}}(?P<rm>{_MONTH})(?!\s\d))
    | (?P<month>(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\bof\s)|(?<=\bduring\s))
        (?P<mo>{_MONTH})(?!\s\d)|(?P<mo2>January|February|April|June|July|September|October|November|December)(?!\s\d))
    | (?P<century>the\s(?:early\s|late\s|mid-)?(?:(?:19|20)\d0s|nineties|eighties|seventies|sixties))
    | (?P<year>(?:(?:early|late|mid|(?:the\s)?(?:end|beginning|start)\sof)[-\s])?(?P<yn>(?:19|20)\d{{2}})
        (?:{_DASH}(?P<yn2>(?:19|20)\d{{2}}))?\b(?![-/:%]\d|[.,]\d|\s(?:people|troops|percent|soldiers|km|kilomet|miles|local|gmt)))
    | (?P<ordinal>(?<=\bon\s)the\s(?P<on>\d{{1,2}})(?:st|nd|rd|th)(?=[.,;:)]|\s(?:and|at|in|with|to|for|of\sthis|when|but|after)\b|$))
    | (?P<dur>(?P<un>{_NUM})(?:[-\s]|\s-\s)(?P<uu>{_UNIT})s?)
    | (?P<vague>recently|previously|formerly|in\s(?:the\s)?past\b|in\srecent\s\w+|historically|traditionally
        |(?:years|months|weeks|days|decades)\sago|for\s(?:years|months|decades|weeks))
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _number(words: str | None) -> int:
    words = " ".join((words or "").lower().split())
    return int(words) if words.isdigit() else _NUMBERS.get(words, 0)


def _month_number(words: str) -> int:
    return calendar.MONTHS.index(words[:3].lower()) + 1


def _weekday_number(words: str) -> int:
    return calendar.WEEKDAYS.index(words[:3].lower())


def _year_meant(explicit: str | None, relative: str | None, published: date | None) -> int | None:
    if explicit:
        return int(explicit)
    if relative and published:
        word = relative.split()[-2].lower()
        return published.year + {"last": -1, "this": 0, "next": 1}[word]
    return None


Result = Interval | int | None  # an int is a duration in days


def _span_of_days(
    first: tuple[int, int], last: tuple[int, int] | None, year: int | None, published: date | None, future: bool | None
) -> Interval | None:
    """Days given as (month, day), with a year or without one."""

    def one(month: int, number: int) -> date | None:
        if year is not None:
            return calendar.real_date(year, month, number)
        return calendar.nearest_day(published, month, number, future) if published else None

    start = one(*first)
    if start is None:
        return None
    end = one(*last) if last else start
    if end is None or not 0 <= (end - start).days <= 120:
        end = start
    return calendar.days(start, end)


def _read_iso(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    found = calendar.real_date(*(int(x) for x in m["iso"].split("-")))
    return calendar.day(found) if found else None


def _read_dmy(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    month = _month_number(m["dm"])
    last = (month, int(m["d2"])) if m["d2"] else None
    return _span_of_days((month, int(m["d1"])), last, _year_meant(m["dy"], m["drel"], published), published, future)


def _read_mdy(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    month = _month_number(m["mm"])
    future = False if m["mlast"] else future
    last = (_month_number(m["mm2"] or m["mm"]), int(m["m2"])) if m["m2"] else None
    return _span_of_days((month, int(m["m1"])), last, _year_meant(m["my"], m["mrel"], published), published, future)


def _read_month_year(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    year = _year_meant(m["yy"], m["yrel"], published)
    return calendar.month(year, _month_number(m["ym"])) if year else None


def _read_slash(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    """Day and month by which of them exceeds 12; ambiguous ones mean nothing."""
    a, b, year = (int(x) for x in re.split(r"[/.]", m["slash"]))
    if a > 12 >= b or "." in m["slash"]:
        found = calendar.real_date(year, b, a)
    elif b > 12 >= a or a == b:
        found = calendar.real_date(year, a, b)
    else:
        return None
    return calendar.day(found) if found else None


def _read_relative_weekday(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    number, word = _weekday_number(m["rdn"]), m["rd"].lower()
    if word in ("last", "this past", "the previous"):
        return calendar.day(calendar.weekday(calendar.shift(published, -1), number, False))
    if word in ("next", "this coming", "the following", "the next"):
        return calendar.day(calendar.weekday(calendar.shift(published, 1), number, True))
    return calendar.day(calendar.shift(calendar.week(published).start, number))


def _read_weekday(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    """A day of the week; what would lie six days back is tomorrow by the clock of where it happened, unless it is
    said to be last week's: news gives no older day by its bare name."""
    if not published:
        return None
    number = _weekday_number(m["wd"])
    if future is False and number == (published.weekday() + 1) % 7:
        return calendar.day(calendar.shift(published, 1))
    return calendar.day(calendar.weekday(published, number, future))


def _read_today(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    if m["today"].lower() == "overnight":
        return calendar.days(calendar.shift(published, -1), published)
    return calendar.day(published)


def _read_yesterday(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    return calendar.day(calendar.shift(published, -2 if "before" in m["yesterday"] else -1)) if published else None


def _read_tomorrow(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    return calendar.day(calendar.shift(published, 2 if "after" in m["tomorrow"] else 1)) if published else None


def _read_weekend(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    word = m["we"].lower()
    saturday = calendar.shift(calendar.week(published).start, 5)
    told_past = word in ("last", "this past", "the past")
    if not told_past and (future or word in ("next", "this coming") or (word == "this" and future is None)):
        return calendar.days(saturday, calendar.shift(saturday, 1))
    if published.weekday() < 5 or told_past:
        saturday = calendar.shift(saturday, -7)
    return calendar.days(saturday, calendar.shift(saturday, 1))


def _read_ago(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    number, unit, word = _number(m["an"]), m["au"].lower(), m["aw"].lower()
    if unit == "hour":
        return calendar.day(published) if number <= 6 else None
    return _move(published, unit, number if word in ("later", "from now") else -number)


def _move(anchor: date, unit: str, by: int) -> Interval:
    """`anchor` moved by days to a day, by weeks to a week, by months to a month, by years to a year."""
    if unit == "day":
        return calendar.day(calendar.shift(anchor, by))
    if unit == "week":
        return calendar.week(anchor, by)
    if unit == "month":
        return calendar.month(anchor.year, anchor.month + by)
    return calendar.year(anchor.year + by * (10 if unit == "decade" else 1))


def _read_anaphor(m: re.Match[str], anchor: date | None, future: bool | None) -> Result:
    if not anchor:
        return None
    word = (m["ana"] or m["anc"] or "same").lower()
    step = {
        "next": 1,
        "following": 1,
        "after": 1,
        "later": 1,
        "previous": -1,
        "preceding": -1,
        "before": -1,
        "earlier": -1,
    }
    return calendar.day(calendar.shift(anchor, step.get(word, 0)))


def _read_past(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    """ "the past four days": up to publication; "the next two weeks": from it on."""
    number, unit = _number(m["pn"]), m["pu"].lower()
    if not published or not number or unit == "hour":
        return (
            calendar.days(calendar.shift(published, -1), published)
            if published and unit == "hour" and number > 6
            else None
        )
    per = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}[unit]
    if per > 7:
        return None  # too long to date an act
    ahead = m["pw"].lower() in ("next", "coming", "following")
    return calendar.days(published, calendar.shift(published, number * per * (1 if ahead else -1)))


def _read_relative(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    by = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}.get(m["rw"].lower(), 0)
    if m["rw"].lower() == "past" and m["ru"].lower() != "week":
        return None  # "over the past year" dates no act
    meant = _move(published, m["ru"].lower(), by)
    if m["ru"].lower() == "week" and by == 0 and (m["rq"] or "").lower() == "earlier":
        return calendar.days(meant.start, published)
    return meant


def _read_end_of(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    by = {"last": -1, "next": 1}.get(m["ew"].lower(), 0)
    return _move(published, m["eu"].lower(), by)


def _read_within(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    number, unit = _number(m["wn"] or m["in"]), (m["wu"] or m["iu"]).lower()
    if m["in"]:
        return _move(published, unit, number) if unit != "hour" else calendar.day(published)
    per = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30}.get(unit, 0)
    return calendar.days(published, calendar.shift(published, round(number * per))) if per else None


def _read_relative_month(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    number, word = _month_number(m["rm"]), m["rmonth"].lower().split()[0]
    if word == "last":
        return calendar.last_month_named(published, number)
    if word == "next":
        return calendar.month(published.year + (number <= published.month), number)
    return (
        calendar.month(published.year, number) if word == "this" else calendar.nearest_month(published, number, future)
    )


def _read_month(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    return calendar.nearest_month(published, _month_number(m["mo"] or m["mo2"]), future) if published else None


def _read_year(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    first = calendar.year(int(m["yn"]))
    return first.join(calendar.year(int(m["yn2"]))) if m["yn2"] and int(m["yn2"]) > int(m["yn"]) else first


def _read_ordinal(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    if not published:
        return None
    number = int(m["on"])
    here = [calendar.month(published.year, published.month + by).start for by in (-1, 0, 1)]
    dates = [d for h in here if (d := calendar.real_date(h.year, h.month, number))]
    side = [d for d in dates if future is None or (d >= published if future else d <= published)]
    return calendar.day(min(side or dates, key=lambda d: abs((d - published).days))) if dates else None


def _read_duration(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    unit, number = m["uu"].lower(), _number(m["un"])
    per = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}[unit]
    return number * per


def _read_nothing(m: re.Match[str], published: date | None, future: bool | None) -> Result:
    return None


READERS: Final[dict[str, Callable[[re.Match[str], date | None, bool | None], Result]]] = {
    "iso": _read_iso,
    "dmy": _read_dmy,
    "mdy": _read_mdy,
    "moy": _read_month_year,
    "slash": _read_slash,
    "rday": _read_relative_weekday,
    "wday": _read_weekday,
    "today": _read_today,
    "yesterday": _read_yesterday,
    "tomorrow": _read_tomorrow,
    "weekend": _read_weekend,
    "ago": _read_ago,
    "anaphor": _read_anaphor,
    "past": _read_past,
    "rel": _read_relative,
    "endof": _read_end_of,
    "within": _read_within,
    "rmonth": _read_relative_month,
    "month": _read_month,
    "century": _read_nothing,
    "year": _read_year,
    "ordinal": _read_ordinal,
    "dur": _read_duration,
    "vague": _read_nothing,
}
# forms whose meaning turns on the tense of their clause
TENSED: Final = frozenset(("dmy", "mdy", "wday", "weekend", "rmonth", "month", "ordinal"))
