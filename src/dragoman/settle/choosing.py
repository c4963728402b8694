"""Who is on each side of an act: the parties of the report, weighed.

What the clause says is often a word that stands for somebody else ("the group", "they", "its neighbour") or nobody at
all. So every party of the report is a candidate for each side: by whether the clause and the resolver give it, by what
the event reader says of the words that name it, by where and how often it is told of, and by what else the report tells
of the two. Weights as fitted by tools/fit_sides.py on annotated reports of the development part. A side changes only
where another party is clearly likelier; what is chosen so is inferred.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from math import log
from typing import Final, NamedTuple

from dragoman.codebook import plover
from dragoman.codebook.actors import find_actor
from dragoman.codebook.orders import asks_own
from dragoman.codebook.weights import add_up, log_odds, share_out
from dragoman.records import Entity, Event, Side, find_teller
from dragoman.settle.directed import list_wronged
from dragoman.settle.parties import Parties
from dragoman.settle.pointing import NOBODY, point
from dragoman.settle.sides import side_of, sides_of

Reasons = dict[str, float]
LIKELY: Final = 0.5  # how likely another party must be
CLEARLY: Final = 0.2  # by which share another party must be likelier than the clause's
_MANY: Final = frozenset(
    """countries nations governments powers allies partners donors european western african asian arab world
    international global regional multinational foreign""".split()
)
_OTHERS: Final = ("regime", "junta")
_SHORT: Final = 3  # sentences
TELLING: Final = 4  # words of an act that are asked whose it is
_PRONOUNS: Final = frozenset("he she it they we i you him her them us his its their our who which that".split())
_OTHER: Final[Mapping[Side, Side]] = {"actor": "recipient", "recipient": "actor"}

WEIGHTS: Final[Mapping[Side, Mapping[str, float]]] = {
    "actor": {
        "acted on": 0.19, "before it": -0.67, "behind it": 0.33, "given": 0.23, "given ACCUSE": -0.28,
        "given AGREE": 0.09, "given AID": 0.21, "given ASSAULT": -0.07, "given COERCE": -0.53, "given CONCEDE": 0.20,
        "given CONSULT": 0.45, "given PROTEST": -1.03, "given REJECT": -0.07, "given REQUEST": 0.40,
        "given RETREAT": 0.30, "given SANCTION": 0.23, "given SUPPORT": 0.66, "given THREATEN": -0.28,
        "given by a common word": 0.08, "given by frame": 0.10, "given by words": 0.34, "given, acted on": -0.35,
        "given, acts on it": 0.36, "given, before it": -0.38, "given, behind it": -0.61,
        "given, in its paragraph": -0.27, "given, in its sentence": -0.67, "given, in its words": 0.27,
        "given, inferred": -0.63, "given, just before": 0.26, "given, met": 0.36, "given, most": -0.22,
        "given, named": 0.15, "given, not read": 1.78, "given, not yet told": 0.75, "given, of such acts": -0.28,
        "given, other side of such acts": -0.26, "given, says it": -0.41, "given, since then": -0.45,
        "given, speaks": 0.21, "given, stated": 0.92, "given, to meet": -0.10, "in its paragraph": -0.42,
        "in its sentence": 0.53, "in its words": 0.53, "just before": 0.16, "met": -0.38, "most": -0.19,
        "named": 0.74, "not yet told": -0.84, "of such acts": 0.89, "only read": 0.16,
        "other side of such acts": -0.13, "pointed at": -0.57, "pointed at most": 0.41, "pointed at, log odds": 0.41,
        "read": 1.47, "read as the other": -1.05, "read most": -0.23, "says it": 0.41, "since then": -0.20,
        "speaks": -0.15, "the other side": -0.65, "the other side of ACCUSE": -0.82, "the other side of AGREE": 0.38,
        "the other side of ASSAULT": -0.77, "the other side of COERCE": -0.26, "the other side of CONCEDE": 0.11,
        "the other side of CONSULT": -0.24, "the other side of PROTEST": 0.77, "the other side of REJECT": -0.32,
        "the other side of REQUEST": 0.54, "the other side of RETREAT": -0.07, "the other side of SANCTION": 0.32,
        "the other side of THREATEN": -0.28, "three letters": -0.57, "to meet": 0.28, "told first": -0.13,
    },
    "recipient": {
        "acts on it": 0.11, "before it": -0.28, "behind it": 0.09, "given": 0.85, "given ACCUSE": 0.07,
        "given AGREE": 0.09, "given ASSAULT": 0.92, "given COERCE": -0.67, "given CONSULT": 0.17,
        "given MOBILIZE": 0.56, "given PROTEST": 0.37, "given REJECT": 0.31, "given REQUEST": -0.24,
        "given RETREAT": -0.10, "given SUPPORT": 0.07, "given THREATEN": -0.28, "given by a common word": -0.06,
        "given by frame": 0.40, "given by read": 0.14, "given by words": 0.80, "given, acted on": 0.43,
        "given, acts on it": -0.09, "given, before it": -0.14, "given, behind it": -0.69,
        "given, in its paragraph": -0.80, "given, in its sentence": -0.68, "given, in its words": -0.31,
        "given, inferred": -0.11, "given, just before": -0.14, "given, met": 0.17, "given, most": -0.48,
        "given, named": -0.06, "given, not read": 0.54, "given, not yet told": -0.30, "given, of such acts": -0.65,
        "given, other side of such acts": 0.20, "given, says it": -0.32, "given, stated": 1.21,
        "given, to meet": -0.10, "given, told first": -0.24, "in its paragraph": 0.42, "in its sentence": 0.34,
        "in its words": 0.77, "just before": -0.13, "met": 0.20, "most": 0.29, "named": 0.13, "nobody": -0.11,
        "nobody ACCUSE": -0.48, "nobody AGREE": 0.53, "nobody ASSAULT": -0.84, "nobody COERCE": -0.90,
        "nobody CONCEDE": 0.39, "nobody CONSULT": 0.77, "nobody MOBILIZE": 0.88, "nobody PROTEST": -0.57,
        "nobody REJECT": -0.25, "nobody REQUEST": 0.05, "nobody RETREAT": 0.65, "nobody THREATEN": -0.34,
        "nobody given": -0.23, "nobody in words": -0.07, "nobody known given": -1.04, "nobody, pointed at": -0.45,
        "nobody, pointed at most": 0.14, "nobody, pointed at, log odds": 0.38, "nobody, several act": 0.62,
        "nobody, somebody inferred": -0.43, "nobody, somebody read": -0.68, "not yet told": -0.93,
        "of such acts": 0.40, "only read": -0.15, "other side of such acts": -0.26, "pointed at": -0.90,
        "pointed at most": -0.09, "pointed at, log odds": 0.58, "read": 1.55, "read as the other": -0.64,
        "says it": -0.30, "since then": -0.53, "speaks": 0.20, "the other side": -0.81,
        "the other side of ACCUSE": -0.07, "the other side of AGREE": -0.48, "the other side of AID": -0.23,
        "the other side of ASSAULT": 0.66, "the other side of COERCE": 0.10, "the other side of CONCEDE": -0.36,
        "the other side of CONSULT": 0.21, "the other side of MOBILIZE": 0.13, "the other side of PROTEST": 0.66,
        "the other side of REJECT": -1.04, "the other side of REQUEST": 0.19, "the other side of RETREAT": 0.11,
        "the other side of SANCTION": -0.53, "the other side of SUPPORT": -0.47, "the other side of THREATEN": 0.33,
        "three letters": -0.68, "to meet": 0.37, "told first": 0.44, "told to": -0.13,
    },
}  # fmt: skip


class Choosing:
    """One report's parties, asked for the sides of its acts."""

    def __init__(self, parties: Parties, events: Sequence[Event]) -> None:
        """Args: `events`: all of the report, as they stand; each is weighed by the others."""
        self.parties = parties
        self.reading, self.statements = parties.reading, parties.statements
        self.met: set[tuple[str, str]] = set()
        self.to_meet: set[tuple[str, str]] = set()
        for m in parties.meetings:
            sides = sides_of(p.entity for p in m.participants)
            pairs = {(a, b) for a in sides for b in sides if a != b}
            (self.met if m.status in ("held", "under way") else self.to_meet).update(pairs)
        self.acts: Counter[tuple[str, str]] = Counter()  # how often the report tells of an act of one on another
        self.doing: Counter[tuple[str, str]] = Counter()  # category, who
        self.undergoing: Counter[tuple[str, str]] = Counter()  # category, on whom
        for e in events:
            self._count(e, 1)
        self.spoken = Counter(side for s in parties.statements if s.speaker and (side := side_of(s.speaker)))

    def _count(self, event: Event, n: int) -> None:
        doers, others = sides_of(event.actor), sides_of(event.recipient)
        for a in doers:
            self.doing[event.event, a] += n
            for b in others:
                self.acts[a, b] += n
        for b in others:
            self.undergoing[event.event, b] += n

    def choose(self, event: Event) -> Event:
        """`event` with the parties likeliest on its sides, and how likely each is.

        A user's own frame has the last word; without an event reader, and in a sentence or two, there is too little to
        go by.
        """
        short = len(self.reading.sentences) <= _SHORT
        if event.found_by == "own frame" or self.reading.acts is None or short:
            return event
        with self.apart(event):
            event = self._choose(event, "actor")
            if any(_is_own(event, e) for e in event.recipient):  # whom a state orders are its own, by the words alone
                return replace(event, recipient_share=1.0)
            return self._choose(event, "recipient")

    @contextmanager
    def apart(self, event: Event) -> Iterator[None]:
        """What the report tells beside `event`: an event is no reason for itself."""
        self._count(event, -1)
        try:
            yield
        finally:
            self._count(event, 1)

    def _choose(self, event: Event, side: Side) -> Event:
        reasons = self.list_reasons(event, side)
        if not reasons:
            return event
        held: tuple[Entity, ...] = getattr(event, side)
        choice = decide(reasons, held, WEIGHTS[side])
        share = choice.given
        if choice.clear and self.may_be(event, side, choice.best, reasons[choice.best]):
            held, share = self.name(event, side, choice.best), choice.share
            event = replace(event, why=f"{event.why}; {side} likeliest {self._call(choice.best)} ({share:.2f})")
        if side == "actor":
            return replace(event, actor=held, actor_share=share)
        return replace(event, recipient=held, recipient_share=share)

    def may_be(self, event: Event, side: Side, best: str, reasons: Reasons) -> bool:
        """Whether the words leave it open.

        Whoever is told of with the act stays. Nobody has done it unless its words name them, nobody does it to himself
        in the same words, what belongs to a state is no body's, what belongs to many is of no one state, and a regime
        is always another's.
        """
        held: tuple[Entity, ...] = getattr(event, side)
        others: tuple[Entity, ...] = getattr(event, _OTHER[side])
        if event.event == "CONSULT" and event.actor and event.recipient:
            return False
        if best == NOBODY:
            return all(e.basis == "inferred" for e in held)
        if "the other side" in reasons and any(e.text.lower().split()[-1:] == [w] for e in held for w in _OTHERS):
            return False
        if any(_are_one(a, b) for a in self.name(event, side, best) for b in others):
            return False
        if self._is_state(best) and any(_is_of_many(e) for e in held):
            return False
        if any(e.code is None and e.text.lower() not in _PRONOUNS for e in held) and not self._is_state(best):
            return "read" in reasons
        if side == "recipient" or held:
            return True
        own = [n.entity for n in event.named if n.side == side and side_of(n.entity) == best]
        read = any(not any(_are_one(e, o) for o in others) for e in own)
        return read or ("in its words" in reasons and "the other side" not in reasons)

    def name(self, event: Event, side: Side, party: str) -> tuple[Entity, ...]:
        """The party in the words that the event reader names or, for words that stand for somebody else each time
        ("the lawmakers", "they"), in the clause's own; else in the words where it is told of last. All are of it."""
        if party == NOBODY:
            return ()
        others: tuple[Entity, ...] = getattr(event, _OTHER[side])
        read = [n for n in event.named if side_of(n.entity) == party]
        apart = [n for n in read if not any(_are_one(n.entity, e) for e in others)]
        if any(n.side == side for n in apart) or party not in self.parties:
            return (max(apart or read, key=lambda n: (n.side == side, n.chance)).entity,)
        told = [(at, e) for at, e in self.parties.told[party] if not any(_are_one(e, o) for o in others)]
        nearest = replace(_nearest(told or self.parties.told[party], event.trigger.start), basis="inferred")
        held: tuple[Entity, ...] = getattr(event, side)
        own = tuple(_stand_for(e, nearest) for e in held if _stands_for_others(e))
        return own if own and len(own) == len(held) and all(side_of(e) == party for e in own) else (nearest,)

    def _is_state(self, party: str) -> bool:
        body = party in self.parties and self.parties.first(party).sector in ("IGO", "NGO")
        return len(party) == 3 and not body

    def _call(self, party: str) -> str:
        """What `why` calls a party."""
        return (self.parties.first(party).name if party in self.parties else None) or party

    # ------------------------------------------------------------ reasons

    def list_reasons(self, event: Event, side: Side) -> dict[str, Reasons]:
        """What speaks for each party as that side."""
        teller = find_teller(self.statements, event.trigger)
        read: dict[Side, dict[str, float]] = {"actor": {}, "recipient": {}}
        for n in event.named:
            if named := side_of(n.entity):
                read[n.side][named] = max(n.chance, read[n.side].get(named, 0.0))
        names = {*self.parties, *read["actor"], *read["recipient"]}
        held = {s: e for e in reversed(getattr(event, side)) if (s := side_of(e))}
        other = sides_of(getattr(event, _OTHER[side]))
        most = max(read[side].values(), default=0.0)
        pointed = self._point(event, side)
        out: dict[str, Reasons] = {}
        if side == "recipient" and event.event not in plover.NEEDS_RECIPIENT:
            out[NOBODY] = _say_nobody(event, most, in_words=teller is not None)
            out[NOBODY] |= {f"nobody, {k}": v for k, v in _say_pointed(pointed, NOBODY).items()}
        if side == "recipient":  # nobody is accused of what was done to them
            names -= list_wronged(event, self.parties.events) - set(held)
        for name in sorted(names):
            reasons = self._place(event, name) if name in self.parties else {"only read": 1.0}
            reasons |= self._deal(event, side, name, other)
            if teller is not None:
                speaker = self.statements[teller].speaker
                if speaker is not None and side_of(speaker) == name:
                    reasons["says it"] = 1.0
                if name in sides_of(self.statements[teller].addressee):
                    reasons["told to"] = 1.0
            if name in held:
                reasons |= {f"given, {k}": v for k, v in reasons.items()}
                reasons |= _say_given(event, held[name], read[side].get(name, 0.0))
            reasons |= _say_pointed(pointed, name)
            if name in read[side]:
                reasons["read"] = read[side][name]
                if read[side][name] == most:
                    reasons["read most"] = 1.0
            if name in read[_OTHER[side]]:
                reasons["read as the other"] = read[_OTHER[side]][name]
            if name in other:
                reasons["the other side"] = 1.0
                reasons[f"the other side of {event.event}"] = 1.0
            if len(name) == 3:
                reasons["three letters"] = 1.0
            out[name] = reasons
        return out

    def _point(self, event: Event, side: Side) -> dict[str, float]:
        """How likely the words of the act point to each party; nothing where the model does not point."""
        if self.reading.pointing is None:
            return {}
        act = self.reading.list_words(event.trigger.start, event.trigger.end)[:TELLING]
        return point(self.reading.pointing[side], self.reading.words, act, self._naming) if act else {}

    @cached_property
    def _naming(self) -> dict[str, list[int]]:
        """The words that name each party, by number."""
        return {name: self.parties.words(name) for name in self.parties}

    def _place(self, event: Event, name: str) -> Reasons:
        """How often the party is told of, and where."""
        parties = self.parties
        places = parties.places(name)
        numbers = parties.sentences[name]
        at = event.trigger.start
        here = parties.sentence(at)
        out: Reasons = {"named": log(1 + len(places)), "most": len(places) / parties.most}
        evidence = event.evidence[0] if event.evidence else event.trigger
        inside = places[bisect_left(places, evidence.start) : bisect_left(places, evidence.end)]
        if inside:
            out["in its words"] = 1.0
            if inside[-1] >= event.trigger.end:
                out["behind it"] = 1.0
            if inside[0] < at:
                out["before it"] = 1.0
        elif numbers[here]:
            out["in its sentence"] = 1.0
        if numbers[here - 1]:
            out["just before"] = 1.0
        if here >= 0 and any(
            numbers[n]
            for n in range(max(here - 5, 0), here - 1)
            if self.reading.sentences[n].paragraph == self.reading.sentences[here].paragraph
        ):
            out["in its paragraph"] = 1.0
        if numbers[0] or numbers[1]:
            out["told first"] = 1.0
        last = bisect_right(places, at)
        if last:
            out["since then"] = log(1 + here - parties.sentence(places[last - 1]))
        else:
            out["not yet told"] = 1.0
        return out

    def _deal(self, event: Event, side: Side, name: str, other: set[str]) -> Reasons:
        """What else the report tells of the two."""
        out: Reasons = {}
        if any((name, o) in self.met for o in other):
            out["met"] = 1.0
        if any((name, o) in self.to_meet for o in other):
            out["to meet"] = 1.0
        toward = sum(self.acts[name, o] for o in other)
        back = sum(self.acts[o, name] for o in other)
        like = (self.doing if side == "actor" else self.undergoing)[event.event, name]
        unlike = (self.undergoing if side == "actor" else self.doing)[event.event, name]
        counts = {"acts on it": toward, "acted on": back, "of such acts": like, "other side of such acts": unlike}
        counts["speaks"] = self.spoken[name]
        out |= {k: log(1 + n) for k, n in counts.items() if n}
        return out


