"""States by another word than their name: halves of a name, and descriptions. All sentences are our own."""

from datetime import date

import pytest
from tests.extract.readings import read

from dragoman.codebook.lands import find_lands
from dragoman.codebook.tables import read_table
from dragoman.pipeline import code_report
from dragoman.records import Report
from dragoman.resolve.who.cast import Cast

DAY = date(2012, 10, 10)


def sides(text, category, day=DAY):
    """Codes of both sides of the events of a category."""
    events = code_report(Report(text=text, published=day)).rows.events
    return [({a.code for a in e.actor}, {r.code for r in e.recipient}) for e in events if e.event == category]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("Nepal is in mourning. India flew rescue teams to the quake-hit country on Monday.", "AID", "NPL"),
        ("Ghana is short of doctors. Japan donated 40 ambulances to the west African country.", "AID", "GHA"),
        ("Kuwait waited. Iraq closed two crossings into the emirate on Thursday.", "COERCE", "KWT"),
        ("Sri Lanka ran dry. India sent fuel to the island nation on Sunday.", "AID", "LKA"),
        # what fits is told from what was named last
        ("Mali spoke of hunger to Norway. Canada donated wheat to the landlocked country on Monday.", "AID", "MLI"),
    ],
)
def test_a_description_is_of_the_state_that_it_fits(text, category, recipient):
    assert [r for _, r in sides(text, category)] == [{recipient}]


def test_who_acts_by_a_description_is_whom_it_fits():
    text = "Sweden imposed sanctions on Belarus on Monday. The Nordic country also expelled two Belarusian diplomats."
    assert ({"SWE"}, {"BLR"}) in sides(text, "SANCTION")


@pytest.mark.parametrize(
    "text",
    [
        "Sweden fell ill. Japan donated 40 ambulances to the west African country on Tuesday.",  # fits nobody told of
        "Ghana is short of doctors. Japan donated 40 ambulances to the neighbouring country on Tuesday.",
        "Japan donated 40 ambulances to a west African country on Tuesday. Ghana is short of doctors.",
        "Ghana is short of doctors. Japan donated 40 ambulances to the poorest country on Tuesday.",
    ],
)
def test_a_description_of_others_is_left_open(text):
    assert "GHA" not in {c for _, r in sides(text, "AID") for c in r}
    assert "SWE" not in {c for _, r in sides(text, "AID") for c in r}


def test_lands_are_states_of_ours():
    states = {row[0] for row in read_table("countries.tsv", 6)}
    assert {code for _, codes in read_table("lands.tsv", 2) for code in codes.split()} <= states
    assert find_lands(["landlocked", "Andean", "country"]) == {"BOL"}


@pytest.mark.parametrize(
    ("text", "day", "halves"),
    [
        ("North and South Korea met on Monday.", DAY, {"North": "PRK"}),
        ("North and South Korean sailors met on Monday.", DAY, {"North": "PRK"}),
        ("Seoul spoke to the North on Monday.", DAY, {"North": "PRK"}),
        ("Pyongyang wrote to the South's leaders.", DAY, {"South": "KOR"}),
        ("Sudan bombed a well. The South accused Khartoum.", DAY, {"South": "SSD"}),
        ("South Yemen wrote to the North on Monday.", date(1988, 5, 5), {"North": "YEM"}),
        # a region, a longer name, no state of its own on that day
        ("Sudan bombed a well. The South accused Khartoum.", date(2009, 5, 5), {}),
        ("Yemen said that the South was calm.", DAY, {}),
        ("French police went to the South on Monday.", DAY, {}),
        ("Seoul sent a ship to the South Pacific and to the North of Japan.", DAY, {}),
        ("North and South Dakota voted on Monday, South Korea's agency said.", DAY, {}),
    ],
)
def test_half_a_name(text, day, halves):
    cast = Cast(read(text, day))
    words = [(cast.words[first].text, last - first, a.code) for first, last, a in cast.named]
    assert {text: code for text, size, code in words if size == 1 and text in ("North", "South")} == halves


def test_both_halves_sit_at_a_table_and_are_the_two_sides():
    text = "Envoys from North and South Korea met at Kaesong on Friday. The two sides agreed to reopen the plant."
    assert sides(text, "CONSULT") == [({"PRK", "KOR"}, set())]
    assert sides(text, "AGREE") == [({"PRK", "KOR"}, set())]


@pytest.mark.parametrize(
    "text",
    [
        "Ankara - Turkey summoned the Dutch ambassador on Monday.",
        "TOKYO, Oct 9, Kyodo - Japan protested to China on Tuesday.",
        "OSLO - Chile mediated between Iraq's government and Kuwait on Saturday.",
    ],
)
def test_the_town_of_a_dateline_does_nothing(text):
    town = text.split()[0].strip(",")
    events = code_report(Report(text=text, published=DAY)).rows.events
    assert events and not any(a.text.startswith((town, "Kyodo")) for e in events for a in e.actor)


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("Delegates for Chad and Libya signed a truce in Algiers on Friday.", "SUPPORT", ({"TCD", "LBY"}, set())),
        ("Kenya and Uganda quarrelled. The neighbours' ministers met in Arusha.", "CONSULT", ({"KEN", "UGA"}, set())),
        ("Pakistan fired a missile at an Afghan oil terminal on Monday.", "ASSAULT", ({"PAK"}, {"AFG"})),
    ],
)
def test_both_of_two_and_a_nations_things(text, category, expected):
    assert sides(text, category) == [expected]


def test_a_speaker_by_the_office_in_capitals():
    text = "DEFENCE MINISTER KARL LUND OF SWEDEN: Thank you. I condemn the attack by Norway."
    assert sides(text, "ACCUSE") == [({"SWE"}, {"NOR"})]
    assert sides(text.replace("DEFENCE MINISTER", "UNCLE"), "ACCUSE") != [({"SWE"}, {"NOR"})]
