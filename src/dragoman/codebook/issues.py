"""Whether two wordings name one issue: by the words that they share."""

from __future__ import annotations

from typing import Final

_SHARED: Final = 0.5  # of the shorter wording's words
_EMPTY: Final = frozenset(
    "the a an of and to in on at for by with from that this its his her their our any all".split()
)


def list_issue_words(wording: str) -> frozenset[str]:
    """The words of an issue that say something, in small letters.

    >>> sorted(list_issue_words("the withdrawal of all “foreign” troops"))
    ['foreign', 'troops', 'withdrawal']
    """
    return frozenset(w.strip(".,;:'’\"“”()") for w in wording.lower().split()) - _EMPTY - {""}


def are_one_issue(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two wordings share more than half the words of the shorter one."""
    return bool(a & b) and len(a & b) / min(len(a), len(b)) > _SHARED
