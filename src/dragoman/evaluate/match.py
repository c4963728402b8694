"""When two rows are the same: words, names, codes, dates and places, compared as the figures ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.records import Offsets

Row = Mapping[str, Any]
Names = frozenset[str]

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
MOST_WORDS = 40  # an evidence span with more counts for nothing
NO_NAME_WORDS = """
    the a an of and to in on at for by with from that this its his her their our is was be as it or s mr mrs ms dr sir
    president minister ministry foreign prime secretary state general special envoy spokesman spokeswoman spokesperson
    official officials government leader ambassador deputy
"""
NO_NAMES = frozenset(NO_NAME_WORDS.split())


def list_words(text: str | None) -> Names:
    return frozenset(w.lower() for w in WORD.findall(text or ""))


def list_names(text: str | None) -> Names:
    """The words that tell one name from another."""
    return frozenset(w for w in list_words(text) if w not in NO_NAMES and len(w) > 1)


def find_last_word(text: str | None) -> str:
    """What stands for a surname."""
    words: list[str] = WORD.findall(text or "")
    return words[-1].lower() if words else ""


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def find_all(text: str, words: str) -> list[Offsets]:
    """Every place where `words` stand in `text`."""
    out, start = [], text.find(words) if words else -1
    while start >= 0:
        out.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return out


def list_spans(rows: Any) -> list[Offsets]:
    """The spans of evidence that are short enough to count."""
    given = rows if isinstance(rows, list) else [rows] if rows else []
    short = [r for r in given if r and r.get("span") and len(WORD.findall(r.get("text") or "")) <= MOST_WORDS]
    return [(r["span"][0], r["span"][1]) for r in short]


def overlap(a: Sequence[Offsets], b: Sequence[Offsets]) -> bool:
    return any(s < f and e < t for s, t in a for e, f in b)


def call(entity: Row | None) -> Names:
    """All that an entity goes by: its code, and name, text and id in lower case."""
    if not entity:
        return frozenset()
    names = [entity.get("code"), *((entity.get(k) or "").lower() for k in ("name", "text", "id"))]
    return frozenset(n for n in names if n)


def is_called(party: str, names: Names) -> bool:
    """Whether an entity that goes by `names` is the party with this code (or, of a group, name)."""
    low = party.lower()
    return party in names or low in names or (len(party) > 3 and any(low in n.lower() for n in names))


def match_parties(gold: Iterable[str], predicted: Sequence[Names]) -> tuple[int, int]:
    """How many gold parties some entity stands for, one each, and how many entities stand for none."""
    used: set[int] = set()
    hits = 0
    for party in gold:
        found = next((i for i, names in enumerate(predicted) if i not in used and is_called(party, names)), None)
        if found is not None:
            used.add(found)
            hits += 1
    return hits, len(predicted) - len(used)


def compare_parties(gold: Sequence[str], predicted: Sequence[Names]) -> float:
    """Jaccard of two sides, 1 where both are empty."""
    hits, extra = match_parties(gold, predicted)
    return hits / (len(gold) + extra) if len(gold) + extra else 1.0


def pair_best(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs, the best first; among equals the latest."""
    left: set[int] = set()
    right: set[int] = set()
    out = []
    for _, i, j in sorted(scored, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


Range = tuple[str, str]


def find_range(start: str | None, end: str | None) -> Range | None:
    """Two ends that compare as strings; a month or a year reaches to its last day."""
    first, last = start or end, end or start
    if not first or not last:
        return None
    return first, last + "~" if len(last) < 10 else last


def find_gold_range(words: str | None) -> Range | None:
    """The range that `2023-05-01` or `2023-05-01/2023-05-04` means."""
    if not words:
        return None
    start, _, end = words.partition("/")
    return find_range(start, end or start)


def touch(a: Range | None, b: Range | None) -> bool:
    return bool(a and b and a[0] <= b[1] and b[0] <= a[1])


def same_place(gold: str, place: Row | None, venue: str | None = None) -> bool:
    """Whether a word of the place's name is shared."""
    return bool(list_names(gold) & (list_names((place or {}).get("name")) | list_names(venue)))
