"""Meetings: every meeting, call, round or session that a report tells of, each once.

Verbs and nouns that tell of one are found with their sides in syntax (`find`), judged by the clause they
stand in (`standing`), and put together where they tell of the same meeting (`together`). Who the sides are
is settled later; here they are phrases.
"""

from __future__ import annotations

from dragoman.extract.meetings.find import find_told
from dragoman.extract.meetings.together import put_together
from dragoman.extract.phrases import Tree
from dragoman.records import Meeting, Reading


def extract_meetings(reading: Reading) -> tuple[Meeting, ...]:
    """The meetings that `reading` tells of, in reading order, `part_of` counting in this tuple.

    Participants are phrases (`Entity.text` and `span`); one phrase may stand for several ("the two foreign
    ministers"). Dates are the words that govern them, or None.
    """
    tree = Tree(reading)
    return put_together(tree, find_told(tree))
