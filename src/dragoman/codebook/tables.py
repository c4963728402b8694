"""The codebook's tables: text files with tabs under `data/`, made to be read and changed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dragoman.errors import BrokenCodebook


def read_table(name: str, width: int) -> list[list[str]]:
    """Rows of a table; the first line names its columns, lines that begin with # are notes.

    Raises:
        BrokenCodebook: a row has another number of columns.
    """
    return [cells for _, cells in read_numbered(name, width)]


def read_numbered(name: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """The same rows, each with the number of its line, for messages."""
    yield from _split(name, files("dragoman.codebook").joinpath("data", name).read_text(encoding="utf-8"), width)


def read_file(path: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that a user brings, each with the number of its line.

    Raises:
        BrokenCodebook: it cannot be read, is not UTF-8, or a row has another number of columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BrokenCodebook(str(path), f"{error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise BrokenCodebook(str(path), "not UTF-8.") from error
    yield from _split(str(path), text, width)


def _split(name: str, text: str, width: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise BrokenCodebook(f"{name}:{number}", f"{len(cells)} columns where {width} are wanted")
        yield number, cells


def check_word(table: str, number: int, value: str, known: tuple[str, ...]) -> None:
    """Raises BrokenCodebook where `value`, in line `number`, is none of the words that the column knows."""
    if value not in known:
        raise BrokenCodebook(f"{table}:{number}", f"{value} is none of {', '.join(known)}")
