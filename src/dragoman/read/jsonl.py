"""JSON Lines -> Reports: one object a line, one report an object.

    text        the report itself (the only field that must be there)
    published   the day, YYYY-MM-DD, or anything that begins with it; also the dates of feeds ("Thu, 04 May 2023 …")
    title, outlet, url, author
    id          a name for messages only; a text is named by its content

Other fields are passed over. A mapping reads other names: `text=body,published=date`; a dot goes inside an
object: `text=report.text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Protocol

from dragoman.errors import BinaryInput, CannotRead, EmptyReport, TooLarge
from dragoman.read.decode import MAX_TEXT_BYTES, decode_text, mend_surrogates
from dragoman.read.language import check_english
from dragoman.records import Report

FIELDS = ("id", "url", "title", "published", "outlet", "text", "author")
MAX_LINE_BYTES = 4 * MAX_TEXT_BYTES  # a text in JSON may be written in escapes


class Lines(Protocol):
    """Anything that gives bytes line by line."""

    def readline(self, size: int, /) -> bytes: ...


def parse_fields(mapping: str) -> dict[str, str]:
    """`text=body,published=date` as a dict from our name to theirs.

    >>> parse_fields("text=body, published=date")
    {'text': 'body', 'published': 'date'}

    Raises:
        CannotRead: an entry is no `ours=theirs`, or names no field of ours.
    """
    out = {}
    for entry in mapping.split(","):
        ours, equals, theirs = (part.strip() for part in entry.partition("="))
        if not equals or not theirs or ours not in FIELDS:
            raise CannotRead("--fields", f"{entry.strip()!r} is no OURS=THEIRS; OURS is one of {', '.join(FIELDS)}.")
        out[ours] = theirs
    return out


def read_jsonl(
    stream: Lines, where: object, *, published: date | None = None, fields: Mapping[str, str] | None = None
) -> Iterator[Report | CannotRead]:
    """The reports of a JSON Lines stream, line by line; a line that is no report comes as a failure.

    Nothing is raised and no more than one line is held. Blank lines are passed over.
    """
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        place = f"{where}:{number}"
        if len(line) > MAX_LINE_BYTES:
            yield TooLarge(place, f"a line has more than {MAX_LINE_BYTES:,} bytes. One report a line, please.")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE_BYTES)
            continue
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield read_object(parse_object(line, place), place, published=published, fields=fields)
        except CannotRead as error:
            yield error


def read_json(
    data: bytes, where: object, *, published: date | None = None, fields: Mapping[str, str] | None = None
) -> Iterator[Report | CannotRead]:
    """The reports of a JSON file: one object, or a list of them."""
    try:
        value = parse_json(data, where)
    except CannotRead as error:
        yield error
        return
    if not isinstance(value, list):
        value = [value]
    if not value:
        yield EmptyReport(where, "the list is empty.")
    for number, each in enumerate(value, 1):
        place = f"{where}:{number}" if len(value) > 1 else str(where)
        try:
            if not isinstance(each, dict):
                raise CannotRead(place, "a report is a JSON object with the field text.")
            yield read_object(each, place, published=published, fields=fields)
        except CannotRead as error:
            yield error


def parse_object(line: bytes, where: object) -> dict[str, object]:
    value = parse_json(line, where)
    if not isinstance(value, dict):
        raise CannotRead(where, "a line of JSON Lines is an object with the field text.")
    return value


def parse_json(data: bytes, where: object) -> object:
    text = decode_text(data, where, limit=max(MAX_LINE_BYTES, len(data)))
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise CannotRead(where, f"it is not JSON ({error.msg}, character {error.pos + 1}).") from None
    except (RecursionError, ValueError):  # nested beyond reason; a number of thousands of digits
        raise CannotRead(where, "it is not JSON that can be read.") from None


def read_object(
    value: Mapping[str, object],
    where: object,
    *,
    published: date | None = None,
    fields: Mapping[str, str] | None = None,
) -> Report:
    """The report in one JSON object.

    Raises:
        CannotRead: a field is missing, is no text or is no date; or the text is empty, too long or not English.
    """
    names = {name: name for name in FIELDS} | dict(fields or {})
    said = {ours: _find_text(value, theirs, where) for ours, theirs in names.items()}
    text = said["text"]
    if text is None:
        raise CannotRead(where, f"the field {names['text']} is missing; a mapping such as text=body names another.")
    if not text.strip():
        raise EmptyReport(where, "its text is empty.")
    if len(text) > MAX_TEXT_BYTES:
        raise TooLarge(where, f"{len(text):,} characters are more than one report may have ({MAX_TEXT_BYTES:,}).")
    if text.count("\0") > len(text) / 200:
        raise BinaryInput(where, "its text is not text.")
    check_english(text, where)
    day = parse_day(said["published"], where) if said["published"] else published
    name = said["id"]
    return Report(
        text=text,
        published=day,
        title=said["title"] or None,
        outlet=said["outlet"] or None,
        url=said["url"] or None,
        author=said["author"] or None,
        origin=f"{where} ({name})" if name else str(where),
    )


def _find_text(value: Mapping[str, object], path: str, where: object) -> str | None:
    found: object = value.get(path)
    if found is None and "." in path:
        found = value
        for key in path.split("."):
            found = found.get(key) if isinstance(found, Mapping) else None
    if found is None:
        return None
    if isinstance(found, int | float) and not isinstance(found, bool):
        found = str(found)
    if not isinstance(found, str):
        raise CannotRead(where, f"the field {path} is no text.")
    return mend_surrogates(found)


def parse_day(words: str, where: object) -> date:
    """The day that `words` begin with: ISO 8601, with or without a time, or as mail and feeds write it.

    The day is the one written, whatever time zone follows.
    """
    words = words.strip()
    for piece in (words[:10], words[:8]):
        try:
            return date.fromisoformat(piece)
        except ValueError:
            pass
    try:
        return parsedate_to_datetime(words).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        raise CannotRead(where, f"{words[:40]!r} is no date; write YYYY-MM-DD.") from None
