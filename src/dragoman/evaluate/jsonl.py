"""Annotated files in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenGold


def read_gold_lines(path: Path, fields: Sequence[str] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a JSON Lines file with its place (file:line).

    Raises:
        BrokenGold: a line is no object, or lacks one of `fields`.
    """
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
            yield place, row
