"""Reasons for and against a candidate, each with its weight: added up, and shared out among candidates."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log


def add_up(reasons: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the reasons weigh together; a reason without a weight counts nothing.

    >>> add_up({"near": 2.0, "odd": 1.0}, {"near": 0.5})
    1.0
    """
    return sum(weights.get(name, 0.0) * value for name, value in reasons.items())


def log_odds(chance: float, give: float) -> float:
    """How sure a chance is, from minus to plus; `give` keeps none and all of it from being endless.

    >>> log_odds(0.5, 0.02)
    0.0
    """
    return log((chance + give) / (1 + give - chance))


def share_out(scores: list[float]) -> list[float]:
    """Scores as shares of one (softmax).

    >>> share_out([0.0, 0.0])
    [0.5, 0.5]
    """
    top = max(scores)
    parts = [exp(s - top) for s in scores]
    whole = sum(parts)
    return [p / whole for p in parts]
