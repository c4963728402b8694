"""Talks told as going on: they have begun, are under way or in their second day, and nothing says that they ended."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import TalkVerb
from dragoman.extract.mood import read_course
from dragoman.extract.mood.clause import BEING
from dragoman.extract.phrases import Tree

_BEGUN: Final = ("begin", "start", "open", "resume", "reopen", "kick", "get", "enter")
_GOES_ON: Final = ("continue", "proceed")
_SPELLS: Final = ("day", "week", "round", "hour", "month", "phase")
_NOW: Final = ("still", "currently", "now")


def find_under_way(tree: Tree, n: int) -> int | None:
    """The predicate of "are under way", "got underway", "entered their second day", where noun `n` is its subject."""
    above = tree.words[n].head
    if tree.relation(n) == "nmod" and tree.case(n) == "of" and _is_in_spell(tree, above):
        return above
    if tree.relation(n) != "nsubj" or above == n:
        return None
    if _is_under_way(tree, above):
        return above if tree.children(above, "cop") else None
    if tree.words[above].upos != "VERB":
        return None
    spells = [c for c in tree.children(above, "obj", "obl") if tree.lemma(c) in _SPELLS]
    own = any(tree.words[k].deprel == "nmod:poss" or tree.words[k].text == "a" for c in spells for k in tree.below[c])
    if tree.is_one(above, ("enter",)) and own:
        return above
    gets = tree.is_one(above, ("get",)) and any(_is_under_way(tree, c) for c in tree.below[above])
    return above if gets else None


def _is_in_spell(tree: Tree, i: int) -> bool:
    """ "Are in their third week (of talks)"."""
    own = any(tree.words[c].deprel == "nmod:poss" for c in tree.below[i])
    return own and tree.case(i) == "in" and tree.lemma(i) in _SPELLS and bool(tree.children(i, "cop"))


def _is_under_way(tree: Tree, i: int) -> bool:
    words = [w.text.lower() for w in tree.words[max(i - 1, 0) : i + 2]]
    here = tree.words[i].text.lower()
    return here == "underway" or (here == "under" and words[-1] == "way") or (here == "way" and words[0] == "under")


def read_begun(tree: Tree, n: int, held: tuple[int, TalkVerb] | None) -> bool:
    """Whether what is told of the talks `n` says that they have begun, or are going on on the day of the report."""
    under_way = find_under_way(tree, n)
    if under_way is not None:
        finite = tree.words[under_way].upos == "VERB" or _is_now(tree, under_way)
        return finite and read_course(tree, under_way) in ("held", "under way")
    if held is None:
        return False
    verb, use = held
    if use.use != "begin" or read_course(tree, verb) not in ("held", "under way"):
        return False
    if tree.is_one(verb, _GOES_ON):
        return _is_now(tree, verb)
    return tree.relation(n) == "nsubj" and tree.is_one(verb, _BEGUN)


def _is_now(tree: Tree, i: int) -> bool:
    """ "Are continuing", "is under way"; also "were continuing on Monday"."""
    beside = {tree.words[c].text.lower() for c in tree.children(i, "aux", "cop", "advmod")}
    return bool(beside & (BEING | {"were", "was"} | set(_NOW)))
