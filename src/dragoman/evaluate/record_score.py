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
from dragoman.evaluate.figures import Figures, Tally
from dragoman.evaluate.match import (
    Names,
    Row,
    call,
    compare_parties,
    find_all,
    find_gold_range,
    find_last_word,
    find_range,
    is_called,
    jaccard,
    list_names,
    list_spans,
    list_words,
    match_parties,
    overlap,
    pair_best,
    same_place,
    touch,
)

NO_EVENT = frozenset({"negation", "hypothetical", "historical"})
CHANNELS = {"tweet": "social media"}
HOSTS = frozenset({"host", "mediator", "facilitator"})
NOT_HELD = ("planned", "postponed", "cancelled")
KINDS = ("statements", "events", "meetings", "agreements", "positions")

Dyad = tuple[str, str, str | None]


def score_records(gold: Iterable[Row], records: Iterable[Row]) -> Figures:
    """Figures from 0 to 1 over all reports, and how many quotations in the records are not what they point to."""
    given, coded = list(gold), list(records)
    tally = Tally()
    for report, record in align_records(given, coded):
        text, rows = report["text"], record or {}
        _score_statements(text, report.get("statements", []), rows.get("statements", []), tally)
        events = [e for e in rows.get("events", []) if not NO_EVENT & set(e.get("aux") or [])]
        _score_events(text, report.get("events", []), events, tally)
        _score_dyads(report.get("events", []), events, tally)
        _score_meetings(text, report.get("meetings", []), rows.get("meetings", []), tally)
        _score_agreements(text, report.get("agreements", []), rows.get("agreements", []), tally)
        _score_positions(text, report.get("issues", []), rows.get("positions", []), tally)
    have = {name_loosely(r["report"]["text"]) for r in coded}
    return {
        **tally.figures(),
        "provenance.broken": {"count": sum(map(count_broken, coded))},
        "reports": {"gold": len(given), "coded": sum(name_loosely(g["text"]) in have for g in given)},
    }


def _count_asked(rows: Sequence[Row], matched: Collection[int]) -> int:
    """How many gold rows had to be found: not those that may be left out and were."""
    return sum(i in matched or not (r.get("background") or r.get("optional")) for i, r in enumerate(rows))


# ---------------------------------------------------------------- kind by kind


