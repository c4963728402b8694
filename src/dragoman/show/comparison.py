"""An annotated report beside what the coder made of it: one page, so that errors can be read instead of counted.

The report stands on one side, marked with the rows of both; on the other, row by row, the annotation and the coder
stand side by side: what agrees, what differs and in which field, what was missed, what is extra. The page is made
of the same parts as `page` makes, and lets nothing of a report run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from string import Template
from typing import Any

from dragoman.evaluate.annotated import record_of_annotation
from dragoman.evaluate.compare import Compared, compare_record
from dragoman.show.outline import Outline, outline_of
from dragoman.show.page import (
    HERE,
    Segment,
    cut_segments,
    light_up,
    policy_hash,
    safe,
    typeset_about,
    typeset_row,
)
from dragoman.show.rows import TITLES, Row

GOLD = "g"  # before the anchors of the annotation's rows
_WORDS = {"same": "agree", "differs": "differ", "missed": "missed", "extra": "extra", "optional": "may be left out"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows: the coder's outline, both sides' rows by anchor, and how they stand to each other."""

    outline: Outline
    rows: dict[str, Row]
    compared: tuple[Compared, ...]


def compare(gold: Mapping[str, Any], record: Mapping[str, Any], *, made_by: Sequence[str] = ()) -> Comparison:
    """Puts an annotation (a file of `dragoman evaluate record`) beside a record of the same text."""
    outline = outline_of(record, made_by=made_by)
    given = outline_of(record_of_annotation(gold))
    rows = {row.anchor: row for row in outline.rows}
    rows |= {f"{GOLD}{r.anchor}": replace(r, anchor=f"{GOLD}{r.anchor}") for r in given.rows}
    return Comparison(outline, rows, tuple(compare_record(gold, record)))


def stand_of(pair: Compared) -> str:
    """same, differs, missed, extra, or optional: missed where the annotation may be left out."""
    if pair.gold is None:
        return "extra"
    if pair.coded is None:
        return "optional" if pair.optional else "missed"
    return "differs" if pair.differs else "same"


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The page's contents as plain values."""
    return {
        "report": comparison.outline.id,
        "compared": [{**asdict(pair), "stand": stand_of(pair)} for pair in comparison.compared],
    }


def typeset_comparison(comparison: Comparison) -> str:
    """The comparison as one HTML document."""
    outline, rows = comparison.outline, tuple(comparison.rows.values())
    style = "".join((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "comparison.css"))
    style += "".join(light_up(row) for row in rows)
    script = (HERE / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src '{policy_hash(style)}'; script-src '{policy_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    segments = cut_segments(len(outline.text), rows)
    return Template((HERE / "page.html").read_text(encoding="utf-8")).substitute(
        policy=policy,
        style=style,
        script=script,
        title=safe(f"Annotation and coder: {' '.join(outline.heading.split())}"),
        heading=safe(outline.heading),
        language="en",
        about=typeset_about(outline) + " · annotation and coder side by side",
        legend="\n".join(_legend(layer, comparison) for layer in TITLES),
        text="".join(_segment(segment, outline.text) for segment in segments),
        sections="\n".join(_section(layer, comparison) for layer in TITLES),
        unheard="",
        foot=_foot(outline),
    )


def _pairs(layer: str, comparison: Comparison) -> list[Compared]:
    return [pair for pair in comparison.compared if pair.kind == layer]


def _legend(layer: str, comparison: Comparison) -> str:
    return (
        f'<label class="l-{layer}"><input type="checkbox" id="on-{layer}" checked>'
        f'<span class="seg {layer[0]}">{TITLES[layer]}</span> '
        f"<output>{_tally(_pairs(layer, comparison))}</output></label>"
    )


def _tally(pairs: Sequence[Compared]) -> str:
    counts = {stand: sum(stand_of(p) == stand for p in pairs) for stand in _WORDS}
    return ", ".join(f"{n} {_WORDS[stand]}" for stand, n in counts.items() if n) or "none"


def _section(layer: str, comparison: Comparison) -> str:
    pairs = _pairs(layer, comparison)
    body = "\n".join(_pair(pair, comparison) for pair in pairs)
    body = f'<ol class="pairs">\n{body}\n</ol>' if pairs else '<p class="none">Neither has a row.</p>'
    return (
        f'<details class="group l-{layer}" open><summary><h2>{TITLES[layer]}</h2>'
        f"<span>{_tally(pairs)}</span></summary>\n{body}\n</details>"
    )


def _pair(pair: Compared, comparison: Comparison) -> str:
    stand = stand_of(pair)
    said = _WORDS[stand] + (f": {', '.join(pair.differs)}" if pair.differs else "")
    sides = "".join(
        f'<div class="side"><h3>{title}</h3><ol class="rows">{_side(anchor, comparison)}</ol></div>'
        for title, anchor in (
            ("Annotation", None if pair.gold is None else f"{GOLD}{pair.kind[0]}{pair.gold}"),
            ("Coder", None if pair.coded is None else f"{pair.kind[0]}{pair.coded}"),
        )
    )
    return f'<li class="pair {stand}"><p class="stand">{safe(said)}</p>{sides}</li>'


def _side(anchor: str | None, comparison: Comparison) -> str:
    row = comparison.rows.get(anchor or "")
    return typeset_row(row) if row else '<li class="absent">—</li>'


def _segment(segment: Segment, text: str) -> str:
    """Words of a row; marked as the annotation's where no row of the coder has them."""
    words = safe(text[segment.start : segment.end])
    if not segment.rows:
        return words
    own = "both" if len({row.startswith(GOLD) for row in segment.rows}) > 1 else ""
    own = own or ("gold" if segment.rows[0].startswith(GOLD) else "coded")
    kinds = " ".join(("seg", own, *(layer[0] for layer in segment.layers), *segment.rows))
    out = f'<a class="{kinds}" href="#r-{segment.rows[0]}" data-rows="{" ".join(segment.rows)}">{words}</a>'
    for anchor in segment.begins:
        out = f'<span class="at" id="{anchor}">{out}</span>'
    return out


def _foot(outline: Outline) -> str:
    made_by = " · ".join(("Read by Dragoman", *outline.made_by))
    return (
        "<p>Rows stand beside each other as the figures of <em>dragoman evaluate record</em> match them. "
        f"Dashed words are the annotation's alone.</p><p>{safe(made_by)} · text {safe(outline.id)}</p>"
    )
