"""Why a place name means a place, and what day the words of a time mean: for those who ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dragoman.codebook.places.reasons import Weighed, weigh_candidates
from dragoman.records import Offsets, Reading, When
from dragoman.resolve.calendar import Interval
from dragoman.resolve.governing import Timeline
from dragoman.resolve.times import TimeExpression, find_times, overlapping


@dataclass(frozen=True, slots=True)
class PlaceReasons:
    """A name at `span` and the places that it may mean, the one taken first."""

    span: Offsets
    candidates: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class TimeReasons:
    """An expression at `span`, the days that it means (None: no day) and why."""

    span: Offsets
    when: When | None
    why: str


def explain_where(reading: Reading, spans: Iterable[Offsets]) -> list[PlaceReasons]:
    """For each span, the places that it may name; none where the gazetteer has no such name, or a person bears it."""
    names = [(n.start, n.end) for n in reading.names if n.kind in ("LOC", "FAC")]
    people = [(n.start, n.end) for n in reading.names if n.kind == "PER"]
    outlet = reading.report.outlet or reading.report.url
    wanted = list(spans)
    places = [s for s in wanted if not any(start < s[1] and s[0] < end for start, end in people)]
    found = dict(zip(places, weigh_candidates(reading.text, names, places, outlet), strict=True))
    return [PlaceReasons(s, found.get(s, ())) for s in wanted]


def explain_when(reading: Reading, spans: Iterable[Offsets]) -> list[TimeReasons]:
    """The time expressions that the spans touch, each once."""
    line = Timeline(reading)
    full = {(e.start, e.interval) for e in find_times(line.text, None, line.tell)}
    found: dict[Offsets, TimeReasons] = {}
    for start, end in spans:
        for each in overlapping(line.times, start, end):
            span = (each.start, each.end)
            when = line.when(each) if each.interval else None
            found.setdefault(span, TimeReasons(span, when, _tell(line, each, full)))
    return list(found.values())


def _tell(line: Timeline, each: TimeExpression, full: Collection[tuple[int, Interval | None]]) -> str:
    told = {True: "what is to come", False: "what was", None: None}[line.tell(each.start, each.end)]
    clause = f"; its clause tells {told}" if told else ""
    if each.kind == "vague":
        return "it names no day"
    if each.kind == "dateline":
        return "the report's own line of place and day"
    if each.interval is None and each.kind == "duration":
        return f"a length of {each.length} days, placed by what it measures" if each.length else "a length"
    if each.interval is None:
        return "no day without the day of the report" if line.published is None else "it names no day"
    if line.published is None or (each.start, each.interval) in full:
        return "a full date"
    return f"counted from the day of the report, {line.published.isoformat()}{clause}"
