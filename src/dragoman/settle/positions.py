"""Positions of somebody who can be told, each once: the same side, the same stance, the same issue in other words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook.issues import are_one_issue, list_issue_words
from dragoman.records import Position, Reading

_SIDES: Final = ("PER", "ORG", "NORP", "LOC")
_MOST_SPANS: Final = 4


def keep_known(reading: Reading, rows: tuple[Position, ...]) -> tuple[Position, ...]:
    """The positions of sides: "critics", "others", "it" of nobody known are no party whose stand could be kept."""
    names = [(n.start, n.end) for n in reading.names if n.kind in _SIDES]

    def is_known(row: Position) -> bool:
        span = row.actor.span
        return row.actor.code is not None or (span is not None and any(a < span[1] and span[0] < b for a, b in names))

    return tuple(row for row in rows if is_known(row))


def merge_positions(rows: tuple[Position, ...]) -> tuple[Position, ...]:
    """Each position once, in the order of its first telling, with the words of every telling."""
    kept: list[Position] = []
    for row in rows:
        twin = next((k for k, other in enumerate(kept) if _are_one(other, row)), None)
        if twin is None:
            kept.append(row)
            continue
        one = kept[twin]
        spans = [*one.evidence, *(s for s in row.evidence if s not in one.evidence)]
        toward = one.toward or row.toward
        kept[twin] = replace(
            one, evidence=tuple(spans[:_MOST_SPANS]), toward=toward, confidence=max(one.confidence, row.confidence)
        )
    return tuple(kept)


def _are_one(one: Position, other: Position) -> bool:
    if one.stance != other.stance or _side(one) != _side(other):
        return False
    a, b = list_issue_words(one.issue.text), list_issue_words(other.issue.text)
    return are_one_issue(a, b) and (a <= b or b <= a or len(a & b) / len(a | b) > 0.5)


def _side(row: Position) -> str:
    actor = row.actor
    group = actor.sectors[:1] in (("REB",), ("PRE",), ("OPP",), ("SPL",))
    return actor.code if actor.code and not group else (actor.name or actor.text).lower()
