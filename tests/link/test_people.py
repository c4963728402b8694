"""What earlier reports say of persons whom a report does not introduce. The reports are our own."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from dragoman.contract import record_of
from dragoman.link.people import People, Taught, list_rows
from dragoman.pipeline import code_report
from dragoman.records import Report
from dragoman.store import open_record
from tests.extract.readings import read


def taught(day: str, name: str, code: str) -> Taught:
    return Taught(date.fromisoformat(day), name, code, ("GOV",), f"the minister {name}", day)


BERG = taught("2022-03-10", "Anna Berg", "NOR")


@pytest.mark.parametrize(
    ("told", "name", "day", "code"),
    [
        ([BERG], "Berg", "2022-03-11", "NOR"),
        ([BERG], "anna berg", "2022-03-11", "NOR"),
        ([BERG], "Berg", "2022-03-10", None),  # the same day is not earlier
        ([BERG], "Berg", "2021-01-01", None),
        ([BERG], "Berg", "2025-01-01", None),  # too long ago
        ([BERG], "Anna", "2022-03-11", None),
        ([BERG], "Karl Berg", "2022-03-11", None),
        ([BERG, taught("2022-03-01", "Olaf Berg", "SWE")], "Berg", "2022-03-11", None),  # two of one surname
        ([BERG, taught("2022-03-01", "Olaf Berg", "SWE")], "Olaf Berg", "2022-03-11", "SWE"),
        ([BERG, taught("2022-03-01", "Olaf Berg", "NOR")], "Berg", "2022-03-11", None),  # one state, two persons
        (
            [BERG, taught("2022-03-12", "Olaf Berg", "SWE")],
            "Berg",
            "2022-03-11",
            "NOR",
        ),  # the later one is not yet told
        ([BERG, taught("2022-03-05", "Anna Berg", "SWE")], "Berg", "2022-03-11", None),  # they disagree
    ],
)
def test_who_somebody_is_by_earlier_reports(told, name, day, code):
    for order in itertools.permutations(told):
        found = People(order).ask(name, date.fromisoformat(day))
        assert (found.code if found else None) == code


FIRST = Report("Norwegian Envoy Vigdis Tollefsen said on Monday that the truce was holding.", date(2022, 3, 7))
SECOND = Report("Tollefsen said on Thursday that the prisoners would be freed soon.", date(2022, 3, 10))


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
def test_a_surname_alone_has_the_side_that_an_earlier_report_gave(tmp_path: Path, order):
    read("Nothing happened.")  # skips without the model
    with open_record(tmp_path / "r.duckdb") as record:
        for report in order:
            coded = code_report(report)
            record.keep(coded, record_of(coded))
        alone = list_rows(record, "statements", text_id=SECOND.id, linked=False)
        [linked] = list_rows(record, "statements", text_id=SECOND.id)
        assert [r["speaker"]["code"] for r in alone] == [None]
        speaker = linked["speaker"]
        assert (speaker["name"], speaker["code"], speaker["basis"]) == ("Vigdis Tollefsen", "NOR", "linked")
        assert speaker["linked"]["report"] == FIRST.id and speaker["linked"]["published"] == "2022-03-07"
        assert len(list_rows(record, "statements", code="NOR")) == 2
        assert len(list_rows(record, "statements", code="NOR", linked=False)) == 1
