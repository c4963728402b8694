"""Acts that the event reader finds where no frame tells of them, or where a frame takes their words for another act."""

from __future__ import annotations

from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act, is_talked_of, trigger_words
from dragoman.extract.events.blame import bystanders
from dragoman.extract.events.chances import Read
from dragoman.extract.events.claims import is_claim
from dragoman.extract.events.complements import is_name_given, says_we
from dragoman.extract.events.fits import Place
from dragoman.extract.events.ruled import is_quarrel, rule_read
from dragoman.extract.events.sides import (
    actors_of,
    drawn_by,
    judged_in,
    on_each_other,
    owners_of,
    recipients_of,
    victims_of,
)
from dragoman.extract.events.state import (
    WEIGHED,
    State,
    find_state,
    is_ahead,
    is_discussed,
    is_ended,
    is_possible,
    is_standing,
    is_undone,
    is_unreal,
)
from dragoman.extract.events.turn import POSSIBLE, Turned, turn
from dragoman.extract.events.untold import is_untold
from dragoman.extract.events.words import NO_REFUSALS, is_asked, list_obliged
from dragoman.extract.phrases import NEGATIONS, Tree, is_nobodys, is_of_none

_CONFLICT: Final = 3  # quads from here on
_FORCE: Final = 4  # the quad of material conflict
_CONVICTED: Final = "116"  # CAMEO
_WILLING: Final = frozenset(("SUPPORT", "AGREE", "CONCEDE", "ACCUSE"))
_GRANTED: Final = ("SUPPORT", "AGREE", "CONCEDE")  # "has never recognised": kept, flagged
_STILL_TO_SAY: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))


def with_unframed(account: Account, acts: list[Act]) -> list[Act]:
    """The acts and those that the event reader finds, in place of what our frames take their words for."""
    told = [(a, set(trigger_words(account.tree, a))) for a in acts]
    own = {i for a, words in told if a.frame is not None and a.frame.own for i in words}
    promised = {i for a in acts if a.promise for i in (*a.promise, a.place.i)}
    read: list[Act] = []
    for found in account.chances.find(account.tree, {i: a.turned.category for a, words in told for i in words}):
        if own & set(found.words) or _is_surer(found, told):
            continue
        if found.category == "AGREE" and promised & set(found.words):
            continue
        act = _read_unframed(account, found)
        if act is not None:
            told = [(a, words) for a, words in told if not words & set(found.words)]
            read.append(act)
    return [*(a for a, _ in told), *read]


def _is_surer(found: Read, told: list[tuple[Act, set[int]]]) -> bool:
    """Whether a frame that asks for the very object ("cut ties"), or for what is to come ("will retaliate"), goes
    before what the reader takes the words for: where it takes conflict for cooperation, or a verdict for less."""
    for act, words in told:
        if not words & set(found.words) or act.frame is None:
            continue
        if act.frame.cameo == _CONVICTED and plover.quad(found.category) == plover.quad(act.frame.category):
            return True
        if not any("obj=" in n or n == "future" for n in act.frame.needs):
            continue
        quads = (plover.quad(act.turned.category) or 0, plover.quad(found.category) or 0)
        if 0 < quads[1] < _CONFLICT <= quads[0]:
            return True
    return False


def _read_unframed(account: Account, found: Read) -> Act | None:
    """An act that no frame tells: its sides where acts of its category have them."""
    tree, i = account.tree, found.i
    state, frame = find_state(tree, i), found.frame(tree)
    if _is_no_act(account, found, frame, state):
        return None
    carrier = tree.words[i].head if frame.kind == "noun" and tree.relation(i) == "obj" else None
    speaker = account.speakers.get(i)
    if found.category == "REQUEST" and is_asked(tree, i, state):
        speaker = account.voice_at(i)
        actors: list[int] = []
        recipients = list_obliged(tree, i) or account.named("recipient", found.words, [])
    else:
        actors, recipients = _find_sides(account, found, frame, carrier)
    who, to_whom = account.entities(actors), account.entities(recipients)
    if not who and speaker is not None and found.category in plover.BY_WORDS:
        who = (speaker,)
    if not who and not (found.category in plover.AT_HAND and to_whom):
        return None
    place = Place(tree, i, state, speaker is not None, carrier, kind=found.kind(tree))
    talks = found.category == "CONSULT" and frame.kind == "noun"
    announced = (state.future and found.category == "RETREAT") or (talks and is_ahead(tree, i))
    turned = turn(frame, State(future=True), place.told) if announced else None
    turned = (
        turned
        or rule_read(tree, found)
        or Turned(found.category, None, plover.general_cameo(found.category), _aux(tree, found, state))
    )
    return Act(place, turned, frame, who, to_whom, found)


