"""Fit how the event reader's word and the table's words make a context likely (`plover.CONTEXT_WEIGHTS`), and print it.

    python training/annotations/standoff.py join SHARED gold/contexts --part contexts
    python tools/fit_contexts.py gold/contexts/dev.jsonl [gold/contexts/test.jsonl]

Every paragraph is read in its report; each of the 37 contexts of each is a case. Logistic regression; five-fold by report for the figures.
A second file is only measured.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.codebook import plover
from dragoman.pipeline import understand
from dragoman.records import Report
from dragoman.understand.labels import CONTEXTS

STEPS, RATE, PULL = 4000, 0.5, 1e-4
Grid = npt.NDArray[np.float64]


def list_cases(path: Path) -> tuple[Grid, Grid, list[str]]:
    """Features (paragraphs, 37, 3), what is annotated (paragraphs, 37), and the texts that the paragraphs are of."""
    grids, right, texts = [], [], []
    known: dict[str, object] = {}
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if row["text"] not in known:
            known = {row["text"]: understand(Report(row["text"]))}
        reading = known[row["text"]]
        start, end = row["at"]
        here = [s for s in reading.sentences if start <= s.start < end]
        words = [w.text.lower() for s in here for w in reading.words[s.first : s.last]]
        numbers = {s.paragraph for s in here}
        chances = {s.context: s.chance for s in reading.spheres or () if s.paragraph in numbers}
        shown = plover.count_contexts(words)
        p = np.clip([chances.get(c, 1e-4) for c in CONTEXTS], 1e-4, 1 - 1e-4)
        n = np.array([min(shown.get(c, 0), 2) for c in CONTEXTS])
        grids.append(np.stack([np.log(p / (1 - p)), n, np.ones(len(p))], -1))
        right.append([float(c in row["contexts"]) for c in CONTEXTS])
        texts.append(row["text"])
    return np.array(grids), np.array(right), texts


def fit(grids: Grid, right: Grid) -> Grid:
    x, y = grids.reshape(-1, 3), right.reshape(-1)
    weights = np.array([1.0, 0.0, 0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= RATE * (x.T @ (p - y) / len(y) * np.array([0.2, 1, 1]) + PULL * weights)
    return weights


def measure(p: Grid, right: Grid, least: float) -> str:
    found = p >= least
    hit, told, gold = (found * right).sum(), found.sum(), right.sum()
    bins = np.minimum((p * 10).astype(int), 9)
    off = sum(abs(p[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum() for b in range(10) if (bins == b).any())
    p_, r_ = hit / max(told, 1), hit / max(gold, 1)
    return f"from {least:.2f}: precision {p_:.3f} recall {r_:.3f} F1 {2 * p_ * r_ / max(p_ + r_, 1e-9):.3f}, calibration error {off / p.size:.4f}"


def main() -> None:
    grids, right, texts = list_cases(Path(sys.argv[1]))
    names = sorted(set(texts))
    fold = np.array([names.index(t) % 5 for t in texts])
    p = np.zeros_like(right)
    for k in range(5):
        p[fold == k] = 1 / (1 + np.exp(-grids[fold == k] @ fit(grids[fold != k], right[fold != k])))
    for least in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        print("five-fold", measure(p, right, least))
    weights = fit(grids, right)
    print("CONTEXT_WEIGHTS:", tuple(round(float(w), 2) for w in weights))
    for path in sys.argv[2:]:
        grids, right, _ = list_cases(Path(path))
        for least in (0.3, 0.35, 0.4, 0.45):
            print(path, measure(1 / (1 + np.exp(-grids @ weights)), right, least))


if __name__ == "__main__":
    main()
