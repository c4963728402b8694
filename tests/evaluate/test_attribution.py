from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BrokenGold
from dragoman.evaluate.attribution import predict_attribution, score_attribution
from dragoman.records import Attribution

from .shared import SHARED, load_scorer, needs_shared, read_lines, write_lines

TEXT = "“We go,” said Ann Roe, the envoy. Bob denied that he stayed. It is said to snow. She hopes “for peace” now."


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


GOLD: list[dict[str, Any]] = [
    {"id": "a", "text": TEXT, "outlet": "Own", "attributions": [
        {"id": "1", "source": [at("Ann Roe, the envoy")], "cue": [at("said")], "content": [at("“We go,”")]},
        {"id": "2", "source": [at("Bob")], "cue": [at("denied")], "content": [at("that he stayed")]},
        {"id": "3", "source": [], "cue": [at("is said")], "content": [at("to snow")]},
        {"id": "4", "source": [at("She")], "cue": [at("hopes")], "content": [at("“for peace” now")]},
    ]},
    {"id": "b", "text": "Nothing was said.", "attributions": []},
]  # fmt: skip


def test_attributions_are_replaced_and_nothing_else(tmp_path: Path) -> None:
    write_lines(tmp_path / "gold", GOLD)

    def read(text: str) -> list[Attribution]:
        return [Attribution(((0, 2),), ((3, 4),), ((5, 6), (8, 9)), 0.9)] if "Ann" in text else []

    rows = [json.loads(line) for line in predict_attribution(tmp_path / "gold", read).splitlines()]
    assert rows == [
        {**GOLD[0], "attributions": [{"id": "0", "source": [[0, 2]], "cue": [[3, 4]], "content": [[5, 6], [8, 9]]}]},
        GOLD[1],
    ]


def test_gold_against_itself_is_perfect() -> None:
    figures = score_attribution(GOLD, GOLD)
    for value in figures.values():
        if isinstance(value, dict) and "f" in value:
            assert value["f"] == 1
    assert figures["recall"] == {
        "direct": (1, 1), "indirect": (2, 2), "mixed": (1, 1),
        "source nominal": (2, 2), "source none": (1, 1), "source pronoun": (1, 1),
    }  # fmt: skip


def test_figures_of_a_worse_reading() -> None:
    predicted = [
        {"id": "a", "attributions": [
            # quotation marks left out: not exact, but the edges are right, and who said what is found
            {"source": [at("Ann Roe")], "cue": [at("said")], "content": [at("We go")]},
            # the wrong speaker
            {"source": [at("Ann Roe")], "cue": [at("denied")], "content": [at("that he stayed")]},
        ]}
    ]  # fmt: skip
    figures = score_attribution(GOLD, predicted)
    assert (figures["link"]["tp"], figures["link"]["pred"], figures["link"]["gold"]) == (1, 2, 4)
    assert figures["content"]["tp"] == 2
    assert figures["source_acc"] == 0.5
    assert (figures["exact content"]["tp"], figures["edge content"]["tp"]) == (1, 2)
    assert figures["strict"]["tp"] == 0
    assert figures["recall"]["direct"] == (1, 1)


@pytest.mark.parametrize(
    "predicted",
    [
        [{"id": "zz", "attributions": []}],
        [{"id": "a", "attributions": []}] * 2,
        [{"id": "a", "attributions": [{"content": [[0, 999]]}]}],
    ],
)
def test_broken_predictions_are_refused(predicted: list[dict[str, Any]]) -> None:
    with pytest.raises(BrokenGold):
        score_attribution(GOLD, predicted)


def agree(figures: dict[str, Any], expected: dict[str, Any]) -> None:
    assert set(figures) == set(expected)
    for name, value in expected.items():
        if isinstance(value, dict) and "f" in value:
            assert figures[name] == pytest.approx(value), name
        else:
            assert figures[name] == value, name


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30)).map(lambda x: [x[0], min(len(TEXT), x[0] + x[1])]),
    max_size=3,
)
READINGS = st.lists(st.fixed_dictionaries({"source": SPANS, "cue": SPANS, "content": SPANS}), max_size=5)


@needs_shared
@given(gold=READINGS, predicted=READINGS)
def test_figures_agree_with_the_shared_scorer_on_anything(gold: list[Any], predicted: list[Any]) -> None:
    a, b = [{"id": "x", "text": TEXT, "attributions": gold}], [{"id": "x", "attributions": predicted}]
    agree(score_attribution(a, b), load_scorer("score_attribution").score(a, b))


@needs_shared
def test_figures_agree_with_the_shared_scorer_on_articles(tmp_path: Path) -> None:
    gold, chance = read_lines(SHARED / "data" / "attribution" / "polnear_dev.jsonl")[:30], random.Random(1)

    def blur(spans: list[list[int]], end: int) -> list[list[int]]:
        moved = [[s + chance.choice([-3, 0, 0, 0, 2]), e + chance.choice([-9, 0, 0, 0, 5])] for s, e in spans]
        return [[max(0, s), min(end, e)] for s, e in moved if 0 <= s < e]

    predicted = [
        {"id": g["id"], "attributions": [
            {role: blur(each[role], len(g["text"])) if chance.random() > 0.1 else [] for role in ("source", "cue", "content")}
            for each in g["attributions"] if chance.random() > 0.2
        ]} for g in gold[2:]
    ]  # fmt: skip
    agree(score_attribution(gold, predicted), load_scorer("score_attribution").score(gold, predicted))
