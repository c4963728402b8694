"""Our annotations: marks without words, a split that keeps processes together, and, beside the reports, words that fit."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest
from tests.evaluate.shared import SHARED

ROOT = Path(__file__).parents[2] / "training" / "annotations"
REPORTS = sorted((ROOT / "reports").glob("*.json"))
AGAIN = sorted((ROOT / "again").glob("*.json"))
EVENTS = sorted((ROOT / "events").glob("*.json"))
CLUSTERS = sorted((ROOT / "clusters").glob("*.json"))
DATA = SHARED / "data"
needs_reports = pytest.mark.skipif(
    not (DATA / "reports").is_dir(), reason="needs the reports that are annotated (DRAGOMAN_SHARED, or ../shared)"
)


def load(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT))


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_there_are_as_many_as_the_documentation_says():
    assert len(REPORTS) >= 200 and len(AGAIN) >= len(REPORTS) // 5 and len(CLUSTERS) >= 60 and len(EVENTS) >= 370


@pytest.mark.parametrize("paths", [REPORTS, AGAIN, EVENTS, CLUSTERS], ids=["reports", "again", "events", "clusters"])
def test_no_words_of_a_report_stand_in_a_file(paths):
    """What quotes a report is a mark; what is left in words is short."""
    for path in paths:
        row = read(path)
        for event in row.get("events", []):
            assert set(event["evidence"]) == {"at", "hash"}
            for words in (*event.get("source_words", []), *event.get("target_words", [])):
                assert set(words) == {"at", "hash"}
        for statement in row.get("statements", []):
            assert set(statement["content"]) == {"at", "hash"}
        for item in row.get("items", []):
            assert all(set(m["text"]) == {"at", "hash"} for m in item["mentions"])
        assert "title" not in row and "text" not in row
        words = re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))
        assert max(len(w) for w in words if not w.startswith("http")) < 400, path.name


def test_reports_of_one_process_are_in_one_split():
    splits = defaultdict(set)
    own = {(r["file"], r["key"]): r["split"] for r in map(read, (*REPORTS, *EVENTS))}
    for cluster in map(read, CLUSTERS):
        for report in cluster["reports"]:
            key = (report["file"], report["key"])
            splits[key].add(cluster["split"])
            if key in own:
                splits[key].add(own[key])
    assert [key for key, found in splits.items() if len(found) > 1] == []


def test_a_mark_gives_its_words_back():
    standoff = load("standoff")
    text = "Peru met Chile. Peru thanked Chile."
    named = {"source_words": ["Peru"], "target_words": ["Chile"]}
    words = {"plover": "SUPPORT", "evidence": "Peru thanked Chile", "trigger": "thanked", "place": "Lima", **named}
    gold = {"events": [words]}
    packed = standoff.pack(gold, text)
    (event,) = packed["events"]
    assert event["evidence"]["at"] == [16, 34] and event["trigger"]["at"] == [21, 28]
    assert event["source_words"][0]["at"] == [16, 20]
    assert standoff.unpack(packed["events"], text, "x") == gold["events"]


def test_other_words_at_a_mark_are_an_error_that_says_where():
    standoff = load("standoff")
    mark = standoff.mark("Peru met Chile.", 0, 4)
    with pytest.raises(ValueError, match=r"g001\.events"):
        standoff.unpack(mark, "Cuba met Chile.", "g001.events")


@pytest.mark.parametrize(
    ("steps", "copy"),
    [
        ([["abridge", 2]], "A\n\nB"),
        ([["reorder", 0]], "B\n\nC\n\nA"),
        ([["drop", 1]], "A\n\nC"),
    ],
)
def test_a_copy_is_made_of_its_steps(steps, copy):
    assert load("copies").apply("A\n\nB\n\nC", steps) == copy


def test_copies_and_look_alikes_are_many_and_of_different_reports():
    pairs = list(load("copies").read_pairs())
    kinds = [p["kind"] for p in pairs]
    assert kinds.count("copy") >= 300 and kinds.count("look-alike") >= 300
    assert all(p["a"]["key"] != p["b"]["key"] for p in pairs if p["kind"] == "look-alike")


@needs_reports
@pytest.mark.parametrize("part", ["reports", "again", "events"])
def test_the_validator_finds_nothing(part):
    standoff, validate = load("standoff"), load("validate")
    assert [f for gold in standoff.join(DATA, part=part) for f in validate.find_faults(gold)] == []


@needs_reports
def test_clusters_hold():
    clusters = load("clusters")
    assert [f for c in clusters.join(DATA) for f in clusters.find_faults(c)] == []


@needs_reports
def test_a_fault_is_found():
    standoff, validate = load("standoff"), load("validate")
    gold = next(g for g in standoff.join(DATA) if g["events"])
    gold["events"][0]["plover"] = "NONSENSE"
    gold["events"][0]["evidence"] = "words that stand nowhere in it"
    assert len(list(validate.find_faults(gold))) == 2
