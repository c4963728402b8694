"""BIO scores -> spans: the best sequence in which every I- follows its own kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@cache
def transitions(labels: tuple[str, ...]) -> npt.NDArray[np.float64]:
    """0 where `labels[j]` may follow `labels[i]`, minus a lot where it may not; the last row starts a sequence."""
    n = len(labels)
    out = np.zeros((n + 1, n))
    for j, b in enumerate(labels):
        if b.startswith("I-"):
            for i in range(n + 1):
                if i == n or labels[i][2:] != b[2:] or labels[i] == "O":
                    out[i, j] = -1e9
    return out


def log_share(logits: Floats) -> npt.NDArray[np.float64]:
    """Log-probabilities of each row of logits (log-softmax in double precision)."""
    x = logits.astype(np.float64)
    x -= x.max(1, keepdims=True)
    x -= np.log(np.exp(x).sum(1, keepdims=True))
    return x


def best_tags(logits: Floats, labels: Sequence[str]) -> tuple[list[int], npt.NDArray[np.float64]]:
    """The best allowed tags of (W, labels) logits, and each word's probabilities (W, labels). Viterbi."""
    logp = log_share(logits)
    greedy = logp.argmax(1)
    probabilities = np.exp(logp)
    step = transitions(tuple(labels))
    n = len(labels)
    previous = np.concatenate(([n], greedy[:-1]))
    if (step[previous, greedy] == 0).all():  # nearly always: then it is the best sequence too
        return greedy.tolist(), probabilities
    score, back = step[n] + logp[0], []
    for row in logp[1:]:
        t = score[:, None] + step[:n]
        back.append(t.argmax(0))
        score = t.max(0) + row
    tags = [int(score.argmax())]
    for b in reversed(back):
        tags.append(int(b[tags[-1]]))
    return tags[::-1], probabilities


def join_pieces(tags: Sequence[int], labels: Sequence[str], kinds: Collection[str]) -> list[int]:
    """The tags with spans that touch another of their own kind made one with it: no annotator parts what is one side
    of an act or one source, while the best tags of single words now and then do.

    >>> join_pieces([1, 2, 1, 0, 0, 1], ["O", "B-S", "I-S"], ("S",))
    [1, 2, 2, 0, 0, 1]
    """
    out = list(tags)
    for i in range(1, len(out)):
        kind = labels[out[i]][2:]
        if kind in kinds and labels[out[i - 1]][2:] == kind:
            out[i] = labels.index(f"I-{kind}")
    return out


def find_spans(tags: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last, kind) of each span, `last` exclusive.

    >>> find_spans([1, 2, 0, 1], ["O", "B-PER", "I-PER"])
    [(0, 2, 'PER'), (3, 4, 'PER')]
    """
    out: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, t in enumerate([*tags, 0]):
        label = labels[t]
        if start >= 0 and not (label.startswith("I-") and label[2:] == kind):
            out.append((start, i, kind))
            start = -1
        if start < 0 and label != "O":
            start, kind = i, label[2:]
    return out
