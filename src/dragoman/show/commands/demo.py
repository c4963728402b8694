"""`dragoman demo`: the bundled reports -> their record, on screen."""

from __future__ import annotations

from dragoman.show.commands.coding import Coding
from dragoman.show.commands.options import Output
from dragoman.show.terminal import say, wants_colour, width_of, write


def demo(format: Output = "text") -> None:
    """Show what comes of bundled reports.

    Talks, statements, events and more, each with the words it rests on. The reports are our own, written for
    this purpose.

    \b
    Example:
        dragoman demo
        dragoman demo --format json
    """
    from dragoman.contract import record_of, to_json_line
    from dragoman.demo import reports

    from dragoman.show.readable import render_record

    coding = Coding(reports(), workers=1)
    for coded in coding:
        if format == "json":
            write(to_json_line(coded))
            continue
        if coding.done > 1:
            write("")
        write(render_record(record_of(coded), width=width_of(), colour=wants_colour()))
    if format == "text":
        say("\nNow one of yours: dragoman code report.txt, or as a page: dragoman view report.txt --html report.html")
    coding.finish()
