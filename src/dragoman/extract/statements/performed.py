"""Official texts: every clause whose verb performs the position is a statement."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.clauses import EXPRESSING, complement, is_purpose, owns_object
from dragoman.extract.statements.documents import Document
from dragoman.extract.statements.drafts import Draft, Page, can_speak
from dragoman.extract.statements.told import is_passive, is_unsaid

_BULLET: Final = re.compile(r"^[ \t]*[-•*–—·▪◦●][ \t]+(?P<said>(?:We|I)\b[^\n]+)", re.M)
_FEWEST: Final = 2  # bullets of a list
_WE: Final = frozenset(("we", "i"))


def take_performed(page: Page, document: Document) -> list[Draft]:
    """A draft for every performing clause of an official text, and one for a sentence "attributable to" somebody."""
    if document.kind not in ("readout", "statement"):
        return []
    found = [*_opening(page, document), *(_take_bullets(page, document) if document.kind == "statement" else ())]
    for word in page.words:
        if word.start < document.body or (page.quotation_at(word.start) is not None and not document.quoted):
            continue
        draft = _perform(page, document, word.index)
        if draft is not None:
            found.append(draft)
    return found


def _opening(page: Page, document: Document) -> list[Draft]:
    if document.opening is None or document.author is None:
        return []
    sentence = next((s for s in page.sentences if s.start >= document.body and s.last - s.first > 4), None)
    if sentence is None or (content := page.trim((sentence.start, sentence.end))) is None:
        return []
    content = (content[0], max(content[1], sentence.end))
    return [Draft(document.opening, [content], document.author, confidence=0.8, way="opening", signed=True)]


def _take_bullets(page: Page, document: Document) -> list[Draft]:
    """A draft for every bulleted line in the first person: the whole line is the author's."""
    bullets = [m for m in _BULLET.finditer(page.text, document.body) if page.quotation_at(m.start("said")) is None]
    found = []
    for bullet in bullets if len(bullets) >= _FEWEST else ():
        content = page.trim(bullet.span("said"))
        verb = next((i for i in page.words_in(bullet.span("said")) if page.words[i].upos in ("VERB", "ADJ")), None)
        if content is None or verb is None:
            continue
        cue = (page.words[verb].start, page.words[verb].end)
        stop = page.text[content[1] : content[1] + 1] == "."
        whole = (content[0], content[1] + stop)
        found.append(Draft(cue, [whole], document.author, verb, confidence=0.85, way="performed", signed=True))
    return found


def _perform(page: Page, document: Document, i: int) -> Draft | None:
    word, tree = page.words[i], page.tree
    if word.upos not in ("VERB", "ADJ") or (known := find_saying_verb(word.lemma, word.text)) is None:
        return None
    if known.sort not in ("speech", "stance", "deed") or is_unsaid(page, i) or is_purpose(page, i):
        return None
    if word.upos == "ADJ" and not (tree.children(i, "cop") or tree.relation(i) == "xcomp"):
        return None
    if word.deprel.startswith("acl") or word.deprel in ("amod", "csubj") or is_passive(page, i):
        return None
    signed_by = document.author if document.kind == "statement" and _is_present(page, i) else None
    if word.deprel == "advcl" and word.text.lower().endswith("ing") and i < word.head:
        return None  # "Recognising the strain on all, they underlined ..."
    first_person, spoken = _voice(page, i)
    if not spoken and (signed_by is None or not _is_root(page, i)):
        return None
    if (said := complement(page, i, known)) is None or (content := page.trim(said[1])) is None:
        return None
    draft = Draft(said[0], [content], verb=i, confidence=0.85, way="performed")
    own_voice = first_person or (_is_present(page, i) and not _is_person(page, i))
    draft.signed = document.joint or (document.kind == "statement" and own_voice)
    if (first_person and document.author is not None) or not spoken:
        draft.source = document.author
    of_now = draft.signed or _is_present(page, i) or document.kind == "readout"
    if known.sort == "deed" and not (of_now or tree.lemma(i) in EXPRESSING):
        return None
    return draft


def _voice(page: Page, i: int) -> tuple[bool, bool]:
    """Whether "we" or "I" do it, and whether anybody who can speak does."""
    if owns_object(page, i) and not page.tree.children(i, "nsubj"):
        return True, True
    subjects = page.tree.subjects(i)
    if not subjects or not can_speak(page, subjects[0]):
        return False, False
    text = page.words[subjects[0]].text.lower()
    aside = page.words[i].deprel in ("advcl", "ccomp", "parataxis") and page.words[subjects[0]].upos == "PRON"
    return text in _WE, text in _WE or not aside


def _is_person(page: Page, i: int) -> bool:
    """Whether a person does it: an official whom the document tells of, not the document's own voice."""
    subjects = page.tree.subjects(i)
    return bool(subjects) and (page.tree.name_at.get(subjects[0]) == "PER" or page.voices.get(subjects[0]) == "person")


def _is_root(page: Page, i: int) -> bool:
    return page.words[i].head == i


def _is_present(page: Page, i: int) -> bool:
    """Whether the clause is of the present: by its auxiliary, or by the form of its verb."""
    marks = [page.words[c].text.lower() for c in page.tree.children(i, "aux", "cop")]
    head = page.words[i].head
    if page.tree.relation(i) == "xcomp" and not marks:
        return _is_present(page, head) if head != i else True
    if any(m in ("was", "were", "had", "did") for m in marks):
        return False
    text = page.words[i].text.lower()
    return bool(marks) or not (
        text.endswith("ed") or text in ("said", "told", "spoke", "took", "stood", "sent", "gave")
    )
