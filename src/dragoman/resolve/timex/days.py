"""Days of the calendar: dates in words and figures, holidays."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import MONTH, ORDINAL, RELY, UNIT, WEEKDAY, day_value, month_number, ordinal

_TO: Final = r"(?:\s?[-–—]\s?|\s(?:and|to|or|through|until)\s)"
_CALENDAR: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "st. patrick's day": (3, 17),
    "may day": (5, 1), "halloween": (10, 31), "bastille day": (7, 14), "april fool's day": (4, 1), "april fools' day": (4, 1),
    "veterans day": (11, 11), "fourth of july": (7, 4), "armistice day": (11, 11), "christmas-eve": (12, 24),
}  # fmt: skip


_NEAR: Final = 120  # days; a day of a month without its year is seldom another than the nearest


def year_of(m: re.Match[str], month: int, day: int, seen: Seen) -> int | None:
    """The year that is said, or the one that the day without a year has, seen from publication."""
    groups = m.groupdict()
    if said := groups.get("y") or groups.get("y2"):
        return int(said)
    if not seen.published:
        return None
    if groups.get("rely"):
        return seen.published.year + {"l": -1, "t": 0, "n": 1}[groups["rely"].strip().lower()[0]]
    found = calendar.nearest_day(seen.published, month, day, None)
    if found and abs((found - seen.published).days) > _NEAR:  # only then the tense decides
        found = calendar.nearest_day(seen.published, month, day, seen.future(m), _NEAR)
    if groups.get("last") and found and found >= seen.published:
        return found.year - 1
    return found.year if found else None


def _read_day(m: re.Match[str], seen: Seen) -> Read:
    if not m["mon"][0].isupper():
        return None  # "COVID-19 may"
    month = month_number(m["mon"])
    words = m["d"]
    day = int(words) if words.isdigit() else ordinal(words)
    if not 1 <= day <= 31:
        return None
    year = year_of(m, month, day, seen)
    value = f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"
    if year and calendar.real_date(year, month, day) is None:
        return None
    return "DATE", value


def _read_second_day(m: re.Match[str], seen: Seen) -> Read:
    """The second day of "April 9-10", of the month of the first."""
    value = seen.last_like(r"[\dX]{4}-\d\d-\d\d", m.start("x"), 5)
    return ("DATE", f"{value[:8]}{int(m['d']):02d}") if value and int(m["d"]) <= 31 else None


def _read_iso(m: re.Match[str], seen: Seen) -> Read:
    found = calendar.real_date(*(int(x) for x in m["x"].split("-")))
    return ("DATE", day_value(found)) if found else None


def _read_slash(m: re.Match[str], seen: Seen) -> Read:
    """Month before day, as American papers write it, unless the numbers or full stops say otherwise."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["c"])
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    month, day = (b, a) if a > 12 or m["sep"] == "." else (a, b)
    return ("DATE", f"{year}-{month:02d}-{day:02d}") if calendar.real_date(year, month, day) else None


def _read_ordinal_day(m: re.Match[str], seen: Seen) -> Read:
    if not seen.published:
        return None
    day, future = ordinal(m["d"]), seen.future(m)
    here = [calendar.month(seen.published.year, seen.published.month + by).start for by in (-1, 0, 1)]
    dates = [d for h in here if (d := calendar.real_date(h.year, h.month, day))]
    side = [d for d in dates if future is None or (d >= seen.published if future else d <= seen.published)]
    best = min(side or dates, key=lambda d: abs((d - seen.published).days), default=None)  # type: ignore[operator]
    return ("DATE", day_value(best)) if best else None


