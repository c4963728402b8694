"""`dragoman actors`: who somebody was on a day, and your own actors beside ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import Exit

from dragoman.show import exits
from dragoman.show.commands.options import Output, parse_day
from dragoman.show.terminal import say, visible, write

if TYPE_CHECKING:
    from dragoman.codebook.answers import Answer
    from dragoman.codebook.holders import Holder

actors = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Who held which office on a day, and your own actors beside ours.",
)
_LISTED = 20  # lines that could not be used, named one by one
_REASONS = {
    "not in the table": "Unknown: nobody of that name in that office is in the table.",
    "no office known on that day": "Unknown: the table knows the name, but no office on that day.",
    "unknown after known-through": "Unknown: the table does not reach to that day.",
    "known to the year only": "Unknown: the office changed hands then, and the table does not know the day.",
    "several": "Unknown: more than one person fits; say the title or the country.",
    "no such office": "Unknown: no office of that title is in the table.",
}

Folder = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FOLDER",
        help="The folder of your own actors; else that of DRAGOMAN_ACTORS.",
        show_default=False,
    ),
]


@actors.command()
def who(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help='A name, a title or both: "Lavrov", "Russian foreign minister".')
    ],
    on: Annotated[date, typer.Option("--on", parser=parse_day, metavar="YYYY-MM-DD", help="The day.")],
    title: Annotated[str | None, typer.Option("--title", help="The office.", show_default=False)] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="State or body: its name or code.", show_default=False)
    ] = None,
    folder: Folder = None,
    format: Output = "text",
) -> None:
    """Say who held an office on a day, or why that is unknown.

    An unknown answer is an answer: it ends with 0.

    \b
    Example:
        dragoman actors who Lavrov --on 2014-03-01
        dragoman actors who "Russian foreign minister" --on 1997-05-20
    """
    import json

    from dragoman.codebook.answers import read_question, who_held

    _point_to(folder)
    name, asked, code = read_question(words)
    if name is None and title is None and asked is None:
        raise typer.BadParameter("names nobody and no office.", param_hint="WORDS")
    answer = who_held(name, on.isoformat(), title or asked, _find_code(country) if country else code)
    if format == "json":
        write(json.dumps(_as_object(answer, on.isoformat()), ensure_ascii=False))
    else:
        write(_as_text(answer, on.isoformat()))


@actors.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Wikidata JSON or CSV, a PETRARCH dictionary, or CSV.")],
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the tables go; made if missing.")],
    office: Annotated[
        str | None, typer.Option("--office", help="The office of every row, where no column says it.")
    ] = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=parse_day,
            metavar="YYYY-MM-DD",
            help="The day until which open ends are known; else the latest day in the file.",
            show_default=False,
        ),
    ] = None,
    first: Annotated[bool, typer.Option("--first", help="Ask these before ours; else they fill gaps.")] = False,
) -> None:
    """Make tables of your own actors, which lookups use beside ours.

    Set DRAGOMAN_ACTORS to the folder, and every command uses them at once. CSV columns: name, code or country,
    also, sectors; for office-holders person, office, code or country, start, end.

    \b
    Example:
        dragoman actors import query.json --to my-actors
        DRAGOMAN_ACTORS=my-actors dragoman code report.txt
    """
    import os

    from dragoman.codebook.imports import import_actors

    found = import_actors(file, to, first=first, office=office, as_of=as_of.isoformat() if as_of else None)
    for word, lines in (("used in part", found.notes), ("not used", found.unread)):
        for one in lines[:_LISTED]:
            say(f"{visible(str(file))}: line {one.line} {word}: {visible(one.why)}")
        if len(lines) > _LISTED:
            say(f"{visible(str(file))}: {len(lines) - _LISTED} more lines {word}: {_list_lines(lines[_LISTED:])}")
    done = len(found.actors) + len(found.holders)
    write(f"{found.form}: {len(found.actors)} actors and {len(found.holders)} office-holders in {visible(str(to))}.")
    if os.environ.get("DRAGOMAN_ACTORS") != str(to):
        say(f"Lookups use them where DRAGOMAN_ACTORS={visible(str(to))} is set.")
    code = exits.exit_code(done, len(found.unread))
    if code:
        raise Exit(code)


def _list_lines(lines: list[Any]) -> str:
    return " ".join(str(one.line) for one in lines)


def _point_to(folder: Path | None) -> None:
    """Makes the lookups of this process use the folder."""
    if folder is not None:
        import os

        from dragoman.codebook.own import FOLDER

        os.environ[FOLDER] = str(folder)


def _find_code(country: str) -> str:
    from dragoman.codebook.actors import find_actor
    from dragoman.codebook.answers import find_former_code

    former = find_former_code(country)
    if former is not None:
        return former
    actor = find_actor(country)
    if actor is not None and actor.code:
        return actor.code
    if country.isupper() and country.isalpha():
        return country
    raise typer.BadParameter(f"{country!r} is no state or body that we know.", param_hint="--country")


def _as_object(answer: Answer, day: str) -> dict[str, Any]:
    from dragoman.codebook.answers import name_state

    held = answer.holder
    state = name_state(held, day) if held else None
    return {
        "person": held.person if held else None,
        "office": held.office if held else None,
        "code": held.code if held else None,
        "state": {"name": state.name, "code": state.iso3} if state else None,
        "from": held.start if held else None,
        "to": (held.end or None) if held else None,
        "known_through": (held.known_through or None) if held else None,
        "acting": held.acting if held else None,
        "source": held.source if held else None,
        "reason": answer.reason,
        "candidates": [{"person": h.person, "office": h.office, "code": h.code} for h in answer.candidates],
    }


def _as_text(answer: Answer, day: str) -> str:
    if answer.holder is not None:
        return _describe(answer.holder, day)
    lines = [_REASONS[answer.reason]]
    lines += [f"  {_describe(h, day)}" for h in answer.candidates[:_LISTED]]
    return "\n".join(lines)


def _describe(h: Holder, day: str) -> str:
    until = h.end or f"… (known through {h.known_through})"
    acting = "acting " if h.acting else ""
    return f"{h.person}, {acting}{h.office}, {_tell_side(h, day)}, {h.start or '…'} to {until}, source: {h.source}"


def _tell_side(h: Holder, day: str) -> str:
    """The code of the state or body; of a state that had another name then, the name, and its own code of the time."""
    from dragoman.codebook.answers import name_state

    state = name_state(h, day if h.held(day) else h.start)
    if state is None:
        return h.code
    return f"{state.name} ({h.code if state.iso3 == h.code else f'{state.iso3}, in records {h.code}'})"
