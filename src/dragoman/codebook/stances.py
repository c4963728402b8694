"""Words that take a stance: which stance a verb, noun or adjective takes, and where it names what it is about.

`stance_verbs.tsv` has one row a use of a verb; `stance_words.tsv` nouns and adjectives of five kinds. Each opens
with a line that names its columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.codebook.tables import Closed, read_closed
from dragoman.codebook.talks import verb_forms

STANCES: Final = ("supports", "opposes", "concerned", "demands", "offers", "accepts", "rejects", "divergent")
CLOSED: Final[Mapping[str, Closed]] = {
    "stance_verbs.tsv": {1: STANCES},
    "stance_words.tsv": {1: ("noun", "holder", "judged", "damning", "agent"), 2: STANCES},
}
_DENIED: Final = {
    "supports": "opposes",
    "opposes": "accepts",
    "demands": "opposes",
    "accepts": "rejects",
    "offers": "rejects",
    "rejects": "accepts",
}


@dataclass(frozen=True, slots=True)
class StanceWord:
    """One use of a word that takes `stance`.

    `kind`: verb; noun ("demand for"); holder, an adjective of whoever holds it ("opposed to"); judged, an adjective
    of what it is held on ("is unacceptable"); damning, an adjective that condemns its noun ("unprovoked attack");
    agent, a noun for whoever holds it ("an opponent of").
    `takes`: where the issue stands, the likeliest first. obj, to (an infinitive), not-to (an infinitive denied), that,
    ing, to-obj (a phrase with "to"), a preposition or particle ("out"), on-to (an infinitive asked of whom "on" names),
    by-subject (what concerns somebody), in-of ("in support of"), own-of (with whose it is: "its support of"). Before
    one, `told-`: only inside somebody's own words; `asked-`: only where somebody is the object; `alone-`: only where
    nothing is; `denied-`: only denied; `gift-`: only of aid, money or plans; `given-`: only of these, still to come;
    `word+`: only with that word as the object or particle ("threw its weight behind").
    `unwilling-act`: the act itself where somebody will not do it;
    `plain-`: only of what takes no stance by its own name; `aim-`: only as a purpose that is stressed, pledged or
    discussed.
    """

    word: str
    kind: str
    stance: str
    takes: tuple[str, ...]


def find_stance_verbs(lemma: str, text: str = "") -> tuple[StanceWord, ...]:
    """The uses of a verb, by its lemma or by what else `text` may be a form of."""
    verbs = _verbs()
    return next((verbs[form] for form in verb_forms(lemma, text) if form in verbs), ())


def find_stance_word(word: str, kind: str) -> StanceWord | None:
    """A noun (in the singular) or an adjective of the kind."""
    return _words().get((word.lower(), kind))


def deny(stance: str) -> str | None:
    """The stance of whoever does not take `stance`; None where its denial leaves nothing."""
    return _DENIED.get(stance)


@cache
def _verbs() -> dict[str, tuple[StanceWord, ...]]:
    verbs: dict[str, tuple[StanceWord, ...]] = {}
    for verb, stance, takes in read_closed("stance_verbs.tsv", 3, CLOSED["stance_verbs.tsv"]):
        verbs[verb] = (*verbs.get(verb, ()), StanceWord(verb, "verb", stance, tuple(takes.split())))
    return verbs


@cache
def _words() -> dict[tuple[str, str], StanceWord]:
    words: dict[tuple[str, str], StanceWord] = {}
    for word, kind, stance, takes in read_closed("stance_words.tsv", 4, CLOSED["stance_words.tsv"]):
        words.setdefault((word, kind), StanceWord(word, kind, stance, tuple(takes.split())))
    return words
