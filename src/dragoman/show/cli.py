"""The command line: reads arguments, calls one function, prints.

Everything heavy is imported inside the command that needs it, so that `dragoman --help` stays quick.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import Abort, Exit, TyperException

from dragoman.errors import DragomanError
from dragoman.show import exits
from dragoman.show.commands.actors import actors
from dragoman.show.commands.add import add
from dragoman.show.commands.code import code
from dragoman.show.commands.codebook import codebook
from dragoman.show.commands.demo import demo
from dragoman.show.commands.evaluate import evaluate
from dragoman.show.commands.events import events
from dragoman.show.commands.explain import explain
from dragoman.show.commands.ledger import positions, statements
from dragoman.show.commands.show import show
from dragoman.show.commands.view import view
from dragoman.show.terminal import hush, prepare_streams, say, visible


class Commands(TyperGroup):
    """Our commands, in the order in which they are met; their errors as one line and a number."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`--debug` may stand anywhere before a `--`: it is thought of after something went wrong."""
        end = args.index("--") if "--" in args else len(args)
        if "--debug" in args[:end]:
            args = ["--debug", *(a for a in args[:end] if a != "--debug"), *args[end:]]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        prepare_streams()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except (TyperException, Exit, Abort):
            raise
        except BrokenPipeError:  # `| head` has seen enough
            hush()
            raise Exit(exits.OK) from None
        except KeyboardInterrupt:
            say("Interrupted.")
            raise Exit(exits.INTERRUPTED) from None
        except DragomanError as error:
            if ctx.params.get("debug"):
                raise
            say(f"Error: {visible(str(error))}")
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            what = visible(f"{type(error).__name__}: {error}")
            say(f"Error: this should not happen ({what}). Run it again with --debug, and please report what it shows.")
        raise Exit(exits.FAILED)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("dragoman")
        except PackageNotFoundError:  # run from a checkout
            number = "unknown"
        typer.echo(f"dragoman {number}")
        raise Exit(exits.OK)


@app.callback()
def dragoman(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    codebook: Annotated[
        str | None,
        typer.Option(
            "--codebook",
            envvar="DRAGOMAN_CODEBOOK",
            metavar="FOLDER",
            help="Your own tables, in place of ours or beside them.",
            show_default=False,
        ),
    ] = None,
    scores: Annotated[
        str | None,
        typer.Option(
            "--scores",
            envvar="DRAGOMAN_SCORES",
            metavar="TABLE",
            help="Scores of events: plover-0.8, cameo-icews or cameo-oeda.",
            show_default=False,
        ),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole trace of an error.")] = False,
) -> None:
    """Code news reports of negotiations: who met whom, who said what, and the words it rests on.

    It records what was reported and by whom, never what is true.

    \b
    Example:
        dragoman demo
        dragoman code report.txt
        dragoman add reports/ --record talks.duckdb
        dragoman show --record talks.duckdb

    \b
    Exit codes: 0 all went well, 1 nothing worked, 2 the command line is wrong, 3 some inputs failed
    (each is named), 130 interrupted.
    """
    if codebook:
        asks = context.invoked_subcommand in ("codebook", None) or {"-h", "--help"} & set(sys.argv)
        if not asks:
            _refuse_faults(codebook)
        os.environ["DRAGOMAN_CODEBOOK"] = codebook  # so that worker processes have it too
    if scores:
        os.environ["DRAGOMAN_SCORES"] = scores


def _refuse_faults(folder: str) -> None:
    """A table with a fault is not used at all: what it would code is not what its writer meant."""
    from pathlib import Path

    from dragoman.codebook.check import check_folder

    faults = list(check_folder(Path(folder)))
    for fault in faults[:1]:
        more = f" ({len(faults) - 1} more: dragoman codebook check {folder})" if len(faults) > 1 else ""
        say(f"Error: {fault}{more}")
    if faults:
        raise Exit(exits.FAILED)


for _command in (code, add, show, events, statements, positions, explain, view, demo, evaluate):
    app.command()(_command)
app.add_typer(actors, name="actors")
app.add_typer(codebook, name="codebook")


def main() -> None:
    """The entry point of the `dragoman` script."""
    app(prog_name="dragoman")


if __name__ == "__main__":
    main()