class Choice(NamedTuple):
    """The likeliest party, its share, the share of those that the clause gives, and whether it is clearly likelier."""

    best: str
    share: float
    given: float
    clear: bool


def decide(reasons: Mapping[str, Reasons], held: Sequence[Entity], weights: Mapping[str, float]) -> Choice:
    """Which party a side is, by the reasons of each and by whom the clause gives."""
    shares = dict(zip(reasons, share_out([add_up(r, weights) for r in reasons.values()]), strict=True))
    best = min(shares, key=lambda s: (-shares[s], s))
    parties = {NOBODY} if not held else sides_of(held)
    given = max((shares.get(s, 0.0) for s in parties), default=0.0)
    clear = best not in parties and shares[best] >= LIKELY and shares[best] - given >= CLEARLY
    return Choice(best, shares[best], given, clear)


def _nearest(told: Sequence[tuple[int, Entity]], at: int) -> Entity:
    """Of somebody's places in reading order the last before `at`, or the first behind it."""
    before = [e for place, e in told if place <= at]
    return before[-1] if before else told[0][1]


def _is_own(event: Event, asked: Entity) -> bool:
    """Whether who is asked serves the state that asks, by the words alone."""
    own = [a for a in event.actor if a.code and a.code == asked.code]
    return event.event == "REQUEST" and any(asks_own(event.trigger.text, f"{a.text} {a.name}", asked.text) for a in own)


