"""Sentences of given words with source, target and reciprocal actors tagged (IOB2), as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.figures import Figures, Tally
from dragoman.evaluate.jsonl import read_gold_lines
from dragoman.evaluate.names import find_chunks

Tag = Callable[[Sequence[str]], Sequence[str]]


def predict_actors(gold: Path, tag: Tag) -> str:
    """The lines of the file with `tags` replaced: B-S, I-S, B-T, I-T, B-R, I-R, O, one a token."""
    out = []
    for _, row in read_gold_lines(gold, ("id", "tokens")):
        out.append(json.dumps({**row, "tags": list(tag(row["tokens"]))}, ensure_ascii=False) + "\n")
    return "".join(out)


def score_actors(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Figures:
    """Span precision, recall and F1, over all and by kind; a span counts if both ends and the kind are right."""
    answers = {r["id"]: find_chunks(r["tags"]) for r in predicted}
    tally = Tally()
    for row in gold:
        wanted, found = find_chunks(row["tags"]), answers.get(row["id"], set())
        tally.add("spans", len(wanted & found), len(wanted), len(found))
        for kind, name in (("S", "source"), ("T", "target"), ("R", "reciprocal")):
            w, f = ({s for s in spans if s[2] == kind} for spans in (wanted, found))
            tally.add(f"– {name}", len(w & f), len(w), len(f))
    return tally.figures()
