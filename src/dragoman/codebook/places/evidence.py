"""What the words around a name say about where it lies: "Paris, Texas", "Syria's Aleppo"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from dragoman.codebook.places import Spot, find_places, find_us_state, fold_name
from dragoman.codebook.places.candidates import find_container
from dragoman.codebook.tables import read_table

_NAME: Final = r"((?:[A-Z]\.\s?){1,3}(?:[A-Z][a-z]+\.)?|[A-Z][\w'’.-]*(?:\s[A-Z][\w'’-]*){0,3})"
_SIDE: Final = r"(?:(?:the|far|its|(?:north|south|east|west|central)[\w-]*)\s+){0,3}"
_COMMA: Final = re.compile(rf"\s*[,(]\s*(?:in|of)?\s*{_SIDE}{_NAME}")
_IN: Final = re.compile(rf"\s+(?:in|of)\s+{_SIDE}{_NAME}")
_APPOSITION: Final = re.compile(
    rf"\s*,\s+(?:a|an|the|its)\s+(?:[\w-]+\s+){{0,4}}?(?:city|town|village|capital|port|resort|suburb|district|province|region)"
    rf"(?:\s+[a-z]+){{0,3}}?\s+(?:in|of)\s+{_SIDE}{_NAME}"
)
_BEFORE: Final = re.compile(r"((?:[A-Z][\w.’'-]*\s+){1,3})(?:[a-z][\w-]*\s+){0,4}$")
_LEADING: Final = frozenset(
    "in at near to from on and or with for against by over into around inside outside towards toward that said".split()
)
_RUN: Final = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:(?:and|of|the)\s+)?[A-Z][\w.’'-]*)*")


def read_after(text: str, end: int) -> list[Spot]:
    """The countries and regions that the words right after a name put it in, the nearest first."""
    found: list[Spot] = []
    part = text[end : end + 120]
    match = _APPOSITION.match(part) or _COMMA.match(part) or _IN.match(part)
    while match and len(found) < 3:
        held, length = _longest(match[1])
        if held is not None and part[match.start(1) + length :].startswith((" and ", " or ")) and _is_city(held.name):
            break  # "Washington, New York and Boston"
        if held is None:  # "Jackson, Rapides Parish, Louisiana": a county may stand between
            if found or not part[match.end(1) :].startswith(","):
                break
            length = len(match[1])
        else:
            found.append(held)
        part = part[match.start(1) + length :]
        match = _COMMA.match(part)
    return found


def read_before(text: str, start: int) -> Spot | None:
    """The country or region that the words right before a name put it in: "the Iraqi city of Mosul"."""
    match = _BEFORE.search(text[max(0, start - 70) : start])
    if not match or not _LEADING.isdisjoint(match[0].split()):  # "Russian troops in": they may be anywhere
        return None
    words = match[1].split()
    for first in range(len(words)):
        name = re.sub(r"['’]s$", "", " ".join(words[first:]))
        held = find_container(name)
        if held is not None:
            return held
    return None


def _is_city(name: str) -> bool:
    return any(s.kind in ("capital", "city") for s in find_places(name))


def _longest(name: str) -> tuple[Spot | None, int]:
    """The container that the first words of a run name, and how many characters they take."""
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        for form in (part, part.rstrip(".,")):
            if len(form) == 2 and form.isalpha() and not find_us_state(form):
                continue
            held = find_container(form)
            if held is not None:
                return held, len(part)
    return None, 0


def count_states(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """How often the text names each country, by its name or its people, and each state of the USA."""
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    known = _known_words()
    for run in _RUN.finditer(text):
        words = run[0].split()
        i = 0
        while i < len(words):
            for count in range(min(4, len(words) - i), 0, -1):
                key = fold_name(re.sub(r"['’]s?$", "", " ".join(words[i : i + count]).rstrip(".,")))
                code, state = known.get(key, (None, None))
                if code:
                    countries[code] += 1
                    if state:
                        regions[code, state] += 1
                    i += count - 1
                    break
            i += 1
    return countries, regions


@cache
def _known_words() -> dict[str, tuple[str, str | None]]:
    known: dict[str, tuple[str, str | None]] = {}
    for code, name, also, people, _seats, _source in read_table("countries.tsv", 6):
        for form in (name, *also.split("|"), *people.split("|")):
            if form:
                known.setdefault(fold_name(form), (code, None))
    for state, postal, also in read_table("us_states.tsv", 3):
        for form in (state, also):
            if form and state not in ("Georgia", "Washington"):
                known.setdefault(fold_name(form), ("USA", postal))
    return known


def find_outlet_country(outlet: str | None) -> str | None:
    """Where an outlet, by its name or its address, is based."""
    if not outlet:
        return None
    host = re.sub(r"^\w+://", "", outlet).split("/")[0].rsplit(":", 1)[0].casefold()
    top = host.rsplit(".", 1)[-1]
    if "." in host and top in _tops():
        return _tops()[top]
    return _outlets().get(fold_name(outlet))


@cache
def _tops() -> dict[str, str]:
    rows = read_table("country_centres.tsv", 7)
    tops = {row[5].casefold(): row[0] for row in rows if row[5] not in ("TV", "ME", "IO", "CO", "LY", "AI", "FM", "CC")}
    return {**tops, "uk": "GBR"}


@cache
def _outlets() -> dict[str, str]:
    rows = read_table("outlets.tsv", 3)
    return {fold_name(form): code for code, name, also in rows for form in (name, *also.split("|")) if form}


@cache
def find_neighbours(code: str) -> frozenset[str]:
    rows = read_table("country_centres.tsv", 7)
    return next((frozenset(row[6].split("|")) for row in rows if row[0] == code), frozenset())
