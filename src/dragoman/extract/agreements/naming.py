"""Which nouns name a text, of what kind, and how much of the phrase is its name.

`agreements.tsv` has nouns that name one by themselves or with the word before; those marked "-" need company: a
capital, an owner, a verb that is done to texts alone.
"""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.talks import find_agreement_noun
from dragoman.extract.phrases import Tree
from dragoman.records import Span, quote

_SIGNING: Final = ("sign", "initial", "ratify")
_ADOPTING: Final = (*_SIGNING, "adopt", "issue", "approve", "release", "publish", "announce", "pass")
_PASSING: Final = (
    *("pass", "adopt", "approve", "veto", "draft", "sponsor", "co-sponsor", "cosponsor", "table", "circulate"),
    *("consider", "reject", "vote", "submit", "back", "oppose", "support", "endorse", "block", "violate"),
)
_REACHING: Final = ("reach", "achieve", "negotiate", "broker", "secure", "seek", "find", "conclude", "impose")
_PROPOSING: Final = ("announce", "propose", "unveil", "present", "launch", "put", "float", "offer", "outline")
_COUNCILS: Final = ("council", "un", "u.n.", "unsc", "nations", "assembly", "draft", "sanctions", "commission")
_CAPTIVES: Final = ("prisoner", "hostage", "detainee", "captive")
_OWNERS: Final = ("NORP", "LOC", "ORG", "PER")
_PEACE: Final = ("peace", "truce", "ceasefire", "cease-fire", "fire", "settlement", "compromise")
_BEFORE: Final = (*_PEACE, "security", "presidency")
_NONE: Final = "!"  # in the table: what is called so is no text


def names_text(tree: Tree, n: int) -> bool:
    """Whether the noun may name a text, with company or alone."""
    return tree.words[n].upos in ("NOUN", "PROPN") and find_agreement_noun(find_noun(tree, n)) is not None


def find_noun(tree: Tree, n: int) -> str:
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


def find_kind(tree: Tree, n: int) -> str | None:
    """The kind of text that the noun names where it stands; None where it names none."""
    lemma = find_noun(tree, n)
    base = find_agreement_noun(lemma)
    _, named = _find_of(tree, n)
    if base is None or named is not None:
        return named
    if n and find_agreement_noun(f"{tree.words[n - 1].text} {lemma}") == _NONE:
        return None  # wherever the tree hangs "Warsaw" of "Warsaw Pact"
    first, _ = _range(tree, n)
    for i in range(n - 1, first - 1, -1):
        tight = tree.text[tree.words[i].start : tree.words[n - 1].end]
        for modifier in (tree.words[i].text, tight):
            kind = find_agreement_noun(f"{modifier} {lemma}")
            if kind is not None and kind != "-":
                return kind if kind != _NONE else None
    if base != "-":
        return base
    rule = _COMPANY.get(lemma)
    return rule(tree, n) if rule is not None else None


def _is_done(tree: Tree, n: int, verbs: tuple[str, ...]) -> bool:
    """The text is what one of the verbs is done to, also as one of several ("two documents, a declaration and ...")."""
    i = n
    for _ in range(3):
        head, relation = tree.words[i].head, tree.words[i].deprel
        if relation in ("obj", "nsubj:pass"):
            over = [head, *tree.children(head, "xcomp")] if relation == "nsubj:pass" else [head]
            return any(tree.is_one(v, verbs) for v in over)
        if relation not in ("conj", "appos"):
            break
        i = head
    return any(tree.is_one(c, verbs) for c in tree.children(n, "acl"))


def find_owner(tree: Tree, n: int) -> int | None:
    """ "Berlin's proposal", "the Finnish initiative": whose text it is."""
    for c in tree.children(n, "nmod", "compound", "amod"):
        if c < n and tree.name_at.get(c) in _OWNERS and (tree.words[c].deprel != "nmod" or not tree.case(c)):
            return c
    return None


def _declaration(tree: Tree, n: int) -> str | None:
    written = tree.relation(n) == "nmod" and tree.lemma(tree.words[n].head) in ("text", "draft", "wording")
    return "declaration" if written or tree.words[n].text[:1].isupper() or _is_done(tree, n, _ADOPTING) else None


def _protocol(tree: Tree, n: int) -> str | None:
    titled = tree.words[n].text[:1].isupper() and any(
        c < n or tree.case(c) in ("on", "to") for c in tree.children(n, "compound", "amod", "nmod")
    )
    return "agreement" if titled or _is_done(tree, n, _SIGNING) else None


