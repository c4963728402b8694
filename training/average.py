"""Mean of event readers -> one: `python training/average.py OUT CHECKPOINT[=WEIGHT] ...`.

Checkpoints that went on from one another, or from one parent, lie close together, and the mean of their weights reads
better than any of them (Wortsman et al. 2022, "Model soups"). Weights of the mean are equal unless they are given; they
are divided by their sum.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor


def average(checkpoints: list[dict[str, Tensor]], weights: list[float]) -> dict[str, Tensor]:
    """The weighted mean of tensors of the same names and shapes; whole numbers as the first has them."""
    total = sum(weights)
    first = checkpoints[0]
    return {
        name: sum((c[name].float() * (w / total) for c, w in zip(checkpoints, weights, strict=True)), torch.zeros(()))
        if first[name].is_floating_point()
        else first[name]
        for name in first
    }


def main() -> None:
    out, *rest = sys.argv[1:]
    given = [text.partition("=") for text in rest]
    checkpoints = [torch.load(path, map_location="cpu", weights_only=True) for path, _, _ in given]
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    torch.save(average(checkpoints, [float(weight or 1) for _, _, weight in given]), out)


if __name__ == "__main__":
    main()
