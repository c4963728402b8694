"""Names in IOB2, one word and tag a line, or in the columns of Universal NER: PER, ORG and LOC predicted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, divide, find_f1

ReadNames = Callable[[list[list[str]]], Sequence[list[str]]]  # document: sentences of words -> BIO tags

# what annotated files call the three kinds, and what the model does; all else is no name here
KINDS = {
    "PER": "PER", "PERSON": "PER", "POLITICIAN": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "POLITICALPARTY": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "COUNTRY": "LOC", "GPE": "LOC", "FAC": "LOC",
}  # fmt: skip
BREAK = "-DOCSTART-"


def predict_names(gold: Path, read: ReadNames) -> str:
    """The file at `gold` with its tags replaced by B- and I- of PER, ORG and LOC, or O."""
    lines = gold.read_bytes().decode("utf-8").split("\n")
    out = list(lines)
    for document in _split_documents(lines):
        words = [[_split(lines[i])[0] for i in sentence] for sentence in document]
        for sentence, tags in zip(document, read(words), strict=True):
            for i, tag in zip(sentence, fold_tags(tags), strict=True):
                _, start, end = _split(lines[i])
                out[i] = lines[i][:start] + tag + lines[i][end:]
    if out == lines and not any(line.strip() for line in lines):
        raise BrokenGold(gold, "there is no word in it.")
    return "\n".join(out)


def score_names(gold: str, predicted: str) -> Figures:
    """Precision, recall and F1 (per cent) over whole names with their kinds, gold kinds folded to the three."""
    a, b = _list_tags(gold), _list_tags(predicted)
    if [len(x) for x in a] != [len(x) for x in b]:
        raise BrokenGold("predictions", "the sentences differ from the gold sentences.")
    hits = n = m = 0
    by_kind = {kind: [0, 0, 0] for kind in ("PER", "ORG", "LOC")}
    for x, y in zip(a, b, strict=True):
        g, p = find_chunks(fold_tags(x)), find_chunks(fold_tags(y))
        hits, n, m = hits + len(g & p), n + len(g), m + len(p)
        for place, found in enumerate((g & p, g, p)):
            for _, _, kind in found:
                by_kind[kind][place] += 1
    return {
        **_percent(hits, n, m),
        "kinds": {kind: _percent(*counts) for kind, counts in by_kind.items()},
    }


def _percent(hits: int, gold: int, predicted: int) -> Figures:
    p, r = divide(hits, predicted), divide(hits, gold)
    return {"p": 100 * p, "r": 100 * r, "f1": 100 * find_f1(p, r), "gold": gold, "pred": predicted}


def fold_tags(tags: Sequence[str]) -> list[str]:
    """Tags of any scheme with the three kinds alone, and a B where a name begins.

    >>> fold_tags(["I-politician", "I-politician", "O", "B-event", "B-country"])
    ['B-PER', 'I-PER', 'O', 'O', 'B-LOC']
    """
    out: list[str] = []
    before: str | None = None  # the kind as it was given: neighbours of two kinds that fold to one stay apart
    for tag in tags:
        given = None if tag == "O" else tag[2:]
        kind = KINDS.get(given.upper()) if given else None
        starts = given != before or tag[0] == "B"
        out.append(f"{'B' if starts else 'I'}-{kind}" if kind else "O")
        before = given
    return out


def find_chunks(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """First word, end and kind of each name; an I that follows nothing of its kind begins one."""
    out: set[tuple[int, int, str]] = set()
    start, kind = 0, None
    for i, tag in enumerate([*tags, "O"]):
        if kind is not None and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            out.add((start, i, kind))
            kind = None
        if tag != "O" and kind is None:
            start, kind = i, tag[2:]
    return out


def _is_word(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("# ")


def _split(line: str) -> tuple[str, int, int]:
    """The word of a line, and where its tag starts and ends."""
    body = line.rstrip("\r\n")
    columns = body.split("\t")
    if len(columns) >= 3 and columns[0].isdigit():
        start = len(columns[0]) + len(columns[1]) + 2
        return columns[1], start, start + len(columns[2])
    cut = body.rfind("\t") if "\t" in body else body.rfind(" ")
    return body[:cut].split("\t")[0] if cut > 0 else body, cut + 1, len(body)


def _split_documents(lines: Sequence[str]) -> Iterator[list[list[int]]]:
    """The lines of words of each sentence of each document."""
    document: list[list[int]] = []
    sentence: list[int] = []
    for i, line in enumerate([*lines, ""]):
        new = line.startswith(("# newdoc", BREAK))
        if _is_word(line) and not new:
            sentence.append(i)
        elif sentence and (new or not line.strip()):
            document.append(sentence)
            sentence = []
        if new and document:
            yield document
            document = []
    if document:
        yield document


def _list_tags(text: str) -> list[list[str]]:
    out: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _is_word(line):
            _, start, end = _split(line)
            out[-1].append(line[start:end])
        elif not line.strip() and out[-1]:
            out.append([])
    return out if out[-1] else out[:-1]