def _convention(tree: Tree, n: int) -> str | None:
    told = any(tree.case(c) in ("on", "against", "for") for c in tree.children(n, "nmod"))
    return "treaty" if told and tree.words[n].text[:1].isupper() else None


def _cessation(tree: Tree, n: int) -> str | None:
    return "ceasefire" if _find_hostilities(tree, n) is not None else None


def _find_hostilities(tree: Tree, n: int) -> int | None:
    """The last word of "cessation of hostilities", "cessation of hostilities agreement"."""
    for c in tree.children(n, "nmod"):
        near = (c, *tree.children(c, "compound"))
        if any("hostilit" in tree.words[k].text.lower() for k in near):
            return c
    return None


def _swap(tree: Tree, n: int) -> str | None:
    """ "an exchange of prisoners"; "the swap", where captives have been told of."""
    if any(tree.words[c].text.lower().removesuffix("s") in _CAPTIVES for c in tree.below[n]):
        return "exchange"
    known = any(tree.words[c].text.lower() in ("the", "this", "that") for c in tree.children(n, "det"))
    told = find_noun(tree, n) == "swap" and any(
        w.text.lower().removesuffix("s") in _CAPTIVES for w in tree.words[max(n - 200, 0) : n]
    )
    return "exchange" if known and told else None


def _resolution(tree: Tree, n: int) -> str | None:
    """One resolution of a council or a parliament; "the resolution of the conflict" is none, nor are all of them."""
    if tree.words[n].text.lower() != "resolution" or any(
        tree.case(c) in ("of", "to") for c in tree.children(n, "nmod")
    ):
        return None
    before = {tree.words[c].text.lower() for c in tree.under(n) if c < n}
    numbered = n + 1 < len(tree.words) and tree.words[n + 1].text[:1].isdigit()
    return "framework" if before & set(_COUNCILS) or numbered or _is_done(tree, n, _PASSING) else None


def _proposal(tree: Tree, n: int) -> str | None:
    """ "the Arab initiative", "Berlin's proposal"; a programme with a name of its own is none."""
    owner = find_owner(tree, n)
    word = tree.words[n]
    if word.text[:1].isupper() or word.text.lower() != word.lemma.lower():
        return None
    by = [c for c in tree.children(n, "nmod", "obl") if tree.case(c) == "by"]
    if any(k in tree.name_at for c in by for k in tree.under(c)):
        return "plan"
    kinds = {tree.words[c].text.lower() for c in tree.children(n, "compound", "amod")} & set(_BEFORE)
    if kinds & set(_PEACE):
        return "plan"
    if owner is None:
        return "plan" if kinds and _is_done(tree, n, _PROPOSING) else None
    if tree.name_at.get(owner) == "ORG" and find_actor(tree.words[owner].text) is None and _is_long(tree, owner):
        return None  # "the Blue Dot Network initiative"
    between = [tree.words[k] for k in range(owner + 1, n) if tree.words[k].upos not in ("PUNCT", "PART")]
    plain = all(w.upos == "ADJ" or w.text.lower() in _BEFORE for w in between)
    return "plan" if plain and not any(w.text[:1].isupper() for w in between) else None


def _is_long(tree: Tree, owner: int) -> bool:
    """A name of several words that no actor of the codebook bears."""
    name = next(m for m in tree.reading.names if m.first <= owner < m.last)
    words = " ".join(w.text for w in tree.words[name.first : name.last])
    return name.last - name.first > 1 and find_actor(words) is None


def _plan(tree: Tree, n: int) -> str | None:
    """ "the Annan plan", "Rouhani's security plan"; what somebody plans to do is no text."""
    owner = find_owner(tree, n)
    if tree.words[n].text.lower() != tree.words[n].lemma.lower():
        return None
    kinds = {tree.words[c].text.lower() for c in tree.children(n, "compound", "amod")} & set(_BEFORE)
    if kinds & set(_PEACE):
        return "plan"
    if owner is None or tree.children(n, "acl"):
        return None
    return "plan" if kinds or (tree.name_at.get(owner) == "PER" and owner == n - 1) else None


def _settlement(tree: Tree, n: int) -> str | None:
    one = tree.words[n].text.lower() == "settlement"
    return "settlement" if one and _is_done(tree, n, _REACHING) else None


