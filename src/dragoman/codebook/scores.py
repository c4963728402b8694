"""Scores of conflict and cooperation: named tables, one of them chosen.

`plover-0.8` scores categories and modes (`plover.tsv`). `cameo-icews` and `cameo-oeda` score CAMEO codes
(`cameo_scores.tsv`): Goldstein's scale (1992) as ICEWS uses it and as the Open Event Data Alliance prints it; they
differ in six codes, and the second has none for 33. The environment variable `DRAGOMAN_SCORES` (or `dragoman --scores`)
chooses; every event names the table that its score is of.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.tables import read_table
from dragoman.errors import BrokenCodebook

CHOICE: Final = "DRAGOMAN_SCORES"
PLOVER: Final = "plover-0.8"
TABLES: Final = (PLOVER, "cameo-icews", "cameo-oeda")


def chosen_table() -> str:
    """The name of the table in use.

    Raises:
        BrokenCodebook: there is no table of the name.
    """
    name = os.environ.get(CHOICE) or PLOVER
    if name not in TABLES:
        raise BrokenCodebook(CHOICE, f"{name!r} is no table of scores; one of {', '.join(TABLES)}.")
    return name


def find_score(category: str, mode: str | None, cameo: str | None) -> float | None:
    """From -10 (conflict) to 10 (cooperation), by the chosen table. A CAMEO code without a score has that of the code
    it belongs to; an event without a code has none."""
    table = chosen_table()
    if table == PLOVER:
        return plover.score(category, mode)
    known = _by_code()[table]
    code = cameo or ""
    while code and code not in known:
        code = code[:-1]
    return known.get(code)


@cache
def _by_code() -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = {name: {} for name in TABLES[1:]}
    for code, *cells in read_table("cameo_scores.tsv", 3):
        for name, cell in zip(TABLES[1:], cells, strict=True):
            if cell:
                out[name].setdefault(code, float(cell))
    return out
