"""The lexicon of event frames: which predicate, with which complements, tells of which PLOVER event.

Tables under `data/`, made to be read and extended by hand: `event_frames.tsv` (one use of a predicate a row),
`event_nouns.tsv` (the classes of words that rows ask for), `event_lights.tsv` (verbs that carry the act that
their object names). The heading of each says what its columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dragoman.codebook.tables import keep_first, read_shipped, read_table
from dragoman.codebook.talks import verb_forms
from dragoman.errors import BrokenCodebook

Kind = Literal["verb", "noun", "adjective"]
# those that a row may ask for; another bare word in `needs` stands beside the predicate
PREPOSITIONS: Final = frozenset(
    """of on for with by about against into from in at over upon toward towards between after under behind through
    among around across as""".split()
)
# where a row may look for a recipient
RECIPIENTS: Final = PREPOSITIONS | frozenset(
    "obj iobj subj that to outside regarding out near along within beside alongside before concerning".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One use of a predicate. `needs` and `recipient` are in the words of the table's heading."""

    category: str
    kind: str
    predicate: str
    needs: tuple[str, ...]
    mode: str | None
    recipient: tuple[str, ...]
    cameo: str | None
    light: bool = False
    own: bool = False  # a user's, not of our table

    @property
    def name(self) -> str:
        """As it is told to a person: "accuse [obj;of]"."""
        return f"{self.predicate} [{';'.join(self.needs)}]" if self.needs else self.predicate


def find_frames(kind: Kind, lemma: str, text: str = "") -> tuple[Frame, ...]:
    """Every frame of the predicate, the most demanding first; a lemma not there is worked out of the `text`."""
    forms = verb_forms(lemma, text) if kind == "verb" else (lemma.lower(), *_singular(text.lower()))
    return next((found for form in forms if (found := _frames().get((kind, form)))), ())


def words_of(name: str) -> frozenset[str]:
    """The lemmas of a class; a name that is no class stands for itself."""
    return _classes().get(name) or frozenset((name,))


def is_light(lemma: str, text: str) -> bool:
    """Whether a verb carries the act that its object names."""
    return any(form in _lights() for form in verb_forms(lemma, text))


@cache
def list_predicates(category: str) -> tuple[str, ...]:
    """The predicates whose frames are of the category, by alphabet."""
    found = {f.predicate for frames in _frames().values() for f in frames if f.category == category}
    return tuple(sorted(found))


def count_frames() -> int:
    return sum(len(frames) for frames in _frames().values())


def _singular(word: str) -> list[str]:
    return [word.removesuffix("ies") + "y"] if word.endswith("ies") else [word.removesuffix("s")]


@cache
def _frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    found: dict[tuple[str, str], list[Frame]] = {}
    ours = {tuple(row) for row in read_shipped("event_frames.tsv", 8)}
    for row in read_table("event_frames.tsv", 8):
        category, kind, predicate, needs, mode, recipient, cameo, use = row
        if kind not in ("verb", "noun", "adjective"):
            raise BrokenCodebook("event_frames.tsv", f"{predicate}: {kind!r} is no kind of predicate")
        frame = Frame(
            category,
            kind,
            predicate,
            tuple(n for n in needs.split(";") if n),
            mode or None,
            tuple(r for r in recipient.split(",") if r),
            cameo or None,
            use == "light",
            tuple(row) not in ours,
        )
        found.setdefault((kind, predicate), []).append(frame)
    return {
        key: tuple(sorted(frames, key=lambda f: -sum(1 + ("=" in n) for n in f.needs)))  # else as the table has them
        for key, frames in found.items()
    }


@cache
def _classes() -> dict[str, frozenset[str]]:
    return keep_first((name, frozenset(words.split())) for name, words in read_table("event_nouns.tsv", 2))


@cache
def _lights() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("event_lights.tsv", 1))
