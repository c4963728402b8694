"""Companies, universities, agencies: bodies that no table knows, and the state that the report names with them.

"Ruritanian gas company Zenda", "Zenda of Strelsau", "the University of Strelsau", "Ruritania's Zenda", and from there
on "Zenda"; its short name in brackets too.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Final

from dragoman.resolve.who.titles import Titles

_BEHIND: Final = frozenset(("of", "in"))

Side = tuple[str, str]  # a code, and the reason for it


class Bodies:
    """Answers for one report, by word index."""

    def __init__(self, cast: Titles) -> None:
        self.cast = cast
        self.words = cast.words

    def side_at(self, index: int) -> Side | None:
        """Whose the body is that word `index` names."""
        name = self.words[index].text.casefold()
        at = self._name_at.get(index, name if self.words[index].text[:1].isupper() else None)
        return self._sides.get(at) if at is not None else None

    def is_short(self, index: int) -> bool:
        """Whether word `index` is a short name that the report itself explains."""
        return self.words[index].text.casefold() in self._full

    @cached_property
    def _name_at(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for n in self.cast.reading.names:
            row = self.cast.actor_at.get(n.first)
            if n.kind != "ORG" or (row is not None and row[1] >= n.last):
                continue  # an actor that the tables know
            name = self.cast.text[n.start : n.end].casefold()
            for i in range(n.first, n.last):
                found[i] = self._full.get(name, name)
        return found

    @cached_property
    def _full(self) -> dict[str, str]:
        """Short names in brackets -> the names that they stand for."""
        found: dict[str, str] = {}
        names = [n for n in self.cast.reading.names if n.kind == "ORG"]
        text = self.cast.text
        for long, short in pairwise(names):
            if text[long.end : short.start].strip() == "(" and short.last - short.first == 1:
                found[text[short.start : short.end].casefold()] = text[long.start : long.end].casefold()
        return found

    @cached_property
    def _sides(self) -> dict[str, Side]:
        found: dict[str, Side] = {}
        for n in self.cast.reading.names:
            if n.first in self._name_at and self._name_at[n.first] not in found:
                side = self._side_of(n.first, n.last)
                if side is not None:
                    found[self._name_at[n.first]] = side
        return found

    def _side_of(self, first: int, last: int) -> Side | None:
        for w in reversed(self.cast.before_words(first)):
            if w.text in ("of", "for"):
                break
            row = self.cast.actor_at.get(w.index)
            if row is not None and row[2].code and row[2].kind in ("state", "people"):
                return row[2].code, f'named with "{w.text}" before it in sentence {w.sentence + 1}'
        for i in range(first, last):
            if i in self.cast.spot_at:
                return self.cast.spot_at[i], f"named after {self.words[i].text}"
        if last + 1 < len(self.words) and self.words[last].text in _BEHIND and last + 1 in self.cast.spot_at:
            place = self.words[last + 1]
            if place.sentence == self.words[first].sentence:
                return self.cast.spot_at[place.index], f"of {place.text} in sentence {place.sentence + 1}"
        return None
