"""Verbs that tell of meetings ("met with", "spoke by phone", "hosted"), and those that hold what a noun names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.codebook.talks import TalkNoun, TalkVerb, find_talk_noun
from dragoman.extract.meetings import parties, setting
from dragoman.extract.meetings.bodies import holds_its_own, is_body
from dragoman.extract.meetings.called_off import find_put_off
from dragoman.extract.meetings.calls import lines_of
from dragoman.extract.meetings.nouns import MEASURES, VIDEO, find_noun, find_sides
from dragoman.extract.meetings.parties import may_meet
from dragoman.extract.meetings.standing import PARTICLED, particle
from dragoman.extract.meetings.talks import is_of_three, read_noun
from dragoman.extract.meetings.third_parties import add_third_parties
from dragoman.extract.meetings.told import Told
from dragoman.extract.mood import read_course
from dragoman.extract.phrases import Tree, is_time

_VOICING: Final = (
    "express", "voice", "convey", "urge", "thank", "congratulate", "discuss", "stress", "reiterate", "tell"
)  # fmt: skip
_NO_SIDES: Final = ("help", "assistance", "support", "mediation", "aim", "view", "goal", "hope")  # "with the help of"
_CUT: Final = 8  # words of "cut the summit in Orvana short"
_PHRASE: Final = 20  # words of "talks in P between A" before "and B"
_BEFORE_OTHERS: Final = ("at", "in", "before", "to", "during", "after", "for", "against", "on")


def read_verb(tree: Tree, v: int, use: TalkVerb, used: set[int]) -> Told | None:
    """What verb `v` tells of a meeting, by itself or of the noun that it governs; `used` as for `read_noun`."""
    if use.use in ("meet", "with", "phone", "gather", "receive"):
        return _from_meeting_verb(tree, v, use, used)
    if tree.lemma(v) == "take" and any(tree.words[c].text.lower() == "part" for c in tree.children(v, "obj")):
        use = replace(use, use="attend")
    noun = _noun_of(tree, v, use.use)
    if noun is None or noun in used:
        return None
    kind = find_noun(tree, noun)
    assert kind is not None
    return read_noun(tree, noun, kind, (v, use), used)


def _noun_of(tree: Tree, v: int, use: str) -> int | None:
    """The noun of talks that a verb governs the way its use wants: object, or subject of what happens to it."""
    passive = bool(tree.children(v, "nsubj")) and any(
        tree.words[c].deprel == "nsubj:pass" for c in tree.children(v, "nsubj")
    )
    places: list[int] = []
    if use in ("off", "late"):
        if tree.lemma(v) in PARTICLED and particle(tree, v) is None:
            return None  # "put", which puts nothing off
        behind = find_put_off(tree, v)
        places += [behind] if behind is not None else []
    if use in ("hold", "begin", "end", "attend", "third", "off", "late", "tell"):
        places += tree.objects(v)
    if use in ("begin", "end", "happen", "off", "late") or (passive and use in ("hold", "third", "tell", "attend")):
        places += tree.children(v, "nsubj")
        if tree.relation(v) == "xcomp" and not tree.children(v, "obj"):
            places += tree.subjects(v)  # "the session is set to open"
    if use in ("attend", "third", "end", "begin"):
        places += [
            c for c in tree.children(v, "obl", "nmod") if tree.case(c) in ("in", "at", "over", "with", "off", "for")
        ]
    if use in ("begin", "end", "happen", "off", "late", "hold") and all(find_noun(tree, p) is None for p in places):
        places += _cut_in_two(tree, v)
    if tree.lemma(v) == "cut" and "short" not in {w.text.lower() for w in tree.words[v + 1 : v + _CUT]}:
        return None  # "cut short their summit"
    if use == "hold" and tree.lemma(v) in ("engage", "enter"):
        places += tree.children(v, "obl")
    if tree.lemma(v) == "take" and not any(
        tree.words[c].text.lower() in ("place", "part") for c in tree.children(v, "obj")
    ):
        return None
    if tree.lemma(v) == "take" and any(tree.words[c].text.lower() == "part" for c in tree.children(v, "obj")):
        places = [c for c in tree.children(v, "obl") if tree.case(c) == "in"]
    for p in places:
        measured = [c for c in tree.children(p, "nmod") if tree.lemma(p) in MEASURES and tree.case(c) == "of"]
        for c in (p, *tree.children(p, "conj"), *measured):  # "held two hours of talks"
            if find_noun(tree, c) is not None:
                return c
    return None


def _cut_in_two(tree: Tree, v: int) -> list[int]:
    """ "Talks between A and B will not take place", where the tree takes B alone for the subject: the talks."""
    for s in tree.children(v, "nsubj"):
        last = tree.phrase_words(s)[0] - 1
        while last > 0 and tree.words[last].upos == "DET":
            last -= 1
        first = max(last - _PHRASE, tree.reading.sentences[tree.words[v].sentence].first)
        if tree.words[last].text.lower() != "and" or any(w.upos in ("VERB", "AUX") for w in tree.words[first:last]):
            continue
        between = [w.index for w in tree.words[first:last] if w.text.lower() == "between"]
        return [k for k in range(first, between[-1]) if find_noun(tree, k) is not None][-1:] if between else []
    return []


def _from_meeting_verb(tree: Tree, v: int, use: TalkVerb, used: set[int]) -> Told | None:
    status = read_course(tree, v)
    if status is None:
        return None
    if use.use in ("meet", "receive") and (hosts := _agents(tree, v)):
        return _from_passive(tree, v, status, hosts)
    others = _others_of_verb(tree, v, use.use)
    subjects = parties.list_back(tree, [s for s in parties.doers(tree, v) if may_meet(tree, s)])
    together = any(tree.lemma(c) in ("together", "bilaterally", "again", "face") for c in tree.children(v, "advmod"))
    timed = [
        k for c in tree.children(v, "obl", "conj") if tree.words[c].upos == "NUM" for k in tree.children(c, "nmod")
    ]
    talks = [
        c
        for c in (*tree.children(v, "obl", "obj"), *timed)
        if find_noun(tree, c) is not None and tree.case(c) in ("for", "in", "at", "during", "")
    ]
    if others is None:
        return None
    talks += _talks_discussed_at(tree, v) if not talks else []
    if not subjects and use.use == "receive":
        subjects = _gladly(tree, v)
    body = not others and len(subjects) == 1 and is_body(tree, subjects[0])
    if not others:
        if not _is_of_subjects(tree, v, use.use, subjects, talks):
            return None
        several = len(subjects) > 1 or any(tree.is_plural(s) for s in subjects)
        if not (several or talks or together or body or status == "planned"):
            return None
    told = Told(
        v, status, setting.verb_words(tree, v, subjects, [*others, *talks]), kind="call" if use.use == "phone" else None
    )
    told.confidence = 0.8 if others and subjects else 0.6
    told.of_body = body
    told.add(subjects, "host" if use.use == "receive" else use.role)
    guest = use.use == "receive" and len(others) == 1 and not tree.is_plural(others[0])
    told.add(others, "guest" if guest else "party")
    told.apart = any(
        tree.lemma(c) in setting.APART or tree.words[c].text.lower() in setting.APART
        for c in tree.children(v, "advmod")
    )
    separate = _separate_talks(tree, v)
    told.apart = told.apart or separate is not None
    for t in talks:
        used.add(t)
        told.kind = told.kind or (find_talk_noun(tree.words[t].text) or TalkNoun("meeting", True)).kind
        told.add(find_sides(tree, t))
        if any(holds_its_own(tree, t, c) for c in tree.children(t, "amod", "compound")):
            told.of_body, told.format = True, "multilateral"  # "met for an emergency ECOWAS summit"
        if is_of_three(tree, t):
            told.format = "trilateral"
        add_third_parties(tree, t, told)
    told.following = status == "planned" and not others and _is_again(tree, v)
    told.also = any(tree.lemma(c) in ("also", "separately") for c in tree.children(v, "advmod")) and bool(others)
    if use.use in ("with", "phone"):
        told.medium = "phone" if _is_remote(tree, v, use.use) else None
        told.medium = "video" if told.medium and _is_by_video(tree, v) else told.medium
    if separate is not None and tree.lemma(separate) == "call":
        told.medium = "phone"
    setting.add_setting(tree, v, told)
    for venue in (c for h in others for c in tree.children(h, "nmod") if tree.case(c) == "at"):
        setting.add_place(tree, venue, told)  # "received the ambassador at the ministry"
    add_third_parties(tree, v, told)
    return told


def _is_again(tree: Tree, v: int) -> bool:
    """ "They will meet again on Monday": those who met just before."""
    subjects = [tree.words[s].text.lower() for s in tree.subjects(v)]
    again = any(tree.lemma(c) == "again" for c in tree.children(v, "advmod"))
    return again and (subjects in (["they"], ["both"]) or any(tree.words[s].upos == "NUM" for s in tree.subjects(v)))


def _is_of_subjects(tree: Tree, v: int, use: str, subjects: list[int], talks: list[int]) -> bool:
    """Whether the subjects may meet by themselves where nobody is named whom they meet."""
    several = len(subjects) > 1 or any(tree.is_plural(s) for s in subjects)
    if use == "with":
        return several and (bool(talks and tree.is_one(v, ("discuss",))) or _is_mutual(tree, v, subjects, talks))
    if use == "gather":
        return several and (bool(talks) or _is_told_of_leaders(tree, subjects))
    return bool(subjects) and use not in ("phone", "receive")


def _talks_discussed_at(tree: Tree, v: int) -> list[int]:
    """ "Discussed a range of issues at the annual dialogue": the tree may hang the talks on what is discussed."""
    if not tree.is_one(v, ("discuss",)):
        return []
    inside = [c for o in tree.objects(v) for c in tree.under(o, ("acl", "acl:relcl", "advcl"))]
    return [c for c in inside if tree.case(c) in ("at", "during") and find_noun(tree, c) is not None]


def _gladly(tree: Tree, v: int) -> list[int]:
    """ "It was my pleasure to welcome X": whose pleasure it is."""
    above = tree.words[v].head
    return parties.whose(tree, above) if tree.lemma(above) in ("pleasure", "honor", "honour", "privilege") else []


def _agents(tree: Tree, v: int) -> list[int]:
    """ "Was received by A": the persons who receive, where somebody is received."""
    guests = [c for c in tree.below[v] if tree.words[c].deprel == "nsubj:pass" and parties.is_person(tree, c)]
    by = [j for c in tree.children(v, "obl") if tree.case(c) == "by" for j in tree.joined(c)]
    return [j for j in by if guests and parties.is_person(tree, j)]


def _from_passive(tree: Tree, v: int, status: str, hosts: list[int]) -> Told:
    guests = [j for c in tree.below[v] if tree.words[c].deprel == "nsubj:pass" for j in tree.joined(c)]
    told = Told(v, status, setting.verb_words(tree, v, guests, hosts), confidence=0.7)
    told.add([g for g in guests if may_meet(tree, g)], "guest" if len(guests) == 1 else "party")
    told.add(hosts, "host")
    setting.add_setting(tree, v, told)
    return told


def _separate_talks(tree: Tree, v: int) -> int | None:
    """ "In separate calls on Friday, she discussed it with A and B": the noun of talks held one by one."""
    for c in tree.children(v, "obl"):
        apart = any(tree.words[k].text.lower() in setting.ONE_BY_ONE for k in tree.children(c, "amod"))
        noun = find_talk_noun(tree.words[c].text) or find_talk_noun(tree.lemma(c))
        if apart and tree.case(c) in ("in", "during") and noun is not None:
            return c
    return None


def _is_mutual(tree: Tree, v: int, subjects: list[int], talks: list[int]) -> bool:
    """ "The two conferred", "they spoke by phone", "A and B spoke today": done by several to each other."""
    around = {tree.words[i].text.lower() for i in tree.under(v, ("ccomp", "parataxis", "advcl", "conj"))}
    if tree.is_one(v, ("sit",)):
        down = len(subjects) > 1 and any(tree.lemma(c) == "down" for c in tree.below[v])  # "A and B sat down on Monday"
        return (
            down
            or bool(talks)
            or _is_at_table(tree, v)
            or any(tree.lemma(c) in ("together", "face") for c in tree.children(v, "advmod"))
        )
    if tree.is_one(v, ("confer", "negotiate", "consult")) or around & (setting.REMOTE | {"talks"}):
        return True
    persons = [s for s in subjects if parties.is_person(tree, s)]
    named = [s for s in persons if tree.words[parties.person_titled(tree, s)].upos == "PROPN"]
    if len(named) > 1 and _is_for_hours(tree, v):
        return True
    elsewhere = [c for c in tree.children(v, "obl") if tree.case(c) in _BEFORE_OTHERS and not is_time(tree.words[c])]
    out = tree.children(v, "compound") or elsewhere or around & {"briefing", "reporters"}  # "spoke out", "at the forum"
    return len(named) > 1 and bool(tree.times(v)) and not out


def _is_for_hours(tree: Tree, v: int) -> bool:
    """ "Talked for two hours behind closed doors": to each other, and not to the press."""
    spells = [c for c in tree.children(v, "obl") if tree.case(c) == "for" and tree.lemma(c) in ("hour", "minute")]
    before = any(tree.case(c) in ("to", "before", "with") for c in tree.under(v) if tree.words[c].upos == "NOUN")
    return tree.is_one(v, ("talk", "speak")) and bool(spells) and not before


def _is_at_table(tree: Tree, v: int) -> bool:
    """ "Sat across the table", "sat at one table": opposite each other."""
    return any(
        tree.lemma(c) == "table"
        and (tree.case(c).startswith("across") or {tree.lemma(k) for k in tree.below[c]} & {"one", "same", "negotiate"})
        for c in tree.children(v, "obl")
    )


def _is_told_of_leaders(tree: Tree, subjects: list[int]) -> bool:
    return len(subjects) > 1 or any(
        tree.lemma(s) in ("leader", "minister", "envoy", "side", "delegation", "negotiator") for s in subjects
    )


def _others_of_verb(tree: Tree, v: int, use: str) -> list[int] | None:
    """Whom the subject meets; None where what is met is no party ("met the deadline", "spoke to reporters")."""
    found: list[int] = []
    objects = tree.objects(v)
    passive = any(tree.words[c].deprel == "nsubj:pass" for c in tree.children(v, "nsubj"))
    if passive and tree.children(v, "aux"):
        return None
    visit = next((c for c in tree.children(v, "obj") if tree.is_one(c, ("visit",))), None) if use == "receive" else None
    if visit is not None:
        found += _visitors(tree, v, visit)
        objects = []
    if use in ("meet", "phone", "receive") and objects:
        if tree.lemma(objects[0]) == "face" or _is_set_beside(tree, objects[0]):
            objects = []  # "met face to face"; "met in Oslo, the first such talks in years"
        elif not may_meet(tree, objects[0]):
            return None
        found += tree.joined(objects[0]) if objects else []
    if use == "phone" and not (found and _is_call(tree, v, found[0])):
        return None
    if use == "receive" and (not found or not _is_reception(tree, v, found[0])):
        return None
    lines = [k for c in lines_of(tree, v) for k in tree.children(c, "nmod")] if use == "with" else []
    for c in (*tree.children(v, "obl", "nmod"), *lines):  # "by telephone with the president" may hang on the line
        case = tree.case(c)
        if case in ("with", "together with", "along with", "alongside") or (use == "with" and case == "to"):
            if find_noun(tree, c) is not None:
                continue
            if tree.lemma(c) in _NO_SIDES:
                continue
            if may_meet(tree, c):
                found += [j for j in tree.joined(c) if may_meet(tree, j) and j not in found]
            elif not objects:
                return None
    if use == "with" and tree.is_one(v, ("discuss", "talk")):  # "discussed the truce with President A. B."
        beside = [c for o in objects for c in tree.children(o, "nmod") if tree.case(c) == "with"]
        found += [j for c in beside if parties.is_person(tree, c) for j in tree.joined(c) if may_meet(tree, j)]
    if use == "with" and not _is_talk(tree, v, found):
        return None
    if not found and use == "meet":
        ahead = setting.side_ahead(tree, v, frozenset(("with",)), 4)
        if ahead is not None and may_meet(tree, ahead):
            found += [j for j in tree.joined(ahead) if may_meet(tree, j)]
    return parties.list_on(tree, found)


def _is_set_beside(tree: Tree, n: int) -> bool:
    """A noun of talks behind a comma, which says what the meeting was."""
    first = min(tree.phrase_words(n))
    while first > 0 and tree.words[first - 1].upos in ("DET", "ADJ"):
        first -= 1
    return find_noun(tree, n) is not None and first > 0 and tree.words[first - 1].text == ","


def _visitors(tree: Tree, v: int, visit: int) -> list[int]:
    """ "Hosted the first visit by the president": who visits."""
    places = [*tree.children(visit, "nmod"), *tree.children(v, "obl", "obj")]
    return [j for c in places if tree.case(c) in ("by", "of") for j in tree.joined(c) if may_meet(tree, j)]


def _is_call(tree: Tree, v: int, whom: int) -> bool:
    """Somebody is phoned: nobody is called a liar, or called on to do something."""
    told = [c for c in tree.children(v, "xcomp", "ccomp") if tree.words[c].upos != "PROPN"]
    inform = bool(told) and all(tree.is_one(c, words_of("inform")) for c in told)  # "called her to discuss"
    if (told and not inform) or not parties.is_person(tree, whom):
        return False
    goes_on = any(tree.is_one(c, _VOICING) for c in tree.children(v, "conj"))  # "called her and expressed"
    return tree.lemma(v) != "call" or bool(inform or goes_on or tree.times(v) or tree.children(v, "advcl"))


def _is_talk(tree: Tree, v: int, found: list[int]) -> bool:
    """Talked with somebody: "sat down with"; "spoke to" a person by name or by phone, and not to an audience."""
    if tree.lemma(v) == "sit" and not any(tree.lemma(c) == "down" for c in tree.below[v]) and not _is_at_table(tree, v):
        return False
    by_phone = bool(lines_of(tree, v))
    to = [c for c in found if tree.case(c) == "to"]
    return all(parties.is_person(tree, c) and (tree.words[c].upos == "PROPN" or by_phone) for c in to)


def _is_reception(tree: Tree, v: int, whom: int) -> bool:
    """Somebody is received: a person, by a person, at a place or for talks; no welcome of news."""
    if not parties.is_received(tree, whom):
        return False
    if tree.lemma(v) == "host":
        return True
    subjects = tree.subjects(v)
    if subjects and tree.name_at.get(subjects[-1]) in ("LOC", "ORG", "NORP"):
        return False
    where = [c for k in (v, whom) for c in tree.children(k, "obl", "nmod") if tree.case(c) in ("to", "at", "in", "for")]
    return bool(where or tree.times(v))


def _is_by_video(tree: Tree, v: int) -> bool:
    """ "Spoke by video link", "conferred via videoconference"."""
    lines = [c for c in tree.children(v, "obl", "advmod") if tree.case(c) in ("by", "via", "over", "on", "through", "")]
    return any(tree.words[k].text.lower() in VIDEO for c in lines for k in tree.under(c))


def _is_remote(tree: Tree, v: int, use: str) -> bool:
    """By phone, by its words; "spoke with X today", without a place, is what readouts say of calls."""
    around = {tree.words[i].text.lower() for i in tree.under(v, ("ccomp", "parataxis", "advcl", "conj"))}
    if use == "phone" or around & setting.REMOTE:
        return True
    at = [c for c in tree.children(v, "obl") if tree.case(c) in ("in", "at", "on", "during") and not tree.times(v)]
    return tree.lemma(v) == "speak" and not at and not around & {"margins", "sidelines", "person", "meeting", "summit"}
