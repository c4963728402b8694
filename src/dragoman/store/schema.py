"""The shape of a record file: numbered migrations, applied in order, each in one transaction."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "dragoman_schema"


def list_migrations() -> list[tuple[int, str, str]]:
    """Number, name and SQL of every migration, in order; numbers run from 1 without gaps."""
    found = []
    for file in sorted(MIGRATIONS.glob("*.sql")):
        name = re.fullmatch(r"(\d{4})_(\w+)", file.stem)
        if name:
            found.append((int(name[1]), name[2], file.read_text(encoding="utf-8")))
    return found


def find_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The number of the last migration that a file has had; None where it is no record at all."""
    known = connection.execute(
        "select count(*) from information_schema.tables where table_schema = 'main' and table_name = ?", [VERSION_TABLE]
    ).fetchone()
    if not known or not known[0]:
        return None
    last = connection.execute(f"select max(version) from {VERSION_TABLE}").fetchone()
    return last[0] if last else None


def migrate(connection: duckdb.DuckDBPyConnection, since: int) -> None:
    """Apply every migration after number `since` (0: a new file)."""
    if since == 0:
        connection.execute(
            f"create table if not exists {VERSION_TABLE} (version integer not null, name varchar not null)"
        )
    for number, name, sql in list_migrations():
        if number > since:
            connection.execute("begin")
            try:
                connection.execute(sql)
                connection.execute(f"insert into {VERSION_TABLE} values (?, ?)", [number, name])
                connection.execute("commit")
            except BaseException:
                connection.execute("rollback")
                raise
