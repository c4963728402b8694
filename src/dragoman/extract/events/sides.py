"""Who acts and on whom: the phrases that fill the two sides of an event."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dragoman.codebook.actors import find_actor, find_sector
from dragoman.codebook.frames import Frame, words_of
from dragoman.codebook.orders import ORDERING
from dragoman.extract.events.blame import blamed_for
from dragoman.extract.events.complements import (
    GOING_ON,
    go_on,
    inner_subjects,
    is_of_class,
    is_passive,
    lemmas_of,
    prepositional,
    undergone,
)
from dragoman.extract.events.somebody import is_actor, is_done_to, is_hurt, is_onslaught, is_owner, is_scene, sides_in
from dragoman.extract.phrases import Tree, is_time

DURING: Final = ("in", "during", "by")
_MUTUAL: Final = ("exchange", "trade", "clash", "fight")
HARM: Final = ("kill", "wound", "injure")
_ENDURED: Final = ("death", "disappearance", "poisoning", "drowning", "fate")
_SENDING: Final = ("send", "dispatch", "deploy", "lend", "hand", "transfer", "extradite", "return")
_HIRED: Final = ("hacker", "agent", "operative", "spy", "mercenary", "assassin")
_HARMING: Final = (*HARM, "claim", "leave", "maim")
_DRAWING: Final = ("draw", "prompt", "spark", "trigger", "provoke", "attract", "elicit", "face")
_HYPHENS: Final = frozenset("-‐‑–—/")
_TOGETHER: Final = ("together with", "along with", "alongside", "as well as")
_BESIDE: Final = frozenset(("together", "along"))
_ARMED: Final = ("MIL", "REB", "UAF")


def actors_of(tree: Tree, verb: int) -> list[int]:
    """Who does what `verb` says: the agent of a passive, the subject, or whoever is behind an act as subject."""
    if is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by" and not is_time(tree.words[c])]
        agents = agents or _left_by_force(tree, verb)
        return [j for c in agents for j in sides_in(tree, c)]
    if _is_of_onslaught(tree, verb):
        return []
    found: list[int] = []
    subjects = tree.subjects(verb)
    for s in (*subjects, *_companions(tree, verb, subjects)):
        found += [j for j in _behind(tree, s) if j not in found]
    return found or _senders(tree, verb)


def feelers_of(tree: Tree, i: int) -> list[int]:
    """Who is dismayed, outraged or ready: the subject, also of a participle that is no passive act."""
    return [j for s in tree.subjects(i) for j in _behind(tree, s)]


def _behind(tree: Tree, subject: int) -> list[int]:
    """Somebody as subject acts; behind a thing or a deed is whose it is."""
    return masters_of(tree, subject) or ([subject] if is_actor(tree, subject) else sides_in(tree, subject))


def masters_of(tree: Tree, i: int) -> list[int]:
    """ "Hackers working for Orvana": for whom they do it."""
    if not tree.is_one(i, _HIRED):
        return []
    work = [c for c in tree.below[i] if tree.is_one(c, ("work",)) and c > i]
    work += [c for c in tree.children(tree.words[i].head, "csubj") if tree.is_one(c, ("work",)) and i < c]
    return [j for c in work for k in prepositional(tree, c, "for") for j in sides_in(tree, k)]


def owners_of(tree: Tree, i: int) -> list[int]:
    """ "the attack by X", "X's attack", "the X attack"."""
    found = [j for c in prepositional(tree, i, "by") for j in sides_in(tree, c)]
    found = found or [j for c in blamed_for(tree, i) for j in sides_in(tree, c)]
    if found:
        return found
    for c in tree.children(i, "nmod", "amod", "compound"):
        if c < i and not tree.case(c) and tree.words[c].upos != "NUM":
            poss = is_owner(tree, c)
            if is_scene(tree, c, i):
                continue
            if is_actor(tree, c) and (poss or tree.name_at.get(c) in ("NORP", "LOC", "ORG", "PER")):
                return tree.joined(c)
    return []


def drawn_by(tree: Tree, i: int, carrier: int | None, given: Collection[int]) -> tuple[list[int], list[int]] | None:
    """ "Drew criticism from Selvia": whoever stands behind "from" does what the noun names, to those whose deed
    drew it."""
    above = tree.words[i].head if tree.relation(i) == "obj" else i
    verb = above if carrier is None else carrier
    if not tree.is_one(verb, _DRAWING) or tree.words[verb].upos != "VERB":
        return None
    nouns = [verb, *tree.objects(verb)]
    actors = [j for n in nouns for c in prepositional(tree, n, "from") for j in sides_in(tree, c)]
    return (actors, actors_of(tree, verb)) if actors and not set(actors) & set(given) else None


def attacks_at(tree: Tree, verb: int) -> list[int]:
    """ "were killed in an X air strike": the attacks in which somebody underwent what the verb says."""
    if not is_passive(tree, verb):
        return []
    return [c for c in tree.children(verb, "obl") if tree.case(c) in DURING and is_of_class(tree, [c], "fighting")]


def _is_of_onslaught(tree: Tree, verb: int) -> bool:
    """ "Which killed": by what was told of before, rather than by whom."""
    which = [c for c in tree.children(verb, "nsubj") if tree.words[c].text.lower() in ("which", "that")]
    if not which or not tree.is_one(verb, _HARMING):
        return False
    sentence = tree.reading.sentences[tree.words[verb].sentence]
    return any(tree.words[i].upos == "NOUN" and is_onslaught(tree, i) for i in range(sentence.first, which[0]))


def _left_by_force(tree: Tree, verb: int) -> list[int]:
    """ "Was expelled from Orvana": by the state that they had to leave; fighters are driven out of a town by others."""
    if not tree.is_one(verb, ("expel", "deport", "evict")):
        return []
    if any(find_sector(tree.lemma(u)) in _ARMED for u in undergone(tree, verb)):
        return []
    left = [c for c in tree.children(verb, "obl") if tree.case(c) == "from" and tree.name_at.get(c) == "LOC"]
    return [c for c in left if find_actor(tree.text[slice(*tree.phrase(c, leave=("case",)))]) is not None]


def _companions(tree: Tree, verb: int, subjects: Collection[int]) -> list[int]:
    """ "Orvana, together with Selvia, condemned it"; "Orvana joined Selvia in condemning it"."""
    both = (verb, *subjects)
    beside = [c for k in both for c in tree.children(k, "obl", "nmod") if _goes_along(tree, c)]
    loose = [a for k in both for a in tree.children(k, "advmod") if tree.words[a].text.lower() in _BESIDE]
    beside += [c for a in loose for c in tree.children(a, "obl", "nmod") if tree.case(c) == "with"]
    if tree.objects(verb):  # "sanctioned Orvana along with Selvia": behind an object they share its lot
        beside = [c for c in beside if c < verb]
    above = tree.words[verb].head
    if tree.relation(verb) in ("advcl", "xcomp", "obl") and above < verb and tree.is_one(above, ("join",)):
        if "in" in {tree.words[c].text.lower() for c in tree.children(verb, "mark", "case")}:
            beside += tree.objects(above)
    return [j for c in beside for j in tree.joined(c) if is_actor(tree, j)]


def _goes_along(tree: Tree, c: int) -> bool:
    """ "together with Selvia", whether the tree takes "together" for a part of the preposition or for an adverb."""
    case = tree.case(c)
    beside = {tree.words[k].text.lower() for k in tree.children(c, "advmod")}
    return case in _TOGETHER or (case == "with" and bool(beside & _BESIDE))


def _senders(tree: Tree, verb: int) -> list[int]:
    """ "Iran launched missiles targeting the base": what a thing does is done by whoever sends it."""
    if tree.words[verb].deprel != "acl" or not tree.words[verb].text.lower().endswith("ing"):
        return []
    thing = tree.words[verb].head
    if is_actor(tree, thing) or tree.relation(thing) != "obj":
        return []
    return actors_of(tree, tree.words[thing].head)


def recipients_of(tree: Tree, head: int, frame: Frame, carrier: int | None) -> list[int]:
    """The first place of the frame that holds somebody. `carrier`: the verb whose object names the act."""
    for place in frame.recipient:
        heads = _heads_at(tree, head, frame, place, carrier)
        if frame.category == "REQUEST":
            heads = [h for h in heads if not _is_suffered(tree, h, place)]
        found = list(dict.fromkeys(j for h in heads for j in sides_in(tree, h)))
        if found:
            return found
        if place == "obj" and tree.is_one(head, ORDERING) and "to" in frame.needs:
            return [h for h in heads if tree.words[h].upos == "NOUN"]  # "ordered the services to": they are somebody
    if any(n.startswith("obj=") for n in frame.needs):  # "reaffirmed our readiness to work with Chile"
        return [j for o in tree.objects(head) for j in _of_infinitive(tree, o, promised=frame.category == "AGREE")]
    if not any(n == "to" or n.startswith("to=") for n in frame.needs):
        return []
    if frame.kind == "noun" and frame.category == "REQUEST":
        return []  # "its demand to free the hostages": asked of whoever holds them
    for k in [head] if carrier is None else [head, carrier]:
        found = _of_infinitive(tree, k, refused=frame.category == "REJECT", promised=frame.category == "AGREE")
        if found:
            return found
    return []


def _heads_at(tree: Tree, head: int, frame: Frame, place: str, carrier: int | None) -> list[int]:
    """What stands in one place of a frame: its object, its subject, or behind a preposition."""
    if place == "obj":
        return undergone(tree, head) if frame.kind == "verb" else []
    if place == "iobj":
        return tree.children(head, "iobj")
    if place == "subj":
        return tree.subjects(head)
    if place == "that":
        return inner_subjects(tree, head)
    heads = prepositional(tree, head, place)
    if carrier is not None:
        heads += [c for c in prepositional(tree, carrier, place) if c not in heads and c != head]
    return heads


def _is_suffered(tree: Tree, i: int, place: str) -> bool:
    """ "Demanded the release of the hostages", "his extradition": asked of whoever holds them."""
    thing = tree.words[i].head if place == "of" else i
    return bool(lemmas_of(tree, [thing]) & words_of("suffered")) and not prepositional(tree, thing, "by")


def _of_infinitive(tree: Tree, head: int, *, refused: bool = False, promised: bool = False) -> list[int]:
    """ "pledged to support Chile", "refused to meet with Chile": on whom the promised or refused act is."""
    for c in tree.children(head, "xcomp", "acl", "ccomp", "advcl"):
        if c < head or not any(tree.words[m].text.lower() == "to" for m in tree.children(c, "mark")):
            continue
        c = go_on(tree, c, (*GOING_ON, "help"))
        sent = tree.is_one(c, _SENDING) and prepositional(
            tree, c, "to"
        )  # "to send officers to Chile": not on those sent
        acted_on = [o for o in tree.objects(c) if is_actor(tree, o) and not sent and not _is_own(tree, o)]
        found = [j for o in acted_on for j in sides_in(tree, o)]
        for preposition in ("between", "with", "to", "for", "on", "against"):
            found = found or [
                j for o in prepositional(tree, c, preposition) if is_actor(tree, o) for j in sides_in(tree, o)
            ]
        if not found and refused:  # "to heed the council's demand"
            found = [j for o in tree.objects(c) if not _is_own(tree, o) for j in sides_in(tree, o)]
        if not found and promised:  # "to respond to Chilean concerns"
            things = [*tree.objects(c), *(o for w in ("with", "to", "on") for o in prepositional(tree, c, w))]
            named = [j for o in things for j in sides_in(tree, o) if tree.name_at.get(j) in ("LOC", "NORP", "ORG")]
            found = named if len(named) == 1 and not _is_of_pair(tree, named[0]) else []
        return found
    return []


def _is_own(tree: Tree, i: int) -> bool:
    """ "Refused to withdraw its troops": whose they are does it, and nobody undergoes it."""
    own = any(tree.words[c].text.lower() in ("its", "their") for c in tree.children(i, "nmod"))
    return own and is_of_class(tree, [i], "troops")


def _is_of_pair(tree: Tree, i: int) -> bool:
    """ "Peru-Chile ties": either may be whoever acts."""
    word = tree.words[i]
    return bool(_HYPHENS & set(tree.text[max(word.start - 1, 0) : word.end + 1]))


def victims_of(tree: Tree, verb: int) -> list[int]:
    """ "exploded near a mosque, killing 20 people", "a raid on the village left six dead": whom the act did harm to."""
    if tree.is_one(verb, _MUTUAL):
        return []  # each side lost some
    harm = [c for c in tree.children(verb, "advcl") if tree.is_one(c, HARM) and c > verb]
    above = tree.words[verb].head
    if tree.words[verb].deprel == "nsubj" and tree.is_one(above, _HARMING):
        return [j for o in tree.objects(above) for j in tree.joined(o) if is_actor(tree, j) or _is_count(tree, j)]
    return [j for c in harm[:1] for o in tree.objects(c) if is_actor(tree, o) for j in tree.joined(o)]


def _is_count(tree: Tree, i: int) -> bool:
    """ "Left nine dead"."""
    return tree.words[i].upos == "NUM" and not tree.case(i)


def judged_in(tree: Tree, i: int) -> list[int]:
    """ "Condemned the crackdown in Orvana": the state in which it is done is blamed, and not for an attack there."""
    things = [*undergone(tree, i)] if tree.words[i].upos == "VERB" else []
    things += tree.children(i, "nmod", "obl")
    for c in (k for t in things if not is_actor(tree, t) and not is_hurt(tree, t) for k in tree.children(t, "nmod")):
        if tree.case(c) == "in" and tree.name_at.get(c) == "LOC":
            named = find_actor(tree.entity(c).text)
            if named is not None and named.kind == "state":
                return tree.joined(c)
    return []


def wronged_in(tree: Tree, words: Collection[int]) -> list[int]:
    """To whom was done what the words name: those who suffer "the attack on the embassy's guards"."""
    return [
        j
        for i in sorted(words)
        if tree.words[i].upos == "NOUN"
        for c in tree.children(i, "nmod", "obl")
        if is_done_to(tree, i, tree.case(c))
        or (tree.case(c) == "of" and tree.is_one(i, _ENDURED))
        or (tree.case(c) in ("in", "at") and is_hurt(tree, i))
        for j in tree.joined(c)
        if is_actor(tree, j)
    ]


def on_each_other(tree: Tree, i: int, actors: list[int], recipients: list[int]) -> tuple[list[int], list[int]]:
    """ "Clashes between A and B", "A and B exchanged fire": each of them fights the other, so both are on both
    sides."""
    above = tree.words[i].head
    near = (i, above) if tree.relation(i) == "nsubj" else (i,)  # "fighting erupted between A and B"
    both = [j for k in near for c in prepositional(tree, k, "between") for j in sides_in(tree, c)]
    if not both and not recipients and tree.is_one(i, _MUTUAL) and tree.lemma(i) != "fight":
        both = actors  # "A and B fought" beside each other, or each other
    return (both, both) if len(both) > 1 else (actors, recipients)
