"""Phrases that point: pronouns, and the first person of whoever speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.codebook.actors import find_office
from dragoman.records import Entity, Word
from dragoman.resolve.who.answers import Answers
from dragoman.resolve.who.named import Person

_LABEL: Final = re.compile(r"^[ \t]*([A-Z][A-Z.,'’ -]{5,80}):\s", re.M)
_SELF: Final = frozenset("i we us me our ours my myself ourselves".split())
_YOU: Final = frozenset("you your yours".split())
_ONE: Final = frozenset("he she him her his hers himself herself".split())
_SEVERAL: Final = frozenset("they them their theirs themselves both two three these those each".split())
_COUNTED: Final = ("both", "two", "three", "each")
_THING: Final = frozenset("it its itself this that".split())
_TRAVELS: Final = frozenset("hold meet fly travel go continue leave head return arrive visit move".split())
_MEETS: Final = ("meet", "visit", "see")
_RUN: Final = 2  # sentences that a pronoun goes on through
_RELATIVE: Final = frozenset("who which whom whose that".split())
_DEEP: Final = 3  # phrases that go back to one another
PRONOUNS: Final = _SELF | _YOU | _ONE | _SEVERAL | _THING | _RELATIVE


class Pointing(Answers):
    """Follows what points back, and what is the report's own state's or body's."""

    def _pronoun(self, entity: Entity, word: Word, taken: Sequence[Entity], depth: int) -> list[Entity]:
        low = word.text.lower()
        if depth > _DEEP:
            return [entity]
        if low in _SELF:
            return self._who_speaks(entity, word, depth)
        if low in _YOU:
            return self._who_is_spoken_to(entity, word, depth)
        if low in _RELATIVE and word.head != word.index:
            above = self.words[self.words[word.head].head]
            if self.words[word.head].deprel.startswith("acl") and above.index < word.index:
                return self._again(entity, above, depth)
        own = self._envoy(word) if low in ("he", "she") else None
        if own is not None:
            self.because(own.name, own.code, f'"{low}": in its own document, the subject of the sentence before')
            return [replace(self._as_person(entity, own), basis="inferred")]
        goes_on = self._traveller(word) if low in ("he", "she") else None
        if goes_on is not None:
            self.because(goes_on.name, goes_on.code, f'"{low}": who met another just before goes on to meet the next')
            return [replace(self._as_person(entity, goes_on), basis="inferred")]
        gone = frozenset(e.name for e in taken) if low in ("him", "her") else frozenset()
        found = self._chained(entity, word, gone, depth) or self._told_last(entity, word, taken, gone)
        if low == "it" and word.deprel == "obj":  # "Orvana rejected it": whoever acts would be called "itself"
            acts = {(e.code, e.name) for e in taken}
            found = [e for e in found if (e.code, e.name) not in acts] or [entity]
        return found

    def _who_speaks(self, entity: Entity, word: Word, depth: int) -> list[Entity]:
        """ "We", "my": whoever says the words around it, else whose document it is."""
        speaker = self.back.speaker(word)
        if speaker is None or speaker.span == entity.span:
            speaker = self._labelled(word)
        if speaker is None:
            return self._home(entity)
        self.because(speaker.text, None, f'"{word.text.lower()}": who says the words around it')
        found = self.resolve(speaker, depth=depth + 1)
        return [replace(e, text=entity.text, span=entity.span, basis="inferred") for e in found]

    def _labelled(self, word: Word) -> Entity | None:
        """ "MINISTER A. B. OF ORVANA: We regret": who speaks, by the office in capitals before the colon."""
        for label in reversed([*_LABEL.finditer(self.cast.text, 0, word.start)]):
            return Entity(label[1], label.span(1)) if find_office(label[1].lower().split()) is not None else None
        return None

    def _who_is_spoken_to(self, entity: Entity, word: Word, depth: int) -> list[Entity]:
        """ "You": the side that the report is about besides that of whoever speaks."""
        speaker = self.back.speaker(word)
        said = [] if speaker is None or speaker.span == entity.span else self.resolve(speaker, depth=depth + 1)
        codes: set[str | None] = {e.code for e in said or self._home(entity) if e.code}
        other = self.back.main_sides(1, codes) if codes else []
        for m in other:
            why = f'"{word.text.lower()}": the side that the report is about besides whoever speaks'
            self.because(m.name, m.code, why)
        return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in other] or [entity]

    def _chained(self, entity: Entity, word: Word, gone: frozenset[str | None], depth: int) -> list[Entity]:
        """What coreference says that the pronoun goes back to; nothing where that cannot be meant, or is too vague.

        Args:
            gone: names of persons who are not meant.
        """
        low, chained = word.text.lower(), self.back.antecedent(word)
        if chained is None or self._is_named_beside(word, chained):
            return []
        human = chained.index in self.cast.person_at or find_office([chained.text.lower()]) is not None
        if low in _ONE and not human and low != "its":
            return []
        found = [e for e in self._again(entity, chained, depth) if e.name not in gone or e.name is None]
        if low in _THING and not any(e.code for e in found) and self.back.body(word.index) is not None:
            return []
        one = chained.index in self.cast.person_at or not _is_plural(chained)  # "Charles" is no plural
        alone = low in _SEVERAL and len(found) < 2 and one
        return found if any(e.code or e.name for e in found) and not alone else []

    def _told_last(
        self, entity: Entity, word: Word, taken: Sequence[Entity], gone: frozenset[str | None]
    ) -> list[Entity]:
        """The person, the group or the body of which the text told last."""
        low = word.text.lower()
        if low in _ONE:
            person = self.back.person(word.index, but=gone)
            if person is not None:
                self.because(person.name, person.code, f'"{low}": the person last named, subjects first; {person.why}')
            return [replace(self._as_person(entity, person), basis="inferred")] if person else [entity]
        if low in _SEVERAL:
            number, counted = 3 if low == "three" else 2, low in _COUNTED
            members = self.back.group(
                word.index, number, None, taken, people=True, counted=counted, at_least=not counted
            )
            for m in members:
                self.because(m.name, m.code, f'"{low}": told of together before')
            return [replace(m, text=entity.text, span=entity.span, basis="inferred") for m in members] or [entity]
        subject = self.back.body(word.index)
        if subject is not None:
            self.because(subject.name, subject.code, f'"{low}": the state or body that was the subject last')
        return [replace(self._as_actor(entity, subject, "inferred"))] if subject else [entity]

    def _envoy(self, word: Word) -> Person | None:
        """ "She welcomed", in a state's own document: its envoy, of whom the sentence before told, goes on."""
        home = self.cast.outlet_code
        if home is None or word.deprel not in ("nsubj", "nsubj:pass"):
            return None
        for at in (*reversed(self._same_before(word)), word):  # of a run, the first
            person = self.back.person(at.index)
            if person is not None and person.code == home:
                return person
        return None

    def _traveller(self, word: Word) -> Person | None:
        """ "The envoy met A. B. in Orvana. A day later he held talks in Selvia": the subject of the sentence before."""
        first = [*reversed(self._same_before(word)), word][0]
        number = first.sentence - 1
        if word.deprel != "nsubj" or self.words[word.head].lemma not in _TRAVELS or number < 0:
            return None
        sentence = self.cast.reading.sentences[number]
        inside = self.words[sentence.first : sentence.last]
        met = next((w for w in inside if w.lemma in _MEETS and w.deprel == "root"), None)
        subjects = [w.index for w in inside if met is not None and w.head == met.index and w.deprel == "nsubj"]
        person = self.cast.person_at.get(subjects[0]) if len(subjects) == 1 else None
        others = [self.cast.person_at[w.index] for w in inside if w.index in self.cast.person_at]
        return person if person is not None and any(o is not person for o in others) else None

    def _same_before(self, word: Word) -> list[Word]:
        """The same pronoun as the subject of the sentences right before, the nearest first: "He will travel to Peru.
        There he will discuss ..."."""
        found: list[Word] = []
        for back in range(1, _RUN + 1):
            if word.sentence < back:
                break
            sentence = self.cast.reading.sentences[word.sentence - back]
            inside = self.words[sentence.first : sentence.last]
            same = [w for w in inside if w.text.lower() == word.text.lower() and w.deprel == "nsubj"]
            if not same:
                break
            found.append(same[0])
        return found

    def _is_named_beside(self, word: Word, chained: Word) -> bool:
        """Whether whom the pronoun would mean is named by the same clause: "it welcomed the truce with the rebels" is
        nothing that the rebels did."""
        row = self.cast.actor_at.get(chained.index)
        if row is None or word.deprel != "nsubj" or word.head < word.index:
            return False
        for _, _, actor in (r for i, r in self.cast.actor_at.items() if word.head < i and self._is_under(i, word.head)):
            if (actor.code, actor.name) == (row[2].code, row[2].name):
                return True
        return False

    def _is_under(self, i: int, verb: int) -> bool:
        """Whether a word stands in what is done by a verb, in no clause of its own."""
        if self.words[i].sentence != self.words[verb].sentence:
            return False
        for _ in range(12):
            if i == verb:
                return True
            if self.words[i].upos in ("VERB", "AUX") or self.words[i].head == i:
                return False
            i = self.words[i].head
        return False

    def _is_own_voice(self, entity: Entity) -> bool:
        """ "I" outside all that is quoted: whoever wrote the text."""
        at = entity.span[0] if entity.span else 0
        return entity.text in ("I", "my", "My") and not self.cast.reading.is_quoted(at)

    def _home(self, entity: Entity) -> list[Entity]:
        """Whose document it is: one state or body, or the signers of a joint statement."""
        whose = self.cast.outlet_code or (self.cast.home if self._is_own_voice(entity) else None)
        if whose:
            self.because(entity.text, whose, f"first person of the report's own voice ({self.cast.home_why})")
        codes = self.cast.signers or ((whose,) if whose else ())
        names = {a.code: a.name for _, _, a in reversed(self.cast.named) if a.code}
        return [
            replace(
                entity,
                name=names.get(code),
                code=code,
                sectors=("GOV",) if is_state(code) else ("IGO",),
                basis="inferred",
            )
            for code in codes
        ] or [entity]


def is_state(code: str) -> bool:
    """Whether a code is a state's: those of bodies are longer or shorter, but for the United Nations'."""
    return len(code) == 3 and code != "UNO"


def _is_plural(word: Word) -> bool:
    return word.text.lower().endswith("s") or word.text.lower() in ("they", "both", "them")
