"""Train the heads that point from an act to its parties, over an event reader that stays as it is.

    python training/whose.py gold/train more/train --start runs/e/last.pt --out runs/w.pt [--dev gold/dev more/dev] [--leave-out 450]

The shipped package reads every annotated report and says which words name which of its parties (`dragoman.settle.pointing`); the event
reader of the checkpoint gives each of these words, and each word of an annotated act, its vector. Learnt is which party the annotation
names on each side, or that it names nobody: the share of what is right. With --leave-out, so many of the last folder's reports (those
that tools/fit_sides.py draws) are not learnt from, so that the weights of sides can be fitted on them.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from dragoman.evaluate.record import read_gold_reports
from dragoman.records import SIDES, Reading, Report
from dragoman.settle.choosing import TELLING
from dragoman.settle.parties import Parties
from dragoman.settle.pointing import NEARS, find_near
from dragoman.understand import cut_text, understand
from dragoman.understand.encoder import cut_windows, load_encoder
from events import EventReader, find_evidence, find_words
from export_events import Words
from fit_sides import ask_parties, is_named
from model import Pointer


@dataclass
class Case:
    """One side of one annotated act: its words, and which of the report's parties, counted from 1, are right; 0 is nobody."""

    side: str
    act: list[int]
    right: list[int]
    sure: bool


@dataclass
class Told:
    """A report: vectors of the words asked about, its parties by the words that name them, its cases.

    vectors (rows, 384): the words of acts and of parties; `of` (naming words,): the party of each, from 0; `naming`: their rows;
    `nears` (cases, naming words); `acts`: the rows of each case's words, `nobody`: the rows of [CLS] of their windows.
    """

    vectors: Tensor
    naming: Tensor
    of: Tensor
    parties: int
    cases: list[Case]
    nears: Tensor
    acts: list[Tensor]
    nobody: list[int]


@torch.no_grad()
def read_vectors(reader: EventReader, text: str) -> tuple[Tensor, list[int]]:
    """What the event reader makes of each word, [CLS] of each window behind them; and which [CLS] is each word's."""
    encoder, words = load_encoder(), Words(reader)
    tokens, _, _ = cut_text(text)
    pieces = [encoder.pieces(t.text) for t in tokens]
    rows: list[Tensor] = []
    tops: list[Tensor] = []
    own: list[int] = []
    for a, b in cut_windows(tokens, [len(p) for p in pieces]):
        feed = {k: torch.tensor(v) for k, v in encoder._feed(tokens, pieces, range(a, b)).items()}
        states = words.states(feed["words"], feed["shapes"], feed["gaps"], torch.zeros_like(feed["shapes"]))
        x = reader.mixes["words"](states)[0][feed["first"][0]]
        rows.append(x[1:])
        own += [len(tops)] * (b - a)
        tops.append(x[0])
    return torch.cat([*rows, torch.stack(tops)]), [len(own) + k for k in own]


def read_report(reader: EventReader, gold: dict) -> Told | None:
    """A report's cases; None if it has none, or names nobody."""
    reading = understand(Report(gold["text"], date.fromisoformat(gold["date"])))
    _, choosing = ask_parties(reading)
    parties = choosing.parties
    names = [name for name in parties if parties.words(name)]
    naming = [(k, i) for k, name in enumerate(names) for i in parties.words(name)]
    cases = [c for event in gold["events"] for c in list_cases(gold["text"], event, reading, parties, names)]
    if not cases or not naming:
        return None
    vectors, tops = read_vectors(reader, gold["text"])
    used: dict[int, int] = {}  # only rows that are asked about are kept

    def row(i: int) -> int:
        return used.setdefault(i, len(used))

    words = reading.words
    acts = [torch.tensor([row(i) for i in c.act]) for c in cases]
    nobody = [row(tops[c.act[0]]) for c in cases]
    nears = [[find_near(words[i].sentence - words[c.act[0]].sentence, i - c.act[0]) for _, i in naming] for c in cases]
    rows = torch.tensor([row(i) for _, i in naming])
    of = torch.tensor([k for k, _ in naming])
    return Told(
        vectors[list(used)].half(), rows, of, len(names), cases, torch.tensor(nears, dtype=torch.int8), acts, nobody
    )


def list_cases(text: str, event: dict, reading: Reading, parties: Parties, names: list[str]) -> Iterator[Case]:
    """Both sides of an annotated act, if its words are found; a side that is none of the report's parties is no case."""
    act = find_act(text, event, reading)
    for side, key in zip(SIDES, ("sources", "targets"), strict=True):
        named = event[key]
        right = (
            [k + 1 for k, name in enumerate(names) if any(is_named(e, named) for _, e in parties.told[name])]
            if named
            else [0]
        )
        if act and right:
            yield Case(side, act, right, bool(named))


def find_act(text: str, event: dict, reading: Reading) -> list[int]:
    """The first words that tell an annotated act."""
    where = find_words(text, event.get("trigger") or "\0", find_evidence(text, event))
    return list(reading.list_words(*where))[:TELLING] if where else []


