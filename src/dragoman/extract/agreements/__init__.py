"""Agreements: every treaty, truce, accord, draft, swap or settlement sought that a report names or describes, once.

Nouns that name a text (`codebook/data/agreements.tsv`) are read with their modifiers; the verb that governs
each mention says its status (`agreement_verbs.tsv`); mentions of one text are one row, whose status is the
latest that the report gives.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from dragoman.codebook.actors import find_sector
from dragoman.extract.agreements.details import OPEN
from dragoman.extract.agreements.mention import Mention, read_mention
from dragoman.extract.agreements.status import REACHING
from dragoman.extract.phrases import Tree
from dragoman.records import Agreement, Entity, Provision, Reading, quote

_FAMILIES: Final = {"peace agreement": "peace", "settlement": "peace", "draft": "peace", "framework": "framework"}
_OPEN: Final = ("proposed", "under negotiation", "partly agreed", "violated", "rejected", "collapsed")
_DECIDED: Final = ("rejected", *REACHING)  # what can be told of "the draft" that nothing was said of before
_CONCLUDED: Final = ("signed", "ratified")
_JUDGING: Final = ("denounce", "dismiss", "oppose", "slam", "decry")
_CROWDS: Final = frozenset("follower supporter critic protester demonstrator crowd nationalist student".split())
_DECIDING: Final = frozenset(
    """president premier minister king government cabinet parliament congress senate assembly court voter lawmaker
    house state side party country nation junta they he she it we who""".split()
)
_OUTSIDE: Final = ("REB", "UAF", "OPP", "MIL")
_GENERIC: Final = frozenset("agreement deal accord treaty pact draft plan framework declaration".split())
_SYNONYMS: Final = frozenset("agreement deal accord pact".split())
_FORMER: Final = frozenset("earlier previous past former old original existing".split())
_COMING: Final = frozenset("draft new proposed future another".split())
_WIDER: Final = frozenset("permanent comprehensive nationwide lasting durable full final".split())
_SOUGHT: Final = ("proposed", "under negotiation")
_PLANS: Final = ("initiative", "proposal", "plan")
_SMALL: Final = frozenset("of on and the a for to".split())
_QUOTES: Final = "“”\"‘’'«»"
_ALIAS: Final = re.compile(
    r"\W*(?:also |better )?(?:known as|called|dubbed|or)\s+(?:the\s|an?\s)?\W*|\s*\((?:the\s|or\s)?[“\"']?"
)


def extract_agreements(reading: Reading) -> tuple[Agreement, ...]:
    """The texts that `reading` tells of, in reading order; parties are phrases, dates the words that govern them."""
    tree = Tree(reading)
    groups: list[list[Mention]] = []
    for word in tree.words:
        mention = read_mention(tree, word.index)
        if mention is None:
            continue
        group = _find_group(tree, groups, mention)
        if group is not None:
            group.append(mention)
        elif not mention.generic or (mention.stated and (mention.kind != "draft" or mention.status in _DECIDED)):
            groups.append([mention])
    rows = [_as_row(tree, g) for g in groups]
    return tuple(_with_open_issues(tree, rows))


def _find_group(tree: Tree, groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """The text told before that a mention goes back to: by its name, by its kind, or as "the deal"."""
    for group in reversed(groups):
        if any(_is_same(m, mention) for m in group) and not any(_is_another(m, mention) for m in group):
            return group
    beside = _find_beside(tree, groups, mention)
    if beside is not None:
        return beside
    if groups and _ALIAS.fullmatch(tree.text[groups[-1][-1].name.end : mention.name.start]):
        return groups[-1]
    if mention.generic:
        able = [g for g in reversed(groups) if _may_go_back(mention, g)]
        alike = [g for g in able if any(_is_called_alike(tree, m, mention) for m in g)]
        return next(iter(alike or able), None)
    if _is_plain_plan(tree, mention):
        return next((g for g in reversed(groups) if any(m.kind == "plan" for m in g)), None)
    if mention.kind == "agreement" and not mention.proper and _is_described_only(tree, mention):
        peace = [g for g in groups if any(_FAMILIES.get(m.kind) == "peace" for m in g)]
        alike = [g for g in groups if g[0].kind == "agreement" and not tree.words[g[0].head].text[:1].isupper()]
        return peace[-1] if peace else alike[-1] if alike else None
    return None


def _find_beside(tree: Tree, groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    """ "the JCPOA, the nuclear deal with Iran"."""
    over = tree.words[mention.head].head
    if tree.relation(mention.head) != "appos" or tree.is_plural(over):
        return None
    return next((g for g in groups if any(m.head == over for m in g)), None)


def _may_go_back(mention: Mention, group: list[Mention]) -> bool:
    """ "the treaty" is no declaration that was told of before."""
    issued = any(m.kind == "declaration" for m in group)
    return not issued or mention.kind in ("declaration", "draft")


def _is_called_alike(tree: Tree, one: Mention, other: Mention) -> bool:
    return tree.lemma(one.head) == tree.lemma(other.head) or one.kind == other.kind == "draft"


def _is_plain_plan(tree: Tree, mention: Mention) -> bool:
    """ "the initiative", "a draft proposal": a plan with no subject of its own."""
    return tree.lemma(mention.head) in _PLANS and all(
        w.lower() in (*_PLANS, "draft", "presidency") for w in mention.name.text.split()
    )


def _is_described_only(tree: Tree, mention: Mention) -> bool:
    """ "a just agreement": adjectives alone set no text apart from the one that is being told of."""
    inside = [w for w in tree.words[max(mention.head - 8, 0) : mention.head] if w.start >= mention.name.start]
    return all(w.upos in ("ADJ", "ADV", "CCONJ", "PUNCT") for w in inside)


def _is_another(one: Mention, other: Mention) -> bool:
    """ "an earlier resolution" beside "a draft resolution"; a truce that holds, beside "a permanent ceasefire"."""
    a, b = (_name_words(m.name.text) for m in (one, other))
    wider = one.kind == "ceasefire" and bool(a & _WIDER) != bool(b & _WIDER)
    sought = one.stated and other.stated and (one.status in _SOUGHT) != (other.status in _SOUGHT)
    return bool((a & _FORMER and b & _COMING) or (b & _FORMER and a & _COMING)) or (wider and sought)


def _is_same(one: Mention, other: Mention) -> bool:
    a, b = (_name_words(m.name.text) for m in (one, other))
    if one.proper and other.proper:
        bare, short = (words - _SYNONYMS for words in (a, b))
        if bare and short and (bare <= short or short <= bare):
            return True
        return bool(a & b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)
    if one.kind == other.kind == "ceasefire":
        return True
    if one.proper != other.proper:
        proper, common = (a, b) if one.proper else (b, a)
        shared = common & proper - _GENERIC
        return bool(shared) and one.kind != "ceasefire"
    if one.generic or other.generic:
        return False
    families = {_FAMILIES.get(m.kind, m.kind) for m in (one, other)}
    return len(families) == 1 and (bool(a & b) or families == {"peace"})


def _name_words(name: str) -> set[str]:
    return {w.strip(_QUOTES + ",.").lower().removesuffix("s") for w in name.split()} - _SMALL


def _as_row(tree: Tree, group: list[Mention]) -> Agreement:
    best = _choose_name(tree, group)
    status, stated = _read_latest(tree, group)
    names = {m.name.text.lower(): m.name for m in reversed(group)}
    also = dict.fromkeys(m.name.text.lower() for m in group if m.name.text.lower() != best.name.text.lower())
    parties: dict[str, Entity] = {}
    for e in (e for m in group for e in m.parties):
        parties.setdefault(e.text.lower(), e)
    kinds = [m.kind for m in (best, *group) if m.kind != "agreement"]
    ordered = sorted(group, key=lambda m: (m is not best, not m.stated or m.presumed))
    return Agreement(
        name=best.name,
        status=status,
        evidence=tuple(dict.fromkeys(m.evidence for m in ordered))[:4],
        also_called=tuple(names[n] for n in also),
        kind=kinds[0] if kinds else "agreement",
        provisions=tuple(dict.fromkeys(p for m in group for p in m.provisions)),
        parties=tuple(parties.values()),
        confidence=0.7 if best.proper or stated else 0.5,
    )


def _choose_name(tree: Tree, group: list[Mention]) -> Mention:
    """The mention whose name says most, the usual noun before a rare one; of equals the first."""
    often = Counter(tree.lemma(m.head) for m in group)
    return max(
        group,
        key=lambda m: (
            m.proper and " " in m.name.text,
            m.proper,
            m.kind != "agreement",
            often[tree.lemma(m.head)],
            len(m.name.text.split()) > 1,
            -m.head,
        ),
    )


def _read_latest(tree: Tree, group: list[Mention]) -> tuple[str, bool]:
    """The status that is told last, and whether words say it; what only looks back changes nothing."""
    status, stated = group[0].status, group[0].stated
    for m in group[1:]:
        if m.stated and (m.status != "proposed" or not stated) and not (stated and _is_behind(tree, m, status, group)):
            status, stated = m.status, True
    return status, stated


def _is_behind(tree: Tree, mention: Mention, status: str, group: list[Mention]) -> bool:
    """Whether a mention tells of less than has been told: a text that is signed is also agreed, one that is agreed
    stays so whoever else denounces it, and one that is broken is not kept because somebody should keep it."""
    if status == "violated" and mention.status == "agreed":
        return True  # a breach is of what was agreed
    if mention.presumed and status in _OPEN:
        return True  # "implementation of the accord" that is sought is not its conclusion
    if any(tree.words[c].text.lower() == "any" for c in tree.children(mention.head, "det")):
        return True  # "rejects any agreement" that might come
    if mention.status == "rejected":
        return _is_by_others(tree, mention, status, group)
    if status in _CONCLUDED and mention.status == "under negotiation":
        return True  # "the accord, negotiated over two years"
    return status in REACHING and mention.status in REACHING[: REACHING.index(status)]


def _is_by_others(tree: Tree, mention: Mention, status: str, group: list[Mention]) -> bool:
    """Whether a text is only denounced by those who have no say in it, or was refused before it was agreed."""
    verb = tree.words[mention.head].head
    passive = any(tree.words[c].deprel == "nsubj:pass" for c in tree.children(verb, "nsubj"))
    agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
    who = [j for s in (agents if passive else tree.subjects(verb)) for j in tree.joined(s)]
    if status not in REACHING:
        return status != "rejected" and bool(who) and all(tree.lemma(j) in _CROWDS for j in who)
    if any(tree.words[c].text.lower() == "had" for v in (verb, tree.words[verb].head) for c in tree.children(v, "aux")):
        return True  # "had refused to sign it last month"
    parties = {w for m in group for e in m.parties for w in e.text.split() if w[:1].isupper()}
    told = bool(parties) or tree.is_one(verb, _JUDGING)
    return bool(who) and told and all(_is_outside(tree, j, parties, status, verb) for j in who)


def _is_outside(tree: Tree, i: int, parties: set[str], status: str, verb: int) -> bool:
    """Another state or group than those who agreed; whose "the parliament" or "President A" is, is not yet known. What
    is signed is undone, and what is only denounced is so by rulers, parliaments and courts alone."""
    final, judged = status in _CONCLUDED, tree.is_one(verb, _JUDGING)
    inside = tree.phrase_words(i)
    if parties & {tree.words[j].text for j in inside}:
        return False
    if final and judged:
        return True
    if tree.name_at.get(i) in ("LOC", "NORP", "ORG") or find_sector(tree.words[i].text) in _OUTSIDE:
        return True
    nations = {tree.words[j].text for j in inside if tree.name_at.get(j) in ("NORP", "LOC")}
    rulers = _DECIDING & {tree.lemma(j) for j in inside}
    return bool(nations) or (not rulers and tree.words[i].upos in ("NOUN", "PROPN") and (final or judged))


def _with_open_issues(tree: Tree, rows: list[Agreement]) -> list[Agreement]:
    """ "key issues remain open" tells of the text that is being negotiated."""
    at = next((i for i, r in enumerate(rows) if r.status in ("partly agreed", "under negotiation")), None)
    if at is None:
        return rows
    found: list[Provision] = list(rows[at].provisions)
    for w in tree.words:
        if w.lemma.lower() not in ("issue", "question", "point") or w.upos != "NOUN":
            continue
        up = list(tree.path_up(w.index))
        if any(tree.is_one(j, OPEN) for j in up[:3]):
            first = min(
                c
                for c in tree.under(w.index, ("nmod", "acl", "acl:relcl", "punct"))
                if c <= w.index and tree.relation(c) != "case"
            )
            span = quote(tree.text, tree.words[first].start, w.end)
            if span.text not in {p.text.text for p in found}:
                found.append(Provision(span, "open"))
    return [*rows[:at], replace(rows[at], provisions=tuple(found)), *rows[at + 1 :]]
