"""One phrase -> the entities it stands for: persons, states, bodies, groups, pronouns, "the sides"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.codebook.actors import Actor, find_office, find_outlet
from dragoman.records import Basis, Entity, Statement, Word
from dragoman.resolve.who.backward import Backward
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.nearby import AUTHORITIES, find_country

_SELF: Final = frozenset("i we us me our ours my myself ourselves".split())
_ONE: Final = frozenset("he she him her his hers himself herself".split())
_SEVERAL: Final = frozenset("they them their theirs themselves both two three these those each".split())
_THING: Final = frozenset("it its itself this that".split())
_RELATIVE: Final = frozenset("who which whom whose that".split())
_PRONOUNS: Final = _SELF | _ONE | _SEVERAL | _THING | _RELATIVE
_GROUPS: Final = frozenset(
    """sides side parties party leaders ministers presidents countries nations states delegations governments teams
    negotiators officials neighbors neighbours foes rivals allies adversaries factions premiers counterparts
    principals heads envoys powers diplomats two both three pair duo""".split()
)
_RIVALS: Final = frozenset("foes rivals adversaries factions".split())
_ALL_SIDES: Final = frozenset(
    "sides parties countries nations states governments delegations two both neighbours neighbors".split()
)
_INSTITUTIONS: Final = frozenset(
    """government ministry army military police parliament cabinet court opposition administration presidency embassy
    assembly senate congress troops forces authorities department commission council delegation secretariat mission
    organization group movement union party alliance rebels agency""".split()
)
_HOME_ONLY: Final = frozenset(
    """government army military police parliament cabinet court opposition administration troops authorities presidency
    congress senate""".split()
)
_STOPS: Final = frozenset(("of", "for", "in", "to", "at", "on", "from", "with", "by", "who", "that", "which"))
_FIGHTERS: Final = frozenset("rebels guerrillas insurgents militants fighters separatists gunmen".split())
_LOCAL: Final = frozenset("officials counterparts counterpart leadership leaders authorities ministers".split())
_NEAR: Final = 2  # sentences
_BODIES: Final = frozenset("council commission assembly agency organization union".split())
_POSSESSIVES: Final = frozenset("his her its their our my".split())
_MANY: Final = 6


class Resolver:
    """Answers for one report. Pure but for the groups that meetings teach it, in reading order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words = cast.words
        self.starts = [w.start for w in cast.words]
        self.back = Backward(cast)

    def note_group(self, entities: Sequence[Entity], at: int) -> None:
        """These met: "the sides" told of later may be they."""
        self.back.note([e for e in entities if e.code or e.name], bisect_left(self.starts, at))

    def note_statements(self, statements: Sequence[Statement]) -> None:
        """What these say in the first person is of those who say it."""
        self.back.note_statements(statements)

    def resolve(self, entity: Entity, *, taken: Sequence[Entity] = (), depth: int = 0) -> list[Entity]:
        """The entities of a phrase, at least one.

        Args:
            taken: who is named beside it already; "the two ministers" beside their host are the others.
        """
        if entity.code or entity.name or entity.span is None:
            return [entity]
        first = bisect_left(self.starts, entity.span[0])
        last = bisect_left(self.starts, entity.span[1])
        inside = self.words[first:last]
        while inside and inside[0].upos in ("DET", "PUNCT") and len(inside) > 1:
            inside = inside[1:]
        if not inside:
            return [entity]
        if len(inside) == 1 and inside[0].text.lower() in _PRONOUNS:
            return self._pronoun(entity, inside[0], taken, depth)
        persons = self._persons(inside)
        if persons:
            return [self._as_person(entity, p) for p in persons]
        return (
            self._several(entity, inside, taken)
            or self._named(entity, inside)
            or self._described(entity, inside, depth)
            or [self._unknown(entity, inside)]
        )

    # ------------------------------------------------------------ persons

    def _persons(self, inside: Sequence[Word]) -> list[Person]:
        """The persons that a phrase names, without those whom it only names as somebody's ("Biden's adviser")."""
        found: list[Person] = []
        last = inside[-1].index
        for w in inside:
            person = self.cast.person_at.get(w.index)
            if person is None or person in found:
                continue
            end = w.index + 1
            while self.cast.person_at.get(end) is person:
                end += 1
            owns = end <= last and self.words[end].text in ("'s", "’s", "'", "’") and end < last
            behind = w.index - 1 >= inside[0].index and self.words[w.index - 1].text.lower() in ("of", "for", "to")
            if not owns and not (behind and w.index - 1 > inside[0].index):
                found.append(person)
        return found

    def _as_person(self, entity: Entity, person: Person) -> Entity:
        sectors = person.sectors or (("GOV",) if person.code else ())
        return Entity(
            entity.text,
            entity.span,
            person.name,
            person.code,
            sectors,
            person.office,
            None,
            person.basis if entity.basis == "stated" else entity.basis,
        )

    # ------------------------------------------------------------ several at once

    def _several(self, entity: Entity, inside: Sequence[Word], taken: Sequence[Entity]) -> list[Entity]:
        """ "the foreign ministers of A and B", "A and B", "the two leaders", "A-B": each of them."""
        low = [w.text.lower() for w in inside]
        actors = self._actors(inside)
        heads = [a for a in actors if a[2].kind != "people" or len(actors) > 1]
        codes = list(dict.fromkeys((a.code, a.name if a.kind == "group" else None) for _, _, a in heads))
        plural = next((w for w in low if w in _GROUPS), None)
        if len(codes) > 1 and self._are_coordinated(inside, heads):
            whole = not plural and inside[-1].index + 1 == heads[-1][1]
            if plural or whole:
                return self._each(entity, inside, heads)
        if (
            plural
            and not actors
            and (low[0] in ("two", "both", "three", "the") or plural in ("both", "two") or len(low) <= 3)
        ):
            return self._group(entity, inside, plural, taken)
        return []

    def _are_coordinated(self, inside: Sequence[Word], actors: Sequence[tuple[int, int, Actor]]) -> bool:
        for (_, end, _), (start, _, _) in pairwise(actors):
            between = [w.text.lower() for w in self.words[end:start]]
            if not between or len(between) > 4 or not set(between) & {"and", ",", "&", "-", "–", "or", "as"}:
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
        people = [p for p in self.cast.persons if p.code == actor.code]
        lone = people[0] if len(people) == 1 and not people[0].offices else None
        return next((p for p in people if _holds(p, title)), lone)

    def _group(self, entity: Entity, inside: Sequence[Word], noun: str, taken: Sequence[Entity]) -> list[Entity]:
        people = noun not in _ALL_SIDES
        number = 3 if "three" in [w.text.lower() for w in inside] else 2
        office = find_office([w.text.lower() for w in inside]) if people else None
        title = office.title if office else None
        rivals = any(w.text.lower() in _RIVALS for w in inside)
        members = self.back.group(inside[0].index, number, title, taken, rivals=rivals)
        return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in members]

    # ------------------------------------------------------------ one state, body or group

    def _actors(self, inside: Sequence[Word]) -> list[tuple[int, int, Actor]]:
        found: list[tuple[int, int, Actor]] = []
        for w in inside:
            row = self.cast.actor_at.get(w.index)
            if row is not None and row not in found:
                found.append(row)
        return found

    def _named(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        actor = self.cast.owner(list(inside))
        if actor is None:
            person = next((p for w in inside if (p := self.cast.person_at.get(w.index)) and p.code), None)
            if person is None:
                return []
            sector = self.cast.sector_of(list(inside), None)
            sectors = (sector,) if sector else person.sectors
            return [Entity(entity.text, entity.span, entity.text, person.code, sectors, basis="inferred")]
        rows = self._actors(inside)
        whole = any(a is actor and first <= inside[0].index and last > inside[-1].index for first, last, a in rows)
        if whole:
            return [self._as_actor(entity, actor, "stated")]
        office = find_office([w.text.lower() for w in inside])
        sector = self.cast.sector_of([w for w in inside if w.index not in self.cast.actor_at], office)
        sectors = actor.sectors if actor.kind in ("group", "body") else ((sector,) if sector else ("GOV",))
        title = office.title if office and self._is_one_person(inside, office.title) else None
        holder = title and next((p for p in self.cast.persons if p.code == actor.code and _holds(p, title)), None)
        if holder and title not in (
            "official",
            "spokesman",
            "diplomat",
            "minister",
            "leader",
            "representative",
            "aide",
        ):
            return [replace(self._as_person(entity, holder), basis="inferred")]
        name = actor.name if actor.kind == "group" else entity.text
        return [Entity(entity.text, entity.span, name, actor.code, sectors, title)]

    def _is_one_person(self, inside: Sequence[Word], title: str) -> bool:
        return any(w.text.lower() == title.split()[-1] for w in inside)

    def _as_actor(self, entity: Entity, actor: Actor, basis: Basis) -> Entity:
        return Entity(entity.text, entity.span, actor.name, actor.code, actor.sectors, None, None, basis)

    # ------------------------------------------------------------ what goes back to something told before

    def _pronoun(self, entity: Entity, word: Word, taken: Sequence[Entity], depth: int) -> list[Entity]:
        low = word.text.lower()
        if depth > 3:
            return [entity]
        if low in _SELF:
            speaker = self.back.speaker(word)
            if speaker is not None and speaker.span != entity.span:
                found = self.resolve(speaker, depth=depth + 1)
                return [replace(e, text=entity.text, span=entity.span, basis="inferred") for e in found]
            return self._home(entity)
        if low in _RELATIVE and word.head != word.index:
            above = self.words[self.words[word.head].head]
            if self.words[word.head].deprel.startswith("acl") and above.index < word.index:
                return self._again(entity, above, depth)
        chained = self.back.antecedent(word)
        if chained is not None and (low not in _ONE or chained.index in self.cast.person_at or low == "its"):
            found = self._again(entity, chained, depth)
            if any(e.code or e.name for e in found) and (low not in _SEVERAL or len(found) > 1 or _is_plural(chained)):
                return found
        if low in _ONE:
            person = self.back.person(word.index)
            return [replace(self._as_person(entity, person), basis="inferred")] if person else [entity]
        if low in _SEVERAL:
            members = self.back.group(word.index, 3 if low == "three" else 2, None, taken)
            return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in members] or [entity]
        subject = self.back.body(word.index)
        return [replace(self._as_actor(entity, subject, "inferred"))] if subject else [entity]

    def _again(self, entity: Entity, head: Word, depth: int) -> list[Entity]:
        """What the phrase around `head` stands for, under the words of `entity`."""
        start, end = self.back.phrase(head)
        if entity.span is not None and start <= entity.span[0] < end:
            return [entity]
        found = self.resolve(Entity(self.cast.text[start:end], (start, end)), depth=depth + 1)
        return [replace(e, text=entity.text, span=entity.span, basis="inferred") for e in found]

    def _described(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """ "the minister", "the ministry", "the army": who was last told of under that name, else the home state's."""
        low = [w.text.lower() for w in inside]
        office = find_office(low)
        noun = next((w for w in reversed(low) if w in _INSTITUTIONS), None)
        if noun and depth < 3 and low[0] in _POSSESSIVES:
            return self._owned(entity, inside, depth)
        if office is not None and self._is_one_person(inside, office.title) and noun is None:
            person = self.back.person(inside[0].index, office.title.split()[-1])
            if person is not None:
                return [replace(self._as_person(entity, person), basis="inferred")]
        if depth < 3 and (noun or office) and (before := self.back.antecedent(inside[-1])) is not None:
            found = self._again(entity, before, depth)
            if any(e.code for e in found):
                return found
        if (noun or low[-1]) in _FIGHTERS and (group := self._only_group()) is not None:
            return [self._as_actor(entity, group, "inferred")]
        if noun in _BODIES and (body := self._body_called(inside)) is not None:
            return [self._as_actor(entity, body, "inferred")]
        if noun and (actor := self.back.institution(inside[0].index, noun)) is not None:
            sector = self.cast.sector_of(list(inside), None)
            sectors = actor.sectors if actor.kind in ("group", "body") else ((sector,) if sector else ("GOV",))
            return [Entity(entity.text, entity.span, entity.text, actor.code, sectors, basis="inferred")]
        if (body := self._body_called(inside)) is not None:
            return [self._as_actor(entity, body, "inferred")]
        definite = entity.span is not None and self._is_definite(inside[0])
        if (
            office is not None
            and office.code
            and self._is_one_person(inside, office.title)
            and office.title != "secretary"
        ):
            return [Entity(entity.text, entity.span, entity.text, office.code, (office.sector or "GOV",), office.title)]
        if self.cast.home and ((noun in _HOME_ONLY and definite) or (office and definite and self.cast.outlet_code)):
            sector = self.cast.sector_of(list(inside), office) or "GOV"
            return [Entity(entity.text, entity.span, entity.text, self.cast.home, (sector,), basis="inferred")]
        if set(low) & AUTHORITIES and (code := find_country(self.cast, inside[-1].index, set(low))) is not None:
            sector = self.cast.sector_of(list(inside), office) or "GOV"
            return [Entity(entity.text, entity.span, entity.text, code, (sector,), basis="inferred")]
        return []

    def _body_called(self, inside: Sequence[Word]) -> Actor | None:
        """ "the council", "Council members": the body told of before whose name ends so."""
        for w in inside:
            for first, last, actor in reversed(self.cast.named):
                same = self.words[last - 1].text.lower() == w.text.lower() and last - first > 1
                if same and last <= inside[0].index and actor.kind == "body":
                    return actor
        return None

    def _only_group(self) -> Actor | None:
        """The armed group that the report names, where it names one alone."""
        groups = {a.name: a for _, _, a in self.cast.named if a.kind == "group" and a.sectors[:1] == ("REB",)}
        return next(iter(groups.values())) if len(groups) == 1 else None

    def _owned(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """ "his government", "its army": of the state or body of whoever is meant."""
        own = Entity(inside[0].text, (inside[0].start, inside[0].end))
        owner = self._pronoun(own, inside[0], (), depth + 1)[0]
        if owner.code is None:
            return []
        sector = self.cast.sector_of(list(inside), None) or "GOV"
        return [Entity(entity.text, entity.span, entity.text, owner.code, (sector,), basis="inferred")]

    def _is_definite(self, word: Word) -> bool:
        before = self.words[word.index - 1] if word.index else None
        return word.text[:1].isupper() or (before is not None and before.text.lower() in ("the", "our", "its", "their"))

    def as_visited(self, entity: Entity, codes: AbstractSet[str]) -> Entity:
        """ "met with senior officials": of the state where the sentences before say that somebody is, when it is not
        one of `codes`, whose people are there already. Anybody else stays as is."""
        low = entity.text.lower().split()
        if entity.code or entity.span is None or not codes or not _LOCAL & set(low) or "from" in low:
            return entity
        at = bisect_left(self.starts, entity.span[0])
        if at >= len(self.words):
            return entity
        for first, _, actor in reversed(self.cast.named):
            if first >= at or actor.kind not in ("state", "seat", "people") or actor.code in codes:
                continue
            if self.words[at].sentence - self.words[first].sentence > _NEAR:
                return entity
            return replace(entity, code=actor.code, sectors=entity.sectors or ("GOV",), basis="inferred")
        return entity

    def _home(self, entity: Entity) -> list[Entity]:
        """Whose document it is: one state or body, or the signers of a joint statement."""
        codes = self.cast.signers or ((self.cast.outlet_code,) if self.cast.outlet_code else ())
        names = {a.code: a.name for _, _, a in reversed(self.cast.named) if a.code}
        return [
            replace(
                entity,
                name=names.get(code),
                code=code,
                sectors=("GOV",) if _is_state(code) else ("IGO",),
                basis="inferred",
            )
            for code in codes
        ] or [entity]

    def _unknown(self, entity: Entity, inside: Sequence[Word]) -> Entity:
        based = find_outlet([w.text for w in inside])
        if based is not None:
            return Entity(entity.text, entity.span, entity.text, based, ("JRN",))
        sector = self.cast.sector_of(list(inside), find_office([w.text.lower() for w in inside]))
        office = find_office([w.text.lower() for w in inside])
        title = office.title if office and self._is_one_person(inside, office.title) else None
        return replace(entity, name=entity.text, sectors=(sector,) if sector else (), office=title)


def _holds(person: Person, title: str) -> bool:
    return any(o == title or o.endswith(title) or title.endswith(o) for o in person.offices)


def _is_state(code: str) -> bool:
    return len(code) == 3 and code != "UNO"


def _is_plural(word: Word) -> bool:
    return word.text.lower().endswith("s") or word.text.lower() in ("they", "both", "them")
