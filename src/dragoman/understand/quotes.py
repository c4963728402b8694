"""Quotations with exact offsets: straight and curly marks, guillemets, low-high marks, doubled apostrophes.

One pass over each paragraph with a small stack. A mark opens or closes by its shape or, where straight, by
what stands beside it; single marks count only where they clearly set off words, since most are apostrophes.
A quotation left open runs to the end of its paragraph: joined with the next when that opens with a mark
again (the habit of multi-paragraph quotations), otherwise marked `closed=False`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Offsets, Quotation

_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", "‟": "”", "``": "''", '"': '"', "‹": "›"}
_MARK: Final = re.compile(r"``|''|[\"“”„‟«»‹›]")
_SINGLE_OPEN: Final = re.compile(r"(?<![\w'’)])['‘](?=[\w\"“])")
_SINGLE_CLOSE: Final = re.compile(r"(?:(?<=[^\W_])|(?<=[.,!?;:…)”\"]))['’](?![\w'’])")
_INCHES: Final = re.compile(r"\d\s?$")
_CLOSING_BEFORE: Final = ".,!?;:…)]}%—–"


def find_quotations(text: str, paragraphs: Iterable[Offsets]) -> list[Quotation]:
    """The quotations of `text`, outer before inner, in reading order; never across paragraphs.

    Args:
        text: the report's text.
        paragraphs: offsets of its paragraphs, in order (`split_paragraphs`).
    """
    found: list[Quotation] = []
    going: str | None = None  # the opening mark of a quotation that the paragraph before left open
    for start, end in paragraphs:
        here, left = _scan(text, start, end)
        if going is not None and here and here[0].start == start and text.startswith(going, start):
            _close_earlier(found)
            here[0] = replace(here[0], continues=True)
        found += sorted(here + _find_single(text, start, end, here), key=lambda q: (q.start, -q.end))
        going = left
    return found


def _close_earlier(found: list[Quotation]) -> None:
    """The quotation left open before turns out to go on: it was not unbalanced."""
    for i in range(len(found) - 1, -1, -1):
        if not found[i].closed:
            found[i] = replace(found[i], closed=True)
            return


def _scan(text: str, start: int, end: int) -> tuple[list[Quotation], str | None]:
    """The double-quoted quotations of one paragraph, and the mark that it leaves open."""
    found: list[Quotation] = []
    stack: list[tuple[str, int, int]] = []  # mark, its start, its end
    for match in _MARK.finditer(text, start, end):
        mark, first, last = match.group(), match.start(), match.end()
        at = _closes_at(text, mark, first, last, start, end, stack)
        if at is not None:
            _, opened, inner = stack[at]
            del stack[at:]  # marks opened inside and never closed are dropped
            if first > inner:
                found.append(Quotation(opened, last, (inner, first)))
        elif _may_open(text, mark, first, last, start, end) and len(stack) < 4:
            stack.append((mark, first, last))
    left = None
    if stack:
        mark, opened, inner = stack[0]
        if inner < end:
            found = [q for q in found if q.start < opened] + [q for q in found if q.start > opened]
            found.append(Quotation(opened, end, (inner, end), closed=False))
            left = mark
    found.sort(key=lambda q: (q.start, -q.end))
    return found, left


def _closes_at(
    text: str, mark: str, first: int, last: int, start: int, end: int, stack: Sequence[tuple[str, int, int]]
) -> int | None:
    """Which open quotation of `stack` this mark closes, None if none."""
    for at in range(len(stack) - 1, -1, -1):
        opener = stack[at][0]
        if mark in (_PAIRS[opener], "”") and (mark != '"' or not _opens_by_place(text, first, last, start, end)):
            return at
        if opener in ("„", "“", '"') and mark in '“”"' and not _opens_by_place(text, first, last, start, end):
            return at
        if opener == "``" and mark in ("''", '"'):
            return at
    return None


def _opens_by_place(text: str, first: int, last: int, start: int, end: int) -> bool:
    """White space or an opening bracket before and a word behind: a straight mark there opens."""
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    return (before.isspace() or before in "([{—–-/‘'") and not after.isspace() and after not in ".,;:!?)"


def _may_open(text: str, mark: str, first: int, last: int, start: int, end: int) -> bool:
    if last >= end or mark in ("”", "»", "›", "''"):
        return False
    if mark == '"':
        if _INCHES.search(text, max(start, first - 2), first):
            return False
        before = text[first - 1] if first > start else " "
        return not (before.isalnum() and text[last].isspace())
    return True


def _find_single(text: str, start: int, end: int, double: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in single marks: several words, or words ending in punctuation, between clear marks.

    The closing mark is the last before the next opening one that is not a plural's possessive in all
    likelihood: one after punctuation, else the first after a word that is not followed by a small letter.
    """
    found: list[Quotation] = []
    tops: list[Quotation] = []
    for quotation in double:
        if not tops or quotation.start >= tops[-1].end:
            tops.append(quotation)
    position, outer = start, 0
    while opening := _SINGLE_OPEN.search(text, position, end):
        first = opening.start()
        position = first + 1
        if text[first + 1].isdigit() or text[first + 1 : first + 5].lower() in ("tis ", "em, ", "em "):
            continue
        following = _SINGLE_OPEN.search(text, first + 1, end)
        limit = following.start() if following else end
        while outer < len(tops) and tops[outer].end <= first:
            outer += 1
        if outer < len(tops) and tops[outer].start <= first:
            limit = min(limit, tops[outer].inner[1])
        close = _single_close(text, first, limit)
        if close is not None:
            found.append(Quotation(first, close + 1, (first + 1, close)))
            position = close + 1
    return found


def _single_close(text: str, first: int, limit: int) -> int | None:
    closes = [m.start() for m in _SINGLE_CLOSE.finditer(text, first + 1, limit)]
    if not closes:
        return None
    curly = text[first] == "‘"
    after_stop = [c for c in closes if text[c - 1] in _CLOSING_BEFORE]
    if after_stop and (curly or len(text[first:limit]) > 3):
        return after_stop[0]
    for c in closes:
        if text[c - 1] not in "sS" or len(closes) == 1:
            return c
    return closes[-1]
