"""Where a stance is taken: the word that takes it, what on, and who may hold it, read off the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from dragoman.codebook.stances import StanceWord, deny, find_stance_verbs, find_stance_word
from dragoman.extract.phrases import Tree, is_nobodys
from dragoman.extract.positions.issues import act_issue, clause_issue, is_apart, noun_issue
from dragoman.extract.positions.places import is_denied, is_passive, issue_at
from dragoman.records import Offsets

_NOMINAL: Final = ("al", "tion", "ance", "ness", "ment")  # endings that no verb of the tables has, but "implement"
_UNSURE: Final = frozenset("may might could if whether unless".split())
_STAYING: Final = frozenset(("remain", "stay", "be", "seem", "appear", "continue"))
_STANDING: Final = {"against": "opposes", "in favour of": "supports", "in favor of": "supports"}
_RULES: Final = ("told", "asked", "alone", "denied", "aim", "gift", "given", "plain")
_STRESSING: Final = frozenset(
    """discuss underscore underline stress emphasize emphasise highlight reaffirm reiterate affirm commit recommit
    review explore pledge agree express convey exchange consult work share raise focus note condemn
    look welcome commend thank offer coordinate collaborate cooperate engage advocate""".split()
)
_REACH: Final = 8  # words up the tree from an aim to who stresses it
_DISCUSSING: Final = ("discuss", "raise", "review")
_TROUBLES: Final = frozenset(
    """threat challenge instability build-up buildup crisis escalation violence aggression attack insecurity abuse
    violation coercion shortage danger risk proliferation interference provocation offensive unrest terrorism""".split()
)
_MORE: Final = frozenset("closer deeper stronger enhanced increased expanded further broader".split())
_PURPOSES: Final = frozenset(
    """commitment effort importance need way mean means goal priority vision focus support
    determination objective aim opportunity collaboration cooperation interest area step""".split()
)
_GIFTS: Final = frozenset(
    """$ aid assistance package relief loan credit grant fund funding support donation contribution initiative proposal
    plan measure concession incentive dollar million billion euro dose vaccine amnesty training""".split()
)
_OWN: Final = frozenset(("it", "he", "she", "they", "we", "i"))
_SILENT: Final = ("decline", "refuse")
_TELLING: Final = frozenset("comment say elaborate specify speculate disclose confirm reveal".split())
_TELLING_OF: Final = frozenset("answer give discuss identify name provide".split())
_DETAILS: Final = frozenset(
    "detail information name identity reason figure comment explanation answer question specific breakdown date".split()
)
_RIGHTS: Final = frozenset(("must", "should", "ought", "shall"))


@dataclass(frozen=True, slots=True)
class Take:
    """One stance: `trigger` takes it on `issue` (headed by `on`); `holders` head the phrases of who may hold it."""

    trigger: int
    stance: str
    issue: Offsets
    on: int
    holders: tuple[int, ...]
    toward: tuple[int, ...]
    told: bool  # holds only as somebody's own words
    confidence: float
    coordinate: bool = False  # a further issue of the same stance
    aim: bool = False  # of whoever stresses or discusses it, where its own clause has nobody
    weighed: bool = False  # a judging word or an aim: told, or else weighed by whoever stresses it


def find_takes(tree: Tree) -> Iterator[Take]:
    """Every stance that the words take, in reading order, whoever holds it; coordinates that stand apart, each."""
    for take in _find_first(tree):
        yield take
        if take.on == take.trigger or tree.words[take.trigger].upos == "ADJ":
            continue
        for c in tree.children(take.on, "conj"):
            issue = (act_issue if tree.words[c].upos == "VERB" else noun_issue)(tree, c) if is_apart(tree, c) else None
            if issue is not None:
                yield replace(
                    take, issue=issue, on=c, coordinate=True, confidence=round(max(take.confidence - 0.05, 0.25), 2)
                )


def _find_first(tree: Tree) -> Iterator[Take]:
    for word in tree.words:
        i = word.index
        if is_stance_noun(tree, i):
            yield from _of_noun(tree, i)
        elif word.upos in ("VERB", "AUX"):
            yield from _of_verb(tree, i)
        if word.upos in ("NOUN", "PROPN"):
            yield from _of_agent(tree, i)
            yield from _of_trouble(tree, i)
        if tree.case(i) in _STANDING and tree.children(i, "cop"):
            yield from _of_standing(tree, i)
        if word.upos in ("ADJ", "VERB", "ADV"):
            yield from _of_adjective(tree, i)
        if word.text.lower() in _RIGHTS and tree.relation(i) == "aux":
            yield from _of_must(tree, word.head)


def is_stance_noun(tree: Tree, i: int) -> bool:
    """A noun, or what can be nothing else ("refusal") where the model reads a verb."""
    word = tree.words[i]
    return word.upos in ("NOUN", "PART") or (
        word.upos == "VERB" and word.text.lower().endswith(_NOMINAL) and find_stance_word(word.text, "noun") is not None
    )


def is_unsure(tree: Tree, i: int) -> bool:
    """Whether the clause is only possible or conditional."""
    for j in (i, *list(tree.path_up(i))[:3]):
        if any(tree.words[c].text.lower() in _UNSURE for c in tree.children(j, "aux", "mark")):
            return True
        if tree.relation(j) not in ("conj", "xcomp"):
            return False
    return False


def is_stressing(tree: Tree, verb: int) -> bool:
    return tree.is_one(verb, _STRESSING) or tree.words[verb].text.lower() == "focus"


def _is_aim(tree: Tree, verb: int) -> bool:
    """A gerund or infinitive under words that stress, pledge or discuss: "underscored the importance of ending"."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "mark", "case")}
    if not (tree.words[verb].text.lower().endswith("ing") or "to" in helpers or tree.relation(verb) == "conj"):
        return False
    if tree.children(verb, "nsubj", "aux") or "by" in helpers:  # "by providing": a means
        return False
    up = list(tree.path_up(verb))[:_REACH]
    return any(tree.is_one(j, _PURPOSES) if tree.words[j].upos == "NOUN" else is_stressing(tree, j) for j in up)


