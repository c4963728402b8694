"""The same reports coded with our codebook and with a user's: which events come, go, or change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from dragoman.codebook.tables import FOLDER
from dragoman.errors import DragomanError
from dragoman.show.wording import first_words, word_name

Key = tuple[str, str, str, str, str]


def compare_codings(folder: Path, reports: list[str]) -> list[dict[str, str]]:
    """One row an event that only one of the two codebooks codes so: change ("gains", "loses"), event, sides, words.

    Each codebook has a process of its own, since tables are read once a process.
    """
    ours, theirs = _code(reports, None), _code(reports, folder)
    rows = [("loses", key) for key in (ours - theirs).elements()] + [
        ("gains", key) for key in (theirs - ours).elements()
    ]
    names = ("report", "words", "event", "actor", "recipient")
    told = [{"change": change, **dict(zip(names, key, strict=True))} for change, key in rows]
    return sorted(told, key=lambda row: (row["report"], row["words"], row["change"]))


def _code(reports: list[str], folder: Path | None) -> Counter[Key]:
    environment = {k: v for k, v in os.environ.items() if k != FOLDER}
    if folder is not None:
        environment[FOLDER] = str(folder)
    command = [sys.executable, "-m", "dragoman", "code", *reports, "--format", "json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout:
        raise DragomanError(folder or "dragoman", _last_line(done.stderr))
    return Counter(key for line in done.stdout.splitlines() for key in _keys(json.loads(line)))


def _last_line(told: str) -> str:
    return (told.strip().splitlines() or ["nothing was coded."])[-1].removeprefix("Error: ")


def _keys(record: dict[str, Any]) -> list[Key]:
    report = record["report"]
    name = report["title"] or first_words(report["text"], 8)
    return [
        (
            name,
            first_words(e["trigger"]["text"], 8),
            e["event"],
            ", ".join(word_name(x) for x in e["actor"]),
            ", ".join(word_name(x) for x in e["recipient"]),
        )
        for e in record["events"]
    ]
