"""Lemmas of nouns and verbs: the model's guess, held against how English inflects and against the words it knows.

The model names an ending to cut and one to add, and errs by a letter where it has seldom seen a word ("killed":
"kille"). What a form may come of follows from spelling; of those the guess is taken if it is a word, else the first
that is one. A word here is what stands whole in the model's vocabulary, which holds the commonest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dragoman.codebook.talks import find_base

_VOWELS: Final = frozenset("aeiou")
_PLURALS: Final = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "lives": "life",
    "wives": "wife", "knives": "knife", "halves": "half", "thieves": "thief", "leaves": "leaf", "criteria": "criterion",
    "crises": "crisis", "analyses": "analysis", "hypotheses": "hypothesis", "bases": "base", "gunmen": "gunman",
    "policemen": "policeman", "spokesmen": "spokesman", "congressmen": "congressman", "servicemen": "serviceman",
}  # fmt: skip
_NO_PLURALS: Final = frozenset(
    """gas news series chaos means headquarters customs goods thanks politics economics physics mathematics ethics
    species bias lens canvas atlas alas christmas measles diabetes aids barracks crossroads whereabouts remains
    outskirts logistics ceramics athletics statistics tactics dynamics mechanics ethos cosmos pathos asbestos pros
    les des as""".split()
)
_SHORT_IE: Final = frozenset(("ties", "pies", "lies", "dies", "movies", "zombies", "rookies", "calories", "cookies"))


def find_lemma(word: str, guess: str, upos: str, is_word: Callable[[str], bool]) -> str:
    """The lemma of a word in a text.

    Args:
        guess: what the model says.
        is_word: whether a word is one of those that are known to be words.

    >>> known = {"kill", "hope", "hop", "use", "us", "authority", "refer"}.__contains__
    >>> [find_lemma(w, g, "VERB", known) for w, g in (("killed", "kille"), ("hoped", "hop"), ("referring", "referr"))]
    ['kill', 'hope', 'refer']
    >>> find_lemma("authorities", "authoritie", "NOUN", known)
    'authority'
    """
    low = word.lower()
    if upos not in ("NOUN", "VERB") or not low.isalpha():
        return guess
    if upos == "VERB":
        base = find_base(low)
        if base is not None:
            return base
        forms = _verbs_of(low)
    else:
        if low in _PLURALS:
            return _PLURALS[low]
        if low in _NO_PLURALS or not low.endswith("s") or low.endswith(("ss", "us", "is")):
            return guess
        forms = _nouns_of(low)
    forms = [f for f in forms if len(f) > 1]  # a lone "s" is of nothing
    if not forms:
        return guess
    if guess in forms and is_word(guess):
        return guess
    return next((f for f in forms if is_word(f)), forms[0])


def _verbs_of(form: str) -> list[str]:
    """What verbs a regular form may be of, the likeliest first."""
    if form.endswith("ied") and len(form) > 4:
        return [form[:-3] + "y"]
    if form.endswith("ying") and form[:-4] in ("l", "d", "t"):
        return [form[:-4] + "ie"]
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and _VOWELS & set(stem) | {"y"} & set(stem[1:]):
            return _of_stem(stem)
    if form.endswith("s") and not form.endswith("ss"):
        return _nouns_of(form)
    return []


def _of_stem(stem: str) -> list[str]:
    """A verb whose "-ed" or "-ing" was cut: its last letter doubled, a silent e lost, or nothing."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        bare = [stem, stem[:-1]] if stem[-1] in "lsfz" or len(stem) == 3 else [stem[:-1], stem]  # "add", "egg"
        return [*bare, stem + "e"]
    if stem[-1] in "aeo":  # "agreed", "fleeing", "going"
        return [stem + "e", stem] if stem[-1] == "e" and not stem.endswith("ee") else [stem, stem + "e"]
    if stem[-1] == "u" or _must_have_doubled(stem):
        return [stem + "e"]
    silent = stem[-1] in "cvzs" or stem.endswith(("at", "ut", "dg", "rg", "bl", "pl", "tl", "gl", "ur", "ir"))
    return [stem + "e", stem] if silent else [stem, stem + "e"]


def _must_have_doubled(stem: str) -> bool:
    """One syllable of one vowel and one consonant ("hop", "us"): its own form would double the consonant."""
    vowels = [k for k, c in enumerate(stem) if c in _VOWELS]
    return len(vowels) == 1 and vowels[0] == len(stem) - 2 and stem[-1] not in "wxy"


def _nouns_of(form: str) -> list[str]:
    """What a form in "-s" may be of, the likeliest first."""
    if form.endswith("ies"):
        return [form[:-1] if form in _SHORT_IE or len(form) < 5 else form[:-3] + "y"]
    if form.endswith("es"):
        bare = form[:-2]
        if bare.endswith(("ss", "x", "zz", "ch", "sh", "o")):
            return [bare, form[:-1]]
        return [form[:-1], bare] if bare.endswith("s") else [form[:-1]]
    return [form[:-1]]
