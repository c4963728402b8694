"""The dateline that opens a report of an agency: "ORVANA, May 3 (Agency) -- ". It is nobody's words and no clause."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:,?\s{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)"
_AGENCY: Final = r"\([A-Z][\w ./-]{1,20}\)"
_DASH: Final = r"(?:--|—|–|\s-\s)\s*"
_AREA: Final = r"(?:,\s[A-Z][\w. ]{1,25}?)?"
_DATELINE: Final = re.compile(
    rf"\s*(?:[A-Z][\w.'’ -]{{2,40}}?{_AREA}{_DAY}?\s*{_AGENCY}\s*{_DASH}"  # Orvana (Agency) --
    rf"|[A-Z][A-Z.'’ -]{{2,40}}?{_AREA}{_DAY}\s*{_DASH}"  # ORVANA, May 3 --
    rf"|[A-Z][A-Z'’]{{3,}}(?:[ -][A-Z][A-Z'’]+){{0,2}}{_AREA}\s*{_DASH})"  # ORVANA --
)


def find_dateline(text: str) -> int:
    """Where the report's own words begin, behind a dateline and its dash; 0 where it has none.

    >>> find_dateline("ORVANA, May 3 (Agency) -- The talks ended.")
    26
    """
    found = _DATELINE.match(text)
    return found.end() if found else 0
