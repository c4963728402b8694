"""Events told twice, and events that others absorb."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.scores import find_score
from dragoman.records import Event, Reading, Span
from dragoman.settle.history import is_history
from dragoman.settle.retold import fuller_date, join_words
from dragoman.settle.sides import keys_of

_SAME: Final = 0.5  # shared words of two tellings of one act


_STATE: Final = 3  # letters of a state's code
_EXERCISE: Final = re.compile(
    r"\b(?:joint|combined|common)\b[^.;]{0,40}?\b(?:exercises?|drills?|man(?:oeuvr|euv)ers?|manoeuvres?|war ?games)\b",
    re.IGNORECASE,
)
_TRIPS: Final = frozenset("travel visit fly go head come conclude".split())


def settle_events(reading: Reading, told: tuple[Event, ...], made: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each act once, in reading order.

    Args:
        told: what the extractor found.
        made: the events that meetings are; an act told of the same meeting gives way to them.
    """
    told = tuple(_as_joint(_as_promise(_as_history(e, reading.report.published))) for e in told)
    kept: list[Event] = list(made)
    for event in told:
        if not _says_who(event) or _is_absorbed(reading, event, told, made):
            continue
        twin = next((k for k, other in enumerate(kept) if _are_one(other, event)), None)
        if twin is None:
            twin = next((k for k, other in enumerate(kept) if _leads_to(reading, event, other)), None)
            if twin is None:
                kept.append(event)
            else:
                kept[twin] = replace(kept[twin], evidence=join_words(kept[twin], event))
        elif kept[twin].meeting is None:
            kept[twin] = _join(kept[twin], event)
    return tuple(sorted(kept, key=lambda e: (e.trigger.start, e.trigger.end, e.event)))


def _as_history(event: Event, published: date | None) -> Event:
    if "historical" in event.aux or not is_history(event.date, published):
        return event
    return replace(event, aux=("historical", *event.aux))


def _as_promise(event: Event) -> Event:
    """A visit or talks told in the present of a day to come: future CONSULT is AGREE (PLOVER)."""
    if event.event != "CONSULT" or "future" not in event.aux:
        return event
    return _recode(event, "AGREE", plover.general_cameo("AGREE"))


def _as_joint(event: Event) -> Event:
    """An exercise that forces of several states hold is COOPERATE between them, one yet to come AGREE; a single state's
    is MOBILIZE."""
    states = {e.code for e in event.actor if e.code and len(e.code) == _STATE}
    moved = event.event in ("MOBILIZE", "ASSAULT", "COOPERATE")
    if (
        not moved
        or len(states) < 2
        or not any(_EXERCISE.search(t) for t in (event.trigger.text, event.evidence[0].text))
    ):
        return event
    category, cameo = ("AGREE", plover.JOINING) if "future" in event.aux else ("COOPERATE", "062")
    return replace(_recode(event, category, cameo), recipient=())


def _recode(event: Event, category: str, cameo: str | None) -> Event:
    """The event as one of another category: of no mode yet, and told as what it is now."""
    return replace(
        event,
        event=category,
        mode=(),
        aux=tuple(a for a in event.aux if a != "future"),
        quad=plover.quad(category),
        score=find_score(category, None, cameo),
        cameo=cameo,
    )


def _says_who(event: Event) -> bool:
    """Somebody did it; or it was done to somebody known by hands that are not."""
    at_hand = event.event in plover.AT_HAND or event.cameo in plover.BY_LAW
    return bool(event.actor) or (at_hand and any(e.code for e in event.recipient))


def _is_absorbed(reading: Reading, event: Event, told: tuple[Event, ...], made: tuple[Event, ...]) -> bool:
    """MOBILIZE inside ASSAULT is not coded: the moves are part of the fighting told in the same sentence. What the
    event reader alone found gives way to a frame's act, or to a meeting, that rests on the same words."""
    if event.event == "MOBILIZE" and any(
        other.event == "ASSAULT"
        and keys_of(other.actor) & keys_of(event.actor)
        and _are_together(reading, other, event)
        for other in told
    ):
        return True
    if event.found_by == "read":
        return any(
            (other.event == event.event or (_is_ahead(other) and _is_gathering(reading, event)))
            and (other.meeting is not None or other.found_by != "read")
            and _are_together(reading, other, event)
            and _overlap(other, event)
            and (_acting(other) & keys_of(event.actor) or not event.actor or not other.actor)
            for other in (*told, *made)
        )
    return False


