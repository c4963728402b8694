"""What forms of time expressions are, and the text as it is read: what relative words count from, what was named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from dragoman.codebook.datelines import read_dateline
from dragoman.resolve import calendar

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Read = tuple[TimexType, str] | None


_SINCE: Final = re.compile(r"\bsince\s(?:early\s|late\s|mid-|at\sleast\s)?$", re.IGNORECASE)
_DONE: Final = re.compile(
    r"\b(?:\w{3,}ed|said|told|met|held|began|came|went|took|made|gave|left|won|lost|fell|rose|led|sent|was|were)\s"
    r"(?:back\s)?(?:(?:in|on|at|late|early|last)\s)*$",
    re.IGNORECASE,
)
_TO_BE: Final = re.compile(r"\b(?:will|would|shall|to|['’]ll)\sbe\s\w+\s(?:(?:in|on|at|late|early)\s)*$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\w\s(?:until|till|through|by)\s$", re.IGNORECASE)
_PLANNED: Final = re.compile(
    r"\b(?:(?:planned|scheduled|slated|set|due|expected|postponed|delayed|payable|effective|starting|beginning|adjourned)\s"
    r"(?:to\sbe\sheld\s|to\sbegin\s|to\sstart\s|to\sresume\s|for\s|until\s|till\s|on\s|in\s|early\s|late\s)*|as\s(?:early|soon|late)\sas\s"
    r"|no\slater\sthan\s|(?:deadline|\w+s|\w+ed|\w+\stime)\suntil\s(?:at\s)?)$",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_HEAD: Final = 80  # characters in which the date of a dateline stands
_LINE: Final = 160  # characters that a dateline ends in
_LATE: Final = 2  # days by which a paper prints what an agency sent


@dataclass(frozen=True, slots=True)
class Timex:
    """Characters `start:end` with their TIMEX3 type and value."""

    start: int
    end: int
    type: TimexType
    value: str


@dataclass(slots=True)
class Seen:
    """A text as it is read: what relative words count from, and the last day, month, year and quarter named."""

    text: str
    published: date | None
    tense: Callable[[int, int], bool | None]
    last: list[Timex] = field(default_factory=list)

    def note(self, found: Timex) -> None:
        if found.type in ("DATE", "TIME"):
            self.last.append(found)

    def sent(self) -> date | None:
        """The day that "today" is: of the dateline, where that is a day or two before publication, else publication."""
        if self.published is None or self.last == [] or self.last[0].start > _HEAD:
            return self.published
        first, line = self.last[0], read_dateline(self.text[:_LINE])
        if line is None or first.end > line.end or not _DAY.fullmatch(first.value):
            return self.published
        day = date.fromisoformat(first.value)
        return day if 0 < (self.published - day).days <= _LATE else self.published

    def future(self, m: re.Match[str]) -> bool | None:
        """Whether `m` tells what is to come: the words just before it say so, else the tense of its clause."""
        begin = m.start("x")
        before = self.text[max(0, begin - 40) : begin]
        done = _DONE.search(before) and not _PLANNED.search(before) and not _TO_BE.search(before)
        if _SINCE.search(before) or done:
            return False
        if _PLANNED.search(before):
            return True
        told = self.tense(begin, m.end("x"))
        return True if told is None and _UNTIL.search(before) else told

    def last_like(self, pattern: str, at: int, reach: int = 400) -> str | None:
        """The value of the last date named that fits `pattern`, not more than `reach` characters before."""
        for each in reversed(self.last):
            if at - each.end > reach:
                return None
            if re.match(pattern, each.value):
                return each.value
        return None

    def last_quarter(self, at: int) -> str | None:
        """The latest of the quarters named in the last 1,500 characters: what "the quarter" goes back to."""
        told = [t.value for t in self.last if at - t.end <= 1500 and re.match(r"\d{4}-Q\d$", t.value)]
        return max(told, key=lambda value: value[:4]) if told else None

    def last_day(self, at: int) -> date | None:
        value = self.last_like(r"\d{4}-\d\d-\d\d", at, 1500)
        return calendar.real_date(*(int(p) for p in value[:10].split("-"))) if value else None


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern whose group `x` is the expression, and what its words mean; `near`: what each such expression holds.

    Looking for that first, and for the whole pattern only around it, is several times faster.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Seen], Read]
    near: str


def form(near: str, pattern: str, read: Callable[[re.Match[str], Seen], Read], *, case: bool = False) -> Form:
    flags = re.VERBOSE | (0 if case else re.IGNORECASE)
    return Form(re.compile(pattern, flags), read, near)


# what forms are looked for around, in small letters
NEAR: Final = {
    "digit": re.compile(r"\d"),
    "month": re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
    "day": re.compile(
        r"day|tonight|overnight|morrow|morning|afternoon|evening|night|\b(?:mon|tues?|wed|thurs?|fri|sat|sun)\."
    ),
    "holiday": re.compile(r"day|fourth|eve\b|christmas|thanksgiving|easter|halloween"),
    "clock": re.compile(r"\d|noon|midnight|midday"),
    "season": re.compile(r"spring|summer|fall|autumn|winter"),
    "quarter": re.compile(r"quarter|half|period"),
    "spelled": re.compile(r"nineteen|eighteen|seventeen|twenty|thousand"),
    "decade": re.compile(r"\ds|ties"),
    "unit": re.compile(r"second|minute|hour|day|night|week|month|quarter|year|decade|centur|millennium"),
    "ago": re.compile(r"ago\b|earlier|later|before|from\snow|hence|previously"),
    "each": re.compile(r"every|each"),
    "rate": re.compile(r"ly\b"),
    "word": re.compile(r"now|current|present|these\sdays|recent|late|past|soon|future|term"),
}
