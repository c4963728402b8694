from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records import Report
from dragoman.store import Record, open_record

from .coded import make_coded, make_record, make_report

NOW = datetime(2024, 1, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "talks.duckdb") as opened:
        yield opened


def keep(record: Record, report: Report, *, now: datetime = NOW, **versions: str) -> str:
    return record.keep(make_coded(report, **versions), make_record(report), now=now)


def test_a_report_is_kept_with_all_its_rows(record: Record) -> None:
    report = make_report()
    assert keep(record, report) == "added"
    assert record.counts() == {
        "texts": 1, "appearances": 1, "statements": 1, "events": 1, "meetings": 2, "agreements": 1, "positions": 1,
        "failures": 0,
    }  # fmt: skip
    assert list(record.records()) == [make_record(report)]
    [text] = record.texts()
    assert text == {"id": report.id, "text": report.text, "language": "en", "model": "m/1", "codebook": "c/1"}
    [seen] = record.appearances(report.id)
    assert seen == {
        "text_id": report.id, "outlet": "Own", "url": None, "published": "2023-05-04", "title": "Talks", "author": None,
        "first_read": "2024-01-01T12:00:00Z",
    }  # fmt: skip


def test_adding_twice_changes_nothing(record: Record) -> None:
    report = make_report()
    keep(record, report)
    before = dump_tables(record)
    assert not record.wants(report, model="m/1", codebook="c/1")
    assert keep(record, report, now=LATER) == "unchanged"
    assert record.see(report, now=LATER) == "unchanged"
    assert dump_tables(record) == before


def test_the_same_text_elsewhere_is_one_text_with_two_appearances(record: Record) -> None:
    keep(record, make_report(outlet="Own", url="https://example.org/a"))
    assert keep(record, make_report(outlet="Other", published=date(2023, 5, 5))) == "seen"
    counts = record.counts()
    assert (counts["texts"], counts["appearances"], counts["events"]) == (1, 2, 1)


def test_a_text_is_coded_as_it_first_appeared(record: Record) -> None:
    keep(record, make_report(published=date(2023, 5, 6)))
    earlier = make_report(published=date(2023, 5, 4))
    assert record.wants(earlier, model="m/1", codebook="c/1")
    assert keep(record, earlier) == "replaced"
    assert [e["date"]["start"] for e in record.events()] == ["2023-05-04"]
    # one without a date comes last
    assert not record.wants(make_report(published=None), model="m/1", codebook="c/1")


@pytest.mark.parametrize("versions", [{"model": "m/2"}, {"codebook": "c/2"}])
def test_a_new_version_closes_rows_and_overwrites_none(record: Record, versions: dict[str, str]) -> None:
    report = make_report()
    keep(record, report)
    assert keep(record, report, now=LATER, **versions) == "replaced"
    for kind, number in (("statements", 1), ("events", 1), ("meetings", 2), ("agreements", 1), ("positions", 1)):
        assert record.counts()[kind] == number
        now, then = record.rows(kind), record.rows(kind, known=NOW + timedelta(hours=1))
        assert {(r["model"], r["codebook"]) for r in then} == {("m/1", "c/1")}
        assert {(r["model"], r["codebook"]) for r in now} == {
            tuple(({"model": "m/1", "codebook": "c/1"} | versions).values())
        }
        assert record.rows(kind, known=NOW - timedelta(hours=1)) == []
    assert list(record.records(known=NOW)) == list(record.records())


def test_times_are_utc(record: Record) -> None:
    keep(record, make_report(), now=datetime(2024, 1, 1, 15, tzinfo=timezone(timedelta(hours=4))))
    assert record.appearances()[0]["first_read"] == "2024-01-01T11:00:00Z"


def test_failures_are_noted_once_and_closed_when_the_source_is_kept(record: Record) -> None:
    for _ in range(2):
        record.fail("a.txt", "read", "it is empty.", now=NOW)
    record.fail("b.txt", "code", "ValueError", now=NOW)
    assert [(f["source"], f["stage"], f["reason"]) for f in record.failures()] == [
        ("a.txt", "read", "it is empty."),
        ("b.txt", "code", "ValueError"),
    ]
    keep(record, make_report(origin="a.txt"))
    assert [f["source"] for f in record.failures()] == ["b.txt"]


def test_a_report_is_kept_whole_or_not_at_all(record: Record) -> None:
    report = make_report()
    broken = make_record(report)
    broken["positions"][0]["evidence"][0]["span"] = ["no", "number"]
    before = dump_tables(record)
    with pytest.raises(Exception, match=r"."):
        record.keep(make_coded(report), broken, now=NOW)
    assert dump_tables(record) == before
    assert keep(record, report) == "added"


