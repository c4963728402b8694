"""Who had what part in talks told in plain sentences: who led each side, who mediated, hosted or looked on; where, and
on what day. Sentences are our own, each a kind that was read wrongly once, and beside them what must not be read so."""

from __future__ import annotations

import pytest

from tests.meetings import code, parts


def names(meeting):
    return {(p["entity"]["code"], (p["entity"]["name"] or p["entity"]["text"])) for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("told", "leaders"),
    [
        (
            "Jorge Salas headed the Peruvian delegation and Carla Ruiz that of Chile.",
            {("PER", "Jorge Salas"), ("CHL", "Carla Ruiz")},
        ),
        (
            "Jorge Salas led the Peruvian team, Carla Ruiz the Chilean.",
            {("PER", "Jorge Salas"), ("CHL", "Carla Ruiz")},
        ),
        # who does something else behind it leads nobody
        (
            "Jorge Salas led the Peruvian team, and Carla Ruiz blamed the Chilean press.",
            {("PER", "Jorge Salas"), ("CHL", "Chile")},
        ),
    ],
)
def test_who_led_each_delegation(told: str, leaders: set[tuple[str, str]]) -> None:
    (meeting,) = code(f"Officials from Peru and Chile held talks in Cuba on Tuesday. {told}")["meetings"]
    assert names(meeting) == leaders


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norway acted as facilitator.", "facilitator"),
        ("Norway served as an observer, while Chad stayed away.", "observer"),
        ("Norwegian Foreign Minister Karl Lund presided.", "host"),
        ("Norwegian Foreign Minister Karl Lund was the host.", "host"),
        ("Their Norwegian host, Foreign Minister Karl Lund, left before lunch.", "host"),
        ("Norway's former premier Karl Lund headed the mediation team.", "mediator"),
        ("Mediators Karl Lund and Ada Berg of Norway shuttled between them all night.", "mediator"),
        ("Norway was the host of the winter games that year.", None),
        ("Norwegian singer Karl Lund was the host of a show that evening.", None),
        ("Norway acted as it had always done.", None),
    ],
)
def test_who_had_a_part_told_in_the_next_sentence(text: str, role: str | None) -> None:
    (meeting,) = code(f"Kenya and Uganda held talks in Cairo on Monday. {text}")["meetings"]
    assert parts(meeting).get("NOR") == role
    assert {"KEN", "UGA"} <= set(parts(meeting))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenya and Uganda held talks in Cairo on Monday with Norwegian mediators in the chair.",
            {"KEN": "party", "UGA": "party", "NOR": "mediator"},
        ),
        # through whom two talk who do not sit together
        (
            "U.N. envoy Karl Lund on Monday wound up two weeks of proximity talks with Kenyan and Ugandan negotiators.",
            {"KEN": "party", "UGA": "party", "UNO": "mediator"},
        ),
        # with one side alone, a mediator is one of two who meet
        ("Norwegian mediators met Kenyan rebels in Cairo on Monday.", {"NOR": "party", "KEN": "party"}),
    ],
)
def test_whoever_is_called_a_mediator_stands_between_two(text: str, told: dict[str, str]) -> None:
    (meeting,) = code(text)["meetings"]
    assert parts(meeting) == told


def test_an_observer_makes_no_third_side() -> None:
    (meeting,) = code("Kenya and Uganda held talks in Cairo on Monday. Norway attended as observer.")["meetings"]
    assert parts(meeting)["NOR"] == "observer"
    assert meeting["format"] == "bilateral"