def _of_verb(tree: Tree, verb: int) -> Iterator[Take]:
    word = tree.words[verb]
    for use in find_stance_verbs(word.lemma, word.text):
        stance = deny(use.stance) if is_denied(tree, verb) else use.stance
        if stance is None or is_unsure(tree, verb) or is_nobodys(tree, verb):
            continue
        for place in use.takes:
            rule, _, where = place.rpartition("-") if place.split("-")[0] in _RULES else ("", "", place)
            if rule == "asked" and not (tree.objects(verb) or is_passive(tree, verb)):
                continue
            if rule == "alone" and tree.objects(verb):
                continue
            if rule == "denied" and not is_denied(tree, verb):
                continue
            if not _is_aim(tree, verb) if rule == "aim" else _is_pressed(tree, verb):
                continue
            if rule in ("gift", "given") and not _is_gift(tree, verb, rule):
                continue
            issue, on = issue_at(tree, verb, where)
            if rule == "plain" and find_stance_word(tree.lemma(on), "noun"):
                continue
            if issue is None or (where == "that" and tree.is_one(verb, ("insist",)) and not _is_wanted(tree, on, verb)):
                continue
            if where == "that" and _is_refusing(tree, verb, on):
                stance = "rejects"
            if where == "to" and tree.is_one(verb, _SILENT) and _is_telling(tree, on):
                continue  # "declined to comment"
            if is_passive(tree, verb) and where != "by-subject" and not _doers(tree, verb):
                continue  # nobody is said to hold it
            if tree.words[verb].deprel == "acl" and tree.is_one(verb, ("back", "support")) and is_passive(tree, verb):
                continue  # "the plan backed by": said in passing to tell which
            if use.stance == "accepts" and where in ("to", "on") and _is_mutual(tree, verb):
                continue  # what two sides agree to do is an act of both, no side's stance
            if where == "by-subject":
                holders, toward = tree.objects(verb), []
            else:
                holders = _doers(tree, verb)
                toward = [c for c in _faced(tree, verb, where) if c != on]
                toward += [c for c in tree.children(on, "nmod") if tree.case(c) == "from"]
            sure = 0.45 if where == "obj" and rule != "aim" else 0.4
            yield Take(verb, stance, issue, on, tuple(holders), tuple(toward), rule == "told", sure, aim=rule == "aim")
            break


