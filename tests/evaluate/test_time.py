from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.time import predict_time, score_time

from .shared import SHARED, load_scorer, needs_shared, read_lines, write_lines

DATED = {
    "id": "1", "dct": "2024-05-16T09:30", "text": "They met today.", "split": "x",
    "timex": [{"start": 9, "end": 14, "type": "DATE", "value": "2024-05-16"}],
}  # fmt: skip


def test_timex_is_replaced_and_all_else_kept(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", [DATED, {"id": "2", "text": "Nothing."}])
    asked: list[tuple[str, date | None]] = []

    def read(text: str, day: date | None) -> list[tuple[int, int, str, str]]:
        asked.append((text, day))
        return [(0, 4, "SET", "P1D")]

    rows = [json.loads(line) for line in predict_time(tmp_path / "gold", read).splitlines()]
    assert asked == [("They met today.", date(2024, 5, 16)), ("Nothing.", None)]
    found = {"start": 0, "end": 4, "type": "SET", "value": "P1D", "text": "They"}
    assert rows[0] == {**DATED, "timex": [found]}


@pytest.mark.parametrize("row", [{**DATED, "dct": "Thursday"}, {"id": "1"}])
def test_what_cannot_be_read_is_refused(tmp_path: Path, row: dict[str, str]) -> None:
    write_lines(tmp_path / "gold", [row])
    with pytest.raises(BrokenGold):
        predict_time(tmp_path / "gold", lambda text, day: [])


def test_figures() -> None:
    predicted = [{"id": "1", "timex": [
        {"start": 9, "end": 15, "type": "DATE", "value": "2024-05-16"},
        {"start": 0, "end": 4, "type": "DATE", "value": "x"},
    ]}]  # fmt: skip
    figures = score_time([DATED], predicted)
    assert figures == pytest.approx(
        {"strictF1": 0, "relaxedF1": 200 / 3, "valueF1": 200 / 3, "typeF1": 200 / 3, "gold": 1, "pred": 2}
    )
    # what lies past the part that was annotated does not count
    assert score_time([{**DATED, "annotated_until": 5, "timex": []}], predicted)["pred"] == 1
    assert score_time([DATED], [])["valueF1"] == 0


@needs_shared
def test_figures_agree_with_the_shared_scorer(tmp_path: Path) -> None:
    gold, chance = SHARED / "data" / "time" / "time_aquaint_train.jsonl", random.Random(1)
    rows = read_lines(gold)
    for row in rows:
        found = [{**t, "end": t["end"] + chance.choice((0, 0, 1, 9))} for t in row["timex"] if chance.random() < 0.8]
        found += [{**t, "value": "PRESENT_REF"} for t in row["timex"][:3]]
        row["timex"] = chance.sample(found, len(found))
    write_lines(tmp_path / "pred", rows)
    expected = load_scorer("score_data").time(gold, tmp_path / "pred")
    figures = score_time(read_lines(gold), rows)
    assert {k: figures[k] for k in expected} == pytest.approx(expected)
    assert expected["valueF1"] > 0
