"""Questions to a record; each answer is plain dicts in one order that depends on nothing but the content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dragoman.records import KINDS
from dragoman.store.rows import dump, find_account

if TYPE_CHECKING:
    import duckdb

BATCH = 500  # reports held at once
DATED = ("statements", "events", "meetings", "agreements")


def count_all(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    out = {}
    for table in ("texts", "appearances", *KINDS, "failures"):
        held = "" if table in ("texts", "appearances") else " where closed is null"
        found = connection.execute(f"select count(*) from {table}{held}").fetchone()
        out[table] = int(found[0]) if found else 0
    return out


def list_texts(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return _dicts(
        connection,
        "select t.id, t.text, t.language, c.model, c.codebook from texts t"
        " left join codings c on c.text_id = t.id and c.closed is null order by t.id",
    )


def list_appearances(connection: duckdb.DuckDBPyConnection, text_id: str | None) -> list[dict[str, Any]]:
    return _dicts(
        connection,
        "select text_id, outlet, url, published, title, author, first_read from appearances"
        " where $1 is null or text_id = $1 order by all nulls last",
        [text_id],
    )


def list_failures(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    return _dicts(
        connection,
        "select source, stage, reason, added from failures where closed is null order by source, stage, reason",
    )


def list_rows(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    *,
    code: str | None,
    since: str | None,
    until: str | None,
    text_id: str | None,
    known: datetime | None,
    limit: int | None,
) -> list[dict[str, Any]]:
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of row; one of {', '.join(KINDS)}")
    day = "coalesce({0}, strftime(c.published, '%Y-%m-%d'))"
    start = day.format("r.start_date" if kind in DATED else "null")
    end = day.format("r.end_date" if kind in DATED else "null")
    asked = {"code": code, "since": since, "until": until, "text": text_id, "known": known, "limit": limit}
    found = connection.execute(
        f"""
        select r."row", r.text_id, r.place, c.published, c.outlet, s."row", r.model, r.codebook
        from {kind} r
        join codings c on c.coding = r.coding
        left join statements s on s.coding = r.coding and s.place = r.according_to
        where {_held("r")}
          and ($code is null or list_contains(r.codes, $code))
          and ($text is null or r.text_id = $text)
          -- a month or a year is in the range if any day of it is
          and ($since is null or {end} >= $since[1:length({end})])
          and ($until is null or {start}[1:length($until)] <= $until)
        order by {start} nulls last, c.published nulls last, r.text_id, r.place
        limit $limit
        """,
        dict(asked),
    ).fetchall()
    return [
        {
            **row,
            "report": name,
            "place_in_report": place,
            "published": _plain(published),
            "outlet": outlet,
            "said_by": _name_account(row, statement),
            "model": model,
            "codebook": codebook,
        }
        for row, name, place, published, outlet, statement, model, codebook in (
            (json.loads(f[0]), *f[1:]) for f in found
        )
    ]


def _name_account(row: dict[str, Any], statement: str | None) -> str | None:
    who = find_account(row, json.loads(statement)) if statement else None
    return (who["name"] or who["text"]) if who else None


def list_entities(connection: duckdb.DuckDBPyConnection) -> list[tuple[str | None, str, dict[str, Any]]]:
    found = connection.execute(
        """
        select distinct c.published, e.text_id, e.entity from (
            select coding, text_id, "row"->'$.speaker' as entity from statements where closed is null
            union all
            select coding, text_id, unnest("row"->'$.participants[*].entity') from meetings where closed is null
            union all select coding, text_id, unnest("row"->'$.actor[*]') from events where closed is null
            union all select coding, text_id, unnest("row"->'$.recipient[*]') from events where closed is null
        ) e join codings c on c.coding = e.coding
        where json_type(e.entity) = 'OBJECT' order by all nulls last
        """
    ).fetchall()
    return [(_plain(published), text, json.loads(entity)) for published, text, entity in found]


def nest_sessions(meetings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The meetings that are part of none of the others, each with those that are part of it as `sessions`."""
    by_place = {(m["report"], m["place_in_report"]): {**m, "sessions": []} for m in meetings}
    top = []
    for (report, place), meeting in by_place.items():
        whole = by_place.get((report, meeting.get("part_of")))
        if whole is None or meeting.get("part_of") == place:
            top.append(meeting)
        else:
            whole["sessions"].append(meeting)
    for meeting in by_place.values():
        meeting["sessions"].sort(
            key=lambda m: (m.get("order") or 10**6, m.get("start") or "9999", m["place_in_report"])
        )
    return top


def list_records(connection: duckdb.DuckDBPyConnection, known: datetime | None) -> Iterator[dict[str, Any]]:
    codings = connection.execute(
        f"select c.coding, c.text_id, c.report from codings c where {_held('c')} order by c.text_id", {"known": known}
    ).fetchall()
    for start in range(0, len(codings), BATCH):
        batch = codings[start : start + BATCH]
        texts = dict(_find_all(connection, "id, text", "texts", "id", [name for _, name, _ in batch]))
        rows: dict[tuple[str, int], list[Any]] = {}
        for kind in KINDS:
            for coding, row in _find_all(connection, 'coding, "row"', kind, "coding", [c for c, _, _ in batch]):
                rows.setdefault((kind, coding), []).append(json.loads(row))
        for coding, name, about in batch:
            head = json.loads(about)
            report = {"id": head.pop("id", name), "text": texts[name], **head}
            yield {"report": report, **{kind: rows.get((kind, coding), []) for kind in KINDS}}


def _find_all(
    connection: duckdb.DuckDBPyConnection, columns: str, table: str, key: str, keys: list[Any]
) -> list[tuple[Any, ...]]:
    order = "place" if key == "coding" else key
    return connection.execute(
        f"select {columns} from {table} where {key} in (select unnest(?)) order by {order}", [keys]
    ).fetchall()


def export_records(connection: duckdb.DuckDBPyConnection) -> str:
    out = []
    versions = {t["id"]: (t["model"], t["codebook"]) for t in list_texts(connection)}
    appeared: dict[str, list[dict[str, Any]]] = {}
    for each in list_appearances(connection, None):
        del each["first_read"]
        appeared.setdefault(each.pop("text_id"), []).append(each)
    for record in list_records(connection, None):
        name = record["report"]["id"]
        model, codebook = versions[name]
        out.append(dump({"appearances": appeared.get(name, []), "codebook": codebook, "model": model, **record}) + "\n")
    return "".join(out)


def _held(table: str) -> str:
    """SQL: the rows of `table` held now, or at the time `$known`."""
    return (
        f"case when $known is null then {table}.closed is null"
        f" else {table}.added <= $known and ({table}.closed is null or {table}.closed > $known) end"
    )


def _dicts(connection: duckdb.DuckDBPyConnection, sql: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
    answer = connection.execute(sql, values)
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in answer.fetchall()]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds") + "Z"
    return value.isoformat() if isinstance(value, date) else value
