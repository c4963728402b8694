"""Whether a meeting is told as held, under way or ahead, or not asserted at all: read off the clause it stands in."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import find_talk_noun, find_talk_verb
from dragoman.extract.phrases import Tree

_PLANS: Final = frozenset(
    """agree plan schedule due decide set arrange prepare intend expect slate announce commit confirm""".split()
)
_WISHES: Final = frozenset(
    """want wish hope seek offer propose refuse decline reject ask urge call need demand try attempt invite ready
    willing able unable likely unlikely appeal encourage force pressure press suggest threaten possible impossible
    reluctant opposed open help support allow let permit persuade convince authorise authorize prepared push
    insist recommend advise oppose boycott consider favor favour avoid object prevent block accelerate promote
    advocate require mean aim eager keen desire hesitate deny doubt rule fail pretend claim tell order advance
    urgent back pursue""".split()
)
_WISH_NOUNS: Final = frozenset(
    """call hope prospect possibility offer proposal appeal request invitation demand need support encouragement
    chance push condition precondition readiness willingness resumption desire idea question wish effort attempt
    bid time opportunity commitment refusal reluctance return way basis interest importance preparation option
    suggestion path champion advocate plea urgency absence lack issue subject mandate mechanism framework table
    aim goal purpose promise pledge insistence""".split()
)
_PLAN_NOUNS: Final = frozenset("plan decision agreement schedule arrangement deal agenda announcement eve".split())
_MOTION: Final = frozenset(
    """travel arrive fly come go head visit return leave depart land trip tour journey trek jet""".split()
)
_ASPECT: Final = frozenset("continue begin start keep manage resume go".split())
_GLAD: Final = frozenset(
    """good great pleased glad happy delighted honored honoured grateful pleasure honor honour wonderful""".split()
)
_CHANCES: Final = frozenset("opportunity chance occasion honor honour pleasure privilege".split())
_UNSURE: Final = frozenset("may might could should can must ought".split())
_TO_COME: Final = frozenset(
    """planned scheduled upcoming forthcoming coming next expected future impending slated due""".split()
)
_UNREAL: Final = frozenset(
    """possible potential proposed further any no future more hypothetical eventual renewed fresh""".split()
)
_HABIT: Final = frozenset(
    """often frequently regularly usually sometimes occasionally always rarely routinely periodically""".split()
)
_LATE: Final = frozenset("postponed delayed deferred".split())
_OFF: Final = frozenset("cancelled canceled aborted scrapped".split())
_BY_PARTICLE: Final = {
    ("put", "off"): "postponed",
    ("push", "back"): "postponed",
    ("put", "back"): "postponed",
    ("call", "off"): "cancelled",
}
_BEFORE: Final = frozenset(("before", "ahead", "ahead of", "prior to", "prior", "until"))
_OPEN_MARKS: Final = frozenset(("if", "unless", "whether", "until", "lest"))
_FACTUAL: Final = frozenset("after when since as while".split())
_WHILE: Final = frozenset("after following during at in over upon since throughout amid amidst on despite".split())
_BEHIND: Final = ("after", "following")
_TIMES: Final = ("hour", "day", "week", "month", "year", "round")
_WHERE: Final = ("at", "during", "in")


def of_verb(tree: Tree, v: int, depth: int = 0) -> str | None:
    """The status that the clause of `v` gives what it tells, None where it does not assert it."""
    word = tree.words[v]
    forms = {tree.words[c].text.lower() for c in tree.children(v, "aux")}
    marks = {tree.words[c].text.lower() for c in tree.children(v, "mark")}
    if depth > 6 or tree.is_negated(v) or marks & _OPEN_MARKS or forms & _UNSURE:
        return None
    if any(tree.lemma(c) in _HABIT for c in tree.children(v, "advmod")):
        return None
    relation, head = tree.relation(v), word.head
    past = text_is_past(word.text, word.lemma) and not forms
    if past and marks & _FACTUAL and tree.children(v, "nsubj"):
        return "held"
    if _above(tree, v) is None:
        return None
    if forms & {"will", "shall", "'ll", "’ll", "wo"}:
        return "planned"
    if forms & {"would", "'d", "’d"}:
        return "planned" if relation in ("ccomp", "parataxis", "root") and "have" not in forms else None
    text = word.text.lower()
    is_to = forms | {tree.words[c].text.lower() for c in tree.children(v, "cop")}  # "is to meet"
    if "to" in marks and is_to & {"is", "are", "was", "were"}:
        return "planned"
    if "to" in marks or (text.endswith("ing") and not forms):
        return _governed(tree, v, marks, depth)
    if relation == "conj" and not forms and not marks and text == word.lemma.lower() and not tree.children(v, "nsubj"):
        return of_verb(tree, head, depth + 1) if tree.words[head].upos in ("VERB", "AUX") else None
    if relation == "xcomp" and tree.words[head].upos in ("VERB", "ADJ", "AUX") and head != v and not forms:
        return _governed(tree, v, marks, depth)
    if text.endswith("ing") and forms & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return "under way"
    if relation in ("acl", "amod") and text in _TO_COME:
        return "planned"
    return "held"


def text_is_past(text: str, lemma: str) -> bool:
    """A finite past form, as far as form shows it."""
    return text.lower() in ("met", "held", "spoke", "had", "sat", "began", "took") or text.lower().endswith("ed")


def _above(tree: Tree, v: int) -> str | None:
    """None where a clause above leaves what it embeds open: wishes, conditions, denials."""
    i = v
    for _ in range(8):
        head, relation = tree.words[i].head, tree.relation(i)
        if head == i:
            break
        if relation == "ccomp" and tree.is_one(head, _WISHES) and tree.lemma(head) not in ("tell", "insist", "claim"):
            return None
        if relation in ("acl", "ccomp") and tree.lemma(head) in _WISH_NOUNS and not _is_taken_chance(tree, head):
            return None
        if {tree.words[c].text.lower() for c in tree.children(head, "mark")} & {"if", "unless", "whether"}:
            return None
        if relation == "nsubj" or (relation == "conj" and tree.relation(head) == "nsubj"):
            break
        i = head
    return "told"


def _is_taken_chance(tree: Tree, noun: int) -> bool:
    """ "had the opportunity", "took the occasion": what follows took place."""
    return tree.lemma(noun) in _CHANCES and tree.is_one(tree.words[noun].head, ("have", "take", "get", "use"))


def _governed(tree: Tree, v: int, marks: set[str], depth: int) -> str | None:
    """The status of an infinitive or gerund: what the word it hangs on makes of it."""
    head, relation = tree.words[v].head, tree.relation(v)
    if head == v:
        return "planned" if "to" in marks else "held"
    lemma = tree.lemma(head)
    if relation == "conj":
        return _governed(tree, head, marks, depth + 1) if depth < 6 and tree.words[head].upos == "VERB" else None
    if _is_taken_chance(tree, head):
        return of_verb(tree, tree.words[head].head, depth + 1)  # "had the opportunity to meet with"
    if tree.words[head].upos in ("NOUN", "PROPN") and relation in ("acl", "nmod", "obl", "advcl"):
        if lemma in _PLAN_NOUNS or lemma in ("trip", "visit", "tour"):
            return "planned"
        return None if "to" in marks or lemma in _WISH_NOUNS else of_verb(tree, tree.clause(head), depth + 1)
    if tree.is_negated(head) or lemma in _WISH_NOUNS:
        return None
    if tree.is_one(head, _WISHES) and "to" in marks | {tree.words[c].text.lower() for c in tree.children(v, "case")}:
        return None
    if tree.is_one(head, _WISHES) and relation in ("xcomp", "ccomp", "obj"):
        return None
    if lemma == "look" and any(tree.lemma(c) == "forward" for c in tree.children(head, "advmod", "compound")):
        return "planned"  # "looks forward to welcoming"
    if tree.is_one(head, _PLANS) or (lemma == "be" and "to" in marks):
        return "planned" if "to" in marks or relation in ("xcomp", "ccomp", "obj") else of_verb(tree, head, depth + 1)
    above = of_verb(tree, head, depth + 1)
    if above is None:
        return None
    if lemma in _ASPECT and relation == "xcomp":
        return above
    if "to" in marks:
        if above == "planned":
            return "planned"
        if relation in ("xcomp", "csubj", "ccomp", "advcl") and lemma in _GLAD:
            return "held"
        return "under way" if tree.is_one(head, _MOTION) or lemma == "be" else ("held" if relation == "xcomp" else None)
    if marks & _BEFORE:
        return "planned"
    if marks & {"after", "following", "since", "when", "while"}:
        return "held" if above != "planned" else above
    return above


def of_noun(tree: Tree, n: int, verb: int | None = None) -> str | None:
    """The status that a noun's own words and its governor give a meeting, None where it is not asserted.

    verb: the verb that holds, attends or opens it, where that is known already.
    """
    own = _of_own_words(tree, n)
    if own == "":
        return None
    if verb is not None:
        above = of_verb(tree, verb)
        return own if own and above else above
    return _of_governor(tree, n, own)


def by_particle(tree: Tree, n: int) -> str | None:
    """ "The summit was put off", "called off the talks"."""
    verb = tree.words[n].head
    if tree.relation(n) not in ("obj", "nsubj") or tree.words[verb].upos != "VERB" or of_verb(tree, verb) is None:
        return None
    if tree.relation(n) == "nsubj" and tree.words[n].deprel != "nsubj:pass":
        return None
    particles = [tree.words[c].text.lower() for c in tree.children(verb, "compound", "advmod") if c > verb]
    return next((_BY_PARTICLE[key] for p in particles if (key := (tree.lemma(verb), p)) in _BY_PARTICLE), None)


def _of_own_words(tree: Tree, n: int) -> str | None:
    """A status that the noun's modifiers state, "" where they make it unreal, None where they are silent."""
    modifiers = [c for c in tree.children(n, "amod", "det", "acl", "compound") if tree.words[c].upos != "PROPN"]
    texts = {tree.words[c].text.lower() for c in modifiers}
    if texts & _LATE:
        return "postponed"
    if texts & _OFF:
        return "cancelled"
    if texts & _TO_COME:
        return "planned"
    if texts & _UNREAL and "future" not in texts:
        return ""
    for c in modifiers:
        opens = tree.lemma(c) == "be" or find_talk_verb(tree.words[c].lemma, tree.words[c].text)
        if (
            tree.relation(c) == "acl"
            and opens
            and {tree.words[k].text.lower() for k in tree.children(c, "mark")} & {"to"}
        ):
            return "planned"
    return None


