"""Everything raised on purpose.

DragomanError                  one clear line: what, where, what to do
├── CannotRead                 a source that is no readable report
│   ├── EmptyReport            nothing in it
│   ├── BinaryInput            bytes that are no text
│   ├── NotEnglish             another language, or none
│   └── TooLarge               more than is read at once
├── CannotOpenRecord           a record file that is missing, locked, foreign or too new
├── BrokenCodebook             a codebook file with a mistake; names file and line
├── BrokenGold                 an annotated file that `evaluate` cannot take
└── ModelMissing               the model file is absent or does not match this version
"""

from __future__ import annotations


class DragomanError(Exception):
    """`where` names the file, line or record; the message says what is wrong and what to do."""

    def __init__(self, where: object, what: str) -> None:
        self.where = str(where)
        self.what = what
        super().__init__(f"{self.where}: {what}")

    def __reduce__(self) -> tuple[type[DragomanError], tuple[str, str]]:
        """Errors cross from worker processes, whole."""
        return type(self), (self.where, self.what)


class CannotRead(DragomanError):
    """A source that is no readable report."""


class EmptyReport(CannotRead):
    """Nothing but white space."""


class BinaryInput(CannotRead):
    """Bytes that are no text."""


class NotEnglish(CannotRead):
    """Another language than English, or no language."""


class TooLarge(CannotRead):
    """More than is read at once."""


class CannotOpenRecord(DragomanError):
    """A record file that cannot be used; says why."""


class BrokenCodebook(DragomanError):
    """A codebook file with a mistake; `where` is file:line."""


class BrokenGold(DragomanError):
    """An annotated file that `evaluate` cannot take."""


class ModelMissing(DragomanError):
    """The model file is absent or does not match this version."""
