"""`dragoman explain`: why words of a report mean whom, where and when they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import DragomanError
from dragoman.show.commands.options import Day, Output, read_reports
from dragoman.show.terminal import visible, write

if TYPE_CHECKING:
    from dragoman.codebook.places.gazetteer import Spot
    from dragoman.pipeline import Explanation, PlaceReasons, TimeReasons
    from dragoman.records import Entity, Reading

_AROUND = 50  # characters shown on each side of a mention
_MOST = 4  # reasons shown for a place, the weightiest; JSON has all


class NoSuchWords(DragomanError):
    """The words that somebody asks about are not in the report."""


def explain(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report; - for stdin.", show_default=False)],
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="A name, a pronoun, a description, a place, a time in it.")
    ],
    date: Day = None,
    format: Output = "text",
) -> None:
    """Print whom, which place or what day some words of a report mean, and why.

    For each mention: what it was resolved to, and the candidates with the reason why each was taken (+) or left (-),
    as the resolver itself gives them. With --format json: one object a line, one line a mention.

    \b
    Example:
        dragoman explain report.txt "Bayramov"
        dragoman explain report.txt "the two sides" --date 2023-05-04 --format json
    """
    from dragoman.pipeline import explain_when, explain_where

    reading = _read(report, date)
    explained = _explain(reading, words, report)
    spans = [e.mention.span or (0, 0) for e in explained]
    times = explain_when(reading, spans)
    for each, place in zip(explained, explain_where(reading, spans), strict=True):
        start, end = place.span
        told = [t for t in times if t.span[0] < end and start < t.span[1]]
        if format == "json":
            import json

            write(json.dumps(_to_json(reading, each, place, told), ensure_ascii=False))
        else:
            write(render_explanation(reading, each, place, told))


def _read(source: str, date: Any) -> Reading:
    from dragoman.pipeline import understand

    first = next(iter(read_reports([source], date, None)), None)
    if isinstance(first, DragomanError):
        raise first
    if first is None:
        raise DragomanError(source, "there is no report in it.")
    return understand(first)


def _explain(reading: Reading, words: str, source: str) -> list[Explanation]:
    from dragoman.pipeline import explain as explain_mentions

    spans = find_mentions(reading.text, words)
    if not spans:
        raise NoSuchWords(source, f'"{words}" is not in the report. Give words as they stand in it.')
    return explain_mentions(reading, spans)


def find_mentions(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whole; case counts only if they stand nowhere in the case given.

    >>> find_mentions("He met her. The hermit left.", "her")
    [(7, 10)]
    """
    import re

    parts = words.split()
    if not parts:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(p) for p in parts) + r"(?!\w)"
    found = [m.span() for m in re.finditer(pattern, text)]
    return found or [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


def render_explanation(
    reading: Reading, explained: Explanation, place: PlaceReasons | None = None, times: Sequence[TimeReasons] = ()
) -> str:
    """An explanation in lines for people: whom the words mean, then which place, then what day."""
    start, end = explained.mention.span or (0, 0)
    text = reading.text
    here = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    lines = [f"sentence {reading.sentence_at(start) + 1}: … {visible(here)} …"]
    candidates = place.candidates if place else ()
    if explained.reasons or not (candidates or times):
        lines += [f"  means {_tell(e)}" for e in explained.entities]
    for r in explained.reasons:
        who = visible(r.candidate) + (f" ({r.code})" if r.code else "")
        lines.append(f"    {'+' if r.taken else '-'} {who}: {visible(r.why)}")
    if not (explained.reasons or candidates or times):
        lines.append("    no rule and no table knows it")
    if candidates:
        lines.append(f"  as a place: {_locate(candidates[0].spot)}")
        for c in candidates:
            pro, contra = "; ".join(c.pro[:_MOST]), "; ".join(c.contra[:_MOST])
            against = f"; against it: {contra}" if contra else ""
            lines.append(f"    {'+' if c.taken else '-'} {_locate(c.spot)}: {100 * c.share:.0f} % ({pro}{against})")
    for t in times:
        day = f"{t.when.start} to {t.when.end}" if t.when and t.when.start != t.when.end else t.when and t.when.start
        lines.append(f"  as a time, “{visible(text[slice(*t.span)])}”: {day or 'no day'}")
        lines.append(f"    {'+' if t.when else '-'} {t.why}")
    return "\n".join(lines)


def _locate(spot: Spot) -> str:
    inside = ", ".join(x for x in (spot.region, spot.country) if x)
    at = f", {spot.lat:.2f} {spot.lon:.2f}" if spot.lat is not None and spot.lon is not None else ""
    return visible(f"{spot.name} ({spot.kind}{', ' if inside else ''}{inside}{at})")


def _tell(entity: Entity) -> str:
    if entity.code is None and not entity.sectors:
        return "nobody known"
    known = [entity.code or "no code", *entity.sectors, *([entity.office] if entity.office else []), entity.basis]
    return f"{visible(entity.name or entity.text)} ({', '.join(known)})"


def _to_json(
    reading: Reading, explained: Explanation, place: PlaceReasons, times: Sequence[TimeReasons]
) -> dict[str, Any]:
    start, end = explained.mention.span or (0, 0)
    return {
        "mention": {"text": explained.mention.text, "span": [start, end]},
        "sentence": reading.sentence_at(start) + 1,
        "entities": [
            {"name": e.name, "code": e.code, "sectors": list(e.sectors), "office": e.office, "basis": e.basis}
            for e in explained.entities
        ],
        "reasons": [
            {"candidate": r.candidate, "code": r.code, "taken": r.taken, "why": r.why} for r in explained.reasons
        ],
        "places": [
            {
                "name": c.spot.name,
                "kind": c.spot.kind,
                "country": c.spot.country,
                "lat": c.spot.lat,
                "lon": c.spot.lon,
                "geonameid": c.spot.geonameid,
                "share": round(c.share, 4),
                "taken": c.taken,
                "for": list(c.pro),
                "against": list(c.contra),
            }
            for c in place.candidates
        ],
        "times": [
            {
                "text": reading.text[slice(*t.span)],
                "span": list(t.span),
                "start": t.when.start if t.when else None,
                "end": t.when.end if t.when else None,
                "why": t.why,
            }
            for t in times
        ],
    }
