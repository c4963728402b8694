"""What a position is about: the noun phrase or the act that a stance is taken on, in the words of the report."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dragoman.extract.phrases import Tree, is_time
from dragoman.records import Offsets

LONGEST: Final = 12  # words of an issue
_LOOSE: Final = frozenset("acl:relcl advcl advcl:relcl parataxis appos dep orphan discourse vocative".split())
_HYPHENS: Final = ("-", "–")
_EMPTY: Final = frozenset(
    """it that this these those he she they we i you them him her us me which who what something anything nothing
    everything thing way""".split()
)
_LEADING: Final = frozenset("the a an any this these those some its their his her our my all such no and or to".split())
_OPENING: Final = frozenset(("case", "mark", "cc", "det", "punct", "aux", "aux:pass", "cop"))


def noun_issue(tree: Tree, head: int, without: int | None = None) -> Offsets | None:
    """The noun phrase of `head` with what it is of, for or about; without relative clauses and time.

    `without`: a participle behind it that takes the stance ("charges denied by Chile") and is no part of the issue.
    """
    if tree.words[head].text.lower() in _EMPTY or is_time(tree.words[head]):
        return None
    inside = set(tree.under(head, _LOOSE))
    inside = _without_times(tree, head, inside)
    if without is not None:
        inside -= set(tree.under(without))
    for c in tree.below[head]:
        if tree.relation(c) == "conj" and is_apart(tree, c):
            inside -= set(tree.under(c))
        if tree.relation(c) in ("case", "mark", "cop", "nsubj", "aux") or (c < head and tree.relation(c) == "cc"):
            inside -= set(tree.under(c))
    found = _stretch(tree, head, inside)
    if _count(tree, found) > LONGEST:
        inside -= {k for c in tree.children(head, "conj") for k in tree.under(c)}
        found = _stretch(tree, head, inside)
    return _cut(tree, found, keep=head)


def act_issue(tree: Tree, verb: int) -> Offsets | None:
    """The act of an infinitive or gerund with its object: "withdraw its troops"."""
    inside = _without_times(tree, verb, set(tree.under(verb, _LOOSE)))
    for c in tree.below[verb]:
        if c < verb and tree.relation(c) in ("mark", "aux", "nsubj", "cc", "advmod", "case", "cop"):
            inside -= set(tree.under(c)) if tree.relation(c) != "cop" else set()
        elif c > verb and tree.relation(c) == "conj" and (tree.children(c, "nsubj") or is_apart(tree, c)):
            inside -= set(tree.under(c))
    return _cut(tree, _stretch(tree, verb, inside), keep=verb)


def wished_issue(tree: Tree, head: int, verb: int) -> Offsets | None:
    """The act that `head` wishes; with what is to do it where that is a thing: "wants the talks to resume"."""
    found = act_issue(tree, verb)
    for c in tree.children(head, "obj"):
        if found is None or tree.words[c].upos != "NOUN" or not head < c < verb or tree.name_at.get(c):
            continue
        wider = noun_issue(tree, c)
        inside = [w for w in tree.words[head:] if wider and wider[0] <= w.start and w.end <= found[1]]
        if wider and len(inside) <= LONGEST and _is_short(tree, found):
            return wider[0], found[1]
    return found


def _is_short(tree: Tree, found: Offsets) -> bool:
    return len(tree.text[found[0] : found[1]].split()) <= 2


def clause_issue(tree: Tree, verb: int) -> Offsets | None:
    """What a whole clause is about: all of it where it is short, else the act, or what a passive is done to."""
    if tree.children(verb, "expl") and (there := [c for c in tree.children(verb, "nsubj") if c > verb]):
        return noun_issue(tree, there[0])
    if tree.words[verb].upos == "NOUN" and any(tree.lemma(c) == "there" for c in tree.below[verb]):
        return noun_issue(tree, verb)
    subjects = [c for c in tree.children(verb, "nsubj", "csubj") if c < verb]
    if not subjects:
        return act_issue(tree, verb)
    inside = _without_times(tree, verb, set(tree.under(verb, _LOOSE)))
    inside -= {k for c in tree.children(verb, "mark", "conj", "cc") for k in tree.under(c)}
    found = _stretch(tree, verb, inside)
    subject = subjects[0]
    bare = tree.words[subject].upos == "PRON"
    passive = tree.words[subject].deprel == "nsubj:pass" or bool(tree.children(verb, "cop"))
    if not bare and _count(tree, found) <= LONGEST:
        return _cut(tree, found, keep=verb)
    if passive and not bare:
        return noun_issue(tree, subject)
    act = act_issue(tree, verb)
    if not bare and (act is None or _is_short(tree, act)):
        return noun_issue(tree, subject)
    return act


def is_apart(tree: Tree, c: int) -> bool:
    """Whether a coordinate is an issue by itself: an act with its own object, a noun with its own article.

    "Renounce violence or disarm" stays together, and so does what is coordinated only by a tree's mistake.
    """
    word, head = tree.words[c], tree.words[tree.words[c].head]
    if any(tree.words[k].text.lower() in ("or", "nor") for k in tree.children(c, "cc")):
        return False
    if word.upos == "VERB":
        alike = head.upos == "VERB" and _form(head.text) == _form(word.text)
        return alike and bool(tree.children(c, "obj", "obl")) and not tree.children(c, "nsubj")
    return word.upos in ("NOUN", "PROPN") and any(
        tree.words[k].text.lower() in ("the", "a", "an") for k in tree.children(c, "det")
    )


def _form(verb: str) -> str:
    return next((ending for ending in ("ing", "ed") if verb.lower().endswith(ending)), "")


def _without_times(tree: Tree, head: int, inside: set[int]) -> set[int]:
    for c in list(inside):
        if c != head and is_time(tree.words[c]) and tree.relation(c) in ("obl", "nmod", "advmod"):
            inside -= set(tree.under(c))
    return inside


def _stretch(tree: Tree, head: int, inside: Collection[int]) -> tuple[int, int]:
    """The unbroken run of `inside` round `head`; it goes over single marks, and ends in no opening word."""
    first = last = head
    while first - 1 in inside or (first - 2 in inside and tree.words[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and tree.words[last + 1].upos == "PUNCT"):
        last += 1
    return _trim(tree, first, last, head)


def _trim(tree: Tree, first: int, last: int, keep: int) -> tuple[int, int]:
    while (
        first < keep
        and not _opens_compound(tree, first)
        and (tree.words[first].text.lower() in _LEADING or tree.words[first].upos in ("PUNCT", "ADP", "SCONJ", "CCONJ"))
    ):
        first += 1
    while (
        last > keep
        and (tree.words[last].upos in ("PUNCT", "ADP", "SCONJ", "CCONJ", "DET") or tree.words[last].deprel in _OPENING)
        and tree.words[last].deprel != "compound:prt"
    ):
        last -= 1
    return first, last


def _opens_compound(tree: Tree, i: int) -> bool:
    """The "no" of "no-fly zone", the "all" of "all-party talks"."""
    behind = tree.words[i + 1 : i + 2]
    return (
        tree.words[i].upos != "PUNCT"
        and bool(behind)
        and behind[0].text in _HYPHENS
        and (behind[0].start == tree.words[i].end)
    )


def _count(tree: Tree, found: tuple[int, int]) -> int:
    return sum(w.upos != "PUNCT" for w in tree.words[found[0] : found[1] + 1])


def _cut(tree: Tree, found: tuple[int, int], keep: int) -> Offsets:
    """Cut behind to the longest issue allowed, and before where the head stands further in than that."""
    first, last = found
    if keep - first >= LONGEST:
        first = keep - LONGEST + 1
    while last > keep and _count(tree, (first, last)) > LONGEST:
        last -= 1
    first, last = _trim(tree, first, last, keep)
    return tree.words[first].start, tree.words[last].end
