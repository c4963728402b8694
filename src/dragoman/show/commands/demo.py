"""`dragoman demo`: the bundled reports -> their record, on screen."""

from __future__ import annotations

from dragoman.show.commands.coding import Coding
from dragoman.show.commands.options import Output
from dragoman.show.terminal import say


def demo(format: Output = "text") -> None:
    """Show what comes of bundled reports.

    Talks, statements, events and more, each with the words it rests on. The reports are our own, written for
    this purpose.

    \b
    Example:
        dragoman demo
        dragoman demo --format json
    """
    from dragoman.demo import reports

    coding = Coding(reports(), workers=1)
    for coded in coding:
        coding.put(coded, format)
    if format == "text":
        say("\nNow one of yours: dragoman code report.txt, or as a page: dragoman view report.txt --html report.html")
    coding.finish()
