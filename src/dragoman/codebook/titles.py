"""Positions as registers and reports word them, in our titles: "President of the Republic" is a president."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.actors import find_actor, find_actor_in
from dragoman.codebook.offices import find_title

_ACTING: Final = re.compile(r"^(?:the |acting |interim )+", re.IGNORECASE)
_OF: Final = re.compile(r"^(.+?) of (?:the )?(.+)$", re.IGNORECASE)
_TO: Final = re.compile(r"^ambassador(?: extraordinary.*)? (?:to|in) ", re.IGNORECASE)
_DESK: Final = re.compile(r"^((?:deputy|under|assistant|deputy assistant) secretary of state) for ", re.IGNORECASE)
_REALMS: Final = frozenset(("republic", "state", "federation", "kingdom", "government", "council of ministers"))
_FOREIGN: Final = re.compile(r"^(?:federal )?minister (?:of|for) (?:foreign|external) (?:affairs|relations)\b", re.I)


def name_office(position: str) -> str:
    """The title in our words where it is one of ours, alone or with its state: else the position as it stands.

    >>> name_office("President of the Republic"), name_office("Russian foreign minister")
    ('president', 'foreign minister')
    >>> name_office("Secretary of State for Transport"), name_office("Spouse of the President")
    ('secretary of state for transport', 'spouse of the president')
    """
    bare = _ACTING.sub("", " ".join(position.split()))
    low = bare.lower()
    if find_title(low):
        return low
    if _FOREIGN.match(low):
        return "foreign minister"
    if _TO.match(low):
        return "ambassador"
    desk = _DESK.match(low)
    if desk and find_title(desk[1]):
        return desk[1]
    match = _OF.match(bare)
    if match and find_title(match[1]):
        owner = find_actor(match[2])
        if match[2].lower() in _REALMS or (owner is not None and owner.kind in ("state", "body")):
            return match[1].lower()
    words = bare.split()
    found = find_actor_in(words)
    if found is not None and found[0] == 0:
        rest = " ".join(w for w in words[found[1] :] if w not in ("'s", "’s"))
        if find_title(rest):
            return rest.lower()
    return low
