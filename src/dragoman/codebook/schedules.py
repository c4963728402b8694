"""Schedules: an official's diary of a day, which tells in the present what is still to come."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HEAD: Final = 400  # characters that say what a text is
_NAMED: Final = re.compile(
    r"\b(?:public|daily|weekly|official|press|media|travel) schedule\b|\bschedule (?:is )?subject to change\b"
    r"|\bweek ahead\b|\b(?:daily|weekly) (?:guidance|diary|programme)\b",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(
    r"^[ \t]*(?:\d{1,2}[:.]\d{2}[ \t]*(?:[ap]\.?m\.?|hours|hrs|h)?|\d{1,2}[ \t]?[ap]\.?m\.?)[ \t:–-]", re.I | re.M
)


@lru_cache(maxsize=8)
def is_schedule(text: str) -> bool:
    """Whether a text names itself a schedule and has a line that opens with a clock time.

    >>> is_schedule("Public Schedule\\n9:00 a.m. Minister Vera meets with the envoy of Peru.")
    True
    """
    return bool(_NAMED.search(text, 0, _HEAD) and _ENTRY.search(text))
