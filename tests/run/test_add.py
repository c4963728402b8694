from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import CannotRead
from dragoman.records import CodedReport, Report
from dragoman.run import Added, Failure, add_reports
from dragoman.store import Record, open_record

from .coders import code, code_differently, make_report

NOW = datetime(2024, 1, 1, tzinfo=UTC)


def contract(coded: CodedReport) -> dict[str, Any]:
    if "odd" in coded.report.text:
        raise KeyError("no contract")
    return {"report": {"id": coded.report.id, "text": coded.report.text}}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "talks.duckdb") as opened:
        yield opened


def add(record: Record, reports: list[Any], **more: Any) -> list[Added | Failure]:
    given = {"coder": code, "versions": ("m/1", "c/1"), "contract": contract, "now": NOW, **more}
    return list(add_reports(record, reports, **given))


def kept(out: list[Added | Failure]) -> list[str]:
    return [x.kept if isinstance(x, Added) else x.stage for x in out]


@pytest.mark.parametrize("workers", [1, 2])
def test_adding_twice_changes_nothing_and_codes_nothing(record: Record, workers: int) -> None:
    reports = [make_report(n) for n in range(5)]
    assert kept(add(record, reports, workers=workers)) == ["added"] * 5
    before = record.export()
    assert (
        kept(add(record, reports, workers=workers, coder=lambda report: pytest.fail("coded again")))
        == ["unchanged"] * 5
    )
    assert record.export() == before


def test_failures_are_noted_and_come_out(record: Record) -> None:
    reports = [make_report(0), CannotRead("x.pdf", "it is a PDF."), make_report(1, "broken"), make_report(2, "odd")]
    assert kept(add(record, reports)) == ["added", "read", "code", "store"]
    assert [(f["source"], f["stage"]) for f in record.failures()] == [
        ("1.txt", "code"),
        ("2.txt", "store"),
        ("x.pdf", "read"),
    ]
    assert record.counts()["texts"] == 1
    # the same failures again are the same failures
    add(record, reports)
    assert record.counts()["failures"] == 3


def test_another_outlet_is_an_appearance_and_costs_no_coding(record: Record) -> None:
    text = make_report(0).text
    add(record, [Report(text=text, outlet="A")])
    assert kept(add(record, [Report(text=text, outlet="B")], coder=lambda report: pytest.fail("coded again"))) == [
        "seen"
    ]
    assert record.counts()["appearances"] == 2


def test_the_same_report_twice_in_one_run(record: Record) -> None:
    assert kept(add(record, [make_report(0)] * 3)) == ["added", "unchanged", "unchanged"]
    assert kept(add(record, [make_report(1)] * 3, workers=2)) == ["added", "unchanged", "unchanged"]


def test_another_version_codes_again(record: Record) -> None:
    add(record, [make_report(0)])
    assert kept(add(record, [make_report(0)], coder=code_differently, versions=("m/2", "c/1"))) == ["replaced"]
    assert [t["model"] for t in record.texts()] == ["m/2"]
