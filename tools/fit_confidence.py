"""Fit the weights of `dragoman.settle.weighing` on annotated reports, and print them.

    python tools/fit_confidence.py gold/dev [gold/other ...] [--written 600]

The coder reads every report and drops nothing; each event is a case, right if the measure of `dragoman evaluate record` pairs it with an
annotated one. Logistic regression, weights held near zero; the figures are of five-fold cross-validation by report. Fit it on reports
that the event reader was not trained on, or it believes the reader too much. With --written, so many items of our own corpus are
cases too, at a third of the weight: sentences that stand alone, of which reports have few, are read as well as sentences in reports.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.contract import record_of
from dragoman.evaluate.record import read_gold_reports
from dragoman.evaluate.record_pairs import NO_EVENT, pair_events
from dragoman.evaluate.reliability import measure_reliability
from dragoman.pipeline import code_report, understand
from dragoman.records import Report
from dragoman.settle import retold, weighing

PULL, STEPS, RATE, FOLDS = 1.0, 4000, 0.3, 5
AGAINST = -0.1  # at most, for a side without a code: few short texts have one, and nobody is surer for being unknown
WRITTEN, SHARE = Path(__file__).parents[1] / "training/written/free.jsonl", 1 / 3
Case = tuple[int, dict[str, float], bool]


def list_cases(folders: list[Path]) -> tuple[list[Case], list[int]]:
    """Cases by report, and how many annotated events had to be found, by report."""
    cases: list[Case] = []
    asked: list[int] = []
    for gold in (g for f in folders for g in read_gold_reports(f)):
        report = Report(gold["text"], date.fromisoformat(gold["date"]))
        reading = understand(report)
        coded = code_report(report)
        rows = record_of(coded)["events"]
        kept = [j for j, e in enumerate(rows) if not NO_EVENT & set(e["aux"])]
        pairs = pair_events(gold["text"], gold["events"], [rows[j] for j in kept])
        right = {kept[j] for _, j in pairs}
        got = {i for i, _ in pairs}
        asked.append(
            sum(i in got or not (g.get("background") or g.get("optional")) for i, g in enumerate(gold["events"]))
        )
        ask = weighing.Weighing(reading, coded.rows.statements)
        for j in kept:
            event = coded.rows.events[j]
            cases.append((len(asked), ask.list_reasons(event), j in right))
    return cases, asked


def list_written(n: int) -> list[Case]:
    """Cases of the written corpus, numbered 0: right if an act of the category is marked in the words they rest on."""
    items = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    cases: list[Case] = []
    for item in random.Random(1).sample(items, n):
        report = Report(item["text"], date.fromisoformat(item["published"] or "2010-05-05"))
        reading = understand(report)
        rows = code_report(report).rows
        ask = weighing.Weighing(reading, rows.statements)
        for event in rows.events:
            words = [(s.start, s.end) for s in (*event.evidence, event.trigger)]
            right = any(
                e["event"] == event.event and any(a < e["trigger"][1] and e["trigger"][0] < b for a, b in words)
                for e in item["events"]
            )
            cases.append((0, ask.list_reasons(event), right))
    return cases


def fit(cases: list[Case], names: list[str]) -> np.ndarray:
    weight = np.array([1.0 if n else SHARE for n, _, _ in cases])
    x = np.array([[r.get(n, 0.0) for n in names] for _, r, _ in cases])
    y = np.array([ok for _, _, ok in cases], float)
    most = np.array([AGAINST if " without a code" in n else np.inf for n in names])
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w = np.minimum(w + RATE * (x.T @ (weight * (y - p)) - PULL * w) / len(y), most)
    return w


def main() -> None:
    weighing.LEAST, retold.APART, retold.BESIDE = -1.0, 0.0, 0.0  # nothing is dropped or joined
    ap = argparse.ArgumentParser()
    ap.add_argument("gold", type=Path, nargs="+")
    ap.add_argument("--written", type=int, default=0)
    a = ap.parse_args()
    cases, asked = list_cases(a.gold)
    more = list_written(a.written)
    names = sorted({k for _, r, _ in cases + more for k in r})
    held: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        w = fit([c for c in cases if c[0] % FOLDS != fold] + more, names)
        weights = dict(zip(names, w.tolist(), strict=True))
        held += [(weighing.share(r, weights), ok) for n, r, ok in cases if n % FOLDS == fold]
    print(len(cases), "events,", sum(ok for _, ok in held), "right, annotated", sum(asked))
    print("calibration", measure_reliability(held)["calibration"])
    for least in (0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        told = [ok for p, ok in held if p >= least]
        p, r = sum(told) / max(len(told), 1), sum(told) / sum(asked)
        print(f"least {least:.2f}: {len(told)} told, P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}")
    w = fit(cases + more, names)
    weights = dict(zip(names, w.tolist(), strict=True))
    alone = [(weighing.share(r, weights), ok) for _, r, ok in more]
    for least in (0.2, 0.25, 0.3):
        print(
            f"alone, least {least}: right {sum(ok for p, ok in alone if p >= least)} of {sum(ok for _, ok in alone)},",
            f"wrong {sum(not ok for p, ok in alone if p >= least)} of {sum(not ok for _, ok in alone)}",
        )
    print("{" + ", ".join(f'"{n}": {v:.2f}' for n, v in zip(names, w, strict=True)) + "}")


if __name__ == "__main__":
    main()
