"""Where a content ends: the tagger's end held against the syntax.

Tags are chosen word by word, and a long content now and then stops inside a phrase ("to clean up the mines that had
been") or runs over one. Each end within reach is weighed by how the tags like it and by what the tree says of the words
on either side; the weights were fitted on PolNeAR dev (softmax over the ends of a content, five-fold by article).
Beginnings are left as they are: weighed in the same way they gained nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Word
from dragoman.understand.attribute import Probabilities, Spoken
from dragoman.understand.encoder import Scores
from dragoman.understand.labels import ATTRIBUTION
from dragoman.understand.tags import log_share

REACH = 15  # words to either side
INSIDE = ATTRIBUTION.index("I-content")
HANGING = frozenset(("ADP", "DET", "CCONJ", "PART", "AUX", "SCONJ"))  # no content ends on one of these
QUOTES = frozenset('"“”')

AS_TAGGED = 0.23
LONGER = -2.75
CUTS_HEAD = 2.47  # a word that the rest of the content hangs on: wants to be in
CUTS_CHILD = 1.30  # a word that hangs on the rest of the content
PHRASE_ENDS = 1.29
STOP_FOLLOWS = 1.11
SENTENCE_ENDS = 1.79
QUOTES_PAIRED = 2.37
HANGS = -1.77
INSIDE_LAST = 0.65  # by the log-probability that the last word is inside a content
INSIDE_NEXT = -0.33


def mend_ends(found: Sequence[Spoken], scores: Scores, words: Sequence[Word]) -> Sequence[Spoken]:
    """The attributions of one window with the ends of their contents moved where that is likelier, and without sources
    that stand in a later sentence than their cue.

    Args:
        words: those of the whole report as far as it is read, with their tree.
    """
    taken = {i for s in found for a, b in (*s.source, *([s.cue] if s.cue else []), *s.content) for i in range(a, b)}
    logp = log_share(scores.attribution)[:, INSIDE]
    for spoken in found:
        if spoken.cue is not None:  # nobody speaks by a cue of the sentence before
            here = words[spoken.cue[0]].sentence
            spoken.source[:] = [(a, b) for a, b in spoken.source if words[a].sentence <= here]
        for n, (a, b) in enumerate(spoken.content):
            end = _best_end(a, b, words, taken, logp, scores.first)
            spoken.content[n] = (a, end)
    return found


def _best_end(a: int, b: int, words: Sequence[Word], taken: set[int], inside: Probabilities, first: int) -> int:
    last = b
    while last < len(words) and last - b < REACH and last not in taken and _together(words, b - 1, last):
        last += 1
    ends = range(max(a + 1, b - REACH), last + 1)
    rights = _right_edges(a, last, words)
    return max(ends, key=lambda e: (_weigh(a, b, e, words, rights, inside, first), e == b))


def _weigh(a: int, b: int, e: int, words: Sequence[Word], rights: set[int], inside: Probabilities, first: int) -> float:
    """How likely the content of words `a:b` truly ends before word `e`, as a logit against its other ends."""
    whole = e == len(words) or not _together(words, e - 1, e)
    total = INSIDE_LAST * float(inside[e - 1 - first])
    total += INSIDE_NEXT * (float(inside[e - first]) if e - first < len(inside) else -10.0)
    total += SENTENCE_ENDS * whole + STOP_FOLLOWS * (not whole and words[e].upos == "PUNCT")
    total += HANGS * (words[e - 1].upos in HANGING) + PHRASE_ENDS * (e in rights)
    total += QUOTES_PAIRED * (sum(w.text in QUOTES for w in words[a:e]) % 2 == 0)
    if e == b:
        return total + AS_TAGGED
    kept, moved = range(a, min(b, e)), range(min(b, e), max(b, e))
    sign = 1 if e > b else -1
    total += sign * CUTS_HEAD * any(words[i].head in moved for i in kept)
    total += sign * CUTS_CHILD * any(words[i].head in kept for i in moved)
    return total + LONGER * (e > b)


def _right_edges(a: int, last: int, words: Sequence[Word]) -> set[int]:
    """The places before `last` at which what a word of `a:last` governs ends."""
    reach = {i: i + 1 for i in range(a, last)}
    for i in range(a, min(len(words), last + 1)):
        above = i
        while words[above].head != above:
            above = words[above].head
            if above in reach:
                reach[above] = max(reach[above], i + 1)
    return set(reach.values())


def _together(words: Sequence[Word], i: int, j: int) -> bool:
    return words[i].sentence == words[j].sentence
