"""What is worded like an act and tells none: habits, courtesies, questions, totals, a presence, a danger."""

from __future__ import annotations

from typing import Final

from dragoman.codebook import plover
from dragoman.extract.events.complements import (
    inner_subjects,
    is_of_class,
    prepositional,
    says_we,
    undergone,
)
from dragoman.extract.events.somebody import is_actor
from dragoman.extract.events.state import is_under
from dragoman.extract.pastimes import is_pastime
from dragoman.extract.phrases import Tree, is_time
from dragoman.extract.receptions import is_reception

_HABITUALLY: Final = frozenset(
    """often frequently regularly routinely usually sometimes occasionally always traditionally periodically customarily
    habitually""".split()
)
_PAST: Final = frozenset("have has had did was were 've".split())
_FREQUENT: Final = frozenset("frequent routine occasional habitual".split())
_POLITE: Final = frozenset("thank thanks grateful thankful welcome appreciate glad pleased delighted happy".split())
_OCCASIONS: Final = frozenset("opportunity chance occasion question attention patience introduction".split())
_GREETED: Final = frozenset("you everybody everyone all".split())
_THERE: Final = ("deploy", "station", "base")
_PROTESTING: Final = frozenset("protester protestor demonstrator marcher mourner striker picket".split())
_FOLK: Final = ("ist", "ists", "lord", "lords", "man", "men", "woman", "women")
_PEOPLE: Final = ("ers", "ors", "ants", "ians", "ees")
_WHETHER: Final = ("whether", "if")
_SUMMING: Final = ("bring", "raise", "take", "push", "lift", "amount", "reach", "come", "stand", "be")
_GIVEN: Final = ("give", "have", "get", "be")


def is_untold(tree: Tree, i: int, category: str) -> bool:
    """Whether the word that would tell an act of the category tells none in its place."""
    if category not in plover.HARMS and (_is_habit(tree, i) or (category != "CONSULT" and _is_frequent(tree, i))):
        return True  # but who is often shelled is shelled
    if category == "SUPPORT":
        return is_courtesy(tree, i) or is_reception(tree, i)
    if category == "REQUEST":
        return _is_question(tree, i)
    if category == "AID":
        return _is_total(tree, i)
    if category == "AGREE":
        return _is_agenda(tree, i) or is_pastime(tree, i)
    if category == "CONSULT":
        return is_pastime(tree, i)
    if category == "MOBILIZE":
        return _is_presence(tree, i)
    return category == "THREATEN" and (_is_danger(tree, i) or _is_forecast(tree, i))


def _is_habit(tree: Tree, i: int) -> bool:
    """ "Kenya regularly calls on", "visits the island every two months": what is done again and again is no one act;
    what "has often been" done, or "was done regularly", has been done."""
    if tree.words[i].upos == "VERB" and not _is_present(tree, i):
        return False
    if any(tree.words[c].text.lower() in _HABITUALLY for c in tree.children(i, "advmod")):
        return True
    spans = [c for c in tree.children(i, "obl") if is_time(tree.words[c]) and tree.children(c, "nummod")]
    return any(tree.words[d].text.lower() == "every" for c in spans for d in tree.children(c, "det"))


def _is_present(tree: Tree, i: int) -> bool:
    """ "Calls", "often call"; not "called", "has called", "was called"."""
    verb = tree.words[i]
    helpers = {tree.words[c].text.lower() for c in tree.children(i, "aux")}
    return verb.text.lower() in (verb.lemma, *(verb.lemma + e for e in "s es".split())) and not helpers & _PAST


def _is_frequent(tree: Tree, i: int) -> bool:
    """ "Despite frequent criticism by Kenya"."""
    return tree.words[i].upos == "NOUN" and any(tree.lemma(c) in _FREQUENT for c in tree.children(i, "amod"))


def is_courtesy(tree: Tree, i: int) -> bool:
    """ "Thank you, Mr. President", "grateful for the opportunity", "we welcome you here": how people begin and end."""
    if not tree.is_one(i, _POLITE):
        return False
    whole = undergone(tree, i) if tree.words[i].upos == "VERB" else []
    behind = [*prepositional(tree, i, "for"), *tree.children(i, "advcl", "xcomp")]
    greeted = [tree.words[o].text.lower() for o in whole if tree.words[o].text.lower() in _GREETED]
    if any(_is_occasion(tree, c) for c in (*whole, *behind)):
        if tree.is_one(i, ("welcome",)):  # "Orvana welcomed the chance for dialogue" is no greeting
            return bool(greeted) or says_we(tree, i)
        return bool(greeted) or not tree.is_one(i, ("thank",))
    if tree.lemma(i) == "thank":
        return greeted[:1] == ["you"] and not (behind or tree.subjects(i) or prepositional(tree, i, "to"))
    return tree.lemma(i) == "welcome" and bool(greeted)


