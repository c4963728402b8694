"""How far a verb says that talks have come: held, under way, ahead, or not asserted at all."""

from __future__ import annotations

from typing import Final

from dragoman.extract.mood.clause import Clause, read_clause
from dragoman.extract.phrases import Tree

_PLANS: Final = frozenset(
    """agree plan schedule due decide set arrange prepare intend expect slate announce commit confirm""".split()
)
WISHES: Final = frozenset(
    """want wish hope seek offer propose refuse decline reject ask urge call need demand try attempt invite ready
    willing able unable likely unlikely appeal encourage force pressure press suggest threaten possible impossible
    reluctant opposed open help support allow let permit persuade convince authorise authorize prepared push
    insist recommend advise oppose boycott consider favor favour avoid object prevent block accelerate promote
    advocate require mean aim eager keen desire hesitate deny doubt rule fail pretend claim tell order advance
    urgent back pursue""".split()
)
WISH_NOUNS: Final = frozenset(
    """call hope prospect possibility offer proposal appeal request invitation demand need support encouragement
    chance push condition precondition readiness willingness resumption desire idea question wish effort attempt
    bid time opportunity commitment refusal reluctance return way basis interest importance preparation option
    suggestion path champion advocate plea urgency absence lack issue subject mandate mechanism framework table
    aim goal purpose promise pledge insistence""".split()
)
PLAN_NOUNS: Final = frozenset("plan decision agreement schedule arrangement deal agenda announcement eve".split())
MOTION: Final = frozenset(
    """travel arrive fly come go head visit return leave depart land trip tour journey trek jet""".split()
)
_ASPECT: Final = frozenset("continue begin start keep manage resume go".split())
_GLAD: Final = frozenset(
    """good great pleased glad happy delighted honored honoured grateful pleasure honor honour wonderful""".split()
)
_CHANCES: Final = frozenset("opportunity chance occasion honor honour pleasure privilege".split())
_HABIT: Final = frozenset(
    """often frequently regularly usually sometimes occasionally always rarely routinely periodically
    repeatedly""".split()
)
BEFORE: Final = frozenset(("before", "ahead", "ahead of", "prior to", "prior", "until"))
_FACTUAL: Final = frozenset("after when since as while".split())
_AFTERWARDS: Final = frozenset("after following since when while".split())
_CONDITIONS: Final = frozenset(("if", "unless", "whether"))
TO_COME: Final = frozenset(
    """planned scheduled upcoming forthcoming coming next expected future impending slated due""".split()
)
_DEEP: Final = 6  # clauses that are asked for what they make of the one below
_HIGH: Final = 8  # words above a verb that may leave it open


def read_course(tree: Tree, v: int, depth: int = 0) -> str | None:
    """The status that the clause of verb `v` gives the talks it tells of, None where it does not assert them."""
    clause = read_clause(tree, v)
    if depth > _DEEP or clause.negated or clause.open or clause.unsure:
        return None
    if any(tree.lemma(c) in _HABIT for c in tree.children(v, "advmod")):
        return None
    past = _is_past(tree, v) and not clause.auxiliaries
    if past and clause.marks & _FACTUAL and tree.children(v, "nsubj"):
        return "held"
    if not _is_asserted(tree, v):
        return None
    if clause.will:
        return "planned"
    if clause.would:
        told = tree.relation(v) in ("ccomp", "parataxis", "root") and "have" not in clause.auxiliaries
        return "planned" if told else None
    if clause.is_to:
        return "planned"
    return _read_form(tree, v, clause, depth)


def _read_form(tree: Tree, v: int, clause: Clause, depth: int) -> str | None:
    """By the form of a verb without a modal: infinitives and gerunds are what the word above makes of them."""
    relation, head, bare = tree.relation(v), tree.words[v].head, not clause.auxiliaries
    if clause.infinitive or (clause.ing and bare and not clause.going_on):
        return _read_governed(tree, v, clause.marks, depth)
    base = clause.verb == tree.lemma(v) and bare and not clause.marks
    if relation == "conj" and base and not tree.children(v, "nsubj"):  # "will meet A and hold talks with B"
        return read_course(tree, head, depth + 1) if tree.words[head].upos in ("VERB", "AUX") else None
    if relation == "xcomp" and tree.words[head].upos in ("VERB", "ADJ", "AUX") and head != v and bare:
        return _read_governed(tree, v, clause.marks, depth)
    if clause.going_on:
        return "under way"
    return "planned" if relation in ("acl", "amod") and clause.verb in TO_COME else "held"


