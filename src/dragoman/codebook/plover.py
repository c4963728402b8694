"""PLOVER 0.8 and CAMEO: categories with their quad, scores of categories and modes, codes, contexts of a paragraph.

Tables under `data/`: `plover.tsv`, `cameo.tsv`, `contexts.tsv`; each opens with a line that names its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Final

from dragoman.codebook.tables import read_shipped, read_table

# done by words: "welcomes the talks held on Monday" was not done on Monday, nor where the talks were
BY_WORDS: Final = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
BY_STRANGERS: Final = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))  # told of by their victims alone too
# of the event reader's log-odds, of words that show a context, and the rest; tools/fit_contexts.py fitted them
CONTEXT_WEIGHTS: Final = (1.0, 0.5, 0.0)
SHOWN: Final = 0.4  # probability from which a context is told of, chosen there
_MOST_WORDS: Final = 2
_BY_ONE: Final = ("diplomatic", "military")
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


def contexts(words: Iterable[str], chances: Mapping[str, float] | None = None) -> tuple[str, ...]:
    """The contexts of a paragraph, the likeliest first.

    Args:
        words: those of the paragraph, in small letters.
        chances: how likely each context is by the event reader; those not named are out of the question. Where no model
            has read the text, words alone decide: one of "diplomatic" or "military", two of any other, three contexts
            at most. Words of the user's own table always do.
    """
    words = list(words)
    counts = count_contexts(words)
    if chances is None:
        kept = [c for c, n in counts.items() if n > 1 or c in _BY_ONE]
        return tuple(sorted(kept, key=lambda c: (-counts[c], c))[:3])
    likely = {c: weigh_context(p, counts.get(c, 0)) for c, p in chances.items()}
    own = {c for c, n in _count(words, _own_contexts()).items() if n > 1 or c in _BY_ONE}
    kept = [c for c in {**likely, **dict.fromkeys(own)} if c in own or likely.get(c, 0.0) >= SHOWN]
    return tuple(sorted(kept, key=lambda c: (-likely.get(c, 0.0), c)))


def count_contexts(words: Iterable[str]) -> dict[str, int]:
    """How many of the words, in small letters, show each context."""
    return _count(words, _contexts())


def weigh_context(chance: float, shown: int, weights: Sequence[float] = CONTEXT_WEIGHTS) -> float:
    """The probability of a context: `chance` by the event reader, `shown` words of the table beside it."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    by_reader, by_words, rest = weights
    return 1 / (1 + exp(-(by_reader * log(chance / (1 - chance)) + by_words * min(shown, _MOST_WORDS) + rest)))


def _count(words: Iterable[str], table: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        for context in table.get(word, ()):
            counts[context] = counts.get(context, 0) + 1
    return counts


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
    return {
        code: Cameo(code, name, category or None, mode or None, tuple(c.strip() for c in ctx.split(";") if c.strip()))
        for code, name, category, mode, ctx in read_table("cameo.tsv", 5)
    }


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    return _by_word(read_table("contexts.tsv", 2))


@cache
def _own_contexts() -> dict[str, tuple[str, ...]]:
    """The rows that are the user's, not ours."""
    ours = [tuple(row) for row in read_shipped("contexts.tsv", 2)]
    return _by_word([row for row in read_table("contexts.tsv", 2) if tuple(row) not in ours])


def _by_word(rows: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for context, words in rows:
        for word in words.split():
            found[word] = (*found.get(word, ()), context)
    return found
