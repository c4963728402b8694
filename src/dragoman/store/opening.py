"""A path -> a connection to a record, or the reason why not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import CannotOpenRecord
from dragoman.store.schema import find_version, list_migrations, migrate

if TYPE_CHECKING:
    import duckdb

# nothing is ever fetched, and a record is small beside the model: DuckDB shall not take the machine
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "400MB",
    "threads": 2,
}


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Open the record at `path`, making a new one where there is none and older ones new.

    Raises:
        CannotOpenRecord: says why.
    """
    log = path.with_name(path.name + ".wal")
    if path.is_dir():
        raise CannotOpenRecord(path, "it is a folder. Name a file in it.")
    if not path.exists():
        if read_only:
            raise CannotOpenRecord(path, "there is no such record. `dragoman add` makes one.")
        if not path.parent.is_dir():
            raise CannotOpenRecord(path, "its folder does not exist. Make it first.")
        if log.exists():
            raise CannotOpenRecord(path, f"it is gone, but its log {log.name} is there. Put both back, or neither.")
        _create(path)
    _check_file(path)
    connection = _connect(path, read_only=read_only)
    try:
        _check_schema(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    """Make an empty record beside `path` and give it its name whole, so that no half-made file ever bears it."""
    making = path.with_name(f".{path.name}.{os.getpid()}.making")
    try:
        making.unlink(missing_ok=True)
        connection = _connect(making, read_only=False)
        try:
            migrate(connection, 0)
            connection.execute("checkpoint")
        finally:
            connection.close()
        try:
            os.link(making, path)  # refuses where another process was first; then that one's file is used
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            if not path.exists():
                os.replace(making, path)
        making.unlink(missing_ok=True)
    except OSError as error:
        raise CannotOpenRecord(path, f"it cannot be made ({error.strerror or error}).") from error


def _check_file(path: Path) -> None:
    # DuckDB opens a .csv or .json as a throw-away database, so look before it does
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise CannotOpenRecord(path, f"it cannot be read ({error.strerror or error}).") from error
    if head[8:12] != b"DUCK":
        raise CannotOpenRecord(path, "it is not a DuckDB file, so no record. Name another file.")


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    import duckdb

    try:
        return duckdb.connect(str(path), read_only=read_only, config=SETTINGS)
    except duckdb.Error as error:
        message = str(error)
        if "lock" in message.lower():
            reason = "another process has it open, and a record has one writer. Wait for that one to end."
        elif "different configuration" in message:
            reason = "this process has it open already. Close it first."
        else:
            reason = f"DuckDB cannot open it ({message.splitlines()[0][:200]})."
        raise CannotOpenRecord(path, reason) from error


def _check_schema(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    import duckdb

    try:
        version = find_version(connection)
    except duckdb.Error as error:
        raise CannotOpenRecord(path, f"it is damaged ({str(error).splitlines()[0][:200]}).") from error
    newest = max(number for number, _, _ in list_migrations())
    if version is None:
        raise CannotOpenRecord(path, "it is a DuckDB file, but no record of Dragoman. Name another file.")
    if version > newest:
        raise CannotOpenRecord(
            path, f"a newer Dragoman made it (schema {version}; this one knows {newest}). Install that one."
        )
    if version < newest:
        if read_only:
            raise CannotOpenRecord(
                path, f"it has the older schema {version}. Add a report to it to bring it up to date."
            )
        try:
            migrate(connection, version)
        except duckdb.Error as error:
            raise CannotOpenRecord(path, f"it cannot be brought up to date ({str(error).splitlines()[0]}).") from error
