"""What the event reader says: which words tell an act, who is on which side, what one given side does to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.codebook.frames import list_predicates
from dragoman.records import SIDES as BOTH
from dragoman.records import Act, ActSide, Offsets, Pointing, Side
from dragoman.understand.encoder import NO_GAP, SENTENCE, SPACE, Acts, Encoder, Floats, Token, load_encoder
from dragoman.understand.labels import CATEGORIES, SIDES
from dragoman.understand.segment import split_words
from dragoman.understand.tags import best_tags, find_spans, join_pieces

TOLD = 0.3  # probability from which the nearest predicate is looked up
LEAST = 0.02  # probability from which a word may tell an act
ALONE = 0.4  # the weight of the words themselves beside the head for two given sides; on PLV dev .2 to .8 are alike
EVENLY = 0.8  # the power that makes what both say mean what it says, chosen on PLV dev
_ENDS = 2  # of a span
NAMED = 0.2  # probability from which a word may name a side of an act


def find_acts(
    encoder: Encoder, tokens: Sequence[Token], read: Iterable[Acts]
) -> tuple[tuple[Act, ...], tuple[ActSide, ...]]:
    """The words that may tell an act, with the categories that are likely enough to be asked about; and the sides of
    acts."""
    found: list[Act] = []
    sides: list[ActSide] = []
    for acts in read:
        p = _share(acts.triggers)
        for k in np.nonzero(p[:, 0] < 1 - LEAST)[0].tolist():
            order = np.argsort(-p[k, 1:], kind="stable").tolist()
            likely = [(CATEGORIES[c], round(float(p[k, c + 1]), 4)) for c in order]
            chances = tuple((c, q) for c, q in likely if q >= LEAST)
            near = None
            if chances and chances[0][1] >= TOLD:
                near = encoder.find_nearest(tokens[acts.first + k].text, list_predicates(chances[0][0]))
            actor, recipient = (_named(m[k + 1, 1:], acts.first) for m in (acts.actor, acts.recipient))
            found.append(Act(acts.first + k, chances, near, actor, recipient))
        tags = _tag(acts.own_sides)
        sides += [ActSide(acts.first + a, acts.first + b, side) for a, b, side in find_spans(tags, SIDES)]
    return tuple(found), tuple(sides)


def join_pointing(encoder: Encoder, read: Sequence[Acts]) -> dict[Side, Pointing] | None:
    """Whose acts are, over all windows; None if the model does not point. Nobody is each window's [CLS]."""
    if encoder.near is None or not read:
        return None
    out: dict[Side, Pointing] = {}
    for side in BOTH:
        asks = [getattr(acts, f"{side}_asks") for acts in read]
        answers = [getattr(acts, f"{side}_answers") for acts in read]
        out[side] = Pointing(
            np.concatenate([a[1:] for a in asks]),
            np.concatenate([a[1:] for a in answers]),
            np.concatenate([a[1:] @ b[0] for a, b in zip(asks, answers, strict=True)]),
            tuple(encoder.near[side]),
        )
    return out


def _named(logits: Floats, first: int) -> tuple[tuple[int, float], ...]:
    """The words likely enough to name a side, with their probabilities."""
    p = 1 / (1 + np.exp(-logits.astype(np.float64)))
    return tuple((first + i, round(float(p[i]), 4)) for i in np.nonzero(p >= NAMED)[0].tolist())


def _share(logits: Floats) -> npt.NDArray[np.float64]:
    """Logits as shares of one, along the last axis."""
    x = logits.astype(np.float64)
    p = np.exp(x - x.max(-1, keepdims=True))
    out: npt.NDArray[np.float64] = p / p.sum(-1, keepdims=True)
    return out


def classify_relation(sentence: str, source: Offsets, target: Offsets) -> dict[str, float]:
    """What the source does to the target: a probability for each of PLOVER's sixteen categories, in its order.

    What the head for two given sides says, times what the sentence's words tell of by themselves: the two learnt from
    different sets.

    Args:
        sentence: one sentence.
        source, target: character offsets into it, half-open.

    Raises:
        ValueError: a span is no pair of offsets.
    """
    for name, span in (("source", source), ("target", target)):
        pair = isinstance(span, tuple | list) and len(span) == _ENDS and all(isinstance(i, int) for i in span)
        if not pair or not 0 <= span[0] <= span[1]:
            raise ValueError(f"the {name} is a pair of offsets into the sentence, half-open, and no {span!r}")
    encoder = load_encoder()
    spans = split_words(sentence, 0, len(sentence))
    tokens = [
        Token(sentence[a:b], SENTENCE if k == 0 else (NO_GAP if a == spans[k - 1][1] else SPACE), 0)
        for k, (a, b) in enumerate(spans)
    ]

    def inside(span: Offsets) -> list[int]:
        return [i for i, (a, b) in enumerate(spans) if a < span[1] and b > span[0]]

    s, t = inside(source), inside(target)
    for acts, alone in zip(encoder.read_acts(tokens, s, t), encoder.read_acts(tokens), strict=True):
        if any(acts.first <= i < acts.last for i in s) and any(acts.first <= i < acts.last for i in t):
            p = _share(acts.relation / encoder.temperature)
            p = (p * (LEAST + _share(alone.triggers)[:, 1:].max(0)) ** ALONE) ** EVENLY
            return dict(zip(CATEGORIES, (p / p.sum()).round(4).tolist(), strict=True))
    return {}


def tag_sides(words: Sequence[str]) -> list[str]:
    """Who acts (S), on whom (T), who act on each other (R) in a sentence of given words: IOB2, one tag a word."""
    tokens = [Token(w, SPACE if k else SENTENCE, 0) for k, w in enumerate(words)]
    return [SIDES[t] for acts in load_encoder().read_acts(tokens) for t in _tag(acts.sides)]


def _tag(logits: Floats) -> list[int]:
    """The best tags, each side in one piece."""
    return join_pieces(best_tags(logits, SIDES)[0], SIDES, ("S", "T", "R"))
