"""What every way of resolving a phrase needs: the cast, what was told before, and entities made of what is found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import Actor, find_actor
from dragoman.records import Basis, Entity, Statement, Word
from dragoman.resolve.who.backward import Backward
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.holding import find_in_office, tell_holder
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.titles import is_former

_MARKS: Final = frozenset("the these those both all his her its their our my".split())
_OWNERS: Final = frozenset("his her its their our my your".split())
_SINGLE: Final = frozenset(
    ("president", "prime minister", "foreign minister", "secretary of state", "chancellor", "king")
)
_NEW: Final = frozenset("a an another one some several many other two three few most".split())


@dataclass(frozen=True, slots=True)
class Reason:
    """A candidate for a mention, and why it was taken or left."""

    candidate: str
    code: str | None
    taken: bool
    why: str


class Answers:
    """Answers for one report. Pure but for the groups that meetings teach it, in reading order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words = cast.words
        self.starts = [w.start for w in cast.words]
        self.back = Backward(cast)
        self.reasons: list[Reason] | None = None  # filled only where somebody asks why

    def is_first_told(self, entity: Entity) -> bool:
        """Whether the words are a state's own name, and no name of its before them."""
        named = find_actor(entity.text)
        if named is None or named.kind != "state" or entity.span is None:
            return False
        return self._told_by.get(named.code, entity.span[0] + 1) > entity.span[0]

    def is_owned(self, entity: Entity) -> bool:
        """Whether the words tell whose somebody is: "its army", "the Orvanan police"."""
        if entity.span is None:
            return False
        first, last = bisect_left(self.starts, entity.span[0]), bisect_left(self.starts, entity.span[1])
        inside = self.words[first:last]
        owned = any(w.text in ("'s", "’s") or w.text.lower() in _OWNERS for w in inside)
        return owned or any(w.index in self.cast.spot_at or w.index in self.cast.actor_at for w in inside)

    def whose_before(self, entity: Entity) -> str | None:
        """Whose the institution was that was last told of by the same word with its owner."""
        if entity.span is None:
            return None
        first = bisect_left(self.starts, entity.span[0])
        actor = self.back.institution(first, entity.text.lower().split()[-1])
        return actor.code if actor is not None else None

    @cached_property
    def _told_by(self) -> dict[str | None, int]:
        """Where each party's first name ends."""
        found: dict[str | None, int] = {}
        for n in self.cast.reading.names:
            actor = find_actor(self.cast.text[n.start : n.end])
            if actor is not None:
                found[actor.code] = min(n.end, found.get(actor.code, n.end))
        return found

    def note_group(self, entities: Sequence[Entity], at: int) -> None:
        """These met: "the sides" told of later may be they."""
        self.back.note([e for e in entities if e.code or e.name], bisect_left(self.starts, at))

    def note_statements(self, statements: Sequence[Statement]) -> None:
        """What these say in the first person is of those who say it."""
        self.back.note_statements(statements)

    def resolve(self, entity: Entity, *, taken: Sequence[Entity] = (), depth: int = 0) -> list[Entity]:
        """The entities of a phrase, at least one."""
        raise NotImplementedError

    def _again(self, entity: Entity, head: Word, depth: int) -> list[Entity]:
        """What the phrase around `head` stands for, under the words of `entity`."""
        start, end = self.back.phrase(head)
        if entity.span is not None and start <= entity.span[0] < end:
            return [entity]
        told = self.cast.text[start:end]
        self.because(told, None, f'corefers with "{" ".join(told.split())}" in sentence {head.sentence + 1}')
        found = self.resolve(Entity(told, (start, end)), depth=depth + 1)
        return [replace(e, text=entity.text, span=entity.span, basis="inferred") for e in found]

    def because(self, candidate: str | None, code: str | None, why: str, *, taken: bool = True) -> None:
        """Note a candidate and why it was taken or left, where somebody asked."""
        if self.reasons is not None:
            self.reasons.append(Reason(candidate or "?", code, taken, why))

    def _as_person(self, entity: Entity, person: Person) -> Entity:
        sectors = person.sectors or (("GOV",) if person.code else ())
        group = person.group or self._body_of(person)
        return Entity(
            entity.text,
            entity.span,
            person.name,
            person.code,
            sectors,
            person.office,
            f"{group}/{person.name}" if group else None,  # of a group that has no code of its own, or of a body
            person.basis if entity.basis == "stated" else entity.basis,
        )

    def _body_of(self, person: Person) -> str | None:
        """The usual name of the international body whose somebody is."""
        return next((a.name for _, _, a in self.cast.named if a.kind == "body" and a.code == person.code), None)

    def _in_office(self, entity: Entity, inside: Sequence[Word], title: str | None, code: str | None) -> Entity | None:
        """Whoever holds a ruler's or minister's office on the report's day, by the table: where nobody is named."""
        if title not in _SINGLE or code is None or self._is_new(inside) or is_former(list(inside)):
            return None
        row = next(
            (r for w in inside if (r := self.cast.actor_at.get(w.index)) is not None and r[2].code == code), None
        )
        told = self.cast.text[self.words[row[0]].start : self.words[row[1] - 1].end] if row is not None else None
        holder = find_in_office(title, code, self.cast.reading.report.published, told)
        if holder is None:
            return None
        self.because(holder.person, code, f"table of office-holders: {tell_holder(holder)}")
        return Entity(entity.text, entity.span, holder.person, code, ("GOV",), title, None, "inferred")

    def _actors(self, inside: Sequence[Word]) -> list[tuple[int, int, Actor]]:
        found: list[tuple[int, int, Actor]] = []
        for w in inside:
            row = self.cast.actor_at.get(w.index)
            if row is not None and row not in found:
                found.append(row)
        return found

    def _is_new(self, inside: Sequence[Word]) -> bool:
        """Told of for the first time: behind "a", or several without an article."""
        first = inside[0]
        before = self.words[first.index - 1].text.lower() if first.index else ""
        if before in _NEW or first.text.lower() in _NEW:
            return True
        head = next((w for w in inside if w.upos == "NOUN" and w.head not in {v.index for v in inside}), inside[-1])
        marked = {before, first.text.lower()} & _MARKS
        return head.upos == "NOUN" and head.text.endswith("s") and not marked and head.lemma != head.text.lower()

    def _is_one_person(self, inside: Sequence[Word], title: str) -> bool:
        last = title.split()[-1]
        return any(w.text.lower() in (last, last.split("-")[0]) for w in inside)  # "prime minister-designate"

    def _as_actor(self, entity: Entity, actor: Actor, basis: Basis) -> Entity:
        return Entity(entity.text, entity.span, actor.name, actor.code, actor.sectors, None, None, basis)


def holds(person: Person, title: str) -> bool:
    """Whether somebody holds an office, under a longer or shorter title."""
    return any(o == title or o.endswith(title) or title.endswith(o) for o in person.offices)
