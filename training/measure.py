"""Development figures of a model folder: `python training/measure.py --data DATA [--model FOLDER] [--json OUT]`.

Gold words: UPOS, UAS, LAS as shared CoNLL-U files have them. Raw text: the same documents as running text, cut by
our own rules; F1 over words that stand at the same characters (as the CoNLL 2018 shared task counts). Names: span
F1 over PER, ORG, LOC on the held-out quarter of each development file. Attribution: PolNeAR development part.
These are development figures: settings were chosen by looking at them.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

Row = list[str]


def read_documents(path: Path) -> list[list[list[Row]]]:
    """CoNLL-U documents as sentences of ten-column rows; a word inside a contraction has SpaceAfter=No."""
    docs: list[list[list[Row]]] = [[]]
    rows: list[Row] = []
    multi, no_space = 0, False
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc") and docs[-1]:
            docs.append([])
        elif not line and rows:
            docs[-1].append(rows)
            rows, multi = [], 0
        elif line and line[0] != "#":
            c = line.split("\t")
            if "-" in c[0]:
                multi, no_space = int(c[0].split("-")[1]), "SpaceAfter=No" in c[9]
            elif c[0].isdigit():
                n = int(c[0])
                if n < multi or (n == multi and no_space):
                    c[9] += "|SpaceAfter=No"
                rows.append(c)
    return [d for d in docs if d]


def measure_words(path: Path) -> dict[str, float]:
    from dragoman.understand import read_words

    n = upos = uas = las = sentences = 0
    begin = time.perf_counter()
    for doc in read_documents(path):
        spaced = [[True] + ["SpaceAfter=No" not in c[9] for c in s[:-1]] for s in doc]
        for s, p in zip(doc, read_words([[c[1] for c in s] for s in doc], spaced=spaced), strict=True):
            sentences += 1
            for c, u, h, d in zip(s, p.upos, p.heads, p.deprels, strict=True):
                n += 1
                upos += c[3] == u
                uas += int(c[6]) == h
                las += int(c[6]) == h and c[7].split(":")[0] == d.split(":")[0]
    seconds = time.perf_counter() - begin
    return {"upos": 100 * upos / n, "uas": 100 * uas / n, "las": 100 * las / n, "sentences/s": sentences / seconds}


def measure_text(path: Path) -> dict[str, float]:
    from dragoman.records import Report
    from dragoman.understand import understand

    tp_word = tp_upos = tp_las = tp_sentence = gold_n = pred_n = gold_s = pred_s = 0
    for doc in read_documents(path):
        text, gold, bounds = "", {}, set()
        for s in doc:
            text += "" if not text or text[-1].isspace() else " "
            first, spans = len(text), []
            for c in s:
                spans.append((len(text), len(text) + len(c[1])))
                text += c[1] + ("" if "SpaceAfter=No" in c[9] else " ")
            bounds.add((first, spans[-1][1]))
            for c, span in zip(s, spans, strict=True):
                head = spans[int(c[6]) - 1] if int(c[6]) else None
                gold[span] = (c[3], head, c[7].split(":")[0])
        reading = understand(Report(text=text))
        gold_n, gold_s = gold_n + len(gold), gold_s + len(bounds)
        pred_n, pred_s = pred_n + len(reading.words), pred_s + len(reading.sentences)
        tp_sentence += sum((s.start, s.end) in bounds for s in reading.sentences)
        for w in reading.words:
            g = gold.get((w.start, w.end))
            if g is not None:
                h = reading.words[w.head]
                head = None if w.head == w.index else (h.start, h.end)
                tp_word += 1
                tp_upos += g[0] == w.upos
                tp_las += g[1] == head and g[2] == w.deprel.split(":")[0]
    f1 = lambda tp, a, b: 200 * tp / (a + b)
    return {"words": f1(tp_word, gold_n, pred_n), "sentences": f1(tp_sentence, gold_s, pred_s),
            "upos": f1(tp_upos, gold_n, pred_n), "las": f1(tp_las, gold_n, pred_n)}


def measure_names(path: Path, column: int, *, held_out: bool = True) -> dict[str, float]:
    from dragoman.understand import read_words

    fold = {k: "PER" for k in ("person", "politician", "PER")} | {k: "ORG" for k in ("organisation", "politicalparty", "ORG")}
    fold |= {k: "LOC" for k in ("country", "location", "LOC", "FAC")}
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.open(encoding="utf-8"):
        c = line.rstrip("\r\n").split("\t")
        if len(c) > column:
            sentences[-1].append((c[column - 1], c[column]))
        elif sentences[-1]:
            sentences.append([])
    sentences = [s for s in sentences if s]
    if held_out:
        sentences = sentences[len(sentences) * 3 // 4 :]

    def chunks(tags: list[str]) -> set[tuple[int, int, str]]:
        out, start, kind = set(), -1, ""
        for i, tag in enumerate([*tags, "O"]):
            if start >= 0 and not (tag.startswith("I-") and fold.get(tag[2:]) == kind):
                out.add((start, i, kind))
                start = -1
            if start < 0 and fold.get(tag[2:]):
                start, kind = i, fold[tag[2:]]
        return out

    tp = gold = pred = 0
    for s, p in zip(sentences, read_words([[w for w, _ in s] for s in sentences], apart=True), strict=True):
        g, q = chunks([t for _, t in s]), chunks(p.names)
        tp, gold, pred = tp + len(g & q), gold + len(g), pred + len(q)
    return {"p": 100 * tp / max(pred, 1), "r": 100 * tp / max(gold, 1), "f1": 200 * tp / max(gold + pred, 1)}




def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--model", type=Path, help="a folder that export.py wrote; without it the shipped one")
    ap.add_argument("--json", type=Path)
    a = ap.parse_args()
    if a.model:
        os.environ["DRAGOMAN_MODEL"] = str(a.model)
    d = a.data
    figures: dict[str, Any] = {}
    for name, call in {
        "EWT dev, gold words": lambda: measure_words(d / "ud/en_ewt-dev.conllu"),
        "GUM dev, gold words": lambda: measure_words(d / "ud/en_gum-dev.conllu"),
        "EWT dev, raw text": lambda: measure_text(d / "ud/en_ewt-dev.conllu"),
        "GUM dev, raw text": lambda: measure_text(d / "ud/en_gum-dev.conllu"),
        "CrossNER politics, held-out quarter of dev": lambda: measure_names(d / "ner/politics_dev.txt", 1),
        "UNER-EWT, held-out quarter of dev": lambda: measure_names(d / "ner/uner_ewt_dev.iob2", 2),
        "CoNLL-2003 dev": lambda: measure_names(d / "ner/conll2003_dev.txt", 1, held_out=False),
    }.items():
        figures[name] = {k: round(v, 2) for k, v in call().items()}
        print(name, figures[name], flush=True)
    if a.json:
        a.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
