"""Whom words are directed at where the clause leaves it unsaid: the other side of the talks told of."""

import pytest

from dragoman.records import Entity, Event, Meeting, Participant, Reading, Report, Sentence, Span
from dragoman.settle.implied import imply_recipients

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


@pytest.mark.parametrize(
    ("event", "meetings", "expected"),
    [
        (say("REQUEST", NOR, 12), [meet(NOR, SWE)], ["SWE"]),
        (say("REQUEST", NOR, 12), [meet(NOR, SWE, DNK)], ["SWE", "DNK"]),
        # it names somebody; an act of force; somebody else's meeting; talks still ahead; a crowd
        (say("REQUEST", NOR, 12, (DNK,)), [meet(NOR, SWE)], ["DNK"]),
        (say("ASSAULT", NOR, 12), [meet(NOR, SWE)], []),
        (say("REQUEST", FIN, 12), [meet(NOR, SWE)], []),
        (say("REQUEST", NOR, 12), [meet(NOR, SWE, status="planned")], []),
        (say("REQUEST", NOR, 12), [meet(NOR, SWE, DNK, FIN)], []),
    ],
)
def test_the_other_side(event, meetings, expected):
    (found,) = imply_recipients(reading(), (event,), tuple(meetings))
    assert [e.code for e in found.recipient] == expected


def test_what_is_worked_out_is_marked():
    (found,) = imply_recipients(reading(), (say("REQUEST", NOR, 12),), (meet(NOR, SWE),))
    assert [e.basis for e in found.recipient] == ["inferred"]


def test_of_several_meetings_only_one_told_shortly_before_counts():
    far = imply_recipients(reading(9), (say("REQUEST", NOR, 80),), (meet(NOR, SWE), meet(NOR, DNK, at=5)))
    assert far[0].recipient == ()
    near = imply_recipients(reading(9), (say("REQUEST", NOR, 80),), (meet(NOR, SWE), meet(NOR, DNK, at=72)))
    assert [e.code for e in near[0].recipient] == ["DNK"]
