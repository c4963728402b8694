"""Attributions (source, cue, content) as JSON Lines: what the reading says, in the scheme of the gold file.

PolNeAR's scheme keeps the outer quotation marks in a content and annotates beliefs and intentions too. The
reading's attributions follow it, so they are taken from there; the record's statements have other rules.

Figures, all counted over the whole file:

    token     words and punctuation that carry a role
    exact     fragments of a role with the same start and end, white space trimmed
    edge      the same, quotation marks and . , ; : ! ? cut from both ends
    overlap   fragments, one to one, that share a token
    link      attributions, one to one: contents share half their words (Jaccard), and the sources agree (both
              empty, or a word shared); the figure that says who said what
    content   as link, whatever the source; source_acc: link of content
    strict    contents and sources identical; full: cues too
    citron_*  as the BBC's Citron counts: cue identical; source or content identical where cues overlap
    ggt_*     as the Gender Gap Tracker counts: share of the gold quotation found over .3 or .8, and the speakers
              of those, right if they overlap
    recall    of link, by kind of gold attribution
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, divide, find_f1
from dragoman.evaluate.jsonl import read_gold_lines
from dragoman.records import Attribution, Offsets

ROLES = ("source", "cue", "content")
TOKEN = re.compile(r"\w+(?:[’'\-.]\w+)*|[^\w\s]")
EDGE = "\"“”„‘’'`«».,;:!? \t\r\n\u00a0"
OPENING = '"“„«'
QUOTE_MARK = re.compile('["“”„«»]')
PRONOUN_WORDS = "he she they i we it you who which that his her their my our your him them me us its"
PRONOUNS = frozenset(PRONOUN_WORDS.split())


def predict_attribution(gold: Path, attribute: Callable[[str], Iterable[Attribution]]) -> str:
    """The file at `gold` with its `attributions` replaced."""
    out = []
    for _, row in read_gold_lines(gold, ("id", "text")):
        found = [
            {"id": str(number), **{role: [list(span) for span in getattr(each, role)] for role in ROLES}}
            for number, each in enumerate(attribute(row["text"]))
        ]
        out.append(json.dumps({**row, "attributions": found}, ensure_ascii=False) + "\n")
    return "".join(out)


# ---------------------------------------------------------------- an article, ready to be compared


@dataclass
class Marked:
    """One attribution: for each role its fragments, the tokens in them, and those of the tokens that are words."""

    fragments: dict[str, tuple[Offsets, ...]] = field(default_factory=dict)
    tokens: dict[str, frozenset[int]] = field(default_factory=dict)
    words: dict[str, frozenset[int]] = field(default_factory=dict)


class Article:
    """A text with its tokens and the attributions marked in it."""

    def __init__(self, text: str, attributions: Iterable[Mapping[str, Any]], where: object) -> None:
        self.text = text
        self.spans = [m.span() for m in TOKEN.finditer(text)]
        self._starts = [s for s, _ in self.spans]
        self._ends = [e for _, e in self.spans]
        self.marked = [self._mark(each, where) for each in attributions]

    def _mark(self, attribution: Mapping[str, Any], where: object) -> Marked:
        out = Marked()
        for role in ROLES:
            given = [(int(s), int(e)) for s, e in attribution.get(role) or []]
            for s, e in given:
                if not 0 <= s <= e <= len(self.text):
                    raise BrokenGold(where, f"the span {[s, e]} lies outside the text.")
            trimmed = {strip(self.text, s, e, str.isspace) for s, e in given}
            fragments = tuple(sorted(f for f in trimmed if f[1] > f[0]))
            tokens = frozenset(i for s, e in fragments for i in self.find_tokens(s, e))
            words = frozenset(i for i in tokens if any(c.isalnum() for c in self.text[slice(*self.spans[i])]))
            out.fragments[role], out.tokens[role], out.words[role] = fragments, tokens, words or tokens
        return out

    def find_tokens(self, start: int, end: int) -> range:
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def role_tokens(self, role: str) -> frozenset[int]:
        return frozenset().union(*(m.tokens[role] for m in self.marked))

    def role_fragments(self, role: str) -> list[Offsets]:
        return sorted({f for m in self.marked for f in m.fragments[role]})

    def edges(self, role: str) -> set[Offsets]:
        """The fragments of a role without quotation marks and punctuation at their ends."""
        cut = {strip(self.text, s, e, EDGE.__contains__) for s, e in self.role_fragments(role)}
        return {f for f in cut if f[1] > f[0]}

    def quote_kind(self, one: Marked) -> str:
        """direct: every fragment of the content is one quotation; indirect: no quotation mark; else mixed."""
        pieces = [self.text[s:e] for s, e in one.fragments["content"]]
        if not QUOTE_MARK.search(" ".join(pieces).strip()):
            return "indirect"
        bare = [p for p in (piece.strip().strip(".,") for piece in pieces) if p]
        whole = all(p[0] in OPENING and QUOTE_MARK.match(p[-1]) and len(QUOTE_MARK.findall(p)) == 2 for p in bare)
        return "direct" if whole else "mixed"

    def source_kind(self, one: Marked) -> str:
        words = " ".join(self.text[s:e] for s, e in one.fragments["source"]).strip().lower()
        return "none" if not one.fragments["source"] else "pronoun" if words in PRONOUNS else "nominal"


def strip(text: str, start: int, end: int, goes: Callable[[str], bool]) -> Offsets:
    """The span without the characters at its ends that `goes` is true of."""
    while start < end and goes(text[start]):
        start += 1
    while end > start and goes(text[end - 1]):
        end -= 1
    return start, end


# ---------------------------------------------------------------- figures


def score_attribution(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Figures:
    """Figures from 0 to 1, as the head of this file explains them. An article left out predicts nothing.

    Raises:
        BrokenGold: an id twice, a predicted id that the gold file lacks, or a span outside its text.
    """
    rows = list(gold)
    by_id: dict[Any, Mapping[str, Any]] = {}
    known = {row["id"] for row in rows}
    if len(known) != len(rows):
        raise BrokenGold("gold", "an id stands in it twice.")
    for row in predicted:
        if row["id"] in by_id or row["id"] not in known:
            raise BrokenGold(f"predictions, {row['id']}", "an id stands there twice, or not in the gold file.")
        by_id[row["id"]] = row
    counts = Counts()
    for row in rows:
        answer = by_id.get(row["id"], {})
        a = Article(row["text"], row.get("attributions") or [], f"gold, {row['id']}")
        b = Article(row["text"], answer.get("attributions") or [], f"predictions, {row['id']}")
        _count_fragments(counts, a, b)
        _count_links(counts, a, b)
        _count_citron(counts, a.marked, b.marked)
        for share in (0.3, 0.8):
            _count_tracker(counts, a.marked, b.marked, share)
    return counts.figures()


class Counts:
    """By name: hits, predicted ones, gold ones; Citron's hits differ by the side they are counted from."""

    def __init__(self) -> None:
        names = [f"{measure} {role}" for measure in ("token", "exact", "edge", "overlap") for role in ROLES]
        names += ["link", "content", "strict", "full"]
        names += [f"citron_{part}" for part in ("cue", "source", "content", "all")]
        names += ["ggt_quote@0.3", "ggt_quote@0.8"]
        self.held = {name: [0, 0, 0] for name in names}
        self.speakers = {0.3: [0, 0], 0.8: [0, 0]}
        self.recall: dict[str, list[int]] = {}

    def add(self, name: str, hits: int, predicted: int, gold: int) -> None:
        for i, n in enumerate((hits, predicted, gold)):
            self.held[name][i] += n

    def figures(self) -> Figures:
        out: Figures = {}
        for name, (hits, predicted, gold) in self.held.items():
            p, r = divide(hits, predicted), divide(hits, gold)
            out[name] = {"p": p, "r": r, "f": find_f1(p, r), "tp": hits, "pred": predicted, "gold": gold}
        out["source_acc"] = divide(self.held["link"][0], self.held["content"][0])
        for share, (right, n) in self.speakers.items():
            out[f"ggt_speaker@{share}"] = divide(right, n)
        out["recall"] = {name: (hits, n) for name, (hits, n) in sorted(self.recall.items())}
        return out


