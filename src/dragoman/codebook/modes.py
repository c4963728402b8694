"""Modes by the words of an act: what a frame that names none leaves open ("freed two sailors": release).

The table `data/event_modes.tsv`, one way to tell a mode a row; its heading says what the columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.frames import words_of
from dragoman.codebook.tables import read_table

Both = tuple[frozenset[str], ...]  # one word of each


@dataclass(frozen=True, slots=True)
class ModeRow:
    """One row; `mode` None where it gives a CAMEO code only."""

    category: str
    mode: str | None
    instead: frozenset[str]
    predicate: frozenset[str]
    beside: tuple[Both, ...]
    cameo: str | None

    def stands_for(self, mode: str | None) -> bool:
        """Whether it may tell the mode of an act that has `mode` so far."""
        return mode is None or mode == self.mode or mode in self.instead

    def fits(self, predicate: frozenset[str], beside: frozenset[str]) -> bool:
        """Whether the words of an act are those that it asks for."""
        if self.predicate and not self.predicate & predicate:
            return False
        return not self.beside or any(all(words & beside for words in both) for both in self.beside)


@cache
def list_mode_rows(category: str) -> tuple[ModeRow, ...]:
    """The rows of a category, in the order in which they are tried."""
    return tuple(
        ModeRow(c, mode or None, frozenset(instead.split()), _expand(predicate), _read_beside(beside), cameo or None)
        for c, mode, instead, predicate, beside, cameo in read_table("event_modes.tsv", 6)
        if c == category
    )


def _expand(cell: str) -> frozenset[str]:
    return frozenset(w for token in cell.split() for w in _words(token))


def _read_beside(cell: str) -> tuple[Both, ...]:
    single = _expand(" ".join(t for t in cell.split() if "_" not in t))
    pairs = tuple(tuple(_words(part) for part in t.split("_")) for t in cell.split() if "_" in t)
    return ((single,), *pairs) if single else pairs


def _words(token: str) -> frozenset[str]:
    return words_of(token[1:]) if token.startswith("=") else frozenset((token,))
