"""States by what they are called besides their names: "the stricken Caribbean nation", "the emirate", "the country"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.codebook.actors import Actor
from dragoman.codebook.lands import find_lands, is_land
from dragoman.records import Entity, Word
from dragoman.resolve.who.answers import Answers

_OTHERS: Final = frozenset(
    """neighbouring neighboring neighbour neighbor other another third host home own foreign member every each same
    first second last only next new few many several most donor fellow creditor transit enemy rival friendly""".split()
)
_NEAR: Final = 4  # sentences back to one of several states that a description fits
_CLOSE: Final = 1  # sentences back where a description fits anybody
_DESCRIBING: Final = ("ADJ", "NOUN", "PROPN", "ADV", "VERB", "PUNCT", "NUM", "PART")


class Lands(Answers):
    """Follows a description of a state back to the state."""

    def _as_land(self, entity: Entity, inside: Sequence[Word], taken: Sequence[Entity]) -> list[Entity]:
        """The state last named that a kind or region fits, none of those who are on the act's other side."""
        fitting = find_lands([w.text for w in inside]) if self._is_land(inside) else None
        if fitting is None:
            return []
        gone = {e.code for e in taken}
        told = [row for row in self._lands_before(inside[0]) if row[1].code in fitting and row[1].code not in gone]
        near = [row for row in told if inside[0].sentence - row[0] <= _NEAR]
        if not near and len({a.code for _, a in told}) > 1:
            return []
        return self._as_named_land(entity, (near or told)[-1:], "the state named last that it fits")

    def _as_any_land(self, entity: Entity, inside: Sequence[Word], taken: Sequence[Entity]) -> list[Entity]:
        """ "The quake-hit country", to which somebody sends help: the state last named besides who does."""
        if not taken or not self._is_land(inside) or find_lands([w.text for w in inside]) is not None:
            return []
        gone = {e.code for e in taken}
        told = [row for row in self._lands_before(inside[0]) if row[1].code not in gone]
        near = [row for row in told if inside[0].sentence - row[0] <= _CLOSE]
        return self._as_named_land(entity, near[-1:], "the state named last besides who acts on it")

    def _as_named_land(self, entity: Entity, rows: Sequence[tuple[int, Actor]], why: str) -> list[Entity]:
        for _, actor in rows:
            self.because(actor.name, actor.code, why)
            return [self._as_actor(entity, actor, "inferred")]
        return []

    def _is_land(self, inside: Sequence[Word]) -> bool:
        """Told of as known, by a description that names nobody and no other than the one told of."""
        before = self.words[inside[0].index - 1].text.lower() if inside[0].index else ""
        low = {w.text.lower() for w in inside}
        if before not in ("the", "this", "that") or low & _OTHERS or any(_is_most(w) for w in inside):
            return False
        return is_land([w.text for w in inside]) and all(w.upos in _DESCRIBING for w in inside)

    def _lands_before(self, word: Word) -> list[tuple[int, Actor]]:
        """The states named before a word, each with its sentence; of a name for what others do, nothing."""
        return [
            (self.words[first].sentence, actor)
            for first, last, actor in self.cast.named
            if last <= word.index and actor.code and actor.kind in ("state", "people", "seat")
            if not self.cast.is_by_others(last)
        ]


def _is_most(word: Word) -> bool:
    """ "The largest country" of some; "the west African" one is one that was told of."""
    low = word.text.lower()
    return low == "most" or (low.endswith("est") and not low.endswith("west"))
