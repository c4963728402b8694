"""One mention of a text: which noun names it, how it is called, and whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dragoman.codebook.actors import find_actor_in
from dragoman.extract.agreements.details import find_evidence, find_parties, find_provisions
from dragoman.extract.agreements.naming import find_kind, find_name, find_noun, find_owner, is_proper, names_text
from dragoman.extract.agreements.status import AGREEING, find_status
from dragoman.extract.mood import is_wished, read_mood
from dragoman.extract.pastimes import WORKS, is_at_game
from dragoman.extract.phrases import Tree
from dragoman.records import Entity, Provision, Span

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_KNOWN: Final = frozenset("the this that these those its their".split())
_IN_FORCE: Final = frozenset(("under", "since", "after", "following", "despite", "according to", "pursuant to", "per"))
_DONE: Final = ("signed", "ratified")  # "signed three agreements"; of others one cannot tell which
_SUBJECTS: Final = ("ceasefire", "exchange", "settlement", "draft", "declaration", "plan")  # of an agreement on them
_SOUGHT: Final = ("draft", "settlement", "plan")  # kinds that are not there for being named
_ANSWERING: Final = ("say", "answer", "vote")
_MAKING: Final = frozenset(
    """sign conclude reach negotiate strike clinch seal broker finalize finalise propose draft achieve get secure
    make call seek demand want possible possibility hope announce adopt approve endorse issue release publish""".split()
)
_TRADING: Final = frozenset("great good real big business record contract arms movie transfer".split())  # deals
_LEASING: Final = frozenset("lease rental tenancy merger sponsorship recording".split())
_WORKS: Final = WORKS | {"book", "album", "song", "documentary", "exhibition"}
_NO_TEXTS: Final = frozenset("nba nfl stock student cultural".split())  # drafts of players, exchanges of shares
_OF_DRAFTS: Final = frozenset("peace final first joint revised initial new latest".split())


@dataclass(slots=True)
class Mention:
    """One mention of a text.

    `generic`: "the deal", which goes back to one told before. `stated`: its words say the status; `presumed`: they only
    take for granted that it is agreed ("implementation of the accord").
    """

    head: int
    name: Span
    kind: str
    status: str
    stated: bool
    presumed: bool
    generic: bool
    proper: bool
    evidence: Span
    parties: list[Entity] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)


def read_mention(tree: Tree, n: int) -> Mention | None:
    """What a noun tells of a text; None where it names none, or only says that one could be."""
    kind = None if _is_within_name(tree, n) or _is_title(tree, n) else find_kind(tree, n)
    if kind is None:
        return None
    name = find_name(tree, n)
    proper = is_proper(tree, name)
    words = name.text.lower().split()
    known = any(tree.words[d].text.lower() in _KNOWN for d in tree.children(n, "det", "nmod"))
    status = _read_status(tree, n, kind, known)
    if tree.is_plural(n) and not _is_certain(tree, n, proper) and status not in _DONE:
        return None
    if _is_about_text(tree, n) or _is_other_sense(tree, n, words) or (_is_none(tree, n) and status != "rejected"):
        return None
    plain = len(words) == 1 and not proper
    if plain and not known and kind not in ("ceasefire", "plan") and status is None:
        return None
    generic = plain and kind != "ceasefire" and (known or kind == "draft")
    if status is None and known and not generic and kind not in _SOUGHT:
        status = "standing"  # "the truce"
    there = kind not in _SOUGHT and (known or proper or status == "standing" or _is_there(tree, n, kind))
    return Mention(
        head=n,
        name=name,
        kind=kind,
        status=status if status not in (None, "standing") else "agreed" if there else "proposed",
        stated=status is not None,
        presumed=status == "standing",
        generic=generic,
        proper=proper,
        evidence=find_evidence(tree, n),
        parties=find_parties(tree, n),
        provisions=find_provisions(tree, n),
    )


def _is_within_name(tree: Tree, n: int) -> bool:
    """Whether the word is no noun of its own: "the Trade Agreements Act", "a ceasefire agreement"."""
    word = tree.words[n]
    if word.upos not in ("NOUN", "PROPN"):
        return True
    if word.deprel.startswith(("compound", "flat")) and names_text(tree, word.head):
        return True
    if word.text[:1].isupper() and _is_of_actor(tree, n):
        return True
    titled = word.text[:1].isupper() and word.deprel.startswith("compound")
    return titled and n + 1 < len(tree.words) and tree.words[n + 1].upos == "PROPN"


def _is_title(tree: Tree, n: int) -> bool:
    """ "The novel “The Treaty”", "her album, “Peace Accord”", "the film Truce": what somebody wrote or sang."""
    at = tree.words[n].start
    quoted = next((q for q in tree.reading.quotations if q.start <= at < q.end), None)
    if quoted is not None:
        before = [w for w in tree.words[max(n - 12, 0) : n] if w.end <= quoted.start and w.upos != "PUNCT"]
        return bool(before) and before[-1].lemma.lower() in _WORKS
    return n > 0 and tree.words[n].text[:1].isupper() and tree.lemma(n - 1) in _WORKS


def _is_of_actor(tree: Tree, n: int) -> bool:
    """ "The Government of National Accord": the last word of somebody's name."""
    name = next((m for m in tree.reading.names if m.first <= n < m.last and m.kind == "ORG"), None)
    if name is None:
        return False
    texts, at = [w.text for w in tree.words[name.first : name.last]], 0
    while (got := find_actor_in(texts, at)) is not None:
        first, at, actor = got
        if actor.kind in ("group", "body") and name.first + first < n < name.first + at:
            return True
    return False


