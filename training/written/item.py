"""Header and marks -> one item of the corpus, in the schema that README.md gives."""

from __future__ import annotations

import re
from typing import Any

from markup import (
    PASSIVE,
    PRONOUNS,
    CHANNELS,
    MANNERS,
    MEDIA,
    ROLES,
    BadMarkup,
    Header,
    Mark,
    sentences_of,
)

DENIAL = "DENY"  # is numbered as an event in the markup, and is none
JOINT = re.compile(r"[,;:—] | (?:and|but|or|while|when|as|before|after|until|who|which|that|whom|because|if|unless) ")
PARTICIPLE = re.compile(r"(?:ed|en|wn|ought|aught|hot|orn|ung|eld|eft|ut|rt|aid|ent|ade)\b")
Item = dict[str, Any]
Span = list[int]
Found = dict[tuple[str, int], list[Mark]]
Told = tuple[str, str | None, list[str], bool]  # category, mode, aux, reciprocal


def build_item(name: str, made: str, header: Header, text: str, marks: list[Mark]) -> Item:
    found: Found = {}
    for mark in marks:
        found.setdefault((mark.kind, mark.number), []).append(mark)
    numbered = [build_event(n, e, header, text, found) for n, e in enumerate(header.events, 1)]
    events = [event for event in numbered if event["event"] != DENIAL]
    item: Item = {
        "id": name,
        "text": text,
        "made": made,
        "published": header.published,
        "events": events,
        "statements": build_statements(header, text, found),
        "meetings": build_meetings(header, text, found, numbered),
        "agreements": [
            {
                "name": one(found, "g", n, text),
                "status": row[0].replace("_", " "),
                "evidence": evidence(found, "g", n, text),
            }
            for n, row in rows_of(header, "G")
        ],
        "positions": [
            {
                "issue": one(found, "i", n, text),
                "actor": one(found, "p", n, text),
                "stance": row[0],
                "evidence": evidence(found, "i", n, text, "pe"),
            }
            for n, row in rows_of(header, "P")
        ],
        "tags": [],
    }
    check_numbers(header, found, text)
    item["tags"] = sorted({*header.tags, *own_tags(item, header, text)})
    return item


def rows_of(header: Header, kind: str) -> list[tuple[int, list[str]]]:
    return sorted((n, row) for (k, n), row in header.rows.items() if k == kind)


def one(found: Found, kind: str, n: int, text: str) -> Span:
    marks = found.get((kind, n))
    if not marks:
        raise BadMarkup(f"no {kind}{n} in {text!r}")
    return [marks[0].start, marks[0].end]


def evidence(found: Found, kind: str, n: int, text: str, label: str = "ge") -> Span:
    if (label, n) in found:
        return one(found, label, n, text)
    start = found[kind, n][0].start
    return sentence_at(text, start)


def sentence_at(text: str, offset: int) -> Span:
    for start, end in sentences_of(text):
        if start <= offset < end:
            return [start, end]
    raise BadMarkup(f"no sentence at {offset} of {text!r}")


def build_event(n: int, event: Told, header: Header, text: str, found: Found) -> Item:
    category, mode, aux, reciprocal = event
    trigger = one(found, "t", n, text)
    actor, recipient = (found.get((kind, n), []) for kind in "ar")
    start, end = sentence_at(text, trigger[0])
    if ("e", n) in found:
        start, end = one(found, "e", n, text)
    else:
        inside = [k for k in range(1, len(header.events) + 1) if start <= one(found, "t", k, text)[0] < end]
        if len(inside) > 1:  # several acts in one sentence: what is marked of this one
            parts = [m for kind in "tarc" for m in found.get((kind, n), []) if start <= m.start < end]
            parts = [m for m in parts if m.kind != "c" or said_by_event(m, n, found)]
            others = [one(found, "t", k, text)[0] for k in inside if k != n]
            shared = {(m.start, m.end) for k in inside if k != n for kind in "ar" for m in found.get((kind, k), [])}
            parts = [m for m in parts if not told_before(m, trigger[0], others, (m.start, m.end) in shared)]
            start, end = min(m.start for m in parts), max(m.end for m in parts)
            end = clause_end(text, end, sentence_at(text, start)[1], others)
    return {
        "event": category,
        "mode": mode or (mode_of_talks(n, header, found) if category == "CONSULT" else None),
        "aux": aux,
        "trigger": trigger,
        "evidence": [start, end],
        "actor": [side(m) for m in actor],
        "recipient": [side(m) for m in recipient],
        "reciprocal": reciprocal,
    }


