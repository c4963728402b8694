"""Events: who did what to whom, in PLOVER's categories.

Each predicate with its complements is looked up in the lexicon of frames (`codebook.frames`); what its auxiliaries,
negation and governing clauses make of it decides what it comes to (`turn`). Inside somebody's words "must", "will"
and "will not" are acts of their own (`words`). Who does it and to whom is read off the tree (`sides`); meetings are
events by another way (`settle.consult`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.frames import Frame
from dragoman.codebook.scores import chosen_table, find_score
from dragoman.extract.events import words as own_words
from dragoman.extract.events.blame import blamed_for, bystanders
from dragoman.extract.events.chances import FIND, UNLIKELY, Chances, Read
from dragoman.extract.events.complements import (
    inner_subjects,
    is_name_given,
    is_of_class,
    is_passive,
    lemmas_of,
    prepositional,
)
from dragoman.extract.events.fits import Place, find_place, first_fit
from dragoman.extract.events.judged import FIRST, find_judged, nearest_first_person
from dragoman.extract.events.sides import actors_of, feelers_of, judged_in, recipients_of, wronged_in
from dragoman.extract.events.somebody import is_actor, is_owner, is_scene, sides_in
from dragoman.extract.events.state import (
    NEGATIONS,
    WEIGHED,
    State,
    find_state,
    is_discussed,
    is_hoped,
    is_lifted,
    is_round_over,
    is_standing,
    is_under,
    is_undone,
    is_unreal,
)
from dragoman.extract.events.turn import Turned, is_done_by_saying, turn
from dragoman.extract.phrases import Tree
from dragoman.extract.speakers import place_speakers
from dragoman.extract.statements.documents import read_kind
from dragoman.extract.statements.drafts import Page
from dragoman.records import Entity, Event, FoundBy, Reading, Side, quote

__all__ = ["extract_events"]

_MUTUAL: Final = ("exchange", "trade", "clash", "fight")
_GOING_ON: Final = ("keep", "continue", "resume", "try", "seek", "start", "begin")
_STRIVING: Final = ("try", "do", "use", "take", "spare")
_NESTED: Final = 3
_CLOSE: Final = 3  # words
_OF_BOTH: Final = frozenset("side country nation party state people government neighbour neighbor".split())
_PROPOSING: Final = ("suggest", "propose", "recommend")
_DRAWING: Final = ("draw", "prompt", "spark", "trigger", "provoke", "attract", "elicit", "face")
_CONFLICT: Final = 3  # quads from here on
_CONVICTED: Final = "116"
_HARM: Final = ("kill", "wound", "injure")
_OF_AID: Final = ("AGREE", "SANCTION", "REJECT", "REQUEST", "AID")
_DURING: Final = ("in", "during", "by")
_LEAVE: Final = ("parataxis", "conj", "acl:relcl", "punct", "dep")
_ASKING: Final = frozenset(("REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"))
_WILLING: Final = frozenset(("SUPPORT", "AGREE", "CONCEDE", "ACCUSE"))
_STILL_TO_SAY: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
_OF_WORDS: Final = plover.BY_WORDS
_HEADS: Final = frozenset(("VERB", "NOUN", "ADJ", "PROPN", "AUX", "PART", "X"))


def extract_events(reading: Reading) -> tuple[Event, ...]:
    """Events in reading order: phrases for their sides, no day, no place yet. Pure; wrong trees give fewer events."""
    return _Finder(reading).find()


@dataclass(frozen=True, slots=True)
class _Act:
    """One event as found: `frame` None where the speaker's own auxiliaries made it."""

    place: Place
    turned: Turned
    frame: Frame | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    read: Read | None = None  # found by the event reader, no frame
    promise: tuple[int, ...] = ()  # the words of a promise to ask or to stand with somebody


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tree = Tree(reading)
        self.speakers = place_speakers(reading)
        self.chances = Chances(reading.acts)
        self.is_news = read_kind(Page(reading)).kind == "news"  # else whoever speaks acts by speaking

    def find(self) -> tuple[Event, ...]:
        acts: list[_Act] = []
        triggers: dict[int, str] = {}
        for word in self.tree.words:
            if word.upos not in _HEADS:
                continue
            act = self._act_at(word.index)
            if act is not None and act.place.carrier is not None and triggers.get(act.place.carrier):
                continue  # the verb told of it already ("sent aid")
            if act is not None:
                acts.append(act)
                triggers[act.place.i] = act.turned.category
        acts = self._with_read(acts)
        told = {a.place.i: a.turned.category for a in acts}
        acts = [a for a in acts if not self._is_retold(a, told)]
        acts.sort(key=lambda a: a.place.i)
        asking = {a.place.i: a.turned.category for a in acts if a.read is None and a.turned.category in _ASKING}
        kept = [a for a in acts if _stands_anyway(a) or not is_under(self.tree, a.place.i, asking)]
        return tuple(self._event(a) for a in kept)

    def _with_read(self, acts: list[_Act]) -> list[_Act]:
        """The acts and those that the event reader finds, in place of what our frames take their words for."""
        told = [(a, set(_trigger_words(self.tree, a))) for a in acts]
        own = {i for a, words in told if a.frame is not None and a.frame.own for i in words}
        promised = {i for a in acts if a.promise for i in (*a.promise, a.place.i)}
        read: list[_Act] = []
        for found in self.chances.find(self.tree, {i: a.turned.category for a, words in told for i in words}):
            if own & set(found.words) or self._is_surer(found, told):
                continue
            if found.category == "AGREE" and promised & set(found.words):
                continue
            act = self._read(found)
            if act is not None:
                told = [(a, words) for a, words in told if not words & set(found.words)]
                read.append(act)
        return [*(a for a, _ in told), *read]

    def _is_surer(self, found: Read, told: list[tuple[_Act, set[int]]]) -> bool:
        """Whether a frame that asks for the very object ("cut ties"), or for what is to come ("will retaliate"), goes
        before what the reader takes the words for: where it takes conflict for cooperation, or a verdict for less."""
        for act, words in told:
            if not words & set(found.words) or act.frame is None:
                continue
            if act.frame.cameo == _CONVICTED and plover.quad(found.category) == plover.quad(act.frame.category):
                return True
            if not any("obj=" in n or n == "future" for n in act.frame.needs):
                continue
            quads = (plover.quad(act.turned.category) or 0, plover.quad(found.category) or 0)
            if 0 < quads[1] < _CONFLICT <= quads[0]:
                return True
        return False

    def _is_retold(self, act: _Act, told: dict[int, str]) -> bool:
        """The attack in which those were killed of whom the verb tells, aid that is offered or suspended: one act."""
        tree, i = self.tree, act.place.i
        above = tree.words[i].head
        if act.turned.category == "AID" and tree.words[i].upos == "NOUN":
            near = [above, tree.words[above].head, *tree.children(i, "amod")]
            return any(told.get(j) in _OF_AID for j in near if j < i)
        under = tree.relation(i) == "obl" and above != i and tree.case(i) in _DURING
        return act.turned.category == "ASSAULT" and under and told.get(above) == "ASSAULT"

    def _read(self, found: Read) -> _Act | None:
        """An act that no frame tells: its sides where acts of its category have them."""
        tree, i = self.tree, found.i
        state = find_state(tree, i)
        denying = any(tree.words[j].text.lower() in NEGATIONS for j in found.words)  # "will not accept": a refusal
        negated = state.negated and not denying
        if (negated or state.supposed) and found.category not in _OF_WORDS:
            return None
        if negated and found.category in _WILLING:
            return None
        if denying and (is_undone(tree, i, state) or tree.is_one(i, own_words.NO_REFUSALS)):
            return None
        wanted = found.category == "REQUEST" and not tree.children(i, "mark")
        if self.is_news and wanted and is_standing(tree, i) and not self._is_own(i):
            return None
        if found.category in plover.ENDABLE and is_lifted(tree, i, found.category):
            return None
        if found.category == "SANCTION" and is_round_over(tree, i):
            return None
        if found.category == "REQUEST" and is_name_given(tree, i):
            return None
        frame = found.frame(tree)
        if found.category != "AGREE" and _is_talked_of(frame) and any(is_discussed(tree, j) for j in found.words):
            return None
        if is_unreal(tree, i) or (tree.is_one(i, WEIGHED) and found.category not in _OF_WORDS):
            return None
        if state.future and found.category in _STILL_TO_SAY and not denying:
            return None
        carrier = tree.words[i].head if frame.kind == "noun" and tree.relation(i) == "obj" else None
        recipients = recipients_of(tree, i, frame, carrier)
        if frame.kind == "noun":
            actors = self._owners(i) or (actors_of(tree, carrier) if carrier is not None else [])
        else:
            actors = actors_of(tree, i)
        speaker = self.speakers.get(i)
        others = bystanders(tree, i, found.category)
        actors = self._named("actor", found.words, actors, others)
        recipients = self._named("recipient", found.words, recipients)
        drawn = self._drawn(i, carrier, actors)
        actors, recipients = (drawn[0], drawn[1] or recipients) if drawn else (actors, recipients)
        recipients = [r for r in recipients if r not in actors]
        if found.category == "ACCUSE":
            recipients = recipients or judged_in(tree, i)
        recipients = recipients or self._marked(i, "T", actors)
        if found.category == "ASSAULT":
            recipients = recipients or self._victims(i)
        actors = actors or (
            [] if speaker is not None else self._marked(i, "S", {*recipients, *others}) or self._marked(i, "R", ())
        )
        actors = [a for a in actors if a not in recipients]
        if found.category == "ASSAULT":
            actors, recipients = self._on_each_other(i, actors, recipients)
        who = self._entities(actors)
        if not who and speaker is not None and found.category in _OF_WORDS:
            who = (speaker,)
        to_whom = self._entities(recipients)
        if not who and not (found.category in plover.AT_HAND and to_whom):
            return None
        place = Place(tree, i, state, speaker is not None, carrier, kind=found.kind(tree))
        announced = state.future and found.category == "RETREAT"
        turned = turn(frame, State(future=True), place.told) if announced else None
        turned = turned or Turned(found.category, None, plover.general_cameo(found.category))
        return _Act(place, turned, frame, who, to_whom, found)

    def _drawn(self, i: int, carrier: int | None, given: Collection[int]) -> tuple[list[int], list[int]] | None:
        """ "Drew criticism from Selvia": whoever stands behind "from" does what the noun names, to those whose deed
        drew it."""
        tree = self.tree
        verb = carrier if carrier is not None else tree.words[i].head if tree.relation(i) == "obj" else i
        if not tree.is_one(verb, _DRAWING) or tree.words[verb].upos != "VERB":
            return None
        nouns = [verb, *tree.objects(verb)]
        actors = [j for n in nouns for c in prepositional(tree, n, "from") for j in sides_in(tree, c)]
        return (actors, actors_of(tree, verb)) if actors and not set(actors) & set(given) else None

    def _named(self, side: Side, told: Collection[int], heads: list[int], but: Collection[int] = ()) -> list[int]:
        """A side as the tree has it, unless the event reader names another, none of `but`, and doubts the tree's."""
        read = self.chances.name_sides(self.tree, told, side, but)
        return read if read and (not heads or self.chances.doubts(told, side, heads)) else heads

    def _marked(self, i: int, side: str, but: Collection[int]) -> list[int]:
        """Whom the event reader marks as a side, in the sentence of word `i`: of several the nearest."""
        tree = self.tree
        near = [
            s for s in self.reading.sides if s.side == side and tree.words[s.first].sentence == tree.words[i].sentence
        ]
        near = [s for s in near if not any(s.first <= j < s.last for j in (*but, i))]
        if not near:
            return []
        best = min(near, key=lambda s: (min(abs(s.first - i), abs(s.last - 1 - i)), s.first))
        inside = range(best.first, best.last)
        told = [j for j in inside if tree.words[j].upos in ("NOUN", "PROPN", "PRON")]
        heads = [j for j in told if tree.words[j].head not in inside or tree.words[j].head == j]
        return [j for j in heads[:1] for j in tree.joined(j)]

    def _act_at(self, i: int) -> _Act | None:
        tree = self.tree
        state = find_state(tree, i)
        told = self.speakers.get(i) is not None
        place, frames = find_place(tree, i, state, told)
        judged = self._judged(place)
        if judged is not None:
            return judged
        frame = first_fit(place, frames) if frames else None
        if frame is not None and (
            is_unreal(tree, i)
            or (frame.category in plover.ENDABLE and is_lifted(tree, i, frame.category))
            or (frame.category == "SANCTION" and is_round_over(tree, i))
            or (_is_talked_of(frame) and is_discussed(tree, i))
        ):
            return None
        if frame is not None and not state.obliged:
            return self._promised(place, frame) or self._framed(place, frame)
        turned = own_words.read_words(tree, i, state, told)
        if turned is None:
            return None
        if turned.category == "REQUEST":
            speaker = self.speakers.get(i)
            actors: tuple[Entity, ...] = (speaker,) if speaker else ()
        else:
            actors = self._entities(actors_of(tree, i))
        recipients = self._entities(own_words.whom(tree, i, turned))
        return _Act(place, turned, None, actors, recipients) if actors else None

    def _judged(self, place: Place) -> _Act | None:
        """Somebody's act, condemned in passing by whoever speaks: a source, or the document itself."""
        found = find_judged(self.tree, place.i)
        if found is None:
            return None
        turned, owners = found
        speaker = self.speakers.get(place.i)
        own = nearest_first_person(self.tree, place.i)
        if speaker is None and own is not None:
            speaker = self.tree.entity(own)
        return _Act(place, turned, None, (speaker,), self._entities(owners)) if speaker else None

    def _framed(self, place: Place, frame: Frame) -> _Act | None:
        tree, i = self.tree, place.i
        if place.kind == "noun":
            return self._nominal(place, frame)
        turned = turn(frame, place.state, place.told)
        if turned is not None and turned.category == "AGREE" and place.state.future and is_hoped(tree, i):
            return None
        if _is_courtesy(tree, i):
            return None
        if turned is not None and self._is_offer_to_both(place, frame):
            turned = Turned("AGREE", None, plover.general_cameo("AGREE"), rule="proposed to both sides")
        if turned is not None and turned.category == "REJECT" and is_undone(tree, i, place.state):
            return None
        if turned is None or (self.is_news and is_standing(tree, i) and not self._is_own(i)):
            return None
        recipients = recipients_of(tree, i, frame, None)
        forceful = self._forceful(place, frame) if turned.category == "AGREE" else None
        if forceful is not None:
            turned, recipients = forceful
        if turned.category == "ASSAULT" and not recipients:
            recipients = self._victims(i)
        if turned.category == "ACCUSE":
            recipients = recipients or judged_in(tree, i)
            if "told" in frame.needs and "subj" in frame.recipient:
                return self._told_of(place, turned, frame, recipients)
        if place.kind == "adjective":
            actors = feelers_of(tree, i)
        else:
            actors = actors_of(tree, i) or [j for c in self._attacks_at(i) for j in self._owners(c)]
        return self._sided(place, turned, frame, [a for a in actors if a not in recipients], recipients)

    def _told_of(self, place: Place, turned: Turned, frame: Frame, recipients: list[int]) -> _Act | None:
        """ "Orvana broke the truce", in somebody's words: the speaker accuses whoever is said to have done it, unless
        the event reader has it from the word of saying already."""
        speaker = self.speakers.get(place.i)
        if any(self.chances.of([up], "ACCUSE") >= FIND for up in self.tree.path_up(place.i)):
            return None
        doers = self.tree.subjects(place.i)
        if place.kind == "verb" and not any(is_actor(self.tree, s) for s in doers):
            return None  # "the talks failed to"
        named = [r for r in recipients if self.tree.words[r].text.lower() not in FIRST]
        to_whom = self._entities(named)
        return _Act(place, turned, frame, (speaker,), to_whom) if speaker is not None and to_whom else None

    def _promised(self, place: Place, frame: Frame) -> _Act | None:
        """ "Will continue to urge Chile", "a commitment to stand with Chile": whoever promises to
        stand with somebody does."""
        tree = self.tree
        if frame.category != "AGREE" or "to" not in frame.needs or place.state.negated:
            return None
        for c in place.infinitives:
            while tree.is_one(c, _GOING_ON) and (inner := tree.children(c, "xcomp")):
                c = inner[0]
            inside, frames = find_place(tree, c, State(past=True), place.told)
            found = first_fit(inside, frames)
            if found is None or find_state(tree, c).negated or not is_done_by_saying(found):
                continue
            if self.chances.of(place.words, "AGREE") >= FIND and self.chances.of([c], found.category) < UNLIKELY:
                continue
            verb = place.i if place.carrier is None else place.carrier
            actors = actors_of(tree, verb) if frame.kind != "noun" or place.carrier is not None else []
            actors = actors or self._owners(place.i)
            turned = Turned(found.category, found.mode, found.cameo, rule="promised to be said, and so said")
            act = self._sided(inside, turned, found, actors, recipients_of(tree, c, found, None))
            return None if act is None else replace(act, promise=tuple(place.words))
        return None

    def _forceful(self, place: Place, frame: Frame) -> tuple[Turned, list[int]] | None:
        """ "vowed to keep fighting Israel", "vowed that it would wipe out the rebels": a threat, and at whom. What the
        event reader takes for an agreement is one."""
        if not {"to", "that"} & set(frame.needs) or self.chances.of(place.words, "AGREE") >= FIND:
            return None
        tree = self.tree
        ahead = place.infinitives if "to" in frame.needs else []
        ahead = ahead or [k for k in place.clauses if find_state(tree, k).future or _is_to_come(tree, k)]
        for c in (j for k in ahead for j in (k, *tree.children(k, "conj"))):
            c = self._main_act(c)
            act, frames = find_place(tree, c, find_state(tree, c), place.told)
            found = first_fit(act, frames) if act.kind == "verb" else None
            turned = turn(found, State(future=True), place.told) if found is not None else None
            if found is not None and turned is not None and turned.category == "THREATEN":
                return turned, recipients_of(tree, c, found, None)
        return None

    def _main_act(self, verb: int) -> int:
        """ "Keep fighting", "try all means to wipe out", "do everything to punish": what it comes to."""
        tree = self.tree
        for _ in range(_NESTED):
            inner = tree.children(verb, "xcomp") if tree.is_one(verb, _GOING_ON) else []
            if tree.is_one(verb, _STRIVING):
                inner = inner or [c for k in (verb, *tree.objects(verb)) for c in tree.children(k, "advcl", "acl")]
            inner = [c for c in inner if c > verb]
            if not inner:
                break
            verb = inner[0]
        return verb

    def _is_offer_to_both(self, place: Place, frame: Frame) -> bool:
        """ "Suggested the two sides meet again": not asked of another, but offered."""
        tree = self.tree
        if frame.category != "REQUEST" or not tree.is_one(place.i, _PROPOSING):
            return False
        heads = [*inner_subjects(tree, place.i), *place.objects]
        return any(
            tree.words[k].text.lower() in ("both", "two")
            for h in heads
            if lemmas_of(tree, [h]) & _OF_BOTH
            for k in tree.children(h, "det", "nummod", "amod", "compound")
        )

    def _victims(self, verb: int) -> list[int]:
        """ "exploded near a mosque, killing 20 people": whom the act did harm to."""
        tree = self.tree
        if tree.is_one(verb, _MUTUAL):
            return []  # each side lost some
        harm = [c for c in tree.children(verb, "advcl") if tree.is_one(c, _HARM) and c > verb]
        return [j for c in harm[:1] for o in tree.objects(c) if is_actor(tree, o) for j in tree.joined(o)]

    def _attacks_at(self, verb: int) -> list[int]:
        """ "were killed in an X air strike": the attacks in which somebody underwent what the verb says."""
        tree = self.tree
        if not is_passive(tree, verb):
            return []
        return [c for c in tree.children(verb, "obl") if tree.case(c) in _DURING and is_of_class(tree, [c], "fighting")]

    def _nominal(self, place: Place, frame: Frame) -> _Act | None:
        """An act named by a noun: the subject of its light verb does it, or whoever the noun's own phrases name."""
        tree, i = self.tree, place.i
        recipients = recipients_of(tree, i, frame, place.carrier)
        if place.carrier is not None and frame.light:
            state = find_state(tree, place.carrier)
            turned = turn(frame, state, place.told)
            actors = [a for a in actors_of(tree, place.carrier) if a not in recipients]
        else:
            if place.state.negated or self._is_supposed(i):
                return None
            turned = turn(frame, type(place.state)(), place.told)
            actors = [a for a in self._owners(i) if a not in recipients]
        drawn = self._drawn(i, place.carrier, actors)
        actors, recipients = (drawn[0], drawn[1] or recipients) if drawn else (actors, recipients)
        forceful = self._forceful(place, frame) if turned is not None and turned.category == "AGREE" else None
        if forceful is not None:
            turned, recipients = forceful[0], forceful[1] or recipients
        if turned is not None and turned.category == "ACCUSE" and not recipients:
            recipients = judged_in(tree, i)
        return self._sided(place, turned, frame, actors, recipients) if turned else None

    def _is_own(self, i: int) -> bool:
        """Said by the one who takes the stance: "we condemn"."""
        return any(self.tree.words[s].text.lower() in ("we", "i") for s in self.tree.subjects(i))

    def _owners(self, i: int) -> list[int]:
        """ "the attack by X", "X's attack", "the X attack"."""
        tree = self.tree
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

    def _is_supposed(self, i: int) -> bool:
        """What a noun names is no fact under a predicate that is supposed, denied or still to come."""
        tree = self.tree
        above = tree.clause(i)
        if above == i:
            return False
        state = find_state(tree, above)
        return state.supposed or state.negated or state.future or state.embedded

    def _sided(
        self, place: Place, turned: Turned, frame: Frame, actors: list[int], recipients: list[int]
    ) -> _Act | None:
        actors = self._named("actor", place.words, actors, bystanders(self.tree, place.i, turned.category))
        recipients = [r for r in recipients if r not in actors]
        if turned.category == "ASSAULT":
            actors, recipients = self._on_each_other(place.i, actors, recipients)
        who, to_whom = self._entities(actors), self._entities(recipients)
        by_law = turned.cameo in plover.BY_LAW and is_passive(self.tree, place.i)
        held = turned.category == "PROTEST" and place.kind == "noun"  # "protests continued in the capital"
        if not who and not held and not ((turned.category in plover.AT_HAND or by_law) and to_whom):
            return None
        if turned.category in plover.NEEDS_RECIPIENT and not to_whom:
            return None
        return _Act(place, turned, frame, who, to_whom)

    def _on_each_other(self, i: int, actors: list[int], recipients: list[int]) -> tuple[list[int], list[int]]:
        """ "Clashes between A and B", "A and B exchanged fire": each of them fights the other, so both are on both
        sides."""
        tree = self.tree
        above = tree.words[i].head
        near = (i, above) if tree.relation(i) == "nsubj" else (i,)  # "fighting erupted between A and B"
        both = [j for k in near for c in prepositional(tree, k, "between") for j in sides_in(tree, c)]
        if not both and not recipients and tree.is_one(i, _MUTUAL) and tree.lemma(i) != "fight":
            both = actors  # "A and B fought" beside each other, or each other
        return (both, both) if len(both) > 1 else (actors, recipients)

    def _entities(self, heads: list[int]) -> tuple[Entity, ...]:
        return tuple(self.tree.entity(j) for j in dict.fromkeys(heads))

    # ------------------------------------------------------------ rows

    def _event(self, act: _Act) -> Event:
        tree, i, turned = self.tree, act.place.i, act.turned
        carrier = act.place.carrier
        head = i if carrier is None else carrier
        words = set(tree.under(head, _LEAVE))
        span = tree.quote_words(words, i)
        blames = act.frame is not None and "on" in act.frame.needs  # "blamed the blast on Chile"
        wronged = self._entities(wronged_in(tree, words)) if turned.category == "ACCUSE" and not blames else ()
        first, last = min(i, head), max(i, head)
        if carrier is None:
            last = max([i, *(c for c in tree.children(i, "compound") if i < c <= i + 2)])
        if turned.category == "REJECT":
            first = self._denial(first)
        named = self.chances.list_named(tree, range(first, last + 1), bystanders(tree, i, turned.category))
        return Event(
            event=turned.category,
            trigger=quote(tree.text, tree.words[first].start, tree.words[last].end),
            evidence=(span,),
            actor=act.actors,
            recipient=tuple(e for e in act.recipients if e not in wronged),
            mode=(turned.mode,) if turned.mode else (),
            context=self._contexts.get(self.reading.sentences[tree.words[i].sentence].paragraph, ()),
            quad=plover.quad(turned.category),
            score=find_score(turned.category, turned.mode, turned.cameo),
            scores=chosen_table(),
            cameo=turned.cameo,
            aux=turned.aux,
            found_by=_found_by(act),
            why=_why(act),
            confidence=_confidence(act),
            named=tuple(n for n in named if n.side == "actor" or n.entity not in wronged),
            wronged=wronged,
        )

    def _denial(self, first: int) -> int:
        """The word that denies, close before a verb: it is "will not" that refuses."""
        tree = self.tree
        before = [j for j in tree.children(first, "advmod", "aux") if first - _CLOSE <= j < first]
        return min((j for j in before if tree.words[j].text.lower() in NEGATIONS), default=first)

    @cached_property
    def _contexts(self) -> dict[int, tuple[str, ...]]:
        """What each paragraph is about."""
        lists: dict[int, list[str]] = {}
        for s in self.reading.sentences:
            lists.setdefault(s.paragraph, []).extend(w.text.lower() for w in self.tree.words[s.first : s.last])
        return {paragraph: plover.contexts(words) for paragraph, words in lists.items()}


