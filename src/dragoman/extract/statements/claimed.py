"""Sayings told by a noun or a phrase, without a verb: "Orvana's claim that the port was empty", "in the words of X"."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.saying import find_saying_noun
from dragoman.codebook.spelling import singular
from dragoman.extract.statements.drafts import Draft, Page, can_speak, overlap
from dragoman.records import Offsets

_SHORTEST: Final = 4  # characters of a speaker
_FROM: Final = ("by", "from", "of")
_NAMES: Final = ("LOC", "NORP", "ORG")
_WHO: Final = r"(?P<who>[^,;“”\"\n]{2,90}?)"
_TELLING: Final = r"(?:account|count|reckoning|telling|version)"
_WORDED: Final = re.compile(
    rf"\b[Ii]n the words of {_WHO}(?=,|\s[“\"(])"
    rf"|\b[Ii]n {_WHO.replace('who', 'whose')}['’]s? (?:own )?words(?=,|\s[“\"])"
    rf"|\b(?:[Bb]y|[Ii]n) {_WHO.replace('who', 'told')}['’]s? (?:own )?{_TELLING}(?=,|\s[“\"])"
    rf"|\b[Aa]s {_WHO.replace('who', 'put')} (?:put|puts|phrased|described|summed) it\b(?! up)"
)


def take_claimed(page: Page) -> list[Draft]:
    """A draft for every noun of saying with a clause and somebody whose it is."""
    found = []
    for word in page.words:
        if word.upos != "NOUN" or find_saying_noun(singular(word.lemma.lower())) != "act":
            continue
        clause = find_claimed(page, word.index)
        if clause is None or page.quotation_at(word.start) is not None:
            continue
        whose = find_claimant(page, word.index, clause)
        if whose is None or (content := page.trim(clause)) is None:
            continue
        source = page.tree.phrase(whose)
        if source[1] - source[0] < _SHORTEST and page.text[slice(*source)].islower():
            continue  # "the", of a name that the tree takes apart
        found.append(Draft((word.start, word.end), [content], source, word.index, confidence=0.55, way="noun"))
    return found


def find_claimed(page: Page, noun: int) -> Offsets | None:
    """The clause behind "that" which a noun of saying brings; "the charge that he denied" has none."""
    for c in page.tree.children(noun, "acl", "ccomp"):
        marks = [m for m in page.tree.children(c, "mark") if page.words[m].text.lower() == "that"]
        under = page.tree.under(c)
        if c > noun and marks and marks[0] < c and page.words[c].deprel != "acl:relcl":
            last = max(i for i in under if page.words[i].upos != "PUNCT")
            return page.words[marks[0] + 1].start, page.words[last].end
    return None


def find_claimant(page: Page, noun: int, clause: Offsets) -> int | None:
    """Whose a saying is: "Orvana's claim", "Orvanian claims", "a claim by the rebels"."""
    tree, words = page.tree, page.words
    for c in tree.children(noun, "nmod", "amod", "compound"):
        if words[c].upos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if c < noun and words[c].deprel == "nmod:poss" and words[c].upos != "PRON" and can_speak(page, c):
            return c
        if c < noun and not tree.case(c) and tree.name_at.get(c) in _NAMES and words[c].deprel != "nmod:poss":
            return c
        if noun < c and words[c].start < clause[0] and tree.case(c) in _FROM:
            if can_speak(page, c) or (tree.is_plural(c) and tree.case(c) == "by"):
                return c
    return None


def take_worded(page: Page, drafts: list[Draft]) -> None:
    """Gives what stands in quotation marks beside "in the words of X" to X, or the clause where nothing is quoted."""
    for m in _WORDED.finditer(page.text):
        who = next(m.span(g) for g in ("who", "whose", "told", "put") if m[g])
        sentence = page.sentences[page.sentence_at(m.start())]
        if page.quotation_at(m.start()) is not None or not any(can_speak(page, i) for i in page.words_in(who)):
            continue
        spans = [q.inner for q in page.quotations if sentence.start <= q.start and q.end <= sentence.end]
        content = [c for s in spans if (c := page.trim(s)) is not None] or _rest(
            page, m.span(), sentence.start, sentence.end, bool(m["told"])
        )
        held = [d for d in drafts if any(overlap(c, k) for c in d.content for k in content)]
        if not content or any(d.verb is not None and d.source for d in held):
            continue
        drafts[:] = [d for d in drafts if d not in held]
        drafts.append(Draft(m.span(), content, who, confidence=0.7, way="signed"))


def _rest(page: Page, told: Offsets, start: int, end: int, parted: bool = False) -> list[Offsets]:
    """A sentence without the words that open or close it, or part it in two, to tell whose the others are."""
    before, behind = page.trim((start, told[0])), page.trim((told[1], end))
    if before is not None and behind is not None:
        return [before, behind] if parted else []
    whole = before or behind
    return [whole] if whole is not None and len(page.words_in(whole)) > 2 else []
