"""Codes the reports of a command line, names each failure as it comes, and keeps the tally."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from typer.exceptions import Exit

from dragoman.show.exits import exit_code
from dragoman.show.terminal import say, visible, wants_colour, width_of, write

if TYPE_CHECKING:
    from dragoman.errors import DragomanError
    from dragoman.records import CodedReport, Report


class Coding:
    """An iterator over coded reports, in the order of the input; `done` and `failed` count as it goes."""

    def __init__(self, reports: Iterable[Report | DragomanError], workers: int | None) -> None:
        self.done = 0
        self.failed = 0
        self._reports = reports
        self._workers = workers

    def __iter__(self) -> Iterator[CodedReport]:
        from dragoman.records import CodedReport
        from dragoman.run import code_many

        for each in code_many(self._reports, workers=self._workers):
            if isinstance(each, CodedReport):
                self.done += 1
                yield each
            else:
                self.failed += 1
                say(f"Error: {visible(str(each))}")

    def put(self, coded: CodedReport, format: str) -> None:
        """Prints the record of a report: a line of JSON, or lines for people with a blank one between reports."""
        if format == "json":
            from dragoman.contract import to_json_line

            write(to_json_line(coded).rstrip("\n"))
            return
        from dragoman.contract import record_of
        from dragoman.show.readable import render_record

        if self.done > 1:
            write("\n")
        record = record_of(coded)
        made_by = list_versions(coded)
        write(render_record(record, width=width_of(), colour=wants_colour(), made_by=made_by, notes=coded.notes))

    def finish(self) -> None:
        """Ends the command with the number that the tally calls for."""
        if not self.done and not self.failed:
            say("Error: there was no report to read.")
        raise Exit(exit_code(self.done, self.failed))


def list_versions(coded: CodedReport) -> tuple[str, ...]:
    """What made a record, for its foot."""
    return tuple(
        f"{what} {version}" for what, version in (("model", coded.model), ("codebook", coded.codebook)) if version
    )
