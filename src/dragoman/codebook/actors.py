"""Actors: states, bodies, armed groups and parties, and the codes they go by.

Tables under `data/`: `countries.tsv`, `bodies.tsv`, `groups.tsv`, `sectors.tsv`, `outlets.tsv`; each opens with a line
that names its columns. Offices are in `offices`, who held them in `holders`, codes by date in `states`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dragoman.codebook.holders import Holder, find_holders
from dragoman.codebook.offices import Office, find_office
from dragoman.codebook.own import own_actors, own_folder
from dragoman.codebook.spelling import actor_key, plain, singular
from dragoman.codebook.tables import keep_first, read_table

__all__ = (
    "Actor",
    "Holder",
    "Office",
    "actor_key",
    "find_actor",
    "find_actor_in",
    "find_holders",
    "find_office",
    "find_outlet",
    "find_sector",
    "plain",
)

ActorKind = Literal["state", "people", "seat", "body", "group"]
_BODIES: Final = ("IGO", "NGO")  # sectors of an actor that is a body
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
                found = find_actor(_join(words[i : i + size]))
                if found is not None:
                    return i, i + size, found
    return None


def _join(words: Sequence[str]) -> str:
    """The words as they are written: "Lord", "'s", "Army" is "Lord's Army"."""
    return re.sub(r" (?=['’]s\b)| ?([-‑]) ?", r"\1", " ".join(words))


def find_outlet(words: Sequence[str]) -> str | None:
    """The state in which the newspaper, agency or broadcaster is based that the words name; case counts."""
    names = _outlets()
    for i in range(len(words)):
        for size in range(min(5, len(words) - i), 0, -1):
            name = " ".join(words[i : i + size])
            code = names.get(actor_key(name))
            if code is not None and (name not in _common_names() or words[i - 1 : i] in (["The"], ["the"])):
                return code
    return None


def find_sector(word: str) -> str | None:
    """The PLOVER sector that a word for people or bodies shows ("troops": MIL)."""
    return _sectors().get(word.lower()) or _sectors().get(singular(word.lower()))


def _index() -> dict[str, Actor]:
    return _index_of(own_folder())


@cache
def _index_of(folder: str) -> dict[str, Actor]:
    """Every name; what is added first stays, so that the user's own stand before or behind ours."""
    found: dict[str, Actor] = {}

    def add(actor: Actor, names: str) -> None:
        for name in names.split("|"):
            if name:
                key = actor_key(name)
                found.setdefault(key if len(key) <= _SHORT and key.isupper() else key.casefold(), actor)
                found.setdefault(key, actor)

    def add_own(first: bool) -> None:
        for code, name, also, sectors in own_actors(folder, first):
            kind: ActorKind = "state" if sectors in ("", "GOV") else "body" if sectors in _BODIES else "group"
            add(Actor(code or None, name, tuple(sectors.split()) or gov, kind), f"{name}|{also}")

    gov = ("GOV",)
    add_own(first=True)
    for country, name, also, sector, _ in read_table("groups.tsv", 5):
        add(Actor(country or None, name, tuple(s for s in (sector,) if s), "group"), f"{name}|{also}")
    for code, name, also, sector, _ in read_table("bodies.tsv", 5):
        add(Actor(code, name, (sector,), "body"), f"{name}|{also}")
    for code, name, also, people, seats, _ in read_table("countries.tsv", 6):
        add(Actor(code, name, gov, "state"), f"{name}|{also}")
        add(Actor(code, name, gov, "people"), people)
        add(Actor(code, name, gov, "seat"), seats)
    add_own(first=False)
    return found


def _first_words() -> dict[str, tuple[int, ...]]:
    return _first_words_of(own_folder())


@cache
def _first_words_of(folder: str) -> dict[str, tuple[int, ...]]:
    """First word of every name -> how many words names with it have, the longest first. A state's or group's name with
    a genitive or a hyphen in it is looked for both whole and as texts are cut into words; what a body is called in full
    is often no more than its meetings ("the summit of the Asia-Pacific ... forum"), and seats are found as places."""
    sizes: dict[str, set[int]] = {}
    for name, actor in _index_of(folder).items():
        cut = name if actor.kind in ("body", "seat") else re.sub(r"(?=['’]s\b)|([-‑])", r" \1 ", name)
        for parts in (name.split(), cut.split()):
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
def _common_names() -> frozenset[str]:
    """Outlets of one word that only "the" makes a name: "The Age", "The Independent"."""
    names = [one for _, name, also in read_table("outlets.tsv", 3) for one in (name, *also.split("|"))]
    bare = {one for one in names if " " not in one}
    return frozenset(one[4:] for one in names if one.startswith("The ") and " " not in one[4:]) - bare


@cache
def _sectors() -> dict[str, str]:
    rows = read_table("sectors.tsv", 2)
    return keep_first((word, sector) for sector, words in rows for word in words.split())
