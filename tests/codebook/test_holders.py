"""Who held an office on a day: known, or honestly not."""

import re

import pytest

from dragoman.codebook.answers import read_question, who_held
from dragoman.codebook.holders import COLUMNS, Holder, find_holders, fits_name, list_holders
from dragoman.codebook.offices import find_post, is_same_office
from dragoman.codebook.tables import read_table

DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PRECISION = {4: "year", 7: "month", 10: "day"}


def test_terms_of_office_run_forward_and_have_a_source():
    for row in read_table("office_holders.tsv", len(COLUMNS)):
        person, _, office, code, start, end, precision, acting, known, source = row
        assert person and office and code and source, row
        assert DAY.fullmatch(start) and (not end or DAY.fullmatch(end)), row
        assert not end or start <= end, f"{person}: ends before it begins"
        assert end or known, f"{person}: an open end needs the day until which it is known"
        assert not end or not known, f"{person}: an end needs no known-through"
        assert precision == PRECISION[min(len(start), len(end or start))], row
        assert acting in ("", "acting"), row


def test_every_office_is_a_title():
    assert {h.office for h in list_holders() if find_post(h.office) is None} == set()


@pytest.mark.parametrize(
    ("holder", "day", "may", "sure"),
    [
        (Holder("A", "president", "FRA", "1998", "2001", ""), "1999-05-05", True, True),
        (Holder("A", "president", "FRA", "1998", "2001", ""), "1998-05-05", True, False),
        (Holder("A", "president", "FRA", "1998", "2001", ""), "2001-05-05", True, False),
        (Holder("A", "president", "FRA", "1998-03", "2001-04-02", ""), "1998-03-30", True, False),
        (Holder("A", "president", "FRA", "1998-03", "2001-04-02", ""), "2001-04-02", True, True),
        (Holder("A", "president", "FRA", "1998-03-04", "", "2020"), "2020-12-31", True, True),
        (Holder("A", "president", "FRA", "1998-03-04", "", "2020-06-30"), "2020-07-01", False, False),
    ],
)
def test_a_date_without_day_is_no_sure_limit(holder, day, may, sure):
    assert (holder.held(day), holder.held_surely(day)) == (may, sure)


@pytest.mark.parametrize(
    ("name", "title", "country", "day", "person"),
    [
        ("Clinton", None, None, "1995-06-01", "Bill Clinton"),
        ("Clinton", None, None, "2010-06-01", "Hillary Clinton"),
        ("Lavrov", "foreign minister", None, "2014-03-01", "Sergey Lavrov"),
        ("Rice", "secretary of state", "USA", "2006-06-01", "Condoleezza Rice"),
        (None, "foreign minister", "DEU", "1995-06-01", "Klaus Kinkel"),
        (None, "secretary-general", "UNO", "2003-03-20", "Kofi Annan"),
        ("Gül", "prime minister", None, "2003-01-10", "Abdullah Gül"),
    ],
)
def test_known(name, title, country, day, person):
    answer = who_held(name, day, title, country)
    assert answer.reason == "known" and answer.holder is not None and answer.holder.person == person


@pytest.mark.parametrize(
    ("name", "title", "country", "day", "reason"),
    [
        ("Lavrov", None, None, "2041-03-01", "unknown after known-through"),
        ("Ivanov", None, "RUS", "2002-06-01", "several"),
        ("Zzyzx", None, None, "2002-06-01", "not in the table"),
        ("Ron Brown", None, None, "2008-06-01", "not in the table"),
        ("Lavrov", "prime minister", None, "2014-03-01", "not in the table"),
        ("Albright", None, None, "2010-03-01", "no office known on that day"),
        (None, "grand vizier", "TUR", "2010-03-01", "no such office"),
    ],
)
def test_unknown_says_why(name, title, country, day, reason):
    answer = who_held(name, day, title, country)
    assert (answer.holder, answer.reason) == (None, reason)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("Lavrov", ("Lavrov", None, None)),
        ("Russian foreign minister", (None, "foreign minister", "RUS")),
        ("President of France", (None, "president", "FRA")),
        ("Russian Foreign Minister Sergey Lavrov", ("Sergey Lavrov", "foreign minister", "RUS")),
    ],
)
def test_a_question_in_words(words, question):
    assert read_question(words) == question


def test_titles_of_one_post():
    assert is_same_office("foreign secretary", "foreign minister")
    assert not is_same_office("president", "vice president")
    assert not is_same_office("deputy foreign minister", "foreign minister")


def test_a_name_in_part():
    holder = Holder("Sergey Lavrov", "foreign minister", "RUS", "2004", "", "2020", ("Sergei Lavrov",))
    assert fits_name("S. Lavrov", holder) and fits_name("Sergei Lavrov", holder)
    assert not fits_name("Dmitri Lavrov", holder)


def test_an_open_end_holds_until_it_is_known_through():
    holder = next(h for h in find_holders("Biden") if h.office == "president")
    assert holder.held("2021-06-01") and not holder.held("2019-06-01")
    assert holder.end or not holder.held("2031-01-01")
