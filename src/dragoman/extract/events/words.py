"""What somebody's own words do, whatever the verb: ask ("must", "should"), promise ("will"), refuse ("will not")."""

from __future__ import annotations

from typing import Final

from dragoman.extract.events.complements import is_passive, prepositional
from dragoman.extract.events.somebody import is_actor, sides_in
from dragoman.extract.events.state import State, is_hoped
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree

_FIRST: Final = frozenset(("we", "i"))
_NO_ACTS: Final = frozenset(
    """be have become happen need know serve reserve see think believe remain seem appear depend mean come get know
    want like hope expect understand lead cause result affect take""".split()
)
# "will not falter" promises, "does not object" consents
NO_REFUSALS: Final = (_NO_ACTS - {"take"}) | frozenset(
    """falter waver rest forget hesitate tire fail matter object oppose reject refuse deny exclude preclude
    resist""".split()
)


def read_words(tree: Tree, i: int, state: State, speaks: bool) -> Turned | None:
    """What the clause of verb `i`, said by somebody, amounts to.

    Args:
        speaks: the clause stands in somebody's words; nothing comes of the outlet's own.
    """
    if not speaks or state.embedded or tree.words[i].upos != "VERB" or _asks(tree, i):
        return None
    subjects = tree.subjects(i)
    if not subjects:
        return None
    own = any(tree.words[s].text.lower() in _FIRST for s in subjects)
    if state.obliged and not own and (_is_named(tree, subjects[-1]) or is_passive(tree, i)):
        return Turned("REQUEST", "change", "100", rule="said to have to")
    acting = own or (is_actor(tree, subjects[-1]) and _is_named(tree, subjects[-1]))
    if not state.future or state.supposed or not acting or is_passive(tree, i) or is_hoped(tree, i):
        return None
    if state.negated:
        if tree.lemma(i) in NO_REFUSALS:
            return None
        return Turned("REJECT", None, "120", rule="said not to be done")
    if tree.lemma(i) in _NO_ACTS:
        return None
    return Turned("AGREE", None, "030", rule="said to be done")


def _is_named(tree: Tree, i: int) -> bool:
    """Somebody who can be known: a name, or he, she, it, they."""
    return tree.words[i].upos in ("PROPN", "PRON") or any(
        tree.name_at.get(c) in ("LOC", "NORP", "ORG") for c in tree.children(i, "amod", "compound", "nmod")
    )


def whom(tree: Tree, i: int, turned: Turned) -> list[int]:
    """The recipients: who is to act, or for whom and with whom something is to be done."""
    if turned.category == "REQUEST":
        if is_passive(tree, i):
            return [j for c in prepositional(tree, i, "by") for j in sides_in(tree, c)]
        return [j for s in tree.subjects(i) for j in sides_in(tree, s) if tree.words[j].text.lower() not in _FIRST]
    for preposition in ("with", "to", "for"):
        found = [j for c in prepositional(tree, i, preposition) if is_actor(tree, c) for j in sides_in(tree, c)]
        if found:
            return found
    return [j for o in tree.objects(i) if is_actor(tree, o) for j in sides_in(tree, o)]


def _asks(tree: Tree, i: int) -> bool:
    """A question promises nothing."""
    return (
        tree.text[tree.words[i].end : tree.reading.sentences[tree.words[i].sentence].end].rstrip("\"'”’ ").endswith("?")
    )
