"""One mention of a text: which noun names it, how it is called, and whether it is one at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dragoman.codebook.talks import find_agreement_noun
from dragoman.extract.agreements.details import find_evidence, find_parties, find_provisions
from dragoman.extract.agreements.status import find_status
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Provision, Span, When, quote

_KNOWN: Final = frozenset("the this that these those its their".split())
_IN_FORCE: Final = frozenset("under since after following despite".split())
_SIGNING: Final = ("sign", "initial", "ratify")
_DONE: Final = ("signed", "ratified")  # "signed three agreements"; of others one cannot tell which
_MAKING: Final = frozenset(
    """sign conclude reach negotiate strike clinch seal broker finalize finalise propose draft achieve get secure
    make call seek demand want possible possibility hope announce adopt approve endorse issue release publish""".split()
)


@dataclass(slots=True)
class Mention:
    """One mention of a text. `generic`: "the deal", which goes back to one told before."""

    head: int
    name: Span
    kind: str
    status: str
    stated: bool
    generic: bool
    proper: bool
    evidence: Span
    parties: list[Entity] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    as_of: When | None = None


def read_mention(tree: Tree, n: int) -> Mention | None:
    word = tree.words[n]
    if word.upos not in ("NOUN", "PROPN") or (
        word.deprel.startswith(("compound", "flat")) and _names_text(tree, word.head)
    ):
        return None
    kind = _find_kind(tree, n)
    if kind is None:
        return None
    name = _find_name(tree, n)
    proper = _is_proper(tree, name)
    words = name.text.lower().split()
    plural = word.text.lower() != word.lemma.lower() and word.text.lower().endswith("s") and word.upos == "NOUN"
    known = any(tree.words[d].text.lower() in _KNOWN for d in tree.children(n, "det", "nmod"))
    status = find_status(tree, n)
    if plural and not proper and not known and status not in _DONE:
        return None
    if _is_other_sense(tree, n, words) or any(tree.words[d].text.lower() == "no" for d in tree.children(n, "det")):
        return None
    generic = len(words) == 1 and not proper and kind != "ceasefire" and (known or kind == "draft")
    if len(words) == 1 and not proper and not known and kind != "ceasefire" and status is None:
        return None
    if kind == "settlement" and status is None and not known:
        status = "proposed"
    if (
        word.text[:1].isupper()
        and n + 1 < len(tree.words)
        and word.deprel.startswith("compound")
        and tree.words[n + 1].upos == "PROPN"
    ):
        return None
    if status == "proposed" and known and kind not in ("draft", "settlement", "plan") and not _is_being_made(tree, n):
        status = "agreed"
    if status is None and tree.case(n) in _IN_FORCE:
        status = "agreed"
    return Mention(
        n,
        name,
        kind,
        status or ("agreed" if known or proper or kind == "declaration" else "proposed"),
        status is not None,
        generic,
        proper,
        find_evidence(tree, n),
        find_parties(tree, n),
        find_provisions(tree, n),
    )


def _is_being_made(tree: Tree, n: int) -> bool:
    """The text is what somebody would sign, reach or conclude, so "the peace treaty" is not there yet."""
    return any(tree.is_one(j, _MAKING) for j in list(tree.path_up(n))[:2])


def _names_text(tree: Tree, n: int) -> bool:
    return tree.words[n].upos in ("NOUN", "PROPN") and find_agreement_noun(_lemma(tree, n)) is not None


def _lemma(tree: Tree, n: int) -> str:
    """The noun in the singular; names keep their plural in the model's lemmas ("Accords")."""
    word = tree.words[n].text.lower()
    if word in ("fire", "fires") and n >= 1:
        at = n - 2 if tree.words[n - 1].text in ("-", "–") else n - 1
        if at >= 0 and tree.words[at].text.lower() == "cease":
            return "cease-fire"
    for form in (word, tree.lemma(n), word.removesuffix("s"), word.removesuffix("ies") + "y"):
        if find_agreement_noun(form) is not None:
            return form
    return tree.lemma(n)


def _find_kind(tree: Tree, n: int) -> str | None:
    lemma = _lemma(tree, n)
    base = find_agreement_noun(lemma)
    _, named = _find_of(tree, n)
    if base is None or named is not None:
        return named
    first, _ = _range(tree, n)
    for i in range(n - 1, first - 1, -1):
        before = " ".join(w.text.lower() for w in tree.words[i:n] if w.upos != "PUNCT").split()
        tight = tree.text[tree.words[i].start : tree.words[n - 1].end].lower() if i < n else ""
        for modifier in (before[0] if before else "", tight):
            kind = find_agreement_noun(f"{modifier} {lemma}")
            if kind is not None and kind != "-":
                return kind
    if base != "-":
        return base
    signed = tree.relation(n) == "obj" and tree.is_one(tree.words[n].head, _SIGNING)
    if lemma in ("declaration", "protocol") and (signed or tree.words[n].text[:1].isupper()):
        return "declaration" if lemma == "declaration" else "agreement"
    if lemma == "convention" and any(tree.case(c) in ("on", "against", "for") for c in tree.children(n, "nmod")):
        return "treaty" if tree.words[n].text[:1].isupper() else None
    if lemma == "cessation" and any("hostilit" in tree.words[c].text.lower() for c in tree.children(n, "nmod")):
        return "ceasefire"
    if lemma in ("swap", "exchange") and any(
        tree.lemma(c) in ("prisoner", "hostage", "detainee") for c in tree.below[n]
    ):
        return "exchange"
    return None


