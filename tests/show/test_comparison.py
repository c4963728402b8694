"""Annotation and coder side by side on one page, without a browser."""

import json
import re

from tests.evaluate.test_compare import GOLD, TEXT, coded
from tests.show.test_page import Reader

from dragoman.show.comparison import compare, comparison_json, stand_of, typeset_comparison


def page(gold=GOLD, record=None):
    return typeset_comparison(compare(gold, record or coded(extra=True)))


def test_the_report_stands_there_character_for_character():
    assert Reader(page()).report == TEXT


def test_every_row_of_both_sides_is_there_once_and_every_link_leads_somewhere():
    read = Reader(page())
    rows = [i for i in read.ids if i.startswith("r-")]
    assert sorted(rows) == sorted(set(rows)) and {"r-gs0", "r-s0", "r-ge0", "r-e0", "r-ge1", "r-e1"} <= set(rows)
    assert [x for x in read.links if x.startswith("#") and x[1:] not in read.ids] == []


def test_differences_are_told_in_words():
    text = re.sub(r"<[^>]+>", " ", page())
    assert "differ: channel" in text and "missed" in text and "extra" in text and "may be left out" in text


def test_words_of_the_annotation_alone_are_marked():
    assert 'class="seg gold' in page() and 'class="seg both' in page()


def test_a_hostile_text_runs_nothing():
    hostile = "<script>alert(1)</script> Peru condemned Chile on Monday."
    gold = {**GOLD, "text": hostile, "statements": [], "agreements": [], "issues": [], "events": GOLD["events"][:1]}
    record = coded()
    record = {**record, "report": {**record["report"], "text": hostile}, "statements": [], "events": []}
    read = Reader(page(gold, record))
    assert read.report == hostile and [t for t, _ in read.tags].count("script") == 1


def test_json_says_how_rows_stand():
    comparison = compare(GOLD, coded(extra=True))
    rows = json.loads(json.dumps(comparison_json(comparison)))["compared"]
    assert {r["stand"] for r in rows} == {"differs", "missed", "extra", "optional"}
    assert [stand_of(c) for c in comparison.compared] == [r["stand"] for r in rows]