def _is_to_come(tree: Tree, i: int) -> bool:
    """ "Vowed that it would"."""
    return any(tree.words[c].text.lower() in ("would", "will") for c in tree.children(i, "aux"))


def _stands_anyway(act: _Act) -> bool:
    """Told as done, whatever the clause around asks for: condemned by a word beside it, or what another refuses to do
    for whoever asked ("refused the government's demand")."""
    asked = act.frame is not None and act.frame.kind == "noun" and act.turned.category == "REQUEST"
    return asked or (act.frame is None and act.turned.category == "ACCUSE")


def _is_courtesy(tree: Tree, i: int) -> bool:
    """ "Thank you, Mr. President": how speeches begin and end."""
    if tree.lemma(i) != "thank" or tree.subjects(i) or prepositional(tree, i, "for"):
        return False
    return any(tree.words[o].text.lower() == "you" for o in tree.objects(i)) and not tree.children(i, "advcl", "xcomp")


def _is_talked_of(frame: Frame) -> bool:
    """Of a kind that is no act where it is discussed: backing and commitments; aid that is to be given."""
    if frame.category in ("AID", "COOPERATE"):
        return frame.kind == "verb"
    return frame.category in ("AGREE", "SUPPORT")


def _trigger_words(tree: Tree, act: _Act) -> list[int]:
    """The words that say it: the predicate, and the noun or verb that it comes with."""
    i = act.place.i
    return [*act.place.words, *(c for c in tree.children(i, "compound", "fixed") if i < c <= i + 2)]


def _found_by(act: _Act) -> FoundBy:
    if act.read is not None:
        return "read"
    if act.frame is None and act.turned.category != "ACCUSE":
        return "words"
    if act.frame is None:
        return "frame"
    return "own frame" if act.frame.own else "frame"


def _why(act: _Act) -> str:
    if act.read is not None:
        near = f", nearest frame {act.read.like}" if act.read.like else ""
        rule = f": {act.turned.rule}" if act.turned.rule else ""
        return f"read as {act.read.category} ({act.read.chance:.2f}{near}){rule}"
    own = act.frame is not None and act.frame.own
    source = f"{'your ' if own else ''}frame {act.frame.name}" if act.frame else "the speaker's own words"
    return f"{source}: {act.turned.rule}" if act.turned.rule else source


def _confidence(act: _Act) -> float:
    """By how direct the reading is; `settle.weighing` has the last word where an event reader has read the report."""
    if act.read is not None:
        return act.read.chance
    if act.frame is None:
        return 0.45
    base = {"verb": 0.7, "adjective": 0.65, "noun": 0.5 if act.place.carrier is None else 0.65}[act.frame.kind]
    return base if act.recipients else base - 0.1
