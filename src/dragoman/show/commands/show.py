"""`dragoman show`: what a record holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.show.commands.options import DEFAULT_RECORD, Output, RecordFile, parse_day
from dragoman.show.terminal import say, visible, wants_colour, width_of, write

if TYPE_CHECKING:
    from dragoman.store import Record

What = Literal["all", "talks", "meetings", "statements", "events", "agreements", "positions", "failures"]
Party = Annotated[
    str | None,
    typer.Option("--code", metavar="CODE", help="Only rows with this party: a country's or body's code, a name."),
]
Since = Annotated[
    date | None, typer.Option("--since", parser=parse_day, metavar="YYYY-MM-DD", help="Only rows of this day or later.")
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=parse_day, metavar="YYYY-MM-DD", help="Only rows of this day or earlier."),
]
Unlinked = Annotated[
    bool, typer.Option("--unlinked", help="As each report tells it alone: no side by what an earlier report said.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="So many rows at most.")]


def show(
    what: Annotated[
        What,
        typer.Argument(
            metavar="WHAT",
            help="Which rows: talks, meetings, statements, events, agreements (texts under negotiation), positions, "
            "failures; all: how many of each, and the talks in short.",
        ),
    ] = "all",
    record: RecordFile = DEFAULT_RECORD,
    code: Party = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    unlinked: Unlinked = False,
    format: Output = "text",
) -> None:
    """Show what the record holds.

    Rows come in order of date. With --format json: one object a line, a row or (talks) a round with its sessions.

    \b
    Example:
        dragoman show --record talks.duckdb
        dragoman show talks --record talks.duckdb --since 2023-05-01
        dragoman show statements --record talks.duckdb --code ARM --format json
    """
    from dragoman.link.people import list_rows
    from dragoman.show.parties import ask_party
    from dragoman.store import open_record

    with open_record(record, read_only=True) as held:
        if what == "all":
            _overview(held, format)
            return
        if what == "failures":
            _failures(held, format)
            return
        wanted = ask_party(code, "--code")
        asked: dict[str, Any] = {
            "code": wanted.code if wanted else None,
            "since": since and since.isoformat(),
            "until": until and until.isoformat(),
        }
        talks = what == "talks"
        most = limit if wanted is None else None  # else so many of the party's
        rows = list_rows(held, "meetings" if talks else what, limit=most, talks=talks, linked=not unlinked, **asked)
    rows = [r for r in rows if wanted is None or wanted.is_in(r)][:limit]
    if format == "json":
        for row in rows:
            write(_line(row))
        return
    if not rows:
        say(f"No {what} in {record}." if not any((code, *asked.values())) else f"No such {what} in {record}.")
        return
    _print_rows("meetings" if what == "talks" else what, rows)


def _print_rows(layer: str, rows: list[dict[str, Any]]) -> None:
    from dragoman.show.readable import Paint, render_row
    from dragoman.show.rows import LETTERS, Detail, row_of

    paint, width = Paint(wants_colour()), width_of()

    def put(row: dict[str, Any], label: str, depth: int) -> None:
        sessions = row.get("sessions") or []
        more = [Detail("according to", row["said_by"])] if row["said_by"] else []
        if not depth:
            told = " · ".join(x for x in (row["outlet"], row["published"], f"text {row['report'][:12]}") if x)
            more.append(Detail("told by", told))
        shown = row_of(layer, row, row["place_in_report"], label=label, depth=depth, rounds=bool(sessions), more=more)
        for line in render_row(shown, width=width, paint=paint):
            write(line)
        for place, session in enumerate(sessions, start=1):
            put(session, f"{label}.{place}", depth + 1)

    for number, row in enumerate(rows, start=1):
        put(row, f"{LETTERS[layer]}{number}", 0)


def _overview(held: Record, format: str) -> None:
    from dragoman.show.wording import count

    counts, appearances = held.counts(), held.appearances()
    if format == "json":
        write(_line({"record": str(held.path), "counts": counts, "appearances": appearances}))
        return
    write(
        f"{visible(str(held.path))}: {count(counts['texts'], 'text')} in {count(counts['appearances'], 'appearance')}"
    )
    for number, one, what in (
        (counts["meetings"], "meeting", "talks"),
        (counts["statements"], "statement", "statements"),
        (counts["events"], "event", "events"),
        (counts["agreements"], "text under negotiation", "agreements"),
        (counts["positions"], "position", "positions"),
        (counts["failures"], "failure", "failures"),
    ):
        many = "texts under negotiation" if what == "agreements" else None
        write(f"  {count(number, one, many):<32} dragoman show {what}")
    _list_talks(held)
    write("\nReports")
    for each in sorted(appearances, key=lambda a: (a["published"] or "9999", a["outlet"] or "", a["title"] or "")):
        parts = (each["published"] or "no date", each["outlet"], each["title"], f"text {each['text_id'][:12]}")
        write("  " + visible(" · ".join(part for part in parts if part)))


def _list_talks(held: Record) -> None:
    """The rounds, one a line, sessions beneath: when and where, who, how it ended."""
    from dragoman.show.rows import row_of
    from dragoman.show.wording import join_and, word_name

    def put(row: dict[str, Any], label: str, depth: int) -> None:
        rounds = bool(row["sessions"])
        shown = row_of("meetings", row, row["place_in_report"], label=label, depth=depth, rounds=rounds)
        who = join_and(list(dict.fromkeys(word_name(p["entity"]) for p in row["participants"])))
        status = row["status"] if row["status"] != "held" else ""
        parts = (shown.head, who, status, ", ".join(row["outcome"]))
        write(f"  {'  ' * depth}{label:<6} " + visible(" · ".join(part for part in parts if part)))
        for place, session in enumerate(row["sessions"], start=1):
            put(session, f"{label}.{place}", depth + 1)

    from dragoman.link.people import list_rows

    talks = list_rows(held, "meetings", talks=True)
    if talks:
        write("\nTalks")
    for number, row in enumerate(talks, start=1):
        put(row, f"T{number}", 0)


def _failures(held: Record, format: str) -> None:
    for failure in held.failures():
        if format == "json":
            write(_line(failure))
        else:
            write(visible(f"{failure['source']}: {failure['reason']} (at {failure['stage']}, {failure['added']})"))


def _line(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
