"""What `dragoman evaluate` does: annotated file -> predictions in its own format -> figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import BrokenGold
from dragoman.evaluate.figures import Figures, render_figures

if TYPE_CHECKING:
    from dragoman.evaluate.places import Located
    from dragoman.records import Offsets

__all__ = ["KINDS", "Figures", "evaluate", "predict", "render_figures", "score"]


def evaluate(kind: str, gold: str | Path, *, predictions: str | Path | None = None) -> Figures:
    """Predict what `gold` annotates, write the predictions to `predictions` if that is given, and score them.

    Args:
        kind: one of KINDS: record, syntax, names, …

    Raises:
        BrokenGold: the annotated file cannot be taken.
        ModelMissing: there is no model to predict with.
    """
    path = Path(gold)
    predicted = predict(kind, path)
    if predictions is not None:
        Path(predictions).write_bytes(predicted.encode("utf-8"))
    return score(kind, path, predicted)


def predict(kind: str, gold: Path) -> str:
    """The predictions for an annotated file, as text in its own format."""
    predictor, _ = _find(kind)
    try:
        return predictor(gold)
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenGold(gold, f"it cannot be read ({error}).") from error


def score(kind: str, gold: Path, predicted: str) -> Figures:
    """Figures for predictions in the format of the annotated file."""
    return _find(kind)[1](gold, predicted)


def _find(kind: str) -> tuple[Callable[[Path], str], Callable[[Path, str], Figures]]:
    if kind not in KINDS:
        raise BrokenGold("evaluate", f"{kind!r} is none of {', '.join(KINDS)}.")
    return KINDS[kind]


# ---------------------------------------------------------------- each kind, with the model that answers


def _predict_record(gold: Path) -> str:
    from dragoman.contract import to_json_line
    from dragoman.evaluate.record import predict_records
    from dragoman.pipeline import code_report

    return predict_records(gold, lambda report: to_json_line(code_report(report)))


def _score_record(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.record import read_gold_reports
    from dragoman.evaluate.record_score import score_records

    return score_records(read_gold_reports(gold), map(json.loads, _split(predicted)), reliability=True)


def _predict_syntax(gold: Path) -> str:
    from dragoman.evaluate.syntax import predict_syntax
    from dragoman.pipeline import read_words

    # neighbours share a window, as they do in a report: half a point of LAS better than each sentence alone
    return predict_syntax(
        gold,
        lambda words, spaced: [(r.upos, r.heads, r.deprels) for r in read_words(words, spaced=spaced)],
    )


def _score_syntax(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.syntax import score_syntax

    return score_syntax(gold.read_text(encoding="utf-8"), predicted)


def _predict_names(gold: Path) -> str:
    from dragoman.evaluate.names import predict_names
    from dragoman.pipeline import read_words

    return predict_names(gold, lambda words: [r.names for r in read_words(words, apart=True)])


def _score_names(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.names import score_names

    return score_names(gold.read_bytes().decode("utf-8"), predicted)


def _predict_attribution(gold: Path) -> str:
    from dragoman.evaluate.attribution import predict_attribution
    from dragoman.pipeline import understand
    from dragoman.records import Report

    return predict_attribution(gold, lambda text: understand(Report(text=text)).attributions)


def _score_attribution(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.attribution import score_attribution
    from dragoman.evaluate.jsonl import read_gold_lines

    return score_attribution((row for _, row in read_gold_lines(gold)), map(json.loads, _split(predicted)))


def _predict_relations(gold: Path) -> str:
    from dragoman.evaluate.relations import predict_relations
    from dragoman.pipeline import classify_relation

    return predict_relations(gold, classify_relation)


def _score_relations(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.jsonl import read_gold_lines
    from dragoman.evaluate.relations import score_relations

    rows = [row for _, row in read_gold_lines(gold, ("id", "root", "penta"))]
    return score_relations(rows, map(json.loads, _split(predicted)))


def _predict_actors(gold: Path) -> str:
    from dragoman.evaluate.actors import predict_actors
    from dragoman.pipeline import tag_sides

    return predict_actors(gold, tag_sides)


def _score_actors(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.actors import score_actors
    from dragoman.evaluate.jsonl import read_gold_lines

    return score_actors((row for _, row in read_gold_lines(gold, ("id", "tags"))), map(json.loads, _split(predicted)))


def _predict_places(gold: Path) -> str:
    from dragoman.evaluate.places import predict_places
    from dragoman.pipeline import locate_names, name_country

    def locate(row: Mapping[str, Any], spans: Sequence[Offsets]) -> Sequence[Located | None]:
        return locate_names(str(row["text"]), spans, outlet=row.get("outlet") or row.get("url"))

    return predict_places(gold, locate, name_country)


def _score_places(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.jsonl import read_gold_lines
    from dragoman.evaluate.places import score_places

    return score_places((row for _, row in read_gold_lines(gold)), map(json.loads, _split(predicted)))


def _predict_time(gold: Path) -> str:
    from dragoman.evaluate.time import predict_time
    from dragoman.pipeline import read_times, understand
    from dragoman.records import Report

    def read(text: str, day: date | None) -> list[tuple[int, int, str, str]]:
        found = read_times(text, day, lambda sentence: understand(Report(sentence)))
        return [(t.start, t.end, t.type, t.value) for t in found]

    return predict_time(gold, read)


def _score_time(gold: Path, predicted: str) -> Figures:
    from dragoman.evaluate.jsonl import read_gold_lines
    from dragoman.evaluate.time import score_time

    rows = [row for _, row in read_gold_lines(gold, ("id", "text", "timex"))]
    return score_time(rows, map(json.loads, _split(predicted)))


def _split(predicted: str) -> list[str]:
    # not splitlines, which cuts at more than JSON Lines do
    return [line for line in predicted.split("\n") if line.strip()]


KINDS: dict[str, tuple[Callable[[Path], str], Callable[[Path, str], Figures]]] = {
    "record": (_predict_record, _score_record),
    "syntax": (_predict_syntax, _score_syntax),
    "names": (_predict_names, _score_names),
    "attribution": (_predict_attribution, _score_attribution),
    "relations": (_predict_relations, _score_relations),
    "actors": (_predict_actors, _score_actors),
    "time": (_predict_time, _score_time),
    "places": (_predict_places, _score_places),
}
