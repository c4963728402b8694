"""Coded reports made up for the store's tests: no coder is run."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.records import CodedReport, Report, Rows


def make_report(number: int = 1, **metadata: Any) -> Report:
    text = f"Report {number}. Anna Petrova said that the envoys of Ruritania and Borduria met in Geneva on Monday."
    given: dict[str, Any] = {"published": date(2023, 5, 4), "outlet": "Own", "title": "Talks", **metadata}
    return Report(text=text, **given)


def make_coded(report: Report, *, model: str = "m/1", codebook: str = "c/1") -> CodedReport:
    return CodedReport(report=report, sentences=((0, len(report.text)),), rows=Rows(), model=model, codebook=codebook)


def make_record(report: Report) -> dict[str, Any]:
    """What the contract would make of it: one row of each kind, dated by the day of publication."""
    text = report.text

    def span(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"text": words, "span": [start, start + len(words)]}

    def entity(words: str, name: str, code: str | None) -> dict[str, Any]:
        return {**span(words), "name": name, "code": code, "sector": "GOV", "sectors": ["GOV"], "basis": "stated"}

    speaker = entity("Anna Petrova", "Anna Petrova", "RUR")
    sides = [entity("Ruritania", "Ruritania", "RUR"), entity("Borduria", "Borduria", "BOR")]
    day = report.published.isoformat() if report.published else None
    when = {"start": day, "end": day, "text": "on Monday", "span": span("on Monday")["span"], "basis": "stated"}
    rest = {"confidence": 0.5, "according_to": 0, "basis": "stated", "evidence": [span("met in Geneva on Monday")]}
    place = {
        "name": "Geneva",
        "country": "CHE",
        "lat": 46.2,
        "lon": 6.1,
        "geonameid": None,
        "span": span("Geneva")["span"],
    }
    people = [{"entity": side, "role": ["party"], "level": "envoy"} for side in sides]
    return {
        "report": {"id": report.id, "text": text, "title": report.title, "published": day, "language": "en"},
        "statements": [
            {"id": "s1", "speaker": speaker, "cospeakers": [], "content": [span("met in Geneva on Monday")],
             "manner": "indirect", "channel": None, "date": when, "confidence": 0.5, "according_to": None}
        ],
        "events": [
            {"id": "e1", "event": "CONSULT", "quad": 1, "actor": sides, "recipient": [], "aux": [], "date": when,
             "place": place, "cameo": "046", "meeting": 0, **rest}
        ],
        "meetings": [
            {"id": "m1", "start": day, "end": day, "participants": people, "status": "held", "part_of": None,
             "order": None, "place": place, **rest},
            {"id": "m2", "start": day, "end": day, "participants": people, "status": "held", "part_of": 0, "order": 1,
             "place": place, **rest},
        ],
        "agreements": [{"id": "a1", "name": span("Report"), "status": "proposed", "parties": sides, "as_of": None, **rest}],
        "positions": [{"id": "p1", "issue": span("envoys"), "actor": sides[0], "stance": "supports", "toward": [], **rest}],
    }  # fmt: skip