def mode_of_talks(n: int, header: Header, found: Found) -> str | None:
    """What the meeting that is marked says of the mode: somebody mediates, many sit, a telephone is used."""
    form = [*header.rows.get(("M", n), []), "", ""][1]
    if form == "mediated" or ("med", n) in found or ("fac", n) in found:
        return "third-party"
    return form if form in ("multilateral", "phone") else None


def told_before(mark: Mark, trigger: int, others: list[int], shared: bool) -> bool:
    """Whether a side of an act stands in the clause of another act that comes before it: "met the envoy and left"."""
    return any(mark.end <= t < trigger or (shared and t < mark.start and mark.end < trigger) for t in others)


def clause_end(text: str, start: int, end: int, others: list[int]) -> int:
    """Where the clause ends that runs on at `start`: at the next joint, or before the trigger of another act."""
    joint = JOINT.search(text, start, end)
    stop = min([joint.start() if joint else end, *(t for t in others if t >= start)])
    while stop > start and text[stop - 1] in ' ,;:"”':
        stop -= 1
    return max(start, stop)


def said_by_event(content: Mark, n: int, found: Found) -> bool:
    """Statement and event share a number by chance unless the event's trigger is the statement's cue."""
    spans = {(m.start, m.end) for m in found.get(("t", n), [])}
    return any((m.start, m.end) in spans for m in found.get(("q", content.number), []))


def side(mark: Mark) -> Item:
    return {"span": [mark.start, mark.end], "code": mark.code or None, "sector": mark.sector}


def build_statements(header: Header, text: str, found: Found) -> list[Item]:
    statements = []
    for n in sorted({number for kind, number in found if kind == "c"}):
        if unsaid(header, n, found):
            continue
        content = [[m.start + 5 * text.startswith("that ", m.start), m.end] for m in found["c", n]]
        outer = header.rows.get(("K", n), ["-"])[0]
        channel, *manner = header.rows.get(
            ("S", n), header.rows.get(("S", 0), [outer])
        )  # what is told of somebody came by the teller's channel
        statements.append(
            {
                "speaker": one(found, "s", n, text) if ("s", n) in found else None,
                "cue": one(found, "q", n, text) if ("q", n) in found else None,
                "content": content,
                "manner": MANNERS[manner[0]] if manner else manner_of(text, content),
                "channel": CHANNELS.get(channel),
                "chain": [{"who": [m.start, m.end], "channel": CHANNELS.get(outer)} for m in found.get(("k", n), [])],
                "addressee": [[m.start, m.end] for m in found.get(("d", n), [])],
            }
        )
    return statements


def unsaid(header: Header, n: int, found: Found) -> bool:
    """What was not, may be, will be or long ago was said is no statement: its cue triggers such an event."""
    cues = {(m.start, m.end) for m in found.get(("q", n), [])}
    for k, (_, _, aux, _) in enumerate(header.events, 1):
        if aux or "chronicle" in header.tags:
            if cues & {(m.start, m.end) for m in found.get(("t", k), [])}:
                return True
    return False


def manner_of(text: str, content: list[Span]) -> str:
    """direct: most of its words are quoted; mixed: some are; indirect: none."""
    inside = quoted(text)
    words = [w.start() + s for s, e in content for w in re.finditer(r"\w+", text[s:e])]
    share = sum(inside[w] for w in words) / max(1, len(words))
    return "direct" if share > 0.5 else "mixed" if share else "indirect"


