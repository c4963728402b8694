"""Claims of responsibility: whoever claims an attack has done it, as it is told; the claim charges nobody."""

from __future__ import annotations

from typing import Final

from dragoman.extract.events.complements import is_of_class, is_passive, undergone
from dragoman.extract.events.somebody import is_actor, is_hurt
from dragoman.extract.phrases import Tree, is_nobodys, is_of_none

_TAKING: Final = ("claim", "take", "accept", "admit", "acknowledge", "assume")
_OWNED: Final = ("responsibility",)
_KNOWN: Final = ("the", "this", "that", "these", "those")
_SEVERAL: Final = ("series", "string", "spate", "wave", "number", "spree")
_NARROWING: Final = ("nmod", "acl", "amod", "compound")


def is_claim(tree: Tree, verb: int) -> bool:
    """ "Claimed responsibility", "responsibility was claimed"."""
    if not tree.is_one(verb, _TAKING):
        return False
    return _is_misread(tree, verb) or any(tree.is_one(o, _OWNED) for o in undergone(tree, verb))


def claim_on(tree: Tree, i: int) -> int | None:
    """The verb by which the attack that noun `i` names is claimed: "claimed responsibility for a blast"; "the blast"
    alone was told of before."""
    verb = _claiming(tree, i) if tree.words[i].upos == "NOUN" else None
    if verb is None or not (is_hurt(tree, i) or is_of_class(tree, [i], "bomb")):
        return None
    known = any(tree.words[c].text.lower() in _KNOWN for c in tree.children(i, "det"))
    return None if known and not tree.children(i, *_NARROWING) else verb


def _claiming(tree: Tree, i: int) -> int | None:
    """The verb of claiming that a noun hangs on by "for", or on "responsibility for", or on "for a series of"."""
    above = tree.words[i].head
    if tree.case(i) == "of" and tree.is_one(above, _SEVERAL):
        i, above = above, tree.words[above].head
    if tree.case(i) != "for":
        return None
    verbs = [above]
    if tree.is_one(above, _OWNED):
        verbs = [*(c for c in tree.children(above, "amod", "compound") if c < above), tree.words[above].head]
    return next((v for v in verbs if is_claim(tree, v)), None)


def claimants_of(tree: Tree, verb: int) -> list[int]:
    """Who claims it; nobody where nobody does."""
    if is_nobodys(tree, verb) or is_of_none(tree, verb):
        return []
    if _is_misread(tree, verb):
        above = tree.words[verb].head
        found = [c for k in (above, verb) for c in tree.children(k, "nsubj", "compound", "amod") if c < verb]
    elif is_passive(tree, verb):
        found = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
    else:
        found = tree.subjects(verb)
    return [c for c in found if is_actor(tree, c)]


def _is_misread(tree: Tree, verb: int) -> bool:
    """ "Rebels claimed responsibility", read as a phrase."""
    above = tree.words[verb].head
    beside = tree.words[verb].deprel in ("amod", "compound") and verb == above - 1
    return beside and tree.is_one(above, _OWNED)
