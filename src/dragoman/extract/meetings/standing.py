"""Whether a meeting that a noun names is told as held, under way or ahead, or not asserted: by its own words, and by
what the clause it stands in says (`mood`)."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import find_talk_noun, find_talk_verb
from dragoman.extract.mood.clause import read_clause
from dragoman.extract.mood.course import BEFORE, MOTION, PLAN_NOUNS, TO_COME, WISH_NOUNS, WISHES, read_course
from dragoman.extract.phrases import Tree

AHEAD: Final = frozenset("schedule due set slate plan expect pencil".split())
_UNREAL: Final = frozenset(
    """possible potential proposed further any no future more hypothetical eventual renewed fresh""".split()
)
_ANOTHER: Final = frozenset(("further", "fresh"))  # "will hold a further round"
_LATE: Final = frozenset("postponed delayed deferred".split())
_OFF: Final = frozenset("cancelled canceled aborted scrapped".split())
_BY_PARTICLE: Final = {
    ("put", "off"): "postponed",
    ("push", "back"): "postponed",
    ("put", "back"): "postponed",
    ("call", "off"): "cancelled",
}
PARTICLED: Final = frozenset(verb for verb, _ in _BY_PARTICLE)
_COURSE: Final = frozenset(("begin", "end", "happen"))
_WHILE: Final = frozenset("after following during at in over upon since throughout amid amidst on despite".split())
_BEHIND: Final = ("after", "following")
_TIMES: Final = ("hour", "day", "week", "month", "year", "round")
_DAYS_TO_COME: Final = frozenset("tomorrow next monday tuesday wednesday thursday friday saturday sunday".split())
_WHERE: Final = ("at", "during", "in")


def of_noun(tree: Tree, n: int, verb: int | None = None) -> str | None:
    """The status that a noun's own words and its governor give a meeting, None where it is not asserted.

    verb: the verb that holds, attends or opens it, where that is known already.
    """
    own = _of_own_words(tree, n)
    if own == "":
        return None
    if verb is not None:
        above = read_course(tree, verb)
        return own if own and above else above
    told = _of_governor(tree, n, own)
    return "held" if told == "planned" and own is None and has_begun(tree, n) else told


def has_begun(tree: Tree, n: int) -> bool:
    """ "Ahead of a summit, which opened on Monday": a clause of its own says that it did."""
    own = [c for c in tree.children(n, "acl") if tree.words[c].deprel == "acl:relcl" and tree.words[c].upos == "VERB"]
    uses = {c: {u.use for u in find_talk_verb(tree.words[c].lemma, tree.words[c].text)} for c in own}
    return any(uses[c] & _COURSE and read_course(tree, c) == "held" for c in own)


def by_particle(tree: Tree, n: int) -> str | None:
    """ "The summit was put off", "called off the talks"."""
    verb = tree.words[n].head
    if (
        tree.relation(n) not in ("obj", "nsubj", "xcomp")
        or tree.words[verb].upos != "VERB"
        or read_course(tree, verb) is None
    ):
        return None
    if tree.relation(n) == "nsubj" and tree.words[n].deprel != "nsubj:pass":
        return None
    return particle(tree, verb)


def particle(tree: Tree, verb: int) -> str | None:
    """What a verb with its particle does to talks: "put off", "call off"."""
    particles = [tree.words[c].text.lower() for c in tree.children(verb, "compound", "advmod") if c > verb]
    return next((_BY_PARTICLE[key] for p in particles if (key := (tree.lemma(verb), p)) in _BY_PARTICLE), None)


def _of_own_words(tree: Tree, n: int) -> str | None:
    """A status that the noun's modifiers state, "" where they make it unreal, None where they are silent."""
    modifiers = [c for c in tree.children(n, "amod", "det", "acl", "compound") if tree.words[c].upos != "PROPN"]
    texts = {tree.words[c].text.lower() for c in modifiers if not _tells_of_end(tree, c)}
    if texts & _LATE:
        return "postponed"
    if texts & _OFF:
        return "cancelled"
    if texts & TO_COME:
        return "planned"
    another = find_talk_noun(tree.words[n].text)
    unreal = texts & _UNREAL - (_ANOTHER if another is not None and another.kind == "round" else frozenset())
    if unreal and "future" not in texts:
        return ""
    for c in modifiers:
        uses = find_talk_verb(tree.words[c].lemma, tree.words[c].text)
        opens = tree.lemma(c) == "be" or any(u.use != "with" for u in uses)  # no "talks to discuss the truce"
        if tree.relation(c) == "acl" and opens and read_clause(tree, c).infinitive:
            return "planned"
    return None


def _tells_of_end(tree: Tree, c: int) -> bool:
    """ "The talks, which are due to run until Friday"."""
    inside = tree.under(c) + [w.index for w in tree.words[c : c + 4]]
    return tree.words[c].deprel == "acl:relcl" and any(
        tree.lemma(k) in ("run", "last", "continue", "end") for k in inside
    )


