"""From text to paragraphs, sentences, words and quotations, each with exact offsets."""

from dragoman.understand.quotes import find_quotations
from dragoman.understand.sentences import SentenceSpan, split_paragraphs, split_sentences
from dragoman.understand.tokens import split_words

__all__ = ["SentenceSpan", "find_quotations", "split_paragraphs", "split_sentences", "split_words"]