def _is_occasion(tree: Tree, i: int) -> bool:
    """ "The opportunity to", "giving me this opportunity", "having me": what one is thanked for at a table."""
    if tree.lemma(i) in _OCCASIONS:
        return True
    return tree.is_one(i, _GIVEN) and any(tree.lemma(o) in _OCCASIONS for o in tree.objects(i))


def _is_question(tree: Tree, i: int) -> bool:
    """ "Was asked whether": a question asks nobody to do anything."""
    if not tree.is_one(i, ("ask",)):
        return False
    marks = [m for c in tree.children(i, "ccomp", "advcl", "xcomp") if c > i for m in tree.children(c, "mark")]
    return any(m > i and tree.words[m].text.lower() in _WHETHER for m in marks)


def _is_agenda(tree: Tree, i: int) -> bool:
    """ "He will also discuss trade": what is to be talked of, with nobody named to talk with; several talk with each
    other."""
    if tree.words[i].upos != "VERB" or not tree.is_one(i, ("discuss",)):
        return False
    several = any(tree.is_plural(s) or len(tree.joined(s)) > 1 for s in tree.subjects(i))
    return not several and not prepositional(tree, i, "with")


def is_chanted(tree: Tree, i: int, protests: dict[int, str]) -> bool:
    """ "Marched to demand", "protesters calling for": what is asked for in a protest is the protest's own.

    Args:
        protests: the words that tell protests.
    """
    crowd = tree.relation(i) == "acl" and tree.is_one(tree.words[i].head, _PROTESTING)
    return crowd or is_under(tree, i, protests)


def _is_total(tree: Tree, i: int) -> bool:
    """ "Brings total aid to 40 million": a sum of what was given before; "gave a total of" is a gift."""
    verb = i if tree.words[i].upos == "VERB" else tree.words[i].head
    heads = [i, *tree.objects(i)] if verb == i else [i]
    total = any(tree.lemma(c) == "total" for h in heads for c in (h, *tree.children(h, "amod", "compound", "nmod")))
    return total and tree.is_one(verb, _SUMMING)


def _is_presence(tree: Tree, i: int) -> bool:
    """ "Which has 2,000 troops deployed in Somalia": they are there; nobody sends them now."""
    if tree.words[i].upos != "VERB":
        return False
    if tree.is_one(i, ("have",)):
        return any(tree.is_one(o + 1, _THERE) for o in tree.objects(i) if o + 1 < len(tree.words))
    before = max(i - 1, 0)  # trees hang "deployed" on what they will
    held = tree.words[before].upos == "NOUN" and tree.relation(before) == "obj"
    return held and tree.is_one(tree.words[before].head, ("have",))


def _is_danger(tree: Tree, i: int) -> bool:
    """ "The drought threatens to disrupt trade": a thing threatens nobody."""
    if tree.words[i].upos != "VERB" or not tree.is_one(i, ("threaten",)):
        return False
    doers = tree.subjects(i) or prepositional(tree, i, "by")
    return bool(doers) and not any(is_actor(tree, d) or _is_named(tree, d) or _is_folk(tree, d) for d in doers)


def _is_forecast(tree: Tree, i: int) -> bool:
    """ "Warned that weak demand would hurt its profit", "that the drought would last": what no party will do."""
    if not tree.is_one(i, ("warn",)) or undergone(tree, i):
        return False
    return is_of_class(tree, inner_subjects(tree, i), "of-markets")


def _is_folk(tree: Tree, i: int) -> bool:
    """ "Hijackers", "a warlord": people, by how the word ends."""
    low = tree.words[i].text.lower()
    return low.endswith(_FOLK) or (tree.is_plural(i) and low.endswith(_PEOPLE))


def _is_named(tree: Tree, i: int) -> bool:
    """ "The monopoly Rosgaz", "Chile's presidency": a name beside it says who it is."""
    beside = tree.children(i, "appos", "flat", "compound", "amod", "nmod")
    return any(c in tree.name_at for c in beside if tree.case(c) in ("", "'s", "’s")) and not is_of_class(
        tree, [i], "wrongdoing"
    )
