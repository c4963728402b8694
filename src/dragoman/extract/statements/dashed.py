"""Quotations that a dash and a name sign: '"…" - Trade Minister Ann Lee of Orvana, Selva, 3 May'."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.offices import find_office
from dragoman.extract.statements.drafts import Draft, Page, can_speak, overlap
from dragoman.records import Offsets, Quotation

_DASH: Final = re.compile(r"[,.]?[ \t]*\n?[ \t]*(?P<dash>-{1,3}|[–—―])[ \t]*(?=[\w“\"])")
_TAIL: Final = re.compile(r"[^\n]{2,140}")
_OFFICE: Final = re.compile(r",\s+(?:the\s+)?(?P<what>[^,;\n]+)")
_FEWEST: Final = 3  # words of a quotation
_MOST: Final = 0.5  # share of a content that makes it the same words


def give_to_signers(page: Page, drafts: list[Draft]) -> None:
    """Gives every quotation with such a name behind it to that name, and takes it from whoever had it."""
    for q in page.quotations:
        content = page.trim(q.inner)
        if content is None or len(page.words_in(content)) < _FEWEST or not _opens(page, q):
            continue
        if (signed := _signature(page, q)) is None:
            continue
        dash, source, setting = signed
        for d in drafts:
            d.content = [c for c in d.content if overlap(c, content) <= _MOST * (content[1] - content[0])]
        drafts[:] = [d for d in drafts if d.content]
        drafts.append(Draft(dash, [content], source, confidence=0.75, way="signed", setting=setting))


def _opens(page: Page, q: Quotation) -> bool:
    """Whether nothing of its sentence stands before a quotation."""
    before = page.text[: q.start].rstrip(" \t")
    return not before or before[-1] in '\n.!?:”"'


def _signature(page: Page, q: Quotation) -> tuple[Offsets, Offsets, Offsets | None] | None:
    """The dash behind a quotation, who signs, and what more the line tells: the place, the day."""
    dash = _DASH.match(page.text, q.end)
    tail = _TAIL.match(page.text, dash.end()) if dash else None
    if dash is None or tail is None:
        return None
    words = page.words_in(tail.span())
    if any(page.words[i].upos in ("VERB", "AUX") and page.words[i].text[:1].islower() for i in words):
        return None  # "… - and then he left", "… - the minister said"
    person = next((n for n in page.people_in(words)), None)
    if person is not None and "," not in page.text[tail.start() : person.start]:
        end = _with_office(page, person.end, tail.end())
    else:
        end = min((k for k in (page.text.find(",", tail.start(), tail.end()),) if k > 0), default=tail.end())
        if not any(can_speak(page, i) for i in page.words_in((tail.start(), end))):
            return None
    end = tail.start() + len(page.text[tail.start() : end].rstrip(" .,;"))
    rest = page.trim((end, tail.end()))
    return dash.span("dash"), (tail.start(), end), rest


def _with_office(page: Page, end: int, last: int) -> int:
    """The end of a name with the office set behind it: "Ann Lee, mayor of Selva"; a place or a day is none."""
    behind = _OFFICE.match(page.text, end, last)
    if behind is None:
        return end
    words = [page.words[i].text.lower() for i in page.words_in(behind.span("what"))]
    return behind.end("what") if find_office(words) is not None else end
