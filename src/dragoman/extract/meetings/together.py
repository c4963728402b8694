"""Tellings -> meetings: "the talks" go back to talks told before, and the same sides at the same time are one row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dragoman.extract.meetings.parties import find_level
from dragoman.extract.meetings.sides import Side, list_sides
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Meeting, Participant, Span, When

_MEETING: Final = ("party", "guest")
_BOTH: Final = re.compile(
    r"\w+s (?:of|from) .+ and (?:the )?[A-Z]|(?:\w+ )?[A-Z][\w-]+ and [A-Z][\w-]+ (?:[A-Z]\w+ )?(?:\w+ )?\w+s\b"
)  # "delegates of A and the B", "A and B officials"
_THIRD: Final = ("host", "mediator", "facilitator", "observer", "initiator", "guarantor")
_MOST_SPANS: Final = 6
_AS_HELD: Final = ("held", "under way")


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
        """The names of those who meet, without third parties."""
        return {key for _, role, keys in self.sides for key in keys if role in (*_MEETING, "host")}


def put_together(tree: Tree, tellings: list[Told]) -> tuple[Meeting, ...]:
    """One row a meeting. A telling that names no two sides and goes back to none told before is dropped."""
    rows: list[_Row] = []
    for told in tellings:
        sides = list_sides(tree, told)
        if told.aside:
            if rows and _is_just_before(tree, rows[-1].told, told) and _are_mediated(rows[-1].told, told):
                _join(rows[-1], told, [s for s in sides if s[1] not in _MEETING] or sides)
                continue
            if told.directness != "shuttle":
                continue
        full = (
            len(sides) > 1
            or told.of_body
            or told.of_many
            or any(tree.is_plural(h) and tree.words[h].upos != "PRON" for h in told.sides)
        )
        if told.otherwise and not rows:
            told.sides = told.otherwise
            sides = list_sides(tree, told)
            full = full or len(sides) > 1
        hosted = told.known and told.status in _AS_HELD and all(role in _THIRD for _, role, _ in sides)
        full = full and not (hosted and told.kind != "summit")  # "Norway hosted the talks"
        parent = _find_antecedent(rows, told) if told.known or told.piece or told.following else None
        if told.spoken and rows and rows[-1].told.spoken:
            rows[-1].evidence.append(told.evidence)
        elif full and not told.piece and not told.also and (same := _find_same(rows, told, sides, tree)) is not None:
            _join(rows[same], told, sides)
        elif parent is not None and not full and _is_the_next(rows[parent].told, told):
            rows[parent].next = told.when
            sides = [s for s in sides if s[2]]  # "they"
            inherited = [s for s in rows[parent].sides if s[1] in (*_MEETING, "mediator", "facilitator")]
            rows.append(_Row(told, [*sides, *inherited], [told.evidence]))
        elif parent is not None and not full and told.earlier:
            rows.append(_Row(told, [*sides, *(s for s in rows[parent].sides if s[1] in _MEETING)], [told.evidence]))
        elif parent is not None and not full and not told.piece and not _other_time(rows[parent].told, told):
            _join(rows[parent], told, sides)
        elif told.owned and not full:
            continue
        elif parent is not None and (told.piece or not full) and not (told.begins and not told.piece):
            inherited = [s for s in rows[parent].sides if s[1] in _MEETING]
            inherited = [s for s in inherited if not any(s[2] & names for _, _, names in sides)]
            within = parent if told.piece or told.kind == "session" else None
            rows.append(_Row(told, [*sides, *inherited], [told.evidence], part_of=within))
        elif parent is not None and not full:
            _join(rows[parent], told, sides)
        elif parent is None and told.unsided:
            rows.append(_Row(told, [], [told.evidence]))
        elif full or (sides and told.kind != "call" and tree.words[told.trigger].upos == "VERB"):
            rows.append(_Row(told, sides, [told.evidence], full=full))
    return _as_meetings(tree, rows)


def _is_just_before(tree: Tree, one: Told, other: Told) -> bool:
    """Told in the same sentence or the one before, as something that has been."""
    near = tree.words[other.trigger].sentence - tree.words[one.trigger].sentence
    return 0 <= near <= 1 and one.status in _AS_HELD and one.medium != "phone"


def _are_mediated(one: Told, aside: Told) -> bool:
    """Whether what is told of mediators and of messages carried may be told of those talks."""
    if aside.directness == "indirect":
        return one.format == "proximity"
    return aside.kind is None or one.kind not in ("meeting", "summit", "call")


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
        if row.told.apart != told.apart or _is_other_medium(row.told, told) or _other_time(row.told, told):
            continue
        if (row.told.status in _AS_HELD) != (told.status in _AS_HELD):
            continue
        if named < len(sides) and _on_other_stop(row.told, told):
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


def _is_other_medium(one: Told, other: Told) -> bool:
    """One by phone, the other said not to be."""
    return bool(one.medium and other.medium) and (one.medium == "phone") != (other.medium == "phone")


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
    return [s for s in row.sides if s[1] in _MEETING or (received and s[1] == "host")]


def _other_time(one: Told, other: Told) -> bool:
    """Both name a time, and not the same."""
    if one.when is None or other.when is None:
        return False
    a, b = (set((w.text or "").lower().replace("on ", "").split()) for w in (one.when, other.when))
    return not a & b


def _on_other_stop(one: Told, other: Told) -> bool:
    """ "In Orvana, she will meet officials. In Selvia, she will meet officials": two stops of a journey to come."""
    if one.place is None or other.place is None or one.status != "planned":
        return False
    a, b = (frozenset(t.place.name.split()) for t in (one, other) if t.place is not None)
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
        elif key and (len(_core(row)) < 2 or told.known or role not in _MEETING):
            row.sides.append(side)
        elif not key and len(row.sides) < 2:
            row.sides.append(side)
    row.full = row.full or len(row.sides) > 1
    kept = row.told
    if not told.begins or told.status == "planned" or kept.status == "under way":
        kept.when = kept.when or told.when
    kept.place, kept.venue = (kept.place, kept.venue) if kept.place else (told.place, told.venue)
    kept.medium, kept.directness = kept.medium or told.medium, kept.directness or told.directness
    kept.format, kept.outcome = kept.format or told.format, told.outcome or kept.outcome
    kept.kind = kept.kind or told.kind
    if told.status in ("postponed", "cancelled"):
        kept.status = told.status
    elif told.status in _AS_HELD and kept.status in _AS_HELD:
        kept.status = _how_far(kept, told)


def _how_far(one: Told, other: Told) -> str:
    """Begun and not ended: what is told last of talks that begin, go on or end. Talks of which days have been told are
    not made to go on by how they began."""
    return other.status if one.begins and other.begins else one.status


def _as_meetings(tree: Tree, rows: list[_Row]) -> tuple[Meeting, ...]:
    kept = [i for i, r in enumerate(rows) if _is_meeting(tree, r)]
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
                format=_format(told),
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


def _is_meeting(tree: Tree, row: _Row) -> bool:
    """It takes two, or a phrase or gathering that stands for several."""
    several = len(row.sides) > 1 or any(_is_group(tree, e) for e, _, _ in row.sides)
    return several or row.told.of_body or row.told.of_many or row.told.unsided


def _format(told: Told) -> str | None:
    if told.apart:
        return "bilateral"
    return "phone" if told.medium == "phone" else told.format


def _is_group(tree: Tree, entity: Entity) -> bool:
    """A phrase that stands for several sides by itself ("the foreign ministers of A and B", "the two sides")."""
    words = [w.lower() for w in entity.text.split()]
    if {"two", "three", "four", "five", "six", "both", "rival", "they"} & set(words) and len(words) <= 6:
        return True
    assert entity.span is not None
    names = [n for n in tree.reading.names if entity.span[0] <= n.start < entity.span[1]]
    return (len(names) > 1 and "and" in words) or bool(_BOTH.match(entity.text))
