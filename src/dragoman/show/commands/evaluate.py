"""`dragoman evaluate`: an annotated file -> predictions in its own format, and figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from dragoman.errors import DragomanError
from dragoman.show.commands.options import Output
from dragoman.show.terminal import say, visible, write

Kind = Literal["record", "syntax", "names", "attribution", "relations", "actors", "time", "places"]


def evaluate(
    kind: Annotated[Kind, typer.Argument(help="What is annotated.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The annotated file; for record a folder of them.")],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", metavar="OUT", help="Write predictions here, in the format of GOLD.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    format: Output = "text",
) -> None:
    """Score the coder on an annotated file.

    --predictions writes what it predicts in that file's own format.

    \b
    record       a folder of annotated reports; predictions as `dragoman code --format json` prints them
    syntax       CoNLL-U, gold words
    names        IOB2 or UNER columns: PER, ORG, LOC
    attribution  JSON Lines with sources, cues and contents
    relations    JSON Lines with a source, a target and a root code
    actors       JSON Lines with tokens, and tags of who acts (S), on whom (T), on each other (R)
    time         JSON Lines with the date of each document and TIMEX3 expressions
    places       JSON Lines with toponyms: start and end given, where each lies predicted

    \b
    Example:
        dragoman evaluate syntax en_ewt-ud-dev.conllu --predictions mine.conllu
    """
    from json import dumps

    from dragoman.evaluate import evaluate as run
    from dragoman.evaluate import render_figures

    # looked at before the work, which may take minutes
    if predictions is not None and (predictions.is_dir() or not predictions.absolute().parent.is_dir()):
        raise typer.BadParameter(f"{predictions} is no file that can be written.", param_hint="--predictions")
    try:
        figures = run(kind, gold, predictions=predictions)
    except OSError as error:
        raise DragomanError(error.filename or predictions or gold, f"{error.strerror or error}.") from error
    if predictions is not None:
        say(f"Wrote {visible(str(predictions))}.")
    write(dumps(figures, ensure_ascii=False) if json or format == "json" else render_figures(figures))
