"""What one noun of talks tells of the meeting that it names."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.talks import TalkNoun, TalkVerb, find_talk_noun
from dragoman.extract.meetings import parties, setting, standing
from dragoman.extract.meetings.bodies import find_body, holds_its_own, is_body, is_with_union
from dragoman.extract.meetings.called_off import add_arranged, is_not_to_be
from dragoman.extract.meetings.calls import find_caller
from dragoman.extract.meetings.going_on import find_under_way, read_begun
from dragoman.extract.meetings.holders import add_holders, add_otherwise, brought_together
from dragoman.extract.meetings.nouns import COURSE, FURTHER, VIDEO, find_sides, list_counted
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.third_parties import add_third_parties
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.phrases import Tree

_ORDERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "opening": 1,
}
_PIECES: Final = frozenset(
    "final last closing latest morning afternoon evening concluding plenary".split()
) | frozenset(_ORDERS)
_KNOWN: Final = frozenset("the this these that those".split())
_PLAIN: Final = frozenset(
    """summit peace talk talks negotiation lunch dinner day hour minute week morning afternoon evening round level
    face phone telephone door table one""".split()
)
_UNSIDED: Final = frozenset("talks negotiations".split())
_OWN: Final = ("summit", "session", "meeting")  # what a body holds of its own
_TABLE: Final = 3  # more sides than that at a summit are many


def read_noun(tree: Tree, n: int, noun: TalkNoun, held: tuple[int, TalkVerb] | None, used: set[int]) -> Told | None:
    """What noun `n` tells of the meeting that it names; None where it is not asserted, or where neither its sides nor
    talks told before are known.

    Args:
        held: the verb that holds, attends, opens or ends it, and what that verb does.
        used: nouns of talks that are told of already; this one and those inside its phrase are added.
    """
    verb, use = held or (None, None)
    caller = find_caller(tree, n) if noun.kind == "call" and held is None else None
    status = _find_status(tree, n, held, caller)
    going_on = read_begun(tree, n, held)
    under_way = find_under_way(tree, n) if going_on and held is None else None
    status = "under way" if going_on and status in (None, "held") else status
    if status is None:
        return None
    inner = [c for c in tree.children(n, "nmod", "compound") if find_talk_noun(tree.words[c].text) is not None]
    used.update((n, *inner))
    told = Told(n, status, setting.noun_words(tree, n, verb), kind=noun.kind)
    told.confidence = 0.7 if noun.strong else 0.55
    sides = find_sides(tree, n, attended=use is not None and use.use in ("attend", "third"))
    counted = [c for c in list_counted(tree, n) if c not in sides]
    sides += counted
    _say_which(tree, n, inner, told)
    _add_body(tree, n, use, sides, told)
    _add_sides(tree, n, inner, sides, told)
    if caller is None:
        add_holders(tree, n, held, told)
        if held is None:
            add_otherwise(tree, n, told)
    else:
        told.add([s for s in parties.doers(tree, caller) if may_meet(tree, s)])
    if sides and len(told.sides) == 1 and told.owned:  # "his meeting with the president"
        told.add(parties.whose(tree, n))
    _say_how(tree, n, verb, told)
    if use is not None and verb is not None:
        told.begins = use.use in ("begin", "end", "happen", "tell")
        told.goes_on = tree.lemma(verb) == "continue"
        setting.add_outcome(tree, verb, told)
    told.begins = told.begins or under_way is not None
    carriers = [k for k in (verb, under_way, n) if k is not None]
    told.add([j for k in reversed(carriers) for j in brought_together(tree, k) if may_meet(tree, j)])
    if use is not None and use.use in ("off", "late") and tree.relation(n) != "nsubj":
        setting.add_setting(tree, n, told)  # the day on which they were called off is not their own
        carriers = [n] if told.when is None and not setting.puts_off_until(tree, carriers[0]) else carriers
    if told.status in ("cancelled", "postponed"):
        add_arranged(tree, n, told)
    for k in carriers:
        setting.add_setting(tree, k, told)
        add_third_parties(tree, k, told)
    _say_how_many(tree, n, sides, told)
    told.of_many = told.of_many or bool(counted)
    if not told.sides and not told.known:
        told.unsided = held is not None and tree.words[n].text.lower() in _UNSIDED
        return told if told.unsided else None
    named = noun.strong or told.known or held is not None or bool(sides) or told.piece
    named = named or _is_set(tree, n, told)
    return told if named else None


def _is_set(tree: Tree, n: int, told: Told) -> bool:
    """ "Failed to agree at a late session in Orvana": a meeting of several, at a place."""
    several = len(told.sides) > 1 or any(tree.is_plural(s) for s in told.sides)
    return several and told.place is not None and told.kind == "session" and tree.case(n) in ("at", "during")


def _find_status(tree: Tree, n: int, held: tuple[int, TalkVerb] | None, caller: int | None) -> str | None:
    """Whether it was held, is under way or ahead, was put off or cancelled; None where it is not asserted."""
    status = standing.of_noun(tree, n, caller if held is None else held[0])
    if held is not None:
        verb, use = held
        if is_not_to_be(tree, held):
            status = "cancelled"
        elif use.use in ("off", "late") and read_course(tree, verb) is not None:
            status = "cancelled" if use.use == "off" else "postponed"
        elif use.use == "tell":
            status = standing.of_noun(tree, n)
            status = "planned" if status and tree.lemma(verb) in ("schedule", "plan") else status
        elif use.use == "end" and status == "planned" and standing.has_begun(tree, n):
            status = "under way"  # "the talks, which opened on Monday, are to end on Friday"
    status = standing.by_particle(tree, n) or status
    return "held" if status is not None and setting.is_dated_before(tree, n) else status


def _words_beside(tree: Tree, n: int) -> set[str]:
    return {tree.words[c].text.lower() for c in tree.children(n, "amod", "compound", "det", "nummod")}


def _say_which(tree: Tree, n: int, inner: list[int], told: Told) -> None:
    """Whether it is one that is known, a part of one, the next or the one before."""
    words = _words_beside(tree, n)
    inner_known = any(tree.words[d].text.lower() in _KNOWN for c in inner for d in tree.children(c, "det"))
    named = tree.words[n].upos == "PROPN" or tree.name_at.get(n) is not None
    told.following = bool(words & FURTHER)
    told.known = bool(words & _KNOWN) and not named and not _is_another(tree, n)
    told.known = told.known or bool(parties.owners(tree, n)) or parties.is_owned(tree, n)
    told.known = told.known or (told.kind == "round" and told.following and not inner)  # "a new round", of those talks
    told.owned = parties.is_his(tree, n)
    told.earlier = bool(words & {"previous", "earlier"})
    in_parts = told.kind in ("round", "session")
    told.piece = (in_parts and inner_known) or (bool(words & _PIECES) and (in_parts or bool(inner)))
    if in_parts or told.kind == "talks":
        told.order = next((_ORDERS[w] for w in sorted(words) if w in _ORDERS), None)


def _is_another(tree: Tree, n: int) -> bool:
    """Modifiers that name other talks: "the six-party talks", "the WTO meeting" are not those just told."""
    for c in tree.children(n, "compound", "amod", "nmod"):
        if c > n or tree.words[c].deprel == "nmod:poss":
            continue
        if tree.name_at.get(c) in ("ORG", "LOC", "NORP", "MISC") and not setting.is_town(tree, c):
            if not tree.words[c].text.endswith(("led", "brokered", "sponsored", "backed", "mediated", "hosted")):
                return True
        if tree.relation(c) == "compound" and tree.words[c].upos == "NOUN" and tree.lemma(c) not in _PLAIN:
            return True
    return False


def _add_body(tree: Tree, n: int, use: TalkVerb | None, sides: list[int], told: Told) -> None:
    """A body that holds it as its own: "the NATO summit", "the 22nd session of the OIC opened"."""
    told.of_body = any(holds_its_own(tree, n, c) for c in tree.children(n, "amod", "compound"))
    told_of = _is_told_of(tree, n, use) if use is not None else told.kind == "session" and _is_numbered(tree, n)
    body = find_body(tree, n) if told_of and not sides else None
    if body is not None:
        told.of_body, told.known = True, False
        told.add([body])


def _is_told_of(tree: Tree, n: int, use: TalkVerb) -> bool:
    """The noun begins, ends, takes place or is held: nobody else is told to do it."""
    return use.use in COURSE or (use.use == "hold" and tree.words[n].deprel == "nsubj:pass")


def _is_numbered(tree: Tree, n: int) -> bool:
    """ "The 47th session": one of a row that a body holds."""
    before = [tree.words[c].text.lower() for c in tree.children(n, "amod", "nummod", "compound") if c < n]
    return any(w[:1].isdigit() and w.endswith(("st", "nd", "rd", "th")) for w in before)


def _add_sides(tree: Tree, n: int, inner: list[int], sides: list[int], told: Told) -> None:
    """Whose it is, whom its words name, and whom and through whom the talks inside its phrase name."""
    told.add(parties.owners(tree, n))
    told.add(sides)
    for c in inner:
        told.add(find_sides(tree, c))
        add_third_parties(tree, c, told)


def _say_how(tree: Tree, n: int, verb: int | None, told: Told) -> None:
    """One by one, by phone or video, through others or face to face, among three."""
    words = _words_beside(tree, n)
    beside = tree.children(n, "amod", "advmod")
    told.apart = verb is not None and any(
        tree.words[c].text.lower() in setting.APART for c in (*tree.children(verb, "advmod"), *beside)
    )
    several = "bilateral" in words and tree.words[n].text.lower() == "meetings"  # "bilateral meetings with A, B and C"
    told.apart = told.apart or several or bool(words & setting.ONE_BY_ONE)
    if told.kind == "call" or words & setting.REMOTE:
        told.medium = "phone"
    if words & VIDEO or tree.words[n].text.lower() in VIDEO:
        told.medium = "video"
    if words & {"indirect", "proximity"}:
        told.directness, told.format = "indirect", "proximity"
    elif words & {"direct", "face"}:
        told.directness = "direct"
    if is_of_three(tree, n):
        told.format = "trilateral"


def is_of_three(tree: Tree, n: int) -> bool:
    """ "A trilateral meeting", "three-way talks"."""
    words = _words_beside(tree, n)
    way = "way" in words and tree.words[max(n - 3, 0)].text.lower() == "three"
    return way or bool(words & {"trilateral", "three-way", "tripartite"})


def _say_how_many(tree: Tree, n: int, sides: list[int], told: Told) -> None:
    """A body, or more than a few, whose members need no names: a summit of one named side, or of a crowd."""
    if len(told.sides) == 1 and told.kind in _OWN:
        told.of_body = told.of_body or is_body(tree, next(iter(told.sides)))
    if told.kind == "summit":
        told.of_body = told.of_body or any(is_body(tree, s) for s in sides)
    told.of_many = told.kind == "summit" and not told.known and len(told.sides) == 1
    crowd = told.kind == "summit" and len(told.sides) > _TABLE
    if told.format is None and (told.of_many or crowd or (told.of_body and not is_with_union(tree, n))):
        told.format = "multilateral"
