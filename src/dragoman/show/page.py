"""The record of one report as a page: the report with its marks on one side, the record on the other.

One file without any request to outside: style and script stand in it and are let through by their hashes alone,
so that nothing in a report can run. Rows lead to their words and words to their rows by plain anchors; the
script only makes that more convenient.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any

from dragoman.show.outline import Outline, Section, outline_of
from dragoman.show.rows import TITLES, Detail, Row, Words
from dragoman.show.terminal import OBEYED
from dragoman.show.wording import count, first_words, join_and

HERE = Path(__file__).parent
_KEPT = re.compile("[\t\n\f\r]")


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters `start:end` of the text, which belong to the same rows throughout.

    `rows` are anchors, the row with the fewest words first; `begins` those anchors of words that begin here;
    `ends` the labels of the rows whose words end here; `roles` what the words are to those rows.
    """

    start: int
    end: int
    rows: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows. Its JSON is these fields, in this order."""

    outline: Outline
    segments: tuple[Segment, ...]


def page_of(record: Mapping[str, Any], *, made_by: Sequence[str] = (), notes: Sequence[str] = ()) -> Page:
    """What the page of a record (as `dragoman code --format json` prints it) shows."""
    outline = outline_of(record, made_by=made_by, notes=notes)
    return Page(outline, tuple(cut_segments(len(outline.text), outline.rows)))


def page_json(page: Page) -> str:
    """The page as one line of JSON."""
    return json.dumps(asdict(page), ensure_ascii=False, separators=(",", ":"))


def render_page(record: Mapping[str, Any], *, made_by: Sequence[str] = (), notes: Sequence[str] = ()) -> str:
    """The page of a record, as one HTML document."""
    return typeset(page_of(record, made_by=made_by, notes=notes))


# ---------------------------------------------------------------- segments


def words_anchor(row: str, place: int) -> str:
    """The name of the words of a row on the page: its first words have the row's own.

    >>> words_anchor("s3", 0), words_anchor("s3", 2)
    ('w-s3', 'w-s3-2')
    """
    return f"w-{row}-{place}" if place else f"w-{row}"


def cut_segments(length: int, rows: Sequence[Row]) -> Iterator[Segment]:
    """Cuts a text of `length` characters wherever words of a row begin or end; the segments make up the text.

    Words outside of the text are passed over.
    """
    starting: dict[int, list[tuple[Row, int, Words]]] = {}
    cuts = {0, length}
    size: dict[str, int] = {}
    for row in rows:
        for place, words in enumerate(row.words):
            if 0 <= words.start < words.end <= length:
                starting.setdefault(words.start, []).append((row, place, words))
                cuts |= {words.start, words.end}
                size[row.anchor] = size.get(row.anchor, 0) + words.end - words.start
    bounds = sorted(cuts)
    live: list[tuple[Row, int, Words]] = []
    for start, end in pairwise(bounds):
        live = [each for each in live if each[2].end > start] + starting.get(start, [])
        owners = list(dict.fromkeys(row.anchor for row, _, _ in live))
        yield Segment(
            start,
            end,
            rows=tuple(sorted(owners, key=lambda anchor: size[anchor])),
            layers=tuple(layer for layer in TITLES if any(row.layer == layer for row, _, _ in live)),
            roles=tuple(sorted({words.role for _, _, words in live})),
            begins=tuple(words_anchor(row.anchor, place) for row, place, words in live if words.start == start),
            ends=tuple(
                dict.fromkeys(row.label for row, _, words in live if words.end == end and words in row.rests_on)
            ),
        )


# ---------------------------------------------------------------- HTML


def safe(text: str) -> str:
    """Text that HTML shows as it is, character for character.

    Characters that are obeyed rather than shown (controls, overrides of the direction of writing) become
    U+FFFD, one for one. A carriage return is written out, since a parser would make a line feed of it.
    """
    kept = OBEYED.sub(lambda found: found[0] if _KEPT.match(found[0]) else "\N{REPLACEMENT CHARACTER}", text)
    return escape(kept).replace("\r", "&#13;")


def typeset(page: Page) -> str:
    """A page as one HTML document."""
    outline = page.outline
    style = (HERE / "page.css").read_text(encoding="utf-8") + "".join(light_up(row) for row in outline.rows)
    script = (HERE / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src '{policy_hash(style)}'; script-src '{policy_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template((HERE / "page.html").read_text(encoding="utf-8")).substitute(
        policy=policy,
        style=style,
        script=script,
        title=safe(" ".join(outline.heading.split())),
        heading=safe(outline.heading),
        language="en",
        about=typeset_about(outline),
        legend="\n".join(_legend(section) for section in outline.sections),
        text="".join(_segment(segment, outline) for segment in page.segments),
        sections="\n".join(_section(section) for section in outline.sections),
        unheard=_unheard(outline),
        foot=_foot(outline),
    )


def policy_hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def light_up(row: Row) -> str:
    """Style that lights up a row and all its words when one of them is what the address points to."""
    names = [f"#r-{row.anchor}"] + [f"#{words_anchor(row.anchor, place)}" for place in range(len(row.words))]
    here = f"body:has(:is({','.join(names)}):target)"
    return f"\n{here} .report .{row.anchor}{{--s:var(--lit)}}{here} #r-{row.anchor}{{background:var(--lit)}}"


def typeset_about(outline: Outline) -> str:
    parts = [f"<b>{_isolated(outline.outlet)}</b>"] if outline.outlet else []
    parts.append(f"published {safe(outline.published)}" if outline.published else "no date of publication")
    parts.append(count(outline.sentences, "sentence"))
    if outline.developing:
        parts.append("a developing story")
    if outline.url:
        # only what leads to a page; anything else is shown and leads nowhere
        if re.match(r"https?://", outline.url, re.IGNORECASE):
            parts.append(f'<a href="{safe(outline.url)}" rel="noopener noreferrer nofollow">source</a>')
        else:
            parts.append(_isolated(outline.url))
    return " · ".join(parts)


def _isolated(text: str) -> str:
    return f"<bdi>{safe(text)}</bdi>"


def _legend(section: Section) -> str:
    name, layer = section.title, section.layer
    return (
        f'<label class="l-{layer}"><input type="checkbox" id="on-{layer}" checked>'
        f'<span class="seg {layer[0]}">{name}</span> <output>{len(section.rows)}</output></label>'
    )


def _segment(segment: Segment, outline: Outline) -> str:
    text = safe(outline.text[segment.start : segment.end])
    if not segment.rows:
        return text
    kinds = " ".join(("seg", *(layer[0] for layer in segment.layers), *segment.rows, *_shown_roles(segment)))
    ends = f' data-n="{" ".join(segment.ends)}"' if segment.ends else ""
    out = f'<a class="{kinds}" href="#r-{segment.rows[0]}" data-rows="{" ".join(segment.rows)}"{ends}>{text}</a>'
    for anchor in segment.begins:
        out = f'<span class="at" id="{anchor}">{out}</span>'
    return out


def _shown_roles(segment: Segment) -> tuple[str, ...]:
    return tuple(role for role in segment.roles if role in ("cue", "trigger"))


def _section(section: Section) -> str:
    layer, rows = section.layer, "\n".join(typeset_row(row) for row in section.rows)
    body = f'<ol class="rows">\n{rows}\n</ol>' if rows else f'<p class="none">{safe(section.none)}</p>'
    return (
        f'<details class="group l-{layer}" open><summary><h2>{safe(section.title)}</h2>'
        f"<span>{len(section.rows)}</span></summary>\n{body}\n</details>"
    )


def typeset_row(row: Row) -> str:
    kinds = ["row", f"l-{row.layer}", *([f"d{min(row.depth, 3)}"] if row.depth else [])]
    kinds += [mark for mark, on in (("inferred", row.inferred), ("uncertain", row.uncertain)) if on]
    places = [(place, words) for place, words in enumerate(row.words) if words in row.rests_on]
    label = safe(row.label)
    if places:
        label = f'<a class="label" href="#{words_anchor(row.anchor, 0)}" title="To its words">{label}</a>'
    else:
        label = f'<span class="label">{label}</span>'
    return (
        f'<li class="{" ".join(kinds)}" id="r-{row.anchor}" data-layer="{row.layer}">{label}<div>{_marks(row)}'
        f'<p class="head">{_isolated(row.head)}</p>'
        + "".join(_quote(row.anchor, place, words) for place, words in places)
        + _details(row.details)
        + "</div></li>"
    )


def _marks(row: Row) -> str:
    marks = f'<span title="How sure the reading is of this row">{row.confidence:.0%}</span>'
    if row.uncertain:
        marks = f'<span class="mark">uncertain</span>{marks}'
    if row.inferred:
        marks = f'<span class="mark" title="Worked out rather than said">inferred</span>{marks}'
    return f'<p class="marks">{marks}</p>'


def _quote(anchor: str, place: int, words: Words) -> str:
    said = safe(first_words(words.text))
    return (
        f'<blockquote><a href="#{words_anchor(anchor, place)}"><bdi>“{said}”</bdi></a> '
        f"<small>{words.start}–{words.end}</small></blockquote>"
    )


def _details(details: Sequence[Detail]) -> str:
    if not details:
        return ""
    out, before = [], ""
    for detail in details:
        text = _isolated(detail.text)
        if detail.row:
            text = f'<a href="#r-{detail.row}">{text}</a>'
        label = f"<dt>{safe(detail.label)}</dt>" if detail.label != before else ""
        out.append(f"{label}<dd>{text}</dd>")
        before = detail.label
    return f"<dl>{''.join(out)}</dl>"


def _unheard(outline: Outline) -> str:
    if not outline.unheard:
        return ""
    who = safe(join_and(outline.unheard))
    return (
        f'<p class="unheard"><strong>Not heard:</strong> <bdi>{who}</bdi>. '
        "Taking part here, and quoted nowhere in this report.</p>"
    )


def _foot(outline: Outline) -> str:
    made_by = " · ".join(("Read by Dragoman", *outline.made_by))
    lines = [
        "A machine read this. Each row shows how sure it is, and the words it rests on with their place in the text; "
        "<em>inferred</em> is worked out rather than said, <em>uncertain</em> is below one half.",
        *(safe(note) for note in outline.notes),
        f"{safe(made_by)} · text {safe(outline.id)}",
        '<span class="keys">Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous row, <kbd>w</kbd> its words, '
        "<kbd>r</kbd> its row, <kbd>Esc</kbd> nothing lit.</span>",
    ]
    return "\n".join(f"<p>{line}</p>" for line in lines)
