"""What the event reader says of each word: how likely it tells an act of a category.

The lexicon of frames proposes and explains; a predicate that no frame fits is an act where the reader is sure. What it
says of the others is weighed when the report is settled (`settle.weighing`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dragoman.codebook.frames import Frame, Kind
from dragoman.extract.phrases import Tree, is_time
from dragoman.records import SIDES, Act, Entity, NamedSide, Side, likeliest

FIND: Final = 0.5  # of an act that no frame tells, or one tells unlikely
UNLIKELY: Final = 0.25  # of the category that a frame gives
NAMED: Final = 0.4  # of a word that names a side
DOUBTED: Final = 0.4  # of a word that the tree takes for a side, and the reader does not
_JOIN: Final = 0.3  # of the other words of one trigger
_GAP: Final = 2
_HEADS: Final = ("VERB", "NOUN", "ADJ", "PROPN")
_NAMING: Final = ("NOUN", "PROPN", "PRON", "NUM")
_HELPERS: Final = ("AUX", "PART")

# where the reader's own acts have those on whom they are
_RECIPIENT: Final[Mapping[str, tuple[str, ...]]] = {
    "AGREE": ("with", "to", "for", "between"),
    "CONSULT": ("with", "obj", "between", "to"),
    "SUPPORT": ("obj", "for", "with", "to", "of"),
    "CONCEDE": ("to", "with", "obj"),
    "COOPERATE": ("with", "to", "between", "obj"),
    "AID": ("to", "iobj", "for", "obj"),
    "RETREAT": ("from", "to", "obj"),
    "REQUEST": ("on", "obj", "to", "that", "from"),
    "ACCUSE": ("obj", "of", "against", "by", "for"),
    "REJECT": ("obj", "by", "of", "from", "with"),
    "THREATEN": ("obj", "against", "to", "with"),
    "PROTEST": ("against", "obj", "at"),
    "SANCTION": ("on", "obj", "against", "with", "from"),
    "MOBILIZE": ("against", "to", "in"),
    "COERCE": ("obj", "of", "against", "on"),
    "ASSAULT": ("obj", "on", "against", "of", "in"),
}


@dataclass(frozen=True, slots=True)
class Read:
    """An act that the reader finds at word `i`."""

    i: int
    category: str
    chance: float
    like: str | None
    words: tuple[int, ...]

    def kind(self, tree: Tree) -> Kind:
        """The kind of frame that its word would have."""
        kinds: dict[str, Kind] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
        return kinds.get(tree.words[self.i].upos, "verb")

    def frame(self, tree: Tree) -> Frame:
        """The act as a frame: its category, with recipients where such acts have them."""
        return Frame(
            self.category, self.kind(tree), tree.lemma(self.i), (), None, _RECIPIENT.get(self.category, ()), None
        )


class Chances:
    """The reader's word on one report; none for a reading that no model made: then frames stand alone.

    Args:
        opening: words of its dateline, which name no side of an act.
    """

    def __init__(self, acts: Iterable[Act] | None, opening: int = 0) -> None:
        self._opening = opening
        self._acts = {a.word: a for a in acts or ()}
        self._of = {i: dict(a.chances) for i, a in self._acts.items()}

    def of(self, words: Iterable[int], category: str) -> float:
        """The best chance that one of the words tells an act of the category."""
        return max((self._of.get(i, {}).get(category, 0.0) for i in words), default=0.0)

    def name_sides(self, tree: Tree, told: Collection[int], side: Side, but: Collection[int] = ()) -> list[int]:
        """The heads of the phrases that the reader takes for a side of the act that the words `told` tell.

        Args:
            but: words that are none.
        """
        words = sorted(j for j, p in self._name(told, side).items() if p >= NAMED and j not in told and j not in but)
        heads: list[int] = []
        for k, j in enumerate(words):
            if k and words[k - 1] >= j - 1:
                continue
            group = [j]
            while group[-1] + 1 in words:
                group.append(group[-1] + 1)
            nouns = [w for w in group if tree.words[w].upos in _NAMING or tree.name_at.get(w) == "NORP"]
            tops = [w for w in nouns if tree.words[w].head not in group or tree.words[w].head == w] or nouns[-1:]
            heads += tops[:1]
        return heads

    def doubts(self, told: Collection[int], side: Side, heads: Collection[int]) -> bool:
        """Whether the reader, which has a say, finds none of the heads likely to be the side."""
        likely = self._name(told, side)
        known = any(i in self._acts for i in told)
        return known and max((likely.get(j, 0.0) for j in heads), default=0.0) < DOUBTED

    def list_named(self, tree: Tree, told: Collection[int], but: Collection[int] = ()) -> tuple[NamedSide, ...]:
        """Every phrase that the reader may take for a side of the act that the words `told` tell.

        Args:
            but: words that are no actor's.
        """
        found: dict[tuple[Side, Entity], float] = {}
        for side in SIDES:
            for j, p in sorted(self._name(told, side).items()):
                if (
                    j not in told
                    and (side == "recipient" or j not in but)
                    and not is_time(tree.words[j])
                    and (tree.words[j].upos in _NAMING or tree.words[j].upos == "ADJ")
                ):
                    key = (side, tree.entity(j))
                    found[key] = max(p, found.get(key, 0.0))
        return tuple(NamedSide(side, entity, p) for (side, entity), p in found.items())

    def _name(self, told: Collection[int], side: Side) -> dict[int, float]:
        """The words that may name a side of the act, with their probabilities."""
        acts = [self._acts[i] for i in told if i in self._acts]
        named = (pair for a in acts for pair in (a.actor if side == "actor" else a.recipient))
        return likeliest(pair for pair in named if pair[0] >= self._opening)

    def find(self, tree: Tree, taken: Mapping[int, str]) -> Iterator[Read]:
        """Acts of words that no frame tells of, or that one tells unlikely, in reading order.

        Args:
            taken: words that frames tell of, with their categories.
        """
        group: list[int] = []
        for i in [*sorted(self._acts), len(tree.words) + _GAP]:
            if group and not self._belongs(tree, group, i):
                found = self._read(tree, group)
                if found is not None:
                    told = {taken[i] for i in group if i in taken}
                    if all(self.of(group, c) < UNLIKELY for c in told):
                        yield found
                group = []
            if i in self._acts and self._acts[i].chances and self._acts[i].chances[0][1] >= _JOIN:
                group.append(i)

    def _belongs(self, tree: Tree, group: list[int], i: int) -> bool:
        if i not in self._acts or i - group[-1] > _GAP or tree.words[i].sentence != tree.words[group[-1]].sentence:
            return False
        first = self._acts[group[0]].chances[0][0]
        return not self._acts[i].chances or self._acts[i].chances[0][1] < _JOIN or self._acts[i].chances[0][0] == first

    def _read(self, tree: Tree, group: list[int]) -> Read | None:
        category = self._acts[group[0]].chances[0][0]
        chance = self.of(group, category)
        if chance < FIND:
            return None
        inside = [i for i in group if tree.words[i].upos in _HEADS]
        inside = inside or [tree.words[i].head for i in group if tree.words[i].upos in _HELPERS]  # "must", "not"
        tops = [i for i in inside if tree.words[i].head not in inside] or inside
        if not tops:
            return None
        top = min(tops, key=lambda i: (tree.words[i].upos != "VERB", -self.of([i], category), i))
        like = self._acts[top].like if top in self._acts else None
        return Read(top, category, chance, like, tuple(group))
