"""Labels of those who speak in turn in a transcript: "MS. HOLT:", "Question:", "Mara Quist:", at the head of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dragoman.codebook.actors import find_outlet
from dragoman.codebook.datelines import is_town
from dragoman.codebook.offices import find_office

_CAPITALS: Final = re.compile(
    r"^(?P<who>Q|A|QUESTION|(?:(?:The|Mr|Mrs|Ms|Mme|Sir|Dame)\.? )?"
    r"(?:[A-Z][A-Z.’'\-]+ ){0,6}[A-Z][A-Z.’'\-]{2,})(?: \([^)\n]{1,40}\))?"
    r"(?::|(?<=Q)(?= [A-Z“\"])|(?<=^[QA])\.(?= [A-Z“\"]))[ \t]*",
    re.M,
)
_NAMED: Final = re.compile(
    r"^(?P<who>[A-Z][\w.’'\-]*(?: (?:[A-Z][\w.’'\-]*|of|for|the|and|bin|ibn|al|el|van|von|de|da|di)){0,6})"
    r"(?: \([^)\n]{1,40}\))?:[ \t]+(?=[“\"A-Z])",
    re.M,
)
_ASKERS: Final = frozenset(
    "q question moderator operator participant interpreter reporter journalist interviewer host correspondent".split()
)
_MANY: Final = 3  # turns that make a transcript
_AGAIN: Final = 2  # turns of one who is named in lower case: a heading ("Participants:") comes once


def find_labels(text: str) -> tuple[re.Match[str], ...]:
    """The labels of a transcript, in order; none where the text is no transcript.

    Labels in capitals make one by their number, or where each is a title; a town in capitals is the dateline of a
    story. Labels in small letters make one where somebody speaks again, or answers a label that asks.

    >>> [m["who"] for m in find_labels("Question: Why?\\nMara Quist: Because.")]
    ['Question', 'Mara Quist']
    """
    capitals = tuple(m for m in _CAPITALS.finditer(text) if not is_town(m["who"]))
    named = tuple(m for m in _NAMED.finditer(text) if not is_town(m["who"]))
    counts = Counter(m["who"].split()[-1] for m in named)  # "President X Y" goes on as "X Y"
    asked = any(m["who"].lower() in _ASKERS for m in named)
    answers = {m["who"].split()[-1] for m in named if not is_asker(m["who"])}
    again = len(named) >= _MANY and any(counts[who] >= _AGAIN for who in answers)
    if len(named) > len(capitals) and answers and (again or (asked and len(counts) > 1)):
        return named
    both = {"Q", "A"} <= {m["who"] for m in capitals}
    return capitals if len(capitals) >= _MANY or both or _are_titles({m["who"] for m in capitals}) else ()


def find_askers(text: str, labels: Sequence[re.Match[str]]) -> frozenset[str]:
    """The labels of those who ask: by their part in the talk, as an outlet, or because each of their turns is a
    question."""
    ends = [m.start() for m in labels[1:]] + [len(text)]
    said: dict[str, list[str]] = {}
    for label, end in zip(labels, ends, strict=True):
        said.setdefault(label["who"], []).append(text[label.end() : end].rstrip(' \n"”'))
    return frozenset(who for who, turns in said.items() if is_asker(who) or all(t.endswith("?") for t in turns))


def is_asker(who: str) -> bool:
    """Whether a label tells that somebody asks: a part in the talk ("Question"), or an outlet ("Reuters")."""
    return who.lower() in _ASKERS or find_outlet(who.split()) is not None


def _are_titles(labels: set[str]) -> bool:
    """ "PRIME MINISTER LUND" and "PRESIDENT ROSS", no "NOTE"."""
    words = [who.lower().split() for who in labels]
    return len(labels) > 1 and all(len(w) > 1 and find_office(w) is not None for w in words)
