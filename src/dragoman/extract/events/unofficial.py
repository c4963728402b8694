"""Who can act: states, their people and whoever takes arms; not teams at play, families at home, or works of art."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.extract.events.acts import Act
from dragoman.extract.events.complements import lemmas_of
from dragoman.extract.phrases import Tree

# what players do in words of war
_PLAYED: Final = frozenset(("ASSAULT", "RETREAT", "THREATEN"))
# "44-10"; not "November 4-5", "a 10-3 vote"
_SCORE: Final = re.compile(
    r"(?<![\d-])(?<!ary )(?<!arch )(?<!pril )(?<!May )(?<!une )(?<!uly )(?<!gust )(?<!ber )"
    r"\d{1,3}\s?[-–]\s?\d{1,2}(?![\d-])(?!\s?(?:vote|majority|year))",
    re.IGNORECASE,
)
_FIRST: Final = ("my", "our")
_MANY: Final = 2  # words of games that make a game


def is_unofficial(tree: Tree, act: Act) -> bool:
    """Whether an act is a move of a game, a quarrel at home, or what a work of art does."""
    if act.frame is not None and act.frame.own and act.read is None:
        return False
    i = act.place.i
    verb = i if act.place.carrier is None else act.place.carrier
    heads = [j for s in (*tree.subjects(verb), *tree.children(verb, "nsubj")) for j in tree.joined(s)]
    return _is_game(tree, i, heads, act.turned.category) or _is_at_home(tree, heads) or _is_art(tree, heads, act)


def _is_game(tree: Tree, i: int, heads: list[int], category: str) -> bool:
    """ "Surrendered five wickets", "beat Peru 3-1": no word of arms or of a state in the sentence."""
    sentence = tree.reading.sentences[tree.words[i].sentence]
    words = list(range(sentence.first, sentence.last))
    lemmas = lemmas_of(tree, words)
    if lemmas & words_of("of-arms"):
        return False
    players = bool(lemmas_of(tree, heads) & words_of("of-sport"))
    if category not in _PLAYED:
        return players
    score = _SCORE.search(tree.text, sentence.start, sentence.end) is not None and "vote" not in lemmas
    return score or bool(lemmas & words_of("of-sport")) or len(lemmas & words_of("of-games")) >= _MANY


def _is_at_home(tree: Tree, heads: list[int]) -> bool:
    """ "My brother and I", "our neighbours"; a name or an office beside it says who it is."""
    return any(
        tree.words[c].text.lower() in _FIRST and not tree.children(h, "appos", "flat")
        for h in heads
        if lemmas_of(tree, [h]) & words_of("kin")
        for c in tree.children(h, "nmod", "det")
    )


def _is_art(tree: Tree, heads: list[int], act: Act) -> bool:
    """ "Her new album pays homage to"; but a book may accuse."""
    named = bool(heads) and all({tree.lemma(h), tree.words[h].text.lower()} & words_of("work-of-art") for h in heads)
    return named and act.turned.category not in ("ACCUSE", "REQUEST")
