"""Quotations behind a name and a colon: 'Ann Lee on X: "…"'. Nobody else has said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.extract.statements.drafts import Draft, Page, overlap
from dragoman.records import Offsets, Word

_LABEL: Final = re.compile(
    r"(?P<where>,?\s(?:(?:wrote|posted)\s)?(?:on|via)\s"
    r"(?:X|Twitter|Facebook|Telegram|Truth Social|Instagram|Threads|Bluesky|Weibo)"
    r"|,?\sin\sa\s(?:tweet|post))?(?P<mark>\s?:)\s*$"
)  # fmt: skip
_REACH: Final = 60  # characters from the name to the quotation
_FEWEST: Final = 2  # words of a quotation
_MOST: Final = 0.5  # share of a content that makes it the same words


def give_to_labels(page: Page, drafts: list[Draft]) -> None:
    """Gives every such quotation to its name, and takes it from whoever had it."""
    for q in page.quotations:
        label = _LABEL.search(page.text, max(q.start - _REACH, 0), q.start)
        content = page.trim(q.inner)
        if label is None or content is None or len(page.words_in(content)) < _FEWEST:
            continue
        source = _name_before(page, label.start())
        if source is None or any(d.source and overlap(d.source, source) and _holds(d, content) for d in drafts):
            continue
        for d in drafts:
            d.content = [c for c in d.content if overlap(c, content) <= _MOST * (c[1] - c[0])]
        drafts[:] = [d for d in drafts if d.content]
        cue = label.span("where" if label["where"] else "mark")
        drafts.append(Draft(page.trim(cue) or cue, [content], source, confidence=0.7, way="quoted"))


def _holds(draft: Draft, content: Offsets) -> bool:
    return any(overlap(c, content) for c in draft.content)


def _name_before(page: Page, end: int) -> Offsets | None:
    """The person whose name ends there, with the title before it."""
    name = next((n for n in page.reading.names if n.kind == "PER" and n.end == end), None)
    if name is None:
        return None
    words, first = page.words, name.first
    sentence = words[first].sentence
    while first > 0 and words[first - 1].sentence == sentence and _is_of_title(words, first - 1):
        first -= 1
    before = words[first - 1] if first > 0 else None
    opens = before is None or before.sentence != sentence or "\n" in page.text[before.end : words[first].start]
    # behind anything else the name may be whom somebody told: 'She warned Ann Lee: "…"'
    return (words[first].start, name.end) if opens or (before is not None and _is_closing(page, before)) else None


def _is_of_title(words: Sequence[Word], i: int) -> bool:
    """ "Foreign Minister Ann Lee", "Secretary of State John Roe"."""
    if words[i].text == "of":
        return words[i - 1].text[:1].isupper() and words[i - 1].upos != "VERB"
    return words[i].text[:1].isupper() and words[i].upos in ("NOUN", "PROPN", "ADJ")


def _is_closing(page: Page, word: Word) -> bool:
    return any(q.end == word.end for q in page.quotations)
