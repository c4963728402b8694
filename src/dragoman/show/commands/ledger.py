"""`dragoman statements` and `dragoman positions`: who said what, and where each side stands."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dragoman.show.commands.options import DEFAULT_RECORD, Output, RecordFile
from dragoman.show.commands.show import Limit, Since, Unlinked, Until
from dragoman.show.terminal import say, visible, write

Party = Annotated[
    str | None, typer.Option("--party", metavar="CODE", help="Only this party: a country's or body's code, or a name.")
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Only speakers with this in their name.")
]
Channel = Annotated[
    str | None, typer.Option("--channel", metavar="CHANNEL", help='Only this channel: "press conference", statement …')
]
Issue = Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="Only issues with one of these words.")]


def statements(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = None,
    speaker: Speaker = None,
    channel: Channel = None,
    issue: Annotated[str | None, typer.Option("--about", metavar="WORDS", help="Only words with one of these.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    unlinked: Unlinked = False,
    format: Output = "text",
) -> None:
    """The ledger of statements: when, who, by what way, what.

    \b
    Example:
        dragoman statements --record talks.duckdb --party ARM --channel "press conference"
    """
    import json

    from dragoman.codebook.saying import list_channels
    from dragoman.show.wording import first_words, word_entity, word_when

    if channel is not None and channel not in list_channels():
        raise typer.BadParameter(f"no channel {channel!r}; {', '.join(list_channels())}.", param_hint="--channel")
    rows = [
        row
        for row in read_rows("statements", record, party, since, until, not unlinked)
        if _names(row, speaker) and (channel is None or row["channel"] == channel) and _says(row, issue)
    ][:limit]
    if format == "json":
        for row in rows:
            write(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
        return
    if not rows:
        say(f"No such statements in {record}.")
        return
    for row in rows:
        who = word_entity(row["speaker"]) if row["speaker"] else "nobody named"
        words = first_words(" … ".join(c["text"] for c in row["content"]), 30)
        how = ", ".join(x for x in (row["channel"], row["manner"]) if x)
        write(visible(f"{word_when(row['date']) or row['published'] or 'no date'}  {who}  [{how}]"))
        write("    " + visible(f"“{words}”  · {row['outlet'] or 'text ' + row['report'][:12]}"))


def positions(
    record: RecordFile = DEFAULT_RECORD,
    party: Party = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    unlinked: Unlinked = False,
    format: Output = "text",
) -> None:
    """Where each side stands: party by issue, the last stance, its words, and what it was before.

    \b
    Example:
        dragoman positions --record talks.duckdb --issue corridor
    """
    import json

    from dragoman.show.matrix import lay_out
    from dragoman.show.wording import first_words

    cells = lay_out(read_rows("positions", record, party, since, until, not unlinked), issue=issue)[:limit]
    if format == "json":
        for c in cells:
            told = [{k: getattr(s, k) for k in ("day", "stance", "words", "said_by", "report")} for s in c.told]
            write(
                json.dumps({"party": c.party, "issue": c.issue, "changed": c.changed, "told": told}, ensure_ascii=False)
            )
        return
    if not cells:
        say(f"No such positions in {record}.")
        return
    before = None
    for c in cells:
        if c.party != before:
            write(visible(c.party) if before is None else "\n" + visible(c.party))
            before = c.party
        changed = f"; before: {c.changed}" if c.changed else ""
        by = f", by the account of {c.last.said_by}" if c.last.said_by else ""
        write("  " + visible(f"{c.last.stance}: {first_words(c.issue, 16)}  ({c.last.day or 'no date'}{by}{changed})"))
        times = f"told {len(c.told)} times" if len(c.told) > 1 else "told once"
        write("      " + visible(f"“{first_words(c.last.words, 30)}”  {times}"))


def read_rows(kind: str, record: Any, party: str | None, since: Any, until: Any, linked: bool) -> list[dict[str, Any]]:
    """The rows of a kind that the options ask for."""
    from dragoman.link.people import list_rows
    from dragoman.show.parties import ask_party
    from dragoman.store import open_record

    wanted = ask_party(party, "--party")
    with open_record(record, read_only=True) as held:
        days = {"since": since and since.isoformat(), "until": until and until.isoformat()}
        rows = list_rows(held, kind, code=wanted.code if wanted else None, linked=linked, **days)
    return [r for r in rows if wanted is None or wanted.is_in(r)]


def _names(row: dict[str, Any], speaker: str | None) -> bool:
    from dragoman.codebook.spelling import plain

    if speaker is None:
        return True
    who = [e for e in (row["speaker"], *row["cospeakers"]) if e]
    return any(plain(speaker) in plain(f"{e['name'] or ''} {e['text']}") for e in who)


def _says(row: dict[str, Any], words: str | None) -> bool:
    if words is None:
        return True
    said = " ".join(c["text"] for c in row["content"]).casefold()
    return any(w in said for w in words.casefold().split())
