"""Where a word that takes a stance names what it is about: the places of its frame, found on the tree."""

from __future__ import annotations

from typing import Final

from dragoman.extract.phrases import Tree
from dragoman.extract.positions.issues import act_issue, clause_issue, noun_issue, wished_issue
from dragoman.records import Offsets

_NOT: Final = frozenset("not n't n’t never no neither nor hardly".split())
_OF_STATES: Final = frozenset(("recognise", "recognize"))  # what is done to a state is a stance on it
_QUESTIONS: Final = frozenset("how whether when where".split())
_NEAR: Final = 4  # words from a stance to its preposition
_SPEAKING: Final = frozenset(
    """thank say talk speak mention note add tell begin start ask congratulate acknowledge make lay be do see stress
    reiterate express emphasize emphasise brief know hear welcome remind share point go""".split()
)


def is_denied(tree: Tree, i: int) -> bool:
    return any(tree.words[c].text.lower() in _NOT for c in tree.children(i, "advmod", "aux", "det", "cc"))


def issue_at(tree: Tree, head: int, where: str) -> tuple[Offsets | None, int]:
    """The issue in a place of the frame of `head`, and the word that heads it."""
    if where == "in-of" and tree.case(head) != "in":
        return None, head
    if where == "act":
        return act_issue(tree, head), head
    if where == "own-of":
        owned = any(tree.words[c].deprel == "nmod:poss" for c in tree.below[head])
        return _behind(tree, head, "of") if owned else (None, head)
    if where == "obj":
        for c in _undergone(tree, head):
            named = tree.name_at.get(c) == "PER" or (tree.name_at.get(c) == "LOC" and not tree.is_one(head, _OF_STATES))
            if tree.words[c].upos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and not named:
                return noun_issue(tree, c, head if tree.words[head].head == c else None), c
            if tree.words[c].upos == "VERB" and tree.words[c].text.lower().endswith("ing"):
                return act_issue(tree, c), c
            if tree.words[c].upos == "VERB" and tree.relation(c) == "obj" and c > head:
                return noun_issue(tree, c), c  # a noun read as a verb: "rejected demands"
        return None, head
    if where in ("to", "not-to", "on-to"):
        for c in tree.children(head, "xcomp", "ccomp", "advcl", "acl"):
            marks = {tree.words[m].text.lower() for m in tree.children(c, "mark")}
            purpose = tree.relation(c) == "advcl" and not tree.children(head, "obj", "obl", "iobj")
            if "to" in marks and c > head and (tree.relation(c) != "advcl" or purpose or where == "on-to"):
                if (where == "not-to") != is_denied(tree, c) or _is_of_speech(tree, c):
                    continue
                return wished_issue(tree, head, c), c
        return None, head
    if where == "that":
        for c in tree.children(head, "ccomp", "acl"):
            if c > head and "to" not in {tree.words[m].text.lower() for m in tree.children(c, "mark")}:
                return clause_issue(tree, c), c
        return None, head
    if where == "ing":
        for c in tree.children(head, "xcomp", "ccomp", "advcl"):
            if c > head and tree.words[c].text.lower().endswith("ing") and not tree.children(c, "mark"):
                return act_issue(tree, c), c
            if tree.words[c].upos == "VERB" and tree.relation(c) == "obj" and c > head:
                return noun_issue(tree, c), c  # a noun read as a verb: "rejected demands"
        return None, head
    if where in ("by-subject", "subject"):
        for c in tree.children(head, "nsubj", "csubj"):
            if tree.words[c].upos in ("NOUN", "PROPN"):
                return noun_issue(tree, c), c
            if tree.words[c].upos == "VERB":
                return clause_issue(tree, c), c
        return None, head
    return _behind(tree, head, {"to-obj": "to", "in-of": "of"}.get(where, where))


def _behind(tree: Tree, head: int, preposition: str) -> tuple[Offsets | None, int]:
    """The phrase or gerund that hangs on `head`, or on its object, by the preposition or particle."""
    for particle in tree.children(head, "compound", "advmod"):
        if tree.words[particle].text.lower() == preposition:  # models read many a preposition so
            bare = [c for c in tree.children(head, "obj", "obl") if c > particle and not tree.case(c)]
            return (noun_issue(tree, bare[0]), bare[0]) if bare else issue_at(tree, head, "obj")
    if (asked := _question_behind(tree, head, preposition)) is not None:
        return asked
    places = [head, *(tree.children(head, "obj") if tree.words[head].upos == "VERB" else [])]
    for place in places:
        for c in tree.children(place, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp"):
            if c < head:
                continue
            if tree.words[c].upos in ("VERB", "AUX"):
                if tree.words[c].text.lower().endswith("ing") and preposition in {
                    tree.words[m].text.lower() for m in tree.children(c, "mark", "case")
                }:
                    return act_issue(tree, c), c
                if preposition == "for" and preposition in {
                    tree.words[m].text.lower() for m in tree.children(c, "mark")
                }:
                    return clause_issue(tree, c), c
            elif tree.case(c) == preposition and tree.words[c].upos in ("NOUN", "PROPN", "ADJ", "NUM"):
                return noun_issue(tree, c), c
    return None, head


def _question_behind(tree: Tree, head: int, preposition: str) -> tuple[Offsets, int] | None:
    """ "Disagree over how to share the water", "divided over whether the talks should go on"."""
    for i in range(head + 1, min(head + _NEAR, len(tree.words) - 1)):
        if tree.words[i].text.lower() != preposition or tree.words[i + 1].text.lower() not in _QUESTIONS:
            continue
        up = [i + 1, *tree.path_up(i + 1)]
        verb = next((j for j in up if tree.words[j].upos == "VERB" and j > i), None)
        verb = verb or next((c for c in tree.children(i + 1, "acl", "xcomp") if tree.words[c].upos == "VERB"), None)
        issue = clause_issue(tree, verb) if verb is not None else None
        if (
            issue is not None
            and verb is not None
            and issue[0] > tree.words[i].start
            and " " in tree.text[slice(*issue)]
        ):
            return issue, verb
    return None


def _is_of_speech(tree: Tree, verb: int) -> bool:
    """ "I want to thank", "let me say": how somebody speaks, nothing they stand for."""
    who = {tree.words[s].text.lower() for s in tree.subjects(verb)}
    if who == {"i"} and tree.is_one(tree.words[verb].head, ("want",)):
        return True
    return tree.is_one(verb, _SPEAKING) and who <= {"i", "we"}


def is_passive(tree: Tree, verb: int) -> bool:
    kinds = {tree.words[c].deprel for c in tree.below[verb]}
    return bool(kinds & {"aux:pass", "nsubj:pass"}) or (
        tree.words[verb].deprel == "acl" and tree.words[verb].text.lower().endswith(("ed", "en", "wn"))
    )


def _undergone(tree: Tree, verb: int) -> list[int]:
    if not is_passive(tree, verb):
        found = tree.objects(verb)
        relative = tree.words[verb].deprel == "acl:relcl" and (
            not found or tree.lemma(found[0]) in ("which", "that", "whom")
        )
        return [tree.words[verb].head] if relative and tree.children(verb, "nsubj") else found
    own = [c for c in tree.below[verb] if tree.words[c].deprel == "nsubj:pass"]
    if tree.relation(verb) == "acl" and (not own or tree.lemma(own[0]) in ("which", "that", "who")):
        return [tree.words[verb].head]
    return own
