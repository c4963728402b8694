"""Tellings -> meetings: "the talks" go back to talks told before, and the same sides at the same time are one row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from dragoman.extract.meetings.parties import find_level, person_titled
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Meeting, Participant, Span, When

_SAME: Final = frozenset((("talks", "negotiations"), ("talks", "meeting")))
_MEETING: Final = ("party", "guest")
_MOST_SPANS: Final = 6
_TITLES: Final = frozenset(
    """president minister secretary state prime foreign mr. mrs. ms. mr mrs ms dr. king queen general envoy
    ambassador special deputy chancellor premier defense defence vice senator sir sheikh leader
    spokesman of the""".split()
)


Side = tuple[Entity, str, frozenset[str]]  # the phrase, its role, the names in it


@dataclass(slots=True)
class _Row:
    """A meeting in the making."""

    told: Told
    sides: list[Side]
    evidence: list[Span] = field(default_factory=list)
    part_of: int | None = None
    full: bool = True
    next: When | None = None

    @property
    def keys(self) -> set[str]:
        return {key for _, role, keys in self.sides for key in keys if role in ("party", "guest", "host")}


def put_together(tree: Tree, tellings: list[Told]) -> tuple[Meeting, ...]:
    """One row a meeting. A telling that names no two sides and goes back to none told before is dropped."""
    rows: list[_Row] = []
    for told in tellings:
        sides = [s for head, role in sorted(told.sides.items()) for s in _sides(tree, person_titled(tree, head), role)]
        sides += [_side(tree, Entity(tree.text[slice(*span)], span), role) for span, role in told.spoken]
        sides = _without_repeats(_join_offices(tree, sides))
        full = (
            len(sides) > 1
            or told.of_body
            or told.of_many
            or any(tree.is_plural(h) and tree.words[h].upos != "PRON" for h in told.sides)
        )
        parent = _find_antecedent(rows, told) if told.known or told.piece or told.following else None
        if told.spoken and rows and rows[-1].told.spoken:
            rows[-1].evidence.append(told.evidence)
        elif full and not told.piece and not told.also and (same := _find_same(rows, told, sides, tree)) is not None:
            _join(rows[same], told, sides)
        elif parent is not None and not full and _is_the_next(rows[parent].told, told):
            rows[parent].next = told.when
            inherited = [s for s in rows[parent].sides if s[1] in ("party", "guest", "mediator", "facilitator")]
            rows.append(_Row(told, [*sides, *inherited], [told.evidence]))
        elif parent is not None and not full and told.earlier:
            rows.append(_Row(told, [*sides, *(s for s in rows[parent].sides if s[1] in _MEETING)], [told.evidence]))
        elif parent is not None and not full and not told.piece and not _other_time(rows[parent].told, told):
            _join(rows[parent], told, sides)
        elif told.owned and not full:
            continue
        elif parent is not None and (told.piece or not full) and not (told.begins and not told.piece):
            inherited = [
                s for s in rows[parent].sides if s[1] in ("party", "guest") and not any(s[2] & k for _, _, k in sides)
            ]
            within = parent if told.piece or told.kind == "session" else None
            rows.append(_Row(told, [*sides, *inherited], [told.evidence], part_of=within))
        elif parent is not None and not full:
            _join(rows[parent], told, sides)
        elif parent is None and told.unsided:
            rows.append(_Row(told, [], [told.evidence]))
        elif full or (sides and told.kind != "call" and tree.words[told.trigger].upos == "VERB"):
            rows.append(_Row(told, sides, [told.evidence], full=full))
    return _as_meetings(tree, rows)


def _sides(tree: Tree, head: int, role: str) -> list[Side]:
    """The side of a phrase; a list of persons that the tree took for one phrase is taken apart."""
    entity = tree.entity(head)
    if tree.relation(head) in ("amod", "compound") and tree.words[head - 1].text in ("-", "–", "/"):
        word = tree.words[head]  # "Israeli-Palestinian talks" have two sides
        entity = Entity(word.text, (word.start, word.end))
    assert entity.span is not None
    start, end = entity.span
    people = [n for n in tree.reading.names if n.kind == "PER" and start <= n.start and n.end <= end]
    gaps = [tree.text[a.end : b.start] for a, b in pairwise(people)]
    if not gaps or not all(re.match(r",|\s+(?:and|&)\s", gap) for gap in gaps):
        return [_side(tree, entity, role)]
    parts = []
    for k, name in enumerate(people):
        first = start if k == 0 else people[k - 1].end
        last = end if k == len(people) - 1 else name.end
        first += len(re.match(r"(?:[\s,&]|and\b)*", tree.text[first:last]).group(0))  # type: ignore[union-attr]
        parts.append(_side(tree, Entity(tree.text[first:last], (first, last)), role))
    return parts


def _side(tree: Tree, entity: Entity, role: str) -> Side:
    words = [w for w in tree.words if entity.span and entity.span[0] <= w.start < entity.span[1] and w.upos == "PROPN"]
    words = [w for w in words if w.text.lower() not in _TITLES]
    people = [w for w in words if tree.name_at.get(w.index) == "PER"]
    people = people or [w for w in words if tree.name_at.get(w.index) not in ("LOC", "NORP")]
    return entity, role, frozenset(w.text.lower() for w in (people or words))


def _join_offices(tree: Tree, sides: list[Side]) -> list[Side]:
    """ "Prime Minister and Foreign Minister A. B." is one person with two offices."""
    out: list[Side] = []
    for side in sides:
        before = out[-1] if out else None
        if before and before[0].span and side[0].span and _is_office(tree, before[0]) and _has_person(tree, side[0]):
            between = tree.text[before[0].span[1] : side[0].span[0]].strip().lower()
            capital = before[0].text.split()[-1][:1].isupper()
            if between in ("", ",") or (capital and between in ("and", "&", "and the")):
                start, end = before[0].span[0], side[0].span[1]
                out[-1] = (Entity(tree.text[start:end], (start, end)), side[1], side[2])
                continue
        out.append(side)
    return out


def _has_person(tree: Tree, entity: Entity) -> bool:
    assert entity.span is not None
    return any(n.kind == "PER" and entity.span[0] <= n.start < entity.span[1] for n in tree.reading.names)


def _is_office(tree: Tree, entity: Entity) -> bool:
    """Capitalised words of office without a person."""
    words = entity.text.split()
    last = words[-1].lower()
    return not _has_person(tree, entity) and (last in _OFFICES or (words[-1][:1].isupper() and " of " in entity.text))


_OFFICES: Final = frozenset(
    """minister secretary member director president chairman advisor adviser premier commander commissioner head
    chief leader counterpart envoy ambassador king chancellor""".split()
)


def _without_repeats(sides: list[Side]) -> list[Side]:
    """One side once, in its most telling role; "Japanese" goes into "Japanese foreign ministers"."""
    found: list[Side] = []
    for side in sides:
        twin = next((i for i, s in enumerate(found) if s[0].span == side[0].span or side[2] & s[2]), None)
        if twin is None:
            found.append(side)
            continue
        longer = max(found[twin][0], side[0], key=lambda e: len(e.text))
        role = side[1] if found[twin][1] == "party" else found[twin][1]
        found[twin] = (longer, role, side[2] | found[twin][2])
    if len(found) > 2:
        found = [s for s in found if not s[0].text.lower().startswith(("other ", "others"))]
    bare = [s[0].text for s in found if " " not in s[0].text]
    return [
        s
        for s in found
        if s[0].text not in bare or not any(s[0].text in o[0].text.split() for o in found if o is not s)
    ]


def _is_the_next(one: Told, other: Told) -> bool:
    """Another round, to come, with a day of its own."""
    return other.status == "planned" and one.status != "planned" and other.when is not None and other.kind != "summit"


def _find_antecedent(rows: list[_Row], told: Told) -> int | None:
    """The meeting that "the talks" or "the final round" goes back to: the last of its kind, else the last of all."""
    whole = [i for i, r in enumerate(rows) if (r.full or told.known) and not r.told.apart]
    if told.piece:
        whole = [
            i for i in whole if rows[i].part_of is None and rows[i].told.kind in ("talks", "summit", "round", None)
        ] or whole
    if told.kind in ("summit",):
        whole = [i for i in whole if rows[i].told.kind not in ("meeting", "call") or len(rows[i].sides) > 2]
    alike = [i for i in whole if rows[i].told.kind == told.kind]
    of_status = [i for i in whole if (rows[i].told.status == "planned") == (told.status == "planned")]
    ordered = [i for i in alike if i in of_status] or of_status or alike or whole
    if told.piece and ordered:
        return max(ordered, key=lambda i: (len(rows[i].evidence), i))
    return ordered[-1] if ordered else None


def _find_same(rows: list[_Row], told: Told, sides: list[Side], tree: Tree) -> int | None:
    keys = {key for _, _, names in sides for key in names}
    named = sum(bool(names) for _, _, names in sides)
    for i in range(len(rows) - 1, -1, -1):
        row = rows[i]
        if _is_other_session(tree, row.told, told) or row.told.of_many != told.of_many:
            continue
        if row.told.apart != told.apart or (
            (row.told.medium == "phone") != (told.medium == "phone") and row.told.medium and told.medium
        ):
            continue
        if (row.told.status in ("held", "under way")) != (told.status in ("held", "under way")) or _other_time(
            row.told, told
        ):
            continue
        shared = row.keys & keys
        if not shared:
            continue
        hits = sum(bool(names & row.keys) for _, _, names in sides)
        back = sum(bool(names & keys) for _, _, names in row.sides)
        unnamed = len(sides) - named
        known = sum(bool(names) for _, _, names in row.sides)
        if hits == named and (back == known or unnamed or told.known or len(row.sides) == 1):
            return i
        core = _core(row)
        if len(core) == 1 and core[0][2] & keys:
            return i
    return None


def _is_other_session(tree: Tree, one: Told, other: Told) -> bool:
    """A body's ministers and its leaders, or its ministers and a summit, do not come together as one."""
    if not one.of_body or not other.of_body:
        return False
    ranks = [
        {tree.words[k].text.lower() for k in (t.trigger - 1, t.trigger)} & {"ministerial", "leaders", "'", "summit"}
        for t in (one, other)
    ]
    return bool(ranks[0] and ranks[1] and ranks[0] != ranks[1])


