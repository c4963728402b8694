"""Who holds a position: the one whose act or feeling the words tell, or the speaker of the words it stands in."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from dragoman.codebook.actors import find_actor, find_office
from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.phrases import Tree, is_time
from dragoman.extract.speakers import place_speakers
from dragoman.records import Entity

_FIRST: Final = frozenset("we i us me our my ourselves".split())
_NOBODY: Final = frozenset("which that who this these those there what it one someone anyone everyone you".split())
_GOING_ON: Final = {"it": "it", "he": "he", "she": "he"}
_BEHIND_SAID: Final = 5  # words from "said" to its "it"
_CROWDS: Final = frozenset("dozens scores hundreds thousands millions".split())
_PAIRS: Final = ("two", "three")  # "the two discussed"
_PRONOUNS: Final = frozenset("he she it they we i both who his her its their our my".split())
_OFFICES: Final = frozenset("head chief leader leadership side delegation".split())
OWNERS: Final = frozenset("its their our his her my".split())
_STATES: Final = frozenset("country state nation government power ministry".split())


class Holders:
    """Answers who holds what is said at a word."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._speaker_at = place_speakers(tree.reading)

    @cached_property
    def _kind_at(self) -> dict[int, str]:
        return {m.head: m.kind for m in self._tree.reading.mentions}

    def speaker(self, i: int) -> Entity | None:
        return self._speaker_at.get(i)

    def own_voice(self, i: int) -> Entity | None:
        """In a text of somebody's own, the "we" or "I" nearest in the same paragraph."""
        sentence = self._tree.words[i].sentence
        own = self._own_words.get(self._tree.reading.sentences[sentence].paragraph)
        if own is None or self._tree.reading.is_quoted(self._tree.words[i].start):
            return None
        nearest = min(own, key=lambda j: (abs(self._tree.words[j].sentence - sentence), abs(j - i)))
        return self._as_entity(nearest)

    @cached_property
    def _own_words(self) -> dict[int, list[int]]:
        """By paragraph, "we" and "I" that nobody is told to have said."""
        reading = self._tree.reading
        found: dict[int, list[int]] = {}
        for w in self._tree.words:
            if w.text.lower() not in _FIRST or w.index in self._speaker_at:
                continue
            if not reading.is_quoted(w.start):
                found.setdefault(reading.sentences[w.sentence].paragraph, []).append(w.index)
        return found

    def is_somebody(self, i: int) -> bool:
        """A person, body, state or people, or a pronoun for one."""
        word = self._tree.words[i]
        if is_time(word):
            return False
        if word.text.lower() in _CROWDS and not self._tree.children(i, "nmod"):
            return False  # thousands of whom nothing is said
        if word.upos in ("PRON", "DET") or word.text.lower() == "both":
            return word.text.lower() in _PRONOUNS
        if word.upos == "NUM" and word.text.lower() in _PAIRS and not self._tree.children(i, "nmod"):
            return any(w.text.lower() == "the" for w in self._tree.words[max(i - 1, 0) : i])
        if self._tree.name_at.get(i) in ("PER", "ORG", "LOC", "NORP"):
            return True
        return (
            self._kind_at.get(i) in ("person", "organization")
            or self._tree.is_one(i, _OFFICES)
            or find_office([word.text.lower()]) is not None
            or (self._kind_at.get(i) == "place" and (word.upos == "PROPN" or self._tree.is_one(i, _STATES)))
        )

    def holders(self, heads: list[int], at: int) -> list[Entity]:
        """The phrases of `heads` that are somebody; the speaker for "we" and "I" and for a document."""
        found: list[Entity] = []
        for h in heads:
            if self._is_company(h):
                continue
            word = self._tree.words[h]
            if word.text.lower() in _FIRST:
                found.append(self.speaker(at) or self._as_entity(h))
            elif (own := self._who_says(h)) is not None:
                found.append(self._as_entity(own))
            elif self.is_somebody(h):
                found.append(self._as_entity(h))
            else:
                found += self.owners(h)
        unique: dict[str, Entity] = {}
        for e in found:
            unique.setdefault(e.text.lower(), e)
        return list(unique.values())

    def _who_says(self, pronoun: int) -> int | None:
        """ "Orvana's ministry said it opposed the map": "it", right behind the saying, is who says so."""
        tree, words = self._tree, self._tree.words
        if words[pronoun].text.lower() not in _GOING_ON or words[pronoun].deprel != "nsubj":
            return None
        told = words[pronoun].head
        if tree.relation(told) != "ccomp" or find_saying_verb(words[words[told].head].lemma) is None:
            return None
        if pronoun - words[told].head > _BEHIND_SAID:
            return None
        own = [s for s in tree.children(words[told].head, "nsubj") if s < words[told].head]
        if len(own) != 1 or words[own[0]].upos not in ("NOUN", "PROPN") or not self.is_somebody(own[0]):
            return None
        person = self._kind_at.get(own[0]) == "person" or tree.name_at.get(own[0]) == "PER"
        alone = not tree.is_plural(own[0]) and len(tree.joined(own[0])) == 1
        return own[0] if alone and _GOING_ON[words[pronoun].text.lower()] == ("he" if person else "it") else None

    def owners(self, noun: int) -> list[Entity]:
        """Whose something is: "its", "Chile's", "Chilean", "of Chile", "by Chile", "between Chile and Peru"."""
        tree = self._tree
        for c in tree.children(noun, "nmod", "amod", "compound", "det"):
            if tree.words[c].text.lower() in _FIRST:
                return [self.speaker(noun) or self._as_entity(c)]
            if tree.words[c].deprel == "nmod:poss" and self.is_somebody(c):
                return [self._as_entity(c)]
            if c < noun and not tree.case(c) and tree.name_at.get(c) in ("NORP", "LOC", "ORG", "PER"):
                both = [j for j in tree.joined(c) if j < noun]  # "the Norwegian and Kenyan commitment"
                states = all(find_actor(tree.entity(j).text) is not None for j in both)
                return [self._as_entity(j) for j in (both if states else [c])]
        for c in tree.children(noun, "nmod", "obl"):
            if tree.case(c) in ("by", "from", "among", "of", "between") and self.is_somebody(c):
                return [self._as_entity(j) for j in tree.joined(c) if self.is_somebody(j) and not self._is_company(j)]
        return []

    def _is_company(self, i: int) -> bool:
        """ "and its partners": whoever goes along with another and is named by them alone."""
        words = self._tree.words
        return self._tree.relation(i) == "conj" and any(
            words[c].deprel == "nmod:poss" and words[c].text.lower() in OWNERS for c in self._tree.below[i]
        )

    def _as_entity(self, i: int) -> Entity:
        word = self._tree.words[i]
        if word.upos in ("PRON", "DET"):
            return Entity(word.text, (word.start, word.end))
        return self._tree.entity(i)