def test_rows_say_where_they_come_from_and_on_whose_word(record: Record) -> None:
    report = make_report()
    keep(record, report)
    [event] = record.events()
    assert event["said_by"] == "Anna Petrova"
    assert (event["report"], event["outlet"], event["published"]) == (report.id, "Own", "2023-05-04")
    assert (event["model"], event["codebook"], event["place_in_report"]) == ("m/1", "c/1", 0)
    assert {k: v for k, v in event.items() if k in make_record(report)["events"][0]} == make_record(report)["events"][0]
    [statement] = record.statements()
    assert statement["said_by"] is None


def test_talks_hold_their_sessions(record: Record) -> None:
    keep(record, make_report())
    [talks] = record.talks()
    assert talks["id"] == "m1"
    assert [s["id"] for s in talks["sessions"]] == ["m2"]
    assert [m["id"] for m in record.meetings()] == ["m1", "m2"]


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({}, [4, 5, 6]),
        ({"since": "2023-05-05"}, [5, 6]),
        ({"until": "2023-05-05"}, [4, 5]),
        ({"since": "2023-05-05", "until": "2023-05-05"}, [5]),
        ({"code": "BOR"}, [4, 5, 6]),
        ({"code": "ZZZ"}, []),
        ({"limit": 2}, [4, 5]),
    ],
)
def test_asking_for_some(record: Record, asked: dict[str, Any], days: list[int]) -> None:
    for number, day in enumerate((6, 4, 5)):
        keep(record, make_report(number, published=date(2023, 5, day)))
    assert [int(e["date"]["start"][-2:]) for e in record.events(**asked)] == days
    if "code" not in asked:  # of positions the parties differ, and they are dated by their reports
        assert [int(p["published"][-2:]) for p in record.positions(**asked)] == days


def test_a_month_is_in_a_range_that_holds_a_day_of_it(record: Record) -> None:
    report = make_report()
    dated = make_record(report)
    dated["events"][0]["date"] |= {"start": "2023-04", "end": "2023-05"}
    record.keep(make_coded(report), dated, now=NOW)
    for since, until, number in (
        ("2023-05-20", None, 1), ("2023-06-01", None, 0), (None, "2023-04-02", 1), (None, "2023-03-31", 0),
        ("2023-04-10", "2023-04-11", 1),
    ):  # fmt: skip
        assert len(record.events(since=since, until=until)) == number, (since, until)


def test_no_such_kind(record: Record) -> None:
    with pytest.raises(ValueError, match="is no kind"):
        record.rows("texts")


ODD = "\0 ' \" \\ \u202e 😀 \ufffd; drop table texts; --\n"


def test_any_text_comes_back_as_it_was(record: Record) -> None:
    report = Report(text=make_report().text + ODD, title=ODD, outlet=ODD, url=ODD, author=ODD)
    keep(record, report)
    [text], [seen] = record.texts(), record.appearances()
    assert text["text"] == report.text
    assert (seen["title"], seen["outlet"], seen["url"], seen["author"]) == (ODD,) * 4
    assert list(record.records()) == [make_record(report)]


# ------------------------------------------------------------ the same record in any order

APPEARANCES = st.tuples(
    st.integers(1, 4),
    st.sampled_from([None, date(2023, 5, 4), date(2023, 5, 5)]),
    st.sampled_from([None, "Own", "Other"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(many=st.lists(APPEARANCES, min_size=1, max_size=8), seed=st.integers(0, 999))
def test_the_export_is_the_same_bytes_whatever_the_order(
    tmp_path_factory: pytest.TempPathFactory, many: list[tuple[int, date | None, str | None]], seed: int
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    reports = [make_report(n, published=day, outlet=outlet) for n, day, outlet in many]
    shuffled = reports + reports[:2]
    random.Random(seed).shuffle(shuffled)
    exports = []
    for name, order in (("a", reports), ("b", shuffled)):
        with open_record(folder / name) as record:
            for report in order:
                keep(record, report)
            exports.append(record.export())
    assert exports[0] == exports[1]
    assert len(exports[0].splitlines()) == len({r.id for r in reports})
    for line in exports[0].splitlines():
        json.loads(line)


def dump_tables(record: Record) -> dict[str, list[Any]]:
    tables = (
        "texts",
        "appearances",
        "codings",
        "statements",
        "events",
        "meetings",
        "agreements",
        "positions",
        "failures",
    )
    return {t: record._connection.execute(f"from {t} order by all").fetchall() for t in tables}
