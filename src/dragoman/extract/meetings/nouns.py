"""Nouns that name meetings ("talks between A and B", "the final round"): what one such noun tells."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_actor, find_actor_in
from dragoman.codebook.talks import TalkNoun, TalkVerb, find_talk_noun, find_talk_verb
from dragoman.extract.meetings import parties, setting, standing
from dragoman.extract.meetings.calls import TELLING, find_caller
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.phrases import Tree

_WITH: Final = frozenset(
    ("with", "between", "among", "involving", "amongst", "including", "together with", "along with")
)

_PRESS: Final = frozenset("press news media telephone-press briefing video-press".split())
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
_RAISED: Final = frozenset(
    """start beginning end close conclusion opening day days round rounds session part sidelines margins series
    hour hours set stage week weeks first second course outset resumption collapse failure breakdown progress
    breakthrough host result outcome""".split()
)
MEASURES: Final = frozenset("hour minute day week month round series session hours minutes days".split())
_PLAIN: Final = frozenset(
    """summit peace talk talks negotiation lunch dinner day hour minute week morning afternoon evening round level
    face phone telephone door table one""".split()
)
_UNSIDED: Final = frozenset("talks negotiations".split())
_ASIDE: Final = frozenset("eve sidelines sideline margins margin run-up wake fringes".split())
_SIDES: Final = frozenset(("NORP", "LOC", "ORG", "PER"))

_OWN: Final = ("summit", "session", "meeting")  # what a body holds of its own
_TABLE: Final = 3  # more sides than that at a summit are many
_FAR: Final = 12  # words of a gathering's name on either side
_COURSE: Final = ("begin", "end", "happen")
_VIDEO: Final = frozenset("video virtual videoconference online".split())


def find_noun(tree: Tree, n: int) -> TalkNoun | None:
    """The kind of meeting that a noun names here: not a press conference, not a call for something."""
    word = tree.words[n]
    initial = word.upos == "VERB" and word.text == "Talks" and not tree.children(n, "nsubj")
    if word.upos not in ("NOUN", "PROPN") and not initial:
        return None
    noun = find_talk_noun(word.text) or find_talk_noun(word.lemma)
    if noun is None:
        return None
    modifiers = {tree.words[c].text.lower() for c in tree.children(n, "compound", "amod", "nmod") if c < n}
    if noun.kind == "talks" and word.text.lower() == "talk" and not modifiers & (setting.REMOTE | _VIDEO | {"summit"}):
        return None  # "a talk on history"; "a telephone talk" is one
    if modifiers & _PRESS:
        return None
    if noun.kind == "call" and word.text.lower() in ("call", "calls"):
        carriers = [n, *([word.head] if tree.relation(n) == "obj" else [])]  # "held calls today with X"
        with_ = any(
            tree.case(c) == "with"
            or (tree.case(c) == "to" and "phone" in modifiers)
            or (tree.case(c) == "from" and parties.is_person(tree, c))
            for k in carriers
            for c in tree.children(k, "nmod", "obl")
        )
        if not modifiers & (setting.REMOTE | _VIDEO | {"conference"}) and not (with_ and word.upos == "NOUN"):
            return None
    if word.upos == "PROPN" and word.text == "Conference" and not _goes_by(tree, n):
        return None
    if noun.kind == "round":
        of = [c for c in tree.children(n, "nmod") if find_talk_noun(tree.words[c].text)]
        known = modifiers & {"next", "previous"}  # of whatever talks were told of
        return noun if of or known or modifiers & {"negotiating", "talks"} or "talk" in modifiers else None
    if word.deprel.startswith(("compound", "flat")) and find_talk_noun(tree.words[word.head].text) is None:
        return None
    return noun


def _goes_by(tree: Tree, n: int) -> bool:
    """Whether it is told of the noun that it begins, ends or takes place: no body's name then."""
    above = tree.words[n].head
    if tree.relation(n) != "nsubj" or above == n:
        return False
    return any(v.use in _COURSE for v in find_talk_verb(tree.words[above].lemma, tree.words[above].text))


