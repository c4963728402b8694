"""Whom an act is directed at where the clause leaves it unsaid.

Words are directed at a party of the report (`directed`): "The Secretary called for restraint", in the readout of his
call with a minister, is a request to that minister. Force is directed at the country in which its nameless victims
are: "twelve people were killed in Karachi". Such a recipient carries the basis "inferred".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.actors import find_actor
from dragoman.codebook.places.locate import name_country
from dragoman.records import Entity, Event
from dragoman.settle.directed import Directing
from dragoman.settle.parties import Parties
from dragoman.settle.recalled import find_avenged, find_recalled
from dragoman.settle.sides import side_of

_EACH: Final = re.compile(r"\b(?:each other|one another|each side\b.*\bthe other)\b", re.IGNORECASE)
_AT_HAND: Final = ("ASSAULT", "COERCE", "PROTEST")
_UNNAMED: Final = ("SANCTION", "SUPPORT", "REQUEST")  # of "21 entities", "all parties"
_EVERYBODY: Final = re.compile(
    r"\b(?:international|world|global|donor) (?:community|society|public)$"
    r"|\b(?:world|donors|others|allies|partners|friends)$"
    r"|\b(?:all|other|every|third|foreign|donor|fellow|neighbou?ring|civili[sz]ed) (?:\w+ )?"
    r"(?:countr(?:y|ies)|nations?|states?|governments?|powers)$"
)  # of whom no party of the report is one more than another
_ALL: Final = "all "
_STATE: Final = 3  # letters of a state's code
_OWN_FORCES: Final = ("COP", "MIL", "JUD", "GOV")
DIRECTED: Final = frozenset(("REQUEST", "SUPPORT", "AGREE", "REJECT", "CONCEDE", "THREATEN", "ACCUSE"))


def imply_recipients(parties: Parties) -> tuple[Event, ...]:
    """The events of a report with whom acts of words that name nobody are likeliest directed at, and with whose victims
    are."""
    directing = Directing(parties)
    text = parties.reading.text

    def imply(event: Event) -> Event:
        signs = event.trigger.text.lower().startswith("sign")
        sides = {side_of(e) for e in event.actor}
        own = {None, *(e.code for e in event.actor)}
        if all(e.code in own for e in event.recipient) and (foes := find_avenged(parties, event)):
            return replace(event, recipient=tuple(replace(e, basis="inferred") for e in foes))
        other = any(_EACH.search(s.text) for s in event.evidence)
        mutual = (event.event in ("AGREE", "CONCEDE") or signs or other) and len(sides) > 1  # with each other
        if event.event in DIRECTED and not event.recipient and event.meeting is None and not mutual:
            found = find_recalled(parties, event) or directing.choose(event)
            return replace(event, recipient=tuple(replace(e, basis="inferred") for e in found))
        if event.event in plover.NEEDS_RECIPIENT and not event.recipient and not _is_mutual(event):
            found = directing.choose(event)
            return replace(event, recipient=tuple(replace(e, basis="inferred") for e in found))
        if event.event in _UNNAMED and event.recipient and not any(e.code or e.office for e in event.recipient):
            if _is_on_everybody(event, text):
                return event
            found = directing.choose(replace(event, recipient=()))
            if len(found) == 1 and event.recipient[0].text.islower():
                code = found[0].code
                return replace(event, recipient=tuple(replace(e, code=code, basis="inferred") for e in event.recipient))
        if event.cameo in plover.BY_LAW and not event.actor:
            return replace(event, actor=_authorities(event, text))
        if event.event in _AT_HAND:
            known = tuple(_of_country(e, _where(event)) for e in event.recipient)
            known = known if any(e.code for e in known) else _at_hand(event, text) or known
            who = event.actor or _authorities(event, text) or _crowd(event, text)
            return replace(event, actor=who, recipient=known)
        return event

    implied = (imply(e) for e in parties.events)
    return tuple(e for e in implied if e.recipient or e.event not in plover.NEEDS_RECIPIENT or _is_mutual(e))


def _is_on_everybody(event: Event, text: str) -> bool:
    """ "Called on the international community to help": of nobody in particular, and no party of the report."""
    asked = bool(event.recipient) and event.event not in plover.NEEDS_RECIPIENT
    return asked and all(e.code is None and _EVERYBODY.search(_with_all(e, text)) for e in event.recipient)


def _with_all(entity: Entity, text: str) -> str:
    """The words with the "all" before them, which is no part of a phrase."""
    start, end = entity.span or (0, 0)
    every = text[max(start - len(_ALL), 0) : start].lower() == _ALL
    return f"{_ALL}{entity.text}" if every and end else entity.text


def leave_open(event: Event, text: str) -> Event:
    """The event without a recipient where its words are directed at everybody."""
    return replace(event, recipient=()) if _is_on_everybody(event, text) else event


def _is_mutual(event: Event) -> bool:
    """Cooperation of several with each other, who are all its actors."""
    return event.event == "COOPERATE" and len({side_of(e) for e in event.actor}) > 1


def _where(event: Event) -> str | None:
    """The state in which an act at hand was done: that of its place; a state's own police and courts act at home."""
    if event.place is not None and event.place.country:
        return event.place.country
    codes = {e.code for e in event.actor if e.sector in _OWN_FORCES}
    return codes.pop() if event.event == "COERCE" and len(codes) == 1 else None