def _read_status(tree: Tree, n: int, kind: str, known: bool) -> str | None:
    """What is said of the text; one that is known, or under which something is done, is there."""
    if _is_none(tree, n):
        ruled_out = kind == "ceasefire" and (is_wished(tree, tree.words[n].head) or find_status(tree, n) == "proposed")
        return "rejected" if ruled_out else None
    if _is_told_no(tree, n):
        over = tree.words[n].head
        answer = tree.words[over].head if tree.words[over].text.lower() == "no" else over
        return "rejected" if read_mood(tree, answer) == "done" else None
    status = find_status(tree, n, kind)
    if status == "proposed" and known and kind not in _SOUGHT and not _is_being_made(tree, n):
        return "standing"
    if kind == "draft" and status in (None, "standing"):
        return "under negotiation"
    if kind == "plan" and status == "standing":
        return "proposed"
    if status is None and kind == "settlement":
        return None if known else "proposed"
    if status is None and tree.case(n) == "without" and not known and kind != "ceasefire":
        return "under negotiation"
    if status is None and tree.case(n) in _IN_FORCE:
        return "standing"
    return status


def _is_certain(tree: Tree, n: int, proper: bool) -> bool:
    """Which of several texts are meant: "these agreements", "the Minsk agreements", "peace treaties with Peru"."""
    shown = any(tree.words[d].text.lower() in ("the", "these", "those") for d in tree.children(n, "det"))
    named = proper and any(k in tree.name_at for k in tree.below[n] if k < n)
    return shown or named or _has_sides(tree, n)


def _is_none(tree: Tree, n: int) -> bool:
    nones = [d for d in tree.children(n, "det") if tree.words[d].text.lower() == "no"]
    return any(tree.words[d + 1].text not in ("-", "‑", "to") for d in nones)  # "a no-fly agreement", "said no to it"


def _is_told_no(tree: Tree, n: int) -> bool:
    """ "Said no to a truce", also where the tree hangs the answer on the truce."""
    over = tree.words[n].head
    if tree.words[over].text.lower() == "no" and tree.case(n) == "to":
        return tree.is_one(tree.words[over].head, _ANSWERING)
    nones = [d for d in tree.children(n, "det") if tree.words[d].text.lower() == "no"]
    answered = any(tree.words[d + 1].text.lower() == "to" for d in nones)
    return answered and tree.is_one(tree.words[n].head, _ANSWERING)


def _is_there(tree: Tree, n: int, kind: str) -> bool:
    """ "Peru's trade agreement", "a 1994 accord", "a deal under which ...": one that exists, whatever is said of it."""
    year = any(_YEAR.fullmatch(tree.words[c].text) for c in tree.children(n, "nummod", "compound"))
    clauses = [k for c in tree.children(n, "acl") for k in tree.children(c, "obl")]
    ruling = any(tree.words[k].text.lower() == "which" for k in clauses)
    return kind == "declaration" or year or ruling or find_owner(tree, n) is not None or _has_sides(tree, n, False)


def _has_sides(tree: Tree, n: int, named: bool = True) -> bool:
    """ "peace treaties with Peru", "agreements between A and B"."""
    beside = [c for c in tree.children(n, "nmod") if tree.case(c) in ("with", "between")]
    return any(c in tree.name_at or not named for c in beside)


def _is_being_made(tree: Tree, n: int) -> bool:
    """The text is what somebody would sign, reach or conclude, so "the peace treaty" is not there yet."""
    return any(tree.is_one(j, _MAKING) for j in list(tree.path_up(n))[:2])


def _is_about_text(tree: Tree, n: int) -> bool:
    """ "agreement on a ceasefire", "a proposal for a ceasefire" is the ceasefire."""
    cases = ("on", "over") if tree.lemma(n) in AGREEING else ("for",)
    about = [c for c in tree.children(n, "nmod") if tree.case(c) in cases]
    able = tree.lemma(n) in (*AGREEING, "proposal", "plan", "initiative")
    return able and any(find_kind(tree, c) in _SUBJECTS for c in about)


def _is_other_sense(tree: Tree, n: int, words: list[str]) -> bool:
    """ "a great deal", "in agreement", "in draft": no text."""
    lemma = find_noun(tree, n)
    if (lemma == "deal" and set(words) & _TRADING) or set(words) & _LEASING:
        return True
    if tree.words[n].text[:1].islower() and is_at_game(tree, n):
        return True
    if (
        lemma in ("agreement", "accord", "draft")
        and tree.case(n) in ("in", "of")
        and len(words) == 1
        and not tree.children(n, "det")
    ):
        return True
    if lemma in ("draft", "exchange") and set(words) & _NO_TEXTS:
        return True
    if lemma in ("agreement", "accord", "deal") and not _is_set(tree, n) and not tree.words[n].text[:1].isupper():
        return not any(tree.case(c) in ("on", "over") for c in tree.children(n, "nmod"))
    if lemma == "draft" and len(words) > 1 and not set(words) & _OF_DRAFTS:
        return True
    if lemma in ("roadmap", "road map", "framework") and len(words) == 1 and not tree.words[n].text[:1].isupper():
        return not any(tree.words[d].text.lower() in _KNOWN for d in tree.children(n, "det"))
    if lemma in ("settlement", "solution") and any(
        tree.lemma(c) in ("dispute", "conflict", "claim") for c in tree.children(n, "nmod")
    ):
        return tree.words[n].text[:1].islower() and not tree.children(n, "det")
    return lemma == "accord" and "own" in words


def _is_set(tree: Tree, n: int) -> bool:
    """A singular noun with an article, a number or an owner, or a plural: one text, not the act of agreeing."""
    word = tree.words[n]
    if word.text.lower() != word.lemma.lower() or tree.children(n, "det", "nummod"):
        return True
    return any(tree.words[c].deprel == "nmod:poss" for c in tree.children(n, "nmod"))
