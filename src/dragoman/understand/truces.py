"""Mends one noun that is cut into three words: "cease-fire" is a ceasefire.

The parser hangs "cease" and "fire" on this and that; here "fire" heads the three, with the lemma of the word that is
written in one, and everything else that hung on "cease" hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Word
from dragoman.understand.trees import is_below

_PARTS: Final = ("cease", "fire")
_LEMMA: Final = "ceasefire"


def mend_truces(words: Sequence[Word], first: int) -> list[Word]:
    """The words with every "cease-fire" from word `first` on made one noun; all others as they are."""
    out = list(words)
    for w in words[first:]:
        if w.text.lower() == _PARTS[0] and _is_truce(words, w.index):
            _mend(out, w.index, first)
    return out


def _is_truce(words: Sequence[Word], i: int) -> bool:
    after = words[i + 1 : i + 3]
    joined = len(after) == len(_PARTS) and after[0].text in ("-", "‑", "–") and words[i].end == after[0].start
    return joined and after[1].text.lower() in ("fire", "fires") and after[1].sentence == words[i].sentence


def _mend(words: list[Word], i: int, first: int) -> None:
    inside = (i, i + 1, i + 2)
    fire = i + 2
    # the one of the three below none of the others says what the noun is to the words outside, "cease" before "fire"
    outer = next(words[k] for k in (i, fire, i + 1) if not is_below(words, k, inside))
    root = outer.head == outer.index
    for w in words[first:]:
        if w.head in inside and w.index not in inside:
            words[w.index] = replace(w, head=fire)
    words[i] = replace(words[i], head=fire, deprel="compound", upos="NOUN")
    words[i + 1] = replace(words[i + 1], head=fire, deprel="punct")
    relation = "obl" if outer.deprel == "xcomp" else outer.deprel
    words[fire] = replace(words[fire], head=fire if root else outer.head, deprel=relation, upos="NOUN", lemma=_LEMMA)
