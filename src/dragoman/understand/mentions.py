"""Mention and antecedent scores -> mentions in chains, across the windows of a report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.records import Mention, Word
from dragoman.understand.encoder import Scores
from dragoman.understand.labels import MENTIONS


def point_back(scores: Scores) -> list[tuple[int, str, int | None]]:
    """(head word, kind, head word of the antecedent or None) of each mention in a window."""
    kinds = scores.mention.argmax(1).tolist()
    heads = [i for i, k in enumerate(kinds) if k]
    out: list[tuple[int, str, int | None]] = []
    for n, i in enumerate(heads):
        row = scores.antecedent[i + 1]
        choices = [0, *(h + 1 for h in heads[:n])]
        best = choices[int(np.argmax(row[choices]))]
        out.append((scores.first + i, MENTIONS[kinds[i]], scores.first + best - 1 if best else None))
    return out


def chain_mentions(
    pointed: Sequence[tuple[int, str, int | None]], words: Sequence[Word], reach: Sequence[tuple[int, int]]
) -> tuple[Mention, ...]:
    """Chains from antecedents; a name without one joins the last chain with the same head word and kind.

    `reach[i]` is the range of words that word i governs, itself included.
    """
    chain_of: dict[int, int] = {}
    named: dict[tuple[str, str], int] = {}
    out: list[Mention] = []
    for head, kind, antecedent in pointed:
        word = words[head]
        key = (word.text.lower(), kind) if word.upos == "PROPN" else None
        chain = chain_of.get(antecedent) if antecedent is not None else None
        if chain is None and key is not None:
            chain = named.get(key)
        if chain is None:
            chain = len(out)
        chain_of[head] = chain
        if key is not None:
            named[key] = chain
        first, last = trim_punctuation(words, *reach[head])
        out.append(Mention(words[first].start, words[last - 1].end, head, kind, chain))
    return tuple(out)


def trim_punctuation(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The range without punctuation and prepositions at its edges; never empty."""
    while last - first > 1 and words[last - 1].upos == "PUNCT":
        last -= 1
    while last - first > 1 and (
        words[first].upos in ("PUNCT", "ADP", "CCONJ") and words[first].deprel in ("punct", "case", "cc")
    ):
        first += 1
    return first, last
