from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import CannotOpenRecord
from dragoman.store import open_record, schema

from .coded import make_coded, make_record, make_report


def refuse(path: Path, words: str, *, read_only: bool = False) -> None:
    with pytest.raises(CannotOpenRecord, match=words) as caught:
        open_record(path, read_only=read_only)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_what_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text('{"a": 1}\n')
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    (tmp_path / "empty.duckdb").write_bytes(b"")
    for name in ("lines.jsonl", "table.csv", "empty.duckdb"):
        before = (tmp_path / name).read_bytes()
        refuse(tmp_path / name, "not a DuckDB file")
        assert (tmp_path / name).read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty.duckdb", "lines.jsonl", "table.csv"]


def test_a_database_of_somebody_else(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "other.duckdb")) as other:
        other.execute("create table sales as select 1 as amount")
    refuse(tmp_path / "other.duckdb", "no record of Dragoman")


def test_folders_and_missing_places(tmp_path: Path) -> None:
    refuse(tmp_path, "it is a folder")
    refuse(tmp_path / "none" / "talks.duckdb", "its folder does not exist")
    refuse(tmp_path / "talks.duckdb", "no such record", read_only=True)
    assert not list(tmp_path.iterdir())


def test_a_log_without_its_record(tmp_path: Path) -> None:
    (tmp_path / "talks.duckdb.wal").write_bytes(b"x")
    refuse(tmp_path / "talks.duckdb", "log talks.duckdb.wal")


def test_a_damaged_record(tmp_path: Path) -> None:
    path = tmp_path / "talks.duckdb"
    open_record(path).close()
    path.write_bytes(path.read_bytes()[:100])
    refuse(path, "DuckDB cannot open it|damaged")


def test_one_made_by_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "talks.duckdb"
    open_record(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into dragoman_schema values (99, 'from_the_future')")
    refuse(path, "a newer Dragoman made it")


def test_one_that_another_process_writes_to(tmp_path: Path) -> None:
    path = tmp_path / "talks.duckdb"
    open_record(path).close()
    code = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdin
        other.stdout.readline()
        refuse(path, "another process has it open")
        refuse(path, "another process has it open", read_only=True)
        other.stdin.close()
    open_record(path).close()


def test_read_only_reads_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talks.duckdb"
    report = make_report()
    with open_record(path) as record:
        record.keep(make_coded(report), make_record(report))
    before = path.read_bytes()
    with open_record(path, read_only=True) as first, open_record(path, read_only=True) as second:
        assert first.counts() == second.counts()
        assert first.counts()["events"] == 1
        with pytest.raises(duckdb.Error):
            first.see(make_report(2))
    assert path.read_bytes() == before


def test_an_older_record_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talks.duckdb"
    report = make_report()
    with open_record(path) as record:
        record.keep(make_coded(report), make_record(report))
    folder = tmp_path / "migrations"
    folder.mkdir()
    for file in schema.MIGRATIONS.glob("*.sql"):
        (folder / file.name).write_text(file.read_text())
    (folder / "0002_notes.sql").write_text("alter table texts add column note varchar; create table more (a integer);")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    refuse(path, "older schema 1", read_only=True)
    with open_record(path) as record:
        assert record._connection.execute("select note from texts").fetchall() == [(None,)]
        assert record.counts()["events"] == 1
    # a migration that fails leaves the record as it was
    (folder / "0003_broken.sql").write_text(
        "create table again (a integer); alter table none_such add column b integer;"
    )
    refuse(path, "cannot be brought up to date")
    (folder / "0003_broken.sql").unlink()
    with open_record(path) as record:
        assert not record._connection.execute("from duckdb_tables() where table_name = 'again'").fetchall()


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    assert [number for number, _, _ in schema.list_migrations()] == list(range(1, len(schema.list_migrations()) + 1))


def test_nothing_is_fetched(tmp_path: Path) -> None:
    with open_record(tmp_path / "talks.duckdb") as record:
        settings = record._connection.execute(
            "select name, value from duckdb_settings() where name like 'auto%known_extensions'"
        ).fetchall()
        assert sorted(settings) == [("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false")]
        with pytest.raises(duckdb.Error):
            record._connection.execute("select count(*) from read_xlsx('a.xlsx')")
