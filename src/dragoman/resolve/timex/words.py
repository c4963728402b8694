"""Numbers, units and parts of the day in words, and how TIMEX3 writes values."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.resolve import calendar

# ---------------------------------------------------------------- words

_ONES: Final = "zero one two three four five six seven eight nine".split()
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_SMALL: Final = {w: n for n, w in enumerate(_ONES + _TEENS)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
_BIG: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_SIMPLE: Final = "|".join(sorted(_SMALL, key=len, reverse=True))
NUMBER: Final = (
    rf"(?:\d[\d,]{{0,9}}(?:\.\d{{1,3}})?(?:\s?½|[-\s]\d/\d)?(?:[-\s](?:hundred|thousand|million))?"
    rf"|(?:an?\s)?couple(?:\sof)?(?:\smore)?|(?:a|two|three|several)\sdozen|(?:an?\s|the\s)?few|several|many|countless"
    rf"|half\san?|an?\shalf|(?:(?:{_SIMPLE}|an?(?=\s(?:hundred|thousand|million)))(?:[-\s](?:{_SIMPLE}|hundred|thousand|million)){{1,6}}|{_SIMPLE})|an?|one)"
)
UNIT: Final = (
    r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|millennium)"
)
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
SEASON: Final = r"(?:spring|summer|fall|autumn|winter)"
PART: Final = r"(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime)"
ABOUT: Final = (
    r"(?:(?:about|nearly|almost|some|around|roughly|approximately|just\sover|just\sunder|just|over(?!\sthe)|only|barely|more\sthan"
    r"|less\sthan|at\sleast|at\smost|up\sto|no\smore\sthan|as\smany\sas|as\slong\sas|an\sestimated|another|well\sover"
    r"|close\sto|the\slast|at\sleast\sthe\spast)\s)?"
)
PHASE: Final = r"(?:(?:very\s)?(?:early|late|mid|middle|later|earlier|sometime)(?:\sin|\son)?(?:[-\s]the)?[-\s])"
SEASONS: Final = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI", "midday": "MI"}
RELY: Final = r"(?:(?:of\s)?(?P<rely>last|this|next)\syear)"
EDGE: Final = r"(?:(?:the\s)?(?:very\s)?(?:end|beginning|start|middle|close|first\shalf|second\shalf|latter\shalf)\sof\s(?:the\s)?)"
ORDINAL: Final = "(?:" + "|".join(sorted(_ORDINALS[1:], key=len, reverse=True)) + r"|\d{1,2}(?:st|nd|rd|th))"


def number(words: str | None) -> float | None:
    """The number that words say; None for "a few", "several" and what says none.

    >>> number("twenty-four"), number("2 1/2"), number("a couple of"), number("several")
    (24, 2.5, 2, None)
    """
    low = " ".join((words or "").lower().replace("-", " ").split())
    if "couple" in low:
        return 2
    if low in ("half a", "half an", "a half", "an half"):
        return 0.5
    low = low.replace("a dozen", "12").replace("two dozen", "24").replace("½", " 1/2")
    if low in ("several", "many", "countless", "few", "a few", "the few", "") or "dozen" in low:
        return None
    total, part = 0.0, 0.0
    for word in low.split():
        if "/" in word:
            above, _, below = word.partition("/")
            part += int(above) / int(below) if int(below) else 0
        elif word[0].isdigit():
            part += float(word.replace(",", ""))
        elif word in _BIG:
            total, part = total + max(part, 1) * _BIG[word], 0
        else:
            part += _SMALL.get(word, 1 if word in ("a", "an") else 0)
    total += part
    return int(total) if total == int(total) else total


def ordinal(words: str) -> int:
    low = words.lower().replace(" ", "-")
    return _ORDINALS.index(low) if low in _ORDINALS else int(re.sub(r"\D", "", low) or 0)


def month_number(words: str) -> int:
    return calendar.MONTHS.index(words[:3].lower()) + 1


def weekday_number(words: str) -> int:
    return calendar.WEEKDAYS.index(words[:3].lower())


def unit_letter(words: str) -> str:
    """The letter of a unit in a duration: "weeks" W, "hours" TH."""
    low = words.lower()
    if low.startswith(("second", "minute", "hour")):
        return "T" + low[0].upper()
    if low.startswith(("day", "night", "weekend")):
        return "D"
    return {"w": "W", "f": "W", "m": "M", "q": "Q", "y": "Y", "d": "E", "c": "C"}[low[0]]


# ---------------------------------------------------------------- values


def day_value(when: date) -> str:
    return when.isoformat()


def week_value(when: date) -> str:
    year, week, _ = when.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def quarter_value(year: int, quarter: int) -> str:
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04d}-Q{quarter}"


def duration_value(count: float | None, unit: str) -> str:
    """P3D, PT30M, P2Y6M; X for a number not said.

    >>> duration_value(2.5, "years"), duration_value(None, "weeks"), duration_value(2, "decades")
    ('P2Y6M', 'PXW', 'P20Y')
    """
    letter = unit_letter(unit)
    if unit.lower().startswith("fortnight"):
        count = None if count is None else count * 2
    if unit.lower().startswith("weekend"):
        count = None if count is None else count * 2
    time, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    if letter in "EC":
        count, letter = count * (10 if letter == "E" else 100), "Y"
    if letter == "Q" and count != int(count):
        count, letter = count * 3, "M"
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if time else (30, "D"), "D": (24, "H"), "W": (7, "D")}
    per, below = smaller.get(letter, (1, letter))
    whole, rest = int(count), round((count - int(count)) * per)
    if letter == "D":
        return f"PT{round(count * 24)}H"
    return f"P{time}" + (f"{whole}{letter}" if whole else "") + f"{rest}{below}"
