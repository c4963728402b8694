"""What a name known to be a place may mean: as it stands, as an adjective, abbreviated, with words around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from dragoman.codebook.places import Spot, find_all_places, find_country, find_places, find_us_state, fold_name
from dragoman.codebook.places.gazetteer import find_listed, strip_generic
from dragoman.codebook.tables import read_table

LARGE: Final = 50_000  # people of a town that names what is called after it
MOST: Final = 80  # candidates of a name; there are more San Antonios, all of them small
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_DIRECTION: Final = re.compile(
    r"^(?:(?:north|south|east|west)(?:ern|[- ]?(?:east|west)(?:ern)?)?|central|downtown|greater|upper|lower|mid|inner"
    r"|outer|suburban|rural|occupied|old|mainland|metropolitan|metro)[- ]+",
    re.IGNORECASE,
)
_LANDFORM: Final = re.compile(
    r"\s+(?:area|valley|suburbs?|international airport|airport|air base|port|harbou?r|bay|river|lake|beach|hills|island"
    r"|isle|township|twp|co|metropolitan area|metro area|urban area|zone|sector|strip|camp|refugee camp|peninsula|coast"
    r"|sea|desert|mountains|forest|town|village)$",
    re.IGNORECASE,
)
NOWHERE: Final = frozenset(  # what readers of names take for places, and towns are called after
    """west western westerner north south east eastern northern southern state congress church earth mars moon sun union
    republic hall village chamber horn far august corona capitol parliament senate house region province country county
    city town district islands""".split()
)


@lru_cache(maxsize=4096)
def list_candidates(name: str) -> tuple[Spot, ...]:
    """The places that a name may mean, the likeliest first; `MOST` at most."""
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    head, _, tail = name.partition(",")
    found = _look_up(name) or (_look_up(head) if tail else ())
    for shorter in (_DIRECTION.sub("", name), _LANDFORM.sub("", name), strip_generic(_DIRECTION.sub("", name))):
        if not found and shorter != name:  # "LaGuardia Airport" is at no village of Laguardia
            found = tuple(s for s in _look_up(shorter) if s.kind != "town" or s.people >= LARGE)
    return found[:MOST] or _look_inside(name)


def is_usual(spot: Spot, name: str) -> bool:
    """Whether the name is the one that the place usually goes by."""
    key = fold_name(_POSSESSIVE.sub("", name))
    return fold_name(spot.name) == key or (
        spot.kind in ("region", "county", "country") and fold_name(strip_generic(spot.name)) == key
    )


def _look_up(name: str) -> tuple[Spot, ...]:
    key = fold_name(name)
    if key in NOWHERE or name.islower():
        return ()
    found: list[Spot] = []
    if name[:1].isupper():
        people = _people().get(key)
        if people:  # an adjective is that of one place
            return (people,)
        postal = find_us_state(name.replace(". ", "."))
        if postal and (len(name) > 2 or name.isupper()):
            found += [s for s in _us_states() if s.region == postal]
        country = _countries().get(key)
        if country:
            found.append(country)
            if name.isupper() and len(key) < 4:  # "US", "UK" are no towns
                return tuple(found)
    if len(key) > 2:
        found += [s for s in find_all_places(name) if s not in found]
    elif name.isupper():  # "L.A.": our own spellings alone
        found += [s for s in find_places(name) if s not in found]
    whole = {s.country for s in found if s.kind == "country"}
    # a region or town that has its country's name is seldom meant, nor one by another spelling where a city has it
    found = [s for s in found if s.country not in whole or s.kind not in ("region", "county", "town")]
    if len(key) < 4 or any(s.kind in ("capital", "city") and is_usual(s, name) for s in found):
        found = [s for s in found if s.kind not in ("town", "county") or is_usual(s, name)]
    return tuple(found)


def _look_inside(name: str) -> tuple[Spot, ...]:
    """A state or notable place within a longer name: "Dallas Police Department", "University of Texas"."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            if part[0].isupper() and (len(part) > 2 or part in ("US", "UK")):
                found = tuple(s for s in _look_up(part) if s.kind != "town" and s.kind != "county")
                if found and (found[0].kind in ("country", "region") or found[0] in find_places(part)):
                    return found[:MOST]
    return ()


@cache
def _people() -> dict[str, Spot]:
    """Folded adjectives and demonyms of countries and of other places -> the place."""
    found: dict[str, Spot] = {}
    for adjective, name, country in read_table("place_adjectives.tsv", 3):
        spot = next((s for s in find_all_places(name) if s.country == (country or None)), None)
        if spot:
            found.setdefault(fold_name(adjective), spot)
    for code, _name, _also, people, _seats, _source in read_table("countries.tsv", 6):
        country_spot = find_country(code)
        for form in people.split("|"):
            if country_spot and form:
                found.setdefault(fold_name(form), country_spot)
    return found


@cache
def _countries() -> dict[str, Spot]:
    """Folded names of countries, former and other ones too -> the country."""
    found: dict[str, Spot] = {}
    for code, name, also, _people, _seats, _source in read_table("countries.tsv", 6):
        spot = find_country(code)
        for form in (name, *also.split("|")):
            if spot and form and not any(s.kind == "region" for s in find_places(form)):
                found.setdefault(fold_name(form), spot)
    return found


@cache
def _us_states() -> tuple[Spot, ...]:
    rows = read_table("us_states.tsv", 3)
    return tuple(
        spot
        for state, postal, _ in rows
        for spot, _usual in find_listed(fold_name(state))
        if spot.kind == "region" and spot.country == "USA" and spot.region == postal
    )


@cache
def find_container(name: str) -> Spot | None:
    """The country or first-level region that a name or an abbreviation means, where it means one alone.

    "Georgia" and the like, a state of the USA or another, are for the caller to weigh: the state of the USA comes.
    """
    for spot in _look_up(name):
        if spot.kind in ("country", "region") and spot.country:
            return spot
    return None
