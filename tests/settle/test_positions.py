"""Positions told twice in one report are one row with the words of both."""

import pytest

from dragoman.records import Entity, Name, Position, Reading, Report, Span
from dragoman.settle.positions import keep_known, merge_positions


def hold(issue, *, code="PER", name="Peru", stance="demands", at=0, sectors=("GOV",)):
    words = Span(issue, at, at + len(issue))
    return Position(words, Entity(name, None, name, code, sectors), stance, (words,))


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (hold("withdrawal of troops"), hold("the withdrawal of all troops", name="Lima", at=90), 1),
        (hold("withdrawal of troops"), hold("lifting of sanctions", at=90), 2),
        # a word apart, and another thing
        (hold("regional food security"), hold("regional health security", at=90), 2),
        (hold("withdrawal of troops"), hold("withdrawal of troops", stance="offers", at=90), 2),
        (hold("withdrawal of troops"), hold("withdrawal of troops", code="CHL", name="Chile", at=90), 2),
        # a group and its country are two
        (hold("a truce"), hold("a truce", name="Red Front", sectors=("REB",), at=90), 2),
    ],
)
def test_told_twice(one, other, rows):
    merged = merge_positions((one, other))
    assert len(merged) == rows
    assert sum(len(m.evidence) for m in merged) == 2


def test_the_first_telling_stays_first():
    first, other = hold("withdrawal of troops"), hold("a truce", at=50)
    assert merge_positions((first, other, hold("withdrawal of the troops", at=90)))[0].issue == first.issue


@pytest.mark.parametrize(
    ("actor", "kept"),
    [
        (Entity("Peru", (0, 4), "Peru", "PER", ("GOV",)), True),
        (Entity("he", (0, 2), None, "PER", ("GOV",)), True),  # a pronoun that is known
        (Entity("Red Front", (10, 19), None, None, ()), True),  # nobody that a table knows, but named
        (Entity("critics", (30, 37), None, None, ()), False),
        (Entity("it", None, None, None, ()), False),
    ],
)
def test_only_somebody_who_can_be_told_has_a_position(actor, kept):
    reading = Reading(Report("x" * 40), names=(Name(10, 19, 2, 4, "ORG", 0.9),))
    row = Position(Span("a truce", 20, 27), actor, "demands", (Span("a truce", 20, 27),))
    assert keep_known(reading, (row,)) == ((row,) if kept else ())
