"""Places: capitals, cities, seats of talks, regions and venues, with coordinates and the state they lie in.

Tables under `data/`: `places.tsv` (cities and states; GeoNames, CC BY 4.0, made by `tools/build_places.py`),
`regions.tsv`, `venues.tsv` and `place_aliases.tsv` (our own; coordinates rounded to a hundredth of a
degree), `us_states.tsv`. Codes say nothing about status: a place gets the ISO 3166 code that gazetteers
list it under, or none where they differ.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dragoman.codebook.tables import read_table

Kind = Literal["capital", "country", "region", "venue", "city"]
_RANK: Final[dict[str, int]] = {"capital": 0, "country": 1, "venue": 2, "region": 3, "city": 4}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the gazetteer. `state`: postal code of a US state; `population` in thousands."""

    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None = None
    state: str | None = None
    population: int = 0


def find_places(name: str) -> tuple[Spot, ...]:
    """Every place of that name, the likeliest first: capitals, states, venues, regions, then cities by size.

    Case matters little, accents, apostrophes and a leading "the" not at all.
    """
    return _index().get(_key(name), ())


def choose_place(name: str, countries: Collection[str] = ()) -> Spot | None:
    """The place of that name: a part after a comma decides ("Arlington, Va."), then the context, then the order.

    Args:
        name: as the text has it.
        countries: ISO codes of the states that the report is about.
    """
    head, _, tail = name.partition(",")
    found = find_places(name) or find_places(head)
    tail = tail.strip()
    if tail:
        state = find_us_state(tail)
        outer = {s.country for s in find_places(tail) if s.country}
        narrowed = tuple(s for s in found if (state and s.state == state) or (s.country and s.country in outer))
        if state and not narrowed:
            return Spot(head.strip(), "city", "USA", None, None, state=state)
        if outer and not narrowed and len(outer) == 1:
            return Spot(head.strip(), "city", next(iter(outer)), None, None)
        found = narrowed or found
    if len(found) > 1 and found[0].kind not in ("capital", "country"):
        found = tuple(s for s in found if s.country in countries) or found
    return found[0] if found else None


def find_us_state(name: str) -> str | None:
    """The postal code of a US state from its name or an abbreviation ("Va.", "VA", "Virginia")."""
    return _states().get(name.strip().casefold())


@cache
def _states() -> dict[str, str]:
    states = {}
    for row in read_table("us_states.tsv", 3):
        for form in (row[0], row[1], row[2], row[2].replace(".", "") if len(row[2]) > 4 else ""):
            if form:
                states[form.casefold()] = row[1]
    return states


@cache
def _index() -> dict[str, tuple[Spot, ...]]:
    found: dict[str, list[Spot]] = {}

    def add(spot: Spot, names: list[str]) -> None:
        for name in names:
            if name and spot not in found.setdefault(_key(name), []):
                found[_key(name)].append(spot)

    for name, also, kind, country, state, lat, lon, identity, size in read_table("places.tsv", 9):
        spot = Spot(name, kind, country, _float(lat), _float(lon), int(identity), state or None, int(size))
        add(spot, [name, also])
    for name, also, country, lat, lon in read_table("regions.tsv", 5):
        add(Spot(name, "region", country or None, _float(lat), _float(lon)), [name, *also.split("|")])
    for name, also, country, lat, lon, _near, _source in read_table("venues.tsv", 7):
        add(Spot(name, "venue", country or None, _float(lat), _float(lon)), [name, *also.split("|")])
    for state, postal, _also in read_table("us_states.tsv", 3):
        if state not in ("Georgia", "Washington"):
            add(Spot(state, "region", "USA", None, None, state=postal), [state])
    for spelling, name, country in read_table("place_aliases.tsv", 3):
        for spot in [s for s in found.get(_key(name), []) if s.country == country]:
            add(spot, [spelling])
    return {
        key: tuple(sorted(spots, key=lambda s: (_RANK[s.kind], -s.population, s.name))) for key, spots in found.items()
    }


def _key(name: str) -> str:
    """Accents, case, quotation marks and a leading article taken away."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace("‘", "'").replace("`", "'")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(plain.removeprefix("the ").replace("-", " ").split())


def _float(cell: str) -> float | None:
    return float(cell) if cell else None
