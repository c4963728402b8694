"""CoNLL-U with gold words: UPOS, HEAD and DEPREL predicted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, divide

# document: sentences of words, and for each word whether white space stands before it
# -> for each sentence UPOS, heads (0 the root, 1 the first word) and relations
ReadSyntax = Callable[[list[list[str]], list[list[bool]]], Sequence[tuple[list[str], list[int], list[str]]]]


def predict_syntax(gold: Path, read: ReadSyntax) -> str:
    """The file at `gold` with UPOS, HEAD and DEPREL replaced, and nothing else."""
    lines = _read_lines(gold)
    out = list(lines)
    for document in _split_documents(lines):
        words = [[lines[i].split("\t")[1] for i in sentence] for sentence in document]
        spaces = [_find_spaces(lines, sentence) for sentence in document]
        answers = read(words, spaces)
        for sentence, (upos, heads, relations) in zip(document, answers, strict=True):
            for i, tag, head, relation in zip(sentence, upos, heads, relations, strict=True):
                columns = lines[i].split("\t")
                columns[3], columns[6], columns[7] = tag, str(head), relation
                out[i] = "\t".join(columns)
    return "\n".join(out)


def score_syntax(gold: str, predicted: str) -> Figures:
    """Per cent right over all words, punctuation too: UPOS, UAS, and LAS without relation subtypes."""
    a, b = _list_answers(gold), _list_answers(predicted)
    if [x[0] for x in a] != [x[0] for x in b]:
        raise BrokenGold("predictions", "the words differ from the gold words.")
    n = len(a)
    pairs = list(zip(a, b, strict=True))
    return {
        "upos": 100 * divide(sum(x[1] == y[1] for x, y in pairs), n),
        "uas": 100 * divide(sum(x[2] == y[2] for x, y in pairs), n),
        "las": 100 * divide(sum(x[2:] == y[2:] for x, y in pairs), n),
        "words": n,
    }


def _list_answers(text: str) -> list[tuple[str, str, str, str]]:
    rows = (line.rstrip("\r").split("\t") for line in text.split("\n"))
    return [(c[1], c[3], c[6], c[7].split(":")[0]) for c in rows if len(c) == 10 and c[0].isdigit()]


def _read_lines(gold: Path) -> list[str]:
    lines = gold.read_text(encoding="utf-8").split("\n")
    words = 0
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.count("\t") != 9:
            raise BrokenGold(f"{gold}:{number}", "a line of CoNLL-U has ten columns, parted by tabs.")
        words += line.split("\t")[0].isdigit()
    if not words:
        raise BrokenGold(gold, "there is no word in it.")
    return lines


def _split_documents(lines: Sequence[str]) -> Iterator[list[list[int]]]:
    """The lines of words of each sentence of each document; ranges (1-2) and empty nodes (8.1) are no words."""
    document: list[list[int]] = []
    sentence: list[int] = []
    for i, line in enumerate([*lines, ""]):
        if not line.strip():
            if sentence:
                document.append(sentence)
            sentence = []
        elif line.startswith("# newdoc") and document:
            yield document
            document = []
        elif not line.startswith("#") and line.split("\t", 1)[0].isdigit():
            sentence.append(i)
    if document:
        yield document


def _find_spaces(lines: Sequence[str], sentence: Sequence[int]) -> list[bool]:
    """Whether white space stands before each word: MISC says where not, and a range holds words without any."""
    out: list[bool] = []
    space, inside, after_range = True, 0, True
    for i in range(sentence[0] - 1 if sentence[0] else 0, sentence[-1] + 1):
        columns = lines[i].split("\t")
        if len(columns) != 10:
            continue
        follows = "SpaceAfter=No" not in columns[9].split("|")
        if "-" in columns[0]:
            inside, after_range = int(columns[0].partition("-")[2]), follows
        elif columns[0].isdigit():
            out.append(space)
            number = int(columns[0])
            space = False if number < inside else after_range if number == inside else follows
    return out
