"""Files, folders, patterns and stdin -> Reports, with what cannot be read as values between them."""

from __future__ import annotations

import glob
import io
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO

from dragoman.errors import CannotRead, TooLarge
from dragoman.read.decode import MAX_TEXT_BYTES
from dragoman.read.html import MAX_PAGE_BYTES, looks_like_html, read_html
from dragoman.read.jsonl import MAX_LINE_BYTES, read_json, read_jsonl
from dragoman.read.text import read_text
from dragoman.records import Report

HTML = (".html", ".htm", ".xhtml")
JSON_LINES = (".jsonl", ".ndjson")
MAX_JSON_BYTES = 200_000_000  # a .json file is held whole; JSON Lines have no such limit


def read_sources(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Report | CannotRead]:
    """The reports at `paths`, in order, and a CannotRead in the place of each that is none.

    A path is a file, a folder (all files in it at any depth, sorted by name, hidden ones left out), a pattern
    such as `reports/*.html`, or `-` for stdin. The kind of a file goes by its ending (.html, .jsonl, .json), or
    else by how it begins. Nothing is raised for a source; each line of a JSON Lines file is a report of its own.

    Args:
        published: the day of reports that do not say theirs.
        fields: other names of the fields of JSON Lines, as `parse_fields` gives them.
    """
    for path in paths:
        for each in _expand(os.fspath(path)):
            if isinstance(each, CannotRead):
                yield each
            else:
                yield from read_source(each, published=published, fields=fields)


def read_source(
    path: str, *, published: date | None = None, fields: Mapping[str, str] | None = None
) -> Iterator[Report | CannotRead]:
    """The reports of one file, or of stdin where `path` is `-`."""
    try:
        if path == "-":
            yield from _read_stream(sys.stdin.buffer, "stdin", "", published, fields)
        else:
            with open(path, "rb") as stream:
                yield from _read_stream(stream, path, Path(path).suffix.lower(), published, fields)
    except OSError as error:
        yield CannotRead(path, f"it cannot be opened ({error.strerror or error}).")
    except ValueError as error:  # a name with a NUL in it; a closed stdin
        yield CannotRead(path.encode("ascii", "backslashreplace").decode(), f"it cannot be opened ({error}).")


def _read_stream(
    stream: IO[bytes], where: str, ending: str, published: date | None, fields: Mapping[str, str] | None
) -> Iterator[Report | CannotRead]:
    if ending in JSON_LINES:
        yield from read_jsonl(stream, where, published=published, fields=fields)
        return
    head = stream.read(MAX_LINE_BYTES)
    if ending not in HTML and ending != ".json" and _looks_like_json_lines(head):
        yield from read_jsonl(_Rejoined(head, stream), where, published=published, fields=fields)
        return
    try:
        if ending == ".json":
            data = head + stream.read(MAX_JSON_BYTES + 1 - len(head))
            if len(data) > MAX_JSON_BYTES:
                raise TooLarge(where, f"more than {MAX_JSON_BYTES:,} bytes in one JSON file. Use JSON Lines.")
            yield from read_json(data, where, published=published, fields=fields)
        elif ending in HTML or looks_like_html(head):
            yield read_html(_hold(head, MAX_PAGE_BYTES, where), where, published=published)
        else:
            yield read_text(_hold(head, MAX_TEXT_BYTES, where), where, published=published)
    except CannotRead as error:
        yield error


def _hold(head: bytes, limit: int, where: str) -> bytes:
    if len(head) > limit:
        raise TooLarge(where, f"it is larger than one report may be ({limit:,} bytes). Split it.")
    return head


def _looks_like_json_lines(head: bytes) -> bool:
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


class _Rejoined:
    """A stream with the bytes put back that were read from its head."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readline(self, size: int, /) -> bytes:
        line = self._head.readline(size)
        if line.endswith(b"\n") or len(line) >= size:
            return line
        return line + self._rest.readline(size - len(line))


def _expand(path: str) -> Iterator[str | CannotRead]:
    """The files that one path means."""
    if path == "-":
        yield path
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if any(c in path for c in "*?["):
            yield from _expand_pattern(path)
        else:
            name = path.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            yield CannotRead(name, f"there is no such file or folder ({reason}).")
        return
    if not stat.S_ISDIR(mode):
        yield path
        return
    files = list(_walk(path))
    yield from files
    if not files:
        yield CannotRead(path, "there is no file in this folder.")


def _expand_pattern(pattern: str) -> Iterator[str | CannotRead]:
    try:
        found = sorted(glob.glob(pattern, recursive=True))
    except (OSError, ValueError, RecursionError):
        found = []
    if not found:
        yield CannotRead(pattern, "no file matches.")
    for each in found:
        if not os.path.isdir(each):
            yield each
        elif "**" not in pattern:  # which matches the files in the folder as well
            yield from _walk(each)


def _walk(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            full = os.path.join(here, name)
            if not name.startswith(".") and os.path.isfile(full):
                yield full
