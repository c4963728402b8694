from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.actors import predict_actors, score_actors
from dragoman.evaluate.names import find_chunks

from .shared import SHARED, needs_shared, read_lines, run_scorer, write_lines

ROWS = [
    {"id": "1", "tokens": ["Ruritania", "aided", "Borduria", "."], "tags": ["B-S", "O", "B-T", "O"]},
    {"id": "2", "tokens": ["Both", "states", "met", "."], "tags": ["B-R", "I-R", "O", "O"]},
]


def test_tags_are_replaced_and_nothing_else(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", ROWS)
    lines = [json.loads(x) for x in predict_actors(tmp_path / "gold", lambda words: ["O"] * len(words)).splitlines()]
    assert lines == [{**row, "tags": ["O"] * 4} for row in ROWS]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["B-S", "I-S", "O"], {(0, 2, "S")}),
        (["B-S", "B-S"], {(0, 1, "S"), (1, 2, "S")}),
        (["I-T", "O"], {(0, 1, "T")}),  # begins one
        (["B-S", "I-T"], {(0, 1, "S"), (1, 2, "T")}),
        ([], set()),
    ],
)
def test_spans_of_tags(tags: list[str], spans: set[tuple[int, int, str]]) -> None:
    assert find_chunks(tags) == spans


def test_a_span_counts_if_ends_and_kind_are_right() -> None:
    found = [{"id": "1", "tags": ["B-S", "O", "B-S", "O"]}, {"id": "2", "tags": ["B-R", "O", "O", "O"]}]
    figures = score_actors(ROWS, found)
    assert figures["spans"] == {"p": 1 / 3, "r": 1 / 3, "f1": pytest.approx(1 / 3), "gold": 3, "pred": 3}
    assert figures["– target"]["r"] == 0
    assert score_actors(ROWS, [])["spans"]["pred"] == 0


def test_what_is_no_gold_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold").write_text('{"id": 1}\n')
    with pytest.raises(BrokenGold, match=r"gold:1.*tokens"):
        predict_actors(tmp_path / "gold", lambda words: words)


@needs_shared
def test_figures_agree_with_the_shared_scorer(tmp_path: Path) -> None:
    gold, chance = SHARED / "data" / "events" / "cameo_ner_dev.jsonl", random.Random(1)
    kinds = ["O", "O", "B-S", "I-S", "B-T", "I-T", "B-R", "I-R"]
    (tmp_path / "pred").write_text(predict_actors(gold, lambda words: [chance.choice(kinds) for _ in words]))
    figures = score_actors(read_lines(gold), read_lines(tmp_path / "pred"))["spans"]
    said = run_scorer("score_data", "actors", gold, tmp_path / "pred").split()
    assert float(said[said.index("f1") + 1]) == pytest.approx(100 * figures["f1"], abs=0.01)
