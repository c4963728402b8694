"""Who had a part in the talks told just before, in a sentence that does not name them."""

from __future__ import annotations

from typing import Final

from dragoman.extract.meetings import parties, setting
from dragoman.extract.meetings.delegations import DELEGATIONS, find_leaders, find_mediation
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.phrases import Tree, is_time

_BY_VERB: Final = {
    "attend": "party",
    "participate": "party",
    "mediate": "mediator",
    "facilitate": "facilitator",
    "host": "host",
    "chair": "host",
    "convene": "host",
    "preside": "host",
    "look": "observer",
    "act": "",  # only "as" something
    "serve": "",
}
_AS: Final = {
    "observer": "observer",
    "mediator": "mediator",
    "facilitator": "facilitator",
    "host": "host",
    "guarantor": "guarantor",
    "intermediary": "mediator",
}
_ALONE: Final = ("attend", "participate", "mediate", "facilitate", "look", "chair", "preside")
_BY_AGENT: Final = ("lead", "head")
_LED: Final = (
    *DELEGATIONS,
    *"negotiator mission delegate expert official rebel guerrilla faction group party fighter representative".split(),
)
_LEADS: Final = frozenset("led headed chaired fronted spearheaded".split())
_TITLE: Final = 8  # words from "under" to the name
_CARRYING: Final = ("carry", "pass", "relay", "convey", "ferry")
_MESSAGES: Final = ("message", "note", "proposal")
_GOING_BETWEEN: Final = {
    "mediator": "mediator",
    "intermediary": "mediator",
    "facilitator": "facilitator",
    "go-between": "mediator",
}
_SPOKEN: Final = ("i", "we", "us", "me", "he", "she")
_WITHOUT: Final = 2  # a mediator's own deed, "brought A and B together", names two


def read_aside(tree: Tree, v: int) -> Told | None:
    """Who attended, hosted, mediated or led a delegation, where nothing is named that he did so at."""
    if read_course(tree, v) != "held":
        return None
    if tree.is_one(v, _BY_AGENT):
        led = [s for s in tree.below[v] if tree.words[s].deprel == "nsubj:pass" and tree.lemma(s) in DELEGATIONS]
        known = any(tree.words[d].text.lower() == "the" for s in led for d in tree.children(s, "det"))
        by = _by_whom(tree, tree.children(v, "obl"))
        if known and by:
            return _make(tree, v, by, "party")
        if mediators := find_mediation(tree, v):
            return _make(tree, v, mediators, "mediator")
        leaders = find_leaders(tree, v)
        return _make(tree, v, leaders, "party") if leaders else None
    if (carrier := _read_carrier(tree, v) or _read_titled(tree, v)) is not None:
        return carrier
    verb = next((lemma for lemma in _BY_VERB if tree.is_one(v, (lemma,))), None)
    objects = tree.children(v, "obj")
    the_round = bool(objects) and tree.lemma(objects[0]) in ("round", "encounter")
    the_round = the_round and any(
        tree.words[d].text.lower() in ("the", "this") for d in tree.children(objects[0], "det")
    )
    rest = [c for c in tree.children(v, "obl") if c > v and tree.case(c) != "as" and not is_time(tree.words[c])]
    if verb == "look" and not any(tree.words[c].text.lower() == "on" for c in tree.below[v]):
        return None
    if verb is None or tree.relation(v) not in ("root", "conj") or rest:
        return None
    given = [_AS[tree.lemma(c)] for c in tree.children(v, "obl") if tree.case(c) == "as" and tree.lemma(c) in _AS]
    if not (the_round if objects else verb in _ALONE or (given and not _BY_VERB[verb])):
        return None
    if tree.children(v, "aux") and any(tree.words[c].deprel == "nsubj:pass" for c in tree.below[v]):
        return None
    doers = [s for s in parties.doers(tree, v) if may_meet(tree, s) and tree.words[s].upos != "PRON"]
    return _make(tree, v, doers, given[0] if given else _BY_VERB[verb]) if doers else None


