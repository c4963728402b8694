"""Days told from publication or from the day named before, parts of days, the clock."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import MONTH, PART, PARTS, WEEKDAY, day_value, month_number, weekday_number

_ZONE: Final = r"(?:\s\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|EAT|IST|JST|AEST|local\stime|Greenwich\sMean\sTime|(?:Eastern|Pacific|Central)\s(?:Standard\s|Daylight\s)?Time)\b\)?)?"
_CLOCK: Final = (
    rf"(?:(?P<hh>[01]?\d|2[0-4])(?:[:.](?P<mi>[0-5]\d))?\s?(?P<ap>[ap]\.?\s?m\b\.?){_ZONE}"
    rf"|(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?:\s(?:hours|hrs))?{_ZONE}(?![\d%]|\s?(?:percent|million|billion|minutes|seconds))"
    rf"|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)\s(?:hours\s)?(?:GMT|UTC|local\stime)"
    rf"|(?<!high\s)(?P<hw>noon|midday|midnight)|(?P<h4>\d{{1,2}})\s(?:o['’]clock)(?:\sin\sthe\s(?P<p4>morning|afternoon|evening))?"
    rf"|(?P<h5>\d{{1,2}})\sin\sthe\s(?P<p5>morning|afternoon|evening))"
)
_DATE_WORDS: Final = rf"(?:{WEEKDAY},?\s)?{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}}\b)?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}(?:,?\s\d{{4}}\b)?"

_AFTER: Final = re.compile(r"\b(?:after|following)\s(?:[\w’'-]+\s){0,6}$", re.IGNORECASE)
_ASIDE: Final = re.compile(r",\s(?:which|who|whose)\s[^,.;]*$", re.IGNORECASE)
_REACH: Final = 60  # characters before a weekday in which "after" stands


def _weekday_date(m: re.Match[str], seen: Seen) -> date | None:
    if not seen.published:
        return None
    number_, how = weekday_number(m["w"]), (m.groupdict().get("rel") or "").lower().split()
    base = seen.published
    if how and how[-1] in ("last", "past", "previous"):
        anchor = seen.last_day(m.start()) or base if how[-1] == "previous" else base
        return calendar.weekday(calendar.shift(anchor, -1), number_, False)
    if how and how[-1] in ("next", "coming"):
        return calendar.weekday(calendar.shift(base, 1), number_, True)
    if how and how[-1] == "following":
        return calendar.weekday(calendar.shift(seen.last_day(m.start()) or base, 1), number_, True)
    if base.weekday() == number_:
        return base
    future = seen.future(m)
    if (
        future is False
        and number_ == (base.weekday() + 1) % 7
        and not (_is_behind_after(m, seen) or _is_aside(m, seen))
    ):
        return calendar.shift(base, 1)
    return calendar.weekday(base, number_, future)


def _is_behind_after(m: re.Match[str], seen: Seen) -> bool:
    """ "Left after talks on Wednesday", told on a Tuesday: what is over before what is told is no day to come."""
    start = m.start("x") if "x" in m.groupdict() else m.start()
    return _AFTER.search(seen.text, max(0, start - _REACH), start) is not None


def _is_aside(m: re.Match[str], seen: Seen) -> bool:
    """ "Orvana, which voted on Wednesday, has …": no clock runs ahead in what is told by the way."""
    aside = _ASIDE.search(seen.text, max(0, m.start() - _REACH), m.start())
    return aside is not None


def _with_part(found: date | None, m: re.Match[str], weekday: int | None = None) -> Read:
    part = (m.groupdict().get("part") or "").lower()
    value = day_value(found) if found else f"XXXX-WXX-{(weekday or 0) + 1}"
    if not part:
        return "DATE", value
    if part in ("noon", "midnight"):
        return "TIME", value + ("T12:00" if part == "noon" else "T24:00")
    return "TIME", f"{value}T{PARTS[part]}"


def _read_weekday(m: re.Match[str], seen: Seen) -> Read:
    if m["w"][0].islower() or (m["w"].isupper() and len(m["w"]) < 5):
        return None
    if m["w"] in ("Sun.", "Sat.", "Mon.", "Wed.", "Fri.") and not seen.text[m.end("x") :].lstrip()[:1].islower():
        return None
    if re.search(
        r"\b(?:Super|Black|Bloody|Holy|Ash|Easter|Palm|Cyber)\s$", seen.text[max(0, m.start("w") - 8) : m.start("w")]
    ):
        return None
    return _with_part(_weekday_date(m, seen), m, weekday_number(m["w"]))


def _read_near_day(m: re.Match[str], seen: Seen) -> Read:
    """today, tonight, yesterday morning, the day after tomorrow, overnight."""
    words = m["x"].lower()
    base = seen.sent()
    if base is None:
        return None if "today" not in words else ("DATE", "PRESENT_REF")
    by = 1 if "tomorrow" in words else -1 if "yesterday" in words or words.startswith("last") else 0
    by += 1 if "day after" in words else -1 if "day before" in words else 0
    value = day_value(calendar.shift(base, by))
    if words == "overnight":
        return "TIME", f"{value}TNI"
    if words.endswith("night"):
        return "TIME", f"{value}TNI"
    part = (m.groupdict().get("part") or "").lower()
    return ("TIME", f"{value}T{PARTS.get(part, 'NI')}") if part else ("DATE", value)


def _read_same_day(m: re.Match[str], seen: Seen) -> Read:
    """the next day, the previous night, that day: from the day named before."""
    anchor = seen.last_day(m.start())
    anchor = anchor or seen.published
    if anchor is None:
        return None
    word = (m["way"] or "same").lower()
    by = {
        "next": 1,
        "following": 1,
        "after": 1,
        "later": 1,
        "previous": -1,
        "preceding": -1,
        "before": -1,
        "earlier": -1,
    }
    found = calendar.shift(anchor, by.get(word, 0))
    part = (m.groupdict().get("part") or "").lower()
    return ("TIME", f"{day_value(found)}T{PARTS[part]}") if part in PARTS else ("DATE", day_value(found))


def _read_clock(m: re.Match[str], seen: Seen) -> Read:
    hour, minute = m["hh"] or m["h2"] or m["h3"] or m["h4"] or m["h5"], m["mi"] or m["m2"] or m["m3"] or "00"
    if m["hw"]:
        hour, minute = ("24" if m["hw"].lower() == "midnight" else "12"), "00"
        if (
            m["hw"].lower() == "midnight"
            and not (m["d1"] or m["d2"])
            and seen.text[m.end("x") :][:2] in (" e", " m", "’s")
        ):
            return None
    if hour is None:
        return None
    value = int(hour)
    half = (m["ap"] or "").lower()[:1] or {"m": "a", "a": "p", "e": "p"}.get(
        ((m["p4"] or m["p5"] or " ")[0]).lower(), ""
    )
    value = value % 12 + 12 if half == "p" else (0 if half == "a" and value == 12 else value)
    words = m["d1"] or m["d2"]
    base = _day_in(words, m, seen) if words else seen.last_day(m.start()) or seen.published
    if words is None and base and not seen.last_like(r"\d{4}-\d\d-\d\d", m.start(), 120):
        base = seen.published or base
    day = day_value(base) if base else "XXXX-XX-XX"
    return "TIME", f"{day}T{value:02d}:{minute}"


def _day_in(words: str, m: re.Match[str], seen: Seen) -> date | None:
    """The day that the words beside a clock time name."""
    low = words.lower()
    base = seen.published
    if base and (
        "today" in low or "tonight" in low or low.startswith("this ") or "yesterday" in low or "tomorrow" in low
    ):
        return calendar.shift(seen.sent() or base, ("tomorrow" in low and 1) or ("yesterday" in low and -1) or 0)
    if date_words := re.search(
        rf"(?:(?P<mon>{MONTH})\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<mon2>{MONTH}))(?:\D{{0,4}}(?P<y>\d{{4}}))?",
        words,
        re.I,
    ):
        month = month_number(date_words["mon"] or date_words["mon2"])
        day = int(date_words["d"] or date_words["d2"])
        if date_words["y"]:
            return calendar.real_date(int(date_words["y"]), month, day)
        return calendar.nearest_day(base, month, day, seen.future(m)) if base else None
    weekday = re.search(WEEKDAY, words, re.I)
    return calendar.weekday(base, weekday_number(weekday[0]), seen.future(m)) if weekday and base else None


TOLD: Final[tuple[Form, ...]] = (
    form("day", rf"\b(?P<x>(?:(?:early|late|earlier|later|mid)\s?(?:on\s)?)?(?:(?P<rel>last|next|this\scoming|this\spast|this|the\sfollowing|the\sprevious|the\snext|past)\s)?"
         rf"(?P<w>{WEEKDAY})(?:\s(?:early\s|late\s)?(?P<part>{PART}))?)(?!\s(?:Times|Mirror|Telegraph|Express|Post\b|Night\sLive|Herald)|\w)", _read_weekday),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?(?:today|tonight|this\s(?P<part>morning|afternoon|evening)|last\snight|overnight(?!\s(?:on\s)?"
         rf"{WEEKDAY})))(?<!USA\sToday)\b", _read_near_day),
    form("day", rf"\b(?P<x>(?:earlier\s|later\s|late\s|early\s|mid-(?:morning|afternoon)\s)?(?:the\sday\sbefore\syesterday|the\sday\safter\stomorrow|yesterday|tomorrow)(?:\s(?P<part>{PART}))?)\b", _read_near_day),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?(?:(?:the|that)\s)?(?:very\s|same\s){0,2}(?P<way>next|following|previous|preceding|same)\s(?:day|(?P<part>morning|afternoon|evening|night)))\b", _read_same_day),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?that\s(?:same\s)?(?:day|(?P<part>morning|afternoon|evening|night)))(?P<way>)\b", _read_same_day),
    form("day", r"\b(?P<x>(?:the|a)\s(?:day|(?P<part>morning|afternoon|evening|night))\s(?P<way>before|after|earlier|later))(?=[.,;]|\s(?:in|at|by|near|outside|during)\b|$)", _read_same_day),
    form("clock", rf"\b(?P<x>(?:(?P<d1>(?:early\s|late\s)?{WEEKDAY}|yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening)|{_DATE_WORDS}),?\s(?:at\s)?)?(?:(?:around|about|shortly\s(?:before|after)|just\s(?:before|after)|almost|nearly)\s)?"
         rf"(?<![\d.,:$£€]){_CLOCK}(?:,?\s(?:on\s|of\s)?(?P<d2>{WEEKDAY}(?:,\s{MONTH}\s\d{{1,2}})?|yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening)|{_DATE_WORDS}))?)(?!\w)", _read_clock),
)  # fmt: skip
