"""What a report becomes, and who had what part in a meeting: asked by the tables of plain sentences."""

from __future__ import annotations

from datetime import date

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

WEDNESDAY = date(2010, 5, 5)


def code(text: str, published: date = WEDNESDAY):
    return record_of(code_report(Report(text, published)))


def parts(meeting):
    """Who had what part: the code of each side, or its words where it has none, with its roles."""
    return {p["entity"]["code"] or p["entity"]["text"]: "+".join(p["role"]) for p in meeting["participants"]}