def read_role(tree: Tree, n: int) -> Told | None:
    """ "Orvana's minister A. B. was the host", "their Orvanan host, A. B., left early": who had what part in the talks
    told just before, by a noun that names it."""
    role = _AS.get(tree.lemma(n))
    if role is None or tree.is_plural(n) or tree.words[n].upos != "NOUN":
        return None
    own = {tree.words[c].text.lower() for c in tree.children(n, "det", "nmod")}
    if tree.relation(n) in ("root", "conj", "parataxis") and any(tree.words[c].text == "was" for c in tree.below[n]):
        who = [s for s in tree.children(n, "nsubj") if own & {"the"} or not own]
        who += [c for c in tree.children(n, "appos") if c < n and not who]  # a subject taken for a name set beside
    else:
        who = [c for c in tree.children(n, "appos", "flat", "nmod") if c > n and own & {"their"}]
    further = {
        c for c in tree.children(n, "nmod", "compound") if c not in who and tree.words[c].text.lower() != "their"
    }
    who = [s for s in who if tree.name_at.get(s) in ("PER", "LOC", "ORG") and not tree.case(s)]
    if not who or any(tree.case(c) for c in further):  # "was the host of a television show"
        return None
    return _make(tree, n, who[:1], role)


def _read_carrier(tree: Tree, v: int) -> Told | None:
    """ "While the Orvanan minister relayed messages": through whom those talk who do not sit together."""
    if not tree.is_one(v, _CARRYING):
        return None
    carried = any(tree.lemma(o) in _MESSAGES for o in (*tree.children(v, "obj"), v + 1) if o < len(tree.words))
    before = next((n for n in tree.reading.names if n.kind == "PER" and n.last == v), None)
    doers = parties.doers(tree, v) if before is None else [before.first]
    doers = [s for s in doers if parties.is_person(tree, s) and tree.words[s].upos != "PRON"]
    if not carried or not doers:
        return None
    told = _make(tree, v, doers, "mediator")
    told.format, told.directness = "proximity", "indirect"
    return told


def _read_titled(tree: Tree, v: int) -> Told | None:
    """ "Norway, the mediator, said …", "Norwegian mediator A. B. said …": whose part in the talks his title tells."""
    if tree.relation(v) != "root":
        return None
    subjects = [s for s in tree.children(v, "nsubj") if s < v]
    titles = [s for s in subjects if tree.lemma(s) in _GOING_BETWEEN]  # also taken for a second subject
    titles += [
        c for s in subjects for c in tree.children(s, "appos", "nmod", "compound") if tree.lemma(c) in _GOING_BETWEEN
    ]
    titles = [c for c in titles if tree.case(c) == "" and not tree.is_plural(c)]
    named = [s for s in subjects if s not in titles and tree.name_at.get(s) in ("LOC", "PER", "ORG")]
    if not titles or not named:
        return None
    told = _make(tree, v, named[:1], _GOING_BETWEEN[tree.lemma(titles[0])])
    told.kind = "talks"
    return told


def add_leaders(tree: Tree, told: Told) -> None:
    """ "A delegation headed by X": X is at the talks as the delegation is, though the tree may hang X on it."""
    for side, role in list(told.sides.items()):
        if tree.lemma(side) not in _LED:
            continue
        for c in tree.children(side, "acl", "nmod"):
            told.add(_by_whom(tree, tree.children(c, "obl") if tree.is_one(c, _BY_AGENT) else [c]), role)
        told.add(_right_behind(tree, side), role)


def _right_behind(tree: Tree, side: int) -> list[int]:
    """ "A delegation under A. B.", ", headed by A. B.,": the person whom the words right behind a side name, wherever
    the tree hangs them."""
    at = max(tree.phrase_words(side)) + 1
    behind = [w.text.lower() for w in tree.words[at : at + 3]]
    at += 1 if behind[:1] == [","] else 0
    behind = behind[1:] if behind[:1] == [","] else behind
    if behind[:1] == ["under"]:
        at += 1
    elif behind[1:2] == ["by"] and behind[0] in _LEADS:
        at += 2
    else:
        return []
    whom = parties.find_behind(tree, at - 1, _TITLE)
    same = tree.words[at - 1].sentence == tree.words[side].sentence
    if whom is None or not same or any(w.text.lower() == "direction" for w in tree.words[at:whom]):
        return []
    return [whom]


