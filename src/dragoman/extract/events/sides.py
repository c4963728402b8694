"""Who acts and on whom: the phrases that fill the two sides of an event."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.actors import find_actor, find_sector
from dragoman.codebook.frames import Frame, find_frames, words_of
from dragoman.extract.phrases import Tree, is_time

_ACTORS: Final = frozenset(
    """minister president premier chancellor king leader official envoy ambassador representative delegation
    negotiator diplomat counterpart secretary adviser commander general chief spokesman spokeswoman spokesperson
    governor senator lawmaker deputy side party partie team rebel government faction group country nation state power
    member ally mediator militia junta opposition separatist authority guerrilla cabinet parliament commission council
    bloc coalition administration ministry mission movement organization organisation agency union community court
    judge prosecutor police policeman army military troop soldier force fighter militant insurgent gunman navy jet
    stakeholder actor people man woman civilian protester demonstrator activist student resident citizen national
    journalist employee worker refugee migrant detainee prisoner hostage victim dissident supporter crowd staff company
    embassy consulate regime congress senate bank convoy patrol base child doctor lawyer politician candidate
    peacekeeper inspector observer terrorist attacker bomber kremlin department office leadership both minority
    youth villager herder farmer fisherman fishermen engineer tourist sailor tribesman tribesmen pirate hacker smuggler
    trafficker kidnapper bandit gang cartel paramilitary gunner captain pilot crew teacher pilgrim jihadist mutineer
    looter partner friend neighbour neighbor foe rival enemy adversary speaker colleague host guest nationalist
    settler officer marine sniper paratrooper serviceman militiaman detective mayor commissioner councillor sheriff
    suspect defendant opponent rioter voter trader driver nurse priest
    cleric bishop imam monk blogger editor writer reporter photographer cameraman businessman bodyguard guard girl boy
    family relative conscript recruit defector exile immigrant foreigner""".split()
)
_GOING_ON: Final = ("keep", "continue", "resume", "try", "seek", "start", "begin", "help")
_HYPHENS: Final = frozenset("-‐‑–—/")
_NUMBERS: Final = ("thousands", "hundreds", "dozens", "scores", "tens", "millions")
_TOGETHER: Final = ("together with", "along with", "alongside", "as well as")
_PRONOUNS: Final = frozenset("he she it they him her them we us i me who you both all its their his our".split())
_ANNOUNCING: Final = ("announce", "declare", "decree", "order", "rule")
_WHO_PUNISH: Final = ("GOV", "JUD", "COP", "MIL", "LEG")
_BESIDE: Final = frozenset(("together", "along"))
_ARMED: Final = ("MIL", "REB", "UAF")
# what is done with a thing by somebody whose it is not: "a deal brokered by", "an attack that was condemned by"
_JUDGED: Final = frozenset(
    """broker mediate facilitate sponsor condemn denounce criticize criticise deplore welcome praise hail support back
    endorse oppose reject dispute deny demand seek host monitor observe witness fear expect see""".split()
)
_GENITIVES: Final = frozenset(("'s", "’s", "'", "’"))
_BLAMED: Final = ("blame",)
_ASCRIBED: Final = ("attribute", "ascribe")
_LINKS: Final = ("between", "by", "with", "of", "against", "from", "among", "on")
_HARMING: Final = ("kill", "injure", "wound", "claim", "leave", "maim")


def is_actor(tree: Tree, i: int) -> bool:
    """Whether `i` heads the phrase of somebody or of a body, state or people."""
    word = tree.words[i]
    if is_time(word):
        return False
    if word.upos == "PRON" or word.text.lower() == "both":
        return word.text.lower() in _PRONOUNS
    if tree.name_at.get(i) in ("PER", "ORG", "LOC", "NORP"):
        return True
    if word.upos == "PROPN":
        kind = tree.name_at.get(i)
        return kind not in ("FAC", "DOC", "MISC") or (kind == "MISC" and find_actor(word.text) is not None)
    low = word.text.lower()
    if low == "force" and not tree.children(i, "det", "amod", "compound", "nmod"):
        return False  # "the use of force"
    if low in _NUMBERS:  # "thousands of Orvanans"
        return any(tree.case(c) == "of" and is_actor(tree, c) for c in tree.children(i, "nmod"))
    forms = (word.lemma.lower(), low, low.removesuffix("s"), low.removesuffix("ies") + "y")
    return word.upos in ("NOUN", "ADJ") and any(f in _ACTORS for f in forms)


def sides_in(tree: Tree, i: int) -> list[int]:
    """Who is meant by phrase `i`: itself, or for a thing ("the decision of X", "X's attack") whose it is."""
    if is_actor(tree, i) and not _is_quality(tree, i):
        return [j for j in tree.joined(i) if is_actor(tree, j)]
    for c in tree.children(i, "nmod", "amod", "compound"):
        poss = is_owner(tree, c)
        named = c < i and tree.name_at.get(c) in ("NORP", "LOC", "ORG", "PER")
        if (poss and is_actor(tree, c)) or (named and not tree.case(c) and not is_scene(tree, c, i)):
            return tree.joined(c)
    for link in _LINKS:
        if is_done_to(tree, i, link):
            continue
        for c in tree.children(i, "nmod", "obl"):
            if tree.case(c) == link:
                found = [j for j in tree.joined(c) if is_actor(tree, j)] or (
                    sides_in(tree, c) if link in ("of", "by") else []
                )
                if found:
                    return found
    for c in tree.children(i, "acl"):
        subjects = tree.children(c, "nsubj")
        found = [j for s in subjects for j in tree.joined(s) if is_actor(tree, j) and tree.lemma(s) not in ("who",)]
        if found:
            return found
        for k in tree.children(c, "obl"):
            case = tree.case(k)
            if case in ("by", "between", "with", "from") and is_actor(tree, k):
                if case == "by" and tree.is_one(c, _JUDGED):
                    continue
                return tree.joined(k)
    for c in tree.children(i, "conj"):
        found = sides_in(tree, c)
        if found:
            return found
    return []


def is_owner(tree: Tree, i: int) -> bool:
    """ "Orvana's", whatever the tree calls it."""
    marks = {tree.words[c].text for c in tree.children(i, "case") if c > i}
    return tree.words[i].deprel == "nmod:poss" or bool(marks & _GENITIVES)


def _is_quality(tree: Tree, i: int) -> bool:
    """ "The Chancellor's leadership of the group": what somebody does; "Ruritania's leadership" leads it."""
    if tree.lemma(i) != "leadership":
        return False
    own = [c for c in tree.children(i, "nmod") if tree.words[c].deprel == "nmod:poss"]
    return any(tree.words[c].upos == "PRON" or tree.name_at.get(c) not in ("LOC", "NORP", "ORG") for c in own)


def is_scene(tree: Tree, place: int, act: int) -> bool:
    """Whether a name before an act of force says where it was done: "the Madrid bombings", not "U.S. strikes"."""
    if tree.name_at.get(place) != "LOC" or tree.words[place].deprel == "nmod:poss" or not _is_force(tree, act):
        return False
    named = find_actor(tree.entity(place).text)
    return named is None or named.kind == "seat"


def _is_force(tree: Tree, i: int) -> bool:
    frames = find_frames("noun", tree.lemma(i), tree.words[i].text)
    return is_of_class(tree, [i], "fighting") or any(f.category == "ASSAULT" for f in frames)


def judged_in(tree: Tree, i: int) -> list[int]:
    """ "Condemned the crackdown in Orvana": the state in which it is done is blamed, and not for an attack there."""
    things = [*undergone(tree, i)] if tree.words[i].upos == "VERB" else []
    things += tree.children(i, "nmod", "obl")
    for c in (k for t in things if not is_actor(tree, t) and not _is_hurt(tree, t) for k in tree.children(t, "nmod")):
        if tree.case(c) == "in" and tree.name_at.get(c) == "LOC":
            named = find_actor(tree.entity(c).text)
            if named is not None and named.kind == "state":
                return tree.joined(c)
    return []


def _is_hurt(tree: Tree, thing: int) -> bool:
    return _is_force(tree, thing) and not is_of_class(tree, [thing], "coup")


def is_done_to(tree: Tree, i: int, link: str) -> bool:
    """Whether the preposition leads to those who suffer what the noun names: "the attack on", "the killing of"; "the
    attacks of" leads to who attacks."""
    if link in ("on", "against"):
        if is_of_class(tree, [i], "wrongdoing") or is_of_class(tree, [i], "fighting"):
            return True
    elif link != "of":
        return False
    frames = find_frames("noun", tree.lemma(i), tree.words[i].text)
    done = [f for f in frames if f.category in plover.HARMS and link in f.recipient]
    return any(link != "of" or "of" in f.needs or f.predicate == "invasion" for f in done)


