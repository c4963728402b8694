"""Report -> CodedReport: the pure stages, composed. Depends on the report, its metadata and the codebook alone."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman import codebook
from dragoman.codebook.places.locate import locate_names, name_country
from dragoman.extract.agreements import extract_agreements
from dragoman.extract.events import extract_events
from dragoman.extract.meetings import extract_meetings
from dragoman.extract.positions import extract_positions
from dragoman.extract.statements import extract_statements
from dragoman.records import CodedReport, Offsets, Reading, Report, Rows
from dragoman.resolve.reasons import PlaceReasons, TimeReasons, explain_when, explain_where
from dragoman.resolve.tense import read_times
from dragoman.resolve.when import resolve_when
from dragoman.resolve.where import resolve_where
from dragoman.resolve.who import Explanation, explain_who, resolve_who
from dragoman.settle import settle
from dragoman.understand import classify_relation, model_version, read_words, tag_sides, understand

__all__ = [
    "Explanation",
    "PlaceReasons",
    "TimeReasons",
    "classify_relation",
    "code_report",
    "explain",
    "explain_when",
    "explain_where",
    "extract",
    "locate_names",
    "name_country",
    "read_times",
    "read_words",
    "resolve",
    "tag_sides",
    "understand",
    "versions",
]


def code_report(report: Report) -> CodedReport:
    """Everything that one report says happened, with the words it rests on. Pure.

    Raises:
        ModelMissing, BrokenCodebook: nothing can be coded.
    """
    reading = understand(report)
    rows = settle(reading, resolve(reading, extract(reading)))
    model, book = versions()
    sentences = tuple((s.start, s.end) for s in reading.sentences)
    return CodedReport(report, sentences, rows, says_developing(report), model, book)


def extract(reading: Reading) -> Rows:
    """Rows of phrases: nobody is known yet, no day, no place."""
    return Rows(
        statements=extract_statements(reading),
        events=extract_events(reading),
        meetings=extract_meetings(reading),
        agreements=extract_agreements(reading),
        positions=extract_positions(reading),
    )


def resolve(reading: Reading, rows: Rows) -> Rows:
    """Who, when, where, in that order: a place needs the day's clause, nobody needs the place."""
    return resolve_where(reading, resolve_when(reading, resolve_who(reading, rows)))


def explain(reading: Reading, spans: Iterable[Offsets]) -> list[Explanation]:
    """Why each mention means whom it means, by the resolver's own reasons."""
    return explain_who(reading, extract(reading), spans)


def versions() -> tuple[str, str]:
    """Name and version of the model and of the codebook; a record says which made it."""
    return model_version(), codebook.version()


_DEVELOPING = (
    "developing story",
    "breaking news story",
    "more to follow",
    "more details to follow",
    "more details are awaited",
    "this story is being updated",
    "story will be updated",
    "report will be updated",
)


def says_developing(report: Report) -> bool:
    """Whether the report says that its story goes on."""
    words = report.text.casefold()
    return any(sign in words for sign in _DEVELOPING)
