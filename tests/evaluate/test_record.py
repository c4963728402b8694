from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import BrokenGold
from dragoman.evaluate.record import predict_records, read_gold_reports
from dragoman.evaluate.record_score import count_broken, score_records
from dragoman.records import Report

from .shared import SHARED, needs_shared, run_scorer, write_lines

TEXT = (
    "Foreign Minister Anna Petrova of Ruritania met her Bordurian counterpart Jon Okafor in Geneva on Monday. "
    "“We will sign the Lake Accord in May,” Petrova said. Ruritania expelled two Bordurian diplomats. "
    "Okafor rejected the plan for a buffer zone."
)
GOLD: dict[str, Any] = {
    "id": "00", "date": "2023-05-04", "text": TEXT,
    "statements": [{"speaker": "Petrova", "speaker_resolved": "Anna Petrova", "party": "RUR", "channel": "tweet", "direct": True,
                    "content": "We will sign the Lake Accord in May"}],
    "events": [
        {"plover": "CONSULT", "sources": ["RUR"], "targets": ["BOR"], "date": "2023-05-01", "place": "Geneva",
         "evidence": "met her Bordurian counterpart Jon Okafor in Geneva on Monday"},
        {"plover": "SANCTION", "sources": ["RUR"], "targets": ["BOR"], "date": None, "place": None,
         "evidence": "expelled two Bordurian diplomats", "background": True},
    ],
    "meetings": [{"start": "2023-05-01", "end": "2023-05-01", "place": "Geneva", "format": "bilateral", "planned": False,
                  "participants": [{"name": "Anna Petrova", "party": "RUR"}, {"name": "Jon Okafor", "party": "BOR"}],
                  "host_or_mediator": [], "evidence": "met her Bordurian counterpart Jon Okafor in Geneva on Monday"}],
    "agreements": [{"name": "Lake Accord", "status": "proposed", "evidence": "We will sign the Lake Accord in May"}],
    "issues": [{"issue": "buffer zone", "actor": "BOR", "stance": "rejects", "evidence": "rejected the plan for a buffer zone"}],
}  # fmt: skip


def span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "span": [start, start + len(words)]}


def make_record(gold: dict[str, Any], change: Callable[[str, Any], Any] = lambda name, value: value) -> dict[str, Any]:
    """A record that says what the annotation says, but for what `change` makes of each value."""
    text = gold["text"]

    def entity(party: str, name: str | None = None) -> dict[str, Any]:
        return {"text": name or party, "span": None, "name": change("name", name), "code": change("code", party)}

    def when(words: str | None) -> dict[str, Any] | None:
        start, _, end = (words or "").partition("/")
        return {"start": change("date", start), "end": end or start} if words else None

    def place(name: str | None) -> dict[str, Any] | None:
        return {"name": change("place", name), "country": None} if name else None

    def proof(g: dict[str, Any]) -> list[dict[str, Any]]:
        words = change("evidence", g["evidence"])
        return [span(text, words)] if words and words in text else []

    return {
        "report": {"id": gold["id"], "text": text},
        "statements": [
            {"speaker": entity(g["party"], g["speaker_resolved"]), "content": [span(text, change("content", g["content"]))],
             "manner": change("manner", "direct" if g["direct"] else "mixed"),
             "channel": change("channel", "social media" if g.get("channel") == "tweet" else g.get("channel"))}
            for g in gold.get("statements", []) if g["content"] in text
        ],
        "events": [
            {"event": change("event", g["plover"]), "actor": [entity(c) for c in g["sources"]],
             "recipient": [entity(c) for c in g["targets"]], "evidence": proof(g), "trigger": None,
             "date": when(g.get("date")), "place": place(g.get("place")), "aux": change("aux", [])}
            for g in gold.get("events", [])
        ],
        "meetings": [
            {"start": change("date", g.get("start")), "end": g.get("end"), "place": place(g.get("place")),
             "participants": [
                 {"entity": entity(p["party"].split("+")[0], p["name"]), "role": change("role", ["party"])}
                 for p in g["participants"]
             ],
             "format": change("format", g.get("format")), "status": change("status", "planned" if g.get("planned") else "held"),
             "evidence": proof(g)}
            for g in gold.get("meetings", [])
        ],
        "agreements": [
            {"name": {"text": change("name", g["name"]), "span": None}, "status": change("status", g["status"]),
             "evidence": proof(g)}
            for g in gold.get("agreements", [])
        ],
        "positions": [
            {"issue": {"text": change("name", g["issue"]), "span": None}, "actor": entity(g["actor"].split("+")[0]),
             "stance": change("stance", g["stance"]), "evidence": proof(g)}
            for g in gold.get("issues", [])
        ],
    }  # fmt: skip


