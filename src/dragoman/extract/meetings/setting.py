"""What surrounds a telling: its words as evidence, its time and place, how it ended."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from dragoman.codebook.places import find_places
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.standing import AHEAD
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree, is_time
from dragoman.records import Place, Span, When

APART: Final = frozenset("separately individually apart respectively".split())
ONE_BY_ONE: Final = frozenset(("separate", "individual"))  # meetings and calls
REMOTE: Final = frozenset("phone telephone telephonic call".split())
_ASIDE: Final = ("conj", "cc", "parataxis", "ccomp", "advcl", "acl:relcl", "punct", "dep", "advcl:relcl")
_VENUES: Final = frozenset(
    """ship palace hotel residence office headquarters villa ranch retreat castle resort embassy ministry house
    center centre vessel mansion compound base airport chateau complex building hall residency club island capital
    city town""".split()
)
_IN: Final = frozenset(("in", "at", "on board", "aboard", "near", "outside", "on", "off"))
_ENDS: Final = {
    "collapse": "broken off",
    "fail": "no agreement",
    "break": "broken off",
    "stall": "no agreement",
    "deadlock": "no agreement",
    "adjourn": "to continue",
}
_JOURNEYS: Final = frozenset("travel fly go continue move arrive proceed head return journey drive".split())


_OWNED: Final = re.compile(r"^(?:['’]s?)?\s+")


def is_town(tree: Tree, c: int) -> bool:
    """Whether a modifier names a town, so that "the Minsk talks" were held there; states and peoples are sides."""
    if tree.name_at.get(c) != "LOC" or tree.words[c].text.startswith(("U.S", "US")):
        return False
    name = next(m for m in tree.reading.names if m.first <= c < m.last)
    found = find_places(tree.text[name.start : name.end])
    return bool(found) and found[0].kind in ("capital", "city") and name.last - name.first <= 3


def verb_words(tree: Tree, v: int, subjects: Collection[int], others: Collection[int]) -> Span:
    """The clause of a verb from its subject to the last of those met, its time and place."""
    keep = {v}
    for c in tree.children(v, "aux", "advmod", "compound"):
        if abs(c - v) <= 4:
            keep.add(c)
    for s in subjects:
        if tree.words[s].sentence == tree.words[v].sentence and v - s < 25:
            keep.update(tree.under(s, _ASIDE))
            keep.update(tree.phrase_words(s))
    for o in others:
        keep.update(tree.under(o, _ASIDE))
        keep.update(tree.phrase_words(o))
    for c in tree.children(v, "obl", "obj"):
        if is_time(tree.words[c]) or tree.case(c) in _IN:
            keep.update(tree.under(c, _ASIDE))
    return tree.quote_words(_of_sentence(tree, v, keep), v, 38)


def noun_words(tree: Tree, n: int, verb: int | None) -> Span:
    """The phrase of a noun of talks with its preposition, or the clause of the verb that holds them."""
    keep = set(tree.under(n, ("parataxis", "acl:relcl", "advcl", "ccomp", "cc", "conj")))
    if verb is not None:
        keep.add(verb)
        keep.update(c for c in tree.children(verb, "aux", "compound") if abs(c - verb) <= 3)
        for c in tree.children(verb, "nsubj", "obl", "obj"):
            keep.update(tree.under(c, _ASIDE))
    elif tree.words[tree.words[n].head].upos == "NOUN" and abs(tree.words[n].head - n) <= 4:
        keep.update(range(min(n, tree.words[n].head), max(n, tree.words[n].head) + 1))
        keep.update(tree.children(tree.words[n].head, "case", "nummod", "det"))
    ahead = side_ahead(tree, n, frozenset(("with", "between")), 7)
    if ahead is not None:
        for j in tree.joined(ahead):
            if may_meet(tree, j):
                keep.update((j, *[k for k in tree.under(j, _ASIDE) if abs(k - j) < 12]))
    return tree.quote_words(_of_sentence(tree, n, keep), n, 38)


def _of_sentence(tree: Tree, i: int, words: Collection[int]) -> list[int]:
    return [w for w in words if tree.words[w].sentence == tree.words[i].sentence]


def is_dated_before(tree: Tree, n: int) -> bool:
    """The noun's own time words look back ("his talks last month with ...")."""
    words = {
        tree.words[k].text.lower() for c in tree.children(n, "nmod", "obl", "advmod") for k in tree.under(c, ("nmod",))
    }
    return bool(words & {"yesterday", "ago"}) or ("last" in words and bool(words & {"month", "week", "year", "night"}))


