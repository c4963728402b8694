"""Who says what in a window -> in the report: word ranges become characters, and quotations find who goes on in them.

A quotation that runs over two windows is one content, and so are two quotations between which their speaker is told of;
words signed with a name behind a dash are that name's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from dragoman.records import Attribution, Offsets, Quotation
from dragoman.understand.attribute import Spoken

OPENING, CLOSING = "\"“„«'", "\"”»'"
FEW: Final = 4  # words between two quotations of one speaker
_NAME: Final = r"[A-Z][\w.'’-]*(?:[ \u00a0][A-Z][\w.'’-]*){1,4}"
# who has said what stands before: "…" — Ann Lee
SIGNED: Final = re.compile(
    rf"[\"”»]?[ \u00a0]{{0,2}}(?P<dash>[―—–]|(?<=[ \u00a0])-(?=[ \u00a0]))[ \u00a0]?(?P<who>{_NAME})[.]?[ \u00a0]?"
    r"(?=\n|$)"
)


def join_attributions(
    spoken: Sequence[Spoken], spans: Sequence[Offsets], quotations: Sequence[Quotation], text: str
) -> tuple[Attribution, ...]:
    """Word ranges -> characters. Content whose cue stood in another window, or that no word points to, joins the
    attribution before it if one quotation runs over both or it goes on in the same paragraph; a name behind a dash
    has said it. Otherwise it stands alone, without source or cue."""

    def at(ranges: Sequence[tuple[int, int]]) -> tuple[Offsets, ...]:
        return tuple(sorted((spans[a][0], spans[b - 1][1]) for a, b in ranges))

    out: list[Attribution] = []
    for s in sorted(spoken, key=lambda s: min([*s.content, *s.source, *([s.cue] if s.cue else [])])):
        content = at(s.content)
        signed = SIGNED.match(text, content[-1][1]) if s.cue is None else None
        if (
            signed is None
            and s.cue is None
            and out
            and (continues(out[-1], content[0], quotations) or goes_on(out[-1], content[0], text))
        ):
            last = out[-1]
            out[-1] = Attribution(last.source, last.cue, tuple(sorted(last.content + content)), last.confidence)
            continue
        sure = float(np.mean(s.confidence)) if s.confidence else 0.5
        if signed is not None:
            out.append(Attribution((signed.span("who"),), (signed.span("dash"),), content, round(sure, 4)))
        else:
            out.append(Attribution(at(s.source), at([s.cue] if s.cue else []), content, round(sure, 4)))
    return tuple(out)


def goes_on(before: Attribution, content: Offsets, text: str) -> bool:
    """Whether `content` is the next quotation of a speaker: "…," she said. "…", with a few words between at most."""
    if not before.cue or not before.content or text[content[0]] not in OPENING:
        return False
    end = max(e for _, e in (*before.source, *before.cue, *before.content))
    told = text[before.content[-1][0] : before.content[-1][1] + 1]
    between = text[end : content[0]]
    quoted = any(mark in told for mark in CLOSING)
    return quoted and "\n" not in between and len(between.split()) <= FEW and not any(m in between for m in CLOSING)


def continues(before: Attribution, content: Offsets, quotations: Sequence[Quotation]) -> bool:
    """Whether `content` lies in a quotation that goes on from one in which the attribution before it ends."""
    if not before.content:
        return False
    end = before.content[-1][1]
    return any(q.continues and q.start <= content[0] < q.end for q in quotations) or any(
        q.start < end and content[0] < q.end for q in quotations
    )
