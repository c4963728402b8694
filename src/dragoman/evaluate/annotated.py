"""An annotated report in the shape of a record, so that both can be shown the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.evaluate.match import Row, find_all, find_gold_range
from dragoman.records import KINDS

CHANNELS = {"tweet": "social media", "unspecified": None}
STATE = re.compile(r"[A-Z]{3}")
GIVEN = {"positions": "issues"}  # the annotation's own name for the rows of a kind


def record_of_annotation(gold: Row) -> dict[str, Any]:
    """The annotation's rows as `dragoman code --format json` has them; what it does not say is null.

    Quoted words are found in the text, short ones nearest to the words that carry their row. A phrase that is not in
    the text (an issue in the annotator's words) stands as a span of the evidence.
    """
    text = gold["text"]
    return {
        "report": {
            "id": str(gold.get("id", "")),
            "text": text,
            "title": gold.get("title"),
            "published": (gold.get("date") or "")[:10] or None,
            "outlet": gold.get("outlet"),
            "url": None,
            "language": "en",
            "developing": False,
            "sentences": [],
        },
        **{kind: list(_ROWS[kind](text, gold.get(GIVEN.get(kind, kind), []))) for kind in KINDS},
    }


def _common(kind: str, index: int) -> dict[str, Any]:
    return {"id": f"{kind}-{index}", "confidence": 1.0, "according_to": None, "basis": "stated"}


def _span(text: str, words: str | None, near: int = 0) -> dict[str, Any] | None:
    places = find_all(text, words) if words else []
    if not places:
        return None
    start, end = min(places, key=lambda p: (abs(p[0] - near), p))
    return {"text": text[start:end], "span": [start, end]}


def _entity(name: str | None, party: str | None) -> dict[str, Any]:
    codes = [c for c in (party or "").split("+") if c]
    code = codes[0] if len(codes) == 1 and STATE.fullmatch(codes[0]) and codes[0] != "UNK" else None
    shown = name or party or "?"
    if party and party != "UNK" and code is None and party not in shown:
        shown = f"{shown}, {party}"
    blank: dict[str, Any] = {"sector": None, "sectors": [], "office": None, "id": None, "basis": "stated"}
    return {"text": shown, "span": None, "name": shown, "code": code, **blank}


def _place(name: str | None) -> dict[str, Any] | None:
    return {"name": name, "country": None, "lat": None, "lon": None, "geonameid": None, "span": None} if name else None


def _when(given: str | None) -> dict[str, Any] | None:
    interval = find_gold_range(given)
    if interval is None:
        return None
    return {"start": interval[0], "end": interval[1], "text": None, "span": None, "basis": "stated"}


def _statements(text: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for i, row in enumerate(rows):
        content = _span(text, row["content"])
        near = content["span"][0] if content else 0
        channel = str(row.get("channel") or "unspecified")
        yield {
            **_common("s", i),
            "speaker": _entity(row.get("speaker_resolved") or row.get("speaker"), row.get("party")),
            "cospeakers": [],
            "cue": _span(text, row.get("cue"), near),
            "content": [content] if content else [],
            "manner": row.get("manner") or ("direct" if row.get("direct") else "indirect"),
            "channel": CHANNELS.get(channel, channel),
            "document": None,
            "chain": [{"who": _entity(w, None), "cue": None, "channel": None} for w in row.get("chain") or []],
            "addressee": [_entity(w, None) for w in row.get("addressee") or []],
            "date": None,
        }


def _events(text: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for i, row in enumerate(rows):
        evidence = _span(text, row["evidence"])
        near = evidence["span"][0] if evidence else 0
        aux = [*(row.get("aux") or []), *(["background"] if row.get("background") else [])]
        yield {
            **_common("e", i),
            "event": row["plover"],
            "mode": [row["mode"]] if row.get("mode") else [],
            "context": [],
            "quad": None,
            "score": None,
            "scores": "plover-0.8",
            "cameo": None,
            "actor": [_entity(None, s) for s in row["sources"]],
            "recipient": [_entity(None, t) for t in row["targets"]],
            "date": _when(row.get("date")),
            "place": _place(row.get("place")),
            "aux": aux,
            "trigger": _span(text, row.get("trigger"), near) or evidence,
            "evidence": [evidence] if evidence else [],
            "meeting": None,
            "why": "",
        }


def _meetings(text: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for i, row in enumerate(rows):
        evidence = _span(text, row["evidence"])
        people = [
            {"entity": _entity(p["name"], p["party"]), "role": [p.get("part") or "party"], "level": None}
            for p in row["participants"]
        ]
        yield {
            **_common("m", i),
            "start": row.get("start"),
            "end": row.get("end"),
            "date_text": None,
            "place": _place(row.get("place")),
            "venue": None,
            "participants": people,
            "format": row.get("format"),
            "medium": row.get("medium"),
            "directness": None,
            "part_of": row.get("part_of"),
            "order": None,
            "status": row.get("status") or ("planned" if row.get("planned") else "held"),
            "outcome": [],
            "next": None,
            "evidence": [evidence] if evidence else [],
        }


def _agreements(text: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for i, row in enumerate(rows):
        evidence = _span(text, row["evidence"])
        near = evidence["span"][0] if evidence else 0
        provisions = [(_span(text, p["text"], near), p["status"]) for p in row.get("provisions") or []]
        yield {
            **_common("a", i),
            "name": _span(text, row["name"], near) or {"text": row["name"], "span": [near, near]},
            "also_called": [],
            "kind": row.get("kind"),
            "status": row["status"],
            "provisions": [{"text": span, "status": status} for span, status in provisions if span],
            "parties": [_entity(None, p) for p in row.get("parties") or []],
            "as_of": None,
            "evidence": [evidence] if evidence else [],
        }


def _positions(text: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for i, row in enumerate(rows):
        evidence = _span(text, row["evidence"])
        near = evidence["span"][0] if evidence else 0
        yield {
            **_common("p", i),
            "issue": _span(text, row["issue"], near) or {"text": row["issue"], "span": [near, near]},
            "actor": _entity(None, row["actor"]),
            "stance": row["stance"],
            "toward": [],
            "evidence": [evidence] if evidence else [],
        }


_ROWS = {
    "statements": _statements,
    "events": _events,
    "meetings": _meetings,
    "agreements": _agreements,
    "positions": _positions,
}
