"""Weeks, months and years told from publication: last week, this year, two years ago."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.timex.days import year_of
from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import (
    ABOUT,
    EDGE,
    MONTH,
    NUMBER,
    PHASE,
    UNIT,
    day_value,
    duration_value,
    month_number,
    month_value,
    number,
    quarter_value,
    unit_letter,
    week_value,
)

_REL: Final = r"(?:the\s)?(?P<rel>(?:this\s)?(?:last|next|this|past|coming|current|previous|following|preceding|prior|same|that)|that\ssame|this\ssame)"


_REACH: Final = 365 * 1500  # days; what lies further off has no year that TIMEX3 writes


def _moved(base: date, unit: str, by: int) -> str | None:
    letter = unit_letter(unit)
    if abs(by) * _DAYS.get(letter, 0) > _REACH:
        return None
    if letter == "D":
        return day_value(calendar.shift(base, by))
    if letter == "W":
        return week_value(calendar.shift(base, 7 * by * (2 if unit.lower().startswith("f") else 1)))
    if letter == "M":
        return month_value(base.year, base.month + by)
    if letter == "Q":
        return quarter_value(base.year, (base.month - 1) // 3 + 1 + by)
    if letter == "Y":
        return f"{base.year + by:04d}"
    if letter == "E":
        return f"{base.year + 10 * by:04d}"[:3] if abs(by) < 1 else f"{base.year + 10 * by:04d}"
    if letter == "C":
        return f"{base.year // 100 + by:02d}"
    return None


def _read_relative(m: re.Match[str], seen: Seen) -> Read:
    """last week, early next year, the current month, the following year, that year."""
    word, unit = m["rel"].lower().split()[-1], m["u"].lower()
    if unit.startswith("weekend"):
        return _read_weekend(m, seen)
    if unit == "decade" and word in ("past", "last", "next"):
        return "DURATION", "P10Y"
    by = {
        "last": -1,
        "previous": -1,
        "past": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
        "preceding": -1,
        "prior": -1,
    }.get(word, 0)
    base = seen.published
    if word in ("that", "same", "following", "previous", "preceding"):
        letter = unit_letter(unit)
        pattern = {"Y": r"\d{4}", "M": r"\d{4}-\d\d", "W": r"\d{4}-\d\d-\d\d"}.get(letter, r"\d{4}-\d\d-\d\d")
        told = seen.last_like(pattern, m.start(), 1500)
        if told and letter == "Y":
            return "DATE", str(int(told[:4]) + by)
        if told and letter == "M":
            return "DATE", month_value(int(told[:4]), int(told[5:7]) + by)
        base = seen.last_day(m.start()) or base
    if base is None:
        return None
    value = _moved(base, unit, by)
    return ("DATE", value) if value else None


def _read_weekend(m: re.Match[str], seen: Seen) -> Read:
    """The weekend past, unless it is to come; "this weekend" is to come unless it is told as past."""
    if not seen.published:
        return None
    word = ((m.groupdict().get("rel") or "").lower().split() or [""])[-1]
    base, future = seen.published, seen.future(m)
    by = 0
    if word == "next":
        by = int(base.weekday() > 3)
    elif word in ("last", "past", "previous"):
        by = -1
    elif not future and base.weekday() < 5 and word != "coming" and not (word == "this" and future is None):
        by = -1
    return "DATE", week_value(calendar.shift(base, 7 * by)) + "-WE"


def _read_the_unit(m: re.Match[str], seen: Seen) -> Read:
    """the end of the year, the beginning of the month, year-end."""
    if not seen.published:
        return None
    unit = (m.groupdict().get("u") or "year").lower()
    if unit == "year" and re.match(r"\s(?:that\s)?end(?:ed|ing)\b", seen.text[m.end("x") : m.end("x") + 16]):
        return "DURATION", "P1Y"
    word = (m.groupdict().get("rel") or "the").lower().split()[-1]
    value = _moved(seen.published, unit, {"last": -1, "next": 1}.get(word, 0))
    return ("DATE", value) if value else None


_ONWARD: Final = frozenset(("later", "from now", "hence", "after"))
_DAYS: Final = {"Y": 365.25, "E": 3652.5, "M": 30.4, "W": 7, "D": 1, "Q": 91, "C": 36525}


def _read_ago(m: re.Match[str], seen: Seen) -> Read:
    """two years ago, a month earlier, three days later, a year from now."""
    count, unit, way = number(m["n"]), m["u"].lower(), " ".join(m["way"].lower().split())
    letter = unit_letter(unit)
    if count is None:
        return "DATE", "FUTURE_REF" if way in _ONWARD and letter[0] != "T" else "PAST_REF"
    sign = 1 if way in _ONWARD else -1
    base = seen.published
    if way not in ("ago", "from now", "hence"):  # counted from what was named before
        base = seen.last_day(m.start()) or base
        told = seen.last_like(r"\d{4}(?:$|-\d\d$|-Q)", m.start(), 200)
        if letter == "Y" and told and len(told) == 4 and way != "earlier" and count < 1000:
            return "DATE", f"{int(told) + int(count) * sign:04d}"
    if base is None:
        return "DURATION", duration_value(count, unit)
    if letter[0] == "T":
        if way == "ago" and letter == "TH" and count >= 24:
            return "DATE", day_value(calendar.shift(base, -round(count / 24)))
        return "DURATION", duration_value(count, unit)
    quarter = seen.last_like(r"\d{4}-Q\d", m.start(), 400)
    if letter == "Y" and quarter and count == 1 and way in ("ago", "earlier"):  # of what a company reports
        year = min(int(quarter[:4]), base.year - 1)
        return "DATE", quarter_value(year, int(quarter[-1]))
    if count != int(count):
        day = day_value(calendar.shift(base, round(sign * count * _DAYS[letter])))
        return "DATE", day[:7] if letter in "YEC" else day
    return "DATE", _moved(base, unit, int(count) * sign) or "PAST_REF"


def _read_week_of(m: re.Match[str], seen: Seen) -> Read:
    month, day = month_number(m["mon"]), int(m["d"])
    year = year_of(m, month, day, seen)
    found = calendar.real_date(year, month, day) if year else None
    return ("DATE", week_value(found)) if found else None


def _read_year_ago(m: re.Match[str], seen: Seen) -> Read:
    if not seen.published:
        return None
    quarter = seen.last_like(r"\d{4}-Q\d", m.start(), 1000)
    return "DATE", quarter_value(seen.published.year - 1, int(quarter[-1])) if quarter else f"{seen.published.year - 1}"


RELATIVE: Final[tuple[Form, ...]] = (
    form("unit", rf"\b(?P<x>(?:{PHASE}|{EDGE})?{_REL}\s(?:fiscal\s|calendar\s|full\s)?(?P<u>week(?:end)?|month|year|quarter|decade|century))\b(?!['’]s\s(?:first|second|third|fourth|quarter)|-(?:old|long|end))", _read_relative),
    form("unit", r"\b(?P<x>(?:earlier|later|late|early)\sin\s(?P<rel>the)\s(?P<u>week|month|year))\b(?!\s(?:of|before|after))", _read_the_unit),
    form("unit", rf"\b(?P<x>{EDGE}(?P<rel>the|this|last|next)?\s?(?P<u>week|month|year|decade|century))\b", _read_the_unit),
    form("unit", r"\b(?:for|of|in|during|over|through|throughout|later|earlier)\s(?P<x>(?P<rel>the)\s(?:full\s|fiscal\s|whole\s|entire\s|latest\sfiscal\s)?(?P<u>year))\b(?!\s(?:\d|two|of|when|after|before|that|in\swhich)|-)", _read_the_unit),
    form("unit", r"\b(?P<x>(?P<rel>the)\s(?:full|fiscal|latest\sfiscal)\s(?P<u>year))\b(?!\s(?:\d|two))", _read_the_unit),
    form("unit", r"\b(?:for|of|during|later\sin|earlier\sin)\s(?P<x>(?P<rel>the)\s(?P<u>week|month))\b(?!\s(?:of|when|after|before|that|in\swhich)|-)", _read_the_unit),
    form("unit", r"\b(?P<x>(?:around\s)?year(?:['’]s\s|-|\s)end)\b", _read_the_unit),
    form("unit", r"\b(?:over|at|during|on|of|for|through|before|after)\s(?P<x>the\s(?:(?P<rel>past|coming)\s)?weekend)\b", _read_weekend),
    form("ago", rf"\b(?P<x>{ABOUT}(?P<n>{NUMBER})\s?(?P<u>{UNIT})s?\s(?:or\s(?:so|two|more)\s)?(?P<way>ago|earlier|later|before(?=[.,;])|from\snow|hence|previously))\b", _read_ago),
    form("ago", r"\b(?P<x>(?:the\s)?(?P<n>)year-(?:ago|earlier))\b(?!\s(?:third|second|first|fourth))", _read_year_ago),
    form("month", rf"\b(?P<x>the\sweek\sof\s(?P<mon>{MONTH})\s(?P<d>\d{{1,2}})(?:,?\s(?P<y>\d{{4}}))?)\b", _read_week_of),
)  # fmt: skip