def _score_statements(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    places = [find_all(text, g["content"]) for g in gold]
    contents = [(tuple(c["span"]), p) for p in predicted for c in p.get("content", [])]

    def compare(at: Sequence[tuple[int, int]], span: Sequence[int]) -> float:
        said = list_words(text[span[0] : span[1]])
        near = [(s, e) for s, e in at if s < span[1] and span[0] < e]
        return max((jaccard(list_words(text[s:e]), said) for s, e in near), default=0)

    scored = [(compare(at, span), i, j) for i, at in enumerate(places) for j, (span, _) in enumerate(contents)]
    pairs = pair_best(s for s in scored if s[0] >= 0.5)
    links = 0
    for i, j in pairs:
        g, p = gold[i], contents[j][1]
        speaker = p.get("speaker") or {}
        party = bool(set(g["party"].split("+")) & call(speaker)) or (g["party"] == "UNK" and not speaker.get("code"))
        said = list_names((speaker.get("text") or "") + " " + (speaker.get("name") or ""))
        links += party or bool(list_names(g["speaker"] + " " + g["speaker_resolved"]) & said)
        tally.ask("statements.party", party)
        tally.ask("statements.manner", (p.get("manner") == "direct") == g["direct"])
        channel = g.get("channel")
        if channel not in (None, "unspecified"):
            tally.ask("statements.channel", p.get("channel") == CHANNELS.get(channel, channel))
    asked = _count_asked(gold, {i for i, _ in pairs})
    tally.add("statements.content", len(pairs), asked, len(contents))
    tally.add("statements.link", links, asked, len(contents))


def _score_events(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    scored = []
    for i, g in enumerate(gold):
        where = find_all(text, g["evidence"])
        for j, p in enumerate(predicted):
            near = overlap(where, list_spans(p.get("evidence")) + list_spans(p.get("trigger")))
            alike = _compare_sides(g, p) if near and p["event"] == g["plover"] else None
            if alike is not None:
                scored.append((alike, i, j))
    pairs = pair_best(scored)
    tally.add("events", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        g, p = gold[i], predicted[j]
        when = p.get("date") or {}
        tally.ask("events.date", find_gold_range(g.get("date")) == find_range(when.get("start"), when.get("end")))
        if g.get("place"):
            tally.ask("events.place", same_place(g["place"], p.get("place")))


def _compare_sides(gold: Row, predicted: Row) -> float | None:
    """How much the sides of two events of one category agree; None where they do not."""
    actors = [call(e) for e in predicted.get("actor") or []]
    recipients = [call(e) for e in predicted.get("recipient") or []]
    sources, targets = gold["sources"], gold["targets"]
    if gold["plover"] == "CONSULT":
        alike = compare_parties(sources + targets, actors + recipients)
        return alike if alike >= 0.5 else None
    if not match_parties(sources, actors)[0] or (targets and not match_parties(targets, recipients)[0]):
        return None
    return (compare_parties(sources, actors) + compare_parties(targets, recipients)) / 2


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
    scored = []
    for i, g in enumerate(gold):
        parties = sorted({party for p in g["participants"] for party in p["party"].split("+")})
        where, when = find_all(text, g["evidence"]), find_range(g.get("start"), g.get("end"))
        for j, p in enumerate(predicted):
            alike = compare_parties(parties, _list_sides(p))
            near = overlap(where, list_spans(p.get("evidence")))
            dated = touch(when, find_range(p.get("start"), p.get("end")))
            if alike >= 0.5 and (near or dated):
                scored.append((alike + near + dated, i, j))
    pairs = pair_best(scored)
    tally.add("meetings", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        _ask_meeting(gold[i], predicted[j], tally)


def _list_sides(meeting: Row) -> list[Names]:
    """What each side goes by, several people of one code counted once."""
    sides: dict[Any, Names] = {}
    for participant in meeting.get("participants") or []:
        entity = participant["entity"]
        if entity:
            sides.setdefault(entity.get("code") or entity.get("text"), call(entity))
    return list(sides.values())


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
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            alike = _compare_wording(text, g, g["name"], p, p.get("name"))
            if alike is not None:
                scored.append((alike, i, j))
    pairs = pair_best(scored)
    tally.add("agreements", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        tally.ask("agreements.status", gold[i]["status"] == predicted[j].get("status"))


def _score_positions(text: str, gold: Sequence[Row], predicted: Sequence[Row], tally: Tally) -> None:
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if match_parties(g["actor"].split("+"), [call(p.get("actor"))])[0]:
                alike = _compare_wording(text, g, g["issue"], p, p.get("issue"))
                if alike is not None:
                    scored.append((alike, i, j))
    pairs = pair_best(scored)
    tally.add("positions", len(pairs), _count_asked(gold, {i for i, _ in pairs}), len(predicted))
    for i, j in pairs:
        if gold[i]["stance"] != "unspecified":
            tally.ask("positions.stance", gold[i]["stance"] == predicted[j].get("stance"))


def _compare_wording(text: str, gold: Row, words: str, predicted: Row, said: Row | None) -> float | None:
    """How alike two names of a thing are; None where neither a third of the words nor the evidence is shared."""
    named = list_names((said or {}).get("text"))
    alike = jaccard(list_names(words), named)
    near = bool(named & list_names(words + " " + gold["evidence"])) and overlap(
        find_all(text, gold["evidence"]), list_spans(predicted.get("evidence"))
    )
    return alike + near if alike >= 0.34 or near else None


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
