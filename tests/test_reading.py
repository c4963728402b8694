"""Look-ups in a reading: which sentence a character stands in."""

import pytest

from dragoman.records import Reading, Report, Sentence


@pytest.mark.parametrize(("at", "number"), [(0, 0), (4, 0), (5, 0), (6, 1), (9, 1), (10, 1), (99, 1)])
def test_the_sentence_of_a_character(at, number):
    reading = Reading(Report("One.  Two."), (Sentence(0, 4, 0, 2, 0), Sentence(6, 10, 2, 4, 0)))
    assert reading.sentence_at(at) == number


def test_a_reading_without_sentences_has_the_first():
    assert Reading(Report("")).sentence_at(3) == 0
