"""The same act told again: the words of a less sure telling join those of the surer one.

A report comes back to what its first lines tell, in other words and with one side left out. Told so, an act is coded
once, and both places are its evidence (PLOVER; a second act of the same sides is told as surely as the first).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Event, Reading, Span, When
from dragoman.settle.sides import keys_of

MOST_SPANS: Final = 4  # places that one act rests on
APART: Final = 0.40  # confidence from which a second row of the same sides is another act
BESIDE: Final = 0.55  # the same within one sentence, which seldom tells two
_TOLD: Final = 0.10  # what is less sure than that is no telling of anything


def join_retold(reading: Reading, events: Sequence[Event], least: float) -> list[Event]:
    """`events` in their order, without those that tell again what a surer one of them tells.

    Args:
        events: with their confidence. Events of a user's own frames neither join nor are joined.
        least: confidence below which an event is not told, so that nothing joins it.
    """
    starts = [s.start for s in reading.sentences]
    kept: dict[int, Event] = {}
    for index in sorted(range(len(events)), key=lambda i: (-events[i].confidence, events[i].trigger.start)):
        event = events[index]
        surer = next((i for i, one in kept.items() if one.confidence >= least and _tells(one, event, starts)), None)
        if surer is None:
            kept[index] = event
        else:
            kept[surer] = _add(kept[surer], event)
    return [kept[i] for i in sorted(kept)]


def _tells(one: Event, again: Event, starts: list[int]) -> bool:
    """Whether a surer event is what another tells again: the sides of one are among those of the other."""
    if one.event != again.event or "own frame" in (one.found_by, again.found_by):
        return False
    if set(one.aux) - {"historical"} != set(again.aux) - {"historical"} or not _within(one, again):
        return False
    if _are_two_meetings(one, again):
        return False
    together = bisect_right(starts, one.trigger.start) == bisect_right(starts, again.trigger.start)
    return _TOLD <= again.confidence < (BESIDE if together else APART)


def _are_two_meetings(one: Event, other: Event) -> bool:
    """Meetings of two days are two events, however unsure one of them is: each names its own."""
    days = [e.date.start for e in (one, other) if e.meeting is not None and e.date is not None]
    return len(days) == len((one, other)) and days[0] != days[1]


def _within(one: Event, other: Event) -> bool:
    sides = [(keys_of(e.actor), keys_of(e.recipient)) for e in (one, other)]
    (actor, recipient), (other_actor, other_recipient) = sides
    return (other_actor <= actor and other_recipient <= recipient) or (
        actor <= other_actor and recipient <= other_recipient
    )


def _add(one: Event, again: Event) -> Event:
    date = fuller_date(one.date, again.date)
    return replace(one, evidence=join_words(one, again), date=date, place=one.place or again.place)


def join_words(one: Event, again: Event) -> tuple[Span, ...]:
    """The evidence of two tellings of one act, the first one's first."""
    return (*one.evidence, *(s for s in again.evidence if s not in one.evidence))[:MOST_SPANS]


def fuller_date(one: When | None, other: When | None) -> When | None:
    """The date of two tellings: a stated one before one that is inferred."""
    return one if one and one.basis == "stated" else other or one
