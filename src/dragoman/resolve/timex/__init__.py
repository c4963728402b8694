"""Time expressions as TIMEX3 has them: the words, a type, and a value such as 1998-02-W3, P3D or PRESENT_REF.

The forms are tables of patterns with readers, one table a file; where two overlap, the one
that begins first and then the longer wins. A reader may say that its words mean no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from dragoman.resolve.timex.days import DAYS
from dragoman.resolve.timex.forms import NEAR, Form, Seen, Timex
from dragoman.resolve.timex.lengths import LENGTHS
from dragoman.resolve.timex.months import MONTHS
from dragoman.resolve.timex.relative import RELATIVE
from dragoman.resolve.timex.told import TOLD
from dragoman.resolve.timex.years import YEARS

_AROUND: Final = 60  # characters; no form is longer on either side of what it holds
_FORMS: tuple[Form, ...] = (*DAYS, *TOLD, *MONTHS, *YEARS, *RELATIVE, *LENGTHS)


def find_timex(
    text: str, published: date | None, tense: Callable[[int, int], bool | None] | None = None
) -> list[Timex]:
    """The time expressions of `text`, in order, without overlap.

    Args:
        text: the report's text.
        published: what relative words count from; without it they have a value of X ("XXXX-WXX-5").
        tense: for the characters of an expression, whether its clause tells what is to come (True), what
            was (False), or cannot be told (None).
    """
    seen = Seen(text, published, tense or (lambda start, end: None))
    found: list[Timex] = []
    end = 0
    for start, stop, form, match in _candidates(text):
        if start < end:
            continue
        read = form.read(match, seen)
        if read is None:
            continue
        kind, value = read
        found.append(Timex(start, stop, kind, value))
        seen.note(found[-1])
        end = stop
    return found


def _candidates(text: str) -> Iterator[tuple[int, int, Form, re.Match[str]]]:
    """What the forms match, the one that begins first and the longest of those first."""
    low = text.lower()
    around = {name: _windows(low if len(low) == len(text) else text, near) for name, near in NEAR.items()}
    matches = [
        (m.start("x"), m.end("x"), i, m)
        for i, form in enumerate(_FORMS)
        for begin, end in around[form.near]
        for m in form.pattern.finditer(text, begin, end)
    ]
    matches.sort(key=lambda c: (c[0], -c[1], c[2]))
    for start, stop, i, match in matches:
        yield start, stop, _FORMS[i], match


def _windows(text: str, near: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of `text` around what `near` finds, ends of words kept whole."""
    found: list[tuple[int, int]] = []
    for m in near.finditer(text):
        begin, end = max(0, m.start() - _AROUND), _word_end(text, m.end() + _AROUND)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _word_end(text: str, position: int) -> int:
    """`position` moved on past the word that it falls into, if the word is not a long one."""
    for i in range(position, min(position + 40, len(text))):
        if not text[i].isalnum():
            return i
    return min(position, len(text))