def _titled(tree: Tree, n: int) -> str | None:
    """ "the ASEAN Outlook on ...", "the Paris Charter": capitals throughout; the law of the United Nations is none."""
    if not tree.words[n].text[:1].isupper():
        return None
    words = {tree.words[c].text.lower() for c in tree.under(n)}
    if find_noun(tree, n) == "outlook" and tree.words[min(n + 1, len(tree.words) - 1)].text != "on":
        return None  # a newspaper
    named = [c for c in tree.children(n, "compound", "amod", "nmod") if tree.words[c].text[:1].isupper()]
    return "framework" if named and not words & {"un", "u.n.", "nations"} else None


def _partnership(tree: Tree, n: int) -> str | None:
    """ "the Partnership for Peace": one that says what it is for."""
    what = any(tree.case(c) == "for" for c in tree.children(n, "nmod"))
    return "agreement" if what and tree.words[n].text[:1].isupper() else None


def _constitution(tree: Tree, n: int) -> str | None:
    """The European Union's was a treaty among states."""
    whose = {tree.words[c].text.lower() for c in tree.under(n) if c < n}
    return "treaty" if whose & {"eu", "european"} else None


_COMPANY: Final = {
    "constitution": _constitution,
    "declaration": _declaration,
    "protocol": _protocol,
    "convention": _convention,
    "cessation": _cessation,
    "swap": _swap,
    "exchange": _swap,
    "resolution": _resolution,
    "proposal": _proposal,
    "initiative": _proposal,
    "plan": _plan,
    "settlement": _settlement,
    "outlook": _titled,
    "charter": _titled,
    "concept": _titled,
    "partnership": _partnership,
}


def _find_of(tree: Tree, n: int) -> tuple[int | None, str | None]:
    """ "Code of conduct": the word behind "of" that makes it a text, and the kind of text."""
    for c in tree.children(n, "nmod"):
        kind = find_agreement_noun(f"{find_noun(tree, n)} of {tree.lemma(c)}") if tree.case(c) == "of" else None
        if kind is not None:
            return c, kind
    return None, None


def _range(tree: Tree, n: int) -> tuple[int, int]:
    """First and last word of the name: what stands before the noun, and behind a capitalised one its "on ..."."""
    own = ("amod", "compound", "nummod", "flat", "nmod")
    before = [c for c in tree.below[n] if c < n and tree.relation(c) in own and tree.words[c].deprel != "nmod:poss"]
    inside = {n} | {k for c in before for k in tree.under(c)}
    first = n
    if find_noun(tree, n) == "cease-fire" and n > 1:
        first = n - 2 if tree.words[n - 1].text in ("-", "–", "‑") else n - 1
    while first - 1 in inside or (first - 2 in inside and tree.words[first - 1].text in ("-", "–", ",", "and", "&")):
        first -= 1
    while first < n and (
        tree.words[first].upos in ("DET", "ADP", "PUNCT", "CCONJ", "PRON")
        or (tree.words[first].text.lower() in _DROP and not _is_of_name(tree, first))
    ):
        first += 1
    if first > 1 and tree.words[first - 1].text in ("-", "‑") and tree.words[first - 2].text.lower() == "no":
        first -= 2  # "a no-fly agreement"
    last = n
    behind, _ = _find_of(tree, n)
    behind = behind if behind is not None or find_noun(tree, n) != "cessation" else _find_hostilities(tree, n)
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
                if last + 2 < len(tree.words) and tree.text[tree.words[last].end : tree.words[last + 2].start] == "-":
                    last += 2  # "Indo-Pacific"
    return first, last


def _is_of_name(tree: Tree, i: int) -> bool:
    """ "the New START treaty": capitalised inside a sentence, before another capital."""
    opens = i == 0 or tree.words[i - 1].sentence != tree.words[i].sentence
    return not opens and tree.words[i].text[:1].isupper() and tree.words[i + 1].text[:1].isupper()


_DROP: Final = frozenset(
    """so called so-called bilateral new any possible proposed potential eventual some recent current other such
    further same""".split()
) | {"-"}  # fmt: skip


def find_name(tree: Tree, n: int) -> Span:
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


def is_proper(tree: Tree, name: Span) -> bool:
    """A capitalised name of more than one word, one that holds a name ("the Minsk agreements"), or initials."""
    words = name.text.split()
    capital = [w for w in words if w[:1].isupper()]
    starts = any(s.start == name.start for s in tree.reading.sentences)
    if len(words) == 1:
        around = tree.text[max(name.start - 20, 0) : name.end + 20]
        return len(name.text) > 3 and name.text.isupper() and not around.isupper()  # "JCPOA"
    return len(capital) - starts >= 2 or (len(words) > 1 and bool(capital) and not starts)
