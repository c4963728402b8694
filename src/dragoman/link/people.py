"""Who somebody is whom a report does not introduce, by reports published earlier.

A report is coded by itself, so that its rows depend on nothing else; "Lavrov" alone may then stay without a side. Here
an earlier report that said whose he is answers for him. Only days before the report's own count, and they must agree,
so that any order of adding gives the same answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dragoman.store import Record
from dragoman.store.queries import nest_sessions
from dragoman.store.rows import list_columns

Row = dict[str, Any]

LONGEST: Final = 731  # days for which an earlier report answers


@dataclass(frozen=True, slots=True)
class Taught:
    """What one report said of a person: on which day, under which full name, of which side."""

    day: date
    name: str
    code: str
    sectors: tuple[str, ...]
    words: str
    report: str


class People:
    """What all reports of a record say of persons, asked for a day."""

    def __init__(self, told: Iterable[Taught]) -> None:
        by_key: dict[str, dict[Taught, None]] = {}
        for t in told:
            whole = t.name.casefold()
            for key in (whole, whole.split()[-1]):
                by_key.setdefault(key, {})[t] = None
        order = lambda t: (t.day, t.report, t.name, t.code, t.words)  # noqa: E731
        self._told = {key: sorted(found, key=order) for key, found in by_key.items()}

    def ask(self, name: str, day: date) -> Taught | None:
        """The last report before `day` that says who this is; None if none does, or if two disagree.

        A full name is answered by the same full name, a surname alone by everybody of that surname.
        """
        told = self._told.get(name.casefold(), [])
        before = told[: bisect_left([t.day for t in told], day)]
        held = [t for t in before if (day - t.day).days <= LONGEST]
        if not held or len({t.code for t in held}) > 1 or len({t.name.casefold() for t in held}) > 1:
            return None
        return held[-1]


def list_rows(
    record: Record,
    kind: str,
    *,
    code: str | None = None,
    limit: int | None = None,
    talks: bool = False,
    linked: bool = True,
    **asked: Any,
) -> list[Row]:
    """The rows of a record as `Record.rows` gives them, those without a side filled in by earlier reports.

    A side that comes from another report has `basis` "linked" and `linked`: the report, its day and its words.

    Args:
        code: only rows with this party, those linked to it too.
        talks: rounds, each with its sessions.
        linked: False for the rows as each report tells them alone.
    """
    if not linked:
        rows = record.rows(kind, code=code, limit=None if talks else limit, **asked)
        return nest_sessions(rows)[:limit] if talks else rows
    rows = record.rows(kind, limit=limit if code is None and not talks else None, **asked)
    unknown = [(e, row["published"]) for row in rows if row["published"] for e in _entities(row) if _is_unknown(e)]
    if unknown:
        people = People(read_people(record))
        for entity, published in unknown:
            _fill(entity, people.ask(entity.get("name") or entity["text"], date.fromisoformat(published)))
    if code is not None:
        rows = [r for r in rows if code in list_columns(kind, r)["codes"]]  # type: ignore[operator]
    return (nest_sessions(rows) if talks else rows)[:limit]


def read_people(record: Record) -> Iterator[Taught]:
    """Persons with a full name of whom a report itself says whose they are."""
    for published, report, entity in record.entities():
        name, code = entity.get("name") or "", entity.get("code")
        if published and code and entity.get("basis") == "stated" and _is_person(entity) and len(name.split()) > 1:
            sectors = tuple(entity.get("sectors") or ())
            yield Taught(date.fromisoformat(published), name, code, sectors, entity["text"], report)


def _is_person(entity: Row) -> bool:
    """Bodies have no office, and are named like their names."""
    return bool(entity.get("office"))


def _is_unknown(entity: Row) -> bool:
    name = entity.get("name") or entity.get("text") or ""
    return not entity.get("code") and not entity.get("sectors") and name[:1].isupper()


def _fill(entity: Row, taught: Taught | None) -> None:
    if taught is not None:
        told = {"report": taught.report, "published": taught.day.isoformat(), "text": taught.words}
        entity.update(name=taught.name, code=taught.code, sectors=list(taught.sectors), basis="linked", linked=told)
        entity["sector"] = taught.sectors[0] if taught.sectors else None


def _entities(value: Any) -> Iterator[Row]:
    """Every entity of a row, however deep."""
    if isinstance(value, dict):
        if "sectors" in value and "basis" in value:
            yield value
        else:
            for each in value.values():
                yield from _entities(each)
    elif isinstance(value, list):
        for each in value:
            yield from _entities(each)
