from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.places import predict_places, score_places

from .shared import SHARED, load_scorer, needs_shared, read_lines, write_lines


@dataclass
class Found:
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None = None


TEXT = "Envoys met in Geneva and Nosuchtown."
NAMES = [
    {"start": 14, "end": 20, "name": "Geneva", "lat": 46.2, "lon": 6.15, "geonameid": 1, "country": "Switzerland"},
    {"start": 25, "end": 35, "name": "Nosuchtown", "lat": 1.0, "lon": 1.0, "geonameid": 2, "country": "Kenya"},
    {"start": 0, "end": 6, "name": "Envoys", "lat": None, "lon": None, "geonameid": None},
]
ROW = {"id": "a", "text": TEXT, "toponyms": NAMES, "url": "http://x.example"}


def locate(row, spans):
    known = {"Geneva": Found("CHE", 46.0, 6.0, 7)}
    return [known.get(row["text"][s:e]) for s, e in spans]


def test_answers_replace_what_the_gold_file_says(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", [ROW])
    [row] = map(json.loads, predict_places(tmp_path / "gold", locate, {"CHE": "Switzerland"}.__getitem__).splitlines())
    assert [(t["lat"], t["lon"], t["geonameid"], t["country"]) for t in row["toponyms"]] == [
        (46.0, 6.0, 7, "Switzerland"), (None,) * 4, (None,) * 4,
    ]  # fmt: skip
    assert {k: row[k] for k in ("id", "text", "url")} == {k: ROW[k] for k in ("id", "text", "url")}
    figures = score_places([ROW], [row])
    assert figures == {"acc161": 50, "answered": 50, "names": 2, "country": 50, "with_country": 2}


def test_gold_answers_are_not_shown_to_the_one_who_locates(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", [ROW])
    seen: list[str] = []
    predict_places(tmp_path / "gold", lambda row, spans: seen.extend(row) or [None] * len(spans), str)
    assert "toponyms" not in seen


def test_countries_are_coded_where_the_file_codes_them(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", [{**ROW, "toponyms": [{**NAMES[0], "country": "CHE"}]}])
    [row] = map(json.loads, predict_places(tmp_path / "gold", locate, str).splitlines())
    assert row["toponyms"][0]["country"] == "CHE"


@pytest.mark.parametrize("name", [{"start": 0}, {"start": 5, "end": 900}, {"start": "x", "end": 2}])
def test_a_name_without_its_place_in_the_text_is_refused(tmp_path: Path, name: dict) -> None:
    write_lines(tmp_path / "gold", [{**ROW, "toponyms": [name]}])
    with pytest.raises(BrokenGold):
        predict_places(tmp_path / "gold", locate, str)


@needs_shared
@pytest.mark.parametrize("name", ["geo_lgl.jsonl", "geo_geowebnews.jsonl"])
def test_figures_agree_with_the_shared_scorer(tmp_path: Path, name: str) -> None:
    gold = SHARED / "data" / "places" / name
    flip = iter(range(10**6))

    def guess(row, spans):
        return [Found(None, 39.0, -98.0) if next(flip) % 3 else None for _ in spans]

    (tmp_path / "pred").write_text(predict_places(gold, guess, str), encoding="utf-8")
    figures = score_places(read_lines(gold), read_lines(tmp_path / "pred"))
    expected = load_scorer("score_data").places(gold, tmp_path / "pred")
    assert {k: figures[k] for k in expected} == pytest.approx(expected)
    assert 0 < expected["acc161"] < expected["answered"]
