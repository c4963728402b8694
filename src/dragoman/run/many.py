"""Reports -> coded reports, in one process or in several, in the order they came.

Each report is coded alone, by the same pure function, so the result depends neither on the number of workers nor
on what else is coded. No more than a few reports a worker are held at any time.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice

from dragoman.errors import BrokenCodebook, CannotRead, DragomanError, ModelMissing
from dragoman.records import CodedReport, Report

IN_FLIGHT = 4  # reports a worker that are sent or done and not yet taken
FEW = 16  # so many reports are done before a second process has loaded its model
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

Coder = Callable[[Report], CodedReport]


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be had: which, at what stage (read, code, store), and why, in one line."""

    source: str
    stage: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


def code_many(
    reports: Iterable[Report | DragomanError], *, workers: int | None = 1, coder: Coder | None = None
) -> Iterator[CodedReport | Failure]:
    """Code reports, in order; a report that fails becomes a Failure in its place, and the rest goes on.

    Args:
        reports: taken one by one, as the work goes on. Errors among them (as `read_sources` yields them) come
            out as failures of the stage "read".
        workers: processes; 1 codes in this one. None: one for each core, if there are enough reports for that
            to pay. Programs that ask for more than one need the guard `if __name__ == "__main__"`.
        coder: what codes a report, if not `dragoman.pipeline.code_report`; it must be a function that a new
            process can import.

    Raises:
        ModelMissing, BrokenCodebook: nothing can be coded at all.
    """
    stream = iter(reports)
    if workers is None:
        workers = _count_cores()
        if workers > 1:
            head = list(islice(stream, FEW))
            stream = chain(head, stream)
            workers = workers if len(head) == FEW else 1
    if workers <= 1:
        for each in stream:
            yield _code(each, coder) if isinstance(each, Report) else _name_failure(each)
    else:
        yield from _code_in_pool(stream, workers, coder)


def _code_in_pool(
    stream: Iterator[Report | DragomanError], workers: int, coder: Coder | None
) -> Iterator[CodedReport | Failure]:
    pool = _start_pool(workers)
    waiting: deque[tuple[Report, Future[CodedReport | Failure]] | Failure] = deque()
    try:
        for each in stream:
            if not isinstance(each, Report):
                waiting.append(_name_failure(each))
            else:
                try:
                    waiting.append((each, pool.submit(_code, each, coder)))
                except BrokenProcessPool:
                    pool = _restart(pool, workers, waiting, coder)
                    waiting.append((each, pool.submit(_code, each, coder)))
            while len(waiting) > workers * IN_FLIGHT or (waiting and _is_done(waiting[0])):
                pool, result = _take(pool, workers, waiting, coder)
                yield result
        while waiting:
            pool, result = _take(pool, workers, waiting, coder)
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _is_done(entry: tuple[Report, Future[CodedReport | Failure]] | Failure) -> bool:
    return isinstance(entry, Failure) or entry[1].done()


def _take(
    pool: ProcessPoolExecutor,
    workers: int,
    waiting: deque[tuple[Report, Future[CodedReport | Failure]] | Failure],
    coder: Coder | None,
) -> tuple[ProcessPoolExecutor, CodedReport | Failure]:
    """The first result waited for, and the pool, which is another one if a worker died."""
    first = waiting[0]
    if isinstance(first, tuple):
        try:
            result = first[1].result()
        except BrokenProcessPool:
            pool = _restart(pool, workers, waiting, coder)
            first = waiting[0]
            result = first if isinstance(first, Failure) else first[1].result()
    else:
        result = first
    waiting.popleft()
    return pool, result


def _restart(
    pool: ProcessPoolExecutor,
    workers: int,
    waiting: deque[tuple[Report, Future[CodedReport | Failure]] | Failure],
    coder: Coder | None,
) -> ProcessPoolExecutor:
    """A new pool after a worker died. What was in flight is coded again, each report alone, so that the one
    that kills its worker is found and the others are not lost with it."""
    pool.shutdown(wait=True, cancel_futures=True)
    for place, entry in enumerate(waiting):
        if isinstance(entry, Failure) or (entry[1].done() and not entry[1].cancelled() and not entry[1].exception()):
            continue
        report = entry[0]
        done: Future[CodedReport | Failure] = Future()
        with _start_pool(1) as single:
            try:
                done.set_result(single.submit(_code, report, coder).result())
            except BrokenProcessPool:
                done.set_result(Failure(_name_source(report), "code", "the process that coded it died."))
            except DragomanError as error:
                done.set_exception(error)
        waiting[place] = (report, done)
    return _start_pool(workers)


def _start_pool(workers: int) -> ProcessPoolExecutor:
    # spawn: forking a process that runs threads (the model, DuckDB) is not safe
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_prepare_worker)


def _prepare_worker() -> None:
    """Before the model and its libraries are loaded: one thread each, since the processes share the cores.

    A worker leaves an interrupt to its parent, and ends when that is gone, however it went.
    """
    for name in THREADS:
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _code(report: Report, coder: Coder | None) -> CodedReport | Failure:
    if coder is None:
        from dragoman.pipeline import code_report

        coder = code_report
    try:
        return coder(report)
    except (ModelMissing, BrokenCodebook):
        raise
    except DragomanError as error:
        return Failure(error.where, "code", error.what)
    except Exception as error:  # noqa: BLE001 - one bad report never stops a million, and never vanishes
        return Failure(_name_source(report), "code", f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


def _name_failure(error: DragomanError) -> Failure:
    return Failure(error.where, "read" if isinstance(error, CannotRead) else "code", error.what)


def _name_source(report: Report) -> str:
    return report.origin or report.url or f"text {report.id[:12]}"


def _count_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