def side_ahead(tree: Tree, i: int, cases: Collection[str], reach: int) -> int | None:
    """The head of the next "with ..." or "between ..." behind a word, where no other clause comes between.

    Long noun phrases are where trees go wrong most; here the order of words is the better witness.
    """
    sentence = tree.words[i].sentence
    # behind a verb, "with both leaders pledging" is a clause of its own
    marks = ("case",) if tree.words[i].upos == "VERB" else ("case", "mark")
    for j in range(i + 1, min(i + 1 + reach, len(tree.words))):
        word = tree.words[j]
        if word.sentence != sentence:
            return None
        if word.text.lower() in cases and word.deprel in marks:
            if word.deprel == "case" and word.head > j and tree.words[word.head].upos != "VERB":
                return tree.whole(word.head)
            nouns = [w.index for w in tree.words[j + 1 : j + 6] if w.upos in ("NOUN", "PROPN", "PRON", "VERB")]
            nouns = [k for k in nouns if tree.words[k].text.lower() not in ("his", "her", "its", "their")]
            return tree.whole(nouns[0]) if nouns and tree.words[nouns[0]].upos != "VERB" else None
        above = tree.words[word.head]
        joins = word.upos == "CCONJ" and above.upos in ("NOUN", "ADJ") and above.head > i
        if word.upos in ("SCONJ", "AUX", "PUNCT", "CCONJ") and word.text not in ("-", "–") and not joins:
            return None  # "a meeting on trade and tourism with X" goes on
        participle = word.deprel.startswith("acl") and word.text.lower().endswith(("ed", "held", "ing"))
        if word.upos == "VERB" and not participle:
            return None
    return None


def add_setting(tree: Tree, i: int, told: Told) -> None:
    """The time and place that hang on the word itself, on a participle set behind it, or on a verb it controls."""
    for c in tree.children(i, "compound"):
        if told.place is None and is_town(tree, c):
            name = next(m for m in tree.reading.names if m.first <= c < m.last)
            told.place = Place(tree.text[name.start : name.end], (name.start, name.end))
        if told.when is None and is_time(tree.words[c]) and tree.words[c].text[:1].isupper():  # "the Monday talks"
            word = tree.words[c]
            told.when = When(None, None, word.text, (word.start, word.end))
    ahead = tree.children(i, "xcomp") if tree.lemma(i) in AHEAD else []  # "is scheduled to be held on Tuesday"
    carriers = [i, *ahead, *tree.children(i, "acl"), *[c for c in tree.children(i, "obl", "nmod") if c in told.sides]]
    for k, carrier in enumerate(carriers):
        if told.when is None:
            for start, end in tree.times(carrier)[:1]:
                told.when = When(None, None, tree.text[start:end], (start, end))
        if k == 0 or tree.relation(carrier) == "acl":
            for c in tree.children(carrier, "obl", "nmod"):
                add_place(tree, c, told)
                for within in _behind_time(tree, c):
                    add_place(tree, within, told)
    for c in tree.children(i, "compound", "nummod"):
        if told.when is None and is_time(tree.words[c]) and tree.words[c].text.isdigit():  # "the 2018 summit"
            word = tree.words[c]
            told.when = When(None, None, word.text, (word.start, word.end))
    _add_destination(tree, i, told)


def _behind_time(tree: Tree, c: int) -> list[int]:
    """ "Met a dozen times in Orvana", "at the Villa Orvana yesterday": the place that the tree hangs on the time."""
    if not is_time(tree.words[c]) and tree.lemma(c) not in ("time", "occasion"):
        return []
    return [k for k in tree.children(c, "nmod", "compound") if tree.name_at.get(k) == "LOC" and tree.case(k) in _IN]


def puts_off_until(tree: Tree, verb: int) -> bool:
    """ "Put off the talks until May": the new day is theirs."""
    return any(tree.case(c) in ("until", "till", "to") and is_time(tree.words[c]) for c in tree.children(verb, "obl"))


def _add_destination(tree: Tree, i: int, told: Told) -> None:
    """ "She flew on to Orvana and met the premier": where the journey told just before leads."""
    above = tree.words[i].head
    if told.place is not None or tree.relation(i) != "conj" or tree.lemma(above) not in _JOURNEYS:
        return
    for c in tree.children(above, "obl"):
        if tree.case(c) in ("to", "in", "on to", "onto") and tree.name_at.get(c) == "LOC" and c < i:
            start, end = tree.phrase(c)
            told.place = Place(tree.text[start:end], (start, end))
            return


