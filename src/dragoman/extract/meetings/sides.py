"""The sides of a telling, from heads of phrases to phrases: lists taken apart, titles joined, each side once."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.extract.meetings.parties import person_titled
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Offsets

_TITLES: Final = frozenset(
    """president minister secretary state prime foreign mr. mrs. ms. mr mrs ms dr. king queen general envoy
    ambassador special deputy chancellor premier defense defence vice senator sir sheikh leader
    spokesman of the""".split()
)
_OFFICES: Final = frozenset(
    """minister secretary member director president chairman advisor adviser premier commander commissioner head
    chief leader counterpart envoy ambassador king chancellor""".split()
)
# the phrase, its role, the names in it
Side = tuple[Entity, str, frozenset[str]]


def list_sides(tree: Tree, told: Told) -> list[Side]:
    """The sides of a telling, each once: lists taken apart, offices joined to their person."""
    sides = [s for head, role in sorted(told.sides.items()) for s in _sides(tree, person_titled(tree, head), role)]
    sides += [_side(tree, Entity(tree.text[slice(*span)], span), role) for span, role in told.spoken]
    sides += [_side(tree, _as_actor(tree, span), role) for span, role in told.named]
    return _without_repeats(tree, _join_offices(tree, sides))


def _as_actor(tree: Tree, span: Offsets) -> Entity:
    """ "UN" in "UN-sponsored": a part of a word has no tree to be found by."""
    words = tree.text[slice(*span)]
    actor = find_actor(words)
    if actor is None:
        return Entity(words, span)
    return Entity(words, span, actor.name, actor.code, actor.sectors)


def _sides(tree: Tree, head: int, role: str) -> list[Side]:
    """The side of a phrase; a list of persons that the tree took for one phrase is taken apart."""
    entity = tree.entity(head)
    if (
        tree.relation(head) in ("amod", "compound")
        and tree.words[head - 1].text in ("-", "–", "/")
        and tree.words[head - 2].upos != "NUM"  # "six-party talks"
    ):
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


def _is_office(tree: Tree, entity: Entity) -> bool:
    """Capitalised words of office without a person."""
    words = entity.text.split()
    last = words[-1].lower()
    return not _has_person(tree, entity) and (last in _OFFICES or (words[-1][:1].isupper() and " of " in entity.text))


def _has_person(tree: Tree, entity: Entity) -> bool:
    assert entity.span is not None
    return any(n.kind == "PER" and entity.span[0] <= n.start < entity.span[1] for n in tree.reading.names)


def _share(tree: Tree, one: Side, other: Side) -> bool:
    """Told by the same name; of two whose family name comes first, "Kim A" and "Kim B", each is himself."""
    if not one[2] & other[2]:
        return False
    a, b = (_first_name(tree, s[0]) for s in (one, other))
    subset = one[2] <= other[2] or other[2] <= one[2]
    return subset or a is None or a != b


def _first_name(tree: Tree, entity: Entity) -> str | None:
    """The first word of the person's name in a phrase."""
    assert entity.span is not None
    start, end = entity.span
    name = next((n for n in tree.reading.names if n.kind == "PER" and start <= n.start < end), None)
    return tree.words[name.first].text if name is not None else None


def _without_repeats(tree: Tree, sides: list[Side]) -> list[Side]:
    """One side once, in its most telling role; "Japanese" goes into "Japanese foreign ministers"."""
    found: list[Side] = []
    for side in sides:
        twin = next((i for i, s in enumerate(found) if s[0].span == side[0].span or _share(tree, side, s)), None)
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
