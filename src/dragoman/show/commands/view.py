"""`dragoman view`: one report -> one page that shows every mark beside the record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError
from dragoman.show.commands.coding import Coding, list_versions
from dragoman.show.commands.options import Day, Fields, Output, read_reports
from dragoman.show.terminal import say, write


def view(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Text, HTML or JSON Lines; - for stdin. With --gold: annotated."),
    ],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="The page to write; - for stdout.", show_default=False)
    ] = None,
    nth: Annotated[int, typer.Option("--nth", min=1, metavar="N", help="Which report, where FILE holds several.")] = 1,
    gold: Annotated[
        bool, typer.Option("--gold", help="FILE is an annotated report: show annotation and coder side by side.")
    ] = False,
    date: Day = None,
    fields: Fields = None,
    format: Output = "text",
) -> None:
    """Write a report and its record as a page.

    Every mark is highlighted and leads to its row, and back. One file, no server, no network.

    With --format json: what the page shows, as one object.

    \b
    Example:
        dragoman view report.txt --html report.html
    """
    if html is None and format == "text" and sys.stdout.isatty():
        raise typer.BadParameter("say where the page goes: --html report.html", param_hint="--html")
    if html is not None and str(html) != "-" and file != "-" and html.exists() and _is_same(html, file):
        raise typer.BadParameter(f"{html} is the report itself.", param_hint="--html")

    if gold:
        _compare(Path(file), html, format)
        return
    from itertools import islice

    from dragoman.contract import record_of
    from dragoman.show.page import page_json, page_of, typeset

    chosen = islice(read_reports([file], date, fields), nth - 1, nth)
    coding = Coding(chosen, workers=1)
    for coded in coding:
        page = page_of(record_of(coded), made_by=list_versions(coded), notes=coded.notes)
        _put(typeset(page), html, format)
        if format == "json":
            write(page_json(page))
    coding.finish()


def _is_same(page: Path, file: str) -> bool:
    return Path(file).exists() and page.samefile(file)


def _compare(file: Path, html: Path | None, format: str) -> None:
    """Annotation and coder side by side; the coder gets the annotated report's text and date."""
    import json

    from dragoman.contract import record_of
    from dragoman.evaluate.record import read_gold_report, report_of
    from dragoman.show.comparison import compare, comparison_json, typeset_comparison

    annotation = read_gold_report(file)
    coding = Coding([report_of(annotation, file)], workers=1)
    for coded in coding:
        record = record_of(coded)
        annotation = {**annotation, "text": record["report"]["text"]}
        comparison = compare(annotation, record, made_by=list_versions(coded))
        _put(typeset_comparison(comparison), html, format)
        if format == "json":
            write(json.dumps(comparison_json(comparison), ensure_ascii=False))
    coding.finish()


def _put(page: str, html: Path | None, format: str) -> None:
    """Writes the page to its file, or prints it where there is none and nothing else is printed."""
    if html is not None and str(html) != "-":
        try:
            html.write_text(page, encoding="utf-8", newline="\n")
        except OSError as error:
            raise DragomanError(html, f"the page cannot be written ({error.strerror or error}).") from error
        say(f"Wrote {html}. Open it in a browser; it needs no network.")
    elif format == "text":
        write(page)
