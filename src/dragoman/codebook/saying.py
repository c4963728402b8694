"""Words of saying: which verbs, nouns and phrases tell that somebody spoke, and by what way the words came.

Tables under `data/`: `saying_verbs.tsv` (verb, sort, what it takes), `saying_nouns.tsv` (noun, document or act)
and `saying_channels.tsv` (words, where they must stand, channel; a star is up to three words); each opens with a
line that names its columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.codebook.tables import Closed, keep_first, read_closed, read_table
from dragoman.codebook.talks import verb_forms

CLOSED: Final[Mapping[str, Closed]] = {
    "saying_verbs.tsv": {1: ("speech", "stance", "deed", "carrier", "topic", "finding", "belief")}
}


@dataclass(frozen=True, slots=True)
class SayingVerb:
    """A verb that may bring somebody's words.

    `sort`: speech (an act of speaking, whatever follows), stance (takes a position towards an object),
    deed (performs a position in an official text, is an act elsewhere), carrier (brings the words of its
    object: "quoted"), topic (what was talked about, not what was said), finding (what studies and signs do),
    belief (in somebody's head: no act of speaking). `takes`: the complements that carry what is said:
    that, quote, inf, obj, obj-to, obj-as, obj-adj, obj-that, obj-of, obj-for, obj-with, or a preposition.
    """

    lemma: str
    sort: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """Words that tell a channel where they stand in the cue, the source, or the clause of saying."""

    words: str
    where: str
    channel: str


def find_saying_verb(lemma: str, text: str = "") -> SayingVerb | None:
    """The verb by its lemma, or by what else `text` may be a form of where the lemma is not in the table."""
    verbs = _verbs()
    return next((verbs[form] for form in (*verb_forms(lemma, text), text.lower()) if form in verbs), None)


@cache
def channel_words() -> tuple[ChannelWords, ...]:
    """Every phrase that tells a channel, the more telling first."""
    return tuple(ChannelWords(*row) for row in read_table("saying_channels.tsv", 3))


@cache
def list_channels() -> tuple[str, ...]:
    """The channels that a statement can have, by alphabet."""
    return tuple(sorted({words.channel for words in channel_words()}))


def find_saying_noun(word: str) -> str | None:
    """What a noun of saying is: "document" for a text that speaks, "act" for an act of saying, None for other nouns."""
    return _nouns().get(word.lower())


@cache
def _nouns() -> dict[str, str]:
    return keep_first((noun, kind) for noun, kind in read_table("saying_nouns.tsv", 2))


@cache
def _verbs() -> dict[str, SayingVerb]:
    verbs: dict[str, SayingVerb] = {}
    for lemma, sort, takes in read_closed("saying_verbs.tsv", 3, CLOSED["saying_verbs.tsv"]):
        verbs.setdefault(lemma, SayingVerb(lemma, sort, frozenset(takes.split())))
    return verbs
