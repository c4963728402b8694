"""Whether a predicate tells of an act that took place: negated, still to come, supposed, or only asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import find_frames
from dragoman.codebook.talks import find_talk_noun
from dragoman.extract.mood.course import TO_COME
from dragoman.extract.phrases import NEGATIONS, Tree, is_nobodys, is_of_none

WEIGHED: Final = ("consider", "weigh", "mull", "contemplate", "ponder", "debate", "prepare")
_LIFTED: Final = frozenset("lift ease end remove suspend waive relax cancel scrap".split())
_AVERTED: Final = frozenset("avoid avert prevent".split())
_DENIED: Final = ("deny",)
_SUPPOSED: Final = frozenset("may might could would can cannot should".split())
_POSSIBLY: Final = frozenset("may might could".split())
_DISCUSSED: Final = ("discuss", "review")
_TELLING: Final = frozenset(
    """say announce tell add declare warn indicate vow pledge promise insist stress confirm reveal state
    reiterate""".split()
)
_HOPED: Final = ("hope", "wish", "pray")
_BELIEVED: Final = ("believe", "think", "expect", "doubt", "fear", "suspect", "predict", "guess", "assume", "speculate")
_PLANS: Final = frozenset("plan intend".split())
_DONE: Final = frozenset(
    """begin start continue proceed manage decide go keep order stop resume move vow agree finish have say act
    emerge help""".split()
)
_VISITS: Final = frozenset("speak call meet phone telephone write talk visit travel telegraph cable address".split())
_UNREAL_MARKS: Final = frozenset("if unless whether lest until before without instead".split())
_LIKELY: Final = frozenset("likely possible expected probable unlikely supposed able due".split())
_POSSIBLE: Final = frozenset("possible potential proposed hypothetical".split())
_ENDING: Final = ("end", "conclude", "finish", "complete", "close")
_LENGTHS: Final = frozenset("hour minute day week month round series session".split())
_RANKS: Final = frozenset("first second third last only latest".split())
_STANDING: Final = frozenset(
    """refuse reject oppose accuse insist want demand deny blame threaten seek allege claim criticize criticise
    dispute resist""".split()
)


@dataclass(frozen=True, slots=True)
class State:
    """`embedded`: told of as asked for, threatened or alleged, so that it is no event of its own."""

    negated: bool = False
    future: bool = False
    supposed: bool = False
    embedded: bool = False
    past: bool = False
    obliged: bool = False
    possible: bool = False  # supposed by its own "may" or "could", in a clause that tells it

    @property
    def aux(self) -> tuple[str, ...]:
        """The flags by the names that the record gives them."""
        flags = (("future", self.future), ("hypothetical", self.supposed), ("negation", self.negated))
        return tuple(name for name, said in flags if said)


def find_state(tree: Tree, i: int) -> State:
    """What the auxiliaries, marks and governing predicates of `i` make of it."""
    helpers = [c for c in tree.children(i, "aux", "advmod", "det", "cop") if c < i]
    words = {tree.words[c].text.lower() for c in helpers} | {tree.lemma(c) for c in tree.children(i, "aux")}
    marks = {tree.words[c].text.lower() for c in tree.children(i, "mark") if c < i}
    negated = (bool(words & NEGATIONS) and "only" not in words) or is_nobodys(tree, i) or is_of_none(tree, i)
    infinitive = "to" in marks
    gerund = tree.words[i].text.lower().endswith("ing") and not tree.children(i, "aux")
    relation, head = tree.relation(i), tree.words[i].head
    future = bool(words & {"will", "'ll", "’ll", "shall", "wo"})
    if infinitive and words & {"is", "are", "was", "were"} and relation != "xcomp":  # "is to grant", "was to join"
        return State(negated=negated, future=True)
    supposed = bool(words & _SUPPOSED) or bool(marks & _UNREAL_MARKS)
    embedded = False
    if not infinitive and not gerund and relation == "conj" and not tree.children(i, "nsubj", "aux"):
        above = find_state(tree, head) if tree.words[head].upos in ("VERB", "ADJ") and head < i else State()
        bare = tree.words[i].text.lower() == tree.lemma(i)  # "will support A and urges B"
        future, supposed, embedded = future or (above.future and bare), supposed or above.supposed, above.embedded
    told_of = _first_to(tree, i) if infinitive else None
    if told_of is not None:
        above = find_state(tree, told_of)
        negated, future, supposed, embedded = above.negated, above.future, above.supposed, above.embedded
    elif infinitive and head != i:
        purpose = relation in ("advcl", "xcomp") and tree.is_one(head, _VISITS) and tree.words[head].upos == "VERB"
        embedded = not purpose and (not tree.is_one(head, _DONE) or relation in ("advcl", "acl"))
        if tree.is_one(head, _PLANS) or (tree.lemma(head) in ("be", "set") and relation == "xcomp"):
            embedded, future = False, True
        supposed = supposed or tree.lemma(head) in _LIKELY
    elif (
        gerund
        and relation in ("advcl", "acl", "nmod", "obl")
        and marks & {"of", "for", "against", "from", "in", "without", "before", "on", "to", "about", "with"}
    ):
        embedded = True
    if "would" in words and head != i and tree.is_one(head, _TELLING):
        future, supposed = True, bool(marks & _UNREAL_MARKS)
    past = tree.words[i].text.lower().endswith(("ed", "ew", "ought")) or bool(words & {"have", "was", "were", "had"})
    possible = bool(words & _POSSIBLY) and not marks & _UNREAL_MARKS and "have" not in words
    return State(negated, future, supposed, embedded, past, bool(words & {"must"}) or "should" in words, possible)


def _first_to(tree: Tree, i: int) -> int | None:
    """ "Was the first president to visit Orvana": done by whoever is the first; the predicate that says so."""
    mark = next((m for m in tree.children(i, "mark") if tree.words[m].text.lower() == "to"), 0)
    noun = mark - 1
    if noun < 0 or tree.words[noun].upos != "NOUN":
        return None
    if not any(tree.words[c].text.lower() in _RANKS for c in tree.children(noun, "amod", "nummod")):
        return None
    above = tree.words[noun].head
    if tree.relation(noun) == "xcomp" and tree.is_one(above, ("become", "be", "remain")):
        return above
    return noun if tree.children(noun, "cop") else None


def is_unreal(tree: Tree, i: int) -> bool:
    """What is only weighed or prepared, was about to happen, is yet to happen, or is denied by whoever tells of it."""
    low = [w.text.lower() for w in tree.words[max(i - 4, 0) : i] if w.sentence == tree.words[i].sentence]
    while low and (low[-1] == "be" or low[-1].endswith("ly")):  # "yet to be formally recognised"
        low.pop()
    if low[-2:] == ["about", "to"] or low[-2:] == ["yet", "to"]:
        return True
    noun = tree.words[i].upos != "VERB"
    above = tree.words[i].head
    if noun and tree.relation(i) == "obj" and tree.words[above].upos == "VERB" and tree.is_one(above, _AVERTED):
        return True  # "to avoid criticism"
    for below, up in pairwise([i, *tree.path_up(i)]):
        link = tree.relation(below)
        if tree.words[up].upos == "VERB" and tree.is_one(up, WEIGHED):
            wanted = "obj" if noun and tree.lemma(up) != "prepare" else "xcomp"
            return below > up and link == wanted
        if tree.words[up].upos == "VERB" and tree.is_one(up, _DENIED):
            return below > up and link in ("xcomp", "ccomp") and not find_state(tree, up).negated
        if below < up or not (link in ("xcomp", "compound") or (link == "nmod" and tree.case(below) == "of")):
            return False
    return False


def is_ahead(tree: Tree, i: int) -> bool:
    """ "The expected visit of": talks and trips that are still to come; what came before others may be long over."""
    return any(tree.words[c].text.lower() in TO_COME for c in tree.children(i, "amod"))


def is_possible(tree: Tree, i: int) -> bool:
    """ "A possible meeting between": nobody has called it."""
    return any(tree.words[c].text.lower() in _POSSIBLE for c in tree.children(i, "amod"))


def is_undone(tree: Tree, i: int, state: State) -> bool:
    """ "Has not signed the pact", "have not reached agreement": still undone, and nobody refuses it."""
    return state.negated and not state.future and any(tree.lemma(c) == "have" for c in tree.children(i, "aux"))


def is_discussed(tree: Tree, i: int) -> bool:
    """ "Discussed their support for Chile", "discussed providing aid": what is talked about is not done by talking."""
    below = i
    for up in tree.path_up(i):
        if tree.words[up].upos == "VERB" and tree.is_one(up, _DISCUSSED):
            return below > up and tree.relation(below) in ("obj", "xcomp", "ccomp")
        if tree.relation(below) not in ("obj", "conj", "nmod") or tree.children(below, "nsubj"):
            return False
        below = up
    return False


def is_hoped(tree: Tree, i: int) -> bool:
    """ "Hopes that Chile will join", "believe that Chile will join": what others will do is nobody's promise."""
    above = tree.words[i].head
    if tree.relation(i) == "conj" and tree.words[above].upos in ("VERB", "ADJ") and not tree.children(i, "nsubj"):
        return is_hoped(tree, above)
    if tree.relation(i) not in ("ccomp", "acl") or above >= i:
        return False
    if tree.is_one(above, _HOPED):
        return True
    own = [s for s in tree.children(i, "nsubj") if tree.words[s].upos == "PRON"]
    return tree.is_one(above, _BELIEVED) and not own