def _is_no_act(account: Account, found: Read, frame: Frame, state: State) -> bool:
    """Whether what is said of the word makes it none: denied, supposed, ended, only talked of, or still to be said."""
    tree, i, category = account.tree, found.i, found.category
    of_words = category in plover.BY_WORDS
    denying = any(tree.words[j].text.lower() in NEGATIONS for j in found.words)  # "will not accept": a refusal
    negated = state.negated and not denying
    if (negated or state.supposed) and not of_words and not _aux(tree, found, state):
        return True
    undone = category in _GRANTED and is_undone(tree, i, state) and not is_nobodys(tree, i)
    if negated and category in _WILLING and not undone:
        return True
    if is_of_none(tree, i) and (plover.quad(category) or 0) < _CONFLICT:  # "voiced no support"
        return True
    if denying and ((is_undone(tree, i, state) and not undone) or tree.is_one(i, NO_REFUSALS)):
        return True
    if is_untold(tree, i, category):
        return True
    if category == "ACCUSE" and any(is_claim(tree, j) for j in found.words):
        return True
    if category in ("CONSULT", "COOPERATE") and is_quarrel(tree, i):
        return True
    if category == "CONSULT" and frame.kind == "noun" and is_possible(tree, i):
        return True
    if category == "REQUEST":
        stands = account.is_news and not tree.children(i, "mark") and is_standing(tree, i) and not says_we(tree, i)
        if stands or is_name_given(tree, i):
            return True
    if is_ended(tree, i, category) or is_unreal(tree, i) or (tree.is_one(i, WEIGHED) and not of_words):
        return True
    if category != "AGREE" and is_talked_of(frame) and any(is_discussed(tree, j) for j in found.words):
        return True
    return state.future and category in _STILL_TO_SAY and not denying


def _aux(tree: Tree, found: Read, state: State) -> tuple[str, ...]:
    """ "Did not meet", "has never recognised", "could close", "will march": what is told as not done, only possible, or
    still to come; what is but wished or a condition is none of these."""
    if tree.words[found.i].upos != "VERB" or state.embedded or state.obliged:
        return ()
    if found.category in plover.BY_WORDS:
        return ("negation",) if found.category in _GRANTED and is_undone(tree, found.i, state) else ()
    force = plover.quad(found.category) == _FORCE
    if state.supposed:
        return ("hypothetical",) if found.category in POSSIBLE and state.possible and not state.negated else ()
    if state.future:
        return ("future",) if force and not state.negated else ()
    return ("negation",) if state.negated else ()


def _find_sides(account: Account, found: Read, frame: Frame, carrier: int | None) -> tuple[list[int], list[int]]:
    """The heads of both sides: by the tree, unless the reader knows better, and by the reader where the tree is
    silent."""
    tree, i, category = account.tree, found.i, found.category
    actors = owners_of(tree, i) if frame.kind == "noun" else actors_of(tree, i)
    if not actors and carrier is not None:
        actors = actors_of(tree, carrier)
    others = bystanders(tree, i, category)
    actors = account.named("actor", found.words, actors, others)
    recipients = account.named("recipient", found.words, recipients_of(tree, i, frame, carrier))
    drawn = drawn_by(tree, i, carrier, actors)
    actors, recipients = (drawn[0], drawn[1] or recipients) if drawn else (actors, recipients)
    recipients = [r for r in recipients if r not in actors]
    if category == "ACCUSE":
        recipients = recipients or judged_in(tree, i)
    recipients = recipients or account.marked(i, "T", actors)
    if category == "ASSAULT":
        recipients = recipients or victims_of(tree, i)
    if not actors and account.speakers.get(i) is None:
        actors = account.marked(i, "S", {*recipients, *others}) or account.marked(i, "R", ())
    actors = [a for a in actors if a not in recipients]
    return on_each_other(tree, i, actors, recipients) if category == "ASSAULT" else (actors, recipients)