def _is_past(tree: Tree, v: int) -> bool:
    """A finite past form, as far as form shows it."""
    text = tree.words[v].text.lower()
    return text in ("met", "held", "spoke", "had", "sat", "began", "took") or text.endswith("ed")


def _is_asserted(tree: Tree, v: int) -> bool:
    """Not where a clause above leaves what it embeds open: wishes, conditions, denials."""
    i = v
    for _ in range(_HIGH):
        head, relation = tree.words[i].head, tree.relation(i)
        if head == i:
            break
        if relation == "ccomp" and tree.is_one(head, WISHES) and tree.lemma(head) not in ("tell", "insist", "claim"):
            return False
        if relation in ("acl", "ccomp") and tree.lemma(head) in WISH_NOUNS and not _is_taken_chance(tree, head):
            return False
        if read_clause(tree, head).marks & _CONDITIONS:
            return False
        if relation == "nsubj" or (relation == "conj" and tree.relation(head) == "nsubj"):
            break
        i = head
    return True


def _is_taken_chance(tree: Tree, noun: int) -> bool:
    """ "had the opportunity", "took the occasion": what follows took place."""
    return tree.lemma(noun) in _CHANCES and tree.is_one(tree.words[noun].head, ("have", "take", "get", "use"))


def _read_governed(tree: Tree, v: int, marks: frozenset[str], depth: int) -> str | None:
    """The status of an infinitive or gerund: what the word it hangs on makes of it."""
    head, relation = tree.words[v].head, tree.relation(v)
    if head == v:
        return "planned" if "to" in marks else "held"
    if relation == "conj":
        deeper = depth < _DEEP and tree.words[head].upos == "VERB"
        return _read_governed(tree, head, marks, depth + 1) if deeper else None
    if _is_taken_chance(tree, head):
        return read_course(tree, tree.words[head].head, depth + 1)  # "had the opportunity to meet with"
    if tree.words[head].upos in ("NOUN", "PROPN") and relation in ("acl", "nmod", "obl", "advcl"):
        stop = tree.words[head].head if tree.name_at.get(head) == "LOC" else head  # "a stop in Amman to meet"
        if tree.lemma(head) in (*PLAN_NOUNS, "trip", "visit", "tour") or tree.lemma(stop) in ("stop", "stopover"):
            return "planned"
        open_ = "to" in marks or tree.lemma(head) in WISH_NOUNS
        return None if open_ else read_course(tree, tree.clause(head), depth + 1)
    issued = tree.lemma(head) == "issue" and tree.words[head].upos == "VERB"  # "issued a statement after meeting him"
    wished = (tree.lemma(head) in WISH_NOUNS and not issued) or _is_wished_for(tree, v, marks)
    if tree.is_negated(head) or wished:
        return None
    if tree.lemma(head) == "look" and any(
        tree.lemma(c) == "forward" for c in tree.children(head, "advmod", "compound")
    ):
        return "planned"  # "looks forward to welcoming"
    if tree.is_one(head, _PLANS) or (tree.lemma(head) == "be" and "to" in marks):
        planned = "to" in marks or relation in ("xcomp", "ccomp", "obj")
        return "planned" if planned else read_course(tree, head, depth + 1)
    above = read_course(tree, head, depth + 1)
    return _carry_down(tree, v, marks, above) if above is not None else None


def _is_wished_for(tree: Tree, v: int, marks: frozenset[str]) -> bool:
    """ "Hoped to meet", "refused meeting", "objected to meeting"."""
    cases = {tree.words[c].text.lower() for c in tree.children(v, "case")}
    governed = "to" in marks | cases or tree.relation(v) in ("xcomp", "ccomp", "obj")
    return governed and tree.is_one(tree.words[v].head, WISHES)


def _carry_down(tree: Tree, v: int, marks: frozenset[str], above: str) -> str | None:
    """The status of an infinitive or gerund under a verb that is told as `above`."""
    head, relation = tree.words[v].head, tree.relation(v)
    lemma = tree.lemma(head)
    if lemma in _ASPECT and relation == "xcomp":
        return above
    if "to" in marks:
        if above == "planned":
            return "planned"
        if relation in ("xcomp", "csubj", "ccomp", "advcl") and lemma in _GLAD:
            return "held"
        return "under way" if tree.is_one(head, MOTION) or lemma == "be" else ("held" if relation == "xcomp" else None)
    if marks & BEFORE:
        return "planned"
    if marks & _AFTERWARDS:
        return "held" if above != "planned" else above
    return above
