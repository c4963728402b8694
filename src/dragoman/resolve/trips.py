"""Journeys with their days: what the traveller does in the sentences after one is dated by it.

"The envoy travelled to Orvana from May 11 to 15. He met the premier …": the meeting was in these days. Nobody says so
outright, so the date is inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from dragoman.records import Span, When, subtree
from dragoman.resolve import calendar
from dragoman.resolve.governing import OWN_CLAUSE, Timeline
from dragoman.resolve.times import TimeExpression, overlapping

_TRAVEL: Final = frozenset("travel visit tour embark undertake trip journey arrive fly".split())
_WEEK: Final = re.compile(r"(?:this|last|(?:over |in )?the past) week", re.IGNORECASE)
_LEAD: Final = 6  # characters
_PRONOUNS: Final = frozenset(("he", "she", "they", "i", "we", "delegation"))
_SPELLED: Final = re.compile(r"\d")  # "May 11-15"; "this week" is a stretch too, but says no more than when it began
_DULL: Final = frozenset(("the", "of", "and", "for", "a", "an", "to", "u.s.", "state", "states", "united"))


@dataclass(frozen=True, slots=True)
class Trip:
    """A journey told in `sentence`: its days, and the words that name who goes."""

    sentence: int
    days: TimeExpression
    traveller: frozenset[str]
    in_numbers: bool  # "May 11-15"


def find_trips(line: Timeline) -> tuple[Trip, ...]:
    """The journeys of a report whose days it gives."""
    trips = []
    for days in line.times:
        if days.kind != "point" or days.interval is None or days.interval.precision != "day":
            continue
        one_day = days.interval.start == days.interval.end
        spelled = bool(_SPELLED.search(line.text, days.start, days.end))
        if not one_day and not spelled and not _opens(line, days):
            continue
        head = line.heads.get(days.start)
        if head is None:
            continue
        verb = next((i for i in line.syntax.path_up(head)[1:] if _is_journey(line, i)), None)
        if verb is None or line.syntax.distance(verb, head) > OWN_CLAUSE:
            continue
        number = line.syntax.words[verb].sentence
        days = _with_length(line, days, number) if one_day else days
        # all words before the verb: long titles are often parsed wrongly
        before = line.syntax.words[line.reading.sentences[number].first : verb]
        who = frozenset(w.text.lower() for w in before if w.text[0].isalpha()) - _DULL
        trips.append(Trip(number, days, who, not one_day))
    return tuple(trips)


def _opens(line: Timeline, days: TimeExpression) -> bool:
    """ "This week, the envoy led a delegation to Orvana", which opens a text: all that follows is of these days."""
    sentence = line.reading.sentences[0]
    return days.start - sentence.start < _LEAD and bool(_WEEK.fullmatch(line.text, days.start, days.end))


def _is_journey(line: Timeline, i: int) -> bool:
    """ "Travel"; "start a tour"."""
    below = line.syntax.child(i, ("obj", "obl", "nsubj")) if line.syntax.words[i].upos == "VERB" else []
    if line.syntax.words[i].lemma == "lead":
        return any(w.lemma == "delegation" for w in below)
    return any(w.lemma in _TRAVEL for w in (line.syntax.words[i], *below))


def _with_length(line: Timeline, first: TimeExpression, number: int) -> TimeExpression:
    """ "Will start a five-day tour from Dec. 6": five days from that one on."""
    sentence = line.reading.sentences[number]
    for length in overlapping(line.times, sentence.start, sentence.end):
        if length.kind == "duration" and 1 < length.length <= 30 and first.interval:
            last = calendar.shift(first.interval.start, length.length - 1)
            return replace(first, interval=calendar.days(first.interval.start, last))
    return first


def date_by_trip(line: Timeline, trips: tuple[Trip, ...], anchor: Span, *, ahead: bool) -> When | None:
    """The days of the journey on which what `anchor` tells was done, or will be (`ahead`); else None."""
    top = line.syntax.top(anchor.start, anchor.end)
    if top is None or line.published is None:
        return None
    sentence = line.syntax.words[top].sentence
    before = [t for t in trips if t.sentence <= sentence and t.days.start < anchor.start]
    if not before or not (who := _subject(line, top)):
        return None
    trip, interval = before[-1], before[-1].days.interval
    if not ahead and not trip.in_numbers and not (_is_there(line, top) and trip.sentence == sentence - 1):
        return None  # "arrived on Monday on a three-day visit": what is told after it is news of the day
    if not who & (trip.traveller | _PRONOUNS) or interval is None:
        return None
    told = interval.end >= line.published if ahead else interval.start <= line.published
    return replace(line.when(trip.days), basis="inferred") if told else None


def _is_there(line: Timeline, i: int) -> bool:
    """ "There she met": told of where the journey just told of led."""
    return any(w.text.lower() == "there" for w in line.syntax.child(line.syntax.clause(i), ("advmod",)))


def _subject(line: Timeline, i: int) -> frozenset[str]:
    """The words, in small letters, of the subject of `i`, or else of the nearest clause above it that has one."""
    words = line.syntax.words
    for j in line.syntax.path_up(i):
        for child in line.syntax.child(j, ("nsubj",)):
            sentence = line.reading.sentences[child.sentence]
            inside = subtree(words, child.index, sentence.first, sentence.last)
            return frozenset(words[k].text.lower() for k in inside) - _DULL
    return frozenset()
