"""What a report tells of as history: what ended long before its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dragoman.records import When

_HISTORY: Final = timedelta(days=45)


def is_history(when: When | None, published: date | None) -> bool:
    """Whether it ended more than 45 days before the report; False where either day is unknown."""
    if published is None or when is None or not when.end:
        return False
    last = when.end + {4: "-12-31", 7: "-28"}.get(len(when.end), "")
    return date.fromisoformat(last) < published - _HISTORY
