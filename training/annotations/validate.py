"""What an annotated report must hold: quoted words in its text, known codes and enumerations, indices that point somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

CATEGORIES = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE
    ASSAULT""".split()
)
ENUMERATIONS = {
    ("statements", "channel"): {"statement", "readout", "press conference", "tweet", "interview", "unspecified"},
    ("statements", "manner"): {"direct", "mixed", "indirect"},
    ("events", "plover"): CATEGORIES,
    ("meetings", "format"): {"bilateral", "trilateral", "multilateral", "mediated", "proximity", "phone", "unspecified", None},
    ("meetings", "status"): {"held", "under way", "planned", "postponed", "cancelled"},
    ("agreements", "status"): {
        "proposed", "under negotiation", "partly agreed", "agreed", "signed", "ratified", "implemented", "rejected", "violated",
        "collapsed",
    },
    ("issues", "stance"): {
        "supports", "opposes", "concerned", "demands", "offers", "accepts", "rejects", "divergent", "unspecified",
    },
}  # fmt: skip
QUOTED = (
    ("statements", "content"), ("statements", "cue"), ("events", "evidence"), ("events", "trigger"), ("meetings", "evidence"),
    ("agreements", "evidence"), ("issues", "evidence"),
)  # fmt: skip
AUX = {"historical", "future", "hypothetical", "negation"}


def find_faults(gold: dict[str, Any]) -> Iterator[str]:
    """One line a fault, with the report and the row."""
    name, text = gold["id"], gold["text"]
    for (kind, field), known in ENUMERATIONS.items():
        for i, row in enumerate(gold[kind]):
            if row.get(field) not in known:
                yield f"{name}: {kind}[{i}].{field} is {row.get(field)!r}"
    for kind, field in QUOTED:
        for i, row in enumerate(gold[kind]):
            words = row.get(field)
            if field in ("content", "evidence") and not words:
                yield f"{name}: {kind}[{i}] has no {field}"
            elif words and words not in text:
                yield f"{name}: {kind}[{i}].{field} is not in the text"
            if field == "evidence" and words and len(words.split()) > 40:
                yield f"{name}: {kind}[{i}].evidence is longer than 40 words"
    for i, event in enumerate(gold["events"]):
        if not event.get("sources") and event["plover"] not in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"):
            yield f"{name}: events[{i}] has no source"
        if set(event.get("aux") or ()) - AUX:
            yield f"{name}: events[{i}].aux is {event['aux']}"
    for i, meeting in enumerate(gold["meetings"]):
        part_of = meeting.get("part_of")
        if part_of is not None and not (0 <= part_of < len(gold["meetings"]) and part_of != i):
            yield f"{name}: meetings[{i}].part_of points nowhere"
        if not meeting.get("participants"):
            yield f"{name}: meetings[{i}] has no participants"
    for kind in ("statements",):
        for i, row in enumerate(gold[kind]):
            if not row.get("party"):
                yield f"{name}: {kind}[{i}] has no party"
