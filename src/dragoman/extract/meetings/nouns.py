"""Nouns that name meetings ("talks between A and B", "the final round"): which do, and whom they name as sides."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.talks import TalkNoun, find_talk_noun, find_talk_verb
from dragoman.extract.meetings import parties, setting
from dragoman.extract.meetings.bodies import holds_its_own
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.phrases import Tree

_WITH: Final = frozenset(
    ("with", "between", "among", "involving", "amongst", "including", "together with", "along with")
)
_PRESS: Final = frozenset("press news media telephone-press briefing video-press".split())
MEASURES: Final = frozenset("hour minute day week month round series session hours minutes days".split())
_SIDES: Final = frozenset(("NORP", "LOC", "ORG", "PER"))
_COUNTED: Final = frozenset("party nation way sided country".split())
COURSE: Final = ("begin", "end", "happen")
FURTHER: Final = frozenset(
    "next another new fresh further second third fourth fifth sixth seventh eighth ninth tenth".split()
)
_VOTES: Final = re.compile(r"\b(?:elect|vot|ballot|poll|run-?off|match|fight|bout|play)", re.IGNORECASE)
_NEAR: Final = 300  # characters
VIDEO: Final = frozenset("video virtual videoconference online".split())


def find_noun(tree: Tree, n: int) -> TalkNoun | None:
    """The kind of meeting that a noun names here: not a press conference, not a call for something."""
    word = tree.words[n]
    initial = word.upos == "VERB" and word.text == "Talks" and not tree.children(n, "nsubj")
    if word.upos not in ("NOUN", "PROPN") and not initial:
        return None
    noun = find_talk_noun(word.text) or find_talk_noun(word.lemma)
    if noun is None:
        return None
    modifiers = {tree.words[c].text.lower() for c in tree.children(n, "compound", "amod", "nmod") if c < n}
    if noun.kind == "talks" and word.text.lower() == "talk" and not modifiers & (setting.REMOTE | VIDEO | {"summit"}):
        return None  # "a talk on history"; "a telephone talk" is one
    if modifiers & _PRESS:
        return None
    if noun.kind == "call" and word.text.lower() in ("call", "calls"):
        carriers = [n, *([word.head] if tree.relation(n) == "obj" else [])]  # "held calls today with X"
        with_ = any(
            tree.case(c) == "with"
            or (tree.case(c) == "to" and "phone" in modifiers)
            or (tree.case(c) == "from" and parties.is_person(tree, c))
            for k in carriers
            for c in tree.children(k, "nmod", "obl")
        )
        if tree.relation(n) == "obj" and tree.is_one(word.head, ("hold", "have")):  # "held calls on Monday with X"
            with_ = with_ or setting.side_ahead(tree, n, ("with",), 7) is not None
        if not modifiers & (setting.REMOTE | VIDEO | {"conference"}) and not (with_ and word.upos == "NOUN"):
            return None
    if word.upos == "PROPN" and word.text == "Conference" and not _goes_by(tree, n):
        return None
    if noun.kind == "round":
        of = [c for c in tree.children(n, "nmod") if find_talk_noun(tree.words[c].text)]
        known = bool(modifiers & {"next", "previous"})  # of whatever talks were told of
        another = bool(modifiers & FURTHER) and not tree.children(n, "nmod") and not _is_of_vote(tree, n)
        known = known or another
        return noun if of or known or modifiers & {"negotiating", "talks"} or "talk" in modifiers else None
    if word.deprel.startswith(("compound", "flat")) and find_talk_noun(tree.words[word.head].text) is None:
        return None
    return noun


def _is_of_vote(tree: Tree, n: int) -> bool:
    """ "A second round will be held in May", of an election."""
    return bool(_VOTES.search(tree.text, max(tree.words[n].start - _NEAR, 0), tree.words[n].end + _NEAR))


def _goes_by(tree: Tree, n: int) -> bool:
    """Whether it is told of the noun that it begins, ends or takes place: no body's name then."""
    above = tree.words[n].head
    if tree.relation(n) != "nsubj" or above == n:
        return False
    return any(v.use in COURSE for v in find_talk_verb(tree.words[above].lemma, tree.words[above].text))


