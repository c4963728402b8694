"""The parties of a report: every state, body and group that its rows or its names tell of, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.datelines import find_dateline
from dragoman.records import Entity, Event, Meeting, Name, Reading, Statement
from dragoman.settle.sides import side_of

_MONEY: Final = re.compile(r"[\s-]+(?:dollar|peso|franc|pound|rupee|won|yen|euro)s?\b", re.IGNORECASE)
_TOWNS: Final = ("capital", "city", "town", "resort", "port", "village")
_PLACING: Final = ("in", "near", "outside")
_NAMING: Final = 6  # words of a phrase that name its party; what comes after tells more of it


class Parties:
    """One report's parties by side (`settle.sides`), each with the places, in characters, where it is told of."""

    def __init__(
        self,
        reading: Reading,
        events: Sequence[Event],
        meetings: Sequence[Meeting],
        statements: Sequence[Statement],
    ) -> None:
        self.reading, self.events, self.meetings, self.statements = reading, events, meetings, statements
        self._seen: set[tuple[str, int]] = set()
        self.told: dict[str, list[tuple[int, Entity]]] = {}
        for entity in _list_entities(events, meetings, statements):
            if (side := side_of(entity)) and entity.span is not None and entity.sector != "JRN":
                self._note(side, entity, entity.span[0])
        self._note_names()
        self._first = {side: told[0][1] for side, told in self.told.items()}
        for told in self.told.values():
            told.sort(key=lambda pair: pair[0])
        self._places = {side: [at for at, _ in told] for side, told in self.told.items()}
        self.sentences = {side: Counter(self.sentence(at) for at, _ in told) for side, told in self.told.items()}
        self.most = max(map(len, self.told.values()), default=1)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.told))

    def __contains__(self, side: str) -> bool:
        return side in self.told

    def places(self, side: str) -> list[int]:
        """Where the party is told of, in reading order."""
        return self._places[side]

    def words(self, side: str) -> list[int]:
        """The words that name the party, in reading order: the first few of each place where it is told of."""
        spans = {entity.span for _, entity in self.told[side] if entity.span is not None}
        return sorted({i for span in spans for i in self.reading.list_words(*span)[:_NAMING]})

    def first(self, side: str) -> Entity:
        """The party as it is first told of by a row of the report, else by its first name."""
        return self._first[side]

    def sentence(self, at: int) -> int:
        return self.reading.sentence_at(at)

    def paragraph(self, at: int) -> int:
        sentences = self.reading.sentences
        return sentences[self.sentence(at)].paragraph if sentences else 0

    def _note_names(self) -> None:
        """Names of states, bodies and groups; a town where something happens counts for a state told of otherwise."""
        opening = find_dateline(self.reading.text)
        names = [n for n in self.reading.names if n.start >= opening and n.kind in ("LOC", "NORP", "ORG")]
        for name in sorted(names, key=self._is_only_where):
            if _MONEY.match(self.reading.text, name.end):
                continue
            words = self.reading.text[name.start : name.end]
            actor = find_actor(words)
            if actor is not None and actor.code:
                entity = Entity(words, (name.start, name.end), actor.name, actor.code, actor.sectors or ("GOV",))
                side = side_of(entity) or actor.code
                if side in self.told or not self._is_only_where(name):
                    self._note(side, entity, name.start)

    def _is_only_where(self, name: Name) -> bool:
        """ "In Moscow", "at talks in the Austrian capital": a seat of government as the place of what happens."""
        words = self.reading.words
        behind = words[name.last].lemma if name.last < len(words) else ""
        if behind in _TOWNS and words[name.first - 2].text.lower() in _PLACING:
            return True
        placed = name.first > 0 and words[name.first - 1].text.lower() in _PLACING
        actor = find_actor(self.reading.text[name.start : name.end]) if placed else None
        return actor is not None and actor.kind == "seat"

    def _note(self, side: str, entity: Entity, at: int) -> None:
        if (side, at) not in self._seen:
            self._seen.add((side, at))
            self.told.setdefault(side, []).append((at, entity))


def _list_entities(
    events: Sequence[Event], meetings: Sequence[Meeting], statements: Sequence[Statement]
) -> Iterator[Entity]:
    for s in statements:
        yield from (*([s.speaker] if s.speaker else []), *s.cospeakers, *s.addressee)
    for m in meetings:
        yield from (p.entity for p in m.participants)
    for e in events:
        yield from (*e.actor, *e.recipient)