def test_what_the_annotation_says_is_perfect() -> None:
    figures = score_records([GOLD], [make_record(GOLD)])
    for name, value in figures.items():
        if "f1" in value and value["gold"]:
            assert value["f1"] == 1, name
        if "accuracy" in value:
            assert value["accuracy"] == 1, name
    assert figures["provenance.broken"] == {"count": 0}
    assert figures["reports"] == {"gold": 1, "coded": 1}


def test_a_report_without_a_record_counts_as_nothing_found() -> None:
    figures = score_records([GOLD], [])
    assert figures["statements.link"] == {"p": 0, "r": 0, "f1": 0, "gold": 1, "pred": 0}
    assert figures["events"]["gold"] == 1  # the one in the background may be left out
    assert figures["reports"] == {"gold": 1, "coded": 0}


def test_evidence_that_is_too_long_counts_for_nothing() -> None:
    long = "word " * 45
    gold = {**GOLD, "text": TEXT + " " + long}
    record = make_record(gold)
    for row in record["events"]:
        row["evidence"] = [{"text": gold["text"], "span": [0, len(gold["text"])]}]
    assert score_records([gold], [record])["events"]["f1"] == 0


def test_broken_provenance_is_counted() -> None:
    record = make_record(GOLD)
    record["events"][0]["evidence"][0]["text"] = "something else"
    record["meetings"][0]["evidence"] = []
    record["statements"][0]["content"] = []
    assert count_broken(record) == 3


@pytest.mark.parametrize("text", ["date 2023-05-04 " + TEXT, TEXT.replace(". ", ".\n\n"), "  " + TEXT])
def test_white_space_and_a_date_header_do_not_matter(text: str) -> None:
    gold = {**GOLD, "text": text}
    figures = score_records([gold], [make_record(GOLD)])
    assert figures["events"]["f1"] == figures["statements.link"]["f1"] == 1


def test_the_coder_is_given_text_and_date(tmp_path: Path) -> None:
    for number, text in ((1, TEXT), (0, "date 2020-01-02 " + TEXT)):
        (tmp_path / f"{number}.json").write_text(json.dumps({**GOLD, "id": str(number), "text": text}))
    (tmp_path / "notes.json").write_text("{}")
    seen: list[Report] = []

    def code(report: Report) -> str:
        seen.append(report)
        return json.dumps({"report": {"text": report.text}}) + "\n"

    assert len(predict_records(tmp_path, code).splitlines()) == 2
    assert [(r.origin, r.text, r.published) for r in seen] == [
        ("0", TEXT, date(2020, 1, 2)),
        ("1", TEXT, date(2023, 5, 4)),
    ]


def test_what_is_no_folder_of_reports_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(BrokenGold):
            list(read_gold_reports(path))
    for text in ("{", "[]", '{"id": "1"}'):
        (tmp_path / "00.json").write_text(text)
        with pytest.raises(BrokenGold, match=r"00\.json"):
            list(read_gold_reports(tmp_path))


def blur(seed: int) -> Callable[[str, Any], Any]:
    chance = random.Random(seed)

    def change(name: str, value: Any) -> Any:
        if value is None or chance.random() > 0.3:
            return value
        if name in ("content", "evidence"):
            words = value.split(" ")
            return " ".join(words[: max(1, len(words) * 2 // 3)])
        if name == "event":
            return chance.choice(["CONSULT", "AGREE", value])
        return {
            "code": None, "date": "2020-01", "place": "Nowhere", "manner": "indirect", "channel": "speech",
            "aux": ["negation"], "role": ["host"], "format": "phone", "status": "cancelled", "stance": "offers",
            "name": "Somebody Else",
        }.get(name, value)  # fmt: skip

    return change


@needs_shared
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_figures_agree_with_the_shared_scorer(tmp_path: Path, seed: int | None) -> None:
    folder = SHARED / "eval" / "reports"
    gold = list(read_gold_reports(folder))
    records = [make_record(g, blur(seed)) if seed else make_record(g) for g in gold]
    if seed == 2:
        records = records[1:]
    if seed == 3:  # spans move with the text
        records = [json.loads(json.dumps(make_record({**g, "text": " \n" + g["text"]}))) for g in gold]
    write_lines(tmp_path / "pred", records)
    expected = json.loads(run_scorer("score_record", folder, tmp_path / "pred", "--json"))
    figures = score_records(gold, records)
    assert set(figures) == set(expected)
    for name, value in expected.items():
        assert figures[name] == pytest.approx(value), name
    assert expected["events"]["f1"] > 0.3
