"""Stances that verbs take: what on, and who may hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.codebook.stances import deny, find_stance_verbs, find_stance_word
from dragoman.extract.phrases import Tree, is_nobodys
from dragoman.extract.positions.issues import clause_issue
from dragoman.extract.positions.places import is_denied, is_passive, issue_at
from dragoman.extract.positions.taking import Take, is_stressing, is_unsure
from dragoman.extract.receptions import is_reception
from dragoman.records import Offsets

_WILL: Final = frozenset(("will", "would", "wo", "'ll", "’ll", "shall"))
_RULES: Final = ("unwilling", "told", "asked", "alone", "denied", "aim", "gift", "given", "plain")
_BESIDE: Final = ("obj", "advmod", "discourse", "compound", "compound:prt")
_REACH: Final = 8  # words up the tree from an aim to who stresses it
_PURPOSES: Final = frozenset(
    """commitment effort importance need way mean means goal priority vision focus support
    determination objective aim opportunity collaboration cooperation interest area step""".split()
)
_GIFTS: Final = frozenset(
    """$ aid assistance package relief loan credit grant fund funding support donation contribution initiative proposal
    measure concession incentive dollar million billion euro dose vaccine amnesty training""".split()
)
_AUDIENCES: Final = frozenset(
    """audience conference meeting parliament session assembly crowd rally nation forum ceremony council summit
    gathering congress house people student lawmaker supporter reporter delegate""".split()
)
_COMMON: Final = frozenset(
    "climate warming pandemic covid covid-19 disease malaria tuberculosis hiv poverty hunger famine drought".split()
)  # troubles that no side makes
_OWN: Final = frozenset(("it", "he", "she", "they", "we", "i"))
_SILENT: Final = ("decline", "refuse")
_TELLING: Final = frozenset("comment say elaborate specify speculate disclose confirm reveal".split())
_TELLING_OF: Final = frozenset("answer give discuss identify name provide".split())
_DETAILS: Final = frozenset(
    "detail information name identity reason figure comment explanation answer question specific breakdown date".split()
)
RIGHTS: Final = frozenset(("must", "should", "ought", "shall"))


def find_verb_takes(tree: Tree, verb: int) -> Iterator[Take]:
    word = tree.words[verb]
    if is_reception(tree, verb):
        return
    for use in find_stance_verbs(word.lemma, word.text):
        denied = is_denied(tree, verb) and not any(place.startswith("unwilling") for place in use.takes)
        stance = deny(use.stance) if denied else use.stance
        if stance is None or is_unsure(tree, verb) or is_nobodys(tree, verb):
            continue
        for place in use.takes:
            beside, _, place = place.rpartition("+")
            if beside and not _has_beside(tree, verb, beside):
                continue
            rule, _, where = place.rpartition("-") if place.split("-")[0] in _RULES else ("", "", place)
            if rule == "asked" and not (tree.objects(verb) or is_passive(tree, verb)):
                continue
            if rule == "alone" and tree.objects(verb):
                continue
            if rule == "denied" and not is_denied(tree, verb):
                continue
            if where == "that" and tree.is_one(verb, ("want",)) and tree.children(verb, "xcomp"):
                continue  # "I want to point out that"
            if not _is_aim(tree, verb) if rule == "aim" else _is_pressed(tree, verb):
                continue
            if rule in ("gift", "given") and not _is_gift(tree, verb, rule):
                continue
            if rule == "unwilling" and not _is_unwilling(tree, verb):
                continue
            issue, on = issue_at(tree, verb, where)
            again = issue is None and rule == "" and where == "obj" and _is_on_it(tree, verb)
            if again:
                issue, on = (word.start, word.end), verb
            if rule == "aim" and tree.is_one(verb, ("address",)) and tree.lemma(on) in _AUDIENCES:
                continue
            if rule == "aim" and stance != "supports" and issue is not None and _is_common(tree, issue):
                stance, issue = "supports", (word.start, issue[1])  # nobody is for the pandemic: all are for ending it
            if rule == "plain" and find_stance_word(tree.lemma(on), "noun"):
                continue
            if issue is None or (where == "that" and tree.is_one(verb, ("insist",)) and not _is_wanted(tree, on, verb)):
                continue
            if where == "that" and _is_refusing(tree, verb, on):
                stance = "rejects"
            if where == "to" and tree.is_one(verb, _SILENT) and _is_telling(tree, on):
                continue  # "declined to comment"
            if is_passive(tree, verb) and where != "by-subject" and not _doers(tree, verb):
                continue  # nobody is said to hold it
            if tree.words[verb].deprel == "acl" and tree.is_one(verb, ("back", "support")) and is_passive(tree, verb):
                continue  # "the plan backed by": said in passing to tell which
            if use.stance == "accepts" and where in ("to", "on") and _is_mutual(tree, verb):
                continue  # what two sides agree to do is an act of both, no side's stance
            if where == "by-subject":
                holders, toward = tree.objects(verb), []
            else:
                holders = _doers(tree, verb)
                toward = [c for c in _faced(tree, verb, where) if c != on] if rule != "unwilling" else []
                toward += [c for c in tree.children(on, "nmod") if tree.case(c) == "from"]
            sure = 0.45 if where == "obj" and rule != "aim" else 0.4
            told, aim = rule == "told", rule == "aim"
            yield Take(verb, stance, issue, on, tuple(holders), tuple(toward), told, sure, aim=aim, again=again)
            break


def _has_beside(tree: Tree, verb: int, word: str) -> bool:
    """ "Threw its | weight | behind the plan", "said | no | to it", "came | out | against it"."""
    return any(word in (tree.lemma(c), tree.words[c].text.lower()) for c in tree.children(verb, *_BESIDE))


def find_must_takes(tree: Tree, verb: int) -> Iterator[Take]:
    """ "the troops must leave", said by somebody: demanded by whoever says it."""
    issue = clause_issue(tree, verb)
    if issue is None:
        return
    stance = "opposes" if is_denied(tree, verb) else "demands"
    toward = [] if is_passive(tree, verb) else tree.subjects(verb)
    yield Take(verb, stance, issue, verb, (), tuple(toward), True, 0.3)


def _is_unwilling(tree: Tree, verb: int) -> bool:
    """ "Will not reopen the border", "would never sign": what a side says no to."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux")}
    on_it = any(tree.words[o].upos == "PRON" for o in tree.objects(verb))
    return bool(helpers & _WILL) and is_denied(tree, verb) and not is_passive(tree, verb) and not on_it


