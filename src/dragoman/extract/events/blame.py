"""Who is said to have done an act, and who only tells of it or judges it."""

from __future__ import annotations

from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.actors import find_sector
from dragoman.extract.events.complements import is_passive, prepositional, undergone
from dragoman.extract.events.somebody import JUDGED, is_actor, is_scene
from dragoman.extract.phrases import Tree

_BLAMING: Final = {"on": ("blame",), "to": ("attribute", "ascribe")}  # by what leads to whoever is blamed
_ANNOUNCING: Final = ("announce", "declare", "decree", "order", "rule")
_BREAKING: Final = ("break", "disperse", "crush", "quell", "suppress", "stop", "ban", "disrupt", "quash")
_REFUSING: Final = ("reject", "refuse", "ignore", "spurn", "dismiss", "rebuff", "turn", "resist", "defy", "heed")
_WHO_PUNISH: Final = ("GOV", "JUD", "COP", "MIL", "LEG")


def blamed_for(tree: Tree, i: int) -> list[int]:
    """ "A bombing blamed on Orvana", "the attack claimed by the group": who did what the noun names, as it is told."""
    found: list[int] = []
    for c in tree.children(i, "acl"):
        if not tree.is_one(c, JUDGED):
            found += [k for k in tree.children(c, "obl") if tree.case(k) == "by" and is_actor(tree, k)]
        for preposition, verbs in _BLAMING.items():
            found += prepositional(tree, c, preposition) if tree.is_one(c, verbs) else []
    return found


def bystanders(tree: Tree, act: int, category: str) -> set[int]:
    """The words of those who only tell of an act or judge it, so that nobody takes them for who did it: "A was killed,
    B said", "the attack was condemned by B"."""
    if category in plover.BY_WORDS:
        return {j for f in refusers_of(tree, act) for j in tree.under(f, ())}
    if category not in plover.AT_HAND | plover.HARMS:
        return set()
    found = _breakers_of(tree, act) if category == "PROTEST" else []
    below = act
    for up in tree.path_up(act):
        if tree.words[up].upos == "VERB":
            found += _judges(tree, up)
            told = tree.relation(below) in ("ccomp", "parataxis")
            if told and is_passive(tree, act) and (category == "ASSAULT" or _tells_only(tree, up, act, category)):
                found += tree.children(up, "nsubj")
        below = up
    for i in (act, *tree.children(act, "nsubj", "obj")):
        found += [k for c in tree.children(i, "acl") for k in _judges(tree, c)]
        blaming = [c for c in tree.children(i, "acl") for verbs in _BLAMING.values() if tree.is_one(c, verbs)]
        found += [k for c in blaming for k in tree.children(c, "nsubj")]
        found += [c for c in tree.children(i, "compound", "amod", "nmod") if c < i and is_scene(tree, c, i)]
    return {j for f in found for j in tree.under(f, ())}


def refusers_of(tree: Tree, i: int) -> list[int]:
    """ "Orvana rejected a call by Selvia": who turns down what others ask, threaten or charge."""
    above = tree.words[i].head
    if tree.words[i].upos != "NOUN" or above == i or not tree.is_one(above, _REFUSING):
        return []
    if i not in undergone(tree, above):
        return []
    return prepositional(tree, above, "by") if is_passive(tree, above) else tree.children(above, "nsubj")


def _breakers_of(tree: Tree, i: int) -> list[int]:
    """ "Police broke up the march": who ends a protest is not at it."""
    above = tree.words[i].head
    ended = tree.words[i].upos == "NOUN" and tree.is_one(above, _BREAKING) and i in undergone(tree, above)
    before = [c for c in tree.children(above, "nsubj", "obj") if c < above]  # of "riot police" trees make two
    return before + prepositional(tree, above, "by") if ended else []


def _judges(tree: Tree, i: int) -> list[int]:
    """By whom it is condemned, welcomed or brokered."""
    return [c for c in tree.children(i, "obl") if tree.case(c) == "by"] if tree.is_one(i, JUDGED) else []


def _tells_only(tree: Tree, telling: int, act: int, category: str) -> bool:
    """ "Orvana said its envoy had been expelled", "A was jailed, his lawyer said"; a government that announces that
    others have been sanctioned is the one that does it."""
    if category != "SANCTION" or tree.is_one(telling, _ANNOUNCING):
        return False
    own = any(tree.words[c].upos == "PRON" for u in undergone(tree, act) for c in tree.children(u, "nmod"))
    folk = [s for s in tree.children(telling, "nsubj") if tree.words[s].upos == "NOUN"]
    return own or any(find_sector(tree.lemma(s)) not in _WHO_PUNISH for s in folk)
