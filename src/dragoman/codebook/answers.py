"""Who held an office on a day: one answer, or why there is none. A wrong name is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.codebook.actors import find_actor_in
from dragoman.codebook.holders import Holder, find_holders, fits_name, list_former, list_holders
from dragoman.codebook.offices import LEVELS, find_post, find_title, is_same_office
from dragoman.codebook.spelling import plain
from dragoman.codebook.states import State, find_former, find_states, list_states
from dragoman.codebook.titles import name_office

Reason = Literal[
    "known",
    "not in the table",  # no such name, or nobody in that office
    "no office known on that day",  # before, after or between what the table knows
    "unknown after known-through",  # an open end, and the table is older than the day
    "known to the year only",  # the day lies in the year or month in which an office changed hands
    "several",  # more than one person fits
    "no such office",  # a title that the table of offices lacks
]
_SOLE: Final = frozenset(  # posts that one person has in a state or body; of envoys and spokespersons there are many
    (
        "state|supreme leader|government|foreign|defence|interior|finance|justice|security adviser|secretary-general"
        "|director-general|high representative|commission president|council president|commission chairman|crown prince"
        "|permanent representative"
    ).split("|")
)
_LONGEST: Final = 5  # words of a state's name
_ISO: Final = 2  # letters of its shortest code
_ONE_DEPUTY: Final = frozenset(("USA", "CHN", "IND"))  # states with one vice president; elsewhere some have many
_OWNED: Final = re.compile(r"['’]s?(?=\s|$)")  # "Egypt's foreign minister"
_VAGUE: Final = frozenset(("leader", "minister", "secretary", "official", "chief", "head", "diplomat", "counterpart"))


@dataclass(frozen=True, slots=True)
class Answer:
    """`holder` is None unless `reason` is "known"; `candidates` are the rows that were weighed."""

    holder: Holder | None
    reason: Reason
    candidates: tuple[Holder, ...] = ()


def who_held(name: str | None, day: str, title: str | None = None, country: str | None = None) -> Answer:
    """The person of that name, title and state or body in office on an ISO day.

    Each of name, title and country narrows; a title needs a name or a country. A day on which one row begins as
    another ends belongs to both, and then only a name tells them apart.

    Args:
        country: a code of ours, or the ISO code of a state that is no more ("SUN"): the president of Russia in 1991 is
            not that of the Soviet Union.
    """
    if title is not None:
        title = name_office(title)
        if title not in _VAGUE and find_title(title) is None:
            return Answer(None, "no such office")
        if name is None and not _is_sole(title, country):
            return Answer(None, "several")
    for rows in _tables(name):
        rows = _narrow(rows, name, title, country)
        if rows:
            return _on(rows, day)
    return Answer(None, "not in the table")


def read_question(words: str) -> tuple[str | None, str | None, str | None]:
    """Name, title and code of a phrase: "Russian foreign minister Lavrov", "the Pope", "President of France".

    >>> read_question("Russian foreign minister Lavrov")
    ('Lavrov', 'foreign minister', 'RUS')
    """
    words = _OWNED.sub(" ", words)
    parts = words.replace(",", " ").split()
    whole = find_title(" ".join(parts).removeprefix("the "))
    if whole is not None:
        return None, whole.title, whole.code
    if find_holders(words):
        return words.strip(), None, None
    first, last, code = _find_side(parts)
    if code is not None:
        parts = parts[:first] + parts[last:]
    office = find_post(" ".join(parts)) if parts else None
    if office is None:
        return " ".join(parts) or None, None, code
    title = office.title.split()
    low = [p.lower() for p in parts]
    for i in range(len(low) - len(title) + 1):
        if low[i : i + len(title)] == title:
            parts = parts[:i] + parts[i + len(title) :]
            break
    name = " ".join(p for p in parts if p.lower() not in ("of", "the", "'s", "’s")) or None
    return name, office.title, code or office.code


def find_former_code(words: str) -> str | None:
    """The ISO code of the state that words name, if it is no more and had offices that the tables know.

    >>> find_former_code("Soviet"), find_former_code("SUN"), find_former_code("Sun"), find_former_code("Norway")
    ('SUN', 'SUN', None, None)
    """
    codes = {s.iso3 for s in find_states(words) if s.iso3 in list_former()}
    if words.upper() in codes and not words.isupper():
        return None  # a person's name
    return codes.pop() if len(codes) == 1 else None


def name_state(holder: Holder, day: str) -> State | None:
    """The state whose office somebody held on an ISO day, where its name then is not today's: Zaire."""
    if holder.state:
        own = [s for s in find_states(holder.state) if s.existed(day)]
        return own[-1] if own else find_former(holder.state)
    found = [s for s in list_states(holder.code, day) if s.end and s.iso3 not in list_former()]
    return found[-1] if len(found) == 1 else None


