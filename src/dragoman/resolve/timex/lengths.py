"""Lengths of time, what recurs, and words that name no day."""

from __future__ import annotations

import re
from typing import Final

from dragoman.resolve.timex.forms import Form, Read, Seen, form
from dragoman.resolve.timex.words import (
    ABOUT,
    MONTH,
    NUMBER,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    duration_value,
    month_number,
    number,
    weekday_number,
)


def _read_length(m: re.Match[str], seen: Seen) -> Read:
    """three days, a 10-year ban, nearly an hour, the past four months, several weeks."""
    words, unit = m["n"], m["u"]
    if re.match(r"[-\s]?(?:years?[-\s])?old\b|[-\s]of[-\s]age\b", seen.text[m.end("x") :], re.IGNORECASE):
        return None
    if re.search(r"\baged?\s(?:of\s)?$", seen.text[max(0, m.start("x") - 9) : m.start("x")], re.IGNORECASE):
        return None
    count = number(words)
    low = words.lower()
    if unit.lower() == "quarter" and (low in ("a", "one") or count is None):
        return None
    if (unit.lower() == "second" and low in ("a", "one")) or (m["x"][0].isdigit() and unit[0].isupper()):
        return None  # "a second meeting", "60 Minutes"
    if unit.lower().startswith("quarter") and re.search(r"-quarters$", m["x"], re.IGNORECASE):
        return None
    if low in ("a", "an") and _RATE.search(seen.text, max(0, m.start("x") - 9), m.start("x")):
        return "SET", duration_value(1, unit)
    if (
        low in ("one", "a")
        and "-" not in m["x"]
        and unit.lower() in ("day", "night")
        and not re.search(
            r"(?:for|after|in|within|than|about|nearly|only|just|last|by|over|the|of|lasted|takes?|spent|days)\s$",
            seen.text[max(0, m.start("x") - 9) : m.start("x")].lower(),
        )
        and seen.text[m.start("n") : m.end("x")].lower() == m["x"].lower()
    ):
        return None
    if m.groupdict().get("half") or m.groupdict().get("half2"):
        count = None if count is None else count + 0.5
    if count is not None and count > 100_000:
        return None
    return "DURATION", duration_value(count, unit)


_RATE: Final = re.compile(r"\b(?:times|once|twice)\s$", re.IGNORECASE)


def _read_long(m: re.Match[str], seen: Seen) -> Read:
    """a year-long truce, a decades-long war"""
    return "DURATION", duration_value(None if m["s"] else 1, m["u"])


def _read_vague_length(m: re.Match[str], seen: Seen) -> Read:
    """weeks, recent weeks, the coming months: how many is not said."""
    return "DURATION", duration_value(None, m["u"])


def _read_weeks_around(m: re.Match[str], seen: Seen) -> Read:
    """ "in the weeks before the vote"; not "two weeks before"."""
    if re.search(
        rf"(?:{NUMBER}|few|than|of)[-\s]$", seen.text[max(0, m.start("x") - 20) : m.start("x")], re.IGNORECASE
    ):
        return None
    return "DURATION", duration_value(None, m["u"])


def _read_every(m: re.Match[str], seen: Seen) -> Read:
    words = m["what"].lower()
    if re.match(WEEKDAY, words, re.IGNORECASE):
        return "SET", f"XXXX-WXX-{weekday_number(words) + 1}"
    if words.rstrip("s") in SEASONS:
        return "SET", f"XXXX-{SEASONS[words.rstrip('s')]}"
    if words in ("morning", "afternoon", "evening", "night"):
        return "SET", "XXXX-XX-XXT" + {"m": "MO", "a": "AF", "e": "EV", "n": "NI"}[words[0]]
    if re.fullmatch(MONTH, words, re.IGNORECASE):
        return "SET", f"XXXX-{month_number(words):02d}"
    count = number(m.groupdict().get("n")) if m.groupdict().get("n") else 1
    if count is not None and m.groupdict().get("other"):
        count = 2
    return "SET", duration_value(count, words)


_RATES: Final = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y",
                 "yearly": "P1Y", "hourly": "PT1H", "biweekly": "P2W", "annual": "P1Y"}  # fmt: skip


def _read_rate(m: re.Match[str], seen: Seen) -> Read:
    return "SET", _RATES[m["x"].lower()]


def _read_plural_day(m: re.Match[str], seen: Seen) -> Read:
    return "SET", f"XXXX-WXX-{weekday_number(m['w'] or m['w2']) + 1}"


def _ref(pattern: str, value: str) -> Form:
    def read(m: re.Match[str], seen: Seen) -> Read:
        return "DATE", value

    return form("unit" if "ago" in pattern[-12:] else "word", pattern, read)


