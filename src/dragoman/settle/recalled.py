"""The act that a noun takes up: "Orvana expelled six envoys. Selvia condemned the move" is directed at Orvana."""

from __future__ import annotations

from typing import Final

from dragoman.codebook import plover
from dragoman.records import Entity, Event, Reading, Word
from dragoman.settle.parties import Parties
from dragoman.settle.sides import side_of, sides_of

_ANY: Final = frozenset("move decision step measure action act".split())
_OF: Final = {
    "ASSAULT": "attack strike bombing raid killing shelling assault violence shooting blast explosion airstrike"
    " bombardment launch offensive massacre murder assassination incursion invasion",
    "MOBILIZE": "launch test exercise drill deployment manoeuvre maneuver buildup",
    "SANCTION": "sanction expulsion embargo ban blockade",
    "COERCE": "arrest detention crackdown seizure verdict sentence execution conviction",
    "AGREE": "deal agreement accord truce ceasefire treaty pact offer proposal pledge promise announcement",
    "SUPPORT": "deal agreement accord truce ceasefire treaty pact recognition endorsement",
    "RETREAT": "withdrawal pullout release truce ceasefire",
    "CONCEDE": "withdrawal pullout release resignation truce ceasefire announcement",
    "REJECT": "rejection refusal veto",
    "THREATEN": "threat warning ultimatum",
    "REQUEST": "demand call request appeal",
    "ACCUSE": "accusation allegation criticism remark comment",
    "PROTEST": "protest rally demonstration",
}
_TAKES_UP: Final = {
    word: {c for c, words in _OF.items() if word in words.split()} for ws in _OF.values() for word in ws.split()
}
_AVENGING: Final = ("revenge", "aveng", "retaliat", "reprisal", "retribution")
_DEFINITE: Final = frozenset("the this that these those".split())
_OBJECTS: Final = ("obj", "nsubj:pass")
_JUDGING: Final = ("ACCUSE", "SUPPORT", "REJECT")
_SAID: Final = ("ACCUSE", "REQUEST", "THREATEN")  # nobody calls them a move
_TEXTS: Final = frozenset(
    """deal agreement accord truce ceasefire cease-fire treaty pact signing breakthrough settlement protocol
    understanding memorandum""".split()
)
_SIGNING: Final = ("sign", "initial")
_NEAR: Final = 3  # sentences
_STEM: Final = 6  # letters that a noun shares with the words of the act
_WINDOW: Final = 40  # words


def find_recalled(parties: Parties, event: Event) -> tuple[Entity, ...]:
    """Everyone who did the last act told of that the event's object takes up; nobody where it takes up none.

    An act whose own words have the noun ("imposed sanctions", of "the sanctions") goes before one of its kind.
    """
    if event.event not in _JUDGING or event.trigger.text.lower().startswith("blam"):
        return ()
    noun = _find_object(parties.reading, event)
    if noun is None:
        return ()
    if event.event == "SUPPORT" and noun.lemma.lower() in _TEXTS and (sides := _find_agreed(parties, event)):
        return sides
    here = parties.sentence(event.trigger.start)
    near = [
        e
        for e in sorted(parties.events, key=lambda e: -e.trigger.start)
        if e.trigger.end <= event.trigger.start and here - parties.sentence(e.trigger.start) <= _NEAR and not e.aux
    ]
    stem = noun.lemma.lower().removesuffix("ing")[:_STEM]  # "bombed", of "the bombing"
    named = [e for e in near if any(stem in s.text.lower() for s in (e.trigger, *e.evidence))]
    before = next((e for e in named or near if _takes_up(noun, e, event)), None)
    if before is None or {e.code for e in before.actor if e.code} & {e.code for e in event.actor if e.code}:
        return ()
    return before.actor


def find_avenged(parties: Parties, event: Event) -> tuple[Entity, ...]:
    """ "Its armed wing vowed revenge": on whoever was last told to use force against the same side."""
    words = " ".join(s.text.lower() for s in (event.trigger, *event.evidence))
    own = {e.code for e in event.actor if e.code}
    if event.event != "THREATEN" or not own or not any(w in words for w in _AVENGING):
        return ()
    for e in sorted(parties.events, key=lambda e: -e.trigger.start):
        hit = {r.code for r in e.recipient} & own and not {a.code for a in e.actor} & own
        if e.event in plover.HARMS and e.actor and hit and e.trigger.end <= event.trigger.start and not e.aux:
            return e.actor
    return ()


def _find_agreed(parties: Parties, event: Event) -> tuple[Entity, ...]:
    """Those who agreed on or signed something with each other last, without whoever hails it: an accord is its sides'
    wherever the report told of it."""
    own = sides_of(event.actor)
    for e in sorted(parties.events, key=lambda e: -e.trigger.start):
        agreed = e.event == "AGREE" or (e.event == "SUPPORT" and e.trigger.text.lower().startswith(_SIGNING))
        if not agreed or e.aux or e.meeting is not None or e.trigger.end > event.trigger.start:
            continue
        told = e.actor if len(sides_of(e.actor)) > 1 else (*e.actor, *e.recipient)
        both = {side: who for who in reversed(told) if (side := side_of(who))}
        if len(sides_of(e.actor)) > 1 or (e.event == "SUPPORT" and len(both) > 1):
            return tuple(both[side] for side in reversed(both) if side not in own)
    return ()


def _takes_up(noun: Word, before: Event, event: Event) -> bool:
    """Whether a noun can mean the act; nobody hails a bombing as a move."""
    lemma = noun.lemma.lower()
    if lemma in _ANY:
        return before.event not in _SAID and not (event.event == "SUPPORT" and before.event in plover.AT_HAND)
    return before.event in _TAKES_UP.get(lemma, ())


def _find_object(reading: Reading, event: Event) -> Word | None:
    """ "Condemned the move", "a move that it condemned": the noun, where nothing in its phrase tells whose it is."""
    inside = reading.list_words(event.trigger.start, event.trigger.end)
    first, last = inside.start, inside.stop
    for word in reading.words[first:last]:
        above = reading.words[word.head]
        if word.deprel == "acl:relcl" and above.lemma in _ANY and above.deprel in ("appos", "parataxis", "obl", "conj"):
            return above
    near = reading.words[max(first - _WINDOW, 0) : last + _WINDOW]
    hanging = [w for w in near if first <= w.head < last and not first <= w.index < last]
    return next((w for w in hanging if w.deprel in _OBJECTS and _is_bare(reading, w)), None)


def _is_bare(reading: Reading, noun: Word) -> bool:
    """ "The move", "these attacks": nothing in its phrase tells whose it is."""
    if noun.index == 0 or noun.upos != "NOUN" or reading.words[noun.index - 1].text.lower() not in _DEFINITE:
        return False
    behind = reading.words[noun.index + 1 : noun.index + 2]
    if noun.lemma.lower() == "signing":
        return True
    return not (behind and behind[0].text.lower() in ("of", "by", "on", "against", "between"))
