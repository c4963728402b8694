"""What is worded like an act and tells none, beside what differs by a word and does. All sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

from .extract.readings import read


def categories(text: str) -> list[str]:
    read("Nothing happened.")  # skips without the model
    return [e["event"] for e in record_of(code_report(Report(text, date(2011, 3, 9))))["events"]]


@pytest.mark.parametrize(
    ("text", "category", "told"),
    [
        # what is done again and again is no one act; what was done several times was done
        ("Gabon routinely accuses Togo of sheltering poachers.", "ACCUSE", False),
        ("Gabon accused Togo of sheltering poachers.", "ACCUSE", True),
        ("President Ouattara regularly calls on the gunmen of the north to disarm.", "REQUEST", False),
        ("President Ouattara has repeatedly called on the gunmen of the north to disarm.", "REQUEST", True),
        ("The envoy visits Tbilisi every three months.", "CONSULT", False),
        ("The envoy visited Tbilisi on Monday.", "CONSULT", True),
        # courtesies at a table
        ("Minister Lund said that Norway was grateful for the opportunity to speak in Quito.", "SUPPORT", False),
        ("Minister Lund said that Norway was grateful to Ecuador for the release of the sailors.", "SUPPORT", True),
        ("\"We welcome you here in Oslo,\" Norway's minister told Peru's ambassador.", "SUPPORT", False),
        ("Norway welcomed the decision of Peru to sign the treaty.", "SUPPORT", True),
        # a question asks nobody to do anything
        ("Malta asked Libya whether the ship had sailed.", "REQUEST", False),
        ("Malta asked Libya to stop the ship.", "REQUEST", True),
        ("Iran always rejects such drafts.", "REJECT", False),
        ("In May Malta frequently called on Libya to stop the ship.", "REQUEST", True),
        ("Malta has often been criticised by Amnesty International.", "ACCUSE", True),
        ("Frequent clashes between the army and the rebels were reported in Aceh.", "ASSAULT", True),
        ("The rebels carried out occasional attacks on government posts.", "ASSAULT", True),
        ("Pakistan welcomed the chance for a dialogue with India.", "SUPPORT", True),
        # a sum of what was given before
        ("Japan gave Cambodia a total of 40 million dollars in aid.", "AID", True),
        ("The shipment brings total Danish assistance to Malawi to 40 million kroner since 2009.", "AID", False),
        ("Denmark sent emergency assistance to Malawi on Tuesday.", "AID", True),
        # they are there; nobody sends them now
        ("Kenya, which has 2,000 troops deployed in Somalia, opened a school in Mombasa.", "MOBILIZE", False),
        ("Kenya deployed 2,000 troops in Somalia on Sunday.", "MOBILIZE", True),
        # a thing threatens nobody
        ("Kenya said on Sunday that the tariff would threaten Ugandan farmers.", "THREATEN", False),
        ("Kenya threatened Uganda with a tariff on Sunday.", "THREATEN", True),
        ("Hardliners in the ruling party threatened to topple the premier.", "THREATEN", True),
        ("A warlord threatened to shell the town.", "THREATEN", True),
        # what is to be talked of, and with whom
        ("The presidents of Kenya and Chad will discuss a truce on Monday.", "AGREE", True),
        ("Minister Lund will travel to Quito on Monday. She will also discuss support for fishermen.", "AGREE", True),
        ("In Quito, she will discuss support for the fishermen of Peru.", "AGREE", False),
        ("Norway's minister will hold talks with the president of Peru in Lima.", "AGREE", True),
        # what is shouted in a march is the march's own
        (
            "Thousands of Peruvians marched in Lima on Sunday to demand the resignation of the cabinet.",
            "REQUEST",
            False,
        ),
        ("On Sunday police in Lima arrested protesters calling for the cabinet to resign.", "REQUEST", False),
        ("The unions of Peru demanded the resignation of the cabinet.", "REQUEST", True),
        # talks and trips that are still to come are a promise, those that may come not even that
        ("Jordan hailed the expected visit to Amman by the president of Russia.", "CONSULT", False),
        ("Jordan hailed the visit to Amman by the president of Russia.", "CONSULT", True),
        ("Before last month's visit to Cairo by the leader of Chad, Egypt had shut the border.", "AGREE", False),
    ],
)
def test_what_only_sounds_like_an_act(text: str, category: str, told: bool):
    assert (category in categories(text)) == told
