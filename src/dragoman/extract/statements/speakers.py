"""Who speaks: the source that the tagger found or the subject of the verb of saying, and whom a pronoun goes back to.

A speaker who goes on is most often the one who spoke before: "he added" names nobody else. A document that speaks
("the statement said") speaks for whoever issued it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook.saying import find_saying_noun
from dragoman.extract.phrases import is_time
from dragoman.extract.statements.documents import Document
from dragoman.extract.statements.drafts import Draft, Page, can_speak
from dragoman.extract.statements.heard import Heard
from dragoman.records import Entity, Hearsay, Offsets, quote

_SELVES: Final = frozenset("he she they i we".split())
_HE: Final = frozenset(("he", "she", "him", "her"))
_RELATIVE: Final = frozenset(("who", "which", "that", "whom"))
_LOOSE: Final = ("DET", "ADP", "CCONJ", "SCONJ", "PUNCT")
_POSSESSIVE: Final = ("'s", "’s", "'", "’")
_LED: Final = frozenset("led headed chaired represented commanded".split())


class Speakers(Heard):
    """Names the speakers of one text's drafts, in reading order."""

    def __init__(self, page: Page, document: Document) -> None:
        super().__init__(page)
        self.document = document
        self.ours: Entity | None = None  # who "we" are in an official text that names no author

    def name(self, draft: Draft) -> list[Entity]:
        """The speakers of a draft, the first the one to file it under; none where the text does not say."""
        if draft.way in ("turn", "opening", "post") and draft.source:
            return [self._exact(draft.source)]
        if draft.source is not None and draft.source == self.document.author:
            return [self._exact(draft.source)]
        heads = self._heads(draft)
        if not heads:
            return [self._exact(draft.source)] if draft.source else []
        found = self._follow(draft, heads)
        if draft.way == "signed" and draft.source and found[0].span and found[0].span[1] > draft.source[1]:
            found = [self._exact(draft.source)]  # the tree ran on to the place and the day behind the name
        if len(found) == 1 and draft.way != "opening":
            self._remember(heads[0], found[0])
        return found

    def chain(self, draft: Draft) -> list[tuple[Draft, Hearsay]]:
        """Who told of the draft's saying, outermost first, each beside its draft; who tells of himself is no link."""
        links = []
        for teller in draft.tellers:
            who = self.name(teller)
            cue = quote(self.page.text, *teller.cue) if teller.cue else None
            if who and who[0].text.lower() not in _SELVES:
                links.append((teller, Hearsay(who[0], cue)))
        return links

    def _heads(self, draft: Draft) -> list[int]:
        """The words that head the phrases of who speaks."""
        tree, verb = self.tree, draft.verb
        if verb is not None and (carried := self._carried(verb)):
            return carried
        if draft.source is not None and (heads := self._heads_in(draft.source)):
            if (nearer := self._beside_cue(draft)) is not None:
                return [nearer]
            if verb is not None and (outer := self._outer_subject(verb, heads[0])) is not None:
                return list(self.tree.joined(outer))
            return list(self.tree.joined(heads[0]))
        if verb is None:
            return []
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
        if agents and any(self.page.words[c].deprel == "aux:pass" for c in tree.below[verb]):
            return tree.joined(agents[0])
        return self._voiced(verb) or agents[:1]

    def _outer_subject(self, verb: int, head: int) -> int | None:
        """ "The bloc, of which X is a member, expressed ...": the subject in whose relative clause `head` stands."""
        own = [c for c in self.tree.children(verb, "nsubj") if c < verb and can_speak(self.page, c)]
        if not own or head in own:
            return None
        path = [head, *self.tree.path_up(head)]
        relative = any(self.page.words[i].deprel == "acl:relcl" for i in path)
        return own[-1] if relative and own[-1] in path else None

    def _voiced(self, verb: int) -> list[int]:
        """Subjects of the verb that can speak; for a verb that only goes along (", adding that"), of the one above."""
        for at in (verb, *self.tree.path_up(verb)):
            if self.page.words[at].upos not in ("VERB", "AUX", "ADJ"):
                continue
            subjects = self.tree.subjects(at)
            if subjects and can_speak(self.page, subjects[0]):
                return subjects
            if self.page.words[at].deprel not in ("advcl", "acl", "conj", "xcomp", "parataxis", "dep"):
                return []
        return []

    def _carried(self, verb: int) -> list[int]:
        """Whose words are quoted: the object of "quoted ... as saying", or its subject in the passive."""
        if self.page.words[verb].text.lower().endswith("ing"):
            verb = self.page.words[verb].head
        if self.tree.lemma(verb) not in ("quote", "cite"):
            return []
        passive = [c for c in self.tree.below[verb] if self.page.words[c].deprel == "nsubj:pass"]
        return passive[:1] or self.tree.children(verb, "obj")[:1]

    def _heads_in(self, source: Offsets) -> list[int]:
        """The nouns and pronouns of a source that hang on no other of its words."""
        words = self.page.words
        inside = self.page.words_in(source)
        nominal = [i for i in inside if words[i].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")]
        tops = [i for i in nominal if words[i].head not in inside or words[i].head == i]
        people = self.page.people_in(inside)
        if tops and people and words[min(tops[0] + 1, len(words) - 1)].text in _POSSESSIVE:
            behind = [n for n in people if n.first > tops[0] + 1 and n.last >= inside.stop - 1]
            if behind:  # "Kuwait's envoy to Paris, A. B.", with Kuwait read as who speaks
                return [behind[-1].first]
        led = [i for i in inside[1:] if words[i].text.lower() == "by" and words[i - 1].text.lower() in _LED]
        if led and tops and tops[0] < led[0]:
            return tops[:1]  # "the movement, led by X": it speaks
        if people and not any(people[0].first <= i < people[0].last for i in tops) and len(people) == 1:
            # "X's chancellor, A. B." taken apart by the tree: who speaks is the person
            return [
                next(
                    (
                        i
                        for i in range(people[0].first, people[0].last)
                        if words[i].head not in range(people[0].first, people[0].last)
                    ),
                    people[0].first,
                )
            ]
        named = [i for i in tops if len(people) == 1 and people[0].first <= i < people[0].last]
        if named and words[tops[0]].upos != "NOUN":
            return named[:1]  # "Visiting President X": whatever the tree makes of the first word
        return tops[:1] or nominal[:1]

    def _beside_cue(self, draft: Draft) -> int | None:
        """Of two persons with a comma between, the one beside the verb speaks: "under Chancellor X, envoy Y said"."""
        if draft.source is None or draft.cue is None or not 0 <= draft.cue[0] - draft.source[1] <= 2:
            return None
        inside = self.page.words_in(draft.source)
        people = self.page.people_in(inside)
        if len(people) != 2 or people[1].last != inside.stop:
            return None
        if self.page.text[draft.source[1]] == ",":  # "X, an adviser to Premier Y, said"
            return None
        between = [w.text for w in self.page.words[people[0].last : people[1].first]]
        if "," not in between or "and" in between:
            return None
        return people[1].first

    def _follow(self, draft: Draft, heads: list[int]) -> list[Entity]:
        """The phrases of `heads`, with pronouns and documents followed to whom they stand for."""
        head = heads[0]
        word = self.page.words[head]
        text = word.text.lower()
        if text in _RELATIVE:
            head = self._antecedent(head)
            if find_saying_noun(self.page.words[head].lemma) == "document":
                return [self._issuer_of(head) or self.tree.entity(head)]
            return [self.tree.entity(head)]
        if text in _HE and (named := self._brought_in(head)) is not None:
            return [named]
        if text in _HE and self.person is not None and self._is_near(self.person, word.start):
            return [self.person]
        if draft.signed and any(self.page.words[c].text.lower() == "our" for c in self.tree.children(head, "nmod")):
            text = "we"  # "our administration"
        if text == "it" and self.issuer is not None and self._is_near(self.issuer, word.start, self.issued_at):
            return [self.issuer]
        if text in ("we", "i", "our") and self.document.author is not None and draft.signed:
            return [self._exact(self.document.author)]
        if find_saying_noun(word.lemma) == "document":
            return [self._issuer_of(head) or self.tree.entity(head)]
        if text == "we" and draft.signed and self.ours is not None:
            return [replace(self.ours, basis="inferred")]
        if (known := self._counterpart(head) or self._same_body(head) or self._same_person(head)) is not None:
            return [known]
        if len(heads) == 1 and draft.source is not None:
            return [self._whole(head, draft.source)]
        return [self._entity(h) for h in heads]

    def _whole(self, head: int, source: Offsets) -> Entity:
        """The phrase of a head, with what stands before it in the source: "the trade body's chief A. B."."""
        phrase = self._entity(head)
        here = self.page.words[head].sentence
        words = [w for i in self.page.words_in(source) if (w := self.page.words[i]).sentence == here]
        while len(words) > 1 and (words[0].upos in _LOOSE or words[0].text == "both"):
            words = words[1:]
        while len(words) > 1 and (words[-1].upos in _LOOSE or words[-1].text in _POSSESSIVE or is_time(words[-1])):
            words = words[:-1]
        if phrase.span is None or not words or phrase.span[0] < words[0].start:
            return phrase
        before = [w for w in words if w.start < phrase.span[0]]
        done = [w for w in words if w.upos in ("VERB", "AUX") and not self._is_participle(w.index)]
        plain = len(words) <= 9 and not done and not any(w.text == "," for w in words)
        if any(w.upos in ("VERB", "AUX") or w.text in (",", ";") for w in before):
            return phrase
        end = max(phrase.span[1], words[-1].end) if plain else phrase.span[1]
        return self._exact((words[0].start, end))

    def _is_participle(self, i: int) -> bool:
        """ "People briefed on the matter"."""
        ended = self.page.words[i].text.lower().endswith("ed")
        return (
            ended and self.page.words[i].deprel in ("amod", "acl") and not self.tree.children(i, "nsubj", "obj", "aux")
        )

    def note_voice(self, drafts: list[Draft]) -> None:
        """In an official text without an author, "we" are whoever else performs in it: the state, or its official."""
        if self.document.author is not None or self.document.kind != "statement":
            return
        for draft in drafts:
            subjects = self.tree.subjects(draft.verb) if draft.verb is not None and draft.way == "performed" else []
            if not subjects or self.page.words[subjects[0]].upos == "PRON":
                continue
            if self.tree.name_at.get(subjects[0]) in ("PER", "LOC", "ORG"):
                self.ours = self.tree.entity(subjects[0])
                return
