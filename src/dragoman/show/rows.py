"""One row of the record in words: a line at its head, what more is known, and the words it rests on.

Rows are dicts as the contract has them, fresh or out of a store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show.wording import (
    INFERRED,
    first_words,
    word_entities,
    word_entity,
    word_interval,
    word_name,
    word_place,
    word_when,
)

UNCERTAIN_BELOW = 0.5
Value = Mapping[str, Any]

TITLES = {
    "meetings": "Talks",
    "statements": "Statements",
    "events": "Events",
    "agreements": "Texts under negotiation",
    "positions": "Positions",
}
LETTERS = {"meetings": "T", "statements": "S", "events": "E", "agreements": "A", "positions": "P"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the report: `text[start:end]`. `role`: content, cue, evidence, trigger, name, provision, issue."""

    start: int
    end: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing more about a row; `row` is the anchor of another row that it speaks of."""

    label: str
    text: str
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the record as it is shown.

    `anchor` names it on the page and `label` for people; `depth` is how deep a session lies inside its round.
    `words` are all the words it has; those it rests on come first.
    """

    anchor: str
    label: str
    id: str
    layer: str
    head: str
    details: tuple[Detail, ...]
    words: tuple[Words, ...]
    confidence: float
    inferred: bool
    depth: int = 0

    @property
    def uncertain(self) -> bool:
        return self.confidence < UNCERTAIN_BELOW

    @property
    def rests_on(self) -> tuple[Words, ...]:
        """The words that carry the row: what was said, or the evidence."""
        return tuple(w for w in self.words if w.role in ("content", "evidence"))


def anchor_of(layer: str, index: int) -> str:
    """
    >>> anchor_of("statements", 3)
    's3'
    """
    return f"{layer[0]}{index}"


def row_of(
    layer: str, row: Value, index: int, *, label: str, depth: int = 0, rounds: bool = False, more: Sequence[Detail] = ()
) -> Row:
    """A row of the contract as it is shown.

    Args:
        index: its place among the rows of its kind in its report.
        rounds: it is a meeting that has sessions.
        more: details that depend on other rows.
    """
    head, details, words = _DESCRIBE[layer](row)
    if layer == "meetings":
        head = f"{_meeting_kind(row, depth, rounds)}{', ' if head else ''}{head}"
    return Row(
        anchor_of(layer, index),
        label,
        str(row["id"]),
        layer,
        head,
        (*details, *more),
        tuple(words),
        float(row["confidence"]),
        row["basis"] == INFERRED,
        depth,
    )


Described = tuple[str, list[Detail], list[Words]]


def _meeting_kind(row: Value, depth: int, rounds: bool) -> str:
    if rounds:
        return "Round of talks"
    return {"phone": "Phone call", "video": "Video call"}.get(row["medium"] or "", "Session" if depth else "Meeting")


def _meeting(row: Value) -> Described:
    when = word_interval(row["start"], row["end"])
    head = ", ".join(x for x in (word_place(row["place"], row["venue"]), when) if x)
    details = [Detail("status", row["status"])] if row["status"] != "held" else []
    for participant in row["participants"]:
        entity, level = participant["entity"], participant["level"]
        said = word_entity(entity)
        shown = f"{said}, level: {level}" if level and level != entity.get("office") else said
        details.append(Detail(" and ".join(participant["role"]) or "takes part", shown))
    details += _some("form", ", ".join(row[key] for key in ("format", "directness") if row[key]))
    details += _some("outcome", ", ".join(row["outcome"]))
    details += _some("next", word_when(row["next"]))
    return head, details, _spans(row["evidence"], "evidence")


def _statement(row: Value) -> Described:
    speakers = [e for e in (row["speaker"], *row["cospeakers"]) if e]
    head = word_entities(speakers) if speakers else word_name(None)
    if row["cue"]:
        head += f" \N{EM DASH} {_flat(row['cue'])}"
    details = [
        Detail(
            "heard through", word_entity(link["who"]) + (f" \N{EM DASH} {_flat(link['cue'])}" if link["cue"] else "")
        )
        for link in row["chain"]
    ]
    details += _some("to", word_entities(row["addressee"]))
    details += _some("when", word_when(row["date"]))
    how = {"direct": "own words", "mixed": "partly quoted", "indirect": "reported speech"}.get(row["manner"], "")
    details += _some("how", ", ".join(x for x in (how, row["channel"]) if x))
    return head, details, _spans(row["content"], "content") + _spans([row["cue"]], "cue")


def _event(row: Value) -> Described:
    actor = ", ".join(word_name(e) for e in row["actor"]) or word_name(None)
    recipient = ", ".join(word_name(e) for e in row["recipient"])
    head = f"{row['event']}: {actor}" + (f" \N{RIGHTWARDS ARROW} {recipient}" if recipient else "")
    details = _some("told as", ", ".join(row["aux"]))
    who = [e for e in (*row["actor"], *row["recipient"]) if e.get("office")]
    details += _some("who", "; ".join(word_entity(e) for e in who))
    details += _some("when", word_when(row["date"]))
    details += _some("where", word_place(row["place"]))
    kind = [*row["mode"], *row["context"]]
    kind += [f"CAMEO {row['cameo']}"] if row["cameo"] else []
    kind += [f"score {row['score']:+g}"] if row["score"] is not None else []
    details += _some("kind", ", ".join(kind))
    details += _some("why", row["why"])
    return head, details, _spans(row["evidence"], "evidence") + _spans([row["trigger"]], "trigger")


def _agreement(row: Value) -> Described:
    details = _some("kind", row["kind"]) + _some("parties", word_entities(row["parties"]))
    details += _some("also called", "; ".join(_flat(s) for s in row["also_called"]))
    details += [Detail(p["status"], first_words(p["text"]["text"])) for p in row["provisions"]]
    details += _some("as of", word_when(row["as_of"]))
    words = _spans(row["evidence"], "evidence") + _spans([row["name"], *row["also_called"]], "name")
    return (
        f"{_flat(row['name'])}: {row['status']}",
        details,
        words + _spans([p["text"] for p in row["provisions"]], "provision"),
    )


def _position(row: Value) -> Described:
    stance = {"concerned": "is concerned about", "divergent": "differs on"}.get(row["stance"], row["stance"])
    head = f"{word_entity(row['actor'])} {stance}: {_flat(row['issue'])}"
    details = _some("toward", word_entities(row["toward"]))
    return head, details, _spans(row["evidence"], "evidence") + _spans([row["issue"]], "issue")


_DESCRIBE: dict[str, Callable[[Value], Described]] = {
    "meetings": _meeting,
    "statements": _statement,
    "events": _event,
    "agreements": _agreement,
    "positions": _position,
}


def _flat(span: Value) -> str:
    return " ".join(str(span["text"]).split())


def _spans(spans: Sequence[Value | None], role: str) -> list[Words]:
    return [Words(int(s["span"][0]), int(s["span"][1]), str(s["text"]), role) for s in spans if s]


def _some(label: str, text: str | None) -> list[Detail]:
    return [Detail(label, text)] if text else []
