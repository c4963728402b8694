"""The same act told again is coded once, with both places as its evidence."""

from dataclasses import replace

import pytest

from dragoman.records import Entity, Event, Reading, Report, Sentence, Span, When
from dragoman.settle.retold import APART, BESIDE, MOST_SPANS, join_retold

NOR, SWE, UNO = (Entity(n, None, n, c) for n, c in (("Norway", "NOR"), ("Sweden", "SWE"), ("the UN", "UNO")))
SENTENCE = 100  # characters, in these reports
READING = Reading(Report("x" * 1000), tuple(Sentence(i, i + SENTENCE, 0, 0, 0) for i in range(0, 1000, SENTENCE)))
LEAST = 0.25


def urge(at: int, confidence: float, actor=(NOR,), recipient=(SWE,), **other) -> Event:
    words = Span("urged", at, at + 5)
    return Event("REQUEST", words, (words,), actor, recipient, confidence=confidence, **other)


def join(*events: Event) -> list[Event]:
    return join_retold(READING, events, LEAST)


FAR, NEAR = 5 * SENTENCE, 20  # of the first at 0: five sentences on, in the same sentence


@pytest.mark.parametrize(
    ("one", "again"),
    [
        (urge(0, 0.8), urge(FAR, APART - 0.01)),
        (urge(0, APART - 0.01), urge(FAR, 0.8)),  # whichever is told first
        (urge(0, 0.8), urge(NEAR, BESIDE - 0.01)),  # one sentence seldom tells two
        (urge(0, 0.8), urge(FAR, 0.3, recipient=())),  # one side is left out
        (urge(0, 0.8, recipient=()), urge(FAR, 0.3)),
        (urge(0, 0.8, actor=(NOR, UNO)), urge(FAR, 0.3)),
        (urge(0, 0.8), urge(FAR, 0.2)),  # too unsure to be told by itself
        (urge(0, 0.8), urge(FAR, 0.3, aux=("historical",))),
    ],
)
def test_a_less_sure_telling_joins_the_surer_one(one, again):
    (told,) = join(one, again)
    assert told.confidence == 0.8
    assert set(told.evidence) == {*one.evidence, *again.evidence}
    assert told.evidence[0] == told.trigger  # the surer telling comes first


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (urge(0, 0.8), urge(FAR, APART)),  # told as surely: another act
        (urge(0, 0.8), urge(NEAR, BESIDE)),
        (urge(0, 0.8), urge(FAR, 0.3, recipient=(UNO,))),
        (urge(0, 0.8), urge(FAR, 0.3, actor=(UNO,))),
        (urge(0, 0.8), urge(FAR, 0.3, actor=(SWE,), recipient=(NOR,))),
        (urge(0, 0.8), urge(FAR, 0.3, actor=(NOR, UNO), recipient=())),  # each tells what the other does not
        (urge(0, 0.8), replace(urge(FAR, 0.3), event="ACCUSE")),
        (urge(0, 0.8), urge(FAR, 0.3, aux=("negation",))),
        (urge(0, 0.8), urge(FAR, 0.05)),  # hardly a telling at all
        (urge(0, 0.2), urge(FAR, 0.15)),  # neither is told
        (urge(0, 0.8), urge(FAR, 0.3, found_by="own frame")),
        (urge(0, 0.8, found_by="own frame"), urge(FAR, 0.3)),
    ],
)
def test_other_acts_stay_apart(one, other):
    assert join(one, other) == [one, other]


def test_the_surest_takes_its_retellings_and_the_order_is_that_of_the_report():
    first, second, third = urge(0, 0.3), urge(FAR, 0.9), urge(FAR + SENTENCE, 0.35)
    other = replace(urge(NEAR, 0.9), event="ACCUSE")
    told = join(first, other, second, third)
    assert [e.event for e in told] == ["ACCUSE", "REQUEST"]
    assert told[1].evidence == (*second.evidence, *third.evidence, *first.evidence)


def test_a_stated_day_and_a_place_come_from_either_telling():
    friday = When("2024-03-15", "2024-03-15", basis="stated")
    today = When("2024-03-16", "2024-03-16", basis="inferred")
    assert join(urge(0, 0.8, date=today), urge(FAR, 0.3, date=friday))[0].date == friday
    assert join(urge(0, 0.8, date=friday), urge(FAR, 0.3, date=today))[0].date == friday
    assert join(urge(0, 0.8), urge(FAR, 0.3, date=today))[0].date == today


def test_a_row_shows_a_few_of_its_places():
    (told,) = join(*(urge(i * SENTENCE, 0.8 if not i else 0.3) for i in range(8)))
    assert len(told.evidence) == MOST_SPANS


MONDAY, FRIDAY = (When(d, d, basis="stated") for d in ("2024-03-11", "2024-03-15"))


@pytest.mark.parametrize(
    ("again", "rows"),
    [
        (urge(FAR, 0.3, meeting=1, date=FRIDAY), 2),  # each meeting has its own event
        (urge(FAR, 0.3, meeting=1, date=MONDAY), 1),
        (urge(FAR, 0.3, date=FRIDAY), 1),  # no meeting that is a row
    ],
)
def test_meetings_of_two_days_are_two_events(again, rows):
    assert len(join(urge(0, 0.8, meeting=0, date=MONDAY), again)) == rows


TRIP = "Minister Lund flew to Gabon. During her visit to Gabon she saw a port. She paid a visit to Gabon."


def call_on(words: str, confidence: float, **other) -> Event:
    at = TRIP.index(words)
    span = Span(words.split()[-1], at + words.rindex(words.split()[-1]), at + len(words))
    return Event("CONSULT", span, (span,), (NOR,), (SWE,), confidence=confidence, **other)


@pytest.mark.parametrize(
    ("again", "rows"),
    [
        (call_on("During her visit", 0.6), 1),  # named in passing
        (call_on("During her visit", 0.8), 2),  # told as surely as the first
        (call_on("paid a visit", 0.6), 2),  # told for itself
        (call_on("During her visit", 0.6, date=When("2011-03-01", "2011-03-01", basis="stated")), 2),  # another one
        (replace(call_on("During her visit", 0.6), recipient=(UNO,)), 2),
    ],
)
def test_a_visit_named_in_passing_is_the_one_told_before(again, rows):
    reading = Reading(Report(TRIP), tuple(Sentence(i, i + 28, 0, 0, 0) for i in range(0, len(TRIP), 28)))
    first = call_on("flew", 0.9, date=When("2011-03-08", "2011-03-08", basis="stated"))
    assert len(join_retold(reading, (first, again), LEAST)) == rows