def add_place(tree: Tree, c: int, told: Told) -> None:
    """The town and the venue in it, whichever is told first: "at the Okura Hotel in Amsterdam"."""
    case = tree.case(c) or _case_hung_beyond(tree, c)
    if case not in _IN or c in told.sides or is_time(tree.words[c]):
        return
    kind = tree.name_at.get(c)
    venue = tree.lemma(c).lower() in _VENUES or kind == "FAC"
    if (case == "on" and not venue) or (case == "off" and kind != "LOC") or not (venue or kind == "LOC"):
        return
    start, end = tree.phrase(c)
    while start < end and tree.text[start:end].startswith(("board ", "the ")):
        start = tree.text.index(" ", start) + 1
    words = tree.text[start:end].split(", a ")[0].split(", an ")[0]  # "Villa Orvana, a mansion by the lake"
    end = start + len(words)
    in_venue = told.place is not None and told.place.name == told.venue
    if told.place is None or (in_venue and not venue):
        told.place = Place(words, (start, end))
    if venue and told.venue is None and tree.lemma(c) not in ("capital", "city", "town", "island"):
        told.venue = words
    if venue:
        for town in tree.children(c, "nmod"):
            if tree.name_at.get(town) == "LOC":
                add_place(tree, town, told)
            elif tree.name_at.get(town) == "ORG" and tree.case(town) == "in" and told.place is not None:
                _add_town_named(tree, town, told)  # "at the Ministry in Orvana", which is read as one name
    _add_owner(tree, c, words, told)


def _add_town_named(tree: Tree, town: int, told: Told) -> None:
    word = tree.words[town]
    article = tree.words[town - 1]
    start = article.start if article.text == "The" else word.start  # "The Hague"
    spots = find_places(tree.text[start : word.end])
    if spots and spots[0].kind in ("capital", "city") and told.place is not None and told.place.name == told.venue:
        told.place = Place(tree.text[start : word.end], (start, word.end))


def _add_owner(tree: Tree, c: int, words: str, told: Told) -> None:
    """ "At Orvana's Villa Sorel": the town, and the venue in it."""
    for town in tree.children(c, "nmod"):
        own = tree.words[town].deprel == "nmod:poss" and tree.name_at.get(town) == "LOC"
        spots = find_places(tree.words[town].text) if own else ()
        if spots and spots[0].kind in ("capital", "city") and told.place is not None and told.place.name == words:
            told.place = Place(tree.words[town].text, (tree.words[town].start, tree.words[town].end))
            told.venue = _OWNED.sub("", words[words.index(tree.words[town].text) + len(tree.words[town].text) :])


def _case_hung_beyond(tree: Tree, c: int) -> str:
    """ "Began in Orvana on Monday", where the tree hangs "in" on "Monday": the preposition right before the phrase."""
    first = min([c, *(k for k in tree.children(c, "compound", "amod", "flat") if k < c)])
    mark = tree.words[first - 1] if first else None
    if mark is None or mark.upos != "ADP" or mark.deprel != "case":
        return ""
    above = tree.words[c].head
    beyond = mark.head > c and tree.words[mark.head].head == above
    return mark.text.lower() if beyond or mark.head == above else ""


def add_outcome(tree: Tree, verb: int, told: Told) -> None:
    """How the talks ended, by the verb that ends them and by "without agreement"."""
    end = _ENDS.get(tree.lemma(verb))
    if tree.lemma(verb) == "break" and not any(
        tree.words[c].text.lower() in ("off", "down", "up") for c in tree.below[verb]
    ):
        end = None
    for c in tree.children(verb, "obl", "advcl"):
        words = {tree.lemma(j) for j in tree.under(c)}
        if tree.case(c) == "without" or "without" in words:
            end = (
                "no agreement"
                if words & {"agreement", "deal", "breakthrough", "result", "progress", "accord", "agree"}
                else end
            )
        elif tree.case(c) in ("with", "in") and words & {"agreement", "deal", "accord", "breakthrough"}:
            none = words & {"no", "failure", "little"}  # "ended with no deal", "in failure to reach an accord"
            end = "no agreement" if none else "agreement" if words & {"agreement", "deal", "accord"} else end
    if end:
        told.outcome = (end,)
