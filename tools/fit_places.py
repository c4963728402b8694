"""Fit the weights of `dragoman.codebook.places.locate` on annotated files, and print them.

    python tools/fit_places.py GOLD.jsonl [GOLD.jsonl ...] [--folds 5]

Every reason of every candidate, as locate.py finds them, against which candidates lie within 161 km of the annotated point: the
sum of their shares is made large (gradient ascent, weights held near where they began). What a name goes with depends on the
weights, so it is worked out afresh a few times. Files count alike, whatever their length. With --folds the figures are of documents that the
weights were not fitted on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.codebook.places import locate
from dragoman.evaluate.places import NEAR, measure

NAMES = list(locate.WEIGHTS)
PULL = 0.002  # how strongly weights are held to where they began
OUTER, STEPS, RATE = 4, 400, 0.05

Document = dict[str, Any]


def read(path: str) -> list[Document]:
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").split("\n") if line]
    placed = [{**r, "toponyms": [t for t in r["toponyms"] if t.get("lat") is not None]} for r in rows]
    return [r for r in placed if r["toponyms"]]


def list_cases(row: Document, weights: dict[str, float]) -> tuple[list[tuple[np.ndarray, np.ndarray]], int, int]:
    """For each toponym with a choice the reasons of its candidates and which are right; how many were right, of how many."""
    spans = [(t["start"], t["end"]) for t in row["toponyms"]]
    mentions, which = locate.gather_mentions(row["text"], spans)
    locate.weigh(mentions, row["text"], row.get("outlet") or row.get("url"), weights)
    cases, hits = [], 0
    context = {}
    for t, i in zip(row["toponyms"], which, strict=True):
        if i is None:
            continue
        m = mentions[i]
        right = np.array(
            [
                c.lat is not None and c.lon is not None and measure(t["lat"], t["lon"], c.lat, c.lon) <= NEAR
                for c in m.candidates
            ]
        )
        best = max(range(len(m.candidates)), key=lambda k: (m.shares[k], -k))
        hits += bool(right[best])
        if right.any() and not right.all():
            if i not in context:
                context[i] = np.array(
                    [
                        [{**f, **locate.find_context(c, m, mentions)}.get(n, 0.0) for n in NAMES]
                        for f, c in zip(m.fixed, m.candidates, strict=True)
                    ]
                )
            cases.append((context[i], right))
    return cases, hits, len(row["toponyms"])


def fit(files: list[list[Document]], start: dict[str, float]) -> dict[str, float]:
    w0 = np.array([start[n] for n in NAMES])
    w = w0.copy()
    for _ in range(OUTER):
        weights = dict(zip(NAMES, w.tolist(), strict=True))
        found = [[case for row in rows for case in list_cases(row, weights)[0]] for rows in files]
        x = np.concatenate([c[0] for cases in found for c in cases])
        right = np.concatenate([c[1] for cases in found for c in cases])
        sizes = [len(c[1]) for cases in found for c in cases]
        importance = np.concatenate([np.full(len(cases), 1 / len(cases)) for cases in found])
        importance /= importance.sum()
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        owner = np.repeat(np.arange(len(sizes)), sizes)
        first, second = np.zeros_like(w), np.zeros_like(w)
        for step in range(1, STEPS + 1):
            s = x @ w
            s = np.exp(s - np.maximum.reduceat(s, starts)[owner])
            p = s / np.add.reduceat(s, starts)[owner]
            good = np.add.reduceat(p * right, starts)
            q = p * right / np.maximum(good, 1e-9)[owner]
            gradient = x.T @ ((q - p) * importance[owner]) - PULL * (w - w0)
            first = 0.9 * first + 0.1 * gradient
            second = 0.999 * second + 0.001 * gradient**2
            w = w + RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(NAMES, w.tolist(), strict=True))


def score(rows: list[Document], weights: dict[str, float]) -> tuple[int, int]:
    pairs = [list_cases(row, weights)[1:] for row in rows]
    return sum(h for h, _ in pairs), sum(n for _, n in pairs)


def main(paths: list[str], folds: int) -> None:
    files = [read(p) for p in paths]
    for path, rows in zip(paths, files, strict=True):
        hits, n = score(rows, locate.WEIGHTS)
        print(f"before   {100 * hits / n:.2f}  {path}")
    totals = np.zeros((len(files), 2))
    for k in range(folds):
        kept = [[r for i, r in enumerate(rows) if i % folds != k] for rows in files]
        weights = fit(kept, locate.WEIGHTS)
        for j, rows in enumerate(files):
            totals[j] += score([r for i, r in enumerate(rows) if i % folds == k], weights)
    for path, (hits, n) in zip(paths, totals, strict=True):
        if n:
            print(f"held out {100 * hits / n:.2f}  {path}")
    weights = fit(files, locate.WEIGHTS)
    for path, rows in zip(paths, files, strict=True):
        hits, n = score(rows, weights)
        print(f"after    {100 * hits / n:.2f}  {path}")
    print(json.dumps({n: round(v, 2) for n, v in weights.items()}))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    count = int(arguments[arguments.index("--folds") + 1]) if "--folds" in arguments else 0
    main([a for a in arguments if a.endswith(".jsonl")], count)
