"""Visits and talks that are told not to come about: "put off a trip to Orvana", "the talks will not take place"."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import TalkVerb, find_talk_noun, find_talk_verb
from dragoman.extract.meetings import parties, setting
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.standing import PARTICLED, particle
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.mood.clause import read_clause
from dragoman.extract.phrases import Tree
from dragoman.records import Place

_VISITS: Final = frozenset("visit trip tour journey stopover".split())
_STATUS: Final = {"off": "cancelled", "late": "postponed"}
_ARRANGED: Final = (
    "hold",
    "set",
    "schedule",
    "plan",
    "due",
    "slate",
    "begin",
    "start",
    "open",
    "take",
    "convene",
    "expect",
)
_OPENING: Final = ("DET", "ADJ", "NUM", "PRON", "NOUN", "PROPN", "PART")  # words between a verb and its object's head
_REACH: Final = 7  # of such words


def find_put_off(tree: Tree, v: int) -> int | None:
    """What a verb of calling or putting off has for its object, by the order of words: the tree may take it for a
    clause or a second subject. The noun of talks or of a visit right behind the verb and its particle."""
    last = tree.reading.sentences[tree.words[v].sentence].last
    i = v + 1
    while i < last and tree.words[i].text.lower() in ("off", "back", "again"):
        i += 1
    for j in range(i, min(i + _REACH, last)):
        if tree.words[j].upos not in _OPENING and tree.words[j].text not in ("-", "–"):
            return None
        follows = tree.words[j + 1].upos if j + 1 < last else "PUNCT"
        talks = find_talk_noun(tree.words[j].text) is not None or tree.lemma(j) in _VISITS
        if talks and tree.words[j].upos in ("NOUN", "PROPN") and follows not in ("NOUN", "PROPN"):
            return j
    return None


def read_visit_off(tree: Tree, v: int) -> Told | None:
    """ "Called off her trip to Orvana", "the visit of the premier to Orvana has been postponed": who was to go, and
    whose guest he was to be."""
    use = next((u for u in find_talk_verb(tree.words[v].lemma, tree.words[v].text) if u.use in _STATUS), None)
    status = None if use is None else _STATUS[use.use]
    if status is None or (tree.lemma(v) in PARTICLED and particle(tree, v) is None):
        return None
    passive = [c for c in tree.below[v] if tree.words[c].deprel == "nsubj:pass"]
    visits = [c for c in (*passive, *tree.objects(v), find_put_off(tree, v)) if c is not None]
    visit = next((c for c in visits if tree.lemma(c) in _VISITS), None)
    hinted = tree.words[v].text.lower().endswith("ing") and not tree.children(v, "aux")  # "hinted at cancelling"
    if visit is None or hinted or read_course(tree, v) is None:
        return None
    goal = _find_goal(tree, v, visit)
    who = _find_visitors(tree, v, visit)
    if goal is None or not who:
        return None
    words = {v, *tree.phrase_words(goal), *(k for w in who for k in tree.phrase_words(w))}
    words |= {c for c in tree.children(v, "aux", "compound") if abs(c - v) <= 3} | {visit}
    told = Told(visit, status, tree.quote_words([w for w in words if _is_beside(tree, w, v)], v))
    told.add(who, "guest")
    told.add([goal], "host")
    start, end = tree.phrase(goal)
    told.place = Place(tree.text[start:end], (start, end))
    add_arranged(tree, visit, told)
    if told.when is None and setting.puts_off_until(tree, v):
        setting.add_setting(tree, v, told)
    return told


def _is_beside(tree: Tree, i: int, v: int) -> bool:
    return tree.words[i].sentence == tree.words[v].sentence


def _find_goal(tree: Tree, v: int, visit: int) -> int | None:
    """Where the visit leads: the first "to" a place behind it, wherever the tree hangs it; "a Paris trip"."""
    inside = set(tree.under(v))
    for c in sorted(c for c in inside if c > visit):
        if (
            tree.case(c) in ("to", "in")
            and tree.name_at.get(c) == "LOC"
            and not tree.words[c].deprel.startswith("compound")
        ):
            return c
        if tree.words[c].upos == "VERB" and tree.relation(c) != "acl":
            break
    return next((c for c in tree.children(visit, "compound", "amod") if tree.name_at.get(c) == "LOC"), None)


def _find_visitors(tree: Tree, v: int, visit: int) -> list[int]:
    own = [c for c in parties.owners(tree, visit) if tree.words[c].upos != "PRON"]
    named = [c for c in tree.children(visit, "nmod") if tree.case(c) in ("of", "by") and may_meet(tree, c)]
    if own or named:
        return [j for c in (own or named[:1]) for j in tree.joined(c)]
    return [s for s in parties.doers(tree, v) if parties.is_person(tree, s) and may_meet(tree, s)]


def add_arranged(tree: Tree, n: int, told: Told) -> None:
    """When and where it was to be: "scheduled for Friday", "that were to be held in Orvana", wherever the tree hangs
    the clause."""
    setting.add_setting(tree, n, told)
    behind = [c for c in tree.under(n) if c > n and tree.relation(c) in ("acl", "conj")]
    for c in behind:
        if tree.is_one(c, _ARRANGED):
            setting.add_setting(tree, c, told)


def is_not_to_be(tree: Tree, held: tuple[int, TalkVerb]) -> bool:
    """ "Will not take place", "would not be held", "is not going ahead": known talks that are not to come about."""
    verb, use = held
    clause = read_clause(tree, verb)
    if not clause.negated or clause.open or clause.unsure or not (clause.will or clause.would):
        return False
    later = any(tree.case(c) in ("until", "till", "before") for c in tree.children(verb, "obl", "advcl"))
    passive = any(tree.words[c].deprel == "nsubj:pass" for c in tree.below[verb])
    return not later and (use.use == "happen" or (use.use == "hold" and passive))
