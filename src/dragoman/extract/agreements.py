"""Agreements: every treaty, truce, accord, draft, swap or settlement sought that a report names or describes, once.

Nouns that name a text (`codebook/data/agreements.tsv`) are read with their modifiers; the verb that governs
each mention says its status (`agreement_verbs.tsv`); mentions of one text are one row, whose status is the
latest that the report gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from dragoman.codebook.talks import find_agreement_noun, find_agreement_verb, find_talk_noun, verb_forms
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.phrases import Tree
from dragoman.records import Agreement, Entity, Provision, Reading, Span, When, quote

_KNOWN: Final = frozenset("the this that these those its their".split())
_WISHES: Final = frozenset(
    """want wish hope seek offer propose urge call need demand try attempt help aim ask push should could may might must can would
    encourage likely possible expect ready willing strive work require lead toward towards build allow prepare lest if""".split()
)
_ADJECTIVES: Final = {"draft": "under negotiation", "proposed": "proposed", "possible": "proposed", "potential": "proposed",
                      "future": "proposed", "eventual": "proposed", "negotiated": None, "failed": "collapsed",
                      "defunct": "collapsed", "signed": "signed", "interim": None, "existing": "agreed",
                      "collapsed": "collapsed", "broken": "collapsed"}  # fmt: skip
_OF_NOUNS: Final = {"violation": "violated", "breach": "violated", "collapse": "collapsed", "failure": "collapsed",
                    "signing": "signed", "signature": "signed", "signatory": "signed", "signatories": "signed",
                    "ratification": "ratified", "rejection": "rejected", "implementation": "agreed",
                    "conclusion": "agreed", "extension": "agreed", "term": "agreed", "terms": "agreed",
                    "proposal": "proposed", "call": "proposed", "possibility": "proposed", "prospect": "proposed",
                    "hope": "proposed", "need": "proposed", "demand": "proposed", "search": "proposed",
                    "talks": "under negotiation", "negotiation": "under negotiation", "negotiations": "under negotiation",
                    "discussion": "under negotiation", "discussions": "under negotiation", "text": "under negotiation",
                    "draft": "under negotiation", "dialogue": "under negotiation"}  # fmt: skip
_CARRIERS: Final = frozenset(
    "text version copy round signing kind form sort end start conclusion part element what".split()
)
_STANDING: Final = frozenset(
    "support commitment respect adherence compliance commitments obligation obligations spirit member".split()
)
_PARTS: Final = frozenset(
    "article element provision clause point item part portion chapter section detail term".split()
)
_SOME: Final = frozenset("some several most many part certain partial".split())
_REACHED: Final = frozenset(
    "agree understanding agreement reach settle resolve finalise finalize approve accept progress".split()
)
_OPEN: Final = frozenset(
    "differ difference remain divergent disagree dispute outstanding unresolved pending disagreement open diverge".split()
)
_FAMILIES: Final = {"peace agreement": "peace", "settlement": "peace", "draft": "peace", "framework": "framework"}
_ONTO: Final = frozenset("on for towards toward to from over out of at upon about".split()) | {"out of"}
_IN_FORCE: Final = frozenset("under since after following despite".split())
_MAKING: Final = frozenset(
    """sign conclude reach negotiate strike clinch seal broker finalize finalise propose draft achieve get secure make call seek
    demand want possible possibility hope""".split()
)
_EXISTING: Final = frozenset(
    "uphold respect observe honor honour maintain implement extend renew adhere abide comply stick preserve restore commit monitor supervise police strengthen revive salvage safeguard protect join welcome hail praise".split()
)
_QUOTES: Final = "“”\"‘’'«»"


_ALIAS: Final = re.compile(r"\W*(?:also |better )?(?:known as|called|dubbed|or)\s+(?:the\s|an?\s)?\W*")


@dataclass(slots=True)
class _Mention:
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


def extract_agreements(reading: Reading) -> tuple[Agreement, ...]:
    """The texts that `reading` tells of, in reading order; parties are phrases, dates the words that govern them."""
    tree = Tree(reading)
    groups: list[list[_Mention]] = []
    for word in tree.words:
        mention = _read_mention(tree, word.index)
        if mention is None:
            continue
        group = _find_group(tree, groups, mention)
        if group is not None:
            group.append(mention)
        elif not mention.generic or (mention.stated and mention.kind != "draft"):
            groups.append([mention])
    rows = [_as_row(tree, g) for g in groups]
    return tuple(_with_open_issues(tree, rows))


# ---------------------------------------------------------------- one mention


def _read_mention(tree: Tree, n: int) -> _Mention | None:
    word = tree.words[n]
    if (
        word.upos not in ("NOUN", "PROPN")
        or word.deprel.startswith(("compound", "flat"))
        and _names_text(tree, word.head)
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
    status = _find_status(tree, n)
    if plural and not proper and not known:
        return None
    if _is_other_sense(tree, n, words):
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
    return _Mention(
        n,
        name,
        kind,
        status or ("agreed" if known or proper else "proposed"),
        status is not None,
        generic,
        proper,
        _find_evidence(tree, n),
        _find_parties(tree, n),
        _find_provisions(tree, n),
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
    if base is None:
        return None
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
    if lemma in ("declaration", "protocol") and tree.words[n].text[:1].isupper():
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


def _range(tree: Tree, n: int) -> tuple[int, int]:
    """First and last word of the name: what stands before the noun, and behind a capitalised one its "on ..."."""
    before = [c for c in tree.below[n] if c < n and tree.relation(c) in ("amod", "compound", "nummod", "flat", "nmod") and
              tree.words[c].deprel != "nmod:poss"]  # fmt: skip
    inside = {n} | {k for c in before for k in tree.under(c)}
    first = n
    while first - 1 in inside or (first - 2 in inside and tree.words[first - 1].text in ("-", "–", ",", "and", "&")):
        first -= 1
    while first < n and (
        tree.words[first].upos in ("DET", "ADP", "PUNCT", "CCONJ", "PRON") or tree.words[first].text.lower() in _DROP
    ):
        first += 1
    last = n
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


_DROP: Final = frozenset("so called so-called bilateral new any possible proposed potential eventual some recent current other such further same".split()) | {"-"}  # fmt: skip


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
    return lemma == "accord" and "own" in words


def word_is_set(tree: Tree, n: int) -> bool:
    """A singular noun with an article, a number or an owner, or a plural: one text, not the act of agreeing."""
    word = tree.words[n]
    if word.text.lower() != word.lemma.lower() or tree.children(n, "det", "nummod"):
        return True
    return any(tree.words[c].deprel == "nmod:poss" for c in tree.children(n, "nmod"))


# ---------------------------------------------------------------- its status


def _find_status(tree: Tree, n: int) -> str | None:
    """What the words around a mention say of the text, None where they say nothing."""
    texts = {tree.words[c].text.lower() for c in tree.children(n, "amod", "compound", "acl")}
    own = next((_ADJECTIVES[t] for t in sorted(texts) if _ADJECTIVES.get(t)), None)
    for c in tree.children(n, "acl"):
        participle = _of_verb(tree, c, "subj" if tree.children(c, "nsubj") else "obj")
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
            part = part or lemma in _PARTS or bool(some & _SOME)
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
    if relation == "obj" or tree.words[i].deprel == "nsubj:pass":
        way = "obj"
    elif relation == "nsubj":
        way = "subj"
    elif relation in ("obl", "nmod") and tree.case(i) in _ONTO:
        way = "obl"
    else:
        return None
    status = _of_verb(tree, verb, way)
    if status == "agreed" and tree.is_one(verb, _EXISTING):
        return status
    if _is_wished(tree, verb):
        return "proposed" if status in ("agreed", "signed", "proposed", "ratified", None) else status
    if _is_denied(tree, verb) and status in ("agreed", "signed", "ratified"):
        return "under negotiation"
    return status


def _of_verb(tree: Tree, verb: int, way: str) -> str | None:
    word = tree.words[verb]
    return next((s for f in verb_forms(word.lemma, word.text) if (s := find_agreement_verb(f, way))), None)


def _is_wished(tree: Tree, verb: int) -> bool:
    """The clause is wanted, allowed or foreseen, not done: modals, infinitives under a wish, conditions."""
    i = verb
    for _ in range(5):
        helpers = {tree.words[c].text.lower() for c in tree.children(i, "aux", "mark")}
        if helpers & {"should", "could", "may", "might", "must", "can", "would", "will", "if", "’ll", "'ll"}:
            return True
        head, relation = tree.words[i].head, tree.relation(i)
        if head == i or relation not in ("xcomp", "ccomp", "advcl", "acl", "conj", "parataxis"):
            return "to" in helpers and head != i
        if relation != "conj" and "to" in helpers and (tree.is_one(head, _WISHES) or relation in ("advcl", "acl")):
            return True
        if relation == "conj" and "to" not in helpers and tree.children(i, "nsubj"):
            return False
        i = head
    return False


def _is_denied(tree: Tree, verb: int) -> bool:
    return any(
        tree.words[c].text.lower() in ("not", "n't", "n’t", "never", "yet")
        for c in tree.children(verb, "advmod", "aux")
    )


def _reached_above(tree: Tree, i: int) -> bool:
    """Understanding or agreement on it, above in the tree or just before it: trees often hang "on ..." too high."""
    near = [j for j in range(max(i - 8, 0), i) if tree.words[j].sentence == tree.words[i].sentence]
    return any(tree.is_one(j, _REACHED) for j in (*tree.path_up(i), *near))


# ---------------------------------------------------------------- its sides, its parts, its words


def _find_parties(tree: Tree, n: int) -> list[Entity]:
    heads: list[int] = []
    for c in tree.children(n, "nmod", "obl"):
        if tree.case(c).split(" ")[0] in ("between", "with", "among"):
            heads += tree.joined(c)
    for c in tree.children(n, "compound", "amod"):
        if tree.words[n].text[:1].isupper():
            break
        if tree.name_at.get(c) in ("NORP", "ORG") or (
            tree.name_at.get(c) == "LOC" and "-" in (tree.words[max(c - 1, 0)].text, tree.words[c + 1].text)
        ):
            heads += [
                k
                for k in (c - 2, c)
                if k >= 0 and tree.name_at.get(k) and (k == c or tree.words[c - 1].text in ("-", "–"))
            ]
    verb = tree.words[n].head
    if not heads and tree.words[verb].upos == "VERB" and tree.relation(n) in ("obj", "obl"):
        if _of_verb(tree, verb, tree.relation(n)) in ("signed", "agreed", "ratified") and not _is_wished(tree, verb):
            subjects = tree.subjects(verb)
            several = len(subjects) > 1 or any(tree.is_plural(s) for s in subjects)
            withs = [c for c in tree.children(verb, "obl") if tree.case(c) == "with"]
            heads += [*subjects, *[j for c in withs for j in tree.joined(c)]] if several or withs else []
    return [tree.entity(h) for h in dict.fromkeys(heads) if may_meet(tree, h)]


def _find_provisions(tree: Tree, n: int) -> list[Provision]:
    """ "some articles of the draft": parts of the text that are agreed or open."""
    i = n
    for _ in range(3):
        head = tree.words[i].head
        if head == i or tree.relation(i) not in ("nmod", "obl"):
            return []
        if tree.lemma(head) in _PARTS:
            above = [j for j in tree.path_up(head) if tree.words[j].sentence == tree.words[head].sentence]
            first = min(
                [
                    head,
                    *[
                        c
                        for c in tree.under(head, ("nmod", "acl", "acl:relcl", "punct"))
                        if c < head and tree.relation(c) != "case"
                    ],
                ]
            )
            span = quote(tree.text, tree.words[first].start, tree.words[head].end)
            if any(tree.is_one(j, _OPEN) for j in above):
                return [Provision(span, "open")]
            return [Provision(span, "agreed")] if any(tree.is_one(j, _REACHED) for j in above) else []
        i = head
    return []


def _find_evidence(tree: Tree, n: int) -> Span:
    """The mention with the words up to the verb or noun that governs it."""
    keep = set(tree.under(n, ("parataxis", "acl:relcl", "advcl", "cc", "conj", "punct")))
    i = n
    for _ in range(4):
        head = tree.words[i].head
        if head == i or abs(head - n) > 14 or tree.words[head].sentence != tree.words[n].sentence:
            break
        keep.add(head)
        i = head
        if tree.words[head].upos == "VERB":
            keep.update(c for c in tree.children(head, "aux", "mark") if abs(c - head) < 4)
            if tree.relation(n) == "nsubj":
                keep.update(k for c in tree.children(head, "xcomp", "compound", "advmod") for k in [c])
            break
    return tree.quote_words(keep, n)


# ---------------------------------------------------------------- one row a text


def _find_group(tree: Tree, groups: list[list[_Mention]], mention: _Mention) -> list[_Mention] | None:
    """The text told before that a mention goes back to: by its name, by its kind, or as "the deal"."""
    for group in reversed(groups):
        if any(_is_same(m, mention) for m in group):
            return group
    if groups and _ALIAS.fullmatch(tree.text[groups[-1][-1].name.end : mention.name.start]):
        return groups[-1]
    if mention.generic:
        return groups[-1] if groups else None
    if mention.kind == "agreement" and not mention.proper and _is_described_only(tree, mention):
        peace = [g for g in groups if any(_FAMILIES.get(m.kind) == "peace" for m in g)]
        return peace[-1] if peace else None
    return None


def _is_described_only(tree: Tree, mention: _Mention) -> bool:
    """ "a just agreement": adjectives alone set no text apart from the one that is being told of."""
    inside = [w for w in tree.words[max(mention.head - 8, 0) : mention.head] if w.start >= mention.name.start]
    return all(w.upos in ("ADJ", "ADV", "CCONJ", "PUNCT") for w in inside)


def _is_same(one: _Mention, other: _Mention) -> bool:
    a, b = (_name_words(m.name.text) for m in (one, other))
    if one.proper and other.proper:
        return bool(a & b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)
    if one.kind == other.kind == "ceasefire":
        return True
    if one.proper != other.proper:
        proper, common = (a, b) if one.proper else (b, a)
        shared = common & proper - {"agreement", "deal", "accord", "treaty", "pact"}
        return bool(shared) and one.kind not in ("ceasefire",)
    if one.generic or other.generic:
        return False
    families = {_FAMILIES.get(m.kind, m.kind) for m in (one, other)}
    return len(families) == 1 and (bool(a & b) or families == {"peace"})


def _name_words(name: str) -> set[str]:
    return {w.strip(_QUOTES + ",.").lower().removesuffix("s") for w in name.split()} - {
        "of",
        "on",
        "and",
        "the",
        "a",
        "for",
        "to",
    }


def _as_row(tree: Tree, group: list[_Mention]) -> Agreement:
    best = max(group, key=lambda m: (m.proper, len(m.name.text.split()) > 1, m.stated, -m.head))
    status = group[0].status
    stated = group[0].stated
    for m in group[1:]:
        if m.stated and (m.status != "proposed" or not stated):
            status, stated = m.status, True
    also: list[Span] = []
    for m in group:
        if m.name.text.lower() != best.name.text.lower() and m.name.text.lower() not in {s.text.lower() for s in also}:
            also.append(m.name)
    ordered = [
        best,
        *[m for m in group if m is not best and m.stated],
        *[m for m in group if m is not best and not m.stated],
    ]
    parties: list[Entity] = []
    for m in group:
        parties += [e for e in m.parties if e.text.lower() not in {p.text.lower() for p in parties}]
    provisions: list[Provision] = []
    for m in group:
        provisions += [p for p in m.provisions if p not in provisions]
    return Agreement(
        name=best.name,
        status=status,
        evidence=tuple(dict.fromkeys(m.evidence for m in ordered))[:4],
        also_called=tuple(also),
        kind=best.kind
        if best.kind != "agreement"
        else next((m.kind for m in group if m.kind != "agreement"), "agreement"),
        provisions=tuple(provisions),
        parties=tuple(parties),
        confidence=0.7 if best.proper or stated else 0.5,
    )


def _with_open_issues(tree: Tree, rows: list[Agreement]) -> list[Agreement]:
    """ "key issues remain open" tells of the text that is being negotiated."""
    at = next((i for i, r in enumerate(rows) if r.status in ("partly agreed", "under negotiation")), None)
    if at is None:
        return rows
    found: list[Provision] = list(rows[at].provisions)
    for w in tree.words:
        if w.lemma.lower() not in ("issue", "question", "point") or w.upos != "NOUN":
            continue
        up = list(tree.path_up(w.index))
        if any(tree.is_one(j, _OPEN) for j in up[:3]):
            first = min(
                c
                for c in tree.under(w.index, ("nmod", "acl", "acl:relcl", "punct"))
                if c <= w.index and tree.relation(c) != "case"
            )
            span = quote(tree.text, tree.words[first].start, w.end)
            if span.text not in {p.text.text for p in found}:
                found.append(Provision(span, "open"))
    return [*rows[:at], _provide(rows[at], tuple(found)), *rows[at + 1 :]]


def _provide(row: Agreement, provisions: tuple[Provision, ...]) -> Agreement:
    return replace(row, provisions=provisions)
