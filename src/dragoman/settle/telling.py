"""Which statement a row rests on: the innermost one whose words hold it; none where the outlet speaks itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Rows, Statement, find_teller


def note_tellers(rows: Rows) -> Rows:
    """`according_to` of every row, where its extractor has not said it. A statement never rests on itself."""
    told = rows.statements
    return Rows(
        statements=tuple(
            s if s.according_to is not None else replace(s, according_to=_outer(told, i)) for i, s in enumerate(told)
        ),
        events=tuple(
            replace(e, according_to=find_teller(told, e.trigger)) if e.according_to is None else e for e in rows.events
        ),
        meetings=tuple(
            replace(m, according_to=find_teller(told, m.evidence[0])) if m.according_to is None and m.evidence else m
            for m in rows.meetings
        ),
        agreements=tuple(
            replace(a, according_to=find_teller(told, a.name)) if a.according_to is None else a for a in rows.agreements
        ),
        positions=tuple(
            replace(p, according_to=find_teller(told, p.evidence[0])) if p.according_to is None and p.evidence else p
            for p in rows.positions
        ),
    )


def _outer(told: Sequence[Statement], own: int) -> int | None:
    """The statement that tells of statement `own`: one whose content holds all of its cue or content."""
    mine = told[own]
    anchor = mine.cue or (mine.content[0] if mine.content else None)
    if anchor is None:
        return None
    around = [
        i
        for i, s in enumerate(told)
        if i != own
        and s.length > mine.length
        and any(c.start <= anchor.start and anchor.end <= c.end for c in s.content)
    ]
    return min(around, key=lambda i: (told[i].length, i)) if around else None
