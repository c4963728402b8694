"""Five reports written by us, for `dragoman demo`, the README and the tests.

The round of talks in them is invented, and so are its people and the outlets that report it. The states and most
places are real, so that codes and coordinates can be seen; the river border was settled long ago.
"""

from __future__ import annotations

from importlib.resources import files

from dragoman.read import split_header
from dragoman.records import Report

# file, outlet, title
_REPORTS = (
    ("1-wire.txt", "Estuary Wire", "Ecuador and Peru close two articles of river accord"),
    ("2-readout.txt", "Ministry of Foreign Affairs of Peru", "Official communiqué on the meeting in Montevideo"),
    ("3-briefing.txt", "Planalto Daily", "Brazil urges restraint after “useful and honest” talks"),
    ("4-developing.txt", "The Napo Observer", "Sailors freed as Ecuador accuses Peru of breaking patrol deal"),
    ("5-call.txt", "Rambla Post", "Ministers agree by phone to look into river incident"),
)


def reports() -> list[Report]:
    """The bundled reports, in the order of their publication."""
    return [_read(name, outlet, title) for name, outlet, title in _REPORTS]


def _read(name: str, outlet: str, title: str) -> Report:
    day, text = split_header((files(__name__) / name).read_text(encoding="utf-8"))
    return Report(text, day, title, outlet, origin=name)
