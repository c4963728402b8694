"""Reading -> statements: who said what, by which words, over which channel."""

from __future__ import annotations

from dragoman.extract.statements.channels import mark_channels
from dragoman.extract.statements.documents import read_kind
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.extract.statements.once import settle_drafts
from dragoman.extract.statements.performed import take_performed
from dragoman.extract.statements.speakers import speaker_of
from dragoman.extract.statements.spoken import take_spoken
from dragoman.extract.statements.tagged import take_tagged
from dragoman.extract.statements.turns import take_turns
from dragoman.records import Manner, Reading, Statement, quote

__all__ = ["extract_statements"]


def extract_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every act of saying that the report tells of or performs, in reading order."""
    if not reading.words:
        return ()
    page = Page(reading)
    document = read_kind(page)
    if document.kind == "transcript":
        found = take_turns(page)
    else:
        found = [*take_performed(page, document), *take_tagged(page), *take_spoken(page)]
    drafts = settle_drafts(page, found)
    mark_channels(page, document, drafts)
    return tuple(_finish(page, d) for d in sorted(drafts, key=lambda d: (d.start, d.cue or (0, 0))))


def _finish(page: Page, draft: Draft) -> Statement:
    text = page.text
    return Statement(
        speaker=speaker_of(page, draft),
        content=tuple(quote(text, s, e) for s, e in draft.content),
        cue=quote(text, *draft.cue) if draft.cue else None,
        manner=_manner(page, draft),
        channel=draft.channel,
        document=draft.document,
        confidence=round(draft.confidence, 2),
    )


def _manner(page: Page, draft: Draft) -> Manner:
    if draft.signed:
        return "direct"
    share = page.quoted_share(draft.content)
    return "direct" if share >= 0.5 else "mixed" if share > 0 else "indirect"
