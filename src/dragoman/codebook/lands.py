"""What states are called besides their names: "the kingdom", "the west African country", "the island nation"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from dragoman.codebook.tables import read_table

_HEADS: Final = frozenset(
    """country nation state kingdom monarchy emirate sheikhdom sultanate principality archipelago island republic
    duchy""".split()
)
_PLAIN: Final = frozenset(("country", "nation"))  # of any state
_LONGEST: Final = 3  # words of an entry
_LEFT_OUT: Final = ("-", "‑", "'", "’", "'s", "’s")


def is_land(words: Sequence[str]) -> bool:
    """Whether words end in what a state is called. "The state" and "the republic" alone may be anything.

    >>> is_land(["west", "African", "country"]), is_land(["state"]), is_land(["Baltic", "state"])
    (True, False, True)
    """
    low = [w.lower() for w in words]
    return bool(low) and low[-1] in _HEADS and (low[-1] in _PLAIN or find_lands(low) is not None)


def find_lands(words: Sequence[str]) -> frozenset[str] | None:
    """The codes of the states that words may describe, None where they tell of no kind and no region.

    >>> sorted(find_lands(["Baltic", "state"]))
    ['EST', 'LTU', 'LVA']
    >>> find_lands(["quake", "-", "hit", "country"])
    """
    low = [w.lower() for w in words if w not in _LEFT_OUT]
    found: frozenset[str] | None = None
    at = 0
    while at < len(low):
        size = next((n for n in range(_LONGEST, 0, -1) if " ".join(low[at : at + n]) in _lands()), 0)
        if size:
            codes = _lands()[" ".join(low[at : at + size])]
            found = codes if found is None else found & codes
        at += size or 1
    return found


@cache
def _lands() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for names, codes in read_table("lands.tsv", 2):
        for name in names.split("|"):
            found[name] = found.get(name, frozenset()) | frozenset(codes.split())
    return found