def wronged_in(tree: Tree, words: Collection[int]) -> list[int]:
    """To whom was done what the words name: those who suffer "the attack on the embassy's guards"."""
    return [
        j
        for i in sorted(words)
        if tree.words[i].upos == "NOUN"
        for c in tree.children(i, "nmod", "obl")
        if is_done_to(tree, i, tree.case(c)) or (tree.case(c) in ("in", "at") and _is_hurt(tree, i))
        for j in tree.joined(c)
        if is_actor(tree, j)
    ]


def feelers_of(tree: Tree, i: int) -> list[int]:
    """Who is dismayed, outraged or ready: the subject, also of a participle that is no passive act."""
    return [j for s in tree.subjects(i) for j in (sides_in(tree, s) if not is_actor(tree, s) else [s])]


def _is_onslaught(tree: Tree, i: int) -> bool:
    return is_of_class(tree, [i], "wrongdoing") or is_of_class(tree, [i], "fighting")


def _is_of_onslaught(tree: Tree, verb: int) -> bool:
    """ "Which killed": by what was told of before, rather than by whom."""
    which = [c for c in tree.children(verb, "nsubj") if tree.words[c].text.lower() in ("which", "that")]
    if not which or not tree.is_one(verb, _HARMING):
        return False
    sentence = tree.reading.sentences[tree.words[verb].sentence]
    return any(tree.words[i].upos == "NOUN" and _is_onslaught(tree, i) for i in range(sentence.first, which[0]))


