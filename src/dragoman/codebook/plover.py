"""PLOVER 0.8 and CAMEO: categories with their quad, scores of categories and modes, codes, contexts of a paragraph.

Tables under `data/`: `plover.tsv`, `cameo.tsv`, `contexts.tsv`; each opens with a line that names its columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.codebook.tables import keep_first, read_shipped, read_table

# done by words: "welcomes the talks held on Monday" was not done on Monday, nor where the talks were
BY_WORDS: Final = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
# done where the people are whom it is done to; told of by them alone too
AT_HAND: Final = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))
# CAMEO codes of what only a court or a prosecutor does: charged, convicted
BY_LAW: Final = frozenset(("116", "1121"))
JOINING: Final = "031"  # CAMEO: express intent to engage in material cooperation
SETTLING: Final = "037"  # CAMEO: express intent to settle dispute
HARMS: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # somebody suffers them
ENDABLE: Final = HARMS | {"AID", "MOBILIZE"}  # "lifted the sanctions", "ended the siege"
NEEDS_RECIPIENT: Final = frozenset(("COOPERATE", "AID", "SANCTION"))


@dataclass(frozen=True, slots=True)
class Cameo:
    """One CAMEO code, with the PLOVER category, mode and context that it turns into; None: no counterpart."""

    code: str
    name: str
    category: str | None
    mode: str | None
    contexts: tuple[str, ...]


def categories() -> tuple[str, ...]:
    """The sixteen categories, in the order of PLOVER's table."""
    return tuple(dict.fromkeys(category for category, _ in _scores()))


@cache
def is_shipped(category: str) -> bool:
    """Whether it is one of PLOVER's, and not a user's own."""
    return any(row[0] == category for row in read_shipped("plover.tsv", 4))


def modes(category: str) -> tuple[str, ...]:
    return tuple(mode for c, mode in _scores() if c == category and mode)


def quad(category: str) -> int | None:
    """1 and 2: verbal and material cooperation; 3 and 4: verbal and material conflict."""
    found = _scores().get((category, ""))
    return found[0] if found else None


def score(category: str, mode: str | None = None) -> float | None:
    """From -10 (conflict) to 10 (cooperation): the mode's where it has one, else the category's."""
    found = _scores().get((category, mode or "")) or _scores().get((category, ""))
    return found[1] if found else None


def find_cameo(code: str) -> Cameo | None:
    return _cameo().get(code)


def contexts(words: Iterable[str]) -> tuple[str, ...]:
    """The contexts that words in small letters show, the best shown first, three at most.

    One of "diplomatic", "military" shows by one word; the others want two, for single words are chance.
    """
    counts: dict[str, int] = {}
    for word in words:
        for context in _contexts().get(word, ()):
            counts[context] = counts.get(context, 0) + 1
    kept = [c for c, n in counts.items() if n > 1 or c in ("diplomatic", "military")]
    return tuple(sorted(kept, key=lambda c: (-counts[c], c))[:3])


@cache
def general_cameo(category: str) -> str | None:
    """The CAMEO code of a category where nothing more is known: the one "not specified below" of its root; None for
    the categories that CAMEO spreads over several roots or has no such code for (ASSAULT, ACCUSE, RETREAT)."""
    found = [c for c, known in _cameo().items() if known.category == category and len(c) == 3 and c[-1] == "0"]
    return found[0] if len(found) == 1 else None


@cache
def _scores() -> dict[tuple[str, str], tuple[int, float]]:
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for c, mode, q, s in read_table("plover.tsv", 4):
        found.setdefault((c, mode), (int(q), float(s)))  # a user's added row stands before ours
    return found


@cache
def _cameo() -> dict[str, Cameo]:
    return keep_first(
        (code, Cameo(code, name, category or None, mode or None, tuple(c.strip() for c in ctx.split(";") if c.strip())))
        for code, name, category, mode, ctx in read_table("cameo.tsv", 5)
    )


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for context, words in read_table("contexts.tsv", 2):
        for word in words.split():
            found[word] = (*found.get(word, ()), context)
    return found
