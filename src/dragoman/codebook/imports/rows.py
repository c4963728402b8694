"""What an import found: rows for tables, and the lines that it could not use."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.codebook.holders import Holder


@dataclass(frozen=True, slots=True)
class Unread:
    line: int
    why: str


@dataclass(slots=True)
class Found:
    """actors: code, name, also, sectors; unread: lines that hold nothing usable; notes: used, but not whole."""

    form: str
    actors: list[tuple[str, str, str, str]] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[Unread] = field(default_factory=list)
