"""Time expressions of a report and the intervals that they mean, seen from its publication date.

Own rules, since no library gives intervals or reads a weekday as news means it: a bare weekday is the day
of publication or the last one before it, unless its clause tells what is to come; "May 3" is the nearest;
"in late September" is the month; "the next day" counts from the day named just before. Words that name
no day ("recently", "in the past") are found too, and mean None: they say that a day is not to be supplied.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dragoman.codebook.datelines import read_dateline
from dragoman.resolve import calendar
from dragoman.resolve.calendar import Interval
from dragoman.resolve.timex import find_timex
from dragoman.resolve.timex.forms import Timex

Tense = Callable[[int, int], "bool | None"]
Kind = Literal["point", "duration", "since", "until", "vague", "dateline"]
_KNOWN_YEARS: Final = re.compile(r"(?:18|19|20|21)\d\d")  # as far as the calendar of this package goes
_DAY_VALUE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK_VALUE: Final = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH_VALUE: Final = re.compile(r"(\d{4})-(\d\d)")
_PART_VALUE: Final = re.compile(r"(\d{4})-([QH])(\d)")
_LENGTH_VALUE: Final = re.compile(r"P(\d+)([DWMQY])")
_AMBIGUOUS: Final = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_SIDE: Final = re.compile(r"\b(?:past|last|next|coming|previous|recent|following)\b")
_DAY_WORDS: Final = re.compile(
    r"day|night|morning|evening|afternoon|morrow|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"\bwithin\s(?:the\s(?:next\s)?)?$", re.IGNORECASE)
_LONG: Final = re.compile(r"\bfor\s$", re.IGNORECASE)
# words that say that there is no day to supply
_VAGUE: Final = re.compile(
    r"\b(?:previously|formerly|historically|traditionally|in\s(?:the\s)?past|in\srecent\s\w+)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Characters `start:end` and the interval they mean, None where they name no day.

    kind: "point" a day or longer that something happened in; "duration" a length (`length` days) not yet
    placed; "since" and "until" one end of a stretch; "vague" no day ("recently"); "dateline" the report's own.
    """

    start: int
    end: int
    interval: Interval | None
    kind: Kind = "point"
    length: int = 0


_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|from|of|during|by|until|between|to|before|after|through|and|the|a|late|early|mid|around|for|back in|his|its|"
    r"their)\s|[(,-]\s?|^)$",
    re.IGNORECASE,
)
_YEAR_OF_NAME: Final = re.compile(r"\s[A-Z]")
_ARTICLE: Final = re.compile(r"\b(?:the|a|its|their|his|her)\s$", re.IGNORECASE)
_LINE: Final = 160  # characters that a dateline ends in
_SINCE: Final = re.compile(r"\b(since|from|starting|beginning)\s(?:on\s)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(until|till|by|before|no later than|through)\s(?:the\s)?$", re.IGNORECASE)


def find_times(text: str, published: date | None, tense: Tense | None = None) -> list[TimeExpression]:
    """The time expressions of `text`, in order, without overlap.

    Args:
        text: the report's text.
        published: what relative words count from; without it only full dates mean anything.
        tense: for the characters of an expression, whether its clause tells what is to come (True), what
            was (False), or cannot be told (None). None: nothing can be told.
    """
    found = [e for t in find_timex(text, published, tense) if (e := _read(text, t, published))]
    for m in _VAGUE.finditer(text):
        if not overlapping(found, *m.span()):
            insort(found, TimeExpression(*m.span(), None, "vague"), key=lambda e: e.start)
    return _join_ranges(text, _mark_dateline(text, found), published)


# ---------------------------------------------------------------- one expression


def _read(text: str, timex: Timex, published: date | None) -> TimeExpression | None:
    """What a TIMEX3 expression says of when something was; None if nothing ("now", "every week")."""
    start, end, words = timex.start, timex.end, text[timex.start : timex.end].lower()
    if timex.type == "SET" or timex.value in ("PRESENT_REF", "FUTURE_REF"):
        return None
    if timex.type == "TIME" and not _DAY_WORDS.search(words):
        return None  # "at 3 p.m." is on the day that others name
    if timex.type == "DURATION":
        return _read_length(text, timex, words, published)
    interval = None if _AMBIGUOUS.fullmatch(words) and not _one_reading(words) else interval_of(timex.value)
    if words.startswith("earlier this") and interval and published and interval.start <= published < interval.end:
        interval = replace(interval, end=published) if interval.precision == "day" else interval
    if words == "overnight" and interval:
        interval = calendar.days(calendar.shift(interval.start, -1), interval.end)
    if interval is None:
        return TimeExpression(start, end, None, "vague")
    if len(timex.value) == 4 and timex.value.isdigit() and words[:4] == timex.value:
        if not _YEAR_BEFORE.search(text, max(0, start - 12), start):
            return None
        if _YEAR_OF_NAME.match(text, end) and _ARTICLE.search(text, max(0, start - 6), start):
            return None  # "the 2022 Summit" is a name
    if _UNTIL.search(text, max(0, start - 20), start):
        return TimeExpression(start, end, interval, "until")
    if _SINCE.search(text, max(0, start - 20), start):
        return TimeExpression(start, end, interval, "since")
    return TimeExpression(start, end, interval)