def _of_governor(tree: Tree, n: int, own: str | None) -> str | None:
    word, case = tree.words[n], tree.case(n)
    head, relation = word.head, tree.relation(n)
    if case == "of" and (tree.words[head].text.lower() == "ahead" or _is_behind_ahead(tree, n)):
        case = "ahead of"  # the tree may hang it, or "ahead" alone, elsewhere
    if head == n:
        return own or "held"
    lemma = tree.lemma(head)
    if relation == "conj":
        return _of_governor(tree, head, own)
    if case in _BEHIND and (_is_told(tree, head) or _is_spent(tree, n)):
        return own or "held"
    if relation == "nmod" and case in _WHERE and _is_agreed_on(tree, head):
        return own or "held"
    if tree.words[head].upos in ("NOUN", "PROPN", "ADJ") and relation in ("nmod", "obl", "acl", "appos", "compound"):
        if tree.words[head].upos == "ADJ" and (lemma in WISHES or lemma in WISH_NOUNS):
            return None
        if lemma in WISH_NOUNS and not (own and lemma in ("encouragement", "support")):
            return None
        if lemma in PLAN_NOUNS or _of_own_words(tree, head) == "planned":  # "their upcoming participation in"
            return own or "planned"
        if lemma == "due" and case in ("for", "in", "to") and tree.children(head, "cop"):
            return own or ("planned" if read_course(tree, head) else None)  # "is due in Cairo for talks with X"
        if case in ("for", "in") and tree.children(head, "cop") and _is_whereabouts(tree, head):
            return own or ("held" if read_course(tree, head) else None)  # "was in Cairo for talks with X"
        if case == "to" and lemma in ("run-up", "lead-up", "prelude"):
            return own or "planned"
        if case in ("for", "to", "toward", "towards") and lemma not in ("trip", "visit", "stop"):
            return own
        above = _of_governor(tree, head, None) if tree.words[head].upos != "ADJ" else read_course(tree, head)
        if not above:
            return own
        return own or ("planned" if case in BEFORE else above)
    if tree.words[head].upos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"):
        return _under_verb(tree, n, relation, case, own)
    return own


def _is_on_a_day_to_come(tree: Tree, verb: int) -> bool:
    """ "Flies to Orvana tomorrow for talks", "leaves on Monday": a journey told in the present that has a day."""
    present = tree.words[verb].text.lower() in (tree.lemma(verb), tree.lemma(verb) + "s", tree.lemma(verb) + "es")
    present = present or tree.words[verb].text.lower() == "flies"
    present = present and not tree.children(verb, "aux")
    told = [tree.text[a:b].lower().split() for a, b in tree.times(verb)]
    return present and any(set(t) & _DAYS_TO_COME for t in told)


def _is_behind_ahead(tree: Tree, n: int) -> bool:
    """ "Comes ahead of a summit": whatever the tree makes of "ahead"."""
    of = [c for c in tree.children(n, "case") if tree.words[c].text.lower() == "of"]
    return bool(of) and of[0] > 0 and tree.words[of[0] - 1].text.lower() == "ahead"


def _is_whereabouts(tree: Tree, head: int) -> bool:
    """ "Is in the Italian capital", "was in Rome": where somebody is, as a predicate."""
    return tree.case(head) == "in" and (
        tree.name_at.get(head) == "LOC" or tree.lemma(head) in ("capital", "city", "town")
    )


def _is_told(tree: Tree, head: int) -> bool:
    """Whether what came after talks is told as done: "agreed to swap prisoners after talks", not "will swap" them."""
    for j in (head, *tree.path_up(head)):
        if tree.words[j].upos not in ("VERB", "AUX") or read_clause(tree, j).infinitive:
            continue
        return read_course(tree, j) == "held"
    return False


def _is_spent(tree: Tree, n: int) -> bool:
    """ "Will open the border after four days of talks": time that has been counted is over."""
    ahead = any(tree.words[c].text.lower() in _UNREAL | TO_COME for c in tree.children(n, "amod", "det"))
    return tree.words[n].upos == "NOUN" and tree.is_one(n, _TIMES) and tree.is_plural(n) and not ahead


def _is_agreed_on(tree: Tree, n: int) -> bool:
    """ "Agreed to a truce at talks in Minsk": the truce is what is to come, and the talks are where that was agreed."""
    verb = tree.words[n].head
    word = tree.words[n]
    if word.upos != "NOUN" or tree.relation(n) not in ("obj", "obl") or tree.lemma(verb) != "agree":
        return False
    return (
        find_talk_noun(word.lemma) is None and find_talk_noun(word.text) is None and read_course(tree, verb) == "held"
    )


def _under_verb(tree: Tree, n: int, relation: str, case: str, own: str | None) -> str | None:
    verb = tree.words[n].head
    lemma = tree.lemma(verb)
    above = read_course(tree, verb)
    to_come = tree.words[verb].upos == "ADJ" or tree.words[n].deprel == "nsubj:pass"
    if relation == "nsubj" and above and to_come and tree.is_one(verb, AHEAD):
        return own or "planned"  # "is set to open", "is expected in May"
    if relation == "nsubj":
        return (own or above) if above else None
    if case in BEFORE:
        return own or "planned"
    if case in ("for", "to", "into") and lemma in MOTION:
        if above and _is_on_a_day_to_come(tree, verb):
            return own or "planned"
        return own or ("under way" if above and above != "planned" else above)
    if lemma in ("agree", "schedule", "plan") and (case in ("to", "on") or relation == "obj"):
        return "planned" if above else None
    if (tree.is_one(verb, WISHES) or lemma in WISH_NOUNS) and (
        relation == "obj" or case in ("for", "to", "on", "of", "out")
    ):
        return own if own in ("postponed", "cancelled") else None
    if case in _WHILE:
        if above is None and read_clause(tree, verb).will:  # "it will not be raised at the summit"
            return own or "planned"
        return own or ("held" if above in (None, "held", "under way") else above)
    if lemma == "announce":
        return own or "planned"
    return own or above
