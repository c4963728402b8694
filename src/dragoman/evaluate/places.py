"""Names of places as JSON Lines, the names given: where each one lies predicted.

Figures, per cent of the gold names that have coordinates (or a country); a name left without an answer is wrong:

    acc161    within 161 km (100 miles) of the gold point
    country   in the gold country
    answered  with coordinates at all
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Protocol

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, divide
from dragoman.evaluate.jsonl import read_gold_lines
from dragoman.records import Offsets

NEAR = 161.0  # kilometres


class Located(Protocol):
    """A place of the gazetteer: `country` is an ISO 3166-1 alpha-3 code."""

    @property
    def country(self) -> str | None: ...
    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def geonameid(self) -> int | None: ...


Locate = Callable[[Mapping[str, Any], Sequence[Offsets]], Sequence[Located | None]]  # a row, and the names in its text
NameCountry = Callable[[str], str]  # alpha-3 code -> the country's name


def predict_places(gold: Path, locate: Locate, name_country: NameCountry) -> str:
    """The file at `gold` with `lat`, `lon`, `geonameid` and `country` of each toponym replaced, null where unknown.

    Countries are named, or coded by alpha-3 where all the countries of the file are.
    """
    rows = [row for _, row in read_gold_lines(gold, ("id", "text", "toponyms"))]
    coded = _is_coded(rows)
    out = []
    for row in rows:
        names = row["toponyms"]
        found = locate({k: v for k, v in row.items() if k != "toponyms"}, _spans(names, row["text"], gold))
        answers = []
        for name, place in zip(names, found, strict=True):
            country = place.country if place else None
            answer = {
                "lat": place.lat if place else None,
                "lon": place.lon if place else None,
                "geonameid": place.geonameid if place else None,
                "country": country if coded or country is None else name_country(country),
            }
            answers.append({**name, **answer})
        out.append(json.dumps({**row, "toponyms": answers}, ensure_ascii=False) + "\n")
    return "".join(out)


def _spans(names: Sequence[Mapping[str, Any]], text: str, gold: Path) -> list[Offsets]:
    try:
        spans = [(int(n["start"]), int(n["end"])) for n in names]
    except (KeyError, TypeError, ValueError):
        raise BrokenGold(gold, "a toponym has a start and an end.") from None
    for s, e in spans:
        if not 0 <= s <= e <= len(text):
            raise BrokenGold(gold, f"the span {[s, e]} lies outside the text.")
    return spans


def _is_coded(rows: Iterable[Mapping[str, Any]]) -> bool:
    given = [t["country"] for row in rows for t in row["toponyms"] if t.get("country")]
    return bool(given) and all(len(c) == 3 and c.isupper() for c in given)


def score_places(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Figures:
    """The figures named above, and the numbers of gold names that they are shares of."""
    answers = {row["id"]: {(t["start"], t["end"]): t for t in row["toponyms"]} for row in predicted}
    near = answered = placed = right = known = 0
    for row in gold:
        for name in row["toponyms"]:
            answer = answers.get(row["id"], {}).get((name["start"], name["end"]), {})
            if name.get("lat") is not None:
                placed += 1
                if answer.get("lat") is not None:
                    answered += 1
                    near += measure(name["lat"], name["lon"], answer["lat"], answer["lon"]) <= NEAR
            if name.get("country"):
                known += 1
                right += name["country"] == answer.get("country")
    figures: Figures = {
        "acc161": 100 * divide(near, placed),
        "answered": 100 * divide(answered, placed),
        "names": placed,
    }
    return {**figures, "country": 100 * divide(right, known), "with_country": known} if known else figures


def measure(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points given in degrees.

    >>> round(measure(0, 0, 0, 180))
    20015
    """
    a, b, c, d = map(radians, (lat, lon, lat2, lon2))
    return 6371 * 2 * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))
