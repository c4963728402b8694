"""Time expressions as JSON Lines with the date of each document: spans, TIMEX3 types and values predicted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, divide
from dragoman.evaluate.jsonl import read_gold_lines

Found = tuple[int, int, str, str]  # start, end, type, value
ReadTimes = Callable[[str, date | None], Iterable[Found]]


def predict_time(gold: Path, read: ReadTimes) -> str:
    """The file at `gold` with its `timex` replaced; `dct` is the date of the document."""
    out = []
    for place, row in read_gold_lines(gold, ("id", "text")):
        found = [
            {"start": start, "end": end, "type": kind, "value": value, "text": row["text"][start:end]}
            for start, end, kind, value in read(row["text"], _read_day(row.get("dct"), place))
        ]
        out.append(json.dumps({**row, "timex": found}, ensure_ascii=False) + "\n")
    return "".join(out)


def _read_day(written: Any, place: str) -> date | None:
    """The day of a date or of a date and time."""
    if not written:
        return None
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        raise BrokenGold(place, f"the document date {written!r} is no date.") from None


def score_time(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Figures:
    """TempEval-3's figures, in per cent, over whole expressions.

    strict: the same start and end. relaxed: one to one, a character shared. value: relaxed, and the same TIMEX3
    value; the figure that counts. type: relaxed, and the same type. What lies past `annotated_until` is left out.
    """
    answers = {str(row.get("id")): list(row.get("timex") or ()) for row in predicted}
    n = m = strict = relaxed = value = kind = 0
    for row in gold:
        until = row.get("annotated_until") or float("inf")
        found = [t for t in answers.get(str(row["id"]), ()) if t["start"] < until]
        n, m = n + len(row["timex"]), m + len(found)
        for wanted, got in _align(row["timex"], found):
            relaxed += 1
            strict += (got["start"], got["end"]) == (wanted["start"], wanted["end"])
            value += (got.get("value") or "") == (wanted.get("value") or "")
            kind += got.get("type") == wanted.get("type")
    f1 = {
        name: 200 * divide(hits, n + m)
        for name, hits in (("strictF1", strict), ("relaxedF1", relaxed), ("valueF1", value), ("typeF1", kind))
    }
    return {**f1, "gold": n, "pred": m}


def _align(
    wanted: Iterable[Mapping[str, Any]], found: list[Mapping[str, Any]]
) -> Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each gold expression with the free predicted one that shares most characters, the first of equals."""
    free = list(range(len(found)))
    for each in wanted:
        shared = [(min(found[j]["end"], each["end"]) - max(found[j]["start"], each["start"]), -j) for j in free]
        shared = [s for s in shared if s[0] > 0]
        if shared:
            j = -max(shared)[1]
            free.remove(j)
            yield each, found[j]
