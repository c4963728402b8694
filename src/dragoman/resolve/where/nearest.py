"""Which locating phrase the tree, or the sentences around, bring nearest to what a row tells."""

from __future__ import annotations

import re
from typing import Final

from dragoman.records import Reading, Span, Word
from dragoman.resolve.clauses import TALKS
from dragoman.resolve.where.locatives import GENERIC, LINES, ROOMS, Locative, Phrases

OWN_CLAUSE: Final = 2.0
_MATTERS: Final = ("over", "about", "regarding", "concerning")
_SIGNED_MATTERS: Final = (*_MATTERS, "on", "for")  # a deal on, a contract for something
OPENING: Final = re.compile(r"(?:[\w.]+,? ){0,3}?(?:in|at|near)(?: the)?(?: [a-z-]+){0,4} ", re.IGNORECASE)
COMMA: Final = re.compile(r"(?: \w+){0,4},")
_WISHES: Final = frozenset("hope wish want would like refuse cancel postpone delay decline invite".split())
_OUTLINES: Final = ("hold", "sign")  # "signed at a ceremony held in Orvana"
_GATHERINGS: Final = TALKS | {"ceremony", "sideline", "margin", "visit"}
_SET_OFF: Final = re.compile(r",\s+(?:in|at|near)\s+(?:the\s+)?$")
_WITHIN: Final = re.compile(r"(?: [a-z]+)?,? (?:in|of)(?: the)?(?: [a-z-]+){0,2} ")
_TALKS_NEAR: Final = 2  # sentences
_TAKING_PLACE: Final = frozenset("hold take host open begin start resume end conclude close convene continue".split())
_KNOWN: Final = frozenset("the this these their both".split())
_OTHERS: Final = frozenset(
    "next last previous earlier past first second third fourth future another other annual".split()
)


def told_in(evidence: tuple[Span, ...], locatives: list[Locative]) -> list[Locative]:
    """Those of the phrases that stand in the evidence."""
    return [f for f in locatives if any(e.start <= f.start and f.end <= e.end for e in evidence)]


