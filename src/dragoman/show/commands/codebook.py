"""`dragoman codebook`: what the coder looks up, and what a folder of one's own tables would change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Exit

from dragoman.show import exits
from dragoman.show.commands.options import Output
from dragoman.show.terminal import say, write

codebook = typer.Typer(help="The tables that decide how events are coded, and your own.", no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with tables named as ours, or *.more.tsv.")]


@codebook.command("show")
def show(
    word: Annotated[
        str | None, typer.Argument(metavar="WORD", help="A verb, noun or adjective.", show_default=False)
    ] = None,
    format: Output = "text",
) -> None:
    """What the codebook says of a predicate; without one, which tables there are.

    \b
    Example:
        dragoman codebook show condemn
    """
    import json

    from dragoman import codebook as book
    from dragoman.codebook.frames import find_frames
    from dragoman.codebook.tables import list_tables

    if word is None:
        rows = {"version": book.version(), "tables": list(list_tables())}
        write(json.dumps(rows) if format == "json" else "\n".join([f"codebook {rows['version']}", *list_tables()]))
        return
    kinds = ("verb", "noun", "adjective")
    found = [f for kind in kinds for f in find_frames(kind, word.lower(), word)]  # type: ignore[arg-type]
    if format == "json":
        write(json.dumps([{k: getattr(f, k) for k in f.__slots__} for f in found], ensure_ascii=False))
    elif found:
        for f in found:
            mode = f", mode {f.mode}" if f.mode else ""
            where = f"; recipient: {', '.join(f.recipient)}" if f.recipient else ""
            write(f"{f.name} ({f.kind}) is {f.category}{mode}{where}")
    else:
        say(f"No frame of {word}.")
    raise Exit(exits.OK if found else exits.FAILED)


@codebook.command("check")
def check(folder: Folder) -> None:
    """Name every row of a folder's tables that cannot be used, with file and line.

    \b
    Example:
        dragoman codebook check my-codebook
    """
    from dragoman.codebook.check import check_folder

    faults = list(check_folder(folder))
    for fault in faults:
        say(f"Error: {fault}")
    if not faults:
        write(f"{folder}: nothing wrong. Use it with dragoman --codebook {folder} code report.txt")
    raise Exit(exits.FAILED if faults else exits.OK)


@codebook.command("diff")
def diff(
    folder: Folder,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="REPORTS", help="Reports to code with both.", show_default=False)
    ] = None,
    format: Output = "text",
) -> None:
    """Which rows a folder adds or takes away, and which events of REPORTS it codes otherwise.

    \b
    Example:
        dragoman codebook diff my-codebook reports/
    """
    import json

    from dragoman.codebook.compare import compare_tables
    from dragoman.show.recoding import compare_codings

    rows = [{"table": t, "change": c, "row": r} for t, c, r in compare_tables(folder)]
    codings = compare_codings(folder, files) if files else []
    if format == "json":
        write(json.dumps({"rows": rows, "codings": codings}, ensure_ascii=False))
        return
    for row in rows:
        write(f"{row['table']}: {row['change']} {row['row']}")
    for c in codings:
        write(f"{c['change']} {c['event']}: {c['actor']} → {c['recipient']}  “{c['words']}”  ({c['report']})")
    write(f"{len(rows)} rows differ" + (f", {len(codings)} codings change" if files else ""))
