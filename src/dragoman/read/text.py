"""Plain text -> Report."""

from __future__ import annotations

import re
from datetime import date

from dragoman.errors import EmptyReport
from dragoman.read.decode import decode_text
from dragoman.read.language import check_english
from dragoman.records import Report

HEADER = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)\s*")


def split_header(text: str) -> tuple[date | None, str]:
    """The date that the text's first words give, and the text after it and the white space around it.

    The words may stand on the text's own line or on one of their own. Without them, or where they name no
    day of the calendar, the text comes back as it is.

    >>> split_header(" date 2023-05-04 After four days")
    (datetime.date(2023, 5, 4), 'After four days')
    """
    found = HEADER.match(text)
    if not found:
        return None, text
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return None, text
    return day, text[found.end() :]


def read_text(data: bytes, where: object, *, published: date | None = None) -> Report:
    """The report that a plain text file holds; `published` is used where the text does not say its date.

    Raises:
        CannotRead: empty, binary, not English or too large.
    """
    day, text = split_header(decode_text(data, where))
    if not text.strip():
        raise EmptyReport(where, "there is nothing in it but a date.")
    check_english(text, where)
    return Report(text=text, published=day or published, origin=str(where))
