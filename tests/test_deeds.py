"""Deeds in plain sentences, each of a kind that was missed once: category, mode and both sides. The sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report


def code(text: str):
    return record_of(code_report(Report(text, date(2010, 5, 5))))["events"]


def told(event):
    actor, recipient = ([e["code"] or e["text"] for e in event[side]] for side in ("actor", "recipient"))
    return event["event"], *event["mode"], actor, recipient


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # both sides of what is offered between them
        ("Brazil has offered to mediate between Chad and Sudan.", ("AGREE", ["BRA"], ["TCD", "SDN"])),
        # soldiers asked for are help, unless they are to go
        ("Mali has asked France to send soldiers to protect the capital.", ("REQUEST", "assist", ["MLI"], ["FRA"])),
        ("Finland asked Russia to send its ambassador home.", ("REQUEST", "change", ["FIN"], ["RUS"])),
        # fire is violence
        ("North Korea threatened to turn Tokyo into a sea of flames if Japan closes the border.",
         ("THREATEN", "violence", ["PRK"], ["JPN"])),
        ("If the Turkish jets cross the line again, Greece will open fire on them, the defence minister warned.",
         ("THREATEN", "violence", ["GRC"], ["TUR"])),
        ("Chile refused to send its soldiers to Haiti.", ("REJECT", ["CHL"], ["HTI"])),
        # citizens riot and obstruct, soldiers do not
        ("Rioters set fire to cars and looted stores in Jakarta on Friday.", ("PROTEST", "riot", ["IDN"], ["IDN"])),
        ("Demonstrators torched the parliament building in Libreville on Tuesday.", ("PROTEST", "riot", ["GAB"], ["GAB"])),
        ("Spanish winegrowers blocked the road into France on Monday.", ("PROTEST", "obstruct", ["ESP"], ["FRA"])),
        # for whom it is done, and whose it is
        ("Latvia says hackers working for China took down the websites of two Latvian banks.",
         ("COERCE", "cyber", ["CHN"], ["LVA"])),
        ("Hackers working for Chinese intelligence brought down the servers of Taiwan's parliament.",
         ("COERCE", "cyber", ["CHN"], ["TWN"])),
        ("Russian hackers took down the websites of the Georgian parliament.", ("COERCE", "cyber", ["RUS"], ["GEO"])),
        ("Iran's navy seized a Greek-owned tanker on Monday.", ("COERCE", "seize", ["IRN"], ["GRC"])),
        ("Yemeni rebels attacked a Liberian-flagged cargo ship on Friday.", ("ASSAULT", ["YEM"], ["LBR"])),
        # asked before, and done or refused
        ("Sudan refused to withdraw its troops from the oil town, as South Sudan had demanded.",
         ("REQUEST", "change", ["SSD"], ["SDN"])),
        ("Armenia released two prisoners, as Azerbaijan had requested.", ("REQUEST", "change", ["AZE"], ["ARM"])),
        # peace, in a party's own words
        ('"Let us stop this fighting," said the leader of the Sudanese rebels, John Garang.', ("AGREE", ["SDN"], [])),
        ("\"Let's end this war,\" Angola's president said.", ("AGREE", ["AGO"], [])),
        # exercises to come
        ("Jordan and Egypt will stage a joint desert exercise near Aqaba in June.", ("AGREE", ["JOR", "EGY"], [])),
        ("Chile and Peru will hold joint anti-smuggling drills near Tacna in March.", ("AGREE", ["CHL", "PER"], [])),
    ],
)  # fmt: skip
def test_a_deed_is_told(text, expected):
    found = [told(e) for e in code(text)]
    assert [f for f in found if f[0] == expected[0]] == [expected]


@pytest.mark.parametrize(
    "text",
    ["Demonstrators set fire to a policeman in Dhaka on Tuesday.", "Soldiers set fire to houses in a Chechen village."],
)
def test_whoever_is_set_upon_is_attacked(text):
    assert [e["event"] for e in code(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "category", "number"),
    [
        # convicted and sentenced is one verdict, two courts have two
        ("A court in Minsk convicted a Polish journalist of spying and sentenced him to eight years in prison.", "SANCTION", 1),
        ("A court in Rome convicted a Turk, and a court in Ankara sentenced an Italian to five years.", "SANCTION", 2),
        # the headline tells what the report tells
        ("Marcos declares curfew\n\nPhilippine President Ferdinand Marcos imposed a curfew in Manila on Monday.", "COERCE", 1),
        ("Iran seizes tanker\n\nYemen seized two Greek trawlers off Aden on Monday.", "COERCE", 2),
        ("Merkel heads to Ankara for talks\n\nGerman Chancellor Angela Merkel will travel to Turkey on Friday.", "CONSULT", 0),
        ("Merkel visits Ankara\n\nGerman Chancellor Angela Merkel promised Turkey three billion euros.", "CONSULT", 1),
        # no war
        ('"Let us finish this match," the coach of Peru said.', "AGREE", 0),
        ("Sudan withdrew its troops, as everybody had expected.", "REQUEST", 0),
    ],
)  # fmt: skip
def test_what_is_one_act(text, category, number):
    assert len([e for e in code(text) if e["event"] == category]) == number
