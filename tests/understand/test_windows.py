"""What the encoder sees at once: whole sentences, never more than it was trained on, every word once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.understand.encoder import BUDGET, LONGEST, PARAGRAPH, SENTENCE, SPACE, Token, cut_windows

SENTENCES = st.lists(st.tuples(st.integers(1, 120), st.booleans()), max_size=40)


def make(sentences: list[tuple[int, bool]]) -> list[Token]:
    out = []
    for n, (words, paragraph) in enumerate(sentences):
        out += [
            Token("x", PARAGRAPH if paragraph and k == 0 else SENTENCE if k == 0 else SPACE, n) for k in range(words)
        ]
    return out


@given(SENTENCES, st.lists(st.integers(1, 16), min_size=40, max_size=40))
@settings(deadline=None, max_examples=200)
def test_windows_tile_the_words(sentences: list[tuple[int, bool]], sizes: list[int]) -> None:
    tokens = make(sentences)
    pieces = [sizes[i % 40] for i in range(len(tokens))]
    windows = list(cut_windows(tokens, pieces))
    assert [i for a, b in windows for i in range(a, b)] == list(range(len(tokens)))
    for a, b in windows:
        used = sum(pieces[a:b])
        assert used <= LONGEST
        if tokens[a].sentence != tokens[b - 1].sentence:
            assert used <= BUDGET
            assert b == len(tokens) or tokens[b].sentence != tokens[b - 1].sentence


def test_a_window_ends_with_its_paragraph_where_it_can() -> None:
    tokens = make([(60, True), (80, False), (60, True), (60, False)])
    assert next(cut_windows(tokens, [1] * len(tokens))) == (0, 140)


def test_windows_of_a_report_are_of_about_one_length() -> None:
    tokens = make([(30, False)] * 12)  # 360 pieces: two windows, not one of 210 and one of 150
    assert list(cut_windows(tokens, [1] * len(tokens))) == [(0, 180), (180, 360)]
