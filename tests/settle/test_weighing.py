"""How sure an event is: what the event reader says of its words, weighed with how it was found and who its sides are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Act, Entity, Event, Reading, Report, Sentence, Span, Word
from dragoman.settle.weighing import LEAST, Weighing, share, weigh_events

NOR, SWE = (Entity(n, None, n, c, ("GOV",)) for n, c in (("Norway", "NOR"), ("Sweden", "SWE")))
TEXT = "Norway urged Sweden to wait."
WORDS = tuple(
    Word(i, TEXT.index(w), TEXT.index(w) + len(w), w, w, "X", i, "root", 0) for i, w in enumerate(TEXT[:-1].split())
)


def reading(**chances: float) -> Reading:
    acts = (Act(1, tuple(sorted(chances.items(), key=lambda c: -c[1]))),)
    return Reading(Report(TEXT), (Sentence(0, 28, 0, 5, 0),), WORDS, acts=acts)


def urge(*, actor=(NOR,), recipient=(SWE,), found_by="frame") -> Event:
    return Event(
        "REQUEST", Span("urged", 7, 12), (Span(TEXT, 0, 28),), actor, recipient, found_by=found_by, confidence=0.7
    )


def sure(read: Reading, event: Event) -> float:
    return share(Weighing(read, ()).list_reasons(event))


def test_the_reader_is_asked_about_the_words_of_the_trigger():
    assert Weighing(reading(REQUEST=0.9, AGREE=0.1), ()).find_chance(urge()) == 0.9
    assert Weighing(reading(AGREE=0.9), ()).find_chance(urge()) == 0


@pytest.mark.parametrize(
    ("surer", "than"),
    [
        ((reading(REQUEST=0.95), urge()), (reading(AGREE=0.95), urge())),
        ((reading(REQUEST=0.95), urge()), (reading(REQUEST=0.95), urge(recipient=(replace(SWE, code=None),)))),
        ((reading(REQUEST=0.95), urge()), (reading(REQUEST=0.95), urge(actor=(replace(NOR, code=None),)))),
        ((reading(REQUEST=0.95), urge()), (reading(REQUEST=0.95), urge(found_by="read"))),
    ],
)
def test_what_makes_an_event_surer(surer, than):
    assert sure(*surer) > sure(*than)


def test_what_is_unlikely_is_not_told():
    vague = urge(actor=(replace(NOR, code=None),), recipient=(replace(SWE, code=None),), found_by="read")
    assert weigh_events(reading(AGREE=0.5), (vague,), ()) == ()
    (told,) = weigh_events(reading(REQUEST=0.99), (urge(),), ())
    assert LEAST <= told.confidence <= 1


def test_what_a_users_own_frame_says_stands():
    own = urge(actor=(), recipient=(), found_by="own frame")
    assert weigh_events(reading(AGREE=0.99), (own,), ()) == (own,)


def test_without_an_event_reader_frames_stand_alone():
    assert weigh_events(replace(reading(), acts=None), (urge(),), ()) == (urge(),)


@given(st.floats(0, 1))
def test_confidence_is_a_probability(chance: float):
    assert 0 < sure(reading(REQUEST=chance), urge()) < 1
