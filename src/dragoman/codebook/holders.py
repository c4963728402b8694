"""Who held which office when, and the answer to "who was that on this day?".

`data/office_holders.tsv`. A date has the precision in which it is written: day, month or year. An open end means until
`known_through`, not until now; a gap between two rows means unknown. An office of a state that is no more has the ISO
code of its time in the table ("SUN") and, like records, the code of today's successor here, beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.codebook.own import list_own, own_folder
from dragoman.codebook.spelling import plain
from dragoman.codebook.states import find_former
from dragoman.codebook.tables import read_file, read_table
from dragoman.errors import BrokenCodebook

COLUMNS: Final = ("person", "also", "office", "code", "from", "to", "precision", "acting", "known_through", "source")
_FIRST_WORD: Final = frozenset(  # where news calls people by the first word of their names
    ("CHN", "KOR", "PRK", "VNM", "TWN", "KHM", "THA", "MYS", "ETH", "ERI")
)
_PARTICLES: Final = frozenset("al el bin ibn ben abu bou van von de der den da di du la le dos del st haj ould".split())
_ROMAN: Final = frozenset("ivx")  # of "John Paul II"
_HONORIFICS: Final = frozenset(
    """mr mrs ms dr sir lord dame sheikh king queen pope prince princess emir sultan general president mullah
    ayatollah""".split()
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office: `start` and `end` a day, month or year; an open end means until `known_through`."""

    person: str
    office: str
    code: str
    start: str  # empty in what users bring: long since
    end: str
    known_through: str
    also: tuple[str, ...] = ()  # other spellings and names of the person
    acting: bool = False
    source: str = "own"
    state: str = ""  # the ISO code of the state whose office it was, where that is no more: "SUN" beside the code "RUS"

    def held(self, day: str) -> bool:
        """Whether the office may have been held on an ISO day; a date without month or day counts whole."""
        last = self.end or self.known_through
        return self.start <= day and (not last or day[: len(last)] <= last)

    def held_surely(self, day: str) -> bool:
        """Whether it was held whatever day of its year or month a date without one means."""
        last = self.end or self.known_through
        after = not self.start or day[: len(self.start)] > self.start or (len(self.start) == _DAY and day >= self.start)
        before = day[: len(last)] < last or (len(last) == _DAY and day <= last)
        return after and (before or (not self.end and day[: len(last)] <= last))


_DAY: Final = 10  # characters of an ISO day
_DATE: Final = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def find_holders(surname: str) -> tuple[Holder, ...]:
    """Everybody in the tables whose name ends with `surname`, case and accents aside; ours before the user's."""
    key = plain(surname)
    first, ours, last = _holders(own_folder())
    return (*first.get(key, ()), *ours.get(key, ()), *last.get(key, ()))


def list_holders(override: bool = False) -> tuple[Holder, ...]:
    """Every row of the tables; with `override` only those that the user wants asked before ours."""
    folder = own_folder()
    return _read_own(folder, True) if override else (*_read_ours(), *_read_own(folder, False))


def name_keys(person: str, code: str) -> set[str]:
    """What news calls a person by: the whole name, and every end of it.

    >>> sorted(name_keys("Hosni al-Attiyah", "EGY"))
    ['al-attiyah', 'attiyah', 'hosni al-attiyah']
    """
    whole = plain(person)
    parts = [p for p in whole.replace(",", " ").split() if p not in ("jr.", "jr", "sr.")]
    if len(parts) > 1 and set(parts[-1]) <= _ROMAN:
        parts.pop()  # "Benigno Aquino III", "Pope John Paul II"
    if not parts:
        return set()
    keys = {whole, *(" ".join(parts[i:]) for i in range(len(parts)))}  # "von der leyen", "der leyen", "leyen"
    keys |= {p.partition("-")[2] for p in parts[-1:] if p.partition("-")[0] in _PARTICLES}
    if code in _FIRST_WORD and len(parts) > 1:
        keys.add(parts[0])
    return keys - {""} - _PARTICLES - _HONORIFICS


def fits_name(asked: str, holder: Holder) -> bool:
    """Whether a name may be that holder's: every word of it is one of his, an initial, or the first letters of one."""
    words = [
        w for w in plain(asked).partition(",")[0].replace(".", " ").replace("-", " ").split() if w not in _HONORIFICS
    ]
    for name in (holder.person, *holder.also):
        own = plain(name).replace(".", " ").replace("-", " ").split()
        if all(any(o == w or (len(w) == 1 and o[0] == w) or (len(o) == 1 and w[0] == o) for o in own) for w in words):
            return True
    return False


def list_former() -> frozenset[str]:
    """The ISO codes of states that are no more and have offices of their own in the tables."""
    return _list_former(own_folder())


@cache
def _list_former(folder: str) -> frozenset[str]:
    rows = (*_read_own(folder, True), *_read_ours(), *_read_own(folder, False))
    return frozenset(h.state for h in rows if h.state)


@cache
def _holders(folder: str) -> tuple[dict[str, tuple[Holder, ...]], ...]:
    return _index(_read_own(folder, True)), _index(_read_ours()), _index(_read_own(folder, False))


def _index(rows: Iterable[Holder]) -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in rows:
        keys = {key for name in (holder.person, *holder.also) for key in name_keys(name, holder.code)}
        for key in keys:
            found.setdefault(key, []).append(holder)
    return {key: tuple(holders) for key, holders in found.items()}


@cache
def _read_ours() -> tuple[Holder, ...]:
    return tuple(_holder(cells) for cells in read_table("office_holders.tsv", len(COLUMNS)))


@cache
def _read_own(folder: str, first: bool) -> tuple[Holder, ...]:
    found = []
    for file in list_own(folder, "holders", first):
        for number, cells in read_file(file, len(COLUMNS)):
            holder = _holder(cells)
            if not holder.person or not all(_DATE.fullmatch(d) for d in (holder.start, holder.end)):
                raise BrokenCodebook(
                    f"{file}:{number}", "a person, and days as YYYY-MM-DD, YYYY-MM or YYYY are wanted."
                )
            found.append(holder)
    return tuple(found)


def _holder(cells: list[str]) -> Holder:
    person, also, office, code, start, end, _, acting, known, source = cells
    former = find_former(code)
    return Holder(
        person,
        office,
        former.code if former else code,
        start,
        end,
        known,
        tuple(filter(None, also.split("|"))),
        acting == "acting",
        source,
        code if former else "",
    )
