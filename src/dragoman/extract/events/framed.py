"""Acts that a frame of the lexicon tells: at verbs and adjectives, and at nouns."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.extract.events.account import FIRST, Account
from dragoman.extract.events.acts import Act, with_sides
from dragoman.extract.events.blame import refusers_of
from dragoman.extract.events.chances import FIND
from dragoman.extract.events.claims import claim_on, claimants_of
from dragoman.extract.events.complements import is_passive, says_we
from dragoman.extract.events.fits import Place, first_fit
from dragoman.extract.events.promises import find_force, is_offer_to_both
from dragoman.extract.events.sides import (
    actors_of,
    attacks_at,
    drawn_by,
    feelers_of,
    judged_in,
    owners_of,
    recipients_of,
    victims_of,
)
from dragoman.extract.events.somebody import is_actor, sides_in
from dragoman.extract.events.state import (
    State,
    find_state,
    is_ahead,
    is_hoped,
    is_possible,
    is_standing,
    is_undone,
)
from dragoman.extract.events.turn import Turned, turn
from dragoman.extract.phrases import Tree, is_nobodys

_ATTACKED: Final = ("on", "against", "of", "at", "in")  # what leads to those whom an attack hits


def read_framed(account: Account, place: Place, frame: Frame) -> Act | None:
    """The act that comes of the frame where it stands, None where none comes of it."""
    tree, i = account.tree, place.i
    if place.kind == "noun":
        return _read_nominal(account, place, frame)
    turned = turn(frame, place.state, place.told)
    if turned is not None and turned.category == "AGREE" and place.state.future and is_hoped(tree, i):
        return None
    if turned is not None and is_offer_to_both(tree, place, frame):
        turned = Turned("AGREE", None, plover.general_cameo("AGREE"), rule="proposed to both sides")
    if turned is not None and turned.category != frame.category and is_undone(tree, i, place.state):
        if is_nobodys(tree, i):
            return None
        turned = Turned(frame.category, frame.mode, frame.cameo, ("negation",), "still undone, and not refused")
    if turned is None or (account.is_news and is_standing(tree, i) and not says_we(tree, i)):
        return None
    recipients = recipients_of(tree, i, frame, None)
    forceful = find_force(account, place, frame) if turned.category == "AGREE" else None
    if forceful is not None:
        turned, recipients = forceful
    if turned.category == "ASSAULT" and not recipients:
        recipients = victims_of(tree, i)
    if turned.category == "ACCUSE":
        recipients = recipients or judged_in(tree, i)
        if "told" in frame.needs and "subj" in frame.recipient:
            return _read_told(account, place, turned, frame, recipients)
    if place.kind == "adjective":
        actors = feelers_of(tree, i)
    else:
        actors = actors_of(tree, i) or [j for c in attacks_at(tree, i) for j in owners_of(tree, c)]
    return with_sides(account, place, turned, frame, [a for a in actors if a not in recipients], recipients)


def read_claimed(account: Account, place: Place, frames: tuple[Frame, ...]) -> Act | None:
    """ "Claimed responsibility for a blast in Orvana": an attack by whoever claims it, whatever its noun needs."""
    tree, i = account.tree, place.i
    verb = claim_on(tree, i)
    actors = claimants_of(tree, verb) if verb is not None else []
    if verb is None or not actors or find_state(tree, verb).negated:
        return None
    attack = Frame("ASSAULT", "noun", tree.lemma(i), (), None, _ATTACKED, plover.general_cameo("ASSAULT"))
    fit = first_fit(place, frames)
    frame = fit if fit is not None and fit.category == "ASSAULT" else attack
    turned = Turned("ASSAULT", frame.mode, frame.cameo, rule="claimed by whoever did it", plain=True, read_as="ACCUSE")
    recipients = recipients_of(tree, i, replace(frame, recipient=_ATTACKED), None)
    return with_sides(account, replace(place, kind="noun", carrier=verb), turned, frame, actors, recipients)


def _read_nominal(account: Account, place: Place, frame: Frame) -> Act | None:
    """An act named by a noun: the subject of its light verb does it, or whoever the noun's own phrases name."""
    tree, i = account.tree, place.i
    recipients = recipients_of(tree, i, frame, place.carrier)
    if frame.category == "REQUEST":
        recipients = recipients or [j for c in refusers_of(tree, i) for j in sides_in(tree, c)]
    if place.carrier is not None and frame.light:
        state = find_state(tree, place.carrier)
        if place.state.negated:  # "gave no promise"
            state = replace(state, negated=True)
        turned = turn(frame, state, place.told)
        actors = [a for a in actors_of(tree, place.carrier) if a not in recipients]
    else:
        if place.state.negated or _is_supposed(tree, i) or (frame.category == "CONSULT" and is_possible(tree, i)):
            return None
        turned = turn(frame, State(future=frame.category == "CONSULT" and is_ahead(tree, i)), place.told)
        actors = [a for a in owners_of(tree, i) or _senders(place, frame) if a not in recipients]
    drawn = drawn_by(tree, i, place.carrier, actors)
    actors, recipients = (drawn[0], drawn[1] or recipients) if drawn else (actors, recipients)
    forceful = find_force(account, place, frame) if turned is not None and turned.category == "AGREE" else None
    if forceful is not None:
        turned, recipients = forceful[0], forceful[1] or recipients
    if turned is not None and turned.category == "ACCUSE" and not recipients:
        recipients = judged_in(tree, i)
    return with_sides(account, place, turned, frame, actors, recipients) if turned else None


def _senders(place: Place, frame: Frame) -> list[int]:
    """ "The extradition of two suspects from Chile to Peru": by the state that they leave; "an appeal from Chile"."""
    moved = frame.category == "COOPERATE" and "from" in frame.needs
    said = frame.category in plover.BY_WORDS and "from" not in frame.recipient
    leaving = place.after("from") if moved or said else []
    return [j for c in leaving for j in sides_in(place.tree, c)]


def _read_told(account: Account, place: Place, turned: Turned, frame: Frame, recipients: list[int]) -> Act | None:
    """ "Orvana broke the truce", in somebody's words: the speaker accuses whoever is said to have done it, unless
    the event reader has it from the word of saying already."""
    speaker = account.speakers.get(place.i)
    if any(account.chances.of([up], "ACCUSE") >= FIND for up in account.tree.path_up(place.i)):
        return None
    doers = account.tree.subjects(place.i)
    if place.kind == "verb" and not any(is_actor(account.tree, s) for s in doers):
        return None  # "the talks failed to"
    if place.kind == "verb" and (place.state.negated or is_passive(account.tree, place.i)):
        return None  # "had not misled", "were misled by"
    named = [r for r in recipients if account.tree.words[r].text.lower() not in FIRST]
    to_whom = account.entities(named)
    return Act(place, turned, frame, (speaker,), to_whom) if speaker is not None and to_whom else None


def _is_supposed(tree: Tree, i: int) -> bool:
    """What a noun names is no fact under a predicate that is supposed, denied or still to come."""
    above = tree.clause(i)
    if above == i:
        return False
    state = find_state(tree, above)
    return state.supposed or state.negated or state.future or state.embedded
