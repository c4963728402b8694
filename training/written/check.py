"""Checks frames.jsonl, free.jsonl and reports/*.jsonl and counts what is in them: `python check.py [FOLDER]`; status 1 at any fault."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "annotations"))
from validate import find_faults as find_annotation_faults

from dragoman.codebook import plover

HERE = Path(__file__).parent
AUX = ("historical", "future", "hypothetical", "negation")
CHANNELS = ("statement", "readout", "press conference", "interview", "speech", "social media", "call", "report", None)
FORMATS = ("bilateral", "trilateral", "multilateral", "mediated", "proximity", "phone", None)
STATUSES = ("held", "under way", "planned", "postponed", "cancelled")
ROLES = ("party", "host", "mediator", "facilitator", "initiator", "observer", "guarantor", "guest")
AGREED = (
    *("proposed", "under negotiation", "partly agreed", "agreed", "signed", "ratified"),
    *("implemented", "rejected", "violated", "collapsed"),
)
STANCES = ("supports", "opposes", "concerned", "demands", "offers", "accepts", "rejects", "divergent")
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK"
    " AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO".split()
)
KEYS = frozenset("id text made published events statements meetings agreements positions tags".split())
ROWS = ("events", "statements", "meetings", "agreements", "positions")
LONGEST = 40  # words of a piece of evidence

Item = dict[str, Any]


def read_items(folder: Path = HERE) -> list[Item]:
    lines = [line for name in ("frames", "free") for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    return [json.loads(line) for line in lines]


def find_faults(items: list[Item]) -> list[str]:
    faults = []
    texts, ids = Counter(i["text"] for i in items), Counter(i["id"] for i in items)
    faults += [f"twice: {t!r}" for t, n in (texts + ids).items() if n > 1]
    for item in items:
        faults += [f"{item['id']}: {fault}" for fault in faults_of(item)]
    return faults


def faults_of(item: Item) -> Iterator[str]:
    text = item["text"]
    if set(item) != KEYS:
        yield f"keys {sorted(item)}"
    if item["made"] not in ("frame", "free"):
        yield f"made {item['made']!r}"
    if text != text.strip() or "  " in text or any(c in text for c in "[]{}|"):
        yield f"marks or space left in {text!r}"
    for span in spans_of(item):
        start, end = span
        if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
            yield f"span {span} of {text!r}"
        elif cuts_word(text, start) or cuts_word(text, end):
            yield f"{text[start:end]!r} cuts a word of {text!r}"
    for event in item["events"]:
        yield from event_faults(event, text)
    for statement in item["statements"]:
        if statement["manner"] not in ("direct", "mixed", "indirect") or statement["channel"] not in CHANNELS:
            yield f"statement {statement}"
        if any(c["channel"] not in CHANNELS for c in statement["chain"]) or not statement["content"]:
            yield f"chain {statement}"
    for meeting in item["meetings"]:
        roles = {role for p in meeting["participants"] for role in p["role"]}
        if meeting["status"] not in STATUSES or meeting["format"] not in FORMATS or not roles <= set(ROLES):
            yield f"meeting {meeting}"
        if meeting["medium"] not in ("in person", "phone", "video", None):
            yield f"meeting {meeting}"
    yield from (f"agreement {a}" for a in item["agreements"] if a["status"] not in AGREED)
    yield from (f"position {p}" for p in item["positions"] if p["stance"] not in STANCES)


def cuts_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def event_faults(event: Item, text: str) -> Iterator[str]:
    category, mode = event["event"], event["mode"]
    if category not in plover.categories() or mode not in (None, *plover.modes(category)):
        yield f"{category}.{mode}"
    if not set(event["aux"]) <= set(AUX):
        yield f"aux {event['aux']}"
    if "future" in event["aux"] and category in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"):
        yield f"future {category} is AGREE or CONCEDE"
    start, end = event["evidence"]
    if not start <= event["trigger"][0] < event["trigger"][1] <= end:
        yield f"trigger {event['trigger']} outside evidence {event['evidence']} of {text!r}"
    if len(text[start:end].split()) > LONGEST:
        yield f"evidence of {len(text[start:end].split())} words"
    for side in event["actor"] + event["recipient"]:
        if side["sector"] not in (*SECTORS, None):
            yield f"sector {side['sector']}"


def spans_of(item: Item) -> Iterator[list[int]]:
    for event in item["events"]:
        yield event["trigger"]
        yield event["evidence"]
        yield from (side["span"] for side in event["actor"] + event["recipient"])
    for statement in item["statements"]:
        yield from (s for s in (statement["speaker"], statement["cue"]) if s)
        yield from [*statement["content"], *statement["addressee"], *(c["who"] for c in statement["chain"])]
    for meeting in item["meetings"]:
        yield meeting["evidence"]
        yield from (p["span"] for p in meeting["participants"])
    yield from (a[k] for a in item["agreements"] for k in ("name", "evidence"))
    yield from (p[k] for p in item["positions"] for k in ("issue", "actor", "evidence"))


def read_reports(folder: Path) -> list[Item]:
    """Whole reports with their events in words, as annotators of real ones give them."""
    return [
        json.loads(line)
        for path in sorted((folder / "reports").glob("*.jsonl"))
        for line in path.open(encoding="utf-8")
    ]


def report_faults(report: Item) -> Iterator[str]:
    """What no annotated report may hold, and what one of ours may not: unknown modes, words that are not in it."""
    yield from find_annotation_faults({"statements": [], "meetings": [], "agreements": [], "issues": [], **report})
    for event in report["events"]:
        if event.get("mode") not in (None, *plover.modes(event["plover"])):
            yield f"{report['id']}: {event['plover']}.{event['mode']}"
        if event["trigger"] not in event["evidence"]:
            yield f"{report['id']}: trigger {event['trigger']!r} outside evidence {event['evidence']!r}"
        sides = (*event["source_words"], *event["target_words"])
        yield from (f"{report['id']}: no {words!r}" for words in sides if words not in report["text"])


def count_kinds(items: list[Item]) -> dict[str, Counter[str]]:
    events = [e for i in items for e in i["events"]]
    statements = [s for i in items for s in i["statements"]]
    return {
        "made": Counter(i["made"] for i in items),
        "rows": Counter({k: sum(len(i[k]) for i in items) for k in ROWS}),
        "category": Counter(e["event"] for e in events),
        "mode": Counter(f"{e['event']}.{e['mode']}" for e in events if e["mode"]),
        "aux": Counter(a for e in events for a in e["aux"]),
        "channel": Counter(str(s["channel"]) for s in statements),
        "manner": Counter(s["manner"] for s in statements),
        "chain": Counter(str(c["channel"]) for s in statements for c in s["chain"]),
        "meeting": Counter(m["status"] for i in items for m in i["meetings"]),
        "format": Counter(str(m["format"]) for i in items for m in i["meetings"]),
        "role": Counter(r for i in items for m in i["meetings"] for p in m["participants"] for r in p["role"]),
        "agreement": Counter(a["status"] for i in items for a in i["agreements"]),
        "stance": Counter(p["stance"] for i in items for p in i["positions"]),
        "code": Counter({"different": len({s["code"] for e in events for s in e["actor"] + e["recipient"]})}),
        "sector": Counter(str(s["sector"]) for e in events for s in e["actor"] + e["recipient"]),
        "tag": Counter(t for i in items for t in i["tags"] if not t.startswith("frame:")),
        "frames": Counter({"different": len({t for i in items for t in i["tags"] if t.startswith("frame:")})}),
    }


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    items, reports = read_items(folder), read_reports(folder)
    for kind, counts in count_kinds(items).items():
        print(f"{kind}: {', '.join(f'{name} {n}' for name, n in counts.most_common())}")
    of_reports = Counter(e["plover"] for r in reports for e in r["events"])
    print(f"in {len(reports)} reports: {', '.join(f'{name} {n}' for name, n in of_reports.most_common())}")
    faults = [*find_faults(items), *(fault for report in reports for fault in report_faults(report))]
    print(*faults, sep="\n")
    print(f"{len(items)} items, {len(reports)} reports, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