def quoted(text: str) -> list[bool]:
    flags, on = [], False
    for letter in text:
        if letter in '"“”':
            on = letter == "“" or (letter == '"' and not on)
        flags.append(on)
    return flags


def build_meetings(header: Header, text: str, found: Found, events: list[Item]) -> list[Item]:
    meetings = []
    told = dict(rows_of(header, "M"))
    for n, event in enumerate(events, 1):
        if n not in told and event["event"] == "CONSULT" and event["mode"] != "visit":
            if not {"negation", "hypothetical"} & set(event["aux"]):
                told[n] = ["held", *default_format(event)]
    for n, (status, *rest) in sorted(told.items()):
        if status == "-":
            continue
        marks = found.get(("m", n), []) or [*found.get(("a", n), []), *found.get(("r", n), [])]
        if ("me", n) in found:
            where = one(found, "me", n, text)
        elif n <= len(events):
            where = events[n - 1]["evidence"]
        else:
            where = sentence_at(text, marks[0].start)
        form = rest[0] if rest and rest[0] != "-" else None
        meetings.append(
            {
                "participants": [{"span": [m.start, m.end], "role": roles_of(m, n, found)} for m in marks],
                "status": status.replace("_", " "),
                "format": form,
                "medium": MEDIA[rest[1]] if len(rest) > 1 else None,
                "evidence": where,
            }
        )
    return meetings


def default_format(event: Item) -> list[str]:
    if event["mode"] == "phone":
        return ["phone", "phone"]
    if event["mode"] == "third-party":
        return ["mediated"]
    if event["mode"] == "multilateral":
        return ["multilateral"]
    return ["bilateral"] if len(event["actor"]) + len(event["recipient"]) == 2 else []


def roles_of(mark: Mark, n: int, found: Found) -> list[str]:
    roles = [
        role
        for label, role in ROLES.items()
        if any((m.start, m.end) == (mark.start, mark.end) for m in found.get((label, n), []))
    ]
    return roles or ["party"]


def check_numbers(header: Header, found: Found, text: str) -> None:
    """Marks that no row takes up, and rows without marks, are slips of the pen."""
    for kind, n in found:
        if kind in ("a", "t", "r", "e") and n > len(header.events):
            raise BadMarkup(f"{kind}{n} has no event: {text!r}")
        if kind in ("s", "q", "k", "d") and ("c", n) not in found:
            raise BadMarkup(f"{kind}{n} has no content: {text!r}")
        if kind in ("g", "i") and (kind.upper().replace("I", "P"), n) not in header.rows:
            raise BadMarkup(f"{kind}{n} has no row: {text!r}")
    for kind, n in header.rows:
        if kind in "SK" and n and ("c", n) not in found:
            raise BadMarkup(f"{kind}{n} has no content: {text!r}")
        if kind == "K" and ("k", n) not in found:
            raise BadMarkup(f"K{n} has no teller: {text!r}")


def own_tags(item: Item, header: Header, text: str) -> list[str]:
    """Tags that the labels themselves show."""
    tags = []
    for event in item["events"]:
        start, end = event["trigger"]
        sides = event["actor"] + event["recipient"]
        if PASSIVE.search(text[:start]) and PARTICIPLE.search(text[start:end]):
            tags.append("passive")
        if not event["actor"]:
            tags.append("elided-agent")
        if len(event["actor"]) > 1 or len(event["recipient"]) > 1:
            tags.append("coordination")
        if any(text[s["span"][0] : s["span"][1]].lower() in PRONOUNS for s in sides):
            tags.append("pronoun")
        if event["reciprocal"]:
            tags.append("reciprocal")
    for statement in item["statements"]:
        if statement["manner"] != "indirect":
            tags.append("quotation")
        if statement["chain"]:
            tags.append("hearsay")
    if not any(item[kind] for kind in ("events", "statements", "meetings", "agreements", "positions")):
        tags.append("negative")
    if any(event[0] == DENIAL for event in header.events):
        tags.append("denial")
    if len(sentences_of(text)) > 1:
        tags.append("passage")
    return tags
