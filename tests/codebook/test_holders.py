"""Who held an office on a day: known, or honestly not."""

import re

import pytest

from dragoman.codebook.answers import name_state, read_question, who_held
from dragoman.codebook.holders import COLUMNS, Holder, find_holders, fits_name, list_holders
from dragoman.codebook.offices import find_level, find_post, is_same_office
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
        ("de Mistura", None, None, "2016-06-01", "Staffan de Mistura"),
        ("von der Leyen", None, None, "2021-06-01", "Ursula von der Leyen"),
        ("Mr. Lavrov", None, None, "2021-06-01", "Sergey Lavrov"),
        ("Assad", None, "SYR", "1999-06-01", "Hafez al-Assad"),
        (None, "supreme leader", "PRK", "2015-06-01", "Kim Jong-un"),
        (None, "prime minister", "GBR", "2007-06-27", "Gordon Brown"),
        ("Blair", "prime minister", "GBR", "2007-06-27", "Tony Blair"),
        (None, "Secretary of State", "USA", "2015-06-01", "John Kerry"),
        ("Gül", "prime minister", None, "2003-01-10", "Abdullah Gül"),
        # the republic's office beside the union's, by the code of the time
        (None, "president", "SUN", "1991-08-01", "Mikhail Gorbachev"),
        (None, "president", "RUS", "1991-08-01", "Boris Yeltsin"),
        (None, "president", "YUG", "1998-06-01", "Slobodan Milošević"),
        (None, "president", "SRB", "1998-06-01", "Milan Milutinović"),
        (None, "foreign minister", "DDR", "1990-06-01", "Markus Meckel"),
        (None, "foreign minister", "DEU", "1990-06-01", "Hans-Dietrich Genscher"),
        # a name is found under today's code, too
        ("Gorbachev", None, "RUS", "1990-06-01", "Mikhail Gorbachev"),
        ("Havel", None, "CZE", "1991-01-01", "Václav Havel"),
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
        (None, "envoy", "USA", "2015-03-01", "several"),
        # Russia had no president yet; the Soviet Union had none any more
        (None, "president", "RUS", "1990-06-01", "no office known on that day"),
        (None, "president", "SUN", "1992-06-01", "no office known on that day"),
        (None, "president", "CZE", "1992-06-01", "no office known on that day"),
        (None, "leader", "PHL", "2015-03-01", "several"),
        (None, "vice president", "IRN", "2009-03-01", "several"),
        (None, "president", "FRA", "2038-03-01", "unknown after known-through"),
        ("Miliband", "secretary of state for energy", "GBR", "2009-07-22", "no such office"),
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
        ("Egypt's foreign minister", (None, "foreign minister", "EGY")),
        ("the Pope", (None, "pope", "VAT")),
        ("African Union Commission chairman", (None, "african union commission chairman", "AU")),
        ("Russian Foreign Minister Sergey Lavrov", ("Sergey Lavrov", "foreign minister", "RUS")),
        ("Soviet president", (None, "president", "SUN")),
        ("president of the USSR", (None, "president", "SUN")),
        ("SUN president", (None, "president", "SUN")),
        ("Vice Premier Sun Chunlan", ("Sun Chunlan", "vice premier", None)),  # no code, but a name
        ("RSFSR president", (None, "president", "RUS")),
        ("East German prime minister Modrow", ("Modrow", "prime minister", "DDR")),
        ("German foreign minister", (None, "foreign minister", "DEU")),
        ("Zairean president", (None, "president", "COD")),  # one state, under two names
    ],
)
def test_a_question_in_words(words, question):
    assert read_question(words) == question


@pytest.mark.parametrize(
    ("name", "day", "code", "state"),
    [
        ("Gorbachev", "1990-06-01", "RUS", ("Soviet Union", "SUN")),
        ("Yeltsin", "1991-08-01", "RUS", None),
        ("Yeltsin", "1995-08-01", "RUS", None),
        ("Modrow", "1990-01-01", "DEU", ("East Germany", "DDR")),
        ("Kohl", "1989-01-01", "DEU", ("West Germany", "DEU")),
        ("Kohl", "1995-01-01", "DEU", None),
        ("Ante Marković", "1991-06-01", "SRB", ("Yugoslavia", "YUG")),
        ("Koštunica", "2001-06-01", "SRB", ("Federal Republic of Yugoslavia", "YUG")),
        ("Koštunica", "2003-02-10", "SRB", ("Serbia and Montenegro", "SCG")),
        ("Dienstbier", "1991-06-01", "CZE", ("Czechoslovakia", "CSK")),
        ("Mobutu", "1995-06-01", "COD", ("Zaire", "ZAR")),
        ("Laurent Kabila", "1998-06-01", "COD", None),
    ],
)
def test_the_state_of_an_office_has_the_name_and_code_of_its_day(name, day, code, state):
    holder = who_held(name, day).holder
    assert holder is not None and holder.code == code
    found = name_state(holder, day)
    assert (found and (found.name, found.iso3)) == state


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


SOLE = ("state", "government", "foreign", "defence", "secretary-general", "director-general", "high representative")
SHARED = {  # two at a time, in truth: rival governments, two prime ministers, two boards
    ("YEM", "foreign"),
    ("YEM", "defence"),
    ("YEM", "government"),
    ("YEM", "state"),
    ("MMR", "foreign"),
    ("KHM", "government"),
    ("VAT", "foreign"),
    ("BIH", "high representative"),
}


def _whole(day: str, last: bool) -> str:
    """The first or last day that a date without day or month may mean."""
    return day + ("-12-31" if last else "-01-01")[{4: 0, 7: 3, 10: 6}[len(day)] :]


def test_an_office_for_one_has_one_holder_at_a_time():
    offices: dict[tuple[str, str], list[Holder]] = {}
    for h in list_holders():
        found = find_post(h.office)
        if found is not None and found.post in SOLE:
            offices.setdefault((h.state or h.code, h.office if found.post == "state" else found.post), []).append(h)
    both = []
    for (code, office), rows in offices.items():
        post = find_post(office)
        if (code, post.post if post else office) in SHARED or (code, office) in SHARED:
            continue
        for i, a in enumerate(rows):
            for b in rows[i + 1 :]:
                if fits_name(a.person, b) or fits_name(b.person, a):
                    continue
                start = max(_whole(a.start, True), _whole(b.start, True))
                end = min(_whole(a.end or a.known_through, False), _whole(b.end or b.known_through, False))
                if start < end:
                    both.append((code, office, a.person, b.person))
    assert both == []


def test_the_table_reaches_far():
    rows = [h for h in list_holders() if (h.end or h.known_through) >= "1990"]
    assert len(rows) >= 2400 and len({h.code for h in rows}) >= 190


@pytest.mark.parametrize("row", list_holders()[::97], ids=lambda h: f"{h.person} {h.start}")
def test_every_row_is_found_by_its_name_and_title_in_the_middle_of_its_term(row):
    last = row.end or row.known_through
    day = f"{(int(row.start[:4]) + int(last[:4])) // 2}-07-02"
    if not row.held_surely(day):
        return
    answer = who_held(row.person, day, row.office, row.code)
    assert answer.holder is not None and fits_name(row.person, answer.holder)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("president", "head of state"),
        ("prime minister", "head of government"),
        ("foreign minister", "minister"),
        ("secretary of state", "minister"),
        ("assistant secretary of state", "deputy minister"),
        ("special envoy", "envoy"),
        ("ambassador", "envoy"),
        ("spokeswoman", "official"),
        ("vice president", "official"),
        ("leader", None),
        (None, None),
    ],
)
def test_levels(title, level):
    assert find_level(title) == level
