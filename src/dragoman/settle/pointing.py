"""Whose act it is, as the event reader points: from the words of an act to the words of each party of the report.

Every word of an act asks, every word that names a party answers (`records.Pointing`). How well a party answers is the
sum over its words, as shares of one with all other parties and with nobody: attention over entities by their mentions
(as Swayamdipta et al. and Lee et al. 2017 score spans), with what is added for words near by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Final

from dragoman.codebook.weights import share_out
from dragoman.records import Pointing, Word

NOBODY: Final = "nobody"
# sentences from the act to the word that names a party, in classes; the act's own sentence before and behind it apart
_BEFORE: Final = (-6, -3, -2)
_BEHIND: Final = (1, 2, 5)
NEARS: Final = 10


def find_near(sentences: int, words: int) -> int:
    """Which of the `NEARS` classes of distance the naming word is in: so many sentences and words behind the act.

    >>> [find_near(n, n) for n in (-9, -4, -2, -1, 1, 2, 9)], find_near(0, -3), find_near(0, 3)
    ([0, 1, 2, 3, 6, 7, 9], 4, 5)
    """
    if sentences == 0:
        return 4 if words < 0 else 5
    if sentences < 0:
        return sum(sentences > far for far in _BEFORE)
    return 6 + sum(sentences > far for far in _BEHIND)


def point(
    pointing: Pointing, words: Sequence[Word], act: Sequence[int], parties: Mapping[str, Sequence[int]]
) -> dict[str, float]:
    """How likely each party, or nobody, is that side of the act: shares of one.

    Args:
        words: of the report.
        act: the words that tell the act, by number; at least one.
        parties: the words that name each party, by number.
    """
    names = [name for name, own in parties.items() if own]
    naming = [i for name in names for i in parties[name]]
    fit = (pointing.asks[list(act)] @ pointing.answers[naming].T).mean(0).tolist() if naming else []
    at = words[act[0]]
    near = [pointing.near[find_near(words[i].sentence - at.sentence, i - at.index)] for i in naming]
    each = iter(f + n for f, n in zip(fit, near, strict=True))
    scores = [_sum_up([next(each) for _ in parties[name]]) for name in names]
    nobody = float(pointing.nobody[list(act)].mean())
    return dict(zip([*names, NOBODY], (round(p, 4) for p in share_out([*scores, nobody])), strict=True))


def _sum_up(scores: list[float]) -> float:
    """log of the sum of exponentials."""
    top = max(scores)
    return top + log(sum(exp(s - top) for s in scores))
