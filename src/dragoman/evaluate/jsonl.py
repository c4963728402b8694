"""Annotated files in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from dragoman.errors import BrokenGold


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _is_spans(value: Any) -> bool:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        return False
    ends = [(v.get("start"), v.get("end")) for v in value]
    return all(isinstance(a, int) and isinstance(b, int) and 0 <= a <= b for a, b in ends)


# what a field holds, wherever one of that name is asked for
_HOLDS: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "id": (lambda v: isinstance(v, str | int), "a text or a number"),
    **dict.fromkeys(("text", "sentence", "source", "target", "root"), (lambda v: isinstance(v, str), "a text")),
    "penta": (lambda v: isinstance(v, int | float) and not isinstance(v, bool), "a number"),
    **dict.fromkeys(("tokens", "tags"), (_is_texts, "a list of texts")),
    **dict.fromkeys(("timex", "toponyms"), (_is_spans, "a list of objects, each with start and end")),
}


def read_gold_lines(path: Path, fields: Sequence[str] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a JSON Lines file with its place (file:line).

    Raises:
        BrokenGold: there is no line; one is no object, lacks one of `fields` or has another kind of value there, or two
            have one `id`.
    """
    told: dict[Any, int] = {}
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise BrokenGold(place, f"it is not JSON ({error}).") from None
            if not isinstance(row, dict):
                raise BrokenGold(place, "a line is an object.")
            absent = [name for name in fields if name not in row]
            if absent:
                raise BrokenGold(place, f"the field {absent[0]} is missing.")
            for name in fields:
                holds, what = _HOLDS.get(name, (None, ""))
                if holds is not None and not holds(row[name]):
                    raise BrokenGold(place, f"the field {name} is {what}.")
            if "id" in fields and told.setdefault(row["id"], number) != number:
                raise BrokenGold(place, f"the id {row['id']!r} is that of line {told[row['id']]} too.")
            tags, tokens = row.get("tags"), row.get("tokens")
            if "tokens" in fields and isinstance(tags, list) and len(tags) != len(tokens or ()):
                raise BrokenGold(place, "there are as many tags as tokens.")
            told.setdefault(None, number)
            yield place, row
    if not told:
        raise BrokenGold(path, "there is no line in it.")
