"""Which rows of a record are which rows of an annotated report: one to one, the likest first.

statements  contents that share half their words (Jaccard); a statement of several spans may be several gold rows
events      the same category, evidence that overlaps, sides that agree
meetings    half the parties, and dates or evidence that overlap
agreements  words of the name
positions   the same actor, and words of the issue
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.evaluate.match import (
    Names,
    Row,
    call,
    compare_parties,
    find_all,
    find_range,
    jaccard,
    list_names,
    list_spans,
    list_words,
    match_parties,
    overlap,
    pair_best,
    touch,
)

NO_EVENT = frozenset({"negation", "hypothetical", "historical"})
Pairs = list[tuple[int, int]]
Content = tuple[tuple[int, int], Row]


def list_contents(statements: Sequence[Row]) -> list[Content]:
    """Every piece of content with its statement, in order."""
    return [((c["span"][0], c["span"][1]), s) for s in statements for c in s.get("content", [])]


def pair_statements(text: str, gold: Sequence[Row], contents: Sequence[Content]) -> Pairs:
    places = [find_all(text, g["content"]) for g in gold]

    def compare(at: Sequence[tuple[int, int]], span: Sequence[int]) -> float:
        said = list_words(text[span[0] : span[1]])
        near = [(s, e) for s, e in at if s < span[1] and span[0] < e]
        return max((jaccard(list_words(text[s:e]), said) for s, e in near), default=0)

    scored = [(compare(at, span), i, j) for i, at in enumerate(places) for j, (span, _) in enumerate(contents)]
    return pair_best(s for s in scored if s[0] >= 0.5)


def is_speaker(gold: Row, predicted: Row) -> tuple[bool, bool]:
    """Whether the party agrees, and whether the name does."""
    speaker = predicted.get("speaker") or {}
    party = bool(set(gold["party"].split("+")) & call(speaker)) or (gold["party"] == "UNK" and not speaker.get("code"))
    said = list_names((speaker.get("text") or "") + " " + (speaker.get("name") or ""))
    return party, bool(list_names(gold["speaker"] + " " + gold["speaker_resolved"]) & said)


def pair_events(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
    scored = []
    for i, g in enumerate(gold):
        where = find_all(text, g["evidence"])
        for j, p in enumerate(predicted):
            near = overlap(where, list_spans(p.get("evidence")) + list_spans(p.get("trigger")))
            alike = _compare_sides(g, p) if near and p["event"] == g["plover"] else None
            if alike is not None:
                scored.append((alike, i, j))
    return pair_best(scored)


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


def pair_meetings(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
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
    return pair_best(scored)


def _list_sides(meeting: Row) -> list[Names]:
    """What each side goes by, several people of one code counted once."""
    sides: dict[Any, Names] = {}
    for participant in meeting.get("participants") or []:
        entity = participant["entity"]
        if entity:
            sides.setdefault(entity.get("code") or entity.get("text"), call(entity))
    return list(sides.values())


def pair_agreements(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            alike = _compare_wording(text, g, g["name"], p, p.get("name"))
            if alike is not None:
                scored.append((alike, i, j))
    return pair_best(scored)


def pair_positions(text: str, gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if match_parties(g["actor"].split("+"), [call(p.get("actor"))])[0]:
                alike = _compare_wording(text, g, g["issue"], p, p.get("issue"))
                if alike is not None:
                    scored.append((alike, i, j))
    return pair_best(scored)


def _compare_wording(text: str, gold: Row, words: str, predicted: Row, said: Row | None) -> float | None:
    """How alike two names of a thing are; None where neither a third of the words nor the evidence is shared."""
    named = list_names((said or {}).get("text"))
    alike = jaccard(list_names(words), named)
    near = bool(named & list_names(words + " " + gold["evidence"])) and overlap(
        find_all(text, gold["evidence"]), list_spans(predicted.get("evidence"))
    )
    return alike + near if alike >= 0.34 or near else None
