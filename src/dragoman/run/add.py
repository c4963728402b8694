"""Reports -> a record: what it holds already is not coded again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import DragomanError
from dragoman.records import CodedReport, Report
from dragoman.run.many import Coder, Failure, code_many
from dragoman.store import Kept, Record


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: `kept` as `Record.keep` says it; `coded` is None where the record held it already."""

    report: Report
    kept: Kept
    coded: CodedReport | None = None


def add_reports(
    record: Record,
    reports: Iterable[Report | DragomanError],
    *,
    workers: int | None = 1,
    now: datetime | None = None,
    coder: Coder | None = None,
    versions: tuple[str, str] | None = None,
    contract: Callable[[CodedReport], Mapping[str, Any]] | None = None,
) -> Iterator[Added | Failure]:
    """Code what `record` does not hold of `reports` and keep it, each report in one transaction.

    Failures go into the record's table of them and come out too. What is held already comes out as soon as it is
    met, everything else in the order of `reports`. Stopping half way loses nothing: run it again for the rest.

    Args:
        workers: as for `code_many`.
        now: the time at which all this is read; by default, the time at which each is kept.
        coder, versions, contract: what codes a report, its (model, codebook), and what makes the contract's dict
            of a coded report; by default those of `dragoman.pipeline` and `dragoman.contract`.

    Raises:
        ModelMissing, BrokenCodebook: nothing can be coded.
    """
    if versions is None:
        from dragoman.pipeline import versions as ask_versions

        versions = ask_versions()
    if contract is None:
        from dragoman.contract import record_of

        contract = record_of
    model, codebook = versions
    held: list[Added | Failure] = []

    def list_wanted() -> Iterator[Report | DragomanError]:
        for each in reports:
            if isinstance(each, Report) and not record.wants(each, model=model, codebook=codebook):
                held.append(Added(each, record.see(each, now=now)))
            else:
                yield each

    for result in code_many(list_wanted(), workers=workers, coder=coder):
        yield from _drain(held)
        outcome = _keep(record, result, contract, now) if isinstance(result, CodedReport) else result
        if isinstance(outcome, Failure):
            record.fail(outcome.source, outcome.stage, outcome.reason, now=now)
        yield outcome
    yield from _drain(held)


def _keep(
    record: Record, coded: CodedReport, contract: Callable[[CodedReport], Mapping[str, Any]], now: datetime | None
) -> Added | Failure:
    try:
        return Added(coded.report, record.keep(coded, contract(coded), now=now), coded)
    except Exception as error:  # noqa: BLE001 - rolled back; the next report may well be kept
        source = coded.report.origin or f"text {coded.report.id[:12]}"
        return Failure(source, "store", f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


def _drain(held: list[Added | Failure]) -> Iterator[Added | Failure]:
    done = held[:]
    held.clear()
    yield from done
