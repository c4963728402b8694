"""A party that calls for the end of its own war offers peace: PLOVER has that as AGREE, others only ask for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook import plover
from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act
from dragoman.extract.events.fits import Place
from dragoman.extract.events.somebody import sides_in
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree

_TRUCE: Final = frozenset("ceasefire cease-fire truce armistice peace reconciliation".split())
_END: Final = frozenset(
    "end halt stop cease cessation termination suspension settlement conclusion pause finish".split()
)
_WAR: Final = frozenset(
    """war conflict fighting hostility hostilities fight struggle insurgency rebellion campaign bloodshed feud battle
    violence confrontation uprising combat""".split()
)
_OWN: Final = frozenset("its their our his her".split())
_US: Final = frozenset(("us", "'s", "’s"))
_ASKED: Final = ("on", "upon", "to")


def take_for_peace(account: Account, act: Act) -> Act:
    """ "Called for an end to its war with Chad", "appealed for a truce with the rebels": the act as AGREE, with the foe
    as its recipient; another act as it is."""
    frame = act.frame
    if act.turned.category != "REQUEST" or (frame is not None and frame.own):
        return act
    tree = account.tree
    heads = [act.place.i] if act.place.carrier is None else [act.place.i, act.place.carrier]
    if any(_is_asked(tree, c) for h in heads for c in tree.children(h, "obl", "nmod")):
        return act  # "called on Chad for a truce with the rebels"
    for wanted in _wanted(tree, heads):
        foe = _find_foe(tree, wanted, heads)
        if foe is None:
            continue
        turned = Turned("AGREE", None, plover.SETTLING, rule="calls for the end of its own conflict")
        named = [j for c in foe for j in sides_in(tree, c)]
        return replace(act, turned=turned, recipients=account.entities(named) or act.recipients)
    return act


def read_peace_call(account: Account, place: Place) -> Act | None:
    """ "Let us end this war", in somebody's words."""
    tree, i = account.tree, place.i
    speaker = account.speakers.get(i)
    if speaker is None or not is_let_us(tree, i):
        return None
    for c in tree.children(i, "xcomp", "ccomp"):
        wars = [j for o in tree.objects(c) for j in tree.under(o, ("acl", "conj", "parataxis")) if tree.is_one(j, _WAR)]
        ends = tree.is_one(c, _END) or any(tree.is_one(o, _END) for o in tree.objects(c))
        if c > i and ends and (wars or any(tree.is_one(o, _TRUCE) for o in tree.objects(c))):
            turned = Turned("AGREE", None, plover.SETTLING, rule="let a war end", plain=True)
            return Act(place, turned, None, (speaker,), ())
    return None


def is_let_us(tree: Tree, i: int) -> bool:
    """ "Let us", "let's"."""
    return tree.is_one(i, ("let",)) and any(tree.words[o].text.lower() in _US for o in tree.objects(i))


def _is_asked(tree: Tree, c: int) -> bool:
    return tree.case(c) in _ASKED and not tree.is_one(c, _WAR) and bool(sides_in(tree, c))


def _wanted(tree: Tree, heads: list[int]) -> list[int]:
    """What is called for: "for an end", "demanded a truce"."""
    behind = [
        c for h in heads for c in tree.children(h, "obl", "nmod", "obj", "xcomp", "advcl") if tree.case(c) == "for"
    ]
    return [j for c in (*behind, *tree.objects(heads[-1])) for j in tree.joined(c)]


def _find_foe(tree: Tree, wanted: int, heads: list[int]) -> list[int] | None:
    """With whom the war is that should end, where it is the caller's own; None where nothing says so."""
    below = tree.under(wanted, ("acl", "conj", "parataxis"))
    wars = [j for j in below if tree.is_one(j, _WAR)]
    if tree.is_one(wanted, _TRUCE):
        nouns = [wanted, *wars]
    elif tree.is_one(wanted, _END) and wars:
        nouns = wars
    else:
        return None
    behind = [c for c in tree.under(heads[-1], ("acl", "conj", "parataxis")) if c > wanted]
    if any(tree.words[c].deprel == "nmod:poss" and c in tree.name_at for n in (*nouns, wanted) for c in tree.below[n]):
        return None  # "an end to Chad's war with Libya"
    foes = [c for c in (*below, *behind) if tree.case(c) == "with" and tree.words[c].head in (*nouns, *heads, wanted)]
    own = any(tree.words[c].text.lower() in _OWN for n in nouns for c in tree.children(n, "nmod", "det"))
    return list(dict.fromkeys(foes)) if foes or own else None
