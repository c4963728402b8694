"""Actors: states, bodies, armed groups and parties, offices and who held them, with the codes they go by.

Tables under `data/`: `countries.tsv`, `bodies.tsv`, `groups.tsv`, `offices.tsv`, `sectors.tsv`,
`office_holders.tsv`; each opens with a line that names its columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dragoman.codebook.tables import read_table

ActorKind = Literal["state", "people", "seat", "body", "group"]
_SHORT: Final = 4  # names as short as acronyms want their own case: "US" is no "us"


@dataclass(frozen=True, slots=True)
class Actor:
    """One name of an actor: whose it is, and in which way it names them.

    kind: "state" its name, "people" an adjective or demonym, "seat" a capital or metonym of its government;
    "body" international, "group" armed or political.
    """

    code: str | None
    name: str
    sectors: tuple[str, ...]
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Office:
    title: str
    sector: str | None
    code: str | None  # whose office it is where no state is named


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office: `start` and `end` a day, month or year; an open end means until `known_through`."""

    person: str
    office: str
    code: str
    start: str
    end: str
    known_through: str

    def held(self, day: str) -> bool:
        """Whether the office was held on an ISO day; a date without month or day counts whole."""
        last = self.end or self.known_through
        return self.start <= day and (not last or day[: len(last)] <= last)


def find_actor(name: str) -> Actor | None:
    """The actor of exactly that name; a leading "the", accents and, in long names, case do not matter."""
    key = actor_key(name)
    return _index().get(key) or (_index().get(key.casefold()) if len(key) > _SHORT else None)


def find_actor_in(words: Sequence[str], start: int = 0) -> tuple[int, int, Actor] | None:
    """The first actor named from `start` on, the longest name where several begin there: (first, last, actor)."""
    firsts = _first_words()
    for i in range(start, len(words)):
        for size in firsts.get(actor_key(words[i]).casefold(), ()):
            if i + size <= len(words):
                found = find_actor(" ".join(words[i : i + size]))
                if found is not None:
                    return i, i + size, found
    return None


def find_outlet(words: Sequence[str]) -> str | None:
    """The state in which the newspaper, agency or broadcaster is based that the words name; case counts."""
    names = _outlets()
    for i in range(len(words)):
        for size in range(min(5, len(words) - i), 0, -1):
            code = names.get(actor_key(" ".join(words[i : i + size])))
            if code is not None:
                return code
    return None


def find_office(words: Sequence[str]) -> Office | None:
    """The office that words in small letters name: the longest title, the last of equals ("minister" of "deputy
    foreign minister" is "deputy foreign minister")."""
    best: tuple[int, Office] | None = None
    for i in range(len(words)):
        for size in range(min(5, len(words) - i), 0, -1):
            found = _offices().get(" ".join(words[i : i + size])) or _offices().get(
                " ".join((*words[i : i + size - 1], _singular(words[i + size - 1])))
            )
            if found is not None:
                owned = i > 0 and words[i - 1] in ("of", "the") and "of" in words[max(i - 2, 0) : i]
                if best is None or size > best[0] or (size == best[0] and not owned):
                    best = size, found
                break
    return best[1] if best else None


def find_sector(word: str) -> str | None:
    """The PLOVER sector that a word for people or bodies shows ("troops": MIL)."""
    return _sectors().get(word.lower()) or _sectors().get(_singular(word.lower()))


def find_holders(surname: str) -> tuple[Holder, ...]:
    """Everybody in the table whose name ends with `surname`, case and accents aside."""
    return _holders().get(plain(surname), ())


def plain(name: str) -> str:
    """A name without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def actor_key(name: str) -> str:
    """A name as the index knows it: straight apostrophes, no accents, no leading article, case kept."""
    key = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    key = key.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return key[4:] if key[:4].lower() == "the " else key


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _index() -> dict[str, Actor]:
    found: dict[str, Actor] = {}

    def add(actor: Actor, names: str) -> None:
        for name in names.split("|"):
            if name:
                key = actor_key(name)
                found.setdefault(key if len(key) <= _SHORT and key.isupper() else key.casefold(), actor)
                found.setdefault(key, actor)

    gov = ("GOV",)
    for country, name, also, sector in read_table("groups.tsv", 4):
        add(Actor(country or None, name, tuple(s for s in (sector,) if s), "group"), f"{name}|{also}")
    for code, name, also, sector in read_table("bodies.tsv", 4):
        add(Actor(code, name, (sector,), "body"), f"{name}|{also}")
    for code, name, also, people, seats in read_table("countries.tsv", 5):
        add(Actor(code, name, gov, "state"), f"{name}|{also}")
        add(Actor(code, name, gov, "people"), people)
        add(Actor(code, name, gov, "seat"), seats)
    return found


@cache
def _first_words() -> dict[str, tuple[int, ...]]:
    """First word of every name -> how many words names with it have, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in _index():
        parts = name.split()
        if parts:
            sizes.setdefault(parts[0].casefold(), set()).add(len(parts))
    return {word: tuple(sorted(n, reverse=True)) for word, n in sizes.items()}


@cache
def _outlets() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name, also in read_table("outlets.tsv", 3):
        for one in (name, *filter(None, also.split("|"))):
            found.setdefault(actor_key(one), code)
    return found


@cache
def _offices() -> dict[str, Office]:
    return {title: Office(title, sector or None, code or None) for title, sector, code in read_table("offices.tsv", 3)}


@cache
def _sectors() -> dict[str, str]:
    return {word: sector for sector, words in read_table("sectors.tsv", 2) for word in words.split()}


@cache
def _holders() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for person, office, code, start, end, known, _source in read_table("office_holders.tsv", 7):
        holder = Holder(person, office, code, start, end, known)
        parts = plain(person).split()
        # East Asian names lead with the family's; elsewhere the last word or the last two are what news repeats
        keys = {parts[-1], " ".join(parts[-2:]), parts[0] if code in ("CHN", "KOR", "PRK", "VNM", "TWN", "KHM") else ""}
        keys.add(plain(person))
        for key in sorted(k for k in keys if k):
            found.setdefault(key, []).append(holder)
    return {key: tuple(holders) for key, holders in found.items()}
