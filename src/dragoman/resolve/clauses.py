"""Small questions about syntax that dating and placing share: which clause a phrase hangs on, and its tense."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.records import Reading, Word

_CLAUSES: Final = frozenset(("root", "ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp", "conj"))
_PLANNING: Final = frozenset(
    """schedule plan expect slate set due agree intend hope want prepare ready invite urge ask decide order vow promise
    pledge refuse propose call about likely poise bind aim offer demand threaten willing able supposed bring""".split()
)
_PLANNED: Final = frozenset("scheduled planned expected slated due set bound poised supposed".split())
_TELLING_PAST: Final = frozenset(
    "fail manage begin start continue seem appear use happen prove come go arrive travel".split()
)
# pasts that do not end in "ed", so that tense does not rest on the lemma alone
_PAST_FORMS: Final = frozenset(
    """said told met held began went came took gave made left saw sent brought got found thought became kept led heard
    wrote stood lost paid spoke fell grew rose broke built drew drove flew fought fled hung knew lay meant ran rode sat sold
    shook shot spent spread stole struck swore taught threw understood withdrew won wore woke chose forbade forgot forgave
    overthrew overtook undertook arose sought bought caught dealt felt fed bore did had was were tweeted""".split()
)
_SAME_IN_PAST: Final = frozenset("put set cut hit read let shut split quit cost hurt".split())
_DOCUMENTS: Final = frozenset(
    """statement communique communiqué interview letter tweet post conference briefing speech address announcement message
    declaration readout broadcast news remark comment""".split()
)
_ISSUING: Final = frozenset(
    """issue release publish make give deliver post write sign send read put hold quote cite broadcast air tell
    conduct grant do have circulate carry run adopt""".split()
)
TALKS: Final = frozenset(
    "talk talks meeting summit conference negotiation round session dialogue discussion consultation forum".split()
)
_SAME_TIME: Final = frozenset(("as", "when", "while"))
_TO_COME: Final = frozenset("planned upcoming next forthcoming scheduled future expected coming proposed".split())
_AHEAD: Final = frozenset("ahead before until towards toward".split())
_HOURS: Final = frozenset("dawn sunrise daybreak noon sunset dusk midnight".split())  # "before dawn on Tuesday"

# what a step along the tree costs when a phrase of time or place is to be carried from its clause to an act
_UP: Final = {"advcl": 3, "ccomp": 4, "acl": 3, "conj": 2, "parataxis": 3, "root": 9, "csubj": 2}
_DOWN: Final = {"obj": 3, "nsubj": 3, "iobj": 4, "obl": 3, "nmod": 2, "acl": 3, "xcomp": 1, "ccomp": 8, "advcl": 6, "conj": 4,
                "parataxis": 6, "compound": 1, "nummod": 1, "amod": 1, "advmod": 1, "flat": 1, "appos": 4}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Syntax:
    """The trees of a reading with what asking about them needs: each word's start and children."""

    words: Sequence[Word]
    starts: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, reading: Reading) -> Syntax:
        below: list[list[int]] = [[] for _ in reading.words]
        for w in reading.words:
            if w.head != w.index and 0 <= w.head < len(below):
                below[w.head].append(w.index)
        return cls(reading.words, tuple(w.start for w in reading.words), tuple(tuple(c) for c in below))

    def inside(self, start: int, end: int) -> list[int]:
        """The words that share a character with `start:end`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        found = []
        for i in range(first, len(self.words)):
            if self.words[i].start >= end:
                break
            if self.words[i].end > start:
                found.append(i)
        return found

    def top(self, start: int, end: int) -> int | None:
        """The word of `start:end` that governs the others: nearest to the root, the first of equals."""
        inside = self.inside(start, end)
        return min(inside, key=lambda i: (self.depth(i), i)) if inside else None

    def depth(self, i: int) -> int:
        steps = 0
        while self.words[i].head != i and steps < 200:
            i, steps = self.words[i].head, steps + 1
        return steps

    def path_up(self, i: int) -> list[int]:
        """`i`, its head, and so on to the root."""
        path = [i]
        while self.words[path[-1]].head != path[-1] and len(path) < 200:
            path.append(self.words[path[-1]].head)
        return path

    def clause(self, i: int) -> int:
        """The predicate of the clause that `i` stands in."""
        for j in self.path_up(i):
            relation = self.words[j].deprel.split(":")[0]
            if relation in _CLAUSES and (relation not in ("conj", "xcomp") or self.words[j].upos in ("VERB", "AUX")):
                return j
        return self.path_up(i)[-1]

    def child(self, i: int, relations: Sequence[str]) -> list[Word]:
        return [self.words[c] for c in self.children[i] if self.words[c].deprel.split(":")[0] in relations]

    def distance(self, act: int, phrase: int, *, within_speech: bool = False) -> float:
        """How far the tree is between an act and the head of a phrase that may say when or where it was.

        within_speech: what is told does not take the time of the telling ("will meet, he said on Sunday").

        0 to 2: on its own clause. 3 to 4: a clause above it, or inside one of its objects. 9: another sentence.
        """
        words = self.words
        if words[act].sentence != words[phrase].sentence:
            return 9.0
        up, down = self.path_up(act), self.path_up(phrase)
        meet = next((i for i in down if i in up), None)
        if meet is None:
            return 9.0
        cost = 0.0
        for i in up[: up.index(meet)]:
            relation = words[i].deprel.split(":")[0]
            if within_speech and relation in ("ccomp", "parataxis"):
                return 9.0
            step = _UP.get(relation, 0.5)
            cost += min(step, 1) if cost >= 3 else step  # leaving one more clause is less of a leap
        above = down[1 : down.index(meet)]
        issued = any(words[i].lemma in _DOCUMENTS and not self._is_judged(i) for i in above)
        for i in above:
            if issued:  # "said in a statement issued on Tuesday": the statement's day is the saying's
                cost += 0.5
                continue
            relation = words[i].deprel.split(":")[0]
            step = _DOWN.get(relation, 3)
            if step == _DOWN["advcl"] and any(m.lemma in _SAME_TIME for m in self.child(i, ("mark", "advmod"))):
                step = 3.0
            if relation == "xcomp" and self.is_past_form(i):  # "welcomes the talks held in May", misread
                step = 6.0
            cost += step
        return cost

    def _is_judged(self, i: int) -> bool:
        """ "Welcomed the May 24 statement": another's, put out on a day of its own."""
        word = self.words[i]
        return word.deprel == "obj" and self.words[word.head].lemma not in _ISSUING

    def is_past_form(self, i: int) -> bool:
        """A bare past or participle: "condemned", not "has condemned"."""
        lower = self.words[i].text.lower()
        return (lower.endswith("ed") or lower in _PAST_FORMS) and not self.child(i, ("mark", "aux"))

    def auxiliaries(self, i: int) -> set[str]:
        """The helping verbs of a predicate, or, where it has none, of the predicate that it goes on from."""
        for j in self.path_up(i):
            forms = {w.text.lower() for w in self.child(j, ("aux",))}
            if forms or self.words[j].deprel.split(":")[0] not in ("conj", "advcl", "xcomp"):
                return forms
        return set()

    def is_future(self, i: int) -> bool | None:
        """Whether the phrase headed by `i` tells of what is to come, None where it cannot be told."""
        for j in self.path_up(i):
            word = self.words[j]
            if word.upos in ("NOUN", "PROPN") and any(
                m.lemma in _TO_COME or m.text.lower() in _TO_COME for m in self.child(j, ("amod",))
            ):
                return True
            if word.upos in ("NOUN", "PROPN") and any(
                c.lemma in _AHEAD and self.words[c.index + 1].lemma not in _HOURS
                for c in self.child(j, ("case", "mark"))
            ):
                return True
            if word.deprel == "nmod:poss":  # "Wednesday's ruling"
                return None
            if word.lemma in ("due", "ahead") and word.upos in ("ADJ", "ADV"):
                return True
            relation = word.deprel.split(":")[0]
            if j != i and (word.upos in ("VERB", "AUX") or relation == "root"):
                return self._verb_is_future(j, i)
        return None

    def _verb_is_future(self, j: int, phrase: int | None = None) -> bool | None:
        word = self.words[j]
        helpers = [(w.lemma.lower(), w.text.lower()) for w in self.child(j, ("aux", "cop"))]
        forms = {text for _, text in helpers}
        if forms & {"will", "'ll", "’ll", "wo", "would", "shall", "'d", "may", "might"}:
            return not forms & {"have"} or None
        if forms & {"could", "can", "should", "must"}:
            return None
        infinitive = any(m.text.lower() == "to" for m in self.child(j, ("mark",)))
        if infinitive and forms & {"was", "were", "is", "are"} and not forms & {"had", "has", "have"}:
            return True  # "was to fly"
        if forms & {"had", "was", "were", "did", "has", "have", "been", "'ve", "’ve"}:
            planned = word.lemma in ("schedule", "expect", "slate", "due", "plan", "set")
            return planned and not forms & {"had", "did"}
        if infinitive:
            return self._infinitive_is_future(j)
        if (
            word.lemma in ("schedule", "slate", "expect", "set", "plan")
            and word.upos == "VERB"
            and word.deprel.startswith("acl")
        ):
            return True
        if forms & {"is", "are", "am", "'s", "'re", "’s", "’re", "be"}:
            lower = word.text.lower()
            return lower.endswith("ing") or lower in _PLANNED or word.lemma in _PLANNING or None
        lower = word.text.lower()
        if lower.endswith("ed") or lower in _PAST_FORMS:
            plans = word.lemma in ("plan", "schedule", "expect", "intend", "hope", "agree", "promise", "vow", "due")
            promised = self.child(j, ("xcomp",))  # "agreed on Friday to meet": the day of the promise stands before it
            return plans and any(phrase is None or c.index < phrase for c in promised)
        if word.upos == "VERB" and (lower == word.lemma.lower() or lower.endswith("s")):
            return None if lower in _SAME_IN_PAST else True
        if lower.endswith("ing") and word.head != j:
            return self._verb_is_future(self.clause(word.head))
        return False if word.upos in ("VERB", "AUX") else None

    def _infinitive_is_future(self, j: int) -> bool | None:
        word = self.words[j]
        governor = self.words[word.head]
        if governor.lemma in _PLANNING or governor.text.lower() in _PLANNED:
            return True
        relation = word.deprel.split(":")[0]
        if relation == "xcomp":
            return governor.lemma not in _TELLING_PAST
        if relation == "advcl" and governor.index != j:
            return self._verb_is_future(governor.index)
        return True
