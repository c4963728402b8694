"""Which phrases name somebody (a person, a body, a state, a people), and whose a thing or a deed is."""

from __future__ import annotations

from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.actors import find_actor
from dragoman.codebook.frames import find_frames
from dragoman.extract.events.complements import is_of_class
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
    winegrower winemaker grower rancher breeder
    settler officer marine sniper paratrooper serviceman militiaman detective mayor commissioner councillor sheriff
    suspect defendant opponent rioter voter trader driver nurse priest
    cleric bishop imam monk blogger editor writer reporter photographer cameraman businessman bodyguard guard girl boy
    family relative conscript recruit defector exile immigrant foreigner
    miner docker peasant trucker haulier shopkeeper pensioner firefighter railwayman striker
    kingdom emirate sultanate archipelago monarchy""".split()
)
_NUMBERS: Final = ("thousands", "hundreds", "dozens", "scores", "tens", "millions")
_HALVES: Final = ("North", "South")  # of a land with two states
_PRONOUNS: Final = frozenset("he she it they him her them we us i me who you both all its their his our".split())
_GENITIVES: Final = frozenset(("'s", "’s", "'", "’"))
_LINKS: Final = ("between", "by", "with", "of", "against", "from", "among", "on")
_OWNED: Final = ("flagged", "registered", "owned", "operated", "run", "held", "chartered")
_CARRYING: Final = ("carrying", "transporting", "ferrying")
_HELD: Final = ("hold", "run", "control", "own", "use", "occupy", "operate", "man", "guard", "defend")
# what is done with a thing by somebody whose it is not: "a deal brokered by", "an attack that was condemned by"
JUDGED: Final = frozenset(
    """broker mediate facilitate sponsor condemn denounce criticize criticise deplore welcome praise hail support back
    endorse oppose reject dispute deny demand seek host monitor observe witness fear expect see""".split()
)


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
        named = word.text in _HALVES or find_actor(word.text) is not None
        return kind not in ("FAC", "DOC", "MISC") or (kind == "MISC" and named)
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
        named = c < i and (tree.name_at.get(c) in ("NORP", "LOC", "ORG", "PER") or _is_nations(tree, c))
        if (poss and is_actor(tree, c)) or (named and not tree.case(c) and not is_scene(tree, c, i)):
            return tree.joined(c)
    found = _flag_of(tree, i) or _held_by(tree, i) or _linked_to(tree, i) or _acting_in(tree, i)
    for c in tree.children(i, "conj"):
        found = found or sides_in(tree, c)
    return found


def _held_by(tree: Tree, i: int) -> list[int]:
    """ "A depot held by X on Mount Y", "a base run by X": whose it is, before where it is."""
    for c in tree.children(i, "acl"):
        if tree.words[c].text.lower() in _CARRYING:  # "a bus carrying miners"
            return [j for o in tree.objects(c) for j in tree.joined(o) if is_actor(tree, j)]
        if tree.words[c].deprel == "acl" and tree.is_one(c, _HELD):
            found = [j for k in tree.children(c, "obl") if tree.case(k) == "by" for j in tree.joined(k)]
            if found and is_actor(tree, found[0]):
                return found
    return []


def _flag_of(tree: Tree, i: int) -> list[int]:
    """ "An Orvanan-flagged tanker", "the Orvanan-owned plant": whose it is, where it is told by a word of two parts."""
    for c in tree.children(i, "amod"):
        if tree.words[c].text.lower() in _OWNED:
            near = [
                k for j in (c, i) for k in tree.below[j] if c - 2 <= k < c and tree.words[k].upos in ("ADJ", "PROPN")
            ]
            return [k for k in near if find_actor(tree.words[k].text) is not None][:1]
    return []


def _is_nations(tree: Tree, i: int) -> bool:
    """A nation's adjective that no reader took for one: "an Orvanan oil terminal"."""
    if tree.name_at.get(i) != "MISC" or tree.words[i].upos != "ADJ":
        return False
    named = find_actor(tree.words[i].text)
    return named is not None and named.kind == "people"


def _linked_to(tree: Tree, i: int) -> list[int]:
    """ "The talks between X and Y", "the decision of X": by the preposition that most surely leads to somebody."""
    for link in _LINKS:
        if is_done_to(tree, i, link):
            continue
        for c in tree.children(i, "nmod", "obl"):
            if tree.case(c) != link:
                continue
            found = [j for j in tree.joined(c) if is_actor(tree, j)]
            if not found and link in ("of", "by"):
                found = sides_in(tree, c)
            if found:
                return found
    return []


def _acting_in(tree: Tree, i: int) -> list[int]:
    """ "The pact that X signed", "a plan drafted by X": who acts in the clause that hangs on the phrase."""
    for c in tree.children(i, "acl"):
        subjects = [s for s in tree.children(c, "nsubj") if tree.lemma(s) != "who"]
        found = [j for s in subjects for j in tree.joined(s) if is_actor(tree, j)]
        if found:
            return found
        for k in tree.children(c, "obl"):
            case = tree.case(k)
            judging = case == "by" and tree.is_one(c, JUDGED)
            if case in ("by", "between", "with", "from") and is_actor(tree, k) and not judging:
                return tree.joined(k)
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


def is_hurt(tree: Tree, thing: int) -> bool:
    """Whether what the noun names does harm to those who are there: "the attack in Orvana"; a coup does not."""
    return _is_force(tree, thing) and not is_of_class(tree, [thing], "coup")


def is_onslaught(tree: Tree, i: int) -> bool:
    """A wrong or a fight, by its name."""
    return is_of_class(tree, [i], "wrongdoing") or is_of_class(tree, [i], "fighting")


def is_done_to(tree: Tree, i: int, link: str) -> bool:
    """Whether the preposition leads to those who suffer what the noun names: "the attack on", "the killing of"; "the
    attacks of" leads to who attacks."""
    if link in ("on", "against"):
        if is_onslaught(tree, i):
            return True
    elif link != "of":
        return False
    frames = find_frames("noun", tree.lemma(i), tree.words[i].text)
    done = [f for f in frames if f.category in plover.HARMS and link in f.recipient]
    return any(link != "of" or "of" in f.needs or f.predicate == "invasion" for f in done)
