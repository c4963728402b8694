"""Questions about a reading's trees that extractors of talks and texts share: phrases, subjects, what a clause asserts.

A phrase is named by the word that heads it. The trees come from a model and err, so every answer here is
made to degrade: a wrong attachment gives a shorter phrase, never an error.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.talks import verb_forms
from dragoman.extract.refusals import mend_refusals
from dragoman.records import Entity, Offsets, Reading, Span, Word, quote

# what a noun phrase leaves to others: its clauses, its coordinates, and what is only set beside it
_LOOSE: Final = frozenset(
    ("conj", "cc", "acl:relcl", "advcl", "parataxis", "punct", "ccomp", "dep", "orphan", "advcl:relcl")
)
_LEADING: Final = frozenset(("the", "a", "an", "this", "these", "those", "that"))
_SETTINGS: Final = frozenset(
    """in at on during after before since until aboard near for about over following on board by under""".split()
)
_MANY: Final = frozenset(
    """leaders ministers presidents officials delegations negotiators envoys heads members representatives rebels
    ambassadors diplomats secretaries chiefs premiers delegates experts mediators""".split()
)
_POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
_TITLES: Final = frozenset(
    """president prime foreign minister premier chancellor king secretary deputy vice defence defense special envoy
    ambassador leader general rebel opposition interim acting first assistant under senior principal""".split()
)
_OFFICES: Final = frozenset("advisor adviser director chief chairman commissioner counterpart spokesman king".split())
_DEPARTMENTS: Final = frozenset("state defense defence".split())
_ASTRAY: Final = ("parataxis", "nmod:desc", "dep", "appos")
_SUBJECTS: Final = ("nsubj", "csubj")
NEGATIONS: Final = frozenset("not n't n’t never neither nor no without".split())
_NOT: Final = frozenset(("not", "n't", "n’t", "never"))
_UNDER: Final = ("Secretary", "Secretaries", "Secretary-General")
_SENT: Final = frozenset("negotiators delegates representatives delegations envoys officials teams".split())
_TRAVELLERS: Final = ("minister", "president", "premier", "chancellor", "king", "delegation")
_SENT_TO: Final = frozenset(
    "ambassador envoy representative consul emissary adviser advisor delegate commissioner".split()
)
_LISTED: Final = ("LOC", "ORG", "NORP")  # names of states, bodies and groups
_IN_LISTS: Final = ("DET", "CCONJ", "ADJ", "NOUN", "PROPN")  # words between two of a list


class Tree:
    """The trees of one reading. All arguments and answers are word indices unless said otherwise."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = mend_refusals(reading.words)
        self.text = reading.text

    @cached_property
    def below(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.words]
        for w in self.words:
            if w.head != w.index:
                below[w.head].append(w.index)
        return below

    @cached_property
    def name_at(self) -> dict[int, str]:
        """The kind of the name that each word stands in."""
        return {i: n.kind for n in self.reading.names for i in range(n.first, n.last)}

    def lemma(self, i: int) -> str:
        return self.words[i].lemma.lower()

    def is_one(self, i: int, lemmas: Collection[str]) -> bool:
        """Whether the word is one of the lemmas, also where the model lemmatised it wrongly."""
        word = self.words[i]
        return word.lemma.lower() in lemmas or any(f in lemmas for f in verb_forms(word.lemma, word.text))

    @cached_property
    def relations(self) -> list[str]:
        """Each word's relation to its head, without the subtype."""
        return [w.deprel.split(":")[0] for w in self.words]

    def relation(self, i: int) -> str:
        return self.relations[i]

    def children(self, i: int, *relations: str) -> list[int]:
        """What hangs on `i` by one of the relations (their subtypes too), in reading order; without any, all."""
        own = self.relations
        return [c for c in self.below[i] if not relations or own[c] in relations]

    def under(self, i: int, leave: Collection[str] = ()) -> list[int]:
        """`i` and everything below it, in reading order, without branches that hang on by a relation in `leave`."""
        found, open_ = [], [i]
        while open_:
            j = open_.pop()
            found.append(j)
            open_ += [c for c in self.below[j] if self.words[c].deprel not in leave and self.relation(c) not in leave]
        return sorted(found)

    def path_up(self, i: int) -> Iterator[int]:
        """The head of `i`, its head, and so on to the root."""
        for _ in range(200):
            if self.words[i].head == i:
                return
            i = self.words[i].head
            yield i

    def case(self, i: int) -> str:
        """The preposition of a phrase in small letters ("on board"), or nothing."""
        before = [
            i,
            *[c for c in self.below[i] if c < i and self.relation(c) in ("nmod", "compound", "amod", "nummod", "flat")],
        ]
        marks = [c for k in before for c in self.children(k, "case") if c < k and self.words[c].text not in _POSSESSIVE]
        marks = [c for c in marks if not self._opens_title(c)]
        marks = (
            sorted(c for c in marks if all(c < k for k in before)) or [c for c in marks if self.words[c].head == i][:1]
        )
        if not marks:
            return ""
        parts = [marks[0], *self.children(marks[0], "fixed"), *marks[1:2]]
        return " ".join(self.words[p].text.lower() for p in sorted(parts))

    def whole(self, i: int) -> int:
        """The head of the name that `i` is a title or a part of."""
        for _ in range(4):
            if self.words[i].deprel in ("nmod:desc", "compound", "flat", "amod") and self.words[i].head > i:
                i = self.words[i].head
        return i

    def joined(self, i: int) -> list[int]:
        """`i` and the phrases coordinated with it; behind "and", also one that the tree calls an apposition."""
        found = [i]
        if not self.below[i]:
            return found
        beside = [c for c in self.children(i, "appos") if self.children(c, "cc")]
        titled = self._named_behind(i)
        listed = self.children(titled, "conj") if titled is not None else self._named_after_comma(i)
        within = [c for f in self.children(i, "flat") for c in self.children(f, "conj")]  # "A. B." and whoever follows
        rebels = (*self._rebels_beside(i), *self._behind_description(i))
        for c in sorted((*self.children(i, "conj"), *within, *beside, *listed, *rebels)):
            if self.words[c].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "SYM"):
                found += [j for j in self.joined(c) if j not in found]
        return found

    def _behind_description(self, i: int) -> list[int]:
        """ "A. B., the Orvanan minister, and C. D.": the second name, listed with the office of the first."""
        if self.name_at.get(i) != "PER":
            return []
        offices = [c for c in self.children(i, "appos") if c > i and self.name_at.get(c) is None]
        named = [k for c in offices for k in self.children(c, "conj") if self.name_at.get(k) == "PER"]
        return [
            k for k in named if any(c > 0 and self.words[c - 1].text == "," for c in self.children(k, "cc") if c < k)
        ]

    def _named_after_comma(self, i: int) -> list[int]:
        """ "A. B., his envoy C. D. and E. F.": names behind a comma that the tree takes for parts of the first."""
        if self.name_at.get(i) != "PER":
            return []
        own = next(n for n in self.reading.names if n.first <= i < n.last)
        if own.last >= len(self.words) or self.words[own.last].text != ",":
            return []
        found = [
            c for c in self.children(i, "compound", "flat", "nmod") if c > own.last and self.name_at.get(c) == "PER"
        ]
        for c in self.children(i, "appos"):
            his = any(self.words[k].text.lower() in ("his", "her") for k in self.children(c, "nmod"))
            others = [d for k in self.children(c, "appos") for d in self.children(k, "conj")]
            found += [c, *others] if his and others else []
        return found

    def _named_behind(self, i: int) -> int | None:
        """The name that the tree hangs under its title, "A. B." of "Secretary of State A. B.", with whom it lists."""
        if self.words[i].text.lower() not in _TITLES | _OFFICES or not self.words[i].text[:1].isupper():
            return None
        for c in self.children(i, "nmod"):
            if (
                self.name_at.get(c) == "PER"
                and c > i
                and all(w.text[:1].isupper() or w.text == "of" for w in self.words[i:c])
            ):
                return c
        return None

    def _rebels_beside(self, i: int) -> list[int]:
        """ "The government of Orvana and the ZLA": a body hung on the state, of which it has no government."""
        if self.lemma(i) != "government":
            return []
        states = [c for c in self.children(i, "nmod") if self.case(c) == "of" and self.name_at.get(c) == "LOC"]
        return [k for c in states for k in self.children(c, "conj") if self.name_at.get(k) == "ORG"]

    def is_negated(self, i: int) -> bool:
        """Whether "not" or "never" hangs on the word, also where the model reads another word for it."""
        beside = self.children(i, "advmod", "aux")
        return any(self.lemma(c) in _NOT or self.words[c].text.lower() in _NOT for c in beside)

    # ------------------------------------------------------------ words of the report

    def phrase(self, i: int, leave: Collection[str] = _LOOSE) -> Offsets:
        """Characters of the noun phrase of `i`, without article, preposition, clauses and coordinates.

        One unbroken stretch round `i`; a name set behind as an apposition is kept.
        """
        inside = set(self.under(i))
        dated = is_time(self.words[i]) or self.words[i].upos == "NUM"
        for c in self.below[i]:
            relation = self.relation(c)
            loose = relation in leave or self.words[c].deprel in leave
            loose = loose or (relation == "appos" and not self._is_name_beside(i, c))
            loose = loose or (
                relation in ("nmod", "obl", "acl")
                and (self.case(c) in _SETTINGS or is_time(self.words[c]))
                and not dated
                and not self._are_sent_by(i, c)
            )
            loose = loose or (c > i and relation in ("amod", "advmod") and len(self.below[c]) > 0)
            loose = loose or self._is_of_the_next(c, i)
            loose = loose or (relation == "nmod" and self._is_journeys_end(i, c))
            if loose:
                inside -= set(self.under(c))
        for c in list(inside):
            clause = self.relation(c) in ("acl", "advcl", "parataxis")
            aside = clause or (c > i and self.words[c].deprel in _ASTRAY)
            said = self.words[c].upos == "VERB" or (clause and c > i and self.words[c].upos == "ADJ")
            if c != i and aside and said:
                inside -= set(self.under(c))
            elif (
                c > i
                and self.relation(c) == "nmod"
                and self.case(c) in _SETTINGS
                and not self._are_sent_by(self.words[c].head, c)
            ):
                inside -= set(self.under(c))
        for c in self._rebels_beside(i):
            inside -= set(self.under(c))
        inside.add(i)
        first = last = i
        while first - 1 in inside or self._goes_over(first - 1, first - 2, inside, i):
            first -= 1
        while last + 1 in inside or self._goes_over(last + 1, last + 2, inside, i):
            last += 1
        while first < i and (self.words[first].text.lower() in _LEADING or self._is_marker(first)):
            first += 1
        while last > i and (self.words[last].upos in ("PUNCT", "CCONJ", "ADP") or self.words[last].text in _POSSESSIVE):
            last -= 1
        while last > i and is_time(self.words[last]):
            last -= 1
        first, last = self._with_title(first, last)
        while first > 0 and self._is_of_the_next(first - 1, self.words[first - 1].head):
            first -= 1  # "The government and ELN | rebels"
        while first > 0 and self._is_nation_of_title(first):
            first -= 1
        cut = [n for n in self.reading.names if n.kind == "ORG" and first <= n.first <= last < n.last]
        known = [n.last - 1 for n in cut if find_actor(self.text[n.start : n.end]) is not None]
        last = max([last, *known])  # "the Organization for Security and Cooperation in Orvana"
        if self.words[i].upos == "NOUN":  # "Taliban militants", of which the tree makes two
            first = min([first, *(n.first for n in self.reading.names if n.kind == "ORG" and n.first < first < n.last)])
        return self.words[first].start, self.words[last].end

    def _is_journeys_end(self, i: int, c: int) -> bool:
        """ "The visit of Premier A. B. to Orvana": where he goes is no part of his name, but of an ambassador's."""
        if self.case(c) == "as" and self.name_at.get(i) is not None:
            return True  # "with A. B. as host"
        whom = self.name_at.get(i) == "PER" or self.lemma(i) in _TRAVELLERS
        if not whom or self.case(c) != "to" or self.name_at.get(c) != "LOC":
            return False
        before = {w.text.lower() for w in self.words[max(i - 3, 0) : i]}
        return not before & _SENT_TO

    def _is_of_the_next(self, c: int, i: int) -> bool:
        """ "Negotiators and UNITA delegates": a name behind "and" that the tree hangs on the noun before."""
        word = self.words[c]
        if c <= i or self.relation(c) != "compound" or self.name_at.get(c) is None or self.words[i].upos != "NOUN":
            return False
        noun = next((w for w in self.words[c + 1 :] if self.name_at.get(w.index) is None), None)
        joined = self.words[c - 1].text.lower() == "and"
        return joined and noun is not None and noun.upos == "NOUN" and noun.sentence == word.sentence

    def _are_sent_by(self, i: int, c: int) -> bool:
        """ "Negotiators for Orvana and Selvia": some of each."""
        if self.case(c) != "for" or self.words[i].text.lower() not in _SENT or self.name_at.get(c) not in _LISTED:
            return False
        return any(self.name_at.get(k) in _LISTED for k in self.children(c, "conj"))

    def _goes_over(self, mark: int, beyond: int, inside: set[int], head: int) -> bool:
        """A phrase runs on over a hyphen or quotation mark; over a comma only to a name set beside or a wider place."""
        if beyond not in inside or self.words[mark].upos not in ("PUNCT", "SYM", "CCONJ"):
            return False
        if self.words[mark].text not in (",", ";"):
            return True
        set_beside = {k for c in self.children(head, "appos") for k in self.under(c)}
        return (
            beyond in set_beside or self.name_at.get(beyond) == "LOC" or self.words[beyond].text in ("Jr.", "Sr.", "Jr")
        )

    def _is_marker(self, k: int) -> bool:
        word = self.words[k]
        behind = self.words[k + 1].text.lower()
        along = word.text.lower() in ("together", "along") and behind == "with"
        along = along or (word.text.lower() in ("over", "back", "on") and behind == "to")  # "handed over to Orvana"
        apart = word.upos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or word.deprel in ("case", "cc", "cc:preconj", "mark")
        return apart or along

    def _with_title(self, first: int, last: int) -> tuple[int, int]:
        """A title right before a person's name belongs to the phrase ("Secretary of State A. B."), and so does the
        name right behind a title, wherever the tree hangs either."""
        sentence = self.words[first].sentence
        after = last + 1
        own = max([first, *(k + 1 for k in range(first, after) if self.words[k].text in _POSSESSIVE)])
        titled = any(self.words[k].text.lower() in _TITLES | _OFFICES for k in range(own, after))
        named = any(self.name_at.get(k) == "PER" for k in range(own, after))
        if after < len(self.words) and titled and not named:
            name = next((n for n in self.reading.names if n.first == after and n.kind == "PER"), None)
            if name is not None and self.words[after].sentence == sentence:
                last = name.last - 1
        while first > 0 and self.words[first - 1].sentence == sentence and self.words[first - 1].text[:1].isupper():
            before = self.words[first - 1].text.lower()
            if before in _TITLES and (self.name_at.get(first) == "PER" or self.words[first].text.lower() in _TITLES):
                first -= 1
            elif before in _DEPARTMENTS and first > 2 and self.words[first - 2].text == "of":
                first -= 3
            else:
                break
        if first > 1 and self.words[first].text.lower() in _DEPARTMENTS and self.words[first - 1].text == "of":
            first -= 2
        return first, last

    def _is_nation_of_title(self, first: int) -> bool:
        """A demonym right before a title belongs to the phrase, wherever the tree hangs it."""
        before = self.words[first - 1]
        if before.sentence != self.words[first].sentence or self.name_at.get(first - 1) not in ("NORP", "LOC"):
            return False
        return before.upos in ("ADJ", "PROPN") and self.words[first].text.lower() in _TITLES

    def _is_name_beside(self, i: int, c: int) -> bool:
        between = [w for w in self.words[i + 1 : c] if w.upos == "PUNCT"]
        titled = self.words[i].text.lower() in _TITLES | _OFFICES and self.name_at.get(c) == "PER"
        return self.words[c].upos == "PROPN" and (titled or self.words[i].upos != "PROPN") and len(between) <= 1

    def phrase_words(self, i: int) -> list[int]:
        """The words of the phrase of `i`."""
        start, end = self.phrase(i)
        near = self.words[max(i - 40, 0) : i + 40]
        return [w.index for w in near if start <= w.start < end]

    def entity(self, i: int) -> Entity:
        start, end = self.phrase(i)
        return Entity(self.text[start:end], (start, end))

    def quote_words(self, words: Collection[int], anchor: int, limit: int = 40) -> Span:
        """The stretch that runs over `words`, cut to `limit` words around `anchor`."""
        first, last = min(words), max(words)
        if last - first + 1 > limit:
            first = max(first, anchor - limit // 2)
            last = min(last, first + limit - 1)
        while first < last and self.words[first].upos == "PUNCT":
            first += 1
        while last > first and self.words[last].upos == "PUNCT" and self.words[last].text not in '’”")':
            last -= 1
        return quote(self.text, self.words[first].start, self.words[last].end)

    # ------------------------------------------------------------ who does it

    def subjects(self, verb: int) -> list[int]:
        """Heads of the phrases that do what `verb` says, found through coordination, control and relative clauses."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            if (crossed := self.crossed_subject(verb)) is not None:
                return self.joined(crossed)
            own = self.children(verb, *_SUBJECTS)
            own = own or [c for a in self.children(verb, "aux") for c in self.children(a, "nsubj")]
            own = own or [c for c in self.children(verb, "obl") if c < verb and self._is_bare(c)]
            own = [c for c in own if self.words[c].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM")]
            own = [self._person_elect(c) for c in own]
            own = [c for c in own if c < verb] or own  # a second one behind the verb is an object misread
            if len(own) > 1 and own[-1] - own[-2] == 1 and self._is_titled_at(own[-2]):
                return self.joined(
                    own[-2]
                )  # "rebel leader" and "A. B.", hung apart by mistake: the title has the coordinates
            if own:
                return self._stood_for(verb, own)
            head, relation = self.words[verb].head, self.relation(verb)
            if head == verb:
                return []
            if self._is_lost_subject(head, verb):
                others = [c for c in self.children(verb, "obj", "obl") if head < c < verb and self.children(c, "cc")]
                return [*self.joined(head), *others]
            if relation == "acl" and self.words[head].upos in ("NOUN", "PROPN", "PRON"):
                if self.words[verb].text.lower().endswith("ing") or self.words[verb].upos != "VERB":
                    return self.joined(head)
                verb = head = self.clause(head)
                if head in seen:
                    return []
                continue
            if relation not in ("conj", "xcomp", "advcl", "acl", "parataxis", "ccomp", "obl"):
                return []
            if relation in ("ccomp", "parataxis"):
                return []
            if relation == "xcomp" and (held := self.children(head, "obj", "iobj")):
                return [j for c in held for j in self.joined(c)]
            verb = head if self.words[head].upos in ("VERB", "ADJ", "AUX") else self.clause(head)
        return []

    def _is_lost_subject(self, head: int, verb: int) -> bool:
        """ "Minister A of Ruritania and Minister B of Sylvania met in Orvana": the tree takes the subject for the
        sentence's root and hangs the verb right behind it as an aside."""
        root, word = self.words[head], self.words[verb]
        if root.head != head or root.upos not in ("NOUN", "PROPN") or word.deprel not in _ASTRAY or word.upos != "VERB":
            return False
        start = self.reading.sentences[word.sentence].first
        own = [w for w in self.words[start:verb] if w.head != verb or w.upos not in ("AUX", "ADV", "PART")]
        told = any(w.upos in ("VERB", "AUX", "SCONJ") or w.text in (":", ";") for w in own)
        return head < verb and not told and own[-1].upos != "PUNCT"

    def crossed_subject(self, verb: int) -> int | None:
        """ "Orvana accepted the map, the Selvian ministry said": where the tree gives each verb the other's
        subject, the one that stands right before `verb`, or that opens the clause told; None where none is crossed."""
        told, teller = self._told_first.get(verb, (verb, None))
        if teller is None:
            return None
        first = [c for c in self.children(teller, "nsubj") if c < told]
        second = [c for c in self.children(told, "nsubj") if told < c < teller]
        if len(first) != 1 or len(second) != 1 or any(c < told for c in self.children(told, *_SUBJECTS)):
            return None
        return second[0] if verb == teller else first[0]

    @cached_property
    def _told_first(self) -> dict[int, tuple[int, int]]:
        """The verbs of clauses told before who tells them, and the verbs of telling: each pair under both."""
        pairs = [(w.index, w.head) for w in self.words if w.deprel == "ccomp" and w.head > w.index]
        return {i: pair for pair in pairs for i in pair}

    def _person_elect(self, i: int) -> int:
        """Whom "president-elect" is, where the tree takes "elect" for the head: the name behind, or the president."""
        if i < 2 or self.words[i].text.lower() != "elect" or self.words[i - 1].text not in ("-", "–"):
            return i
        return i + 2 if self.words[i + 1].text == "," and self.name_at.get(i + 2) == "PER" else i - 2

    def _is_titled_at(self, i: int) -> bool:
        """A title right before a person's name, with somebody coordinated."""
        title = self.words[i].upos == "NOUN" and self.name_at.get(i) is None
        return title and self.name_at.get(i + 1) == "PER" and bool(self.children(i, "conj"))

    def objects(self, verb: int) -> list[int]:
        """Heads of objects; a bare phrase behind the verb counts, whatever the tree calls it, where there is none."""
        titles = {c + 1 for c in self.children(verb, "nsubj") if c < verb}
        found = [c for c in self.children(verb, "obj") if c not in titles]  # "President" as subject, "A. B." as object
        if found or any(w.deprel == "nsubj:pass" for w in (self.words[c] for c in self.below[verb])):
            return found
        own = [c for c in self.children(verb, "nsubj") if self._is_bare(c)]
        if own and own[0] < verb < own[-1]:
            return own[-1:]  # a second subject behind the verb is an object misread
        bare = [c for c in self.children(verb, "obl", "dep") if c > verb and self._is_bare(c)][:1]
        return [c for c in bare if not any(w.upos == "ADP" for w in self.words[verb + 1 : c])]

    def _is_bare(self, c: int) -> bool:
        """A phrase with neither preposition nor time words."""
        return not self.case(c) and not is_time(self.words[c]) and self.words[c].upos in ("NOUN", "PROPN", "PRON")

    def _stood_for(self, verb: int, subjects: list[int]) -> list[int]:
        """The antecedent of a relative pronoun, and coordinates; of two subjects read by mistake, the nearer."""
        subject = subjects[-1]
        if self.words[subject].lemma.lower() in ("who", "which", "that") and self.words[verb].deprel.startswith("acl"):
            return self.joined(self.words[verb].head)
        return [*self._listed_before(verb, subject), *self.joined(subject)]

    def _opens_title(self, c: int) -> bool:
        """The "Under" of "Under Secretary A. B.", read as a preposition."""
        return self.words[c].text == "Under" and any(w.text in _UNDER for w in self.words[c + 1 : c + 2])

    def _listed_before(self, verb: int, subject: int) -> list[int]:
        """ "Ruritania and the Freedom Front agreed", "Sylvania, Ruritania and Orvana agreed": names that open the list
        which the subject ends, where the tree hangs them on the verb one by one."""
        found: list[int] = []
        for c in sorted(self.children(verb, "nsubj", "obl"), reverse=True):
            last = min([subject, *found])
            if c >= last or self.case(c) or not self._may_be_listed(c, last):
                continue
            between = self.words[c + 1 : last]
            marks = {w.text.lower() for w in between if w.upos in ("PUNCT", "CCONJ")}
            several = marks == {"and"} or (marks == {","} and (found or self.children(subject, "conj")))
            if several and all(w.upos in _IN_LISTS or w.text in (",", "-", *_POSSESSIVE) for w in between):
                found.append(c)
        return sorted(found)

    def _may_be_listed(self, c: int, last: int) -> bool:
        """Two names of states or bodies; "A. B. and a team", a person's name and whoever comes with it."""
        pair = self.name_at.get(c) in _LISTED and self.name_at.get(last) in _LISTED
        both = self.words[c].deprel == self.words[last].deprel == "nsubj" and self.words[c].upos == "NOUN"
        both = both and self.words[c + 1].text.lower() == "and"  # "The government and | rebels declared"
        return pair or both or (self.name_at.get(c) == "PER" and any(k > c for k in self.children(last, "cc")))

    def clause(self, i: int) -> int:
        """The predicate that `i` stands under: the nearest verb above, or the root."""
        for j in self.path_up(i):
            if self.words[j].upos in ("VERB", "AUX") or self.words[j].head == j or self.children(j, "cop"):
                return j
        return i

    def is_plural(self, i: int) -> bool:
        word = self.words[i]
        if word.upos == "PRON":
            return word.text.lower() in ("they", "them", "we", "us", "both", "these", "those", "two")
        if word.upos == "NUM":
            return word.text.lower() not in ("one", "1")
        if word.upos == "PROPN" and word.text.lower() in _MANY:
            return True
        return (
            word.upos == "NOUN"
            and word.text.lower() != word.lemma.lower()
            and word.text.lower().endswith(("s", "men", "people"))
        )

    def _is_dating(self, c: int) -> bool:
        """ "last year", "this week" say when; a bare "year", "in the day", "for months" do not."""
        if self.lemma(c) not in (
            "year",
            "month",
            "week",
            "day",
            "hour",
            "night",
            "morning",
            "afternoon",
            "evening",
            "weekend",
        ):
            return True
        return any(self.words[k].text.lower() in _WHICH or is_time(self.words[k]) for k in self.below[c])

    def times(self, i: int) -> list[Offsets]:
        """Characters of the time words that hang on `i` itself."""
        found = []
        for c in self.children(i, "obl", "nmod", "advmod", "nummod", "obj"):
            dated = self.words[c].upos == "NUM" and any(is_time(self.words[k]) for k in self.below[c])
            if (is_time(self.words[c]) and self._is_dating(c)) or dated:
                start, end = self.phrase(c, leave=(*_LOOSE, "case"))
                found.append((start, end))
        return found


_WHICH: Final = frozenset("this last next same previous following past coming".split())
_TIME_WORDS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight week weekend month day morning afternoon
    evening night year jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. hour""".split()
)


def is_time(word: Word) -> bool:
    """Whether a word heads words of time: a weekday, a month, "today", "week"."""
    lemma = word.lemma.lower()
    if lemma in ("may", "march") and word.upos != "PROPN":
        return False
    return (
        lemma in _TIME_WORDS
        or word.text.lower() in _TIME_WORDS
        or (word.upos == "NUM" and len(word.text) == 4 and word.text[:2] in ("19", "20"))
    )


_NOBODY: Final = frozenset("no neither none nobody nothing".split())


def is_of_none(tree: Tree, i: int) -> bool:
    """ "Voiced no support", "reached no agreement": what is done to nothing is not done."""
    objects = [o for o in tree.children(i, "obj") if o > i]
    return any(tree.words[c].text.lower() == "no" for o in objects for c in tree.children(o, "det"))


def is_nobodys(tree: Tree, i: int) -> bool:
    """ "Neither Orvana nor Selvia condemned it", "no state has recognised it", "none of them came"."""
    for s in tree.children(i, "nsubj"):
        loose = [
            c for c in tree.children(i, "cc", "det", "discourse", "advmod") if c < s and tree.words[c + 1].text != ","
        ]
        own = [s, *tree.children(s, "det", "cc", "advmod"), *loose]  # trees hang "no" and "neither" on the verb, too
        if s < i and any(tree.words[c].text.lower() in _NOBODY for c in own if c <= s):
            return True
    return False
