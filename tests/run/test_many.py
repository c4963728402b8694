from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import CannotRead, ModelMissing
from dragoman.records import CodedReport, Report
from dragoman.run import Failure, code_many
from dragoman.run.many import FEW, IN_FLIGHT

from .coders import code, make_report

WORKERS = pytest.mark.parametrize("workers", [1, 2])


@WORKERS
def test_results_come_in_order_and_failures_in_their_places(workers: int) -> None:
    reports = [
        make_report(0, "slow"),
        make_report(1),
        CannotRead("x.pdf", "it is a PDF."),
        make_report(2, "broken"),
        make_report(3, "German"),
        make_report(4),
    ]
    out = list(code_many(reports, workers=workers, coder=code))
    assert [x.report.origin if isinstance(x, CodedReport) else x for x in out] == [
        "0.txt",
        "1.txt",
        Failure("x.pdf", "read", "it is a PDF."),
        Failure("2.txt", "code", "ValueError: something went wrong"),
        Failure("3.txt", "code", "it is not in English."),
        "4.txt",
    ]
    assert str(out[2]) == "x.pdf: it is a PDF."


def test_the_number_of_workers_changes_nothing() -> None:
    reports = [make_report(n, ("fine", "broken", "slow")[n % 3 % 2]) for n in range(30)]
    assert list(code_many(reports, workers=1, coder=code)) == list(code_many(reports, workers=2, coder=code))


@WORKERS
def test_a_missing_model_stops_everything(workers: int) -> None:
    with pytest.raises(ModelMissing, match="here: no model"):
        list(code_many([make_report(0), make_report(1, "modelless")], workers=workers, coder=code))


def test_a_report_that_kills_its_worker_is_a_failure_and_the_rest_goes_on() -> None:
    reports = [make_report(n, "deadly" if n == 3 else "fine") for n in range(12)]
    out = list(code_many(reports, workers=2, coder=code))
    assert [n for n, x in enumerate(out) if isinstance(x, Failure)] == [3]
    assert out[3] == Failure("3.txt", "code", "the process that coded it died.")
    assert [x.report for x in out if isinstance(x, CodedReport)] == reports[:3] + reports[4:]


@WORKERS
def test_reports_are_taken_as_the_work_goes_on(workers: int) -> None:
    taken = 0

    def many() -> Iterator[Report]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield make_report(number)

    results = code_many(many(), workers=workers, coder=code)
    for done in range(1, 50):
        next(results)
        assert taken <= done + workers * IN_FLIGHT + 1
    results.close()  # type: ignore[attr-defined]


CODE_SLOWLY = """
import sys, itertools
sys.path[:0] = sys.argv[1:]
from coders import code, make_report
from dragoman.run import code_many
if __name__ == "__main__":
    for each in code_many((make_report(n, "slow") for n in itertools.count()), workers=2, coder=code):
        print("coded", flush=True)
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="reads /proc")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(CODE_SLOWLY)
    here = Path(__file__).parent
    command = [sys.executable, str(program), str(here), str(here.parents[1] / "src")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "coded\n"
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(process.pid, signal.SIGKILL)
    assert len(children) >= 2
    for _ in range(100):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        time.sleep(0.1)
    pytest.fail("workers were left behind")


def test_few_reports_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.run.many._start_pool", lambda n: pytest.fail("a pool was started"))
    monkeypatch.setattr("dragoman.run.many._count_cores", lambda: 8)
    assert len(list(code_many((make_report(n) for n in range(FEW - 1)), workers=None, coder=code))) == FEW - 1


def test_errors_cross_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(CannotRead("a.txt", "it is empty.")))
    assert (type(error), error.where, error.what, str(error)) == (
        CannotRead,
        "a.txt",
        "it is empty.",
        "a.txt: it is empty.",
    )


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="reads /proc")
def test_memory_does_not_grow_with_the_number_of_reports() -> None:
    def held() -> int:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    text = "The envoys met on Monday. " * 4000
    reports = (Report(text=f"{n} {text}") for n in range(2000))  # 200 MB, were they all held
    before, most = held(), 0
    for number, _ in enumerate(code_many(reports, workers=1, coder=code)):
        if number % 200 == 0:
            most = max(most, held())
    assert most - before < 50_000_000
