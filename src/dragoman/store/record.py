"""The record: what reports said, kept in one DuckDB file by one writer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from dragoman.records import KINDS, CodedReport, Report
from dragoman.store import queries
from dragoman.store.opening import connect
from dragoman.store.rows import dump, list_inserts

if TYPE_CHECKING:
    import duckdb

Kept = Literal["added", "replaced", "seen", "unchanged"]
APPEARANCE = ("outlet", "url", "published", "title", "author")


def open_record(path: str | os.PathLike[str], *, read_only: bool = False) -> Record:
    """Open the record file at `path`; a new one is made where there is none, unless `read_only`.

    Raises:
        CannotOpenRecord: the file is a folder, no DuckDB file, no record, made by a newer version, damaged, or
            open in another process (a record has one writer; many may read while none writes).
    """
    return Record(connect(Path(path), read_only=read_only), Path(path))


class Record:
    """An open record. Use it in a `with` block, or `close` it.

    Everything that is written is written in one transaction a report, so that a killed process leaves whole
    reports. Nothing is overwritten: rows are added, and closed when another version of the coder takes their
    place, so `known` (a UTC time) asks what the record held then.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # ------------------------------------------------------------ keeping

    def wants(self, report: Report, *, model: str, codebook: str) -> bool:
        """Whether `report` must be coded: nothing is held of its text, or by another version of the coder.

        One text is coded once, as its first appearance had it (the earliest day, then outlet and address by
        alphabet), so that any order of adding gives the same record. A copy that turns out to be earlier than
        the one that was coded is wanted too.
        """
        held = self._connection.execute(
            f"select model, codebook, {', '.join(APPEARANCE)} from codings where text_id = ? and closed is null",
            [report.id],
        ).fetchone()
        if held is None or held[:2] != (model, codebook):
            return True
        return _rank(_appearance(report)) < _rank(held[2:])

    def keep(self, coded: CodedReport, record: Mapping[str, Any], *, now: datetime | None = None) -> Kept:
        """Keep a coded report; `record` is what the contract makes of it. One transaction.

        Returns:
            "added": its text is new. "replaced": rows of an older version were closed for it. "seen": the text
            was held, and this is a new appearance of it. "unchanged": everything was held already.
        """
        report, at = coded.report, _utc(now)
        with self._transaction():
            self._close_failures(report, at)
            fresh = self._add_appearance(report, at)
            if not self.wants(report, model=coded.model, codebook=coded.codebook):
                return "seen" if fresh else "unchanged"
            replaced = self._close_coding(report.id, at)
            self._add_coding(coded, record, at)
            return "replaced" if replaced else "added"

    def see(self, report: Report, *, now: datetime | None = None) -> Kept:
        """Note where a text that is held already appeared; for reports that the record does not want coded."""
        at = _utc(now)
        with self._transaction():
            self._close_failures(report, at)
            return "seen" if self._add_appearance(report, at) else "unchanged"

    def fail(self, source: str, stage: str, reason: str, *, now: datetime | None = None) -> None:
        """Note that `source` could not be kept: at which stage (read, code, store) and why. Once, however often."""
        with self._transaction():
            self._connection.execute(
                "insert into failures select ?, ?, ?, ?, null where not exists"
                " (from failures where source = ? and stage = ? and reason = ? and closed is null)",
                [source, stage, reason, _utc(now), source, stage, reason],
            )

    def _add_appearance(self, report: Report, at: datetime) -> bool:
        """Note text and appearance; whether the appearance is new."""
        ask, name = self._connection.execute, report.id
        if not ask("select 1 from texts where id = ?", [name]).fetchone():
            ask("insert into texts values (?, ?, ?)", [name, report.text, report.language])
        values = _appearance(report)
        same = " and ".join(f"{column} is not distinct from ?" for column in APPEARANCE)
        if ask(f"select 1 from appearances where text_id = ? and {same}", [name, *values]).fetchone():
            return False
        ask(
            f"insert into appearances (text_id, {', '.join(APPEARANCE)}, first_read) values (?, ?, ?, ?, ?, ?, ?)",
            [name, *values, at],
        )
        return True

    def _close_coding(self, text_id: str, at: datetime) -> bool:
        held = self._connection.execute(
            "select coding from codings where text_id = ? and closed is null", [text_id]
        ).fetchall()
        for (coding,) in held:
            for table in ("codings", *KINDS):
                self._connection.execute(f"update {table} set closed = ? where coding = ?", [at, coding])
        return bool(held)

    def _add_coding(self, coded: CodedReport, record: Mapping[str, Any], at: datetime) -> None:
        report = coded.report
        number = self._connection.execute("select nextval('coding_numbers')").fetchone()
        coding = number[0] if number else 0
        about = {k: v for k, v in record.get("report", {}).items() if k != "text"}
        self._connection.execute(
            f"insert into codings (coding, text_id, {', '.join(APPEARANCE)}, model, codebook, report, added)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [coding, report.id, *_appearance(report), coded.model, coded.codebook, dump(about), at],
        )
        common = {
            "coding": coding,
            "text_id": report.id,
            "model": coded.model,
            "codebook": coded.codebook,
            "added": at,
        }
        for statement, values in list_inserts(record, common):
            self._connection.execute(statement, values)

    def _close_failures(self, report: Report, at: datetime) -> None:
        if report.origin:
            self._connection.execute(
                "update failures set closed = ? where source = ? and closed is null", [at, report.origin]
            )

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)

    # ------------------------------------------------------------ asking

    def counts(self) -> dict[str, int]:
        """How many texts, appearances, rows of each kind and failures the record holds now."""
        return queries.count_all(self._connection)

    def texts(self) -> list[dict[str, Any]]:
        """Every text: id, text, language, and the versions of model and codebook that coded it."""
        return queries.list_texts(self._connection)

    def appearances(self, text_id: str | None = None) -> list[dict[str, Any]]:
        """Where texts appeared: text_id, outlet, url, published, title, author, first_read."""
        return queries.list_appearances(self._connection, text_id)

    def failures(self) -> list[dict[str, Any]]:
        """What could not be kept, and still is not: source, stage, reason, added."""
        return queries.list_failures(self._connection)

    def statements(self, **wanted: Any) -> list[dict[str, Any]]:
        """Who said what. See `rows` for what may be asked."""
        return self.rows("statements", **wanted)

    def events(self, **wanted: Any) -> list[dict[str, Any]]:
        """Who did what to whom. See `rows`."""
        return self.rows("events", **wanted)

    def meetings(self, **wanted: Any) -> list[dict[str, Any]]:
        """Who met whom, rounds and their sessions alike. See `rows`."""
        return self.rows("meetings", **wanted)

    def agreements(self, **wanted: Any) -> list[dict[str, Any]]:
        """The texts that are negotiated. See `rows`."""
        return self.rows("agreements", **wanted)

    def positions(self, **wanted: Any) -> list[dict[str, Any]]:
        """Where each side stands on what. See `rows`."""
        return self.rows("positions", **wanted)

    def talks(self, **wanted: Any) -> list[dict[str, Any]]:
        """The rounds of talks: meetings that are part of no other, each with its `sessions`. See `rows`."""
        return queries.nest_sessions(self.rows("meetings", **wanted))

    def rows(
        self,
        kind: str,
        *,
        code: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text_id: str | None = None,
        known: datetime | None = None,
        limit: int | None = None,
    ) -> list[dict[str, Any]]:
        """The rows of one kind in order of date, as the contract has them.

        Each has beside its own fields: `report` (its text's id), `place_in_report` (what indices between rows of
        a report mean), `published` and `outlet` of the appearance that was coded, `said_by` (the speaker of the
        statement it rests on, by name), and `model` and `codebook`, which made it.

        Args:
            code: only rows that this party (ISO 3166 code, body code or name) takes part in.
            since, until: only rows dated so, or published so where they have no date; YYYY-MM-DD, both included.
            text_id: only rows of this text.
            known: what the record held at this time, rather than now.
            limit: so many at most.
        """
        at = _utc(known) if known else None
        return queries.list_rows(
            self._connection, kind, code=code, since=since, until=until, text_id=text_id, known=at, limit=limit
        )

    def entities(self) -> list[tuple[str | None, str, dict[str, Any]]]:
        """Whom the rows held now tell of: the day of publication, the text's id, the entity; each once."""
        return queries.list_entities(self._connection)

    def records(self, *, known: datetime | None = None) -> Iterator[dict[str, Any]]:
        """The record of each report, as `dragoman code --format json` prints it, by text id."""
        return queries.list_records(self._connection, _utc(known) if known else None)

    def export(self) -> str:
        """Everything held now, one JSON object a report, in one order: the same bytes whatever order it came in.

        When a report was read is left out, since that is no property of what was reported.
        """
        return queries.export_records(self._connection)


class _Transaction:
    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.execute("commit" if kind is None else "rollback")


def _appearance(report: Report) -> tuple[Any, ...]:
    return tuple(getattr(report, name) for name in APPEARANCE)


def _rank(appearance: tuple[Any, ...]) -> tuple[str, ...]:
    """Sorts appearances: the earliest day first, undated ones last, then by the rest."""
    outlet, url, published, title, author = appearance
    return (published.isoformat() if published else "9999", outlet or "", url or "", title or "", author or "")


def _utc(now: datetime | None) -> datetime:
    """A time as the file holds it: UTC, without a zone. A time without a zone is taken as UTC."""
    moment = now or datetime.now(UTC)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
