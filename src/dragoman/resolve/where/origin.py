"""The place that a report, or each story of a digest, was sent from; and where a transcript was spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.codebook import places
from dragoman.codebook.datelines import read_dateline
from dragoman.codebook.places import Spot, find_us_state
from dragoman.codebook.places.candidates import find_container
from dragoman.records import Place

# the head of a transcript on one line: "Kantei, Tokyo, Japan 2:36 P.M."
_HEADER: Final = re.compile(
    r"\s*[^.!?]{0,90}?\b((?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+, (?:D\.C\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?))"
    r"\s+\d{1,2}:\d\d\b"
)
_CLOCK: Final = re.compile(r"\s+\d{1,2}:\d\d\b.{0,12}$")
# "SECRETARY X:", and "Q" alone; other capitals without a colon may open a report ("NATO ministers met")
_SPEAKER: Final = re.compile(r"(?:[A-Z][A-Z.'’-]+(?:\s\(?[A-Z][A-Z.'’-]+\)?){0,5}|Question):\s|Q:?\s")
_STORY: Final = re.compile(r"\n\s*\n(?=[A-Z]{3})")  # a blank line, then words in capitals
_FIRST: Final = 40  # characters; a dateline there is the report's own
_HEAD_LINES: Final = 6  # who spoke, where, in which room
_HEAD_LINE: Final = 60  # characters
_TOWNS: Final = ("capital", "city")


@dataclass(frozen=True, slots=True)
class Origin:
    """A place and the character from which on what is told was sent from it.

    spoken: all that follows was said there.
    """

    start: int
    place: Place
    spoken: bool = False


def find_origins(text: str, countries: Sequence[str]) -> tuple[Origin, ...]:
    """The places that a report was sent from or spoken at, in the order of its stories.

    Args:
        countries: ISO codes of the states that the report is about.
    """
    spoken = _read_head(text, countries)
    if spoken is not None:
        return (spoken,)
    found = []
    for start in (0, *(m.end() for m in _STORY.finditer(text, _FIRST))):
        place = _read_dateline(text, start, countries)
        if place is not None:
            found.append(Origin(start, place))
    return tuple(found)


def _read_dateline(text: str, start: int, countries: Sequence[str]) -> Place | None:
    found = read_dateline(text, start)
    name = found.town.rstrip(".") if found is not None else ""  # "ORVANA. -"
    spot = places.choose_place(name, countries) if name else None
    if found is None or spot is None:
        return None
    return _as_place(name.title(), (found.start, found.start + len(name)), spot)


def _read_head(text: str, countries: Sequence[str]) -> Origin | None:
    """The line of a transcript's head that names a town, with its state or country or a large one alone."""
    start, found = 0, None
    for line in text.splitlines(keepends=True)[: _HEAD_LINES + 1]:
        if _SPEAKER.match(line) and found is not None:
            return Origin(start, found, spoken=True)
        name = _CLOCK.sub("", line.strip())
        if len(name) > _HEAD_LINE:
            break
        spot = _read_town(name, countries)
        if spot is not None and found is None:
            at = start + line.index(name)
            found = _as_place(name, (at, at + len(name)), spot)
        start += len(line)
    header = _HEADER.match(text)
    spot = places.choose_place(header[1], countries) if header else None
    return Origin(header.end(), _as_place(header[1], header.span(1), spot), spoken=True) if header and spot else None


def _read_town(line: str, countries: Sequence[str]) -> Spot | None:
    head, _, tail = line.partition(", ")
    if tail:
        container = find_container(tail)
        known = find_us_state(tail) or (container is not None and container.kind == "country")
        return places.choose_place(line, countries) if known else None
    spot = places.choose_place(head, countries) if head else None
    return (
        spot
        if spot is not None and spot.kind in _TOWNS and places.fold_name(spot.name) == places.fold_name(head)
        else None
    )


def _as_place(name: str, span: tuple[int, int], spot: Spot) -> Place:
    return Place(name, span, spot.country, spot.lat, spot.lon, spot.geonameid)