def read_noun(tree: Tree, n: int, noun: TalkNoun, held: tuple[int, TalkVerb] | None, used: set[int]) -> Told | None:
    verb, use = held or (None, None)
    caller = find_caller(tree, n) if noun.kind == "call" and held is None else None
    status = standing.of_noun(tree, n, verb if caller is None else caller)
    if use is not None and use.use in ("off", "late") and verb is not None and read_course(tree, verb) is not None:
        status = "cancelled" if use.use == "off" else "postponed"
    elif use is not None and use.use == "tell" and verb is not None:
        status = standing.of_noun(tree, n)
        if tree.lemma(verb) in ("schedule", "plan") and status:
            status = "planned"
    status = standing.by_particle(tree, n) or status
    if status is None:
        return None
    if status != "held" and setting.is_dated_before(tree, n):
        status = "held"
    inner = [c for c in tree.children(n, "nmod", "compound") if find_talk_noun(tree.words[c].text) is not None]
    used.update((n, *inner))
    attended = use is not None and use.use in ("attend", "third")
    sides = find_sides(tree, n, attended=attended)
    owners = parties.owners(tree, n)
    words = {tree.words[c].text.lower() for c in tree.children(n, "amod", "compound", "det", "nummod")}
    inner_known = any(tree.words[d].text.lower() in _KNOWN for c in inner for d in tree.children(c, "det"))
    told = Told(n, status, setting.noun_words(tree, n, verb), kind=noun.kind)
    named = tree.words[n].upos == "PROPN" or tree.name_at.get(n) is not None
    told.known = (bool(words & _KNOWN) and not named and not _is_another(tree, n)) or bool(owners)
    told.known = told.known or parties.is_owned(tree, n)
    told.owned = parties.is_his(tree, n)
    told.earlier = bool(words & {"previous", "earlier"})
    told.following = bool(words & {"next", "another", "new", "fresh", "further", "second"})
    told.piece = bool(words & _PIECES and (noun.kind in ("round", "session") or inner)) or (
        noun.kind in ("session", "round") and inner_known
    )
    told.order = (
        next((_ORDERS[w] for w in sorted(words) if w in _ORDERS), None)
        if noun.kind in ("round", "session", "talks")
        else None
    )
    told.confidence = 0.7 if noun.strong else 0.55
    told.of_body = any(holds_its_own(tree, n, c) for c in tree.children(n, "amod", "compound"))
    told_of = _is_told_of(tree, n, use) if use is not None else noun.kind == "session" and _is_numbered(tree, n)
    body = _find_body(tree, n) if not sides and told_of else None
    if body is not None:
        told.of_body, told.known = True, False
        told.add([body])
    told.add(owners)
    told.add(sides)
    for c in inner:
        told.add(find_sides(tree, c))
        setting.add_third_parties(tree, c, told)
    if caller is None:
        _add_doers(tree, n, verb, use, told)
    else:
        told.add([s for s in parties.doers(tree, caller) if may_meet(tree, s)])
    if sides and len(told.sides) == 1 and told.owned:  # "his meeting with the president"
        told.add(parties.whose(tree, n))
    told.apart = verb is not None and any(
        tree.words[c].text.lower() in setting.APART
        for c in (*tree.children(verb, "advmod"), *tree.children(n, "amod", "advmod"))
    )
    told.apart = told.apart or bool(words & {"separate", "individual"})
    told.apart = told.apart or (
        "bilateral" in words and tree.words[n].text.lower() == "meetings"
    )  # "bilateral meetings with A, B and C"
    if noun.kind == "call" or words & setting.REMOTE:
        told.medium = "phone"
    if words & _VIDEO:
        told.medium = "video"
    if words & {"indirect", "proximity"}:
        told.directness, told.format = "indirect", "proximity"
    elif words & {"direct", "face"}:
        told.directness = "direct"
    if words & {"trilateral", "three-way", "tripartite"}:
        told.format = "trilateral"
    if use is not None and verb is not None:
        told.begins = use.use in ("begin", "end", "happen", "tell")
        told.goes_on = tree.lemma(verb) == "continue"
        setting.add_outcome(tree, verb, told)
    told.add([j for k in (n, verb) if k is not None for j in _brought_together(tree, k) if may_meet(tree, j)])
    if verb is not None:
        setting.add_setting(tree, verb, told)
        setting.add_third_parties(tree, verb, told)
    setting.add_setting(tree, n, told)
    setting.add_third_parties(tree, n, told)
    if len(told.sides) == 1 and noun.kind in _OWN:
        told.of_body = told.of_body or parties.is_body(tree, next(iter(told.sides)))
    told.of_body = told.of_body or (noun.kind == "summit" and any(parties.is_body(tree, s) for s in sides))
    told.of_many = noun.kind == "summit" and not told.known and len(told.sides) == 1
    crowd = noun.kind == "summit" and len(told.sides) > _TABLE
    if told.format is None and (told.of_many or crowd or (told.of_body and not _is_with_union(tree, n))):
        told.format = "multilateral"
    if not told.sides and not told.known:
        told.unsided = held is not None and tree.words[n].text.lower() in _UNSIDED and use is not None
        return told if told.unsided else None
    if not noun.strong and not told.known and held is None and len(sides) < 1 and not told.piece:
        return None
    return told


