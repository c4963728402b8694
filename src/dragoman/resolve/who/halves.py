"""States that share a name, and are called by their half of it: "the South", "North and South Korea", "the two Koreas".

Whose half is meant the report tells, by the states that it names and by its day.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.codebook.actors import Actor
from dragoman.records import Word

Row = tuple[int, int, Actor]

_OPPOSITE: Final = {"North": "South", "South": "North"}
_LINKS: Final = ("and", "or", "&", "-", "–", "/", ",")


@dataclass(frozen=True, slots=True)
class Pair:
    """`name` is what both are called; each half's code and name; the days from and until which there are two."""

    name: str
    north: tuple[str, str]
    south: tuple[str, str]
    since: date = date.min
    until: date = date.max
    by_half: bool = False  # known to be meant only where the report says "North ..." or "South ..." somewhere

    def half(self, word: str) -> Actor:
        code, name = self.north if word == "North" else self.south
        return Actor(code, name, ("GOV",), "state")


_PAIRS: Final = (
    Pair("Korea", ("PRK", "North Korea"), ("KOR", "South Korea")),
    Pair("Sudan", ("SDN", "Sudan"), ("SSD", "South Sudan"), since=date(2011, 7, 9)),
    Pair("Yemen", ("YEM", "North Yemen"), ("YEM", "South Yemen"), until=date(1990, 5, 21), by_half=True),
    Pair("Vietnam", ("VNM", "North Vietnam"), ("VNM", "South Vietnam"), until=date(1976, 7, 1), by_half=True),
)


def is_half(word: Word) -> bool:
    """Whether the word may be all of a state's name."""
    return word.text in _OPPOSITE


def find_pair(text: str, codes: Collection[str | None], day: date | None) -> Pair | None:
    """The pair of states of which a report tells that names the states `codes`."""
    for pair in _PAIRS:
        if day is not None and not pair.since <= day <= pair.until:
            continue
        if day is None and pair.name != "Korea":
            continue
        told = f"North {pair.name}" in text or f"South {pair.name}" in text
        if {pair.north[0], pair.south[0]} & set(codes) and (told or not pair.by_half):
            return pair
    return None


def find_both(word: str, text: str, codes: Collection[str | None], day: date | None) -> tuple[Actor, ...]:
    """ "The two Koreas": both states of that name on the report's day."""
    pair = find_pair(text, codes, day)
    if pair is None or word.lower() != f"{pair.name.lower()}s":
        return ()
    return pair.half("South"), pair.half("North")


def list_halves(words: Sequence[Word], text: str, rows: Sequence[Row], day: date | None) -> list[Row]:
    """Where the report calls a state by its half alone. `rows`: the actors that it names in full."""
    shared = [_before_full(words, row) for row in rows]
    found = [row for row in shared if row is not None]
    codes = {a.code for _, _, a in rows if a.kind in ("state", "people", "seat")}
    pair = find_pair(text, codes, day)
    if pair is None:
        return found
    taken = {i for first, last, _ in (*rows, *found) for i in range(first, last)}
    alone = [i for i, w in enumerate(words) if w.text in _OPPOSITE and i not in taken and _is_alone(words, i)]
    return found + [(i, i + 1, pair.half(words[i].text)) for i in alone]


def _before_full(words: Sequence[Word], row: Row) -> Row | None:
    """ "North and South Korea", "North and South Korean": the first of them."""
    first, _, actor = row
    other = _OPPOSITE.get(words[first].text)
    if first < 2 or other is None or words[first - 2].text != other or words[first - 1].text not in _LINKS:
        return None
    pair = next((p for p in _PAIRS if actor.code in (p.north[0], p.south[0])), None)
    if pair is None:
        return None
    half = pair.half(other)
    return first - 2, first - 1, Actor(half.code, half.name, half.sectors, actor.kind)


def _is_alone(words: Sequence[Word], i: int) -> bool:
    """ "The North", "North and South": no part of a longer name, no region of a state."""
    after = words[i + 1] if i + 1 < len(words) and words[i + 1].sentence == words[i].sentence else None
    other = _OPPOSITE[words[i].text]
    joined = i > 1 and words[i - 1].text in _LINKS and words[i - 2].text == other
    leads = after is not None and after.text in _LINKS and [w.text for w in words[i + 2 : i + 3]] == [other]
    if leads and any(w.text[:1].isupper() for w in words[i + 3 : i + 4]):
        return False  # "North and South Dakota"
    if after is not None and not leads and (after.text[:1].isupper() or after.text in ("-", "of", "‑")):
        return False
    before = words[i - 1].text.lower() if i else ""
    return before == "the" or joined or leads
