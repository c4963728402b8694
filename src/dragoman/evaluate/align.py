"""Records onto the annotated reports they belong to: the same text, white space and a date header aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

HEADER = re.compile(r"\Adate \d{4}-\d{2}-\d{2}\s*")


def name_loosely(text: str) -> str:
    """The text with single blanks and no date header: what a record and its annotated report share."""
    return HEADER.sub("", " ".join(text.split()))


def align_records(
    gold: Iterable[Mapping[str, Any]], records: Iterable[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """Each annotated report with its record, None where there is none; spans of the record count in the report's
    text, which lacks its date header where the record's does."""
    by_text = {name_loosely(r["report"]["text"]): r for r in records}
    out: list[tuple[Mapping[str, Any], Mapping[str, Any] | None]] = []
    for report in gold:
        record = by_text.get(name_loosely(report["text"]))
        header = HEADER.match(report["text"])
        if record and header and not record["report"]["text"].startswith("date "):
            report = {**report, "text": report["text"][header.end() :]}
        out.append((report, _shift(record, report["text"]) if record else None))
    return out


def _shift(record: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    own = record["report"]["text"]
    if own == text:
        return record
    move = _find_move(own, text)
    if move is None:
        return record

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: list(move(*v)) if k == "span" and v else walk(v) for k, v in value.items()}
        return [walk(v) for v in value] if isinstance(value, list) else value

    return {k: v if k == "report" else walk(v) for k, v in record.items()}


def _find_move(own: str, text: str) -> Callable[[int, int], tuple[int, int]] | None:
    """From offsets of one text to those of another that differs in white space, or holds it or is held by it."""
    by = text.find(own) if len(own) < len(text) else -own.find(text) if text in own else None
    if by is not None and (by != -1 or text[:1] == own[1:2]):  # -1: not found, unless one character was cut
        return lambda start, end: (start + by, end + by)
    here = [i for i, c in enumerate(own) if not c.isspace()]
    there = [i for i, c in enumerate(text) if not c.isspace()]
    if [own[i] for i in here] != [text[i] for i in there]:
        return None
    table = dict(zip(here, there, strict=True))
    return lambda start, end: (table.get(start, start), table.get(end - 1, end - 1) + 1)