def _is_with_union(tree: Tree, n: int) -> bool:
    """ "The EU-Ukraine summit": the European Union meets others as one of two sides."""
    own = [find_actor(tree.words[c].text) for c in tree.under(n) if c < n and tree.words[c].text[:1].isupper()]
    return any(a.code == "EU" for a in own if a) and any(a.kind in ("state", "people") for a in own if a)


def _is_another(tree: Tree, n: int) -> bool:
    """Modifiers that name other talks: "the six-party talks", "the WTO meeting" are not those just told."""
    for c in tree.children(n, "compound", "amod", "nmod"):
        if c > n or tree.words[c].deprel == "nmod:poss":
            continue
        if tree.name_at.get(c) in ("ORG", "LOC", "NORP", "MISC") and not setting.is_town(tree, c):
            return True
        if tree.relation(c) == "compound" and tree.words[c].upos == "NOUN" and tree.lemma(c) not in _PLAIN:
            return True
    return False


def find_sides(tree: Tree, n: int, *, attended: bool = False) -> list[int]:
    """Heads of the phrases that the noun's own words name as its sides: with X, between A and B, A-B talks."""
    found: list[int] = []
    carriers = [n, *tree.children(n, "acl")]
    for carrier in carriers:
        for c in tree.children(carrier, "nmod", "obl"):
            case = tree.case(c)
            person = (
                case == "of"
                and carrier == n
                and (tree.is_plural(c) or len(tree.joined(c)) > 1)
                and find_noun(tree, c) is None
            )
            called = case in ("to", "from") and tree.words[n].text.lower() in ("call", "calls")
            if (case.split(" ")[0] in _WITH or person or called) and find_noun(tree, c) is None:
                listed = _both(tree, c, case)
                listed = parties.list_on(tree, listed) if case == "with" else listed
                found += [j for j in listed if may_meet(tree, j) and j not in found]
    if not found:
        ahead = setting.side_ahead(tree, n, _WITH, 7)
        ahead = _between(tree, n) if ahead is None else ahead
        if ahead is not None and may_meet(tree, ahead):
            found += [j for j in _both(tree, ahead, "between") if may_meet(tree, j)]
    if found:
        found += [
            c for c in tree.children(n, "conj") if c > found[0] and may_meet(tree, c) and find_noun(tree, c) is None
        ]
        found = sorted(dict.fromkeys(found))
    for c in tree.children(n, "amod", "compound"):
        if setting.is_town(tree, c):
            continue
        own = holds_its_own(tree, n, c)
        if own and found and tree.words[c].text.lower() == "ministerial":
            continue
        if (own or tree.name_at.get(c) in _SIDES or _is_state(tree, c)) and tree.words[c].text[:1].isupper():
            if tree.name_at.get(c) == "ORG" and not attended and not own:
                continue
            beside = () if tree.name_at.get(c) == "ORG" else _hyphenated(tree, c)
            if tree.name_at.get(c) == "ORG" and tree.name_at.get(c + 1) == "ORG" and c + 1 < n:
                continue
            found += [j for j in (*beside, c) if j not in found and tree.words[j].text[:1].isupper()]
    return found