def score(pointer: Pointer, told: Told, which: list[int], x: Tensor) -> Tensor:
    """Scores of nobody and of each party, for some cases of one side: (cases, 1 + parties)."""
    asks, answers = pointer(x)
    asked = torch.stack([asks[told.acts[k]].mean(0) for k in which])
    fit = asked @ answers[told.naming].T + pointer.near[told.nears[which].long()]
    top = fit.max(1, keepdim=True).values
    sums = torch.zeros(len(which), told.parties).index_add_(1, told.of, (fit - top).exp())
    nobody = (asked * answers[[told.nobody[k] for k in which]]).sum(-1, keepdim=True)
    return torch.cat([nobody, sums.clamp(min=1e-30).log() + top], 1)


def find_loss(heads: nn.ModuleDict, told: Told, left_out: float, dropout: float) -> Tensor:
    total = torch.zeros(())
    x = F.dropout(told.vectors.float(), dropout)
    for side in SIDES:
        which = [k for k, c in enumerate(told.cases) if c.side == side]
        if not which:
            continue
        logp = score(heads[side], told, which, x).log_softmax(1)
        for n, k in enumerate(which):
            case = told.cases[k]
            total = total - logp[n, case.right].logsumexp(0) * (1.0 if case.sure else left_out)
    return total / len(told.cases)


@torch.no_grad()
def measure(heads: nn.ModuleDict, reports: list[Told]) -> str:
    out = []
    for side in SIDES:
        hit = hits = count = counts = 0
        loss = 0.0
        for told in reports:
            which = [k for k, c in enumerate(told.cases) if c.side == side]
            if not which:
                continue
            s = score(heads[side], told, which, told.vectors.float())
            for n, k in enumerate(which):
                if told.cases[k].sure:
                    count += 1
                    hit += int(s[n, 1:].argmax()) + 1 in told.cases[k].right
                counts += 1
                hits += int(s[n].argmax()) in told.cases[k].right
                loss -= float(s[n].log_softmax(0)[told.cases[k].right].logsumexp(0)) if told.cases[k].sure else 0.0
        out.append(
            f"{side} {hit / max(count, 1):.4f} of {count}, with nobody {hits / max(counts, 1):.4f} of {counts}, loss {loss / max(count, 1):.3f}"
        )
    return "; ".join(out)


def collect(reader: EventReader, folders: list[Path], leave_out: int) -> Iterator[tuple[bool, Told]]:
    for n, folder in enumerate(folders):
        golds = list(read_gold_reports(folder))
        apart = (
            {g["text"] for g in random.Random(1).sample(golds, leave_out)}
            if leave_out and n == len(folders) - 1
            else set()
        )
        for gold in golds:
            told = read_report(reader, gold)
            if told is not None:
                yield gold["text"] in apart, told


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folders", nargs="+", type=Path)
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--cases", type=Path, help="kept here once read, and taken from here where they are")
    ap.add_argument("--dev", nargs="*", type=Path, default=[])
    ap.add_argument("--leave-out", type=int, default=0)
    ap.add_argument(
        "--left-out", type=float, default=0.33, help="what a case counts whose side the annotation leaves out"
    )
    ap.add_argument("--rounds", type=int, default=12)
    ap.add_argument("--lr", type=float, default=1e-3)
    ap.add_argument("--dropout", type=float, default=0.25)
    ap.add_argument("--batch", type=int, default=8, help="reports")
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    reader = EventReader()
    reader.load_state_dict(torch.load(a.start, map_location="cpu", weights_only=True), strict=False)
    reader.eval()
    if a.cases and a.cases.exists():
        train, apart, dev = torch.load(a.cases, weights_only=False)
    else:
        both = list(collect(reader, a.folders, a.leave_out))
        train, apart = ([t for left, t in both if left is side] for side in (False, True))
        dev = {str(f): [t for _, t in collect(reader, [f], 0)] for f in a.dev}
        if a.cases:
            torch.save((train, apart, dev), a.cases)
    print(len(train), "reports,", sum(len(t.cases) for t in train), "cases,", len(apart), "left out", flush=True)
    heads = nn.ModuleDict({side: getattr(reader, f"{side}_party") for side in SIDES})
    opt = torch.optim.AdamW(heads.parameters(), lr=a.lr, weight_decay=0.01)
    steps = a.rounds * -(-len(train) // a.batch)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / 100, max(0.0, (steps - s) / steps)))
    begin = time.time()
    for turn in range(a.rounds):
        rng.shuffle(train)
        mean = 0.0
        for k in range(0, len(train), a.batch):
            opt.zero_grad(set_to_none=True)
            loss = (
                sum((find_loss(heads, t, a.left_out, a.dropout) for t in train[k : k + a.batch]), torch.zeros(()))
                / a.batch
            )
            loss.backward()
            nn.utils.clip_grad_norm_(heads.parameters(), 1.0)
            opt.step()
            plan.step()
            mean += float(loss.detach()) * a.batch / len(train)
        print(turn + 1, round(time.time() - begin), "loss", round(mean, 4), flush=True)
        for name, reports in {**dev, "left out": apart}.items():
            if reports:
                print("   ", name, measure(heads, reports), flush=True)
    torch.save(reader.state_dict(), a.out)


if __name__ == "__main__":
    main()
