"""Why a name is taken for one place and not for another: the weighing of `locate.py`, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.codebook.places.gazetteer import Spot
from dragoman.codebook.places.locate import WEIGHTS, Mention, choose, find_context, gather_mentions, weigh
from dragoman.records import Offsets

MOST: Final = 5  # candidates told, the likeliest first
_LEAST: Final = 0.1  # what a reason must add, in log odds, to be told
_WORDS: Final = {
    "capital": "a capital", "country": "a country", "region": "a region", "county": "a county", "city": "a city",
    "town": "a town", "venue": "a venue", "area": "an area", "people": "its population",
    "people_region": "its population", "first": "the largest of the name", "usual": "the name is its usual one",
    "after": "the state or country named after it", "after_other": "another state or country is named after it",
    "before": "the words before it", "told_country": "its country is told of", "told_region": "its region is told of",
    "outlet": "the outlet's own country", "same_country": "other places of the country are named",
    "same_region": "other places of the region are named", "near": "places near it are named",
    "around": "places around it are named", "inside": "a place that holds it, or that it holds, is named",
    "neighbour": "a neighbouring country is named",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate for a name, its share of one, and what spoke for it and against it, the weightiest first."""

    spot: Spot
    share: float
    taken: bool
    pro: tuple[str, ...]
    contra: tuple[str, ...]


def weigh_candidates(
    text: str, spans: Sequence[Offsets], asked: Sequence[Offsets], outlet: str | None = None
) -> list[tuple[Weighed, ...]]:
    """The likeliest candidates for each name in `asked`, weighed with all at `spans` as when a report is coded."""
    everything = sorted({*spans, *asked})
    mentions, which = gather_mentions(text, everything)
    weigh(mentions, text, outlet)
    numbers = [which[everything.index(a)] for a in asked]
    return [() if n is None else _list_candidates(mentions[n], mentions) for n in numbers]


def _list_candidates(mention: Mention, mentions: list[Mention]) -> tuple[Weighed, ...]:
    chosen = choose(mention)
    several = len(mention.candidates) > 1
    found = []
    for spot, part, fixed in zip(mention.candidates, mention.shares, mention.fixed, strict=True):
        added = {**fixed, **(find_context(spot, mention, mentions) if several else {})}
        worth = sorted(((WEIGHTS.get(k, 0.0) * v, k) for k, v in added.items()), key=lambda w: (-abs(w[0]), w[1]))
        pro = tuple(dict.fromkeys(_WORDS[k] for w, k in worth if w >= _LEAST))
        contra = tuple(dict.fromkeys(_WORDS[k] for w, k in worth if w <= -_LEAST))
        found.append(Weighed(spot, part, spot == chosen, pro, contra))
    return tuple(sorted(found, key=lambda w: (not w.taken, -w.share))[:MOST])
