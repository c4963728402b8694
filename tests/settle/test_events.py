"""Which events are one, and by what that is decided."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.pipeline import extract, resolve, settle, understand
from dragoman.records import Entity, Event, Reading, Report, Sentence, Span, quote
from dragoman.settle.events import settle_events

TEXT = "Norway deplored the brutal war. Chile could count on it against the unprovoked attack of Peru."
NOR, PER = (Entity(name, None, name, code, ("GOV",)) for name, code in (("Norway", "NOR"), ("Peru", "PER")))
HERE = Reading(Report(TEXT), sentences=(Sentence(0, 31, 0, 0, 0), Sentence(32, len(TEXT), 0, 0, 0)))


def accuse(words: str, by: str, **told) -> Event:
    at, rest = TEXT.index(words), TEXT.index(by)
    evidence = quote(TEXT, rest, rest + len(by))
    return Event("ACCUSE", Span(words, at, at + len(words)), (evidence,), (NOR,), (PER,), **told)


def test_a_wrong_condemned_in_passing_again_is_one_accusation():
    twice = accuse("war", "the brutal war"), accuse("attack", "the unprovoked attack of Peru")
    (event,) = settle_events(HERE, twice, ())
    assert [e.text for e in event.evidence] == ["the brutal war", "the unprovoked attack of Peru"]


@pytest.mark.parametrize(
    "told",
    [{"predicate": "deplore"}, {"found_by": "read", "read_as": "ACCUSE"}, {"found_by": "words"}],
)
def test_two_accusations_of_their_own_are_two(told):
    twice = accuse("war", "the brutal war"), accuse("attack", "the unprovoked attack of Peru", **told)
    assert len(settle_events(HERE, twice, ())) == 2


def test_the_line_for_readers_decides_nothing():
    text = (
        "President Ayla Demir of Turkey will travel to Chile on Monday, where she will meet President Mora of Chile. "
        '"We stand with Chile in the face of Peru\'s unjustified war," Norwegian Foreign Minister Lena Orvik said. '
        "Talks with Peru were adjourned, and Norway is to reopen its embassy in Lima next week."
    )
    reading = understand(Report(text, date(2024, 5, 7)))
    rows = resolve(reading, extract(reading))
    silent = replace(rows, events=tuple(replace(e, why="") for e in rows.events))
    with_lines, without = (settle(reading, r).events for r in (rows, silent))
    assert len(with_lines) >= 3
    assert [replace(e, why="") for e in with_lines] == [replace(e, why="") for e in without]
