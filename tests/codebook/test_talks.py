"""Words of talks and texts: the tables load, and mistakes in them are named."""

import pytest

from dragoman.codebook import talks


@pytest.mark.parametrize(("word", "kind"), [("talks", "talks"), ("Summit", "summit"), ("session", "session")])
def test_nouns_of_talks(word, kind):
    noun = talks.find_talk_noun(word)
    assert noun is not None and noun.kind == kind


def test_a_verb_that_was_lemmatised_wrongly_is_found():
    assert talks.find_talk_verb("brokere", "brokered")[0].role == "mediator"
    assert talks.find_talk_verb("initiat", "initiated")[0].role == "initiator"
    assert talks.find_talk_verb("paint", "painted") == ()


def test_agreements():
    assert talks.find_agreement_noun("peace deal") == "peace agreement"
    assert talks.find_agreement_verb("sign", "obj") == "signed"
    assert talks.find_agreement_verb("sign", "subj") is None
