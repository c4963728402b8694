"""An act as a row of the record: its words, its score, and why it is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.scores import chosen_table, find_score
from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act
from dragoman.extract.events.blame import bystanders
from dragoman.extract.events.manner import tell_manner
from dragoman.extract.events.sides import wronged_in
from dragoman.extract.events.words import is_asked
from dragoman.extract.phrases import NEGATIONS, Tree
from dragoman.records import Event, FoundBy, quote

_CLOSE: Final = 3  # words from a verb back to what denies it
_OBLIGING: Final = ("must", "should")
_LEAVE: Final = ("parataxis", "conj", "acl:relcl", "punct", "dep")


def make_event(account: Account, act: Act) -> Event:
    """The event of an act: phrases for its sides, no day, no place yet."""
    tree, i = account.tree, act.place.i
    turned = tell_manner(tree, act)
    carrier = act.place.carrier
    head = i if carrier is None else carrier
    words = set(tree.under(head, _LEAVE))
    span = tree.quote_words(words, i)
    blames = act.frame is not None and "on" in act.frame.needs  # "blamed the blast on Chile"
    wronged = account.entities(wronged_in(tree, words)) if turned.category == "ACCUSE" and not blames else ()
    first, last = min(i, head), max(i, head)
    if carrier is None:
        last = max([i, *(c for c in tree.children(i, "compound") if i < c <= i + 2)])
    if turned.category == "REJECT":
        first = _beside(tree, first, NEGATIONS)
    if turned.category == "REQUEST" and is_asked(tree, i, act.place.state):
        first = _beside(tree, first, _OBLIGING)
    named = account.chances.list_named(tree, range(first, last + 1), bystanders(tree, i, turned.category))
    return Event(
        event=turned.category,
        trigger=quote(tree.text, tree.words[first].start, tree.words[last].end),
        evidence=(span,),
        actor=act.actors,
        recipient=tuple(e for e in act.recipients if e not in wronged),
        mode=(turned.mode,) if turned.mode else (),
        context=account.contexts.get(account.reading.sentences[tree.words[i].sentence].paragraph, ()),
        quad=plover.quad(turned.category),
        score=find_score(turned.category, turned.mode, turned.cameo),
        scores=chosen_table(),
        cameo=turned.cameo,
        aux=turned.aux,
        found_by=_found_by(act),
        predicate=act.frame.predicate if act.frame and not act.read else None,
        read_as=_read_as(act),
        plain=turned.plain,
        why=_why(act),
        confidence=_confidence(act),
        named=tuple(n for n in named if n.side == "actor" or n.entity not in wronged),
        wronged=wronged,
    )


def _beside(tree: Tree, first: int, words: Collection[str]) -> int:
    """The word that makes the act, close before a verb: it is "will not" that refuses, "must" that asks."""
    before = [j for j in tree.children(first, "advmod", "aux") if first - _CLOSE <= j < first]
    return min((j for j in before if tree.words[j].text.lower() in words), default=first)


def _found_by(act: Act) -> FoundBy:
    if act.read is not None:
        return "read"
    if act.frame is None and act.turned.category != "ACCUSE":
        return "words"
    if act.frame is None:
        return "frame"
    return "own frame" if act.frame.own else "frame"


def _read_as(act: Act) -> str | None:
    """What the event reader takes its words for: a claim of an attack for a charge."""
    return act.turned.read_as if act.read is None else act.read.category


def _why(act: Act) -> str:
    if act.read is not None:
        near = f", nearest frame {act.read.like}" if act.read.like else ""
        rule = f": {act.turned.rule}" if act.turned.rule else ""
        return f"read as {act.read.category} ({act.read.chance:.2f}{near}){rule}"
    own = act.frame is not None and act.frame.own
    source = f"{'your ' if own else ''}frame {act.frame.name}" if act.frame else "the speaker's own words"
    return f"{source}: {act.turned.rule}" if act.turned.rule else source


def _confidence(act: Act) -> float:
    """By how direct the reading is; `settle.weighing` has the last word where an event reader has read the report."""
    if act.read is not None:
        return act.read.chance
    if act.frame is None:
        return 0.45
    base = {"verb": 0.7, "adjective": 0.65, "noun": 0.5 if act.place.carrier is None else 0.65}[act.frame.kind]
    return base if act.recipients else base - 0.1
