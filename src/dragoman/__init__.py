"""Dragoman reads news reports and readouts about diplomacy and conflict, and keeps the record of the talks.

    >>> from datetime import date
    >>> import dragoman
    >>> record = dragoman.code_text("The two ministers met in Geneva on Monday.", published=date(2023, 5, 4))

It records what was reported and by whom, never what is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from dragoman.records import CodedReport, Offsets, Report
    from dragoman.store import Record

__all__ = ["classify_relation", "code_report", "code_text", "open_record", "record_of"]


def code_text(
    text: str,
    published: date | None = None,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> dict[str, Any]:
    """The record of a report given as text, in the shape that `dragoman code --format json` prints.

    Args:
        text: the report; words `date YYYY-MM-DD` at its head are its date and no part of it.
        published: the day of publication, where the text does not open with it. Without it, "on Monday" stays undated.

    Raises:
        EmptyReport: there is nothing in it.
        ModelMissing: the package was installed without its model.
    """
    from dragoman.errors import EmptyReport
    from dragoman.read import split_header
    from dragoman.records import Report

    day, body = split_header(text)
    if not body.strip():
        raise EmptyReport("text", "there is nothing in it.")
    return record_of(code_report(Report(body, day or published, title, outlet, url)))


def code_report(report: Report) -> CodedReport:
    """Everything that one report says happened; see `dragoman.pipeline`."""
    from dragoman.pipeline import code_report as code

    return code(report)


def classify_relation(sentence: str, actor: Offsets, recipient: Offsets) -> dict[str, float]:
    """What one party does to another in a sentence: a probability for each of PLOVER's sixteen categories.

    Args:
        actor, recipient: where they stand in the sentence, as half-open character offsets.

    Returns:
        Category to probability, in PLOVER's order; empty where a span holds no word.

    Raises:
        ModelMissing: the package was installed without its model.
        ValueError: a span is no pair of offsets.

    >>> found = classify_relation("Norway urged Sweden to open the border.", (0, 6), (13, 19))
    >>> max(found, key=found.get)
    'REQUEST'
    """
    from dragoman.pipeline import classify_relation as classify

    return classify(sentence, actor, recipient)


def record_of(coded: CodedReport) -> dict[str, Any]:
    """A coded report as plain values, the contract of the JSON output."""
    from dragoman.contract import record_of as record

    return record(coded)


def open_record(path: Any, *, read_only: bool = False) -> Record:
    """A record file, made if need be; see `dragoman.store`."""
    from dragoman.store import open_record as open_

    return open_(path, read_only=read_only)
