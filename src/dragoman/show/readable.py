"""The record of one report as text for a terminal. The same record gives the same lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.show.outline import Outline, outline_of
from dragoman.show.rows import Row, Words
from dragoman.show.terminal import visible
from dragoman.show.wording import count, first_words, join_and

_BOLD, _FAINT, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {
    "meetings": "\x1b[32m",
    "statements": "\x1b[34m",
    "events": "\x1b[31m",
    "agreements": "\x1b[35m",
    "positions": "\x1b[33m",
}
LABEL = 6  # columns that a row's label takes


def render_record(
    record: Mapping[str, Any],
    *,
    width: int = 100,
    colour: bool = False,
    made_by: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> str:
    """A record (as `dragoman code --format json` prints it) as lines for people, `width` columns wide.

    Each row stands with the words it rests on, quoted, and their offsets into the report's text. A word too long
    for a line, such as a URL, is broken.
    """
    return render_outline(outline_of(record, made_by=made_by, notes=notes), width=width, colour=colour)


def render_outline(outline: Outline, *, width: int = 100, colour: bool = False) -> str:
    paint = Paint(colour)
    lines = [paint.bold(line) for line in _wrap(outline.heading, width)]
    lines += [paint.faint(line) for line in _wrap(_about(outline), width)]
    lines += _wrap("Reported, not verified: what follows is what this text says, and who says so.", width)
    for section in outline.sections:
        lines += ["", paint.layer(section.layer, section.title.upper())]
        for row in section.rows:
            lines += render_row(row, width=width, paint=paint)
        if not section.rows:
            lines += _wrap(section.none, width, "  ")
    if outline.unheard:
        lines += ["", paint.bold("NOT HEARD")]
        lines += _wrap(
            f"{join_and(outline.unheard)}: taking part here, and quoted nowhere in this report.", width, "  "
        )
    lines += ["", *(paint.faint(line) for line in _foot(outline, width))]
    return "\n".join(lines)


class Paint:
    """Colour, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def bold(self, text: str) -> str:
        return self._with(_BOLD, text)

    def faint(self, text: str) -> str:
        return self._with(_FAINT, text)

    def layer(self, layer: str, text: str) -> str:
        return self._with(_BOLD + _COLOURS[layer], text)

    def _with(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self._on and text else text


def _about(outline: Outline) -> str:
    parts = [outline.outlet, f"published {outline.published}" if outline.published else "no date"]
    parts += [count(outline.sentences, "sentence"), "a developing story" if outline.developing else None, outline.url]
    return " · ".join(part for part in parts if part)


def render_row(row: Row, *, width: int, paint: Paint) -> Iterator[str]:
    """The lines of one row: its head with how sure it is, its details, its words."""
    left = "  " + "  " * row.depth
    inner = left + " " * LABEL
    head = _wrap(row.head, width, inner, marks=_marks(row))
    yield left + paint.layer(row.layer, f"{row.label:<{LABEL}}") + paint.bold(head[0][len(inner) :])
    yield from (paint.bold(line) for line in head[1:])
    for detail in row.details:
        yield from _wrap(f"{detail.label}: {detail.text}", width, inner, hang="  ")
    for words in row.rests_on:
        yield from (paint.faint(line) for line in _quote(words, width, inner))


def _marks(row: Row) -> str:
    marks = [f"{row.confidence:.0%}"]
    marks += ["inferred"] if row.inferred else []
    marks += ["uncertain"] if row.uncertain else []
    return f"  [{', '.join(marks)}]"


def _quote(words: Words, width: int, indent: str) -> list[str]:
    said = first_words(words.text)
    quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{said}\N{RIGHT DOUBLE QUOTATION MARK}"
    return _wrap(quoted, width, indent + "  ", marks=f"  [{words.start}:{words.end}]")


def _foot(outline: Outline, width: int) -> Iterator[str]:
    if outline.rows:
        yield from _wrap(
            "[90%] is how sure the reading is of a row; uncertain is below half; inferred is worked out rather than "
            "said. [12:34] are offsets into the text.",
            width,
        )
    for note in outline.notes:
        yield from _wrap(f"Note: {note}", width)
    yield from _wrap(" · ".join((f"text {outline.id[:12]}", *outline.made_by)), width)


def _wrap(text: str, width: int, indent: str = "", *, hang: str = "", marks: str = "") -> list[str]:
    """`text` made harmless and broken at `width`; `marks` go on the last line, or on one of their own."""
    lines = textwrap.wrap(
        visible(text) or "-",
        width,
        initial_indent=indent,
        subsequent_indent=indent + hang,
        break_on_hyphens=False,
    )
    if not marks:
        return lines
    if len(lines[-1]) + len(marks) <= width:
        lines[-1] += marks
    else:
        lines.append(indent + marks.strip())
    return lines
