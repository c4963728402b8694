"""How sure an event is: how it was found, what the event reader says of its words, and who its sides are, weighed.

A logistic model over a few reasons (weights as fitted by tools/fit_confidence.py on annotated reports of the
development part), so that `confidence` is the share of such events that annotators tell too. Events of a user's own
frames keep what the extractor gave, and none of them is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import exp
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.weights import add_up, log_odds
from dragoman.records import Act, Event, Reading, Statement, find_teller, likeliest
from dragoman.settle.retold import join_retold

MOST: Final = 0.9  # two careful readers agree on five events of six: nothing is surer than that
LEAST: Final = 0.25  # confidence below which an event is not told
_RULED: Final = (
    "REQUEST",
    "COERCE",
    "ASSAULT",
    "RETREAT",
    "AGREE",
    "ACCUSE",
)  # what some acts are read as that the manual has elsewhere
_LEAST_PLAIN: Final = 0.5  # chance of an act whose words leave no doubt, whatever the reader makes of them
_EARLY: Final = 3  # sentences in which a report tells what it is about

WEIGHTS: Final[Mapping[str, float]] = {
    "actor all but read": 0.13, "actor read": 0.58, "actor read, not found": -0.02, "actor share": -0.02,
    "actor without a code": -2.11, "actor without a code in a short text": -0.10, "always": -0.75,
    "aux historical": 0.39, "aux negation": 0.04, "category ACCUSE": 0.44, "category AGREE": 0.10,
    "category AID": -0.11, "category ASSAULT": -0.54, "category COERCE": -0.35, "category CONCEDE": 0.62,
    "category CONSULT": -0.30, "category COOPERATE": 0.06, "category MOBILIZE": 0.10, "category PROTEST": -0.13,
    "category REJECT": -0.27, "category REQUEST": -0.05, "category RETREAT": -0.12, "category SANCTION": 0.19,
    "category SUPPORT": -0.25, "category THREATEN": -0.15, "chance": -0.71, "chance frame": -0.30,
    "chance meeting": 0.38, "chance of ACCUSE": -0.86, "chance of AGREE": -0.34, "chance of AID": -0.04,
    "chance of ASSAULT": -0.43, "chance of COERCE": -0.12, "chance of CONCEDE": 0.31, "chance of CONSULT": 0.36,
    "chance of COOPERATE": 0.09, "chance of MOBILIZE": 0.12, "chance of PROTEST": -0.22, "chance of REJECT": 0.02,
    "chance of REQUEST": 0.03, "chance of RETREAT": -0.19, "chance of SANCTION": -0.00, "chance of SUPPORT": 0.47,
    "chance of THREATEN": 0.10, "chance read": -0.52, "chance words": -0.28, "chance, log odds": 0.73, "dated": 0.50,
    "found by frame": -0.47, "found by meeting": 0.67, "found by read": -0.85, "found by words": -0.09,
    "frame, nobody with a code": -0.34, "in words": -0.22, "meeting, nobody with a code": -0.12, "nobody acts": -2.24,
    "nobody acts in a short text": 0.10, "on itself": -0.63, "read, nobody with a code": -0.13,
    "recipient all but read": 0.09, "recipient inferred": 0.23, "recipient read": 0.10,
    "recipient read, not found": -0.62, "recipient share": 1.38, "recipient told": 0.26,
    "recipient without a code": -0.56, "recipient without a code in a short text": -0.32, "several act": 0.41,
    "short text": 1.12, "short text, chance": 1.85, "sides unread": 0.43, "told early": -0.00,
    "words, nobody with a code": -0.07,
}  # fmt: skip


def weigh_events(reading: Reading, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
    """`events` with their confidence, each act once, without those that are likelier wrong than worth telling."""
    if reading.acts is None:  # no event reader has read it
        return events
    weighing = Weighing(reading, statements)
    weighed = join_retold(reading, [weighing.weigh(e) for e in events], LEAST)
    return tuple(e for e in weighed if e.found_by == "own frame" or e.confidence >= LEAST)


def share(reasons: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The probability that reasons come to."""
    return 1 / (1 + exp(-add_up(reasons, weights)))


