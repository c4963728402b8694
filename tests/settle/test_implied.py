"""Whom words are directed at where the clause leaves it unsaid: the likeliest party of the report."""

from dataclasses import replace

import pytest

from dragoman.records import Entity, Event, Meeting, Name, Participant, Reading, Report, Sentence, Span
from dragoman.settle.directed import NOBODY, Directing
from dragoman.settle.implied import imply_recipients
from dragoman.settle.parties import Parties

NOR = Entity("Berg", (0, 4), "Alan Berg", "NOR", ("GOV",))
SWE = Entity("Lund", (5, 9), "Karl Lund", "SWE", ("GOV",))
DNK = Entity("Holm", (5, 9), "Eva Holm", "DNK", ("GOV",))
FIN = Entity("Salo", (5, 9), "Eero Salo", "FIN", ("GOV",))


def reading(paragraphs=3):
    sentences = tuple(Sentence(10 * k, 10 * k + 9, 0, 0, k) for k in range(paragraphs))
    return Reading(Report("x" * 10 * paragraphs), sentences)


def meet(*people, at=0, status="held"):
    return Meeting(tuple(Participant(p) for p in people), (Span("met", at, at + 3),), status=status)


def say(category, actor, at, recipient=()):
    words = Span("urged", at, at + 5)
    return Event(category, words, (words,), (actor,), recipient)


def imply(event, *meetings, paragraphs=3, others=()):
    return imply_recipients(Parties(reading(paragraphs), (event, *others), meetings, ()))[0]


@pytest.mark.parametrize(
    ("event", "meetings", "expected"),
    [
        (say("REQUEST", NOR, 12), [meet(NOR, SWE)], ["SWE"]),
        (say("REQUEST", NOR, 12), [meet(NOR, SWE, DNK)], ["SWE", "DNK"]),
        # it names somebody; an act of force; nobody else is told of; a promise is more often made to nobody
        (say("REQUEST", NOR, 12, (DNK,)), [meet(NOR, SWE)], ["DNK"]),
        (say("ASSAULT", NOR, 12), [meet(NOR, SWE)], []),
        (say("REQUEST", NOR, 12), [], []),
        (say("AGREE", NOR, 22), [meet(SWE, FIN, at=21)], []),
    ],
)
def test_whom_words_are_directed_at(event, meetings, expected):
    assert [e.code for e in imply(event, *meetings).recipient] == expected


def test_who_agree_with_each_other_agree_with_nobody_else():
    both = replace(say("AGREE", NOR, 12), actor=(NOR, SWE))
    assert imply(both, meet(NOR, FIN)).recipient == ()


def test_what_is_worked_out_is_marked():
    assert [e.basis for e in imply(say("REQUEST", NOR, 12), meet(NOR, SWE)).recipient] == ["inferred"]


def test_of_several_meetings_the_one_told_shortly_before_counts():
    near = imply(say("REQUEST", NOR, 80), meet(NOR, SWE), meet(NOR, DNK, at=72), paragraphs=9)
    assert [e.code for e in near.recipient] == ["DNK"]


def test_whom_the_actor_deals_with_elsewhere_is_likelier():
    event = say("REQUEST", NOR, 22)
    shares = Directing(Parties(reading(), (event, say("ACCUSE", NOR, 12, (SWE,))), (meet(FIN, DNK),), ())).weigh(event)
    assert shares["SWE"] > shares["DNK"] and sum(shares.values()) == pytest.approx(1)


def test_nobody_is_directed_at_himself():
    event = say("REQUEST", NOR, 12)
    assert set(Directing(Parties(reading(), (event,), (meet(NOR, SWE),), ())).weigh(event)) == {"SWE", NOBODY}


def test_a_currency_is_no_party():
    text = "Norway urged calm. It costs 3 billion U.S. dollars, Sweden says."
    names = tuple(Name(text.index(w), text.index(w) + len(w), 0, 1, "LOC", 0.9) for w in ("U.S.", "Sweden"))
    told = Reading(Report(text), (Sentence(0, len(text), 0, 0, 0),), names=names)
    assert set(Directing(Parties(told, (), (), ())).parties) == {"SWE"}
