"""Positions told twice in one report are one row with the words of both."""

import pytest

from dragoman.records import Entity, Position, Span
from dragoman.settle.positions import merge_positions


def hold(issue, *, code="PER", name="Peru", stance="demands", at=0, sectors=("GOV",)):
    words = Span(issue, at, at + len(issue))
    return Position(words, Entity(name, None, name, code, sectors), stance, (words,))


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (hold("withdrawal of troops"), hold("the withdrawal of all troops", name="Lima", at=90), 1),
        (hold("withdrawal of troops"), hold("lifting of sanctions", at=90), 2),
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
