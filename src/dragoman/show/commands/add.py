"""`dragoman add`: reports -> the record that keeps them."""

from __future__ import annotations

import sys

from typer.exceptions import Exit

from dragoman.show.commands.options import (
    DEFAULT_RECORD,
    Day,
    Fields,
    Output,
    RecordFile,
    Sources,
    Workers,
    read_reports,
)
from dragoman.show.exits import exit_code
from dragoman.show.terminal import say, visible, write


def add(
    files: Sources,
    record: RecordFile = DEFAULT_RECORD,
    date: Day = None,
    fields: Fields = None,
    workers: Workers = None,
    format: Output = "text",
) -> None:
    """Code reports and keep them in a record.

    The record is a DuckDB file, made if need be. Adding a report twice changes nothing. Stopping half way loses
    nothing: what is kept is kept whole, and the same command adds the rest.

    \b
    Example:
        dragoman add reports/ --record talks.duckdb
        dragoman add may.jsonl --fields text=body,published=date
    """
    import json
    from collections import Counter

    from dragoman.run import Failure, add_reports
    from dragoman.show.wording import count
    from dragoman.store import open_record

    tally: Counter[str] = Counter()
    with open_record(record) as held:
        for result in add_reports(held, read_reports(files, date, fields), workers=workers):
            if isinstance(result, Failure):
                tally["failed"] += 1
                say(f"Error: {visible(str(result))}")
            else:
                tally[result.kept] += 1
            _tick(sum(tally.values()))
        counts = held.counts()
    _tick(0)
    done = sum(tally.values()) - tally["failed"]
    if format == "json":
        kinds = ("added", "replaced", "seen", "unchanged", "failed")
        write(json.dumps({"record": str(record), **{kind: tally[kind] for kind in kinds}, "counts": counts}))
    else:
        words = (
            (tally["added"], "added"),
            (tally["replaced"], "coded anew by this version"),
            (tally["seen"], "held already, noted where else they appeared"),
            (tally["unchanged"], "held already"),
            (tally["failed"], "failed"),
        )
        write(
            f"{count(done + tally['failed'], 'report')}: " + (", ".join(f"{n:,} {w}" for n, w in words if n) or "none")
        )
        say(f"Next: dragoman show --record {visible(str(record))}")
    if not done and not tally["failed"]:
        say("Error: there was no report to read.")
    raise Exit(exit_code(done, tally["failed"]))


def _tick(number: int) -> None:
    """Shows a person how far it is; 0 clears the line."""
    if sys.stderr.isatty() and (not number or number % 10 == 0):
        sys.stderr.write(f"\r{number:,} reports" if number else "\r\x1b[K")
        sys.stderr.flush()
