"""Whether confidence means what it says (Guo et al. 2017): ten equal bins, and the expected calibration error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.evaluate.figures import Figures

BINS: Final = 10


def measure_reliability(answers: Iterable[tuple[float, bool]]) -> Figures:
    """Figures for answers, each with its confidence (0 to 1) and whether it was right.

    `calibration`: the expected calibration error, the mean over answers of how far the share of right ones in their
    bin lies from the mean confidence there; and one entry for each bin that has answers.

    >>> measure_reliability([(0.9, True), (0.9, False)])["calibration"]
    {'ece': 0.4, 'n': 2}
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in answers:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    n = sum(map(len, bins.values()))
    out: Figures = {"calibration": {"ece": 0.0, "n": n}}
    for number, held in sorted(bins.items()):
        sure = sum(c for c, _ in held) / len(held)
        share = sum(r for _, r in held) / len(held)
        out["calibration"]["ece"] += abs(sure - share) * len(held) / n
        name = f"– {number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        out[name] = {"confidence": sure, "right": share, "n": len(held)}
    return out
