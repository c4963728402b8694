"""Fit the weights of `dragoman.settle.directed` on annotated reports, and print them.

    python training/annotations/standoff.py join SHARED gold --split train
    python tools/fit_directed.py gold/train [gold/dev]

The coder reads every report; its events of words that name no recipient and match an annotated one in category, place and actor are
the cases: which of the report's parties does the annotation name, or does it name nobody? The sum of the shares of what is right is
made large (gradient ascent, weights held near zero). A second folder is only measured.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.contract import record_of
from dragoman.evaluate.match import call, find_all, is_called, list_spans, match_parties, overlap
from dragoman.evaluate.record import read_gold_reports
from dragoman.pipeline import extract, resolve, understand
from dragoman.records import CodedReport, Entity, Report
from dragoman.settle import directed
from dragoman.settle.implied import DIRECTED
from dragoman.settle.meetings import merge_meetings
from dragoman.settle.parties import Parties

PULL, STEPS, RATE = 0.02, 3000, 0.05
Case = tuple[list[dict[str, float]], list[bool], list[str]]


def list_cases(folder: Path) -> list[Case]:
    cases: list[Case] = []
    for gold in read_gold_reports(folder):
        report = Report(gold["text"], date.fromisoformat(gold["date"]))
        reading = understand(report)
        rows = resolve(reading, extract(reading))
        meetings = merge_meetings(rows.meetings)
        ask = directed.Directing(Parties(reading, rows.events, meetings, rows.statements))
        record = record_of(CodedReport(report, (), rows, False, "", ""))
        for event, row in zip(rows.events, record["events"], strict=True):
            if event.recipient or event.event not in DIRECTED:
                continue
            spans = list_spans(row["evidence"]) + list_spans(row["trigger"])
            actors = [call(e) for e in row["actor"]]
            twins = [
                g
                for g in gold["events"]
                if g["plover"] == event.event
                and overlap(find_all(gold["text"], g["evidence"]), spans)
                and match_parties(g["sources"], actors)[0]
            ]
            if not twins:
                continue
            reasons = ask.list_reasons(event)
            targets = twins[0]["targets"]
            names = list(reasons)
            right = [
                (not targets)
                if n == directed.NOBODY
                else any(is_called(t, _names(n, ask.parties.first(n))) for t in targets)
                for n in names
            ]
            cases.append(([reasons[n] for n in names], right, names))
    return cases


def _names(side: str, entity: Entity) -> frozenset[str]:
    """What a side goes by; one that stands against a state also by its own words."""
    own = (entity.name, entity.text if " " in side else None)
    return frozenset((side, *(n.lower() for n in own if n)))


def fit(cases: list[Case], names: list[str]) -> np.ndarray:
    weights = np.zeros(len(names))
    grids = [(np.array([[r.get(n, 0.0) for n in names] for r in rs]), np.array(ok)) for rs, ok, _ in cases if any(ok)]
    for _ in range(STEPS):
        slope = -PULL * weights * len(grids) / 10
        for grid, ok in grids:
            scores = grid @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            q = p * ok / (p * ok).sum()
            slope += grid.T @ (q - p)
        weights += RATE * slope / len(grids) * 10
    return weights


def measure(cases: list[Case], names: list[str], weights: np.ndarray) -> str:
    hit = told = right = 0
    for rs, ok, who in cases:
        scores = np.array([[r.get(n, 0.0) for n in names] for r in rs]) @ weights
        best = int(scores.argmax())
        hit += ok[best]
        told += who[best] != directed.NOBODY
        right += ok[best] and who[best] != directed.NOBODY
    nobody = sum(ok[who.index(directed.NOBODY)] for _, ok, who in cases)
    return f"{len(cases)} cases, nobody in {nobody}: {hit} right; somebody named {told} times, right {right}"


def main() -> None:
    cases = list_cases(Path(sys.argv[1]))
    names = sorted({k for rs, _, _ in cases for r in rs for k in r})
    weights = fit(cases, names)
    print("fitted on:", measure(cases, names, weights))
    for folder in sys.argv[2:]:
        print(folder, measure(list_cases(Path(folder)), names, weights))
    print("{" + ", ".join(f'"{n}": {w:.2f}' for n, w in zip(names, weights, strict=True)) + "}")


if __name__ == "__main__":
    main()