def _are_one(a: Entity, b: Entity) -> bool:
    """The same words, or the same person, body or group; a state may act on its own people under its name."""
    if a.span == b.span:
        return True
    if a.name is None or a.name != b.name or not a.name[:1].isupper():
        return False
    named = find_actor(a.name)
    return named is None or named.kind != "state"


def _stands_for_others(words: Entity) -> bool:
    """ "They", "lawmakers", a name of nobody known: of whoever the report makes likely. "The minister" is somebody."""
    if words.text.lower() in _PRONOUNS:
        return True
    unknown = words.code is None or words.text.islower()
    return unknown and words.office is None and words.id is None


def _stand_for(words: Entity, party: Entity) -> Entity:
    """The words of a clause, as those of the party: a pronoun is the party, "lawmakers" are the party's."""
    if words.text.lower() in _PRONOUNS:
        return replace(party, text=words.text, span=words.span)
    return Entity(words.text, words.span, words.text, party.code, words.sectors or party.sectors, basis="inferred")


def _is_of_many(words: Entity) -> bool:
    """ "180 countries", "European ministers": of no one state."""
    told = words.text.split()
    return told[-1:] != [] and told[-1].islower() and bool(_MANY & set(words.text.lower().split()))


def _say_nobody(event: Event, most: float, *, in_words: bool) -> Reasons:
    """That the act is on nobody in particular."""
    out = {"nobody": 1.0, f"nobody {event.event}": 1.0, "nobody, somebody read": most}
    if not event.recipient:
        out["nobody given"] = 1.0
    elif not sides_of(event.recipient):
        out["nobody known given"] = 1.0
    elif all(e.basis == "inferred" for e in event.recipient):
        out["nobody, somebody inferred"] = 1.0
    if in_words:
        out["nobody in words"] = 1.0
    if len(sides_of(event.actor)) > 1:
        out["nobody, several act"] = 1.0
    return out


def _say_pointed(pointed: Mapping[str, float], name: str) -> Reasons:
    """How the words of the act point to somebody."""
    p = pointed.get(name)
    if p is None:
        return {}
    out = {"pointed at": p, "pointed at, log odds": log_odds(p, 0.02)}
    if p == max(pointed.values()):
        out["pointed at most"] = 1.0
    return out


def _say_given(event: Event, entity: Entity, chance: float) -> Reasons:
    """That the clause gives the party, by what words."""
    out = {"given": 1.0, f"given, {entity.basis}": 1.0, f"given by {event.found_by}": 1.0, f"given {event.event}": 1.0}
    if entity.text.islower():
        out["given by a common word"] = 1.0
    if not chance:
        out["given, not read"] = 1.0
    return out
