"""What each paragraph is about: the event reader's word on PLOVER's contexts, the mean over the paragraph's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from dragoman.records import Sphere
from dragoman.understand.encoder import Acts
from dragoman.understand.labels import CONTEXTS

LEAST = 0.02  # probability from which a context may be meant


def find_contexts(paragraphs: Sequence[int], read: Iterable[Acts]) -> tuple[Sphere, ...] | None:
    """The contexts of each paragraph that are likely enough to be asked about, the likeliest of a paragraph first;
    None where the model does not tell contexts.

    Args:
        paragraphs: the paragraph of each word.
        read: the windows of the report, in order.
    """
    sums: dict[int, np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = {}
    words: dict[int, int] = {}
    for acts in read:
        if not acts.contexts.shape[1]:
            return None
        for k, row in enumerate(acts.contexts.astype(np.float64)):
            paragraph = paragraphs[acts.first + k]
            sums[paragraph] = sums[paragraph] + row if paragraph in sums else row
            words[paragraph] = words.get(paragraph, 0) + 1
    found = []
    for paragraph in sorted(sums):
        p = 1 / (1 + np.exp(-sums[paragraph] / words[paragraph]))
        order = np.argsort(-p, kind="stable").tolist()
        found += [Sphere(paragraph, CONTEXTS[c], round(float(p[c]), 4)) for c in order if p[c] >= LEAST]
    return tuple(found)
