from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.relations import find_sides, predict_relations, score_relations

from .shared import SHARED, needs_shared, read_lines, run_scorer, write_lines

ROWS = [
    {"id": "1", "sentence": "Ruritania aided Borduria.", "source": "Ruritania", "target": "Borduria", "root": "AID", "penta": 2,
     "marked": "<s>Ruritania</s> aided <t>Borduria</t>."},
    {"id": "2", "sentence": "A thanked A.", "source": "A", "target": "A", "root": "SUPPORT", "penta": 1,
     "marked": "<s>A</s> thanked <t>A</t>."},
    {"id": "3", "sentence": "Borduria struck Ruritania.", "source": "Borduria", "target": "Ruritania", "root": "ASSAULT", "penta": 4},
]  # fmt: skip


def test_one_answer_a_sentence_and_the_sides_are_found(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", ROWS)
    seen = []

    def classify(sentence: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, float]:
        seen.append((sentence[slice(*source)], sentence[slice(*target)], source[0]))
        return {"AID": 0.25, "ACCUSE": 0.70001} if "struck" in sentence else {}

    answers = [json.loads(line) for line in predict_relations(tmp_path / "gold", classify).splitlines()]
    assert seen == [("Ruritania", "Borduria", 0), ("A", "A", 0), ("Borduria", "Ruritania", 0)]
    assert answers == [
        {"id": "1", "root": None, "confidence": 0.0, "probabilities": {}},
        {"id": "2", "root": None, "confidence": 0.0, "probabilities": {}},
        {"id": "3", "root": "ACCUSE", "confidence": 0.7, "probabilities": {"AID": 0.25, "ACCUSE": 0.7}},
    ]


def test_marks_may_hold_each_other() -> None:
    row = {
        "sentence": "The B army left.",
        "source": "The B army",
        "target": "B",
        "marked": "<s>The <t>B</t> army</s> left.",
    }
    assert find_sides(row) == ("The B army left.", (0, 10), (4, 5))


@pytest.mark.parametrize("marked", [None, "<s>B</s> agreed to go.", "B agreed to go."])
def test_a_side_that_is_not_named_is_the_whole_sentence(marked: str | None) -> None:
    row = {"sentence": "B agreed to go.", "source": "B", "target": "a recipient", "marked": marked}
    assert find_sides(row) == ("B agreed to go.", (0, 1), (0, 15))


@pytest.mark.parametrize("text", ["{", "[]\n", '{"id": 1}\n'])
def test_what_is_no_gold_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "gold").write_text(text)
    with pytest.raises(BrokenGold, match="gold:1"):
        predict_relations(tmp_path / "gold", lambda *_: {})


def test_figures() -> None:
    right = [{"id": "1", "root": "AID"}, {"id": "2", "root": "SUPPORT"}, {"id": "3", "root": "FIGHT"}]
    assert [f["macro_f1"] for f in score_relations(ROWS, right).values() if "macro_f1" in f] == [1, 1, 1]
    half = [{"id": "1", "root": "COOPERATE"}, {"id": "3", "root": None}]
    figures = score_relations(ROWS, half)
    assert figures["root"] == {"accuracy": 0, "macro_f1": 0, "n": 3}
    assert figures["quad"]["accuracy"] == pytest.approx(1 / 3)


@needs_shared
def test_figures_agree_with_the_shared_scorer(tmp_path: Path) -> None:
    gold, chance = SHARED / "data" / "events" / "plv_dev.jsonl", random.Random(1)
    roots = [*sorted({r["root"] for r in read_lines(gold)}), "FIGHT", "CONCEDE", "DISAPPROVE", "none"]
    predicted = predict_relations(gold, lambda *_: {chance.choice(roots): 1.0})
    (tmp_path / "pred").write_text(predicted)
    figures = score_relations(read_lines(gold), read_lines(tmp_path / "pred"))
    said = run_scorer("score_relations", gold, tmp_path / "pred")
    for line in said.splitlines():
        name, _, accuracy, macro = line.split()
        assert f"{figures[name]['accuracy']:.4f}" == accuracy.split("=")[1]
        assert f"{figures[name]['macro_f1']:.4f}" == macro.split("=")[1]
