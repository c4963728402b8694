"""Copies of real reports as wires make them, and look-alikes that are no copies, for whoever tells copies apart.

A copy is told by its source and the steps that made it, a look-alike by its two reports; no text is kept.

    python training/annotations/copies.py make SHARED          # writes copies.jsonl: the choice is seeded
    python training/annotations/copies.py join SHARED OUT      # pairs with both texts, JSON Lines

Steps: abridge N (the first N paragraphs), drop N (without paragraph N), reorder N (paragraph N moved to the end), head K
(another dateline), local K at N (a paragraph of our own put in before paragraph N), tail K (a closing line of our own).
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from standoff import HERE, hash_words, read_texts

Json = dict[str, Any]
OUT = HERE / "copies.jsonl"
SEED, COPIES, LOOK_ALIKES = 7, 360, 360
FILES = ("state_department.jsonl", "wikinews_2019_2020.jsonl", "wire_1997_2006.jsonl", "white_house.jsonl")
TOPIC = re.compile(
    r"\b(?:minister|ambassador|talks|peace|ceasefire|treaty|sanctions|envoy|summit|rebels|troops|secretary of state)\b", re.I
)
HEADS = (  # datelines of our own invention
    "NORTHPORT (Harbour News Service) -- ",
    "By our correspondents\n\n",
    "(Relay Press) - ",
    "Updated at 18:20\n\n",
    "From wire reports\n\n",
)
LOCAL = (  # what a local editor adds; ours
    "A delegation from the twin city will travel to the region next month, the mayor's office said.",
    "Readers with relatives in the area can turn to the consular desk, which is open on weekdays.",
    "The university will hold a panel on the subject on Thursday evening; entry is free.",
    "Several hundred people from the country live in the valley, most of them in the old town.",
    "The port has handled no cargo from there since the spring, according to its harbour master.",
)
TAILS = (
    "This article was shortened by the editors.",
    "Additional reporting by local staff.",
    "Copyright of the agency. All rights reserved.",
)


def split_paragraphs(text: str) -> list[str]:
    return [p for p in re.split(r"\n\s*\n|\n", text) if p.strip()]


def apply(text: str, steps: list[list[Any]]) -> str:
    """The copy that the steps make of the text."""
    parts = split_paragraphs(text)
    for name, *args in steps:
        if name == "abridge":
            parts = parts[: args[0]]
        elif name == "drop":
            del parts[args[0]]
        elif name == "reorder":
            parts.append(parts.pop(args[0]))
        elif name == "head":
            parts[0] = HEADS[args[0]] + parts[0]
        elif name == "local":
            parts.insert(args[1], LOCAL[args[0]])
        elif name == "tail":
            parts.append(TAILS[args[0]])
        else:
            raise ValueError(f"no step {name}")
    return "\n\n".join(parts)


def choose_steps(rng: random.Random, paragraphs: int) -> list[list[Any]]:
    """Two to four steps that leave at least half of the report."""
    steps: list[list[Any]] = []
    left = paragraphs
    if rng.random() < 0.6:
        left = rng.randint(max(3, (paragraphs + 1) // 2), paragraphs - 1)
        steps.append(["abridge", left])
    if rng.random() < 0.4 and left > 4:
        steps.append(["drop", rng.randrange(1, left)])
        left -= 1
    if rng.random() < 0.5 and left > 3:
        steps.append(["reorder", rng.randrange(1, left - 1)])
    if rng.random() < 0.6:
        steps.append(["head", rng.randrange(len(HEADS))])
    if rng.random() < 0.5 or not steps:
        steps.append(["local", rng.randrange(len(LOCAL)), rng.randrange(1, left + 1)])
    if rng.random() < 0.4:
        steps.append(["tail", rng.randrange(len(TAILS))])
    return steps


def read_reports(shared: Path) -> list[Json]:
    """Reports on talks and conflict of five paragraphs and more, in the order of the files."""
    rows = []
    for name in FILES:
        with (shared / "reports" / name).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text = row["text"]
                if len(split_paragraphs(text)) >= 5 and len(text) < 12_000 and len(TOPIC.findall(text)) >= 3:
                    rows.append({"file": name, "key": row.get("id") or row["url"], **row})
    return rows


def find_look_alikes(rows: list[Json]) -> list[tuple[float, int, int]]:
    """Pairs of reports within ten days that share much of their words and little of their wording, the likest first."""
    bags = [Counter(re.findall(r"[a-z]{4,}", r["text"].lower())) for r in rows]
    frequency = Counter(w for bag in bags for w in bag)
    weights = [{w: n * math.log(len(rows) / frequency[w]) for w, n in bag.items()} for bag in bags]
    norms = [math.sqrt(sum(v * v for v in w.values())) or 1.0 for w in weights]
    runs = [set(zip(*(r["text"].split()[k:] for k in range(6)), strict=False)) for r in rows]
    days = [date.fromisoformat(r["published"][:10]).toordinal() for r in rows]
    found = []
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            if abs(days[i] - days[j]) > 10 or rows[i]["file"] != rows[j]["file"]:
                continue
            small, large = (weights[i], weights[j]) if len(weights[i]) < len(weights[j]) else (weights[j], weights[i])
            likeness = sum(v * large.get(w, 0.0) for w, v in small.items()) / (norms[i] * norms[j])
            shared = len(runs[i] & runs[j]) / max(min(len(runs[i]), len(runs[j])), 1)
            if likeness > 0.25 and shared < 0.3:
                found.append((round(likeness, 4), i, j))
    return sorted(found, key=lambda f: (-f[0], f[1], f[2]))


def choose(shared: Path) -> Iterator[Json]:
    rng = random.Random(SEED)
    rows = read_reports(shared)

    def told(i: int) -> Json:
        return {"file": rows[i]["file"], "key": rows[i]["key"], "text_hash": hash_words(rows[i]["text"])}

    for n, i in enumerate(rng.sample(range(len(rows)), COPIES), 1):
        steps = choose_steps(rng, len(split_paragraphs(rows[i]["text"])))
        yield {"id": f"c{n:03d}", "kind": "copy", "a": told(i), "steps": steps}
    used: Counter[int] = Counter()
    n = 0
    for _, i, j in find_look_alikes(rows):
        if n == LOOK_ALIKES:
            break
        if used[i] < 4 and used[j] < 4:
            used[i] += 1
            used[j] += 1
            n += 1
            yield {"id": f"l{n:03d}", "kind": "look-alike", "a": told(i), "b": told(j)}


def read_pairs() -> Iterator[Json]:
    with OUT.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def join(shared: Path) -> Iterator[Json]:
    """{"id", "kind", "a": text, "b": text}."""
    pairs = list(read_pairs())
    wanted = {(side["file"], side["key"]) for p in pairs for side in (p["a"], p.get("b", p["a"]))}
    texts = read_texts(shared, wanted)

    def text_of(side: Json) -> str:
        text: str = texts[side["file"], side["key"]]["text"]
        if hash_words(text) != side["text_hash"]:
            raise ValueError(f"{side['key']}: the report's text is another one")
        return text

    for p in pairs:
        a = text_of(p["a"])
        yield {"id": p["id"], "kind": p["kind"], "a": a, "b": apply(a, p["steps"]) if "steps" in p else text_of(p["b"])}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "join"))
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    args = parser.parse_args(argv)
    if args.what == "make":
        OUT.write_text("".join(json.dumps(p) + "\n" for p in choose(args.shared)), encoding="utf-8")
    else:
        args.out.write_text(
            "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in join(args.shared)), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