def actors_of(tree: Tree, verb: int) -> list[int]:
    """Who does what `verb` says: the agent of a passive, the subject, or whoever is behind an act as subject."""
    if is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by" and not is_time(tree.words[c])]
        agents = agents or _left_by_force(tree, verb)
        return [j for c in agents for j in (sides_in(tree, c))]
    if _is_of_onslaught(tree, verb):
        return []
    found: list[int] = []
    subjects = tree.subjects(verb)
    for s in (*subjects, *_companions(tree, verb, subjects)):
        found += [j for j in (sides_in(tree, s) if not is_actor(tree, s) else [s]) if j not in found]
    return found or _senders(tree, verb)


def _goes_along(tree: Tree, c: int) -> bool:
    """ "together with Selvia", whether the tree takes "together" for a part of the preposition or for an adverb."""
    case = tree.case(c)
    beside = {tree.words[k].text.lower() for k in tree.children(c, "advmod")}
    return case in _TOGETHER or (case == "with" and bool(beside & _BESIDE))


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


def _senders(tree: Tree, verb: int) -> list[int]:
    """ "Iran launched missiles targeting the base": what a thing does is done by whoever sends it."""
    if tree.words[verb].deprel != "acl" or not tree.words[verb].text.lower().endswith("ing"):
        return []
    thing = tree.words[verb].head
    if is_actor(tree, thing) or tree.relation(thing) != "obj":
        return []
    return actors_of(tree, tree.words[thing].head)


def blamed_for(tree: Tree, i: int) -> list[int]:
    """ "A bombing blamed on Orvana", "the attack claimed by the group": who did what the noun names, as it is told."""
    found = []
    for c in tree.children(i, "acl"):
        if not tree.is_one(c, _JUDGED):
            found += [k for k in tree.children(c, "obl") if tree.case(k) == "by" and is_actor(tree, k)]
        how = "on" if tree.is_one(c, _BLAMED) else "to" if tree.is_one(c, _ASCRIBED) else None
        found += prepositional(tree, c, how) if how is not None else []
    return found


def bystanders(tree: Tree, act: int, category: str) -> set[int]:
    """The words of those who only tell of an act or judge it, so that nobody takes them for who did it: "A was killed,
    B said", "the attack was condemned by B"."""
    if category not in plover.AT_HAND | plover.HARMS:
        return set()
    found: list[int] = []
    below = act
    for up in tree.path_up(act):
        if tree.words[up].upos == "VERB":
            found += _judges(tree, up)
            told = tree.relation(below) in ("ccomp", "parataxis")
            if told and is_passive(tree, act) and (category == "ASSAULT" or _tells_only(tree, up, act, category)):
                found += tree.children(up, "nsubj")
        below = up
    for i in (act, *tree.children(act, "nsubj", "obj")):
        found += [k for c in tree.children(i, "acl") for k in _judges(tree, c)]
        blaming = [c for c in tree.children(i, "acl") if tree.is_one(c, (*_BLAMED, *_ASCRIBED))]
        found += [k for c in blaming for k in tree.children(c, "nsubj")]
        found += [c for c in tree.children(i, "compound", "amod", "nmod") if c < i and is_scene(tree, c, i)]
    return {j for f in found for j in tree.under(f, ())}


