"""Figures for records against annotated reports.

    statements  contents, one to one, that share half their words (Jaccard); link: the speaker too, by a word of the
                name or the party's code. Of those matched: party, manner (direct or not), channel where gold has one.
    events      one to one: the same category, evidence that overlaps, sides that agree. Then date, place.
                dyads: the set of (category, source, target) of a report, whatever the evidence.
    meetings    one to one: half the parties, and dates or evidence that overlap. Then date, people, hosts, planned,
                place, format.
    agreements  one to one by words of the name. Then status.
    positions   one to one: the same actor, and words of the issue. Then stance.

Gold rows marked `background` or `optional` count only where they are matched. Events that did not take place
(negation, hypothetical, historical) are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dragoman.evaluate.align import align_records, name_loosely
from dragoman.evaluate.annotated import CHANNELS
from dragoman.evaluate.figures import Figures, Tally
from dragoman.evaluate.match import (
    Row,
    call,
    find_gold_range,
    find_last_word,
    find_range,
    is_called,
    list_names,
    list_words,
    same_place,
)
from dragoman.evaluate.record_pairs import (
    NO_EVENT,
    is_speaker,
    list_contents,
    pair_agreements,
    pair_events,
    pair_meetings,
    pair_positions,
    pair_statements,
)
from dragoman.evaluate.reliability import measure_reliability
from dragoman.records import KINDS

HOSTS = frozenset({"host", "mediator", "facilitator"})
NOT_HELD = ("planned", "postponed", "cancelled")

Dyad = tuple[str, str, str | None]


def score_records(gold: Iterable[Row], records: Iterable[Row], *, reliability: bool = False) -> Figures:
    """Figures from 0 to 1 over all reports, and how many quotations in the records are not what they point to.

    Args:
        reliability: count too whether the confidence of events means what it says.
    """
    given, coded = list(gold), list(records)
    tally = Tally()
    sure: list[tuple[float, bool]] = []
    for report, record in align_records(given, coded):
        text, rows = report["text"], record or {}
        _score_statements(text, report.get("statements", []), rows.get("statements", []), tally)
        events = [e for e in rows.get("events", []) if not NO_EVENT & set(e.get("aux") or [])]
        found = _score_events(text, report.get("events", []), events, tally)
        sure += [(e["confidence"], j in found) for j, e in enumerate(events) if e.get("confidence") is not None]
        _score_dyads(report.get("events", []), events, tally)
        _score_meetings(text, report.get("meetings", []), rows.get("meetings", []), tally)
        _score_agreements(text, report.get("agreements", []), rows.get("agreements", []), tally)
        _score_positions(text, report.get("issues", []), rows.get("positions", []), tally)
    have = {name_loosely(r["report"]["text"]) for r in coded}
    return {
        **tally.figures(),
        **({f"events.{name}": value for name, value in measure_reliability(sure).items()} if reliability else {}),
        "provenance.broken": {"count": sum(map(count_broken, coded))},
        "reports": {"gold": len(given), "coded": sum(name_loosely(g["text"]) in have for g in given)},
    }


def _count_asked(rows: Sequence[Row], matched: Collection[int]) -> int:
    """How many gold rows had to be found: not those that may be left out and were."""
    return sum(i in matched or not (r.get("background") or r.get("optional")) for i, r in enumerate(rows))


# ---------------------------------------------------------------- kind by kind


def _score_statements(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    contents = list_contents(predicted)
    pairs = pair_statements(text, gold, contents)
    links = 0
    for i, j in pairs:
        g, p = gold[i], contents[j][1]
        party, named = is_speaker(g, p)
        links += party or named
        tally.ask("statements.party", party)
        tally.ask("statements.manner", (p.get("manner") == "direct") == g["direct"])
        channel = g.get("channel")
        if channel not in (None, "unspecified"):
            tally.ask("statements.channel", p.get("channel") == CHANNELS.get(channel, channel))
    asked = _count_asked(gold, {i for i, _ in pairs})
    tally.add("statements.content", len(pairs), asked, len(contents))
    tally.add("statements.link", links, asked, len(contents))


def _score_events(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> set[int]:
    """Counts events; which of the predicted ones were right."""
    pairs = pair_events(text, gold, predicted)
    tally.add("events", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        g, p = gold[i], predicted[j]
        when = p.get("date") or {}
        tally.ask("events.date", find_gold_range(g.get("date")) == find_range(when.get("start"), when.get("end")))
        if g.get("place"):
            tally.ask("events.place", same_place(g["place"], p.get("place")))
    return {j for _, j in pairs}


def _score_dyads(gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    known: list[str] = sorted({party for g in gold for party in g["sources"] + g["targets"]})

    def name(entity: Row) -> str:
        names = call(entity)
        for party in known:
            if is_called(party, names):
                return party
        return str(entity.get("code") or (entity.get("name") or entity.get("text") or "?").lower())

    have: set[Dyad] = set()
    for p in predicted:
        actors, recipients = [name(e) for e in p.get("actor") or []], [name(e) for e in p.get("recipient") or []]
        have |= _list_dyads(p["event"], actors, recipients)
    may: set[Dyad] = set()
    must: set[Dyad] = set()
    for g in gold:
        dyads = _list_dyads(g["plover"], g["sources"], g["targets"])
        may |= dyads
        if not g.get("background") and not g.get("optional"):
            must |= dyads
    hits = have & may
    tally.add("events.dyads", len(hits), len(must | hits), len(have))


def _list_dyads(event: str, sources: Sequence[str], targets: Sequence[str]) -> set[Dyad]:
    if event != "CONSULT":
        return {(event, s, t) for s in sources for t in (targets or (None,))}
    sides = [*sources, *targets]
    return {(event, s, t) for s in sides for t in sides if s < t} or {(event, s, None) for s in sides}


def _score_meetings(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    pairs = pair_meetings(text, gold, predicted)
    tally.add("meetings", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        _ask_meeting(gold[i], predicted[j], tally)


def _ask_meeting(g: Row, p: Row, tally: Tally) -> None:
    people = list(p.get("participants") or [])
    entities = [x["entity"] or {} for x in people]
    if g.get("start"):
        same = find_range(g["start"], g.get("end")) == find_range(p.get("start"), p.get("end"))
        tally.ask("meetings.date", same)
    a = {find_last_word(x["name"]) for x in g["participants"]}
    b = {find_last_word(e.get("name") or e.get("text")) for e in entities}
    tally.add("meetings.people", len(a & b), len(a), len(b))
    hosts = [e for e, x in zip(entities, people, strict=True) if HOSTS & _list_roles(x)]
    wanted = g.get("host_or_mediator") or []
    found = sum(any(_is_host(host, e) for e in hosts) for host in wanted)
    tally.add("meetings.hosts", min(found, len(hosts)), len(wanted), len(hosts))
    tally.ask("meetings.planned", bool(g.get("planned")) == (p.get("status") in NOT_HELD))
    if g.get("place"):
        tally.ask("meetings.place", same_place(g["place"], p.get("place"), p.get("venue")))
    if g.get("format") not in (None, "unspecified"):
        tally.ask("meetings.format", p.get("format") == g["format"])


def _list_roles(participant: Row) -> set[str]:
    roles = participant.get("role")
    return {roles} if isinstance(roles, str) else set(roles or [])


def _is_host(host: str, entity: Row) -> bool:
    named = list_names(entity.get("name")) | list_names(entity.get("text"))
    code = entity.get("code")
    return bool(list_names(host) & named) or (code or "?") in list_words(host) | {host} or bool(code and code in host)


def _score_agreements(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    pairs = pair_agreements(text, gold, predicted)
    tally.add("agreements", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        tally.ask("agreements.status", gold[i]["status"] == predicted[j].get("status"))


def _score_positions(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    pairs = pair_positions(text, gold, predicted)
    tally.add("positions", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        if gold[i]["stance"] != "unspecified":
            tally.ask("positions.stance", gold[i]["stance"] == predicted[j].get("stance"))


# ---------------------------------------------------------------- provenance


def count_broken(record: Mapping[str, Any]) -> int:
    """How many quoted texts of a record do not stand at their spans, and how many rows have no evidence."""
    text = record["report"]["text"]

    def walk(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(walk, value))
        if not isinstance(value, dict):
            return 0
        span, words = value.get("span"), value.get("text")
        wrong = isinstance(span, list | tuple) and isinstance(words, str) and text[span[0] : span[1]] != words
        return wrong + sum(map(walk, value.values()))

    bare = sum(
        not row.get("content" if kind == "statements" else "evidence")
        for kind in KINDS
        for row in record.get(kind) or []
    )
    return bare + sum(walk(row) for kind in KINDS for row in record.get(kind) or [])
