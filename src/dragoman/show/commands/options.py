"""Options that several commands share, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.show.terminal import say

if TYPE_CHECKING:
    from dragoman.errors import CannotRead
    from dragoman.records import Report

Format = Literal["text", "json"]


def parse_day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f"{words!r} is no day; write YYYY-MM-DD.") from None


def _parse_mapping(words: str) -> dict[str, str]:
    from dragoman.errors import DragomanError
    from dragoman.read import parse_fields

    try:
        return parse_fields(words)
    except DragomanError as error:
        raise typer.BadParameter(error.what) from None


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FILES", help="Text, HTML or JSON Lines files, folders, patterns; - for stdin.", show_default=False
    ),
]
Day = Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=parse_day,
        metavar="YYYY-MM-DD",
        help="The day of publication, where a report does not say it.",
        show_default=False,
    ),
]
Output = Annotated[Format, typer.Option("--format", help="What is printed: for people, or JSON.")]
Fields = Annotated[
    dict[str, str] | None,
    typer.Option(
        "--fields",
        parser=_parse_mapping,
        metavar="OURS=THEIRS,...",
        help="Other names of the fields of JSON Lines, as text=body,published=date.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, metavar="N", help="Processes to use; by default as many as pay.", show_default=False
    ),
]
RecordFile = Annotated[
    Path,
    typer.Option(
        "--record",
        envvar="DRAGOMAN_RECORD",
        metavar="FILE",
        help="The record: a DuckDB file.",
    ),
]
DEFAULT_RECORD = Path("record.duckdb")


def read_reports(paths: list[str], day: date | None, fields: dict[str, str] | None) -> Iterator[Report | CannotRead]:
    """The reports of the command line, each that cannot be read as an error in its place."""
    import sys

    from dragoman.read.sources import read_sources

    if "-" in paths and sys.stdin.isatty():
        say("Reading from the keyboard; a line with Ctrl-D alone ends it.")
    return read_sources(paths, published=day, fields=fields)
