"""Where a row happened: only words that locate, on the act's own clause."""

import pytest
from tests.resolve.trees import read_tree, span_of

from dragoman.records import Event, Meeting, Place, Rows
from dragoman.resolve.where import resolve_where

MET = "Envoys|NOUN|2|nsubj met|VERB|0|root|meet in|ADP|4|case Geneva|PROPN|2|obl ~.|PUNCT|2|punct"
ACTS = "Moscow|PROPN|2|nsubj attacked|VERB|0|root|attack rebels|NOUN|2|obj ~.|PUNCT|2|punct"
CITY = (
    "Envoys|NOUN|2|nsubj met|VERB|0|root|meet in|ADP|5|case the|DET|5|det town|NOUN|2|obl of|ADP|7|case Xoruz|PROPN|5|nmod "
    "in|ADP|9|case Kenya|PROPN|2|obl ~.|PUNCT|2|punct"
)
VENUE = (
    "Envoys|NOUN|2|nsubj met|VERB|0|root|meet at|ADP|5|case Camp|PROPN|5|compound David|PROPN|2|obl ~,|PUNCT|7|punct "
    "Md.|PROPN|5|nmod ~.|PUNCT|2|punct"
)
CONDEMNED = "Paris|PROPN|2|nsubj condemned|VERB|0|root|condemn the|DET|4|det attack|NOUN|2|obj in|ADP|6|case Goma|PROPN|4|nmod ~.|PUNCT|2|punct"


@pytest.mark.parametrize(
    ("tree", "names", "trigger", "category", "expected"),
    [
        (MET, {"Geneva": "LOC"}, "met", "CONSULT", ("Geneva", "CHE", 46.2)),
        # a capital that acts is nobody's place
        (ACTS, {"Moscow": "LOC"}, "attacked", "ASSAULT", None),
        # a place that the gazetteer lacks keeps its name
        (CITY, {"Xoruz": "LOC", "Kenya": "LOC"}, "met", "CONSULT", ("Xoruz", None, None)),
        # what an act by words is about does not place it
        (CONDEMNED, {"Paris": "LOC", "Goma": "LOC"}, "condemned", "ACCUSE", None),
    ],
)
def test_events(tree, names, trigger, category, expected):
    reading = read_tree(tree, names=names)
    span = span_of(reading, trigger)
    place = resolve_where(reading, Rows(events=(Event(category, span, (span,)),))).events[0].place
    assert (place and (place.name, place.country, place.lat)) == expected
    if place and place.span:
        assert reading.text[slice(*place.span)] == place.name


def test_a_meeting_has_its_venue():
    reading = read_tree(VENUE, names={"Camp David": "FAC"})
    meeting = resolve_where(reading, Rows(meetings=(Meeting((), (span_of(reading, "Envoys met"),)),))).meetings[0]
    assert meeting.place is not None and meeting.place.country == "USA"
    assert meeting.venue is not None and meeting.venue.startswith("Camp David")


def test_the_place_that_an_extractor_named_is_looked_up_with_its_state():
    reading = read_tree("Talks|NOUN|4|nsubj in|ADP|3|case Arlington|PROPN|1|nmod ended|VERB|0|root ~.|PUNCT|4|punct")
    span = span_of(reading, "Arlington")
    row = Event("CONSULT", span, (span,), place=Place("Arlington, Va."))
    place = resolve_where(reading, Rows(events=(row,))).events[0].place
    assert place is not None and (place.country, place.lat, place.lon) == ("USA", 38.88, -77.1)
