"""Meetings as events: what took place is CONSULT, what is ahead AGREE, what was called off neither."""

from datetime import date

import pytest

from dragoman.records import Entity, Meeting, Participant, Reading, Report, Span, When
from dragoman.settle.consult import consult_events

READ, UNDATED = Reading(Report("x" * 40, date(2024, 5, 16))), Reading(Report("x" * 40))

BERG = Participant(Entity("Berg", (0, 4), "Alan Berg", "NOR", ("GOV",)))
LUND = Participant(Entity("Lund", (5, 9), "Karl Lund", "SWE", ("GOV",)))
HALE = Participant(Entity("Hale", (15, 19), "Ann Hale", "NOR", ("GOV",)))


def meet(*people, status="held", day="2024-05-14", **more):
    return Meeting(people or (BERG, LUND), (Span("met", 0, 3),), When(day, day) if day else None, status=status, **more)


@pytest.mark.parametrize(
    ("meeting", "event", "mode"),
    [
        (meet(), "CONSULT", ()),
        (meet(medium="phone", format="phone"), "CONSULT", ("phone",)),
        (meet(format="mediated"), "CONSULT", ("third-party",)),
        # a future CONSULT is AGREE
        (meet(status="planned", day="2024-05-20"), "AGREE", ()),
    ],
)
def test_a_meeting_is_an_event(meeting, event, mode):
    (made,) = consult_events(READ, (meeting,))
    assert (made.event, made.mode, made.meeting) == (event, mode, 0)


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_what_was_called_off_is_no_event_of_its_own(status):
    assert consult_events(UNDATED, (meet(status=status),)) == ()


def test_a_side_is_an_actor_once_however_many_it_sent():
    (made,) = consult_events(UNDATED, (meet(BERG, HALE, LUND),))
    assert [e.code for e in made.actor] == ["NOR", "SWE"]


def test_a_guest_is_actor_and_a_host_recipient():
    guest = Participant(LUND.entity, ("guest",))
    host = Participant(BERG.entity, ("host",))
    (made,) = consult_events(UNDATED, (meet(guest, host),))
    assert ([e.code for e in made.actor], [e.code for e in made.recipient]) == (["SWE"], ["NOR"])


def test_a_meeting_of_long_ago_is_history():
    (old,) = consult_events(READ, (meet(day="2023-01-02"),))
    assert old.aux == ("historical",)


def test_a_body_receives_whoever_will_attend_its_meeting():
    body = Participant(Entity("NATO", (30, 34), "NATO", "NATO", ("IGO",)))
    (made,) = consult_events(READ, (meet(BERG, body, status="planned", day="2024-05-20"),))
    assert ([e.code for e in made.actor], [e.code for e in made.recipient]) == (["NOR"], ["NATO"])
    (held,) = consult_events(READ, (meet(BERG, body),))
    assert [e.code for e in held.actor] == ["NOR", "NATO"]