def _acting(event: Event) -> set[tuple[str | None, str]]:
    """Who may be told as the one who acts: of a meeting, whoever is at it."""
    return keys_of(event.actor) | (keys_of(event.recipient) if event.meeting is not None else set())


def _is_ahead(event: Event) -> bool:
    """A meeting that is yet to come."""
    return event.event == "AGREE" and event.meeting is not None


def _is_gathering(reading: Reading, event: Event) -> bool:
    """ "The summit"; "discussed trade and agreed to meet again" tells of talks that were held, too."""
    words = [w for w in reading.words if event.trigger.start <= w.start < event.trigger.end]
    return event.event == "CONSULT" and not any(w.upos == "VERB" for w in words)


def _are_one(one: Event, other: Event) -> bool:
    if one.event != other.event or set(one.aux) - {"historical"} != set(other.aux) - {"historical"}:
        return False
    if one.meeting is not None:  # the act of meeting, told by the extractor too; the trip to it is an act of its own
        if one.event == "AGREE" and _is_trip(other):
            return False
        if _is_talk_of(one, other):
            return True
        return _overlap(one, other) and bool(keys_of(one.actor) & (keys_of(other.actor) | keys_of(other.recipient)))
    if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end:
        return True
    if _is_in_passing(one) and _is_in_passing(other):  # the same wrong, condemned in passing again and again
        return _have_same_sides(one, other)
    if not _have_same_sides(one, other):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if one.date and other.date and one.date.start != other.date.start:
        return False
    return any(_alike(a, b) for a in one.evidence for b in other.evidence)


def _is_trip(event: Event) -> bool:
    return event.predicate is not None and event.predicate.split()[0] in _TRIPS


def _is_in_passing(event: Event) -> bool:
    """An accusation that no frame makes: "Orvana's unprovoked war", in whoever's words."""
    return event.event == "ACCUSE" and event.found_by == "frame" and event.predicate is None


def _leads_to(reading: Reading, event: Event, meeting: Event) -> bool:
    """ "Will travel to Chile, where she will meet the president": the trip and the talks are one promise."""
    if meeting.meeting is None or not event.event == meeting.event == "AGREE" or not _is_trip(event):
        return False
    return _are_together(reading, meeting, event) and _have_same_sides(event, meeting)


def _are_together(reading: Reading, one: Event, other: Event) -> bool:
    """Told in one sentence."""
    return reading.sentence_at(one.trigger.start) == reading.sentence_at(other.trigger.start)


def _have_same_sides(one: Event, other: Event) -> bool:
    return keys_of(one.actor) == keys_of(other.actor) and keys_of(one.recipient) == keys_of(other.recipient)


def _is_talk_of(meeting: Event, other: Event) -> bool:
    """ "They exchanged views on X": what those do who met on that day."""
    if other.event != "CONSULT" or len(other.actor) < 2 or not meeting.date or not other.date:
        return False
    sides = keys_of(meeting.actor) | keys_of(meeting.recipient)
    return meeting.date.start == other.date.start and keys_of(other.actor) == sides


def _overlap(one: Event, other: Event) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _alike(a: Span, b: Span) -> bool:
    x, y = set(a.text.lower().split()), set(b.text.lower().split())
    return len(x & y) / max(min(len(x), len(y)), 1) >= _SAME


def _join(one: Event, other: Event) -> Event:
    """The fuller telling, with the words of both."""
    best, rest = (
        (one, other)
        if (len(one.recipient), one.confidence) >= (len(other.recipient), other.confidence)
        else (other, one)
    )
    return replace(
        best,
        evidence=join_words(best, rest),
        date=fuller_date(best.date, rest.date),
        place=best.place or rest.place,
        confidence=max(one.confidence, other.confidence),
    )
