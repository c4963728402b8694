"""The codebook's tables: text files with tabs under `data/`, made to be read and changed by hand.

The environment variable `DRAGOMAN_CODEBOOK` (or `dragoman --codebook`) names a folder of one's own tables: a file named
as one of ours takes its place, and `event_frames.more.tsv` adds its rows before those of `event_frames.tsv`, so that
where one answer is wanted its rows win.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeVar

from dragoman.errors import BrokenCodebook

FOLDER: Final = "DRAGOMAN_CODEBOOK"

Key = TypeVar("Key")
Value = TypeVar("Value")
Closed = Mapping[int, tuple[str, ...]]  # columns, counted from 0, with all the words that they may hold


def read_table(name: str, width: int) -> list[list[str]]:
    """Rows of a table; the first line names its columns, lines that begin with # are notes.

    Raises:
        BrokenCodebook: a row has another number of columns.
    """
    return [cells for _, cells in read_numbered(name, width)]


def read_shipped(name: str, width: int) -> list[list[str]]:
    """The rows of our own table, whatever the user has put in its place."""
    return [cells for _, cells in _split(name, _shipped(name), width)]


def read_numbered(name: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """The same rows, each with the number of its line, for messages."""
    folder = codebook_folder()
    if folder:
        more, instead = Path(folder, f"{name.removesuffix('.tsv')}.more.tsv"), Path(folder, name)
        if more.is_file():
            yield from read_file(more, width)
        if instead.is_file():
            yield from read_file(instead, width)
            return
    yield from _split(name, _shipped(name), width)


def _shipped(name: str) -> str:
    return files("dragoman.codebook").joinpath("data", name).read_text(encoding="utf-8")


def codebook_folder() -> str:
    """The folder of the user's own tables, empty where there is none.

    Raises:
        BrokenCodebook: it is named and does not exist, or holds a table that is none of ours.
    """
    folder = os.environ.get(FOLDER, "")
    return _known_folder(folder) if folder else ""


@cache
def _known_folder(folder: str) -> str:
    if not Path(folder).is_dir():
        raise BrokenCodebook(folder, "no such folder; it should hold tables like those of the codebook.")
    strange = [f.name for f in sorted(Path(folder).glob("*.tsv")) if table_of(f.name) is None]
    if strange:
        raise BrokenCodebook(str(Path(folder, strange[0])), f"no table of ours is called so; {_NAMES}")
    return folder


_NAMES: Final = "see `dragoman codebook show` for their names."


def table_of(file: str) -> str | None:
    """The table of ours that a file of a user's folder replaces or adds to."""
    name = f"{file.removesuffix('.more.tsv')}.tsv" if file.endswith(".more.tsv") else file
    return name if name in list_tables() else None


@cache
def list_tables() -> tuple[str, ...]:
    """The names of our tables."""
    return tuple(sorted(f.name for f in (files("dragoman.codebook") / "data").iterdir() if f.name.endswith(".tsv")))


def digest_folder() -> bytes:
    """The content of the user's tables, for the version of the codebook."""
    folder = codebook_folder()
    tables = sorted(Path(folder).glob("*.tsv")) if folder else []
    return b"".join(f.name.encode() + b"\0" + f.read_bytes() for f in tables)


def read_file(path: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that a user brings, each with the number of its line.

    Raises:
        BrokenCodebook: it cannot be read, is not UTF-8, or a row has another number of columns.
    """
    yield from _split(str(path), read_text(path), width)


def read_text(path: Path) -> str:
    """The text of a table that a user brings.

    Raises:
        BrokenCodebook: it cannot be read, or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BrokenCodebook(str(path), f"{error.strerror or error}.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise BrokenCodebook(f"{path}:{line}", "not UTF-8; save the table as UTF-8.") from error


def _split(name: str, text: str, width: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise BrokenCodebook(f"{name}:{number}", f"{len(cells)} columns where {width} are wanted")
        yield number, cells


def keep_first(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, Value]:
    """Each key with its first value: a user's added rows stand before ours, and win.

    >>> keep_first([("deal", "-"), ("deal", "agreement")])
    {'deal': '-'}
    """
    found: dict[Key, Value] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def read_closed(name: str, width: int, closed: Closed) -> Iterator[list[str]]:
    """The rows of a table some of whose columns know so many words and no other (`Closed`).

    Raises:
        BrokenCodebook: a row has another number of columns, or another word in one of these.
    """
    for number, cells in read_numbered(name, width):
        for fault in find_strange(cells, closed):
            raise BrokenCodebook(f"{name}:{number}", fault)
        yield cells


def find_strange(cells: Sequence[str], closed: Closed) -> Iterator[str]:
    """What is wrong with the words of a row, one line a word."""
    for column, words in closed.items():
        if cells[column] not in words:
            yield f"{cells[0]}: {cells[column]!r} is none of {', '.join(filter(None, words))}"
