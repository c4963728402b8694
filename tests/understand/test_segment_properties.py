"""What holds for any text: offsets cover, are ordered, and cost no more than linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.understand.segment import find_quotations, split_paragraphs, split_sentences, split_words

MESS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"'“”‘’«»„`.!?…,;:-–— \n\r\tAaBbszZ019()[]{}@#/&%$\u200b\xa0\u0301é中\u2029\x85_*"),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)
PIECES = st.lists(
    st.sampled_from(
        ["Mr. ", "U.S. ", "“", "”", '"', "'", "said ", "Baku", ". ", ".", "\n", "\n\n", "? ", "No. 2 ", "it's ", "10-12",
         "http://a.org/b.", "a@b.org", "five-day ", "cannot ", "can't", " -- ", "…", "Sept. 3", "- ", "1. "]
    ),
    max_size=40,
).map("".join)  # fmt: skip
TEXTS = st.one_of(MESS, PIECES)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_sentences_hold_every_visible_character_once(text):
    sentences = split_sentences(text)
    at = 0
    for s in sentences:
        assert at <= s.start < s.end <= len(text)
        assert not text[at : s.start].strip()
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        at = s.end
    assert not text[at:].strip()
    numbers = [s.paragraph for s in sentences]
    assert numbers == sorted(numbers) and sorted(set(numbers)) == list(range(len(split_paragraphs(text))))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_words_hold_every_visible_character_once(text):
    for s in split_sentences(text):
        at = s.start
        for a, b in split_words(text, s.start, s.end):
            assert at <= a < b <= s.end
            assert not text[at:a].strip()
            at = b
        assert not text[at : s.end].strip()


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_quotations_are_ordered_nested_and_inside_their_paragraph(text):
    paragraphs = split_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    assert quotations == sorted(quotations, key=lambda q: (q.start, -q.end))
    for q in quotations:
        assert q.start < q.inner[0] <= q.inner[1] <= q.end
        assert any(a <= q.start and q.end <= b for a, b in paragraphs)
    open_until: list[int] = []
    for q in quotations:  # two quotations lie apart or one inside the other
        while open_until and open_until[-1] <= q.start:
            open_until.pop()
        assert not open_until or q.end <= open_until[-1]
        open_until.append(q.end)


@pytest.mark.parametrize(
    "piece",
    ["a", "1", ".", "a.", "A.", "a. ", "A. ", '"', "' ", " '", "'a", '"a ', "“", "“a ", "1-", "a-", "-", "@", "a@", "a@b.",
     "http://", "\n", "a\n", "a\n\n", "n't", "[1]", ". [1", "…", "?!", "No. ", "www.", "a.b.c.", "'s", "“a\n\n", "x.com/",
     "Mr. ", "U.S. A ", "$", "((", "\u0301", "\"'a' ", "'a\" "],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece, quickest):
    def cut(text):
        for s in split_sentences(text):
            split_words(text, s.start, s.end)
        find_quotations(text, split_paragraphs(text))

    def seconds(size):
        return quickest(lambda: cut((piece * size)[:size]))

    # quadratic work would cost sixteen times as much
    assert seconds(40_000) < 8 * seconds(10_000) + 0.05
