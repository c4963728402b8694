"""Transcripts: what each speaker says in his turn."""

from __future__ import annotations

import re

from dragoman.extract.statements.drafts import Draft, Page
from dragoman.extract.statements.labels import find_askers, find_labels
from dragoman.records import Offsets

_CLOSE = re.compile(r"\n\s*(?:END\b|###|\d{1,2}:\d\d [AP]\.?M\b|\(End\b).*\Z", re.S)
_ASIDE = re.compile(r"\([^()\n]{0,60}\)")


def take_turns(page: Page) -> list[Draft]:
    """A draft for every turn of somebody who is not there to ask."""
    labels = find_labels(page.text)
    askers = find_askers(page.text, labels)
    found = []
    for i, label in enumerate(labels):
        who = label.group("who")
        end = labels[i + 1].start() if i + 1 < len(labels) else len(page.text)
        if who in askers:
            continue
        content = _cut(page, (label.end(), end))
        if content is not None:
            found.append(
                Draft(label.span("who"), [content], label.span("who"), confidence=0.95, way="turn", signed=True)
            )
    return found


def _cut(page: Page, turn: Offsets) -> Offsets | None:
    """The words of a turn without white space, and without the time and the signs that close the text."""
    start, end = turn
    words = page.text[start:end]
    if close := _CLOSE.search(words):
        end = start + close.start()
    start += len(page.text[start:end]) - len(page.text[start:end].lstrip())
    end = start + len(page.text[start:end].rstrip())
    said = _ASIDE.sub("", page.text[start:end])
    return (start, end) if any(c.isalnum() for c in said) else None
