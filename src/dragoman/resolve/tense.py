"""Whether words tell what is to come: by the tree of their sentence, which is read only where it decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Final

from dragoman.records import Reading
from dragoman.resolve.clauses import Syntax
from dragoman.resolve.timex import find_timex
from dragoman.resolve.timex.forms import Timex

_FUTURE_WORDS: Final = re.compile(
    r"\b(?:will|would|'ll|shall|scheduled|due|planned|plans|set to|expected|is to|are to|was to|were to|agreed to|may"
    r"|ahead of|before|upcoming|invited|next)\b",
    re.IGNORECASE,
)
_PAST_WORDS: Final = re.compile(
    r"\b(?:said|told|met|held|began|was|were|had|has|have|made|took|gave|went|came|left|ended|\w{3,}ed)\b",
    re.IGNORECASE,
)

_SENTENCE_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|St|Jr|No))(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Col|Sgt|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Inc|Ltd))"
    r"(?<!\b(?:Sept|Corp))[.!?][\"”’')]*\s+(?=[\"“‘'(`]{0,2}[A-Z])|\n\s*\n"
)
_TOO_LONG: Final = 1500  # characters; no sentence is as long, and such a text has no full stops to go by


def read_times(text: str, published: date | None, read: Callable[[str], Reading]) -> tuple[Timex, ...]:
    """The time expressions of a text with their TIMEX3 types and values.

    Args:
        read: reads a sentence; asked only for those whose tense decides what a time expression means.
    """
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    known: dict[int, Reading] = {}

    def tense(start: int, end: int) -> bool | None:
        at = bisect_right(ends, start) - 1
        begin = ends[at]
        sentence = text[begin : max(ends[min(at + 1, len(ends) - 1)], end)]
        if len(sentence) > _TOO_LONG:
            return None
        if at not in known:
            known[at] = read(sentence)
        return tell_tense(known[at], Syntax.of(known[at]), start - begin, end - begin)

    return tuple(find_timex(text, published, tense))


def tell_tense(reading: Reading, syntax: Syntax, start: int, end: int) -> bool | None:
    """Whether the clause of the characters `start:end` tells what is to come; by its words where no tree is."""
    top = syntax.top(start, end)
    if top is not None:
        return syntax.is_future(top)
    line = max(reading.text.rfind(mark, max(0, start - 90), start) for mark in ".;\n")
    begin = max(line + 1, start - 90)
    future = [m.start() for m in _FUTURE_WORDS.finditer(reading.text, begin, start)]
    past = [m.start() for m in _PAST_WORDS.finditer(reading.text, begin, start)]
    if not future and not past:
        return None
    return max(future, default=-1) > max(past, default=-1)
