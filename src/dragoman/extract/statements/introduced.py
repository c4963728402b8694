"""Quotations that stand alone behind a sentence that only tells that somebody spoke: "X read out a text. “…”"."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import find_saying_noun
from dragoman.extract.statements.drafts import Draft, Page, can_speak
from dragoman.extract.statements.told import is_passive, is_unsaid
from dragoman.records import Offsets, Quotation

_SPEAKING: Final = frozenset("speak talk address read write brief respond reply react comment".split())
_GIVING: Final = frozenset("give make deliver issue publish release post send record face hold".split())
_WORDS: Final = frozenset("speech address statement interview conference briefing remark message sermon".split())
_BODIES: Final = ("PER", "ORG", "LOC")


def introduce(page: Page, q: Quotation, content: Offsets) -> Draft | None:
    """A draft for a quotation that opens a sentence, by whoever the sentence before tells to have spoken."""
    here = page.sentence_at(q.start)
    if here == 0 or page.text[page.sentences[here].start : q.start].strip(' \n"“”'):
        return None
    before = page.sentences[here - 1]
    for i in range(before.first, before.last):
        if page.words[i].head != i or page.quotation_at(page.words[i].start) is not None or not _tells(page, i):
            continue
        who = [s for s in page.tree.subjects(i) if s < i and can_speak(page, s)]
        if not who or is_unsaid(page, i) or is_passive(page, i):
            return None
        if page.tree.name_at.get(who[0]) not in _BODIES and page.voices.get(who[0]) != "person":
            return None
        cue = (page.words[i].start, page.words[i].end)
        return Draft(cue, [content], page.tree.phrase(who[0]), i, confidence=0.65, way="quoted")
    return None


def _tells(page: Page, verb: int) -> bool:
    """Whether a verb tells that somebody spoke, and not what was said: "addressed the crowd", "issued a statement"."""
    if page.tree.is_one(verb, _SPEAKING):
        return True
    things = {page.tree.lemma(o) for o in page.tree.objects(verb)}
    spoken = bool(things & _WORDS) or any(find_saying_noun(t) == "document" for t in things)
    return spoken and page.tree.is_one(verb, _GIVING)
