"""Calls that a verb of telling has been made in: "told the premier by telephone that …", "thanked Orvana in a call"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dragoman.codebook.actors import find_actor, find_outlet, find_sector
from dragoman.extract.meetings import parties, setting
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.phrases import Tree

TELLING: Final = (
    "tell", "warn", "assure", "inform", "urge", "ask", "thank", "congratulate", "brief", "remind", "promise"
)  # fmt: skip
_LINES: Final = ("phone", "telephone")
_OVER: Final = ("by", "over", "on", "in", "via")
_COURSE: Final = ("in", "during")
_CALLS: Final = ("call", "conversation")
_REACH: Final = 4  # words from "in" to the noun: "in a rare late-night call"


def read_call(tree: Tree, v: int) -> Told | None:
    """Whoever tells and whoever is told by phone have spoken; None where the call says itself with whom it was."""
    if not tree.is_one(v, TELLING) or read_course(tree, v) != "held":
        return None
    lines = _find_lines(tree, v)
    told_to = tree.children(v, "iobj", "obj")
    if not told_to and any(tree.lemma(c) in _CALLS for c in lines):
        told_to = tree.objects(v)  # also where the tree takes the object for a second subject
    told_to = [c for c in told_to if c not in lines and _can_answer(tree, c)]
    if any(_is_of_press(tree, c) for c in told_to):
        return None
    subjects = [s for s in parties.doers(tree, v) if may_meet(tree, s)]
    if not lines or not told_to or not subjects:
        return None
    told = Told(v, "held", setting.verb_words(tree, v, subjects, [*told_to, *lines]), kind="call", medium="phone")
    told.add(subjects)
    told.add([j for j in tree.joined(told_to[0]) if may_meet(tree, j)])
    setting.add_setting(tree, v, told)
    if told.when is None:
        setting.add_setting(tree, lines[0], told)
    told.confidence = 0.7
    return told


def read_courtesy(tree: Tree, v: int) -> Told | None:
    """ "Called on President A. B. in Orvana": a visit, and no call to do something."""
    if tree.lemma(v) != "call" or read_course(tree, v) != "held":
        return None
    whom = [c for c in tree.children(v, "obl") if tree.case(c) == "on" and parties.is_person(tree, c) and c > v]
    asked = [c for c in tree.children(v, "xcomp", "advcl", "ccomp") if c > v]
    at = [c for c in tree.children(v, "obl", "nmod") if tree.case(c) in ("in", "at") and tree.name_at.get(c) == "LOC"]
    at += [k for c in whom for k in tree.children(c, "nmod") if tree.case(k) == "in" and tree.name_at.get(k) == "LOC"]
    subjects = [s for s in parties.doers(tree, v) if parties.is_person(tree, s)]
    if not whom or asked or not at or not subjects or tree.name_at.get(parties.person_titled(tree, whom[0])) != "PER":
        return None
    told = Told(v, "held", setting.verb_words(tree, v, subjects, whom[:1]), confidence=0.6)
    told.add(subjects, "guest")
    told.add(whom[:1], "host")
    setting.add_setting(tree, v, told)
    return told


def read_told(tree: Tree, v: int) -> Told | None:
    """ "Told visiting Foreign Minister A. B. that …", "told the president during a visit": they were together."""
    if not tree.is_one(v, TELLING) or read_course(tree, v) != "held":
        return None
    near = (
        [v + 1] if v + 1 < len(tree.words) and tree.words[v + 1].text == "visiting" else []
    )  # read as a verb of its own
    whom = [c for k in (v, *near) for c in tree.children(k, "iobj", "obj")]
    whom = [c for c in whom if parties.is_person(tree, c) and may_meet(tree, c)]
    subjects = [s for s in parties.doers(tree, v) if may_meet(tree, s)]
    if not whom or not subjects or _is_of_press(tree, whom[0]):
        return None
    visiting = bool(near) or any(
        tree.words[k].text.lower() == "visiting" for k in tree.under(whom[0]) if k < whom[0] + 2
    )
    stays = [
        c for c in tree.children(v, "obl") if tree.case(c) in ("during", "on") and tree.lemma(c) in ("visit", "trip")
    ]
    if not visiting and not (stays and tree.name_at.get(parties.person_titled(tree, whom[0])) == "PER"):
        return None
    told = Told(v, "held", setting.verb_words(tree, v, subjects, [*whom[:1], *stays]), confidence=0.7)
    told.add(subjects)
    told.add(tree.joined(whom[0]))
    setting.add_setting(tree, v, told)
    for c in stays:
        setting.add_setting(tree, c, told)
    return told


def find_caller(tree: Tree, n: int) -> int | None:
    """ "Urged Orvana to open the port in a call with its premier": the verb of asking. The port is not to be opened in
    a call, whatever the tree hangs it on."""
    verb = tree.words[n].head
    if tree.relation(n) != "obl" or tree.case(n) not in _COURSE or tree.relation(verb) != "xcomp":
        return None
    above = tree.words[verb].head
    asks = tree.is_one(above, TELLING) and any(tree.words[c].text.lower() == "to" for c in tree.children(verb, "mark"))
    return above if asks and _is_one(tree, n) else None


def lines_of(tree: Tree, v: int) -> list[int]:
    """ "Spoke to the minister by phone": no speech to an audience."""
    return [c for c in tree.children(v, "obl") if tree.lemma(c) in _LINES and tree.case(c) in _OVER]


def _find_lines(tree: Tree, v: int) -> list[int]:
    """Heads of "by phone", "over the telephone", "in a call", the last also where the tree hangs it on a noun."""
    lines = [
        c
        for c in tree.children(v, "obl", "obj")
        if tree.case(c) in _OVER
        and (
            tree.lemma(c) in _LINES
            or any(tree.words[k].text.lower() in setting.REMOTE for k in tree.children(c, "compound", "amod"))
        )
    ]
    last = tree.reading.sentences[tree.words[v].sentence].last
    for w in tree.words[v + 1 : last]:
        if w.upos in ("AUX", "SCONJ") or (w.upos == "VERB" and not w.text.lower().endswith("ing")):
            break
        if w.lemma.lower() in _CALLS and w.index not in lines and _is_in_course(tree, w.index):
            lines.append(w.index)
    return [c for c in lines if not _says_with_whom(tree, c)]


def _is_in_course(tree: Tree, n: int) -> bool:
    """ "In a call", "during a telephone conversation"; "in a call for peace" is none."""
    if tree.words[n + 1 : n + 2] and tree.words[n + 1].text.lower() == "for":
        return False
    before = [w.text.lower() for w in tree.words[max(n - _REACH, 0) : n]]
    opens = any(a in _COURSE and b in ("a", "an") for a, b in pairwise(before))
    return opens and (tree.lemma(n) == "call" or bool(set(before) & setting.REMOTE))


def _is_one(tree: Tree, n: int) -> bool:
    return any(tree.words[c].text.lower() in ("a", "an") for c in tree.children(n, "det"))


def _says_with_whom(tree: Tree, n: int) -> bool:
    return tree.lemma(n) in _CALLS and any(tree.case(c) in ("with", "to") for c in tree.children(n, "nmod", "obl"))


def _can_answer(tree: Tree, i: int) -> bool:
    """A person, or a state that stands for those who speak for it."""
    if parties.is_person(tree, i):
        return True
    actor = find_actor(tree.words[i].text) if tree.name_at.get(i) in ("LOC", "ORG") else None
    return actor is not None and actor.kind in ("state", "seat")


def _is_of_press(tree: Tree, i: int) -> bool:
    """ "Told John Roe of the BBC": an outlet or a word for the press in the phrase."""
    words = [tree.words[j].text for j in tree.phrase_words(i)]
    return any(find_sector(w) == "JRN" for w in words) or find_outlet(words) is not None