def _judges(tree: Tree, i: int) -> list[int]:
    """By whom it is condemned, welcomed or brokered."""
    return [c for c in tree.children(i, "obl") if tree.case(c) == "by"] if tree.is_one(i, _JUDGED) else []


def _tells_only(tree: Tree, telling: int, act: int, category: str) -> bool:
    """ "Orvana said its envoy had been expelled", "A was jailed, his lawyer said"; a government that announces that
    others have been sanctioned is the one that does it."""
    if category != "SANCTION" or tree.is_one(telling, _ANNOUNCING):
        return False
    own = any(tree.words[c].upos == "PRON" for u in undergone(tree, act) for c in tree.children(u, "nmod"))
    folk = [s for s in tree.children(telling, "nsubj") if tree.words[s].upos == "NOUN"]
    return own or any(find_sector(tree.lemma(s)) not in _WHO_PUNISH for s in folk)


def is_passive(tree: Tree, verb: int) -> bool:
    below = [(c, tree.words[c].deprel) for c in tree.below[verb]]
    if any(r == "aux:pass" for _, r in below):
        return True
    if any(r == "nsubj" and c < verb for c, r in below):  # what it calls a passive's subject behind it is an object
        return False
    if any(r == "obj" and c > verb for c, r in below) and tree.words[verb].deprel in (
        "root",
        "conj",
        "ccomp",
        "parataxis",
    ):
        return False
    passive = [c for c, r in below if r == "nsubj:pass"]
    if passive and min(passive) < verb < max(passive):  # one before, one behind: it acts on the one behind
        return False
    if any(r == "nsubj:pass" for _, r in below):
        return True
    return (
        tree.relation(verb) == "acl"
        and tree.words[verb].deprel != "acl:relcl"
        and tree.words[verb].text.lower().endswith(("ed", "en", "wn"))
    )


def undergone(tree: Tree, verb: int) -> list[int]:
    """Objects of an active verb, the subject of a passive one."""
    if not is_passive(tree, verb):
        behind = [c for c in tree.below[verb] if c > verb and tree.words[c].deprel == "nsubj:pass"]
        return tree.objects(verb) or tree.children(verb, "iobj") or behind
    own = [c for c in tree.below[verb] if tree.words[c].deprel == "nsubj:pass"]
    if own:
        if tree.lemma(own[0]) in ("who", "which", "that") and tree.relation(verb) == "acl":
            return [tree.words[verb].head]
        return own
    return [tree.words[verb].head] if tree.relation(verb) == "acl" else tree.subjects(verb)[:1]


def inner_subjects(tree: Tree, verb: int) -> list[int]:
    """The subject of the clause that a verb demands or tells."""
    for c in tree.children(verb, "ccomp", "advcl", "xcomp"):
        own = tree.children(c, "nsubj")
        if own:
            return own
    return [c for c in tree.children(verb, "nsubj") if c > verb]


def prepositional(tree: Tree, head: int, preposition: str) -> list[int]:
    """Phrases that hang on `head`, or on its object, by the preposition."""
    places = [head, *(o for o in tree.children(head, "obj") if tree.words[head].upos == "VERB")]
    return [
        c
        for p in places
        for c in tree.children(p, "obl", "nmod", "obj")
        if _leads(tree.case(c), preposition) and not is_time(tree.words[c])
    ]


def _leads(case: str, preposition: str) -> bool:
    """By its first word; "out of" is a particle and "of"."""
    return case.split(" ")[0] == preposition or (case == "out of" and preposition == "of")


