"""Days that the clause beside gives: "on Monday, a day after X", "left on Friday after accusing", "came on Sunday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.records import Event, When
from dragoman.resolve import calendar
from dragoman.resolve.governing import Timeline
from dragoman.resolve.timex.words import number

_WAYS: Final = {"after": -1, "before": 1}  # what was done a day after an act came behind it
_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS: Final = {"month": 1, "year": 12}
_COMING: Final = ("come", "follow", "arrive", "emerge")  # "the condemnation came on Sunday"
_DAY: Final = 10  # characters of an ISO day


def find_distance(line: Timeline, event: Event) -> tuple[int, int, int] | None:
    """How far an act lies from that of the clause above: in days and in months, and where its own clause begins.

    "On Monday, two days after Selvia seized a tug": the tug was seized on Saturday.
    """
    words = line.syntax.words
    top = line.syntax.top(event.trigger.start, event.trigger.end)
    if top is None:
        return None
    clause = line.syntax.clause(top)
    mark = next((m for m in line.syntax.child(clause, ("mark",)) if m.text.lower() in _WAYS), None)
    if mark is None or mark.index < 2 or words[mark.index - 1].sentence != mark.sentence:
        return None
    unit, count = words[mark.index - 1], words[mark.index - 2]
    many = number("a" if count.text.lower() in ("a", "an") else count.text)
    way = _WAYS[mark.text.lower()]
    if not many or many != int(many):
        return None
    if unit.lemma in _DAYS:
        return way * int(many) * _DAYS[unit.lemma], 0, mark.start
    return (0, way * int(many) * _MONTHS[unit.lemma], mark.start) if unit.lemma in _MONTHS else None


def move(when: When, days: int, months: int) -> When | None:
    """A day moved: by days to a day, by months to a month."""
    if when.start is None or when.start != when.end or len(when.start) != _DAY:
        return None
    day = date.fromisoformat(when.start)
    if months:
        return calendar.month(day.year, day.month + months).when(when.text, when.span, "inferred")
    found = calendar.shift(day, days).isoformat()
    return replace(when, start=found, end=found, basis="inferred")


def find_by_verb_beside(line: Timeline, event: Event) -> When | None:
    """ "Left on Friday after accusing Selvia", "condemnation by Selvia came on Friday": the other verb's day."""
    top = line.syntax.top(event.trigger.start, event.trigger.end)
    verb = _verb_beside(line, top) if top is not None else None
    found = line.governing(event.trigger, event.evidence, to_come=False) if verb is not None else None
    if found is None or found.span is None:
        return None
    head = line.heads.get(found.span[0])
    return replace(found, basis="inferred") if head is not None and line.syntax.clause(head) == verb else None


def _verb_beside(line: Timeline, top: int) -> int | None:
    word = line.syntax.words[top]
    if word.upos == "NOUN":
        comes = word.deprel == "nsubj" and line.syntax.words[word.head].lemma in _COMING
        return word.head if comes and not line.syntax.child(word.head, ("obj",)) else None
    marks = {m.text.lower() for m in line.syntax.child(top, ("mark",))}
    beside = word.deprel == "advcl" and word.text.lower().endswith("ing") and marks & {"after", "while"}
    return line.syntax.clause(word.head) if beside else None
