"""How sure an event is: how it was found, what the event reader says of its words, and who its sides are, weighed.

A logistic model over a few reasons (weights as fitted by tools/fit_confidence.py on annotated reports of the
development part), so that `confidence` is the share of such events that annotators tell too. Events of a user's own
frames keep what the extractor gave, and none of them is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from math import exp, log
from typing import Final

from dragoman.records import Event, Reading, Statement
from dragoman.settle.telling import find_teller

MOST: Final = 0.9  # two careful readers agree on five events of six: nothing is surer than that
LEAST: Final = 0.2  # confidence below which an event is not told
OWN: Final = "your frame "  # how the reason of a user's own frame begins
_KIND: Final = re.compile(r"(read|frame|meeting|the speaker)")
_EARLY: Final = 3  # sentences in which a report tells what it is about

WEIGHTS: Final[Mapping[str, float]] = {
    "actor without a code": -1.56, "actor without a code in a short text": -0.29, "always": -1.19,
    "aux historical": 0.15, "aux negation": -0.05, "category ACCUSE": -0.03, "category AGREE": 0.21,
    "category AID": -0.13, "category ASSAULT": -0.89, "category COERCE": -0.65, "category CONCEDE": -0.04,
    "category CONSULT": 0.49, "category COOPERATE": -0.13, "category MOBILIZE": 0.26, "category PROTEST": 0.07,
    "category REJECT": -0.30, "category REQUEST": 0.32, "category RETREAT": -0.17, "category SANCTION": 0.20,
    "category SUPPORT": 0.13, "category THREATEN": -0.52, "chance": 0.60, "chance frame": 0.26,
    "chance meeting": 0.25, "chance read": -0.22, "chance the speaker": 0.31, "chance, log": 0.14, "dated": 0.21,
    "found by frame": -0.15, "found by meeting": -0.22, "found by read": -1.03, "found by the speaker": 0.20,
    "in words": -0.52, "nobody acts": -0.57, "on itself": -0.34, "recipient inferred": 0.11, "recipient told": 0.59,
    "recipient without a code": -0.82, "recipient without a code in a short text": -0.19, "several act": 0.09,
    "short text": 0.36, "short text, chance": 3.23, "told early": 0.25,
}  # fmt: skip


def weigh_events(reading: Reading, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """`events` with their confidence, without those that are likelier wrong than worth telling."""
    if reading.acts is None:  # no event reader has read it
        return events
    out = []
    for event in events:
        if event.why.startswith(OWN):
            out.append(event)
            continue
        confidence = min(round(share(list_reasons(reading, event, statements)), 2), MOST)
        if confidence >= LEAST:
            out.append(replace(event, confidence=confidence))
    return tuple(out)


def share(reasons: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    return 1 / (1 + exp(-sum(weights.get(k, 0.0) * v for k, v in reasons.items())))


def list_reasons(reading: Reading, event: Event, statements: tuple[Statement, ...]) -> dict[str, float]:
    """What speaks for an event and against it, by name."""
    kind = _KIND.match(event.why)
    chance = find_chance(reading, event)
    out = {
        "always": 1.0,
        f"category {event.event}": 1.0,
        f"found by {kind[1] if kind else 'other'}": 1.0,
        "chance": chance,
        "chance, log": log(chance + 0.005) + 5,
        f"chance {kind[1] if kind else 'other'}": chance,
    }
    short = len(reading.sentences) <= _EARLY
    if short:  # a sentence or two: nobody is introduced there, and there is less to tell
        out["short text"] = 1.0
        out["short text, chance"] = chance
    if event.recipient:
        inferred = all(e.basis == "inferred" for e in event.recipient)
        out["recipient inferred" if inferred else "recipient told"] = 1.0
        if not any(e.code for e in event.recipient):
            out["recipient without a code" + (" in a short text" if short else "")] = 1.0
    if not event.actor:
        out["nobody acts"] = 1.0
    elif not any(e.code for e in event.actor):
        out["actor without a code" + (" in a short text" if short else "")] = 1.0
    if len({e.code for e in event.actor}) > 1:
        out["several act"] = 1.0
    if {e.code for e in event.actor if e.code} & {e.code for e in event.recipient if e.code}:
        out["on itself"] = 1.0
    if find_teller(statements, event.trigger) is not None:
        out["in words"] = 1.0
    starts = [s.start for s in reading.sentences]
    if not short and bisect_right(starts, event.trigger.start) <= _EARLY:
        out["told early"] = 1.0
    for name in event.aux:
        out[f"aux {name}"] = 1.0
    if event.date is not None and event.date.basis == "stated":
        out["dated"] = 1.0
    return out


def find_chance(reading: Reading, event: Event) -> float:
    """The best chance that one of the trigger's words tells an act of the category."""
    at = {a.word: dict(a.chances) for a in reading.acts or ()}
    spans = [event.trigger, *event.evidence[1:]]
    inside = [w.index for w in reading.words if any(w.start < s.end and s.start < w.end for s in spans)]
    return max((at.get(i, {}).get(event.event, 0.0) for i in inside), default=0.0)
