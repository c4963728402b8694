"""What a text goes back to: the person, body or pair that was told of last, and who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import Actor, find_office
from dragoman.codebook.datelines import find_dateline
from dragoman.codebook.talks import find_talk_noun
from dragoman.records import Entity, Offsets, Statement, Word, stands_apart
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.named import Person, is_rebel
from dragoman.resolve.who.nearby import is_placed

_MET_COUNTS: Final = 80  # words nearer that those seem who were told to meet
_ASIDE: Final = 60  # words further that those seem who are told of in passing
_FAR: Final = 4  # sentences that a pronoun reaches back
_MANY: Final = 6  # sides that a word for several stands for, at most
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_LINKS: Final = frozenset(("and", "&", "-", "–", "with"))
# those whom a report sets side by side and who are no sides of what it tells: hosts, mediators, onlookers, examples
_THIRD_VERBS: Final = frozenset(
    "mediate broker facilitate sponsor host attend witness observe chair co-chair convene guarantee".split()
)
_THIRD_NOUNS: Final = frozenset(
    """mediator mediators observer observers guarantor guarantors witness witnesses facilitator facilitators
    hosts""".split()
)
_THIRD_AHEAD: Final = frozenset("presence including like".split())
_DESCRIBED: Final = frozenset(
    """embassies embassy consulates consulate missions border borders frontier media press newspapers airspace waters
    capitals markets flags""".split()
)
_WITH_THEM: Final = frozenset("with between and against by".split())
_FEW_WORDS: Final = 5
_PAIR: Final = 2
_STATES: Final = ("state", "people", "seat")


class Backward:
    """Answers about one report, by word index."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.words = cast.words
        self._opening = find_dateline(cast.text)  # the agency in a dateline is nobody that the text tells of
        self._met: list[tuple[int, list[Entity]]] = []
        self._lookers_on: set[int] = set()  # where lists of those end who only host, mediate or look on
        self._said: list[tuple[int, int, int, Entity]] = []

    # ------------------------------------------------------------ coreference

    @cached_property
    def _chains(self) -> tuple[dict[int, int], dict[int, list[int]]]:
        chain_of: dict[int, int] = {}
        members: dict[int, list[int]] = {}
        for m in self.cast.reading.mentions:
            chain_of[m.head] = m.chain
            members.setdefault(m.chain, []).append(m.head)
        return chain_of, members

    def antecedent(self, word: Word) -> Word | None:
        """The nearest earlier mention of the same chain that is no pronoun; failing that, the nearest later name."""
        chain_of, members = self._chains
        chain = chain_of.get(word.index)
        if chain is None:
            return None
        heads = members[chain]
        before = [h for h in heads if h < word.index and self.words[h].upos in ("PROPN", "NOUN")]
        before = [h for h in before if self.words[h].start >= self._opening]
        named = [h for h in before if h in self.cast.person_at or h in self.cast.actor_at]
        found = (named or before)[-1:]
        return self.words[found[0]] if found else None

    @cached_property
    def _spans(self) -> dict[int, Offsets]:
        return {m.head: (m.start, m.end) for m in self.cast.reading.mentions}

    def phrase(self, head: Word) -> Offsets:
        """The phrase around a head: its mention's, else the word's. Cut at a comma or relative clause."""
        start, end = self._spans.get(head.index, (head.start, head.end))
        text = self.cast.text[start:end]
        for mark in (", ", " who ", " which ", " that "):
            at = text.find(mark)
            if mark == ", " and at > 0 and self._is_list(start + at):
                continue
            if at > 0 and start + at > head.start:
                end = min(end, start + at)
        return start, end

    def _is_list(self, comma: int) -> bool:
        """ "The ministers of Chile, Peru and Bolivia": a comma between the names of states and bodies."""
        at = self.cast.reading.list_words(comma, comma + 1).start
        return at - 1 in self.cast.actor_at and at + 1 in self.cast.actor_at

    # ------------------------------------------------------------ persons

    def person(self, before: int, noun: str | None = None, but: frozenset[str | None] = frozenset()) -> Person | None:
        """The person last named before a word, subjects first; with `noun`, the one who holds such an office.

        Args:
            but: names of persons who are not meant.
        """
        sentence = self.words[before].sentence
        found: list[tuple[int, int, int, Person]] = []
        for person in self.cast.persons:
            if (noun is not None and not person.is_called(noun)) or person.name in but:
                continue
            for first, last in person.places:
                if last > before:
                    continue
                away = sentence - self.words[first].sentence
                if away > (30 if noun else _FAR):
                    continue
                subject = any(self.words[i].deprel in _SUBJECTS for i in range(first, last))
                found.append((-away, int(subject), first, person))
        if noun is None:
            for at, person in self._titled:
                away = sentence - self.words[at].sentence
                if at < before and away <= _FAR and person.name not in but:
                    found.append((-away, 1, at, person))
        return max(found, key=lambda f: f[:3])[3] if found else None

    @cached_property
    def _titled(self) -> list[tuple[int, Person]]:
        """Where "the king", "the Secretary" is the subject, and which person named before holds such an office."""
        found = []
        for w in self.words[1:]:
            if w.deprel not in _SUBJECTS or w.index in self.cast.person_at or w.upos not in ("NOUN", "PROPN"):
                continue
            if self.words[w.index - 1].text.lower() != "the":
                continue
            office = find_office([w.text.lower()])
            person = self.person(w.index, office.title.split()[-1]) if office is not None else None
            if person is not None:
                found.append((w.index, person))
        return found

    # ------------------------------------------------------------ states and bodies

    def body(self, before: int) -> Actor | None:
        """The state, body or group that was the subject last, in this sentence or the one before."""
        sentence = self.words[before].sentence
        for first, last, actor in reversed(self._bodies):
            if last > before:
                continue
            if sentence - self.words[first].sentence > 1:
                return None
            if any(self.words[i].deprel in _SUBJECTS for i in range(first, last)):
                return actor
        return None

    @cached_property
    def _bodies(self) -> list[tuple[int, int, Actor]]:
        """States, bodies and groups named, with those that no table knows."""
        unknown = [
            (n.first, n.last, Actor(None, self.cast.text[n.start : n.end], (), "body"))
            for n in self.cast.reading.names
            if n.kind == "ORG" and n.first not in self.cast.actor_at and n.first not in self.cast.person_at
        ]
        return sorted([*self.cast.named, *unknown], key=lambda row: row[:2])

    def institution(self, before: int, noun: str, *, gathered: bool = True) -> Actor | None:
        """Whose "ministry" or "army" was last told of with its owner: a state within five words before the noun, or
        behind its "of"."""
        for w in reversed(self.words[:before]):
            if w.text.lower() != noun or self.is_host(w) or (not gathered and self._is_gathering(w)):
                continue
            behind = self.words[w.index + 1 : w.index + 4]
            owners = [v.index for v in behind[1:]] if behind and behind[0].text.lower() == "of" else []
            for i in (*self._describing(w), *owners):
                row = self.cast.actor_at.get(i)
                if row is not None and self.words[i].sentence == w.sentence and not self.cast.is_by_others(row[1]):
                    return row[2]
        return None

    def _is_gathering(self, word: Word) -> bool:
        """ "The EU leaders' summit": where they meet, and nothing that they do."""
        return word.head > word.index and find_talk_noun(self.words[word.head].text) is not None

    def is_host(self, word: Word) -> bool:
        """ "Talks hosted by the Ruritanian government"."""
        above = self.words[word.head]
        return word.deprel.startswith("obl") and above.upos == "VERB" and above.lemma.lower() in _THIRD_VERBS

    def _describing(self, noun: Word) -> list[int]:
        """The words before a noun, the nearest first, as far as they may describe it."""
        found: list[int] = []
        for i in range(noun.index - 1, max(noun.index - 6, -1), -1):
            if self.words[i].upos in ("VERB", "ADP", "SCONJ", "PRON") and i not in self.cast.actor_at:
                break
            if self.words[i].text == "," and noun.lemma in ("delegation", "team"):
                break  # "in Orvana, the delegation met"
            found.append(i)
        return found

    # ------------------------------------------------------------ several

    def note(self, entities: list[Entity], at: int) -> None:
        if len({(e.code, e.name if stands_apart(e.sectors) else None) for e in entities}) > 1:
            self._met.append((at, entities))

    def group(
        self,
        before: int,
        number: int,
        office: str | None,
        taken: Sequence[Entity],
        *,
        rivals: bool = False,
        people: bool = False,
        at_least: bool = False,
        counted: bool = True,
    ) -> list[Entity]:
        """Who "the two ministers" or "the sides" are: the last `number` of different sides told together before.

        Args:
            office: a title that they hold.
            taken: these are not meant.
            rivals: they are each other's opponents.
            people: they are persons ("the leaders"), and no bodies where others were told together.
            at_least: the words count nobody ("the leaders"): as many as were told together.
            counted: they are so many and no more ("the two sides"); "they" may be any of whom it told.
        """
        gone = {e.name for e in taken} | {e.code for e in taken if e.code}
        if office is not None and (held := self._holders(before, number, office, gone)):
            return self._listed_with(before, held, gone) if at_least else held
        pairs = [p for p in self._pairs_before(before) if not (counted and p[0] in self._lookers_on)]
        told = [(a - (0 if self._is_subject(a, m) else _ASIDE), m) for a, m in pairs]
        told += [(a + _MET_COUNTS, m) for a, m in self._met if a < before]
        foes = self.foes(gone) if counted and not at_least and number == _PAIR and office is None else []
        found: list[tuple[bool, bool, bool, int, list[Entity]]] = []
        for at, members in told:
            left = _one_a_side([m for m in members if m.name not in gone and m.code not in gone])
            states = [m for m in left if m.sectors[:1] != ("IGO",)]  # the UN beside two states is no side of theirs
            left = states if rivals or len(states) >= number else left
            alone = at_least or not counted or len(_one_a_side(members)) <= number
            exact = alone and left == states
            if len(left) >= number:
                fights = rivals and any(m.sectors[:1] == ("REB",) for m in members)
                bodies = people and any(m.sectors[:1] == ("IGO",) for m in members)
                found.append((fights, not bodies, exact and counted, at - (0 if exact else _ASIDE), left))
        best = max(found, key=lambda f: f[:4]) if found else None
        if best is not None and (best[2] or not foes):
            return best[-1][: _MANY if at_least else number]
        main = self.main_sides(number, gone)
        others = [m for m in main if foes and m.code != foes[0].code and m.sectors[:1] != ("IGO",)]
        return foes if foes and not any(self._is_about(m, foes[1]) for m in others) else main

    def _is_about(self, state: Entity, rebels: Entity) -> bool:
        """Whether a report is about another state more than about a first one's rebels."""
        told = sum(a.kind == "group" and a.code == rebels.code for _, _, a in self.cast.named)
        at = [first for first, _, a in self.cast.named if a.code == state.code and not is_placed(self.cast, first)]
        return len(at) > max(told, 1)

    def foes(self, gone: set[str | None]) -> list[Entity]:
        """The government and the rebels of the one state whose rebels the report tells of."""
        told = [(first, last, a) for first, last, a in self.cast.named if is_rebel(a)]
        named = [(a.code, a.name) for _, _, a in told]
        led = [(p.code, p.group or p.name) for p in self.cast.persons if p.sectors[:1] == ("REB",)]
        rebels = Counter((code, name) for code, name in named or led if code)
        codes = {code for code, _ in rebels}
        if len(codes) != 1:
            return []
        code = codes.pop()
        if named and not led and not any(self._takes_part(first, last) for first, last, _ in told):
            return []  # "bombed the group's camps in Orvana": the two sides may be the two states
        state = next((a for _, _, a in self.cast.named if a.code == code and a.kind in _STATES), None)
        if state is None or code is None or gone & {code, state.name}:
            return []
        name = rebels.most_common(1)[0][0][1]
        return [Entity(state.name, None, state.name, code, ("GOV",)), Entity(name, None, name, code, ("REB",))]

    def _takes_part(self, first: int, last: int) -> bool:
        """Whether a group does something, or something is done with it: "the group said", "talks with the group"."""
        near = {w.text.lower() for w in self.words[max(first - _FEW_WORDS, 0) : first]}
        behind = {w.text.lower() for w in self.words[last : last + 2]}
        reach = self.words[first : last + 2]
        acts = any(w.deprel in _SUBJECTS and w.upos in ("PROPN", "NOUN") for w in reach)
        return acts or bool(near & _WITH_THEM) or "and" in behind

    def _listed_with(self, before: int, people: list[Entity], gone: set[str | None]) -> list[Entity]:
        """All of the longest list before that has `people` in it: "the ministers" of three are the three."""
        names = {e.name for e in people}
        lists = [_one_a_side([m for m in members if m.name not in gone]) for _, members in self._pairs_before(before)]
        longest = max((m for m in lists if names <= {e.name for e in m}), key=len, default=people)
        return longest[:_MANY]

    def _is_subject(self, at: int, members: list[Entity]) -> bool:
        """Whether those set side by side, the last of them at word `at`, do something there."""
        reach = range(max(at - 6 * len(members), 0), min(at + 3, len(self.words)))
        near = (self.words[i] for i in reach if self.words[i].sentence == self.words[at].sentence)
        return any(w.deprel in _SUBJECTS and w.upos in ("PROPN", "NOUN") for w in near)

    def main_sides(self, number: int, gone: set[str | None]) -> list[Entity]:
        """The states and bodies that the report is about, where it names no more than `number` of them often."""
        sides: dict[str, Entity] = {}
        times: Counter[str] = Counter()
        for _, _, actor in self.cast.named:
            if actor.code and actor.code not in gone and actor.name not in gone:
                sides.setdefault(actor.code, Entity(actor.name, None, actor.name, actor.code, actor.sectors))
                times[actor.code] += 1
        for p in self.cast.persons:
            if p.code and p.code not in gone and p.name not in gone:
                sides.setdefault(p.code, Entity(p.name, None, p.name, p.code, p.sectors or ("GOV",), p.office))
                times[p.code] += len(p.places)
        most = times.most_common(number + 1)
        if len(most) < number or (len(most) > number and most[number][1] * 2 > most[number - 1][1]):
            return []
        return [sides[code] for code, _ in most[:number]]

    def _holders(self, before: int, number: int, office: str, gone: set[str | None]) -> list[Entity]:
        """The last persons named with that office, of different states, in reading order."""
        noun = office.split()[-1]
        rows = [
            (first, person)
            for person in self.cast.persons
            for first, _ in person.places
            if first < before and (person.is_called(noun) or not person.offices) and person.code
        ]
        found: dict[tuple[str, bool], tuple[int, Person]] = {}
        for first, person in sorted(rows, key=lambda r: -r[0]):
            if person.name not in gone and person.code not in gone and person.code:
                found.setdefault((person.code, stands_apart(person.sectors)), (first, person))
            if len(found) == number:
                break
        if len(found) < number:
            return []
        return [
            Entity(p.name, None, p.name, p.code, p.sectors or ("GOV",), p.office)
            for _, p in sorted(found.values(), key=lambda r: r[0])
        ]

    def _pairs_before(self, before: int) -> list[tuple[int, list[Entity]]]:
        return [p for p in reversed(self._pairs) if p[0] < before]

    @cached_property
    def _pairs(self) -> list[tuple[int, list[Entity]]]:
        """States, bodies, groups or persons that the text sets side by side ("A and B", "A-B"), with their place."""
        units: list[tuple[int, int, Entity]] = []
        for first, last, actor in self.cast.named:
            units.append((first, last, Entity(actor.name, None, actor.name, actor.code, actor.sectors)))
        for p in self.cast.persons:
            if p.code:
                entity = Entity(p.name, None, p.name, p.code, p.sectors or ("GOV",), p.office)
                units += [(first, last, entity) for first, last in p.places]
        units.sort(key=lambda u: u[:2])
        found: list[tuple[int, list[Entity]]] = []
        run: list[Entity] = []
        begin = end = -1
        for first, last, entity in units:
            between = [w.text.lower() for w in self.words[end:first]] if end >= 0 else []
            listed = between in ([","], [",", "the"])
            near = end >= 0 and 0 < len(between) <= 4 and bool(set(between) & _LINKS or listed)
            if near and self.words[first].sentence == self.words[end - 1].sentence:
                run.append(entity)
                if found and found[-1][0] >= begin:
                    found.pop()  # of a list, all of it
            else:
                run, begin = [entity], first
            end = last
            if len(_one_a_side(run)) > 1:
                found.append((first, list(run)))
                if self._stand_aside(begin, end) or self._only_describe(end):
                    self._lookers_on.add(first)
        return found

    def _only_describe(self, end: int) -> bool:
        """ "The British and US embassies", "the Thai-Cambodian border": two nations' words that describe a thing."""
        row = self.cast.actor_at.get(end - 1)
        if row is None or row[2].kind not in ("people", "state") or end >= len(self.words):
            return False
        return self.words[end].text.lower() in _DESCRIBED

    def _stand_aside(self, begin: int, end: int) -> bool:
        """Whether those of a list only host, mediate, look on or are an example: "talks mediated by A and B", "in the
        presence of A and B", "A and B, the observers, said", "countries including A and B"."""
        sentence = self.words[begin].sentence
        ahead = [w.text.lower() for w in self.words[max(begin - _FEW_WORDS, 0) : begin] if w.sentence == sentence]
        titles = {w.text.lower() for w in self.words[begin:end]}  # "the envoy A and the mediator B"
        if _THIRD_AHEAD & set(ahead) or _THIRD_NOUNS & titles:
            return True
        for w in self.words[begin:end]:
            head = self.words[w.head]
            if head.lemma.lower() in _THIRD_VERBS and head.upos == "VERB":
                if w.deprel == "nsubj" or (w.deprel.startswith("obl") and "by" in ahead):
                    return True
        behind = [w for w in self.words[end : end + _FEW_WORDS + 1] if w.sentence == sentence]
        beside = behind[:1] != [] and behind[0].text == ","
        return beside and any(w.text.lower() in _THIRD_NOUNS for w in behind)

    # ------------------------------------------------------------ who speaks

    def note_statements(self, statements: Sequence[Statement]) -> None:
        """Who says which words: "we" in them is the one who speaks."""
        for s in statements:
            if s.speaker is not None and s.speaker.span is not None:
                size = sum(c.end - c.start for c in s.content)
                self._said += [(c.start, c.end, size, s.speaker) for c in s.content]

    def speaker(self, word: Word) -> Entity | None:
        """The phrase that names who says the words around `word`: the speaker of the innermost statement; else the
        attribution's source; for a quotation without one, that of the attribution before it."""
        at = word.start
        said = [(size, speaker) for start, end, size, speaker in self._said if start <= at < end]
        if said:
            return min(said, key=lambda s: s[0])[1]
        rows = [a for a in self.cast.reading.attributions if a.source]
        around = [a for a in rows if any(s <= at < e for s, e in a.content)]
        if around:
            source = min(around, key=lambda a: sum(e - s for s, e in a.content)).source[0]
            return Entity(self.cast.text[source[0] : source[1]], source)
        if self.cast.reading.is_quoted(at):
            ends = [min(s for s, _ in a.source) for a in rows]
            place = bisect_left(ends, at)
            if place:
                source = rows[place - 1].source[0]
                return Entity(self.cast.text[source[0] : source[1]], source)
        return None


def _one_a_side(entities: Sequence[Entity]) -> list[Entity]:
    seen: dict[tuple[str | None, str | None], Entity] = {}
    for e in entities:
        group = stands_apart(e.sectors)
        seen.setdefault((e.code, e.name if group or e.code is None else None), e)
    return list(seen.values())
