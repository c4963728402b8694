"""Whatever the scores, every sentence is one tree with one root."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from dragoman.understand.trees import arborescence, best_tree, find_cycle, lift_arcs


def score(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[d + 1, h] for d, h in enumerate(heads)))


def trees(n: int) -> list[list[int]]:
    """Every single-rooted tree over n words."""
    out = []
    for heads in itertools.product(range(n + 1), repeat=n):
        if (
            sum(h == 0 for h in heads) == 1
            and all(h != d + 1 for d, h in enumerate(heads))
            and not find_cycle([0, *heads])
        ):
            out.append(list(heads))
    return out


@given(st.integers(1, 9).flatmap(lambda n: hnp.arrays(np.float32, (n + 1, n + 1), elements=st.floats(-9, 9, width=32))))
@settings(deadline=None, max_examples=200)
def test_always_one_tree(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert heads.count(0) == 1
    assert all(h != d + 1 for d, h in enumerate(heads))
    assert not find_cycle([0, *heads])


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_best_tree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(5, 5)).astype(np.float32)
    np.fill_diagonal(scores, -99)
    best = max(score(scores, t) for t in trees(4))
    assert score(scores, best_tree(scores)) == pytest.approx(best, abs=1e-4)


def test_a_greedy_tree_is_kept() -> None:
    scores = np.full((4, 4), -5, np.float32)
    scores[1, 2] = scores[2, 0] = scores[3, 2] = 5
    assert best_tree(scores) == [2, 0, 2]


def test_a_cycle_is_found_and_broken() -> None:
    assert sorted(find_cycle([0, 2, 1, 0])) == [1, 2]
    scores = np.full((3, 3), -1, np.float64)
    scores[1, 2] = scores[2, 1] = 5
    scores[2, 0] = 1
    assert arborescence(scores) == [0, 2, 0]


def test_no_words_no_tree() -> None:
    assert best_tree(np.zeros((1, 1), np.float32)) == []


def test_no_word_leaps_over_one_that_governs_its_head():
    # 1 "act" (under 2), 2 "said" the root, 3 "talks" hung on 1, over 2
    scores = np.array([[0, 0, 0, 0], [0, 0, 5, 0], [9, 0, 0, 0], [0, 4, 3, 0]], np.float32)
    assert lift_arcs([2, 0, 1], scores) == [2, 0, 2]
    assert lift_arcs([2, 0, 2], scores) == [2, 0, 2]