def _core(row: _Row) -> list[Side]:
    """Those who meet, without third parties; who receives a guest is none."""
    received = any(role == "guest" for _, role, _ in row.sides)
    return [s for s in row.sides if s[1] in ("party", "guest") or (received and s[1] == "host")]


def _other_time(one: Told, other: Told) -> bool:
    """Both name a time, and not the same."""
    if one.when is None or other.when is None:
        return False
    a, b = (set((w.text or "").lower().replace("on ", "").split()) for w in (one.when, other.when))
    return not a & b


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(entity.text.lower().split())


def _join(row: _Row, told: Told, sides: list[Side]) -> None:
    """Another telling of the same meeting: more evidence, and whatever the first left open."""
    if told.goes_on and told.status == "planned":
        row.told.outcome = (*row.told.outcome, "to continue")
        return
    if len(row.evidence) < _MOST_SPANS and told.evidence not in row.evidence:
        row.evidence.append(told.evidence)
    for side in sides:
        _, role, key = side
        twin = next((i for i, s in enumerate(row.sides) if key and key <= s[2] | _words(s[0])), None)
        twin = twin if twin is not None else next((i for i, s in enumerate(row.sides) if key & s[2]), None)
        if twin is not None:
            if row.sides[twin][1] == "party" and role != "party":
                row.sides[twin] = (row.sides[twin][0], role, key | row.sides[twin][2])
        elif key and (len(_core(row)) < 2 or told.known or role not in ("party", "guest")):
            row.sides.append(side)
        elif not key and len(row.sides) < 2:
            row.sides.append(side)
    row.full = row.full or len(row.sides) > 1
    kept = row.told
    if not told.begins or told.status == "planned":
        kept.when = kept.when or told.when
    kept.place, kept.venue = (kept.place, kept.venue) if kept.place else (told.place, told.venue)
    kept.medium, kept.directness = kept.medium or told.medium, kept.directness or told.directness
    kept.format, kept.outcome = kept.format or told.format, told.outcome or kept.outcome
    kept.kind = kept.kind or told.kind
    if told.status in ("postponed", "cancelled"):
        kept.status = told.status