def is_ended(tree: Tree, i: int, category: str) -> bool:
    """What is told is the end of such acts: sanctions lifted, an attack averted, talks that have had their time."""
    if category in plover.ENDABLE and _is_lifted(tree, i, category):
        return True
    return category == "SANCTION" and _is_round_over(tree, i)


def _is_lifted(tree: Tree, i: int, category: str) -> bool:
    """ "Lifted the sanctions", "averted an attack": what is ended or prevented is no act of its own; an attack that is
    ended was one. The verb that ends it tells of none either."""
    words = _AVERTED if category == "ASSAULT" else _AVERTED | _LIFTED
    if tree.words[i].upos == "VERB":
        return tree.is_one(i, words) and any(_names_act(tree, o, category) for o in tree.objects(i))
    above = tree.words[i].head
    return tree.words[above].upos == "VERB" and tree.is_one(above, words) and tree.relation(i) == "obj"


def _names_act(tree: Tree, i: int, category: str) -> bool:
    return any(f.category == category for f in find_frames("noun", tree.lemma(i), tree.words[i].text))


def _is_round_over(tree: Tree, i: int) -> bool:
    """ "Ended two days of talks", "ended a two-day meeting": talks that have had their time are not broken off."""
    if tree.words[i].upos != "VERB" or not tree.is_one(i, _ENDING):
        return False
    lengths = [c for c in tree.children(i, "obl") if c > i and not tree.case(c)]  # "ended two days of talks", misread
    for o in (*tree.objects(i), *lengths):
        of = [c for c in tree.children(o, "nmod") if tree.case(c) == "of"] if tree.is_one(o, _LENGTHS) else []
        if any(find_talk_noun(tree.words[c].text) is not None for c in of):
            return True
        beside = [w for c in tree.children(o, "compound", "amod") for w in (*tree.below[c], c)]
        if find_talk_noun(tree.words[o].text) is not None and any(tree.is_one(w, _LENGTHS) for w in beside):
            return True
    return False


