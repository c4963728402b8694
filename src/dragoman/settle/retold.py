"""The same act told again: the words of a less sure telling join those of the surer one.

A report comes back to what its first lines tell, in other words and with one side left out. Told so, an act is coded
once, and both places are its evidence (PLOVER; a second act of the same sides is told as surely as the first).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Event, Reading, Span, When
from dragoman.settle.sides import keys_of

MOST_SPANS: Final = 4  # places that one act rests on
APART: Final = 0.40  # confidence from which a second row of the same sides is another act
BESIDE: Final = 0.55  # the same within one sentence, which seldom tells two
ASIDE: Final = 0.75  # the same of a visit told of already, where it is named in passing
_VISITS: Final = ("visit", "visits", "trip", "trips", "tour")
_IN_PASSING: Final = re.compile(r"\b(?:during|after|following|on|in)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_AGAIN: Final = re.compile(r"\b(?:the|this|his|her|its|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_JUST_TOLD: Final = (1, 2)  # sentences from the first telling to the noun
_TOLD: Final = 0.10  # what is less sure than that is no telling of anything


def join_retold(reading: Reading, events: Sequence[Event], least: float) -> list[Event]:
    """`events` in their order, without those that tell again what a surer one of them tells.

    Args:
        events: with their confidence. Events of a user's own frames neither join nor are joined.
        least: confidence below which an event is not told, so that nothing joins it.
    """
    kept: dict[int, Event] = {}
    for index in sorted(range(len(events)), key=lambda i: (-events[i].confidence, events[i].trigger.start)):
        event = events[index]
        surer = next((i for i, one in kept.items() if one.confidence >= least and _tells(reading, one, event)), None)
        if surer is None:
            kept[index] = event
        else:
            kept[surer] = _add(kept[surer], event)
    return [kept[i] for i in sorted(kept)]


def _tells(reading: Reading, one: Event, again: Event) -> bool:
    """Whether a surer event is what another tells again: the sides of one are among those of the other."""
    if _is_trip_ahead(reading, one, again):
        return True
    if one.event != again.event or "own frame" in (one.found_by, again.found_by):
        return False
    if set(one.aux) - {"historical"} != set(again.aux) - {"historical"}:
        return False
    if _is_named_again(reading, one, again):
        return True
    if _is_headlined(reading, one, again):
        return True
    if not _within(one, again):
        return False
    if _is_sentence(reading, one, again):
        return True
    if _are_two_meetings(one, again):
        return False
    together = reading.sentence_at(one.trigger.start) == reading.sentence_at(again.trigger.start)
    least = ASIDE if _is_aside(reading, one, again) else BESIDE if together else APART
    return _TOLD <= again.confidence < least


def _is_named_again(reading: Reading, one: Event, again: Event) -> bool:
    """ "Denmark expelled four Iranians. The expulsion of the four, announced by": the noun with its article tells again
    what a sentence before told, whoever is named beside it; not what is dated to another day."""
    words = [w for w in reading.words if again.trigger.start <= w.start < again.trigger.end]
    if len(words) != 1 or words[0].upos != "NOUN" or one.meeting is not None or again.meeting is not None:
        return False
    between = reading.sentence_at(again.trigger.start) - reading.sentence_at(one.trigger.start)
    if between not in _JUST_TOLD or not _AGAIN.search(reading.report.text[: again.trigger.start]):
        return False
    dates = [e.date for e in (one, again) if e.date is not None and e.date.basis == "stated"]
    stated = [d.start for d in dates if d.start == d.end]
    codes = {e.code for e in (*again.actor, *again.recipient) if e.code}
    known = {e.code for e in (*one.actor, *one.recipient)}
    return len(set(stated)) < 2 and codes <= known and (not one.mode or one.mode == again.mode)


def _is_sentence(reading: Reading, one: Event, again: Event) -> bool:
    """ "Convicted him of murder and sentenced him to ten years": one verdict."""
    judged = one.mode == again.mode == ("convict",)
    return judged and reading.sentence_at(one.trigger.start) == reading.sentence_at(again.trigger.start)


def _is_headlined(reading: Reading, one: Event, again: Event) -> bool:
    """The headline of what the first sentence tells, in other words and with fewer names."""
    if not one.mode or one.mode != again.mode or one.meeting is not None or again.meeting is not None:
        return False
    head, body = sorted((one, again), key=lambda e: e.trigger.start)
    if not _is_headline(reading, head, body):
        return False
    acting = {e.code for e in head.actor if e.code} & {e.code for e in body.actor}
    return bool(acting) and {e.code for e in head.recipient} <= {e.code for e in body.recipient}


def _is_headline(reading: Reading, head: Event, body: Event) -> bool:
    """Whether the one stands in the headline, the other in the first sentence under it."""
    first, second = reading.sentence_at(head.trigger.start), reading.sentence_at(body.trigger.start)
    if (first, second) != (0, 1) or reading.sentences[0].paragraph == reading.sentences[1].paragraph:
        return False
    line = reading.sentences[0]
    return not reading.report.text[line.start : line.end].rstrip().endswith((".", "?", "!", ":"))


def _is_trip_ahead(reading: Reading, one: Event, again: Event) -> bool:
    """ "Merkel heads to Ankara", over "will travel to Turkey on Friday": a headline's present, of a trip to come."""
    if (one.event, again.event) != ("AGREE", "CONSULT") or again.meeting is not None or again.mode != ("visit",):
        return False
    if not again.trigger.text.endswith("s") or not _is_headline(reading, again, one):
        return False
    return bool({e.code for e in one.actor if e.code} & {e.code for e in again.actor})


def _is_aside(reading: Reading, one: Event, again: Event) -> bool:
    """ "During her visit to Quito", where it is told already that she travelled there."""
    if again.event != "CONSULT" or one.meeting is not None or again.trigger.text.lower() not in _VISITS:
        return False
    if one.date and again.date and again.date.basis == "stated" and one.date.start != again.date.start:
        return False
    return _IN_PASSING.search(reading.report.text[: again.trigger.start]) is not None


def _are_two_meetings(one: Event, other: Event) -> bool:
    """Meetings of two days are two events, however unsure one of them is: each names its own."""
    if one.meeting is None or other.meeting is None or one.date is None or other.date is None:
        return False
    return one.date.start != other.date.start


def _within(one: Event, other: Event) -> bool:
    actor, recipient = keys_of(one.actor), keys_of(one.recipient)
    actors, recipients = keys_of(other.actor), keys_of(other.recipient)
    return (actors <= actor and recipients <= recipient) or (actor <= actors and recipient <= recipients)


def _add(one: Event, again: Event) -> Event:
    date = fuller_date(one.date, again.date)
    return replace(one, evidence=join_words(one, again), date=date, place=one.place or again.place)


def join_words(one: Event, again: Event) -> tuple[Span, ...]:
    """The evidence of two tellings of one act, the first one's first."""
    return (*one.evidence, *(s for s in again.evidence if s not in one.evidence))[:MOST_SPANS]


def fuller_date(one: When | None, other: When | None) -> When | None:
    """The date of two tellings: a stated one before one that is inferred."""
    return one if one and one.basis == "stated" else other or one
