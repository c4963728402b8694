"""How an act was done (its mode): by the words of the act, where its frame leaves it open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dragoman.codebook.frames import find_frames
from dragoman.codebook.modes import ModeRow, list_mode_rows
from dragoman.codebook.talks import verb_forms
from dragoman.extract.events.acts import Act
from dragoman.extract.events.complements import is_of_class, undergone
from dragoman.extract.events.turn import Turned
from dragoman.extract.events.words import is_asked
from dragoman.extract.phrases import Tree

_OF_CONTENT: Final = ("REQUEST", "REJECT", "THREATEN")  # whose mode is what is asked for, refused or threatened
_APART: Final = ("parataxis", "acl:relcl", "ccomp", "punct", "dep")
_ASKED: Final = ("obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "advcl", "acl")
_DEEP: Final = 4  # steps from an asking verb to what is asked for
_SETTING: Final = ("in", "at", "during", "after", "before", "since", "amid", "following", "on", "ahead")
# with what one of these is done stands where others have those to whom it is done
_WIELDING: Final = frozenset(
    """use fire launch drop detonate explode carry conduct stage mount throw hurl lob set plant unleash employ open
    exchange deploy send make take perpetrate""".split()
)


def tell_manner(tree: Tree, act: Act) -> Turned:
    """What the act comes to, with the mode and the CAMEO code that its words tell."""
    turned = act.turned
    if act.frame is not None and act.frame.own and act.read is None:
        return turned
    predicate = _predicate(tree, act)
    rows = list_mode_rows(turned.category)
    if rows:
        *nearer, whole = _places(tree, act)
        for words in (*nearer, whole):
            fit = (r for r in rows if r.stands_for(turned.mode) and r.fits(predicate, words))
            row = next((r for r in fit if r.beside or words is whole), None)
            if row is not None:
                return _as_row(turned, row)
    return _as_frames(tree, act)


def _as_row(turned: Turned, row: ModeRow) -> Turned:
    open_ = turned.cameo is None or _is_general(turned.cameo) or turned.mode != row.mode
    return replace(turned, mode=row.mode or turned.mode, cameo=row.cameo or turned.cameo if open_ else turned.cameo)


def _as_frames(tree: Tree, act: Act) -> Turned:
    """The mode that every frame of the word has in the category: what is released is released, whatever it is."""
    turned = act.turned
    if turned.mode is not None:
        return turned
    word = tree.words[act.place.i]
    frames = [f for f in find_frames(act.place.kind, word.lemma, word.text) if f.category == turned.category]
    modes = {f.mode for f in frames}
    if len(modes) != 1 or None in modes:
        return turned
    open_ = turned.cameo is None or _is_general(turned.cameo)
    return replace(turned, mode=frames[0].mode, cameo=frames[0].cameo if open_ else turned.cameo)


def _is_general(cameo: str) -> bool:
    """ "Not specified below"."""
    return len(cameo) == 3 and cameo.endswith("0")


def _predicate(tree: Tree, act: Act) -> frozenset[str]:
    """The words that say it, in every form that a dictionary may have them in."""
    words = [*act.place.words, *(act.read.words if act.read else ())]
    return frozenset(f for i in words for f in (*_forms(tree, i), *verb_forms(tree.lemma(i), tree.words[i].text)))


def _places(tree: Tree, act: Act) -> list[frozenset[str]]:
    """Where the words that tell a mode are looked for, the likeliest place first."""
    i = act.place.i
    heads = [i] if act.place.carrier is None else [i, act.place.carrier]
    if act.turned.category in _OF_CONTENT:
        own = heads if act.turned.category == "REQUEST" and is_asked(tree, i, act.place.state) else []
        words = _content(tree, heads) or _rest(tree, heads[0])
        if act.turned.category == "THREATEN":
            return [_spell(tree, words), _spell(tree, _means(tree, heads[0]))]
        doers = [s for w in words for s in tree.children(w, "nsubj")]  # "that its troops leave"
        return [_spell(tree, [*own, *words, *doers])]
    clause = [w for h in heads for w in _clause(tree, h)] + list(act.read.words if act.read else ())
    objects = [w for h in heads for o in _undergone(tree, h) for w in _clause(tree, o)]
    if act.turned.category == "ASSAULT":  # those on whom it is may have weapons of their own
        instruments = [w for h in heads for w in _instruments(tree, h)]
        objects = [w for w in objects if w not in instruments]
        wielded = any(tree.is_one(h, _WIELDING) for h in heads)
        return [_spell(tree, clause if wielded else [w for w in clause if w not in objects])]
    subjects = [w for s in tree.subjects(heads[-1]) for w in _clause(tree, s)]
    by_police = act.turned.category == "MOBILIZE" and is_of_class(tree, tree.subjects(heads[-1]), "police")
    return [_spell(tree, [] if by_police else objects), _spell(tree, [*clause, *subjects])]


def _undergone(tree: Tree, i: int) -> list[int]:
    return undergone(tree, i) if tree.words[i].upos in ("VERB", "AUX") else tree.children(i, "nmod", "compound")


def _instruments(tree: Tree, i: int) -> list[int]:
    """ "A drone attack", "tear gas", "an attack with knives": by what, not on whom."""
    if tree.words[i].upos in ("VERB", "AUX"):
        return []
    by_what = [*tree.children(i, "compound"), *(c for c in tree.children(i, "nmod") if tree.case(c) in ("with", "by"))]
    return [w for c in by_what for w in _clause(tree, c)]


def _clause(tree: Tree, head: int) -> list[int]:
    """The words below, but for clauses of their own and other verbs that are only set beside."""
    found, open_ = [], [head]
    while open_:
        j = open_.pop()
        found.append(j)
        open_ += [
            c
            for c in tree.below[j]
            if tree.words[c].deprel not in _APART
            and tree.relation(c) not in _APART
            and not (tree.relation(c) == "conj" and tree.words[c].upos == "VERB")
        ]
    return found


def _content(tree: Tree, heads: list[int]) -> list[int]:
    """What is asked for, refused or threatened: the heads of what hangs on the verb, and of what hangs on those."""
    found: list[int] = []
    level = heads
    for _ in range(_DEEP):
        level = [
            c
            for j in level
            for c in tree.children(j, *_ASKED)
            if tree.words[c].deprel != "acl:relcl" and tree.case(c).split(" ")[0] not in _SETTING
        ]
        level += [k for c in level for k in tree.children(c, "conj")]
        found += [w for c in level for w in (c, *tree.children(c, "compound", "amod", "advmod"))]
    return found


def _means(tree: Tree, i: int) -> list[int]:
    """ "Threatened the officers who had seized the port with a blockade": what it is threatened with, which trees hang
    on whatever stands nearest."""
    rest = _rest(tree, i)
    behind = next((k for k, j in enumerate(rest) if tree.words[j].text.lower() == "with"), None)
    return [] if behind is None or not tree.is_one(i, ("threaten",)) else rest[behind:]


def _rest(tree: Tree, i: int) -> list[int]:
    """What follows in the sentence, where the tree hangs nothing on the verb."""
    return [w.index for w in tree.words[i + 1 :] if w.sentence == tree.words[i].sentence]


def _spell(tree: Tree, words: Iterable[int]) -> frozenset[str]:
    return frozenset(f for i in words for f in _forms(tree, i))


def _forms(tree: Tree, i: int) -> set[str]:
    """A word's lemma and its forms without a plural ending."""
    low = tree.words[i].text.lower()
    return {tree.lemma(i), low, low.removesuffix("s"), low.removesuffix("ies") + "y", low.rstrip("-")}
