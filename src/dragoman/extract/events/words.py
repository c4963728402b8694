"""What somebody's own words do, whatever the verb: ask ("must", "should"), promise ("will"), refuse ("will not")."""

from __future__ import annotations

from typing import Final

from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act
from dragoman.extract.events.complements import is_passive, prepositional, says_we
from dragoman.extract.events.fits import Place
from dragoman.extract.events.sides import actors_of
from dragoman.extract.events.somebody import is_actor, sides_in
from dragoman.extract.events.state import State, is_hoped
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree
from dragoman.records import Entity

_FIRST: Final = frozenset(("we", "i"))
_NO_ACTS: Final = frozenset(
    """be have become happen need know serve reserve see think believe remain seem appear depend mean come get know
    want like hope expect understand lead cause result affect take""".split()
)
# "will not falter" promises, "does not object" consents
NO_REFUSALS: Final = (_NO_ACTS - {"take", "want"}) | frozenset(
    """falter waver rest forget hesitate tire fail matter object oppose reject refuse deny exclude preclude
    resist""".split()
)
_VIEWED: Final = ("see", "view", "regard", "consider", "note", "remember", "understand")
_UNBIDDEN: Final = ("expect", "doubt")
_WHICH: Final = frozenset("who what which that this these those".split())


def read_own_words(account: Account, place: Place) -> Act | None:
    """What the clause of a verb that no frame fits does, said by somebody; by the outlet's own words nothing."""
    tree, i = account.tree, place.i
    turned = _read_words(tree, i, place.state) if place.told else None
    if turned is None:
        return None
    if turned.category == "REQUEST":
        speaker = account.speakers.get(i)
        actors: tuple[Entity, ...] = (speaker,) if speaker else ()
        whom = list_obliged(tree, i)
    else:
        actors = account.entities(actors_of(tree, i))
        whom = _whom(tree, i)
    return Act(place, turned, None, actors, account.entities(whom)) if actors else None


def list_obliged(tree: Tree, i: int) -> list[int]:
    """Who has to do what `i` says: its subject, or by whom it is to be done."""
    if is_passive(tree, i):
        return [j for c in prepositional(tree, i, "by") for j in sides_in(tree, c)]
    return [j for s in tree.subjects(i) for j in sides_in(tree, s) if tree.words[j].text.lower() not in _FIRST]


def _read_words(tree: Tree, i: int, state: State) -> Turned | None:
    """What the clause of verb `i` amounts to in somebody's words."""
    if state.embedded or tree.words[i].upos != "VERB" or _asks(tree, i):
        return None
    subjects = tree.subjects(i)
    if not subjects:
        return None
    own = says_we(tree, i)
    if is_asked(tree, i, state) and (_is_named(tree, subjects[-1]) or is_passive(tree, i)):
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


def is_asked(tree: Tree, i: int, state: State) -> bool:
    """ "Orvana must stop": asked of others; not what "we must" do, what "should have been" done, what they
    "should expect", nor how something "should be seen"."""
    helpers = tree.children(i, "aux")
    if not state.obliged or says_we(tree, i) or any(tree.lemma(c) == "have" for c in helpers):
        return False
    if any(c < s for c in helpers for s in tree.subjects(i) if tree.words[c].text.lower() == "should"):
        return False  # "should Orvana refuse": if it does
    return not (tree.is_one(i, _UNBIDDEN) or (tree.is_one(i, _VIEWED) and is_passive(tree, i)))


def _is_named(tree: Tree, i: int) -> bool:
    """Somebody who can be known: a name, or he, she, it, they."""
    if tree.words[i].text.lower() in _WHICH:
        return False
    return tree.words[i].upos in ("PROPN", "PRON") or any(
        tree.name_at.get(c) in ("LOC", "NORP", "ORG") for c in tree.children(i, "amod", "compound", "nmod")
    )


def _whom(tree: Tree, i: int) -> list[int]:
    """For whom and with whom something is to be done."""
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
