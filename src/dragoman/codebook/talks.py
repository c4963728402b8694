"""Words of talks and of the texts that are negotiated: which words tell of them, and what they say.

Tables under `data/`: `talk_nouns.tsv`, `talk_verbs.tsv`, `agreements.tsv`, `agreement_verbs.tsv`; each opens
with a line that names its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dragoman.codebook.tables import Closed, keep_first, read_closed, read_table

CLOSED: Final[Mapping[str, Closed]] = {
    "talk_nouns.tsv": {1: ("talks", "meeting", "summit", "round", "session", "call"), 2: ("strong", "weak")},
    "talk_verbs.tsv": {
        1: tuple("meet hold attend begin end happen gather receive phone tell late off third with".split()),
        2: ("party", "host", "mediator", "facilitator", "initiator", "other"),
    },
    "agreement_verbs.tsv": {
        1: ("obj", "subj", "obl", "of", "is", "own"),
        # of a text, as the record has them, and what a word says that settles none by itself
        2: (
            *("proposed", "under negotiation", "partly agreed", "agreed", "signed", "ratified", "implemented"),
            *("rejected", "violated", "collapsed", "standing", "made", "revived"),
        ),
    },
}


@dataclass(frozen=True, slots=True)
class TalkNoun:
    """A noun for a meeting. Strong nouns name one by themselves ("talks"), weak ones need company ("session")."""

    kind: str  # talks, meeting, summit, round, session, call
    strong: bool


@dataclass(frozen=True, slots=True)
class TalkVerb:
    """One use of a verb that tells of a meeting, and the role of its subject."""

    use: str
    role: str


def find_talk_noun(word: str) -> TalkNoun | None:
    return _nouns().get(word.lower())


def find_talk_verb(lemma: str, text: str = "") -> tuple[TalkVerb, ...]:
    """Every use of the verb, in the order of the table; a lemma that is not there is worked out of the `text`."""
    return next((found for form in verb_forms(lemma, text) if (found := _verbs().get(form))), ())


@lru_cache(maxsize=16384)
def verb_forms(lemma: str, text: str) -> tuple[str, ...]:
    """The lemma and what else the verb may be: models lemmatise rare verbs wrongly ("brokered": "brokere")."""
    word, forms = text.lower(), [lemma.lower()]
    base = find_base(word)
    if base is not None and base not in forms:
        forms.insert(0, base)
    swapped = {"ise": "ize", "ize": "ise"}.get(lemma.lower()[-3:])
    forms += [lemma.lower()[:-3] + swapped] if swapped else []  # "recognise"
    for ending in ("ing", "ed", "d", "es", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            forms += [stem[:-1] + "y"] if ending == "ed" and stem[-1] == "i" else []
            forms += [stem, stem + "e"] + ([stem[:-1]] if stem[-1] == stem[-2] else [])
    return tuple(forms)


def find_base(form: str) -> str | None:
    """The verb of an irregular past form ("spoke"), or None."""
    return _irregular().get(form)


def find_agreement_noun(words: str) -> str | None:
    """The kind of text that a noun, or one with a word before it or an "of" behind ("peace deal"), names: "-" where it
    needs company, "!" where it is none."""
    return _agreements().get(words.lower())


def find_agreement_verb(words: str, relation: str) -> str | None:
    """What a word, with its particle or preposition, says of the text that stands to it by a relation of the table
    ("obj", "subj", "obl", "of", "is", "own"): a status, "standing", "made" or "revived"; None where it says nothing."""
    return _agreement_verbs().get((words.lower(), relation))


@cache
def _irregular() -> dict[str, str]:
    return keep_first((form, verb) for form, verb in read_table("irregular_verbs.tsv", 2))


@cache
def _nouns() -> dict[str, TalkNoun]:
    return keep_first((noun, TalkNoun(kind, weight == "strong")) for noun, kind, weight in _read("talk_nouns.tsv"))


@cache
def _verbs() -> dict[str, tuple[TalkVerb, ...]]:
    found: dict[str, tuple[TalkVerb, ...]] = {}
    for lemma, use, role in _read("talk_verbs.tsv"):
        found[lemma] = (*found.get(lemma, ()), TalkVerb(use, role))
    return found


@cache
def _agreements() -> dict[str, str]:
    return keep_first((noun, kind) for noun, kind in read_table("agreements.tsv", 2))


@cache
def _agreement_verbs() -> dict[tuple[str, str], str]:
    return keep_first(((words, relation), said) for words, relation, said in _read("agreement_verbs.tsv"))


def _read(name: str) -> Iterator[list[str]]:
    return read_closed(name, 3, CLOSED[name])
