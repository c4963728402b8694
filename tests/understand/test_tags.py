"""BIO scores become spans; an I- never stands without its own kind before it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from dragoman.understand.labels import NAMES, apply_script, lemma_script, shape_of
from dragoman.understand.tags import best_tags, find_spans, join_pieces

LABELS = ["O", "B-X", "I-X", "B-Y", "I-Y"]


def one_hot(*tags: str) -> np.ndarray:
    out = np.zeros((len(tags), len(LABELS)), np.float32)
    for i, t in enumerate(tags):
        out[i, LABELS.index(t)] = 5
    return out


@pytest.mark.parametrize(
    ("wanted", "spans"),
    [
        (("O", "B-X", "I-X", "O"), [(1, 3, "X")]),
        # two spans side by side stay two
        (("B-X", "B-X"), [(0, 1, "X"), (1, 2, "X")]),
        # an I- of another kind may not follow: the best allowed sequence is taken
        (("B-X", "I-X", "I-X", "B-Y"), [(0, 3, "X"), (3, 4, "Y")]),
        (("O", "O"), []),
    ],
)
def test_spans(wanted: tuple[str, ...], spans: list[tuple[int, int, str]]) -> None:
    tags, _ = best_tags(one_hot(*wanted), LABELS)
    assert find_spans(tags, LABELS) == spans


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (("B-X", "I-X", "B-X", "O"), [(0, 3, "X")]),
        (("B-X", "B-Y", "B-X"), [(0, 1, "X"), (1, 2, "Y"), (2, 3, "X")]),  # another kind parts them
        (("B-X", "O", "B-X"), [(0, 1, "X"), (2, 3, "X")]),
        (("B-Y", "B-Y"), [(0, 1, "Y"), (1, 2, "Y")]),  # a kind of which two may touch
    ],
)
def test_pieces_of_one_kind_that_touch_are_one(tags: tuple[str, ...], spans: list[tuple[int, int, str]]) -> None:
    assert find_spans(join_pieces([LABELS.index(t) for t in tags], LABELS, ("X",)), LABELS) == spans


@given(
    st.integers(1, 12).flatmap(lambda n: hnp.arrays(np.float32, (n, len(NAMES)), elements=st.floats(-5, 5, width=32)))
)
@settings(deadline=None, max_examples=150)
def test_no_stray_inside(logits: np.ndarray) -> None:
    tags, p = best_tags(logits, NAMES)
    labels = [NAMES[t] for t in tags]
    for before, label in zip(["O", *labels], labels, strict=False):
        if label.startswith("I-"):
            assert before != "O" and before[2:] == label[2:]
    assert np.allclose(p.sum(1), 1)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_lemma_script_undoes_itself(word: str, lemma: str) -> None:
    if len(word.lower()) == len(word) and not lemma.isspace():
        assert apply_script(word, lemma_script(word, lemma)) in (lemma, word.lower())


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Baku", "title"),
        ("NATO", "upper"),
        ("McCain", "mixed"),
        ("A", "initial"),
        ("2023", "digit"),
        ("-", "mark"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    from dragoman.understand.labels import SHAPES

    assert SHAPES[shape_of(word)] == shape
