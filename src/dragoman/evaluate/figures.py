"""What is counted, and the figures that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Figures = dict[str, Any]


def find_f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def divide(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


class Tally:
    """Hits, gold and predicted ones by name; and questions asked and answered right."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.asked: dict[str, list[int]] = {}

    def add(self, name: str, hits: int, gold: int, predicted: int) -> None:
        held = self.counts.setdefault(name, [0, 0, 0])
        for i, n in enumerate((hits, gold, predicted)):
            held[i] += n

    def ask(self, name: str, right: bool) -> None:
        held = self.asked.setdefault(name, [0, 0])
        held[0] += right
        held[1] += 1

    def figures(self) -> Figures:
        """For each name p, r and f1 (0 to 1) with the numbers of gold and predicted ones; or accuracy and n."""
        out: Figures = {}
        for name, (hits, gold, predicted) in self.counts.items():
            p, r = divide(hits, predicted), divide(hits, gold)
            out[name] = {"p": p, "r": r, "f1": find_f1(p, r), "gold": gold, "pred": predicted}
        for name, (right, n) in self.asked.items():
            out[name] = {"accuracy": divide(right, n), "n": n}
        return out


def render_figures(figures: Mapping[str, Any]) -> str:
    """Figures for people: one a line, shares with three decimals, per cents with two."""
    width = max((len(name) for name in figures), default=0)
    return "\n".join(f"{name:<{width}}  {_render(value)}" for name, value in figures.items())


def _render(value: Any) -> str:
    if isinstance(value, Mapping):
        return "  ".join(f"{name} {_render(each)}" for name, each in value.items())
    if isinstance(value, float):
        return f"{value:.3f}" if value <= 1 else f"{value:.2f}"
    return str(value)
