"""Whom an option of the command line means by a party: a code, the name of a state, body or group, or a person's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import typer

from dragoman.codebook.actors import find_actor
from dragoman.codebook.places import find_country
from dragoman.codebook.spelling import plain

Row = dict[str, Any]
_FIELDS: Final = ("speaker", "cospeakers", "actor", "recipient", "parties", "participants")  # not whom they turn to


@dataclass(frozen=True, slots=True)
class Party:
    """`code`: the party's, where it has one; `name`: in plain letters, where the code alone is not what is meant."""

    code: str | None
    name: str | None

    def is_in(self, row: Row) -> bool:
        """Whether it speaks, acts, is acted on, meets or stands somewhere in the row."""
        return any(self._is(e) for e in _list_entities(row))

    def _is(self, entity: Row) -> bool:
        if self.code is not None and self.code not in (entity.get("code"), *self._names_of(entity)):
            return False
        told = (plain(entity.get(k) or "") for k in ("name", "text"))
        return self.name is None or any(self.name in words for words in told)

    @staticmethod
    def _names_of(entity: Row) -> list[str]:
        """What somebody without a code goes by."""
        return [] if entity.get("code") else [str(entity.get(k) or "") for k in ("name", "text")]


def read_party(words: str) -> Party:
    """What a user calls a party: "ARM", "arm", "Armenia", "Hamas", "Mirzoyan".

    >>> read_party("united states"), read_party("Hamas").name
    (Party(code='USA', name=None), 'hamas')
    """
    words = words.strip()
    actor = find_actor(words) or find_actor(words.title()) or find_actor(words.upper())
    if actor is not None and actor.code:
        by_name = actor.kind == "group"
        return Party(actor.code, plain(actor.name) if by_name else None)
    if words.isascii() and words.isalpha() and words.isupper():
        return Party(words, None)
    if words.islower() and find_country(words.upper()):
        return Party(words.upper(), None)
    return Party(None, plain(words))


def ask_party(words: str | None, option: str) -> Party | None:
    """What the option of a command asks for; None where it is not given.

    Raises:
        BadParameter: it is empty.
    """
    if words is not None and not words.strip():
        raise typer.BadParameter("say which: a code or a name.", param_hint=option)
    return read_party(words) if words is not None else None


def _list_entities(row: Row) -> Iterator[Row]:
    for field in _FIELDS:
        value = row.get(field)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield each.get("entity") or each