def _by_whom(tree: Tree, heads: list[int]) -> list[int]:
    """ "Led by X": the first person behind "by"."""
    return [h for h in heads if tree.case(h) == "by" and parties.is_person(tree, h)][:1]


def read_bringing(tree: Tree, v: int) -> Told | None:
    """ "Mediators brought Orvana and Selvia together in Doha": two who meet, and through whom."""
    together = [c for c in tree.children(v, "advmod", "compound") if tree.lemma(c) == "together"]
    status = read_course(tree, v)
    if not tree.is_one(v, ("bring",)) or not together or status is None:
        return None
    brought = [j for o in tree.objects(v) for j in tree.joined(o) if may_meet(tree, j)]
    doers = [s for s in parties.doers(tree, v) if may_meet(tree, s)]
    many = len(brought) >= _WITHOUT or any(tree.is_plural(b) and tree.name_at.get(b) is None for b in brought)
    spoken = any(tree.words[j].text.lower() in _SPOKEN for j in (*brought, *doers))  # "what brings us together"
    if not doers or not many or spoken:
        return None
    told = Told(v, status, setting.verb_words(tree, v, doers, brought), confidence=0.7)
    told.add(brought)
    setting.add_setting(tree, v, told)
    if told.place is None and told.when is None:  # a war brings allies together, too
        return None
    mediators = any(tree.lemma(s) in ("mediator", "envoy", "intermediary") for s in doers)
    told.add(doers, "mediator" if mediators else "facilitator")
    told.format = "mediated"
    return told


def read_between(tree: Tree, v: int) -> Told | None:
    """ "Norway mediated between Orvana and Selvia in Oslo last week": two who talk, and through whom."""
    status = read_course(tree, v) if tree.is_one(v, ("mediate",)) else None
    if status is None:
        return None
    between = [j for c in tree.children(v, "obl") if tree.case(c) == "between" for j in tree.joined(c)]
    doers = [s for s in parties.doers(tree, v) if may_meet(tree, s) and tree.words[s].upos != "PRON"]
    if not doers or len(between) < _WITHOUT or not all(may_meet(tree, j) for j in between):
        return None
    told = Told(v, status, setting.verb_words(tree, v, doers, between), confidence=0.6)
    told.add(between)
    told.add(doers, "mediator")
    told.format = "mediated"
    setting.add_setting(tree, v, told)
    if told.place is None:
        last = between[-1]
        setting.add_setting(tree, last, told)
    return told if told.place is not None or told.when is not None else None  # "has long mediated between them"


def read_shuttle(tree: Tree, v: int) -> Told | None:
    """ "Mediators shuttled between the two delegations", "carried messages between them": who sits apart, and through
    whom they talk. Who shuttles between towns meets those whom the text names there."""
    carried = any(tree.lemma(o) in _MESSAGES for o in tree.children(v, "obj"))
    if not tree.is_one(v, ("shuttle",)) and not (carried and tree.is_one(v, _CARRYING)):
        return None
    status = read_course(tree, v)
    places = [*tree.children(v, "obl"), *(c for o in tree.children(v, "obj") for c in tree.children(o, "nmod"))]
    between = [j for c in places if tree.case(c) == "between" for j in tree.joined(c)]
    doers = [s for s in parties.doers(tree, v) if parties.is_person(tree, s)]
    people = between and all(may_meet(tree, j) and tree.name_at.get(j) != "LOC" for j in between)
    if status is None or not doers or not people:
        return None
    told = Told(v, status, setting.verb_words(tree, v, doers, between), confidence=0.7, directness="shuttle")
    told.add(between)
    told.add(doers, "mediator")
    told.format = "proximity"
    told.aside = all(tree.words[j].upos == "PRON" for j in between)  # "between them", of whom the sentence before tells
    told.known = told.aside
    setting.add_setting(tree, v, told)
    return told


def _make(tree: Tree, v: int, heads: list[int], role: str) -> Told:
    told = Told(v, "held", setting.verb_words(tree, v, heads, []), known=True, aside=True)
    told.add(heads, role)
    if role in ("mediator", "facilitator"):
        told.format = "mediated"
    return told
