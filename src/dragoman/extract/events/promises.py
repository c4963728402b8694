"""What comes of promises and proposals: promised to be said and so said, force announced, offers to both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act, with_sides
from dragoman.extract.events.chances import FIND, UNLIKELY
from dragoman.extract.events.complements import GOING_ON, go_on, inner_subjects, lemmas_of
from dragoman.extract.events.fits import Place, find_place, first_fit
from dragoman.extract.events.sides import actors_of, owners_of, recipients_of
from dragoman.extract.events.state import State, find_state
from dragoman.extract.events.turn import Turned, is_done_by_saying, turn
from dragoman.extract.phrases import Tree

_NESTED: Final = 3  # verbs from a promise to what it comes to
_SURE: Final = 0.35  # of a threat in the words of a promise
_STRIVING: Final = ("try", "do", "use", "take", "spare")
_OF_BOTH: Final = frozenset("side country nation party state people government neighbour neighbor".split())
_PROPOSING: Final = ("suggest", "propose", "recommend")


def read_promise(account: Account, place: Place, frame: Frame) -> Act | None:
    """ "Will continue to urge Chile", "a commitment to stand with Chile": whoever promises to ask
    or to stand with somebody does."""
    tree = account.tree
    if frame.category != "AGREE" or "to" not in frame.needs or place.state.negated:
        return None
    for c in place.infinitives:
        c = go_on(tree, c)
        inside, frames = find_place(tree, c, State(past=True), place.told)
        found = first_fit(inside, frames)
        if found is None or find_state(tree, c).negated or not is_done_by_saying(found):
            continue
        if account.chances.of(place.words, "AGREE") >= FIND and account.chances.of([c], found.category) < UNLIKELY:
            continue
        verb = place.i if place.carrier is None else place.carrier
        actors = actors_of(tree, verb) if frame.kind != "noun" or place.carrier is not None else []
        actors = actors or owners_of(tree, place.i)
        turned = Turned(found.category, found.mode, found.cameo, rule="promised to be said, and so said")
        act = with_sides(account, inside, turned, found, actors, recipients_of(tree, c, found, None))
        return None if act is None else replace(act, promise=tuple(place.words))
    return None


def take_for_threat(account: Account, act: Act) -> Act:
    """ "Will continue its killings", "prepared to step in": what its words promise, where the event reader rather takes
    them for a threat."""
    if act.turned.category != "AGREE" or (act.frame is not None and act.frame.own):
        return act
    tree = account.tree
    words = [*act.place.words, *(c for j in act.place.words for c in tree.children(j, "aux", "xcomp"))]
    chance = account.chances.of(words, "THREATEN")
    if chance < _SURE or chance <= account.chances.of(words, "AGREE"):
        return act
    threat = Turned("THREATEN", None, plover.general_cameo("THREATEN"), rule="taken for a threat")
    return replace(act, turned=threat)


def find_force(account: Account, place: Place, frame: Frame) -> tuple[Turned, list[int]] | None:
    """ "vowed to keep fighting Israel", "vowed that it would wipe out the rebels": a threat, and at whom. What the
    event reader takes for an agreement is one."""
    if not {"to", "that"} & set(frame.needs) or account.chances.of(place.words, "AGREE") >= FIND:
        return None
    tree = account.tree
    ahead = place.infinitives if "to" in frame.needs else []
    ahead = ahead or [k for k in place.clauses if find_state(tree, k).future or _is_to_come(tree, k)]
    for c in (j for k in ahead for j in (k, *tree.children(k, "conj"))):
        c = _main_act(tree, c)
        act, frames = find_place(tree, c, find_state(tree, c), place.told)
        found = first_fit(act, frames) if act.kind == "verb" else None
        turned = turn(found, State(future=True), place.told) if found is not None else None
        if found is not None and turned is not None and turned.category == "THREATEN":
            return turned, recipients_of(tree, c, found, None)
    return None


def _main_act(tree: Tree, verb: int) -> int:
    """ "Keep fighting", "try all means to wipe out", "do everything to punish": what it comes to."""
    for _ in range(_NESTED):
        inner = tree.children(verb, "xcomp") if tree.is_one(verb, GOING_ON) else []
        if tree.is_one(verb, _STRIVING):
            inner = inner or [c for k in (verb, *tree.objects(verb)) for c in tree.children(k, "advcl", "acl")]
        inner = [c for c in inner if c > verb]
        if not inner:
            break
        verb = inner[0]
    return verb


def _is_to_come(tree: Tree, i: int) -> bool:
    """ "Vowed that it would"."""
    return any(tree.words[c].text.lower() in ("would", "will") for c in tree.children(i, "aux"))


def is_offer_to_both(tree: Tree, place: Place, frame: Frame) -> bool:
    """ "Suggested the two sides meet again": not asked of another, but offered."""
    if frame.category != "REQUEST" or not tree.is_one(place.i, _PROPOSING):
        return False
    heads = [*inner_subjects(tree, place.i), *place.objects]
    return any(
        tree.words[k].text.lower() in ("both", "two")
        for h in heads
        if lemmas_of(tree, [h]) & _OF_BOTH
        for k in tree.children(h, "det", "nummod", "amod", "compound")
    )
