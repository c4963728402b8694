"""Places of rows: which phrase says where it happened, and which place of the gazetteer it names.

`locatives.py` finds the phrases, `nearest.py` says which of them the tree and the sentences around bring nearest to a
row, `said.py` where people spoke, `origin.py` where the report was sent from. A capital that acts ("Moscow said") is
nobody's place. What the gazetteer does not hold keeps its name and stays without coordinates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.codebook import plover
from dragoman.records import Event, Meeting, Place, Reading, Rows, Span, Statement, When, find_teller
from dragoman.resolve.clauses import TALKS
from dragoman.resolve.where.locatives import Locative
from dragoman.resolve.where.nearest import COMMA, OPENING, OWN_CLAUSE, told_in
from dragoman.resolve.where.said import Said, find_said
from dragoman.resolve.who.issuer import find_issuer

_REACH: Final = 2.6
_ACCOUNT: Final = 8  # sentences that a readout tells of its meeting
_AHEAD: Final = (1, 2)  # sentences by which what was decided may be told before where
_NEXT: Final = 1  # sentences
_BY_FORCE: Final = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID")
_HERE: Final = " here"
_BEEN: Final = ("held", "under way")
_TOWNS: Final = ("capital", "city", "town")
_ABROAD: Final = frozenset("embassy ambassador consul consulate mission envoy representative office delegate".split())
_SIGNING: Final = re.compile(r"(?:sign|ratif|initial|conclu)", re.IGNORECASE)
_CALL: Final = re.compile(r"\b(?:phone|telephone|video|virtual|call)", re.IGNORECASE)
_HAVE: Final = frozenset("has have had 've ’ve".split())
_SPOKEN: Final = (*plover.BY_WORDS, "CONCEDE")
_OPENED: Final = 4.0
_OBJECT: Final = 3.0
_SHIP: Final = re.compile(
    r"\b(?:on board|aboard)\s((?:a|an|the)?\s?[\w'’ -]{0,40}?(?:ship|vessel|yacht|frigate|carrier|train|plane))\b"
)


def resolve_where(reading: Reading, rows: Rows) -> Rows:
    """`rows` with their places worked out, and places found for events and meetings that have none."""
    placing = _Placing(reading)
    meetings = tuple(
        placing.place_told(placing.place_meeting(m, rows.statements), rows.statements) for m in rows.meetings
    )
    events = tuple(placing.place_event(e) for e in rows.events)
    events = placing.place_beside(placing.place_said_at(placing.place_cued(events, rows.statements), meetings))
    return replace(rows, events=placing.place_on_trip(events, find_issuer(reading)), meetings=meetings)


def _is_within(event: Event, when: When | None) -> bool:
    """Whether an act can have been done at a meeting or on a trip, by their dates."""
    if event.date is None or event.date.start is None or when is None or when.start is None:
        return False
    return when.start <= event.date.start <= (when.end or when.start)


def _goes_on(before: Event, event: Event) -> bool:
    """Whether an act can be more of the one told before it: of its kind or an answer to unrest, by the same side, on
    nobody else, and of the same day."""
    if before.aux or event.aux or not (before.event == event.event or "PROTEST" in (before.event, event.event)):
        return False
    if len({e.date.start if e.date is not None else None for e in (before, event)}) > 1:
        return False
    doers, others = (
        [{x.code for x in getattr(e, side) if x.code} for e in (before, event)] for side in ("actor", "recipient")
    )
    return doers[0] == doers[1] != set() and (not others[0] or not others[1] or bool(others[0] & others[1]))


class _Placing(Said):
    """One report's rows, placed."""

    # ------------------------------------------------------------ the rows

    def place_event(self, row: Event) -> Event:
        """By the words around the act alone; an act that is a meeting is left as it is."""
        if row.meeting is not None:
            return row
        if row.place:
            return replace(row, place=self._resolve(row.place))
        found = self._of_act(row)
        place = self._as_place(found[0]) if found else self._here(row.trigger)
        return replace(row, place=place or self._spoken_at(row))

    def _of_act(self, row: Event) -> list[Locative]:
        """The phrases that say where an act was done, the nearest first."""
        top = self.syntax.top(row.trigger.start, row.trigger.end)
        signs = bool(_SIGNING.match(row.trigger.text))
        locatives = self.locatives if row.event in _BY_FORCE else self.calm
        if top is not None and (row.event in plover.BY_WORDS or row.event == "SANCTION"):
            locatives = [f for f in locatives if not self._is_matter(top, f.head, signs=signs)]
        if row.event in plover.BY_WORDS and not signs:
            found = self._governing(row.trigger, row.evidence, OWN_CLAUSE, locatives)
            return found or self._of_subject(row.trigger) or self._opening(row) or self._at_talks(row)
        found = self._governing(row.trigger, row.evidence, _REACH, locatives)
        if not found:  # what one did, and then another thing: "stormed the city and arrested three men"
            word = None if top is None else self.syntax.words[top]
            if word is not None and word.deprel == "conj" and word.upos == "VERB":
                above = self.syntax.words[word.head]
                told = Span(self.text[above.start : above.end], above.start, above.end)
                found = self._governing(told, row.evidence, _REACH, locatives) if above.upos == "VERB" else []
        if not found:
            named = told_in(row.evidence, locatives)
            found = named if len({self.text[f.start : f.end] for f in named}) == 1 else []
        return found or self._opening(row) or self._at_talks(row)

    def _opening(self, row: Event) -> list[Locative]:
        """Where all is that a sentence tells: "In Orvana, the minister announced that she would ...".

        Force that people speak of there was used elsewhere.
        """
        top = self.syntax.top(row.trigger.start, row.trigger.end)
        if top is None:
            return []
        words = self.syntax.words
        sentence = self.reading.sentences[words[top].sentence]
        told = any(words[i].deprel in ("ccomp", "parataxis") for i in self.syntax.path_up(top))
        if told and row.event in (*plover.AT_HAND, "CONSULT"):
            return []
        return [
            f
            for f in self.calm
            if words[f.head].sentence == words[top].sentence
            and f.head < top
            and OPENING.fullmatch(self.text, sentence.start, f.start)
            and COMMA.match(self.text, f.end)
            and self._cost(top, f.head) <= _OPENED
        ][:1]

    def _at_talks(self, row: Event) -> list[Locative]:
        """ "Will lead the delegation to the conference", when the next sentence tells where that is."""
        if row.event not in ("CONSULT", "AGREE") or row.aux:
            return []
        words = self.syntax.words
        inside = (i for e in row.evidence for i in self.syntax.inside(e.start, e.end))
        near = self._talks_near(row.trigger) if any(words[i].lemma.lower() in TALKS for i in inside) else None
        return [near] if near else []

    def _of_subject(self, trigger: Span) -> list[Locative]:
        """Where those who act are said to be: "landowners in Orvana refused", "the court in Orvana rejected"."""
        top = self.syntax.top(trigger.start, trigger.end)
        if top is None:
            return []
        words = self.syntax.words
        heads = {m.head for m in self.reading.mentions if m.kind in ("person", "organization")}
        subjects = {
            w.index
            for w in self.syntax.child(top, ("nsubj", "obl"))
            if (w.deprel == "nsubj" or "by" in self.phrases.cases(w))
            and w.index in heads
            and w.lemma.lower() not in _ABROAD
        }
        return [f for f in self.calm if words[f.head].deprel == "nmod" and words[f.head].head in subjects][:1]

    def place_meeting(self, row: Meeting, statements: tuple[Statement, ...] = ()) -> Meeting:
        """By the words around its telling, else by where its talks or travellers are, else by the dateline."""
        if row.place:
            row = self._without_here(row)
            place = self._resolve(row.place) if row.place else None
            if place is None:
                return row
            town = self._town_of(row, place)
            if place.country is None and place.name in _TOWNS and row.evidence:
                return replace(row, place=self._here(row.evidence[0]) or place)  # "in this capital"
            if town is not None:
                return replace(row, place=self._as_place(town), venue=row.venue or place.name)
            if place.country is None and place.name.islower() and row.evidence and row.status in _BEEN:
                return replace(row, place=self._sent_from(row.evidence[0]) or place, venue=row.venue or place.name)
            return replace(row, place=place)
        if not row.evidence or row.medium in ("phone", "video"):
            return row
        found = self._governing(row.evidence[0], row.evidence, _REACH, self._not_the_tellers(row, statements))
        if self._is_here(row.evidence[0]) and not any(f.facility for f in found):
            return replace(row, place=self._here(row.evidence[0]))
        if not found:
            ship = _SHIP.search(self.text, row.evidence[0].start, row.evidence[0].end)
            if ship:
                return replace(row, place=Place(ship[1].strip(), ship.span(1)), venue=row.venue or ship[1].strip())
            arrival = self._talks_near(row.evidence[0]) or self._arrival(row.evidence[0])
            if arrival:
                return replace(row, place=self._as_place(arrival))
            happened = row.status in _BEEN
            return replace(
                row, place=self._here(row.evidence[0]) or (self._sent_from(row.evidence[0]) if happened else None)
            )
        town = next((f for f in found if not f.facility), None)
        facility = next((f for f in found if f.facility), None)
        venue = row.venue or (self.text[facility.start : facility.end] if facility else None)
        return replace(row, place=self._as_place(town or found[0]), venue=venue)

    def _without_here(self, row: Meeting) -> Meeting:
        """ "At the Blue Palace here": the venue, in the dateline's town."""
        name = row.place.name if row.place else ""
        venue = name.removesuffix(_HERE)
        if row.venue and row.venue.endswith(_HERE):
            row = replace(row, venue=row.venue.removesuffix(_HERE))
        sent_from = self._sent_from(row.evidence[0]) if row.evidence and venue != name else None
        if sent_from is None:
            return row
        return replace(row, place=sent_from, venue=row.venue or venue)

    def _not_the_tellers(self, row: Meeting, statements: tuple[Statement, ...]) -> list[Locative]:
        """The phrases that may place a meeting: not where somebody of neither side said that it was held."""
        at = find_teller(statements, row.evidence[0])
        told = statements[at] if at is not None else None
        codes = {p.entity.code for p in row.participants}
        if told is None or told.speaker is None or told.speaker.code is None or told.speaker.code in codes:
            return self.calm
        said = self._said_at(told)
        return [f for f in self.calm if f is not said]

    def _town_of(self, row: Meeting, place: Place) -> Locative | None:
        """The town told with a venue that the gazetteer does not know: "in Orvana at the Hotel Continental"."""
        if place.country or place.span is None or not row.evidence:
            return None
        told = told_in(row.evidence[:1], self.calm)
        towns = [f for f in told if not f.facility and f.spot is not None and f.spot.kind in _TOWNS]
        return towns[0] if len({self.text[f.start : f.end] for f in towns}) == 1 else None

    def place_told(self, row: Meeting, statements: tuple[Statement, ...]) -> Meeting:
        """A meeting still without a place takes the venue that a participant names right after it.

        A statement dated by the meeting itself ("tweeted after his meeting") shares the meeting's time words.
        """
        if row.when is None or row.when.span is None or (row.place and not self._is_origin(row.place)):
            return row
        for s in statements:
            if s.date and s.date.basis == "inferred" and s.date.span == row.when.span:
                inside = [f for f in self.calm if any(c.start <= f.start < c.end for c in s.content)]
                venues = [f for f in inside if f.facility]
                if venues:
                    name = self.text[venues[0].start : venues[0].end]
                    return replace(row, place=self._as_place(venues[0]), venue=row.venue or name)
        return row

    def place_cued(self, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """An act that somebody's words are is done where they are said: "announced in Orvana that it would join"."""
        said = self.place_statements(statements)
        out = []
        for e in events:
            at = None
            if e.event in _SPOKEN and e.place is None and e.meeting is None and not e.aux:
                at = find_said(statements, e.trigger)
            speaker = statements[at].speaker if at is not None else None
            own = speaker is not None and speaker.code is not None and speaker.code in {a.code for a in e.actor}
            found = said[at] if own and at is not None else None
            out.append(replace(e, place=self._as_place(found)) if found else e)
        return tuple(out)

    def place_said_at(self, events: tuple[Event, ...], meetings: tuple[Meeting, ...]) -> tuple[Event, ...]:
        """What participants say on the day of a meeting, in the account of it, was said there: the last meeting told of
        before, or, ahead of its account, the report's only one."""
        held = [m for m in meetings if m.status in ("held", "under way") and m.evidence]
        out = []
        for e in events:
            said = e.event in plover.BY_WORDS and e.place is None and e.meeting is None and not e.aux and e.actor
            at = self._sentence(e.trigger)
            on_day = [m for m in held if _is_within(e, m.when)]
            told = [m for m in on_day if 0 <= at - self._sentence(m.evidence[0]) <= _ACCOUNT]
            told = told[-1:] or [m for m in on_day if self._sentence(m.evidence[0]) - at in _AHEAD]
            meeting = told[0] if said and told else None
            if meeting is None or not meeting.place or self._is_origin(meeting.place):
                out.append(e)
                continue
            codes = {p.entity.code for p in meeting.participants}
            own = any(a.code in codes and a.code for a in e.actor)
            out.append(replace(e, place=meeting.place) if own else e)
        return tuple(out)

    def place_beside(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Force or unrest told right after more of it by the same side: it goes on where it was."""
        order = sorted((e for e in events if e.event in plover.AT_HAND), key=lambda e: e.trigger.start)
        places: dict[int, Place] = {}
        for before, e in pairwise(order):
            place = before.place or places.get(id(before))
            near = self._sentence(e.trigger) - self._sentence(before.trigger) <= _NEXT
            if e.place is None and place is not None and near and _goes_on(before, e):
                places[id(e)] = place
        return tuple(replace(e, place=places[id(e)]) if id(e) in places else e for e in events)

    def place_on_trip(self, events: tuple[Event, ...], issuer: str | None) -> tuple[Event, ...]:
        """What a traveller does where he was last told to go: "visited Orvana ... In her meetings, the envoy urged".

        Args:
            issuer: whose account the report is; then what its own traveller does in it was done on the trip.
        """
        stops: list[tuple[int, frozenset[str], Event, Locative | None]] = []
        for e in events:
            codes = frozenset(a.code for a in e.actor if a.code)
            goals = [f for f in self.locatives if f.bound_for and any(s.start <= f.start < s.end for s in e.evidence)]
            if goals and codes and e.event in ("CONSULT", "AGREE") and not e.aux:
                one = len({self.text[f.start : f.end] for f in goals}) == 1
                stops.append((self._sentence(e.trigger), codes, e, goals[0] if one else None))
        out = []
        for e in events:
            codes = frozenset(a.code for a in e.actor if a.code)
            at = self._sentence(e.trigger)
            told = [s for s in stops if s[1] == codes and 0 <= at - s[0] <= _ACCOUNT and s[2] is not e]
            goal = told[-1][3] if told and e.place is None and e.meeting is None and not e.aux else None
            by_way = e.event in plover.BY_WORDS or e.event == "CONSULT"
            if goal is None or not by_way or not (codes == {issuer} or _is_within(e, told[-1][2].date)):
                out.append(e)
            else:
                out.append(replace(e, place=self._as_place(goal)))
        return tuple(out)

    # ------------------------------------------------------------ one place

    def _resolve(self, place: Place) -> Place:
        """The place that an extractor named, with the state or country after its comma, looked up."""
        name, span = place.name, place.span
        if span and self.text[slice(*span)] == name:
            end = self.phrases.end_of(*span)
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
        sent_from = self._sent_from(anchor)
        if sent_from is None:
            return None
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return None
        sentence = self.reading.sentences[self.syntax.words[top].sentence]
        for w in self.syntax.words[sentence.first : sentence.last]:
            if w.text == "here" and self.syntax.distance(top, w.index) <= OWN_CLAUSE:
                return sent_from
            this = w.lemma in _TOWNS and any(d.text.lower() == "this" for d in self.syntax.child(w.index, ("det",)))
            if this and self.syntax.distance(top, w.index) <= _OBJECT:
                return sent_from  # "bombed this city"
        return None

    def _is_here(self, anchor: Span) -> bool:
        """ "Met her counterpart here": the word hangs on the verb itself."""
        top = self.syntax.top(anchor.start, anchor.end)
        below = self.syntax.child(top, ("advmod",)) if top is not None else []
        return any(w.text == "here" for w in below) and self._sent_from(anchor) is not None

    def _sent_from(self, anchor: Span) -> Place | None:
        """Where the report, or the story of a digest that `anchor` stands in, was sent from."""
        return next((o.place for o in reversed(self.origins) if o.start <= anchor.start), None)

    def _spoken_at(self, row: Event) -> Place | None:
        """Where a transcript was spoken: there its speakers, that day, thank, promise and meet."""
        origin = self.origins[0] if self.origins else None
        day = self.reading.report.published
        own = row.event in plover.BY_WORDS or row.event == "CONSULT"
        if origin is None or not origin.spoken or not own or row.aux or day is None or row.date is None:
            return None
        if row.date.start != day.isoformat() or row.date.end != row.date.start or self._is_told_back(row):
            return None
        return origin.place

    def _is_told_back(self, row: Event) -> bool:
        """Whether the clause looks back ("we have announced", "Orvana refused") or tells of a call."""
        top = self.syntax.top(row.trigger.start, row.trigger.end)
        if top is None or _CALL.search(row.trigger.text):
            return True
        words = self.syntax.words
        for i in self.syntax.path_up(top):
            if words[i].upos == "VERB" and words[i].deprel != "xcomp":
                helped = {w.text.lower() for w in self.syntax.child(i, ("aux",))}
                if helped & _HAVE or (not helped and self.syntax.is_past_form(i)):
                    return True
        return False

    def _is_origin(self, place: Place) -> bool:
        return any(place == o.place for o in self.origins)
