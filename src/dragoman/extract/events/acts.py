"""An act as it is found, with its sides, before it becomes a row of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.extract.events.account import Account
from dragoman.extract.events.blame import bystanders
from dragoman.extract.events.chances import Read
from dragoman.extract.events.complements import is_passive
from dragoman.extract.events.fits import Place
from dragoman.extract.events.sides import masters_of, on_each_other
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree
from dragoman.records import Entity

_DECREED: Final = ("curfew", "martial-law")


@dataclass(frozen=True, slots=True)
class Act:
    """One event as found: `frame` None where the speaker's own auxiliaries made it."""

    place: Place
    turned: Turned
    frame: Frame | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    read: Read | None = None  # found by the event reader, no frame
    promise: tuple[int, ...] = ()  # the words of a promise to ask or to stand with somebody


def with_sides(
    account: Account, place: Place, turned: Turned, frame: Frame, actors: list[int], recipients: list[int]
) -> Act | None:
    """The act with those sides; None where too few are left of them for an act of its category."""
    named = account.named("actor", place.words, actors, bystanders(account.tree, place.i, turned.category))
    actors = [j for a in named for j in masters_of(account.tree, a) or [a]]
    if "obj=exercise" in frame.needs and len(actors) > 1:  # near a town of one of them: at nobody
        recipients = []
    recipients = [r for r in recipients if r not in actors]
    if turned.category == "ASSAULT":
        actors, recipients = on_each_other(account.tree, place.i, actors, recipients)
    who, to_whom = account.entities(actors), account.entities(recipients)
    by_law = turned.cameo in plover.BY_LAW and is_passive(account.tree, place.i)
    held = turned.category == "PROTEST" and place.kind == "noun"  # "protests continued in the capital"
    decreed = turned.mode in _DECREED  # "a curfew was imposed in the capital": by whoever rules there
    if not who and not held and not decreed and not ((turned.category in plover.AT_HAND or by_law) and to_whom):
        return None
    if turned.category in plover.NEEDS_RECIPIENT and not to_whom:
        return None
    return Act(place, turned, frame, who, to_whom)


def trigger_words(tree: Tree, act: Act) -> list[int]:
    """The words that say it: the predicate, and the noun or verb that it comes with."""
    i = act.place.i
    return [*act.place.words, *(c for c in tree.children(i, "compound", "fixed") if i < c <= i + 2)]


def stands_anyway(act: Act) -> bool:
    """Told as done, whatever the clause around asks for: condemned by a word beside it, or what another refuses to do
    for whoever asked ("refused the government's demand")."""
    asked = act.frame is not None and act.frame.kind == "noun" and act.turned.category == "REQUEST"
    return asked or (act.frame is None and act.turned.category == "ACCUSE")


def is_talked_of(frame: Frame) -> bool:
    """Of a kind that is no act where it is discussed: backing and commitments; aid that is to be given."""
    if frame.category in ("AID", "COOPERATE"):
        return frame.kind == "verb"
    return frame.category in ("AGREE", "SUPPORT")
