"""The sides of a text, the parts of it that are agreed or open, and the words that show it."""

from __future__ import annotations

from typing import Final

from dragoman.extract.agreements.status import PARTS, REACHED, RENEWED, find_verb_status
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.mood import is_wished
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Provision, Span, quote

OPEN: Final = frozenset(
    """differ difference remain divergent disagree dispute outstanding unresolved pending
    disagreement open diverge""".split()
)

_ALONE: Final = ("sign", "ratify", "initial")  # what one side does alone
_REACH: Final = ("agree", "negotiate", "settle", "finalise", "finalize", "initial", "conclude")


def find_parties(tree: Tree, n: int) -> list[Entity]:
    """Who made it: between or with whom it is, the sides in its name, or who signs or agrees on it."""
    heads: list[int] = []
    for c in tree.children(n, "nmod", "obl"):
        if tree.case(c).split(" ")[0] in ("between", "with", "among"):
            heads += tree.joined(c)
    for c in tree.children(n, "compound", "amod"):
        if tree.words[n].text[:1].isupper():
            break
        if tree.name_at.get(c) in ("NORP", "ORG") or (
            tree.name_at.get(c) == "LOC" and "-" in [w.text for w in tree.words[max(c - 1, 0) : c + 2]]
        ):
            heads += [
                k
                for k in (c - 2, c)
                if k >= 0 and tree.name_at.get(k) and (k == c or tree.words[c - 1].text in ("-", "–"))
            ]
    verb = _verb_over(tree, n)
    cases = {tree.case(h) for h in heads} - {""}
    withs = cases == {"with"}
    if verb is not None and withs and tree.is_one(verb, _ALONE) and not is_wished(tree, verb):
        heads = [*tree.subjects(verb), *heads]  # "signed an agreement with Selvia"
    elif not heads and verb is not None:
        if not is_wished(tree, verb):
            subjects = tree.subjects(verb)
            several = len(subjects) > 1 or any(tree.is_plural(s) for s in subjects) or tree.is_one(verb, _ALONE)
            along = [c for c in tree.children(verb, "obl") if tree.case(c) == "with"]
            heads += [*subjects, *[j for c in along for j in tree.joined(c)]] if several or along else []
    return [tree.entity(h) for h in dict.fromkeys(heads) if may_meet(tree, h)]


def _verb_over(tree: Tree, n: int) -> int | None:
    """What is done with the text: "signed the pact", "agreed on 13 of the 17 articles of a draft treaty"."""
    verb, relation = tree.words[n].head, tree.relation(n)
    if tree.words[verb].upos == "VERB" and relation in ("obj", "obl"):
        made = find_verb_status(tree, verb, relation) in ("signed", "agreed", "ratified")
        return verb if made or tree.is_one(verb, RENEWED) else None
    i = n
    while tree.relation(i) == "nmod" and tree.words[i].head != i:
        i = tree.words[i].head
    verb = tree.words[i].head
    parts = i != n and tree.words[verb].upos == "VERB" and tree.relation(i) in ("obj", "obl")
    return verb if parts and tree.is_one(verb, _REACH) else None


def find_provisions(tree: Tree, n: int) -> list[Provision]:
    """ "some articles of the draft": parts of the text that are agreed or open."""
    i = n
    for _ in range(3):
        head = tree.words[i].head
        if head == i or tree.relation(i) not in ("nmod", "obl"):
            return []
        if tree.lemma(head) in PARTS:
            above = [j for j in tree.path_up(head) if tree.words[j].sentence == tree.words[head].sentence]
            first = min(
                [
                    head,
                    *[
                        c
                        for c in tree.under(head, ("nmod", "acl", "acl:relcl", "punct"))
                        if c < head and tree.relation(c) != "case"
                    ],
                ]
            )
            span = quote(tree.text, tree.words[first].start, tree.words[head].end)
            if any(tree.is_one(j, OPEN) for j in above):
                return [Provision(span, "open")]
            return [Provision(span, "agreed")] if any(tree.is_one(j, REACHED) for j in above) else []
        i = head
    return []


def find_evidence(tree: Tree, n: int) -> Span:
    """The mention with the words up to the verb or noun that governs it."""
    keep = set(tree.under(n, ("parataxis", "acl:relcl", "advcl", "cc", "conj", "punct")))
    i = n
    for _ in range(4):
        head = tree.words[i].head
        if head == i or abs(head - n) > 14 or tree.words[head].sentence != tree.words[n].sentence:
            break
        keep.add(head)
        i = head
        if tree.words[head].upos == "VERB":
            keep.update(c for c in tree.children(head, "aux", "mark") if abs(c - head) < 4)
            if tree.relation(n) == "nsubj":
                keep.update(k for c in tree.children(head, "xcomp", "compound", "advmod") for k in [c])
            break
    return tree.quote_words(keep, n)
