"""Which rows a folder of one's own tables adds to ours, and which of ours it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dragoman.codebook.tables import codebook_folder, read_text, table_of
from dragoman.errors import BrokenCodebook


def compare_tables(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Table, "adds" or "leaves out", and the row with its cells parted by bars; in the order of the files.

    Raises:
        BrokenCodebook: the folder does not exist, or another one is in use.
    """
    if not folder.is_dir():
        raise BrokenCodebook(str(folder), "no such folder.")
    if codebook_folder():
        raise BrokenCodebook(str(folder), "compare it without --codebook: it is compared with ours.")
    for file in sorted(folder.glob("*.tsv")):
        name = table_of(file.name)
        if name is None:
            raise BrokenCodebook(str(file), "no table of ours is called so.")
        ours = _rows(files("dragoman.codebook").joinpath("data", name).read_text(encoding="utf-8"))
        theirs = _rows(read_text(file))
        for row in theirs:
            if row not in ours:
                yield name, "adds", row
        if file.name == name:
            for row in ours:
                if row not in theirs:
                    yield name, "leaves out", row


def _rows(text: str) -> dict[str, None]:
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return dict.fromkeys(" | ".join(line.split("\t")) for line in lines)
