"""Whose people the persons of a report are, where their titles do not say: rules, the surest first, each with its
reason. What a rule works out is inferred."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import find_office, find_sector
from dragoman.records import Word
from dragoman.resolve.who.bodies import Bodies
from dragoman.resolve.who.holding import Holding, tell_holder
from dragoman.resolve.who.hosts import list_stops
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.nearby import AUTHORITIES, find_country, find_state_told, is_placed
from dragoman.resolve.who.pledging import find_state_of_turn, find_state_pledged, list_counterparts
from dragoman.resolve.who.titles import read_shared_title

_DOMESTIC: Final = frozenset(
    """president prime minister premier vice-president king queen foreign defence defense interior finance army police
    opposition parliament speaker government cabinet""".split()
)
_MINISTER: Final = frozenset(("minister", "premier", "prime"))  # of the home state where the text names no other
RULERS: Final = frozenset(("minister", "premier", "president", "chancellor", "king", "queen", "emir", "sultan"))
NOT_AMERICAN: Final = frozenset("minister premier king queen prince chancellor emir sultan shah pope crown".split())
_SPEAKS: Final = frozenset("spokesman spokeswoman spokesperson aide adviser advisor".split())
_HOUSES: Final = frozenset("government ministry police army military party parliament court embassy".split())
_NO_PERSON: Final = _HOUSES | frozenset(
    "council committee group movement assembly agency organization organisation union office delegation team".split()
)
_BODY_NOUNS: Final = frozenset("council commission assembly agency organization organisation union bank fund".split())
_VAGUE: Final = frozenset("official leader diplomat representative spokesman spokeswoman member head adviser".split())
_LEADING: Final = ("lead", "head", "represent")
_TEAMS: Final = ("team", "delegation", "side", "mission", "negotiator")
_POSTS: Final = frozenset("head director chief coordinator delegation mission office branch operation staff".split())
_ARMY: Final = frozenset(("army", "military", "armed"))
_OTHER: Final = 6  # words of the team that somebody leads, where the verb is told of another before
_LED: Final = 14  # words from a verb to what it is told of
_ANYBODYS: Final = frozenset("mediator facilitator".split())  # who are often sent by others
_SPOTS: Final = 2  # places and states named, of a report that has a home to speak of
_REACH: Final = 6  # words from "said" to where
_OPENING: Final = 4  # sentences in which reports name whom they began with
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_ENVOYS: Final = frozenset("ambassador envoy diplomat".split())
_UNDERGOING: Final = ("obj", "nsubj:pass")

Side = tuple[str, str]  # a code, and the reason for it


class Sides(Holding):
    """Works out the state, body or group of each person named."""

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies(self)

    def settle_side(self, person: Person) -> None:
        """The first side that a rule finds for somebody whose titles name none."""
        self._hold_office(person)
        if person.code is not None:
            return
        others = list_counterparts(self, person)
        for rule in self._rules():
            found = rule(person)
            if found is not None and found[0] not in others:
                person.code, person.why = found
                person.basis = "inferred"
                person.guessed = rule in (self._by_home_title, self._by_surroundings, self._by_home)
                return

    def list_sides(self, person: Person) -> list[Side]:
        """What every rule says of somebody, the rule that decides first: for those who ask why. He stays as he is."""
        known = (list(person.offices), person.sectors, person.code, person.group, person.why)
        found = [side for rule in self._rules() if (side := rule(person)) is not None]
        person.offices, person.sectors, person.code, person.group, person.why = known
        return found

    def _rules(self) -> tuple[Callable[[Person], Side | None], ...]:
        return (
            self._by_order,
            self._by_table,
            self._by_whom_he_serves,
            self._by_description,
            self._by_body,
            self._by_team,
            self._by_place,
            self._by_introduction,
            self._by_pledge,
            self._by_where_he_speaks,
            self._by_posting,
            self._by_army,
            self._by_stop,
            self._by_home_title,
            self._by_leader,
            self._by_host,
            self._by_surroundings,
            self._by_home,
        )

    def _by_order(self, person: Person) -> Side | None:
        """ "The Ruritanian and Sylvanian premiers, A and B": each is of the state that stands in his place."""
        for first, _ in person.places:
            run = self._listed_with(first)
            states, office = read_shared_title(self, run[0]) if len(run) > 1 else ([], None)
            if len(states) == len(run) and office is not None:
                actor = states[run.index(first)]
                if office.title not in person.offices:
                    person.offices.append(office.title)
                if actor.code:
                    return actor.code, f"named in the order of the states told of together, {actor.name} in his place"
        return None

    def _listed_with(self, first: int) -> list[int]:
        """Where the names begin that stand in one list with the one at word `first`, in reading order."""
        ends, starts = self._name_ends, list(self._name_ends)
        at, run = starts.index(first), [first]
        for k in range(at - 1, -1, -1):
            if not self._goes_on(ends[starts[k]], run[0]):
                break
            run.insert(0, starts[k])
        for k in range(at + 1, len(starts)):
            if not self._goes_on(ends[run[-1]], starts[k]):
                break
            run.append(starts[k])
        return run

    @cached_property
    def _name_ends(self) -> dict[int, int]:
        """The word behind every person's name, by its first word, in reading order."""
        return dict(sorted(place for p in self.persons for place in p.places))

    def _goes_on(self, end: int, start: int) -> bool:
        between = [w.text.lower() for w in self.words[end:start]]
        return between in ([","], ["and"], [",", "and"], ["&"])

    # ------------------------------------------------------------ the table of office-holders

    def _hold_office(self, person: Person) -> None:
        """The office that the table gives somebody on the report's day, where the report gives him none."""
        day = self.reading.report.published.isoformat() if self.reading.report.published else None
        held = self.holders(person)
        if not held:
            return
        if person.code is None and (found := self._by_table(person)) is not None:
            person.code, person.why = found
            person.basis = "inferred"
            if {h.office for h in held if h.code == person.code} == {"leader"}:
                self._join_group(person)
        now = [h for h in held if h.code == person.code and day and h.held(day)]
        if now and not person.offices:
            person.offices.append(now[0].office)
            person.basis = "inferred"
        if not person.sectors and person.code == held[0].code and (now or day is None):
            person.sectors = ("IGO",) if len(person.code or "") != 3 or person.code == "UNO" else ("GOV",)

    def _join_group(self, person: Person) -> None:
        """A leader by the table whom the report calls no state's leads the armed group of that state that it names."""
        groups = {a.name: a for _, _, a in self.named if a.kind == "group" and a.code == person.code}
        armed = [a for a in groups.values() if a.sectors[:1] in (("REB",), ("PRE",))]
        if armed and len({a.sectors for a in armed}) == 1:
            person.sectors = armed[0].sectors
            person.group = armed[0].name if len(armed) == 1 else None

    def _by_table(self, person: Person) -> Side | None:
        held = self.holders(person)
        codes = {h.code for h in held}
        code = held[0].code if len(codes) == 1 else None
        day = self.reading.report.published
        if code is None and day is not None:  # one who went on to head a body was a minister first
            now = {h.code for h in held if h.held_surely(day.isoformat())}
            code = next(iter(now)) if len(now) == 1 else None
        if code is None and held and self._is_domestic(person):
            near = self.home or self._colleagues(person)
            code = near if near in codes else None
        if code is None:
            return None
        return code, "table of office-holders: " + tell_holder(next(h for h in held if h.code == code))

    # ------------------------------------------------------------ what the report says of him

    def _by_description(self, person: Person) -> Side | None:
        """A phrase that means the same person ("the Ruritanian minister said ... A. B. added")."""
        for head in self.alike(person):
            if not self._may_be_called(person, head):
                continue
            found = self._side_in(self.phrase_words(head), person)
            if found is not None:
                return found[0], f"called {found[1]}"
        return None

    def _may_be_called(self, person: Person, head: int) -> bool:
        """No title of another office, and none that goes with another's name behind it: a slip of coreference."""
        if self.words[head].lemma.lower() in _NO_PERSON:
            return False
        office = find_office([self.words[head].text.lower()])
        own = _offices_of(person)
        if office is not None and own and not (set(office.title.split()) & own) and not _VAGUE & {office.title, *own}:
            return False
        if self._is_new_or_anothers(person, head):
            return False
        near = [p for i in range(head + 1, head + 5) if (p := self.person_at.get(i)) is not None]
        return not near or near[0] is person

    def _is_new_or_anothers(self, person: Person, head: int) -> bool:
        """ "A rebel spokesman said", told behind the name, is somebody new; "B, the chief mediator" is B."""
        before = self.before_words(head)
        first = before[0].index if before else head
        opens = self.words[first - 1 : first] if first else []
        if first > person.places[0][0] and any(w.text.lower() in ("a", "an") for w in (*opens, *before)):
            return self.words[head].deprel in _SUBJECTS
        whose = self.person_at.get(self.words[head].head) if self.words[head].deprel == "appos" else None
        return whose is not None and whose is not person

    def _by_introduction(self, person: Person) -> Side | None:
        """The sentence before told of somebody without a name, this one begins with a name ("An aide to President X
        lashed out Friday. / Y Z said ...")."""
        first, last = person.places[0]
        here = self.words[first].sentence
        if not 0 < here < _OPENING or last - first < 2:
            return None
        if not any(self.words[i].deprel in _SUBJECTS for i in range(first, last)):
            return None
        if find_office([w.text.lower() for w in self.before_words(first)]) is not None:
            return None  # "Minister Y Z met him"
        before = self.reading.sentences[here - 1]
        for w in self.words[before.first : before.last]:
            if w.deprel not in _SUBJECTS or w.upos != "NOUN" or w.index in self.person_at or w.text.endswith("s"):
                continue
            if find_office([w.text.lower()]) is None:
                continue
            phrase = self.phrase_words(w.index)
            if any(i.index in self.person_at and i.index + 1 == w.index for i in phrase):
                continue
            found = self._side_in(phrase, person)
            if found is not None:
                return found[0], f"the sentence before tells of {found[1]}"
        return None

    def _by_where_he_speaks(self, person: Person) -> Side | None:
        """ "Foreign ministry spokesman A. B. said in Orvana", another state's capital: spokesmen speak at home."""
        if not _offices_of(person) & _SPEAKS:
            return None
        first, last = person.places[0]
        for i in range(first, last):
            verb = self.words[i].head
            if self.words[i].deprel != "nsubj" or self.words[verb].upos != "VERB" or verb < last:
                continue
            for begin, end, actor in self.named:
                seat = actor.kind == "seat" and begin > verb and self.words[begin].sentence == self.words[verb].sentence
                near = seat and end - verb <= _REACH and self.words[begin - 1].text.lower() == "in"
                if near and actor.code and self.words[end - 1].head == verb:
                    return actor.code, f"speaks in {actor.name} in sentence {self.words[verb].sentence + 1}"
        return None

    def _by_posting(self, person: Person) -> Side | None:
        """An ambassador who acts, and whose state his title leaves out, is not the home state's: he is sent by the one
        that acts in this sentence or the one before. Who summons or expels an ambassador has not sent him."""
        if "ambassador" not in _offices_of(person):
            return None
        first, last = person.places[0]
        here = self.words[first].sentence
        if not any(self.words[i].deprel == "nsubj" for i in range(first, last)):
            return None
        since = self.reading.sentences[max(here - 1, 0)].first
        if any(w.lemma.lower() in _ENVOYS and w.deprel in _UNDERGOING for w in self.words[since:first]):
            return None
        near = [
            actor
            for begin, end, actor in self.named
            if begin < first and here - self.words[begin].sentence <= 1 and actor.code not in (None, self.home)
            if any(self.words[i].deprel in _SUBJECTS for i in range(begin, end)) and actor.kind != "group"
        ]
        return (near[-1].code, f"an ambassador, beside {near[-1].name}") if near and near[-1].code else None

    def _side_in(self, words: list[Word], person: Person) -> Side | None:
        """The actor, or other person, whose somebody is in a phrase; the titles in it are learned."""
        if not words:
            return None
        if any(w.lemma == "counterpart" for w in words):
            return None  # whose counterpart is another
        told = f'"{self.text[words[0].start : words[-1].end]}"'
        actor = self.owner(words)
        if actor is not None and actor.code:
            self.learn(person, words)
            return actor.code, told
        other = next((p for w in words if (p := self.person_at.get(w.index)) and p is not person and p.code), None)
        return (other.code, told) if other and other.code else None

    def _by_whom_he_serves(self, person: Person) -> Side | None:
        """Another person whose aide or spokesman this one is called."""
        for first, last in person.places:
            for w in self._told_beside(first, last):
                other = self.person_at.get(w.index)
                if other is not None and other is not person and other.code and self._is_served(other, w):
                    return other.code, f"named with {other.name} in sentence {self.words[first].sentence + 1}"
        return None

    def _is_served(self, other: Person, word: Word) -> bool:
        """ "X's aide", "aide to X": not one more in a list."""
        first, last = next((p for p in other.places if p[0] <= word.index < p[1]), (word.index, word.index + 1))
        owns = last < len(self.words) and self.words[last].text in ("'s", "’s", "'", "’")
        return owns or self._begins_behind(first)

    def _begins_behind(self, first: int) -> bool:
        """Whether a name, its title included, stands behind "of" or "to"."""
        before = self.before_words(first)
        at = before[0].index if before else first
        near = [w.text.lower() for w in (*self.words[max(at - 2, 0) : at], *before)]
        return bool({"of", "to", "for"} & set(near))

    def _by_body(self, person: Person) -> Side | None:
        """The body whose spokesman or head he is, by the state that the report names with it."""
        for first, last in person.places:
            for w in self._told_beside(first, last):
                side = self.bodies.side_at(w.index) or self._body_called(w)
                if side is not None:
                    return side[0], f"of {w.text}, {side[1]}"
        return None

    def _body_called(self, word: Word) -> Side | None:
        """ "Council President X", "agency chief Y": the international body named before that ends in that word."""
        if word.text.lower() not in _BODY_NOUNS:
            return None
        for first, last, actor in reversed(self.named):
            ends = self.words[last - 1].text.lower() == word.text.lower() and last - first > 1
            if ends and last <= word.index and actor.kind == "body" and actor.code:
                return actor.code, f"{actor.name}, which is called so"
        return None

    def _by_team(self, person: Person) -> Side | None:
        """ "X headed the Ruritanian delegation", "the rebels' team was led by Y": whose team he leads."""
        for first, last in person.places:
            if (other := self._other_team(last)) is not None:
                return other
            head = self.head_of(first, last)
            verb, relation = self.words[head.head], head.deprel
            if verb.lemma.lower() not in _LEADING:
                continue
            wanted = "obj" if relation == "nsubj" else "nsubj:pass" if relation.startswith("obl") else None
            for w in self.words[max(verb.index - _LED, 0) : verb.index + _LED]:
                if w.head == verb.index and w.deprel == wanted and w.lemma.lower() in _TEAMS:
                    actor = self.owner(self.phrase_words(w.index))
                    if actor is not None and actor.code:
                        person.sectors = person.sectors or actor.sectors
                        return actor.code, f"leads the {w.text} of {actor.name} in sentence {w.sentence + 1}"
        return None

    def _other_team(self, last: int) -> Side | None:
        """ "X led the Ruritanian team and Y the Orvanan", "... and Y that of Orvana": whose team Y leads."""
        before = [w for w in self.words[max(last - _LED, 0) : last] if w.sentence == self.words[last - 1].sentence]
        led = [w.index for w in before if w.lemma.lower() in _LEADING and w.upos == "VERB"]
        team = any(w.lemma.lower() in _TEAMS for w in before if led and w.index > led[-1])
        if not team or last >= len(self.words) or self.words[last].text.lower() not in ("the", "that"):
            return None
        behind = [w for w in self.words[last : last + _OTHER] if w.sentence == self.words[last].sentence]
        until = next((i for i, w in enumerate(behind) if w.upos == "PUNCT" or w.text.lower() == "and"), len(behind))
        actor = next((row[2] for w in behind[:until] if (row := self.actor_at.get(w.index)) is not None), None)
        if actor is None or not actor.code:
            return None
        return actor.code, f"leads the team of {actor.name} in sentence {behind[0].sentence + 1}"

    def _by_army(self, person: Person) -> Side | None:
        """ "Army spokesman X", where the report names the army of one state alone ("the Ruritanian Armed Forces")."""
        titled = {w.text.lower() for first, _ in person.places for w in self.before_words(first)}
        if not titled & _ARMY:
            return None
        owners = {
            a.code
            for _, last, a in self.named
            if a.kind in ("people", "state")
            and any(w.text.lower() in (*_ARMY, "forces") for w in self.words[last : last + 2])
        }
        code = owners.pop() if len(owners) == 1 else None
        return (code, "of the one army that the report names") if code else None

    def _by_place(self, person: Person) -> Side | None:
        """The place behind his name ("A. B. of Peru"), or in his description, that of bodies named after it too."""
        for first, last in person.places:
            if (body := self._body_behind(person, last)) is not None:
                return body
            if (place := self._state_behind(last)) is not None:
                return self.spot_at[place], f"of {self.words[place].text} in sentence {self.words[last].sentence + 1}"
            force = self._force_behind(last)
            if force is not None:
                return self.spot_at[force], f"of {self.words[force].text} in sentence {self.words[last].sentence + 1}"
            told = self._told_beside(first, last)
            serving = self.owner(told) if any(w.lemma.lower() in _POSTS for w in told) else None
            if serving is not None and serving.kind == "body" and serving.code:  # "head of the UN office in Peru"
                return serving.code, f"described with {serving.name} in sentence {self.words[first].sentence + 1}"
            for w in told:
                if w.index in self.spot_at and not self._is_sent_to(w) and not self._is_host_of(person, w):
                    return self.spot_at[w.index], f"described with {w.text} in sentence {w.sentence + 1}"
        return None

    def _state_behind(self, last: int) -> int | None:
        """ "X of Ruritania", "X of the Republic of Ruritania": the word of the state or place behind a name."""
        if last + 2 >= len(self.words) or self.words[last].text != "of":
            return None
        if last + 1 in self.spot_at:
            return last + 1
        row = self.actor_at.get(last + 2) if self.words[last + 1].text == "the" else None
        whole = row is not None and row[0] == last + 2 and row[2].kind == "state"
        return last + 2 if whole and last + 2 in self.spot_at else None

    def _body_behind(self, person: Person, last: int) -> Side | None:
        """ "X of the Ruritanian Liberation Front": whose name stands behind it, where it is a group's or body's."""
        if last + 2 >= len(self.words) or self.words[last].text != "of":
            return None
        row = self.actor_at.get(last + 2 if self.words[last + 1].text == "the" else last + 1)
        if row is None or row[2].kind not in ("group", "body") or not row[2].code:
            return None
        person.sectors = person.sectors or row[2].sectors
        person.group = person.group or (row[2].name if row[2].kind == "group" else None)
        return row[2].code, f"of {row[2].name} in sentence {self.words[last].sentence + 1}"

    def _force_behind(self, last: int) -> int | None:
        """ "General X of the Ruritanian army": the word of the state whose force or house is told behind a name."""
        behind = self.words[last : last + 6]
        if [w.text for w in behind[:2]] != ["of", "the"] or behind[2].index not in self.spot_at:
            return None
        rest = itertools.takewhile(lambda w: w.upos in ("NOUN", "PROPN", "ADJ"), behind[3:])
        return behind[2].index if any(find_sector(w.text) for w in rest) else None

    def _is_sent_to(self, place: Word) -> bool:
        """ "Ambassador to Ruritania", "envoy for the Orvana valley": where somebody is sent is not whose he is."""
        for w in reversed(self.words[max(place.index - 4, 0) : place.index]):
            if w.upos == "ADP":
                return w.text.lower() in ("to", "for", "on")
            if w.upos not in ("DET", "ADJ", "PROPN"):
                return False
        return False

    def _is_host_of(self, person: Person, place: Word) -> bool:
        """ "The Crown Prince, in Washington", in a document of Washington's: where guests are met."""
        own = self.outlet_code is not None and self.spot_at[place.index] == self.outlet_code
        return own and not self._is_domestic(person)

    def _told_beside(self, first: int, last: int) -> list[Word]:
        return [*self.before_words(first), *self.beside_words(first, last), *self.aside_words(first, last)]

    def alike(self, person: Person) -> list[int]:
        """The heads of phrases that are no names and mean the same person, in reading order."""
        chains = {m.chain for m in self.reading.mentions if self.person_at.get(m.head) is person}
        return [
            m.head
            for m in self.reading.mentions
            if m.chain in chains and self.words[m.head].upos == "NOUN" and m.head not in self.person_at
        ]

    # ------------------------------------------------------------ where the report is at home

    def _by_pledge(self, person: Person) -> Side | None:
        """What a minister says that a state will do is his own state's to say, in a report from abroad too."""
        if not self.outlet_code and (spoken := find_state_of_turn(self, person)) is not None:
            return spoken, "says what that state will do"
        if self.outlet_code or not self._is_domestic(person) or self.holders(person):
            return None
        code = find_state_pledged(self, person)
        acts = any(a.code == self.home and self._is_of_subject(first) for first, _, a in self.named)
        if acts and code != self.home:
            return None  # "Orvana's parliament met. / Selvia will seek a truce, the minister said": Orvana's may be
        return (code, "tells what that state will do") if code else None

    def _by_stop(self, person: Person) -> Side | None:
        """ "In Orvana, she will meet President X": whom somebody of this document meets there is of that state."""
        first, last = person.places[0]
        acts = any(self.words[i].deprel in _SUBJECTS for i in range(first, last))
        if acts or not _offices_of(person) & (RULERS | _MINISTER) or self.holders(person):
            return None
        stops = list_stops(self, self.words[first])
        if len(stops) != 1 or self.outlet_code in stops:
            return None
        return stops[0], "met in the place that the clause says first"

    def _by_home_title(self, person: Person) -> Side | None:
        """A title that states have at home: the report's own state, or that of the colleagues named before him."""
        if self.holders(person) or not self._is_domestic(person) or _offices_of(person) & _SPEAKS:
            return None
        if self._is_own_side(person):
            return None
        if self.home:
            return self.home, f"title without a state, home state of the report ({self.home_why})"
        first, last = person.places[0]
        sentence = self.words[first].sentence
        if (told := find_state_told(self, self.head_of(first, last).index)) is not None:
            return told, "title without a state, tells of what that state does"
        near = [(i, c) for i, c in self.spots if i < first and self.words[i].sentence == sentence]
        near = [s for s in near if not is_placed(self, s[0])] or near  # whose they are, rather than where
        if near and not any(near[-1][0] in title for _, title in self._titles):
            return near[-1][1], f"title without a state, {self.words[near[-1][0]].text} told of before in its sentence"
        code = self._colleagues(person)
        return (code, "title without a state, that of the colleagues named before") if code else None

    @cached_property
    def _titles(self) -> list[tuple[Person, frozenset[int]]]:
        """The words of the titles that stand before each person's name."""
        return [
            (p, frozenset(w.index for first, _ in p.places for w in self.before_words(first))) for p in self.persons
        ]

    def _by_leader(self, person: Person) -> Side | None:
        """A spokesman or aide of nobody named: of the leader told of last, if he is the subject there."""
        first = person.places[0][0]
        of = {w.text.lower() for w in self.before_words(first)}
        if not _offices_of(person) & _SPEAKS or of & _HOUSES:
            return None
        found: list[tuple[bool, int, Person]] = []
        for p in self.persons:
            if p is person or not p.code or not _offices_of(p) & RULERS:
                continue
            for a, b in p.places:
                if a < first and self.words[first].sentence - self.words[a].sentence <= 1:
                    found.append((any(self.words[i].deprel in _SUBJECTS for i in range(a, b)), a, p))
        if not found:
            return None
        subject, _, leader = max(found, key=lambda f: f[:2])
        if not subject and self.home not in (None, leader.code):
            return None  # "signed in the presence of Premier X. / Presidential adviser Y said"
        return (leader.code, f"speaks beside {leader.name}") if leader.code else None

    def _by_host(self, person: Person) -> Side | None:
        if not self.outlet_code or not person.offices or not self._is_foreign(person):
            return None
        code = self._host(person)
        return (code, "foreign title in a document, state told of right before") if code else None

    def _is_foreign(self, person: Person) -> bool:
        return not self._is_domestic(person) and not self.holders(person)

    def _by_surroundings(self, person: Person) -> Side | None:
        if not self._is_local(person) or (self.outlet_code == "USA" and _offices_of(person) & NOT_AMERICAN):
            return None
        if self._is_own_side(person):
            return None
        others = {i for p, title in self._titles if p is not person for i in title}
        code = find_country(self, person.places[0][0], {w for o in person.offices for w in o.split()}, others)
        return (code, "authority without a state, that of the place told of") if code else None

    def _by_home(self, person: Person) -> Side | None:
        if _offices_of(person) & _ANYBODYS or self._is_own_side(person):
            return None
        bare = not person.offices and not person.sectors and len(person.name.split()) == 1
        past = person.sectors == ("ELI",)
        if (bare or past) and len(self.spots) < _SPOTS:
            return None  # "Bush met Putin in Busan", "former president Carter": one place makes nobody its citizen
        if self.outlet_code == "USA" and (_offices_of(person) | set(person.name.lower().split())) & NOT_AMERICAN:
            return None
        return (self.home, f"home state of the report ({self.home_why})") if self.home else None

    def _is_own_side(self, person: Person) -> bool:
        """ "Readout of Minister X's call with the President of Selvia": X is not of Selvia, the only state named."""
        if self.own_side is None or self.home != self.own_side[1]:
            return False
        return person.name.lower() in self.own_side[0]

    def _is_local(self, person: Person) -> bool:
        """Of the police, a ministry, a court: an office without a state, told of somewhere."""
        return any(w in AUTHORITIES for o in person.offices for w in o.split()) or bool(
            set(person.sectors) & {"COP", "JUD", "MIL", "LEG"}
        )

    def _host(self, person: Person) -> str | None:
        """Whose the foreign official of a document is that names no state for him: the state told of last before him,
        in this sentence or the one before ("In Laos, she will meet Deputy Prime Minister X")."""
        first = person.places[0][0]
        near = [
            a.code
            for begin, _, a in self.named
            if begin < first
            and self.words[first].sentence - self.words[begin].sentence <= 1
            and a.kind in ("state", "people", "seat")
            and a.code != self.outlet_code
        ]
        if near:
            return near[-1]
        others = Counter(code for _, code in self.spots if code != self.outlet_code).most_common(1)
        return others[0][0] if others else None

    def _colleagues(self, person: Person) -> str | None:
        """The one state whose ministers and presidents, named with it, stand before this one without a state."""
        first = person.places[0][0]
        codes = {
            p.code
            for p in self.persons
            if p.code and p.places[0][0] < first and p.basis == "stated" and _offices_of(p) & RULERS
        }
        return codes.pop() if len(codes) == 1 else None

    def _is_domestic(self, person: Person) -> bool:
        words = _offices_of(person)
        if self.outlet_code == "USA" and words & NOT_AMERICAN:
            return False
        return bool(words) if self.outlet_code else bool(words & (_DOMESTIC | _MINISTER))


def _offices_of(person: Person) -> frozenset[str]:
    """The words of all the offices of somebody."""
    return frozenset(w for o in person.offices for w in o.split())
