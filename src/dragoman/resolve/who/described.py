"""Descriptions without a name: "the minister", "the ministry", "his government", "officials", "the rebels".

Rules, the surest first: whoever was last told of under that name, then the home state's, then that of the place told
of. What is told of for the first time ("an official", "diplomats") goes back to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.codebook.actors import Actor, find_office
from dragoman.codebook.talks import find_talk_noun, find_talk_verb
from dragoman.records import Entity, Word
from dragoman.resolve.who.answers import Answers
from dragoman.resolve.who.led import find_ruler
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.nearby import AUTHORITIES, find_country, place_behind
from dragoman.resolve.who.sides import NOT_AMERICAN, RULERS

_INSTITUTIONS: Final = frozenset(
    """government ministry army military police parliament cabinet court opposition administration presidency embassy
    assembly senate congress troops forces authorities department commission council delegation secretariat mission
    organization group movement union party alliance rebels agency country nation regime junta""".split()
)
_HOME_ONLY: Final = frozenset(
    """government army military police parliament cabinet court opposition administration troops authorities presidency
    congress senate""".split()
)
_LOCAL: Final = ("police", "authorities")  # courts may be anybody's, troops and exiles far from home
_NO_BODYS: Final = frozenset("government army military police cabinet troops authority regime junta opposition".split())
_NO_GROUPS: Final = frozenset(  # what no rebels are, unless by name
    "army military government police parliament council commission assembly committee court".split()
)
_NO_STATES: Final = frozenset("council commission committee agency union bloc alliance tribunal watchdog".split())
_NO_SEAT: Final = frozenset("ministry army police court parliament".split())
_OTHERS: Final = frozenset("regime junta".split())  # nobody calls his own government so
_FIGHTERS: Final = frozenset("rebels guerrillas insurgents militants fighters separatists".split())
_UNKNOWN: Final = frozenset("unknown unidentified unnamed masked".split())
_STATES_OWN: Final = frozenset("government army military force troop soldier official negotiator authority".split())
_STATES_ARMS: Final = frozenset("government army military troop soldier negotiator".split())
_PAIR: Final = 2  # words: somebody, and "and"
_NEARBY: Final = 2  # sentences
_REBELS: Final = frozenset("rebel rebels guerrilla guerrillas insurgent insurgents separatist separatists".split())
_BODIES: Final = frozenset("council commission assembly agency organization union".split())
_OWN_KIND: Final = frozenset("group movement organization organisation party alliance".split())
_FIGHTING: Final = (("REB",), ("PRE",), ("OPP",), ("UAF",), ("PRM",))
_SERVING: Final = frozenset(
    "office spokesman spokeswoman spokesperson aide aides adviser advisers delegation envoy team ministers".split()
)  # "his office", "her spokesman": of the state of whom they serve
_SHORT: Final = 3  # words
_POSSESSIVES: Final = frozenset("his her its their our my whose".split())
_VAGUE: Final = frozenset("official diplomat source officer representative member negotiator".split())
_RULING: Final = {"premier": ("prime",), "prime minister": ("premier",)}
_WHOLES: Final = {
    "bloc": ("body",), "body": ("body",), "alliance": ("body",), "grouping": ("body",),
    "organisation": ("body", "group"), "organization": ("body", "group"), "group": ("group", "body"),
    "movement": ("group",), "faction": ("group",),
}  # fmt: skip
_NO_GROUP: Final = "UNO"  # nobody calls it a bloc, a group or a movement
_HOUSES: Final = frozenset("house parliament senate assembly legislature court opposition lawmaker union".split())
_FROM_ABROAD: Final = frozenset("foreign international multinational western allied".split())
_FORCES: Final = frozenset("troops troop force forces soldier military army government".split())
_ARMS: Final = frozenset(
    """troops troop soldier force jet aircraft warplane plane helicopter tank artillery warship gunboat drone
    gunner commando""".split()
)
_PAPERS: Final = frozenset(
    "statement communique communiqué declaration document text draft proposal resolution letter".split()
)
_ISSUED: Final = ("issue", "release", "publish", "adopt", "make")
_MEDIA: Final = frozenset("radio television newspaper daily".split())
_TEAM: Final = 3  # words of "Biden-Harris" before what they lead
_OWNED_PAIR: Final = 4  # words of "X's government and"
_NEAR: Final = 3  # sentences
_DEEPEST: Final = 3  # owners of owners
_REACH: Final = 11  # words behind a paper in which its author is told
_LEADS: Final = frozenset("leader chief commander head".split())


class Described(Answers):
    """Follows descriptions back, or to the report's home."""

    def _described(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """Whom a description stands for: the answer of the first rule that has one; empty if none has."""
        low = [w.text.lower() for w in inside]
        noun = next((w for w in reversed(low) if w in _INSTITUTIONS), None)
        noun = next((w for w in low if w in _OTHERS), noun)  # "the regime's army"
        if self._is_of_heading(inside):
            return self._as_office(entity, inside)  # not of the side that the readout says was met
        served = low[-1] in _SERVING and len(low) <= _SHORT
        if (noun or served) and depth < 3 and low[0] in _POSSESSIVES:
            return self._owned(entity, inside, depth)
        return (
            (self._as_administration(entity, inside) if len(inside) == 1 else [])
            or self._as_told_before(entity, inside, noun, depth)
            or self._as_led(entity, inside)
            or self._as_fighters(entity, inside, noun)
            or self._as_whole(entity, inside)
            or self._as_institution(entity, inside, noun)
            or self._as_document(entity, inside, depth)
            or self._as_office(entity, inside)
            or self._as_at_home(entity, inside, noun)
            or self._as_own_official(entity, inside, depth)
        )

    def _is_of_heading(self, inside: Sequence[Word]) -> bool:
        """ "The Secretary", in a "Readout of the Secretary's call with the President of Selvia"."""
        side = self.cast.own_side
        own = side is not None and not self.cast.outlet_code
        return own and side is not None and _plain([w.text.lower() for w in inside]) in side[0]

    def _as_told_before(self, entity: Entity, inside: Sequence[Word], noun: str | None, depth: int) -> list[Entity]:
        """The person last named under that title, or what the phrase corefers with."""
        office = find_office([w.text.lower() for w in inside])
        if self._is_new(inside):
            return []
        one = office is not None and self._is_one_person(inside, office.title) and noun is None
        if office is not None and one and office.title.split()[-1] not in _VAGUE:
            person = self.back.person(inside[0].index, office.title)
            if person is None and not office.title.startswith(("vice", "deputy")):
                person = self.back.person(inside[0].index, _head(office.title))
            if person is not None:
                self.because(person.name, person.code, f'last named before as "{office.title}"; {person.why}')
                return [replace(self._as_person(entity, person), basis="inferred")]
        told = noun or office or inside[-1].text.lower() in _VAGUE
        before = self.back.antecedent(inside[-1]) if depth < 3 and told else None
        if before is not None and self._may_be(before, inside[-1]):
            person = self.cast.person_at.get(before.index)
            title = office.title if office else ""
            home = person is not None and person.code == self.cast.outlet_code and self._is_guest(inside)
            if person is None or (noun is None and not home and not self._is_another(person, title)):
                found = self._again(entity, before, depth)
                if any(e.code for e in found):
                    return found
        return []

    def _is_guest(self, inside: Sequence[Word]) -> bool:
        """ "The Crown Prince", "the Prime Minister" in a report whose home is the United States, which have none."""
        return self.cast.home == "USA" and any(w.text.lower() in NOT_AMERICAN for w in inside)

    def _may_be(self, before: Word, head: Word) -> bool:
        """A name, an official, or the same noun: what else coreference finds is a slip."""
        row = self.cast.actor_at.get(before.index)
        if self.back.is_host(before) and head.lemma.lower() in _NO_BODYS:
            return False
        if row is not None and not self._may_be_whole(row[2], head.text.lower()):
            return False
        if row is not None and row[2].kind == "body" and head.lemma.lower() in _NO_BODYS:
            return False
        if row is not None and row[2].kind == "group" and head.lemma.lower() in _NO_GROUPS:
            return head.lemma.lower() in row[2].name.lower().split()  # "the army", of the Liberation Army
        if row is not None and row[2].kind in ("state", "people", "seat") and head.text.lower() in _FIGHTERS:
            return False  # "the rebels" are no state
        if row is not None and row[2].kind in ("state", "people", "seat") and head.lemma.lower() in _NO_STATES:
            return False  # "the council" is no state
        if row is not None and row[2].kind == "seat" and head.lemma.lower() in _NO_SEAT:
            return False  # "the ministry" is not the White House
        named = before.index in self.cast.person_at or before.index in self.cast.actor_at or before.upos == "PROPN"
        return named or before.lemma.lower() == head.lemma.lower() or find_office([before.text.lower()]) is not None

    def _is_another(self, person: Person, title: str) -> bool:
        """The premier is no president: a ruler's title that somebody does not hold whose own is known."""
        ruler = set(title.split()) & RULERS
        same = {w for o in person.offices for w in o.split()} & {*title.split(), *_RULING.get(title, ())}
        return bool(ruler and person.offices and not same)

    def _as_led(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        """ "The Assad regime": those whom a ruler leads."""
        ruler = find_ruler(self.cast, inside)
        if ruler is None:
            return []
        code, name = ruler
        self.because(entity.text, code, f"goes by the name of {name}")
        sector = self.cast.sector_of(list(inside), None) or "GOV"
        return [Entity(entity.text, entity.span, entity.text, code, (sector,), basis="inferred")]

    def _as_administration(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        """ "The Administration", in a report that told of "the Biden-Harris Administration": that one."""
        if inside[0].text != "Administration":
            return []
        told = [w.index for w in self.words[: inside[0].index] if w.text == "Administration"]
        for at in reversed(told):
            ruler = find_ruler(self.cast, self.words[max(at - _TEAM, 0) : at + 1])
            if ruler is not None:
                self.because(entity.text, ruler[0], f"goes by the name of {ruler[1]} before")
                return [Entity(entity.text, entity.span, entity.text, ruler[0], ("GOV",), basis="inferred")]
        return []

    def _as_fighters(self, entity: Entity, inside: Sequence[Word], noun: str | None) -> list[Entity]:
        """ "The rebels", "rebel negotiators": the only armed group that the report names, else those of the rebel named
        in it, else rebels of the place told of."""
        low = [w.text.lower() for w in inside]
        if "held" in low or _UNKNOWN & set(low):  # "the rebel-held port", "unidentified rebels"
            return []
        if (noun or low[-1]) not in _FIGHTERS and not {"rebel", "guerrilla", "insurgent"} & set(low):
            return []
        group = self._only_group()
        if group is not None and not self._are_elsewhere(inside, group):
            self.because(group.name, group.code, "the only armed group that the report names")
            return [self._as_actor(entity, group, "inferred")]
        rebels = [] if group is not None else [p for p in self.cast.persons if p.sectors[:1] == ("REB",) and p.group]
        leaders = [p for p in rebels if any(_LEADS & set(o.split()) for o in p.offices)] or rebels
        if not leaders:
            foe = (self._joined_with(inside[0]) or self._faced_by(inside[-1])) if _REBELS & set(low) else None
            place = find_country(self.cast, inside[-1].index, set(low)) if _REBELS & set(low) else None
            code = foe.code if foe is not None else place
            if code is None:
                return []
            why = f"told with {foe.name}" if foe is not None else "rebels of the place told of"
            self.because(entity.text, code, why)
            return [Entity(entity.text, entity.span, entity.text, code, ("REB",), basis="inferred")]
        leader = leaders[0]
        self.because(leader.group, leader.code, f"those whom {leader.name} leads")
        return [Entity(entity.text, entity.span, leader.group, leader.code, ("REB",), basis="inferred")]

    def _are_elsewhere(self, inside: Sequence[Word], group: Actor) -> bool:
        """Rebels of whom nothing was told ("Selvian rebels"), in another state than that of the group, where neither
        the group nor its state is near."""
        if self._is_definite(inside[0]) and inside[0].upos != "ADJ" and inside[0].text.islower():
            return False
        here = inside[0].sentence
        own = [(self.words[first].sentence, a.kind) for first, _, a in self.cast.named if a.code == group.code]
        if any(at == here or (kind != "group" and 0 < here - at <= _NEARBY) for at, kind in own):
            return False
        codes = {code for i, code in self.cast.spots if self.words[i].sentence == here}
        return bool(codes) and group.code not in codes

    def _as_institution(self, entity: Entity, inside: Sequence[Word], noun: str | None) -> list[Entity]:
        """ "The council", "the ministry": the one told of before with its name or its owner."""
        opened = self._opened_in(inside[0]) if noun in _HOME_ONLY else None
        if opened is not None:
            self.because(entity.text, opened, "of the place that the sentence opens with")
            opens = self.cast.sector_of(list(inside), None) or "GOV"
            return [Entity(entity.text, entity.span, entity.text, opened, (opens,), basis="inferred")]
        body = self._body_called(inside)
        if noun in _BODIES and body is not None:
            self.because(body.name, body.code, "the body told of before that is called so")
            return [self._as_actor(entity, body, "inferred")]
        word = noun or (inside[-1].text.lower() if inside[-1].lemma in _VAGUE and not self._is_new(inside) else None)
        if word and (actor := self.back.institution(inside[0].index, word)) is not None:
            sector = self.cast.sector_of(list(inside), None)
            sectors = actor.sectors if actor.kind in ("group", "body") else ((sector,) if sector else ("GOV",))
            self.because(actor.name, actor.code, f'whose "{word}" was told of before')
            return [Entity(entity.text, entity.span, entity.text, actor.code, sectors, basis="inferred")]
        if body is not None:
            self.because(body.name, body.code, "the body told of before that is called so")
            return [self._as_actor(entity, body, "inferred")]
        return []

    def _opened_in(self, word: Word) -> str | None:
        """ "In Ruritania, the government agreed": the state that the sentence says first where it is."""
        first = self.cast.reading.sentences[word.sentence].first
        if self.words[first].text != "In":
            return None
        return next((self.cast.spot_at[i] for i in range(first + 1, first + 4) if i in self.cast.spot_at), None)

    def _as_whole(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        """ "The bloc", "the 15-nation body", "a spokesman for the group": the body or group that was named last."""
        behind = self.words[inside[-1].index + 1 : inside[-1].index + 4]  # "a spokesman for the group", cut short
        if [w.text.lower() for w in behind[:2]] in (["for", "the"], ["of", "the"]):
            inside = [*inside, *behind]
        for w in inside:
            kinds = _WHOLES.get(w.text.lower())
            if kinds is None or not self._is_whole(w, inside):
                continue
            before = [
                row for row in self.cast.named if row[1] <= w.index and self._may_be_whole(row[2], w.text.lower())
            ]
            if before:
                actor = before[-1][2]
                self.because(actor.name, actor.code, f'"{w.text}": the {actor.kind} named last before')
                name = actor.name if w is inside[-1] else entity.text
                return [Entity(entity.text, entity.span, name, actor.code, actor.sectors, basis="inferred")]
        return []

    def _may_be_whole(self, actor: Actor, noun: str) -> bool:
        """Whether an actor may be called a bloc, a group ...; of other nouns nothing is known."""
        kinds = _WHOLES.get(noun)
        if kinds is None:
            return True
        return actor.kind in kinds and (actor.code != _NO_GROUP or noun in ("body", "organisation", "organization"))

    def _is_whole(self, word: Word, inside: Sequence[Word]) -> bool:
        """Told of as known: behind "the", or with its number of members."""
        near = self.words[max(word.index - 4, 0) : word.index]
        low = [w.text.lower() for w in near if w.sentence == word.sentence]
        joined = "".join(low)
        named = (w for w in near if w.index >= inside[0].index and w.text[:1].isupper() and w.upos == "PROPN")
        if any(self.words[w.index - 1].text != "-" for w in named):
            return False  # "the Crisis Group"
        compound = low[-2:-1] == ["-"] and low[-4:-3] == ["the"]  # "the pan-African body"
        return compound or "the" in low[-2:] or any(f"-{n}" in joined for n in ("nation", "member", "country", "state"))

    def _as_document(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """ "The statement", "a draft text": of the state or body that it was told of with, here or before."""
        kind = inside[-1].lemma.lower()
        if kind not in _PAPERS:
            return []
        for w in reversed(self.words[: inside[-1].index + 1]):
            if w.lemma.lower() != kind or w.upos != "NOUN":
                continue
            actor = self._told_with(w)
            if actor is not None:
                self.because(actor.name, actor.code, f"whose {kind} was told of in sentence {w.sentence + 1}")
                return [self._as_actor(entity, actor, "inferred")]
            found = self._put_out_by(w, depth) if w.index < inside[0].index else []
            found = found or (self._written_by(w, depth) if kind == "letter" else [])
            if found:
                return [replace(e, text=entity.text, span=entity.span, basis="inferred") for e in found]
        return []

    def _written_by(self, paper: Word, depth: int) -> list[Entity]:
        """ "X wrote to Y ... The letter": the subject of the last "wrote" before."""
        wrote = [w for w in self.words[: paper.index] if w.lemma == "write" and w.upos == "VERB"]
        own = [w for w in self.words if wrote and w.head == wrote[-1].index and w.deprel == "nsubj"]
        if not own or paper.sentence - wrote[-1].sentence > _NEAR:
            return []
        return self._subject(own[0], depth)

    def _put_out_by(self, paper: Word, depth: int) -> list[Entity]:
        """ "In a statement, the ministry said", "the ministry issued a statement": the subject of that clause."""
        verb = self.words[paper.head]
        if paper.deprel == "obj" and verb.lemma in _ISSUED:
            subjects = [w for w in self.words if w.head == verb.index and w.deprel == "nsubj" and w.upos != "PRON"]
            return self._subject(subjects[0], depth) if subjects else []
        before = self.words[max(paper.index - 3, 0) : paper.index]
        if not any(w.text.lower() == "in" for w in before):
            return []
        own = [w for w in self.words if w.sentence == paper.sentence and w.deprel == "nsubj" and w.upos != "PRON"]
        return self._subject(own[0], depth) if len(own) == 1 else []

    def _subject(self, head: Word, depth: int) -> list[Entity]:
        """Who the phrase around a word means, as far as a state or body is known."""
        if depth > 2:
            return []
        start, end = self.back.phrase(head)
        found = self.resolve(Entity(self.cast.text[start:end], (start, end)), depth=depth + 1)
        return [e for e in found if e.code]

    def _told_with(self, paper: Word) -> Actor | None:
        """The actor right before a paper ("an EU statement"), or behind its "by", "from" or "of"."""
        near = [w for w in self.words[max(paper.index - 3, 0) : paper.index] if w.sentence == paper.sentence]
        for w in reversed(near):
            if w.index in self.cast.actor_at:
                return self.cast.actor_at[w.index][2]
        led = False
        for w in self.words[paper.index + 1 : paper.index + _REACH]:
            if w.sentence != paper.sentence or w.text in (",", ";") or w.lemma in ("say", "warn", "urge", "call"):
                break
            led = led or w.text.lower() in ("by", "from", "of")
            if led and w.index in self.cast.actor_at:
                return self.cast.actor_at[w.index][2]
        return None

    def _as_office(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        """An office that only one state or body has ("the secretary of state")."""
        office = find_office([w.text.lower() for w in inside])
        of = next((k for k, w in enumerate(inside) if w.text.lower() == "of"), None)
        if office is not None and not office.code and of is not None:  # "the envoy of the Secretary-General"
            above = find_office([w.text.lower() for w in inside[of + 1 :]])
            code = None if above is None else "UNO" if above.post == "secretary-general" else above.code
            if above is not None and code and above.title != "secretary":
                self.because(above.title, code, "of an office of that state or body alone")
                sectors = (above.sector or "GOV",)
                return [Entity(entity.text, entity.span, entity.text, code, sectors, office.title)]
        if office is None or not office.code or office.title == "secretary":
            return []
        if not self._is_one_person(inside, office.title):
            return []
        self.because(office.title, office.code, "an office of that state or body alone")
        return [Entity(entity.text, entity.span, entity.text, office.code, (office.sector or "GOV",), office.title)]

    def _as_at_home(self, entity: Entity, inside: Sequence[Word], noun: str | None) -> list[Entity]:
        """Government, army and the like are the home state's; police and officials of the place told of."""
        low = {w.text.lower() for w in inside}
        if low & _FROM_ABROAD and inside[-1].lemma.lower() in _FORCES:
            return []  # "foreign troops"
        office = find_office([w.text.lower() for w in inside])
        definite = entity.span is not None and self._is_definite(inside[0])
        code = None
        ours = (office or noun) and definite and self.cast.outlet_code and not self._is_new(inside)
        ours = ours and noun not in _OTHERS
        guest = self._guest() if definite and office and self._is_guest(inside) else None
        ours = ours and not self._is_guest(inside)
        own = place_behind(self.cast, inside[-1].index) if noun in _LOCAL else None
        forces = self._whose_forces(inside) if noun in ("army", "military") and definite and not ours else None
        foe = self._foe_of_rebels() if noun in ("government", "army", "military") and definite else None
        if own is not None:
            code, why = own, "of the place told of with them"
        elif forces is not None:
            code, why = forces, "of the state whose forces the same sentence tells of"
        elif guest is not None:
            code, why = guest, "a foreign title: the side that the report is about besides its own state"
        elif foe is not None and not ours and self.cast.home is None:
            code, why = foe, "the government that the rebels of the report fight"
        elif noun in _HOME_ONLY and definite and (house := self._house_before(inside[0])) is not None:
            code, why = house.code, f"of {house.name}, like those who are told of before it in the sentence"
        elif self.cast.home and ((noun in _HOME_ONLY and definite) or ours):
            code, why = self.cast.home, f"home state of the report ({self.cast.home_why})"
        elif noun in _HOME_ONLY and (beside := self._beside(inside[0])) is not None:
            code, why = beside.code, f'of {beside.name}, like what it is joined with by "and"'
        elif definite and inside[-1].text.lower() in _MEDIA:
            code, why = self.cast.home, f"home state of the report ({self.cast.home_why})"
        elif low & AUTHORITIES:
            own = next((self.cast.spot_at[w.index] for w in inside if w.index in self.cast.spot_at), None)
            code, why = own or find_country(self.cast, inside[-1].index, low), "authorities of the place told of"
        if code is None:
            return []
        title = (
            office.title if office and self._is_one_person(inside, office.title) and not self._is_new(inside) else None
        )
        known = self._in_office(entity, inside, title, code) if ours else None
        if known is not None:
            return [known]
        self.because(entity.text, code, why)
        sector = self.cast.sector_of(list(inside), office) or "GOV"
        return [Entity(entity.text, entity.span, entity.text, code, (sector,), basis="inferred")]

    def _whose_forces(self, inside: Sequence[Word]) -> str | None:
        """ "Ruritanian jets struck the port, the army said": whose jets did so."""
        for w in self.words[self.cast.reading.sentences[inside[0].sentence].first : inside[0].index]:
            if w.deprel == "nsubj" and w.lemma.lower() in _ARMS:
                row = self.cast.actor_at.get(w.index - 1)
                if row is not None and row[2].kind in ("state", "people"):
                    return row[2].code
        return None

    def _guest(self) -> str | None:
        """The state that the report is about besides its own."""
        found = self.back.main_sides(1, {self.cast.home})
        return found[0].code if found else None

    def _joined_with(self, first: Word) -> Actor | None:
        """ "Ruritania and two rebel groups", "Ruritania's army and separatists": the state before their "and"."""
        before = [w for w in self.words[max(first.index - 7, 0) : first.index] if w.sentence == first.sentence]
        while before and before[-1].upos in ("DET", "NUM"):
            before.pop()
        if len(before) < _PAIR or before.pop().text.lower() != "and":
            return None
        if before[-1].index not in self.cast.actor_at and before[-1].lemma.lower() in _STATES_OWN:
            before.pop()
            if before and before[-1].text in ("'s", "’s"):
                before.pop()
        row = self.cast.actor_at.get(before[-1].index) if before else None
        return row[2] if row is not None and row[2].kind in ("state", "people", "seat") else None

    def _faced_by(self, rebels: Word) -> Actor | None:
        """ "The Ruritanian army met rebels in Vienna": the state whose own people talk with them. Those whom troops
        fight may be at home where the troops are sent."""
        below = self.words[rebels.head] if rebels.deprel == "nmod" else rebels  # "held talks with rebels"
        verb = self.words[below.head]
        talks = bool(find_talk_verb(verb.lemma, verb.text)) or find_talk_noun(below.text) is not None
        if below.deprel not in ("obj", "obl") or verb.upos != "VERB" or not talks:
            return None
        for w in self.words[self.cast.reading.sentences[rebels.sentence].first : verb.index]:
            if w.head == verb.index and w.deprel == "nsubj" and w.lemma.lower() in _STATES_ARMS:
                rows = [self.cast.actor_at.get(i) for i in (w.index - 1, w.index - 2)]
                row = next((r for r in rows if r is not None), None)
                return row[2] if row is not None and row[2].kind in ("state", "people") else None
        return None

    def _beside(self, first: Word) -> Actor | None:
        """ "Ruritania's government and opposition": whose the first of two is."""
        before = self.words[max(first.index - 5, 0) : first.index]
        if len(before) < _OWNED_PAIR or before[-1].text.lower() != "and" or before[-2].upos != "NOUN":
            return None
        row = self.cast.actor_at.get(before[-3].index if before[-3].text not in ("'s", "’s") else before[-4].index)
        return row[2] if row is not None and row[2].kind in ("state", "people") else None

    def _house_before(self, first: Word) -> Actor | None:
        """ "Ruritania's lower house called on the government": whose parliament, court or opposition it was."""
        for w in reversed(self.words[: first.index]):
            if w.sentence != first.sentence:
                break
            if w.lemma.lower() in _HOUSES and w.upos in ("NOUN", "PROPN"):
                near = [self.cast.actor_at.get(i) for i in range(w.index - 1, max(w.index - 4, -1), -1)]
                own = next((row[2] for row in near if row is not None), None)
                return own if own is not None and own.kind in ("state", "people") else None
        return None

    def _body_called(self, inside: Sequence[Word]) -> Actor | None:
        """ "the council", "Council members": the body told of before whose name ends so."""
        for w in inside:
            for first, last, actor in reversed(self.cast.named):
                same = self.words[last - 1].text.lower() == w.text.lower() and last - first > 1
                grouped = actor.kind == "group" and w.text[:1].isupper()  # "Jihad", of Islamic Jihad
                if same and last <= inside[0].index and (actor.kind == "body" or grouped):
                    return actor
        return None

    def _foe_of_rebels(self) -> str | None:
        """The one state whose armed groups the report names."""
        codes = {a.code for a in self.cast.rebel_groups}
        return codes.pop() if len(codes) == 1 else None

    def _only_group(self) -> Actor | None:
        """The armed group that the report names, where it names one alone."""
        return self.cast.rebel_groups[0] if len(self.cast.rebel_groups) == 1 else None

    def _owned(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """ "his government", "its army": of the state or body of whoever is meant."""
        own = Entity(inside[0].text, (inside[0].start, inside[0].end))
        owner = self.resolve(own, depth=depth + 1)[0]
        if owner.code is None:
            return []
        sector = self.cast.sector_of(list(inside), None) or "GOV"
        if inside[-1].text.lower() in _OWN_KIND and owner.sectors[:1] in _FIGHTING:  # a rebel's "group" is of rebels
            return [Entity(entity.text, entity.span, owner.name, owner.code, owner.sectors, basis="inferred")]
        return [Entity(entity.text, entity.span, entity.text, owner.code, (sector,), basis="inferred")]

    def _as_own_official(self, entity: Entity, inside: Sequence[Word], depth: int) -> list[Entity]:
        """ "Its foreign secretary", "her envoy": of the state of whoever is meant."""
        low = [w.text.lower() for w in inside]
        office = find_office(low[1:]) if low[0] in _POSSESSIVES and low[-1] != "counterpart" else None
        if office is None or depth >= _DEEPEST:
            return []
        return self._owned(entity, inside, depth)

    def _is_definite(self, word: Word) -> bool:
        before = self.words[word.index - 1] if word.index else None
        return word.text[:1].isupper() or (before is not None and before.text.lower() in ("the", "our", "its", "their"))


def _plain(words: Sequence[str]) -> str:
    """Words as the text has them, without a possessive at their end."""
    return " ".join(words).removesuffix(" 's").removesuffix(" ’s").removesuffix("'s").removesuffix("’s")


def _head(title: str) -> str:
    """The noun of an office: "secretary" of "secretary of state"."""
    return title.split(" of ")[0].split()[-1]
