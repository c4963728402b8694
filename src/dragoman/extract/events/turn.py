"""What becomes of an act that is still to come, refused, supposed, or only asked for.

PLOVER: future cooperation is AGREE, an announced retreat CONCEDE, announced force THREATEN; what somebody says
will not be done is REJECT. A negated act stays, flagged; a supposed one is nobody's act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.extract.events.state import State

_COOPERATION: Final = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_FORCE: Final = {
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
}
_WILLING: Final = frozenset(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "CONSULT"))
POSSIBLE: Final = frozenset(("MOBILIZE", "COERCE", "SANCTION", "PROTEST"))  # kept where only possible
_CAMEO: Final = {"AGREE": "030", "CONCEDE": "080", "THREATEN": "130", "REJECT": "120"}


@dataclass(frozen=True, slots=True)
class Turned:
    category: str
    mode: str | None
    cameo: str | None
    aux: tuple[str, ...] = ()
    rule: str = ""
    plain: bool = False  # the words leave no doubt, whatever the event reader makes of them
    read_as: str | None = None  # what the event reader takes such words for


def turn(frame: Frame, state: State, told: bool) -> Turned | None:
    """The event that the frame's act comes to as it is told here; None where it is none."""
    category = frame.category
    if state.embedded or state.obliged:
        return None
    if state.supposed:
        kept = state.possible and category in POSSIBLE and not state.negated
        return Turned(category, frame.mode, frame.cameo, ("hypothetical",), "only possible") if kept else None
    if state.negated and category in _WILLING and (state.future or category in ("AGREE", "SUPPORT")):
        return Turned("REJECT", None, _CAMEO["REJECT"], rule="what one will not do is REJECT")
    aux = ("negation",) if state.negated else ()
    if not state.future:
        return Turned(category, frame.mode, frame.cameo, aux)
    if category == "SUPPORT" and is_done_by_saying(frame):
        return Turned(category, frame.mode, frame.cameo, aux)
    if category in _COOPERATION:
        return Turned("AGREE", None, _CAMEO["AGREE"], aux, "future cooperation is AGREE")
    if category in ("AGREE", "CONCEDE", "THREATEN"):
        return Turned(category, frame.mode, frame.cameo, aux)
    if category == "RETREAT":
        return Turned("CONCEDE", None, _CAMEO["CONCEDE"], aux, "an announced retreat is CONCEDE")
    if category in ("PROTEST", "MOBILIZE"):
        return Turned(category, frame.mode, frame.cameo, ("future", *aux), f"an announced {category} is still to come")
    if category in _FORCE:
        return Turned("THREATEN", _FORCE[category], _CAMEO["THREATEN"], aux, f"announced {category} is THREATEN")
    if not plover.is_shipped(category):
        return Turned(category, frame.mode, frame.cameo, ("future", *aux))
    return None  # "will call on", "will reject": words still to be said


def is_done_by_saying(frame: Frame) -> bool:
    """Whoever promises to ask asks, and whoever promises to stand with somebody does so by saying it."""
    return frame.category == "REQUEST" or (frame.category == "SUPPORT" and frame.predicate == "stand")
