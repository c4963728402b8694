"""Groups of reports on one process: which meeting, event, agreement or position of one report is that of another.

    python training/annotations/clusters.py check SHARED          # offsets, hashes, kinds; counts
    python training/annotations/clusters.py join SHARED OUT       # one JSON file a cluster, words and texts in it
    python training/annotations/clusters.py pack SHARED WORK      # from annotators' files
    python training/annotations/clusters.py split                 # reports of one process get one split

Each item lists its mentions (report number, words); `look_alikes` must stay apart, `contradictions` and `revisions` are two
tellings that do not agree. `weak` items share a topic rather than an act. Words are marks, as in `standoff`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff import HERE, REPORTS, dump, find_near, hash_words, mark, read_texts, unpack

Json = dict[str, Any]
CLUSTERS = HERE / "clusters"
KINDS = ("meeting", "event", "agreement", "position")
PAIRED = ("look_alikes", "contradictions", "revisions")
ORDER = ("dev", "train", "test")  # whose errors may have been read comes first


def read_clusters() -> Iterator[Json]:
    for path in sorted(CLUSTERS.glob("k*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def wanted(clusters: list[Json]) -> set[tuple[str, str]]:
    return {(r["file"], r["key"]) for c in clusters for r in c["reports"]}


def pack_folder(shared: Path, work: Path) -> None:
    """Annotators' files, with quoted words, -> `clusters/`, with marks."""
    given = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(work.glob("k*.json"))]
    texts = read_texts(shared, wanted(given))
    names = {(c["id"], r["n"]): (r["file"], r["key"]) for c in given for r in c["reports"]}
    CLUSTERS.mkdir(exist_ok=True)
    for c in given:

        def say(mention: Json, own: str = c["id"]) -> Json:
            text = texts[names[mention.get("cluster", own), mention["n"]]]["text"]
            place = find_near(text, mention["text"], None)
            if place is None:
                raise ValueError(f"{own}: not in report {mention['n']}: {mention['text']}")
            return {**mention, "text": mark(text, *place)}

        reports = [
            {
                **{k: v for k, v in r.items() if k not in ("title",)},
                "text_hash": hash_words(texts[r["file"], r["key"]]["text"]),
            }
            for r in c["reports"]
        ]
        out: Json = {"id": c["id"], "process": c["process"], "split": "train", "reports": reports}
        out["items"] = [{**i, "mentions": [say(m) for m in i["mentions"]]} for i in c["items"]]
        for kind in PAIRED:
            out[kind] = [{**pair, "a": say(pair["a"]), "b": say(pair["b"])} for pair in c.get(kind) or []]
        (CLUSTERS / f"{c['id']}.json").write_text(dump(out), encoding="utf-8")


def join(shared: Path) -> Iterator[Json]:
    """Clusters with the texts of their reports and the words of their marks."""
    clusters = list(read_clusters())
    texts = read_texts(shared, wanted(clusters))
    names = {(c["id"], r["n"]): (r["file"], r["key"]) for c in clusters for r in c["reports"]}

    def say(mention: Json, own: str) -> Json:
        text = texts[names[mention.get("cluster", own), mention["n"]]]["text"]
        out: Json = unpack(mention, text, own)
        return out

    for c in clusters:
        own = c["id"]
        for r in c["reports"]:
            text = texts[r["file"], r["key"]]["text"]
            if hash_words(text) != r["text_hash"]:
                raise ValueError(f"{own}: the text of report {r['n']} is another one")
            r["text"] = text
        c["items"] = [{**i, "mentions": [say(m, own) for m in i["mentions"]]} for i in c["items"]]
        for kind in PAIRED:
            c[kind] = [{**p, "a": say(p["a"], own), "b": say(p["b"], own)} for p in c[kind]]
        yield c


def find_faults(cluster: Json) -> Iterator[str]:
    name = cluster["id"]
    if not 2 <= len(cluster["reports"]) <= 6:
        yield f"{name}: {len(cluster['reports'])} reports"
    if [r["n"] for r in cluster["reports"]] != list(range(len(cluster["reports"]))):
        yield f"{name}: reports are not numbered in order"
    if not any(len({m["n"] for m in i["mentions"]}) > 1 for i in cluster["items"]):
        yield f"{name}: no item stands in two reports"
    for row in (*cluster["items"], *cluster["look_alikes"]):
        if row["kind"] not in KINDS:
            yield f"{name}: {row['kind']} is no kind"
    for item in cluster["items"]:
        if not item["mentions"]:
            yield f"{name}: {item['label']} has no mention"


def count(clusters: list[Json]) -> Counter[str]:
    found: Counter[str] = Counter()
    for c in clusters:
        found["clusters"] += 1
        found["reports"] += len(c["reports"])
        for item in c["items"]:
            reports = {m["n"] for m in item["mentions"]}
            found["items"] += 1
            found[f"items told by several, {item['kind']}"] += len(reports) > 1
            found["links between reports"] += len(reports) * (len(reports) - 1) // 2
        for kind in PAIRED:
            found[kind.replace("_", "-")] += len(c[kind])
    return found


def assign_splits() -> None:
    """One split for all reports that clusters hang together, annotated or not; the most looked-at one wins."""
    files = {p: json.loads(p.read_text(encoding="utf-8")) for p in sorted(REPORTS.glob("*.json"))}
    clusters = {p: json.loads(p.read_text(encoding="utf-8")) for p in sorted(CLUSTERS.glob("k*.json"))}
    top: dict[tuple[str, str], tuple[str, str]] = {}

    def find(key: tuple[str, str]) -> tuple[str, str]:
        while top.setdefault(key, key) != key:
            key = top[key]
        return key

    for c in clusters.values():
        keys = [(r["file"], r["key"]) for r in c["reports"]]
        for key in keys[1:]:
            top[find(key)] = find(keys[0])
    splits: dict[tuple[str, str], str] = {}
    for row in files.values():
        root = find((row["file"], row["key"]))
        known = splits.get(root, row["split"])
        splits[root] = min(known, row["split"], key=ORDER.index)
    for c in clusters.values():
        root = find((c["reports"][0]["file"], c["reports"][0]["key"]))
        number = int(c["id"][1:])
        c["split"] = splits.setdefault(root, "test" if number % 4 == 0 else "dev" if number % 4 == 1 else "train")
    for row in files.values():
        row["split"] = splits[find((row["file"], row["key"]))]
    for path, row in (*files.items(), *clusters.items()):
        path.write_text(dump(row), encoding="utf-8")
    again = HERE / "again"
    for path in sorted(again.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        row["split"] = splits[find((row["file"], row["key"]))]
        path.write_text(dump(row), encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("check", "join", "pack", "split"))
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("other", type=Path, nargs="?")
    args = parser.parse_args(argv)
    if args.what == "pack":
        pack_folder(args.shared, args.other)
    elif args.what == "split":
        assign_splits()
    elif args.what == "join":
        args.other.mkdir(parents=True, exist_ok=True)
        for c in join(args.shared):
            (args.other / f"{c['id']}.json").write_text(json.dumps(c, ensure_ascii=False), encoding="utf-8")
    else:
        clusters = list(join(args.shared))
        faults = [f for c in clusters for f in find_faults(c)]
        print("\n".join(faults) or "no faults")
        for name, n in count(clusters).items():
            print(f"{n:6} {name}")
        return 1 if faults else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
