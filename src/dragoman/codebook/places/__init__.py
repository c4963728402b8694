"""Places: capitals, cities, seats of talks, regions and venues, with coordinates and the state they lie in.

`gazetteer.py` holds the cities and regions of GeoNames (CC BY 4.0); the tables `country_centres.tsv`, `regions.tsv`,
`venues.tsv`, `place_aliases.tsv` and `us_states.tsv` are our own. Codes say nothing about status: a place gets the
ISO 3166 code that gazetteers list it under, or none where they differ.

`find_places` knows what a name alone may mean in the news, and is careful: most words that begin with a capital are
the name of some town somewhere. `find_all_places` knows every one of them, and is for names that are known to be
places; `locate.py` chooses among these by the whole text.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Final

from dragoman.codebook.places.gazetteer import Spot, find_listed, fold_name, strip_generic
from dragoman.codebook.tables import read_table

__all__ = ["Spot", "choose_place", "find_all_places", "find_country", "find_places", "find_us_state", "fold_name"]

_RANK: Final[dict[str, int]] = {"capital": 0, "country": 1, "venue": 2, "region": 3, "city": 4}


def find_places(name: str) -> tuple[Spot, ...]:
    """The notable places of that name, the likeliest first: capitals, states, venues, regions, then cities by size.

    Case matters little, accents, apostrophes and a leading "the" not at all.
    """
    return _find_notable(fold_name(name))


@cache
def _find_notable(key: str) -> tuple[Spot, ...]:
    listed = [s for s, usual in find_listed(key) if usual and s.kind in ("capital", "city")]
    return tuple(sorted([*listed, *_own().get(key, ())], key=lambda s: (_RANK[s.kind], -s.people, s.name)))


@cache
def find_all_places(name: str) -> tuple[Spot, ...]:
    """Every place of that name, as a notable one or any other; those that it is the usual name of come first."""
    key = fold_name(name)
    found = list(_find_notable(key))
    listed = sorted(find_listed(key), key=lambda f: not f[1])
    found += [s for s, _ in listed if s not in found]
    if not found:
        bare = fold_name(strip_generic(name))
        return find_all_places(bare) if bare != key else ()
    return tuple(found)


def choose_place(name: str, countries: Collection[str] = ()) -> Spot | None:
    """The place of that name: a part after a comma decides ("Arlington, Va."), then the context, then the order.

    Args:
        name: as the text has it.
        countries: ISO codes of the states that the report is about.
    """
    head, _, tail = name.partition(",")
    tail = tail.strip()
    found = find_places(name) or find_places(head)
    if tail:
        state = find_us_state(tail)
        outer = {s.country for s in find_places(tail) if s.country}
        among = [*found, *(s for s in find_all_places(head) if s not in found)]
        narrowed = tuple(
            s
            for s in among
            if (state and s.country == "USA" and s.region == state) or (s.country and s.country in outer)
        )
        if state and not narrowed:
            return Spot(head.strip(), "city", "USA", None, None, region=state)
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


def find_country(code: str) -> Spot | None:
    """The country of an ISO 3166-1 alpha-3 code, at its centre."""
    return _countries().get(code)


@cache
def _countries() -> dict[str, Spot]:
    return {
        code: Spot(name, "country", code, float(lat), float(lon), int(identity))
        for code, name, lat, lon, identity, _top, _near in read_table("country_centres.tsv", 7)
    }


@cache
def _own() -> dict[str, tuple[Spot, ...]]:
    """The places of our own tables by folded name."""
    found: dict[str, list[Spot]] = {}

    def add(spot: Spot, names: list[str]) -> None:
        for name in names:
            if name and spot not in found.setdefault(fold_name(name), []):
                found[fold_name(name)].append(spot)

    for spot in _countries().values():
        add(spot, [spot.name])
    for name, also, country, lat, lon in read_table("regions.tsv", 5):
        add(Spot(name, "region", country or None, _float(lat), _float(lon)), [name, *also.split("|")])
    for name, also, country, lat, lon, _near, _source in read_table("venues.tsv", 7):
        add(Spot(name, "venue", country or None, _float(lat), _float(lon)), [name, *also.split("|")])
    for state, postal, _also in read_table("us_states.tsv", 3):
        if state not in ("Georgia", "Washington"):
            add(_find_state(state, postal), [state])
    for spelling, name, country in read_table("place_aliases.tsv", 3):
        key = fold_name(name)
        listed = [s for s, _ in find_listed(key) if s.kind in ("capital", "city")]
        for spot in [s for s in [*listed, *found.get(key, [])] if s.country == country]:
            if fold_name(spelling) != key:
                add(spot, [spelling])
    return {key: tuple(spots) for key, spots in found.items()}


def _find_state(name: str, postal: str) -> Spot:
    listed = (s for s, _ in find_listed(fold_name(name)) if s.kind == "region" and s.country == "USA")
    return next(listed, Spot(name, "region", "USA", None, None, region=postal))


def _float(cell: str) -> float | None:
    return float(cell) if cell else None
