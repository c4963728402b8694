"""CodedReport -> the record of one report, as `dragoman code --format json` prints it.

Plain dicts, lists and strings in a fixed order of keys: the same coded report gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dragoman.records import (
    Agreement,
    CodedReport,
    Entity,
    Event,
    Hearsay,
    Meeting,
    Offsets,
    Participant,
    Place,
    Position,
    Span,
    Statement,
    When,
)

Json = dict[str, Any]


def record_of(coded: CodedReport) -> Json:
    """The record as plain values; indices between rows count in the lists it holds."""
    report, rows = coded.report, coded.rows
    name = _Naming(report.id)
    return {
        "report": {
            "id": report.id,
            "text": report.text,
            "title": report.title,
            "published": report.published.isoformat() if report.published else None,
            "outlet": report.outlet,
            "url": report.url,
            "language": report.language,
            "developing": coded.developing,
            "sentences": [list(s) for s in coded.sentences],
        },
        "statements": [name.give("statement", s.content, s, _statement(s)) for s in rows.statements],
        "events": [name.give("event", s.evidence, s, _event(s)) for s in rows.events],
        "meetings": [name.give("meeting", s.evidence, s, _meeting(s)) for s in rows.meetings],
        "agreements": [name.give("agreement", s.evidence, s, _agreement(s)) for s in rows.agreements],
        "positions": [name.give("position", s.evidence, s, _position(s)) for s in rows.positions],
    }


def to_json_line(coded: CodedReport) -> str:
    """The record as one line of JSON, its line end included. Lone surrogates are escaped, so that it is UTF-8."""
    line = json.dumps(record_of(coded), ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(record_of(coded), ensure_ascii=True, separators=(",", ":"))
    return line + "\n"


class _Naming:
    """Gives each row its stable name and the fields that every row has."""

    def __init__(self, report: str) -> None:
        self.report = report
        self.given: Counter[str] = Counter()

    def give(
        self,
        kind: str,
        evidence: Sequence[Span],
        row: Statement | Event | Meeting | Agreement | Position,
        own: Json,
    ) -> Json:
        words = ";".join(f"{s.start}-{s.end}" for s in evidence)
        if isinstance(row, Event):
            words += f";{row.event}"
        identity = hashlib.sha256(f"{self.report}/{kind}/{words}".encode()).hexdigest()[:16]
        self.given[identity] += 1
        again = self.given[identity]
        return {
            "id": identity if again == 1 else f"{identity}-{again}",
            **own,
            "confidence": round(row.confidence, 2),
            "according_to": row.according_to,
            "basis": "inferred"
            if isinstance(row, Meeting) and row.when and row.when.basis == "inferred"
            else row.basis,
        }


def _statement(s: Statement) -> Json:
    return {
        "speaker": _entity(s.speaker) if s.speaker else None,
        "cospeakers": [_entity(e) for e in s.cospeakers],
        "cue": _span(s.cue) if s.cue else None,
        "content": [_span(c) for c in s.content],
        "manner": s.manner,
        "channel": s.channel,
        "document": s.document,
        "chain": [_hearsay(h) for h in s.chain],
        "addressee": [_entity(e) for e in s.addressee],
        "date": _when(s.date),
    }


def _hearsay(h: Hearsay) -> Json:
    return {"who": _entity(h.who), "cue": _span(h.cue) if h.cue else None, "channel": h.channel}


def _event(e: Event) -> Json:
    return {
        "event": e.event,
        "mode": list(e.mode),
        "context": list(e.context),
        "quad": e.quad,
        "score": e.score,
        "scores": e.scores,
        "cameo": e.cameo,
        "actor": [_entity(x) for x in e.actor],
        "recipient": [_entity(x) for x in e.recipient],
        "date": _when(e.date),
        "place": _place(e.place),
        "aux": list(e.aux),
        "trigger": _span(e.trigger),
        "evidence": [_span(x) for x in e.evidence],
        "meeting": e.meeting,
        "why": e.why,
    }


def _meeting(m: Meeting) -> Json:
    when = m.when
    return {
        "start": when.start if when else None,
        "end": when.end if when else None,
        "date_text": _words(when) if when else None,
        "place": _place(m.place),
        "venue": m.venue,
        "participants": [_participant(p) for p in m.participants],
        "format": m.format,
        "medium": m.medium,
        "directness": m.directness,
        "part_of": m.part_of,
        "order": m.order,
        "status": m.status,
        "outcome": list(m.outcome),
        "next": _when(m.next),
        "evidence": [_span(x) for x in m.evidence],
    }


def _participant(p: Participant) -> Json:
    return {"entity": _entity(p.entity), "role": list(p.role), "level": p.level}


def _agreement(a: Agreement) -> Json:
    return {
        "name": _span(a.name),
        "also_called": [_span(x) for x in a.also_called],
        "kind": a.kind,
        "status": a.status,
        "provisions": [{"text": _span(p.text), "status": p.status} for p in a.provisions],
        "parties": [_entity(e) for e in a.parties],
        "as_of": _when(a.as_of),
        "evidence": [_span(x) for x in a.evidence],
    }


def _position(p: Position) -> Json:
    return {
        "issue": _span(p.issue),
        "actor": _entity(p.actor),
        "stance": p.stance,
        "toward": [_entity(e) for e in p.toward],
        "evidence": [_span(x) for x in p.evidence],
    }


# ---------------------------------------------------------------- values


def _entity(e: Entity) -> Json:
    return {
        "text": e.text,
        "span": _offsets(e.span),
        "name": e.name,
        "code": e.code,
        "sector": e.sector,
        "sectors": list(e.sectors),
        "office": e.office,
        "id": e.id,
        "basis": e.basis,
    }


def _span(s: Span) -> Json:
    return {"text": s.text, "span": [s.start, s.end]}


def _words(w: When) -> Json | None:
    return {"text": w.text, "span": list(w.span)} if w.text is not None and w.span is not None else None


def _when(w: When | None) -> Json | None:
    if w is None or w.start is None:
        return None
    return {"start": w.start, "end": w.end, "text": w.text, "span": _offsets(w.span), "basis": w.basis}


def _place(p: Place | None) -> Json | None:
    if p is None:
        return None
    return {
        "name": p.name,
        "country": p.country,
        "lat": p.lat,
        "lon": p.lon,
        "geonameid": p.geonameid,
        "span": _offsets(p.span),
    }


def _offsets(span: Offsets | None) -> list[int] | None:
    return list(span) if span else None
