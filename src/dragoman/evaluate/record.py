"""A folder of annotated reports, one JSON file each: records out, as `dragoman code --format json` prints them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenGold
from dragoman.read import split_header
from dragoman.records import Report


def read_gold_reports(folder: Path) -> Iterator[dict[str, Any]]:
    """The annotated reports of a folder, the files whose names begin with a digit, by name.

    Raises:
        BrokenGold: it is no folder or has no such file; a file is no JSON, or has no id or text.
    """
    if not folder.is_dir():
        raise BrokenGold(folder, "it is no folder. Annotated reports are a folder of JSON files, 00.json and so on.")
    files = sorted(folder.glob("[0-9]*.json"), key=str)
    if not files:
        raise BrokenGold(folder, "there is no annotated report in it; they are called 00.json and so on.")
    for file in files:
        try:
            row = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BrokenGold(file, f"it is not JSON ({error}).") from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
            raise BrokenGold(file, "an annotated report is an object with id and text.")
        yield row


def predict_records(folder: Path, code: Callable[[Report], str]) -> str:
    """The record of each report, one line each; the coder gets text and date, as from a plain text file."""
    out = []
    for row in read_gold_reports(folder):
        day, text = split_header(row["text"])
        given = row.get("date")
        try:
            published = day or (date.fromisoformat(given) if given else None)
        except ValueError:
            raise BrokenGold(f"{folder}, {row['id']}", f"{given!r} is no date; write YYYY-MM-DD.") from None
        out.append(code(Report(text=text, published=published, origin=str(row["id"]))).rstrip("\n") + "\n")
    return "".join(out)
