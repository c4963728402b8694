"""Where a stance is taken: the word that takes it, what on, and who may hold it, read off the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.phrases import Tree
from dragoman.extract.positions.issues import act_issue, is_apart, noun_issue
from dragoman.extract.positions.taking import Take, is_stance_noun
from dragoman.extract.positions.verbs import RIGHTS, find_must_takes, find_verb_takes
from dragoman.extract.positions.words import (
    STANDING,
    find_adjective_takes,
    find_agent_takes,
    find_noun_takes,
    find_standing_takes,
    find_trouble_takes,
)


def find_takes(tree: Tree) -> Iterator[Take]:
    """Every stance that the words take, in reading order, whoever holds it; coordinates that stand apart, each."""
    last: Take | None = None
    for take in _find_first(tree):
        if take.again:  # "Orvana rejected the plan, while Selvia backed it"
            if last is None or not _may_be_it(tree, take, last):
                continue
            take = replace(take, issue=last.issue, on=last.on)
        yield take
        if last is None or not last.issue[0] <= tree.words[take.trigger].start < last.issue[1]:
            last = take
        if take.again:
            continue
        if take.on == take.trigger or tree.words[take.trigger].upos == "ADJ":
            continue
        for c in tree.children(take.on, "conj"):
            issue = (act_issue if tree.words[c].upos == "VERB" else noun_issue)(tree, c) if is_apart(tree, c) else None
            if issue is not None:
                yield replace(
                    take, issue=issue, on=c, coordinate=True, confidence=round(max(take.confidence - 0.05, 0.25), 2)
                )


def _may_be_it(tree: Tree, take: Take, last: Take) -> bool:
    """Whether "it" is what another side has just been told to stand on, here or in the sentence before."""
    apart = tree.words[take.trigger].sentence - tree.words[last.trigger].sentence
    it = next((o for o in tree.objects(take.trigger)), take.trigger)
    one = tree.is_plural(it) == tree.is_plural(last.on)
    return 0 <= apart <= 1 and one and not set(take.holders) & set(last.holders) and last.on < take.trigger


def _find_first(tree: Tree) -> Iterator[Take]:
    for word in tree.words:
        i = word.index
        if is_stance_noun(tree, i):
            yield from find_noun_takes(tree, i)
        elif word.upos in ("VERB", "AUX"):
            yield from find_verb_takes(tree, i)
        if word.upos in ("NOUN", "PROPN"):
            yield from find_agent_takes(tree, i)
            yield from find_trouble_takes(tree, i)
        if tree.case(i) in STANDING and tree.children(i, "cop"):
            yield from find_standing_takes(tree, i)
        if word.upos in ("ADJ", "VERB", "ADV"):
            yield from find_adjective_takes(tree, i)
        if word.text.lower() in RIGHTS and tree.relation(i) == "aux":
            yield from find_must_takes(tree, word.head)
