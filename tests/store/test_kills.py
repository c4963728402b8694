"""A record outlives its process, whenever that is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.store import open_record

from .coded import make_record, make_report

ADD_FOREVER = """
import sys
sys.path[:0] = sys.argv[2:]
from coded import make_coded, make_record, make_report
from dragoman.store import open_record
with open_record(sys.argv[1]) as record:
    print("open", flush=True)
    for number in range(10**9):
        report = make_report(number)
        record.keep(make_coded(report), make_record(report))
        print(number, flush=True)  # acknowledged: from here on it must not be lost
"""


def kill_while_adding(path: Path, seconds: float) -> int:
    """Add reports in another process until it is killed; the last number that it acknowledged, or -1."""
    source = Path(__file__).parents[2] / "src"
    with subprocess.Popen(
        [sys.executable, "-c", ADD_FOREVER, str(path), str(Path(__file__).parent), str(source)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        if seconds >= 0:
            assert process.stdout.readline() == "open\n"
        time.sleep(abs(seconds))
        os.kill(process.pid, signal.SIGKILL)
        numbers = [int(line) for line in process.stdout if line.endswith("\n") and line.strip().isdigit()]
    return max(numbers, default=-1)


def check_whole(path: Path, acknowledged: int) -> int:
    with open_record(path) as record:
        counts = record.counts()
        number = counts["texts"]
        assert number > acknowledged, "an acknowledged report was lost"
        assert counts == {
            "texts": number, "appearances": number, "statements": number, "events": number, "meetings": 2 * number,
            "agreements": number, "positions": number, "failures": 0,
        }  # fmt: skip
        expected = {report.id: make_record(report) for report in map(make_report, range(number))}
        for each in record.records():
            assert each == expected.pop(each["report"]["id"])
        assert not expected
    return number


def kill_often(path: Path, times: int, seed: int) -> None:
    chance, held = random.Random(seed), 0
    for _ in range(times):
        acknowledged = kill_while_adding(path, chance.uniform(0, 0.3))
        number = check_whole(path, acknowledged)
        assert number >= held
        held = number
    assert held > times


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is for POSIX")
def test_killed_a_few_times(tmp_path: Path) -> None:
    kill_often(tmp_path / "talks.duckdb", 3, seed=1)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is for POSIX")
def test_killed_many_times(tmp_path: Path) -> None:
    kill_often(tmp_path / "talks.duckdb", 50, seed=2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is for POSIX")
def test_killed_while_it_is_made(tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(20):
        path = tmp_path / f"{number}.duckdb"
        kill_while_adding(path, -chance.uniform(0.1, 0.5))  # from its start, not from when it was open
        open_record(path).close()


ADD_AND_DIE = """
import os, sys
sys.path[:0] = sys.argv[2:]
from coded import make_coded, make_record, make_report
from dragoman.store import open_record
record = open_record(sys.argv[1])
for number in range(8):
    report = make_report(number)
    record.keep(make_coded(report), make_record(report))
os._exit(0)
"""


@pytest.mark.skipif(os.name == "nt", reason="a log is left behind where files are not locked")
def test_a_log_that_breaks_off_gives_whole_reports_or_a_reason(tmp_path: Path) -> None:
    path, log = tmp_path / "talks.duckdb", tmp_path / "talks.duckdb.wal"
    source = Path(__file__).parents[2] / "src"
    command = [sys.executable, "-c", ADD_AND_DIE, str(path), str(Path(__file__).parent), str(source)]
    subprocess.run(command, check=True)
    main, written = path.read_bytes(), log.read_bytes()
    held = []
    for cut in sorted({0, len(written), *range(0, len(written), len(written) // 12)}):
        path.write_bytes(main)
        log.write_bytes(written[:cut])
        held.append(check_whole(path, -1))
    assert held == sorted(held)
    assert (held[0], held[-1]) == (0, 8)
    # without its log, the file is the record as it was last checkpointed
    path.write_bytes(main)
    log.unlink(missing_ok=True)
    assert check_whole(path, -1) == 0
