"""Which town is meant by "the Yemeni capital": the first seat of a state's government, or the capital of a region.

`data/countries.tsv` has the seats of states, `data/capitals.tsv` the capitals of regions that are none.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.places import find_all_places
from dragoman.codebook.places.gazetteer import Spot, fold_name
from dragoman.codebook.tables import read_table

_STATES: Final = ("state", "people")
_TOWNS: Final = ("capital", "city", "town")


def find_capital(whose: str) -> Spot | None:
    """The capital of a state or region by its name or adjective; None where it has none, or the gazetteer lacks it.

    >>> find_capital("Yemeni").name, find_capital("Chechen").name, find_capital("cultural")
    ('Sanaa', 'Grozny', None)
    """
    region = _regions().get(fold_name(whose))
    if region is not None:
        return _find_town(*region)
    actor = find_actor(whose)
    if actor is None or actor.code is None or actor.kind not in _STATES:
        return None
    towns = [t for name in _seats().get(actor.code, ()) if (t := _find_town(name, actor.code)) is not None]
    return next((t for t in towns if t.kind == "capital"), towns[0] if towns else None)


def _find_town(name: str, country: str) -> Spot | None:
    return next((s for s in find_all_places(name) if s.country == country and s.kind in _TOWNS), None)


@cache
def _regions() -> dict[str, tuple[str, str]]:
    rows = read_table("capitals.tsv", 3)
    return {fold_name(name): (town, country) for names, town, country in rows for name in names.split("|")}


@cache
def _seats() -> dict[str, tuple[str, ...]]:
    """What a state's government sits in, by its code; a city that is a state has that state's name."""
    return {row[0]: (*filter(None, row[4].split("|")), row[1]) for row in read_table("countries.tsv", 6)}