_MODALS: Final = "will would to should could may might must can not".split()
_LAST: Final = "".join(rf"(?<!{w}\s)" for w in _MODALS) + "last"  # "will last 40 days" is no time gone by
_SPAN: Final = rf"(?:(?:(?:at\sleast\s)?(?:the|these|this)\s)?(?:past|{_LAST}|next|coming|previous|first|final|following|remaining|preceding|latest|initial)\s(?:full\s)?)"
LENGTHS: Final[tuple[Form, ...]] = (
    form("unit", rf"(?<![\w$£€])(?P<x>{ABOUT}(?:the\s(?=\d|nine|six|three|four|two|five))?(?:{_SPAN})?(?P<n>{NUMBER})(?P<half2>\sand\sa\shalf)?(?:\s?-?\s?(?:to|or|-|–)\s?{NUMBER})?(?:\s|\s-\s)(?:more\s|full\s|additional\s|consecutive\s|straight\s|long\s|business\s|working\s|trading\s)?"
         rf"(?P<u>{UNIT})s?(?P<half>\sand\sa\shalf)?(?:\sor\sso)?)\b(?!-)", _read_length),
    form("unit", rf"(?<![\w$£€])(?P<x>{ABOUT}(?P<n>\d[\d,.]*|{NUMBER})-(?P<u>{UNIT})(?=-long|[\s,.;:)\"”’'?!]|-term|$))(?P<half>)", _read_length),
    form("unit", rf"\b(?P<x>(?:{_SPAN})(?P<u>days|weeks|months|years|decades|hours|centuries|minutes|quarters))\b", _read_vague_length),
    form("unit", r"\b(?P<x>(?:the\s)?(?:more\s)?(?:recent|coming)\s(?P<u>days|weeks|months|years|decades|hours|quarters))\b", _read_vague_length),
    form("unit", r"\b(?:for|in|after|over|of|took|take|taken|lasted|within|spent)\s(?P<x>(?:many\s)?(?P<u>days|weeks|months|years|decades|hours|centuries))(?!\s(?:ago|earlier|later|old|before))\b", _read_vague_length),
    form("unit", r"\b(?P<x>(?:the\s)?(?P<u>days|weeks|months|years|decades|hours)(?:\sahead)?)(?<!\sdays\sahead)(?=\s(?:before|after|since|leading|following|that\sfollowed|to\scome)\b|\sahead\b)", _read_weeks_around),
    form("unit", r"\b(?:follows?|followed|despite|through|into|spent|saw|ended?|ending|end|capped|amid|by)\s(?P<x>(?P<u>days|weeks|months|years|decades|hours|centuries))(?=\sof\b)", _read_vague_length),
    form("each", rf"\b(?P<x>(?:every|each)\s(?:(?P<other>other)\s|(?P<n>{NUMBER})\s)?(?P<what>day|week|month|year|quarter|hour|minute|second|decade|morning|afternoon|evening|night|weekend|days|weeks|months|years|hours|minutes|{WEEKDAY}|{SEASON}|{MONTH}))\b", _read_every),
    form("rate", r"\b(?P<x>daily|weekly|monthly|annually|yearly|hourly|nightly|biweekly)\b(?!,?\s(?-i:[A-Z])|\s(?:news)?papers?\b)", _read_rate),
    form("day", rf"\b(?P<x>(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s|(?P<w2>{WEEKDAY})\s(?:nights|mornings))\b", _read_plural_day),
    form("unit", r"\b(?P<x>(?<!-)(?P<u>day|week|month|year|decade|century)(?P<s>s)?-?long)\b", _read_long),
    _ref(r"\b(?P<x>(?:right\s|until\s|just\s)?now)\b(?!\s(?:defunct))", "PRESENT_REF"),
    _ref(r"\b(?P<x>currently|at\spresent|presently|nowadays|these\sdays)\b", "PRESENT_REF"),
    _ref(r"\b(?P<x>(?:more\s|most\s|very\s)?recently|lately|in\sthe\srecent\spast|(?<!of\s)the\s(?:recent\s)?past(?=[.,;]|\s(?:and|when|but|with|to)\b))(?=\W|$)", "PAST_REF"),
    _ref(r"\bin\s(?P<x>the\spast)\b(?!\s(?:few|couple|several|\d|\w+\s(?:day|week|month|year|decade|hour|quarter)|day|week|month|year|decade|hour))", "PAST_REF"),
    _ref(r"\b(?P<x>the\s(?:near|foreseeable|not-too-distant|immediate|distant)?\s?(?:future|(?<=near\s)term|(?<=short\s)term)|the\s(?:near|short)\sterm)\b", "FUTURE_REF"),
    _ref(r"\b(?P<x>(?:very\s|as\s)?soon(?:\sas\spossible)?)\b(?!\s(?:after|as|before|found|became|followed|thereafter|to\sbe))", "FUTURE_REF"),
    _ref(r"\b(?:in|the)\s(?P<x>future)\b", "FUTURE_REF"),
    _ref(r"\b(?P<x>(?:days|weeks|months|years|decades|centuries)\sago)\b", "PAST_REF"),
)  # fmt: skip