def _as_meetings(tree: Tree, rows: list[_Row]) -> tuple[Meeting, ...]:
    kept = [
        i
        for i, r in enumerate(rows)
        if len(r.sides) > 1
        or r.told.of_body
        or r.told.of_many
        or r.told.unsided
        or any(_is_group(tree, e) for e, _, _ in r.sides)
    ]
    place = {old: new for new, old in enumerate(kept)}
    made = []
    for i in kept:
        row = rows[i]
        told = row.told
        people = tuple(Participant(e, (role,), find_level(e.text)) for e, role, _ in row.sides)
        medium = told.medium or ("in person" if told.status == "held" and told.place else None)
        made.append(
            Meeting(
                participants=people,
                evidence=tuple(row.evidence),
                when=told.when,
                place=told.place,
                venue=told.venue,
                format="bilateral" if told.apart else "phone" if told.medium == "phone" else told.format,
                medium=medium,
                directness=told.directness,
                part_of=place.get(row.part_of) if row.part_of is not None else None,
                order=told.order if row.part_of is not None else None,
                status=told.status,
                outcome=told.outcome,
                next=row.next,
                confidence=round(told.confidence, 2),
                basis="inferred" if told.spoken else "stated",
            )
        )
    return tuple(made)


def _is_group(tree: Tree, entity: Entity) -> bool:
    """A phrase that stands for several sides by itself ("the foreign ministers of A and B", "the two sides")."""
    words = [w.lower() for w in entity.text.split()]
    if {"two", "three", "four", "five", "six", "both", "rival", "they"} & set(words) and len(words) <= 6:
        return True
    assert entity.span is not None
    names = [n for n in tree.reading.names if entity.span[0] <= n.start < entity.span[1]]
    return len(names) > 1 and "and" in words
