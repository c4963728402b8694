"""Forms of dates and times of day, and their TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.timexforms import (
    ABOUT,
    MONTH,
    NUMBER,
    ORDINAL,
    PART,
    PARTS,
    PHASE,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    Form,
    Read,
    Seen,
    day_value,
    duration_value,
    form,
    month_number,
    month_value,
    number,
    ordinal,
    quarter_value,
    unit_letter,
    week_value,
    weekday_number,
)  # fmt: skip

_ZONE: Final = r"(?:\s\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|EAT|IST|JST|AEST|local\stime|Greenwich\sMean\sTime|(?:Eastern|Pacific|Central)\s(?:Standard\s|Daylight\s)?Time)\b\)?)?"
_CLOCK: Final = (
    rf"(?:(?P<hh>[01]?\d|2[0-4])(?:[:.](?P<mi>[0-5]\d))?\s?(?P<ap>[ap]\.?\s?m\b\.?){_ZONE}"
    rf"|(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?:\s(?:hours|hrs))?{_ZONE}(?![\d%]|\s?(?:percent|million|billion|minutes|seconds))"
    rf"|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)\s(?:hours\s)?(?:GMT|UTC|local\stime)"
    rf"|(?<!high\s)(?P<hw>noon|midday|midnight)|(?P<h4>\d{{1,2}})\s(?:o['’]clock)(?:\sin\sthe\s(?P<p4>morning|afternoon|evening))?"
    rf"|(?P<h5>\d{{1,2}})\sin\sthe\s(?P<p5>morning|afternoon|evening))"
)
_DATE_WORDS: Final = rf"(?:{WEEKDAY},?\s)?{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}}\b)?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}(?:,?\s\d{{4}}\b)?"
_CALENDAR: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "st. patrick's day": (3, 17),
    "may day": (5, 1), "halloween": (10, 31), "bastille day": (7, 14), "april fool's day": (4, 1), "april fools' day": (4, 1),
    "veterans day": (11, 11), "armistice day": (11, 11), "christmas-eve": (12, 24),
}  # fmt: skip


_NEAR: Final = 120  # days; a day of a month without its year is seldom another than the nearest
# ---------------------------------------------------------------- days of the calendar


def _year_of(m: re.Match[str], month: int, day: int, seen: Seen) -> int | None:
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
    month = month_number(m["mon"])
    words = m["d"]
    day = int(words) if words.isdigit() else ordinal(words)
    if not 1 <= day <= 31:
        return None
    year = _year_of(m, month, day, seen)
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


# ---------------------------------------------------------------- days told from publication


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
    if future is False and number_ == (base.weekday() + 1) % 7:
        return calendar.shift(base, 1)
    return calendar.weekday(base, number_, future)


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
    base = seen.published
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
    if base and ("today" in low or "yesterday" in low or "tomorrow" in low):
        return calendar.shift(base, ("tomorrow" in low and 1) or ("yesterday" in low and -1) or 0)
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


# ---------------------------------------------------------------- months, seasons, quarters, years


def _relative_year(words: str | None, seen: Seen) -> int | None:
    if not words or not seen.published:
        return None
    return seen.published.year + {"l": -1, "t": 0, "n": 1}[words.strip().lower()[0]]


def _read_month(m: re.Match[str], seen: Seen) -> Read:
    month = month_number(m["mon"])
    groups = m.groupdict()
    if groups.get("y"):
        return "DATE", month_value(int(groups["y"]), month)
    year = _relative_year(groups.get("rely"), seen)
    if year is not None:
        return "DATE", month_value(year, month)
    if not seen.published:
        return "DATE", f"XXXX-{month:02d}"
    how = (groups.get("rel") or "").lower().split()
    base = seen.published
    if how and how[-1] == "last":
        return "DATE", month_value(calendar.last_month_named(base, month).start.year, month)
    if how and how[-1] == "past":
        return "DATE", month_value(base.year - (month >= base.month), month)
    if how and how[-1] in ("next", "coming"):
        return "DATE", month_value(base.year + (month <= base.month), month)
    if how and how[-1] == "this":
        return "DATE", month_value(base.year, month)
    start = calendar.nearest_month(base, month, None if month == base.month else seen.future(m)).start
    return "DATE", month_value(start.year, start.month)


def _read_bare_month(m: re.Match[str], seen: Seen) -> Read:
    """A month by its name alone; "May" and "March" only behind words that go before months."""
    if not m["mon"][0].isupper():
        return None
    if len(m["mon"]) in (3, 4) and m["mon"].lower() not in ("may", "june", "july") and not m["mon"].endswith("."):
        return None  # "Jan" is a name
    before = seen.text[max(0, m.start("mon") - 14) : m.start("mon")].lower()
    if m["mon"].rstrip(".").lower() in ("may", "march", "mar", "august", "sun") or m["mon"].endswith("."):
        if not re.search(
            r"(?:\b(?:in|since|until|till|by|from|of|during|through|last|next|this|to|before|after|and|between|for|early|late|mid|each|every)[\s-]|-)$",
            before,
        ):
            return None
    return _read_month(m, seen)


def _read_season(m: re.Match[str], seen: Seen) -> Read:
    season, groups = SEASONS[m["s"].lower()], m.groupdict()
    if groups.get("y"):
        return "DATE", f"{m['y']}-{season}"
    if not seen.published:
        return None
    year = _relative_year(groups.get("rely"), seen)
    base = seen.published
    if year is None:
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[season]
        how = (groups.get("rel") or "").lower().split()
        word = how[-1] if how else ""
        year = base.year
        if word in ("last",) and middle + 1 >= base.month:
            year -= 1
        elif word in ("next", "coming") and middle <= base.month:
            year += 1
        elif word in ("", "the", "past") and seen.future(m) is False and middle - 1 > base.month:
            year -= 1
    return "DATE", f"{year}-{season}"


_QUARTERS: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def _read_quarter(m: re.Match[str], seen: Seen) -> Read:
    groups = m.groupdict()
    which = _QUARTERS[(m["q"]).lower()]
    year = int(groups.get("y") or groups.get("y2") or 0) or _relative_year(
        groups.get("rely") or groups.get("rely2"), seen
    )
    half = m["qh"].lower().startswith("half")
    if half:
        which = 2 if which == 4 else which
    if year is None:
        if not seen.published:
            return "DATE", f"XXXX-{'H' if half else 'Q'}{which}"
        per = 6 if half else 3
        now = (seen.published.month - 1) // per + 1
        ago = bool(groups.get("ago"))
        future = seen.future(m)
        year = seen.published.year - (which > now + (1 if future else 0) or (which == now == 4 and False))
        if which == now + 1 and future is None:
            year = seen.published.year - 1 if which - now > 0 else year
        if ago:
            year = seen.published.year - 1
    return "DATE", f"{year}-{'H' if half else 'Q'}{which}"


def _quarter_ended(m: re.Match[str], seen: Seen) -> str | None:
    """ "the quarter ended Sept. 30": the one in which that day lies."""
    ended = re.compile(rf"\s(?:that\s)?end(?:ed|ing)\s(?:on\s)?({MONTH})", re.IGNORECASE).match(seen.text, m.end("x"))
    if not ended or not seen.published:
        return None
    start = calendar.nearest_month(seen.published, month_number(ended[1]), False).start
    return quarter_value(start.year, (start.month - 1) // 3 + 1)


def _read_the_quarter(m: re.Match[str], seen: Seen) -> Read:
    """The quarter that was told of last, else the last one past."""
    low = m["x"].lower()
    if not seen.published:
        return None
    now = (seen.published.month - 1) // 3 + 1
    year = seen.published.year
    if re.search(r"\b(?:this|current)\b", low):
        return "DATE", quarter_value(year, now)
    if re.search(r"\bnext\b", low):
        return "DATE", quarter_value(year, now + 1)
    told = _quarter_ended(m, seen) or seen.last_quarter(m.start())
    ago = "ago" in low or "earlier" in low or "last year" in low
    if "last" in low and not ago:
        return "DATE", quarter_value(year, now - 1)
    if told and (said := re.search(r"\b(?:19|20)\d\d\b", low)):
        return "DATE", f"{said[0]}-{told[5:]}"
    if told:
        told_year, quarter = int(told[:4]), int(told[-1])
        return "DATE", quarter_value((year - 1 if ago and told_year >= year else told_year), quarter)
    return "DATE", quarter_value(year - ago, now - 1)


_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|from|of|during|by|until|till|between|to|before|after|through|and|or|the|a|late|early|mid|around|for|about|"
    r"than|early|as|back|late|year|fiscal|circa|summer|spring|fall|winter|ending|ended)[\s-]|[(\[,–-]\s?|^|\n)$",
    re.IGNORECASE,
)
_NO_YEAR_BEFORE: Final = re.compile(
    r"(?:[$£€#\d.,:/]|(?<!mid)(?<!post)(?<!pre)-|\d\s|\b(?:no|nos|number|resolution|flight|room|boeing|model|about|nearly|some|than|least|least|over|another)\.?\s)$",
    re.IGNORECASE,
)
_NOT_YEAR: Final = re.compile(
    r"[-/:%]\d|[.,]\d|\s?(?:people|troops|percent|per\scent|soldiers|km|kilomet|miles|local|gmt|square|feet|meters|metres|m\b|points|"
    r"dead|deaths|victims|workers|jobs|dollars|pounds|euros|\$|%|homes|houses|others|men|women|members|employees|cases|hours)",
    re.IGNORECASE,
)


def _read_year(m: re.Match[str], seen: Seen) -> Read:
    start, end = m.span("y")
    if _NO_YEAR_BEFORE.search(seen.text, max(0, start - 14), start) or _NOT_YEAR.match(seen.text, end):
        return None
    if not _YEAR_BEFORE.search(seen.text, max(0, start - 12), start) and not 1900 <= int(m["y"]) <= 2035:
        return None
    return "DATE", m["y"]


def _read_plain_year(m: re.Match[str], seen: Seen) -> Read:
    return "DATE", m["y"]


_YEAR_WORDS: Final = {"nineteen": 1900, "twenty": 2000, "eighteen": 1800, "seventeen": 1700}


def _read_spelled_year(m: re.Match[str], seen: Seen) -> Read:
    if m["thou"]:
        year = 2000 + int(number(m["rest2"]) or 0) if m["rest2"] else 2000
    else:
        year = _YEAR_WORDS[m["cen"].lower()] + int(number(m["rest"]) or 0)
    value = str(year)
    if m["mon"]:
        return "DATE", f"{year}-{month_number(m['mon']):02d}"
    if m["s"]:
        return "DATE", f"{year}-{SEASONS[m['s'].lower()]}"
    return "DATE", value


_DECADES: Final = {
    "twenties": "2",
    "thirties": "3",
    "forties": "4",
    "fifties": "5",
    "sixties": "6",
    "seventies": "7",
    "eighties": "8",
    "nineties": "9",
}


def _read_decade(m: re.Match[str], seen: Seen) -> Read:
    if m["full"]:
        return "DATE", m["full"][:3]
    digit = m["short"][0] if m["short"] else _DECADES[m["word"].lower()]
    return "DATE", ("20" if digit in "01" else "19") + digit


def _read_century(m: re.Match[str], seen: Seen) -> Read:
    return "DATE", f"{ordinal(m['n']) - 1:02d}"


# ---------------------------------------------------------------- last week, this year, two years ago


def _moved(base: date, unit: str, by: int) -> str | None:
    letter = unit_letter(unit)
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
    if not seen.published:
        return None
    word = (m.groupdict().get("rel") or "").lower().split()[-1:] or [""]
    base, future = seen.published, seen.future(m)
    by = 1 if word[0] in ("next",) else 0
    if word[0] in ("last", "past", "previous") or (
        not future and word[0] != "coming" and by == 0 and base.weekday() < 5
    ):
        if not (word[0] == "this" and future is None) or word[0] in ("last", "past", "previous"):
            by = -1
    if word[0] == "next" and base.weekday() < 4:
        by = 0
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


def _read_ago(m: re.Match[str], seen: Seen) -> Read:
    """two years ago, a month earlier, three days later, a year from now."""
    count, unit, way = number(m["n"]), m["u"].lower(), " ".join(m["way"].lower().split())
    letter = unit_letter(unit)
    if count is None:
        if letter[0] == "T":
            return "DATE", "PAST_REF"
        return "DATE", "FUTURE_REF" if way in ("later", "from now", "hence") else "PAST_REF"
    base = seen.published
    if way in ("earlier", "later", "before", "previously", "after"):
        base = seen.last_day(m.start()) or base
        told = seen.last_like(r"\d{4}(?:$|-\d\d$|-Q)", m.start(), 200)
        if letter == "Y" and told and len(told) == 4 and way != "earlier":
            return "DATE", f"{int(told) + int(count) * (1 if way in ('later', 'after') else -1):04d}"
    if base is None:
        return "DURATION", duration_value(count, unit)
    by = count if way in ("later", "from now", "hence", "after") else -count
    if letter[0] == "T":
        if way in ("ago",) and letter == "TH" and count >= 24:
            return "DATE", day_value(calendar.shift(base, -round(count / 24)))
        return "DURATION", duration_value(count, unit)
    if letter == "Y":
        quarter = seen.last_like(r"\d{4}-Q\d", m.start(), 400)
        if quarter and by == -1 and way in ("ago", "earlier"):
            same = int(quarter[:4]) >= base.year
            return "DATE", quarter_value(base.year - 1 if same else int(quarter[:4]), int(quarter[-1]))
    if by != int(by):
        days = {"Y": 365.25, "M": 30.4, "W": 7, "D": 1, "E": 3652.5}.get(letter, 0)
        return ("DATE", day_value(calendar.shift(base, round(by * days)))[:7]) if letter in "YE" else None
    value = _moved(base, unit, int(by))
    return ("DATE", value) if value else None


def _read_week_of(m: re.Match[str], seen: Seen) -> Read:
    month, day = month_number(m["mon"]), int(m["d"])
    year = _year_of(m, month, day, seen)
    found = calendar.real_date(year, month, day) if year else None
    return ("DATE", week_value(found)) if found else None


def _read_year_ago(m: re.Match[str], seen: Seen) -> Read:
    if not seen.published:
        return None
    quarter = seen.last_like(r"\d{4}-Q\d", m.start(), 1000)
    return "DATE", quarter_value(seen.published.year - 1, int(quarter[-1])) if quarter else f"{seen.published.year - 1}"


_TO: Final = r"(?:\s?[-–—]\s?|\s(?:and|to|or|through|until)\s)"
_REL: Final = r"(?:the\s)?(?P<rel>(?:this\s)?(?:last|next|this|past|coming|current|previous|following|preceding|prior|same|that)|that\ssame|this\ssame)"
_RELY: Final = r"(?:(?:of\s)?(?P<rely>last|this|next)\syear)"
_EDGE: Final = r"(?:(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|close|first\shalf|second\shalf|latter\shalf)\sof\s(?:the\s)?)"
DATES: Final[tuple[Form, ...]] = (
    form("digit", r"\b(?P<x>\d{4}-\d{2}-\d{2})\b", _read_iso),
    form("digit", r"(?<![\d/.])(?P<x>(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{2}))(?![\d/.]\d)\b", _read_slash),
    form("month", rf"\b(?P<x>(?:(?:this\scoming\s|early\s|late\s|last\s|the\s)?{WEEKDAY},?\s\(?)?(?:(?P<last>last|this\spast)\s)?(?P<mon>{MONTH})\s(?:the\s)?"
         rf"(?P<d>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})(?!\d|:\d|[.,]\d{{1,3}}\b|\s(?:percent|million))(?:\s?,?\s(?P<y>\d{{4}})\b|,?\s{_RELY})?)(?={_TO}\d{{1,2}}(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)\b)?", _read_day),
    form("month", rf"\b(?P<x>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)(?={_TO}\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?P<mon>{MONTH})(?:,?\s(?P<y>\d{{4}})\b)?)", _read_day),
    form("month", rf"\b(?P<x>(?:{WEEKDAY},?\s)?(?:the\s(?=\d+\w*\sof))?(?P<d>\d{{1,2}}(?:st|nd|rd|th)?)\s(?:of\s)?(?P<mon>{MONTH})(?:,?\s(?P<y>\d{{4}})\b|,?\s{_RELY})?)", _read_day),
    form("digit", rf"(?<=[\dhdt]){_TO}(?P<x>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y>(?:19|20)\d\d)\b)?)(?![\d:%/-]|[.,]\d|\s(?:percent|{UNIT}|people|million|{MONTH}))\b", _read_second_day),
    form("digit", r"\b(?:on|by|until|before|since)\s(?P<x>the\s(?P<d>\d{1,2}(?:st|nd|rd|th)))(?=[.,;:)]|\s(?:and|at|in|with|to|for|when|but|after)\b|$)", _read_ordinal_day),
    form("holiday", r"\b(?P<x>(?:(?P<last>last|this|next)\s)?(?P<h>Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|New\sYear['’]s\s(?:Day|Eve)|Valentine['’]s\sDay|May\sDay|Halloween|Bastille\sDay"
         r"|Thanksgiving(?:\sDay)?|Labor\sDay|Memorial\sDay|Election\sDay|Veterans\sDay|Easter(?:\sSunday)?|Good\sFriday|Palm\sSunday|Ash\sWednesday)(?:,?\s(?P<y>(?:19|20)\d{2}))?)\b", _read_holiday, case=True),
    form("day", rf"\b(?P<x>(?:(?:early|late|earlier|later|mid)\s?(?:on\s)?)?(?:(?P<rel>last|next|this\scoming|this\spast|this|the\sfollowing|the\sprevious|the\snext|past)\s)?"
         rf"(?P<w>{WEEKDAY})(?:\s(?:early\s|late\s)?(?P<part>{PART}))?)(?!\s(?:Times|Mirror|Telegraph|Express|Post\b|Night\sLive|Herald)|\w)", _read_weekday),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?(?:today|tonight|this\s(?P<part>morning|afternoon|evening)|last\snight|overnight))(?<!USA\sToday)\b", _read_near_day),
    form("day", rf"\b(?P<x>(?:earlier\s|later\s|late\s|early\s|mid-(?:morning|afternoon)\s)?(?:the\sday\sbefore\syesterday|the\sday\safter\stomorrow|yesterday|tomorrow)(?:\s(?P<part>{PART}))?)\b", _read_near_day),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?(?:(?:the|that)\s)?(?:very\s|same\s){0,2}(?P<way>next|following|previous|preceding|same)\s(?:day|(?P<part>morning|afternoon|evening|night)))\b", _read_same_day),
    form("day", r"\b(?P<x>(?:earlier\s|later\s|late\s|early\s)?that\s(?:same\s)?(?:day|(?P<part>morning|afternoon|evening|night)))(?P<way>)\b", _read_same_day),
    form("day", r"\b(?P<x>(?:the|a)\sday\s(?P<way>before|after|earlier|later))(?=[.,;]|\sin\b|\sat\b|$)", _read_same_day),
    form("clock", rf"\b(?P<x>(?:(?P<d1>(?:early\s|late\s)?{WEEKDAY}|yesterday|today|tomorrow|{_DATE_WORDS}),?\s(?:at\s)?)?(?:(?:around|about|shortly\s(?:before|after)|just\s(?:before|after)|almost|nearly)\s)?"
         rf"(?<![\d.,:$£€]){_CLOCK}(?:,?\s(?:on\s|of\s)?(?P<d2>{WEEKDAY}(?:,\s{MONTH}\s\d{{1,2}})?|yesterday|today|tomorrow|{_DATE_WORDS}))?)(?!\w)", _read_clock),
    # months, seasons, quarters, years
    form("month", rf"\b(?P<x>(?:{PHASE}|{_EDGE})?(?:(?P<rel>last|next|this\spast|this\scoming|this|the\spast)\s)?(?P<mon>{MONTH})(?:(?:,?\s|\sof\s|,\s?)(?P<y>(?:1[5-9]|20)\d{{2}})\b|,?\s{_RELY}))", _read_month),
    form("month", rf"\b(?P<x>(?:{PHASE}|{_EDGE}|(?P<rel>last|next|this\spast|this\scoming|this)\s)(?:late\s|early\s)?(?P<mon>{MONTH}))(?!\s\d|\w)", _read_bare_month),
    form("month", rf"(?<![\w.])(?P<x>(?P<mon>{MONTH}))(?!\s?\d|\w|\.?\s\d)", _read_bare_month),
    form("season", rf"\b(?P<x>(?:{PHASE}|{_EDGE}|the\s(?:early\s|late\s)?)?(?:(?P<rel>last|next|this\spast|this\scoming|this|past|that)\s)(?:early\s|late\s)?(?P<s>{SEASON}))(?:\b(?!\s(?:of|apart|in\sprices)))", _read_season),
    form("season", rf"\b(?P<x>(?:{PHASE}|{_EDGE}|the\s(?:early\s|late\s)?)?(?P<s>{SEASON})(?:\sof|,)?\s(?:(?P<y>(?:19|20)\d{{2}})\b|{_RELY}))", _read_season),
    form("season", r"\b(?:in|during|since|by|until|for|over)\s(?P<x>(?:the\s)?(?:early\s|late\s|mid-)?(?P<s>spring|summer|autumn|winter))\b(?!\s(?:of|Olympic|Games|Palace))", _read_season),
    form("quarter", r"\b(?P<x>(?:(?:the|its|their|a)\s)?(?:(?:flat|fiscal|comparable|corresponding|(?P<ago>year-(?:ago|earlier)))[\s-]){0,3}(?:(?P<y>(?:19|20)\d\d)(?:['’]s)?\s|(?P<rely>this|last|next)\syear['’]s\s)?"
         r"(?:fiscal[\s-])?(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-](?:fiscal\s)?(?P<qh>quarter|half)(?![\w-]*-?hour|s|-century)(?:\s(?:of|in)\s(?:fiscal\s)?(?:(?P<y2>(?:19|20)\d\d)|(?P<rely2>this|last|next)\syear|the\syear)|\s(?P<rely3>this|last|next)\syear)?)\b", _read_quarter),
    form("quarter", r"\b(?P<x>(?:this|the|that|last|next)(?:\s(?:current|latest|same|comparable|corresponding|year-ago|year-earlier|previous|(?:19|20)\d\d)){0,3}\s(?:quarter|period)(?:\s(?:a\syear\s(?:ago|earlier)|last\syear))?)\b(?!\s(?:of|century))", _read_the_quarter),
    form("digit", rf"\b(?P<x>(?:(?:the\s)?(?:{PHASE}|{_EDGE}))?(?:(?:the\s)?(?:(?:fiscal|calendar)\s)?year\s)?(?P<y>(?:1[5-9]|20)\d{{2}}))\b", _read_year),
    form("digit", rf"\b(?P<x>(?:{_EDGE})?(?:the\s)?(?:fiscal|calendar|financial)\s(?:year\s)?(?P<y>(?:19|20)\d{{2}}))\b", _read_plain_year),
    form("spelled", rf"\b(?P<x>(?:(?P<mon>{MONTH})\s|(?:the\s)?(?P<s>{SEASON})\sof\s|the\syear\s)?(?:(?P<cen>nineteen|eighteen|seventeen|twenty)\s(?P<rest>(?:ten|eleven|twelve|thir\w+|fif\w+|four\w*|six\w+|seven\w+|eigh\w+|nine\w+|twenty|forty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)"
         rf"|(?P<thou>(?<=year\s)two\sthousand)(?:\s(?:and\s)?(?P<rest2>one|two|three|four|five|six|seven|eight|nine|ten))?))\b(?!\s(?:{UNIT}|percent|people|hundred|thousand|million))", _read_spelled_year),
    form("decade", rf"(?<![\w$])(?P<x>(?:(?:the\s)?{_EDGE})?(?:(?:the\s)?(?:early|late|mid)[-\s])?(?:the\s)?(?:(?P<full>(?:1[5-9]|20)\d0)s|['’‘](?P<short>[2-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?<!\shis\s)))\b", _read_decade),
    form("unit", rf"\b(?P<x>(?:the\s)?(?:(?:early|late|mid)[-\s])?(?P<n>{ORDINAL})[\s-]century)\b", _read_century),
    # told from publication
    form("unit", rf"\b(?P<x>(?:{PHASE}|{_EDGE})?{_REL}\s(?:fiscal\s|calendar\s|full\s)?(?P<u>week(?:end)?|month|year|quarter|decade|century))\b(?!['’]s\s(?:first|second|third|fourth|quarter)|-(?:old|long|end))", _read_relative),
    form("unit", rf"\b(?P<x>{_EDGE}(?P<rel>the|this|last|next)?\s?(?P<u>week|month|year|decade|century))\b", _read_the_unit),
    form("unit", r"\b(?:for|of|in|during|over|through|throughout|later|earlier)\s(?P<x>(?P<rel>the)\s(?:full\s|fiscal\s|whole\s|entire\s|latest\sfiscal\s)?(?P<u>year))\b(?!\s(?:\d|two|of|when|after|before|that|in\swhich)|-)", _read_the_unit),
    form("unit", r"\b(?P<x>(?P<rel>the)\s(?:full|fiscal|latest\sfiscal)\s(?P<u>year))\b(?!\s(?:\d|two))", _read_the_unit),
    form("unit", r"\b(?:for|of|during|later\sin|earlier\sin)\s(?P<x>(?P<rel>the)\s(?P<u>week|month))\b(?!\s(?:of|when|after|before|that|in\swhich)|-)", _read_the_unit),
    form("unit", r"\b(?P<x>(?:around\s)?year(?:['’]s\s|-|\s)end)\b", _read_the_unit),
    form("unit", r"\b(?:over|at|during|on|of|for|through|before|after)\s(?P<x>the\s(?:(?P<rel>past|coming)\s)?weekend)\b", _read_weekend),
    form("ago", rf"\b(?P<x>{ABOUT}(?P<n>{NUMBER})\s?(?P<u>{UNIT})s?\s(?:or\s(?:so|two|more)\s)?(?P<way>ago|earlier|later|before(?=[.,;])|from\snow|hence|previously))\b", _read_ago),
    form("ago", r"\b(?P<x>(?:the\s)?(?P<n>)year-(?:ago|earlier))\b(?!\s(?:third|second|first|fourth))", _read_year_ago),
    form("month", rf"\b(?P<x>the\sweek\sof\s(?P<mon>{MONTH})\s(?P<d>\d{{1,2}})(?:,?\s(?P<y>\d{{4}}))?)\b", _read_week_of),
)  # fmt: skip
