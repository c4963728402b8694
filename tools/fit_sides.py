"""Fit the weights of `dragoman.settle.choosing` on annotated reports, and print them.

    python tools/fit_sides.py gold/dev events/dev events/test gold/train events/train [--sample 600] [--unseen events/fit]

The coder reads every report; its events that match an annotated one in category and place are the cases: which of the report's parties
does the annotation name on each side, or does it name nobody? Softmax over the parties, weights held near zero; the figures are of
five-fold cross-validation by report, then of the folder of `--unseen`. A case where the annotation leaves the recipient out counts a
third: annotators often do where the sentence makes it plain, and a party named too much costs users less than one not named.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.evaluate.match import find_all, is_called, overlap
from dragoman.evaluate.record import read_gold_reports
from dragoman.pipeline import extract, resolve, understand
from dragoman.records import SIDES, Entity, Event, Reading, Report, Side
from dragoman.settle.choosing import NOBODY, Choosing, decide
from dragoman.settle.consult import drop_unheld
from dragoman.settle.implied import imply_recipients
from dragoman.settle.meetings import merge_meetings
from dragoman.settle.parties import Parties

PULL, STEPS, RATE, FOLDS, LEFT_OUT, LEAST = 2.0, 500, 0.05, 5, 0.33, 0.05


@dataclass(frozen=True)
class Case:
    """One side of one event: the candidates' reasons, which of them is right and may be chosen, whom the coder had before."""

    report: int
    reasons: dict[str, dict[str, float]]
    right: dict[str, bool]
    may: dict[str, bool]
    held: tuple[Entity, ...]
    given_right: bool


def list_cases(folders: Sequence[Path], sample: int, side: Side) -> list[Case]:
    golds = [g for f in folders for g in _draw(list(read_gold_reports(f)), sample)]
    return [c for n, gold in enumerate(golds) for c in _cases_of(n, gold, side)]


def _draw(golds: list[dict], sample: int) -> list[dict]:
    return golds if len(golds) <= sample else random.Random(1).sample(golds, sample)


def _cases_of(number: int, gold: dict, side: Side) -> Iterator[Case]:
    reading = read(gold["text"], gold["date"])
    events, choosing = ask_parties(reading)
    for event in events:
        twin = _find_twin(gold, event)
        if twin is None:
            continue
        named = twin["sources" if side == "actor" else "targets"]
        if not named and side == "actor":
            continue
        with choosing.apart(event):
            reasons = choosing.list_reasons(event, side)
        held = getattr(event, side)
        right = {
            s: not named if s == NOBODY else any(is_named(e, named) for e in choosing.name(event, side, s))
            for s in reasons
        }
        ok = any(is_named(e, named) for e in held) if named else not held
        may = {s: choosing.may_be(event, side, s, r) for s, r in reasons.items()}
        yield Case(number, reasons, right, may, held, ok)


_READ: dict[tuple[str, str], Reading] = {}


def read(text: str, day: str) -> Reading:
    """The reading of a report, kept for its other side."""
    if (text, day) not in _READ:
        _READ[text, day] = understand(Report(text, date.fromisoformat(day)))
    return _READ[text, day]


def ask_parties(reading: Reading) -> tuple[tuple[Event, ...], Choosing]:
    """The events before their sides are weighed, as `dragoman.settle` has them."""
    rows = resolve(reading, extract(reading))
    meetings = merge_meetings(rows.meetings)
    parties = Parties(reading, drop_unheld(rows.events, meetings), meetings, rows.statements)
    told = imply_recipients(parties)
    return told, Choosing(parties, told)


def _find_twin(gold: dict, event: Event) -> dict | None:
    """The annotated event of that category in those words; of several the one whose trigger it shares."""
    trigger = [(event.trigger.start, event.trigger.end)]
    spans = trigger + [(s.start, s.end) for s in event.evidence]
    twins = [
        g for g in gold["events"]
        if g["plover"] == event.event and overlap(find_all(gold["text"], g["evidence"]), spans)
    ]  # fmt: skip
    return max(twins, key=lambda g: overlap(find_all(gold["text"], g.get("trigger") or ""), trigger), default=None)


def is_named(entity: Entity, named: list[str]) -> bool:
    names = frozenset([*([entity.code] if entity.code else []), *(n.lower() for n in (entity.name, entity.text) if n)])
    return any(is_called(n, names) for n in named)


def fit(cases: list[Case], names: list[str]) -> np.ndarray:
    """Adam on the share of what is right."""
    cases = [c for c in cases if any(c.right.values())]
    at = {n: k for k, n in enumerate(names)}
    x = np.zeros((sum(len(c.reasons) for c in cases), len(names)))
    ok, of, weight = np.zeros(len(x)), np.zeros(len(x), int), np.zeros(len(x))
    row = 0
    for n, c in enumerate(cases):
        for side, reasons in c.reasons.items():
            for k, v in reasons.items():
                if k in at:
                    x[row, at[k]] = v
            ok[row], of[row], weight[row] = c.right[side], n, LEFT_OUT if c.right.get(NOBODY) else 1.0
            row += 1
    w, m, v = (np.zeros(len(names)) for _ in range(3))
    for t in range(1, STEPS + 1):
        z = x @ w
        top = np.full(len(cases), -np.inf)
        np.maximum.at(top, of, z)
        e = np.exp(z - top[of])
        p = e / np.bincount(of, e, len(cases))[of]
        q = e * ok / np.maximum(np.bincount(of, e * ok, len(cases))[of], 1e-12)
        slope = x.T @ ((p - q) * weight) + PULL * w
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        w -= RATE * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


def measure(cases: list[Case], names: list[str], weights: np.ndarray) -> np.ndarray:
    """How many sides are right before and after, of how many, how many are put right, how many wrong."""
    at = dict(zip(names, weights, strict=True))
    before = after = better = worse = 0
    for c in cases:
        new = c.given_right
        if c.reasons:
            choice = decide(c.reasons, c.held, at)
            if choice.clear and c.may[choice.best]:
                new = c.right[choice.best]
        before, after = before + c.given_right, after + new
        better, worse = better + (new and not c.given_right), worse + (c.given_right and not new)
    return np.array([before, after, len(cases), better, worse])


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--sample", type=int, default=600)
    ask.add_argument("--unseen", type=Path)
    given = ask.parse_args()
    for side in SIDES:
        cases = list_cases(given.folders, given.sample, side)
        names = sorted({k for c in cases for r in c.reasons.values() for k in r})
        held = sum(
            measure(
                [c for c in cases if c.report % FOLDS == f],
                names,
                fit([c for c in cases if c.report % FOLDS != f], names),
            )
            for f in range(FOLDS)
        )
        weights = fit(cases, names)
        told = {n: w for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST}
        weights = np.array([told.get(n, 0.0) for n in names])
        print(f"{side}: before, after, of, put right, put wrong; five-fold {held.tolist()}")
        if given.unseen:
            print("unseen", measure(list_cases([given.unseen], 10**6, side), names, weights).tolist())
        print("{" + ", ".join(f'"{n}": {w:.2f}' for n, w in told.items()) + "}", flush=True)


if __name__ == "__main__":
    main()
