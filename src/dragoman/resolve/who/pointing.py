"""Phrases that point: pronouns, and descriptions of somebody told of before ("the minister", "his government")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.codebook.actors import Actor, find_office
from dragoman.records import Entity, Word
from dragoman.resolve.who.answers import Answers
from dragoman.resolve.who.nearby import AUTHORITIES, find_country

_SELF: Final = frozenset("i we us me our ours my myself ourselves".split())
_ONE: Final = frozenset("he she him her his hers himself herself".split())
_SEVERAL: Final = frozenset("they them their theirs themselves both two three these those each".split())
_THING: Final = frozenset("it its itself this that".split())
_RELATIVE: Final = frozenset("who which whom whose that".split())
PRONOUNS: Final = _SELF | _ONE | _SEVERAL | _THING | _RELATIVE
_INSTITUTIONS: Final = frozenset(
    """government ministry army military police parliament cabinet court opposition administration presidency embassy
    assembly senate congress troops forces authorities department commission council delegation secretariat mission
    organization group movement union party alliance rebels agency""".split()
)
_HOME_ONLY: Final = frozenset(
    """government army military police parliament cabinet court opposition administration troops authorities presidency
    congress senate""".split()
)
_FIGHTERS: Final = frozenset("rebels guerrillas insurgents militants fighters separatists gunmen".split())
_BODIES: Final = frozenset("council commission assembly agency organization union".split())
_POSSESSIVES: Final = frozenset("his her its their our my".split())


class Pointing(Answers):
    """Follows what points back, and what is the report's own state's or body's."""

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


def _is_state(code: str) -> bool:
    return len(code) == 3 and code != "UNO"


def _is_plural(word: Word) -> bool:
    return word.text.lower().endswith("s") or word.text.lower() in ("they", "both", "them")
