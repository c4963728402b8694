"""States, bodies, groups, offices and office-holders: tables that hold together."""

import re

import pytest

from dragoman.codebook.actors import find_actor, find_actor_in, find_holders, find_office, find_sector
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
    for code, name, also, _, _ in read_table("countries.tsv", 5):
        assert re.fullmatch("[A-Z]{3}", code), code
        for one in (name, *filter(None, also.split("|"))):
            assert seen.setdefault(one, code) == code, f"{one}: {seen[one]} and {code}"


def test_terms_of_office_run_forward_and_have_a_source():
    for person, office, code, start, end, known, source in read_table("office_holders.tsv", 7):
        assert person and office and code and source, person
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", start), person
        assert not end or start[:4] <= end[:4], person
        assert end or known, f"{person}: an open end needs the day until which it is known"


def test_an_open_end_holds_until_it_is_known_through():
    holder = next(h for h in find_holders("Biden") if h.office == "president")
    assert holder.held("2021-06-01") and not holder.held("2019-06-01")
    assert holder.end or not holder.held("2031-01-01")
