"""Phrases for several at once: "the foreign ministers of A and B", "the two leaders", "A-B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.codebook.actors import Actor, find_office
from dragoman.records import Entity, Word, stands_apart
from dragoman.resolve.who.answers import Answers, holds
from dragoman.resolve.who.halves import find_both
from dragoman.resolve.who.hosts import NUMBERS
from dragoman.resolve.who.named import Person

_GROUPS: Final = frozenset(
    """sides side parties party leaders ministers presidents countries nations states delegations governments teams
    negotiators officials neighbors neighbours foes rivals allies adversaries factions premiers counterparts
    principals heads envoys powers diplomats two both three pair duo men women""".split()
)
_OFFICERS: Final = frozenset(
    "secretaries generals chiefs commanders ambassadors representatives delegates experts lawmakers officers".split()
)  # each of the state named before them: "the Orvanan and Selvian foreign secretaries"
_AT_LARGE: Final = frozenset("officials diplomats ministers nations".split())  # unless told of before: anybody's
_OF_ONE: Final = ("allies", "friends")
_RIVALS: Final = frozenset("foes rivals adversaries factions".split())
_OF_BODIES: Final = frozenset("leaders ministers heads".split())
_ALL_SIDES: Final = frozenset(
    "sides parties countries nations states governments delegations two both neighbours neighbors".split()
)
_STATES: Final = ("countries", "nations", "states", "governments")
_WHOLE: Final = frozenset(("sides", "parties"))
_OTHER: Final = frozenset(("other", "another", "fellow", "neighboring", "neighbouring", "surrounding"))
_OF_OTHERS: Final = frozenset(
    """opposition business religious community tribal local world political civil union labour labor church student
    youth young rebel party industry military faith trade-union""".split()
)  # leaders of whom the report told is no talk
_FOLK: Final = frozenset(("men", "women"))
_KNOWN_FOLK: Final = (["the", "two", "men"], ["the", "two", "women"])
_NUMBERS: Final = {**NUMBERS, "3": 3}
_PAIRED: Final = ("two", "both")
_COUNTED: Final = ("two", "2", "both", *_NUMBERS)
_ALL: Final = ("all", "these", "those")
_NO_MORE: Final = (*_COUNTED, "neither", "either", "pair", "duo", "side")  # of so many, and no more
_REGIONS: Final = frozenset(
    "western eastern european african arab asian caribbean nordic baltic gulf regional american balkan".split()
)
_MANY: Final = 8


class Several(Answers):
    """Takes phrases for several apart."""

    def _several(self, entity: Entity, inside: Sequence[Word], taken: Sequence[Entity]) -> list[Entity]:
        """ "the foreign ministers of A and B", "A and B", "the two leaders", "A-B": each of them."""
        low = [w.text.lower() for w in inside]
        actors = self._actors(inside)
        heads = self._without_short_forms([a for a in actors if a[2].kind != "people" or len(actors) > 1])
        codes = list(dict.fromkeys((a.code, a.name if a.kind == "group" else None) for _, _, a in heads))
        plural = next((w for w in low if w in _GROUPS), None)
        if len(codes) > 1 and self._are_coordinated(inside, heads):
            whole = not plural and inside[-1].index + 1 == heads[-1][1]
            troops = inside[-1].upos == "NOUN" and low[-1].endswith("s") and inside[-1].index == heads[-1][1]
            if plural or whole or troops or _OFFICERS & set(low):  # "Thai and Cambodian troops"
                return self._each(entity, inside, heads)
        if (known := self._of_known(entity, inside, taken)) is not None:
            return known
        if _OTHER & set(low) or any(w.upos == "NUM" and w.text.lower() not in _COUNTED for w in inside):
            return []
        before = self.words[inside[0].index - 1].text.lower() if inside[0].index else ""
        if _OF_OTHERS & set(low) or _is_new_pair(inside):
            return []
        if _FOLK & set(low) and [before, *low[:2]] not in _KNOWN_FOLK:
            return []
        if low[-1].endswith("s") and inside[-1].text[:1].isupper():
            day = self.cast.reading.report.published
            both = find_both(low[-1], self.cast.text, self.cast.counts, day)
            if both:
                return [self._as_actor(entity, half, "inferred") for half in both]
        if plural and not actors and (self._is_of_region(inside) or self._goes_back_to_region(inside, plural)):
            return []
        if plural in _OF_BODIES and not actors and (body := self._of_body(entity, inside, plural)) is not None:
            return [body]
        told = low[0] in ("two", "both", "the", *_NUMBERS, *_ALL) or plural in ("both", "two")
        if "all" in (before, low[0]) and plural in _STATES and not set(low) & set(_COUNTED):
            return []  # "all governments" are more than those told of
        if plural in _OF_ONE and not told:  # "our allies" are others than those of whom it told
            return []
        if plural and not actors and (told or (len(low) <= 3 and not (plural in _AT_LARGE and self._is_new(inside)))):
            return self._group(entity, inside, plural, taken)
        return []

    def _of_known(self, entity: Entity, inside: Sequence[Word], taken: Sequence[Entity]) -> list[Entity] | None:
        """ "The commanders of both countries", "the two sides' envoys": somebody of each of those told of before; None
        for other phrases."""
        if (owners := self._owners(inside)) is not None:
            return self._group(entity, [inside[0]], owners, taken)
        for k, (one, two) in enumerate(pairwise(inside)):
            noun = two.text.lower()
            rest = [w for w in inside if w not in (one, two)]
            if one.text.lower() not in _PAIRED or noun not in _ALL_SIDES or not rest:
                continue
            owned = [w.text for w in rest if w.index == two.index + 1] in (["'"], ["’"], ["'s"], ["’s"])
            if not owned and not (k and inside[k - 1].text.lower() in ("of", "from", "the")):
                continue
            office = find_office([w.text.lower() for w in rest])
            sector = self.cast.sector_of(rest, office)
            members = self._group(entity, [one, two], noun, taken)
            if sector not in (None, "GOV"):
                members = [m if _side(m)[1] or m.sectors[:1] == ("IGO",) else _as_of(m, sector) for m in members]
            return members
        return None

    def _owners(self, inside: Sequence[Word]) -> str | None:
        """ "The neighbours' ministers", of whom nothing says how many they are: the word for whose they are."""
        if len(inside) < 3 or inside[1].text not in ("'", "’", "'s", "’s") or not inside[0].index:
            return None
        low, before = inside[0].text.lower(), self.words[inside[0].index - 1].text.lower()
        return low if before == "the" and low in _ALL_SIDES | _RIVALS else None

    def _is_of_region(self, inside: Sequence[Word]) -> bool:
        """ "Caribbean leaders", "western powers": more than were told of, though some of them may be."""
        named = {i for n in self.cast.reading.names if n.kind in ("NORP", "LOC") for i in range(n.first, n.last)}
        return any(w.index in named or w.text.lower() in _REGIONS for w in inside[:-1])

    def _goes_back_to_region(self, inside: Sequence[Word], plural: str) -> bool:
        """ "Arab leaders met. ... The leaders said": of all whom the same noun was last told of."""
        if len(inside) > 1 or plural in _ALL_SIDES:
            return False
        last = next((w for w in reversed(self.words[: inside[0].index]) if w.text.lower() == plural), None)
        return last is not None and last.index > 0 and self.words[last.index - 1].text.lower() in _REGIONS

    def _of_body(self, entity: Entity, inside: Sequence[Word], plural: str) -> Entity | None:
        """ "Ministers", "the leaders" where those told of last under that name were a body's ("EU leaders")."""
        before = self.words[inside[0].index - 1].text.lower() if inside[0].index else ""
        opens = inside[0].text[:1].isupper() and before not in _COUNTED
        if len(inside) > 1 or not (before == "the" or opens):
            return None
        actor = self.back.institution(inside[0].index, plural, gathered=False)
        if actor is None and not self._group(entity, inside, plural, ()):  # "ahead of the EU leaders' summit"
            actor = self.back.institution(inside[0].index, plural)
        if actor is None or actor.kind != "body" or not actor.code:
            return None
        self.because(actor.name, actor.code, f'whose "{plural}" were told of before')
        return Entity(entity.text, entity.span, entity.text, actor.code, actor.sectors, basis="inferred")

    def _without_short_forms(self, actors: Sequence[tuple[int, int, Actor]]) -> list[tuple[int, int, Actor]]:
        """ "The African Union (AU) and Ruritania": a name's short form in brackets behind it is nobody else."""
        return [
            a
            for k, a in enumerate(actors)
            if not (k and actors[k - 1][2].code == a[2].code and self.words[a[0] - 1].text == "(")
        ]

    def _are_coordinated(self, inside: Sequence[Word], actors: Sequence[tuple[int, int, Actor]]) -> bool:
        for (_, end, _), (start, _, _) in pairwise(actors):
            between = _outside_brackets([w.text.lower() for w in self.words[end:start]])
            if not between or len(between) > 4 or not set(between) & {"and", ",", "&", "-", "–", "or", "as", "plus"}:
                return False
        return True

    def _each(self, entity: Entity, inside: Sequence[Word], actors: Sequence[tuple[int, int, Actor]]) -> list[Entity]:
        """One a state; its person where the report names who holds the office that the phrase speaks of."""
        office = find_office([w.text.lower() for w in inside])
        found = []
        for _, _, actor in actors[:_MANY]:
            person = self._holder(actor, office.title) if office else None
            if person:
                found.append(replace(self._as_person(entity, person), basis="inferred"))
            else:
                base = self._as_actor(entity, actor, "stated")
                found.append(replace(base, office=office.title if office else None))
        return found

    def _holder(self, actor: Actor, title: str) -> Person | None:
        """The person named who holds the office, or the only one of that state, where the text gives him no other."""
        apart = stands_apart(actor.sectors)
        people = [p for p in self.cast.persons if p.code == actor.code and stands_apart(p.sectors) == apart]
        lone = people[0] if len(people) == 1 and not people[0].offices else None
        return next((p for p in people if holds(p, title)), lone)

    def _group(self, entity: Entity, inside: Sequence[Word], noun: str, taken: Sequence[Entity]) -> list[Entity]:
        people = noun not in _ALL_SIDES
        low = [w.text.lower() for w in inside]
        number = next((_NUMBERS[w] for w in low if w in _NUMBERS), 2)
        counted = any(w in _NO_MORE for w in low) or any(w.upos == "ADJ" and w.text.lower() != "all" for w in inside)
        office = find_office(low) if people else None
        title = office.title if office else None
        rivals = any(w in _RIVALS for w in low)
        every = (people or low[0] in _ALL) and not counted
        members = self._foe_of(taken) if {noun, *low} & _WHOLE else []
        members = members or self.back.group(
            inside[0].index, number, title, taken, rivals=rivals, people=people, at_least=every
        )
        for m in members:
            self.because(m.name, m.code, f'"{noun}": met, or were told of together, before')
        return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in members]

    def _foe_of(self, taken: Sequence[Entity]) -> list[Entity]:
        """ "Both sides", where a government or its rebels speak to them: to the other side."""
        foes = self.back.foes(set()) if len({t.code for t in taken}) == 1 else []
        left = [f for f in foes if _side(f) not in {_side(t) for t in taken}]
        return left if len(left) == 1 and left[0].code == taken[0].code else []


def _outside_brackets(words: Sequence[str]) -> list[str]:
    if words[:1] == ["("] and ")" in words:
        return list(words[words.index(")") + 1 :])
    return list(words)


def _side(entity: Entity) -> tuple[str | None, bool]:
    """A state's own people and those who stand against it under its code are two sides."""
    return entity.code, stands_apart(entity.sectors)


def _as_of(state: Entity, sector: str | None) -> Entity:
    """Of a state, but not its government: "the armies of both countries"."""
    return replace(state, sectors=(sector,) if sector else state.sectors, office=None, name=None)


def _is_new_pair(inside: Sequence[Word]) -> bool:
    """ "Two soldiers": no word says that the report told of them ("the two men", "both sides")."""
    if inside[0].text.lower() not in ("two", "2", *_NUMBERS):
        return False
    return any(w.upos == "NOUN" and w.text.lower() not in _GROUPS for w in inside)
