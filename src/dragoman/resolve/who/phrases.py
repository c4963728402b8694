"""One phrase -> the entities it stands for: persons, states, bodies, groups, pronouns, "the sides"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from dragoman.codebook.actors import Actor, find_actor_in, find_holders, find_office, find_outlet, plain
from dragoman.records import Entity, Word
from dragoman.resolve.who.answers import holds
from dragoman.resolve.who.described import Described
from dragoman.resolve.who.holding import tell_holder
from dragoman.resolve.who.hosts import count_lands, find_hosts
from dragoman.resolve.who.lands import Lands
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.nearby import find_country_near, find_place_told, is_placed, place_behind
from dragoman.resolve.who.pointing import PRONOUNS, Pointing, is_state
from dragoman.resolve.who.several import Several
from dragoman.resolve.who.sides import RULERS

_LOCAL: Final = frozenset("officials counterparts counterpart leadership leaders authorities ministers".split())
_COMMON: Final = frozenset("official spokesman diplomat minister representative aide".split())  # many hold such
_KINDS: Final = {
    "state": "a name of",
    "people": "adjective or demonym of",
    "seat": "seat of government of",
    "body": "a name of the body",
    "group": "a name of the group",
}
_ANYWHERE: Final = frozenset(
    """analyst analysts expert experts critic critics observer observers insider insiders diplomat diplomats
    ambassador ambassadors envoy envoys scientist scientists researcher people men women one some many both all others
    user users customer western foreign european international world global nation nations country
    countries states state leader leaders minister ministers delegate delegates side sides group rebel rebels
    militant humanitarian representative representatives regime junta mediator mediators facilitator facilitators power
    powers""".split()
)
_SOURCES: Final = frozenset(("source", "sources"))  # anybody's, too, but for those of who serves a state
_SERVED: Final = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")  # whose sources are their state's own
_HOME_FOLK: Final = frozenset(
    """participant participants farmer farmers planner planners worker workers teacher teachers villager lawyer
    lawyers politician politicians voter voters relative relatives neighbour neighbor driver majority minority
    department ministry service court university school college bureau administration office council hospital
    institute mayor governor city province committee commission attorney coroner""".split()
)
_ABROAD: Final = frozenset("affairs ministry department office".split())  # "the Department of Foreign Affairs"
_ON_THE_SPOT: Final = ("COP", "CVL")  # who march in another state's town, or keep order there, are of that state
_LOCALS: Final = frozenset(("CVL", "MIL", "COP", "MED", "JRN", "SOC", "OPP", "LEG", "JUD", "PTY"))
_UNLAWFUL: Final = frozenset(("UAF", "PRM", "CRM"))  # "suspected militiamen", arrested somewhere
_FOLK: Final = frozenset(
    """person people man woman child boy girl teenager youth student teacher worker passenger suspect villager activist
    fan supporter prisoner detainee lawyer driver shopper worshipper pilgrim bystander victim family member
    mourner veteran employee striker marcher rioter refugee migrant immigrant trader merchant priest monk dissident
    candidate landowner owner pensioner miner nurse doctor crowd mob others dozens hundreds thousands""".split()
)
_ADDRESSED: Final = frozenset(
    """government party side official authority leader leadership regime opposition council committee junta counterpart
    prince king queen premier minister""".split()
)  # whom a state speaks to in its documents
_ADDRESS: Final = frozenset("highness majesty excellency".split())
_SETTLEMENTS: Final = frozenset("city town village camp port district province region suburb island".split())
_OTHER_FOLK: Final = ("CVL", "COP", "OPP", "PTY")  # of whom a state's documents speak where they are others'
_PIECES: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+")  # of an account's name
_INCOMING: Final = [[h, w] for h in ("-", "‑", "–") for w in ("designate", "elect")]
_ADJECTIVES: Final = ("U.S.", "US", "U.N.", "UN", "EU", "NATO")  # names that stand before what is theirs
_FULL: Final = 4  # words of a full name
_NEAR: Final = 2  # sentences
_TITLE: Final = 9  # words from "Minister" to the name behind the title
_DEEP: Final = 2  # prepositions before a name


class Resolver(Several, Described, Lands, Pointing):
    """Answers for one report: a phrase's persons first, then states and bodies, then whom it points to."""

    def resolve(self, entity: Entity, *, taken: Sequence[Entity] = (), depth: int = 0) -> list[Entity]:
        """The entities of a phrase, at least one.

        Args:
            taken: who is named beside it already; "the two ministers" beside their host are the others.
        """
        if entity.code or entity.name or entity.span is None:
            return [entity]
        first = bisect_left(self.starts, entity.span[0])
        last = bisect_left(self.starts, entity.span[1])
        if [w.text.lower() for w in self.words[last : last + 2]] in _INCOMING:
            last += 2  # "the Prime Minister-designate" is not the one in office
        inside = self.words[first:last]
        while inside and inside[0].upos in ("DET", "PUNCT") and len(inside) > 1:
            inside = inside[1:]
        if not inside:
            return [entity]
        if inside[0].text.lower() == "your" and inside[-1].text.lower() in _ADDRESS:
            return self._pronoun(entity, inside[0], taken, depth)
        if len(inside) == 2 and inside[0].text.lower() in ("his", "her") and inside[1].text.lower() in _ADDRESS:
            gone = frozenset(e.name for e in taken)
            person = self.back.person(inside[0].index, but=gone)  # "His Excellency said"
            if person is not None:
                return [replace(self._as_person(entity, person), basis="inferred")]
        if len(inside) == 1 and inside[0].text.lower() in PRONOUNS and inside[0].text not in ("US", "IT"):
            return self._pronoun(entity, inside[0], taken, depth)
        persons = self._persons(inside)
        if persons:
            for person in persons if self.reasons is not None else ():
                self._explain_person(person)
            return [self._as_person(entity, p) for p in persons]
        if self._lost_owner(inside):
            inside = self.words[inside[0].index - 1 : inside[-1].index + 1]
        if (named := self._named_behind(inside)) is not None:
            return [self._as_person(entity, named)]
        return (
            self._as_hosts(entity, inside)
            or self._several(entity, inside, taken)
            or self._named(entity, inside)
            or self._as_land(entity, inside, taken)
            or self._described(entity, inside, depth)
            or self._as_any_land(entity, inside, taken)
            or [self._unknown(entity, inside)]
        )

    def _lost_owner(self, inside: Sequence[Word]) -> bool:
        """ "Both sides and the Orvanan | administration": a phrase that was cut off from whose it is."""
        first = inside[0]
        before = self.cast.actor_at.get(first.index - 1)
        if before is None or not first.text.islower() or first.upos != "NOUN":
            return False
        if self.words[max(before[0] - 1, 0)].upos == "CCONJ":
            return False  # "Orvanan and Sylvanian | negotiators": of both
        if before[2].kind != "people" and self.words[first.index - 1].text not in _ADJECTIVES:
            return False
        return self.words[first.index - 1].sentence == first.sentence and not self._actors(inside)

    def are_hosts(self, entity: Entity) -> bool:
        """Whether a phrase is of officials in several states that somebody visits."""
        if entity.span is None:
            return False
        inside = self.words[bisect_left(self.starts, entity.span[0]) : bisect_left(self.starts, entity.span[1])]
        return bool(inside) and len(self._as_hosts(entity, inside)) > 1

    def _named_behind(self, inside: Sequence[Word]) -> Person | None:
        """ "The Minister for Foreign Affairs, A. B., will travel": the name behind a title that a phrase is cut to."""
        if len(inside) > 1 or not inside[0].text[:1].isupper() or find_office([inside[0].text.lower()]) is None:
            return None
        for w in self.words[inside[0].index + 1 : inside[0].index + _TITLE]:
            person = self.cast.person_at.get(w.index)
            if person is not None:
                return person if w.deprel == "appos" and w.head == inside[0].index else None
        return None

    def _as_hosts(self, entity: Entity, inside: Sequence[Word]) -> list[Entity]:
        """ "In Orvana, she will meet with senior officials": of the state where somebody goes."""
        number = count_lands(self.words, inside)
        lands = self.back.group(inside[0].index, number, None, ()) if number else []
        if lands:
            return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in lands]
        codes = find_hosts(self.cast, inside)
        for code in codes:
            self.because(entity.text, code, "officials of the place that the clause says first")
        return [Entity(entity.text, entity.span, entity.text, code, ("GOV",), basis="inferred") for code in codes]

    # ------------------------------------------------------------ persons

    def _explain_person(self, person: Person) -> None:
        """The side taken for a person, those that other rules find, and holders of that surname left aside."""
        name, sides = person.name, self.cast.list_sides(person)
        self.because(name, person.code, person.why or "no rule finds a state, body or group")
        left = [(code, why) for code, why in sides if why != person.why]
        for code, why in left:
            agrees = "agrees" if code == person.code else "left: a surer reason decided"
            self.because(name, code, f"{why} ({agrees})", taken=code == person.code)
        held = find_holders(plain(name.split()[-1]))
        for holder in held:
            if holder.code != person.code:
                why = f"table of office-holders: {tell_holder(holder)} (left: another state, or not at that date)"
                self.because(holder.person, holder.code, why, taken=False)
        if person.code is None and len({h.code for h in held}) > 1:
            self.because(name, None, "several persons of that surname hold offices: left open")

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
            if not owns and not (behind and w.index - 1 > inside[0].index) and not self._is_told_in(w, inside):
                found.append(person)
        return found

    def _is_told_in(self, name: Word, inside: Sequence[Word]) -> bool:
        """ "The commission of inquiry into the murder of X": a person deep inside what the phrase is about."""
        before = [w for w in inside if w.index < name.index and w.upos == "ADP"]
        if len(before) < _DEEP:
            return False
        at = name
        while at.head in range(inside[0].index, inside[-1].index + 1) and at.deprel in ("flat", "compound", "appos"):
            at = self.words[at.head]
        return at.deprel in ("nmod", "obl") and at.index != at.head

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
        self.because(actor.name, actor.code, f"table of names: {_KINDS[actor.kind]} {actor.name}")
        if whole:
            return [self._as_actor(entity, actor, "stated")]
        office = find_office([w.text.lower() for w in inside])
        sector = self.cast.sector_of([w for w in inside if w.index not in self.cast.actor_at], office)
        sectors = actor.sectors if actor.kind in ("group", "body") else ((sector,) if sector else ("GOV",))
        title = office.title if office and self._is_one_person(inside, office.title) else None
        holder = self._holder_of(actor.code, title) if title else None
        if holder is not None:
            self.because(holder.name, holder.code, f'"{title}" of {actor.name} in this report; {holder.why}')
            return [replace(self._as_person(entity, holder), basis="inferred")]
        known = self._in_office(entity, inside, title, actor.code)
        if known is not None:
            return [known]
        name = actor.name if actor.kind == "group" else entity.text
        return [Entity(entity.text, entity.span, name, actor.code, sectors, title)]

    def _holder_of(self, code: str | None, title: str) -> Person | None:
        """The person named in the report who holds the office; a state's only ruler for its "leader"."""
        people = [p for p in self.cast.persons if p.code == code and p.code]
        if title == "leader":
            rulers = [p for p in people if any(RULERS & set(o.split()) - {"minister"} for o in p.offices)]
            return rulers[0] if len(rulers) == 1 else None
        return None if title in _COMMON else next((p for p in people if holds(p, title)), None)

    def as_visited(self, entity: Entity, codes: AbstractSet[str]) -> Entity:
        """ "met with senior officials": of the state where the sentences before say that somebody is, when it is not
        one of `codes`, whose people are there already. Anybody else stays as is."""
        low = entity.text.lower().split()
        guessed = entity.basis == "inferred" and entity.name == entity.text and entity.code in codes
        if entity.span is None or not codes or ("from" in low and low[-1] != "government"):
            return entity
        at = bisect_left(self.starts, entity.span[0])
        untold = entity.code in codes and self._is_guessed(entity)  # a minister without a state, met by its own envoy
        if not untold and ((entity.code and not guessed) or not _LOCAL & set(low)):
            return entity
        if at >= len(self.words):
            return entity
        sentence = self.words[at].sentence
        near = [
            (is_placed(self.cast, first), first, actor)
            for first, _, actor in self.cast.named
            if first < at and actor.kind in ("state", "seat", "people") and actor.code not in codes
        ]
        near = [n for n in near if sentence - self.words[n[1]].sentence <= _NEAR]
        if not near:
            return entity
        _, _, actor = max(near, key=lambda n: n[:2]) if untold else max(near, key=lambda n: n[1])
        return replace(entity, code=actor.code, sectors=entity.sectors or ("GOV",), basis="inferred")

    def _others_before(self, first: int) -> list[tuple[int, Actor]]:
        """The states other than the document's own that are named before word `first`, and where."""
        return [
            (at, actor)
            for at, _, actor in self.cast.named
            if at < first and actor.kind in ("state", "people", "seat") and actor.code != self.cast.outlet_code
        ]

    def _told_of_last(self, word: Word) -> str | None:
        """The state other than the document's own that is told of last, in the sentence or the two before."""
        near = [a.code for at, a in self._others_before(word.index) if word.sentence - self.words[at].sentence <= _NEAR]
        return near[-1] if near else None

    def as_foreign(self, entity: Entity, codes: AbstractSet[str]) -> Entity:
        """ "The Under Secretary urged the government": a state that speaks to a government without a name, in its own
        document, means that of the state told of last. Anybody else stays as is."""
        home = self.cast.outlet_code
        guessed = entity.basis == "inferred" and entity.code == home and entity.name == entity.text
        if entity.span is None or home is None or codes != {home} or not guessed:
            return entity
        first, last = bisect_left(self.starts, entity.span[0]), bisect_left(self.starts, entity.span[1])
        inside = self.words[first:last]
        if not _ADDRESSED & {w.lemma.lower() for w in inside} or not inside:
            return entity
        others = [actor for _, actor in self._others_before(first) if actor.code]
        if not others:
            return entity
        actor = others[-1]
        self.because(entity.text, actor.code, "of the state told of last, for whoever speaks speaks to another")
        return replace(entity, code=actor.code, basis="inferred")

    def as_local(self, entity: Entity) -> Entity:
        """ "Police arrested 19 people": people whom nothing else tells of are those of the place told of."""
        if entity.code or entity.span is None or self._is_guessed(entity):
            return entity
        at = bisect_left(self.starts, entity.span[1]) - 1
        if at < 0 or self.words[at].upos == "PROPN":
            return entity
        inside = list(self.words[bisect_left(self.starts, entity.span[0]) : at + 1])
        sector = self.cast.sector_of(inside, None)
        told = {form for w in inside for form in (w.lemma.lower(), w.text.lower()) if w.upos in ("NOUN", "ADJ", "NUM")}
        if sector not in _LOCALS | _UNLAWFUL and not _FOLK & told:
            return entity
        code = place_behind(self.cast, at)
        if sector in _UNLAWFUL:  # whoever bombs them is named in the sentence, too
            code = code or find_place_told(self.cast, at)
        else:
            code = code or find_country_near(self.cast, at)
        if code is None:
            return entity
        self.because(entity.text, code, "people of the place told of")
        return replace(entity, code=code, sectors=(sector or "CVL",), basis="inferred")

    def as_compatriot(self, entity: Entity, codes: AbstractSet[str]) -> Entity:
        """ "The mayor urged residents to stay in": people of whom nothing is told are of the state that speaks."""
        if entity.code or entity.span is None or len(codes) != 1 or self._is_guessed(entity):
            return entity
        first, last = bisect_left(self.starts, entity.span[0]), bisect_left(self.starts, entity.span[1])
        inside = list(self.words[first:last])
        told = {form for w in inside for form in (w.lemma.lower(), w.text.lower()) if w.upos in ("NOUN", "ADJ")}
        if self.cast.sector_of(inside, None) not in _LOCALS and not _FOLK & told:
            return entity
        code = place_behind(self.cast, inside[-1].index) or next(iter(codes))
        self.because(entity.text, code, "people of the state that speaks to them")
        return replace(entity, code=code, sectors=entity.sectors or ("CVL",), basis="inferred")

    def _is_guessed(self, entity: Entity) -> bool:
        """Whether a person's state is no more than that of the report, or of the place told of."""
        start, end = entity.span or (0, 0)
        inside = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        person = next((p for i in inside if (p := self.cast.person_at.get(i)) is not None), None)
        return person is not None and person.guessed

    def _as_body(self, entity: Entity, inside: Sequence[Word]) -> Entity | None:
        """A company, university or board: of the state that the report names with it somewhere."""
        side = next((s for w in inside if (s := self.cast.bodies.side_at(w.index)) is not None), None)
        if side is None:
            return None
        self.because(entity.text, side[0], side[1])
        sector = self.cast.sector_of(list(inside), find_office([w.text.lower() for w in inside]))
        return Entity(entity.text, entity.span, entity.text, side[0], (sector,) if sector else (), basis="inferred")

    def _is_home_folk(self, inside: Sequence[Word], sector: str | None) -> bool:
        """People and institutions that every state has: a report that names no other state speaks of its own. Those
        who only watch ("analysts", "diplomats", "sources") may be from anywhere."""
        words = {w.text.lower() for w in inside} | {w.lemma.lower() for w in inside}
        if words & _ABROAD:
            words -= {"foreign"}
        if words & _ANYWHERE or sector in ("REB", "UAF", "PRM", "JRN", "BUS"):
            return False
        if words & _SOURCES and sector not in _SERVED:  # "sources", but "a prosecution source"
            return False
        return bool(words & _HOME_FOLK) or sector in ("GOV", "MIL", "COP", "LEG", "JUD", "OPP", "PTY", "CVL", "MED")

    def _article(self, first: Word) -> list[str]:
        before = self.words[first.index - 1].text if first.index else ""
        return [before] if before.lower() == "the" else []

    def _place_of(self, inside: Sequence[Word]) -> str | None:
        """The state of the place that a phrase tells, in it ("people in Orvana") or right behind it."""
        for w in (*(w for w in inside if w.upos == "NOUN"), inside[-1]):
            if (code := place_behind(self.cast, w.index)) is not None:
                return code
        return None

    def _is_town(self, inside: Sequence[Word]) -> bool:
        """A place, with or without what it is ("the town of Orvana", "eastern Orvana"), and nothing else."""
        named = {i for n in self.cast.reading.names if n.kind in ("LOC", "FAC") for i in range(n.first, n.last)}
        return all(w.index in named or w.upos in ("DET", "ADP", "ADJ") or w.lemma in _SETTLEMENTS for w in inside)

    def _held_by(self, entity: Entity, inside: Sequence[Word]) -> Entity | None:
        """A full name that no reader took for a person's, of the one who holds an office on the report's day."""
        day = self.cast.reading.report.published
        if day is None or not 2 <= len(inside) <= _FULL or not all(w.text[:1].isupper() for w in inside):
            return None
        held = [h for h in find_holders(plain(entity.text)) if h.held_surely(day.isoformat())]
        if len({h.person for h in held}) != 1 or {h.code for h in held} - set(self.cast.counts):
            return None
        self.because(held[0].person, held[0].code, f"table of office-holders: {tell_holder(held[0])}")
        sectors = ("GOV",) if is_state(held[0].code) else ("IGO",)
        return Entity(entity.text, entity.span, held[0].person, held[0].code, sectors, held[0].office, None, "inferred")

    def _by_handle(self, entity: Entity) -> Entity | None:
        """ "@RuritaniaMFA", "@MFA_Ruritania": the state in the name of an account."""
        if not entity.text.startswith("@"):
            return None
        row = find_actor_in(_PIECES.findall(entity.text))
        if row is None or not row[2].code or row[2].kind not in ("state", "people", "body"):
            return None
        self.because(row[2].name, row[2].code, "in the name of the account")
        return Entity(entity.text, entity.span, entity.text, row[2].code, row[2].sectors, basis="inferred")

    def _unknown(self, entity: Entity, inside: Sequence[Word]) -> Entity:
        row = self.cast.actor_at.get(inside[-1].index)
        if row is not None and row[0] <= inside[0].index and len(inside) < row[1] - row[0]:  # cut out of a longer name
            self.because(row[2].name, row[2].code, f"table of names: part of {row[2].name}")
            return self._as_actor(entity, row[2], "stated")
        short = any(self.cast.bodies.is_short(w.index) for w in inside)
        based = None if short else find_outlet([*self._article(inside[0]), *(w.text for w in inside)])
        if based is not None:
            self.because(entity.text, based, "table of outlets: where it is based")
            return Entity(entity.text, entity.span, entity.text, based, ("JRN",))
        found = self._as_body(entity, inside)
        if found is not None:
            return found
        if (held := self._held_by(entity, inside) or self._by_handle(entity)) is not None:
            return held
        sector = self.cast.sector_of(list(inside), find_office([w.text.lower() for w in inside]))
        office = find_office([w.text.lower() for w in inside])
        title = office.title if office and self._is_one_person(inside, office.title) else None
        spot = next((self.cast.spot_at[w.index] for w in inside if w.index in self.cast.spot_at), None)
        if spot is not None and office is None and self._is_town(inside):
            self.because(entity.text, spot, "the state that the place lies in")
            return Entity(entity.text, entity.span, entity.text, spot, (), basis="inferred")
        plain_folk = bool(_FOLK & {form for w in inside for form in (w.lemma.lower(), w.text.lower())})
        folk = self._is_home_folk(inside, sector)
        here = self._place_of(inside) if folk or plain_folk else None
        guest = self._is_guest(inside)
        body = self.cast.outlet_code is not None and not is_state(self.cast.outlet_code)  # which has no folk of its own
        if folk and here is None and self.cast.outlet_code and (guest or body or sector in _OTHER_FOLK):
            here = self._told_of_last(inside[0])
        folk = folk and not body
        folk = folk and not guest and not self._is_of_heading(inside)
        if folk and here is None and sector in _ON_THE_SPOT and not self.cast.outlet_code:
            here = find_place_told(self.cast, inside[-1].index)
        if here or (folk and self.cast.home):
            home = f"people or institution of the home state ({self.cast.home_why})"
            self.because(entity.text, here or self.cast.home, "of the place told of with them" if here else home)
            sectors = (sector,) if sector else ()
            return Entity(
                entity.text, entity.span, entity.text, here or self.cast.home, sectors, title, None, "inferred"
            )
        return replace(entity, name=entity.text, sectors=(sector,) if sector else (), office=title)
