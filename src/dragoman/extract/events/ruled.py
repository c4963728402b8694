"""Acts that the manual puts under another category than the event reader reads them as."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.extract.events.chances import Read
from dragoman.extract.events.complements import doers, is_of_class, prepositional, undergone
from dragoman.extract.events.somebody import is_actor
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree

_ORDERING: Final = ("order", "tell", "ask", "instruct", "give", "require", "command")
_BARRING: Final = ("bar", "ban", "refuse", "deny", "prevent", "prohibit", "forbid", "block", "stop", "turn")
_IN_THE_WAY: Final = ("block", "blockade", "barricade", "obstruct", "occupy", "picket")
_RAVAGING: Final = ("set", "burn", "torch", "smash", "loot", "ransack", "destroy", "vandalise", "vandalize", "wreck")
_ENTRY: Final = frozenset("enter entry visa admission".split())
_ANGRY: Final = frozenset("angry sharp bitter harsh heated furious acrimonious terse testy protest".split())
_WORDS_OF_QUARREL: Final = frozenset("barb insult accusation threat recrimination fire blow jibe charge taunt".split())


def rule_read(tree: Tree, found: Read) -> Turned | None:
    """Diplomats told to leave are expelled (SANCTION), who is not let in is turned away (REJECT), citizens who block a
    road protest, and an attack on computers is no force; None where the reader's word stands."""
    i = found.i
    if tree.words[i].upos != "VERB":
        return None
    below = {tree.lemma(j) for j in tree.under(i, ("conj", "parataxis", "acl:relcl"))}
    if found.category == "REQUEST" and tree.is_one(i, _ORDERING):
        if is_of_class(tree, undergone(tree, i), "diplomat") and below & words_of("close"):
            return Turned("SANCTION", "expel", "166", rule="diplomats told to leave are expelled")
    if found.category == "COERCE" and tree.is_one(i, _BARRING) and below & _ENTRY:
        return Turned("REJECT", None, "120", rule="barring entry is REJECT")
    if found.category == "COERCE" and tree.is_one(i, _IN_THE_WAY) and _are_citizens(tree, doers(tree, i)):
        return Turned("PROTEST", "obstruct", "144", rule="citizens in the way protest")
    if found.category == "RETREAT" and tree.is_one(i, ("hand",)) and _arms_a_state(tree, i):
        return Turned("AID", None, "072", rule="arms handed to a state are AID")
    if found.category == "ASSAULT" and is_of_class(tree, undergone(tree, i), "statue"):
        return Turned("PROTEST", "vandalize", "145", rule="statues toppled are a protest")
    if found.category == "ASSAULT" and _is_riot(tree, i):
        return Turned("PROTEST", "riot", "145", rule="what rioters burn and loot is a riot")
    if found.category == "AGREE" and is_of_class(tree, undergone(tree, i), "regards"):
        return Turned("SUPPORT", None, "051", rule="thanks offered are SUPPORT")
    if found.category == "ASSAULT" and is_of_class(tree, undergone(tree, i), "computer"):
        return Turned("COERCE", "cyber", "170", rule="an attack on computers is COERCE")
    return None


def _arms_a_state(tree: Tree, i: int) -> bool:
    """ "Handed three tanks over to Orvana"; rebels who do so disarm."""
    to_whom = [j for c in prepositional(tree, i, "to") for j in tree.joined(c)]
    given = is_of_class(tree, undergone(tree, i), "weapon") and not is_of_class(tree, doers(tree, i), "troops")
    return given and any(tree.name_at.get(j) == "LOC" for j in to_whom)


def _are_citizens(tree: Tree, heads: list[int]) -> bool:
    """ "Hauliers", "angry villagers": nobody under orders."""
    return any(is_of_class(tree, heads, name) for name in ("worker", "protesting", "people")) and not any(
        is_of_class(tree, heads, name) for name in ("troops", "police")
    )


def _is_riot(tree: Tree, i: int) -> bool:
    """ "Rioters set fire to cars"; whom a crowd sets upon is attacked."""
    hit = [*undergone(tree, i), *prepositional(tree, i, "to")]
    burnt = tree.is_one(i, _RAVAGING) and bool(hit) and not any(is_actor(tree, h) for h in hit)
    return burnt and is_of_class(tree, doers(tree, i), "rioting")


def is_quarrel(tree: Tree, i: int) -> bool:
    """ "Exchanged angry notes": no talks."""
    if not tree.is_one(i, ("exchange", "trade", "swap")) or tree.words[i].upos != "VERB":
        return False
    objects = tree.objects(i)
    beside = {tree.lemma(c) for o in objects for c in (*tree.children(o, "amod", "compound"), o)}
    singular = {w.removesuffix("s") for w in beside}
    return bool((beside | singular) & (_ANGRY | _WORDS_OF_QUARREL))
