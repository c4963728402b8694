"""What an act comes to by how it is told: whose war it is, what is denied, what is to come. All sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

from .extract.readings import read


def code(text: str, day: str = "2010-05-05") -> list[dict]:
    read("Nothing happened.")  # skips without the model
    return record_of(code_report(Report(text, date.fromisoformat(day))))["events"]


def tell(events: list[dict]) -> list[str]:
    """Categories with what is said of them: "RETREAT negation"."""
    return sorted(" ".join((e["event"], *e["aux"])) for e in events)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whoever calls for the end of its own war offers peace
        (
            "The Moro Islamic Liberation Front on Tuesday called for an end to its conflict with the government of the Philippines.",
            ["AGREE"],
        ),
        ("Sri Lanka appealed for a truce with the Tamil Tigers on Friday.", ["AGREE"]),
        ("Sudan's government called for the cessation of its hostilities with the rebels of the SPLA.", ["AGREE"]),
        ("Iraq demanded an immediate end to its war with Iran, Baghdad radio said.", ["AGREE"]),
        ("UNITA issued an appeal for a truce with the Angolan army.", ["AGREE"]),
        # who calls for the end of others' asks for it
        ("The United Nations called for an end to the war between Ethiopia and Eritrea.", ["REQUEST"]),
        ("France called on Chad to end its war with Libya.", ["REQUEST"]),
        ("France called for an end to Chad's war with Libya.", ["REQUEST"]),
        ("Norway called for a ceasefire in Sri Lanka.", ["REQUEST"]),
        ("Egypt called for an end to violence against Copts in Libya.", ["REQUEST"]),
    ],
)
def test_whose_war_should_end(text: str, told: list[str]):
    assert tell(code(text)) == told
