"""Years, decades, centuries."""

from __future__ import annotations

import re
from typing import Final

from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import (
    EDGE,
    MONTH,
    ORDINAL,
    PHASE,
    SEASON,
    SEASONS,
    UNIT,
    month_number,
    number,
    ordinal,
)

_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|from|of|during|by|until|till|between|to|before|after|through|and|or|the|a|late|early|mid|around|for|about|"
    r"than|early|as|back|late|year|fiscal|circa|summer|spring|fall|winter|ending|ended)[\s-]|[(\[,–-]\s?|^|\n)$",
    re.IGNORECASE,
)
_NO_YEAR_BEFORE: Final = re.compile(
    r"(?:[$£€#\d.,:/]|(?<!mid)(?<!post)(?<!pre)(?<!(?:19|20)\d\d)-|\d\s|\b(?:no|nos|number|resolution|flight|room|boeing|model|about|nearly|some|than|least|least|over|another)\.?\s)$",
    re.IGNORECASE,
)
_NOT_YEAR: Final = re.compile(
    r"[/:%]\d|-\d(?!\d{3}\b)|[.,]\d|\s?(?:people|troops|percent|per\scent|soldiers|km|kilomet|miles|local|gmt|square|feet|meters|metres|m\b|points|"
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


YEARS: Final[tuple[Form, ...]] = (
    form("digit", rf"\b(?P<x>(?:(?:the\s)?(?:{PHASE}|{EDGE}))?(?:(?:the\s)?(?:(?:fiscal|calendar)\s)?year\s)?(?P<y>(?:1[5-9]|20)\d{{2}}))\b", _read_year),
    form("digit", rf"\b(?P<x>(?:{EDGE})?(?:the\s)?(?:fiscal|calendar|financial)\s(?:year\s)?(?P<y>(?:19|20)\d{{2}}))\b", _read_plain_year),
    form("spelled", rf"\b(?P<x>(?:(?P<mon>{MONTH})\s|(?:the\s)?(?P<s>{SEASON})\sof\s|the\syear\s)?(?:(?P<cen>nineteen|eighteen|seventeen|twenty)\s(?P<rest>(?:ten|eleven|twelve|thir\w+|fif\w+|four\w*|six\w+|seven\w+|eigh\w+|nine\w+|twenty|forty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)"
         rf"|(?P<thou>(?<=year\s)two\sthousand)(?:\s(?:and\s)?(?P<rest2>one|two|three|four|five|six|seven|eight|nine|ten))?))\b(?!\s(?:{UNIT}|percent|people|hundred|thousand|million))", _read_spelled_year),
    form("decade", rf"(?<![\w$])(?P<x>(?:(?:the\s)?{EDGE})?(?:(?:the\s)?(?:early|late|mid)[-\s])?(?:the\s)?(?:(?P<full>(?:1[5-9]|20)\d0)s|['’‘](?P<short>[2-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?<!\shis\s)))\b", _read_decade),
    form("unit", rf"\b(?P<x>(?:the\s)?(?:(?:early|late|mid)[-\s])?(?P<n>{ORDINAL})[\s-]century)\b", _read_century),
)  # fmt: skip
