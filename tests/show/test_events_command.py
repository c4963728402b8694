"""Events as a list, a table and pairs: the rule for pairs, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.show.test_codebook_command import dragoman

from dragoman.show.dyads import COLUMNS, counts, guard, list_pairs


def side(*codes):
    return [{"text": c, "name": c, "code": c, "sectors": ["GOV"]} for c in codes]


@pytest.mark.parametrize(
    ("event", "actor", "recipient", "pairs"),
    [
        ("ACCUSE", "AB", "C", ["AC", "BC"]),
        ("ACCUSE", "A", "BC", ["AB", "AC"]),
        ("ACCUSE", "AB", "", ["A-", "B-"]),  # not of each other
        ("CONSULT", "ABC", "", ["AB", "AC", "BA", "BC", "CA", "CB"]),
        ("CONSULT", "A", "", ["A-"]),
        ("CONSULT", "A", "B", ["AB"]),  # a visit
        ("ASSAULT", "", "A", ["-A"]),
        ("ASSAULT", "A", "A", ["AA"]),  # inside one country
        ("AGREE", "AA", "", ["A-"]),  # two men of one side
    ],
)
def test_pairs_of_sides(event, actor, recipient, pairs):
    found = list_pairs({"event": event, "actor": side(*actor), "recipient": side(*recipient)})
    assert ["".join(s[0]["code"] if s else "-" for s in pair) for pair in found] == pairs


def test_a_group_is_not_its_country():
    rebels = {"text": "rebels", "name": "Red Front", "code": "A", "sectors": ["REB"]}
    found = list_pairs({"event": "ASSAULT", "actor": [*side("A"), rebels], "recipient": []})
    assert [(a[0]["name"], b[0]["name"]) for a, b in found] == [("A", "Red Front"), ("Red Front", "A")]


@pytest.mark.parametrize("aux", ["negation", "hypothetical", "historical"])
def test_what_did_not_happen_now_does_not_count(aux):
    assert counts({"aux": []}) and counts({"aux": ["future"]}) and not counts({"aux": [aux]})


@pytest.mark.parametrize("first", "=+-@\t\r\0")
def test_no_cell_is_a_formula(first):
    assert guard(f"{first}1") == f"'{first}1"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("events")
    (folder / "report.txt").write_text(
        "date 2024-03-13\n\nPeru and Chile condemned Bolivia on Monday. The foreign ministers of Peru and Chile met in Lima on "
        "Tuesday. Peru did not accuse Cuba of anything.\n",
        encoding="utf-8",
    )
    dragoman("add", folder / "report.txt", "--record", folder / "talks.duckdb")
    return folder / "talks.duckdb"


def test_a_table_of_pairs_names_the_table_of_its_scores(record: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(dragoman("events", "--record", record, "--dyads", "--format", "csv").stdout))
    )
    assert tuple(rows[0]) == COLUMNS
    told = [(r["event"], r["actor_code"], r["recipient_code"], r["share"], r["scores"]) for r in rows]
    assert told == [
        ("ACCUSE", "PER", "BOL", "0.5", "plover-0.8"),
        ("ACCUSE", "CHL", "BOL", "0.5", "plover-0.8"),
        ("CONSULT", "PER", "CHL", "0.5", "plover-0.8"),
        ("CONSULT", "CHL", "PER", "0.5", "plover-0.8"),
    ]


def test_events_are_chosen(record: Path) -> None:
    def told(*options: str) -> list[str]:
        out = dragoman("events", "--record", record, *options, "--format", "json").stdout
        return [json.loads(line)["event"] for line in out.splitlines()]

    assert told("--event", "consult") == ["CONSULT"]
    assert told("--party", "BOL") == ["ACCUSE"]
    assert told("--party", "NOR") == []
    assert told("--limit", "1") == ["ACCUSE"]
    assert "Peru; Chile \N{RIGHTWARDS ARROW} Bolivia" in dragoman("events", "--record", record).stdout
    assert "No such events" in dragoman("events", "--record", record, "--party", "NOR").stderr
