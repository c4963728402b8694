"""Who speaks where: the source of the attribution that each word stands in."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from dragoman.records import Entity, Reading

_NOBODY: Final = frozenset("which that who this there".split())


class Speakers:
    """Answers by word index. Inner attributions win over the outer ones that hold them."""

    def __init__(self, reading: Reading) -> None:
        self._at: dict[int, Entity] = {}
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
            entity = Entity(text, (start, end))
            for i in range(bisect_left(starts, a), bisect_left(starts, b)):
                self._at[i] = entity

    def of(self, i: int) -> Entity | None:
        return self._at.get(i)
