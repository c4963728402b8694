"""How sure an event is: how it was found, what the event reader says of its words, and who its sides are, weighed.

A logistic model over a few reasons (weights as fitted by tools/fit_confidence.py on annotated reports of the
development part), so that `confidence` is the share of such events that annotators tell too. Events of a user's own
frames keep what the extractor gave, and none of them is dropped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import replace
from math import exp, log
from typing import Final

from dragoman.codebook.weights import add_up
from dragoman.records import Event, Reading, Statement
from dragoman.settle.telling import find_teller

MOST: Final = 0.9  # two careful readers agree on five events of six: nothing is surer than that
LEAST: Final = 0.2  # confidence below which an event is not told
_EARLY: Final = 3  # sentences in which a report tells what it is about

WEIGHTS: Final[Mapping[str, float]] = {
    "actor without a code": -1.56, "actor without a code in a short text": -0.29, "always": -1.19,
    "aux historical": 0.15, "aux negation": -0.05, "category ACCUSE": -0.03, "category AGREE": 0.21,
    "category AID": -0.13, "category ASSAULT": -0.89, "category COERCE": -0.65, "category CONCEDE": -0.04,
    "category CONSULT": 0.49, "category COOPERATE": -0.13, "category MOBILIZE": 0.26, "category PROTEST": 0.07,
    "category REJECT": -0.30, "category REQUEST": 0.32, "category RETREAT": -0.17, "category SANCTION": 0.20,
    "category SUPPORT": 0.13, "category THREATEN": -0.52, "chance": 0.60, "chance frame": 0.26,
    "chance meeting": 0.25, "chance read": -0.22, "chance words": 0.31, "chance, log": 0.14, "dated": 0.21,
    "found by frame": -0.15, "found by meeting": -0.22, "found by read": -1.03, "found by words": 0.20,
    "in words": -0.52, "nobody acts": -0.57, "on itself": -0.34, "recipient inferred": 0.11, "recipient told": 0.59,
    "recipient without a code": -0.82, "recipient without a code in a short text": -0.19, "several act": 0.09,
    "short text": 0.36, "short text, chance": 3.23, "told early": 0.25,
}  # fmt: skip


def weigh_events(reading: Reading, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """`events` with their confidence, without those that are likelier wrong than worth telling."""
    if reading.acts is None:  # no event reader has read it
        return events
    weighing = Weighing(reading, statements)
    out = []
    for event in events:
        if event.found_by == "own frame":
            out.append(event)
            continue
        confidence = min(round(share(weighing.list_reasons(event)), 2), MOST)
        if confidence >= LEAST:
            out.append(replace(event, confidence=confidence))
    return tuple(out)


def share(reasons: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The probability that reasons come to."""
    return 1 / (1 + exp(-add_up(reasons, weights)))


class Weighing:
    """One report, asked what speaks for its events."""

    def __init__(self, reading: Reading, statements: tuple[Statement, ...]) -> None:
        self.statements = statements
        self.short = len(reading.sentences) <= _EARLY
        self.early = reading.sentences[_EARLY].start if not self.short else 0  # where the fourth sentence begins
        self.ends = [w.end for w in reading.words]
        self.starts = [w.start for w in reading.words]
        self.chances = {a.word: dict(a.chances) for a in reading.acts or ()}

    def list_reasons(self, event: Event) -> dict[str, float]:
        """What speaks for an event and against it, by name."""
        chance = self.find_chance(event)
        out = {
            "always": 1.0,
            f"category {event.event}": 1.0,
            f"found by {event.found_by}": 1.0,
            "chance": chance,
            "chance, log": log(chance + 0.005) + 5,
            f"chance {event.found_by}": chance,
        }
        where = " in a short text" if self.short else ""
        if self.short:  # a sentence or two: nobody is introduced there, and there is less to tell
            out["short text"] = 1.0
            out["short text, chance"] = chance
        elif event.trigger.start < self.early:
            out["told early"] = 1.0
        if event.recipient:
            inferred = all(e.basis == "inferred" for e in event.recipient)
            out["recipient inferred" if inferred else "recipient told"] = 1.0
            if not any(e.code for e in event.recipient):
                out[f"recipient without a code{where}"] = 1.0
        if not event.actor:
            out["nobody acts"] = 1.0
        elif not any(e.code for e in event.actor):
            out[f"actor without a code{where}"] = 1.0
        if len({e.code for e in event.actor}) > 1:
            out["several act"] = 1.0
        if {e.code for e in event.actor if e.code} & {e.code for e in event.recipient if e.code}:
            out["on itself"] = 1.0
        if find_teller(self.statements, event.trigger) is not None:
            out["in words"] = 1.0
        for name in event.aux:
            out[f"aux {name}"] = 1.0
        if event.date is not None and event.date.basis == "stated":
            out["dated"] = 1.0
        return out

    def find_chance(self, event: Event) -> float:
        """The best chance that one of the trigger's words, or of the words of its later tellings, tells the act."""
        best = 0.0
        for span in (event.trigger, *event.evidence[1:]):
            for i in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)):
                best = max(best, self.chances.get(i, {}).get(event.event, 0.0))
        return best
