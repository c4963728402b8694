"""The written corpus: what is shipped passes its checks, comes of its sources, and holds every kind often enough."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.codebook import plover

WRITTEN = Path(__file__).parents[2] / "training" / "written"


def load(name: str) -> ModuleType:
    sys.path.insert(0, str(WRITTEN))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(WRITTEN))


@pytest.fixture(scope="module")
def items() -> list[dict]:
    return load("check").read_items()


def test_shipped_items_have_no_fault(items):
    assert load("check").find_faults(items) == []


@pytest.mark.parametrize("part", ["frames", "free"])
def test_sources_give_the_shipped_bytes(part, tmp_path):
    make = load("make")
    made = make.make_frames() if part == "frames" else make.make_free()
    make.write_items(made, tmp_path / "made.jsonl")
    assert (tmp_path / "made.jsonl").read_bytes() == (WRITTEN / f"{part}.jsonl").read_bytes()


def test_big_enough_and_small_enough(items):
    assert len(items) >= 5000
    assert sum(i["made"] == "free" for i in items) >= 1200
    assert sum((WRITTEN / f"{part}.jsonl").stat().st_size for part in ("frames", "free")) < 6_000_000


def test_no_frame_speaks_too_often():
    frames = [line for _, line in load("make").read_lines("frames")]
    assert len(set(frames)) >= 900
    assert load("markup").Header().most <= 5


def test_every_kind_occurs(items):
    check = load("check")
    counts = check.count_kinds(items)
    few = {c for c in plover.categories() if counts["category"][c] < 10}
    few |= {f"{c}.{m}" for c in plover.categories() for m in plover.modes(c) if counts["mode"][f"{c}.{m}"] < 10}
    few |= {aux for aux in check.AUX if counts["aux"][aux] < 50}
    few |= {channel for channel in check.CHANNELS if counts["channel"][str(channel)] < 10}
    assert few == set()
    assert counts["tag"]["negative"] >= 300


@pytest.mark.parametrize(
    ("line", "text", "trigger", "evidence", "actor", "recipient"),
    [
        (
            "SANCTION | [a=FRA Paris] [t closed] its mission in [r=TCD Chad].",
            "Paris closed its mission in Chad.",
            "closed",
            "Paris closed its mission in Chad",
            "Paris",
            "Chad",
        ),
        (
            "AID | [a=CHE The Swiss]'s [t gift] reached [r=KEN.REF the camp's] gate.",
            "The Swiss's gift reached the camp's gate.",
            "gift",
            "The Swiss's gift reached the camp's gate",
            "The Swiss",
            "the camp",
        ),
    ],
)
def test_markup(line, text, trigger, evidence, actor, recipient):
    markup, item = load("markup"), load("item")
    words, body = line.split(" | ")
    plain, marks = markup.read_marks(body)
    built = item.build_item("w", "free", markup.read_header(words), plain, marks)
    event = built["events"][0]
    assert built["text"] == text
    assert [text[s:e] for s, e in (event["trigger"], event["evidence"])] == [trigger, evidence]
    assert [text[slice(*x["span"])] for x in event["actor"] + event["recipient"]] == [actor, recipient]


@pytest.mark.parametrize(
    "line", ["AID | [a x] gave.", "AID | [t gave] [a2 x].", "AID | [t gave", "AID | [q said] [t gave].", "G:signed | x"]
)
def test_slips_of_the_pen_are_told(line):
    markup, item = load("markup"), load("item")
    words, body = line.split(" | ")
    with pytest.raises(markup.BadMarkup):
        item.build_item("w", "free", markup.read_header(words), *markup.read_marks(body))
