"""Accounts of one meeting: what those who met say and do in the sentences after it was done on its day.

"The secretary met yesterday with the premier of Orvana. He urged …": the urging was yesterday too. Nobody says so
outright, so the date is inferred. An account tells in the past; "welcomes" is of the day on which it is put out.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.codebook.plover import AT_HAND
from dragoman.records import Entity, Event, Meeting, Span, Statement, When
from dragoman.resolve.governing import Timeline
from dragoman.resolve.times import overlapping

_REACH: Final = 8  # sentences that an account takes
_DAY: Final = 10  # characters of a whole day
_NEXT: Final = (0, 1)  # sentences on
_THEM: Final = frozenset("they them he him she her it".split())


class Account:
    """The account that a report gives of the one meeting, or of those on one day, that it tells of."""

    def __init__(self, line: Timeline, meetings: tuple[Meeting, ...]) -> None:
        """Args: `meetings`: all of the report, dated. Of several days, which one an act was done on is not said."""
        held = [m for m in meetings if m.status == "held" and m.evidence]
        dated = [(m, day) for m in held if (day := _stated_day(line, m)) is not None]
        one = bool(dated) and len(dated) == len(held) and len({day.start for _, day in dated}) == 1
        self.day = replace(dated[0][1], basis="inferred") if one else None
        self._line = line
        self._opens = min(self._number(m.evidence[0]) for m, _ in dated) if one else 0
        self._codes = {p.entity.code for m, _ in dated for p in m.participants}

    def date_event(self, event: Event) -> Event:
        """The event with the meeting's day, where it has none of its own and those who met did it."""
        free = event.meeting is None and not event.aux
        own = free and self._is_of_it(event.date, event.actor, event.trigger)
        return replace(event, date=self.day) if own else event

    def date_statement(self, statement: Statement) -> Statement:
        """The same for what those who met are told to have said."""
        who = (statement.speaker,) if statement.speaker else ()
        own = statement.cue is not None and self._is_of_it(statement.date, who, statement.cue)
        return replace(statement, date=self.day) if own else statement

    def _is_of_it(self, date: When | None, who: tuple[Entity, ...], at: Span) -> bool:
        undated = date is not None and date.basis == "inferred" and date.span is None
        if self.day is None or not undated or not who or not all(e.code and e.code in self._codes for e in who):
            return False
        return 0 <= self._number(at) - self._opens <= _REACH and _is_past(self._line, at)

    def _number(self, span: Span) -> int:
        return self._line.reading.sentence_at(span.start)


def date_beside(line: Timeline, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Force or unrest told right after more of it, of the same people, was of the same day.

    "Troops attacked the town on Sunday. They killed five."
    """
    dated: dict[int, Event] = {id(e): _date_by_last(line, e) for e in events}
    for before, event in pairwise(sorted((e for e in events if e.event in AT_HAND), key=lambda e: e.trigger.start)):
        told = dated[id(before)].date
        if told is None or told.start is None or line.published is None or event.date is None or event.aux:
            continue
        day = len(told.start) == _DAY and told.start == told.end and told.start < line.published.isoformat()
        undated = event.date.basis == "inferred" and event.date.span is None and told.span is not None
        apart = line.reading.sentence_at(event.trigger.start) - line.reading.sentence_at(before.trigger.start)
        if day and undated and not before.aux and apart in _NEXT and _of_the_same(before, event):
            if _is_past(line, event.trigger):
                dated[id(event)] = replace(event, date=replace(told, basis="inferred"))
    return tuple(dated[id(e)] for e in events)


def _date_by_last(line: Timeline, event: Event) -> Event:
    """ "Men took nine people on Sunday. Rebels abducted them": the one day of the sentence that tells who they are."""
    undated = event.date is not None and event.date.basis == "inferred" and event.date.span is None and not event.aux
    on_them = event.event in AT_HAND and any(e.text.lower() in _THEM for e in event.recipient)
    number = line.reading.sentence_at(event.trigger.start)
    if not (undated and on_them and number and _is_past(line, event.trigger)):
        return event
    before = line.reading.sentences[number - 1]
    days = [e for e in overlapping(line.times, before.start, before.end) if e.kind == "point"]
    one = days[0] if len(days) == 1 and line.is_past(days[0]) else None
    if one is None or one.interval is None or one.interval.start != one.interval.end:
        return event
    return replace(event, date=replace(line.when(one), basis="inferred"))


def _of_the_same(before: Event, event: Event) -> bool:
    """Done by the same side, or by or on those just told of ("abducted them")."""
    if any(e.text.lower() in _THEM for e in (*event.actor, *event.recipient)):
        return True
    doers = [{a.code for a in e.actor if a.code} for e in (before, event)]
    return doers[0] == doers[1] != set()


def _stated_day(line: Timeline, meeting: Meeting) -> When | None:
    """One day before that of the report, in the words."""
    day = meeting.when
    if day is None or day.basis != "stated" or line.published is None:
        return None
    whole = len(day.start or "") == _DAY and (day.start or "") < line.published.isoformat()
    return day if whole else None


def _is_past(line: Timeline, trigger: Span) -> bool:
    """By the verb of the clause; of a noun ("voiced support for"), by the verb that it hangs on."""
    top = line.syntax.top(trigger.start, trigger.end)
    if top is None:
        return False
    for i in line.syntax.path_up(top):
        word = line.syntax.words[i]
        if word.upos == "VERB" and word.deprel != "xcomp" and not word.text.lower().endswith("ing"):
            return line.syntax.is_past_form(i)
    return False
