"""Events as flat rows for other programs: one an event, or one a pair of sides.

The rule for pairs. An act with recipients: every actor with every recipient. An act without one whose several actors
act on each other (CONSULT, AGREE, COOPERATE, and fighting told of both): every two of them, once each way, as CAMEO
data sets have them. Any other act: each actor with nobody, and where no actor is known, nobody with each recipient. No
party is paired with itself unless it stands on both sides. `share` is one over the number of pairs, so that sums over
it count acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product
from typing import Any, Final

Row = Mapping[str, Any]

MUTUAL: Final = frozenset(("CONSULT", "AGREE", "COOPERATE", "ASSAULT"))
COLUMNS: Final = (
    "event_id", "report", "outlet", "published", "start", "end", "event", "mode", "context", "quad", "cameo", "score",
    "scores", "actor", "actor_code", "actor_sector", "recipient", "recipient_code", "recipient_sector", "share",
    "place", "country", "lat", "lon", "aux", "confidence", "why", "words",
)  # fmt: skip
_LEFT_OUT: Final = frozenset(("negation", "hypothetical", "historical"))
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\x00")
Side = Sequence[Row]


def counts(row: Row) -> bool:
    """Whether an event belongs into counts: it took place or was promised, and lately."""
    return not _LEFT_OUT & set(row["aux"])


def list_pairs(row: Row) -> list[tuple[Side, Side]]:
    """The pairs of an event, each side as a list of one or none."""
    actors, recipients = _parties(row["actor"]), _parties(row["recipient"])
    if actors and recipients:
        return [([a], [r]) for a, r in product(actors, recipients)]
    if len(actors) > 1 and row["event"] in MUTUAL:
        return [([a], [b]) for a, b in permutations(actors, 2)]
    return [([a], []) for a in actors] or [([], [r]) for r in recipients] or [([], [])]


def flatten(row: Row, *, pairs: bool) -> Iterator[dict[str, Any]]:
    """The row as one dict of plain values, or as one for each of its pairs; several values are joined by "; "."""
    sides: list[tuple[Side, Side]] = list_pairs(row) if pairs else [(row["actor"], row["recipient"])]
    for actor, recipient in sides:
        yield _flat(row, actor, recipient, round(1 / len(sides), 4))


def guard(value: Any) -> Any:
    """A text as a cell that no spreadsheet takes for a formula.

    >>> guard("=1+1"), guard(-2.0)
    ("'=1+1", -2.0)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _parties(side: Side) -> list[Row]:
    """Each party of a side once, by code and, for a group, by name."""
    found: dict[tuple[str, str], Row] = {}
    for e in side:
        sectors = set(e.get("sectors") or ())
        own = e["name"] or e["text"]
        found.setdefault((e["code"] or "", own.casefold() if sectors & {"REB", "OPP"} or not e["code"] else ""), e)
    return list(found.values())


def _flat(row: Row, actor: Side, recipient: Side, share: float) -> dict[str, Any]:
    date, place = row["date"] or {}, row["place"] or {}
    values = {
        "event_id": row["id"],
        "report": row["report"],
        "outlet": row["outlet"],
        "published": row["published"],
        "start": date.get("start"),
        "end": date.get("end"),
        "place": place.get("name"),
        "country": place.get("country"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "share": share,
        "mode": _join(row["mode"]),
        "context": _join(row["context"]),
        "aux": _join(row["aux"]),
        "words": " ".join(row["evidence"][0]["text"].split()) if row["evidence"] else None,
    }
    for name, side in (("actor", actor), ("recipient", recipient)):
        values[name] = _join([e["name"] or e["text"] for e in side])
        values[f"{name}_code"] = _join([e["code"] or "" for e in side])
        values[f"{name}_sector"] = _join([(e.get("sectors") or [e.get("sector") or ""])[0] for e in side])
    return {c: values[c] if c in values else row[c] for c in COLUMNS}


def _join(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None
