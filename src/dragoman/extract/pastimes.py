"""Who meets and holds no talks: teams in a match, weather, couples, shareholders, the East and the West."""

from __future__ import annotations

import re
from typing import Final

from dragoman.extract.phrases import Tree

_MEETING: Final = ("meet", "gather", "face", "convene")
_GAMES: Final = frozenset(
    """match final semi-final semifinal quarter-final quarterfinal playoff tournament championship coach goalkeeper
    striker midfielder derby knockout bout opener halftime recital concert""".split()
)
_PITCH: Final = re.compile(
    r"\b(?:goalkeepers?|strikers?|midfielders?|half-?time|(?:semi|quarter)-?finals?|playoffs?|innings|wickets?|batsm[ae]n"
    r"|touchdowns?)\b",
    re.I,
)
_CONTESTS: Final = frozenset("cup league".split())
_ROUNDS: Final = ("final", "semi-final", "semifinal", "quarter-final", "quarterfinal", "qualifier", "play-off")
_PRIVATE: Final = frozenset(
    """shareholder stockholder investor creditor bondholder couple newlywed bride groom spouse classmate fan player
    champion athlete team-mate teammate singer actor musician pianist choir orchestra""".split()
)
_NATURE: Final = frozenset("air wind current river stream sea ocean cloud road".split())
WORKS: Final = frozenset("film movie novel play series drama opera musical thriller".split())  # of art, with a story
_WORKS: Final = WORKS | {"book", "comedy", "sequel", "episode", "sitcom", "ballet"}
_WINDS: Final = ("cold", "warm", "weather", "storm")
_QUARTERS: Final = frozenset("east west north south".split())


def is_pastime(tree: Tree, v: int) -> bool:
    """Whether those who "meet" there do so at a game, a wedding, in business or in a figure of speech."""
    if not tree.is_one(v, _MEETING):
        return False
    subjects = tree.subjects(v)
    if _is_in_work(tree, v):
        return True
    if subjects and all(_is_private(tree, s) for s in subjects):
        return True
    those = [*subjects, *tree.objects(v)]
    if those and all(tree.words[s].text.lower() in _QUARTERS for s in those):
        return True
    return any(_is_of_game(tree, c) for c in tree.under(v, ("conj", "parataxis", "ccomp")))


def is_at_game(tree: Tree, i: int) -> bool:
    """Whether the sentence tells of a game: what is fought and made up there is in figures of speech."""
    s = tree.reading.sentences[tree.words[i].sentence]
    return _PITCH.search(tree.text, s.start, s.end) is not None


def _is_private(tree: Tree, s: int) -> bool:
    if tree.lemma(s) == "front":
        return any(tree.lemma(c) in _WINDS for c in tree.children(s, "amod", "compound"))
    return tree.words[s].upos == "NOUN" and tree.lemma(s) in _PRIVATE | _NATURE


def _is_in_work(tree: Tree, v: int) -> bool:
    """ "In the film, a diplomat meets a violinist": told in the present, of a work of art."""
    told = tree.words[v].text.lower() in (tree.lemma(v), tree.lemma(v) + "s")
    works = [c for c in tree.children(v, "obl") if tree.lemma(c) in _WORKS and tree.case(c) == "in"]
    return told and bool(works)


def _is_of_game(tree: Tree, c: int) -> bool:
    """ "In the final", "for the league title"; not the Arab League, and no final talks."""
    word = tree.words[c]
    if word.text.lower() in _ROUNDS and c and tree.words[c - 1].text.lower() in _CONTESTS:
        return True  # "in the World Cup final", whatever "final" is to the tree
    if word.upos != "NOUN":
        return False
    if tree.lemma(c) in _GAMES:
        return tree.relation(c) in ("obl", "nmod", "obj") and tree.case(c) in ("in", "at", "for", "of", "during")
    return tree.lemma(c) in _CONTESTS and tree.case(c) == "in" and tree.relation(c) == "obl"
