"""Who leads the delegations to talks that are told just before: "X led the Orvanan team and Y the Selvian"."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_actor_in
from dragoman.extract.meetings import parties
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree

DELEGATIONS: Final = ("delegation", "team", "side")
_MEDIATORS: Final = {"mediator": "mediator", "facilitator": "facilitator"}
_LEAST: Final = 2  # sides that a mediator stands between
_LEAD: Final = ("lead", "head")
_OPENING: Final = ("the", "that")  # behind the name of who leads the other side, the verb left out
_TITLED: Final = ("PROPN", "NOUN", "ADJ", "CCONJ", "PUNCT", "DET", "ADP")  # words from one team to the next leader
_SIDE: Final = 5  # words of the other side: "that of", "the Orvanan government's"


def find_leaders(tree: Tree, v: int) -> list[int]:
    """Who is told to lead a delegation by verb `v`, and who the other, where the verb is told but once."""
    if not tree.is_one(v, _LEAD):
        return []
    teams = [o for o in tree.children(v, "obj") if tree.lemma(o) in DELEGATIONS or _is_number(tree, o)]
    found = _doers_named(tree, v) if teams else []
    return [*found, *_others(tree, teams[0])] if found else []


def find_mediation(tree: Tree, v: int) -> list[int]:
    """ "She headed the mediation panel", "led the team of mediators": who leads those who mediate."""
    leads = tree.is_one(v, _LEAD) and any(_is_of_mediators(tree, o) for o in tree.children(v, "obj"))
    return _doers_named(tree, v) if leads else []


def _doers_named(tree: Tree, v: int) -> list[int]:
    """The persons who do what a verb says, but for pronouns."""
    return [s for s in parties.doers(tree, v) if parties.is_person(tree, s) and tree.words[s].upos != "PRON"]


def _is_of_mediators(tree: Tree, o: int) -> bool:
    beside = [o, *tree.children(o, "compound", "amod", "nmod")]
    return any(tree.lemma(c) in ("mediation", "mediator") for c in beside) and tree.lemma(o) != "talk"


def add_mediators(tree: Tree, told: Told) -> None:
    """Sides who are called mediators stand between the others; and so does a body, where two talk through others."""
    others = [h for h, role in told.sides.items() if role in ("party", "guest") and tree.lemma(h) not in _MEDIATORS]
    several = len(others) >= _LEAST or any(_stands_for_two(tree, h) for h in others)
    for h in told.sides if several else ():
        if told.sides[h] == "party" and tree.lemma(h) in _MEDIATORS:
            told.sides[h] = _MEDIATORS[tree.lemma(h)]
            told.format = told.format or "mediated"
        elif told.sides[h] == "party" and told.format == "proximity" and _is_of_body(tree, h):
            told.sides[h] = "mediator"


def _stands_for_two(tree: Tree, h: int) -> bool:
    """ "Orvanan and Selvian officials", "officials of Orvana and Selvia"."""
    start, end = tree.phrase(h)
    return tree.is_plural(h) and " and " in tree.text[start:end]


def _is_of_body(tree: Tree, h: int) -> bool:
    start, end = tree.phrase(h)
    actor = find_actor_in(tree.text[start:end].split(), 0)
    return actor is not None and actor[2].kind == "body"


def _is_number(tree: Tree, o: int) -> bool:
    """ "Led the six": as many as are told of before."""
    return tree.words[o].upos == "NUM" and any(tree.words[c].text.lower() == "the" for c in tree.below[o])


def _others(tree: Tree, team: int) -> list[int]:
    found: list[int] = []
    last = tree.reading.sentences[tree.words[team].sentence].last
    for name in tree.reading.names:
        if name.kind != "PER" or not team < name.first < last:
            continue
        if any(w.upos not in _TITLED for w in tree.words[team + 1 : name.first]) and not found:
            break
        if _is_of_other_side(tree, name.last, last):
            found.append(parties.head_of(tree, name))
    return found


def _is_of_other_side(tree: Tree, at: int, last: int) -> bool:
    """ "the Selvian", "that of Selvia", "the South's": a side is named right behind, and nothing is done."""
    if at >= last or tree.words[at].text.lower() not in _OPENING:
        return False
    behind = []
    for w in tree.words[at + 1 : min(at + 1 + _SIDE, last)]:
        if w.upos == "PUNCT" or w.text.lower() == "and":
            break
        behind.append(w)
    named = any(w.text[:1].isupper() for w in behind)
    return named and all(w.upos not in ("VERB", "AUX") or w.text[:1].isupper() for w in behind)
