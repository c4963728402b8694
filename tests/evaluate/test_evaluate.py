from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate import evaluate, render_figures


def test_predictions_are_written_and_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = ModuleType("dragoman.pipeline")
    pipeline.classify_relation = lambda *_: {"AID": 0.5}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", pipeline)
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": 1, "sentence": "A aids B.", "source": "A", "target": "B", "root": "AID", "penta": 2}\n')
    figures = evaluate("relations", gold, predictions=tmp_path / "out")
    assert (
        tmp_path / "out"
    ).read_text() == '{"id": 1, "root": "AID", "confidence": 0.5, "probabilities": {"AID": 0.5}}\n'
    assert figures["root"]["accuracy"] == 1


@pytest.mark.parametrize("kind", ["syntax", "names", "attribution", "relations", "record", "other"])
def test_what_cannot_be_taken_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("dragoman.pipeline", "dragoman.contract"):
        module = ModuleType(name)
        module.__getattr__ = lambda name: lambda *_, **__: []  # type: ignore[method-assign]
        monkeypatch.setitem(sys.modules, name, module)
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x01")
    for path in (tmp_path / "none", tmp_path / "binary"):
        with pytest.raises(BrokenGold):
            evaluate(kind, path)


@pytest.mark.parametrize(
    ("kind", "line", "what"),
    [
        ("time", '{"id": 1, "text": "x", "timex": [{}]}', ":1: the field timex is a list of objects"),
        ("relations", '{"id": [1], "sentence": "x", "source": "x", "target": "y"}', ":1: the field id is"),
        ("relations", '{"id": 1, "sentence": null, "source": "x", "target": "y"}', ":1: the field sentence is a text"),
        ("actors", '{"id": 1, "tokens": [1, 2], "tags": ["O", "O"]}', ":1: the field tokens is a list of texts"),
        ("actors", '{"id": 1, "tokens": ["a", "b"], "tags": ["O"]}', ":1: there are as many tags as tokens"),
        ("actors", '{"id": 1, "tokens": ["a"]}\n{"id": 1, "tokens": ["b"]}', ":2: the id 1 is that of line 1 too"),
        ("places", "", "there is no line in it"),
    ],
)
def test_a_line_that_cannot_be_scored_is_named(kind: str, line: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(BrokenGold) as refused:
        evaluate(kind, tmp_path / "gold.jsonl")
    assert what in str(refused.value)


def test_figures_for_people() -> None:
    assert render_figures({"las": 91.234, "words": 7, "link": {"f": 0.5, "tp": 1}}) == (
        "las    91.23\nwords  7\nlink   f 0.500  tp 1"
    )
