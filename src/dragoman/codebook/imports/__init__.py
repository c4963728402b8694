"""Actors that users bring: query results of Wikidata, PETRARCH dictionaries and plain CSV become tables in a folder.

The tables are those of `codebook.own`; lookups use them at once where `DRAGOMAN_ACTORS` names the folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dragoman.codebook.holders import COLUMNS, Holder
from dragoman.codebook.imports.petrarch import read_petrarch
from dragoman.codebook.imports.rows import Found
from dragoman.codebook.imports.tabular import looks_tabular, read_csv, read_json
from dragoman.codebook.own import ACTOR_COLUMNS
from dragoman.errors import CannotRead

_STRAY: Final = 1000  # a text may have one NUL in so many characters
_PRECISION: Final = {0: "", 4: "year", 7: "month", 10: "day"}


def import_actors(
    file: Path, folder: Path, *, first: bool = False, office: str | None = None, as_of: str | None = None
) -> Found:
    """Reads a file of actors and writes what it holds as tables into `folder`, made where it is missing.

    first: they are asked before ours. office: of every row, where no column says it. as_of: the day until which open
    ends are known, where no column says it; else the latest day in the file.

    Raises:
        CannotRead: not a file of a known form, or nothing in it can be used.
    """
    found = read_actors(file, office=office, as_of=as_of)
    if not found.actors and not found.holders:
        why = f"line {found.unread[0].line}: {found.unread[0].why}" if found.unread else "it is empty"
        raise CannotRead(file, f"nothing in it can be used ({why}).")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stem = file.stem.replace(".", "-") + (".first" if first else "")
        _write(folder / f"{stem}.actors.tsv", ACTOR_COLUMNS, found.actors)
        _write(folder / f"{stem}.holders.tsv", COLUMNS, [_cells(h) for h in found.holders])
    except OSError as error:
        raise CannotRead(folder, f"cannot be written: {error.strerror or error}.") from error
    return found


def read_actors(file: Path, *, office: str | None = None, as_of: str | None = None) -> Found:
    """What a file holds; its form is seen from its content."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotRead(file, f"{error.strerror or error}.") from error
    except UnicodeDecodeError:
        text = file.read_bytes().decode("latin-1")  # PETRARCH dictionaries are older than UTF-8
    if text.count("\0") > len(text) // _STRAY:
        raise CannotRead(file, "not a text file.")
    text = text.replace("\0", "")  # real dictionaries have some
    if text.lstrip()[:1] in ("{", "["):
        return read_json(file, text, office, as_of)
    if looks_tabular(text):
        return read_csv(file, text, office, as_of)
    return read_petrarch(text, as_of)


def _cells(h: Holder) -> tuple[str, ...]:
    precision = _PRECISION[min((len(d) for d in (h.start, h.end) if d), default=0)]
    acting = "acting" if h.acting else ""
    return (h.person, "|".join(h.also), h.office, h.code, h.start, h.end, precision, acting, h.known_through, h.source)


def _write(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A table; none where there are no rows, and an older one of that name goes."""
    if not rows:
        path.unlink(missing_ok=True)
        return
    lines = ("\t".join(" ".join(c.split()) for c in row) for row in sorted(set(rows)))
    path.write_text("# " + "\t".join(columns) + "\n" + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
