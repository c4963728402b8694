"""Whom it is done to when somebody calls off or puts off talks: the other side of them, not his own minister."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Entity, Event, Meeting
from dragoman.settle.meetings import UNHELD


def direct_refusals(events: tuple[Event, ...], meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """The events; a REJECT that calls off talks goes to those of the talks who are not of the side that does it."""
    off = [m for m in meetings if m.status in UNHELD]
    return tuple(_directed(e, off) if e.event == "REJECT" and e.meeting is None else e for e in events)


def _directed(event: Event, off: list[Meeting]) -> Event:
    meeting = next((m for m in off if any(s.start <= event.trigger.start < s.end for s in m.evidence)), None)
    own = {e.code for e in event.actor if e.code}
    told = {e.code for e in event.recipient if e.code}
    if meeting is None or not own or (told and not told & own):
        return event
    others = _one_a_side([p.entity for p in meeting.participants if p.entity.code and p.entity.code not in own])
    return replace(event, recipient=others) if others or told else event


def _one_a_side(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple({e.code: e for e in reversed(entities)}.values())[::-1]
