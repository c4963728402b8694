"""Scores of words -> who says what: pieces of content that nothing parts are one."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.understand.attribute import attribute
from dragoman.understand.encoder import SPACE, Scores, Token
from dragoman.understand.labels import ATTRIBUTION

NONE = np.zeros((0, 0), np.float32)


def score(tags: list[str]) -> Scores:
    """Scores that are sure of the tags; every word points at the first cue."""
    logits = np.full((len(tags), len(ATTRIBUTION)), -9.0, np.float32)
    for i, tag in enumerate(tags):
        logits[i, ATTRIBUTION.index(tag)] = 9.0
    cue_of = np.zeros((len(tags) + 1, len(tags) + 1), np.float32)
    cue_of[:, tags.index("B-cue") + 1] = 9.0
    return Scores(0, len(tags), NONE, NONE, NONE, logits, NONE, NONE, cue_of, NONE, NONE)


@pytest.mark.parametrize(
    ("tags", "sentences", "content"),
    [
        ("B-source B-cue B-content I-content B-content I-content", "0 0 0 0 0 0", [(2, 6)]),
        ("B-source B-cue B-content I-content B-content I-content", "0 0 0 0 1 1", [(2, 4), (4, 6)]),
        ("B-content B-content B-cue B-source O B-content", "0 0 0 0 0 0", [(0, 2), (5, 6)]),
    ],
)
def test_pieces_with_nothing_between_them_are_one(tags: str, sentences: str, content: list[tuple[int, int]]) -> None:
    tokens = [Token("x", SPACE, int(n)) for n in sentences.split()]
    (found,) = attribute(score(tags.split()), tokens)
    assert found.content == content
