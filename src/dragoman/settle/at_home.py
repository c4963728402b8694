"""Who was the host of a meeting that no words give one: of two sides, the state in whose country they met.

Nobody says so, so the row is marked as inferred; the event that the meeting is stays as it was told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.records import Meeting, Participant, stands_apart
from dragoman.settle.meetings import LED, TOOK_PLACE

_REMOTE: Final = ("phone", "video")
_PAIR: Final = 2
_SEATS: Final = ("New York",)  # of the United Nations: who meets there is the guest of no state
_ELSEWHERE: Final = re.compile(
    r"\b(?:sidelines?|margins|fringes|embassy|consulate)\b"
    r"|\b(?:at|during|attending)\b[^,;]{0,60}\b(?:summits?|conferences?|assembly|council|forum|United Nations|U\.?N\b)",
    re.IGNORECASE,
)  # a gathering of many, or ground that is not the state's


def name_hosts(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """The meetings, with the side at home as host where the report gives those who met none."""
    gatherings = {m.place.name for m in meetings if m.place and m.format == "multilateral"}
    return tuple(
        m if m.place is None or m.place.name in gatherings or _is_led(m, meetings) else _with_one_at_home(m)
        for m in meetings
    )


def _is_led(row: Meeting, meetings: tuple[Meeting, ...]) -> bool:
    """Whether the row has a host or a guest, or whoever met is told elsewhere to have had another host."""
    if any((LED | {"guest"}) & set(p.role) for p in row.participants):
        return True
    country = row.place.country if row.place else None
    others = [p for m in meetings if _codes(row) <= _codes(m) for p in m.participants]
    return any(LED & set(p.role) and p.entity.code != country for p in others)


def _with_one_at_home(row: Meeting) -> Meeting:
    country = row.place.country if row.place else None
    if row.status not in TOOK_PLACE or row.medium in _REMOTE or len(_codes(row)) != _PAIR or _is_elsewhere(row):
        return row
    people = tuple(replace(p, role=("host",)) if _is_at_home(p, country) else p for p in row.participants)
    return row if people == row.participants else replace(row, participants=people, basis="inferred")


def _is_elsewhere(row: Meeting) -> bool:
    words = " ".join((row.venue or "", *(s.text for s in row.evidence)))
    return (row.place is not None and row.place.name in _SEATS) or _ELSEWHERE.search(words) is not None


def _is_at_home(p: Participant, country: str | None) -> bool:
    """Whether somebody told of by a name is of the state, and for it; "the parties" may be anybody."""
    named = any(w[:1].isupper() for w in (p.entity.name or p.entity.text).split())
    own = p.entity.code is not None and p.entity.code == country
    return named and own and p.role == ("party",) and not stands_apart(p.entity.sectors)


def _codes(row: Meeting) -> set[str]:
    return {p.entity.code for p in row.participants if p.entity.code}
