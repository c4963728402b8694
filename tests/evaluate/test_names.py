from __future__ import annotations

import random
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.names import find_chunks, fold_tags, predict_names, score_names

from .shared import SHARED, load_scorer, needs_shared

TAGS = {"Anna": "B-PER", "Petrova": "I-PER", "Own": "B-ORG", "Geneva": "B-LOC", "Palace": "B-FAC", "Swiss": "B-NORP"}


def read(words: list[list[str]]) -> list[list[str]]:
    return [[TAGS.get(w, "O") for w in sentence] for sentence in words]


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        # word TAB tag; the model's other kinds become O, a venue a place
        (
            "Anna\tB-politician\nPetrova\tI-politician\nsaid\tO\n\nSwiss\tB-misc\nPalace\tO\n",
            "Anna\tB-PER\nPetrova\tI-PER\nsaid\tO\n\nSwiss\tO\nPalace\tB-LOC\n",
        ),
        # word SPACE tag, document marks, lines that end in CR LF
        (
            "-DOCSTART- O\r\n\r\nGeneva I-LOC\r\nOwn I-ORG\r\n",
            "-DOCSTART- O\r\n\r\nGeneva B-LOC\r\nOwn B-ORG\r\n",
        ),
        # the columns of Universal NER
        (
            "# sent_id = 1\n# text = Anna # 1\n1\tAnna\tO\t-\t-\n2\t#\tB-ORG\tx\t-\n\n",
            "# sent_id = 1\n# text = Anna # 1\n1\tAnna\tB-PER\t-\t-\n2\t#\tO\tx\t-\n\n",
        ),
    ],
)
def test_predictions_keep_the_format_of_the_gold_file(tmp_path: Path, gold: str, expected: str) -> None:
    (tmp_path / "gold").write_bytes(gold.encode())
    assert predict_names(tmp_path / "gold", read) == expected


def test_documents_are_read_apart(tmp_path: Path) -> None:
    (tmp_path / "gold").write_text("# newdoc id = 1\n1\ta\tO\n\n1\tb\tO\n\n# newdoc id = 2\n1\tc\tO\n")
    seen = []
    predict_names(tmp_path / "gold", lambda words: seen.append(words) or read(words))  # type: ignore[func-returns-value]
    assert seen == [[["a"], ["b"]], [["c"]]]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold").write_text("\n\n")
    with pytest.raises(BrokenGold):
        predict_names(tmp_path / "gold", read)


def test_folding() -> None:
    assert fold_tags(["B-politicalparty", "I-politicalparty", "B-election", "I-election", "I-organisation"]) == [
        "B-ORG", "I-ORG", "O", "O", "B-ORG",
    ]  # fmt: skip
    # two names of kinds that fold to one stay two names
    assert fold_tags(["I-country", "I-location", "O"]) == ["B-LOC", "B-LOC", "O"]
    assert find_chunks(["B-PER", "B-PER", "I-PER", "I-LOC", "O", "I-ORG"]) == {
        (0, 1, "PER"), (1, 3, "PER"), (3, 4, "LOC"), (5, 6, "ORG"),
    }  # fmt: skip


def test_figures() -> None:
    gold = "Anna\tB-politician\nPetrova\tI-politician\nof\tO\nOwn\tB-misc\n\nGeneva\tB-location\n"
    predicted = "Anna\tB-PER\nPetrova\tO\nof\tO\nOwn\tB-ORG\n\nGeneva\tB-LOC\n"
    figures = score_names(gold, predicted)
    assert {k: figures[k] for k in ("p", "r", "gold", "pred")} == pytest.approx(
        {"p": 100 / 3, "r": 50, "gold": 2, "pred": 3}
    )
    assert figures["kinds"]["LOC"]["f1"] == 100
    with pytest.raises(BrokenGold, match="sentences differ"):
        score_names(gold, predicted.replace("\n\n", "\n"))


@needs_shared
@pytest.mark.parametrize("name", ["politics_dev.txt", "uner_ewt_dev.iob2", "conll2003_dev.txt"])
def test_figures_agree_with_the_shared_scorer(tmp_path: Path, name: str) -> None:
    gold, chance = SHARED / "data" / "ner" / name, random.Random(1)

    def guess(words: list[list[str]]) -> list[list[str]]:
        tags = ["O", "O", "O", "B-PER", "I-PER", "B-LOC", "B-FAC", "I-ORG", "B-MISC"]
        return [[chance.choice(tags) if w[0].isupper() else "O" for w in sentence] for sentence in words]

    predicted = predict_names(gold, guess)
    text = gold.read_bytes().decode()
    # the shared scorer wants the gold labels folded first
    folds = (
        ("-politicalparty", "-ORG"), ("-organisation", "-ORG"), ("-politician", "-PER"), ("-person", "-PER"),
        ("-country", "-LOC"), ("-location", "-LOC"),
    )  # fmt: skip
    folded = text
    for a, b in folds:
        folded = folded.replace(a, b)
    lines = [
        line if not line.strip() or line.endswith("\tO") or any(k in line for k in ("-PER", "-ORG", "-LOC", "# ", "\t-"))
        else line.rsplit("\t", 1)[0] + "\tO"
        for line in folded.split("\n")
    ]  # fmt: skip
    (tmp_path / "gold").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "pred").write_text(predicted, encoding="utf-8")
    expected = load_scorer("score_data").names(tmp_path / "gold", tmp_path / "pred")
    figures = score_names(text, predicted)
    assert {k: figures[k] for k in expected} == pytest.approx(expected)
    assert expected["f1"] > 0
