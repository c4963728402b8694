"""What a stance is once found, and what words of every kind are asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.codebook.stances import find_stance_word
from dragoman.extract.phrases import Tree
from dragoman.records import Offsets

_NOMINAL: Final = ("al", "tion", "ance", "ness", "ment")  # endings that no verb of the tables has, but "implement"
_UNSURE: Final = frozenset("may might could if whether unless".split())
STAYING: Final = frozenset(("remain", "stay", "be", "seem", "appear", "continue"))
_STRESSING: Final = frozenset(
    """discuss underscore underline stress emphasize emphasise highlight reaffirm reiterate affirm commit recommit
    review explore pledge agree express convey exchange consult work share raise focus note condemn
    look welcome commend thank offer coordinate collaborate cooperate engage advocate""".split()
)


@dataclass(frozen=True, slots=True)
class Take:
    """One stance: `trigger` takes it on `issue` (headed by `on`); `holders` head the phrases of who may hold it."""

    trigger: int
    stance: str
    issue: Offsets
    on: int
    holders: tuple[int, ...]
    toward: tuple[int, ...]
    told: bool  # holds only as somebody's own words
    confidence: float
    coordinate: bool = False  # a further issue of the same stance
    aim: bool = False  # of whoever stresses or discusses it, where its own clause has nobody
    again: bool = False  # on "it": what another was just told to stand on
    weighed: bool = False  # a judging word or an aim: told, or else weighed by whoever stresses it


def is_stance_noun(tree: Tree, i: int) -> bool:
    """A noun, also where the model reads a verb: "refusal", which is none, and "demands" as somebody's object."""
    word = tree.words[i]
    if word.upos != "VERB":
        return word.upos in ("NOUN", "PART")
    if word.text.lower().endswith(_NOMINAL):
        return find_stance_word(word.text, "noun") is not None
    stands = tree.relation(i) in ("obj", "nsubj", "obl", "nmod") and not tree.children(i, "nsubj", "aux", "mark")
    return stands and find_stance_word(word.lemma, "noun") is not None and not word.text.lower().endswith(("ing", "ed"))


def is_unsure(tree: Tree, i: int) -> bool:
    """Whether the clause is only possible or conditional."""
    for j in (i, *list(tree.path_up(i))[:3]):
        denied = tree.is_negated(j)  # "could not support it" is sure
        if any(
            tree.words[c].text.lower() in _UNSURE and not (denied and tree.words[c].text.lower() == "could")
            for c in tree.children(j, "aux", "mark")
        ):
            return True
        if tree.relation(j) not in ("conj", "xcomp"):
            return False
    return False


def is_stressing(tree: Tree, verb: int) -> bool:
    return tree.is_one(verb, _STRESSING) or tree.words[verb].text.lower() == "focus"