def holds_its_own(tree: Tree, n: int, c: int) -> bool:
    """ "the NATO summit", "the APEC Ministerial Meeting": the modifier `c` names a body whose members come together."""
    noun = tree.words[n].text.lower()
    name = next((m for m in tree.reading.names if m.first <= c < m.last), None)
    first = name.first if name is not None else c
    ministers = any(tree.words[k].text.lower() in ("ministerial", "leaders") for k in range(first + 1, n))
    if c > n or not (noun in ("summit", "ministerial") or (noun == "meeting" and ministers)):
        return False
    end = min(name.end, tree.words[n].start) if name is not None else 0
    whole = find_actor(tree.text[name.start : end].strip()) if name is not None else None
    actor = whole or find_actor(tree.words[c].text)
    if actor is None and name is not None and ministers:  # "APEC Ministerial" may be read as one name
        actor = find_actor(tree.words[first].text)
    return actor is not None and actor.kind == "body"


def _find_body(tree: Tree, n: int) -> int | None:
    """ "The 22nd session of the OIC", "the WTO's ministerial conference": whose own gathering begins or ends."""
    around = [w for w in tree.words[max(n - _FAR, 0) : n + _FAR] if w.sentence == tree.words[n].sentence]
    inside = set(tree.under(n, ("acl", "acl:relcl", "conj", "parataxis")))
    texts = [w.text if w.index in inside else "" for w in around]
    at = 0
    while (got := find_actor_in(texts, at)) is not None:
        first, at, actor = got
        if actor.kind != "body":
            continue
        for w in around[first:at]:  # the word whose phrase is the body's name, wherever the tree hangs it
            found = find_actor(tree.entity(w.index).text) if w.upos in ("NOUN", "PROPN") else None
            if found is not None and found.code == actor.code:
                return w.index
    return None


def _is_told_of(tree: Tree, n: int, use: TalkVerb) -> bool:
    """The noun begins, ends, takes place or is held: nobody else is told to do it."""
    return use.use in _COURSE or (use.use == "hold" and tree.words[n].deprel == "nsubj:pass")


def _is_numbered(tree: Tree, n: int) -> bool:
    """ "The 47th session": one of a row that a body holds."""
    before = [tree.words[c].text.lower() for c in tree.children(n, "amod", "nummod", "compound") if c < n]
    return any(w[:1].isdigit() and w.endswith(("st", "nd", "rd", "th")) for w in before)


def _is_state(tree: Tree, c: int) -> bool:
    """A state inside the name of a meeting ("the U.S.-India Ministerial Dialogue")."""
    actor = find_actor(tree.words[c].text) if tree.name_at.get(c) == "MISC" else None
    return actor is not None and actor.kind in ("state", "people")


def _between(tree: Tree, n: int) -> int | None:
    """The head of "between ..." further on in the clause of the noun ("Talks are under way in X between A and B")."""
    verb = tree.clause(n)
    for w in tree.words[n + 1 : n + 16]:
        if w.sentence != tree.words[n].sentence or (w.upos == "VERB" and w.index != verb) or w.upos == "SCONJ":
            return None
        if w.text.lower() == "between" and w.deprel == "case" and w.head > w.index:
            return tree.whole(w.head)
    return None


def _both(tree: Tree, c: int, case: str) -> list[int]:
    """ "between A and B": both, also where the tree hangs B elsewhere."""
    found = tree.joined(c)
    if len(found) > 1 or not case.startswith("between") or tree.is_plural(c):
        return found
    inner = [j for k in tree.children(c, "nmod") for j in tree.joined(k)[1:]]
    if inner:  # "the government of A and the B rebels"
        return [c, *inner]
    end = tree.phrase(c)[1]
    at = next((w.index for w in tree.words[c:] if w.start >= end), None)
    if at is None or tree.words[at].text.lower() not in ("and", "&") or at + 1 >= len(tree.words):
        return found
    head = next((w.index for w in tree.words[at + 1 : at + 6] if w.upos in ("NOUN", "PROPN")), None)
    if head is None or any(w.upos in ("VERB", "AUX", "PUNCT") for w in tree.words[at + 1 : head]):
        return found
    return [*found, tree.whole(head)]