def _of_governor(tree: Tree, n: int, own: str | None) -> str | None:
    word, case = tree.words[n], tree.case(n)
    head, relation = word.head, tree.relation(n)
    if case == "of" and tree.words[head].text.lower() == "ahead":
        case = "ahead of"  # the tree may hang it on "ahead"
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
        if tree.words[head].upos == "ADJ" and (lemma in _WISHES or lemma in _WISH_NOUNS):
            return None
        if lemma in _WISH_NOUNS and not (own and lemma in ("encouragement", "support")):
            return None
        if lemma in _PLAN_NOUNS:
            return own or "planned"
        if lemma == "due" and case in ("for", "in", "to") and tree.children(head, "cop"):
            return own or ("planned" if of_verb(tree, head) else None)  # "is due in Cairo for talks with X"
        if case in ("for", "to", "toward", "towards") and lemma not in ("trip", "visit", "stop"):
            return own
        above = _of_governor(tree, head, None) if tree.words[head].upos != "ADJ" else of_verb(tree, head)
        return (own or "planned" if case in _BEFORE else own or above) if above else own
    if tree.words[head].upos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"):
        return _under_verb(tree, head, relation, case, own)
    return own


def _is_told(tree: Tree, head: int) -> bool:
    """Whether what came after talks is told as done: "agreed to swap prisoners after talks", not "will swap" them."""
    for j in (head, *tree.path_up(head)):
        if tree.words[j].upos not in ("VERB", "AUX") or "to" in {tree.words[c].text for c in tree.children(j, "mark")}:
            continue
        return of_verb(tree, j) == "held"
    return False


