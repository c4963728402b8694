"""Months, seasons, quarters and halves of years."""

from __future__ import annotations

import re
from typing import Final

from dragoman.resolve import calendar
from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import (
    EDGE,
    MONTH,
    PHASE,
    RELY,
    SEASON,
    SEASONS,
    month_number,
    month_value,
    quarter_value,
)


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
    how = (groups.get("rel") or groups.get("rel2") or "").lower().split()
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


_QUARTERS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}  # fmt: skip


def _read_quarter(m: re.Match[str], seen: Seen) -> Read:
    """The third quarter: of the year that is said, else the last one past or, told as to come, the next."""
    which, half = _QUARTERS[m["q"].lower()], m["qh"].lower().startswith("half")
    which = min(which, 2) if half else which
    letter = "H" if half else "Q"
    said = m["y"] or m["y2"] or m["y3"]
    year = int(said) if said else _relative_year(m["rely"] or m["rely2"] or m["rely3"], seen)
    if year is None and seen.published is None:
        return "DATE", f"XXXX-{letter}{which}"
    if year is None and seen.published:
        now = (seen.published.month - 1) // (6 if half else 3) + 1
        ahead = which == now + 1 and seen.future(m) is True
        year = seen.published.year - bool(m["ago"] or (which > now and not ahead))
    return "DATE", f"{year}-{letter}{which}"


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


MONTHS: Final[tuple[Form, ...]] = (
    form("month", rf"\b(?P<x>(?:{PHASE}|{EDGE})?(?:(?P<rel>last|next|this\spast|this\scoming|this|the\spast)\s)?(?P<mon>{MONTH})(?:(?:,?\s|\sof\s|,\s?)(?P<y>(?:1[5-9]|20)\d{{2}})\b|,?\s{RELY}))", _read_month),
    form("month", rf"\b(?P<x>(?:(?:{PHASE}|{EDGE})(?:(?P<rel>last|next|this)\s)?|(?P<rel2>last|next|this\spast|this\scoming|this)\s)(?:late\s|early\s)?(?P<mon>{MONTH}))(?!\s\d|\w)", _read_bare_month),
    form("month", rf"(?<![\w.])(?P<x>(?P<mon>{MONTH}))(?!\s?\d|\w|\.?\s\d)", _read_bare_month),
    form("season", rf"\b(?P<x>(?:{PHASE}|{EDGE}|the\s(?:early\s|late\s)?)?(?:(?P<rel>last|next|this\spast|this\scoming|this|past|that)\s)(?:early\s|late\s)?(?P<s>{SEASON}))(?:\b(?!\s(?:of|apart|in\sprices)))", _read_season),
    form("season", rf"\b(?P<x>(?:{PHASE}|{EDGE}|the\s(?:early\s|late\s)?)?(?P<s>{SEASON})(?:\sof|,)?\s(?:(?P<y>(?:19|20)\d{{2}})\b|{RELY}))", _read_season),
    form("season", r"\b(?:in|during|since|by|until|for|over)\s(?P<x>(?:the\s)?(?:early\s|late\s|mid-)?(?P<s>spring|summer|autumn|winter))\b(?!\s(?:of|Olympic|Games|Palace))", _read_season),
    form("quarter", r"\b(?P<x>(?:(?:the|its|their|a)\s)?(?:(?:flat|fiscal|comparable|corresponding|(?P<ago>year-(?:ago|earlier)))[\s-]){0,3}(?:(?P<y>(?:19|20)\d\d)(?:['’]s)?\s|(?P<rely>this|last|next)\syear['’]s\s)?"
         r"(?:fiscal[\s-])?(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-](?:fiscal\s)?(?P<qh>quarter|half)(?![\w-]*-?hour|s|-century)(?:,?\s(?P<y3>(?:19|20)\d\d)|\s(?:of|in)\s(?:fiscal\s)?(?:(?P<y2>(?:19|20)\d\d)|(?P<rely2>this|last|next)\syear|the\syear)|\s(?P<rely3>this|last|next)\syear)?)\b", _read_quarter),
    form("quarter", r"\b(?P<x>(?:this|the|that|last|next)(?:\s(?:current|latest|same|comparable|corresponding|year-ago|year-earlier|previous|(?:19|20)\d\d)){0,3}\s(?:quarter|period)(?:\s(?:a\syear\s(?:ago|earlier)|last\syear))?)\b(?!\s(?:of|century))", _read_the_quarter),
)  # fmt: skip
