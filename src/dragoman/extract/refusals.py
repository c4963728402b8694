"""Verbs of refusing that the model takes for "not": "has refused to meet", "has cancelled a summit".

In the perfect, with nothing before it that says more, such a participle is now and then read as a particle of negation
and what is refused as a clause or a second subject. It is a verb, and that is its object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.codebook.talks import verb_forms
from dragoman.records import Word

_LONGEST_NEGATION: Final = 5  # letters of "never"
_NOUNS: Final = ("NOUN", "PROPN")
_MISREAD: Final = ("ccomp", "nsubj", "obl", "dep")
_FORMS: Final = {"cancelled": "cancel", "canceled": "cancel", "scrapped": "scrap", "aborted": "abort"}


def mend_refusals(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, with participles in "-ed" that are tagged as particles made verbs, and their objects objects."""
    taken = {w.index for w in words if w.upos == "PART" and w.text.endswith("ed") and len(w.text) > _LONGEST_NEGATION}
    if not taken:
        return tuple(words)
    return tuple(_as_verb(w) if w.index in taken else _as_object(w, words) if w.head in taken else w for w in words)


def _as_verb(word: Word) -> Word:
    low = word.text.lower()
    lemma = _FORMS.get(low) or next((f for f in verb_forms("", low) if f.endswith("e") or f + "ed" == low), low)
    return replace(word, upos="VERB", lemma=lemma)


def _as_object(word: Word, words: Sequence[Word]) -> Word:
    """A bare noun behind the verb."""
    bare = word.index > word.head and word.upos in _NOUNS and word.deprel.split(":")[0] in _MISREAD
    marked = any(w.head == word.index and w.deprel in ("case", "mark") for w in words[word.head : word.index])
    return replace(word, deprel="obj") if bare and not marked else word