def _is_on_it(tree: Tree, verb: int) -> bool:
    """ "Backed it", "opposes them": the subject another than a pronoun, which would go on from before too."""
    objects = tree.objects(verb)
    subjects = tree.children(verb, "nsubj")
    it = bool(objects) and objects[0] > verb and tree.words[objects[0]].text.lower() in ("it", "them")
    return it and bool(subjects) and tree.words[subjects[0]].upos != "PRON"


def _is_aim(tree: Tree, verb: int) -> bool:
    """A gerund or infinitive under words that stress, pledge or discuss: "underscored the importance of ending"."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "mark", "case")}
    if not (tree.words[verb].text.lower().endswith("ing") or "to" in helpers or tree.relation(verb) == "conj"):
        return False
    if tree.children(verb, "nsubj", "aux") or "by" in helpers:  # "by providing": a means
        return False
    up = list(tree.path_up(verb))[:_REACH]
    return any(tree.is_one(j, _PURPOSES) if tree.words[j].upos == "NOUN" else is_stressing(tree, j) for j in up)


def _is_gift(tree: Tree, verb: int, rule: str) -> bool:
    """ "Announced a package of aid", "will provide ten million dollars"."""
    of = [j for o in tree.objects(verb) for j in (o, *tree.children(o, "nmod", "compound"))]
    if not any(tree.lemma(j) in _GIFTS for j in of):
        return False
    if tree.is_one(verb, ("expect",)):  # not "expects aid to fall"
        given = any(tree.case(c) == "from" for j in (verb, *of) for c in tree.children(j, "nmod", "obl"))
        behind = [c for j in (verb, *of) for c in tree.children(j, "xcomp", "ccomp", "acl")]
        return given and not any(tree.words[c - 1].text.lower() == "to" for c in behind)
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux")}
    intended = tree.relation(verb) == "xcomp" and tree.is_one(tree.words[verb].head, ("intend", "plan", "decide"))
    return rule == "gift" or intended or bool({"will", "would"} & helpers)


def _is_telling(tree: Tree, verb: int) -> bool:
    """ "Comment", "give details", "name the suspects": not "give up its weapons", "discuss a truce"."""
    if tree.is_one(verb, _TELLING):
        return True
    objects = tree.objects(verb)
    if not tree.is_one(verb, _TELLING_OF) or tree.children(verb, "compound:prt"):
        return False
    if tree.is_one(verb, ("name", "identify")):
        return bool(objects)
    return not (objects or tree.children(verb, "obl")) or bool({tree.lemma(o) for o in objects} & _DETAILS)


def _is_common(tree: Tree, issue: Offsets) -> bool:
    return bool(_COMMON & set(tree.text[slice(*issue)].lower().split()))


def _is_refusing(tree: Tree, insists: int, verb: int) -> bool:
    """ "Insists that it will not give up enrichment"."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux")}
    return tree.is_one(insists, ("insist",)) and is_denied(tree, verb) and bool(helpers & {"will", "would", "wo"})


