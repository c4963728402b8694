"""Verbs of saying that the tagger passed over, with what the tree gives them as said."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.clauses import complement, fronted, is_purpose
from dragoman.extract.statements.drafts import Draft, Page, can_speak
from dragoman.extract.statements.told import is_of_story, is_passive, is_question, is_unsaid, judges, says_something

_SORTS: Final = ("speech", "stance")


def take_spoken(page: Page) -> list[Draft]:
    """A draft for every verb of speech or stance in the outlet's own words that has a speaker and what was said."""
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
        if is_purpose(page, word.index) or is_of_story(page, word.index):
            continue
        speakers = page.tree.subjects(word.index)
        if not speakers or not can_speak(page, speakers[0]):
            continue
        said = complement(page, word.index, known) or fronted(page, word.index, speakers[0], known)
        if said is None or (content := page.trim(said[1])) is None:
            continue
        if not says_something(page, [content]) and not judges(page, known, [content]):
            continue
        if word.lemma == "ask" and is_question(page, word.index, content):
            continue
        confidence = 0.7 if known.sort == "speech" else 0.65
        found.append(Draft(said[0], [content], verb=word.index, confidence=confidence, way="syntax"))
    return found
