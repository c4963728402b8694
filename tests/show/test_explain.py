"""`dragoman explain`: whom a mention means, and why. The sentences are our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.readings import read
from typer.testing import CliRunner

from dragoman.show.cli import app
from dragoman.show.commands.explain import find_mentions, render_explanation

TALKS = (
    "date 2022-03-10\n"
    "Norwegian Foreign Minister Anna Berg met Swedish Defence Minister Karl Lund in Vienna on Monday. "
    "Berg said the talks were useful. He praised the host, and Oslo thanked Stockholm for its patience."
)


@pytest.fixture
def report(tmp_path: Path) -> str:
    read("Nothing happened.")  # skips without the model
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    return str(path)


def run(*args: str):
    return CliRunner().invoke(app, ["explain", *args])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Berg", ["Anna Berg (NOR", 'named with the title "Norwegian Foreign Minister" in sentence 1']),
        ("Oslo", ["Norway (NOR", "+ Norway (NOR): table of names: seat of government of Norway"]),
        ("He", ["sentence 3", 'corefers with "']),
        ("patience", ["nobody known", "no rule and no table knows it"]),
        (
            "Vienna",
            ["as a place: Vienna (capital, 09, AUT, 48.21 16.37)", "+ Vienna (capital", "- Vienna (town, VA, USA"],
        ),
        (
            "Monday",
            [
                "as a time, “Monday”: 2022-03-07",
                "counted from the day of the report, 2022-03-10; its clause tells what was",
            ],
        ),
    ],
)
def test_every_mention_has_its_reason(report, words, told):
    result = run(report, words)
    assert result.exit_code == 0, result.output
    for line in told:
        assert line in result.output


def test_a_person_is_no_place(report):
    assert "as a place" not in run(report, "Berg").output


def test_json_is_one_line_a_mention(report):
    result = run(report, "Berg", "--format", "json")
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert len(rows) == 2
    for row in rows:
        start, end = row["mention"]["span"]
        assert row["mention"]["text"] == "Berg" and end - start == 4
        assert row["entities"][0]["code"] == "NOR"
        assert any(r["taken"] for r in row["reasons"])


def test_words_that_are_not_there_are_an_error(report):
    result = run(report, "Rossi")
    assert result.exit_code == 1
    assert '"Rossi" is not in the report' in result.output


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Berg met Bergen's mayor. BERG left.", "Berg", 1),
        ("BERG left.", "Berg", 1),
        ("The  two\nsides met.", "two sides", 1),
        ("Nobody.", " ", 0),
    ],
)
def test_mentions_are_whole_words(text, words, count):
    assert len(find_mentions(text, words)) == count


@given(st.text(max_size=40), st.text(max_size=8))
def test_mentions_lie_in_the_text(text, words):
    for start, end in find_mentions(text, words):
        assert 0 <= start < end <= len(text)


def test_what_is_left_is_told_too():
    from datetime import date

    from dragoman.pipeline import explain

    text = "Marovian Foreign Minister Sergei Lavrov spoke in Lima on Monday. Peru welcomed Lavrov."
    reading = read(text, date(2015, 3, 10))
    (first, *_) = explain(reading, find_mentions(text, "Lavrov"))
    told = render_explanation(reading, first)
    assert "table of office-holders" in told
    assert "  means " in told
