"""Code reports and mutations of them: no error may come of any, and every quotation must stand where it says.

    python benchmarks/robustness.py REPORTS.jsonl [MORE.jsonl ...] [--sample 100] [--seed 3] [--mutations 1] [--passage N] [--workers 1]

Each file is JSON Lines with a `text`; so many are drawn from each, and each is mutated so many times. A mutation drops or doubles quotation marks, swaps them, glues
paragraphs, strews odd characters, changes white space, or cuts the text anywhere; with --passage, it is of a passage of so many characters at most, drawn anew each
time, beginning with a paragraph. Exits with 1 if anything went wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import KINDS, Report

DAY = date(2010, 5, 5)
ODD = "\u00a0\u200b\ufeff\"“”'—…"


def mutate(text: str, chance: random.Random) -> str:
    ways = [
        lambda: text.replace('"', ""),
        lambda: text.translate(str.maketrans({'"': "'", "'": '"', "“": "”", "”": "“"})),
        lambda: text.replace("“", "““").replace('"', '""'),
        lambda: text.replace("\n", " "),
        lambda: "".join(chance.choice(ODD) if chance.random() < 0.01 else c for c in text),
        lambda: text.replace(" ", chance.choice(("\u00a0", "  "))),
        lambda: text[: chance.randrange(1, len(text))],
    ]
    return chance.choice(ways)()


def cut_passage(text: str, most: int | None, chance: random.Random) -> str:
    """A part of the text that begins with a paragraph; all of it where it is short enough."""
    if most is None or len(text) <= most:
        return text
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n" and text[i + 1 : i + 2] not in ("", "\n"))]
    start = chance.choice([s for s in starts if s + most <= len(text)] or [0])
    return text[start : start + most]


def list_quotations(value: Any) -> Iterator[tuple[str, list[int]]]:
    if isinstance(value, dict):
        if "text" in value and isinstance(value.get("span"), list):
            yield value["text"], value["span"]
        for each in value.values():
            yield from list_quotations(each)
    elif isinstance(value, list):
        for each in value:
            yield from list_quotations(each)


def count_faults(text: str) -> int:
    try:
        record = record_of(code_report(Report(text, DAY)))
    except Exception:  # noqa: BLE001 - whatever comes is what is looked for
        traceback.print_exc()
        print(f"in {text[:200]!r}")
        return 1
    broken = [
        (words, span)
        for words, span in list_quotations({kind: record[kind] for kind in KINDS})
        if text[span[0] : span[1]] != words
    ]
    for words, span in broken:
        print(f"{words!r} does not stand at {span} in {text[:200]!r}")
    return len(broken)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", type=Path, nargs="+")
    ap.add_argument("--sample", type=int, default=100)
    ap.add_argument("--seed", type=int, default=3)
    ap.add_argument("--mutations", type=int, default=1)
    ap.add_argument("--passage", type=int, help="characters of a passage that is mutated; else the whole text")
    ap.add_argument("--workers", type=int, default=1)
    a = ap.parse_args()
    chance = random.Random(a.seed)
    texts: list[str] = []
    for file in a.files:
        lines = [line for line in file.read_text(encoding="utf-8").split("\n") if line]
        for line in chance.sample(lines, min(a.sample, len(lines))):
            text = json.loads(line)["text"]
            texts += [text, *(mutate(cut_passage(text, a.passage, chance), chance) for _ in range(a.mutations))]
    coded = faults = 0
    with ProcessPoolExecutor(a.workers) as pool:
        for found in pool.map(count_faults, texts, chunksize=20):
            coded, faults = coded + 1, faults + found
            if coded % 1000 == 0:
                print(json.dumps({"texts": coded, "faults": faults}), flush=True)
    print(json.dumps({"texts": coded, "faults": faults}))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
