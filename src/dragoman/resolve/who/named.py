"""The states, bodies and groups that a report names, and whose document or news it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from dragoman.codebook.actors import Actor, Office, find_actor, find_actor_in, find_sector
from dragoman.codebook.datelines import read_dateline
from dragoman.codebook.places import find_places
from dragoman.records import Basis, Reading, Word
from dragoman.resolve.who.halves import is_half, list_halves
from dragoman.resolve.who.issuer import find_issuer, find_signers

_MONEY: Final = ("dollar", "dollars")
_SENT: Final = frozenset("representative envoy coordinator negotiator".split())  # for a country, of another
_SERVING: Final = frozenset("aide aides adviser advisers advisor advisors assistant assistants".split())
_RELATIVE: Final = frozenset(("who", "whom", "whose", "which", "where"))  # what they did
_ELSEWHERE: Final = frozenset(("to", "in", "on", "against", "with", "from", "about", "over", "at"))
_INDEPENDENT: Final = {  # the day on which a state's region became a state, under the same words for its government
    "GoSS": (date(2011, 7, 9), Actor("SSD", "South Sudan", ("GOV",), "state")),
}
_PLAIN: Final = frozenset(("security council", "general assembly", "human rights council", "secretariat", "commission"))
_CREEDS: Final = frozenset("Social Christian Liberal Free United Islamic People's".split())
_BY_OTHERS: Final = frozenset(
    """born backed made built supplied sponsored supported trained armed aided funded financed brokered mediated imposed
    speaking educated occupied installed allied""".split()
)
_STEPS: Final = 6  # of the tree from a state's name to the subject whose it is
_REBELS: Final = frozenset("rebel guerrilla insurgent separatist warring opposition faction militia".split())
_BESIDE: Final = 4  # words from "with" to the rebels
_OPENS: Final = 4  # characters between a dateline and the sentence that it opens
_AGAIN: Final = 2  # times that a state is named in passing
_LEAD: Final = 1  # the sentence that opens a report, a line with its date aside
_AMERICAN: Final = re.compile(r"\bWhite House\b|\bCapitol\b|\bAdministration\b|\bRepublicans?\b|\bDemocrats\b")
_CAUCASIAN: Final = re.compile(r"\bGeorgians?\b|Tbilisi|Ossetia|Abkhazia|Caucasus")
_READOUT: Final = re.compile(r"\s*read-?out (?:of|from|on) (?P<own>[^\n]+?) with (?P<other>[^\n]+)\n", re.I)
_OFFICIAL: Final = (
    (re.compile(r"department of state|state department|white house|embassy of the united states", re.I), "USA"),
    (re.compile(r"downing street|foreign, commonwealth", re.I), "GBR"),
    (re.compile(r"\bkremlin\b", re.I), "RUS"),
    (re.compile(r"united nations|security council", re.I), "UNO"),
    (re.compile(r"european (?:commission|council|union)", re.I), "EU"),
)


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
    why: str = ""  # how `code` is known
    guessed: bool = False  # `code` is no more than that of the report, or of the place told of

    @property
    def office(self) -> str | None:
        return max(self.offices, key=len) if self.offices else None

    def is_called(self, noun: str) -> bool:
        """Whether one of the offices is the one that "the minister" speaks of."""
        return any(noun == o or o.endswith(" " + noun) or noun in o.split() for o in self.offices)


_SHARED: Final = (["Congress"], ["Foreign", "Office"])  # names of several states' houses
_CONGRESSES: Final = frozenset("ARG BOL BRA CHL COL DOM ECU GTM HND IND MEX PER PHL PRY".split())
_LISTED: Final = 3  # states of a list
_JOINING: Final = frozenset((",", "and"))
_IN_LISTS: Final = _JOINING | {"the", "republic", "of"}  # words between two of a list
_FOREIGN_OFFICES: Final = ("PAK", "DEU", "LKA", "BGD", "MMR")  # states that have one, besides the United Kingdom
_CONTINENTS: Final = ("South", "Latin", "Central", "North", "Pan", "Inter")  # "Latin American": of no one state


class Named:
    """What is named in one report besides persons; persons' words (`person_at`) are no states."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.text = reading.text
        self.persons: list[Person] = []
        self.person_at: dict[int, Person] = {}
        self.home_why = ""
        self._states: Counter[str | None] = Counter()

    @cached_property
    def named(self) -> list[tuple[int, int, Actor]]:
        """Every actor named, in reading order: (first word, last word, actor). Persons' names are no states."""
        texts = [w.text for w in self.words]
        found: list[tuple[int, int, Actor]] = []
        at = 0
        while (got := find_actor_in(texts, at)) is not None:
            first, last, actor = self._whole_name(*got)
            at = last
            if any(i in self.person_at for i in range(first, last)) or not self._is_name(first, last, actor):
                continue
            found.append((first, last, actor))
        told = [a.code for f, n, a in found if a.kind in ("state", "people", "seat") and texts[f:n] not in _SHARED]
        self._states = Counter(told)
        found = [(first, last, self._of_day(actor)) for first, last, actor in found]
        halves = list_halves(self.words, self.text, found, self.reading.report.published)
        found += [row for row in halves if row[0] not in self.person_at]
        found.sort(key=lambda row: row[:2])
        return [
            row
            for row in found
            if not self._is_namesake(row[2], texts[row[0] : row[1]]) and not self._is_others(texts[row[0] : row[1]])
        ]

    def _of_day(self, actor: Actor) -> Actor:
        """A government that has become a state's own since, on the report's day."""
        day = self.reading.report.published
        if day is None or actor.name not in _INDEPENDENT:
            return actor
        since, state = _INDEPENDENT[actor.name]
        return state if day >= since else actor

    def _is_others(self, name: list[str]) -> bool:
        """ "Congress", "the Foreign Office" in a report that is about another state than the one whose house goes by
        that word."""
        if name not in _SHARED or not self._states:
            return False
        (leader, most), *_ = self._states.most_common(1)
        if name == ["Congress"]:
            if self._states["USA"] and leader not in _CONGRESSES and _AMERICAN.search(self.text):
                return False
            return self._states["USA"] * (1 if leader in _CONGRESSES else 3) < most
        return leader in _FOREIGN_OFFICES and self._states["GBR"] * 3 < most

    def _whole_name(self, first: int, last: int, actor: Actor) -> tuple[int, int, Actor]:
        """The name that this one is the end of, where an apostrophe parts them ("the People's Republic of China")."""
        if first > 1 and self.words[first - 1].text in ("'s", "’s"):
            for begin in (first - 3, first - 2):
                if begin < 0 or not self.words[begin].text[:1].isupper():
                    continue
                longer = find_actor(self.text[self.words[begin].start : self.words[last - 1].end])
                if longer is not None:
                    return begin, last, longer
        return first, last, actor

    def _is_namesake(self, actor: Actor, name: list[str]) -> bool:
        """A party of another state that only shares its name with the one meant ("the Liberal Party" in a report that
        is about a third state)."""
        if actor.kind != "group" or not {"PTY", "OPP"} & set(actor.sectors[:1]) or not self._states:
            return False
        if any((own := find_actor(w)) is not None and own.code == actor.code for w in name if len(name) > 1):
            return False  # "the Selvian opposition" tells whose it is
        return self._states[actor.code] * 3 < self._states.most_common(1)[0][1]

    def _is_name(self, first: int, last: int, actor: Actor) -> bool:
        """Capitalised, inside one sentence, and no place that a seat's name is only part of ("New Delhi Road")."""
        if not self.words[first].text[:1].isupper() and not self.words[first].text.startswith("al-"):
            return False
        if self.ends_longer(first, last, actor):
            return False
        if self.words[first].text.startswith("America") and self._before(first) in _CONTINENTS:
            return False
        if actor.kind == "people" and self._before(first).lower() == "ethnic":
            return False  # "ethnic Ruritanians" are at home elsewhere
        if actor.code == "USA" and last < len(self.words) and self.words[last].text.lower() in _MONEY:
            return False  # what everybody counts in
        if actor.kind == "state" and actor.name == "Georgia" and last < len(self.words):
            return self.words[last].text not in ("state", "Tech")
        return self.words[first].sentence == self.words[last - 1].sentence

    def _is_town(self, first: int, last: int) -> bool:
        """ "Brussels, Belgium": the town, and no union whose seat it is."""
        behind = find_actor_in([w.text for w in self.words[last + 1 : last + 4]]) if last < len(self.words) else None
        if behind is None or behind[0] != 0 or self.words[last].text != "," or behind[2].kind != "state":
            return False
        lands = {p.country for p in find_places(self.text[self.words[first].start : self.words[last - 1].end])}
        return behind[2].code in lands

    def _is_american(self, first: int, actor: Actor) -> bool:
        """ "Atlanta, Georgia": the state of the town before the comma, in a report that tells of no other Georgia."""
        if actor.name != "Georgia" or first < 2 or self.words[first - 1].text != ",":
            return False
        town = self.words[first - 2]
        lands = {p.country for p in find_places(town.text)}
        return town.upos == "PROPN" and actor.code not in lands and _CAUCASIAN.search(self.text) is None

    def _before(self, first: int) -> str:
        """The word before, over a hyphen."""
        at = first - 2 if first > 1 and self.words[first - 1].text in ("-", "‑") else first - 1
        return self.words[at].text if at >= 0 else ""

    def ends_longer(self, first: int, last: int, actor: Actor) -> bool:
        """Whether a body's plain name only ends the longer one of another ("the Supreme National Security Council"), a
        party's name that of another party ("the Social Democratic Party"), a group's that of another state's ("the
        Orvana People's Defence Force")."""
        if actor.kind == "group" and last - first > 1 and self._is_of_other_state(first, actor):
            return True
        if self._is_american(first, actor) or (actor.kind == "body" and self._is_town(first, last)):
            return True
        plain = self.text[self.words[first].start : self.words[last - 1].end].lower() in _PLAIN
        party = (
            actor.kind == "group" and actor.sectors[:1] in (("PTY",), ("OPP",)) and self._is_longer_party(first, last)
        )
        if not party and (actor.kind != "body" or not plain):
            return False
        before = self.words[first - 1] if first else None
        if before is None or before.sentence != self.words[first].sentence:
            return False
        opens = first < 2 or self.words[first - 2].sentence != before.sentence
        return before.text[:1].isupper() and before.upos in ("PROPN", "ADJ", "NOUN") and not opens

    def _is_of_other_state(self, first: int, actor: Actor) -> bool:
        """Whether the name of another state stands right before a group's."""
        for begin in range(max(first - 2, 0), first):
            state = find_actor(self.text[self.words[begin].start : self.words[first - 1].end])
            if state is not None:
                return state.kind == "state" and actor.code is not None and state.code != actor.code
        return False

    def _is_longer_party(self, first: int, last: int) -> bool:
        """Whether a word of creed stands before a party's name, as part of it."""
        return first > 0 and self.words[last - 1].text == "Party" and self.words[first - 1].text in _CREEDS

    def is_by_others(self, last: int) -> bool:
        """Whether a name that ends at word `last` tells who backs, made or bore somebody: "the Ruritanian-backed
        rebels" are not Ruritania's."""
        behind = [w.text.lower() for w in self.words[last : last + 2]]
        return behind[:1] == ["-"] and bool(set(behind[1:]) & _BY_OTHERS)

    @cached_property
    def actor_at(self) -> dict[int, tuple[int, int, Actor]]:
        return {i: row for row in self.named for i in range(row[0], row[1])}

    @cached_property
    def lists(self) -> list[list[tuple[int, int, Actor]]]:
        """States and bodies named in lists that end in "and": "Australia, Canada, Japan and Norway"."""
        rows = [row for row in self.named if row[2].kind in ("state", "body") and row[2].code]
        found: list[list[tuple[int, int, Actor]]] = []
        run: list[tuple[int, int, Actor]] = []
        for row in rows:
            between = {w.text.lower() for w in self.words[run[-1][1] : row[0]]} if run else set()
            run = [*run, row] if between & _JOINING and between <= _IN_LISTS else [row]
            if "and" in between and len(run) > 1:
                found += [run] if len(run) >= _LISTED else []
                run = []
        return found

    @cached_property
    def rebel_groups(self) -> tuple[Actor, ...]:
        """The armed groups that the report names, each once."""
        return tuple({a.name: a for _, _, a in self.named if is_rebel(a)}.values())

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
    def spots(self) -> list[tuple[int, str]]:
        """Every place and state named: word index and state."""
        from dragoman.resolve.who.nearby import list_spots

        return list_spots(self)

    @cached_property
    def spot_at(self) -> dict[int, str]:
        return dict(self.spots)

    @cached_property
    def signers(self) -> tuple[str, ...]:
        """Those who speak together in a joint statement."""
        return find_signers(self.reading)

    @cached_property
    def own_side(self) -> tuple[str, str] | None:
        """ "Readout of the Secretary's call with the President of Selvia": whose readout it is, as the heading calls
        him without a state, and the state of the other side, which is not his."""
        heading = _READOUT.match(self.text)
        if heading is None:
            return None
        told = {c for i, c in self.spots if heading.start("other") <= self.words[i].start < heading.end("other")}
        own = {c for i, c in self.spots if heading.start("own") <= self.words[i].start < heading.end("own")}
        return (heading["own"].lower(), told.pop()) if len(told) == 1 and not own else None

    @cached_property
    def home(self) -> str | None:
        """Whose offices need no state's name: the document's own state, else that of the dateline, else the state
        that the report is about. A town where others meet or sign is nobody's home."""
        if self.outlet_code:
            self.home_why = "whose document it is"
            return self.outlet_code
        sent = read_dateline(self.text)
        town = sent.town.title() if sent is not None else ""
        spots = (find_places(town) or find_places(town.removesuffix(" City"))) if town else ()
        code = spots[0].country if spots else None
        torn = self._torn_state(sent.end if sent is not None else 0, code)
        if torn is not None and torn != code:
            self.home_why = "whose war the report opens with"
            return torn
        at_home = bool(spots) and sent is not None and not self._is_of_others(code, sent.end)
        self.home_why = "dateline" if at_home else "named far more often than any other"
        return code if at_home else self._main_state()

    def _torn_state(self, end: int, host: str | None) -> str | None:
        """The state whose government and rebels do something together in the sentence that opens a report behind its
        dateline: such reports come from the towns of others, where they meet and sign.

        Args:
            host: the state of the dateline, whose mediators may be told of there too.
        """
        told = [(i, c) for i, c in self.spots if self.words[i].start >= end]
        if not told or not self._is_of_subject(told[0][0]):
            return None
        first, code = told[0]
        sentence = self.words[first].sentence
        lead = [w for w in self.words[first:] if w.sentence == sentence]
        if self.reading.sentences[sentence].start > end + _OPENS or not lead:
            return None
        group = any(
            a.code == code and a.kind == "group" and a.sectors[:1] in (("REB",), ("PRE",))
            for begin, _, a in self.named
            if self.words[begin].sentence == sentence
        )
        rebels = any(self._tells_of_war(w, code) for w in lead)
        others = {c for i, c in told if self.words[i].sentence == sentence and self._is_of_subject(i)} - {code, host}
        return code if (group or rebels) and not others else None

    def _is_of_others(self, code: str | None, end: int) -> bool:
        """Whether the report is about other states than that of its dateline, which ends at `end`: it names that state
        and its places nowhere, and another one does what its first sentence tells, or is told of again and again."""
        from dragoman.resolve.who.nearby import is_placed

        told = [(i, c) for i, c in self.spots if self.words[i].start >= end]
        if not told or any(c == code and not is_placed(self, i) for i, c in told):
            return False
        if Counter(c for _, c in told).most_common(1)[0][1] > _AGAIN:
            return True
        first, other = told[0]
        return other != code and self.words[first].sentence <= _LEAD and self._is_of_subject(first)

    def _tells_of_war(self, word: Word, code: str) -> bool:
        """A word for those who fight or oppose their state, or for their war; not another state's rebels."""
        low = word.lemma.lower()
        if low == "war":
            return self.words[word.index - 1].text.lower() == "civil"
        if low in ("insurgency", "rebellion"):
            return True
        beside = {w.text.lower() for w in self.words[max(word.index - _BESIDE, 0) : word.index]}
        if low not in _REBELS or not (self._is_of_subject(word.index) or "with" in beside):
            return False  # "accused the opposition"
        row = self.actor_at.get(word.index - 1)
        return row is None or row[2].code == code or row[2].kind not in ("state", "people")

    def _is_of_subject(self, index: int) -> bool:
        """Whether a state does something, or somebody of it: "Ruritania's prime minister said"."""
        for _ in range(_STEPS):
            w = self.words[index]
            if w.deprel.startswith("nsubj"):
                return True
            if w.head == w.index or w.deprel == "obl":
                return False
            index = w.head
        return False

    def _main_state(self) -> str | None:
        """The state that the report is about: it and its places are named twice as often as any other, or half as
        often again where the first sentence names it first."""
        from dragoman.resolve.who.nearby import is_placed

        acting = [code for i, code in self.spots if not is_placed(self, i)]  # not only where something happened
        counts = Counter(acting or [code for _, code in self.spots])
        (top, n), (_, other), *_ = [*counts.most_common(2), ("", 0), ("", 0)]
        leads = bool(self.spots) and self.spots[0][1] == top and self.words[self.spots[0][0]].sentence <= _LEAD
        if n == 1 and not other and not leads:
            return None
        return top if top and (n >= 2 * other or (leads and 2 * n >= 3 * other)) else None

    # ------------------------------------------------------------ phrases

    def head_of(self, first: int, last: int) -> Word:
        """The word of a name or title that hangs on a word outside it."""
        return next((w for w in self.words[first:last] if not first <= w.head < last), self.words[first])

    def owner(self, words: list[Word]) -> Actor | None:
        """The actor that a title or phrase belongs to: not one that it only goes to ("envoy to Sudan")."""
        words = words[: next((k for k, w in enumerate(words) if k and w.text.lower() in _RELATIVE), len(words))]
        low = [w.text.lower() for w in words]
        best, ends_owned, gone = None, False, -1
        for first, last, actor in self._actors_in(words):
            before = _link_before(low, first)
            if before == "(" and first - 1 == gone:
                continue  # the short name of one left aside
            if not self._names_actor(words, first, last, actor):
                continue
            sent = best is not None or any(w in _SENT for w in low[:first])
            if before == "to" and "close" in low[:first]:
                gone = last  # "diplomats close to the agency" are not its own
            if _is_served(low, first, before, actor):
                before = "of"
            if before in _ELSEWHERE or (before == "for" and actor.kind in ("state", "seat") and sent):
                gone = last  # "for the Republic of Orvana (ROO)"
                continue
            if self._is_part_of_another(words, first, last, actor, best):
                continue
            owned = first > 0 and low[first - 1] in ("'s", "’s")  # "South Korea's senior APEC official"
            own_group = owned and actor.kind == "group" and best is not None and actor.code == best.code
            if best is None or (_goes_before(actor, best) and (own_group or not (owned or ends_owned))):
                best = actor
            ends_owned = last < len(low) and low[last] in ("'s", "’s")
        return best

    def _actors_in(self, words: list[Word]) -> Iterator[tuple[int, int, Actor]]:
        """Every actor whose name stands among the words, by its place there."""
        texts = [w.text for w in words]
        _ = self.named  # which parties are namesakes follows from all that is named
        at = 0
        found: list[tuple[int, int, Actor]] = []
        while (got := find_actor_in(texts, at)) is not None:
            first, at, actor = got
            row = self.actor_at.get(words[first].index)
            found.append((first, at, row[2] if row is not None and row[0] <= words[first].index else actor))
        within = {k for first, last, _ in found for k in range(first, last)}
        halves = [(k, row) for k, w in enumerate(words) if is_half(w) and (row := self.actor_at.get(w.index))]
        found += [(k, k + 1, row[2]) for k, row in halves if k not in within and row[1] - row[0] == 1]
        yield from sorted(found, key=lambda row: row[:2])

    def _names_actor(self, words: list[Word], first: int, last: int, actor: Actor) -> bool:
        """Whether the name means the actor here, and no namesake, other house or longer name."""
        texts = [w.text for w in words]
        before = _link_before([t.lower() for t in texts], first)
        if texts[first].startswith("America") and before.title() in _CONTINENTS:
            return False
        if not texts[first][:1].isupper() and not texts[first].startswith("al-"):
            return False
        longer = self.ends_longer(words[first].index, words[last - 1].index + 1, actor)
        return not (longer or self._is_namesake(actor, texts[first:last]) or self._is_others(texts[first:last]))

    def _is_part_of_another(self, words: list[Word], first: int, last: int, actor: Actor, best: Actor | None) -> bool:
        """Whether the name only helps to tell somebody else's: his backers, his foes, the post that he holds."""
        texts = [w.text for w in words]
        if best is not None and texts[first] in ("Security", "General", "Human") and best.code != actor.code:
            return True  # "the Russian Security Council" is Russia's
        if self.is_by_others(words[last - 1].index + 1):
            return True
        before, behind = _link_before([t.lower() for t in texts], first), [t.lower() for t in texts[last : last + 1]]
        if before in ("anti-", "pro-", "ethnic") or behind in (["colony"], ["colonies"]):
            return True
        return best is not None and behind == ["presidency"]  # "the Ruritanian EU presidency" is held by a state

    def sector_of(self, words: list[Word], office: Office | None) -> str | None:
        """The sector that a phrase's words show: the office's own, else the most telling word's."""
        if office is not None and office.sector and office.title not in ("leader", "chief", "chairman", "spokesman"):
            return office.sector
        found = [s for w in words if (s := find_sector(w.text))]
        special = [s for s in found if s != "GOV"]
        last = (special or found)[-1:]
        return last[0] if last else (office.sector if office else None)


def is_rebel(actor: Actor) -> bool:
    """An armed group that fights a state."""
    return actor.kind == "group" and actor.sectors[:1] == ("REB",)


def _link_before(low: list[str], first: int) -> str:
    """The word before a name, its article aside."""
    before = low[first - 1] if first else ""
    return low[first - 2] if before == "the" and first > 1 else before


def _is_served(low: list[str], first: int, before: str, actor: Actor) -> bool:
    """ "Officials from the agency", "an aide to the French president": of whom they are."""
    serves = before == "to" and bool(_SERVING & set(low[max(first - 3, 0) : first]))
    return serves or (before == "from" and actor.kind == "body")


def _goes_before(actor: Actor, best: Actor) -> bool:
    """A body or group behind the state that it is told with: "the Ruritanian OSCE envoy"."""
    inner = actor.kind in ("body", "group") and actor.code != "ICRC"  # "the Ruritanian Red Cross"
    return inner and best.kind in ("people", "state", "seat")
