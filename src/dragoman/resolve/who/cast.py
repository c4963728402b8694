"""The cast of one report: who is named in it, under which titles, for which state or body.

Names of persons that share a surname are one person; what stands right before a name ("Armenian Foreign Minister"),
set beside it, or in a table of office-holders says whose people they are. The report's own words win.
"""

from __future__ import annotations

from calendar import day_name
from collections import Counter
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import Actor, find_actor, find_office, plain
from dragoman.records import Name, Reading, Word
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.sides import RULERS, Sides
from dragoman.resolve.who.titles import FIGHTERS, is_former


class Cast(Sides):
    """Everything that resolving asks about a report, built once."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._gather()
        self._gather_surnames()
        for person in self.persons:
            self._title(person)
        self._name_rebels()
        for person in self.persons:
            self._hold_office(person)
        for person in self.persons:
            self.settle_side(person)

    # ------------------------------------------------------------ persons

    def _gather(self) -> None:
        for name_first, name_last in self._runs():
            first, last = name_first, name_last
            while last - first > 1 and (self._is_title(self.words[first]) or self._ends_portfolio(first, last)):
                first += 1
            if last - first == 1 and (self._is_title(self.words[first]) or self.words[first].upos == "PRON"):
                continue  # "the Minister", "His" of "His Highness": nobody's name
            if last - first == 2 and self.words[first].text == "Crown" and self.words[first + 1].text in _HEIRS:
                continue
            if find_actor(self.text[self.words[first].start : self.words[last - 1].end]) is not None:
                continue
            if last - first == 1 and (
                self._is_body(self.words[first].text) or self.words[first].text in self._ends_of_groups
            ):
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
            if [w.text for w in self.words[name_last : name_last + 1]] == [","] and self._is_junior(name_last + 1):
                self.person_at[name_last + 1] = person

    def _is_junior(self, index: int) -> bool:
        """ "A. B., Jr." """
        return index < len(self.words) and self.words[index].text.rstrip(".") in _JUNIORS

    def _gather_surnames(self) -> None:
        """ "Wagner invited them", of one introduced as "Ruritanian minister Ida Wagner": the name is hers, whatever the
        tagger makes of it."""
        known: dict[str, list[Person]] = {}
        for p in self.persons:
            if len(p.name.split()) > 1:
                known.setdefault(p.name.split()[-1], []).append(p)
        within = {
            i for n in self.reading.names if n.last - n.first > 1 or n.kind == "LOC" for i in range(n.first, n.last)
        }
        for w in self.words:
            people = known.get(w.text, [])
            if len(people) != 1 or w.index in self.person_at or w.index in within or w.upos != "PROPN":
                continue
            if people[0].places[0][0] > w.index or len(w.text) < _SURNAME or self._is_other_actor(w):
                continue
            people[0].places.append((w.index, w.index + 1))
            self.person_at[w.index] = people[0]

    def _is_other_actor(self, word: Word) -> bool:
        actor = find_actor(word.text)
        return actor is not None and actor.kind != "group"

    def _is_body(self, name: str) -> bool:
        """One word that is a body's name elsewhere in the report, more often than a person's."""
        kinds = self._kinds.get(name, Counter())
        return kinds["ORG"] > kinds["PER"]

    @cached_property
    def _ends_of_groups(self) -> frozenset[str]:
        """What groups are called for short: "Jihad", of Islamic Jihad."""
        long = [n for n in self.reading.names if n.kind != "PER" and n.last - n.first > 1]
        groups = [n for n in long if (a := find_actor(self.text[n.start : n.end])) is not None and a.kind == "group"]
        return frozenset(self.words[n.last - 1].text for n in groups)

    @cached_property
    def _kinds(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for n in self.reading.names:
            if n.last - n.first == 1:
                found.setdefault(self.words[n.first].text, Counter())[n.kind] += 1
        return found

    def _runs(self) -> list[tuple[int, int]]:
        """Names of persons as word ranges; one that a tagger cut in two ("Li", "Peng") is put together."""
        runs: list[tuple[int, int]] = []
        for name in self.reading.names:
            if name.kind != "PER" and not self._is_titled(name):
                continue
            if name.last - name.first == 1 and self._is_junior(name.first):
                continue  # the end of the name before the comma
            last = name.last  # "Foreign Minister A. B. Saturday welcomed"
            while last > name.first + 1 and self.words[last - 1].text in day_name:
                last -= 1
            if (
                runs
                and runs[-1][1] == name.first
                and self.words[name.first].sentence == self.words[runs[-1][0]].sentence
            ):
                runs[-1] = (runs[-1][0], last)
            else:
                runs.append((name.first, last))
        return runs

    def _is_titled(self, name: Name) -> bool:
        """A name that a tagger gave to a body, right behind "Minister" or "President": a person's after all."""
        words = self.words[name.first : name.last]
        before = self.words[name.first - 1] if name.first else None
        if before is None or not 2 <= len(words) <= 3 or before.sentence != words[0].sentence:
            return False
        if name.kind not in ("ORG", "MISC") or before.text.lower() not in RULERS or not before.text[:1].isupper():
            return False
        text = self.text[words[0].start : words[-1].end]
        return find_actor(text) is None and all(w.text[:1].isupper() and w.text[1:].islower() for w in words)

    def _is_title(self, word: Word) -> bool:
        return word.text.rstrip(".").lower() in _HONORIFICS or find_office([word.text.lower()]) is not None

    def _ends_portfolio(self, first: int, last: int) -> bool:
        """ "Minister for Foreign Affairs and Trade A. B.": the last word of what somebody is minister for."""
        behind = first > 0 and self.words[first - 1].text.lower() in ("and", "of", "for", "&")
        return behind and last - first > _FULL and self.words[first].text.lower() in _PORTFOLIOS

    def _name(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())

    def _find(self, first: int, last: int) -> Person | None:
        """The person of that name told before: the same last name and no other first name."""
        parts = [p for w in self.words[first:last] if (p := plain(w.text))]  # a lone accent is no name
        if not parts:
            return None
        for person in reversed(self.persons):
            known = plain(person.name).replace("-", " - ").split() if "-" in parts else plain(person.name).split()
            if self._is_crowned(first) != any(self._is_crowned(at) for at, _ in person.places) and (
                len(parts) + len(known) > _PAIR and parts[0] != known[0]
            ):
                continue
            if len(parts) == 1 and (parts[0] in known or _bare(parts[0]) in [_bare(k) for k in known[1:]]):
                return person
            if len(known) == 1 and known[0] in parts:
                return person
            if len(parts) > 1 and len(known) > 1 and parts[-1] == known[-1]:
                if known[0][:1] == parts[0][:1] or set(parts) <= set(known) or set(known) <= set(parts):
                    return person
        return None

    def _is_crowned(self, first: int) -> bool:
        """ "King A" is not B A: kings go by their first names, others by their last."""
        return first > 0 and self.words[first - 1].text in _CROWNED

    def _name_rebels(self) -> None:
        """Rebels of a movement that the report does not name go by their leader's name ("X's rebels")."""
        rebels = [p for p in self.persons if p.sectors[:1] == ("REB",) and p.group is None]
        if self.rebel_groups:
            if len(self.rebel_groups) == 1:
                self._follow(rebels, self.rebel_groups[0])
            return
        leaders = [p for p in rebels if any("leader" in o or "chief" in o for o in p.offices)] or rebels
        for person in rebels:
            person.group = f"{leaders[0].name.split()[-1]}'s rebels"
            if person.code is None and leaders[0].code:
                person.code, person.basis, person.why = leaders[0].code, "inferred", f"rebel like {leaders[0].name}"

    def _follow(self, rebels: list[Person], group: Actor) -> None:
        """Rebels without a movement are of the only one that the report names."""
        for person in rebels:
            if group.code and person.code in (None, group.code):
                person.group, person.code, person.basis = group.name, group.code, "inferred"
                person.why = f"rebel, and {group.name} is the only armed group that the report names"

    def _title(self, person: Person) -> None:
        for first, last in person.places:
            told = (self.title_words(first), self.beside_words(first, last), self.led_words(first, last))
            for words in sorted(told, key=is_former):  # "the UN envoy, former Orvanan premier X": by what he is
                self.learn(person, words)
            owned = [w.text.lower() for w in self.words[last : last + 4]]
            if not person.sectors and owned[:1] in (["'s"], ["’s"]) and FIGHTERS & set(owned[1:3]):
                person.sectors = ("REB",)  # "A's rebels"


def _bare(name: str) -> str:
    """A name without its Arabic article."""
    return name[3:] if name[:3] in ("al-", "el-") else name


_JUNIORS: Final = ("Jr", "Sr")
_SURNAME: Final = 4  # letters of a name that is no word besides
_HEIRS: Final = ("Prince", "Princess")
_CROWNED: Final = frozenset(("King", "Queen", "Emir", "Sultan"))
_PAIR: Final = 2  # words of two names of one word each
_HONORIFICS: Final = frozenset(
    """mr mrs ms dr sir lord dame sheikh hajj prof gen col lt maj capt sen rep gov rev shri smt shrimati h.e he h.h hh
    hrh h.r.h hm h.m hon amb excellency highness majesty honourable datuk dato tun""".split()
)
_FULL: Final = 2  # words of a full name
_PORTFOLIOS: Final = frozenset(
    """trade affairs defence defense finance cooperation integration development commerce industry diaspora emigrants
    expatriates security interior justice tourism immigration worship""".split()
)
