"""Mends names of persons that are cut at a particle: "Jose Eduardo dos Santos", "Sabah al-Ahmad al-Jaber"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Name, Word

_BETWEEN: Final = frozenset(
    "dos das do da de del della di du la le los y e van von der den ter ten bin ibn bint ben al el ul ud".split()
)
_BEFORE: Final = frozenset(("al", "el", "ul", "bin", "ibn"))
_HYPHENS: Final = ("-", "‑")
_LONGEST: Final = 3  # words between two parts


def mend_names(names: Sequence[Name], words: Sequence[Word]) -> list[Name]:
    """The names, those of persons joined over particles and begun where the particle before them belongs to a word of
    the name."""
    out: list[Name] = []
    for name in names:
        if name.kind == "PER":
            name = _begin_earlier(name, words, out[-1].last if out else 0)
            before = out[-1] if out else None
            if before is not None and before.kind == "PER" and _are_one(before, name, words):
                out[-1] = replace(
                    before, end=name.end, last=name.last, confidence=min(before.confidence, name.confidence)
                )
                continue
        out.append(name)
    return out


def _are_one(one: Name, other: Name, words: Sequence[Word]) -> bool:
    """Only particles and hyphens stand between the two, at least one particle."""
    between = words[one.last : other.first]
    if not 0 < len(between) <= _LONGEST or words[one.first].sentence != words[other.first].sentence:
        return False
    particles = [w for w in between if w.text.lower() in _BETWEEN and w.text.islower()]
    return bool(particles) and all(w in particles or w.text in _HYPHENS for w in between)


def _begin_earlier(name: Name, words: Sequence[Word], least: int) -> Name:
    """ "Sabah al-Ahmad", of which the tagger took "Ahmad": back over "al-" to the word that it is joined to."""
    first = name.first
    while first - 2 >= least:
        hyphen = words[first - 1].text in _HYPHENS
        particle = words[first - 2] if hyphen else words[first - 1]
        at = particle.index - 1
        if particle.text not in _BEFORE or at < least or words[at].sentence != words[name.first].sentence:
            break
        if not words[at].text[:1].isupper() or words[at].upos != "PROPN":
            break
        first = at
    return replace(name, first=first, start=words[first].start) if first < name.first else name
