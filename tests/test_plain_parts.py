"""Who had what part in talks told in plain sentences: who led each side, who mediated, hosted or looked on; where, and
on what day. Sentences are our own, each a kind that was read wrongly once, and beside them what must not be read so."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

WEDNESDAY = date(2010, 5, 5)


def code(text: str, published: date = WEDNESDAY):
    return record_of(code_report(Report(text, published)))


def parts(meeting):
    """Who had what part: the code of each side, or its words where it has none, with its roles."""
    return {p["entity"]["code"] or p["entity"]["text"]: "+".join(p["role"]) for p in meeting["participants"]}


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
