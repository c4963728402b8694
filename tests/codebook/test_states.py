"""States by date, with the codes of their time."""

import re

import pytest

from dragoman.codebook.actors import find_actor
from dragoman.codebook.states import find_state, find_states
from dragoman.codebook.tables import read_table


@pytest.mark.parametrize(
    ("name", "day", "found", "code", "cow", "gw"),
    [
        ("Norway", "2020-01-01", "Norway", "NOR", 385, 385),
        ("Soviet Union", "1991-12-01", "Soviet Union", "RUS", 365, 365),
        ("Russia", "2001-12-01", "Russia", "RUS", 365, 365),
        ("Yugoslavia", "1990-05-05", "Yugoslavia", "SRB", 345, 345),
        ("Yugoslavia", "1999-05-05", "Federal Republic of Yugoslavia", "SRB", 345, 345),
        ("SCG", "2004-05-05", "Serbia and Montenegro", "SRB", 345, 345),
        ("East Germany", "1990-05-05", "East Germany", "DEU", 265, 265),
        ("Germany", "1995-05-05", "Germany", "DEU", 255, 260),
        ("Zaire", "1996-11-01", "Zaire", "COD", 490, 490),
        ("Swaziland", "2010-01-01", "Swaziland", "SWZ", 572, 572),
        ("North Yemen", "1990-01-01", "North Yemen", "YEM", 678, 678),
        ("Palestine", "2020-01-01", "Palestine", "PSE", None, None),
    ],
)
def test_a_state_on_a_day(name, day, found, code, cow, gw):
    state = find_state(name, day)
    assert state is not None and (state.name, state.code, state.cow, state.gw) == (found, code, cow, gw)


@pytest.mark.parametrize(
    ("name", "day"),
    [("Soviet Union", "1991-12-27"), ("Zaire", "1998-01-01"), ("South Sudan", "2010-01-01"), ("Nowhere", "2010-01-01")],
)
def test_none_before_or_after(name, day):
    assert find_state(name, day) is None


def test_every_state_of_the_actors_has_its_codes():
    for code, name, *_ in read_table("countries.tsv", 6):
        assert any(s.code == code for s in find_states(name)), name
    for code, name, _, iso2, iso3, cow, gw, start, end, source in read_table("states.tsv", 10):
        assert find_actor(name) is not None and find_actor(name).code == code, name
        assert re.fullmatch("[A-Z]{2}|", iso2) and re.fullmatch("[A-Z]{3}|", iso3) and source
        assert all(re.fullmatch(r"\d{1,3}|", c) for c in (cow, gw))
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d|", d) for d in (start, end)) and (not end or start < end)