def _read_holiday(m: re.Match[str], seen: Seen) -> Read:
    name = " ".join(m["h"].lower().replace("’", "'").split())
    year = int(m["y"]) if m["y"] else None
    base = seen.published
    if year is None and base is None:
        return None
    years = [year] if year else [base.year - 1, base.year, base.year + 1]  # type: ignore[union-attr]
    days = [d for y in years if (d := _holiday(name, y))]
    if not days:
        return None
    if base and year is None:
        future = False if m["last"] and m["last"].lower().startswith("last") else seen.future(m)
        side = [d for d in days if future is None or (d >= base if future else d <= base)]
        days = [min(side or days, key=lambda d: abs((d - base).days))]
    return "DATE", day_value(days[0])


def _holiday(name: str, year: int) -> date | None:
    if name in _CALENDAR:
        return date(year, *_CALENDAR[name])
    if name.startswith("thanksgiving"):
        return _nth(year, 11, 3, 4)
    if name == "labor day":
        return _nth(year, 9, 0, 1)
    if name == "memorial day":
        return calendar.weekday(date(year, 5, 31), 0, False)
    if name == "election day":
        return calendar.shift(_nth(year, 11, 0, 1), 1)
    easter = _easter(year)
    by = {"good friday": -2, "holy thursday": -3, "palm sunday": -7, "ash wednesday": -46}.get(name, 0)
    return calendar.shift(easter, by)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return calendar.shift(first, (weekday - first.weekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


DAYS: Final[tuple[Form, ...]] = (
    form("digit", r"\b(?P<x>\d{4}-\d{2}-\d{2})(?!\d)", _read_iso),
    form("digit", r"(?<![\d/.])(?P<x>(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{2}))(?![\d/.]\d)\b", _read_slash),
    form("month", rf"\b(?P<x>(?:(?:this\scoming\s|early\s|late\s|last\s|the\s)?{WEEKDAY},?\s\(?)?(?:(?P<last>last|this\spast)\s)?(?P<mon>{MONTH})\s(?:the\s)?"
         rf"(?P<d>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})(?!\d|:\d|[.,]\d{{1,3}}\b|\s(?:percent|million))(?:\s?,?\s(?P<y>\d{{4}})\b|,?\s{RELY})?)(?={_TO}\d{{1,2}}(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)\b)?", _read_day),
    form("month", rf"\b(?P<x>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)(?={_TO}\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?P<mon>{MONTH})(?:,?\s(?P<y>\d{{4}})\b)?)", _read_day),
    form("month", rf"\b(?P<x>(?:{WEEKDAY},?\s)?(?:the\s(?=\d+\w*\sof))?(?P<d>\d{{1,2}}(?:st|nd|rd|th)?)\s(?:of\s)?(?P<mon>{MONTH})(?:,?\s(?P<y>\d{{4}})\b|,?\s{RELY})?)", _read_day),
    form("digit", rf"(?<=[\dhdt]){_TO}(?P<x>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y>(?:19|20)\d\d)\b)?)(?![\d:%/-]|[.,]\d|\s(?:percent|{UNIT}|people|million|{MONTH}))\b", _read_second_day),
    form("digit", r"\b(?:on|by|until|before|since)\s(?P<x>the\s(?P<d>\d{1,2}(?:st|nd|rd|th)))(?=[.,;:)]|\s(?:and|at|in|with|to|for|when|but|after)\b|$)", _read_ordinal_day),
    form("holiday", r"\b(?P<x>(?:(?P<last>last|this|next)\s)?(?P<h>Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|New\sYear['’]s\s(?:Day|Eve)|Valentine['’]s\sDay|May\sDay|Halloween|Bastille\sDay"
         r"|Thanksgiving(?:\sDay)?|Labor\sDay|Memorial\sDay|Election\sDay|Fourth\sof\sJuly|Veterans\sDay|Easter(?:\sSunday)?|Good\sFriday|Palm\sSunday|Ash\sWednesday)(?:,?\s(?P<y>(?:19|20)\d{2}))?)\b(?!\s(?:Island(?:s|ers?)?|Rising|Offensive)\b)", _read_holiday, case=True),
)  # fmt: skip