@pytest.mark.parametrize(
    ("text", "place", "venue"),
    [
        # "here" is the dateline's town, whatever venue or frontier is told beside it
        (
            "MANILA, May 5 - President Ana Torres of Peru received Prime Minister Karl Lund of Norway at the Blue Palace"
            " here on Monday.",
            "Manila",
            "Blue Palace",
        ),
        ("MANILA - The foreign ministers of Peru and Norway are meeting at a villa here.", "Manila", "villa"),
        (
            "LIMA - Foreign Minister Ana Torres of Peru met her Norwegian counterpart, Karl Lund, here on Monday for two"
            " hours of talks on trade across the Andes frontier.",
            "Lima",
            None,
        ),
        # a house without a name stands where the report comes from; one that is placed does not
        ("OSLO - Kenya and Uganda held talks at a villa outside the city on Monday.", "Oslo", "villa outside the city"),
        ("OSLO - Kenya and Uganda held talks on Monday at a castle north of Porto.", "Porto", "castle"),
        # a town with the venue in it
        ("Kenyan and Ugandan diplomats resumed negotiations at Cairo's Hotel Nile on Monday.", "Cairo", "Hotel Nile"),
        (
            "Peruvian Foreign Minister Ana Torres received the ambassador of Norway, Mr Karl Lund, at the Ministry in"
            " Lima on Monday.",
            "Lima",
            "Ministry",
        ),
        (
            "State Secretary Mirjam Holt of the Netherlands received the Ambassador of Peru, Mr Jorge Salas, at the"
            " Ministry in The Hague.",
            "The Hague",
            "Ministry",
        ),
        ("Kenya's and Uganda's presidents ended a two-day summit off Cyprus on Monday.", "Cyprus", None),
    ],
)
def test_where_they_met(text: str, place: str, venue: str | None) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["place"]["name"], meeting["venue"]) == (place, venue)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The presidents of Kenya and Uganda cut short their summit in Cairo on Monday.",
            {"KEN": "party", "UGA": "party"},
        ),
        ("Kenya and Uganda cut their summit budget by half on Monday.", None),
        (
            "Delegations from Kenya, Uganda and Chad sat down in Cairo on Monday for a peace conference hosted by Egypt.",
            {"KEN": "party", "UGA": "party", "TCD": "party", "EGY": "host"},
        ),
        ("Delegations from Kenya, Uganda and Chad sat down on Monday to watch the parade.", None),
        (
            "Kenyan President Peter Moi and Ugandan leader Paul Obo talked for two hours in Cairo on Monday night.",
            {"KEN": "party", "UGA": "party"},
        ),
        (
            "CAIRO - Kenyan President Peter Moi and Ugandan leader Paul Obo talked for two hours behind closed doors in"
            " the Egyptian capital on Monday night.",
            {"KEN": "party", "UGA": "party"},
        ),
        ("Kenya and Uganda meet in the World Cup final in Cairo on Friday.", None),
        (
            "Kenyan President Peter Moi and Ugandan leader Paul Obo talked for two hours to reporters on Monday night.",
            None,
        ),
        (
            "Peru's government and Shining Path met in a villa in Cuba for talks brokered by U.N. special envoy Karl"
            " Lund.",
            {"PER": "party", "UNO": "mediator"},
        ),
        (
            "Talks between Moldova and the breakaway Transnistria region, set for Friday in Cairo, have been put off.",
            {"MDA": "party"},
        ),
    ],
)
def test_talks_told_by_what_was_done_at_them(text: str, told: dict[str, str] | None) -> None:
    meetings = [parts(m) for m in code(text)["meetings"]]
    assert [m.items() >= told.items() for m in meetings] == [True] if told else not meetings


@pytest.mark.parametrize(
    ("text", "form", "medium"),
    [
        ("Ministers of Kenya, Uganda and Chad held a videoconference on Tuesday.", "trilateral", "video"),
        ("Norway's premier Karl Lund spoke by video link with Ana Torres of Peru on Tuesday.", "bilateral", "video"),
        ("Norway's premier Karl Lund spoke by telephone with Ana Torres of Peru on Tuesday.", "phone", "phone"),
        (
            "President Moi of Kenya hosted the presidents of Uganda and Chad in Nairobi on Monday for a three-way"
            " meeting on fishing.",
            "trilateral",
            None,
        ),
        (
            "President Moi of Kenya hosted the presidents of Uganda and Chad in Nairobi on Monday for a meeting on"
            " fishing.",
            "mediated",
            None,
        ),
    ],
)
def test_of_how_many_and_by_what_line(text: str, form: str, medium: str | None) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["format"], meeting["medium"]) == (form, medium)


@pytest.mark.parametrize(
    ("end", "outcome"),
    [("with no deal", ["no agreement"]), ("with a deal", ["agreement"]), ("in an air of calm", [])],
)
def test_with_what_talks_ended(end: str, outcome: list[str]) -> None:
    (meeting,) = code(f"Two days of talks between Kenya and Uganda ended {end} in Cairo on Monday.")["meetings"]
    assert meeting["outcome"] == outcome


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        # called off before the day on which it had been due, which is still to come
        ("Kenya has called off a meeting with Uganda that had been due to open on Friday.", "cancelled", "2010-05-07"),
        ("Kenya called off talks with Uganda that were due to begin in Cairo on Friday.", "cancelled", "2010-05-07"),
        ("Kenyan and Ugandan negotiators are in their third week of talks in Cairo.", "under way", "2010-05-05"),
        ("Norway mediated between Kenya and Uganda in Oslo on Monday.", "held", "2010-05-03"),
    ],
)
def test_how_far_they_are_and_when(text: str, status: str, start: str) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["status"], meeting["start"]) == (status, start)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway mediated between Kenya and Uganda in Oslo on Monday.", {"NOR": "mediator", "KEN": "party"}),
        ("Norway has long mediated between Kenya and Uganda.", None),
        ("The court in Oslo mediated on Monday in a quarrel over a Kenyan firm.", None),
    ],
)
def test_who_mediates_between_two(text: str, told: dict[str, str] | None) -> None:
    meetings = [parts(m) for m in code(text)["meetings"]]
    assert [m.items() >= told.items() for m in meetings] == [True] if told else not meetings


def test_a_second_subject_that_no_name_tells() -> None:
    (meeting,) = code("Iran and the six powers held talks in Cairo on Monday and Tuesday.")["meetings"]
    assert {"IRN", "CHN", "FRA"} <= set(parts(meeting))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # the second name behind the office of the first
        (
            "Ana Torres, the Peruvian foreign minister, and Norwegian Foreign Minister Karl Lund met on Monday.",
            {("PER", "Ana Torres"), ("NOR", "Karl Lund")},
        ),
        # two of one family name
        (
            "South Korean President Kim Min-jun held talks with North Korean leader Kim Tae Song on Monday.",
            {("KOR", "Kim Min-jun"), ("PRK", "Kim Tae Song")},
        ),
    ],
)
def test_two_by_name(text: str, people: set[tuple[str, str]]) -> None:
    (meeting,) = code(text)["meetings"]
    assert names(meeting) == people