def _is_gift(tree: Tree, verb: int, rule: str) -> bool:
    """ "Announced a package of aid", "will provide ten million dollars"."""
    of = [j for o in tree.objects(verb) for j in (o, *tree.children(o, "nmod", "compound"))]
    if not any(tree.lemma(j) in _GIFTS for j in of):
        return False
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux")}
    intended = tree.relation(verb) == "xcomp" and tree.is_one(tree.words[verb].head, ("intend", "plan", "decide"))
    return rule == "gift" or intended or bool({"will", "would"} & helpers)


def _is_telling(tree: Tree, verb: int) -> bool:
    """ "Comment", "give details", "name the suspects": not "give up its weapons", "discuss a truce"."""
    if tree.is_one(verb, _TELLING):
        return True
    objects = tree.objects(verb)
    if not tree.is_one(verb, _TELLING_OF) or tree.children(verb, "compound:prt"):
        return False
    if tree.is_one(verb, ("name", "identify")):
        return bool(objects)
    return not (objects or tree.children(verb, "obl")) or bool({tree.lemma(o) for o in objects} & _DETAILS)


def _is_refusing(tree: Tree, insists: int, verb: int) -> bool:
    """ "Insists that it will not give up enrichment"."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux")}
    return tree.is_one(insists, ("insist",)) and is_denied(tree, verb) and bool(helpers & {"will", "would", "wo"})


def _is_wanted(tree: Tree, verb: int, insists: int) -> bool:
    """ "Insists that they must leave", "that it leave", "that it will leave": not "that the court has no say", which is
    only claimed."""
    helpers = {tree.words[c].text.lower() for c in tree.children(verb, "aux", "cop")}
    if helpers & (_RIGHTS | {"be"}) or tree.words[verb].text.lower() in ("needed", "necessary", "required"):
        return True
    if tree.is_one(verb, ("have", "need")):  # "have to be lifted"
        return bool(tree.children(verb, "xcomp"))
    subjects = [tree.words[s] for s in tree.children(verb, "nsubj", "nsubj:pass")]
    if helpers & {"will", "would"}:
        holders = {tree.words[s].text.lower() for s in tree.subjects(insists)} | _OWN
        return any(s.text.lower() in holders for s in subjects)
    bare = tree.words[verb].upos == "VERB" and tree.words[verb].text.lower() == tree.lemma(verb)
    several = any(tree.is_plural(s.index) for s in subjects)
    return bare and not helpers and (not several or tree.words[insists].text.lower() == "insisted")


def _is_pressed(tree: Tree, verb: int) -> bool:
    """ "under pressure to accept", "a chance to support": what a thing is for, not what somebody does."""
    head = tree.words[verb].head
    if tree.words[verb].deprel != "acl" or "to" not in {
        tree.words[c].text.lower() for c in tree.children(verb, "mark")
    }:
        return False
    return tree.lemma(head) in ("pressure", "chance", "opportunity", "deadline", "time", "reason", "failure", "ability")


def _doers(tree: Tree, verb: int) -> list[int]:
    if is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
        return [j for c in agents for j in tree.joined(c)]
    found = _named_first(tree, verb) or tree.subjects(verb)
    if found and tree.relation(verb) == "acl" and tree.words[found[0]].index == tree.words[verb].head:
        found = _of_relative(tree, verb) or found
    head = tree.words[verb].head
    if not found and tree.relation(verb) == "conj" and head < verb and tree.name_at.get(head) == "PER":
        own = tree.children(verb, "nsubj") or [
            n for a in tree.children(verb, "advmod") for n in tree.children(a, "nsubj")
        ]
        return [j for j in (*tree.joined(head), *own) if j < verb]  # "A, B, and C condemned", read as names and a verb
    if not found:  # a subject that the tree calls a root too
        found = [c for c in tree.children(verb, "root") if c < verb and tree.words[c].upos in ("NOUN", "PROPN", "PRON")]
    return found


def _named_first(tree: Tree, verb: int) -> list[int]:
    """The name of "Turkey, a country that aspires, refused", where the tree gives the verb two subjects."""
    own = tree.children(verb, "nsubj")
    if len(own) == 2 and own[1] < verb and own[0] in tree.name_at and own[1] not in tree.name_at:
        if tree.words[own[0] + 1].text == ",":
            return own[:1]
    return []


def _of_relative(tree: Tree, verb: int) -> list[int]:
    """The person right before ", who", wherever the tree hangs the clause."""
    who = next((c for c in tree.children(verb, "nsubj") if tree.words[c].text.lower() == "who"), None)
    if who is None or who < 2:
        return []
    before = who - 2 if tree.words[who - 1].text == "," else who - 1
    name = next((n for n in tree.reading.names if n.first <= before < n.last and n.kind == "PER"), None)
    return (
        [tree.whole(next((k for k in range(name.first, name.last) if tree.relation(k) != "flat"), name.first))]
        if name
        else []
    )


def _is_mutual(tree: Tree, verb: int) -> bool:
    doers = tree.subjects(verb)
    return len(doers) > 1 or any(tree.is_plural(d) or tree.words[d].text.lower() == "both" for d in doers)


def _faced(tree: Tree, verb: int, where: str) -> list[int]:
    """From whom it is demanded, or against whom held: objects and phrases with on, upon, from, to, with."""
    found = [] if where == "obj" else [*tree.objects(verb), *tree.children(verb, "iobj")]
    found += [
        c
        for c in tree.children(verb, "obl")
        if tree.case(c) in ("on", "upon", "from", "to", "with", "at") and tree.case(c) != where
    ]
    return [j for c in found for j in tree.joined(c)]


def _of_noun(tree: Tree, noun: int) -> Iterator[Take]:
    word = tree.words[noun]
    use = find_stance_word(word.lemma, "noun") or find_stance_word(word.text.lower().removesuffix("s"), "noun")
    if use is None or is_unsure(tree, tree.clause(noun)):
        return
    if word.lemma.lower() == "call" and tree.children(noun, "compound", "amod"):
        return  # a phone call, a press call
    stance: str | None = use.stance
    if is_denied(tree, noun):
        stance = deny(use.stance)
    if stance is None:
        return
    heads = [noun, tree.words[noun].head] if tree.relation(noun) == "conj" else [noun]
    for head, place in product(heads, use.takes):
        issue, on = issue_at(tree, head, place)
        if issue is not None and on > noun:  # "solidarity and support for Chile", hung on the first
            yield Take(noun, stance, issue, on, (), (), False, 0.55)
            return


def _of_agent(tree: Tree, noun: int) -> Iterator[Take]:
    """ "Chile remains a strong supporter of the truce", "Chile, a critic of the plan"."""
    use = find_stance_word(tree.words[noun].lemma, "agent")
    if use is None or is_unsure(tree, noun):
        return
    up = tree.words[noun].head
    if tree.children(noun, "cop"):
        who = tree.subjects(noun)
    elif tree.relation(noun) == "appos":
        who = [up]
    elif tree.words[up].upos == "VERB" and tree.is_one(up, (*_STAYING, "emerge", "become")):
        who = tree.subjects(up)
    else:
        return
    stance = deny(use.stance) if is_denied(tree, noun) else use.stance
    for place in use.takes:
        issue, on = issue_at(tree, noun, place)
        if issue is not None and stance is not None:
            yield Take(noun, stance, issue, on, tuple(who), (), False, 0.45)
            return


def _of_trouble(tree: Tree, noun: int) -> Iterator[Take]:
    """ "They discussed the build-up on the border": what is a trouble by its name concerns whoever discusses
    it. "They discussed closer cooperation": what is to grow they support."""
    more = any(tree.words[c].text.lower() in _MORE for c in tree.children(noun, "amod"))
    if tree.lemma(noun) not in _TROUBLES and not more:
        return
    stance = "supports" if more and tree.lemma(noun) not in _TROUBLES else "concerned"
    for j in tree.path_up(noun):
        if tree.is_one(j, _DISCUSSING) and tree.words[j].upos == "VERB":
            issue = noun_issue(tree, noun)
            if issue is not None and not is_unsure(tree, j):
                yield Take(noun, stance, issue, noun, tuple(tree.subjects(j)), (), False, 0.35)
            return
        if tree.words[j].upos not in ("NOUN", "PROPN"):
            return


def _of_adjective(tree: Tree, i: int) -> Iterator[Take]:
    """ "is opposed to", "is unacceptable", "unprovoked attack"."""
    word = tree.words[i]
    low = word.text.lower()
    holder = find_stance_word(low, "holder")
    stands = word.upos == "ADJ" or tree.children(i, "cop", "aux") or low not in ("prepared", "determined", "committed")
    if holder and stands and not is_unsure(tree, i):
        yield from _of_holder(tree, i, holder)
    judged = find_stance_word(low, "judged")
    said_of = tree.children(i, "cop") or (tree.relation(i) == "xcomp" and tree.is_one(tree.words[i].head, _STAYING))
    if judged and said_of and not is_unsure(tree, i):
        stance = deny(judged.stance) if is_denied(tree, i) else judged.stance
        for place in ("subject", "to", "that"):
            at = tree.words[i].head if place == "subject" and not tree.children(i, "cop") else i
            issue, on = issue_at(tree, at, place)
            if issue is not None and stance is not None:
                yield Take(i, stance, issue, on, (), (), True, 0.3)
                break
    damning = find_stance_word(low, "damning")
    if damning and tree.relation(i) in ("amod", "conj"):
        noun = next((j for j in tree.path_up(i) if tree.words[j].upos == "NOUN"), None)
        if noun is not None and noun > i:
            issue = noun_issue(tree, noun)
            if issue is not None:
                yield Take(noun, damning.stance, issue, noun, (), (), True, 0.4, weighed=True)


def _of_holder(tree: Tree, i: int, use: StanceWord) -> Iterator[Take]:
    stance = deny(use.stance) if is_denied(tree, i) else use.stance
    if stance is None:
        return
    up = tree.words[i].head
    stays = tree.relation(i) == "xcomp" and tree.is_one(up, (*_STAYING, "stand"))
    for place in use.takes:
        issue, on = issue_at(tree, i, place)
        if issue is None and stays:
            issue, on = issue_at(tree, up, place)  # "remains opposed to talks", with the talks hung on the verb
        if issue is not None:
            yield Take(i, stance, issue, on, tuple(tree.subjects(i)), (), False, 0.45)
            return


def _of_standing(tree: Tree, noun: int) -> Iterator[Take]:
    """ "is against the plan", "is in favour of a vote"."""
    stance: str | None = _STANDING[tree.case(noun)]
    stance = deny(stance) if is_denied(tree, noun) and stance else stance
    issue = noun_issue(tree, noun)
    if issue is not None and stance is not None and not is_unsure(tree, noun):
        yield Take(noun, stance, issue, noun, tuple(tree.children(noun, "nsubj")), (), False, 0.45)


def _of_must(tree: Tree, verb: int) -> Iterator[Take]:
    """ "the troops must leave", said by somebody: demanded by whoever says it."""
    issue = clause_issue(tree, verb)
    if issue is None:
        return
    stance = "opposes" if is_denied(tree, verb) else "demands"
    toward = [] if is_passive(tree, verb) else tree.subjects(verb)
    yield Take(verb, stance, issue, verb, (), tuple(toward), True, 0.3)