def find_sides(tree: Tree, n: int, *, attended: bool = False) -> list[int]:
    """Heads of the phrases that the noun's own words name as its sides: with X, between A and B, A-B talks."""
    found: list[int] = []
    carriers = [n, *tree.children(n, "acl")]
    for carrier in carriers:
        for c in tree.children(carrier, "nmod", "obl"):
            case = tree.case(c)
            person = (
                case == "of"
                and carrier == n
                and (tree.is_plural(c) or len(tree.joined(c)) > 1)
                and find_noun(tree, c) is None
            )
            called = case in ("to", "from") and tree.words[n].text.lower() in ("call", "calls")
            if (case.split(" ")[0] in _WITH or person or called) and find_noun(tree, c) is None:
                listed = _both(tree, c, case)
                listed = parties.list_on(tree, listed) if case == "with" else listed
                found += [j for j in listed if may_meet(tree, j) and j not in found]
    if not found:
        ahead = setting.side_ahead(tree, n, _WITH, 7)
        ahead = _between(tree, n) if ahead is None else ahead
        if ahead is not None and may_meet(tree, ahead):
            found += [j for j in (*_first_of_two(tree, n, ahead), *_both(tree, ahead, "between")) if may_meet(tree, j)]
    if found:
        found += [
            c for c in tree.children(n, "conj") if c > found[0] and may_meet(tree, c) and find_noun(tree, c) is None
        ]
        found = sorted(dict.fromkeys(found))
    for c in tree.children(n, "amod", "compound"):
        if setting.is_town(tree, c):
            continue
        own = holds_its_own(tree, n, c)
        if own and found and tree.words[c].text.lower() == "ministerial":
            continue
        if (own or tree.name_at.get(c) in _SIDES or _is_state(tree, c)) and tree.words[c].text[:1].isupper():
            if tree.name_at.get(c) == "ORG" and not attended and not own:
                continue
            beside = () if tree.name_at.get(c) == "ORG" else _hyphenated(tree, c)
            if tree.name_at.get(c) == "ORG" and tree.name_at.get(c + 1) == "ORG" and c + 1 < n:
                continue
            found += [j for j in (*beside, c) if j not in found and tree.words[j].text[:1].isupper()]
    return found


def list_counted(tree: Tree, n: int) -> list[int]:
    """The "six-party" of "six-party talks": whoever the codebook knows by that number."""
    return [
        c
        for c in tree.children(n, "amod", "compound")
        if c < n and tree.words[c].text.lower() in _COUNTED and tree.children(c, "nummod")
    ]


def _is_state(tree: Tree, c: int) -> bool:
    """A state inside the name of a meeting ("the U.S.-India Ministerial Dialogue")."""
    actor = find_actor(tree.words[c].text) if tree.name_at.get(c) == "MISC" else None
    return actor is not None and actor.kind in ("state", "people")


def _between(tree: Tree, n: int) -> int | None:
    """The head of "between ..." further on in the clause of the noun ("Talks are under way in X between A and B")."""
    verb = tree.clause(n)
    for w in tree.words[n + 1 : n + 16]:
        if w.sentence != tree.words[n].sentence or (w.upos == "VERB" and w.index != verb) or w.upos == "SCONJ":
            return None
        if w.text.lower() == "between" and w.deprel == "case" and w.head > w.index:
            return tree.whole(w.head)
    return None


def _first_of_two(tree: Tree, n: int, second: int) -> list[int]:
    """ "Between A and B", where the tree hangs "between" on B: A."""
    marks = [w.index for w in tree.words[n + 1 : second] if w.text.lower() == "between"]
    ands = [w.index for w in tree.words[n + 1 : second] if w.text.lower() == "and"]
    if not marks or not ands or any(w.upos in ("VERB", "AUX") for w in tree.words[marks[-1] : second]):
        return []
    inside = range(marks[-1] + 1, ands[-1])
    heads = [j for j in inside if tree.words[j].upos in ("NOUN", "PROPN") and tree.words[j].head not in inside]
    return [j for j in heads[:1] if tree.words[ands[-1]].head == second]


def _both(tree: Tree, c: int, case: str) -> list[int]:
    """ "between A and B": both, also where the tree hangs B elsewhere."""
    found = tree.joined(c)
    if len(found) > 1 or not case.startswith("between") or tree.is_plural(c):
        return found
    inner = [j for k in tree.children(c, "nmod") for j in tree.joined(k)[1:]]
    if inner:  # "the government of A and the B rebels"
        return [c, *inner]
    end = tree.phrase(c)[1]
    at = next((w.index for w in tree.words[c:] if w.start >= end), None)
    if at is None or tree.words[at].text.lower() not in ("and", "&") or at + 1 >= len(tree.words):
        return found
    head = next((w.index for w in tree.words[at + 1 : at + 6] if w.upos in ("NOUN", "PROPN")), None)
    if head is None or any(w.upos in ("VERB", "AUX", "PUNCT") for w in tree.words[at + 1 : head]):
        return found
    while tree.words[head].deprel == "nmod:poss" and tree.words[head].head > head:
        head = tree.words[head].head  # "and Orvana's A. B."
    return [*found, tree.whole(head)]


def _hyphenated(tree: Tree, c: int) -> list[int]:
    """ "Israeli - Palestinian": both parts, wherever the tree hangs them."""
    before = c - 2
    if before >= 0 and tree.words[c - 1].text in ("-", "–", "/") and tree.words[before].text[:1].isupper():
        return [before]
    return [
        k
        for k in tree.children(c, "compound", "amod", "conj")
        if tree.words[k].text[:1].isupper() and tree.name_at.get(k)
    ]
