"""The record of one report, put in order for reading: what the terminal, the page and the page's JSON all show.

An Outline is made from the record (the dict that `dragoman code --format json` prints) and nothing else, so a
stored record gives the same as a fresh one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show.rows import LETTERS, TITLES, Detail, Row, anchor_of, row_of
from dragoman.show.wording import first_words, word_date, word_name
from dragoman.store.rows import find_account

Value = Mapping[str, Any]

NONE = {
    "meetings": "No talks are told of.",
    "statements": "Nobody is quoted.",
    "events": "No event was found.",
    "agreements": "No text is named.",
    "positions": "No side's stance is told.",
}
NON_STATE = {"REB", "SPL", "OPP", "UAF", "CRM", "INS"}  # sectors that do not speak for the country of their code


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one layer; `none` is what is said where there is no row."""

    layer: str
    title: str
    rows: tuple[Row, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Outline:
    """`unheard`: who takes part and is quoted nowhere. `made_by`: versions of model and codebook, where known."""

    id: str
    heading: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    developing: bool
    sentences: int
    text: str
    sections: tuple[Section, ...]
    unheard: tuple[str, ...]
    made_by: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for section in self.sections for row in section.rows)


def outline_of(record: Value, *, made_by: Sequence[str] = (), notes: Sequence[str] = ()) -> Outline:
    """The outline of a record in the shape of `dragoman code --format json`."""
    report = record["report"]
    rows = {layer: tuple(_rows(record, layer)) for layer in TITLES if layer != "meetings"}
    rows["meetings"] = tuple(_meetings(record))
    return Outline(
        id=str(report["id"]),
        heading=_heading(report),
        title=report.get("title"),
        outlet=report.get("outlet"),
        url=report.get("url"),
        published=word_date(report["published"]) if report.get("published") else None,
        developing=bool(report.get("developing")),
        sentences=len(report.get("sentences") or ()),
        text=str(report["text"]),
        sections=tuple(Section(layer, title, rows[layer], NONE[layer]) for layer, title in TITLES.items()),
        unheard=find_unheard(record),
        made_by=tuple(made_by),
        notes=tuple(notes),
    )


def find_unheard(record: Value) -> tuple[str, ...]:
    """Parties that met, acted, were acted upon or hold a position here, and are nowhere quoted; in reading order.

    A party is a country or body by its code, and an armed group or other non-state actor by its name. That an
    outlet tells of a side and not from it is no fault by itself, but a reader should know.
    """
    heard = {_party(e) for s in record["statements"] for e in (s["speaker"], *s["cospeakers"]) if e}
    unheard: dict[str, str] = {}
    for entity in _taking_part(record):
        party = _party(entity)
        if party is None or party in heard:
            continue
        # a state's own name is the one without an office, and the shortest of those
        name = word_name(entity)
        known = unheard.get(party)
        if known is None or (entity.get("office") is None and len(name) < len(known)):
            unheard[party] = name
    return tuple(name if name == party else f"{name} ({party})" for party, name in unheard.items())


def nest_meetings(meetings: Sequence[Value]) -> Iterator[tuple[int, str, int, bool]]:
    """Index, label, depth and `has sessions` of each meeting of a report: rounds in order, sessions beneath theirs.

    Every meeting comes once, also where `part_of` points nowhere or in a circle.
    """
    inside: dict[int | None, list[int]] = {}
    for index in range(len(meetings)):
        inside.setdefault(_whole(meetings, index), []).append(index)

    def walk(whole: int | None, label: str, depth: int) -> Iterator[tuple[int, str, int, bool]]:
        here = sorted(inside.get(whole, ()), key=lambda i: (meetings[i].get("order") or len(meetings), i))
        for place, index in enumerate(here, start=1):
            yield index, f"{label}{place}", depth, index in inside
            yield from walk(index, f"{label}{place}.", depth + 1)

    yield from walk(None, LETTERS["meetings"], 0)


def _whole(meetings: Sequence[Value], index: int) -> int | None:
    """The meeting that `index` is part of; None where there is none, or where the way up goes in a circle."""
    first = meetings[index].get("part_of")
    seen, here = {index}, first
    while isinstance(here, int) and 0 <= here < len(meetings):
        if here in seen:
            return None
        seen.add(here)
        here = meetings[here].get("part_of")
    return first if isinstance(first, int) and 0 <= first < len(meetings) else None


def _meetings(record: Value) -> Iterator[Row]:
    meetings = record["meetings"]
    for index, label, depth, rounds in nest_meetings(meetings):
        more = _sources(record, meetings[index])
        yield row_of("meetings", meetings[index], index, label=label, depth=depth, rounds=rounds, more=more)


def _rows(record: Value, layer: str) -> Iterator[Row]:
    labels = {index: label for index, label, _, _ in nest_meetings(record["meetings"])}
    documents: dict[str, int] = {}
    for index, row in enumerate(record[layer]):
        more: list[Detail] = []
        if row.get("document"):
            first = documents.setdefault(row["document"], index)
            if first != index:
                more.append(Detail("same text as", f"{LETTERS[layer]}{first + 1}", anchor_of(layer, first)))
        if row.get("meeting") in labels:
            more.append(Detail("is the meeting", labels[row["meeting"]], anchor_of("meetings", row["meeting"])))
        more += _sources(record, row)
        yield row_of(layer, row, index, label=f"{LETTERS[layer]}{index + 1}", more=more)


def _sources(record: Value, row: Value) -> list[Detail]:
    source = row.get("according_to")
    statements = record["statements"]
    if not isinstance(source, int) or not 0 <= source < len(statements):
        return []
    speaker = word_name(find_account(row, statements[source]))
    return [Detail("according to", f"{speaker} (S{source + 1})", anchor_of("statements", source))]


def _taking_part(record: Value) -> Iterator[Value]:
    for meeting in record["meetings"]:
        yield from (p["entity"] for p in meeting["participants"])
    for event in record["events"]:
        yield from (*event["actor"], *event["recipient"])
    for agreement in record["agreements"]:
        yield from agreement["parties"]
    for position in record["positions"]:
        yield position["actor"]


def _party(entity: Value) -> str | None:
    sectors = entity.get("sectors") or ()
    if entity.get("code") and not NON_STATE & set(sectors[:1]):
        return str(entity["code"])
    return str(entity["name"]) if entity.get("name") else None


def _heading(report: Value) -> str:
    if report.get("title"):
        return str(report["title"])
    for line in str(report["text"]).splitlines():
        if line.strip():
            return first_words(line, 14)
    return "A report without words"
