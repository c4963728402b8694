"""Stances that nouns and adjectives take: "opposition to", "is opposed to", "an opponent of", "unprovoked"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from dragoman.codebook.stances import StanceWord, deny, find_stance_word
from dragoman.extract.phrases import Tree
from dragoman.extract.positions.issues import noun_issue
from dragoman.extract.positions.places import is_denied, issue_at
from dragoman.extract.positions.taking import STAYING, Take, is_unsure

STANDING: Final = {"against": "opposes", "in favour of": "supports", "in favor of": "supports"}
_DISCUSSING: Final = ("discuss", "raise", "review")
_TROUBLES: Final = frozenset(
    """threat challenge instability build-up buildup crisis escalation violence aggression attack insecurity abuse
    violation coercion shortage danger risk proliferation interference provocation offensive unrest terrorism""".split()
)
_MORE: Final = frozenset("closer deeper stronger enhanced increased expanded further broader".split())
_LET_IN: Final = frozenset(
    """public visitor tourist traffic business ship shipping vessel goods investor journalist refugee migrant question
    criticism attack abuse interpretation doubt everyone anyone""".split()
)  # to which a place or a matter is open, and nobody's mind
_THANKS: Final = ("appreciation", "gratitude", "thanks")
_BEHIND: Final = frozenset("for over about on of with at against".split())
_LACKING: Final = ("need", "seek", "lack", "lose", "await", "request", "require")


def find_noun_takes(tree: Tree, noun: int) -> Iterator[Take]:
    word = tree.words[noun]
    use = find_stance_word(word.lemma, "noun") or find_stance_word(word.text.lower().removesuffix("s"), "noun")
    up = tree.words[noun].head
    if tree.relation(noun) == "obj" and tree.is_one(up, _LACKING) and tree.subjects(up):
        return  # "Kenya needs Norway's support": nobody's yet
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
    light = up if tree.relation(noun) == "obj" and tree.words[up].upos == "VERB" else None
    for head, place in product([*heads, *([light] if light is not None else [])], use.takes):
        if head == light and place not in _BEHIND:
            continue  # "voiced support | for the rebels", hung on the verb
        issue, on = issue_at(tree, head, place)
        if head == light and (tree.words[on].upos == "VERB" or tree.is_one(noun, _THANKS)):
            continue
        if issue is not None and on > noun:  # "solidarity and support for Chile", hung on the first
            yield Take(noun, stance, issue, on, (), (), False, 0.55)
            return


def find_agent_takes(tree: Tree, noun: int) -> Iterator[Take]:
    """ "Chile remains a strong supporter of the truce", "Chile, a critic of the plan"."""
    use = find_stance_word(tree.words[noun].lemma, "agent")
    if use is None or is_unsure(tree, noun):
        return
    up = tree.words[noun].head
    if tree.children(noun, "cop"):
        who = tree.subjects(noun)
    elif tree.relation(noun) == "appos":
        who = [up]
    elif tree.words[up].upos == "VERB" and tree.is_one(up, (*STAYING, "emerge", "become")):
        who = tree.subjects(up)
    else:
        return
    stance = deny(use.stance) if is_denied(tree, noun) else use.stance
    for place in use.takes:
        issue, on = issue_at(tree, noun, place)
        if issue is not None and stance is not None:
            yield Take(noun, stance, issue, on, tuple(who), (), False, 0.45)
            return


def find_trouble_takes(tree: Tree, noun: int) -> Iterator[Take]:
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


def find_adjective_takes(tree: Tree, i: int) -> Iterator[Take]:
    """ "is opposed to", "is unacceptable", "unprovoked attack"."""
    word = tree.words[i]
    low = word.text.lower()
    holder = find_stance_word(low, "holder")
    stands = word.upos == "ADJ" or tree.children(i, "cop", "aux") or low not in ("prepared", "determined", "committed")
    if holder and stands and not is_unsure(tree, i):
        yield from _of_holder(tree, i, holder)
    judged = find_stance_word(low, "judged")
    said_of = tree.children(i, "cop") or (tree.relation(i) == "xcomp" and tree.is_one(tree.words[i].head, STAYING))
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
    aside = tree.relation(i) == "advmod" and tree.is_one(up, STAYING)  # "remain far apart on"
    stays = aside or (tree.relation(i) == "xcomp" and tree.is_one(up, (*STAYING, "stand")))
    for place in use.takes:
        issue, on = issue_at(tree, i, place)
        if issue is None and stays:
            issue, on = issue_at(tree, up, place)  # "remains opposed to talks", with the talks hung on the verb
        if issue is not None and tree.words[i].text.lower() == "open" and tree.lemma(on) in _LET_IN:
            return  # "is open to visitors"
        if issue is not None:
            yield Take(i, stance, issue, on, tuple(tree.subjects(up if aside else i)), (), False, 0.45)
            return


def find_standing_takes(tree: Tree, noun: int) -> Iterator[Take]:
    """ "is against the plan", "is in favour of a vote"."""
    stance: str | None = STANDING[tree.case(noun)]
    stance = deny(stance) if is_denied(tree, noun) and stance else stance
    issue = noun_issue(tree, noun)
    if issue is not None and stance is not None and not is_unsure(tree, noun):
        yield Take(noun, stance, issue, noun, tuple(tree.children(noun, "nsubj")), (), False, 0.45)