def _count_fragments(counts: Counts, a: Article, b: Article) -> None:
    for role in ROLES:
        g, p = a.role_tokens(role), b.role_tokens(role)
        counts.add(f"token {role}", len(g & p), len(p), len(g))
        x, y = a.role_fragments(role), b.role_fragments(role)
        counts.add(f"exact {role}", len(set(x) & set(y)), len(y), len(x))
        e, f = a.edges(role), b.edges(role)
        counts.add(f"edge {role}", len(e & f), len(f), len(e))
        u, v = [frozenset(a.find_tokens(*s)) for s in x], [frozenset(a.find_tokens(*s)) for s in y]
        shared = [(jaccard(s, t), i, j) for i, s in enumerate(u) for j, t in enumerate(v) if s & t]
        counts.add(f"overlap {role}", len(pair_best(shared)), len(y), len(x))


def _count_links(counts: Counts, a: Article, b: Article) -> None:
    scored = []
    for i, x in enumerate(a.marked):
        for j, y in enumerate(b.marked):
            alike = jaccard(x.words["content"], y.words["content"])
            if alike > 0:
                tie = 1e-3 * jaccard(x.tokens["source"], y.tokens["source"])
                tie += 1e-4 * jaccard(x.tokens["cue"], y.tokens["cue"])
                scored.append((alike + tie, i, j))
    paired = pair_best(scored)
    hits = dict.fromkeys(("link", "content", "strict", "full"), 0)
    for i, x in enumerate(a.marked):
        linked = False
        if i in paired:
            y = b.marked[paired[i]]
            found = jaccard(x.words["content"], y.words["content"]) >= 0.5
            no_source = not x.fragments["source"] and not y.fragments["source"]
            linked = found and (no_source or bool(x.words["source"] & y.words["source"]))
            strict = all(x.fragments[role] == y.fragments[role] for role in ("content", "source"))
            hits["content"] += found
            hits["link"] += linked
            hits["strict"] += strict
            hits["full"] += strict and x.fragments["cue"] == y.fragments["cue"]
        for kind in (a.quote_kind(x), f"source {a.source_kind(x)}"):
            held = counts.recall.setdefault(kind, [0, 0])
            held[0] += linked
            held[1] += 1
    for name, n in hits.items():
        counts.add(name, n, len(b.marked), len(a.marked))