def _find_side(parts: Sequence[str]) -> tuple[int, int, str | None]:
    """The state or body named beside something else: first word, last word, code."""
    for i in range(len(parts)):
        for size in range(min(_LONGEST, len(parts) - i), 0, -1):
            words = " ".join(parts[i : i + size])
            former = find_former_code(words) if len(words) > _ISO else None
            if former is not None and size < len(parts):
                return i, i + size, former
    found = find_actor_in(parts)
    if found is not None and found[2].code and len(parts) > found[1] - found[0]:
        return found[0], found[1], found[2].code
    return 0, 0, None


def _is_sole(title: str, country: str | None) -> bool:
    """Whether the title alone can say who it is."""
    office = find_title(title)
    if office is None or title in _VAGUE:
        return False
    if office.post == "deputy state":
        return (country or office.code) in _ONE_DEPUTY
    return office.post in _SOLE


def _tables(name: str | None) -> Iterable[tuple[Holder, ...]]:
    """What to ask in turn: what the user wants asked first, then ours with the user's other rows."""
    first = list_holders(override=True)
    if name is None:
        return (first, list_holders())
    rows = find_holders(name) or find_holders(plain(name).split()[-1] if name.split() else "")
    if not rows and len(name.split()) > 1:
        rows = find_holders(name.split()[0])
    mine = frozenset(first)
    return (tuple(r for r in rows if r in mine), tuple(r for r in rows if r not in mine))


def _narrow(rows: Sequence[Holder], name: str | None, title: str | None, country: str | None) -> tuple[Holder, ...]:
    kept = [r for r in rows if country is None or _is_of(r, country, name is not None)]
    if name is not None and len(name.split()) > 1:
        kept = [r for r in kept if fits_name(name, r)]
    if title is not None and not (title in _VAGUE and name is not None):
        kept = [r for r in kept if is_same_office(title, r.office)]
    if name is None and country is None:
        office = find_title(title) if title else None
        kept = [r for r in kept if office is not None and office.code == r.code and not r.state]
    return tuple(kept)


def _is_of(row: Holder, country: str, named: bool) -> bool:
    """Whether an office is a country's: a name is looked for under its code whatever the state was then, an office
    without a name in that state alone."""
    return row.state == country or (row.code == country and (named or not row.state))


def _on(rows: tuple[Holder, ...], day: str) -> Answer:
    sure = [r for r in rows if r.held_surely(day)]
    maybe = [r for r in rows if r.held(day)]
    if sure:
        if _persons(maybe) > 1:
            sure, ambiguous = _settle(sure, maybe, day)
            if ambiguous:
                return Answer(None, "several", tuple(maybe))
        return Answer(_highest(sure), "known", tuple(maybe))
    if maybe:
        return Answer(None, "known to the year only", tuple(maybe))
    if any(not r.end and r.start <= day for r in rows):
        return Answer(None, "unknown after known-through", rows)
    return Answer(None, "no office known on that day", rows)


def _settle(sure: list[Holder], maybe: list[Holder], day: str) -> tuple[list[Holder], bool]:
    """Who of several it is: on the day of a handover who took over; else nobody can tell."""
    begun = [r for r in sure if r.start == day]
    ended = [r for r in maybe if r.end == day]
    if begun and _persons(begun) == 1 and all(r in begun or r in ended or r.person == begun[0].person for r in maybe):
        return begun, False
    return sure, _persons(maybe) > 1


def _persons(rows: Iterable[Holder]) -> int:
    """How many persons the rows tell of; spellings of one name are one."""
    seen: list[Holder] = []
    for row in rows:
        if not any(fits_name(row.person, s) or fits_name(s.person, row) for s in seen):
            seen.append(row)
    return len(seen)


def _highest(rows: list[Holder]) -> Holder:
    """The highest office of one person who holds several; the latest of equals."""

    def rank(row: Holder) -> tuple[int, str]:
        office = find_post(row.office)
        level = office.level if office and office.level else "official"
        return -LEVELS.index(level), row.start

    return max(rows, key=rank)
