"""Formats of talks that go by a number or a name: "the six-party talks", "the Quad", "the P5+1", and whose they are."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from dragoman.codebook.tables import read_table
from dragoman.errors import BrokenCodebook

_HYPHENS: Final = re.compile(r"[-\u2010-\u2014\s]+")


@dataclass(frozen=True, slots=True)
class Format:
    """Who talks under a name, between which days (None: open), and of which states the report must name one."""

    name: str
    members: tuple[str, ...]
    about: tuple[str, ...]
    since: date
    until: date | None


def find_format(words: str, day: date | None, named: Container[str]) -> Format | None:
    """The format that a phrase names on a day, in a report that names the states `named`.

    Args:
        day: when the report was published; without it a number or a name may mean any of several.

    Raises:
        BrokenCodebook: a day of the table is none.

    >>> found = find_format("chief delegates to the six-party talks", date(2007, 2, 8), {"PRK"})
    >>> found.name, found.members
    ('Six-Party Talks', ('PRK', 'KOR', 'CHN', 'JPN', 'RUS', 'USA'))
    >>> find_format("six-party talks", date(2007, 2, 8), {"PER"}) is None
    True
    """
    if day is None:
        return None
    plain = f" {_HYPHENS.sub(' ', words.lower())} "
    for word, known in _formats():
        if word not in plain or day < known.since or (known.until is not None and day > known.until):
            continue
        if not known.about or any(code in named for code in known.about):
            return known
    return None


def is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


@cache
def _formats() -> tuple[tuple[str, Format], ...]:
    found = []
    for name, words, about, members, since, until, _ in read_table("talk_formats.tsv", 7):
        if not is_day(since) or (until and not is_day(until)):
            raise BrokenCodebook("talk_formats.tsv", f"{name}: {since!r}, {until!r}: days are written 2003-08-27")
        last = date.fromisoformat(until) if until else None
        row = Format(name, tuple(members.split()), tuple(about.split()), date.fromisoformat(since), last)
        found += [(f" {word} ", row) for word in words.split("|")]
    return tuple(found)
