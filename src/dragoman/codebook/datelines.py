"""The dateline that opens a report of an agency: "ORVANA, May 3 (Agency) -- ". It is nobody's words and no clause."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:,?\s{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)"
_AGENCY: Final = r"\([A-Z][\w ./-]{1,20}\)"
_DASH: Final = r"(?:--|—|–|\s-\s)\s*"
_AREA: Final = r"(?:,\s[A-Z][\w. ]{1,25}?)?"
_NAME: Final = r"(?:[A-Z][A-Z'’]{3,}(?:[ /-][A-Z][A-Z'’]+){0,2}|[A-Z][A-Z'’]{1,2}(?:[ /-][A-Z][A-Z'’]+){1,2})"
_DATELINE: Final = re.compile(
    rf"\s*(?:[A-Z][\w.'’ /-]{{2,40}}?{_AREA}{_DAY}?\s*{_AGENCY}\s*{_DASH}"  # Orvana (Agency) --
    rf"|[A-Z][A-Z.'’ /-]{{2,40}}?{_AREA}{_DAY}\s*{_DASH}"  # ORVANA, May 3 --; ORVANA/BELL, May 3 --
    rf"|{_NAME}{_AREA}\s*{_DASH})"  # ORVANA --; EL ORVAN --
)
_CAPITALS: Final = re.compile(r"[A-Z][A-Z'’]+(?:[ -][A-Z][A-Z'’]+){0,2}(?![a-z])")
_COLON: Final = re.compile(rf"\s*({_NAME}):\s+(?=[A-Z])(?!I\b|We\b|You\b)")  # ORVANA: The
_LABEL: Final = re.compile(r"^[A-Z][\w.'’ -]{0,40}:\s", re.M)
_LARGE: Final = 1_000_000  # people of a town that opens a report so; smaller ones are names of persons too
_SMALLER: Final = 50_000  # and of one that does where no other line begins with a name and a colon


def find_dateline(text: str, start: int = 0) -> int:
    """Where the words of the story that begins at `start` begin, behind a dateline and its dash; 0 where it has none.

    Behind the first story of a digest only the name of a place in capitals opens another, before a dash; before a
    colon, of a town.

    >>> find_dateline("ORVANA, May 3 (Agency) -- The talks ended.")
    26
    """
    found = _DATELINE.match(text, start)
    if start:
        name = _CAPITALS.match(text, start) if found is not None else None
        if found is not None and name is not None and _is_place(name[0]):
            return found.end()
    if (found is None or start) and (colon := _COLON.match(text, start)) is not None:
        alone = not start and _LABEL.search(text, colon.end()) is None
        if is_town(colon[1], _SMALLER if alone else _LARGE):
            return colon.end()
    if start:
        return 0
    return found.end() if found else 0


def _is_place(name: str) -> bool:
    from dragoman.codebook.places import find_places

    return bool(find_places(name.title()))


def is_town(name: str, people: int = _LARGE) -> bool:
    """Whether a name in capitals before a colon is a town's: somebody's who speaks ("QUESTION", "WARREN") is not."""
    if not name.isupper():
        return False
    from dragoman.codebook.places import find_places

    return any(p.kind == "capital" or p.people >= people for p in find_places(name.title())[:1])