def _is_wanted(tree: Tree, verb: int, insists: int) -> bool:
    """ "Insists that they must leave", "that it leave", "that it will leave": not "that the court has no say", which is
    only claimed."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux", "cop")}
    if helpers & (RIGHTS | {"be"}) or tree.words[verb].text.lower() in ("needed", "necessary", "required"):
        return True
    if tree.is_one(verb, ("have", "need")):  # "have to be lifted"
        return bool(tree.children(verb, "xcomp"))
    subjects = [tree.words[s] for s in tree.children(verb, "nsubj", "nsubj:pass")]
    if helpers & {"will", "would"}:
        holders = {tree.words[s].text.lower() for s in tree.subjects(insists)} | _OWN
        return any(s.text.lower() in holders for s in subjects)
    bare = tree.words[verb].upos == "VERB" and tree.words[verb].text.lower() == tree.lemma(verb)
    several = any(tree.is_plural(s.index) for s in subjects)
    return bare and not helpers and (not several or tree.words[insists].text.lower() == "insisted")


def _is_pressed(tree: Tree, verb: int) -> bool:
    """ "under pressure to accept", "a chance to support": what a thing is for, not what somebody does."""
    head = tree.words[verb].head
    if tree.words[verb].deprel != "acl" or "to" not in {
        tree.words[c].text.lower() for c in tree.children(verb, "mark")
    }:
        return False
    return tree.lemma(head) in ("pressure", "chance", "opportunity", "deadline", "time", "reason", "failure", "ability")


def _doers(tree: Tree, verb: int) -> list[int]:
    if is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
        return [j for c in agents for j in tree.joined(c)]
    found = _named_first(tree, verb) or tree.subjects(verb)
    if found and tree.relation(verb) == "acl" and tree.words[found[0]].index == tree.words[verb].head:
        found = _of_relative(tree, verb) or found
    head = tree.words[verb].head
    if not found and tree.relation(verb) == "conj" and head < verb and tree.name_at.get(head) == "PER":
        beside = [n for a in tree.children(verb, "advmod") for n in tree.children(a, "nsubj")]
        own = tree.children(verb, "nsubj") or beside
        return [j for j in (*tree.joined(head), *own) if j < verb]  # "A, B, and C condemned", read as names and a verb
    if not found:  # a subject that the tree calls a root too
        found = [c for c in tree.children(verb, "root") if c < verb and tree.words[c].upos in ("NOUN", "PROPN", "PRON")]
    return found


def _named_first(tree: Tree, verb: int) -> list[int]:
    """The name of "Turkey, a country that aspires, refused", where the tree gives the verb two subjects."""
    own = tree.children(verb, "nsubj")
    if len(own) == 2 and own[1] < verb and own[0] in tree.name_at and own[1] not in tree.name_at:
        if tree.words[own[0] + 1].text == ",":
            return own[:1]
    return []


def _of_relative(tree: Tree, verb: int) -> list[int]:
    """The person right before ", who", wherever the tree hangs the clause."""
    who = next((c for c in tree.children(verb, "nsubj") if tree.words[c].text.lower() == "who"), None)
    if who is None or who < 2:
        return []
    before = who - 2 if tree.words[who - 1].text == "," else who - 1
    name = next((n for n in tree.reading.names if n.first <= before < n.last and n.kind == "PER"), None)
    if name is None:
        return []
    return [tree.whole(next((k for k in range(name.first, name.last) if tree.relation(k) != "flat"), name.first))]


def _is_mutual(tree: Tree, verb: int) -> bool:
    doers = tree.subjects(verb)
    return len(doers) > 1 or any(tree.is_plural(d) or tree.words[d].text.lower() == "both" for d in doers)


def _faced(tree: Tree, verb: int, where: str) -> list[int]:
    """From whom it is demanded, or against whom held: objects and phrases with on, upon, from, to, with."""
    found = [] if where == "obj" else [*tree.objects(verb), *tree.children(verb, "iobj")]
    found += [
        c
        for c in tree.children(verb, "obl")
        if tree.case(c) in ("on", "upon", "from", "to", "with", "at") and tree.case(c) != where
    ]
    return [j for c in found for j in tree.joined(c)]
