"""Whom an act of words is directed at where its clause leaves it unsaid: the parties of the report, weighed.

"The minister has rejected the link" is told of somebody who made it: the likeliest party of the report, by what else it
tells of the two, by where the party is named, and by how often. Weights as fitted by tools/fit_directed.py on annotated
reports of the train part. That nobody is meant is a candidate too, weighed by the category. What is found is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.weights import add_up, share_out
from dragoman.records import Entity, Event, find_teller
from dragoman.settle.parties import Parties
from dragoman.settle.sides import side_of, sides_of

Reasons = dict[str, float]
NOBODY: Final = "nobody"
_REACH: Final = 2  # paragraphs back to the meeting; a document about one meeting reaches to its end
_MOST_SIDES: Final = 3

WEIGHTS: Final[Mapping[str, float]] = {
    "acted on": 1.26, "acts on it": 0.83, "behind it": 1.67, "in its paragraph": -1.36, "in its sentence": 1.56,
    "in its words": 0.95, "just before": 0.58, "met": 0.00, "most": 2.14, "named": 0.05, "nobody": 1.75,
    "nobody ACCUSE": -0.30, "nobody AGREE": 3.26, "nobody CONCEDE": 0.00, "nobody REJECT": 0.70,
    "nobody REQUEST": -1.11, "nobody SUPPORT": -0.81, "nobody in words": 0.02, "of such acts": -0.08,
    "other side": 0.57, "state": -0.00, "to meet": 0.37, "told first": 1.63, "told to": 0.00,
}  # fmt: skip


def list_wronged(event: Event, events: Iterable[Event]) -> set[str]:
    """The sides that are not accused of what was done to them, unless the report tells of force that they use."""
    if not event.wronged:
        return set()
    return sides_of(event.wronged) - {side for e in events if e.event in plover.HARMS for side in sides_of(e.actor)}


class Directing:
    """One report's parties, asked for the one that an event is directed at."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.events, self.meetings, self.statements = parties.events, parties.meetings, parties.statements
        self._acts = [(e, sides_of(e.actor), sides_of(e.recipient)) for e in self.events]
        self._met = [(m.status, sides_of(p.entity for p in m.participants)) for m in self.meetings]

    def weigh(self, event: Event, weights: Mapping[str, float] = WEIGHTS) -> dict[str, float]:
        """The share of each party, and of `nobody`; they add up to one."""
        reasons = self.list_reasons(event)
        return dict(zip(reasons, share_out([add_up(r, weights) for r in reasons.values()]), strict=True))

    def choose(self, event: Event) -> tuple[Entity, ...]:
        """The likeliest party, if somebody is likelier than nobody; of the sides last met, all."""
        shares = self.weigh(event)
        best = min(shares, key=lambda side: (-shares[side], side))
        if best == NOBODY:
            return ()
        sides = self.sides_before(event)
        return tuple(sides.values()) if best in sides else (self.parties.first(best),)

    def list_reasons(self, event: Event) -> dict[str, Reasons]:
        """What speaks for each party that does not act itself, and for nobody."""
        own, wronged = sides_of(event.actor), list_wronged(event, self.events)
        sides = self.sides_before(event)
        out: dict[str, Reasons] = {NOBODY: {"nobody": 1.0, f"nobody {event.event}": 1.0}}
        teller = find_teller(self.statements, event.trigger)
        if teller is not None:
            out[NOBODY]["nobody in words"] = 1.0
        for side in self.parties:
            if side not in own | wronged:
                out[side] = self._reasons(event, own, side, teller)
                if side in sides:
                    out[side]["other side"] = 1.0
        return out

    def sides_before(self, event: Event) -> dict[str, Entity]:
        """The other sides of the actor's last meeting: one that took place, of few sides, told shortly before or, where
        the report tells of no others, anywhere before. Of several actors none: they act on each other."""
        own = sides_of(event.actor)
        if len(own) > 1:
            return {}
        held = [m for m in self.meetings if m.evidence and m.status in ("held", "under way")]
        before = [m for m in held if m.evidence[0].start <= event.trigger.start]
        for m in sorted(before, key=lambda m: -m.evidence[0].start):
            far = self.parties.paragraph(event.trigger.start) - self.parties.paragraph(m.evidence[-1].start) > _REACH
            sides = {side: e for e in (p.entity for p in m.participants) if (side := side_of(e))}
            if own & set(sides) and len(sides) <= _MOST_SIDES and not (far and len(held) > 1):
                return {side: e for side, e in sides.items() if side not in own}
        return {}

    # ------------------------------------------------------------ one party

    def _reasons(self, event: Event, own: set[str], side: str, teller: int | None) -> Reasons:
        parties = self.parties
        here = parties.sentence(event.trigger.start)
        places, numbers = parties.places(side), parties.sentences[side]
        sentences = parties.reading.sentences
        out: Reasons = {"named": log(1 + len(places)), "most": len(places) / parties.most}
        evidence = event.evidence[0] if event.evidence else event.trigger
        if any(evidence.start <= at < evidence.end for at in places):
            out["in its words"] = 1.0
            if any(event.trigger.end <= at < evidence.end for at in places):
                out["behind it"] = 1.0
        elif numbers[here]:
            out["in its sentence"] = 1.0
        if numbers[here - 1]:
            out["just before"] = 1.0
        if any(n < here and sentences[n].paragraph == sentences[here].paragraph for n in numbers):
            out["in its paragraph"] = 1.0
        if numbers[0] or numbers[1]:
            out["told first"] = 1.0
        if len(side) == 3 and side.isupper():
            out["state"] = 1.0
        out |= self._dealings(event, own, side)
        if teller is not None and side in sides_of(self.statements[teller].addressee):
            out["told to"] = 1.0
        return out

    def _dealings(self, event: Event, own: set[str], side: str) -> Reasons:
        """What else the report tells of the two."""
        out: Reasons = {}
        for status, sides in self._met:
            if side in sides and own & sides:
                out["met" if status in ("held", "under way") else "to meet"] = 1.0
        acts = [act for act in self._acts if act[0] is not event]
        toward = sum(bool(own & doers) and side in others for _, doers, others in acts)
        back = sum(side in doers and bool(own & others) for _, doers, others in acts)
        like = sum(e.event == event.event and side in others for e, _, others in acts)
        for name, n in (("acted on", toward), ("acts on it", back), ("of such acts", like)):
            if n:
                out[name] = log(1 + n)
        return out