class Nearest:
    """One report's locating phrases, and which of them is whose."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.reading = reading
        self.phrases = Phrases(reading)
        self.syntax = self.phrases.syntax
        self.locatives = self.phrases.found
        self.calm = [f for f in self.locatives if not f.struck]
        self.origins = self.phrases.origins

    def _sentence(self, span: Span) -> int:
        return self.reading.sentence_at(span.start)

    def _governing(
        self, anchor: Span, evidence: tuple[Span, ...], reach: float, locatives: list[Locative] | None = None
    ) -> list[Locative]:
        """The locating phrases that the tree brings nearest to the head of `anchor`, nearest first.

        After the nearest come those it is itself placed by ("at the academy in Arlington").
        """
        locatives = self.calm if locatives is None else locatives
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return []
        ranked = []
        for found in locatives:
            if abs(found.start - anchor.start) > 2000:
                continue
            cost = self._cost(top, found.head)
            if reach > OWN_CLAUSE and self._is_held_at(top, found.head):
                cost = min(cost, OWN_CLAUSE)
            if cost <= reach:
                ranked.append((cost, abs(found.start - anchor.start), found))
        ranked.sort(key=lambda r: r[:2])
        word = self.syntax.words[top]
        if not ranked and self._goes_along(word) and reach > OWN_CLAUSE:
            along = [(self._cost(word.head, f.head), abs(f.start - anchor.start), f) for f in locatives]
            ranked = sorted((r for r in along if r[0] <= reach), key=lambda r: r[:2])  # "exploded in X, killing 12"
        if not ranked:
            before = self._antecedent(top)
            if before:
                return [before]
            return self._inside(evidence, top, locatives) if reach > OWN_CLAUSE else []
        nearest = self._innermost(ranked[0][2], locatives)
        if reach > OWN_CLAUSE and not any(e.start <= nearest.start < e.end for e in evidence):
            # what the row's own words name goes before what the tree reaches
            closer = self._inside(evidence[:1], top, locatives)
            if closer and evidence[0].start <= closer[0].start < evidence[0].end:
                return closer
        also = [f for f in locatives if f is not nearest and nearest.head in self.syntax.path_up(f.head)[1:3]]
        return [nearest, *also]

    def _innermost(self, found: Locative, locatives: list[Locative]) -> Locative:
        """ "In the Vale district of northern Orvana", "in Xoruz in Orvana": the narrower, which is told first."""
        inner = [f for f in locatives if f.end < found.start and _WITHIN.fullmatch(self.text, f.end, found.start)]
        return inner[-1] if inner else found

    def _goes_along(self, word: Word) -> bool:
        """ "Exploded in Orvana, killing twelve"; "unrest broke out in Orvana last month, when monks attacked"."""
        if word.deprel == "advcl" and word.text.lower().endswith("ing"):
            return True
        when = any(w.text.lower() == "when" for w in self.syntax.child(word.index, ("advmod", "mark")))
        return when and word.deprel in ("advcl", "acl:relcl") and word.head < word.index

    def _is_held_at(self, top: int, head: int) -> bool:
        """Whether the talks that the act is about are said to be held there: "the round of talks, held in Oslo"."""
        path, words = self.syntax.path_up(head), self.syntax.words
        return top in path and any(
            words[i].lemma in ("hold", "host")
            and words[i].deprel.startswith("acl")
            and words[words[i].head].lemma in TALKS
            for i in path[1:4]
        )

    def _is_matter(self, top: int, head: int, *, signs: bool) -> bool:
        """ "Sanctions on Orvana over the war in Selvia", "signed a deal on bases in Selvia": a place in what the act is
        about is not where it was done; signing is told with "on" and "for", too."""
        matters = _SIGNED_MATTERS if signs else _MATTERS
        for i in self.syntax.path_up(head)[1:] if head != top else ():
            if i == top:
                return False
            word = self.syntax.words[i]
            if signs and word.lemma.lower() in _GATHERINGS:
                return False  # "signed a deal on trade at a summit", "on the sidelines of a meeting"
            if signs and word.deprel.startswith("acl") and word.lemma not in _OUTLINES:
                return True
            if word.lemma not in LINES and any(c.text.lower() in matters for c in self.syntax.child(i, ("case",))):
                return True
        return False

    def _cost(self, top: int, head: int) -> float:
        """As the tree counts it, but for rooms and towns between ("at a hotel in Geneva"), which are no distance."""
        cost = self.syntax.distance(top, head)
        above = self.syntax.path_up(head)[1:4]
        rooms = [i for i in above if self.syntax.words[i].lemma.lower() in (ROOMS | GENERIC)]
        return max(cost - 2.5 * len(rooms), min(cost, 0.4 + 0.1 * len(rooms))) if cost < 9 else cost

    def _antecedent(self, top: int) -> Locative | None:
        """The place that a clause of "where" is about: "will travel to Poland, where he will meet the president"."""
        words = self.syntax.words
        for step in self.syntax.path_up(top)[:4]:
            for w in self.syntax.child(step, ("advmod", "mark")):
                if w.text.lower() == "where":
                    before = [f for f in self.calm if f.end <= w.start and words[f.head].sentence == w.sentence]
                    return max(before, key=lambda f: f.end, default=None)
            if words[step].deprel.split(":")[0] in ("acl", "advcl", "ccomp", "root"):
                break
        return None

    def _arrival(self, anchor: Span) -> Locative | None:
        """Where somebody goes, as told just before: "will travel to Oman on May 25. He will meet with officials".

        None where several places are named, for it is not said which.
        """
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return None
        start, here = self.syntax.words[top].start, self.syntax.words[top].sentence
        for sentence in range(here, max(here - 3, -1), -1):
            bound = [
                f
                for f in self.calm
                if self.syntax.words[f.head].sentence == sentence
                and self._is_stop(f)
                and f.start < start
                and (f.spot is None or f.spot.country)
                and not self._is_wished(f.head)
            ]
            if bound:
                return bound[0] if len({self.text[f.start : f.end] for f in bound}) == 1 else None
        return None

    def _talks_near(self, anchor: Span) -> Locative | None:
        """Where the talks are, by a sentence near the one that tells of them: "The talks are held in Orvana"."""
        at = self._sentence(anchor)
        words = self.syntax.words
        found = []
        for f in self.calm:
            gap = words[f.head].sentence - at
            if not -_TALKS_NEAR <= gap <= _TALKS_NEAR or (anchor.start <= f.start < anchor.end):
                continue
            if gap and self._is_of_talks(f.head):
                found.append((abs(gap), gap < 0, f.start, f))
        return min(found, key=lambda r: r[:3])[3] if found else None

    def _is_of_talks(self, head: int) -> bool:
        """Whether talks known already ("the talks", "their meeting") are said to be held there."""
        words = self.syntax.words
        for i in self.syntax.path_up(head)[1:4]:
            word = words[i]
            if word.lemma.lower() in TALKS:
                return self._is_known(word)
            if word.upos == "VERB":
                subjects = self.syntax.child(i, ("nsubj", "obj") if word.lemma == "host" else ("nsubj",))
                if word.deprel in ("advcl", "acl") and word.lemma == "hold" and not subjects:
                    subjects = self.syntax.child(word.head, ("nsubj",))
                return word.lemma in _TAKING_PLACE and any(
                    w.lemma.lower() in TALKS and self._is_known(w) for w in subjects
                )
        return False

    def _is_known(self, word: Word) -> bool:
        """ "The talks", "their two-day meeting"; not "the next round" or "the Orvana Summit", which are others."""
        if word.text[:1].isupper():
            return False
        below = self.syntax.child(word.index, ("det", "nmod", "amod", "compound"))
        known = any(w.text.lower() in _KNOWN for w in below)
        return known and not any(w.text.lower() in _OTHERS for w in below)

    def _is_stop(self, found: Locative) -> bool:
        """Whether somebody is told to go or be there: "travels to Orvana", "is in Orvana", "in Orvana, she will"."""
        words = self.syntax.words
        if found.bound_for:
            return True
        start = self.reading.sentences[words[found.head].sentence].start
        opens = OPENING.fullmatch(self.text, start, found.start) and COMMA.match(self.text, found.end)
        stays = any(w.lemma == "be" for w in self.syntax.child(found.head, ("cop",)))
        return bool(opens) or stays

    def _is_wished(self, head: int) -> bool:
        """Whether the journey is only hoped for, or called off."""
        return any(self.syntax.words[i].lemma in _WISHES for i in self.syntax.path_up(head)[1:5])

    def _inside(self, evidence: tuple[Span, ...], top: int, locatives: list[Locative]) -> list[Locative]:
        """The first town or venue in the evidence, or the only one in the sentence, where the tree gave none.

        The tree often hangs "in Doha" on the nearest noun; states are too wide to be read so.
        """
        calm = [f for f in locatives if not f.struck]
        found = told_in(evidence, calm)
        narrow = [f for f in found if not f.wide]
        if narrow:
            return narrow[:1]
        apart = [f for f in found if _SET_OFF.search(self.text, max(0, f.start - 12), f.start)]
        if apart:  # "met Khalilzad, a US envoy, in Qatar"
            return apart[:1]
        sentence = self.syntax.words[top].sentence
        around = [f for f in calm if self.syntax.words[f.head].sentence == sentence and f.head > top]
        around = [f for f in around if f.spot is not None and not f.wide]
        return around[:1] if len({self.text[f.start : f.end] for f in around}) == 1 else []