def _count_citron(counts: Counts, gold: Sequence[Marked], predicted: Sequence[Marked]) -> None:
    def same(x: Marked, y: Marked, *roles: str) -> bool:
        return all(x.fragments[role] == y.fragments[role] for role in roles)

    def near(x: Marked, y: Marked) -> bool:
        return bool(x.tokens["cue"] & y.tokens["cue"])

    tests: dict[str, Callable[[Marked, Marked], bool]] = {
        "cue": lambda x, y: same(x, y, "cue") and bool(x.fragments["cue"]),
        "source": lambda x, y: near(x, y) and same(x, y, "source"),
        "content": lambda x, y: near(x, y) and same(x, y, "content"),
        "all": lambda x, y: same(x, y, "cue", "source", "content") and bool(x.fragments["cue"]),
    }
    for part, agree in tests.items():
        hits = sum(any(agree(x, y) for x in gold) for y in predicted)
        found = sum(any(agree(x, y) for y in predicted) for x in gold)
        # Citron's recall: hits among the predicted ones, and the gold ones that were missed
        counts.add(f"citron_{part}", hits, len(predicted), hits + len(gold) - found)


def _count_tracker(counts: Counts, gold: Sequence[Marked], predicted: Sequence[Marked], share: float) -> None:
    rest, hits = list(predicted), 0
    for x in gold:
        whole = _hull(x, "content")
        best, most = None, 0.0
        for y in rest:
            other = _hull(y, "content")
            if whole and other:
                shared = max(0, min(whole[1], other[1]) - max(whole[0], other[0])) / (whole[1] - whole[0])
                if shared > share and shared > most:
                    best, most = y, shared
        if best is not None:
            rest = [y for y in rest if y is not best]
            hits += 1
            s, t = _hull(x, "source"), _hull(best, "source")
            right = min(s[1], t[1]) > max(s[0], t[0]) if s and t else not s and not t
            counts.speakers[share][0] += right
            counts.speakers[share][1] += 1
    counts.add(f"ggt_quote@{share}", hits, len(predicted), len(gold))


def _hull(one: Marked, role: str) -> Offsets | None:
    fragments = one.fragments[role]
    return (fragments[0][0], fragments[-1][1]) if fragments else None


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def pair_best(scored: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """One-to-one pairs, the best first; among equals the earliest."""
    left: dict[int, int] = {}
    right: set[int] = set()
    for _, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return left
