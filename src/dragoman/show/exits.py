"""How a command ends, as a number."""

from __future__ import annotations

OK = 0
FAILED = 1  # nothing worked, or an error of ours
USAGE = 2  # the command line itself; typer's own
SOME_FAILED = 3  # some inputs failed, each named on stderr
INTERRUPTED = 130


def exit_code(done: int, failed: int) -> int:
    """The number for `done` inputs that worked and `failed` that did not.

    >>> exit_code(3, 0), exit_code(3, 1), exit_code(0, 1), exit_code(0, 0)
    (0, 3, 1, 1)
    """
    if not done:
        return FAILED
    return SOME_FAILED if failed else OK
