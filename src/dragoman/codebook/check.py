"""Whether a folder of one's own tables can be used: every row that cannot is named with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dragoman.codebook import offices, saying, stances, talks
from dragoman.codebook.formats import is_day
from dragoman.codebook.frames import RECIPIENTS
from dragoman.codebook.plover import find_cameo
from dragoman.codebook.tables import Closed, find_strange, list_tables, read_file, read_shipped, table_of
from dragoman.errors import BrokenCodebook

_KEYS: Final = {"event_frames.tsv": 4, "plover.tsv": 2, "event_nouns.tsv": 1}  # columns that tell one row from another
_KINDS: Final = ("verb", "noun", "adjective")
_USES: Final = ("", "light")
_WIDTHS: Final = {
    "event_frames.tsv": 8,
    "event_nouns.tsv": 2,
    "event_lights.tsv": 1,
    "event_modes.tsv": 6,
    "plover.tsv": 4,
    "contexts.tsv": 2,
}
_CLOSED: Final[Mapping[str, Closed]] = {
    **offices.CLOSED,
    **saying.CLOSED,
    **stances.CLOSED,
    **talks.CLOSED,
}


def check_folder(folder: Path) -> Iterator[str]:
    """One line a fault: file, line, what is wrong and what would do. Tables are read as they would be used."""
    if not folder.is_dir():
        yield f"{folder}: no such folder"
        return
    tables = sorted(folder.glob("*.tsv"))
    if not tables:
        yield f"{folder}: there is no table in it; a table is a file like {', '.join(list_tables()[:3])} …"
    known = _categories(folder)
    for file in tables:
        name = table_of(file.name)
        if name is None:
            yield f"{file}: no table of ours is called so"
            continue
        width = _WIDTHS.get(name) or _width_of(name)
        try:
            rows = list(read_file(file, width))
        except BrokenCodebook as fault:
            yield str(fault)
            continue
        if not rows and file.name == name:
            yield f"{file}: there is no row in it, and it takes the place of ours; call it {_more(name)} to add to them"
        told: dict[tuple[str, ...], int] = {}
        for number, cells in rows:
            before = told.setdefault(tuple(cells[: _KEYS.get(name, len(cells))]), number)
            if before != number:
                yield f"{file}:{number}: told already in line {before}"
            for what in _faults(name, cells, known):
                yield f"{file}:{number}: {what}"


def _more(name: str) -> str:
    return f"{name.removesuffix('.tsv')}.more.tsv"


def _width_of(name: str) -> int:
    """How many columns our table has: as many as its heading names, or its first row."""
    for width in range(1, 12):
        try:
            if read_shipped(name, width):
                return width
        except BrokenCodebook:
            continue
    return 1


def _categories(folder: Path) -> dict[str, set[str]]:
    """Category -> its modes, ours and the folder's."""
    found: dict[str, set[str]] = {}
    rows = read_shipped("plover.tsv", 4) if not (folder / "plover.tsv").is_file() else []
    for name in ("plover.tsv", "plover.more.tsv"):
        if (folder / name).is_file():
            try:
                rows += [cells for _, cells in read_file(folder / name, 4)]
            except BrokenCodebook:
                continue
    for category, mode, *_ in rows:
        found.setdefault(category, set()).add(mode)
    return found


def _faults(name: str, cells: list[str], known: dict[str, set[str]]) -> Iterator[str]:
    yield from find_strange(cells, _CLOSED.get(name, {}))
    if name == "plover.tsv":
        _, _, quad, score = cells
        if quad not in ("1", "2", "3", "4"):
            yield f"quad class {quad!r}; it is 1, 2, 3 or 4"
        if not _is_number(score) or not -10 <= float(score) <= 10:
            yield f"score {score!r}; it is a number from -10 to 10"
    elif name == "talk_formats.tsv":
        for k, day in enumerate(cells[4:6]):
            if not is_day(day) and (day or k == 0):
                yield f"{cells[0]}: {day!r} is no day; it is written 2003-08-27"
    elif name == "event_modes.tsv":
        category, mode, instead, _, _, cameo = cells
        for told in (mode, *instead.split()):
            if told and told not in known.get(category, ()):
                yield f"{category}: no mode {told!r}; {_list(known.get(category, set()))}"
        if cameo and find_cameo(cameo) is None:
            yield f"{category}: {cameo!r} is no CAMEO code"
    elif name == "event_frames.tsv":
        category, kind, predicate, _, mode, _, cameo, use = cells
        if category not in known:
            yield f"{predicate}: no category {category!r}; add it to plover.more.tsv, or use one of {', '.join(known)}"
        elif mode and mode not in known[category]:
            yield f"{predicate}: {category} has no mode {mode!r}; {_list(known[category])}"
        if kind not in _KINDS:
            yield f"{predicate}: {kind!r} is no kind of predicate; {', '.join(_KINDS)}"
        if use not in _USES:
            yield f"{predicate}: {use!r} in the last column; it is empty or light"
        if cameo and find_cameo(cameo) is None:
            yield f"{predicate}: {cameo!r} is no CAMEO code"
        if predicate != predicate.lower() or " " in predicate or not predicate:
            yield f"{predicate!r}: a predicate is one word, as in a dictionary: wave; a particle is a need: prt=off"
        for need in cells[3].split(";"):
            if need != need.strip() or " " in need or need.endswith("="):
                yield f"{predicate}: {need!r} is no need; they are parted by semicolons, without spaces: obj;prt=off"
        for place in cells[5].split(","):
            if place and place not in RECIPIENTS:
                yield f"{predicate}: {place!r} is no place of a recipient; {', '.join(sorted(RECIPIENTS))}"


def _list(modes: set[str]) -> str:
    named = sorted(m for m in modes if m)
    return f"it has {', '.join(named)}" if named else "it has none"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
