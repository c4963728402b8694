"""Mends relations that the parser gets wrong where the tree itself shows it.

- "Orvana rejects the draft, the minister said": the clause's subject given to the verb of saying, which has its own.
- "The minister met his counterpart": a verb with two objects, one before it and no subject; the first is its subject.
- "Orvanan pirates seized it": the adjective before a subject is the noun's, not the verb's.
- "A and B met": what is joined with the subject by "and" hangs on it, not on the verb.
- "They reached a ceasefire agreement": of two objects beside each other under one article the first is the second's.
- "They agreed to a truce": a noun behind "to" is no clause of the verb's.
- "the minister of Orvana and envoy A. B. met": an apposition with an "and" of its own is another in the list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.records import Word

_NOUNS = ("NOUN", "PROPN", "PRON")


def mend_relations(words: Sequence[Word], first: int) -> list[Word]:
    """The words with such relations mended from word `first` on; all others as they are."""
    out = list(words)
    below: dict[int, list[Word]] = {}
    for w in words[first:]:
        if w.head != w.index:
            below.setdefault(w.head, []).append(w)
    for w in words[first:]:
        own = below.get(w.index, [])
        if w.deprel == "appos" and (_has_cc(w, own) or _is_listed(words, w, own, below[w.head])):
            out[w.index] = replace(w, deprel="conj")
        elif w.deprel == "xcomp" and w.upos in _NOUNS and _is_phrase(own):
            out[w.index] = replace(w, deprel="obl")
        elif w.upos == "VERB":
            _mend_subject(out, w, own)
            _mend_joined(out, w, own)
            _mend_compound(out, own, below)
            _mend_adjective(out, own)
            if w.deprel == "ccomp" and w.index < w.head:
                _mend_fronted(out, w, own, below[w.head])
    return out


def _has_cc(word: Word, own: Sequence[Word]) -> bool:
    return any(c.deprel == "cc" and c.index < word.index for c in own)


def _is_phrase(own: Sequence[Word]) -> bool:
    """ "to a truce", not "to be a truce"."""
    kinds = {c.deprel: c.text.lower() for c in own if c.deprel in ("case", "cop", "mark", "aux")}
    return kinds.keys() == {"case"} and kinds["case"] in ("to", "on")


def _is_listed(words: Sequence[Word], word: Word, own: Sequence[Word], beside: Sequence[Word]) -> bool:
    """ "President A, Prime Minister B and Prime Minister C": a name with a title of its own in the middle of a list."""
    titled = any(c.deprel == "nmod:desc" for c in own)
    more = any(c.deprel == "conj" and c.index > word.index for c in beside)
    return titled and more and word.upos == words[word.head].upos == "PROPN"


def _mend_subject(out: list[Word], verb: Word, own: Sequence[Word]) -> None:
    objects = [c for c in own if c.deprel == "obj"]
    ahead = [c for c in objects if c.index < verb.index]
    bare = not any(c.deprel.startswith(("nsubj", "aux:pass", "csubj")) for c in own)
    if len(objects) > 1 and len(ahead) == 1 and bare and verb.deprel in ("root", "ccomp", "parataxis"):
        out[ahead[0].index] = replace(ahead[0], deprel="nsubj")


def _mend_joined(out: list[Word], verb: Word, own: Sequence[Word]) -> None:
    subject = next((c for c in own if c.deprel.startswith("nsubj") and c.index < verb.index), None)
    joined = [c for c in own if c.deprel == "conj" and c.upos in _NOUNS and c.index < verb.index]
    if subject is not None and subject.upos in _NOUNS:
        for c in joined:
            if subject.index < c.index:
                out[c.index] = replace(c, head=subject.index)


def _mend_compound(out: list[Word], own: Sequence[Word], below: Mapping[int, Sequence[Word]]) -> None:
    objects = [c for c in own if c.deprel == "obj" and c.upos in ("NOUN", "PROPN")]
    for w, after in pairwise(objects):
        held = any(c.deprel == "det" and c.index < w.index for c in below.get(after.index, ()))
        if after.index == w.index + 1 and held:
            out[w.index] = replace(w, head=after.index, deprel="compound")


def _mend_adjective(out: list[Word], own: Sequence[Word]) -> None:
    for w in own:
        after = next((c for c in own if c.index == w.index + 1), None)
        beside = w.upos == "ADJ" and w.deprel in ("nsubj", "compound", "amod")
        if beside and after is not None and after.upos in _NOUNS and after.deprel.startswith("nsubj"):
            out[w.index] = replace(w, head=after.index, deprel="amod")


def _mend_fronted(out: list[Word], clause: Word, own: Sequence[Word], beside: Sequence[Word]) -> None:
    subjects = [c for c in beside if c.deprel == "nsubj"]
    before = [c for c in subjects if c.index < clause.index]
    if len(subjects) > 1 and len(before) == 1 and not any(c.deprel.startswith("nsubj") for c in own):
        out[before[0].index] = replace(before[0], head=clause.index)
