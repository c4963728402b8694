"""Meetings told twice, now that it is known who was there and when: one row each, with its format.

Pure: resolved meetings in, resolved meetings out. `part_of` of the answer counts in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dragoman.codebook.actors import find_actor, find_office
from dragoman.codebook.spelling import plain
from dragoman.records import Meeting, Participant, Place, When, stands_apart

_ALSO: Final = re.compile(
    r"\b(?:also|separately) (?:met|meets?|spoke|held|sat)\b|\bmet separately\b"
    r"|\b(?:previous|earlier) (?:round|session|meeting|talks|summit|call)\b",
    re.IGNORECASE,
)
_MOST_SPANS: Final = 6
_PAIR: Final = 2
_MEMBERS: Final = re.compile(r"\b(?:leaders|ministers|members|heads|states|allies)\b", re.IGNORECASE)
_FROM_ANYWHERE: Final = frozenset(
    """international regional world global foreign other his her their its rebel rebels militia militias guerrilla
    insurgent separatist exiled""".split()
)
LED: Final = frozenset(("host", "mediator", "facilitator", "initiator"))
TOOK_PLACE: Final = frozenset(("held", "under way"))
UNHELD: Final = ("postponed", "cancelled")
_WEEKS: Final = timedelta(weeks=3)
_DAY: Final = 10  # characters of an ISO day
_STATE: Final = 3  # letters of a state's code; bodies that meet states are third parties


def merge_meetings(rows: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Each meeting once.

    Two rows are one where one's sides are all among the other's, no side sends other people, and their dates
    are the same or one has none of its own; a session is never merged with the round it belongs to. Meetings
    "with each separately" become one row a side. Rows left with fewer than two sides are dropped.
    """
    rows = _with_hosts_people(tuple(_with_locals(_with_equals(r)) for r in rows))
    kept: list[Meeting] = []
    moved: dict[int, int] = {}  # index in rows -> index in kept
    for i, row in enumerate(rows):
        for part in _split(replace(row, participants=_clean(row.participants))):
            parent = moved.get(row.part_of) if row.part_of is not None else None
            part = replace(part, part_of=parent)
            twin = next((k for k in range(len(kept) - 1, -1, -1) if k != parent and _are_one(kept[k], part)), None)
            if twin is None:
                moved.setdefault(i, len(kept))
                kept.append(part)
            else:
                moved.setdefault(i, twin)
                kept[twin] = _join(kept[twin], part)
    kept = [_within(m, k, kept) for k, m in enumerate(kept)]
    return _drop_lone([_with_hosts(m, kept) for m in kept])


def _with_equals(row: Meeting) -> Meeting:
    """ "The Orvanan president met President A. B. in Selvia": two, though one name was found for both offices."""
    people = row.participants
    if len(people) != _PAIR or people[0].entity.name != people[1].entity.name or not people[0].entity.name:
        return row
    last = people[0].entity.name.split()[-1]
    named = [last in p.entity.text for p in people]
    if sum(named) != 1 or people[0].entity.code == people[1].entity.code:
        return row
    return replace(
        row,
        participants=tuple(
            p if own else replace(p, entity=replace(p.entity, name=p.entity.text))
            for p, own in zip(people, named, strict=True)
        ),
    )


def _with_locals(row: Meeting) -> Meeting:
    """People without a name, met by several where one of these is at home, are of that country. Whom a host meets
    alone may be his guests: "Orvana's premier met opposition leaders in Orvana"."""
    country = row.place.country if row.place else None
    told = [p.entity.code for p in row.participants if p.entity.code and not _is_unnamed(p)]
    known, everybody = set(told), {p.entity.code for p in row.participants if p.entity.code}
    if known and country in everybody - known:  # "with officials and civil society": hosts without a name, too
        known = everybody
    elif len(told) < _PAIR:
        return row
    if country is None or country not in known:
        return row
    return replace(
        row,
        participants=tuple(
            replace(p, entity=replace(p.entity, code=country, basis="inferred"))
            if _is_unnamed(p) and p.entity.code not in known
            else p
            for p in row.participants
        ),
    )


