"""Mends styles before a name: in "met with H.E. Ms. Ana Ruiz, Minister of Ruritania", Ana Ruiz is met and no "H.E.".

The parser may take "H.E." for the first of the names, or for somebody beside them, and the tagger for a body.
Here the name heads the phrase, with the style and what hung on it below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Name, Word
from dragoman.understand.trees import is_below

_STYLES: Final = frozenset("h.e. h.e h.h. h.m. h.r.h. h.i.h. h.s.h.".split())
_BETWEEN: Final = 3  # titles between a style and the name: "H.E. Dr. Shri X"


def mend_styles(words: Sequence[Word], first: int) -> list[Word]:
    """The words with every name behind a style, from word `first` on, above it; all others as they are."""
    out = list(words)
    for w in words[first:]:
        if w.text.lower() in _STYLES and (name := _find_named(out, w.index)) is not None:
            _lift(out, w.index, name, first)
    return out


def drop_styles(names: Sequence[Name], words: Sequence[Word]) -> list[Name]:
    """The names without those that are no more than a style."""
    return [n for n in names if n.last - n.first > 1 or words[n.first].text.lower() not in _STYLES]


def _find_named(words: Sequence[Word], style: int) -> int | None:
    """The first word of the name right behind a style, or behind titles; nothing where the style hangs on it."""
    for w in words[style + 1 : style + 2 + _BETWEEN]:
        if w.index == style + 1 and w.text.lower() == "the":  # "H.E. the President of Ruritania"
            continue
        if not w.text[:1].isupper() or w.upos not in ("PROPN", "NOUN") or w.sentence != words[style].sentence:
            return None
        if w.deprel != "nmod:desc" or w.head < w.index:
            return None if is_below(words, style, (w.index,)) else w.index
    return None


def _lift(words: list[Word], style: int, name: int, first: int) -> None:
    above = words[style]
    root = above.head == style
    for w in words[first:]:
        if w.head == style and w.index != style:
            words[w.index] = replace(w, head=name)
    words[name] = replace(words[name], head=name if root else above.head, deprel=above.deprel)
    words[style] = replace(above, head=name, deprel="nmod:desc")