def _read_length(text: str, timex: Timex, words: str, published: date | None) -> TimeExpression | None:
    """ "the past four days", "within two weeks": days about publication; "four days": a length; "for years": no day."""
    start, end = timex.start, timex.end
    days = length_of(timex.value)
    side = _SIDE.search(words)
    within = _WITHIN.search(text, max(0, start - 20), start)
    if days is None:
        return (
            TimeExpression(start, end, None, "vague") if side or _LONG.search(text, max(0, start - 6), start) else None
        )
    if side or within:
        if not published or not 1 <= days <= (60 if within else 120) or (not within and timex.value[-1] in "MY"):
            return TimeExpression(start, end, None, "vague")
        ahead = within or (side and side[0] in ("next", "coming", "following"))
        return TimeExpression(start, end, calendar.days(published, calendar.shift(published, days if ahead else -days)))
    return TimeExpression(start, end, None, "duration", days)


def interval_of(value: str) -> Interval | None:
    """The days, months or years that a TIMEX3 value names; None for those that name none.

    >>> interval_of("1998-Q2")
    Interval(start=datetime.date(1998, 4, 1), end=datetime.date(1998, 6, 30), precision='month')
    """
    if not _KNOWN_YEARS.match(value):
        return None
    if m := _DAY_VALUE.match(value):
        found = calendar.real_date(int(m[1]), int(m[2]), int(m[3]))
        return calendar.day(found) if found else None
    if m := _WEEK_VALUE.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), min(max(int(m[2]), 1), 52), 1)
        return calendar.days(calendar.shift(monday, 5 if m[3] else 0), calendar.shift(monday, 6))
    if m := _MONTH_VALUE.fullmatch(value):
        return calendar.month(int(m[1]), int(m[2]))
    if m := _PART_VALUE.fullmatch(value):
        per = 3 if m[2] == "Q" else 6
        first = per * (int(m[3]) - 1) + 1
        return calendar.month(int(m[1]), first).join(calendar.month(int(m[1]), first + per - 1))
    return calendar.year(int(value)) if len(value) == 4 and value.isdigit() else None


def length_of(value: str) -> int | None:
    """Days in a TIMEX3 duration; hours are 0 days."""
    m = _LENGTH_VALUE.match(value)
    return (
        round(int(m[1]) * {"D": 1, "W": 7, "M": 30, "Q": 91, "Y": 365}[m[2]])
        if m
        else 0
        if value.startswith("PT") and "X" not in value
        else None
    )


def _one_reading(words: str) -> bool:
    """Whether a date in figures can be read in one way only: a number over 12, two alike, or full stops."""
    a, b = (int(x) for x in re.split(r"[/.]", words)[:2])
    return a > 12 or b > 12 or a == b or "." in words


# ---------------------------------------------------------------- several together


def _mark_dateline(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """The date of a dateline ("ORVANA, May 3 (Agency) -- ...") or of a first line that is only a date."""
    if not found or found[0].start > 120 or found[0].interval is None:
        return found
    first = found[0]
    line_start = max(text.rfind(b, 0, first.start) for b in "\n\r") + 1
    before = text[line_start : first.start].strip(" ,(")
    rest = text[first.end : first.end + 80].lstrip(" )")
    alone = not before and (not rest or rest[0] in "\n\r")
    sent = read_dateline(text[line_start : line_start + _LINE])
    if alone or (sent is not None and first.end <= line_start + sent.end):
        return [replace(first, kind="dateline"), *found[1:]]
    return found


def _join_ranges(text: str, found: list[TimeExpression], published: date | None) -> list[TimeExpression]:
    """ "from Monday to Thursday", "Tuesday and Wednesday": two days as one stretch; "since Monday": up to now."""
    joined: list[TimeExpression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before and before.interval and expression.interval and _is_range(text, before, expression):
            stretch = before.interval.join(expression.interval)
            joined[-1] = TimeExpression(before.start, expression.end, stretch)
            continue
        joined.append(expression)
    return [_up_to_now(e, published) if e.kind == "since" else e for e in joined]


def _is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    a, b = first.interval, second.interval
    if not a or not b or a.precision != b.precision or second.start - first.end > 12:
        return False
    if first.kind not in ("point", "since") or second.kind not in ("point", "until"):
        return False
    gap = text[first.end : second.start]
    link = gap.strip(" ,").lower().removesuffix(" on").removesuffix(" the")
    if link not in ("-", "–", "—", "to", "until", "through", "and", "or"):
        return False
    apart = (b.start - a.end).days
    return 0 < apart <= (3 if link in ("and", "or") else 120)


def _up_to_now(expression: TimeExpression, published: date | None) -> TimeExpression:
    interval = expression.interval
    said = interval is not None and interval.precision == "day" and interval.start < interval.end
    if not interval or not published or said or interval.start > published:  # "from March 28 to 30" says its end
        return replace(expression, kind="point")
    end = {"day": published, "month": calendar.month(published.year, published.month).end}
    stretch = Interval(interval.start, end.get(interval.precision, date(published.year, 12, 31)), interval.precision)
    return replace(expression, interval=stretch)


def overlapping(found: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The expressions of `found` (in order) that share a character with `start:end`."""
    at = bisect_left([e.end for e in found], start + 1)
    taken = []
    while at < len(found) and found[at].start < end:
        taken.append(found[at])
        at += 1
    return taken