def _with_hosts_people(rows: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """ "Met with the foreign minister. She also met with heads of charities": people of the same country, where of two
    sides one is known and the other is not named."""
    out: list[Meeting] = []
    for row in rows:
        before = out[-1] if out else None
        codes, known = set(_codes(row)), set(_codes(before)) if before else set()
        hosts = sorted(c for c in known - codes if len(c) == _STATE)
        if before is None or len(codes) != 1 or not codes < known or len(hosts) != 1 or not row.evidence:
            out.append(row)
            continue
        also = bool(_ALSO.search(row.evidence[0].text)) and row.status == before.status
        people = tuple(
            replace(p, entity=replace(p.entity, code=hosts[0], basis="inferred"))
            if also and p.entity.code is None and _is_unnamed(p)
            else p
            for p in row.participants
        )
        out.append(replace(row, participants=people))
    return tuple(out)


def _is_unnamed(p: Participant) -> bool:
    """ "leaders of humanitarian groups": nobody's name, no state's word."""
    words = p.entity.text.split()
    anywhere = any(w.istitle() or w in _FROM_ANYWHERE for w in words)
    return p.entity.office is None and len(words) > 1 and words[0].islower() and not anywhere


def _within(row: Meeting, own: int, rows: list[Meeting]) -> Meeting:
    """A meeting of one day inside a longer round of the same sides is a session of it."""
    if row.part_of is not None or row.medium == "phone" or not row.when or not row.when.start:
        return row
    for k, other in enumerate(rows):
        if k == own or not other.when or not other.when.start or other.part_of is not None:
            continue
        spans = other.when.start <= row.when.start and (row.when.end or "") <= (other.when.end or "")
        longer = other.when.start != other.when.end and (other.when.start, other.when.end) != (
            row.when.start,
            row.when.end,
        )
        codes = set(_codes(row))
        if spans and longer and len(other.when.start) == 10 and len(codes) > 1 and codes <= set(_codes(other)):
            return replace(row, part_of=k)
    return row


def _with_hosts(session: Meeting, rows: list[Meeting]) -> Meeting:
    """Whoever hosts a round hosts its sessions: their people who attend one do so as hosts."""
    if session.part_of is None:
        return session
    hosts = {p.entity.code for p in rows[session.part_of].participants if "host" in p.role and p.entity.code}
    return replace(
        session,
        participants=tuple(
            replace(p, role=("host",)) if p.role == ("party",) and p.entity.code in hosts else p
            for p in session.participants
        ),
    )


def _drop_lone(kept: list[Meeting]) -> tuple[Meeting, ...]:
    kept = [replace(m, participants=()) if m.basis == "inferred" and len(_codes(m)) < _PAIR else m for m in kept]
    alive = [k for k, m in enumerate(kept) if _has_sides(m) and (_codes(m) or not _is_vague(m))]
    place = {k: n for n, k in enumerate(alive)}
    out = []
    for k in alive:
        m = kept[k]
        parent = place.get(m.part_of) if m.part_of is not None and m.part_of != k else None
        out.append(replace(m, part_of=parent, order=m.order if parent is not None else None, format=find_format(m)))
    return tuple(out)


def _has_sides(meeting: Meeting) -> bool:
    return len(_sides(meeting)) > 1 or _is_rivals(meeting) or _is_of_body(meeting) or _is_of_many(meeting)


def _is_vague(meeting: Meeting) -> bool:
    """Nobody is known, nor named: "the two sides met", of whom nothing tells who they are."""
    told = meeting.status in TOOK_PLACE and meeting.medium is None
    return told and all(p.entity.text[:1].islower() or p.entity.text[:1].isdigit() for p in meeting.participants)


def _is_rivals(meeting: Meeting) -> bool:
    """One phrase that stands for several who meet each other ("rival leaders", "both sides")."""
    words = {w.lower() for p in meeting.participants for w in p.entity.text.split()}
    return bool(words & {"two", "three", "both", "rival", "sides", "parties", "factions"})


def _is_of_body(meeting: Meeting) -> bool:
    """A body's own summit or session: its members meet, whether or not they are named."""
    return any(p.entity.sector == "IGO" and p.entity.office is None for p in meeting.participants)


def _is_of_many(meeting: Meeting) -> bool:
    """A summit or conference of which the report names one who takes part."""
    return meeting.format == "multilateral" and any(p.entity.code for p in meeting.participants)


def find_format(meeting: Meeting) -> str | None:
    """Phone, proximity and mediated where the row says so; else by how many sides there are and who led them."""
    if meeting.medium == "phone":
        return "phone"
    if meeting.format in ("proximity", "mediated", "trilateral", "multilateral"):
        return meeting.format
    codes = _codes(replace(meeting, participants=tuple(p for p in meeting.participants if "observer" not in p.role)))
    bodies = {p.entity.code for p in meeting.participants if p.entity.sector == "IGO"} - {"EU"}
    if any(p.entity.code in bodies - {"UNO"} and _MEMBERS.search(p.entity.text) for p in meeting.participants):
        return "multilateral"  # "foreign ministers of ASEAN": many at one table
    if codes == ["EU"] and any(_MEMBERS.search(p.entity.text) for p in meeting.participants):
        return "multilateral"  # among its own members
    states = [c for c in codes if (len(c) == _STATE and c.isupper() and c not in bodies) or c == "EU"]
    led = any(LED & set(p.role) and p.entity.code for p in meeting.participants)
    if len(codes) <= 2:
        return "bilateral" if len(_sides(meeting)) > 1 else None
    if len(codes) == 3:
        return "mediated" if led or len(states) == 2 else "trilateral"
    return "multilateral"


def _codes(meeting: Meeting) -> list[str]:
    found: list[str] = []
    for p in meeting.participants:
        code = p.entity.code
        side = f"{code} {p.entity.name}" if code and stands_apart(p.entity.sectors) else code
        if side and side not in found:
            found.append(side)
    return found


def _sides(meeting: Meeting) -> set[str]:
    return {_key(p) for p in meeting.participants}


def _key(p: Participant) -> str:
    return plain(p.entity.name or p.entity.text) or (p.entity.name or p.entity.text).lower()


def _is_person(p: Participant) -> bool:
    return bool(p.entity.name) and (p.entity.office is not None or p.level is not None)


def _clean(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Each once; a state beside its own minister only lends the minister its role."""
    once: list[Participant] = []
    for p in people:
        twin = next((i for i, q in enumerate(once) if _key(q) == _key(p) and q.entity.code == p.entity.code), None)
        if twin is None:
            once.append(p)
        else:
            once[twin] = replace(
                once[twin], role=_roles((*once[twin].role, *p.role)), level=once[twin].level or p.level
            )
    named = {p.entity.code for p in once if _is_person(p) and not _is_counterpart(p)}
    once = [p for p in once if not (_is_counterpart(p) and p.entity.code in named)]
    led: dict[str, tuple[str, ...]] = {}
    for p in once:
        if p.entity.code and not _is_person(p) and any(_is_person(q) and _same_side(p, q) for q in once):
            led[p.entity.code] = p.role
    out = []
    for p in once:
        code = p.entity.code or ""
        somebody = _is_person(p) or (_is_somebody(p) and find_office((p.entity.name or "").lower().split()) is None)
        if code in led and not somebody and any(_is_person(q) and _same_side(p, q) for q in once):
            continue
        out.append(replace(p, role=_roles((*p.role, *led[code]))) if code in led and _is_person(p) else p)
    return tuple(out)


def _same_side(p: Participant, q: Participant) -> bool:
    return p is not q and p.entity.code == q.entity.code and p.entity.sector == q.entity.sector


def _roles(roles: Iterable[str]) -> tuple[str, ...]:
    """Each role once; "party" says nothing beside another."""
    once = tuple(dict.fromkeys(roles))
    return tuple(r for r in once if r != "party") or once


def _split(row: Meeting) -> list[Meeting]:
    """Met "separately": the first side with each of the others."""
    if row.format != "bilateral" or not row.participants:
        return [row]
    traveller = row.participants[0]  # perhaps of nobody knows where
    first = traveller.entity.code
    own = tuple(p for p in row.participants if p is traveller or (first and p.entity.code == first))
    others = list(dict.fromkeys(p.entity.code for p in row.participants if p.entity.code not in (first, None)))
    if len(others) < _PAIR:
        return [row]
    return [
        replace(row, participants=(*own, *(p for p in row.participants if p.entity.code == other))) for other in others
    ]


def _are_one(one: Meeting, other: Meeting) -> bool:
    if _is_looked_forward_to(one, other) or _is_looked_forward_to(other, one):
        return True
    if (one.status in TOOK_PLACE) != (other.status in TOOK_PLACE) or (one.medium == "phone") != (
        other.medium == "phone"
    ):
        return False
    if one.part_of is not None and other.part_of is not None and one.order != other.order:
        return False
    a, b = _codes(one), _codes(other)
    if not set(a) <= set(b) and not set(b) <= set(a):
        return False
    if min(len(a), len(b)) < 2 and not (_sides(one) <= _sides(other) or _sides(other) <= _sides(one)):
        return False
    if _is_abroad(one, other):
        return False
    if _comes_on_top(one, other) or _is_summit_beside(one, other) or _is_summit_beside(other, one):
        return False
    apart = "bilateral" in (one.format, other.format) and len(a) != len(b)
    return not apart and not _send_others(one, other) and _dates_agree(one, other, len(set(a)) == len(set(b)))


def _is_abroad(one: Meeting, other: Meeting) -> bool:
    """Told to be held in two countries, by the words of each."""
    countries = {m.place.country for m in (one, other) if m.place and _stands_in(m.place, m)}
    return len(countries - {None}) > 1


def _stands_in(place: Place, row: Meeting) -> bool:
    at = place.span
    return at is not None and any(s.start <= at[0] and at[1] <= s.end for s in row.evidence)


def _is_looked_forward_to(greeted: Meeting, other: Meeting) -> bool:
    """ "I look forward to our talks today", said by the two who greet each other in a transcript."""
    if greeted.basis != "inferred" or other.status != "planned" or set(_codes(greeted)) != set(_codes(other)):
        return False
    a, b = greeted.when, other.when
    return b is None or b.start is None or (a is not None and (a.start, a.end) == (b.start, b.end))


def _is_summit_beside(summit: Meeting, other: Meeting) -> bool:
    """A summit of many, and two who meet by themselves."""
    alone = other.format != "multilateral" and len(_codes(other)) > 1 and not _is_of_body(other)
    return summit.format == "multilateral" and alone


def _comes_on_top(one: Meeting, other: Meeting) -> bool:
    """ "She also met with party leaders": another meeting, where the one before was with somebody else."""
    if not other.evidence or not _ALSO.search(other.evidence[0].text):
        return False
    a, b = _sides(one), _sides(other)
    return bool(a - b) and bool(b - a)


def _send_others(one: Meeting, other: Meeting) -> bool:
    """A side is represented by different people in each."""
    for code in dict.fromkeys(p.entity.code for p in one.participants):
        a, b = (
            {_key(p) for p in m.participants if p.entity.code == code and _is_somebody(p) and not _is_counterpart(p)}
            for m in (one, other)
        )
        if a and b and not a & b and not any(_ends_alike(x, y) for x in a for y in b):
            return True
    return False


def _is_somebody(p: Participant) -> bool:
    """A person by office, or by a name that is no state's or body's own ("A. B., the mayor")."""
    name = p.entity.name or ""
    told = p.entity.text in name or name in p.entity.text
    own = " " in name and name.istitle() and told and find_actor(name) is None
    return _is_person(p) or own


def _is_counterpart(p: Participant) -> bool:
    """ "His counterpart", who may be named elsewhere."""
    own = p.entity.text.split()[0].lower() in ("his", "her", "its", "their")
    return own and p.entity.text.endswith(("counterpart", "opposite number"))


def _ends_alike(x: str, y: str) -> bool:
    return x.split()[-1] == y.split()[-1]


def _dates_agree(one: Meeting, other: Meeting, same_sides: bool) -> bool:
    """The same dates; or one has none of its own, and the sides or the words leave no doubt."""
    a, b = one.when, other.when
    if a is None or b is None or not a.start or not b.start:
        return True
    if (a.start, a.end) == (b.start, b.end):
        return True
    if (_is_own(a) and _is_own(b)) or _is_long_before(one, other) or _is_long_before(other, one):
        return False
    return same_sides or not _is_own(b)


def _is_long_before(one: Meeting, other: Meeting) -> bool:
    """Talks of a day that is told, weeks before another meeting whose persons are named, told as news."""
    a, b = one.when, other.when
    if a is None or b is None or not a.end or not b.start or not _is_own(a) or _is_own(b) or len(b.start) < _DAY:
        return False
    named = all(any(_is_somebody(p) for p in other.participants if p.entity.code == c) for c in set(_codes(other)))
    return named and a.end < (date.fromisoformat(b.start) - _WEEKS).isoformat()[: len(a.end)]


def _is_own(when: When) -> bool:
    """Dated by words of its own, not by the day of publication."""
    return when.span is not None and when.basis == "stated"


def _join(one: Meeting, other: Meeting) -> Meeting:
    spans = list(one.evidence)
    spans += [s for s in other.evidence if s not in spans]
    dated = one.when if one.when and (_is_own(one.when) or not (other.when and _is_own(other.when))) else other.when
    return replace(
        one,
        participants=_clean((*one.participants, *other.participants)),
        evidence=tuple(spans[:_MOST_SPANS]),
        when=dated,
        place=one.place or other.place,
        venue=one.venue or other.venue,
        format=one.format or other.format,
        medium=one.medium or other.medium,
        directness=one.directness or other.directness,
        part_of=one.part_of if one.part_of is not None else other.part_of,
        order=one.order or other.order,
        status=other.status if other.status in UNHELD else one.status,
        outcome=tuple(dict.fromkeys((*one.outcome, *other.outcome))),
        next=one.next or other.next,
        confidence=max(one.confidence, other.confidence),
        according_to=one.according_to if one.according_to is not None else other.according_to,
    )
