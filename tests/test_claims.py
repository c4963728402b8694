"""Claims of responsibility: an attack by whoever claims it, and no charge; one that nobody claims stays nobody's. The
sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report


def code(text: str):
    return record_of(code_report(Report(text, date(2010, 5, 5))))["events"]


def sides(event):
    return tuple([e["code"] or e["text"] for e in event[side]] for side in ("actor", "recipient"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tamil Tigers claimed responsibility for an ambush of an army convoy near Jaffna.", (["LKA"], ["LKA"])),
        ("A little-known group has claimed responsibility for the kidnapping of three French doctors in Niger.",
         (["little-known group"], ["FRA"])),
        ("The Basque separatist group ETA took responsibility for Sunday's killing of a Spanish judge.", (["ESP"], ["ESP"])),
        ("Responsibility for the ambush of a Turkish patrol was claimed by Iran.", (["IRN"], ["TUR"])),
        ("The FARC claimed responsibility for the kidnapping of a Colombian senator.", (["COL"], ["COL"])),
        ("The Islamic State claimed responsibility on Monday for a suicide attack in Kabul.", (["Islamic State"], ["AFG"])),
        ("Al Shabaab claimed responsibility for the bombing of a hotel in Mogadishu.", (["SOM"], ["SOM"])),
    ],
)  # fmt: skip
def test_whoever_claims_an_attack_has_done_it(text, expected):
    found = code(text)
    assert [sides(e) for e in found if e["event"] == "ASSAULT"] == [expected]
    assert not [e for e in found if e["event"] == "ACCUSE"]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the bombing in Ankara.",
        "No one immediately claimed responsibility for Monday's attack on a Kenyan patrol.",
        "Hamas denied responsibility for the attack on the Egyptian border post.",
        "Norway accepted responsibility for the failure of the talks.",
        "The Taliban claimed responsibility for the attack.",  # of which it was told before
    ],
)
def test_what_nobody_claims_is_nobodys(text):
    assert not [e for e in code(text) if e["event"] == "ASSAULT" and e["actor"]]