def _at_hand(event: Event, text: str) -> tuple[Entity, ...]:
    """ "Fired rockets at targets in the valley", "imposed a curfew in the town": the country in which it was done;
    "students marched through the capital": the government of the country, or their own."""
    place = event.place
    own = {e.code for e in event.actor if e.code and e.sectors[:1] != ("REB",)}
    if place is not None and place.country and place.span is not None:
        if event.event == "ASSAULT" and place.country in own:
            return ()
        return (Entity(text[slice(*place.span)], place.span, place.name, place.country, (), basis="inferred"),)
    if event.event != "PROTEST" or len(own) != 1:
        return ()
    first = next(e for e in event.actor if e.code in own)
    return (Entity(first.text, first.span, name_country(first.code or ""), first.code, ("GOV",), basis="inferred"),)


def _authorities(event: Event, text: str) -> tuple[Entity, ...]:
    """ "Eight students were arrested in Yogyakarta": by the authorities of the place, for who else arrests; of somebody
    charged or convicted nobody tells where, by those of their own country. Whose nation is told ("two Ruritanian
    hackers") stands before others' courts."""
    place = event.place
    if event.event != "COERCE" and event.cameo not in plover.BY_LAW:
        return ()
    if place is not None and place.country and place.span is not None:
        words = text[slice(*place.span)]
        return (Entity(words, place.span, name_country(place.country), place.country, ("GOV",), basis="inferred"),)
    own = {e.code for e in event.recipient}
    code = next(iter(own)) if len(own) == 1 else None
    if code is None or len(code) != _STATE or event.cameo not in plover.BY_LAW:
        return ()
    first = event.recipient[0]
    if any((nation := find_actor(w)) is not None and nation.kind == "people" for w in first.text.split()):
        return ()
    return (Entity(first.text, first.span, name_country(code), code, ("GOV",), basis="inferred"),)


def _crowd(event: Event, text: str) -> tuple[Entity, ...]:
    """ "Protests continued in the capital": of the people there."""
    place = event.place
    if event.event != "PROTEST" or place is None or not place.country or place.span is None:
        return ()
    words = text[slice(*place.span)]
    return (Entity(words, place.span, name_country(place.country), place.country, ("CVL",), basis="inferred"),)


def _of_country(victim: Entity, country: str | None) -> Entity:
    if victim.code or victim.office or not country:
        return victim
    return replace(victim, code=country, sectors=victim.sectors or ("CVL",), basis="inferred")
