"""Arc scores -> one tree a sentence.

Greedy heads are a tree nine times in ten; the rest is repaired by the maximum spanning arborescence with a
single root (Chu & Liu 1965, Edmonds 1967; the root constraint by trying each word that wants to be one).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.records import Word

Floats = npt.NDArray[np.float32]
NEVER = np.float64(-1e9)


def best_tree(scores: Floats) -> list[int]:
    """Heads of the words 1..n, 0 for the root; `scores[d, h]`: (n + 1, n + 1), 0 standing for the root.

    Exactly one word hangs on 0 and no word is its own ancestor.
    """
    n = len(scores) - 1
    if n <= 0:
        return []
    s = scores.astype(np.float64)
    np.fill_diagonal(s, NEVER)
    heads = [0, *s[1:].argmax(1).tolist()]
    roots = [i for i in range(1, n + 1) if heads[i] == 0]
    if len(roots) == 1 and not find_cycle(heads):
        return heads[1:]
    # words that want to be the root, or the best three where none does
    gain = s[1:, 0] - s[1:, 1:].max(1) if n > 1 else s[1:, 0]
    tried = roots if roots else []
    tried = sorted(set(tried) | set((np.argsort(-gain, kind="stable")[:3] + 1).tolist()))
    best: tuple[float, list[int]] | None = None
    for root in tried:
        t = s.copy()
        t[:, 0] = NEVER
        t[root, 0] = s[root, 0]
        got = arborescence(t)
        total = float(sum(t[i, got[i]] for i in range(1, n + 1)))
        if best is None or total > best[0]:
            best = (total, got)
    assert best is not None
    return best[1][1:]


def lift_arcs(found: list[int], scores: Floats) -> list[int]:
    """The tree without arcs that leap over a word which governs their head.

    One word in a thousand hangs so in English treebanks, and far more in what a parser reads: in "'...,' X said after
    talks" the last words hang inside the quotation. A word that does so goes to the word leapt over that it fits best,
    the lowest of equals.

    Args:
        found: heads of the words 1..n, as `best_tree` gives them, with its scores.
    """
    heads = [0, *found]
    for d in range(1, len(heads)):
        over: list[int] = []
        low, high = min(d, heads[d]), max(d, heads[d])
        above = heads[heads[d]] if heads[d] else 0
        while above:
            if low < above < high:
                over.append(above)
            above = heads[above]
        if over:
            heads[d] = max(over, key=lambda v: (float(scores[d, v]), -v))
    return heads[1:]


def is_below(words: Sequence[Word], i: int, above: Collection[int]) -> bool:
    """Whether one of the words `above` stands over word `i`, at whatever distance."""
    while words[i].head != i:
        i = words[i].head
        if i in above:
            return True
    return False


def find_cycle(heads: list[int]) -> list[int]:
    """The words of one cycle, or nothing."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return path[path.index(i) :]
        for j in path:
            state[j] = 2
    return []


def arborescence(s: npt.NDArray[np.float64]) -> list[int]:
    """Chu–Liu–Edmonds over `s[d, h]`, rooted in 0; heads by node, heads[0] = 0."""
    n = len(s)
    heads = [0, *s[1:].argmax(1).tolist()]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    c = len(rest)  # the contracted node
    t = np.full((c + 1, c + 1), NEVER)
    t[:c, :c] = s[np.ix_(rest, rest)]
    kept = sum(float(s[d, heads[d]]) for d in cycle)
    enter, leave = [0] * c, [0] * c
    for j, h in enumerate(rest):
        gains = [float(s[d, h]) - float(s[d, heads[d]]) for d in cycle]
        k = int(np.argmax(gains))
        t[c, j], enter[j] = gains[k] + kept, cycle[k]
        if j:
            k = int(np.argmax(s[h, cycle]))
            t[j, c], leave[j] = s[h, cycle[k]], cycle[k]
    np.fill_diagonal(t, NEVER)
    got = arborescence(t)
    for j in range(1, c):
        heads[rest[j]] = leave[j] if got[j] == c else rest[got[j]]
    broken = enter[got[c]]
    heads[broken] = rest[got[c]]
    return heads
