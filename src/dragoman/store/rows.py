"""Rows of the contract -> the columns that are asked for by name, and the statements that insert them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.records import KINDS

Row = Mapping[str, Any]


def dump(value: object) -> str:
    """One line of JSON, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def list_columns(kind: str, row: Row) -> dict[str, object]:
    """The columns of `row` that its kind has beside those of every kind."""
    return COLUMNS[kind](row)


def _statement(row: Row) -> dict[str, object]:
    people = [row.get("speaker"), *(row.get("cospeakers") or [])]
    speaker = row.get("speaker") or {}
    return {
        "speaker": speaker.get("name") or speaker.get("text"),
        "codes": _codes(people),
        "manner": row.get("manner"),
        "channel": row.get("channel"),
        **_dates(row.get("date")),
    }


def _event(row: Row) -> dict[str, object]:
    actors, recipients = row.get("actor") or [], row.get("recipient") or []
    return {
        "event": row.get("event"),
        "quad": row.get("quad"),
        "cameo": row.get("cameo"),
        "actors": _codes(actors),
        "recipients": _codes(recipients),
        "codes": _codes([*actors, *recipients]),
        "aux": list(row.get("aux") or []),
        "country": (row.get("place") or {}).get("country"),
        **_dates(row.get("date")),
    }


def _meeting(row: Row) -> dict[str, object]:
    return {
        "status": row.get("status"),
        "codes": _codes(p.get("entity") for p in row.get("participants") or []),
        "country": (row.get("place") or {}).get("country"),
        "part_of": row.get("part_of"),
        **_dates(row),
    }


def _agreement(row: Row) -> dict[str, object]:
    return {
        "name": (row.get("name") or {}).get("text"),
        "status": row.get("status"),
        "codes": _codes(row.get("parties") or []),
        **_dates(row.get("as_of")),
    }


def _position(row: Row) -> dict[str, object]:
    return {
        "issue": (row.get("issue") or {}).get("text"),
        "stance": row.get("stance"),
        "codes": _codes([row.get("actor"), *(row.get("toward") or [])]),
    }


COLUMNS = {
    "statements": _statement,
    "events": _event,
    "meetings": _meeting,
    "agreements": _agreement,
    "positions": _position,
}


def _codes(entities: Iterable[Row | None]) -> list[str]:
    """The codes of entities, each once, in order; of those without one, the name."""
    found = [e.get("code") or e.get("name") or e.get("text") for e in entities if e]
    return list(dict.fromkeys(c for c in found if c))


def _dates(when: Row | None) -> dict[str, object]:
    when = when or {}
    return {"start_date": when.get("start"), "end_date": when.get("end")}


def find_account(row: Row, statement: Row) -> Row | None:
    """By whose account a row is told that rests on `statement`: its speaker's where the statement's words hold the
    row's, else that of whoever told of the saying itself, the innermost of its chain."""
    words = row.get("trigger") or row.get("name") or (row.get("evidence") or [{}])[0]
    start = (words.get("span") or [None])[0]
    inside = start is None or any(a <= start < b for a, b in (c["span"] for c in statement["content"]))
    chain = statement.get("chain") or []
    account: Row | None = statement["speaker"] if inside or not chain else chain[-1]["who"]
    return account


def find_hull(row: Row) -> tuple[int | None, int | None]:
    """The first and the last offset of all that a row rests on."""
    spans = [s.get("span") for s in [*(row.get("evidence") or []), *(row.get("content") or [])] if s]
    ends = [s for s in spans if s]
    return (min(s[0] for s in ends), max(s[1] for s in ends)) if ends else (None, None)


def list_inserts(record: Mapping[str, Any], common: Mapping[str, object]) -> Iterator[tuple[str, list[object]]]:
    """One `insert` for each kind of row that a record has, with its values.

    `common` holds the columns that all rows of a coding share.
    """
    for kind in KINDS:
        rows = record.get(kind) or []
        names: list[str] = []
        values: list[object] = []
        for place, row in enumerate(rows):
            first, last = find_hull(row)
            columns = {
                **common,
                "place": place,
                "id": row.get("id") or f"{kind}:{place}",
                "according_to": row.get("according_to"),
                "confidence": row.get("confidence"),
                "first": first,
                "last": last,
                **list_columns(kind, row),
                "row": dump(row),
            }
            names = list(columns)
            values += columns.values()
        if rows:
            marks = "(" + ", ".join("?" * len(names)) + ")"
            quoted = ", ".join(f'"{n}"' for n in names)
            yield f"insert into {kind} ({quoted}) values {', '.join([marks] * len(rows))}", values
