"""Which statement a row rests on: the innermost one whose words hold it; none where the outlet speaks itself.

What somebody is only said to have said rests on that statement too: its chain tells by whose account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Rows, Span, Statement, find_teller

_FAR: Final = 400  # characters of one saying, from its speaker on


def note_tellers(rows: Rows) -> Rows:
    """`according_to` of every row, where its extractor has not said it. A statement never rests on itself."""
    told = rows.statements
    return Rows(
        statements=tuple(
            s if s.according_to is not None else replace(s, according_to=_outer(told, i)) for i, s in enumerate(told)
        ),
        events=tuple(
            replace(e, according_to=_account(told, e.trigger)) if e.according_to is None else e for e in rows.events
        ),
        meetings=tuple(
            replace(m, according_to=_account(told, m.evidence[0])) if m.according_to is None and m.evidence else m
            for m in rows.meetings
        ),
        agreements=tuple(
            replace(a, according_to=_account(told, a.name)) if a.according_to is None else a for a in rows.agreements
        ),
        positions=tuple(
            replace(p, according_to=_account(told, p.evidence[0])) if p.according_to is None and p.evidence else p
            for p in rows.positions
        ),
    )


def _account(told: Sequence[Statement], words: Span) -> int | None:
    """The statement whose words hold the row's; failing that the one that the row itself makes, where somebody else
    told of it: "Orvana said that Selvia had rejected the draft" is Selvia's statement by Orvana's account."""
    inside = find_teller(told, words)
    if inside is not None:
        return inside
    return next((i for i, s in enumerate(told) if s.chain and _holds(s, words)), None)


def _holds(statement: Statement, words: Span) -> bool:
    """Whether words begin at the speaker, the cue or between them and the content."""
    speaker = statement.speaker.span if statement.speaker is not None else None
    marks = [s for s in (speaker, statement.cue and (statement.cue.start, statement.cue.end)) if s]
    marks += [(c.start, c.end) for c in statement.content[:1]]
    first, last = min(a for a, _ in marks), max(b for _, b in marks)
    return last - first <= _FAR and first <= words.start < last


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
