"""The command as a process of its own: what it imports, how it ends when its reader goes or somebody interrupts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

MAIN = "from dragoman.show.cli import main; main()"
HEAVY = (
    *("duckdb", "onnxruntime", "tokenizers", "trafilatura", "lxml", "numpy", "rich", "dateparser", "asyncio"),
    *("concurrent", "multiprocessing", "dragoman.read", "dragoman.store", "dragoman.run", "dragoman.pipeline"),
    *(("json",) if sys.version_info < (3, 13) else ()),  # importlib.metadata brings it since
)


def run(code: str, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, timeout=60, env={**os.environ, **(env or {})}
    )


@pytest.mark.parametrize("args", [["--help"], ["code", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = f"""
import atexit, sys
atexit.register(lambda: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr))
{MAIN}
"""
    done = run(code, *args)
    assert done.returncode == 0
    assert done.stderr.strip() == b"[]"


def test_help_is_plain_when_piped_and_narrow() -> None:
    shown = run(MAIN, "--help", env={"COLUMNS": "60", "FORCE_COLOR": "1"}).stdout.decode()
    assert "\x1b" not in shown
    assert "─" not in shown


# a stand-in for the pipeline and the contract: nothing is found in any report
QUICK = """
import sys, json, types
from dragoman.records import CodedReport, Rows
pipeline, contract = types.ModuleType("p"), types.ModuleType("c")
pipeline.code_report = lambda report: CodedReport(report, (), Rows())
def record_of(coded):
    head = {"id": coded.report.id, "text": coded.report.text, "title": None, "published": None, "outlet": None}
    head |= {"url": None, "developing": False, "sentences": []}
    return {"report": head} | {k: [] for k in ("statements", "events", "meetings", "agreements", "positions")}
contract.record_of = record_of
contract.to_json_line = lambda coded: json.dumps(record_of(coded), ensure_ascii=False)
sys.modules["dragoman.pipeline"], sys.modules["dragoman.contract"] = pipeline, contract
"""
TEXT = "The two ministers met in the capital on Monday — and they are to meet again when the snow has gone."


@pytest.fixture
def many(tmp_path: Path) -> Path:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(3000)), encoding="utf-8")
    return file


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_goes_early_is_met_with_silence(many: Path) -> None:
    command = [sys.executable, "-c", QUICK + MAIN, "code", str(many), "--workers", "1", "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert json.loads(process.stdout.readline())
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are otherwise there")
def test_an_interrupt_ends_with_130_and_one_word(many: Path) -> None:
    slow = QUICK + "import time\npipeline.code_report = lambda r: time.sleep(.2) or CodedReport(r, (), Rows())\n"
    command = [sys.executable, "-u", "-c", slow + MAIN, "code", str(many), "--workers", "1", "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert (process.returncode, words) == (130, b"Interrupted.\n")


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("json", "text"):
        done = run(QUICK + MAIN, "code", str(file), "--format", form, env=env)
        assert done.returncode == 0
        assert "—" in done.stdout.decode("utf-8")


def test_help_comes_at_once(record_property: Callable[[str, object], None]) -> None:
    """Measured best of five and reported; the bound is wide, for busy machines. `benchmarks/speed.py` has the figure."""
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        assert run(MAIN, "--help").returncode == 0
        taken.append(time.perf_counter() - begun)
    record_property("help_milliseconds", round(1000 * min(taken)))
    assert min(taken) < 1
