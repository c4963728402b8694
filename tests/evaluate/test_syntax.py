from __future__ import annotations

import random
from pathlib import Path

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.syntax import predict_syntax, score_syntax

from .shared import SHARED, load_scorer, needs_shared


def line(number: str, word: str, upos: str = "X", head: str = "0", relation: str = "root", misc: str = "_") -> str:
    return f"{number}\t{word}\t{word.lower()}\t{upos}\tXX\t_\t{head}\t{relation}\t_\t{misc}"


GOLD = "\n".join(
    [
        "# newdoc id = a",
        "# text = Don't go (there).",
        line("1-2", "Don't", "_", "_", "_"),
        line("1", "Do", "AUX", "3", "aux"),
        line("2", "n't", "PART", "3", "advmod"),
        line("3", "go", "VERB", "0", "root"),
        line("4", "(", "PUNCT", "5", "punct", "SpaceAfter=No"),
        line("5", "there", "ADV", "3", "advmod:lmod", "Foo=1|SpaceAfter=No"),
        line("5.1", "gone", "VERB", "_", "_"),
        line("6", ")", "PUNCT", "5", "punct", "SpaceAfter=No"),
        line("7", ".", "PUNCT", "3", "punct"),
        "",
        line("1", "Yes", "INTJ", "0", "root"),
        "",
        "# newdoc id = b",
        line("1", "No", "INTJ", "0", "root"),
        "",
        "",
    ]
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD)
    return path


def test_words_come_document_by_document_with_their_spaces(gold: Path) -> None:
    seen = []

    def read(words: list[list[str]], spaced: list[list[bool]]) -> list[tuple[list[str], list[int], list[str]]]:
        seen.append((words, spaced))
        return [(["NOUN"] * len(w), [0] * len(w), ["dep"] * len(w)) for w in words]

    predict_syntax(gold, read)
    assert seen == [
        (
            [["Do", "n't", "go", "(", "there", ")", "."], ["Yes"]],
            [[True, False, True, True, False, False, False], [True]],
        ),
        ([["No"]], [[True]]),
    ]


def test_three_columns_are_replaced_and_nothing_else(gold: Path) -> None:
    predicted = predict_syntax(
        gold, lambda words, spaced: [(["NOUN"] * len(w), [*range(len(w))], ["dep"] * len(w)) for w in words]
    )
    for before, after in zip(GOLD.split("\n"), predicted.split("\n"), strict=True):
        a, b = before.split("\t"), after.split("\t")
        if len(a) == 10 and a[0].isdigit():
            assert (b[3], b[6], b[7]) == ("NOUN", str(int(a[0]) - 1), "dep")
            assert a[:3] + a[4:6] + a[8:] == b[:3] + b[4:6] + b[8:]
        else:
            assert before == after


def test_figures() -> None:
    assert score_syntax(GOLD, GOLD) == {"upos": 100, "uas": 100, "las": 100, "words": 9}
    # the subtype of a relation does not count
    assert score_syntax(GOLD, GOLD.replace("advmod:lmod", "advmod"))["las"] == 100
    worse = GOLD.replace("\tINTJ\t", "\tNOUN\t").replace("\t3\taux", "\t4\taux")
    assert score_syntax(GOLD, worse) == pytest.approx({"upos": 700 / 9, "uas": 800 / 9, "las": 800 / 9, "words": 9})
    with pytest.raises(BrokenGold, match="words differ"):
        score_syntax(GOLD, GOLD.replace("Yes", "Yeah"))


@pytest.mark.parametrize("text", ["", "# only a comment\n", "1\tword\n"])
def test_what_is_no_conllu_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "gold").write_text(text)
    with pytest.raises(BrokenGold):
        predict_syntax(tmp_path / "gold", lambda words, spaced: [])


@needs_shared
def test_figures_agree_with_the_shared_scorer(tmp_path: Path) -> None:
    gold, chance = SHARED / "data" / "ud" / "en_ewt-dev.conllu", random.Random(1)

    def guess(words: list[list[str]], spaced: list[list[bool]]) -> list[tuple[list[str], list[int], list[str]]]:
        return [
            (
                [chance.choice(["NOUN", "VERB", "PUNCT"]) for _ in w],
                [max(0, i + chance.choice([-1, 0, 1, 2])) for i in range(len(w))],
                [chance.choice(["punct", "nsubj", "det", "root"]) for _ in w],
            )
            for w in words
        ]

    predicted = predict_syntax(gold, guess)
    (tmp_path / "pred").write_text(predicted, encoding="utf-8")
    expected = load_scorer("score_data").syntax(gold, tmp_path / "pred")
    assert score_syntax(gold.read_text(encoding="utf-8"), predicted) == pytest.approx(expected)
    assert 0 < expected["las"] < 50
