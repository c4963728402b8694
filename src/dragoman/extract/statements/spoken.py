"""Verbs of saying that the tagger passed over, with what the tree gives them as said."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.clauses import complement
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.extract.statements.tagged import is_passive, is_unsaid

_SORTS: Final = ("speech", "stance")
_VOICES: Final = frozenset(("person", "organization", "place"))
_MUTE: Final = frozenset("it this that these those which what there".split())


def take_spoken(page: Page) -> list[Draft]:
    """A draft for every verb of speech or stance in the outlet's own words that has a speaker and what was said."""
    voices = {m.head for m in page.reading.mentions if m.kind in _VOICES}
    found = []
    for word in page.words:
        if (
            word.upos != "VERB"
            or (known := find_saying_verb(word.lemma, word.text)) is None
            or known.sort not in _SORTS
        ):
            continue
        if page.quotation_at(word.start) is not None or is_unsaid(page, word.index) or is_passive(page, word.index):
            continue
        speakers = page.tree.subjects(word.index)
        if not speakers or not can_speak(page, speakers[0], voices):
            continue
        if (said := complement(page, word.index, known)) is None or (content := page.trim(said[1])) is None:
            continue
        confidence = 0.6 if known.sort == "speech" else 0.55
        found.append(Draft(said[0], [content], verb=word.index, confidence=confidence, way="syntax"))
    return found


def can_speak(page: Page, i: int, voices: set[int]) -> bool:
    """Whether the phrase headed by `i` names somebody: a name, a person or body, or a pronoun for one."""
    word = page.words[i]
    if word.upos == "PRON":
        return word.text.lower() not in _MUTE
    if page.tree.name_at.get(i) in ("PER", "ORG", "LOC", "NORP"):
        return True
    return i in voices
