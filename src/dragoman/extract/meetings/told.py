"""One telling of a meeting: what a single clause or noun phrase gives away, before tellings are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import Offsets, Place, Span, When


@dataclass(slots=True)
class Told:
    """Words that tell of a meeting.

    `sides` are heads of phrases with their role, `otherwise` those of talks that are worded as known where none were
    told before; `known` says that the words refer to a meeting told before
    ("the talks"); `piece` that they name a part of one ("the final round"); `apart` that one side meets the
    others one by one; `owned` that they are "his", `following` that they are "the next"; `also` that they come on top
    of what was told, `earlier` that they are "the previous"; `of_body` that a body's own summit or session is
    meant, whose members need no names; `of_many` that a summit or conference is, of which few are named; `spoken`
    are the labels, with their roles, of those who speak to each other in a transcript; `named` are parts of a word that
    name a third party ("UN" in "UN-sponsored").
    """

    trigger: int
    status: str
    evidence: Span
    kind: str | None = None  # talks, meeting, summit, round, session, call; None where a verb tells it
    sides: dict[int, str] = field(default_factory=dict)
    otherwise: dict[int, str] = field(default_factory=dict)
    known: bool = False
    piece: bool = False
    order: int | None = None
    begins: bool = False
    owned: bool = False
    following: bool = False
    earlier: bool = False
    also: bool = False
    of_body: bool = False
    of_many: bool = False
    spoken: tuple[tuple[Offsets, str], ...] = ()
    named: tuple[tuple[Offsets, str], ...] = ()
    goes_on: bool = False
    apart: bool = False
    aside: bool = False  # who had a part in the talks told just before
    unsided: bool = False  # talks of which nobody is named: the report's main sides hold them
    when: When | None = None
    place: Place | None = None
    venue: str | None = None
    medium: str | None = None
    directness: str | None = None
    format: str | None = None
    outcome: tuple[str, ...] = ()
    confidence: float = 0.7

    def add(self, heads: list[int], role: str = "party") -> None:
        """More sides; who is one already keeps the role."""
        for h in heads:
            self.sides.setdefault(h, role)
