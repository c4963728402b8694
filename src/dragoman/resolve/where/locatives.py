"""The phrases of a report that say where, and the places they name.

A place is taken only from words that locate: a name under "in", "at", "near", "aboard", the object of "visit", where
somebody travels to or is received, the place that talks are called after ("the Geneva talks").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from dragoman.codebook import places
from dragoman.codebook.actors import find_actor
from dragoman.codebook.places import Spot, find_us_state
from dragoman.codebook.places.candidates import find_container, list_candidates
from dragoman.codebook.places.capitals import find_capital
from dragoman.codebook.places.locate import lies_in, locate_names
from dragoman.records import Name, Offsets, Reading, Word
from dragoman.resolve.clauses import TALKS, Syntax
from dragoman.resolve.where.origin import find_origins

LOCATIVE: Final = frozenset("in at near outside inside aboard within into throughout across around off beyond".split())
_INTO: Final = frozenset(("into", "outside", "inside"))
FORCE: Final = frozenset(
    """attack assault offensive raid strike bombing bombardment shelling invasion aggression incursion war invade
    storm shell bomb bombard occupy besiege capture seize enter overrun pound hammer hit target advance march
    airstrike""".split()
)
GENERIC: Final = frozenset(
    """city town village hamlet capital resort port suburb district province region state island camp area neighborhood
    neighbourhood municipality county peninsula territory enclave country nation kingdom republic street outskirt slum
    quarter heart edge outskirts gate""".split()
)
# what a place has and is called after ("Orvana airport", "the Xoruz crossing"): it lies there
_SITES: Final = frozenset(
    """airport airfield airbase base barracks bridge camp checkpoint crossing dam garrison harbor harbour junction
    market pass port prison refinery river square station valley""".split()
)
_SITES_ARE: Final = frozenset("air army border military naval international railway refugee prison oil".split())
_WIDE: Final = frozenset("area region district camp province county suburb quarter".split())
TRAVEL: Final = frozenset(
    """visit trip travel arrive fly return tour journey go come head stop welcome receive invite host bring""".split()
)
ROOMS: Final = frozenset(
    """hotel palace residence headquarters office embassy airport base venue building center centre villa castle mansion
    house compound ministry academy university mosque church hall club estate ranch session summit conference visit trip
    tour stay stop holiday""".split()
)
_SENT: Final = frozenset("send deploy dispatch rush deployment move advance push march roll drive".split())
_PASSING: Final = frozenset(
    """march marche parade rally demonstrate protest move advance push drive roll sweep rampage walk ride sail pass
    transit travel patrol cross flee street centre center protest demonstration""".split()
)
_LET_FLY: Final = frozenset("drop fire launch lob rain hurl".split())  # bombs and shells, on a town
_AT: Final = frozenset("on onto upon at".split())
_UPON: Final = frozenset("street square avenue outskirt outskirts".split())  # "on the streets of Orvana"
_LEFT: Final = frozenset("withdraw pull withdrawal pullout retreat".split())
_COMPASS: Final = frozenset("north south east west northeast northwest southeast southwest".split())
LINES: Final = frozenset("border frontier coast coastline shore waters airspace".split())
_ALONG: Final = LOCATIVE | {"on", "along", "off", "over"}
_WATCHED: Final = frozenset("patrol guard cross police blockade violate enter breach".split())
_CAPITAL: Final = " capital"
_POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
_OWNED: Final = re.compile(r"\s?['’]s?$")
_TAIL: Final = re.compile(
    r",\s((?:[A-Z][a-z]{1,5}\.(?!\s[a-z])|[A-Z]\.[A-Z]\.|[A-Z]{2}\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Locative:
    """A phrase that locates: its name in the text, the word that heads it, and what it is.

    bound_for: where somebody goes, or is received.
    struck: what force is used on ("an attack on Orvana", "stormed the city of Orvana"); where that is done, no more.
    """

    start: int
    end: int
    head: int
    spot: Spot | None
    facility: bool
    bound_for: bool = False
    struck: bool = False

    @property
    def wide(self) -> bool:
        """A state or region, and no town or building."""
        return self.spot is not None and self.spot.kind in ("country", "region")


class Phrases:
    """One report's locating phrases, and where it was sent from."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.reading = reading
        self.syntax = Syntax.of(reading)
        self.located = self._locate()
        self.countries = self._countries()
        self.found = self._find()
        self.origins = find_origins(self.text, self.countries)

    def look_up(self, name: str, span: Offsets | None = None) -> Spot | None:
        """The place of a name; one that stands in the text is weighed with all other names there."""
        if name.endswith(_CAPITAL):
            return find_capital(_OWNED.sub("", name.removesuffix(_CAPITAL)))
        if "," not in name and span in self.located and self.located[span]:
            return self.located[span]
        return places.choose_place(name, self.countries)

    def end_of(self, start: int, end: int) -> int:
        """Where the name ends with the state or country that a comma adds to it.

        "In Afghanistan, U.S. envoys" and "to Belgium, Poland and Moldova" are no such names.
        """
        tail = _TAIL.match(self.text, end)
        container = find_container(tail[1]) if tail else None
        if not tail or container is None or not (container.kind == "country" or find_us_state(tail[1])):
            return end
        candidates = list_candidates(self.text[start:end])
        if any(lies_in(c, container) for c in candidates):
            return tail.end()
        return end if candidates else tail.end()

    # ------------------------------------------------------------ once a report

    def _locate(self) -> dict[Offsets, Spot | None]:
        spans = [(n.start, n.end) for n in self.reading.names if n.kind in ("LOC", "FAC")]
        report = self.reading.report
        return dict(zip(spans, locate_names(self.text, spans, report.outlet or report.url), strict=True))

    def _countries(self) -> tuple[str, ...]:
        """The states that the report's place names lie in beyond doubt, most named first."""
        counts: Counter[str] = Counter()
        for name in self.reading.names:
            if name.kind in ("LOC", "FAC"):
                spots = places.find_places(self.text[name.start : name.end])
                if spots and spots[0].country and (len(spots) == 1 or spots[0].kind in ("capital", "country")):
                    counts[spots[0].country] += 1
        return tuple(c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    # ------------------------------------------------------------ phrases

    def _find(self) -> list[Locative]:
        found: list[Locative] = []
        for w in self.syntax.words:
            if w.upos not in ("PROPN", "NOUN"):
                continue
            bound = self._is_bound_for(w)
            struck = not bound and not self._is_located(w)
            if struck and not self._is_struck(w):
                continue
            line = self._line(w)
            span = line or self._capital(w) or self._name_around(self._named_by(w))
            if span is None:
                continue
            (start, end), kind = span
            spot = self._of_owner(start, end) if line else self.look_up(self.text[start:end], (start, end))
            if spot is None and kind not in ("LOC", "FAC"):
                continue
            facility = kind == "FAC" or (spot is not None and spot.kind == "venue")
            found.append(Locative(start, end, w.index, spot, facility, bound, struck))
        return found

    def _named_by(self, word: Word) -> int:
        """The word that names what a generic one is of: "the Black Sea resort of Sochi", "the island country Malta"."""
        site = self._site(word)
        if site is not None or (word.lemma not in GENERIC and word.text.lower() not in GENERIC):
            return word.index if site is None else site
        own = next((n for n in self.reading.names if n.first < word.index < n.last), None)
        if own is not None and own.kind == "LOC" and word.text.islower() and word.index == own.last - 1:
            named = [w for w in self.syntax.child(word.index, ("nmod",)) if w.upos == "PROPN" and "of" in self.cases(w)]
            if named:
                return named[0].index  # "the U.S. state of Oregon"
        if own is not None and own.kind == "LOC":
            return word.index  # "north Orvana's Lower Vale Province"
        if any(n.first == word.index + 1 and n.kind == "LOC" for n in self.reading.names):
            return word.index + 1
        beside = [w for w in self.syntax.child(word.index, ("appos", "flat")) if w.upos == "PROPN"]
        if beside and word.lemma not in _WIDE:
            return beside[0].index
        refugees = word.index > 0 and self.syntax.words[word.index - 1].text.lower() == "refugee"
        before = word.index - 1 if refugees else word.index
        ahead = next((n for n in self.reading.names if n.last == before and n.kind == "LOC"), None)
        of = any("of" in self.cases(w) for w in self.syntax.child(word.index, ("nmod",)) if w.upos == "PROPN")
        near = ahead is not None and self.syntax.words[ahead.first].sentence == word.sentence
        if ahead is not None and near and (not of or word.lemma in _WIDE):
            return ahead.first  # "the Orvana area of the north"; "the northern town of Orvana" is Orvana
        for relation in ("nmod", "appos", "flat", "compound"):
            named = [w for w in self.syntax.child(word.index, (relation,)) if w.upos == "PROPN"]
            if named:  # "Orvana's capital city of Xoruz" is Xoruz
                return next((w.index for w in named if "of" in self.cases(w)), named[0].index)
        return word.index

    def _site(self, word: Word) -> int | None:
        """The name before "airport" or "crossing" of what has it; not that of a state, whose it may only be."""
        if word.lemma.lower() not in _SITES:
            return None
        words, last = self.syntax.words, word.index
        while last and words[last - 1].text.lower() in _SITES_ARE and words[last - 1].sentence == word.sentence:
            last -= 1
        name = next((n for n in self.reading.names if n.last == last and n.kind == "LOC"), None)
        if name is None or words[name.first].sentence != word.sentence:
            return None
        actor = find_actor(self.text[name.start : name.end])
        spots = places.find_places(self.text[name.start : name.end])
        state = (spots and spots[0].kind == "country") or (not spots and actor is not None and actor.code is not None)
        return None if state else name.first

    def _capital(self, word: Word) -> tuple[Offsets, str] | None:
        """ "The Selvian capital", "Selvia's capital", where no name of the town stands beside it."""
        if word.text != "capital":
            return None
        words, first = self.syntax.words, word.index
        sentence = self.reading.sentences[word.sentence]
        while first > sentence.first and (words[first - 1].text[:1].isupper() or words[first - 1].text in _POSSESSIVE):
            first -= 1
        while first < word.index and words[first].upos in ("ADP", "DET", "SCONJ"):
            first += 1
        whose = _OWNED.sub("", self.text[words[first].start : words[word.index - 1].end]) if first < word.index else ""
        after = [w.text.lower() for w in words[word.index + 1 : min(word.index + 3, sentence.last)]]
        beside = word.index + 1 + next((k for k, w in enumerate(after) if w not in (",", "of", "city")), len(after))
        named = any(n.first == beside and n.kind == "LOC" for n in self.reading.names)
        known = bool(whose) and not named and find_capital(whose) is not None
        return ((words[first].start, word.end), "LOC") if known else None

    def cases(self, word: Word) -> set[str]:
        """The prepositions before a word; those inside its name ("Council of the Revolution in Orvana") left out."""
        inside = next((n for n in self.reading.names if n.first <= word.index < n.last), None)
        start = inside.start if inside else word.start
        return {c.text.lower() for c in self.syntax.child(word.index, ("case",)) if c.start < min(start, word.start)}

    def _is_located(self, word: Word) -> bool:
        """Whether a preposition of place, or talks called after it, make the word say where."""
        cases = self.cases(word)
        if "through" in cases and self._is_passed(word):
            return True
        if cases & LOCATIVE or (word.lemma in LINES and (cases & _ALONG or self._is_watched(word))):
            return True
        if "of" in cases and self._is_part(word):
            return True
        if "on" in cases and word.lemma in _UPON:
            return True
        above = self.syntax.words[word.head]
        if word.deprel != "compound" or above.lemma.lower() not in TALKS or word.index > above.index:
            return False
        spots = places.find_places(word.text)
        joined = self.syntax.child(word.index, ("conj", "punct"))  # "Moscow-Washington talks" are two parties
        return bool(spots) and spots[0].kind in ("capital", "city", "venue") and not joined

    def _is_part(self, word: Word) -> bool:
        """Whether what it is said to be "of" lies somewhere: "west of Orvana", "in a hamlet of Lower Vale district"."""
        of = next(c for c in self.syntax.child(word.index, ("case",)) if c.text.lower() == "of")
        before = self.syntax.words[max(of.index - 1, 0)]
        if before.sentence != word.sentence or before.index == of.index:
            return False
        return before.text.lower() in _COMPASS or (before.lemma in GENERIC and self._is_located(before))

    def _is_passed(self, word: Word) -> bool:
        """ "Marched through Orvana", "passed through the streets of Orvana"; not "talks through Orvana"."""
        above = self.syntax.words[word.head]
        return above.index != word.index and above.lemma.lower() in _PASSING

    def _is_watched(self, word: Word) -> bool:
        return word.deprel == "obj" and self.syntax.words[word.head].lemma in _WATCHED

    def _line(self, word: Word) -> tuple[Offsets, str] | None:
        """A border or coast with whose it is: "the Orvanan coast", "the border between Orvana and Selvia"."""
        if word.lemma not in LINES:
            return None
        words = self.syntax.words
        first = word.index
        while (
            first
            and words[first - 1].sentence == word.sentence
            and (words[first - 1].text[:1].isupper() or words[first - 1].text in ("-", "–", "'s", "’s"))
        ):
            first -= 1
        while first < word.index and words[first].upos in ("ADP", "DET", "SCONJ"):
            first += 1  # "Near Orvana's border"
        last = self._end_of_sharers(word.index + 1)
        if last is None:
            return ((words[first].start, word.end), "LOC") if first < word.index else None
        return (words[first].start, last), "LOC"

    def _of_owner(self, start: int, end: int) -> Spot | None:
        """The border or coast of one state lies there."""
        codes = {a.code for w in self.text[start:end].replace("-", " ").split() if (a := find_actor(w)) and a.code}
        return Spot(self.text[start:end], "town", codes.pop(), None, None) if len(codes) == 1 else None

    def _end_of_sharers(self, at: int) -> int | None:
        """Where the names end of those that a border is "between" or "with"."""
        words = self.syntax.words
        if at >= len(words) or words[at].text not in ("between", "with", "of"):
            return None
        end = None
        for n in self.reading.names:
            if words[n.first].sentence == words[at].sentence and n.first > at:
                between = [w.text for w in words[at + 1 : n.first] if w.text != "the"]
                if between:
                    break
                end, at = n.end, n.last
                if at >= len(words) or words[at].text != "and":
                    break
        return end

    def _is_bound_for(self, word: Word) -> bool:
        """Whether somebody travels to the place, visits it or is received there."""
        governor = self.syntax.words[word.head]
        if word.deprel == "conj":
            return governor.index != word.index and governor.upos == "PROPN" and self._is_bound_for(governor)
        if word.deprel == "obj":
            return governor.lemma in ("visit", "tour")
        if word.deprel == "compound" and governor.lemma in ("visit", "trip", "tour"):
            above = self.syntax.words[governor.head]
            return word.index < governor.index and above.lemma not in ("cancel", "postpone", "delay", "scrap")
        cases = self.cases(word)
        if "for" in cases:
            return governor.lemma in ("leave", "depart")
        if cases & {"in", "at"} and governor.lemma in ("arrive", "land"):
            return True
        paid = governor.lemma == "pay" and any(c.lemma == "visit" for c in self.syntax.child(governor.index, ("obj",)))
        return "to" in cases and (governor.lemma in TRAVEL or paid)

    def _is_struck(self, word: Word) -> bool:
        """Whether force is used on the place that the word names, or troops are sent to it or leave it."""
        governor = self.syntax.words[word.head]
        if governor.index == word.index:
            return False
        lemma, cases = governor.lemma.lower(), self.cases(word)
        if (lemma in _SENT and "to" in cases) or (lemma in _LEFT and "from" in cases):
            return True
        if lemma in _LET_FLY and cases & _AT:
            return True
        if lemma not in FORCE:
            return False
        return word.deprel == "obj" or bool(self.cases(word) & {"on", "against", "of"})

    def _name_around(self, head: int) -> tuple[Offsets, str] | None:
        """The name that the word stands in, without its article, with the state after its comma; and its kind."""
        word = self.syntax.words[head]
        name: Name | None = next((n for n in self.reading.names if n.first <= head < n.last), None)
        if name is not None and name.kind == "PER" and self.cases(word) & _INTO and name.last - name.first == 1:
            name = replace(name, kind="LOC")  # one goes into no person
        elif name is not None and name.kind in ("PER", "NORP", "DOC"):
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
        return (start, self.end_of(start, end)), kind

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
