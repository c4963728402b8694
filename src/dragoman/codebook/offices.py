"""Offices: the titles that news gives, how high they stand, and which of them are one post.

`data/offices.tsv`; a post ("foreign") ties titles that states use for the same work: foreign minister, foreign
secretary, secretary of state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dragoman.codebook.spelling import singular
from dragoman.codebook.tables import Closed, read_closed

LEVELS: Final = (
    "head of state",
    "head of government",
    "minister",
    "deputy minister",
    "envoy",
    "spokesperson",
    "official",
)
CLOSED: Final[Mapping[str, Closed]] = {"offices.tsv": {3: ("", *LEVELS)}}  # empty where the title alone does not say
_AMERICAN: Final = "secretary of state"
_LONGEST: Final = 5  # words of a title


@dataclass(frozen=True, slots=True)
class Office:
    title: str
    sector: str | None
    code: str | None  # whose office it is where no state is named
    level: str | None = None  # one of LEVELS; None where the title alone does not say
    post: str | None = None  # titles of one post are the same office in different states


def find_office(words: Sequence[str]) -> Office | None:
    """The office that words in small letters name: the longest title, the last of equals ("minister" of "deputy
    foreign minister" is "deputy foreign minister")."""
    if "-" in words:  # cut at its hyphen: "secretary", "-", "general"
        words = " ".join(words).replace(" - ", "-").split(" ")
    best: tuple[int, Office] | None = None
    known = _offices()
    for i in range(len(words)):
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            found = known.get(" ".join(words[i : i + size])) or known.get(
                " ".join((*words[i : i + size - 1], singular(words[i + size - 1])))
            )
            if found is not None:
                if found.title == _AMERICAN and words[i + size : i + size + 1] == ["for"]:
                    found = replace(found, code=None)  # of health, of energy: a minister or deputy of many states
                owned = i > 0 and words[i - 1] in ("of", "the") and "of" in words[max(i - 2, 0) : i]
                if best is None or size > best[0] or (size == best[0] and not owned):
                    best = size, found
                break
    return best[1] if best else None


def find_title(title: str) -> Office | None:
    """The office of exactly that title."""
    return _offices().get(title.lower())


def find_post(title: str) -> Office | None:
    """The office of exactly that title, else of the longest title in it."""
    low = title.lower()
    return _offices().get(low) or find_office(low.split())


def find_level(title: str | None) -> str | None:
    """How high an office stands, in the words of the record, which knows no level for spokespersons.

    >>> find_level("deputy foreign minister"), find_level("spokesman"), find_level("zither player")
    ('deputy minister', 'official', None)
    """
    office = find_post(title) if title else None
    return "official" if office is not None and office.level == "spokesperson" else office.level if office else None


def is_same_office(asked: str, held: str) -> bool:
    """Whether an asked title may mean an office that is held: one post, or the same title.

    >>> is_same_office("secretary of state", "foreign minister"), is_same_office("president", "prime minister")
    (True, False)
    """
    a, b = find_post(asked), find_title(held)
    if a is None or b is None:
        return asked.casefold() == held.casefold()
    return a.title == b.title or (a.post is not None and a.post == b.post)


@cache
def _offices() -> dict[str, Office]:
    found: dict[str, Office] = {}
    for title, sector, code, level, post in read_closed("offices.tsv", 5, CLOSED["offices.tsv"]):
        found.setdefault(title, Office(title, sector or None, code or None, level or None, post or None))
    return found