def _find_of(tree: Tree, n: int) -> tuple[int | None, str | None]:
    """ "Code of conduct": the word behind "of" that makes it a text, and the kind of text."""
    for c in tree.children(n, "nmod"):
        kind = find_agreement_noun(f"{_lemma(tree, n)} of {tree.lemma(c)}") if tree.case(c) == "of" else None
        if kind is not None:
            return c, kind
    return None, None


def _range(tree: Tree, n: int) -> tuple[int, int]:
    """First and last word of the name: what stands before the noun, and behind a capitalised one its "on ..."."""
    own = ("amod", "compound", "nummod", "flat", "nmod")
    before = [c for c in tree.below[n] if c < n and tree.relation(c) in own and tree.words[c].deprel != "nmod:poss"]
    inside = {n} | {k for c in before for k in tree.under(c)}
    first = n
    if _lemma(tree, n) == "cease-fire" and n > 1:
        first = n - 2 if tree.words[n - 1].text in ("-", "–", "‑") else n - 1
    while first - 1 in inside or (first - 2 in inside and tree.words[first - 1].text in ("-", "–", ",", "and", "&")):
        first -= 1
    while first < n and (
        tree.words[first].upos in ("DET", "ADP", "PUNCT", "CCONJ", "PRON")
        or (tree.words[first].text.lower() in _DROP and not _is_of_name(tree, first))
    ):
        first += 1
    last = n
    behind, _ = _find_of(tree, n)
    if behind is not None:
        return first, behind
    if tree.words[n].text[:1].isupper() and first > 0:
        for c in tree.children(n, "nmod"):
            if (
                c > n
                and tree.case(c) in ("on", "of", "for", "to")
                and any(tree.words[k].text[:1].isupper() for k in (c, c - 1))
            ):
                last = max(tree.under(c, ("acl:relcl", "punct", "parataxis", "acl", "advcl", "appos")))
                last = last if last - n <= 8 else n
    return first, last


def _is_of_name(tree: Tree, i: int) -> bool:
    """ "the New START treaty": capitalised inside a sentence, before another capital."""
    opens = i == 0 or tree.words[i - 1].sentence != tree.words[i].sentence
    return not opens and tree.words[i].text[:1].isupper() and tree.words[i + 1].text[:1].isupper()


_DROP: Final = frozenset(
    """so called so-called bilateral new any possible proposed potential eventual some recent current other such
    further same""".split()
) | {"-"}  # fmt: skip


def _find_name(tree: Tree, n: int) -> Span:
    """The words of the name; a quoted title that the noun stands in is taken whole."""
    for q in tree.reading.quotations:
        inside = tree.text[q.inner[0] : q.inner[1]]
        if (
            q.start <= tree.words[n].start < q.end
            and len(inside.split()) <= 12
            and inside[:1].isupper()
            and inside[-1:] not in "!?"
        ):
            end = q.inner[1] - (1 if inside[-1:] in ".," else 0)
            if sum(w[:1].isupper() for w in inside.split()) >= 2:
                return quote(tree.text, q.inner[0], end)
    first, last = _range(tree, n)
    return quote(tree.text, tree.words[first].start, tree.words[last].end)


def _is_proper(tree: Tree, name: Span) -> bool:
    """A capitalised name of more than one word, or one that holds a name ("the Minsk agreements")."""
    words = name.text.split()
    capital = [w for w in words if w[:1].isupper()]
    starts = any(s.start == name.start for s in tree.reading.sentences)
    if len(words) == 1:
        return False
    return len(capital) - starts >= 2 or (len(words) > 1 and bool(capital) and not starts)


def _is_other_sense(tree: Tree, n: int, words: list[str]) -> bool:
    """ "a great deal", "in agreement", "in draft": no text."""
    lemma = _lemma(tree, n)
    if lemma == "deal" and set(words) & {
        "great",
        "good",
        "real",
        "big",
        "business",
        "record",
        "contract",
        "arms",
        "movie",
    }:
        return True
    if (
        lemma in ("agreement", "accord", "draft")
        and tree.case(n) in ("in", "of")
        and len(words) == 1
        and not tree.children(n, "det")
    ):
        return True
    if lemma in ("draft", "exchange") and set(words) & {"nba", "nfl", "stock", "student", "cultural", "draft pick"}:
        return True
    if lemma in ("agreement", "accord", "deal") and not word_is_set(tree, n) and not tree.words[n].text[:1].isupper():
        return True
    if (
        lemma == "draft"
        and len(words) > 1
        and not set(words) & {"peace", "final", "first", "joint", "revised", "initial", "new", "latest"}
    ):
        return True
    if lemma in ("roadmap", "road map", "framework") and len(words) == 1 and not tree.words[n].text[:1].isupper():
        return not any(tree.words[d].text.lower() in _KNOWN for d in tree.children(n, "det"))
    if lemma in ("settlement", "solution") and any(
        tree.lemma(c) in ("dispute", "conflict", "claim") for c in tree.children(n, "nmod")
    ):
        return tree.words[n].text[:1].islower() and not tree.children(n, "det")
    return lemma == "accord" and "own" in words


def word_is_set(tree: Tree, n: int) -> bool:
    """A singular noun with an article, a number or an owner, or a plural: one text, not the act of agreeing."""
    word = tree.words[n]
    if word.text.lower() != word.lemma.lower() or tree.children(n, "det", "nummod"):
        return True
    return any(tree.words[c].deprel == "nmod:poss" for c in tree.children(n, "nmod"))
