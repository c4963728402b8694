"""Transcripts: what each speaker says in his turn."""

from __future__ import annotations

from dragoman.extract.statements.documents import _LABEL
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Offsets

_ASKERS = frozenset(("Q", "QUESTION", "MODERATOR", "OPERATOR", "PARTICIPANT", "INTERPRETER", "REPORTER"))


def take_turns(page: Page) -> list[Draft]:
    """A draft for every turn of somebody who is not there to ask."""
    labels = list(_LABEL.finditer(page.text))
    found = []
    for i, label in enumerate(labels):
        who = label.group("who")
        end = labels[i + 1].start() if i + 1 < len(labels) else len(page.text)
        if who in _ASKERS:
            continue
        content = _paragraphs(page, (label.end(), end))
        if content:
            found.append(Draft(label.span("who"), content, label.span("who"), confidence=0.85, way="turn", signed=True))
    return found


def _paragraphs(page: Page, turn: Offsets) -> list[Offsets]:
    """The paragraphs of a turn, white space aside."""
    found, at = [], turn[0]
    for line in page.text[turn[0] : turn[1]].splitlines(keepends=True):
        start, end = at, at + len(line)
        at = end
        if (span := page.trim((start, end))) is not None:
            stop = start + len(line.rstrip())
            found.append((span[0], max(stop, span[1])))
    return found
