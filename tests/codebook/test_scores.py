"""Named tables of scores, one chosen; every event names the one that its score is of."""

import json

import pytest
from tests.extract.readings import read
from tests.show.test_codebook_command import dragoman

from dragoman import codebook
from dragoman.codebook.scores import CHOICE, TABLES, chosen_table, find_score
from dragoman.errors import BrokenCodebook


@pytest.mark.parametrize(
    ("table", "event", "score"),
    [
        ("plover-0.8", ("ACCUSE", "disapprove", "111"), -2.0),  # the manual prints 3 once: a misprint
        ("plover-0.8", ("SANCTION", None, "163"), -6.0),
        ("cameo-icews", ("SANCTION", None, "163"), -8.0),
        ("cameo-oeda", ("SANCTION", None, "163"), -6.5),
        ("cameo-icews", ("REJECT", None, "124"), -4.0),
        ("cameo-oeda", ("REJECT", None, "124"), -5.0),
        ("cameo-icews", ("AGREE", None, None), None),
    ],
)
def test_scores_by_table(monkeypatch, table, event, score):
    monkeypatch.setenv(CHOICE, table)
    assert chosen_table() == table and find_score(*event) == score


@pytest.mark.parametrize("table", TABLES)
def test_scores_lie_between_minus_ten_and_ten(monkeypatch, table):
    monkeypatch.setenv(CHOICE, table)
    for category in codebook.plover.categories():
        code = codebook.plover.general_cameo(category)
        score = find_score(category, None, code)
        if score is None:
            assert code is None and table != "plover-0.8"
        else:
            assert -10 <= score <= 10


def test_a_category_spread_over_several_roots_has_no_general_code():
    general = codebook.plover.general_cameo
    assert [general(c) for c in ("AGREE", "COERCE", "SANCTION")] == ["030", "170", "160"]
    assert [general(c) for c in ("ASSAULT", "ACCUSE", "RETREAT")] == [None, None, None]


def test_another_table_is_another_version_of_the_codebook(monkeypatch):
    monkeypatch.delenv(CHOICE, raising=False)
    before = codebook.version()
    monkeypatch.setenv(CHOICE, "cameo-icews")
    assert codebook.version() != before


def test_a_table_that_is_not_there_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv(CHOICE, "mine")
    with pytest.raises(BrokenCodebook, match=r"DRAGOMAN_SCORES.*'mine'.*cameo-icews"):
        chosen_table()


def test_every_event_names_its_table(tmp_path):
    read("Nothing happened.")  # skips without the model
    report = tmp_path / "r.txt"
    report.write_text("date 2024-05-16\nNorway condemned Sweden on Monday.", encoding="utf-8")
    for table, score in (("plover-0.8", -2.0), ("cameo-icews", -2.0)):
        out = dragoman("--scores", table, "code", str(report), "--format", "json").stdout
        (event,) = json.loads(out)["events"]
        assert (event["scores"], event["score"]) == (table, score)
