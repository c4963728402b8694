"""Whom an act is directed at where the clause leaves it unsaid.

Words are directed at a party of the report (`directed`): "The Secretary called for restraint", in the readout of his
call with a minister, is a request to that minister. Force is directed at the country in which its nameless victims
are: "twelve people were killed in Karachi". Such a recipient carries the basis "inferred".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.records import Entity, Event, Meeting, Place, Reading, Statement
from dragoman.settle.directed import Directing
from dragoman.settle.sides import side_of

_EACH: Final = re.compile(r"\b(?:each other|one another|each side\b.*\bthe other)\b", re.IGNORECASE)
DIRECTED: Final = frozenset(("REQUEST", "SUPPORT", "AGREE", "REJECT", "CONCEDE", "THREATEN", "ACCUSE"))


def imply_recipients(
    reading: Reading, events: tuple[Event, ...], meetings: tuple[Meeting, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """`events` with whom acts of words that name nobody are likeliest directed at, and with whose victims are."""
    directing = Directing(reading, events, meetings, statements)

    def imply(event: Event) -> Event:
        signs = event.trigger.text.lower().startswith("sign")
        sides = {side_of(e) for e in event.actor}
        other = any(_EACH.search(s.text) for s in event.evidence)
        mutual = (event.event == "AGREE" or signs or other) and len(sides) > 1  # with each other
        if event.event in DIRECTED and not event.recipient and event.meeting is None and not mutual:
            found = directing.choose(event)
            return replace(event, recipient=tuple(replace(e, basis="inferred") for e in found))
        if event.event == "ASSAULT" and event.recipient:
            return replace(event, recipient=tuple(_of_country(e, event.place) for e in event.recipient))
        return event

    return tuple(imply(e) for e in events)


def _of_country(victim: Entity, place: Place | None) -> Entity:
    if victim.code or victim.office or not place or not place.country:
        return victim
    return replace(victim, code=place.country, sectors=victim.sectors or ("CVL",), basis="inferred")
