"""An annotated report beside a record: what agrees, what differs, what is missed, what is extra."""

import json
from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.errors import BrokenGold
from dragoman.evaluate.annotated import record_of_annotation
from dragoman.evaluate.compare import Compared, compare_record
from dragoman.evaluate.record import read_gold_report, report_of
from dragoman.evaluate.record_score import count_broken
from dragoman.records import CodedReport, Entity, Event, Report, Rows, Statement, quote

TEXT = "Peru condemned Chile on Monday. “We will not yield,” Ana Soto told reporters. Chile signed the River Pact."
GOLD = {
    "id": "00",
    "date": "2024-05-16",
    "text": TEXT,
    "statements": [
        {
            "speaker": "Ana Soto",
            "speaker_resolved": "Ana Soto",
            "party": "PER",
            "channel": "press conference",
            "direct": True,
            "manner": "direct",
            "content": "We will not yield",
            "cue": "told",
        }
    ],
    "events": [
        {
            "plover": "ACCUSE",
            "sources": ["PER"],
            "targets": ["CHL"],
            "date": "2024-05-13",
            "trigger": "condemned",
            "evidence": "Peru condemned Chile on Monday",
        },
        {"plover": "AGREE", "sources": ["CHL"], "targets": [], "date": None, "evidence": "Chile signed", "background": True},
    ],
    "meetings": [],
    "agreements": [{"name": "River Pact", "status": "signed", "parties": ["CHL"], "evidence": "Chile signed the River Pact"}],
    "issues": [{"issue": "giving in", "actor": "PER", "stance": "rejects", "evidence": "We will not yield"}],
}  # fmt: skip


def span(words):
    at = TEXT.index(words)
    return quote(TEXT, at, at + len(words))


def coded(*, day="2024-05-13", code="PER", extra=False):
    soto = Entity("Ana Soto", None, "Ana Soto", code)
    statements = (Statement(soto, (span("We will not yield"),), span("told"), manner="direct", channel="interview"),)
    peru, chile = Entity("Peru", None, "Peru", "PER"), Entity("Chile", None, "Chile", "CHL")
    told = span("Peru condemned Chile on Monday")
    events = [Event("ACCUSE", span("condemned"), (told,), (peru,), (chile,))]
    if extra:
        events.append(Event("SUPPORT", span("signed"), (span("signed the River Pact"),), (chile,)))
    return record_of(CodedReport(Report(TEXT, date(2024, 5, 16)), ((0, 31),), Rows(statements, tuple(events))))


def test_rows_that_are_one_name_the_fields_in_which_they_differ():
    found = compare_record(GOLD, coded())
    assert Compared("statements", 0, 0, ("channel",)) in found
    assert Compared("events", 0, 0, ("date",)) in found


def test_another_party_is_told():
    found = compare_record(GOLD, coded(code="CHL"))
    assert Compared("statements", 0, 0, ("party", "channel")) in found


def test_what_one_side_has_alone():
    found = compare_record(GOLD, coded(extra=True))
    assert Compared("events", 1, None, optional=True) in found
    assert Compared("events", None, 1) in found
    assert Compared("agreements", 0, None) in found and Compared("positions", 0, None) in found


def test_an_annotation_has_the_shape_of_a_record():
    record = record_of_annotation(GOLD)
    assert set(record) == set(coded())
    for kind in ("statements", "events", "meetings", "agreements", "positions"):
        for row, like in zip(record[kind], coded(extra=True)[kind], strict=False):
            assert set(row) == set(like)
    assert record["statements"][0]["cue"]["span"] == [TEXT.index("told"), TEXT.index("told") + 4]
    assert record["events"][0]["actor"][0]["code"] == "PER"


def test_quoted_words_stand_where_they_are_said_to():
    record = record_of_annotation({**GOLD, "issues": []})
    assert count_broken(record) == 0


@pytest.mark.parametrize("content", ["no json", '{"id": "1"}', "[]"])
def test_a_file_that_is_no_annotation_says_so(tmp_path, content):
    file = tmp_path / "0.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenGold):
        read_gold_report(file)


def test_the_coder_gets_text_and_date(tmp_path):
    file = tmp_path / "0.json"
    file.write_text(json.dumps(GOLD), encoding="utf-8")
    report = report_of(read_gold_report(file), file)
    assert (report.text, report.published) == (TEXT, date(2024, 5, 16))
