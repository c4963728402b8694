"""Meetings -> the events that they are: CONSULT where they took place, AGREE where they are still ahead.

An event names its meeting, so that rounds and sessions are never counted twice. All who took part are actors
(PLOVER's rule for a meeting without a clear host); where one side was received, the guest is actor and the host
recipient.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.scores import chosen_table, find_score
from dragoman.records import Entity, Event, Meeting, Participant, Reading, When, stands_apart
from dragoman.settle.history import is_history
from dragoman.settle.meetings import UNHELD

_DUE: Final = re.compile(r"\b(?:due|scheduled|expected|slated|set)\b|\b(?:is|are|was|were) (?:then |also |later )?to\b")
_WILLING: Final = re.compile(r"\b(?:agree[sd]?|ready|prepared|willing|offer(?:s|ed)|pledged|promised|vowed|accepted)\b")
_VISITS: Final = ("visit", "trip", "tour")
_SAYING: Final = frozenset("say tell announce add confirm state declare".split())
_OWN: Final = frozenset("he she i we".split())
_CAMEO: Final = {"phone": "041", "visit": "042", "third-party": "045", "multilateral": "046"}


def consult_events(reading: Reading, meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """One event a meeting that has evidence; none for what was postponed or called off. A meeting more than 45 days
    before the report is told as history."""
    published = reading.report.published
    found = []
    for index, meeting in enumerate(meetings):
        if not meeting.evidence or _is_named_alone(meeting):
            continue
        if meeting.status in ("held", "under way"):
            found.append(_as_consult(index, meeting, published))
        elif meeting.status == "planned":
            found.append(_as_agree(reading, index, meeting))
    return tuple(found)


def _is_named_alone(meeting: Meeting) -> bool:
    """A summit of which one who comes is named: what they are told to do there is an act that is read for itself."""
    bodies = any(p.entity.sector == "IGO" and p.entity.office is None for p in meeting.participants)
    return meeting.format == "multilateral" and len(meeting.participants) == 1 and not bodies


def drop_unheld(events: tuple[Event, ...], meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
    """The events without talks that were put off or called off, where the words that say so were read as talks."""
    off = [s for m in meetings if m.status in UNHELD for s in m.evidence]

    def is_of_them(e: Event) -> bool:
        visit = e.event == "AGREE" and e.meeting is None and e.trigger.text.lower() in _VISITS
        return (visit or e.event == "CONSULT") and any(s.start <= e.trigger.start < s.end for s in off)

    return tuple(e for e in events if not is_of_them(e))


def _as_consult(index: int, meeting: Meeting, published: date | None) -> Event:
    actors, recipients = _sides(meeting.participants)
    mode = _mode(meeting, bool(recipients))
    cameo = _CAMEO.get(mode or "", "040")
    return Event(
        event="CONSULT",
        trigger=meeting.evidence[0],
        evidence=meeting.evidence,
        actor=actors,
        recipient=recipients,
        mode=(mode,) if mode else (),
        context=("diplomatic",),
        quad=plover.quad("CONSULT"),
        score=find_score("CONSULT", mode, cameo),
        scores=chosen_table(),
        cameo=cameo,
        date=meeting.when,
        place=meeting.place,
        aux=("historical",) if is_history(meeting.when, published) else (),
        meeting=index,
        found_by="meeting",
        why=f"meeting {index}: {meeting.format or 'talks'} told as {meeting.status}",
        confidence=meeting.confidence,
        according_to=meeting.according_to,
        basis=meeting.basis,
    )


def _as_agree(reading: Reading, index: int, meeting: Meeting) -> Event:
    """ "Future CONSULT is AGREE" (PLOVER); dated by the day on which it is told, for the meeting is yet to come."""
    published = reading.report.published
    day = published.isoformat() if published else None
    actors, recipients = _sides(_at_home(meeting))
    if not recipients:
        actors, recipients = _promised(reading, meeting.participants) or (actors, recipients)
    return Event(
        event="AGREE",
        trigger=meeting.evidence[0],
        evidence=meeting.evidence,
        actor=actors,
        recipient=recipients,
        context=("diplomatic",),
        quad=plover.quad("AGREE"),
        score=find_score("AGREE", None, "036"),
        scores=chosen_table(),
        cameo="036",
        place=meeting.place,
        date=When(day, day, basis="inferred") if day else None,
        meeting=index,
        found_by="meeting",
        why=f"meeting {index} is planned: a future CONSULT is AGREE",
        confidence=meeting.confidence,
        according_to=meeting.according_to,
        basis=meeting.basis,
    )


def _sides(people: tuple[Participant, ...]) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    guests = tuple(p for p in people if "guest" in p.role)
    hosts = tuple(p for p in people if "host" in p.role)
    if guests and hosts and len(guests) + len(hosts) == len(people):
        return _one_a_side(guests), _one_a_side(hosts)
    return _one_a_side(people), ()


def _promised(
    reading: Reading, people: tuple[Participant, ...]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]] | None:
    """ "She said she would meet her counterpart", "he was prepared to meet the rebels": who promises it, and to whom;
    None of talks that are due, which both have agreed to."""
    spans = [p.entity.span for p in people]
    told = [s for s in spans if s is not None]
    if len(people) < 2 or len(told) < len(people):
        return None
    start, end = told[0]
    words = [w for w in reading.words if w.sentence == reading.sentence_at(start)]
    verb = next((w for w in words if w.start >= end and w.upos in ("AUX", "VERB")), None)
    between = reading.text[end : told[1][0]].lower()
    said = reading.text[start:end].lower() in _OWN and any(w.lemma in _SAYING for w in words if w.end <= start)
    if verb is None or _DUE.search(between) or not (said or _WILLING.search(between)):
        return None
    ahead = tuple(p for p, s in zip(people, told, strict=True) if s[1] <= verb.start)
    behind = tuple(p for p, s in zip(people, told, strict=True) if s[0] >= verb.end)
    apart = not {p.entity.code for p in ahead} & {p.entity.code for p in behind}
    if not behind or len(ahead) + len(behind) < len(people) or not apart:
        return None
    return _one_a_side(ahead), _one_a_side(behind)


def _at_home(meeting: Meeting) -> tuple[Participant, ...]:
    """ "She will travel to Cairo to meet the president": of two sides, the one at home receives the other."""
    bodies = [p for p in meeting.participants if p.entity.sector == "IGO" and p.entity.office is None]
    if bodies and len(bodies) < len(meeting.participants):  # "she will join the NATO summit": the body receives her
        return tuple(replace(p, role=("host",) if p in bodies else ("guest",)) for p in meeting.participants)
    country = meeting.place.country if meeting.place else None
    codes = {p.entity.code for p in meeting.participants if p.entity.code}
    if len(codes) != 2 or country not in codes or len(country or "") != 3:
        return meeting.participants
    return tuple(
        replace(p, role=("host",) if p.entity.code in (country, None) else ("guest",)) for p in meeting.participants
    )


def _one_a_side(people: tuple[Participant, ...]) -> tuple[Entity, ...]:
    """The first of each side: an event has its sides once, however many each sent."""
    seen: dict[tuple[str | None, str | None], Entity] = {}
    for p in people:
        e = p.entity
        key = (e.code, e.name if stands_apart(e.sectors) else None) if e.code else (None, e.name or e.text)
        seen.setdefault(key, e)
    return tuple(seen.values())


def _mode(meeting: Meeting, visit: bool) -> str | None:
    if meeting.medium in ("phone", "video"):
        return "phone"
    if meeting.format in ("mediated", "proximity"):
        return "third-party"
    if meeting.format in ("multilateral", "trilateral"):  # of more than two, by the manual
        return "multilateral"
    return "visit" if visit else None
