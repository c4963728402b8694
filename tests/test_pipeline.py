"""The promise of the same record: alone, among others, in another order, in one process or two; and broken input."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.contract import record_of, to_json_line
from dragoman.errors import ModelMissing
from dragoman.records import Report

TEXTS = (
    "The foreign ministers of Norway and Chile met in Oslo on Monday. “We agreed to continue,” the Chilean minister said.",
    "Kenya accused Uganda of shelling a border village. Uganda denied the charge, its army spokesman told reporters.",
    "A draft framework agreement on transit remains under negotiation, two diplomats said on Friday.",
    "Peru’s president will visit Quito next week for talks on the border, his office announced.",
)


def make_reports(number: int = 64) -> list[Report]:
    day = date(2024, 5, 16)
    return [Report(" ".join((f"Report {i}.", TEXTS[i % 4], TEXTS[(i * 7 + 1) % 4])), day) for i in range(number)]


@pytest.fixture(scope="module")
def code():
    from dragoman.pipeline import code_report, versions

    try:
        versions()
    except ModelMissing as missing:
        pytest.skip(f"no model: {missing}")
    return code_report


def test_a_report_alone_inside_64_others_and_in_another_order_has_the_same_bytes(code):
    reports = make_reports()
    together = [to_json_line(code(r)) for r in reports]
    backwards = [to_json_line(code(r)) for r in reversed(reports)][::-1]
    assert together == backwards
    assert to_json_line(code(reports[17])) == together[17]


def test_one_process_and_two_give_the_same_bytes(code):
    from dragoman.run import code_many

    reports = make_reports(24)
    one = [to_json_line(c) for c in code_many(reports, workers=1)]
    assert one == [to_json_line(c) for c in code_many(reports, workers=2)]


def spans_of(value):
    if isinstance(value, dict):
        if value.get("span") is not None and isinstance(value.get("text"), str):
            yield value["span"], value["text"]
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


MESS = st.text(st.sampled_from("“”\"'‘’ \n\t.,;:—–-()[]AZéÜ北🙂\u200b\u00a0\ud800"), max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=MESS, middle=MESS, after=MESS, order=st.permutations(range(4)))
def test_every_mark_quotes_the_text_and_every_row_has_evidence_whatever_the_text(code, before, middle, after, order):
    text = before + TEXTS[order[0]] + middle + TEXTS[order[1]] + after + TEXTS[order[2]]
    record = record_of(code(Report(text, date(2024, 5, 16))))
    assert record["report"]["text"] == text
    for (start, end), words in spans_of({k: v for k, v in record.items() if k != "report"}):
        assert text[start:end] == words
    for kind in ("statements", "events", "meetings", "agreements", "positions"):
        for row in record[kind]:
            assert row["content" if kind == "statements" else "evidence"]
            assert row["according_to"] is None or 0 <= row["according_to"] < len(record["statements"])
    to_json_line(code(Report(text))).encode("utf-8")


@pytest.mark.parametrize("text", ["", " ", ".", "“", "\n\n\n", "a" * 5000, "“" * 500, "No. " * 300])
def test_odd_texts_give_a_record_without_a_crash(code, text):
    assert record_of(code(Report(text)))["report"]["text"] == text


def test_a_story_that_goes_on_says_so(code):
    assert code(Report("Talks went on in Oslo. This is a developing story.")).developing
    assert not code(Report("Talks went on in Oslo, a developing country.")).developing


@pytest.mark.parametrize(
    "change",
    [
        lambda t: "".join(c + "\u0301" for c in t),  # an accent behind every letter, and alone
        lambda t: t.replace(" ", " \u0301 "),
        lambda t: t.replace("“", "”").replace(" ", "\u00a0"),
        lambda t: t.replace("\n", " ").replace(".", ".\u200b"),
        lambda t: t.upper(),
        lambda t: t[::-1],
    ],
)
def test_odd_texts_give_records_whose_words_stand(code, change):
    from dragoman.evaluate.record_score import count_broken

    record = record_of(code(Report(change(" ".join(TEXTS)), date(2024, 5, 16))))
    assert count_broken(record) == 0
