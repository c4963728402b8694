"""Where a text tells of meetings: one telling for each verb that tells one, and for each noun that names one."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import find_talk_verb
from dragoman.extract.meetings.aside import (
    add_leaders,
    read_aside,
    read_between,
    read_bringing,
    read_role,
    read_shuttle,
)
from dragoman.extract.meetings.called_off import read_visit_off
from dragoman.extract.meetings.calls import read_call, read_courtesy, read_told
from dragoman.extract.meetings.delegations import add_mediators
from dragoman.extract.meetings.nouns import find_noun
from dragoman.extract.meetings.split import split_meeting
from dragoman.extract.meetings.spoken import find_spoken
from dragoman.extract.meetings.talks import read_noun
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.verbs import read_verb
from dragoman.extract.pastimes import is_pastime
from dragoman.extract.phrases import Tree

# what verbs of no talks may tell, the first that finds anything
_READERS: Final = (
    read_call,
    read_told,
    read_courtesy,
    read_visit_off,
    read_bringing,
    read_between,
    read_shuttle,
    read_aside,
)


def find_told(tree: Tree) -> list[Told]:
    """Every telling of a meeting that the text asserts, in reading order."""
    found: list[Told] = []
    used: set[int] = set()
    for w in tree.words:
        if w.upos == "VERB" and find_noun(tree, w.index) is None and not is_pastime(tree, w.index):
            for use in find_talk_verb(w.lemma, w.text):
                told = read_verb(tree, w.index, use, used)
                if told is not None:
                    found += split_meeting(tree, told)
                    break
            else:
                call = next((c for read in _READERS if (c := read(tree, w.index)) is not None), None)
                found += [call] if call is not None else []
    for w in tree.words:
        part = read_role(tree, w.index)
        found += [part] if part is not None else []
        noun = find_noun(tree, w.index)
        if noun is not None and w.index not in used and not _is_within(tree, w.index):
            told = read_noun(tree, w.index, noun, None, used)
            if told is not None:
                found.append(told)
    for told in found:
        add_leaders(tree, told)
        add_mediators(tree, told)
    found += find_spoken(tree)
    return sorted(found, key=lambda t: t.trigger)


def _is_within(tree: Tree, n: int) -> bool:
    """The "summit" of "a summit meeting": the second word tells of it."""
    head = tree.words[n].head
    return tree.relation(n) == "compound" and head == n + 1 and find_noun(tree, head) is not None
