"""The cast of one report: who is named in it, under which titles, for which state or body.

Names of persons that share a surname are one person; what stands right before a name ("Armenian Foreign Minister"),
set beside it, or in a table of office-holders says whose people they are. The report's own words win.
"""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import Holder, find_actor, find_holders, find_office, plain
from dragoman.records import Name, Reading, Word
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.nearby import AUTHORITIES, find_country
from dragoman.resolve.who.titles import Titles

_DOMESTIC: Final = frozenset(
    """president prime minister premier vice-president king queen foreign defence defense interior finance army police
    opposition parliament speaker government cabinet""".split()
)
_MINISTER: Final = frozenset(("minister", "premier", "prime"))  # of the home state where the text names no other
_RULE: Final = frozenset(("minister", "premier", "president", "chancellor", "king", "queen", "emir", "sultan"))
_NOT_AMERICAN: Final = frozenset("minister premier king queen prince chancellor emir sultan shah pope crown".split())


class Cast(Titles):
    """Everything that resolving asks about a report, built once."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.persons: list[Person] = []
        self._gather()
        for person in self.persons:
            self._title(person)
        for person in self.persons:
            self._look_up(person)
        for person in self.persons:
            self._work_out(person)

    # ------------------------------------------------------------ persons

    def _gather(self) -> None:
        for name_first, name_last in self._runs():
            first, last = name_first, name_last
            while last - first > 1 and self._is_title(self.words[first]):
                first += 1
            if last - first == 1 and find_office([self.words[first].text.lower()]) is not None:
                continue  # "the Minister" is nobody's name
            if find_actor(self.text[self.words[first].start : self.words[last - 1].end]) is not None:
                continue
            person = self._find(first, last)
            if person is None:
                person = Person(self._name(first, last))
                self.persons.append(person)
            elif last - first > len(person.name.split()):
                person.name = self._name(first, last)
            person.places.append((first, last))
            for i in range(name_first, name_last):
                self.person_at[i] = person

    def _runs(self) -> list[tuple[int, int]]:
        """Names of persons as word ranges; one that a tagger cut in two ("Li", "Peng") is put together."""
        runs: list[tuple[int, int]] = []
        for name in self.reading.names:
            if name.kind != "PER" and not self._is_titled(name):
                continue
            if (
                runs
                and runs[-1][1] == name.first
                and self.words[name.first].sentence == self.words[runs[-1][0]].sentence
            ):
                runs[-1] = (runs[-1][0], name.last)
            else:
                runs.append((name.first, name.last))
        return runs

    def _is_titled(self, name: Name) -> bool:
        """A name that a tagger gave to a body, right behind "Minister" or "President": a person's after all."""
        words = self.words[name.first : name.last]
        before = self.words[name.first - 1] if name.first else None
        if before is None or not 2 <= len(words) <= 3 or before.sentence != words[0].sentence:
            return False
        if name.kind not in ("ORG", "MISC") or before.text.lower() not in _RULE or not before.text[:1].isupper():
            return False
        text = self.text[words[0].start : words[-1].end]
        return find_actor(text) is None and all(w.text[:1].isupper() and w.text[1:].islower() for w in words)

    def _is_title(self, word: Word) -> bool:
        return word.text.rstrip(".").lower() in _HONORIFICS or find_office([word.text.lower()]) is not None

    def _name(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())

    def _find(self, first: int, last: int) -> Person | None:
        """The person of that name told before: the same last name and no other first name."""
        parts = [plain(w.text) for w in self.words[first:last]]
        for person in reversed(self.persons):
            known = plain(person.name).replace("-", " - ").split() if "-" in parts else plain(person.name).split()
            if len(parts) == 1 and parts[0] in known:
                return person
            if len(known) == 1 and known[0] in parts:
                return person
            if len(parts) > 1 and len(known) > 1 and parts[-1] == known[-1]:
                if parts[0][0] == known[0][0] or set(parts) <= set(known) or set(known) <= set(parts):
                    return person
        return None

    def _title(self, person: Person) -> None:
        for first, last in person.places:
            for words in (self.before_words(first), self.beside_words(first, last)):
                self._learn(person, words)
            owned = [w.text.lower() for w in self.words[last : last + 4]]
            if not person.sectors and owned[:1] in (["'s"], ["’s"]) and _FIGHTERS & set(owned[1:3]):
                person.sectors = ("REB",)  # "A's rebels"

    def _learn(self, person: Person, words: list[Word]) -> None:
        if not words:
            return
        actor = self.owner(words)
        office = find_office([w.text.lower() for w in words])
        if office is not None and office.title not in person.offices and not _is_former(words):
            person.offices.append(office.title)
        sector = self.sector_of(words, office)
        owned = office is not None or sector or (actor is not None and actor.kind in ("group", "body"))
        if actor is not None and owned and person.code is None:
            person.code = actor.code
            person.group = actor.name if actor.kind == "group" else None
        elif actor is None and office is not None and office.code and person.code is None:
            person.code = office.code
        if _is_former(words):
            sector = "ELI"
        if not person.sectors or person.sectors == ("GOV",):
            if actor is not None and actor.kind in ("group", "body"):
                person.sectors = actor.sectors
            elif sector:
                person.sectors = (sector,)

    def _look_up(self, person: Person) -> None:
        """Code and office from the table of holders, where the report does not say them."""
        held = self.holders(person)
        day = self.reading.report.published.isoformat() if self.reading.report.published else None
        if held:
            codes = {h.code for h in held}
            if person.code is None and person.group is None and len(codes) == 1:
                person.code, person.basis = held[0].code, "inferred"
            elif person.code is None and person.group is None and self._is_domestic(person):
                near = self.home or self._colleagues(person)
                person.code, person.basis = (near, "inferred") if near in codes else (None, person.basis)
            now = [h for h in held if h.code == person.code and day and h.held(day)]
            if now and not person.offices:
                person.offices.append(now[0].office)
                person.basis = "inferred"
            if not person.sectors and person.code == held[0].code and (now or day is None):
                person.sectors = ("IGO",) if len(person.code or "") != 3 or person.code == "UNO" else ("GOV",)
        elif person.code is None and person.group is None and self._is_domestic(person):
            person.code = self.home or self._colleagues(person)
            person.basis = "inferred"
        elif person.code is None and person.group is None and self.outlet_code and person.offices:
            person.code = self._host(person)
            person.basis = "inferred"
        elif person.code is None and person.group is None and self._is_local(person):
            words = {w for o in person.offices for w in o.split()}
            person.code = find_country(self, person.places[0][0], words)
            person.basis = "inferred"

    def _work_out(self, person: Person) -> None:
        """The state of somebody of whom neither his title nor the table tells it."""
        if person.code is not None or person.group is not None:
            return
        code = self._described_as(person) or self._owner_of(person) or self._place_of(person) or self.home
        if code is not None:
            person.code, person.basis = code, "inferred"

    def _described_as(self, person: Person) -> str | None:
        """Of a phrase that means the same person ("the Ruritanian minister said ... A. B. added")."""
        for head in self.alike(person):
            words = self.phrase_words(head)
            actor = self.owner(words)
            if actor is not None and actor.code:
                self._learn(person, words)
                return person.code or actor.code
        return None

    def _owner_of(self, person: Person) -> str | None:
        """Of another person whose aide or spokesman this one is called."""
        for first, last in person.places:
            for w in (*self.before_words(first), *self.beside_words(first, last), *self.aside_words(first, last)):
                other = self.person_at.get(w.index)
                if other is not None and other is not person and other.code:
                    return other.code
        return None

    def _place_of(self, person: Person) -> str | None:
        """Of the place, or the body named after a place, that stands in his description."""
        spots = dict(self.spots)
        for first, last in person.places:
            words = (*self.before_words(first), *self.beside_words(first, last), *self.aside_words(first, last))
            for w in words:
                if w.index in spots:
                    return spots[w.index]
        return None

    def alike(self, person: Person) -> list[int]:
        """The heads of phrases that are no names and mean the same person, in reading order."""
        chains = {m.chain for m in self.reading.mentions if self.person_at.get(m.head) is person}
        return [
            m.head
            for m in self.reading.mentions
            if m.chain in chains and self.words[m.head].upos == "NOUN" and m.head not in self.person_at
        ]

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
        return near[-1] if near else None

    def _colleagues(self, person: Person) -> str | None:
        """The one state whose ministers and presidents, named with it, stand before this one without a state."""
        first = person.places[0][0]
        codes = {
            p.code
            for p in self.persons
            if p.code and p.places[0][0] < first and p.basis == "stated" and _words(p) & _RULE
        }
        return codes.pop() if len(codes) == 1 else None

    def _is_domestic(self, person: Person) -> bool:
        words = _words(person)
        if self.outlet_code == "USA" and words & _NOT_AMERICAN:
            return False
        return bool(words) if self.outlet_code else bool(words & (_DOMESTIC | _MINISTER))

    def holders(self, person: Person) -> list[Holder]:
        """Office-holders of that name that the report leaves possible: by state where it says one, else by full name
        or by a state that it names."""
        parts = plain(person.name).split()
        if not parts:
            return []
        rows = list(find_holders(plain(person.name)))
        if not rows:
            rows = [*find_holders(parts[-1])]
            first = parts[0] if len(parts) > 1 else None
            if first:
                rows = [h for h in rows if plain(h.person).split()[0][:3] == first[:3] or self._is_in_office(h, person)]
            else:
                rows = [h for h in rows if person.code or self._fits(h, person)]
        if person.code:
            rows = [h for h in rows if h.code == person.code]
        return rows

    def _is_in_office(self, holder: Holder, person: Person) -> bool:
        """The report gives the title that somebody of that surname held on its day ("President Joseph R. B., Jr.")."""
        day = self.reading.report.published
        return day is not None and holder.held(day.isoformat()) and holder.office in person.offices

    def _fits(self, holder: Holder, person: Person) -> bool:
        """A bare surname is taken for an office-holder only if the report names the state, near the term of office."""
        day = self.reading.report.published
        if day is not None and not (int(holder.start[:4]) - 2 <= day.year <= int((holder.end or "2030")[:4]) + 3):
            return False
        if person.offices and not any(_alike(o, holder.office) for o in person.offices):
            return False
        return bool(person.offices) or self.counts[holder.code] > 0


_FIGHTERS: Final = frozenset("rebels rebel guerrillas guerrilla insurgents insurgent".split())
_HONORIFICS: Final = frozenset(
    "mr mrs ms dr sir lord dame sheikh hajj prof gen col lt maj capt sen rep gov rev".split()
)


def _words(person: Person) -> frozenset[str]:
    """The words of all the offices of somebody."""
    return frozenset(w for o in person.offices for w in o.split())


def _is_former(words: list[Word]) -> bool:
    return any(w.text.lower() in ("former", "ex", "late", "ousted", "then") for w in words)


def _alike(title: str, office: str) -> bool:
    foreign = {"secretary of state", "foreign minister", "foreign secretary"}
    vague = ("leader", "secretary", "minister", "official")
    return bool(set(title.split()) & set(office.split())) or foreign >= {title, office} or title in vague
