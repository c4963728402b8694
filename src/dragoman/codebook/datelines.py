"""The dateline that opens a report of an agency: "ORVANA, May 3 (Agency) -- ". It is nobody's words and no clause.

What one looks like is said here alone: whoever asks where a story begins, where it was sent from, whose home it is or
which date is the agency's own asks `read_dateline`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:\s?,?\s\d{{4}})?)"
_AGENCY: Final = r"\([A-Z][\w ./-]{1,20}\)"
_DASH: Final = r"(?:--|—|–|_|\s-\s)\s*"
_AREA: Final = r"(?:,\s[A-Z][\w. ]{1,25}?)?"
_NAME: Final = r"(?:[A-Z][A-Z'’]{3,}(?:[ /-][A-Z][A-Z'’]+){0,2}|[A-Z][A-Z'’]{1,2}(?:[ /-][A-Z][A-Z'’]+){1,2})"
_SENDER: Final = r"(?:,\s[A-Z][\w-]{2,15})?"  # an agency without brackets
_FORMS: Final = tuple(
    re.compile(rf"\s*(?P<town>{town}){rest}")
    for town, rest in (
        # Orvana (Agency) --; ORVANA, May 3 (Agency) The; ORVANA, May 3. /Agency/. The; ORVANA, May 3 --; ORVANA --
        (r"[A-Z][\w.'’ /-]{2,40}?", rf"{_AREA}{_DAY}?,?\s*{_AGENCY}\.?\s*(?:{_DASH}|:\s*|-\s+)"),
        (r"[A-Z][A-Z.'’ /-]{2,40}?", rf"{_AREA}{_DAY}\s*{_AGENCY}\.?\s+(?=[A-Z])"),
        (r"[A-Z][A-Z.'’ /-]{2,40}?", rf"{_DAY}\.?\s*/[A-Z][\w -]{{1,20}}/\.?\s+(?:{_DASH})?"),
        (r"[A-Z][A-Z.'’ /-]{2,40}?", rf"{_AREA}{_DAY}{_SENDER}\s*{_DASH}"),
        (_NAME, rf"{_AREA}\.?\s*{_DASH}"),
    )
)
_BARE: Final = re.compile(rf"\s*(?P<town>{_NAME}){_AREA}{_DAY}?\s*{_AGENCY}\s+(?=[A-Z“\"])")  # ORVANA (Agency) The
_DATED: Final = re.compile(
    rf"\s*(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}){_DAY}\s*(?:{_DASH}|:\s+)"
)  # Orvana, 3 May 2024:
_SMALL: Final = re.compile(
    rf"(?P<town>[A-Z][\w'’]+(?: [A-Z][\w'’]+){{0,2}}){_AREA} (?:--?|—|–) (?P<next>[A-Z]\w+)"
)  # Orvana - The
_CAPITALS: Final = re.compile(r"[A-Z][A-Z'’]+(?:[ -][A-Z][A-Z'’]+){0,2}(?![a-z])")
_COLON: Final = re.compile(rf"\s*(?P<town>{_NAME}):\s+(?=[A-Z])(?!I\b|We\b|You\b)")  # ORVANA: The
_LABEL: Final = re.compile(r"^[A-Z][\w.'’ -]{0,40}:\s", re.M)
_LARGE: Final = 1_000_000  # people of a town that opens a report so; smaller ones are names of persons too
_SMALLER: Final = 50_000  # and of one that does where no other line begins with a name and a colon


@dataclass(frozen=True, slots=True)
class Dateline:
    """Characters of the text: `town` names the place, of two ("ORVANA/BELL") both; at `end` the story's words begin."""

    town: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.start + len(self.town)


def read_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline of the story that begins at `start`, None where it has none.

    Behind the first story of a digest only the name of a place in capitals opens another, before a dash; before a
    colon, of a town.

    >>> read_dateline("ORVANA, May 3 (Agency) -- The talks ended.")
    Dateline(town='ORVANA', start=0, end=26)
    """
    found = next((m for form in _FORMS if (m := form.match(text, start)) is not None), None)
    if found is None and (bare := _BARE.match(text, start)) is not None and _is_place(bare["town"]):
        found = bare  # without a dash, a body with its initials may open a report so
    if start:
        name = _CAPITALS.match(text, start) if found is not None else None
        found = found if name is not None and _is_place(name[0]) else None
    if found is None and (colon := _COLON.match(text, start)) is not None:
        alone = not start and _LABEL.search(text, colon.end()) is None
        found = colon if is_town(colon["town"], _SMALLER if alone else _LARGE) else None
    if found is None and (dated := _DATED.match(text, start)) is not None and _is_place(dated["town"]):
        found = dated
    if found is None and not start and (small := _SMALL.match(text)) is not None:
        if is_town(small["town"].upper()) and not is_town(small["next"].upper()):  # "Orvana - Strelsau trains"
            return Dateline(small["town"], 0, small.start("next"))
    return Dateline(found["town"], found.start("town"), found.end()) if found is not None else None


def find_dateline(text: str, start: int = 0) -> int:
    """Where the words of the story that begins at `start` begin, behind its dateline; 0 where it has none."""
    found = read_dateline(text, start)
    return found.end if found is not None else 0


def _is_place(name: str) -> bool:
    from dragoman.codebook.places import find_places

    return bool(find_places(name.title()))


def is_town(name: str, people: int = _LARGE) -> bool:
    """Whether a name in capitals before a colon is a town's: somebody's who speaks ("QUESTION", "WARREN") is not."""
    if not name.isupper():
        return False
    from dragoman.codebook.places import find_places

    return any(p.kind == "capital" or p.people >= people for p in find_places(name.title())[:1])
