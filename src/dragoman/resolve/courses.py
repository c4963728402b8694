"""How long talks that have begun are to go on: "they are due to run until Friday", "is expected to last three days".

What ends after the day of the report is under way on it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.records import Meeting, When, Word
from dragoman.resolve import calendar
from dragoman.resolve.clauses import TALKS
from dragoman.resolve.governing import Timeline
from dragoman.resolve.times import TimeExpression, overlapping

_DAY: Final = 10  # characters of an ISO day
_REACH: Final = 60  # characters in which a verb of going on stands before its end
_LONGEST: Final = 60  # days
_FRESH: Final = 2  # days after which what has begun need not be going on
_NOW: Final = re.compile(r"\b(?:still|under ?way|ongoing|(?:is|are|was|were) (?:\w+ )?\w+ing)\b", re.IGNORECASE)
_BEGUN: Final = re.compile(r"\b(?:beg[aiu]n|open|start|resum|reopen|kick|got|enter)", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"\b(?:last|run|go(?:es)? on|continue|extend|stretch)(?:s|ing)?\s(?:\w+\s)?(?:until|till|through|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\b(?:to|will|would)\s(?:last|run|go on|continue|take)\s(?:for\s)?(?:up to|at least|about|around|some)?\s?$",
    re.IGNORECASE,
)
_TO_END: Final = re.compile(
    r"\b(?:to|will|would)\s(?:end|conclude|finish|wrap up|close|break up)\s(?:\w+\s)?(?:on\s|by\s|late\s)?$",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(r"\b(?:talks|negotiations),? which (?:is|are|was|were|will) [^.;,]*$", re.IGNORECASE)
_SUBJECTS: Final = TALKS | {"they", "it", "which", "that", "gathering", "encounter", "event", "proceeding"}


def follow_course(line: Timeline, row: Meeting, when: When | None) -> Meeting:
    """The row with its days, the last of them also where it is to come."""
    end = _last_day(line, row, when)
    if when is None or line.published is None:
        return replace(row, when=when)
    when = replace(when, end=end) if end is not None else when
    return replace(row, when=when, status=_how_far(row, when, line.published, told=end is not None))


def _how_far(row: Meeting, when: When, today: date, *, told: bool) -> str:
    """Held or under way on the day of the report. `told`: that it is to end on the last of its days."""
    days = len(when.start or "") == _DAY and len(when.end or "") == _DAY
    now = today.isoformat()
    if row.status == "held":
        loose = "week" in (when.text or "").lower() or when.basis == "inferred"
        going_on = days and (when.start or "9") <= now and (now < (when.end or "") or (told and now == when.end))
        return "under way" if going_on and not loose else "held"
    over = days and when.start != when.end and (when.end or "9") < now
    long_ago = not days or (when.end or "9") < calendar.shift(today, -_FRESH).isoformat()
    begun = any(_BEGUN.search(s.text) for s in row.evidence) and not any(_NOW.search(s.text) for s in row.evidence)
    return "held" if begun and (over or long_ago) else row.status


def _last_day(line: Timeline, row: Meeting, when: When | None) -> str | None:
    """The day until which it is told to go on, in a sentence that tells of it or the one behind."""
    if when is None or len(when.start or "") != _DAY or not row.evidence:
        return None
    for start, end in _places(line, row):
        for e in overlapping(line.times, start, end):
            day = _end_named(line, e, when.start or "")
            if day is not None and day.isoformat() > (when.end or ""):
                return day.isoformat()
    return None


def _places(line: Timeline, row: Meeting) -> list[tuple[int, int]]:
    numbers: list[int] = []
    for span in row.evidence:
        top = line.syntax.top(span.start, span.end)
        number = line.syntax.words[top].sentence if top is not None else -1
        numbers += [n for n in (number, number + 1) if 0 <= n < len(line.reading.sentences) and n not in numbers]
    first = row.evidence[0].start
    found = [(s.start, s.end) for s in (line.reading.sentences[n] for n in numbers)]
    return [(max(a, first), b) for a, b in found if b > first]


def _end_named(line: Timeline, e: TimeExpression, start: str) -> date | None:
    before = line.text[max(0, e.start - _REACH) : e.start]
    if e.kind == "duration":
        told = 1 < e.length <= _LONGEST and _FOR.search(before) and _is_of_talks(line, e)
        return calendar.shift(date.fromisoformat(start), e.length - 1) if told else None
    if e.interval is None or e.interval.precision != "day" or not (_UNTIL.search(before) or _TO_END.search(before)):
        return None
    if not _is_of_talks(line, e):
        return None
    ahead = line.turned(line.when(e), 7)
    return date.fromisoformat(ahead.end) if ahead is not None and ahead.end else e.interval.end


def _is_of_talks(line: Timeline, e: TimeExpression) -> bool:
    """Whether it is talks that go on: the subject of the nearest clause that has one."""
    head = line.heads.get(e.start)
    if head is None:
        return False
    if _OF_THEM.search(line.text, max(0, e.start - _REACH), e.start):
        return True
    for i in line.syntax.path_up(head):
        subjects = line.syntax.child(i, ("nsubj",))
        if subjects:
            return any(_tells_of_talks(s) for s in subjects)
    return False


def _tells_of_talks(word: Word) -> bool:
    return word.lemma.lower() in _SUBJECTS or word.text.lower() in _SUBJECTS
