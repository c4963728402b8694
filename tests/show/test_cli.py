"""The command line: what it prints where, and how it ends. What codes a report is put in its place by hand."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dragoman.errors import ModelMissing
from dragoman.records import CodedReport, Report, Rows
from dragoman.show.cli import app

Run = Callable[..., Result]


def code_report(report: Report) -> CodedReport:
    if "BUG" in report.text:
        raise RuntimeError("no such thing")
    if "NO MODEL" in report.text:
        raise ModelMissing("reader.onnx", "it is not there. Install the package again.")
    if "STOP" in report.text:
        raise KeyboardInterrupt
    return CodedReport(report, ((0, len(report.text)),), Rows(), model="reader 1", codebook="book 1", notes=("a note",))


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch, record: dict[str, Any]) -> None:
    """A pipeline, a contract and demo reports without a model."""
    made, known = copy.deepcopy(record), record["report"]["text"].strip()

    def record_of(coded: CodedReport) -> dict[str, Any]:
        """The hand-made record for its own text, and an empty one for any other."""
        report, out = coded.report, copy.deepcopy(made)
        if report.text.strip() != known:
            out |= {layer: [] for layer in out if layer != "report"}
        out["report"] |= {"id": report.id, "text": report.text, "outlet": report.outlet, "title": report.title}
        out["report"] |= {"url": report.url, "published": report.published and report.published.isoformat()}
        return out

    pipeline, contract, demo = ModuleType("pipeline"), ModuleType("contract"), ModuleType("demo")
    vars(pipeline).update(code_report=code_report, versions=lambda: ("reader 1", "book 1"))
    vars(contract).update(record_of=record_of, to_json_line=lambda coded: json.dumps(record_of(coded)))
    vars(demo).update(reports=lambda: iter([Report(known), Report("Nothing of note took place on Monday in Oslo.")]))
    for module in (pipeline, contract, demo):
        monkeypatch.setitem(sys.modules, f"dragoman.{module.__name__}", module)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: dict[str, Any]) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oslo.txt").write_text(f"date 2024-03-12\n{record['report']['text']}", encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    runner = CliRunner()
    return lambda *args, input=None: runner.invoke(app, args, input=input, prog_name="dragoman")


ENGLISH = "The two ministers met in the capital on Monday, and they are to meet again when the snow has gone. {}"


# ---------------------------------------------------------------- help and usage


def test_without_arguments_it_helps(run: Run) -> None:
    result = run()
    assert "dragoman demo" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["code", "add", "show", "view", "demo", "evaluate"])
def test_help_starts_with_a_verb_and_has_an_example_to_paste(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example:\n      dragoman {command}" in result.stdout
    assert "--format" in result.stdout
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[2].split()[0] in {"Code", "Show", "Write", "Score"}


@pytest.mark.parametrize(
    "args",
    [
        ["code"],
        ["cod", "oslo.txt"],
        ["code", "oslo.txt", "--date", "4 May"],
        ["code", "oslo.txt", "--date", "2023-02-30"],
        ["code", "oslo.txt", "--format", "xml"],
        ["code", "oslo.txt", "--fields", "body"],
        ["code", "oslo.txt", "--workers", "0"],
        ["show", "rumours"],
        ["evaluate", "rhymes", "gold"],
        ["evaluate", "names", "gold", "--predictions", "no/such/folder/out"],
        ["view", "oslo.txt", "--html", "oslo.txt"],
    ],
)
def test_a_wrong_command_line_ends_with_2(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr or "Usage" in result.stderr


def test_version(run: Run) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("dragoman ")


# ---------------------------------------------------------------- code


def test_code_prints_the_readable_record(run: Run) -> None:
    result = run("code", "oslo.txt")
    assert result.exit_code == 0
    assert "T1    Round of talks, Oslo (NOR)" in result.stdout
    assert "published 12 March 2024" in result.stdout
    assert "model reader 1 · codebook book 1" in result.stdout
    assert "Note: a note" in result.stdout
    assert result.stderr == ""


def test_code_as_json_is_one_line_a_report(run: Run) -> None:
    result = run("code", "oslo.txt", "oslo.txt", "--format", "json")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [json.loads(line)["report"]["published"] for line in lines] == ["2024-03-12"] * 2


def test_code_reads_stdin_and_takes_a_date(run: Run) -> None:
    result = run("code", "-", "--date", "2023-05-04", "--format", "json", input=ENGLISH)
    assert json.loads(result.stdout)["report"]["published"] == "2023-05-04"


def test_code_takes_other_names_of_fields(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": ENGLISH, "paper": "The Wire"}), encoding="utf-8")
    result = run("code", "a.jsonl", "--fields", "text=body,outlet=paper", "--format", "json")
    assert json.loads(result.stdout)["report"]["outlet"] == "The Wire"


@pytest.mark.parametrize(
    ("files", "code", "errors"),
    [
        (["oslo.txt"], 0, []),
        # one clear line for each that failed, and the others go on
        (["oslo.txt", "empty.txt", "gone.txt"], 3, ["Error: empty.txt: ", "Error: gone.txt: "]),
        (["empty.txt"], 1, ["Error: empty.txt: "]),
        (["gone.txt", "empty.txt"], 1, ["Error: gone.txt: ", "Error: empty.txt: "]),
    ],
)
@pytest.mark.parametrize("command", ["code", "add"])
def test_failures_are_named_and_counted(run: Run, command: str, files: list[str], code: int, errors: list[str]) -> None:
    result = run(command, *files)
    assert result.exit_code == code
    shown = [line for line in result.stderr.splitlines() if line.startswith("Error")]
    assert [line.startswith(error) for line, error in zip(shown, errors, strict=True)] == [True] * len(errors)


def test_a_file_without_reports_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n\n", encoding="utf-8")
    result = run("code", "none.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no report" in result.stderr


def test_a_bug_in_one_report_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bug.txt").write_text(ENGLISH.format("BUG"), encoding="utf-8")
    result = run("code", "bug.txt", "oslo.txt", "--format", "json")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("Error: bug.txt: RuntimeError")


# ---------------------------------------------------------------- errors


def test_our_error_is_one_line_and_a_trace_only_on_demand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH.format("NO MODEL"), encoding="utf-8")
    result = run("code", "a.txt")
    assert result.exit_code == 1
    assert result.stderr == "Error: reader.onnx: it is not there. Install the package again.\n"
    # --debug may stand anywhere
    assert isinstance(run("code", "a.txt", "--debug").exception, ModelMissing)
    assert isinstance(run("--debug", "code", "a.txt").exception, ModelMissing)


def test_a_bug_of_ours_asks_to_be_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.show.readable.render_outline", None)
    result = run("code", "oslo.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: this should not happen (TypeError: ")
    assert "--debug" in result.stderr
    assert isinstance(run("code", "oslo.txt", "--debug").exception, TypeError)


def test_an_interrupt_ends_with_130(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH.format("STOP"), encoding="utf-8")
    result = run("code", "a.txt")
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


def test_a_reader_that_has_gone_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_pipe(_: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("dragoman.show.commands.coding.write", break_pipe)
    result = run("code", "oslo.txt")
    assert (result.exit_code, result.stderr) == (0, "")


# ---------------------------------------------------------------- add and show


def test_add_keeps_and_adding_again_changes_nothing(run: Run) -> None:
    first = run("add", "oslo.txt", "--record", "talks.duckdb")
    assert first.stdout == "1 report: 1 added\n"
    assert "Next: dragoman show --record talks.duckdb" in first.stderr
    again = json.loads(run("add", "oslo.txt", "--record", "talks.duckdb", "--format", "json").stdout)
    assert (again["added"], again["unchanged"], again["counts"]["statements"]) == (0, 1, 2)


def test_the_record_is_named_by_option_then_environment_then_default(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "oslo.txt")
    assert (tmp_path / "record.duckdb").exists()
    monkeypatch.setenv("DRAGOMAN_RECORD", "mine.duckdb")
    run("add", "oslo.txt")
    assert (tmp_path / "mine.duckdb").exists()
    run("add", "oslo.txt", "--record", "other.duckdb")
    assert (tmp_path / "other.duckdb").exists()


def test_show_tells_what_the_record_holds(run: Run) -> None:
    run("add", "oslo.txt", "empty.txt")
    shown = run("show").stdout
    assert "1 text in 1 appearance" in shown
    assert "2 meetings" in shown
    assert "1 failure " in shown
    assert "  T1     Round of talks, Oslo (NOR), 10–11 March 2024 · Irena Vask, Tessaly and Norway · partial" in shown
    assert "    T1.1   Session, Oscarsborg fortress" in shown
    assert json.loads(run("show", "--format", "json").stdout)["counts"]["events"] == 2


@pytest.mark.parametrize(
    ("what", "rows", "words"),
    [
        ("talks", 1, "T1.1  Session, Oscarsborg fortress"),
        ("meetings", 2, "T2    Meeting, Oscarsborg fortress"),
        ("statements", 2, "Irena Vask (foreign minister, MRV) — told reporters"),
        ("events", 2, "according to: officials"),
        ("agreements", 1, "Framework on Transit and Border Trade: partly agreed"),
        ("positions", 1, "demands: the release of eleven prisoners"),
    ],
)
def test_show_rows(run: Run, what: str, rows: int, words: str) -> None:
    run("add", "oslo.txt")
    shown = run("show", what)
    assert shown.exit_code == 0
    assert words in shown.stdout
    assert "told by: 2024-03-12 · text " in shown.stdout
    assert len(run("show", what, "--format", "json").stdout.splitlines()) == rows


def test_show_asks_by_party_and_day(run: Run) -> None:
    run("add", "oslo.txt")
    events = run("show", "events", "--code", "NOR", "--format", "json").stdout.splitlines()
    assert [json.loads(row)["event"] for row in events] == ["CONSULT"]
    none = run("show", "meetings", "--since", "2025-01-01")
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr == "No such meetings in record.duckdb.\n"
    assert len(run("show", "meetings", "--limit", "1", "--format", "json").stdout.splitlines()) == 1


def test_show_of_no_record_says_what_makes_one(run: Run, tmp_path: Path) -> None:
    result = run("show", "--record", "none.duckdb")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: none.duckdb: there is no such record.")
    assert not (tmp_path / "none.duckdb").exists()


def test_a_file_that_is_no_record_is_refused(run: Run) -> None:
    result = run("add", "oslo.txt", "--record", "oslo.txt")
    assert result.exit_code == 1
    assert "not a DuckDB file" in result.stderr


# ---------------------------------------------------------------- view, demo, evaluate


def test_view_writes_a_page(run: Run, tmp_path: Path) -> None:
    result = run("view", "oslo.txt", "--html", "out.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Wrote out.html" in result.stderr
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert 'id="r-m0"' in page
    assert run("view", "oslo.txt").stdout == page + "\n"
    assert run("view", "oslo.txt", "--html", "-").stdout == page + "\n"


def test_view_as_json_is_what_the_page_shows(run: Run) -> None:
    page = json.loads(run("view", "oslo.txt", "--format", "json").stdout)
    assert page["outline"]["published"] == "12 March 2024"
    assert page["segments"]


def test_view_shows_one_report_of_many(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"text": ENGLISH.format(word)}) for word in ("Alpha", "Beta")]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert "Alpha" in run("view", "two.jsonl").stdout
    assert "Beta" in run("view", "two.jsonl", "--nth", "2").stdout
    gone = run("view", "two.jsonl", "--nth", "3")
    assert gone.exit_code == 1
    assert "no report" in gone.stderr


def test_view_that_cannot_be_written_says_why(run: Run) -> None:
    result = run("view", "oslo.txt", "--html", "no/such/out.html")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: no/such/out.html: the page cannot be written")


def test_demo(run: Run) -> None:
    shown = run("demo")
    assert shown.exit_code == 0
    assert shown.stdout.count("Reported, not verified") == 2
    assert "dragoman code report.txt" in shown.stderr
    assert len(run("demo", "--format", "json").stdout.splitlines()) == 2


def test_evaluate(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def evaluate(kind: str, gold: Path, *, predictions: Path | None = None) -> dict[str, Any]:
        asked.append((kind, gold, predictions))
        return {"f1": 0.5}

    monkeypatch.setattr("dragoman.evaluate.evaluate", evaluate)
    assert "f1" in run("evaluate", "names", "gold.iob").stdout
    for option in (["--json"], ["--format", "json"]):
        assert json.loads(run("evaluate", "names", "gold.iob", *option).stdout) == {"f1": 0.5}
    result = run("evaluate", "names", "gold.iob", "--predictions", "out.iob")
    assert "Wrote out.iob" in result.stderr
    assert asked[-1] == ("names", Path("gold.iob"), Path("out.iob"))


def test_gold_that_cannot_be_taken_says_why(run: Run) -> None:
    result = run("evaluate", "record", "nowhere")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: nowhere: ")
