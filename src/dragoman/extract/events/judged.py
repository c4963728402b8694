"""Acts condemned in passing by whoever speaks: "Russia's unprovoked war" in somebody's own words is ACCUSE."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree

FIRST: Final = frozenset(("we", "our", "us"))


def find_judged(tree: Tree, i: int) -> Turned | None:
    """Whether noun `i` names an act with a word beside it that condemns it (classes `wrongdoing` and `condemning`)."""
    if tree.words[i].upos not in ("NOUN", "PROPN") or tree.lemma(i) not in words_of("wrongdoing"):
        return None
    beside = [c for c in tree.children(i, "amod", "nmod", "compound") if c < i]
    beside += [k for c in beside for k in tree.children(c, "conj", "amod")]
    condemning = words_of("condemning")
    if any(tree.lemma(c) in condemning or tree.words[c].text.lower() in condemning for c in beside):
        return Turned("ACCUSE", "disapprove", "111", rule="condemned in the speaker's words")
    return None


def nearest_first_person(tree: Tree, i: int) -> int | None:
    """The "we" or "our" last said before word `i`, or first after it, outside quotations."""
    quoted = tree.reading.quotations
    own = [
        w.index
        for w in tree.words
        if w.text.lower() in FIRST and w.text != "US" and not any(q.start <= w.start < q.end for q in quoted)
    ]
    return max((j for j in own if j < i), default=min(own, default=None))
