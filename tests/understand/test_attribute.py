"""Scores of words -> who says what: pieces of content that nothing parts are one; quotations find who goes on in them."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.understand.attribute import Spoken, attribute
from dragoman.understand.encoder import SPACE, Scores, Token
from dragoman.understand.joining import join_attributions
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


SAID = '"We stay," said Ann Lee. '


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (SAID + '"They may go."', "Ann Lee"),
        (SAID + 'She then smiled. "They may go."', "Ann Lee"),
        (SAID + 'Nobody at the long table spoke for a minute. "They may go."', None),
        (SAID + '\n\n"They may go."', None),  # another paragraph may be another speaker's
        (SAID + "They may go.", None),  # the outlet's own words
        (SAID + '"No," he cried. "They may go."', None),  # another quotation between
        (SAID + '\n\n"They may go." ― Joan Diaz\n', "Joan Diaz"),
        (SAID + '\n\n"They may go." — the talks were over.', None),
    ],
)
def test_a_quotation_without_a_cue(text: str, source: str | None) -> None:
    spans = [(0, 10), (11, 15), (16, 23)]
    at = text.index('"They') if '"They' in text else text.index("They")
    end = text.index("go.", at) + 3
    spans.append((at, end + (text[end : end + 1] == '"')))
    first = Spoken((1, 2), [(2, 3)], [(0, 1)], [0.9])
    found = join_attributions([first, Spoken(None, [], [(3, 4)], [0.9])], spans, (), text)
    (own,) = [a for a in found if spans[3] in a.content]
    assert [text[a:b] for a, b in own.source] == ([source] if source else [])