def _is_spent(tree: Tree, n: int) -> bool:
    """ "Will open the border after four days of talks": time that has been counted is over."""
    ahead = any(tree.words[c].text.lower() in _UNREAL | _TO_COME for c in tree.children(n, "amod", "det"))
    return tree.words[n].upos == "NOUN" and tree.is_one(n, _TIMES) and tree.is_plural(n) and not ahead


def _is_agreed_on(tree: Tree, n: int) -> bool:
    """ "Agreed to a truce at talks in Minsk": the truce is what is to come, and the talks are where that was agreed."""
    verb = tree.words[n].head
    word = tree.words[n]
    if word.upos != "NOUN" or tree.relation(n) not in ("obj", "obl") or tree.lemma(verb) != "agree":
        return False
    return find_talk_noun(word.lemma) is None and find_talk_noun(word.text) is None and of_verb(tree, verb) == "held"


def _under_verb(tree: Tree, verb: int, relation: str, case: str, own: str | None) -> str | None:
    lemma = tree.lemma(verb)
    above = of_verb(tree, verb)
    if relation == "nsubj":
        return (own or above) if above else None
    if case in _BEFORE:
        return own or "planned"
    if case in ("for", "to", "into") and lemma in _MOTION:
        return own or ("planned" if above == "planned" else "under way" if above else None)
    if lemma in ("agree", "schedule", "plan") and (case in ("to", "on") or relation == "obj"):
        return "planned" if above else None
    if (tree.is_one(verb, _WISHES) or lemma in _WISH_NOUNS) and (
        relation == "obj" or case in ("for", "to", "on", "of", "out")
    ):
        return own if own in ("postponed", "cancelled") else None
    if case in _WHILE:
        return own or ("held" if above in (None, "held", "under way") else above)
    if lemma == "announce":
        return own or "planned"
    return own or above
