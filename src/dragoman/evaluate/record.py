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
    yield from map(read_gold_report, files)


def read_gold_report(file: Path) -> dict[str, Any]:
    """One annotated report.

    Raises:
        BrokenGold: it cannot be read, is no JSON, or has no id or text.
    """
    try:
        row = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrokenGold(file, f"it cannot be read ({error.strerror or error}).") from None
    except ValueError as error:
        raise BrokenGold(file, f"it is not JSON ({error}).") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise BrokenGold(file, "an annotated report is an object with id and text.")
    return row


def report_of(row: dict[str, Any], where: object) -> Report:
    """Text and date of an annotated report, as from a plain text file."""
    day, text = split_header(row["text"])
    given = row.get("date")
    try:
        published = day or (date.fromisoformat(given) if given else None)
    except ValueError:
        raise BrokenGold(f"{where}, {row['id']}", f"{given!r} is no date; write YYYY-MM-DD.") from None
    return Report(text=text, published=published, origin=str(row["id"]))


def predict_records(folder: Path, code: Callable[[Report], str]) -> str:
    """The record of each report, one line each; the coder gets text and date, as from a plain text file."""
    out = []
    for row in read_gold_reports(folder):
        out.append(code(report_of(row, folder)).rstrip("\n") + "\n")
    return "".join(out)
