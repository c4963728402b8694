"""Sentences of reports with two names, a verb between them: `python training/pairs.py SHARED OUT [--count 6000]`.

Nobody has said what the one does to the other; `events.py --teachers` lets several trained readers say it together and learns from that.
Reports whose annotations are for testing or development are left out.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from annotations.standoff import read_annotations
from dragoman.records import Report
from dragoman.understand import understand

PARTIES = ("ORG", "LOC", "NORP", "PER")
WORDS = range(8, 60)


def find_pairs(text: str) -> list[dict[str, object]]:
    """One pair a sentence: the first name, and the nearest name behind the next verb."""
    reading = understand(Report(text))
    out: list[dict[str, object]] = []
    for s in reading.sentences:
        names = [n for n in reading.names if s.first <= n.first < s.last and n.kind in PARTIES]
        if len(names) < 2 or s.last - s.first not in WORDS:
            continue
        verbs = [w.index for w in reading.words[names[0].last : s.last] if w.upos == "VERB"]
        behind = [n for n in names[1:] if verbs and n.first > verbs[0]]
        if behind:
            spans = [[n.start - s.start, n.end - s.start] for n in (names[0], behind[0])]
            out.append({"text": text[s.start : s.end], "source": spans[0], "target": spans[1]})
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--count", type=int, default=6000)
    a = ap.parse_args()
    kept = {r["key"] for part in ("reports", "events") for r in read_annotations(None, part) if r["split"] != "train"}
    rows = []
    for path in sorted((a.shared / "reports").glob("*.jsonl")):
        rows += [json.loads(line) for line in path.open(encoding="utf-8")]
    rows = [r for r in rows if (r.get("id") or r["url"]) not in kept and len(r["text"]) < 6000]
    random.Random(1).shuffle(rows)
    n = 0
    with a.out.open("w", encoding="utf-8") as out:
        for row in rows:
            for pair in find_pairs(row["text"]):
                out.write(json.dumps(pair, ensure_ascii=False) + "\n")
                n += 1
            if n >= a.count:
                break
    print(n, "pairs")


if __name__ == "__main__":
    main()
