"""Which frame of a predicate fits the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dragoman.codebook.frames import PREPOSITIONS, Frame, Kind, find_frames, is_light, words_of
from dragoman.extract.events.complements import (
    doers,
    is_of_class,
    is_passive,
    lemmas_of,
    prepositional,
    says_we,
    undergone,
)
from dragoman.extract.events.state import State
from dragoman.extract.phrases import Tree, is_time

_KINDS: Final[dict[str, Kind]] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}
_TO_COME: Final = frozenset("will would 'll ’ll".split())
_NEAR: Final = frozenset("compound amod nmod advmod xcomp obj obl det nummod flat".split())


@dataclass(frozen=True)
class Place:
    """A predicate where it stands. `carrier`: the light verb whose object it is ("voiced concern")."""

    tree: Tree
    i: int
    state: State
    told: bool  # inside somebody's words
    carrier: int | None = None
    kind: Kind = field(default="verb")

    @property
    def words(self) -> list[int]:
        """The predicate, and the verb that carries it."""
        return [self.i] if self.carrier is None else [self.i, self.carrier]

    @cached_property
    def objects(self) -> list[int]:
        """What a verb acts on; for a noun carried by a light verb the noun itself."""
        if self.kind != "verb":
            return [] if self.carrier is None else [self.i]
        return undergone(self.tree, self.i)

    @cached_property
    def infinitives(self) -> list[int]:
        """Infinitives that hang on the predicate, or on what it is said of ("urged Iran to stop")."""
        tree = self.tree
        places = [self.i, *tree.children(self.i, "obj", "obl")]
        found = [c for p in places for c in tree.children(p, "xcomp", "ccomp", "advcl", "acl") if c > self.i]
        return [c for c in found if any(tree.words[m].text.lower() == "to" for m in tree.children(c, "mark") if m < c)]

    @cached_property
    def clauses(self) -> list[int]:
        """Clauses that the predicate tells of or demands ("that Iran stop")."""
        found = [c for c in self.tree.children(self.i, "ccomp", "acl") if c > self.i and c not in self.infinitives]
        return [
            c
            for c in found
            if self.tree.relation(c) == "ccomp" or any(self.tree.lemma(m) == "that" for m in self.tree.children(c))
        ]

    def after(self, preposition: str) -> list[int]:
        """Phrases behind the preposition, on the predicate or on the verb that carries it."""
        found = prepositional(self.tree, self.i, preposition)
        if self.carrier is not None:
            found += [c for c in prepositional(self.tree, self.carrier, preposition) if c not in (*found, self.i)]
        return found


def find_place(tree: Tree, i: int, state: State, told: bool) -> tuple[Place, tuple[Frame, ...]]:
    """The predicate with the frames of its word; a noun as the object of a light verb has that verb as its carrier."""
    word = tree.words[i]
    kind = "verb" if _is_misread_verb(tree, i) else _KINDS.get(word.upos)
    if kind is None or (kind == "noun" and is_time(word)):
        return Place(tree, i, state, told), ()
    frames = find_frames(kind, word.lemma, word.text)
    if kind == "verb" and not frames and is_passive(tree, i):  # "was disappointed by", tagged as a verb
        felt = find_frames("adjective", word.text)
        kind, frames = ("adjective", felt) if felt else (kind, frames)
    carrier = None
    if kind == "noun" and frames:
        above = word.head
        if tree.relation(i) in ("obj", "obl", "nsubj") and tree.words[above].upos == "VERB":
            light = is_light(tree.lemma(above), tree.words[above].text)
            passive_subject = word.deprel == "nsubj:pass"
            carrier = above if light and (tree.relation(i) == "obj" or passive_subject) else None
    return Place(tree, i, state, told, carrier, kind), frames


def _is_misread_verb(tree: Tree, i: int) -> bool:
    """ "Police arrested a journalist", tagged as an adjective: an -ed word with a subject of its own is a verb."""
    word = tree.words[i]
    if word.upos not in ("ADJ", "PART", "X", "NOUN", "PROPN") or not word.text.endswith("ed"):
        return False
    return bool(tree.children(i, "nsubj", "obj")) and not tree.children(i, "cop", "det")


def first_fit(place: Place, frames: tuple[Frame, ...]) -> Frame | None:
    """The most demanding frame all of whose needs hold here."""
    return next((f for f in frames if all(_holds(place, f, need) for need in f.needs)), None)


def _holds(place: Place, frame: Frame, need: str) -> bool:
    if need.startswith("!"):
        return not (_holds(place, frame, need[1:]) or is_of_class(place.tree, place.objects, need[1:]))
    slot, _, name = need.partition("=")
    tree, i = place.tree, place.i
    if slot == "obj":
        return bool(place.objects) and (not name or _is_of(place, place.objects, name))
    if slot == "subj":
        return is_of_class(tree, doers(tree, i), name)
    if slot == "to":
        return _infinitive(place, name) or (bool(name) and is_of_class(tree, place.after("to"), name))
    if slot == "to.":
        return bool(place.after("to"))
    if slot == "that":
        return bool(place.clauses)
    if slot == "to-come":
        return any(tree.words[c].text.lower() in _TO_COME for k in place.clauses for c in tree.children(k, "aux"))
    if slot == "prt":
        beside = tree.children(i, "compound", "advmod", "obl")
        out_of = any(tree.case(c).split(" ")[:2] == [name, "of"] for c in beside)  # "walked out of the talks"
        return out_of or any(tree.words[c].text.lower() == name for c in beside if c > i)
    if slot == "future":
        return place.state.future
    if slot == "told":
        return place.told
    if slot == "perf":
        return _is_performed(place)
    if slot == "carried":
        return place.carrier is not None
    if slot == "first":
        return says_we(tree, i)
    if slot == "subjunctive":
        return any(_is_subjunctive(tree, c) for c in place.clauses)
    if slot in PREPOSITIONS:
        found = place.after(slot)
        if not found and place.kind != "verb" and slot in frame.recipient:
            found = [c for p in frame.recipient if p in PREPOSITIONS or p == "to" for c in place.after(p)]
        return bool(found) and (not name or is_of_class(tree, found, name))
    return _stands_beside(place, slot)


def _is_of(place: Place, heads: list[int], name: str) -> bool:
    """Of the class by head; "talks" behind "round of", "aid" before "package" count too."""
    tree = place.tree
    if is_of_class(tree, heads, name):
        return True
    inner = [
        c for h in heads for c in tree.children(h, "compound", "nmod", "amod", "nummod") if tree.case(c) in ("", "of")
    ]
    return bool(inner) and bool(lemmas_of(tree, inner) & words_of(name))


def _infinitive(place: Place, name: str) -> bool:
    if not name:
        return bool(place.infinitives)
    wanted = words_of(name)
    return any(place.tree.is_one(c, wanted) for c in place.infinitives)


def _is_performed(place: Place) -> bool:
    """Said by the one who does it, or told as done: no mere standing attitude."""
    tree, i = place.tree, place.i
    if says_we(tree, i):
        return True
    return place.told or place.state.past or tree.words[i].text.lower().endswith(("ed", "ood"))


def _is_subjunctive(tree: Tree, clause: int) -> bool:
    words = {tree.words[c].text.lower() for c in tree.children(clause, "aux")}
    if words & {"should", "must"}:
        return True
    return not words and tree.words[clause].text.lower() == tree.lemma(clause) and tree.words[clause].upos == "VERB"


def _stands_beside(place: Place, name: str) -> bool:
    tree, i = place.tree, place.i
    near = [c for c in tree.below[i] if tree.relation(c) in _NEAR]
    if place.carrier is not None:
        near += [place.carrier, *(c for c in tree.below[place.carrier] if tree.relation(c) in _NEAR and c != i)]
    wanted = words_of(name)
    return any(tree.lemma(c) in wanted or tree.words[c].text.lower() in wanted for c in near)
