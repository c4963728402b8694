"""One report as events are found in it: its tree, who speaks where, and what the event reader says."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.datelines import find_dateline
from dragoman.extract.events.chances import Chances
from dragoman.extract.phrases import Tree
from dragoman.extract.speakers import place_speakers
from dragoman.extract.statements.documents import read_kind
from dragoman.extract.statements.drafts import Page
from dragoman.records import Entity, Reading, Side

FIRST: Final = frozenset(("we", "our", "us"))


class Account:
    """A reading with what events are read by: the tree, `speakers` of words inside what somebody says, `chances` of the
    event reader; `is_news` where others are told of (else whoever speaks acts by speaking)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tree = Tree(reading)
        self.speakers = place_speakers(reading)
        self.chances = Chances(reading.acts, self._opening)
        document = read_kind(Page(reading))
        self.is_news = document.kind == "news"
        self._author = document.author

    def voice_at(self, i: int) -> Entity | None:
        """Who says word `i`: its source; outside quotations an official text's author, or its "we"."""
        speaker = self.speakers.get(i)
        if speaker is not None or self.is_news:
            return speaker
        if self.reading.is_quoted(self.tree.words[i].start):
            return None
        if self._author is not None:
            return Entity(self.tree.text[slice(*self._author)], self._author)
        own = self.first_person_near(i)
        return None if own is None else self.tree.entity(own)

    def first_person_near(self, i: int) -> int | None:
        """The "we" or "our" last said before word `i`, or first after it, outside quotations."""
        return max((j for j in self._first_persons if j < i), default=min(self._first_persons, default=None))

    @cached_property
    def _opening(self) -> int:
        """Words of a dateline: the town that a report was sent from does nothing in it."""
        end = find_dateline(self.reading.text)
        return sum(w.start < end for w in self.reading.words)

    @cached_property
    def _first_persons(self) -> list[int]:
        own = [w for w in self.tree.words if w.text.lower() in FIRST and w.text != "US"]
        return [w.index for w in own if not self.reading.is_quoted(w.start)]

    def entities(self, heads: list[int]) -> tuple[Entity, ...]:
        """The phrases of the heads, each once."""
        return tuple(self.tree.entity(j) for j in dict.fromkeys(heads))

    def named(self, side: Side, told: Collection[int], heads: list[int], but: Collection[int] = ()) -> list[int]:
        """A side as the tree has it, unless the event reader names another, none of `but`, and doubts the tree's."""
        read = self.chances.name_sides(self.tree, told, side, but)
        heads = [h for h in heads if h >= self._opening]
        return read if read and (not heads or self.chances.doubts(told, side, heads)) else heads

    def marked(self, i: int, side: str, but: Collection[int]) -> list[int]:
        """Whom the event reader marks as a side, in the sentence of word `i`: of several the nearest."""
        tree = self.tree
        sentence = tree.words[i].sentence
        near = [s for s in self.reading.sides if s.side == side and tree.words[s.first].sentence == sentence]
        near = [s for s in near if not any(s.first <= j < s.last for j in (*but, i))]
        if not near:
            return []
        best = min(near, key=lambda s: (min(abs(s.first - i), abs(s.last - 1 - i)), s.first))
        inside = range(best.first, best.last)
        told = [j for j in inside if tree.words[j].upos in ("NOUN", "PROPN", "PRON")]
        heads = [j for j in told if tree.words[j].head not in inside or tree.words[j].head == j]
        return [j for j in heads[:1] for j in tree.joined(j)]

    @cached_property
    def contexts(self) -> dict[int, tuple[str, ...]]:
        """What each paragraph is about."""
        lists: dict[int, list[str]] = {}
        for s in self.reading.sentences:
            lists.setdefault(s.paragraph, []).extend(w.text.lower() for w in self.tree.words[s.first : s.last])
        return {paragraph: plover.contexts(words) for paragraph, words in lists.items()}
