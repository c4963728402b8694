"""By what way words came: told by the cue, the source, the clause of saying, or the kind of the document."""

from __future__ import annotations

import re
from functools import cache

from dragoman.codebook.saying import channel_words
from dragoman.extract.statements.documents import Document
from dragoman.extract.statements.drafts import Draft, Page

_OFFICIAL = {"readout": "readout", "statement": "statement", "transcript": "press conference"}


def mark_channels(page: Page, document: Document, drafts: list[Draft]) -> None:
    """Fill the channel and the document of every draft."""
    if document.kind != "news":
        for draft in drafts:
            draft.channel, draft.document = _OFFICIAL[document.kind], "d1"
        return
    for draft in drafts:
        draft.channel = _told_by(page, draft)


def _told_by(page: Page, draft: Draft) -> str | None:
    """The channel that the clause of saying names; what is said itself is not looked at."""
    cue = page.text[draft.cue[0] : draft.cue[1]].lower() if draft.cue else ""
    source = page.text[draft.source[0] : draft.source[1]].lower() if draft.source else ""
    around = _outside(page, draft)
    for words, where, channel in _patterns():
        if words.search({"cue": cue, "source": source}.get(where, around)):
            return channel
    return None


def _outside(page: Page, draft: Draft) -> str:
    """The sentence of the cue without what is said in it."""
    anchor = draft.cue or draft.source or draft.content[0]
    if not page.sentences:
        return ""
    sentence = page.sentences[page.sentence_at(anchor[0])]
    kept, at = [], sentence.start
    for s, e in sorted(draft.content):
        if s >= sentence.end or e <= at:
            continue
        kept.append(page.text[at : max(s, at)])
        at = min(e, sentence.end)
    kept.append(page.text[at : sentence.end])
    return " | ".join(kept).lower()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(r"(?<!\w)" + re.escape(c.words) + r"(?!\w)"), c.where, c.channel) for c in channel_words())