def is_standing(tree: Tree, i: int) -> bool:
    """A stance told in the simple present ("Turkey refuses to open its ports"): where a side stands, no act."""
    word = tree.words[i]
    if word.upos != "VERB" or tree.lemma(i) not in _STANDING or tree.children(i, "aux", "cop"):
        return False
    if any(tree.words[m].text.lower() == "to" for m in tree.children(i, "mark")):
        return False  # "went on to refuse", "continues to threaten": done once more
    low = word.text.lower()
    return low in (tree.lemma(i), tree.lemma(i) + "s", tree.lemma(i) + "es")


def is_under(tree: Tree, i: int, triggers: dict[int, str]) -> bool:
    """Whether `i` is what another event of words asks for, condemns, refuses or threatens."""
    j = i
    for up in tree.path_up(i):
        if tree.words[up].sentence != tree.words[i].sentence:
            break
        link = tree.relation(j)
        if up in triggers and link in ("xcomp", "ccomp", "advcl", "obj", "obl", "nmod", "acl") and j > up:
            marked = {tree.words[c].text.lower() for c in tree.children(j, "mark")}
            if not (link == "advcl" and marked & {"after", "as", "while", "by", "when", "because", "since"}) and not (
                link == "acl" and tree.words[j].deprel == "acl:relcl"
            ):
                return True
        if link in ("parataxis", "root", "conj") and tree.words[j].upos == "VERB":
            break
        j = up
    return False
