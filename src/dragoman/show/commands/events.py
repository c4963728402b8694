"""`dragoman events`: who did what to whom, as a list, a table or pairs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from dragoman.show.commands.ledger import Party, read_rows
from dragoman.show.commands.options import DEFAULT_RECORD, RecordFile
from dragoman.show.commands.show import Limit, Since, Unlinked, Until
from dragoman.show.terminal import say, visible, write

Table = Annotated[
    Literal["text", "json", "csv"], typer.Option("--format", help="What is printed: for people, JSON, or CSV.")
]


def events(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="CATEGORY", help="Only this category, as REQUEST.")
    ] = None,
    dyads: Annotated[bool, typer.Option("--dyads", help="One row for each pair of sides.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is denied, supposed or told as history.")
    ] = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    unlinked: Unlinked = False,
    format: Table = "text",
) -> None:
    """Who did what to whom; what is denied, supposed or history is left out.

    With --format csv or json every row has the same columns, the table of its score among them. --dyads writes an
    act of several sides once for each pair; `share` says how much of the act a row is.

    \b
    Example:
        dragoman events --record talks.duckdb --party ARM --event REQUEST
        dragoman events --record talks.duckdb --dyads --format csv > events.csv
    """
    from dragoman.show.dyads import counts, flatten

    rows = read_rows("events", record, party, since, until, not unlinked)
    kept = [r for r in rows if (everything or counts(r)) and (event is None or r["event"] == event.upper())]
    flat = [f for r in kept for f in flatten(r, pairs=dyads)][:limit]
    if format == "csv":
        _write_table(flat)
    elif format == "json":
        import json

        for row in flat:
            write(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    elif not flat:
        say(f"No such events in {record}.")
    else:
        for row in flat:
            _write_lines(row)


def _write_table(rows: list[dict[str, Any]]) -> None:
    import csv
    import io

    from dragoman.show.dyads import COLUMNS, guard

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([guard(row[c]) for c in COLUMNS] for row in rows)
    write(out.getvalue().removesuffix("\n"))


def _write_lines(row: dict[str, Any]) -> None:
    from dragoman.show.wording import first_words

    day = row["start"] if row["start"] == row["end"] or row["end"] is None else f"{row['start']} to {row['end']}"
    to = f" \N{RIGHTWARDS ARROW} {row['recipient']}" if row["recipient"] else ""
    kind = ", ".join(x for x in (row["mode"], row["cameo"] and f"CAMEO {row['cameo']}", row["aux"]) if x)
    write(
        visible(
            f"{day or 'no date'}  {row['event']}  {row['actor'] or 'not named'}{to}" + (f"  [{kind}]" if kind else "")
        )
    )
    where = row["outlet"] or f"text {row['report'][:12]}"
    write("    " + visible(f"“{first_words(row['words'] or '', 30)}”  · {where}, {row['confidence']:.2f}"))
