"""Whom a grouping joins, where the text says so ("the Quartet -- the EU, Russia, the United States and the UN") or the
codebook knows ("the six-party talks")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dragoman.codebook.actors import Actor
from dragoman.codebook.formats import find_format
from dragoman.codebook.places.locate import name_country
from dragoman.records import Entity
from dragoman.resolve.who.answers import Answers

_GROUPINGS: Final = frozenset(("QUARTET", "QUAD", "AUKUS"))  # which have no seat and no staff: their members act
_KNOWN: Final = (None, "QUAD", "AUKUS", "P5", "UNO")  # which a format's words may have been taken for
_SENT: Final = re.compile(r"\b(?:to|at|in|for|on|from)\b", re.IGNORECASE)  # "the envoy to the six-party talks"
_COMPOSED: Final = (
    r"(?:which |that )?(?:is |are )?(?:composed of|made up of|consisting of|comprising|comprises|groups|includes)"
)
_OPENING: Final = re.compile(
    rf"(?: (?:leaders|members|partners|countries|nations))?(?: (?:on|for) [\w ]{{3,40}}?)?"
    rf"(?: ?(?:--|—|–| -|\(|:) ?(?:{_COMPOSED})?|,? {_COMPOSED}| (?:grouping|members|leaders) of) ?"
)  # what stands between a grouping and the list of its members
_CLOSING: Final = frozenset(("--", "—", "–", "-", ")", ";", "."))
_NUMBER: Final = re.compile(r"\w+[-\u2010-\u2014 ]{1,3}(?:party|nation|way|sided|country)", re.IGNORECASE)
_LIST: Final = 45  # words
_FEWEST: Final = 3
_HELD: Final = 2


def is_number_only(entity: Entity) -> bool:
    """ "Six-party", of talks whose parties nobody names and no format of the table has."""
    return _NUMBER.fullmatch(entity.text) is not None


def is_of_format(sides: Sequence[Entity]) -> bool:
    """Whether all at a table are there by one phrase, as members of what the codebook knows."""
    spans = {e.span for e in sides}
    return len(sides) >= _FEWEST and len(spans) == 1 and all(e.basis == "inferred" for e in sides)


def list_members(ask: Answers, entity: Entity) -> list[Entity]:
    """The members that the words behind a grouping name, each for itself; else those that the codebook knows; the
    grouping where neither names any."""
    told = _list_told(ask, entity)
    others = entity.code not in _KNOWN or _SENT.search(entity.text)
    if told or (others and not is_number_only(entity)):
        return told or [entity]
    known = find_format(entity.text, ask.cast.reading.report.published, ask.cast.counts)
    if known is None:
        return [entity]
    ask.because(known.name, None, f"table of formats: members of {known.name}")
    return [
        Entity(entity.text, entity.span, name_country(code), code, ("GOV",), basis="inferred") for code in known.members
    ]


def complete_list(ask: Answers, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The ministers of Australia, Canada, Japan and Norway", of which the tree loses some: all whom the list names,
    where at least two of them are known as a side."""
    held = {e.code for e in entities}
    spans = [e.span for e in entities if e.span is not None and e.basis == "stated"]
    found = list(entities)
    for run in ask.cast.lists:
        inside = [row for row in run if any(a <= ask.words[row[0]].start < b for a, b in spans)]
        if len({row[2].code for row in inside} & held) < _HELD:
            continue
        for first, last, actor in run:
            if actor.code not in held:
                start, end = ask.words[first].start, ask.words[last - 1].end
                held.add(actor.code)
                ask.because(actor.name, actor.code, "told in one list with the others")
                words = ask.cast.text[start:end]
                found.append(Entity(words, (start, end), actor.name, actor.code, actor.sectors or ("GOV",)))
    return tuple(found)


def _list_told(ask: Answers, entity: Entity) -> list[Entity]:
    if entity.code not in _GROUPINGS or entity.span is None:
        return []
    first = bisect_left(ask.starts, entity.span[0])
    last = next((end for begin, end, a in ask.cast.named if begin >= first and a.code == entity.code), None)
    members = _list_behind(ask, last) if last is not None else []
    if len(members) < _FEWEST:
        return []
    ask.because(entity.text, None, "the members that the text names with it")
    return [Entity(entity.text, entity.span, a.name, a.code, a.sectors or ("GOV",), basis="stated") for a in members]


def _list_behind(ask: Answers, last: int) -> list[Actor]:
    """The states and bodies of the list that opens behind word `last`."""
    words = ask.words
    opened = _OPENING.match(ask.cast.text, words[last - 1].end)
    if opened is None:
        return []
    found: dict[str, Actor] = {}
    first = bisect_left(ask.starts, opened.end())
    for w in words[first : first + _LIST]:
        row = ask.cast.actor_at.get(w.index)
        acts = row is None and w.upos in ("VERB", "AUX")
        if acts or w.sentence != words[last - 1].sentence or w.text in _CLOSING:
            break
        if row is not None and row[0] == w.index and row[2].code:
            found.setdefault(row[2].code, row[2])
    return list(found.values())
