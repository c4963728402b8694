"""Who is welcomed is received: "welcomed the envoy to the palace" is a visit, and judges nothing."""

from __future__ import annotations

from typing import Final

from dragoman.extract.phrases import Tree

_WELCOMING: Final = ("welcome",)
_VISITORS: Final = frozenset(
    """delegation delegate envoy visitor guest counterpart colleague refugee migrant evacuee pilgrim tourist returnee
    president premier minister chancellor king queen emir sultan ambassador""".split()
)
_JUDGED: Final = ("as", "into")  # "welcomed Orvana as a member": more than a hand shaken


def is_reception(tree: Tree, verb: int) -> bool:
    """Whether the verb welcomes somebody in person, and neither a deed nor a thing."""
    if not tree.is_one(verb, _WELCOMING) or tree.words[verb].upos != "VERB":
        return False
    passive = [c for c in tree.below[verb] if tree.words[c].deprel == "nsubj:pass"]
    behind = [tree.case(c) for c in tree.children(verb, "obl", "xcomp", "nmod")]
    received = [*tree.objects(verb), *passive]
    return bool(received) and all(_is_somebody(tree, o) for o in received) and not set(behind) & set(_JUDGED)


def _is_somebody(tree: Tree, i: int) -> bool:
    return tree.name_at.get(i) == "PER" or (tree.words[i].upos in ("NOUN", "PROPN") and tree.lemma(i) in _VISITORS)