class Weighing:
    """One report, asked what speaks for its events."""

    def __init__(self, reading: Reading, statements: tuple[Statement, ...]) -> None:
        self.statements = statements
        self.short = len(reading.sentences) <= _EARLY
        self.early = reading.sentences[_EARLY].start if not self.short else 0  # where the fourth sentence begins
        self.reading = reading
        self.acts = {a.word: a for a in reading.acts or ()}

    def weigh(self, event: Event) -> Event:
        """The event with its confidence; a user's own frame keeps what it says."""
        if event.found_by == "own frame":
            return event
        return replace(event, confidence=min(round(share(self.list_reasons(event)), 2), MOST))

    def list_reasons(self, event: Event) -> dict[str, float]:
        """What speaks for an event and against it, by name."""
        chance = self.find_chance(event)
        out = {
            "always": 1.0,
            f"category {event.event}": 1.0,
            f"found by {event.found_by}": 1.0,
            "chance": chance,
            "chance, log odds": log_odds(chance, 0.05),
            f"chance {event.found_by}": chance,
            f"chance of {event.event}": chance,
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
            out[f"nobody acts{where}"] = 1.0
        elif not any(e.code for e in event.actor):
            out[f"actor without a code{where}"] = 1.0
        if len({e.code for e in event.actor}) > 1:
            out["several act"] = 1.0
        if not any(e.code for e in (*event.actor, *event.recipient)):
            out[f"{event.found_by}, nobody with a code"] = 1.0
        if {e.code for e in event.actor if e.code} & {e.code for e in event.recipient if e.code}:
            out["on itself"] = 1.0
        if find_teller(self.statements, event.trigger) is not None:
            out["in words"] = 1.0
        out |= self._say_sides(event)
        if event.actor_share is not None:
            out["actor share"] = event.actor_share
        if event.recipient_share is not None:
            out["recipient share"] = event.recipient_share
        for name in event.aux:
            out[f"aux {name}"] = 1.0
        if event.date is not None and event.date.basis == "stated":
            out["dated"] = 1.0
        return out

    def find_chance(self, event: Event) -> float:
        """The best chance that one of the trigger's words, or of the words of its later tellings, tells the act.

        A visit or talks to come are an agreement by rule, whatever the reader takes the words for.
        """
        turned = event.event == "AGREE" and (event.found_by in ("frame", "meeting") or event.read_as == "CONSULT")
        categories: tuple[str, ...] = ("AGREE", "CONSULT") if turned else (event.event,)
        if event.read_as in _RULED and event.read_as != event.event:  # as the manual has what was read
            categories = (event.event, event.read_as)
        if event.cameo == plover.SETTLING:  # read as a demand, of whoever calls for the end of its own war
            categories = ("AGREE", "REQUEST")
        if event.cameo == plover.JOINING:  # read as a move of forces, of whoever will exercise together
            categories = ("AGREE", "MOBILIZE", "COOPERATE")
        least = _LEAST_PLAIN if event.plain else 0.0
        return max([least, *(dict(a.chances).get(c, 0.0) for a in self._told(event) for c in categories)])

    def _told(self, event: Event) -> list[Act]:
        """What the event reader says of the words that tell the event."""
        return [
            self.acts[i]
            for span in (event.trigger, *event.evidence[1:])
            for i in self.reading.list_words(span.start, span.end)
            if i in self.acts
        ]

    def _say_sides(self, event: Event) -> dict[str, float]:
        """How likely, by the event reader, the event's sides are those of its act."""
        told = self._told(event)
        if not told:
            return {"sides unread": 1.0}
        out: dict[str, float] = {}
        for name, entities in (("actor", event.actor), ("recipient", event.recipient)):
            likely = likeliest(pair for a in told for pair in (a.actor if name == "actor" else a.recipient))
            named = [e.span for e in entities if e.span is not None]
            if named:
                best = [
                    max((likely.get(i, 0.0) for i in self.reading.list_words(*span)), default=0.0) for span in named
                ]
                out[f"{name} read"] = sum(best) / len(best)
                out[f"{name} all but read"] = float(min(best) < 0.5)
            elif not entities and max(likely.values(), default=0.0) >= 0.5:
                out[f"{name} read, not found"] = 1.0
        return out
