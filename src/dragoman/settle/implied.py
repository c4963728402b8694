"""Whom an act of words is directed at where the clause leaves it unsaid: the other side of the talks told of.

"The Secretary called for restraint", in the readout of his call with a minister, is a request to that minister.
Such a recipient carries the basis "inferred".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from dragoman.records import Entity, Event, Meeting, Reading

_WORDS: Final = frozenset(("REQUEST", "SUPPORT", "AGREE", "ACCUSE", "REJECT", "CONCEDE", "THREATEN"))
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
        before = [m for m in held if m.evidence[0].start <= event.trigger.start]
        for m in sorted(before, key=lambda m: -m.evidence[0].start):
            if len(held) > 1 and paragraph(event.trigger.start) - paragraph(m.evidence[-1].start) > _REACH:
                continue
            sides = {e.code: e for e in (p.entity for p in m.participants) if e.code}
            if own & set(sides) and len(sides) <= _MOST_SIDES:
                return tuple(replace(e, basis="inferred") for code, e in sides.items() if code not in own)
        return ()

    return tuple(
        replace(e, recipient=other_side(e)) if e.event in _WORDS and not e.recipient and e.meeting is None else e
        for e in events
    )
