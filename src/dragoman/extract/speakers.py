"""Who speaks where: the source of the attribution that each word stands in."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from dragoman.records import Entity, Reading

_NOBODY: Final = frozenset("which that who this these those there what one someone anyone everyone you".split())


def place_speakers(reading: Reading) -> dict[int, Entity]:
    """Word index -> who says the word. Inner attributions win over the outer ones that hold them."""
    found: dict[int, Entity] = {}
    starts = [w.start for w in reading.words]
    sized = sorted(
        ((b - a, a, b, k) for k, t in enumerate(reading.attributions) for a, b in t.content), key=lambda x: -x[0]
    )
    for _, a, b, k in sized:
        source = reading.attributions[k].source
        if not source:
            continue
        start, end = source[0]
        text = reading.text[start:end]
        if text.lower() in _NOBODY:
            continue
        for i in range(bisect_left(starts, a), bisect_left(starts, b)):
            found[i] = Entity(text, (start, end))
    return found
