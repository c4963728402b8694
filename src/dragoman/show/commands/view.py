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
    file: Annotated[str, typer.Argument(metavar="FILE", help="Text, HTML or JSON Lines; - for stdin.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="The page to write; - for stdout.", show_default=False)
    ] = None,
    nth: Annotated[int, typer.Option("--nth", min=1, metavar="N", help="Which report, where FILE holds several.")] = 1,
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
    from itertools import islice

    from dragoman.contract import record_of
    from dragoman.show.page import page_json, page_of, typeset

    if html is None and format == "text" and sys.stdout.isatty():
        raise typer.BadParameter("say where the page goes: --html report.html", param_hint="--html")
    if html is not None and str(html) != "-" and file != "-" and html.exists() and html.samefile(file):
        raise typer.BadParameter(f"{html} is the report itself.", param_hint="--html")

    chosen = islice(read_reports([file], date, fields), nth - 1, nth)
    coding = Coding(chosen, workers=1)
    for coded in coding:
        page = page_of(record_of(coded), made_by=list_versions(coded), notes=coded.notes)
        if html is not None and str(html) != "-":
            try:
                html.write_text(typeset(page), encoding="utf-8", newline="\n")
            except OSError as error:
                raise DragomanError(html, f"the page cannot be written ({error.strerror or error}).") from error
            say(f"Wrote {html}. Open it in a browser; it needs no network.")
        elif format == "text":
            write(typeset(page))
        if format == "json":
            write(page_json(page))
    coding.finish()
