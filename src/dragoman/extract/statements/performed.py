"""Official texts: every clause whose verb performs the position is a statement."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.clauses import complement
from dragoman.extract.statements.documents import Document
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.extract.statements.spoken import can_speak
from dragoman.extract.statements.tagged import is_unsaid

_WE: Final = frozenset(("we", "i"))
_VOICES: Final = frozenset(("person", "organization", "place"))
_PURPOSES: Final = frozenset(
    "express convey reaffirm reiterate congratulate thank condemn offer extend welcome affirm".split()
)


def take_performed(page: Page, document: Document) -> list[Draft]:
    """A draft for every performing clause of an official text, and one for a sentence "attributable to" somebody."""
    if document.kind not in ("readout", "statement"):
        return []
    voices = {m.head for m in page.reading.mentions if m.kind in _VOICES}
    found = _opening(page, document)
    for word in page.words:
        if word.start < document.body or page.quotation_at(word.start) is not None:
            continue
        draft = _perform(page, document, word.index, voices)
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
    return [Draft(document.opening, [content], document.author, confidence=0.7, way="opening", signed=True)]


def _perform(page: Page, document: Document, i: int, voices: set[int]) -> Draft | None:
    word, tree = page.words[i], page.tree
    if word.upos not in ("VERB", "ADJ") or (known := find_saying_verb(word.lemma, word.text)) is None:
        return None
    if known.sort in ("belief", "finding") or is_unsaid(page, i):
        return None
    if word.upos == "ADJ" and not (tree.children(i, "cop") or tree.relation(i) == "xcomp"):
        return None
    if _is_beside(page, i):
        return None
    subjects = tree.subjects(i)
    if not subjects or not can_speak(page, subjects[0], voices):
        return None
    first_person = page.words[subjects[0]].text.lower() in _WE
    if (said := complement(page, i, known)) is None or (content := page.trim(said[1])) is None:
        return None
    draft = Draft(said[0], [content], verb=i, confidence=0.7, way="performed")
    draft.signed = document.kind == "statement" and (first_person or _is_present(page, i))
    if first_person and document.author is not None:
        draft.source = document.author
    if known.sort == "deed" and not (draft.signed or document.kind == "readout" or word.text.lower() in _PURPOSES):
        return None
    return draft


def _is_beside(page: Page, i: int) -> bool:
    """Whether the verb is in a clause that sets another thing out: a relative clause, a purpose other than to express."""
    relation, tree = page.words[i].deprel, page.tree
    if relation.startswith("acl") or relation in ("amod", "csubj"):
        return True
    if tree.relation(i) in ("advcl", "xcomp") and any(
        page.words[c].text.lower() == "to" for c in tree.children(i, "mark") if c < i
    ):
        head = page.words[i].head
        return not (
            tree.lemma(i) in _PURPOSES and tree.lemma(head) in ("speak", "call", "write", "meet", "like", "want")
        )
    return False


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
