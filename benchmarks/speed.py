"""How fast reports become records, and in how much memory. Prints one JSON object; times nothing in the tests.

    python benchmarks/speed.py --reports 400 --workers 2
    python benchmarks/speed.py --reports 10000 --memory-only

    sentences_per_second   whole path, text to JSON line, the model's loading left out
    first_record_seconds   `dragoman code FILE --format json` from its start to the first line, median of five
    help_seconds           `dragoman --help`, median of five
    peak_mib               the most that all processes held together (resident, shared pages counted once a process)

The reports are written by this file from a handful of sentences: no outlet's text, the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from dragoman.records import CodedReport, Report

SENTENCES = (
    "The foreign ministers of {a} and {b} met in {city} on {day} for a {n} round of talks on the {thing}.",
    "“We have come closer on the {n} article,” {who} said after the session, “but differences remain on the {thing}.”",
    "The ministry in {city} said in a statement issued on {day} that {a} had violated the ceasefire near the border.",
    "{who}, who leads the delegation of {b}, told reporters that the draft agreement would be signed by the end of the year.",
    "According to officials who spoke on condition of anonymity, {a} rejected the proposal to reopen the {thing}.",
    "The United Nations urged both sides to refrain from steps that could undermine the negotiations.",
    "{b} denied the accusation and called on {a} to withdraw its forces from the villages it seized in {month}.",
    "Residents of {city} reported hearing shelling through the night, though no casualties were confirmed.",
    "A third meeting, to be hosted by {c}, is planned for {month}, the spokeswoman added.",
    "{who} thanked {c} for its hospitality and expressed hope that the sides would sign a lasting peace treaty.",
)
WORDS = {
    "a": ("Armenia", "Ethiopia", "Colombia", "Serbia", "Sudan", "Nepal", "Georgia"),
    "b": ("Azerbaijan", "Eritrea", "Venezuela", "Kosovo", "South Sudan", "India", "Russia"),
    "c": ("Switzerland", "Qatar", "Norway", "Kenya", "the United States", "Finland"),
    "city": ("Geneva", "Doha", "Oslo", "Nairobi", "Vienna", "Tbilisi", "Khartoum", "Kathmandu"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "n": ("second", "third", "fifth", "last"),
    "thing": ("border", "transport corridor", "prisoners of war", "shared river", "disputed province"),
    "who": ("Foreign Minister Anna Roe", "President Daniel Okoye", "the chief negotiator", "Prime Minister Li Karim"),
    "month": ("January", "March", "June", "September", "November"),
}


def write_reports(number: int, *, sentences: int = 20, first: int = 0) -> Iterator[Report]:
    """Reports of `sentences` sentences in paragraphs of two; every one is another text."""
    for report in range(first, first + number):
        lines = []
        for place in range(sentences):
            turn = report * 31 + place * 7
            filling = {
                key: words[(turn + 3 * i + report // 5) % len(words)] for i, (key, words) in enumerate(WORDS.items())
            }
            line = SENTENCES[(report + 3 * place) % len(SENTENCES)].format(**filling)
            lines.append(line[0].upper() + line[1:])
        pairs = [" ".join(lines[i : i + 2]) for i in range(0, sentences, 2)]
        text = f"{filling['city'].upper()}, Report {report}. " + "\n\n".join(pairs)
        yield Report(text=text, published=date(2020, 1, 1) + timedelta(days=report % 1000), origin=f"report {report}")


class MemoryWatch:
    """Asks ten times a second how much this process and its workers hold."""

    def __init__(self) -> None:
        self.most = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            pids = [os.getpid(), *(p.pid for p in multiprocessing.active_children() if p.pid)]
            self.most = max(self.most, sum(map(self._held, pids)))

    @staticmethod
    def _held(pid: int) -> int:
        try:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError, IndexError):
            return 0


def measure_path(number: int, workers: int, sentences: int) -> dict[str, float | int]:
    """Text to JSON for `number` reports. The clock starts when every worker has coded a few."""
    from dragoman.contract import to_json_line
    from dragoman.run import code_many

    warm = 8 * workers
    coded_sentences = written = 0
    started = 0.0
    with MemoryWatch() as memory:
        results = code_many(write_reports(number + warm, sentences=sentences), workers=workers)
        for done, result in enumerate(results, 1):
            if not isinstance(result, CodedReport):
                raise SystemExit(f"failed: {result}")
            line = to_json_line(result)
            if done == warm:
                started = time.perf_counter()
            elif done > warm:
                coded_sentences += len(result.sentences)
                written += len(line)
        seconds = time.perf_counter() - started
    return {
        "reports": number,
        "workers": workers,
        "sentences": coded_sentences,
        "seconds": round(seconds, 2),
        "sentences_per_second": round(coded_sentences / seconds, 1),
        "json_bytes": written,
        "peak_mib": round(memory.most / 2**20),
    }


def time_command(*arguments: str, first_line: bool = False) -> float:
    """Median seconds of five runs of `python -m dragoman …`, to its first line or to its end."""
    took = []
    for _ in range(5):
        started = time.perf_counter()
        with subprocess.Popen([sys.executable, "-m", "dragoman", *arguments], stdout=subprocess.PIPE) as process:
            if process.stdout is None or not process.stdout.readline():
                raise SystemExit(f"dragoman {' '.join(arguments)} printed nothing")
            if first_line:
                took.append(time.perf_counter() - started)
            process.stdout.read()
        if not first_line:
            took.append(time.perf_counter() - started)
    return round(statistics.median(took), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=20, help="sentences a report")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory-only", action="store_true", help="leave out the timing of commands")
    given = parser.parse_args()
    out: dict[str, object] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "path": measure_path(given.reports, given.workers, given.sentences),
    }
    if not given.memory_only:
        [report] = write_reports(1, sentences=given.sentences)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "report.txt"
            file.write_text(f"date {report.published}\n{report.text}", encoding="utf-8")
            out["first_record_seconds"] = time_command("code", str(file), "--format", "json", first_line=True)
        out["help_seconds"] = time_command("--help")
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
