"""Sentences with a source and a target given, as JSON Lines: the PLOVER root predicted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.figures import Figures, divide, find_f1
from dragoman.evaluate.jsonl import read_gold_lines
from dragoman.evaluate.reliability import measure_reliability
from dragoman.records import Offsets

Classify = Callable[[str, Offsets, Offsets], Mapping[str, float]]

# the 15 roots that research files know, with their quad class, and what they call our other categories
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1,
    "COOPERATE": 2, "AID": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
FOLDED = {
    "CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT", "CRIME": "ASSAULT",
}  # fmt: skip
MARK = re.compile(r"</?[st]>")


def predict_relations(gold: Path, classify: Classify) -> str:
    """One line a sentence: `{"id", "root", "confidence", "probabilities"}`, over the fifteen roots of research files.

    `root` and `penta` of the gold file are not looked at.
    """
    out = []
    for _, row in read_gold_lines(gold, ("id", "sentence", "source", "target")):
        sentence, source, target = find_sides(row)
        found = _fold(classify(sentence, source, target))
        root = max(sorted(found), key=lambda name: found[name]) if found else None
        sure = {"confidence": round(found[root], 4) if root else 0.0, "probabilities": found}
        answer = {"id": row["id"], "root": root, **sure}
        out.append(json.dumps(answer, ensure_ascii=False) + "\n")
    return "".join(out)


def _fold(found: Mapping[str, float]) -> dict[str, float]:
    """The sixteen categories as the fifteen roots: what one covers is added up."""
    out: dict[str, float] = {}
    for name, share in found.items():
        root = FOLDED.get(name, name)
        out[root] = round(out.get(root, 0.0) + share, 4)
    return out


def find_sides(row: Mapping[str, Any]) -> tuple[str, Offsets, Offsets]:
    """The sentence, and where source and target stand in it: by `marked` if it is there, else where they first do.

    A side that the sentence does not name ("a recipient") is the whole sentence.

    >>> find_sides({"marked": "<s>A</s> met <t>B</t>", "sentence": "A met B", "source": "A", "target": "B"})
    ('A met B', (0, 1), (6, 7))
    """
    marked = str(row.get("marked") or row["sentence"])
    sentence = MARK.sub("", marked)
    at: dict[str, int] = {}
    gone = 0
    for mark in MARK.finditer(marked):
        at.setdefault(mark[0], mark.start() - gone)
        gone += len(mark[0])

    def find(letter: str, words: str) -> Offsets:
        start, end = at.get(f"<{letter}>"), at.get(f"</{letter}>")
        if start is None or end is None or start >= end:
            start = sentence.find(words) if words else -1
            end = start + len(words)
        return (start, end) if start >= 0 else (0, len(sentence))

    return sentence, find("s", str(row["source"])), find("t", str(row["target"]))


def score_relations(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Figures:
    """Accuracy and macro F1 (0 to 1) over the gold labels: roots, quad classes, and cooperation against conflict.

    An answer left out is wrong. Reliability: the confidence of the root chosen against its being right.
    """
    rows = list(gold)
    told = {r["id"]: r for r in predicted}
    answers = {name: r.get("root") for name, r in told.items()}
    roots = [FOLDED.get(answers.get(r["id"]) or "", answers.get(r["id"])) or "NONE" for r in rows]
    sure = [
        (told[r["id"]]["confidence"], root == r["root"])
        for r, root in zip(rows, roots, strict=True)
        if told.get(r["id"], {}).get("confidence") is not None
    ]
    quads = [QUAD.get(root, 0) for root in roots]
    return {
        "binary": _macro([int(r["penta"] >= 3) for r in rows], [int(q >= 3) if q else -1 for q in quads]),
        "quad": _macro([r["penta"] for r in rows], quads),
        "root": _macro([r["root"] for r in rows], roots),
        **measure_reliability(sure),
    }


def _macro(gold: Sequence[Any], predicted: Sequence[Any]) -> Figures:
    pairs = list(zip(gold, predicted, strict=True))
    scores = []
    for label in sorted(set(gold)):
        hits = sum(g == p == label for g, p in pairs)
        scores.append(find_f1(divide(hits, predicted.count(label)), divide(hits, gold.count(label))))
    return {
        "accuracy": divide(sum(g == p for g, p in pairs), len(gold)),
        "macro_f1": divide(sum(scores), len(scores)),
        "n": len(gold),
    }
