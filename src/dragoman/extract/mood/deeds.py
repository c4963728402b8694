"""Whether what a verb says of a text is done, wanted, arranged, bargained over or refused."""

from __future__ import annotations

from typing import Final, Literal

from dragoman.extract.mood.clause import UNSURE, WILL, WOULD, read_clause
from dragoman.extract.phrases import Tree

Mood = Literal["done", "wished", "bargained", "arranged", "refused"]

_DOING: Final = frozenset(
    """manage succeed begin start continue proceed go come help get happen use rush hasten return able vote join
    pause seem appear prove""".split()
)  # what they are followed by is done
_AFTER: Final = frozenset(("after", "since"))
_TOWARDS: Final = frozenset("on at toward towards".split())  # "talks on restoring", "aimed at reaching"
_TRIES: Final = frozenset("effort attempt bid step move push try chance way opportunity plan call meeting".split())
_GLAD: Final = ("congratulate", "insist", "compliment")  # on what is done
_GOALS: Final = frozenset("hope prospect goal aim chance possibility importance need way means task idea".split())
_MODALS: Final = UNSURE | WILL | WOULD | {"if"}
_REFUSED: Final = frozenset("will would can ca wo could".split())
_REFUSING: Final = ("refuse", "decline")
_CHOOSING: Final = ("decide", "choose", "vow", "opt", "vote", "want", "intend", "plan")
_FAILING: Final = ("fail", "unable", "yet")
_IN_VAIN: Final = ("fail", "unable")
_WILLING: Final = ("ready", "willing", "prepared", "go")  # "is not ready to sign"
_UNLESS: Final = frozenset("unless until till before without".split())
_ARRANGED: Final = ("agree", "decide", "due", "set", "schedule")
_TELLING: Final = ("say", "tell", "announce", "report", "confirm", "state")
_URGED: Final = ("call", "urge", "demand", "press", "push", "want", "propose", "offer", "suggest", "need", "appeal")
_BARGAINING: Final = frozenset(
    """negotiate negotiation struggle bid bargain haggle wrangle close closer near nearer verge brink cusp edge
    progress movement headway negotiator deadlock stalemate impasse""".split()
)
_TALKS: Final = ("talks", "negotiations", "round", "rounds")
_CLAUSES: Final = ("xcomp", "ccomp", "advcl", "acl", "conj", "parataxis")


def read_mood(tree: Tree, verb: int) -> Mood:
    """How real the act of `verb` is by the words over and beside it."""
    if _is_refused(tree, verb):
        return "refused"
    if _is_denied(tree, verb):
        return "bargained"
    if _is_arranged(tree, verb):
        return "arranged"
    if not is_wished(tree, verb):
        return "done"
    return "bargained" if is_bargained(tree, verb) else "wished"


def is_wished(tree: Tree, verb: int) -> bool:
    """The clause is wanted, allowed or foreseen, not done: modals, infinitives under a wish, conditions."""
    i = verb
    for _ in range(5):
        clause = read_clause(tree, i)
        helpers = clause.helpers
        if helpers & _MODALS:
            return True
        if helpers & _AFTER:
            return False
        head, relation = tree.words[i].head, tree.relation(i)
        if head == i or relation not in _CLAUSES:
            return "to" in helpers and head != i
        if tree.is_one(head, ("vote",)):
            return False
        if relation == "acl" and _is_ranked(tree, head):
            return False
        if relation != "conj" and "to" in helpers and not tree.is_one(head, _DOING):
            return True
        if clause.ing and helpers & _TOWARDS and not tree.is_one(head, _GLAD):
            return True
        if "of" in helpers and tree.is_one(head, _GOALS):
            return True
        if relation == "conj" and "to" not in helpers and tree.children(i, "nsubj"):
            return False
        i = head
    return False


def _is_ranked(tree: Tree, i: int) -> bool:
    """ "the first state to sign it"; "the first effort to reach it" is no deed."""
    ranked = any(tree.words[c].text.lower() in ("only", "first", "second") for c in tree.children(i, "amod"))
    return ranked and not tree.is_one(i, _TRIES)


def _is_arranged(tree: Tree, verb: int) -> bool:
    """Agreed or fixed to be done: "will sign", "are to sign", "agreed to sign", "is due to be signed"."""
    clause = read_clause(tree, verb)
    if clause.marks & {"if", "whether"}:
        return False
    if clause.will:
        return True
    head = tree.words[verb].head
    if clause.would:
        return tree.relation(verb) == "ccomp" and tree.is_one(head, _TELLING) and not tree.children(verb, "advcl")
    if not clause.infinitive:
        return False
    if tree.relation(verb) in ("xcomp", "ccomp") and head != verb and tree.is_one(head, _ARRANGED):
        return not is_wished(tree, head) and not tree.is_negated(head)
    return clause.is_to


def is_bargained(tree: Tree, i: int) -> bool:
    """Talks, negotiators or a struggle stand over the words, nearer than anybody who merely calls for it."""
    sentence = tree.words[i].sentence
    for j in (i, *list(tree.path_up(i))[:6]):
        word = tree.words[j]
        if word.sentence != sentence or (j != i and tree.is_one(j, _URGED)):
            return False
        doers = tree.children(j, "nsubj") if word.upos in ("VERB", "ADJ", "AUX") else []
        if any(_is_bargaining(tree, k) for k in (j, *doers)):
            return True
    return False


def _is_bargaining(tree: Tree, j: int) -> bool:
    word = tree.words[j]
    return tree.is_one(j, _BARGAINING) or (word.upos == "NOUN" and word.text.lower() in _TALKS)


def _is_refused(tree: Tree, verb: int) -> bool:
    """ "refused to sign", "would not sign", "is not ready to sign"; not where a condition leaves it open."""
    if any(read_clause(tree, c).helpers & _UNLESS for c in tree.children(verb, "advcl")):
        return False
    head = tree.words[verb].head
    if tree.relation(verb) in ("xcomp", "ccomp") and head != verb:
        if tree.is_one(head, _REFUSING):
            return True
        if tree.is_one(head, _WILLING) and read_clause(tree, verb).infinitive:
            return tree.is_negated(head)
        if tree.is_one(head, _CHOOSING) and (tree.is_negated(verb) or tree.is_negated(head)):
            return True
    return tree.is_negated(verb) and bool(read_clause(tree, verb).helpers & _REFUSED)


def _is_denied(tree: Tree, verb: int) -> bool:
    """ "failed to reach a deal", "have yet to sign", "has not been signed", "without agreeing on it"."""
    if "without" in read_clause(tree, verb).helpers:
        return True
    head = tree.words[verb].head
    if tree.relation(verb) in ("xcomp", "ccomp", "acl") and head != verb and tree.is_one(head, _FAILING):
        return True
    near = (verb, head) if read_clause(tree, verb).infinitive else (verb,)
    yet = any(tree.words[c].text.lower() == "yet" for v in near for c in tree.children(v, "advmod"))
    return yet or tree.is_negated(verb)


def has_failed(tree: Tree, verb: int) -> bool:
    """ "Failed to extend it": tried, and in vain."""
    head = tree.words[verb].head
    over = tree.relation(verb) in ("xcomp", "ccomp", "acl") and head != verb
    return over and tree.is_one(head, _IN_VAIN) and not is_wished(tree, head) and not tree.is_negated(head)


def is_future(tree: Tree, verb: int) -> bool:
    """ "Will sign": nobody has agreed to it yet."""
    return read_clause(tree, verb).will
