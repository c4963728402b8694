"""How an act was done: the mode that its words tell. All sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.codebook import plover
from dragoman.codebook.modes import list_mode_rows
from dragoman.codebook.tables import read_table
from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

from .readings import read


def code(text: str) -> list[dict]:
    read("Nothing happened.")  # skips without the model
    return record_of(code_report(Report(text, date(2010, 5, 5))))["events"]


def test_every_row_names_a_category_modes_and_a_code_that_exist():
    for category, mode, instead, predicate, beside, cameo in read_table("event_modes.tsv", 6):
        assert category in plover.categories()
        assert {m for m in (mode, *instead.split()) if m} <= set(plover.modes(category)), (category, mode)
        assert plover.find_cameo(cameo), (category, mode, cameo)
        assert predicate or beside, (category, mode)


def test_every_category_that_has_modes_has_rows_for_each():
    for category in plover.categories():
        told = {r.mode for r in list_mode_rows(category)}
        assert set(plover.modes(category)) - {"misinformation"} <= told, category


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("RETREAT/release", "Iraq set free nine Kuwaiti sailors on Sunday."),
        ("RETREAT/release", "The freeing of two Swiss tourists by Algeria ended a long ordeal."),
        ("RETREAT/release", "Myanmar let four detained Thai fishermen go home on Monday."),
        ("RETREAT/disarm", "In Tripoli a militia turned in its mortars to the army on Friday."),
        ("RETREAT/disarm", "The Moro rebels gave up their machine guns on Tuesday."),
        ("RETREAT/access", "Sudan allowed an aid convoy to enter Kadugli on Monday."),
        ("RETREAT/access", "Armenia reopened its frontier with Turkey on Monday."),
        ("RETREAT/withdraw", "The last Cuban soldiers left Angola on Saturday."),
        ("RETREAT/withdraw", "Vietnam pulled its last regiments out of Cambodia on Tuesday."),
        ("RETREAT/resign", "Thai Prime Minister Chuan Leekpai stepped down on Friday."),
        ("RETREAT/ceasefire", "The Tamil Tigers silenced their guns on Sunday under a truce with Sri Lanka."),
        ("SANCTION/expel", "Poland threw out five Belarusian diplomats on Tuesday."),
        ("SANCTION/withdraw", "Peru called home its ambassador to Bolivia on Friday."),
        ("SANCTION/withdraw", "Turkey recalled its envoy from Cairo."),
        ("SANCTION/discontinue", "Iran broke off ties with Morocco on Monday."),
        ("SANCTION/discontinue", "Germany froze development loans to Malawi."),
        ("SANCTION/convict", "A court in Minsk sentenced two Polish journalists to eight years in prison."),
        ("ASSAULT/explosives", "Eight Iraqi recruits died when a car bomb went off outside a barracks in Kirkuk."),
        ("ASSAULT/explosives", "Rebels attacked a Colombian pipeline with dynamite on Monday."),
        ("ASSAULT/aerial", "Saudi jets hit a Houthi camp near Saada on Monday."),
        ("ASSAULT/aerial", "Ethiopian planes attacked Asmara airport on Friday."),
        ("ASSAULT/crowd-control", "Riot police in Nairobi fired tear gas at Kenyan students on Monday."),
        ("ASSAULT/crowd-control", "French gendarmes used truncheons against striking farmers in Lyon."),
        ("ASSAULT/firearms", "Masked men with rifles attacked a Pakistani bus near Quetta and killed nine passengers."),
        ("ASSAULT/heavy-weapons", "Armenian forces attacked an Azerbaijani village with rockets on Monday."),
        ("ASSAULT/drone", "A Ukrainian drone struck a Russian refinery in Saratov on Monday."),
        ("ASSAULT/suicide-attack", "A suicide bomber killed six Afghan soldiers in Kabul on Friday."),
        ("ASSAULT/abduct", "Gunmen seized three Italian engineers and held them hostage in Libya."),
        ("ASSAULT/unconventional", "Iraqi forces used nerve gas against Kurdish villagers in Halabja."),
        ("ASSAULT/destroy", "Soldiers set fire to forty Rohingya houses in Maungdaw, Myanmar."),
        ("MOBILIZE/police", "Police moved water cannon to the Georgian parliament on Monday."),
        ("MOBILIZE/troops", "Chad rushed an infantry battalion to the Sudanese border."),
        ("MOBILIZE/weapons", "India moved long-range artillery to the Pakistani frontier."),
        ("MOBILIZE/weapons", "Britain sent a destroyer to the Falklands."),
        ("MOBILIZE/troops", "Greece placed its forces on high alert on Tuesday."),
        ("COERCE/arrest", "Eritrean coast guards took two Yemeni skippers into custody."),
        ("COERCE/censor", "Egypt pulled the plug on a Qatari television channel and blocked its website."),
        ("COERCE/curfew", "Bolivia ordered a night curfew in La Paz."),
        ("COERCE/seize", "Iranian commandos boarded a Greek tanker off Fujairah."),
        ("COERCE/deport", "Libya sent back forty Ghanaian migrants by force on Monday, deporting them to Accra."),
        ("COERCE/restrict", "Moldova closed the bridge over the Dniester to Transnistrian lorries."),
        ("COERCE/withhold", "Russia cut off gas to Ukraine on Sunday."),
        ("THREATEN/violence", "Syria threatened Israel with a missile barrage."),
        ("THREATEN/violence", "Iran warned Iraq that it would bomb Basra."),
        ("THREATEN/relations", "Spain threatened to recall its ambassador from Caracas."),
        ("THREATEN/expel", "Mali threatened to expel the French envoy."),
        ("THREATEN/territory", "Argentina threatened to annex the islands, Britain said."),
        ("PROTEST/strike", "Greek dockers walked off the job and began a two-day strike on Monday."),
        ("PROTEST/strike", "Nigerian doctors went on strike over pay on Tuesday."),
        ("PROTEST/hunger", "Six Kurdish prisoners in Diyarbakir began a hunger strike on Monday."),
        ("PROTEST/obstruct", "Bolivian miners blocked a highway near Oruro on Tuesday."),
        ("PROTEST/demo", "Thousands filled the main square of Minsk on Sunday to denounce the president of Belarus."),
        ("PROTEST/boycott", "Opposition parties in Togo boycotted the vote on Sunday."),
        ("PROTEST/riot", "Crowds hurled stones at the Danish consulate in Lahore, Pakistan, on Friday."),
        ("CONSULT/third-party", "Norway mediated between the Sri Lankan government and the Tamil Tigers on Friday."),
        ("CONSULT/phone", "President Mubarak of Egypt and King Fahd of Saudi Arabia talked by telephone on Tuesday."),
        ("REQUEST/yield", "Jordan urged Iraq to free the hostages."),
        ("REQUEST/yield", "Zambia called on Rwanda to pull its troops out, demanding their withdrawal from Congo."),
        ("REQUEST/meet", "Egypt urged Israel to resume negotiations with the Palestinians."),
        ("REQUEST/assist", "Armenia asked Canada for tents and medicine."),
        ("REQUEST/change", "Sweden urged Turkey to amend its penal code."),
        ("REJECT/meet", "Ecuador refused to hold talks with Colombia."),
        ("REJECT/yield", "Israel refused to withdraw from the strip."),
        ("REJECT/assist", "Myanmar turned down American relief supplies."),
        ("ACCUSE/allege", "Laos charged that Thailand had trained the insurgents."),
        ("ACCUSE/investigate", "Spain opened an inquiry into the killing of a cameraman by American troops."),
        ("ACCUSE/disapprove", "Cuba lodged a complaint with Panama over the search of its vessel."),
    ],
)
def test_the_words_of_an_act_tell_its_mode(mode: str, text: str):
    assert mode in [f"{e['event']}/{m}" for e in code(text) for m in e["mode"]]


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        # the weapons of those who are attacked, and of those who are sent
        ("ASSAULT/aerial", "Rebels ambushed the crew of a Malian helicopter with rifles."),
        ("ASSAULT/crowd-control", "Sudanese soldiers beat a Ugandan trader with iron bars."),
        ("MOBILIZE/police", "Ghana sent an infantry brigade to the border with Togo."),
        # what was asked, and where
        ("REQUEST/meet", "After talks in Oslo on Monday, Denmark urged Latvia to free the sailor."),
        ("REQUEST/yield", "Denmark urged Latvia to build a new bridge."),
        ("THREATEN/violence", "Latvia threatened to recall its ambassador from Oslo."),
    ],
)
def test_other_words_tell_another(mode: str, text: str):
    found = code(text)
    assert found
    assert mode not in [f"{e['event']}/{m}" for e in found for m in e["mode"]]


@pytest.mark.parametrize(
    ("cameo", "text"),
    [
        ("0841", "Iraq set free nine Kuwaiti sailors on Sunday."),
        ("0873", "The Moro rebels gave up their machine guns on Tuesday."),
        ("0863", "Sudan allowed an aid convoy to enter Kadugli on Monday."),
        ("175", "French gendarmes used truncheons against striking farmers in Lyon."),
        ("073", "Japan flew blankets and doctors to Turkey on Monday."),
        ("1053", "Jordan urged Iraq to free the hostages."),
    ],
)
def test_and_its_code(cameo: str, text: str):
    assert cameo in [e["cameo"] for e in code(text)]
