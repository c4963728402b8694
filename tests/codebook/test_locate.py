"""Names of a text weighed together: what decides between places of one name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.codebook.places.gazetteer import find_listed, fold_name, read_spot
from dragoman.codebook.places.locate import locate_names, name_country


def locate(text, *names, outlet=None):
    """(country, region) of each name where it first stands."""
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    return [(s.country, s.region) if s else None for s in locate_names(text, spans, outlet)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # alone, the one that everybody knows
        ("The envoys met in Paris.", ["Paris"], [("FRA", "11")]),
        # the state after the comma
        ("A man from Paris, Texas, was held.", ["Paris"], [("USA", "TX")]),
        ("A man from Arlington, Va., was held.", ["Arlington"], [("USA", "VA")]),
        ("Police in Charleston, W.Va. said so.", ["Charleston"], [("USA", "WV")]),
        # what is said once holds for the whole text
        ("Talks in Moscow, Idaho, went on. Moscow is small.", ["Moscow is"[:6]], [("USA", "ID")]),
        # a phrase that puts it somewhere
        ("Shelling hit Tripoli in northern Lebanon.", ["Tripoli"], [("LBN", "09")]),
        ("Troops left Tripoli, a city in Lebanon.", ["Tripoli"], [("LBN", "09")]),
        # the countries that the text is about
        ("Indian police closed the road to Hyderabad. India said so.", ["Hyderabad"], [("IND", "40")]),
        ("Pakistani police closed the road to Hyderabad. Pakistan said so.", ["Hyderabad"], [("PAK", "05")]),
        # adjectives and people are their country
        ("Turkish troops and Georgians met.", ["Turkish", "Georgians"], [("TUR", None), ("GEO", None)]),
        ("The U.S. and the UK agreed.", ["U.S.", "UK"], [("USA", None), ("GBR", None)]),
        # a country's name is the country, however many towns share it
        ("China and Mexico agreed with Canadian officials.", ["China", "Mexico"], [("CHN", None), ("MEX", None)]),
        # lists of one rank say nothing; towns called like countries and states need telling
        ("Talks of Russia, China, Japan and South Korea.", ["China"], [("CHN", None)]),
        ("Votes in Nevada, Iowa and Ohio.", ["Nevada"], [("USA", "NV")]),
        ("A man of Lebanon, Pa., was held.", ["Lebanon"], [("USA", "PA")]),
        # another town of the name, that is not listed, lies where it is told
        ("A fire in Xoruz Airport, Kenya.", ["Xoruz Airport"], [("KEN", None)]),
        # a longer name with a place in it
        ("He went to the University of Texas.", ["University of Texas"], [("USA", "TX")]),
        # directions are no places
        ("He spoke of the West.", ["West"], [None]),
        ("They went to Nosuchtownatall.", ["Nosuchtownatall"], [None]),
    ],
)
def test_what_decides(text, names, expected):
    assert locate(text, *names) == expected


def test_names_of_a_text_decide_for_each_other():
    [arlington, dallas] = locate("Fires burned in Arlington and in Dallas, Texas.", "Arlington", "Dallas")
    assert arlington == dallas == ("USA", "TX")


def test_the_home_of_the_outlet_counts():
    assert locate("Roadworks in Cambridge go on.", "Cambridge", outlet="https://news.example.uk/1") == [("GBR", "ENG")]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They fled to Xoruzabad, a village in Yemen.", "Xoruzabad", "YEM"),
        ("They fled to the Yemeni village of Xoruzabad.", "Xoruzabad", "YEM"),
        ("Russian troops in Xoruzabad withdrew.", "Xoruzabad", None),
    ],
)
def test_a_name_that_is_not_listed_has_the_country_that_is_told(text, name, country):
    [spot] = locate_names(text, [(text.index(name), text.index(name) + len(name))])
    assert (spot.country if spot else None) == country
    assert spot is None or spot.lat is None


def test_a_name_that_is_not_listed_lies_where_all_others_do():
    names = ["Nairobi", "Mombasa", "Kisumu", "Xoruzabad"]
    assert locate("Nairobi, Mombasa and Kisumu; then Xoruzabad", *names)[-1] == ("KEN", None)
    names[1] = "Paris"
    assert locate("Nairobi, Paris and Kisumu; then Xoruzabad", *names)[-1] is None


def test_odd_spans_never_raise():
    assert locate_names("", [(0, 0)]) == [None]
    assert locate_names("'s , .", [(0, 2), (3, 4), (5, 6)]) == [None] * 3


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_any_text_is_taken(text, pairs):
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    found = locate_names(text, spans)
    assert len(found) == len(spans) and found == locate_names(text, spans)


@given(st.text(max_size=20))
@example("℠")
@example("The The Dalles")
def test_folding_once_is_enough(name):
    assert fold_name(fold_name(name)) == fold_name(name)


def test_the_tables_are_sorted_and_their_ends_are_found():
    assert find_listed("") == () and find_listed("\x00") == () and find_listed("zzzz\x7f") == ()
    assert read_spot("00000000") is None and read_spot("02988507").name == "Paris"


def test_countries_by_name():
    assert (name_country("FRA"), name_country("XXX")) == ("France", "XXX")
