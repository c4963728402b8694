"""Tables that users bring: a folder of their own actors and office-holders, looked up beside ours.

The environment variable `DRAGOMAN_ACTORS` names the folder. In it, in the order of their names:

* `*.actors.tsv`: code, name, also, sectors
* `*.holders.tsv`: the columns of our `office_holders.tsv`

Ours are asked first and theirs fill the gaps; a file named `*.first.actors.tsv` or `*.first.holders.tsv` is asked
before ours. `dragoman actors import` writes both kinds.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.codebook.tables import read_file
from dragoman.errors import BrokenCodebook

FOLDER: Final = "DRAGOMAN_ACTORS"
ACTOR_COLUMNS: Final = ("code", "name", "also", "sectors")


def own_folder() -> str:
    """The folder of the user's tables, empty where there is none."""
    return os.environ.get(FOLDER, "")


def list_own(folder: str, kind: str, first: bool) -> list[Path]:
    """The user's files of one kind ("actors", "holders"), those asked before ours or the others.

    Raises:
        BrokenCodebook: the folder does not exist.
    """
    if not folder:
        return []
    place = Path(folder)
    if not place.is_dir():
        raise BrokenCodebook(folder, f"no such folder; {FOLDER} names the folder of your own actors.")
    return [f for f in sorted(place.glob(f"*.{kind}.tsv")) if f.name.endswith(f".first.{kind}.tsv") is first]


@cache
def own_actors(folder: str, first: bool) -> tuple[tuple[str, ...], ...]:
    """Rows of the user's actors: code, name, also, sectors."""
    return tuple(
        tuple(cells) for f in list_own(folder, "actors", first) for _, cells in read_file(f, len(ACTOR_COLUMNS))
    )


def digest_own(folder: str) -> bytes:
    """The content of the user's tables, for the version of the codebook."""
    return b"".join(
        f.name.encode() + b"\0" + f.read_bytes()
        for kind in ("actors", "holders")
        for first in (True, False)
        for f in list_own(folder, kind, first)
    )