def _brought_together(tree: Tree, i: int) -> list[int]:
    """ "talks ... bringing together A and B"."""
    verbs = [c for c in tree.children(i, "advcl", "acl") if tree.is_one(c, ("bring", "gather"))]
    verbs = [c for c in verbs if any(tree.words[k].text.lower() == "together" for k in tree.below[c])]
    return [j for c in verbs for o in tree.objects(c) for j in tree.joined(o)]


def _hyphenated(tree: Tree, c: int) -> list[int]:
    """ "Israeli - Palestinian": both parts, wherever the tree hangs them."""
    before = c - 2
    if before >= 0 and tree.words[c - 1].text in ("-", "–", "/") and tree.words[before].text[:1].isupper():
        return [before]
    return [
        k
        for k in tree.children(c, "compound", "amod", "conj")
        if tree.words[k].text[:1].isupper() and tree.name_at.get(k)
    ]


def _add_doers(tree: Tree, n: int, verb: int | None, use: TalkVerb | None, told: Told) -> None:
    """Who holds, attends or comes out of the talks: the subject of the clause that they stand in."""
    if verb is not None and use is not None:
        if use.use == "tell":
            return
        is_object = tree.relation(n) != "nsubj"
        if is_object and use.use != "happen":
            doers = [s for s in _doers(tree, verb) if may_meet(tree, s)]
            told.add(doers, use.role if use.use == "third" or use.role == "host" else "party")
        for c in tree.children(verb, "obl"):
            if (
                tree.case(c).split(" ")[0] in ("with", "between", "among", "by")
                and may_meet(tree, c)
                and find_noun(tree, c) is None
            ):
                role = use.role if tree.case(c) == "by" else "party"
                told.add([j for j in tree.joined(c) if may_meet(tree, j)], role)
        return
    if (len(told.sides) > 1 and not _is_with(tree, n)) or (told.known and not told.sides) or parties.owners(tree, n):
        return
    top = n
    for h in tree.path_up(n):
        if (
            tree.words[h].upos in ("NOUN", "PROPN")
            and (tree.lemma(h) in _RAISED or find_noun(tree, h) is not None)
            and tree.relation(top) in ("nmod", "compound", "conj")
        ):
            top = h
        else:
            break
    if tree.words[tree.words[n].head].text.lower() in _ASIDE or tree.words[top].text.lower() in _ASIDE:
        return
    if tree.children(top, "cop") or tree.relation(top) == "root":
        told.add([j for c in tree.children(top, "nsubj") for j in tree.joined(c) if may_meet(tree, j)])
        return
    if tree.relation(top) not in ("obl", "obj", "advcl", "nmod") or tree.words[top].head == top:
        return
    clause = tree.words[top].head if tree.words[tree.words[top].head].upos == "VERB" else tree.clause(top)
    if tree.relation(top) == "obj" and tree.lemma(clause) not in ("finish", "complete", "follow"):
        return
    told.add([s for s in parties.doers(tree, clause) if may_meet(tree, s)])
    if tree.is_one(clause, TELLING) and tree.relation(top) == "obl" and not told.known:  # "told the envoy in a meeting"
        whom = [c for c in tree.children(clause, "iobj", "obj") if parties.is_person(tree, c) and may_meet(tree, c)]
        told.add([j for c in whom for j in tree.joined(c)])


def _is_with(tree: Tree, n: int) -> bool:
    """ "Meetings with A and B": whoever holds them is named elsewhere; "between A and B" names all."""
    cases = {tree.case(c).split(" ")[0] for c in tree.children(n, "nmod", "obl")}
    return "with" in cases and not cases & {"between", "among", "of", "involving"}


def _doers(tree: Tree, verb: int) -> list[int]:
    """Subjects; for "thanked X for hosting the talks", X."""
    marks = {tree.words[c].text.lower() for c in tree.children(verb, "mark", "case")}
    head = tree.words[verb].head
    if "for" in marks and tree.words[verb].text.lower().endswith("ing") and head != verb:
        for i in (head, tree.words[head].head):
            thanked = [
                c
                for c in tree.children(i, "obj", "iobj", "obl", "nmod")
                if c != verb and c < verb and may_meet(tree, c)
            ]
            if thanked:
                return tree.joined(thanked[-1])
    return parties.doers(tree, verb)
