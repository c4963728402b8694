"""States, bodies, groups, offices and office-holders: tables that hold together."""

import re

import pytest

from dragoman.codebook.actors import find_actor, find_actor_in, find_office, find_sector
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
