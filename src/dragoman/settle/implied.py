"""Whom an act is directed at where the clause leaves it unsaid.

Words are directed at the other side of the talks told of: "The Secretary called for restraint", in the readout of his
call with a minister, is a request to that minister. Force is directed at the country in which its nameless victims
are: "twelve people were killed in Karachi". Such a recipient carries the basis "inferred".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from dragoman.records import Entity, Event, Meeting, Place, Reading

_WORDS: Final = frozenset(("REQUEST", "SUPPORT", "AGREE", "REJECT", "CONCEDE", "THREATEN"))
_REACH: Final = 2  # paragraphs back to the meeting; a document about one meeting reaches to its end
_MOST_SIDES: Final = 3


def imply_recipients(reading: Reading, events: tuple[Event, ...], meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """`events` with the other sides of the actor's last meeting where an act of words names nobody.

    Only talks that took place, of few sides, told shortly before or, where the report tells of no others, anywhere
    before.
    """
    starts = [s.start for s in reading.sentences]
    held = [m for m in meetings if m.evidence and m.status in ("held", "under way")]

    def paragraph(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        return reading.sentences[at].paragraph if at >= 0 else 0

    def other_side(event: Event) -> tuple[Entity, ...]:
        own = {e.code for e in event.actor if e.code}
        if len(own) > 1:  # they act on each other
            return ()
        before = [m for m in held if m.evidence[0].start <= event.trigger.start]
        for m in sorted(before, key=lambda m: -m.evidence[0].start):
            if len(held) > 1 and paragraph(event.trigger.start) - paragraph(m.evidence[-1].start) > _REACH:
                continue
            sides = {e.code: e for e in (p.entity for p in m.participants) if e.code}
            if own & set(sides) and len(sides) <= _MOST_SIDES:
                return tuple(replace(e, basis="inferred") for code, e in sides.items() if code not in own)
        return ()

    def imply(event: Event) -> Event:
        if event.event in _WORDS and not event.recipient and event.meeting is None:
            return replace(event, recipient=other_side(event))
        if event.event == "ASSAULT" and event.recipient:
            return replace(event, recipient=tuple(_of_country(e, event.place) for e in event.recipient))
        return event

    return tuple(imply(e) for e in events)


def _of_country(victim: Entity, place: Place | None) -> Entity:
    if victim.code or victim.office or not place or not place.country:
        return victim
    return replace(victim, code=place.country, sectors=victim.sectors or ("CVL",), basis="inferred")
