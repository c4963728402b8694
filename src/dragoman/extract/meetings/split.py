"""One verb that tells of two meetings, each with a place or day of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree, is_time
from dragoman.records import Offsets, Place, When, Word

_PAIR: Final = 2


def split_meeting(tree: Tree, told: Told) -> list[Told]:
    """ "Met A in Orvana on Friday and B in Selvia on Saturday": two meetings, each with a place or day of its own."""
    others = sorted(h for h, role in told.sides.items() if role in ("party", "guest") and h > told.trigger)
    if len(others) != _PAIR or told.kind is not None or told.apart:
        return [told]
    first, second = others
    last = tree.reading.sentences[tree.words[told.trigger].sentence].last
    until = next((w.index for w in tree.words[second:last] if w.upos == "VERB"), last)
    own = [_settings_in(tree, told, first, second), _settings_in(tree, told, second, until)]
    if not all(places or times for places, times in own) or bool(own[0][0]) != bool(own[1][0]):
        return [told]
    out = []
    for whom, other, (places, times) in ((first, second, own[0]), (second, first, own[1])):
        sides = {h: r for h, r in told.sides.items() if h != other}
        when = When(None, None, tree.text[slice(*times[0])], times[0]) if times else None
        place = Place(tree.text[slice(*places[0])], places[0]) if places else None
        words = [*tree.phrase_words(whom), *(w.index for w in tree.words[first:until] if _is_in(w, [*places, *times]))]
        evidence = tree.quote_words([told.trigger, *words], told.trigger)
        out.append(replace(told, sides=sides, when=when, place=place, venue=None, evidence=evidence))
    return out


def _settings_in(tree: Tree, told: Told, first: int, last: int) -> tuple[list[Offsets], list[Offsets]]:
    """The places and times told between two words."""
    start, end = tree.words[first].end, tree.words[last - 1].end
    places = [
        (n.start, n.end)
        for n in tree.reading.names
        if n.kind == "LOC" and start <= n.start and n.end <= end and tree.words[n.first - 1].text in ("in", "at")
    ]
    carriers = {told.trigger, *told.sides, *(w.index for w in tree.words[first:last])}
    times = [t for c in carriers for t in tree.times(c) if start <= t[0] and t[1] <= end]
    loose = [
        w.index for w in tree.words[first:last] if w.deprel == "orphan" and is_time(w)
    ]  # "and B in June in Selvia"
    times += [tree.phrase(i, leave=("case",)) for i in loose]
    return places, sorted(set(times))


def _is_in(word: Word, spans: list[Offsets]) -> bool:
    return any(a <= word.start < b for a, b in spans)
