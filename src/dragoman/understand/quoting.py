"""Whom somebody else quotes: in "the agency quoted him as saying …" he has said it.

The tagger takes the agency for the source and everything behind "quoted" for its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.records import Word
from dragoman.understand.attribute import Spoken

_QUOTING: Final = ("quote", "cite")
_SAYING: Final = ("saying",)
_REACH: Final = 12  # words from "quoted" to "as saying"


def mend_quoting(found: Sequence[Spoken], words: Sequence[Word]) -> None:
    """Gives such contents to whoever is quoted, by the cue "as saying"."""
    for spoken in found:
        verb = next((w for w in words[slice(*spoken.cue)] if w.lemma in _QUOTING), None) if spoken.cue else None
        at = _find_saying(words, verb) if verb is not None else None
        if verb is None or at is None:
            continue
        quoted = [w for w in words[verb.index + 1 : at - 1] if w.head == verb.index and w.deprel in ("obj", "iobj")]
        if not quoted:
            continue
        spoken.cue = (at - 1, at + 1)
        spoken.source[:] = [(quoted[0].index, at - 1)]
        spoken.content[:] = [piece for a, b in spoken.content for piece in _outside(a, b, verb.index, at + 1, words)]


def _find_saying(words: Sequence[Word], verb: Word) -> int | None:
    """The "saying" of "quoted … as saying", in the verb's sentence."""
    for w in words[verb.index + 1 : verb.index + 1 + _REACH]:
        if w.sentence != verb.sentence:
            return None
        if w.text.lower() in _SAYING and words[w.index - 1].text.lower() == "as":
            return w.index
    return None


def _outside(a: int, b: int, verb: int, end: int, words: Sequence[Word]) -> list[tuple[int, int]]:
    """What of a content stands before the verb or behind "as saying", without a comma or "that" before it."""
    if b <= verb:
        return [(a, b)]
    a = max(a, end)
    while a < b and (words[a].text in (",", ":") or words[a].text.lower() == "that"):
        a += 1
    return [(a, b)] if a < b else []
