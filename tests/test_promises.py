"""Promises, requests and support as they are told in reports: which of them it is, of whom and to whom. All sentences
are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.pipeline import code_report
from dragoman.records import Report


def code(text: str):
    events = code_report(Report(text, date(2009, 3, 11))).rows.events
    return [(e.event, [x.code for x in e.actor], [x.code for x in e.recipient]) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who promises to urge asks, and whoever will stand with somebody does
        ("Canada will continue to urge the Chilean army to leave the capital.", ("REQUEST", ["CAN"], ["CHL"])),
        ("The minister said Peru will stand with Chile.", ("SUPPORT", ["PER"], ["CHL"])),
        ("Peru will continue to stand with the people of Chile.", ("SUPPORT", ["PER"], ["CHL"])),
        # what others are asked to do is a request, what both are to do an offer
        ("The Peruvian minister proposed that Chile withdraw its troops.", ("REQUEST", ["PER"], ["CHL"])),
        # on whom a promised act is
        ("Norway affirmed its commitment to continue providing food aid to Chile.", ("AGREE", ["NOR"], ["CHL"])),
        ("Norway is ready to respond to Chilean concerns.", ("AGREE", ["NOR"], ["CHL"])),
    ],
)
def test_what_is_promised_and_to_whom(text, expected):
    assert code(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian minister proposed that both countries launch a joint study.",
        "The Peruvian minister suggested both states hold a meeting of experts.",
    ],
)
def test_what_is_proposed_to_both_sides_is_an_offer(text):
    assert [event for event, _, _ in code(text)] == ["AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian minister said he hoped that Chile will open its ports.",
        "The Peruvian minister believes Chile will adopt a softer line.",
    ],
)
def test_what_others_are_hoped_to_do_is_not_their_promise(text):
    assert "AGREE" not in [event for event, _, _ in code(text)]


@pytest.mark.parametrize("demand", ["his extradition", "the release of a Peruvian sailor"])
def test_whoever_suffers_what_is_demanded_is_not_asked(demand):
    text = (
        "A Peruvian sailor has been held in Chile since January. Chile accuses the sailor of theft. "
        f"Canada says that he is ill. Canada on Tuesday demanded {demand}, and its envoy spoke to the Chilean minister."
    )
    (asked,) = [recipient for event, actor, recipient in code(text) if event == "REQUEST" and actor == ["CAN"]]
    assert asked == ["CHL"]


def test_a_trip_and_the_talks_that_it_leads_to_are_one_promise():
    text = "The Peruvian foreign minister will travel to Norway on Friday, where she will meet with Norwegian leaders."
    promises = [row for row in code(text) if row[0] == "AGREE"]
    assert promises == [("AGREE", ["PER"], ["NOR"])]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Peru and Norway discussed their support for Chile.",
        "The ministers of Peru and Norway discussed Norwegian support for Chile.",
        "The Norwegian minister discussed providing more food aid to Chile with his Peruvian colleague.",
    ],
)
def test_what_is_discussed_is_not_done_by_talking(text):
    assert not {"SUPPORT", "AID", "AGREE"} & {event for event, _, _ in code(text)}


@pytest.mark.parametrize(
    ("text", "support"),
    [
        (
            "The ministers of Norway and Peru voiced their commitment to the sovereignty of Chile.",
            True,
        ),
        # how a speech begins
        (
            "MINISTER LUND: Thank you, Madam President. Chile has paid the price. MINISTER DIAZ: We have much to do.",
            False,
        ),
    ],
)
def test_what_is_said_in_support(text, support):
    assert ("SUPPORT" in [event for event, _, _ in code(text)]) is support
