"""The cast of one report: who is named in it, under which titles, for which state or body.

Names of persons that share a surname are one person; what stands right before a name ("Armenian Foreign Minister"),
set beside it, or in a table of office-holders says whose people they are. The report's own words win.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import (
    Actor,
    Holder,
    Office,
    find_actor,
    find_actor_in,
    find_holders,
    find_office,
    find_sector,
    plain,
)
from dragoman.codebook.places import find_places
from dragoman.records import Basis, Reading, Word
from dragoman.resolve.who.issuer import find_issuer

_TITLE_WORDS: Final = frozenset(("of", "for", "'s", "’s", "'", "’", "-", "–", "the", "affairs"))
_ELSEWHERE: Final = frozenset(("to", "in", "on", "against", "with", "from", "about", "over", "at"))
_DATELINE: Final = re.compile(r"\s*([A-Z][A-Z.'’ -]{2,30}?)(?:,[^\n]{0,30}?)?\s*(?:\([A-Z][\w ]{1,15}\)\s*)?(?:--|—|–|\s-\s)")
_OFFICIAL: Final = (
    (re.compile(r"department of state|state department|white house|embassy of the united states", re.I), "USA"),
    (re.compile(r"downing street|foreign, commonwealth", re.I), "GBR"),
    (re.compile(r"\bkremlin\b", re.I), "RUS"),
    (re.compile(r"united nations|security council", re.I), "UNO"),
    (re.compile(r"european (?:commission|council|union)", re.I), "EU"),
)
_DOMESTIC: Final = frozenset(
    """president prime minister premier vice-president king queen foreign defence defense interior finance army police
    opposition parliament speaker government cabinet""".split()
)


_NOT_AMERICAN: Final = frozenset("minister premier king queen prince chancellor emir sultan shah pope crown".split())


@dataclass(slots=True)
class Person:
    """Somebody named: the fullest name, what is known of them, and where they are named (first word, last word)."""

    name: str
    places: list[tuple[int, int]] = field(default_factory=list)
    code: str | None = None
    sectors: tuple[str, ...] = ()
    group: str | None = None
    offices: list[str] = field(default_factory=list)
    basis: Basis = "stated"

    @property
    def office(self) -> str | None:
        return max(self.offices, key=len) if self.offices else None

    def is_called(self, noun: str) -> bool:
        """Whether one of the offices is the one that "the minister" speaks of."""
        return any(noun == o or o.endswith(" " + noun) or noun in o.split() for o in self.offices)


class Cast:
    """Everything that resolving asks about a report, built once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.text = reading.text
        self.persons: list[Person] = []
        self.person_at: dict[int, Person] = {}
        self._gather()
        for person in self.persons:
            self._title(person)
        for person in self.persons:
            self._look_up(person)

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
            if name.kind != "PER":
                continue
            if runs and runs[-1][1] == name.first and self.words[name.first].sentence == self.words[runs[-1][0]].sentence:
                runs[-1] = (runs[-1][0], name.last)
            else:
                runs.append((name.first, name.last))
        return runs

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
            for words in (self._before(first), self._beside(first, last)):
                self._learn(person, words)

    def _before(self, first: int) -> list[Word]:
        """The words of the title right before a name, in reading order."""
        found: list[Word] = []
        for w in reversed(self.words[max(first - 12, 0) : first]):
            if w.sentence != self.words[first].sentence:
                break
            low = w.text.lower()
            if low in ("(", ")") or (found and found[-1].text == ")"):  # "World Trade Organization (WTO) chief"
                found.append(w)
                continue
            if w.index in self.person_at and self.person_at[w.index] is not self.person_at.get(first):
                break
            if low in _TITLE_WORDS or w.upos in ("PROPN", "ADJ", "NOUN", "X", "NUM") or low == "and" and self._joins(w):
                found.append(w)
            else:
                break
        while found and found[-1].text in ("(", ")"):
            found.pop()
        return found[::-1]

    def _joins(self, w: Word) -> bool:
        """ "Minister of Foreign Affairs and Trade": both sides of "and" are capitalised."""
        after = self.words[w.index + 1] if w.index + 1 < len(self.words) else None
        return w.index > 0 and self.words[w.index - 1].text[:1].isupper() and bool(after and after.text[:1].isupper())

    def _beside(self, first: int, last: int) -> list[Word]:
        """An apposition behind the name ("X, the foreign minister of Y,") or before it ("the envoy of Y, X,")."""
        behind: list[Word] = []
        if last < len(self.words) and self.words[last].text in (",", "("):
            for w in self.words[last + 1 : last + 14]:
                if w.text in (",", ".", ";", ")", "—", "--") or w.upos in ("VERB", "AUX", "SCONJ") or w.lemma == "who":
                    break
                if w.index in self.person_at:
                    behind = []
                    break
                behind.append(w)
            if behind and find_office([w.text.lower() for w in behind]) is not None:
                return behind
        ahead: list[Word] = []
        if first > 2 and self.words[first - 1].text == ",":
            for w in reversed(self.words[max(first - 12, 0) : first - 1]):
                if w.text in (",", ".", ";") or w.upos in ("VERB", "AUX") or w.index in self.person_at:
                    break
                ahead.append(w)
            ahead.reverse()
            office = find_office([w.text.lower() for w in ahead])
            if ahead and office is not None and ahead[0].upos in ("DET", "PROPN", "ADJ", "NOUN"):
                head = next((w for w in ahead if w.text.lower() == office.title.split()[-1]), None)
                if head is not None and self.words[first].deprel == "appos" or ahead[0].text.lower() == "the":
                    return ahead
        return []

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
            now = [h for h in held if h.code == person.code and day and h.held(day)]
            if now and not person.offices:
                person.offices.append(now[0].office)
                person.basis = "inferred"
            if not person.sectors and person.code == held[0].code and (now or day is None):
                person.sectors = ("IGO",) if len(person.code or "") != 3 or person.code == "UNO" else ("GOV",)
        elif person.code is None and person.group is None and self._is_domestic(person):
            person.code = self.home
            person.basis = "inferred"

    def _is_domestic(self, person: Person) -> bool:
        words = {w for o in person.offices for w in o.split()}
        if self.outlet_code == "USA" and words & _NOT_AMERICAN:
            return False
        return bool(words) if self.outlet_code else bool(words & _DOMESTIC)

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

    # ------------------------------------------------------------ states and bodies

    @cached_property
    def named(self) -> list[tuple[int, int, Actor]]:
        """Every actor named, in reading order: (first word, last word, actor). Words of persons' names are no states."""
        texts = [w.text for w in self.words]
        found = []
        at = 0
        while (got := find_actor_in(texts, at)) is not None:
            first, last, actor = got
            at = last
            if any(i in self.person_at for i in range(first, last)) or not self._is_name(first, last, actor):
                continue
            found.append(got)
        return found

    def _is_name(self, first: int, last: int, actor: Actor) -> bool:
        """Capitalised, inside one sentence, and no place that a seat's name is only part of ("New Delhi Road")."""
        if not self.words[first].text[:1].isupper() and not self.words[first].text.startswith("al-"):
            return False
        if actor.kind == "state" and actor.name == "Georgia" and last < len(self.words):
            return self.words[last].text not in ("state", "Tech")
        return self.words[first].sentence == self.words[last - 1].sentence

    @cached_property
    def actor_at(self) -> dict[int, tuple[int, int, Actor]]:
        return {i: row for row in self.named for i in range(row[0], row[1])}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each state or body is named."""
        return Counter(a.code for _, _, a in self.named if a.code)

    @cached_property
    def outlet_code(self) -> str | None:
        """The state or body that speaks in this document itself, by outlet, address or title; None for the press."""
        report = self.reading.report
        for source in (report.outlet, report.url):
            for pattern, code in _OFFICIAL:
                if source and pattern.search(source.replace("-", " ")):
                    return code
        if report.url and ("state.gov" in report.url or "whitehouse.gov" in report.url):
            return "USA"
        return find_issuer(self.reading)

    @cached_property
    def home(self) -> str | None:
        """Whose offices need no state's name: the document's own state, else that of the dateline, else the state
        that the report is about."""
        if self.outlet_code:
            return self.outlet_code
        match = _DATELINE.match(self.text)
        spots = find_places(match[1].strip().title()) if match else ()
        return spots[0].country if spots else self._main_state()

    def _main_state(self) -> str | None:
        """The state named more than twice as often as any other."""
        states = Counter({c: n for c, n in self.counts.items() if len(c) == 3 and c.isupper() and c != "UNO"})
        most = [*states.most_common(2), ("", 0), ("", 0)]
        return most[0][0] if most[0][1] > max(2, 2 * most[1][1]) else None

    # ------------------------------------------------------------ phrases

    def owner(self, words: list[Word]) -> Actor | None:
        """The actor that a title or phrase belongs to: not one that it only goes to ("envoy to Sudan")."""
        texts = [w.text for w in words]
        at, best = 0, None
        while (got := find_actor_in(texts, at)) is not None:
            first, last, actor = got
            at = last
            before = texts[first - 1].lower() if first else ""
            if before == "the" and first > 1:
                before = texts[first - 2].lower()
            if not words[first].text[:1].isupper() and not words[first].text.startswith("al-"):
                continue
            if before in _ELSEWHERE or (before == "for" and actor.kind in ("state", "seat") and best is not None):
                continue
            if best is None or (actor.kind in ("body", "group") and best.kind in ("people", "state", "seat")):
                best = actor
        return best

    def sector_of(self, words: list[Word], office: Office | None) -> str | None:
        """The sector that a phrase's words show: the office's own, else the most telling word's."""
        if office is not None and office.sector and office.title not in ("leader", "chief", "chairman", "spokesman"):
            return office.sector
        found = [s for w in words if (s := find_sector(w.text))]
        special = [s for s in found if s != "GOV"]
        return (special or found or [office.sector if office else None])[-1]


_HONORIFICS: Final = frozenset("mr mrs ms dr sir lord dame sheikh hajj prof gen col lt maj capt sen rep gov rev".split())


def _is_former(words: list[Word]) -> bool:
    return any(w.text.lower() in ("former", "ex", "late", "ousted", "then") for w in words)


def _alike(title: str, office: str) -> bool:
    a, b = set(title.split()), set(office.split())
    return bool(a & b) or {"secretary of state", "foreign minister", "foreign secretary"} >= {title, office} or title in (
        "leader", "secretary", "minister", "official",
    )  # fmt: skip
