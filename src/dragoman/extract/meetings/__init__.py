"""Meetings: every meeting, call, round or session that a report tells of, each once.

Verbs and nouns that tell of one are found with their sides in syntax (`find`), judged by the clause they
stand in (`standing`), and put together where they tell of the same meeting (`together`). Who the sides are
is settled later; here they are phrases.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.codebook.schedules import is_schedule
from dragoman.extract.meetings.find import find_told
from dragoman.extract.meetings.together import put_together
from dragoman.extract.phrases import Tree
from dragoman.records import Meeting, Reading

_GOING_ON = ("held", "under way")  # what a schedule tells so is yet to come


def extract_meetings(reading: Reading) -> tuple[Meeting, ...]:
    """The meetings that `reading` tells of, in reading order, `part_of` counting in this tuple.

    Participants are phrases (`Entity.text` and `span`); one phrase may stand for several ("the two foreign
    ministers"). Dates are the words that govern them, or None.
    """
    tree = Tree(reading)
    found = put_together(tree, find_told(tree))
    if not is_schedule(reading.text):
        return found
    return tuple(replace(m, status="planned") if m.status in _GOING_ON else m for m in found)
