"""The record of one report on a terminal."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from dragoman.show.readable import render_record

Record = dict[str, Any]


def test_every_section_is_there_in_order(record: Record) -> None:
    lines = render_record(record).splitlines()
    heads = ["TALKS", "STATEMENTS", "EVENTS", "TEXTS UNDER NEGOTIATION", "POSITIONS", "NOT HEARD"]
    assert [line for line in lines if line in heads] == heads


def test_a_session_stands_beneath_its_round(record: Record) -> None:
    shown = render_record(record)
    assert re.search(r"^  T1 +Round of talks, Oslo \(NOR\), 10–11 March 2024", shown, re.M)
    assert re.search(r"^    T1\.1 +Session, Oscarsborg fortress", shown, re.M)


def test_each_row_stands_with_its_words_and_their_offsets(record: Record) -> None:
    shown = " ".join(render_record(record).split())
    text = record["report"]["text"]
    for layer in ("events", "meetings", "agreements", "positions"):
        for row in record[layer]:
            for span in row["evidence"]:
                start, end = span["span"]
                assert f"“{' '.join(text[start:end].split())}” [{start}:{end}]" in shown


@pytest.mark.parametrize(
    "words",
    [
        "Irena Vask (foreign minister, MRV), level: minister",
        "77%, inferred",
        "42%, uncertain",
        "according to: officials (S2)",
        "is the meeting: T1",
        "as of: 11 March 2024 (inferred)",
        "open: the question of the northern crossing",
        "Reported, not verified",
    ],
)
def test_shows(record: Record, words: str) -> None:
    assert words in render_record(record)


def test_says_who_was_not_heard(record: Record) -> None:
    # Marovia's minister is quoted; Tessaly and Norway take part and are not
    assert "Tessaly (TSL) and Norway (NOR): taking part here, and quoted nowhere" in render_record(record)


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_line_is_too_wide(record: Record, width: int) -> None:
    record["report"]["url"] = "https://example.org/" + "x" * 300
    assert max(map(len, render_record(record, width=width).splitlines())) <= width


def test_plain_without_colour_and_the_same_words_with_it(record: Record) -> None:
    plain = render_record(record)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", render_record(record, colour=True)) == plain


def test_a_hostile_report_commands_nothing(record: Record) -> None:
    hostile = copy.deepcopy(record)
    hostile["report"]["title"] = "\x1b]0;owned\x07 \u202eeslaf"
    hostile["report"]["outlet"] = "\x1b[2J"
    hostile["statements"][0]["content"][0]["text"] = "\x1b[31mred\nline"
    assert "\x1b" not in render_record(hostile)
    assert "\u202e" not in render_record(hostile)


def test_an_empty_record_says_so(record: Record) -> None:
    empty = {"report": {**record["report"], "title": None, "outlet": None, "published": None, "url": None}}
    empty |= {layer: [] for layer in ("statements", "events", "meetings", "agreements", "positions")}
    shown = render_record(empty)
    assert "No talks are told of." in shown
    assert "no date · 2 sentences" in shown
    assert "NOT HEARD" not in shown
