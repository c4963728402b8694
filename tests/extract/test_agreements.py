"""Texts that are negotiated: which are named, under what status. All sentences are our own."""

import pytest

from dragoman.extract.agreements import extract_agreements
from tests.extract.readings import read


def rows(text):
    return [(a.name.text, a.status) for a in extract_agreements(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides signed a peace agreement in Lima on Monday.", [("peace agreement", "signed")]),
        ("Peru called for a ceasefire.", [("ceasefire", "proposed")]),
        ("The rebels violated the truce on Friday.", [("truce", "violated")]),
        ("Parliament ratified the Border Treaty on Monday.", [("Border Treaty", "ratified")]),
        ("Negotiators reached a prisoner swap deal.", [("prisoner swap deal", "agreed")]),
        ("The rebels rejected the draft agreement.", [("draft agreement", "rejected")]),
        ("The ministers agreed on some articles of the peace treaty.", [("peace treaty", "partly agreed")]),
        ("The cease-fire collapsed within hours.", [("cease-fire", "collapsed")]),
    ],
)
def test_a_text_and_its_status(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They dealt with the matter and were in agreement.",
        "It took a great deal of time.",
        "Israeli settlements were discussed.",
        "The ministers discussed trade.",
    ],
)
def test_no_text(text):
    assert rows(text) == []


def test_names_of_one_text_are_one_row_and_the_latest_status_wins():
    text = (
        "Peru and Chile negotiated a peace deal for years. On Monday they signed the deal in Lima. "
        "The agreement ends a long war."
    )
    (row,) = extract_agreements(read(text))
    assert row.status == "signed" and row.name.text == "peace deal"
    assert {s.text for s in row.also_called} == {"deal", "agreement"}
