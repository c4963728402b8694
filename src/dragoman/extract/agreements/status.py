"""What the words around a mention say of a text: sought, under negotiation, agreed, signed, broken ..."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import find_agreement_verb, find_talk_noun, verb_forms
from dragoman.extract.phrases import Tree

_WISHES: Final = frozenset(
    """want wish hope seek offer propose urge call need demand try attempt help aim ask push should could may might
    must can would encourage likely possible expect ready willing strive work require lead toward towards build
    allow prepare lest if""".split()
)
_ADJECTIVES: Final = {
    "draft": "under negotiation",
    "proposed": "proposed",
    "possible": "proposed",
    "potential": "proposed",
    "future": "proposed",
    "eventual": "proposed",
    "negotiated": None,
    "failed": "collapsed",
    "defunct": "collapsed",
    "signed": "signed",
    "interim": None,
    "existing": "agreed",
    "collapsed": "collapsed",
    "broken": "collapsed",
}
_OF_NOUNS: Final = {
    "violation": "violated",
    "breach": "violated",
    "collapse": "collapsed",
    "failure": "collapsed",
    "signing": "signed",
    "signature": "signed",
    "signatory": "signed",
    "signatories": "signed",
    "ratification": "ratified",
    "rejection": "rejected",
    "implementation": "agreed",
    "conclusion": "agreed",
    "extension": "agreed",
    "term": "agreed",
    "terms": "agreed",
    "proposal": "proposed",
    "call": "proposed",
    "possibility": "proposed",
    "prospect": "proposed",
    "hope": "proposed",
    "need": "proposed",
    "demand": "proposed",
    "search": "proposed",
    "talks": "under negotiation",
    "negotiation": "under negotiation",
    "negotiations": "under negotiation",
    "discussion": "under negotiation",
    "discussions": "under negotiation",
    "text": "under negotiation",
    "draft": "under negotiation",
    "dialogue": "under negotiation",
}
_CARRIERS: Final = frozenset(
    """text version copy round signing kind form sort end start conclusion part element what""".split()
)
_STANDING: Final = frozenset(
    """support commitment respect adherence compliance commitments obligation obligations spirit member""".split()
)
PARTS: Final = frozenset(
    """article element provision clause point item part portion chapter section detail term""".split()
)
_SOME: Final = frozenset("some several most many part certain partial".split())
REACHED: Final = frozenset(
    """agree understanding agreement reach settle resolve finalise finalize approve accept progress""".split()
)
_UNREACHED: Final = ("fail", "refuse", "decline", "unable")
_ONTO: Final = frozenset("on for towards toward to from over out of at upon about".split()) | {"out of"}
_EXISTING: Final = frozenset(
    """uphold respect observe honor honour maintain implement extend renew adhere abide comply stick preserve restore
    commit monitor supervise police strengthen revive salvage safeguard protect join welcome hail praise""".split()
)


def find_status(tree: Tree, n: int) -> str | None:
    """What the words around a mention say of the text, None where they say nothing."""
    texts = {tree.words[c].text.lower() for c in tree.children(n, "amod", "compound", "acl")}
    own = next((_ADJECTIVES[t] for t in sorted(texts) if _ADJECTIVES.get(t)), None)
    for c in tree.children(n, "acl"):
        participle = of_verb(tree, c, "subj" if tree.children(c, "nsubj") else "obj")
        if participle and tree.words[c].text.lower().endswith(("ed", "en", "ck", "nt")):
            return participle
    i, part = n, False
    for _ in range(4):
        head = tree.words[i].head
        if head == i:
            break
        if tree.words[head].upos in ("NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM") and tree.relation(i) in (
            "nmod",
            "conj",
            "obl",
            "acl",
            "appos",
        ):
            lemma = tree.lemma(head)
            some = {tree.words[c].text.lower() for c in tree.children(head, "det", "amod", "nmod")} | {
                tree.words[head].text.lower()
            }
            part = part or lemma in PARTS or bool(some & _SOME)
            if part and _reached_above(tree, head):
                return "partly agreed"
            named = _OF_NOUNS.get(lemma) or _OF_NOUNS.get(tree.words[head].text.lower())
            if named and tree.relation(i) != "conj":
                return own or named
            if find_talk_noun(tree.words[head].text) is not None and tree.case(i) in (
                "on",
                "for",
                "towards",
                "toward",
                "over",
                "about",
            ):
                return own or "under negotiation"
            if lemma not in _CARRIERS and tree.relation(i) != "conj" and not part:
                return own or ("agreed" if lemma in _STANDING else None)
            i = head
            continue
        found = _of_governor(tree, i, head)
        return found or own
    return own


def _of_governor(tree: Tree, i: int, verb: int) -> str | None:
    relation = tree.relation(i)
    bare = (
        relation in ("xcomp", "dep", "obl") and i > verb and not tree.case(i)
    )  # objects that the tree calls otherwise
    if relation == "obj" or bare or tree.words[i].deprel == "nsubj:pass":
        way = "obj"
    elif relation == "nsubj":
        way = "subj"
    elif relation in ("obl", "nmod") and tree.case(i) in _ONTO:
        way = "obl"
    else:
        return None
    status = of_verb(tree, verb, way)
    if status == "agreed" and tree.is_one(verb, _EXISTING):
        return status
    if is_wished(tree, verb) and status in ("collapsed", "rejected"):
        return None  # "that nobody will abandon the deal": it stands
    if is_wished(tree, verb):
        return "proposed" if status in ("agreed", "signed", "proposed", "ratified", None) else status
    if _is_denied(tree, verb) and status in ("agreed", "signed", "ratified"):
        return "under negotiation"
    return status


def of_verb(tree: Tree, verb: int, way: str) -> str | None:
    word = tree.words[verb]
    return next((s for f in verb_forms(word.lemma, word.text) if (s := find_agreement_verb(f, way))), None)


def is_wished(tree: Tree, verb: int) -> bool:
    """The clause is wanted, allowed or foreseen, not done: modals, infinitives under a wish, conditions."""
    i = verb
    for _ in range(5):
        helpers = {tree.words[c].text.lower() for c in tree.children(i, "aux", "mark")}
        if helpers & {"should", "could", "may", "might", "must", "can", "would", "will", "if", "’ll", "'ll"}:
            return True
        head, relation = tree.words[i].head, tree.relation(i)
        if head == i or relation not in ("xcomp", "ccomp", "advcl", "acl", "conj", "parataxis"):
            return "to" in helpers and head != i
        if tree.is_one(head, ("vote",)):
            return False
        if relation != "conj" and "to" in helpers and (tree.is_one(head, _WISHES) or relation in ("advcl", "acl")):
            return True
        if relation == "conj" and "to" not in helpers and tree.children(i, "nsubj"):
            return False
        i = head
    return False


def _is_denied(tree: Tree, verb: int) -> bool:
    if tree.relation(verb) == "xcomp" and tree.is_one(tree.words[verb].head, _UNREACHED):
        return True  # "failed to reach a deal"
    return any(
        tree.words[c].text.lower() in ("not", "n't", "n’t", "never", "yet")
        for c in tree.children(verb, "advmod", "aux")
    )


def _reached_above(tree: Tree, i: int) -> bool:
    """Understanding or agreement on it, above in the tree or just before it: trees often hang "on ..." too high."""
    near = [j for j in range(max(i - 8, 0), i) if tree.words[j].sentence == tree.words[i].sentence]
    return any(tree.is_one(j, REACHED) for j in (*tree.path_up(i), *near))
