"""What goes to a terminal or a pipe: data to stdout, words to stderr, nothing of a report as a command to either."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import suppress
from typing import TextIO

NARROWEST, WIDEST = 80, 120

# Control characters (a terminal obeys them), and the marks that turn the direction of writing or hide letters.
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff]")


def visible(text: str) -> str:
    """`text` on one line, white space as single blanks, and neither a character that a terminal obeys nor one unseen.

    >>> visible("one\\n two \\x1b[31mred")
    'one two �[31mred'
    """
    return OBEYED.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", " ".join(text.split())))


def prepare_streams() -> None:
    """Makes stdout and stderr UTF-8 whatever the locale: JSON is UTF-8, and a report may quote any script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Data, to stdout, with a line's end, at once: who waits for it may be another program."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Words to the person at the keyboard, to stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def hush() -> None:
    """Lets nothing more be written to stdout: its reader has gone, and Python would complain of it at exit."""
    with suppress(OSError, ValueError):  # no real stream beneath, as under test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def width_of(stream: TextIO | None = None) -> int:
    """Columns to fill: those of the terminal, between 80 and 120; 100 where there is none."""
    stream = sys.stdout if stream is None else stream
    if not stream.isatty() and "COLUMNS" not in os.environ:
        return 100
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def wants_colour(stream: TextIO | None = None) -> bool:
    """Only a terminal that has not asked for none (https://no-color.org)."""
    stream = sys.stdout if stream is None else stream
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