def recipients_of(tree: Tree, head: int, frame: Frame, carrier: int | None) -> list[int]:
    """The first place of the frame that holds somebody. `carrier`: the verb whose object names the act."""
    for place in frame.recipient:
        heads: list[int]
        if place == "obj":
            heads = undergone(tree, head) if frame.kind == "verb" else []
        elif place == "iobj":
            heads = tree.children(head, "iobj")
        elif place == "subj":
            heads = tree.subjects(head)
        elif place == "that":
            heads = inner_subjects(tree, head)
        else:
            heads = prepositional(tree, head, place)
            if carrier is not None:
                heads += [c for c in prepositional(tree, carrier, place) if c not in heads and c != head]
        if frame.category == "REQUEST":
            heads = [h for h in heads if not _is_suffered(tree, h, place)]
        found = list(dict.fromkeys(j for h in heads for j in sides_in(tree, h)))
        if found:
            return found
    if any(n.startswith("obj=") for n in frame.needs):  # "reaffirmed our readiness to work with Chile"
        return [j for o in tree.objects(head) for j in _of_infinitive(tree, o, promised=frame.category == "AGREE")]
    if not any(n == "to" or n.startswith("to=") for n in frame.needs):
        return []
    refused, promised = frame.category == "REJECT", frame.category == "AGREE"
    found = _of_infinitive(tree, head, refused=refused, promised=promised)
    if not found and carrier is not None:
        found = _of_infinitive(tree, carrier, refused=refused, promised=promised)
    return found


def _is_suffered(tree: Tree, i: int, place: str) -> bool:
    """ "Demanded the release of the hostages", "his extradition": asked of whoever holds them."""
    thing = tree.words[i].head if place == "of" else i
    return bool(lemmas_of(tree, [thing]) & words_of("suffered")) and not prepositional(tree, thing, "by")


def _of_infinitive(tree: Tree, head: int, *, refused: bool = False, promised: bool = False) -> list[int]:
    """ "pledged to support Chile", "refused to meet with Chile": on whom the promised or refused act is."""
    for c in tree.children(head, "xcomp", "acl", "ccomp", "advcl"):
        if c < head or not any(tree.words[m].text.lower() == "to" for m in tree.children(c, "mark")):
            continue
        c = _go_on(tree, c)
        found = [j for o in tree.objects(c) if is_actor(tree, o) for j in sides_in(tree, o)]
        for preposition in ("with", "to", "for", "on", "against"):
            found = found or [
                j for o in prepositional(tree, c, preposition) if is_actor(tree, o) for j in sides_in(tree, o)
            ]
        if not found and refused:  # "to heed the council's demand"
            found = [j for o in tree.objects(c) for j in sides_in(tree, o)]
        if not found and promised:  # "to respond to Chilean concerns"
            things = [*tree.objects(c), *(o for w in ("with", "to", "on") for o in prepositional(tree, c, w))]
            named = [j for o in things for j in sides_in(tree, o) if tree.name_at.get(j) in ("LOC", "NORP", "ORG")]
            found = named if len(named) == 1 and not _is_of_pair(tree, named[0]) else []
        return found
    return []


def _is_of_pair(tree: Tree, i: int) -> bool:
    """ "Peru-Chile ties": either may be whoever acts."""
    word = tree.words[i]
    return bool(_HYPHENS & set(tree.text[max(word.start - 1, 0) : word.end + 1]))


def _go_on(tree: Tree, verb: int) -> int:
    """ "To continue providing aid to Chile": the act that goes on."""
    while tree.is_one(verb, _GOING_ON) and (inner := tree.children(verb, "xcomp")):
        verb = inner[0]
    return verb


def lemmas_of(tree: Tree, heads: list[int]) -> set[str]:
    """Lemmas and singular forms of phrase heads and their coordinates."""
    found: set[str] = set()
    for h in heads:
        for j in tree.joined(h):
            low = tree.words[j].text.lower()
            found |= {tree.lemma(j), low, low.removesuffix("s"), low.removesuffix("ies") + "y"}
    return found


def is_name_given(tree: Tree, verb: int) -> bool:
    """'Called it "a day of shame"': what something is called, in quotation marks, and no call to do anything."""
    if not tree.is_one(verb, ("call",)):
        return False
    behind = [w for w in tree.words[verb + 1 :] if w.sentence == tree.words[verb].sentence]
    quoted = next((w.index for w in behind if w.text in ("“", '"', "``")), None)
    between = tree.words[verb + 1 : quoted] if quoted is not None else ()
    return bool(between) and not any(w.upos in ("ADP", "VERB", "PART", "PUNCT", "SCONJ") for w in between)


def is_of_class(tree: Tree, heads: list[int], name: str) -> bool:
    """Whether one of the phrases is of the class; the name of a place is of the class "place"."""
    if name == "place" and any(tree.name_at.get(j) == "LOC" for h in heads for j in tree.joined(h)):
        return True
    return bool(lemmas_of(tree, heads) & words_of(name))
