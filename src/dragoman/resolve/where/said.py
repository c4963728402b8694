"""Where statements were made: by their own words, or by those on what the same speaker says beside them."""

from __future__ import annotations

from typing import Final

from dragoman.records import Span, Statement, find_teller
from dragoman.resolve.where.locatives import Locative
from dragoman.resolve.where.nearest import OWN_CLAUSE, Nearest

_NEAR: Final = 3  # sentences between two sayings of one person; of one state's people, the next one
_SPEAKING: Final = frozenset("speak address talk brief open attend deliver give appear".split())
_AUDIENCE: Final = frozenset(
    "reporter journalist newsman correspondent press supporter crowd audience rally conference briefing".split()
)
_DEEP: Final = 5  # steps of the tree: "speaking at a school in the town of Orvana"


def find_said(statements: tuple[Statement, ...], trigger: Span) -> int | None:
    """The statement that an act's words are of, or that it is the cue of ("urged")."""
    cued = [i for i, s in enumerate(statements) if s.cue and s.cue.start < trigger.end and trigger.start < s.cue.end]
    return cued[0] if cued else find_teller(statements, trigger)


def _is_same_saying(one: Statement, other: Statement) -> bool:
    """Whether one speaker says both, and on one day."""
    a, b = one.speaker, other.speaker
    if a is None or b is None or a.code is None or a.code != b.code:
        return False
    return one.date is None or other.date is None or one.date.start == other.date.start


class Said(Nearest):
    """One report's locating phrases, and which of them its speakers spoke at."""

    def place_statements(self, statements: tuple[Statement, ...]) -> list[Locative | None]:
        """Where each statement was made; a state is too wide to be lent to what is said beside it."""
        own = [self._said_at(s) for s in statements]
        placed = [(found, t) for found, t in zip(own, statements, strict=True) if found is not None and t.content]
        lent = [(found, t) for found, t in placed if not found.wide]
        return [found or self._beside(s, lent) for found, s in zip(own, statements, strict=True)]

    def _beside(self, statement: Statement, lent: list[tuple[Locative, Statement]]) -> Locative | None:
        """Where the same speaker is told to have spoken nearest before or after."""
        if not statement.content:
            return None
        at = self._sentence(statement.content[0])
        near = [
            (abs(at - self._sentence(t.content[0])), i)
            for i, (_, t) in enumerate(lent)
            if _is_same_saying(statement, t)
        ]
        if not near:
            return None
        gap, i = min(near)
        found, other = lent[i]
        a, b = statement.speaker, other.speaker
        named = a is not None and b is not None and a.name == b.name
        return found if gap <= (_NEAR if named else 1) else None

    def _said_at(self, statement: Statement) -> Locative | None:
        """ "Said in Orvana", "said, speaking at a school in Orvana", "told reporters in the city of Orvana"."""
        if statement.cue is None:
            return None
        outside = [f for f in self.calm if not any(c.start <= f.start < c.end for c in statement.content)]
        found = self._governing(statement.cue, (), OWN_CLAUSE, outside)
        top = self.syntax.top(statement.cue.start, statement.cue.end)
        if found or top is None:
            return found[0] if found else None
        for w in self.syntax.child(top, ("advcl", "acl", "obj", "iobj", "obl")):
            if w.lemma in _SPEAKING or w.lemma.lower() in _AUDIENCE:
                below = [f for f in outside if w.index in self.syntax.path_up(f.head)[:_DEEP]]
                if below:
                    return min(below, key=lambda f: (self._cost(w.index, f.head), f.start))
        return None
