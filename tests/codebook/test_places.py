"""The gazetteer: what a name means, and what decides between two."""

import pytest

from dragoman.codebook.places import choose_place, find_places, find_us_state
from dragoman.codebook.places.capitals import find_capital
from dragoman.codebook.tables import read_table


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Arlington, Va.", (), ("USA", 38.88)),
        ("the White House", (), ("USA", 38.9)),
        ("Kiev", (), ("UKR", 50.45)),
        ("Sharm el Sheikh", (), ("EGY", 27.92)),
        ("Georgia", (), ("GEO", 42.0)),
        # the context decides between cities of one name
        ("Hyderabad", (), ("IND", 17.38)),
        ("Hyderabad", ("PAK",), ("PAK", 25.4)),
        # the part after a comma says the state even where the town is not listed
        ("Smallville, Kan.", (), ("USA", None)),
        ("Nosuchtown, Kenya", (), ("KEN", None)),
    ],
)
def test_choice(name, countries, expected):
    spot = choose_place(name, countries)
    assert spot is not None and (spot.country, spot.lat) == expected


def test_unknown_names_mean_nothing():
    assert find_places("Nosuchtown") == () and choose_place("Nosuchtown") is None


def test_us_states_by_name_and_abbreviation():
    assert [find_us_state(s) for s in ("Va.", "VA", "Virginia", "Verona")] == ["VA", "VA", "VA", None]


@pytest.mark.parametrize(
    "capital", ["Baku", "Yerevan", "Kinshasa", "Bogota", "Pyongyang", "Pristina", "Ramallah", "Nicosia"]
)
def test_seats_of_governments_have_coordinates(capital):
    assert find_places(capital)[0].lat is not None


@pytest.mark.parametrize(
    ("whose", "town"),
    [
        ("Yemeni", "Sanaa"),
        ("Kenya", "Nairobi"),
        ("U.S.", "Washington"),
        ("Singapore", "Singapore"),
        ("Chechen", "Grozny"),
        ("Scottish", "Edinburgh"),
        # no state's and no region's
        ("European", None),
        ("cultural", None),
        ("NATO", None),
    ],
)
def test_the_capital_of_a_state_or_region(whose, town):
    spot = find_capital(whose)
    assert (spot.name if spot else None) == town


def test_every_capital_of_a_region_is_in_the_gazetteer():
    for names, town, country in read_table("capitals.tsv", 3):
        for name in names.split("|"):
            spot = find_capital(name)
            assert spot is not None and spot.country == country, (name, town)
