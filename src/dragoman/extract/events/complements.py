"""What hangs on a predicate: what it undergoes, its phrases by preposition, and the class of their words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.extract.phrases import Tree, is_time

GOING_ON: Final = ("keep", "continue", "resume", "try", "seek", "start", "begin")


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the subject undergoes what the verb says; trees often mistake one for the other."""
    below = [(c, tree.words[c].deprel) for c in tree.below[verb]]
    if any(r == "aux:pass" for _, r in below):
        return True
    if any(r == "nsubj" and c < verb for c, r in below):  # what it calls a passive's subject behind it is an object
        return False
    of_clause = tree.words[verb].deprel in ("root", "conj", "ccomp", "parataxis")
    if of_clause and any(r == "obj" and c > verb for c, r in below):
        return False
    passive = [c for c, r in below if r == "nsubj:pass"]
    if passive and min(passive) < verb < max(passive):  # one before, one behind: it acts on the one behind
        return False
    if any(r == "nsubj:pass" for _, r in below):
        return True
    return (
        tree.relation(verb) == "acl"
        and tree.words[verb].deprel != "acl:relcl"
        and tree.words[verb].text.lower().endswith(("ed", "en", "wn"))
    )


def undergone(tree: Tree, verb: int) -> list[int]:
    """Objects of an active verb, the subject of a passive one."""
    if not is_passive(tree, verb):
        behind = [c for c in tree.below[verb] if c > verb and tree.words[c].deprel == "nsubj:pass"]
        return tree.objects(verb) or tree.children(verb, "iobj") or behind
    own = [c for c in tree.below[verb] if tree.words[c].deprel == "nsubj:pass"]
    if own:
        if tree.lemma(own[0]) in ("who", "which", "that") and tree.relation(verb) == "acl":
            return [tree.words[verb].head]
        return own
    return [tree.words[verb].head] if tree.relation(verb) == "acl" else tree.subjects(verb)[:1]


def doers(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb; "farmers blocked the road", misread as a phrase, has its subject for a head."""
    above = tree.words[verb].head
    misread = tree.words[verb].deprel == "amod" and above < verb and bool(tree.children(verb, "obj"))
    return tree.subjects(verb) or ([above] if misread else [])


def inner_subjects(tree: Tree, verb: int) -> list[int]:
    """The subject of the clause that a verb or a noun demands or tells."""
    told = [c for c in tree.children(verb, "acl") if "that" in {tree.lemma(m) for m in tree.children(c, "mark")}]
    for c in (*tree.children(verb, "ccomp", "advcl", "xcomp"), *told):
        own = tree.children(c, "nsubj")
        if own:
            return own
    return [c for c in tree.children(verb, "nsubj") if c > verb]


def prepositional(tree: Tree, head: int, preposition: str) -> list[int]:
    """Phrases that hang on `head`, or on its object, by the preposition."""
    places = [head, *(o for o in tree.children(head, "obj") if tree.words[head].upos == "VERB")]
    return [
        c
        for p in places
        for c in tree.children(p, "obl", "nmod", "obj")
        if _leads(tree.case(c), preposition) and not is_time(tree.words[c])
    ]


def _leads(case: str, preposition: str) -> bool:
    """By its first word; "out of" is a particle and "of"."""
    return case.split(" ")[0] == preposition or (case == "out of" and preposition == "of")


def go_on(tree: Tree, verb: int, verbs: Collection[str] = GOING_ON) -> int:
    """ "To continue providing aid to Chile": the act that goes on."""
    while tree.is_one(verb, verbs) and (inner := tree.children(verb, "xcomp")):
        verb = inner[0]
    return verb


def is_name_given(tree: Tree, verb: int) -> bool:
    """'Called it "a day of shame"': what something is called, in quotation marks, and no call to do anything."""
    if not tree.is_one(verb, ("call",)):
        return False
    behind = [w for w in tree.words[verb + 1 :] if w.sentence == tree.words[verb].sentence]
    quoted = next((w.index for w in behind if w.text in ("“", '"', "``")), None)
    between = tree.words[verb + 1 : quoted] if quoted is not None else ()
    return bool(between) and not any(w.upos in ("ADP", "VERB", "PART", "PUNCT", "SCONJ") for w in between)


def lemmas_of(tree: Tree, heads: list[int]) -> set[str]:
    """Lemmas and singular forms of phrase heads and their coordinates."""
    found: set[str] = set()
    for h in heads:
        for j in tree.joined(h):
            low = tree.words[j].text.lower()
            found |= {tree.lemma(j), low, low.removesuffix("s"), low.removesuffix("ies") + "y"}
    return found


def is_of_class(tree: Tree, heads: list[int], name: str) -> bool:
    """Whether one of the phrases is of the class; the name of a place is of the class "place"."""
    if name == "place" and any(tree.name_at.get(j) == "LOC" for h in heads for j in tree.joined(h)):
        return True
    return bool(lemmas_of(tree, heads) & words_of(name))


def says_we(tree: Tree, verb: int) -> bool:
    """Said by the one who does it or takes the stance: "we condemn"."""
    return any(tree.words[s].text.lower() in ("we", "i") for s in tree.subjects(verb))
