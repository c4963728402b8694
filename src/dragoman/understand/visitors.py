"""Mends one thing that trees get wrong in news: "met with visiting Chancellor A. B." is no act of visiting.

The parser takes the participle for a verb whose object is the guest; then nobody is met. Here the guest takes the place
of the verb, and the participle hangs on the guest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Word

_LED_BY: Final = frozenset(("with", "and", "by", "to", "for", ","))
_MARKS: Final = ("mark", "case")
_REACH: Final = 8  # words of the guest's title


def mend_visitors(words: Sequence[Word], first: int) -> list[Word]:
    """The words with the trees of "visiting A. B." mended from word `first` on; all others as they are."""
    out = list(words)
    for w in words[first:]:
        guest = _guest_of(words, w) if w.text.lower() == "visiting" and w.upos == "VERB" else None
        if guest is not None:
            _mend(out, w, guest)
    return out


def _guest_of(words: Sequence[Word], verb: Word) -> int | None:
    """The person whose title follows: the verb's object, called by a title."""
    before = words[verb.index - 1] if verb.index else None
    led = before is not None and before.sentence == verb.sentence
    if before is None or not led or not (before.text.lower() in _LED_BY or before.index == verb.head):
        return None
    for w in words[verb.index + 1 : verb.index + 1 + _REACH]:
        if w.head == verb.index and w.deprel == "obj" and w.upos == "PROPN":
            titled = any(t.head == w.index and t.deprel == "nmod:desc" for t in words[verb.index + 1 : w.index])
            return w.index if titled else None
    return None


def _mend(words: list[Word], verb: Word, guest: int) -> None:
    above = words[verb.head]
    relation = verb.deprel.split(":")[0]
    marks = [w for w in words[max(verb.index - 2, 0) : verb.index] if w.head == verb.index and w.deprel in _MARKS]
    if relation == "conj" and words[verb.index - 1].text.lower() in ("and", ","):
        other = max((w.index for w in words[above.index + 1 : verb.index] if w.upos == "PROPN"), default=above.index)
        while words[other].deprel.startswith("flat"):
            other = words[other].head
        above = words[other]
    elif marks:
        relation = "obl" if above.upos in ("VERB", "AUX") else "nmod"
    else:
        relation = "obj"
    words[guest] = replace(words[guest], head=above.index, deprel=relation)
    for w in [
        w for w in words[max(verb.index - 12, 0) :] if w.head == verb.index and w.index not in (guest, verb.index)
    ]:
        if w in marks:
            words[w.index] = replace(w, head=guest, deprel="case", upos="ADP")
        else:
            words[w.index] = replace(w, head=guest if w.deprel == "cc" else above.index)
    words[verb.index] = replace(verb, head=guest, deprel="amod", upos="ADJ")
