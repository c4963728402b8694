"""Events: who did what to whom, in PLOVER's categories.

Each predicate with its complements is looked up in the lexicon of frames (`fits`, `framed`); what its auxiliaries,
negation and governing clauses (`state`) make of it decides what it comes to (`turn`), and what is promised or proposed
may be more (`promises`). Inside somebody's words "must", "will" and "will not" are acts of their own (`words`), and so
is a word that condemns in passing (`judged`). What the event reader alone finds comes on top (`unframed`). Who does it
and to whom is read off the tree (`sides`); meetings are events by another way (`settle.consult`).
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act, is_talked_of, stands_anyway
from dragoman.extract.events.echoed import read_echoed
from dragoman.extract.events.fits import find_place, first_fit
from dragoman.extract.events.framed import read_claimed, read_framed
from dragoman.extract.events.judged import read_judged
from dragoman.extract.events.own_war import is_let_us, read_peace_call, take_for_peace
from dragoman.extract.events.promises import read_promise, take_for_threat
from dragoman.extract.events.rows import make_event
from dragoman.extract.events.sides import DURING, HARM
from dragoman.extract.events.somebody import is_actor
from dragoman.extract.events.state import find_state, is_discussed, is_ended, is_under, is_unreal
from dragoman.extract.events.unframed import with_unframed
from dragoman.extract.events.unofficial import is_unofficial
from dragoman.extract.events.untold import is_chanted, is_untold
from dragoman.extract.events.words import read_own_words
from dragoman.extract.phrases import Tree
from dragoman.records import Event, Reading

__all__ = ["extract_events"]

_HEADS: Final = frozenset(("VERB", "NOUN", "ADJ", "PROPN", "AUX", "PART", "X"))
_OF_AID: Final = ("AGREE", "SANCTION", "REJECT", "REQUEST", "AID")
_ASKING: Final = frozenset(("REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"))


def extract_events(reading: Reading) -> tuple[Event, ...]:
    """Events in reading order: phrases for their sides, no day, no place yet. Pure; wrong trees give fewer events."""
    account = Account(reading)
    tree = account.tree
    acts = [take_for_peace(account, a) for a in with_unframed(account, _find_acts(account))]
    acts = [a for a in acts if not is_unofficial(tree, a)]
    told = {a.place.i: a.turned.category for a in acts}
    acts = sorted((a for a in acts if not _is_retold(tree, a, told)), key=lambda a: a.place.i)
    asking = {a.place.i: a.turned.category for a in acts if a.read is None and a.turned.category in _ASKING}
    kept = [a for a in acts if stands_anyway(a) or not is_under(tree, a.place.i, asking)]
    protests = {i: "PROTEST" for a in acts if a.turned.category == "PROTEST" for i in a.place.words}
    return tuple(
        make_event(account, a)
        for a in kept
        if a.turned.category != "REQUEST" or not is_chanted(tree, a.place.i, protests)
    )


def _find_acts(account: Account) -> list[Act]:
    """The acts that frames and somebody's own words tell, in reading order."""
    acts: list[Act] = []
    told: set[int] = set()
    for word in account.tree.words:
        act = _find_act(account, word.index) if word.upos in _HEADS else None
        if act is None or (act.place.carrier is not None and act.place.carrier in told):
            continue  # of "sent aid" the verb told already
        acts.append(take_for_threat(account, act))
        told.add(act.place.i)
    return acts


def _find_act(account: Account, i: int) -> Act | None:
    """The act that word `i` tells: condemned in passing, by its frame, or by what somebody's own words do."""
    tree = account.tree
    state = find_state(tree, i)
    place, frames = find_place(tree, i, state, account.speakers.get(i) is not None)
    judged = read_judged(account, place)
    if judged is not None:
        return judged
    other = read_claimed(account, place, frames) or read_peace_call(account, place) or read_echoed(account, place)
    if other is not None or is_let_us(tree, tree.words[i].head):
        return other
    frame = first_fit(place, frames)
    if frame is not None:
        discussed = is_talked_of(frame) and is_discussed(tree, i)
        if is_unreal(tree, i) or is_ended(tree, i, frame.category) or discussed:
            return None
        if not frame.own and is_untold(tree, i, frame.category):
            return None
        if not state.obliged:
            return read_promise(account, place, frame) or read_framed(account, place, frame)
    return read_own_words(account, place)


def _is_retold(tree: Tree, act: Act, told: dict[int, str]) -> bool:
    """The attack in which those were killed of whom the verb tells, aid that is offered or suspended: one act."""
    i = act.place.i
    above = tree.words[i].head
    if act.turned.category == "AID" and tree.words[i].upos == "NOUN":
        near = [above, tree.words[above].head, *tree.children(i, "amod")]
        return any(told.get(j) in _OF_AID for j in near if j < i)
    if act.turned.category != "ASSAULT" or above == i:
        return False
    if tree.relation(i) == "obl" and tree.case(i) in DURING:
        return told.get(above) == "ASSAULT"
    onslaught = _onslaught_above(tree, i)
    return onslaught is not None and told.get(onslaught) == "ASSAULT"


def _onslaught_above(tree: Tree, i: int) -> int | None:
    """The verb of which this one tells the outcome ("shelled the town, killing six"), or by what it was done ("were
    killed by a rocket that hit their camp")."""
    word = tree.words[i]
    above = word.head
    if word.deprel in ("advcl", "acl") and above < i and word.text.lower().endswith("ing"):
        return above if tree.is_one(i, HARM) else None
    thing = tree.relation(above) == "obl" and tree.case(above) in DURING and not is_actor(tree, above)
    return tree.words[above].head if word.deprel == "acl:relcl" and thing else None
