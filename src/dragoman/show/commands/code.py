"""`dragoman code`: reports -> their records, on stdout."""

from __future__ import annotations

from dragoman.show.commands.coding import Coding
from dragoman.show.commands.options import Day, Fields, Output, Sources, Workers, read_reports


def code(
    files: Sources,
    date: Day = None,
    format: Output = "text",
    fields: Fields = None,
    workers: Workers = None,
) -> None:
    """Code reports and print the record of each; nothing is kept.

    With --format json: one object a line, one line a report, in the order of the input.

    \b
    Example:
        dragoman code report.txt
        cat report.txt | dragoman code - --date 2023-05-04 --format json
        dragoman code may.jsonl --fields text=body,published=date --format json
    """
    coding = Coding(read_reports(files, date, fields), workers)
    for coded in coding:
        coding.put(coded, format)
    coding.finish()
