"""Who else has a part in a meeting, by words alone: who mediates, hosts, chairs, sponsors or looks on."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.talks import find_talk_noun, verb_forms
from dragoman.extract.meetings.parties import find_behind, may_meet
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree

_MEDIATE: Final = {
    "mediate": "mediator",
    "broker": "mediator",
    "facilitate": "facilitator",
    "sponsor": "host",
    "host": "host",
    "chair": "host",
    "moderate": "mediator",
    "convene": "host",
    "organize": "host",
    "organise": "host",
    "initiate": "initiator",
    "co-chair": "host",
    "oversee": "observer",
    "observe": "observer",
    "supervise": "observer",
    "guarantee": "guarantor",
    "arrange": "facilitator",
}
_HYPHENED: Final = {**_MEDIATE, "lead": "mediator", "back": "facilitator"}  # "African Union-led talks"
_HELP: Final = {
    "help": "facilitator",
    "assistance": "facilitator",
    "support": "facilitator",
    "mediation": "mediator",
}
_UNDER: Final = {
    "auspices": "facilitator",
    "aegis": "facilitator",
    "mediation": "mediator",
    "chairmanship": "host",
    "sponsorship": "host",
    "supervision": "observer",
    "facilitation": "facilitator",
}
_FRAMES: Final = frozenset("deal process effort agreement initiative plan push dialogue contact arrangement".split())
_ACTS: Final = {
    "mediator": "mediator",
    "facilitator": "facilitator",
    "host": "host",
    "broker": "mediator",
    "intermediary": "mediator",
    "go-between": "mediator",
    "middleman": "mediator",
}


_TITLE: Final = 7  # words between "by" and the name
_BEHIND: Final = 26  # words from talks between two ministers by name and state to ", mediated by ..."


def add_third_parties(tree: Tree, i: int, told: Told) -> None:
    """Who mediates, hosts or sponsors, by participles ("US-brokered", "mediated by Qatar"), or "under UN auspices"."""
    hyphened = [c for c in (i - 1, i - 2) if c >= 2 and tree.words[c - 1].text in ("-", "–")]
    behind = [w.index for w in tree.words[i + 1 : i + _BEHIND] if w.sentence == tree.words[i].sentence]
    set_off = [
        c for c in behind if tree.words[c - 1].text == "," and tree.relation(c) == "acl"
    ]  # ", mediated by Norway,"
    set_off += _right_behind(tree, behind)
    for c in (*tree.under(i, ("acl:relcl", "ccomp", "parataxis", "conj", "nsubj")), *hyphened, *set_off):
        role = next((_MEDIATE[f] for f in verb_forms(tree.lemma(c), tree.words[c].text) if f in _MEDIATE), None)
        parent = tree.words[c].head
        near = parent == i or find_talk_noun(tree.words[parent].text) is not None or tree.lemma(parent) in _FRAMES
        near = near or tree.words[parent].head == i or c in hyphened or c in set_off
        if role and near and c != i and tree.words[c].upos in ("VERB", "ADJ"):
            agents = [a for a in tree.children(c, "obl", "nmod") if tree.case(a) == "by"] or _by_name(tree, c)
            joined = tree.relation(c) in ("acl", "amod") or c in hyphened
            if joined and not agents and c >= 2 and tree.words[c - 1].text in ("-", "–"):
                _set_role(tree, [c - 2] if tree.words[c - 2].text[:1].isupper() else [], role, told)
            elif joined and not agents and c == i - 1 and c and may_meet(tree, c - 1):
                # "Norway mediated talks" is often read as an adjective; the role is the same
                _set_role(tree, [c - 1], role, told)
            elif agents and (tree.relation(c) in ("acl", "amod", "advcl") or c in set_off):
                _set_role(tree, [j for a in agents for j in tree.joined(a) if may_meet(tree, j)], role, told)
        under = _UNDER.get(tree.words[c].text.lower())
        if under and tree.case(c) == "under":
            agents = [
                a for a in tree.children(c, "compound", "nmod", "amod") if may_meet(tree, a) or tree.name_at.get(a)
            ]
            _set_role(tree, agents, under, told)
    _add_hyphened(tree, i, told)
    _add_acting(tree, i, told)
    _add_as(tree, i, told)
    _add_present(tree, i, told)
    _add_leaders(tree, i, told)


def _by_name(tree: Tree, c: int) -> list[int]:
    """ "Brokered by U.N. special envoy A. B.", where the tree hangs the name elsewhere: the person behind his title."""
    at = c + 1
    if at >= len(tree.words) or tree.words[at].text.lower() != "by":
        return []
    whom = find_behind(tree, at, _TITLE)
    return [] if whom is None else [whom]


def _right_behind(tree: Tree, behind: list[int]) -> list[int]:
    """ "Talks in Orvana brokered by Norway", wherever the tree hangs the participle: nothing else is done before it."""
    for c in behind:
        if tree.words[c].upos in ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT"):
            by = tree.words[c].text.endswith("ed") and [w.text.lower() for w in tree.words[c + 1 : c + 2]] == ["by"]
            return [c] if by else []
    return []


def _add_acting(tree: Tree, i: int, told: Told) -> None:
    """ "With Norway acting as mediator", "with Qatar mediating"."""
    for c in tree.children(i, "advcl", "acl"):
        if tree.words[c].text.lower() not in ("acting", "serving", "mediating", "facilitating"):
            continue
        roles = [
            _ACTS.get(tree.lemma(a)) or _in_words(tree, a) for a in tree.children(c, "obl") if tree.case(a) == "as"
        ]
        role = next((r for r in roles if r), None) or _MEDIATE.get(tree.lemma(c))
        if role:
            own = [s for s in tree.children(c, "nsubj") if may_meet(tree, s)]
            _set_role(tree, [j for s in own for j in tree.joined(s)], role, told)


def _add_hyphened(tree: Tree, i: int, told: Told) -> None:
    """ "UN-sponsored talks", one word to the tree, and "African Union-led talks": who sponsors or leads them."""
    for c in tree.under(i, ("acl:relcl", "ccomp", "parataxis", "conj", "nsubj")):
        word = tree.words[c]
        led = tree.relation(c) in ("compound", "amod") and c < i
        if not led or not tree.words[word.head].index <= i:
            continue
        left, dash, right = word.text.rpartition("-")
        verb = right if dash else word.text
        role = next((_HYPHENED[f] for f in verb_forms("", verb) if f in _HYPHENED), None)
        if role is None or not verb.endswith("ed"):
            continue
        span = (word.start, word.start + len(left))
        if find_actor(left) is None:
            if c < 2 or tree.words[c - 1].text not in ("-", "–") or c - 2 in told.sides:
                continue
            first = c - 2
            while first and tree.name_at.get(first) is not None and tree.name_at.get(first - 1) is not None:
                first -= 1
            span = (tree.words[first].start, tree.words[c - 2].end)
            if not tree.words[c - 2].text[:1].isupper() or find_actor(tree.text[slice(*span)]) is None:
                continue
        told.named = (*told.named, (span, role))
        told.format = told.format or ("mediated" if role in ("mediator", "facilitator") else None)


def _add_as(tree: Tree, i: int, told: Told) -> None:
    """ "With Norway as host", "with the help of Norwegian diplomats"."""
    for c in tree.children(i, "obl", "nmod", "advcl"):
        if tree.case(c) not in ("with", "through", "thanks to"):
            continue
        given = [_ACTS[tree.lemma(k)] for k in tree.below[c] if tree.case(k) == "as" and tree.lemma(k) in _ACTS]
        if given and may_meet(tree, c):
            _set_role(tree, [j for j in tree.joined(c) if tree.lemma(j) not in _ACTS], given[0], told)
        elif tree.lemma(c) in _HELP:
            own = [k for k in tree.children(c, "nmod", "amod", "compound") if may_meet(tree, k) or tree.name_at.get(k)]
            _set_role(tree, [j for k in own for j in tree.joined(k)], _HELP[tree.lemma(c)], told)


def _in_words(tree: Tree, a: int) -> str | None:
    """ "Go-betweens", which the tree takes apart."""
    words = "".join(tree.words[k].text.lower() for k in tree.phrase_words(a))
    return next((role for name, role in _ACTS.items() if "-" in name and name in words), None)


def _add_present(tree: Tree, i: int, told: Told) -> None:
    """ "In the presence of the envoy A and the ambassador B": who looks on, or mediates by his title."""
    for c in tree.children(i, "obl", "nmod"):
        if tree.lemma(c) != "presence" or tree.case(c) != "in":
            continue
        until = next((w.index for w in tree.words[c:] if w.upos in ("VERB", "AUX") or w.text in (".", ";")), c)
        named = [k for k in range(c + 1, until) if tree.name_at.get(k) == "PER" and tree.name_at.get(k - 1) != "PER"]
        begin = c + 1
        for k in named:
            titles = {tree.lemma(t) for t in range(begin, k)}
            role = next((_ACTS[t] for t in sorted(titles) if t in _ACTS), "observer")
            _set_role(tree, [tree.whole(k)], role, told)
            begin = k + 1


def _add_leaders(tree: Tree, n: int, told: Told) -> None:
    """Who leads the talks as the subject: "the summit that Brazil will host", "she will convene talks"."""
    clauses = [c for c in tree.children(n, "acl") if tree.words[c].deprel == "acl:relcl"]
    if tree.relation(n) == "obj" and tree.is_one(tree.words[n].head, ("convene",)):
        clauses = [*clauses, tree.words[n].head]
    for v in clauses:
        role = next((_MEDIATE[f] for f in verb_forms(tree.lemma(v), tree.words[v].text) if f in _MEDIATE), None)
        passive = any(tree.words[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.below[v])
        denied = any(tree.lemma(c) in ("not", "never") for c in tree.children(v, "advmod"))
        if role and tree.words[v].upos == "VERB" and not passive and not denied:
            leaders = [s for s in tree.subjects(v) if may_meet(tree, s) and tree.words[s].upos != "PRON"]
            _set_role(tree, leaders, role, told)


def _set_role(tree: Tree, heads: list[int], role: str, told: Told) -> None:
    for h in heads:
        told.sides[h] = role
    if heads and role in ("mediator", "facilitator") and told.format is None:
        told.format = "mediated"
