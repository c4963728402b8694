"""Places of rows: which phrase says where it happened, and which place of the gazetteer it names.

A place is taken only from words that locate: a name under "in", "at", "near", "aboard" on the act's own
clause, or "here" with a dateline. A capital that acts ("Moscow said") is nobody's place. What the
gazetteer does not hold keeps its name and stays without coordinates.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from dragoman.codebook import places
from dragoman.codebook.places import Spot
from dragoman.records import Event, Meeting, Name, Offsets, Place, Reading, Rows, Span, Statement, Word
from dragoman.resolve.clauses import Syntax

_LOCATIVE: Final = frozenset(("in", "at", "near", "outside", "inside", "aboard", "within"))
_GENERIC: Final = frozenset(
    """city town village capital resort port suburb district province region state island camp area neighborhood
    neighbourhood municipality county peninsula territory enclave""".split()
)
_TRAVEL: Final = frozenset("visit trip travel arrive fly return tour journey go come head".split())
_ROOMS: Final = frozenset(
    """hotel palace residence headquarters office embassy airport base venue building center centre villa castle mansion
    house compound ministry academy university mosque church hall club estate ranch session summit conference""".split()
)
_BY_WORDS: Final = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
_REACH: Final = 2.6
_OWN_CLAUSE: Final = 2.0
_TAIL: Final = re.compile(
    r",\s((?:[A-Z][a-z]{1,5}\.(?!\s[a-z])|[A-Z]\.[A-Z]\.|[A-Z]{2}\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))", re.ASCII
)
_SHIP: Final = re.compile(
    r"\b(?:on board|aboard)\s((?:a|an|the)?\s?[\w'’ -]{0,40}?(?:ship|vessel|yacht|frigate|carrier|train|plane))\b"
)
_DATELINE: Final = re.compile(
    r"\s*((?:[A-Z][A-Z.'’-]+)(?:[ /-][A-Z][A-Z.'’-]+){0,3})(?:,\s[A-Z][\w. ]{1,25})?[,\s]+(?:\(|--|-|–|—|:"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
)


@dataclass(frozen=True, slots=True)
class Locative:
    """A phrase that locates: its name in the text, the word that heads it, and what it is."""

    start: int
    end: int
    head: int
    spot: Spot | None
    facility: bool


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
        self.syntax = Syntax.of(reading)
        self.countries = self._countries()
        self.locatives = self._find_locatives()
        self.dateline = self._find_dateline()

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
            end = self._tail(span[1])
            if end != span[1]:
                name, span = self.text[span[0] : end], (span[0], end)
        spot = places.choose_place(name, self.countries)
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
        rooms = [i for i in above if self.syntax.words[i].lemma in _ROOMS or self.syntax.words[i].lemma in _GENERIC]
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

    def _find_locatives(self) -> list[Locative]:
        found: list[Locative] = []
        for w in self.syntax.words:
            if w.upos not in ("PROPN", "NOUN"):
                continue
            if not self._is_located(w):
                continue
            named = w.index
            if w.lemma in _GENERIC or w.text.lower() in _GENERIC:  # "in the rebel-held city of Goma"
                below = self.syntax.child(w.index, ("nmod", "appos", "flat", "compound"))
                named = next((b.index for b in below if b.upos == "PROPN"), w.index)
            span = self._name_around(named)
            if span is None:
                continue
            (start, end), kind = span
            spot = places.choose_place(self.text[start:end], self.countries)
            if spot is None and kind not in ("LOC", "FAC"):
                continue
            facility = kind == "FAC" or (spot is not None and spot.kind == "venue")
            found.append(Locative(start, end, w.index, spot, facility))
        return found

    def _is_located(self, word: Word) -> bool:
        """Whether a preposition of place, or a verb or noun of travel, makes the word say where."""
        inside = next((n for n in self.reading.names if n.first <= word.index < n.last), None)
        cases = [c for c in self.syntax.child(word.index, ("case",)) if c.start < word.start]
        if inside is not None:  # "in" of "Council of the Revolution in Orvana" belongs to the name
            cases = [c for c in cases if c.start < inside.start]
        if any(c.text.lower() in _LOCATIVE for c in cases):
            return True
        governor = self.syntax.words[word.head].lemma
        if word.deprel == "obj":
            return governor in ("visit", "tour")
        return any(c.text.lower() == "to" for c in cases) and governor in _TRAVEL

    def _name_around(self, head: int) -> tuple[Offsets, str] | None:
        """The name that the word stands in, without its article, with the state after its comma; and its kind."""
        word = self.syntax.words[head]
        name: Name | None = next((n for n in self.reading.names if n.first <= head < n.last), None)
        if name is not None and name.kind in ("PER", "NORP", "DOC"):
            if not places.find_places(self.text[name.start : name.end]):
                return None
            name = None
        if name is not None:
            start, end, kind = name.start, name.end, name.kind
            # a longer run of capitals around it may be the gazetteer's own name
            wide = self._capitals(head)
            if wide and wide != (start, end) and places.find_places(self.text[slice(*wide)]):
                start, end = wide
        else:
            run = self._capitals(head)
            if run is None or not places.find_places(self.text[slice(*run)]):
                return None
            (start, end), kind = run, "LOC"
        if self.text[start : start + 4].lower() == "the ":
            start += 4
        if start >= end or (word.start >= end and kind != "LOC"):
            return None
        return (start, self._tail(end)), kind

    def _capitals(self, head: int) -> Offsets | None:
        """The run of capitalised words around a word."""
        words = self.syntax.words
        if not words[head].text[:1].isupper():
            return None
        sentence = self.reading.sentences[words[head].sentence]
        first, last = head, head
        while first > sentence.first and (words[first - 1].text[:1].isupper() or words[first - 1].text == "-"):
            first -= 1
        while last + 1 < sentence.last and (words[last + 1].text[:1].isupper() or words[last + 1].text == "-"):
            last += 1
        return words[first].start, words[last].end

    def _tail(self, end: int) -> int:
        """Where the name ends with the state or country that a comma adds to it."""
        tail = _TAIL.match(self.text, end)
        if tail and (places.find_us_state(tail[1]) or any(s.kind == "country" for s in places.find_places(tail[1]))):
            return tail.end()
        return end

    def _countries(self) -> tuple[str, ...]:
        """The states that the report's place names lie in beyond doubt, most named first."""
        counts: Counter[str] = Counter()
        for name in self.reading.names:
            if name.kind in ("LOC", "FAC"):
                spots = places.find_places(self.text[name.start : name.end])
                if spots and spots[0].country and (len(spots) == 1 or spots[0].kind in ("capital", "country")):
                    counts[spots[0].country] += 1
        return tuple(c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _find_dateline(self) -> Place | None:
        """The place that the report was sent from: in capitals before its date or agency."""
        match = _DATELINE.match(self.text)
        spot = places.choose_place(match[1], self.countries) if match else None
        if not match or not spot:
            return None
        return Place(match[1].title(), match.span(1), spot.country, spot.lat, spot.lon, spot.geonameid)
