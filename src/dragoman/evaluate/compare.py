"""An annotated report beside the coder's record of it: which rows are one, how they differ, what each has alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluate.annotated import CHANNELS, GIVEN
from dragoman.evaluate.match import Row, find_gold_range, find_range
from dragoman.evaluate.record_pairs import (
    NO_EVENT,
    Pairs,
    is_speaker,
    list_contents,
    pair_agreements,
    pair_events,
    pair_meetings,
    pair_positions,
    pair_statements,
)
from dragoman.records import KINDS


@dataclass(frozen=True, slots=True)
class Compared:
    """Rows of one kind that stand beside each other, by their index; None where a side has none.

    `differs`: the fields in which two rows that are one differ. `optional`: the annotation may be left out.
    """

    kind: str
    gold: int | None
    coded: int | None
    differs: tuple[str, ...] = ()
    optional: bool = False


def compare_record(gold: Row, record: Row) -> list[Compared]:
    """Every row of both, kind by kind: pairs and lone annotations in the annotation's order, then what is extra.

    Rows are matched as the figures match them (`record_pairs`).
    """
    out: list[Compared] = []
    for kind in KINDS:
        given, coded = gold.get(GIVEN.get(kind, kind), []), record.get(kind, [])
        pairs = _pair(kind, gold["text"], given, coded)
        found: dict[int, list[int]] = {}
        for i, j in pairs:
            found.setdefault(i, []).append(j)
        for i, row in enumerate(given):
            optional = bool(row.get("background") or row.get("optional"))
            if i not in found:
                out.append(Compared(kind, i, None, (), optional))
            out += [Compared(kind, i, j, tuple(_DIFFER[kind](row, coded[j])), optional) for j in found.get(i, [])]
        used = {j for _, j in pairs}
        out += [Compared(kind, None, j) for j in range(len(coded)) if j not in used]
    return out


def _pair(kind: str, text: str, gold: Sequence[Row], coded: Sequence[Row]) -> Pairs:
    if kind == "statements":
        contents = list_contents(coded)
        index = {id(row): j for j, row in enumerate(coded)}
        pairs = [(i, index[id(contents[k][1])]) for i, k in pair_statements(text, gold, contents)]
        return sorted(dict.fromkeys(pairs))
    if kind == "events":
        real = [j for j, e in enumerate(coded) if not NO_EVENT & set(e.get("aux") or [])]
        return [(i, real[k]) for i, k in pair_events(text, gold, [coded[j] for j in real])]
    return {"meetings": pair_meetings, "agreements": pair_agreements, "positions": pair_positions}[kind](
        text, gold, coded
    )


def _statement(g: Row, p: Row) -> list[str]:
    party, named = is_speaker(g, p)
    channel = CHANNELS.get(str(g.get("channel")), g.get("channel"))
    return [
        *([] if party or named else ["speaker"]),
        *([] if party else ["party"]),
        *([] if (p.get("manner") == "direct") == bool(g.get("direct")) else ["manner"]),
        *([] if channel in (None, p.get("channel")) else ["channel"]),
    ]


def _event(g: Row, p: Row) -> list[str]:
    when = p.get("date") or {}
    same = find_gold_range(g.get("date")) == find_range(when.get("start"), when.get("end"))
    mode = g.get("mode")
    return [*([] if same else ["date"]), *(["mode"] if mode and mode not in (p.get("mode") or []) else [])]


def _meeting(g: Row, p: Row) -> list[str]:
    same = not g.get("start") or find_range(g["start"], g.get("end")) == find_range(p.get("start"), p.get("end"))
    given = g.get("format")
    status = g.get("status") or ("planned" if g.get("planned") else "held")
    return [
        *([] if same else ["date"]),
        *([] if given in (None, "unspecified", p.get("format")) else ["format"]),
        *([] if status == p.get("status") else ["status"]),
    ]


def _agreement(g: Row, p: Row) -> list[str]:
    return [] if g["status"] == p.get("status") else ["status"]


def _position(g: Row, p: Row) -> list[str]:
    return [] if g["stance"] in ("unspecified", p.get("stance")) else ["stance"]


_DIFFER: dict[str, Callable[[Any, Any], list[str]]] = {
    "statements": _statement,
    "events": _event,
    "meetings": _meeting,
    "agreements": _agreement,
    "positions": _position,
}
