"""The ledger of statements and the matrix of positions, from a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.show.test_codebook_command import dragoman

from dragoman.show.matrix import lay_out


def position(issue, stance, day, *, code="PER", name="Peru", sectors=("GOV",), said_by=None):
    words = {"text": issue, "span": [0, len(issue)]}
    entity = {"text": name, "name": name, "code": code, "sectors": list(sectors), "office": None}
    return {
        "issue": words,
        "actor": entity,
        "stance": stance,
        "evidence": [words],
        "published": day,
        "said_by": said_by,
        "report": "r",
    }


def test_the_last_stance_stands_and_what_it_was_before():
    rows = [
        position("joint patrols on the river", "rejects", "2024-03-13"),
        position("the joint patrols", "accepts", "2024-03-16", name="Lima"),
        position("the customs post", "demands", "2024-03-16"),
    ]
    cells = {c.issue: c for c in lay_out(rows)}
    cell = cells["joint patrols on the river"]
    assert (cell.last.stance, cell.changed) == ("accepts", "rejects (2024-03-13)")
    assert cells["the customs post"].changed is None
    assert {c.party for c in cells.values()} == {"PER"}


def test_a_bare_word_of_another_report_is_another_issue():
    rows = [
        position("plan", "supports", "2008-03-13"),
        {**position("the Annan plan", "rejects", "2012-03-13"), "report": "s"},
        {**position("the plan", "rejects", "2012-03-13"), "report": "s"},
    ]
    assert [(c.issue, len(c.told)) for c in lay_out(rows)] == [("plan", 1), ("the Annan plan", 2)]


def test_a_group_is_not_its_country():
    rows = [
        position("a truce", "demands", "2024-03-13"),
        position("a truce", "rejects", "2024-03-13", name="Red Front", sectors=("REB",)),
    ]
    assert [c.party for c in lay_out(rows)] == ["PER", "Red Front"]


def test_issues_are_chosen_by_their_words():
    rows = [position("joint patrols", "demands", "2024-03-13"), position("the customs post", "demands", "2024-03-13")]
    assert [c.issue for c in lay_out(rows, issue="patrols ports")] == ["joint patrols"]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "report.txt").write_text(
        "date 2024-03-13\n\nPeru condemned the attack on the port. “We demand the withdrawal of all troops,” Foreign "
        "Minister Ana Soto of Peru told reporters on Wednesday. Chile said in a statement that the talks had been useful.\n",
        encoding="utf-8",
    )
    dragoman("add", folder / "report.txt", "--record", folder / "talks.duckdb")
    return folder / "talks.duckdb"


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        ((), 2),
        (("--party", "CHL"), 1),
        (("--party", "chile"), 1),
        (("--speaker", "soto"), 1),
        (("--channel", "press conference"), 1),
        (("--about", "useful"), 1),
        (("--until", "2024-03-01"), 0),
    ],
)
def test_statements_are_chosen(record: Path, filters: tuple[str, ...], speakers: int) -> None:
    done = dragoman("statements", "--record", record, *filters, "--format", "json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({r["speaker"]["text"] for r in rows}) >= speakers if speakers else not rows


def test_the_ledger_and_the_matrix_in_words(record: Path) -> None:
    assert "Ana Soto" in dragoman("statements", "--record", record).stdout
    assert dragoman("positions", "--record", record, "--party", "PER").stdout.startswith("PER\n  ")
    assert "No such positions" in dragoman("positions", "--record", record, "--party", "NOR").stderr


@pytest.mark.parametrize(
    ("filters", "what"),
    [(("--channel", "smoke signals"), "no channel 'smoke signals'; call, interview,"), (("--party", " "), "say which")],
)
def test_a_filter_that_can_find_nothing_is_refused(record: Path, filters: tuple[str, ...], what: str) -> None:
    assert what in dragoman("statements", "--record", record, *filters, code=2).stderr


def test_what_is_only_said_of_a_side_is_shown_with_whose_account_it_is(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "date 2024-03-13\n\nKosovo said on Monday that Serbia had rejected the border plan.\n", encoding="utf-8"
    )
    dragoman("add", tmp_path / "report.txt", "--record", tmp_path / "talks.duckdb")
    told = dragoman("positions", "--record", tmp_path / "talks.duckdb", "--party", "SRB").stdout
    assert "by the account of Kosovo" in told
