"""Who speaks in a draft: the source that the tagger found, or the subject of the verb of saying."""

from __future__ import annotations

from typing import Final

from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Entity, Offsets

_DOCUMENTS: Final = frozenset(
    "statement communique communiqué release announcement letter readout document text".split()
)


def speaker_of(page: Page, draft: Draft) -> Entity | None:
    """The phrase of who speaks; None where the text does not say."""
    if draft.source is not None:
        return entity_in(page, draft.source)
    if draft.verb is None:
        return None
    heads = page.tree.subjects(draft.verb) or agents(page, draft.verb)
    return page.tree.entity(heads[0]) if heads else None


def agents(page: Page, verb: int) -> list[int]:
    """Who speaks by a verb in the passive: "was announced by the ministry"."""
    found = [c for c in page.tree.children(verb, "obl") if page.tree.case(c) == "by"]
    return found[:1]


def entity_in(page: Page, source: Offsets) -> Entity:
    """The phrase that heads a source; a relative pronoun stands for its noun."""
    inside = list(page.words_in(source))
    heads = [i for i in inside if page.words[i].head not in inside or page.words[i].head == i]
    nominal = [i for i in heads if page.words[i].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")]
    if not nominal:
        return Entity(page.text[source[0] : source[1]], source)
    head = nominal[0]
    if page.words[head].text.lower() in ("who", "which", "that"):
        for above in page.tree.path_up(head):
            if page.words[above].deprel.startswith("acl"):
                return page.tree.entity(page.words[above].head)
    return page.tree.entity(head)
