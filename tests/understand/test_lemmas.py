"""Lemmas: forms and what they come of, whatever letter the model's guess is off by; and words that are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.understand.encoder import load_encoder
from dragoman.understand.lemmas import find_lemma


@pytest.mark.parametrize(
    ("word", "guess", "upos", "lemma"),
    [
        ("killed", "kille", "VERB", "kill"),
        ("urged", "urg", "VERB", "urge"),
        ("used", "us", "VERB", "use"),
        ("coming", "com", "VERB", "come"),
        ("added", "addy", "VERB", "add"),
        ("committed", "committe", "VERB", "commit"),
        ("threatening", "threatene", "VERB", "threaten"),
        ("agreed", "agre", "VERB", "agree"),
        ("fleeing", "fleee", "VERB", "flee"),
        ("denied", "deni", "VERB", "deny"),
        ("continuing", "continu", "VERB", "continue"),
        ("goes", "goe", "VERB", "go"),
        ("discussed", "discusse", "VERB", "discuss"),
        ("abducted", "abducte", "VERB", "abduct"),
        ("met", "met", "VERB", "meet"),
        ("has", "ha", "VERB", "have"),
        ("authorities", "authoritie", "NOUN", "authority"),
        ("allies", "allie", "NOUN", "ally"),
        ("ties", "ty", "NOUN", "tie"),
        ("nations", "natiy", "NOUN", "nation"),
        ("men", "me", "NOUN", "man"),
        ("houses", "hous", "NOUN", "house"),
        # no plural, no form
        ("news", "news", "NOUN", "news"),
        ("crisis", "crisis", "NOUN", "crisis"),
        ("Geneva", "Geneva", "PROPN", "Geneva"),
        ("ceasefire", "ceasefire", "NOUN", "ceasefire"),
        ("s", "s", "VERB", "s"),
        ("S", "s", "NOUN", "s"),
    ],
)
def test_lemma(word: str, guess: str, upos: str, lemma: str) -> None:
    assert find_lemma(word, guess, upos, load_encoder().is_word) == lemma


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(("NOUN", "VERB", "ADJ")), st.booleans())
def test_any_word_has_one(word: str, guess: str, upos: str, known: bool) -> None:
    found = find_lemma(word, guess, upos, lambda _: known)
    assert found == guess or found
