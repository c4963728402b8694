"""Who spoke before: the last person and body, those called by a noun, and whose the documents are."""

from __future__ import annotations

import itertools
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.saying import find_saying_noun
from dragoman.extract.statements.drafts import Page, can_speak
from dragoman.records import Entity, Offsets

_GIVEN_OUT: Final = frozenset("issued released signed distributed published sent circulated posted read".split())
_PUT_OUT: Final = frozenset(
    "put present issue release publish submit circulate unveil table draft propose offer".split()
)
_BODIES: Final = frozenset(
    "ministry government office department agency council army military police party group court".split()
)
_FAR: Final = 1500  # characters over which a speaker may go on unnamed


class Heard:
    """What was heard so far in one text, in reading order."""

    def __init__(self, page: Page) -> None:
        self.page, self.tree = page, page.tree
        self.person: Entity | None = None  # who spoke last, by name or description
        self.described: dict[str, Entity] = {}  # who spoke last of those called by a noun: "a Ruritanian official"
        self.issuer: Entity | None = None  # the body that spoke last, or who issued the last document
        self.issued_at = 0  # the word by which it was told
        self.paper: Entity | None = None  # whose the document is that spoke last

    def _remember(self, head: int, speaker: Entity) -> None:
        """Keep who spoke, for the "he" and "it" to come."""
        word = self.page.words[head]
        kind = self.tree.name_at.get(head)
        if word.upos == "PRON" or self.tree.is_plural(head):
            return
        if kind in ("ORG", "LOC") or find_saying_noun(word.lemma) == "document" or word.lemma.lower() in _BODIES:
            self.issuer, self.issued_at = speaker, word.start
            if find_saying_noun(word.lemma) == "document" and speaker.span != self.tree.entity(head).span:
                self.paper = speaker
        elif kind == "PER" or self.page.voices.get(head) == "person":
            self.person = speaker
            if kind is None and not self._is_bare(head):
                self.described[word.lemma.lower()] = speaker

    def _is_near(self, speaker: Entity, at: int, spoken_at: int = 0) -> bool:
        """Args: `spoken_at`: where words for the speaker stood last, if not for the first time."""
        return speaker.span is not None and 0 <= at - max(speaker.span[1], spoken_at) < _FAR

    def _brought_in(self, pronoun: int) -> Entity | None:
        """The person who is the subject of the sentence before, or of the paragraph's: "X was wary. ..., he said"."""
        page, words = self.page, self.page.words
        here = words[pronoun].sentence
        for sentence in range(here - 1, max(here - 3, -1), -1):
            if page.sentences[sentence].paragraph != page.sentences[here].paragraph and sentence < here - 1:
                break
            for i in range(page.sentences[sentence].first, page.sentences[sentence].last):
                subject = words[i].deprel == "nsubj" and words[words[i].head].deprel == "root"
                if subject and page.quotation_at(words[i].start) is None:
                    for who in (i, *self.tree.children(i, "appos")):  # "The envoy, A. B., began"
                        if self.tree.name_at.get(who) == "PER":
                            return self._entity(who)
                    one = page.voices.get(i) == "person" and words[i].upos == "NOUN" and not self.tree.is_plural(i)
                    if one and self.person is None and not self._is_bare(i):
                        return self._entity(i)  # "The Orvanian delegate took the floor", where nobody has spoken
                    if page.sentences[sentence].paragraph != page.sentences[here].paragraph:
                        return None
        return None

    def _antecedent(self, relative: int) -> int:
        """The noun that a relative pronoun stands for."""
        for above in self.tree.path_up(relative):
            if self.page.words[above].deprel.startswith("acl"):
                return self.page.words[above].head
        before = [i for i in range(max(relative - 6, 0), relative) if self.page.words[i].upos in ("NOUN", "PROPN")]
        return before[-1] if before else relative

    def _same_body(self, head: int) -> Entity | None:
        """ "The foreign ministry" after "Ruritania's foreign ministry" is the same one."""
        if self.issuer is None or self.page.words[head].lemma.lower() not in _BODIES:
            return None
        phrase = self.tree.entity(head)
        longer = len(self.issuer.text) > len(phrase.text)
        return self.issuer if longer and self.issuer.text.lower().endswith(phrase.text.lower()) else None

    def _same_person(self, head: int) -> Entity | None:
        """ "The envoy" after "a Ruritanian envoy said" is the same one; "the official" is also whoever was named since,
        but for one of another state: reports open with "an official" and then tell who that was."""
        lemma = self.page.words[head].lemma.lower()
        told = self.described.get(lemma) if self._is_bare(head) else None
        if told is None or self.person is None or lemma != "official":
            return told
        states, others = _states_in(told.text), _states_in(self.person.text)
        return told if states and others - states else self.person

    def _counterpart(self, head: int) -> Entity | None:
        """ "His Kenyan counterpart" is the one Kenyan whom the text has named with his state before."""
        if self.page.words[head].lemma.lower() != "counterpart" or self.tree.is_plural(head):
            return None
        states = _states_in(self.tree.entity(head).text)
        found: dict[str, Entity] = {}
        for n in self.page.people_in(range(head)) if states else []:
            who = self._entity(self.tree.whole(n.first))
            if _states_in(who.text) & states:
                found.setdefault(self.page.text[n.start : n.end].split()[-1], who)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_bare(self, head: int) -> bool:
        """Whether a phrase is one noun behind "the"."""
        own = [c for c in self.tree.below[head] if self.tree.relation(c) not in ("punct", "case")]
        one = len(own) == 1 and self.page.words[own[0]].text.lower() == "the"
        return one and self.page.words[head].upos == "NOUN" and not self.tree.is_plural(head)

    def _issuer_of(self, head: int) -> Entity | None:
        """Who speaks in a document: named beside it ("a ministry statement", "the ministry's statement"), or before."""
        tree, words = self.tree, self.page.words
        for c in tree.below[head]:
            relation = tree.relation(c)
            beside = relation in ("compound", "nmod", "amod") and c < head and words[c].upos in ("NOUN", "PROPN")
            behind = relation == "nmod" and tree.case(c) in ("by", "from", "of")
            behind = behind or (relation == "acl" and words[c].text.lower() in _GIVEN_OUT)
            if behind and relation == "acl":
                by = [k for k in tree.children(c, "obl") if tree.case(k) == "by"]
                if by:
                    return tree.entity(by[0])
            elif (beside or behind) and (tree.name_at.get(c) in ("ORG", "PER", "LOC") or self._is_body(c)):
                return tree.entity(c)
        definite = any(words[c].text.lower() in ("the", "this", "its") for c in tree.below[head])
        return self._author_of(head) or self.paper or self.issuer if definite and not tree.is_plural(head) else None

    def _author_of(self, head: int) -> Entity | None:
        """ "The text calls for", after "the chairman put forward a compromise text": whoever put it forward."""
        words, lemma = self.page.words, self.page.words[head].lemma.lower()
        for i in range(head - 1, -1, -1):
            if words[i].lemma.lower() != lemma or words[i].deprel != "obj":
                continue
            verb = words[i].head
            makers = self.tree.subjects(verb) if self.tree.lemma(verb) in _PUT_OUT else []
            if makers and can_speak(self.page, makers[0]):
                return self._entity(makers[0])
        return None

    def _is_body(self, i: int) -> bool:
        return self.page.voices.get(i) in ("organization", "person")

    def _entity(self, head: int) -> Entity:
        """The phrase of a head, with the whole of the name that it is part of."""
        phrase = self.tree.entity(head)
        if phrase.span is None:
            return phrase
        for name in self.page.names_at(head):
            if (
                name.kind == "PER"
                and name.end == phrase.span[1]
                and self.page.text[phrase.span[0] : name.start].endswith(", ")
            ):
                return self._exact((name.start, name.end))  # "Orvana's envoy to Selvia, A. B.", read as one name
            if name.end > phrase.span[1] or name.start < phrase.span[0]:
                return self._exact((min(name.start, phrase.span[0]), max(name.end, phrase.span[1])))
        return phrase

    def _exact(self, span: Offsets) -> Entity:
        start, end = span
        text = self.page.text[start:end]
        if text.count("(") > text.count(")"):  # "the Agency (ABC" of "the Agency (ABC)"
            end = end + 1 if self.page.text[end : end + 1] == ")" else start + len(text[: text.rindex("(")].rstrip())
        return Entity(self.page.text[start:end], (start, end))


def _states_in(text: str) -> set[str | None]:
    """The states that a phrase names: "the Ruritanian envoy A. B."."""
    words = text.split()
    pieces = [*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))]
    return {a.code for p in pieces if (a := find_actor(p)) is not None and a.kind in ("state", "people")}
