"""Places of rows: which phrase says where it happened, and which place of the gazetteer it names.

`locatives.py` finds the phrases. A capital that acts ("Moscow said") is nobody's place. What the gazetteer does not
hold keeps its name and stays without coordinates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.records import Event, Meeting, Place, Reading, Rows, Span, Statement
from dragoman.resolve.where.locatives import GENERIC, ROOMS, Locative, Phrases

_BY_WORDS: Final = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
_REACH: Final = 2.6
_OWN_CLAUSE: Final = 2.0
_SHIP: Final = re.compile(
    r"\b(?:on board|aboard)\s((?:a|an|the)?\s?[\w'’ -]{0,40}?(?:ship|vessel|yacht|frigate|carrier|train|plane))\b"
)


def resolve_where(reading: Reading, rows: Rows) -> Rows:
    """`rows` with their places worked out, and places found for events and meetings that have none."""
    placing = _Placing(reading)
    return replace(
        rows,
        events=tuple(placing.place_event(e) for e in rows.events),
        meetings=tuple(placing.place_told(placing.place_meeting(m), rows.statements) for m in rows.meetings),
    )


class _Placing:
    """One report's locating phrases."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.reading = reading
        self.phrases = Phrases(reading)
        self.syntax = self.phrases.syntax
        self.locatives = self.phrases.found
        self.dateline = self.phrases.dateline

    # ------------------------------------------------------------ the rows

    def place_event(self, row: Event) -> Event:
        if row.meeting is not None:
            return row
        if row.place:
            return replace(row, place=self._resolve(row.place))
        reach = _OWN_CLAUSE if row.event in _BY_WORDS else _REACH
        found = self._governing(row.trigger, row.evidence, reach)
        if found:
            return replace(row, place=self._as_place(found[0]))
        return replace(row, place=self._here(row.trigger))

    def place_meeting(self, row: Meeting) -> Meeting:
        if row.place:
            return replace(row, place=self._resolve(row.place))
        if not row.evidence or row.medium in ("phone", "video"):
            return row
        found = self._governing(row.evidence[0], row.evidence, _REACH)
        if not found:
            ship = _SHIP.search(self.text, row.evidence[0].start, row.evidence[0].end)
            if ship:
                return replace(row, place=Place(ship[1].strip(), ship.span(1)), venue=row.venue or ship[1].strip())
            happened = row.status in ("held", "under way")
            return replace(row, place=self._here(row.evidence[0]) or (self.dateline if happened else None))
        town = next((f for f in found if not f.facility), None)
        facility = next((f for f in found if f.facility), None)
        venue = row.venue or (self.text[facility.start : facility.end] if facility else None)
        return replace(row, place=self._as_place(town or found[0]), venue=venue)

    def place_told(self, row: Meeting, statements: tuple[Statement, ...]) -> Meeting:
        """A meeting still without a place takes the venue that a participant names right after it.

        A statement dated by the meeting itself ("tweeted after his meeting") shares the meeting's time words.
        """
        if row.when is None or row.when.span is None or (row.place and row.place != self.dateline):
            return row
        for s in statements:
            if s.date and s.date.basis == "inferred" and s.date.span == row.when.span:
                inside = [f for f in self.locatives if any(c.start <= f.start < c.end for c in s.content)]
                venues = [f for f in inside if f.facility]
                if venues:
                    name = self.text[venues[0].start : venues[0].end]
                    return replace(row, place=self._as_place(venues[0]), venue=row.venue or name)
        return row

    # ------------------------------------------------------------ one place

    def _resolve(self, place: Place) -> Place:
        """The place that an extractor named, with the state or country after its comma, looked up."""
        name, span = place.name, place.span
        if span and self.text[slice(*span)] == name:
            end = self.phrases.end_of(span[1])
            if end != span[1]:
                name, span = self.text[span[0] : end], (span[0], end)
        spot = self.phrases.look_up(name, span)
        if spot is None:
            return replace(place, name=name, span=span)
        return Place(name, span, place.country or spot.country, spot.lat, spot.lon, spot.geonameid)

    def _as_place(self, found: Locative) -> Place:
        span = (found.start, found.end)
        spot = found.spot
        if spot is None:
            return Place(self.text[slice(*span)], span)
        return Place(self.text[slice(*span)], span, spot.country, spot.lat, spot.lon, spot.geonameid)

    def _here(self, anchor: Span) -> Place | None:
        """The dateline's place for a clause that says "here"."""
        if self.dateline is None:
            return None
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return None
        sentence = self.reading.sentences[self.syntax.words[top].sentence]
        for w in self.syntax.words[sentence.first : sentence.last]:
            if w.text == "here" and self.syntax.distance(top, w.index) <= _OWN_CLAUSE:
                return self.dateline
        return None

    # ------------------------------------------------------------ phrases

    def _governing(self, anchor: Span, evidence: tuple[Span, ...], reach: float) -> list[Locative]:
        """The locating phrases that the tree brings nearest to the head of `anchor`, nearest first.

        After the nearest come those it is itself placed by ("at the academy in Arlington").
        """
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return []
        ranked = []
        for found in self.locatives:
            if abs(found.start - anchor.start) > 2000:
                continue
            cost = self._cost(top, found.head)
            if cost <= reach:
                ranked.append((cost, abs(found.start - anchor.start), found))
        ranked.sort(key=lambda r: r[:2])
        if not ranked:
            return self._inside(evidence, top) if reach > _OWN_CLAUSE else []
        nearest = ranked[0][2]
        also = [f for f in self.locatives if f is not nearest and nearest.head in self.syntax.path_up(f.head)[1:3]]
        return [nearest, *also]

    def _cost(self, top: int, head: int) -> float:
        """As the tree counts it, but for rooms and towns between ("at a hotel in Geneva"), which are no distance."""
        cost = self.syntax.distance(top, head)
        above = self.syntax.path_up(head)[1:4]
        rooms = [i for i in above if self.syntax.words[i].lemma in ROOMS or self.syntax.words[i].lemma in GENERIC]
        return cost - 2.5 * len(rooms) if cost < 9 else cost

    def _inside(self, evidence: tuple[Span, ...], top: int) -> list[Locative]:
        """The first town or venue in the evidence, or the only one in the sentence, where the tree gave none.

        The tree often hangs "in Doha" on the nearest noun; states are too wide to be read so.
        """
        found = [f for f in self.locatives if any(e.start <= f.start and f.end <= e.end for e in evidence)]
        narrow = [f for f in found if f.spot is None or f.spot.kind in ("capital", "city", "venue")]
        if narrow:
            return narrow[:1]
        sentence = self.syntax.words[top].sentence
        around = [f for f in self.locatives if self.syntax.words[f.head].sentence == sentence and f.head > top]
        around = [f for f in around if f.spot is not None and f.spot.kind in ("capital", "city", "venue")]
        return around if len(around) == 1 else []
