"""Who holds the talks that a noun names, attends them or comes out of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook.talks import TalkVerb
from dragoman.extract.meetings import parties
from dragoman.extract.meetings.calls import TELLING
from dragoman.extract.meetings.nouns import find_noun
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree

_RAISED: Final = frozenset(
    """start beginning end close conclusion opening day days round rounds session part sidelines margins series
    hour hours set stage week weeks first second course outset resumption collapse failure breakdown progress
    breakthrough host result outcome""".split()
)
_BESIDE: Final = frozenset("eve sidelines sideline margins margin run-up wake fringes".split())
_PAIR: Final = 2


def add_holders(tree: Tree, n: int, held: tuple[int, TalkVerb] | None, told: Told) -> None:
    """Who holds, attends or comes out of the talks: of the verb that holds them, or of the clause they stand in."""
    if held is not None:
        _add_of_verb(tree, n, *held, told)
    elif not (told.known and not told.sides) and not parties.owners(tree, n):
        if len(told.sides) < _PAIR or _is_with(tree, n):
            _add_of_clause(tree, n, told)


def add_otherwise(tree: Tree, n: int, told: Told) -> None:
    """ "Failed to reach a deal at the third round of talks": who held it, where nothing was told of it before."""
    if told.known and told.piece and not told.sides and not parties.owners(tree, n):
        alone = replace(told, sides={})
        _add_of_clause(tree, n, alone)
        told.otherwise = alone.sides


def _add_of_verb(tree: Tree, n: int, verb: int, use: TalkVerb, told: Told) -> None:
    if use.use == "tell":
        return
    if tree.relation(n) != "nsubj" and use.use != "happen":
        doers = [s for s in _doers(tree, verb) if may_meet(tree, s)]
        granted = any(tree.words[c].deprel == "nsubj:pass" for c in tree.below[verb])  # "was given an audience"
        if use.use == "begin" and tree.relation(n) == "obj" and _is_between_others(tree, n, doers, told):
            told.add(doers, "host")  # "the premier opened talks between Orvana and Selvia"
        told.add(doers, use.role if use.use == "third" or (use.role == "host" and not granted) else "party")
    for c in tree.children(verb, "obl"):
        with_ = tree.case(c).split(" ")[0] in ("with", "between", "among", "by")
        if with_ and may_meet(tree, c) and find_noun(tree, c) is None:
            role = use.role if tree.case(c) == "by" else "party"
            told.add([j for j in tree.joined(c) if may_meet(tree, j)], role)


def _is_between_others(tree: Tree, n: int, doers: list[int], told: Told) -> bool:
    """One who opens talks between two others."""
    between = any(tree.case(c) == "between" for k in (n, tree.words[n].head) for c in tree.children(k, "nmod", "obl"))
    several = len(told.sides) >= _PAIR or any(tree.is_plural(s) for s in told.sides)
    return between and len(doers) == 1 and several and doers[0] not in told.sides


def _add_of_clause(tree: Tree, n: int, told: Told) -> None:
    top = _whole_of(tree, n)
    above = tree.words[top].head
    if any(tree.words[j].text.lower() in _BESIDE for j in (tree.words[n].head, top)):
        return
    if tree.children(top, "cop") or tree.relation(top) == "root":
        told.add([j for c in tree.children(top, "nsubj") for j in tree.joined(c) if may_meet(tree, j)])
        return
    if tree.relation(top) not in ("obl", "obj", "advcl", "nmod") or above == top:
        return
    clause = above if tree.words[above].upos == "VERB" else tree.clause(top)
    if tree.relation(top) == "obj" and tree.lemma(clause) not in ("finish", "complete", "follow"):
        return
    # who says what will be done at a summit need not be there
    teller = parties.speaker(tree, clause) if told.status == "planned" else None
    told.add([s for s in parties.doers(tree, clause) if may_meet(tree, s) and s != teller])
    if tree.is_one(clause, TELLING) and tree.relation(top) == "obl" and not told.known:  # "told the envoy in a meeting"
        whom = [c for c in tree.children(clause, "iobj", "obj") if parties.is_person(tree, c) and may_meet(tree, c)]
        told.add([j for c in whom for j in tree.joined(c)])


def _whole_of(tree: Tree, n: int) -> int:
    """ "The start of the second round of the talks": what of the talks the clause tells of."""
    top = n
    for h in tree.path_up(n):
        of_talks = tree.words[h].upos in ("NOUN", "PROPN") and (
            tree.lemma(h) in _RAISED or find_noun(tree, h) is not None
        )
        if not of_talks or tree.relation(top) not in ("nmod", "compound", "conj"):
            break
        top = h
    return top


def _is_with(tree: Tree, n: int) -> bool:
    """ "Meetings with A and B": whoever holds them is named elsewhere; "between A and B" names all."""
    cases = {tree.case(c).split(" ")[0] for c in tree.children(n, "nmod", "obl")}
    return "with" in cases and not cases & {"between", "among", "of", "involving"}


def _doers(tree: Tree, verb: int) -> list[int]:
    """Subjects; for "thanked X for hosting the talks", X."""
    marks = {tree.words[c].text.lower() for c in tree.children(verb, "mark", "case")}
    head = tree.words[verb].head
    if "for" in marks and tree.words[verb].text.lower().endswith("ing") and head != verb:
        for i in (head, tree.words[head].head):
            thanked = [
                c
                for c in tree.children(i, "obj", "iobj", "obl", "nmod")
                if c != verb and c < verb and may_meet(tree, c)
            ]
            if thanked:
                return tree.joined(thanked[-1])
    return parties.doers(tree, verb)


def brought_together(tree: Tree, i: int) -> list[int]:
    """ "talks ... bringing together A and B"."""
    verbs = [c for c in tree.children(i, "advcl", "acl") if tree.is_one(c, ("bring", "gather"))]
    verbs = [c for c in verbs if any(tree.words[k].text.lower() == "together" for k in tree.below[c])]
    return [j for c in verbs for o in tree.objects(c) for j in tree.joined(o)]
