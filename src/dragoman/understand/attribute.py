"""Attribution scores -> attributions: spans of sources, cues and contents, each tied to its cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dragoman.understand.encoder import Scores, Token
from dragoman.understand.labels import ATTRIBUTION
from dragoman.understand.tags import best_tags, find_spans, join_pieces, log_share

Probabilities = npt.NDArray[np.float64]


@dataclass(slots=True)
class Spoken:
    """Word ranges of one attribution while it is put together."""

    cue: tuple[int, int] | None
    source: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    confidence: list[float] = field(default_factory=list)


def attribute(scores: Scores, tokens: Sequence[Token]) -> list[Spoken]:
    """The attributions of one window, in the order of their cues; word ranges count the reading's words.

    A source or content goes to the cue that its words point at (a learnt pointer, one a word); one source a cue.
    A content whose words point outside the window becomes an attribution without a cue. Pieces of one cue's content
    with nothing between them in one sentence are one.
    """
    if scores.last == scores.first:
        return []
    tags, probabilities = best_tags(scores.attribution, ATTRIBUTION)
    tags = join_pieces(tags, ATTRIBUTION, ("source",))
    spans = find_spans(tags, ATTRIBUTION)
    cues = [(a, b) for a, b, role in spans if role == "cue"]
    pointer = point(scores.cue_of, [a for a, _ in cues])
    found = [Spoken((scores.first + a, scores.first + b)) for a, b in cues]
    best_source: dict[int, tuple[float, tuple[int, int]]] = {}
    loose: list[Spoken] = []
    for a, b, role in spans:
        sure = float(probabilities[np.arange(a, b), tags[a:b]].mean())
        span = (scores.first + a, scores.first + b)
        if role == "cue":
            found[cues.index((a, b))].confidence.append(sure)
            continue
        votes = pointer[a:b].mean(0)
        k = int(votes.argmax())
        if k == 0 and role == "content":
            loose.append(Spoken(None, [], [span], [sure]))
        elif k and role == "content":
            found[k - 1].content.append(span)
            found[k - 1].confidence.append(sure * float(np.exp(votes[k])))
        elif k and (k not in best_source or votes[k] > best_source[k][0]):
            best_source[k] = (float(votes[k]), span)
            found[k - 1].confidence.append(sure)
    for k, (_, span) in best_source.items():
        found[k - 1].source.append(span)
    for spoken in found:
        spoken.content[:] = _join(spoken.content, tokens)
    return [s for s in found if s.content] + loose


def _join(pieces: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in pieces:
        if out and out[-1][1] == a and tokens[a - 1].sentence == tokens[a].sentence:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def point(cue_of: npt.NDArray[np.float32], cues: list[int]) -> Probabilities:
    """Log-probabilities (W, 1 + cues) that each word belongs to none in the window or to each cue."""
    return log_share(cue_of[1:, [0, *(c + 1 for c in cues)]])
