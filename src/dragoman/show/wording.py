"""How values of the record are put in words: entities, times, places, counts. Pure, and the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DASH = "\N{EN DASH}"
INFERRED = "inferred"

Value = Mapping[str, Any]


def word_date(day: str) -> str:
    """A day, month or year of the record as a person writes it.

    >>> word_date("2023-05-04"), word_date("2023-05"), word_date("2023")
    ('4 May 2023', 'May 2023', '2023')
    """
    try:
        numbers = [int(part) for part in day.split("-")]
        if len(numbers) == 3:
            return f"{numbers[2]} {MONTHS[numbers[1] - 1]} {numbers[0]}"
        return f"{MONTHS[numbers[1] - 1]} {numbers[0]}" if len(numbers) == 2 else f"{numbers[0]}"
    except (ValueError, IndexError):
        return day


def word_interval(start: str | None, end: str | None) -> str | None:
    """Both ends, each part that they share once.

    >>> word_interval("2023-05-01", "2023-05-04"), word_interval("2023-04-30", "2023-05-02")
    ('1–4 May 2023', '30 April – 2 May 2023')
    """
    if not start or not end or start == end:
        only = start or end
        return word_date(only) if only else None
    a, b = word_date(start).split(), word_date(end).split()
    if len(a) == len(b) == 3 and a[1:] == b[1:]:
        return f"{a[0]}{DASH}{' '.join(b)}"
    if len(a) == len(b) > 1 and a[-1] == b[-1]:
        a = a[:-1]
    return f"{' '.join(a)} {DASH} {' '.join(b)}"


def word_when(when: Value | None) -> str | None:
    if when is None:
        return None
    words = word_interval(when.get("start"), when.get("end")) or when.get("text")
    return f"{words} ({INFERRED})" if words and when.get("basis") == INFERRED else words


def word_place(place: Value | None, venue: str | None = None) -> str | None:
    """Venue, place and country code, without saying one of them twice."""
    parts: list[str] = []
    for part in (venue, place and place.get("name")):
        if part and not any(part in known for known in parts):
            parts.append(part)
    country = place.get("country") if place else None
    return ", ".join(parts) + (f" ({country})" if parts and country else "") or None


def word_name(entity: Value | None) -> str:
    """The name alone; the report's own words where no name is known."""
    if entity is None:
        return "somebody unnamed"
    return str(entity.get("name") or entity.get("text") or "somebody unnamed")


def word_entity(entity: Value | None) -> str:
    """Name, office and whom it stands for: `Ann Smith (foreign minister, NOR)`."""
    if entity is None:
        return word_name(None)
    name = word_name(entity)
    marks = [entity.get("office"), entity.get("code")]
    marks += [s for s in entity.get("sectors") or () if s not in ("GOV", "IGO")]
    if entity.get("basis") == INFERRED:
        marks.append(INFERRED)
    if entity.get("linked"):
        marks.append(f"by a report of {entity['linked']['published']}")
    shown = [str(m) for m in marks if m and str(m) != name]
    return f"{name} ({', '.join(shown)})" if shown else name


def word_entities(entities: Sequence[Value]) -> str:
    return join_and([word_entity(e) for e in entities])


def join_and(parts: Sequence[str]) -> str:
    """
    >>> join_and(["A"]), join_and(["A", "B"]), join_and(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """
    >>> count(1, "statement"), count(0, "statement"), count(2, "party", "parties")
    ('1 statement', '0 statements', '2 parties')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def first_words(text: str, most: int = 40) -> str:
    """Not more than `most` words of `text`, with an ellipsis where some are left out.

    >>> first_words("one two three", 2)
    'one two …'
    """
    words = text.split()
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + " …"
