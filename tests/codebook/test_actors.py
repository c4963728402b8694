"""States, bodies, groups, offices and office-holders: tables that hold together."""

import re

import pytest

from dragoman.codebook.actors import actor_key, find_actor, find_actor_in, find_office, find_sector
from dragoman.codebook.tables import read_table


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Norway", "NOR", "state"),
        ("the United States", "USA", "state"),
        ("U.S.", "USA", "state"),
        ("Armenian", "ARM", "people"),
        ("the Kremlin", "RUS", "seat"),
        ("African Union", "AU", "body"),
        ("NATO", "NATO", "body"),
    ],
)
def test_a_name_is_known(name, code, kind):
    found = find_actor(name)
    assert found is not None and (found.code, found.kind) == (code, kind)


@pytest.mark.parametrize("name", ["us", "who", "Smith", "un", ""])
def test_words_that_are_nobodys_name(name):
    assert find_actor(name) is None


def test_the_longest_name_wins():
    found = find_actor_in("talks in South Sudan ended".split())
    assert found is not None and found[2].code == "SSD"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("deputy foreign minister", "deputy foreign minister"),
        ("us house of representatives speaker", "speaker"),
        ("speaker of the house of representatives", "speaker"),
        ("president", "president"),
    ],
)
def test_an_office_is_found(words, title):
    found = find_office(words.split())
    assert found is not None and found.title == title


def test_sectors():
    assert find_sector("troops") == "MIL" and find_sector("police") == "COP" and find_sector("zither") is None


def test_codes_are_well_formed_and_names_stand_once():
    seen: dict[str, str] = {}
    for code, name, also, *_ in read_table("countries.tsv", 6):
        assert re.fullmatch("[A-Z]{3}", code), code
        for one in (name, *filter(None, also.split("|"))):
            assert seen.setdefault(one, code) == code, f"{one}: {seen[one]} and {code}"


def test_no_name_stands_for_two_actors():
    seen: dict[str, tuple[str, str]] = {}
    for table, width in (("groups.tsv", 5), ("bodies.tsv", 5), ("countries.tsv", 6)):
        for row in read_table(table, width):
            names = "|".join((row[1], *row[2 : width - 1 if width > 5 else 3])).split("|")
            for name in filter(None, names):
                key = actor_key(name) if len(actor_key(name)) <= 4 else actor_key(name).casefold()
                assert seen.setdefault(key, (table, row[1])) == (table, row[1]), f"{name}: {seen[key]} and {row[1]}"


def test_codes_of_bodies_stand_once_and_every_row_has_a_source():
    bodies = read_table("bodies.tsv", 5)
    assert len({b[0] for b in bodies}) == len(bodies) >= 100
    groups = read_table("groups.tsv", 5)
    assert len(groups) >= 250 and all(g[4] for g in (*groups, *bodies))
    states = {c[0] for c in read_table("countries.tsv", 6)}
    assert {g[0] for g in groups} - {""} <= states


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Nagorno-Karabakh", "AZE"),
        ("Artsakh", "AZE"),
        ("Abkhazia", "GEO"),
        ("South Ossetia", "GEO"),
        ("Transdniestria", "MDA"),
        ("Turkish Republic of Northern Cyprus", "CYP"),
        ("Somaliland", "SOM"),
        ("Lugansk People's Republic", "UKR"),
    ],
)
def test_a_territory_stands_under_the_state_that_claims_it(name, code):
    found = find_actor(name)
    assert found is not None and (found.code, found.sectors) == (code, ("PRE",))


def test_words_of_every_day_name_nobody():
    words = """and|of|for|peace|talks|war|agreement|president|minister|region|party|movement|front|alliance|council|people|
        army|union|league|group|forces|national|democratic|united|new|security|law and justice|new democracy|male|
        the eastern front|democratic alliance|the movement|freedom and justice|the future|solidarity|islamic front"""
    assert [w for w in words.replace("\n", "").split("|") if find_actor(" ".join(w.split())) is not None] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("secretary of state", "USA"),
        ("secretary of state for energy", None),  # a minister or deputy of many states
        ("secretary of state antony blinken", "USA"),
    ],
)
def test_whose_secretary_of_state(words, code):
    office = find_office(words.split())
    assert office is not None and office.code == code
