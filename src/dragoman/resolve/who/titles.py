"""The words that tell who a name is: the title before it, what is set beside it, the phrase around a noun."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import Actor, Office, find_office
from dragoman.records import Word
from dragoman.resolve.who.named import Named, Person

_TITLE_WORDS: Final = frozenset(("of", "for", "'s", "’s", "'", "’", "-", "–", "/", "the", "affairs"))
_TITLE: Final = 16  # words
_LINKS: Final = ("of", "for")
_STYLES: Final = frozenset(
    """his her their royal serene highness excellency majesty eminence holiness h.e he hrh dr mr ms mrs shri smt sheikh
    sheikha professor prof""".split()
)


_ASIDE: Final = 18  # words behind a name's comma that may tell who it is
_POSTED: Final = frozenset("ambassador envoy representative observer delegate liaison emissary".split())
_LEADING: Final = frozenset("led leads heads headed commands commanded represented represents chairs".split())
_SPEAKING: Final = (["spoke", "for"], ["speaks", "for"])
_LED_BY: Final = frozenset("led headed commanded".split())
_LED: Final = frozenset(
    """delegation side team group faction movement party rebel militia wing negotiator organization organisation front
    army bloc office mission""".split()
)
FIGHTERS: Final = frozenset("rebels rebel guerrillas guerrilla insurgents insurgent".split())


class Titles(Named):
    """Finds the titles and descriptions of names, by word index."""

    def before_words(self, first: int) -> list[Word]:
        """The words of the title right before a name, in reading order."""
        found: list[Word] = []
        for w in reversed(self.words[max(first - _TITLE, 0) : first]):
            if w.sentence != self.words[first].sentence:
                break
            low = w.text.lower()
            if low in ("(", ")") or (found and found[-1].text == ")"):  # "World Trade Organization (WTO) chief"
                found.append(w)
                continue
            if w.index in self.person_at and self.person_at[w.index] is not self.person_at.get(first):
                break
            if (
                low in _TITLE_WORDS
                or w.upos in ("PROPN", "ADJ", "NOUN", "X", "NUM")
                or (w.upos == "VERB" and w.index in self.actor_at)  # "United" in a name is no verb
                or (low == "to" and found and self._is_sent(w))
                or (low == "and" and (self._joins(w) or (found and self._joins_common(w))))
            ):
                found.append(w)
            else:
                break
        while found and found[-1].text in ("(", ")"):
            found.pop()
        return found[::-1]

    def title_words(self, first: int) -> list[Word]:
        """The title right before a name and no more: "support for the government of Ruritanian Premier X" tells the
        premier's state alone, "the killing of X" nobody's."""
        words = self.before_words(first)
        links = (k for k, w in enumerate(words) if w.text.lower() in _LINKS and w.index not in self.actor_at)
        at = max((k + 1 for k in links), default=0)
        ahead, behind = words[:at], words[at:]
        offices = [find_office([w.text.lower() for w in part]) for part in (ahead, behind)]
        if not behind or (offices[0] is None and offices[1] is not None and self.owner(behind) is not None):
            return behind
        return words

    def _joins_common(self, w: Word) -> bool:
        """ "trade and industry commissioner": both sides are common nouns, right before an office."""
        beside = self.words[w.index - 1 : w.index] + self.words[w.index + 1 : w.index + 3]
        if len(beside) < 3 or any(not b.text.islower() for b in beside):
            return False
        return find_office([beside[-1].text.lower()]) is not None

    def _is_sent(self, to: Word) -> bool:
        """ "The Ruritanian ambassador to Sylvania X": where an office-holder is sent is part of the title."""
        before = self.words[to.index - 1] if to.index else None
        behind = [w.text for w in self.words[to.index + 1 : to.index + 3]]
        serves = behind[:1] == ["the"] and behind[1:] != [] and behind[1][:1].isupper()
        serves = serves and before is not None and before.text in ("Adviser", "Advisor")  # "Adviser to the President X"
        return serves or (before is not None and before.text.lower() in _POSTED)

    def _joins(self, w: Word) -> bool:
        """ "Minister of Foreign Affairs and Trade": both sides of "and" are capitalised."""
        after = self.words[w.index + 1] if w.index + 1 < len(self.words) else None
        if w.index == 0 or after is None or self._ends_title(w, after):
            return False
        return self.words[w.index - 1].text[:1].isupper() and after.text[:1].isupper()

    def _ends_title(self, w: Word, after: Word) -> bool:
        """ "X of Ruritania and Chairman Y", "X of Ruritania and Sylvanian Chairman Y": behind a state's name "and" goes
        on to another's title."""
        before = self.actor_at.get(w.index - 1)
        if before is None or before[1] != w.index or before[2].kind not in ("state", "seat"):
            return False
        other = self.actor_at.get(after.index)
        of_it = before[0] > 0 and self.words[before[0] - 1].text.lower() in ("of", "for")
        if of_it and before[0] - 2 in self.person_at:  # "Premier X of Ruritania and Foreign Minister Y"
            return True
        of_other = of_it and after.upos == "ADJ" and other is not None and other[2].code != before[2].code
        return of_other or find_office([after.text.lower()]) is not None

    def beside_words(self, first: int, last: int) -> list[Word]:
        """An apposition behind the name ("X, the foreign minister of Y,") or before it ("the envoy of Y, X,")."""
        behind = self._behind_words(last)
        ahead = self._ahead_words(first, last)
        if behind and self._opens_next(behind) and (ahead or self._has_title(first)):
            return ahead
        if behind and find_office([w.text.lower() for w in behind]) is not None and not _names_several(behind):
            return behind
        return ahead

    def _has_title(self, first: int) -> bool:
        """ "At the invitation of Premier A, the president of Y, B, will come": A has a title and is no president."""
        return find_office([w.text.lower() for w in self.before_words(first)]) is not None

    def _opens_next(self, behind: list[Word]) -> bool:
        """ "The X chancellor, A, the Y president, B": what stands behind A's comma is the title of whoever is next."""
        after = behind[-1].index + 2
        return after < len(self.words) and self.words[after - 1].text == "," and after in self.person_at

    def _behind_words(self, last: int) -> list[Word]:
        """What stands behind a name's comma up to the next; nothing where it goes on to somebody else."""
        behind: list[Word] = []
        if last >= len(self.words) or self.words[last].text not in (",", "("):
            return []
        for w in self.words[last + 1 : last + _ASIDE]:
            if "\n" in self.text[self.words[w.index - 1].end : w.start] or (not behind and w.upos == "CCONJ"):
                break  # a heading's next line; "A, and the Y president, B"
            if w.upos in ("VERB", "AUX") and any(v.deprel == "nsubj" and v.head >= w.index for v in behind):
                return []  # "after talks with A, the king said": whoever says it is another
            if w.text in (",", ".", ";", ")", "—", "--") or w.upos in ("VERB", "AUX", "SCONJ") or w.lemma == "who":
                break
            if w.index in self.person_at:
                return []
            behind.append(w)
        return behind

    def _ahead_words(self, first: int, last: int) -> list[Word]:
        """The title before a name's comma: "the envoy of Y, X"."""
        ahead: list[Word] = []
        title = self.before_words(first)
        named = (*title, *self.words[first:last])
        beside = any(w.deprel == "appos" for w in named) or self._is_set_off(named, last)
        if title and beside and find_office([w.text.lower() for w in title]) is not None:
            first = title[0].index  # "the Y head of government, Premier X"
        while first > 1 and self.words[first - 1].text.rstrip(".").lower() in _STYLES:
            first -= 1
        if first > 2 and self.words[first - 1].text == ",":
            for w in reversed(self.words[max(first - _ASIDE, 0) : first - 1]):
                acts = w.upos in ("VERB", "AUX") and w.index not in self.actor_at
                other = self.person_at.get(w.index)
                owns = other is not None and bool(ahead) and self._owns(w.index, ahead[-1])
                if w.text in (",", ".", ";") or acts or (other is not None and not owns):
                    break
                ahead.append(w)
            ahead.reverse()
            return self._title_in(ahead, first)
        return []

    def _is_set_off(self, named: tuple[Word, ...], last: int) -> bool:
        """Whether a title and name stand between commas, under a noun before them: beside it, however read."""
        before = self.words[named[0].index - 1].text if named[0].index else ""
        after = self.words[last].text if last < len(self.words) else ""
        return before == after == "," and any(w.deprel == "nmod" and w.head < named[0].index for w in named)

    def _owns(self, index: int, behind: Word) -> bool:
        """ "X's spokesman, Y": somebody named whose the next word is, or the rest of that name."""
        return behind.text in ("'s", "’s") or self.person_at.get(behind.index) is self.person_at[index]

    def _title_in(self, ahead: list[Word], first: int) -> list[Word]:
        """The title that ends at the comma before the name `first`: "with the Foreign Minister of Y, X"."""
        office = find_office([w.text.lower() for w in ahead])
        if office is None:
            return []
        head = next((k for k, w in enumerate(ahead) if w.text.lower() == office.title.split()[0]), None)
        if head is None:
            return []
        start = head
        while start > 0 and (
            ahead[start - 1].upos in ("PROPN", "ADJ", "NOUN") or ahead[start - 1].text in ("'s", "’s", "-", "–")
        ):
            start -= 1  # "the UN secretary general's special representative"
        article = start > 0 and ahead[start - 1].text.lower() in ("the", "and")
        beside = self.words[first].deprel == "appos" or ahead[head].head == first  # whichever hangs on the other
        return ahead[start:] if article or beside else []

    def aside_words(self, first: int, last: int) -> list[Word]:
        """All that is said of a name between commas behind it, and the title before it with those whom it names."""
        found: list[Word] = []
        for w in reversed(self.words[max(first - 6, 0) : first]):
            if w.sentence != self.words[first].sentence or w.upos in ("VERB", "AUX", "SCONJ", "CCONJ", "PUNCT", "PRON"):
                break
            found.append(w)
        found.reverse()
        if last < len(self.words) and self.words[last].text in (",", "("):
            for w in self.words[last + 1 : last + 14]:
                if (
                    w.text in (",", ".", ";", ")")
                    or w.upos in ("VERB", "AUX")
                    or w.sentence != self.words[first].sentence
                ):
                    break
                found.append(w)
        behind = [w for w in found if w.index >= last]
        of_next = bool(behind) and self._opens_next(behind) and self._has_title(first)
        return found[: -len(behind)] if of_next else found

    def led_words(self, first: int, last: int) -> list[Word]:
        """Those whom somebody named is told to lead or speak for: "X, who led the Ruritanian delegation", "X heads the
        movement", "Y, whose party stayed away", "the Freedom Front, led by X"."""
        return self._led_behind(last) or self._led_ahead(first)

    def _led_behind(self, last: int) -> list[Word]:
        behind = self.words[last : last + _ASIDE]
        at = 1 if [w.text for w in behind[:1]] == [","] else 0
        low = [w.text.lower() for w in behind[at : at + 3]]
        if at and low[:1] == ["whose"]:
            begin = at + 1
        else:
            at += at and low[:1] in (["who"], ["which"])
            low = [w.text.lower() for w in behind[at : at + 2]]
            if not low or not (low[0] in _LEADING or low in _SPEAKING):
                return []
            begin = at + (2 if low in _SPEAKING else 1)
        found: list[Word] = []
        for w in behind[begin:]:
            if w.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and w.text not in ("-", "'s", "’s"):
                break
            if w.sentence != behind[0].sentence or w.index in self.person_at:
                break
            found.append(w)
        return found if self._may_be_led(found) else []

    def _led_ahead(self, first: int) -> list[Word]:
        title = self.before_words(first)
        at = (title[0].index if title else first) - 1
        while at > 0 and self.words[at].text.lower() in ("the", "a", "his", "its"):
            at -= 1
        if at < 2 or self.words[at].text.lower() != "by" or self.words[at - 1].text.lower() not in _LED_BY:
            return []
        verb = self.words[at - 1]
        passive = [
            w.index for w in self.words[max(at - 20, 0) : at] if w.head == verb.index and w.deprel == "nsubj:pass"
        ]
        head = passive[0] if passive else verb.head
        if not head < verb.index or self.words[head].sentence != verb.sentence:
            return []
        found = [w for w in self.phrase_words(head) if w.index < verb.index]
        return found if self._may_be_led(found) else []

    def _may_be_led(self, words: list[Word]) -> bool:
        """A delegation, a movement, fighters; no talks, no war."""
        rows = [self.actor_at.get(w.index) for w in words]
        group = any(row is not None and row[2].kind == "group" for row in rows)
        return group or any(w.lemma.lower() in _LED for w in words)

    def phrase_words(self, head: int) -> list[Word]:
        """The words of the phrase around a noun: what stands right before it, and behind its "of"."""
        words = [*self.before_words(head), self.words[head]]
        for w in self.words[head + 1 : head + 8]:
            if (
                w.upos in ("VERB", "AUX", "SCONJ", "PRON")
                or w.text in (",", ".", ";")
                or w.lemma in ("in", "at", "on", "after")
            ):
                break
            words.append(w)
        return words

    def learn(self, person: Person, words: list[Word]) -> None:
        if not words:
            return
        several = _names_several(words) and len(read_shared_title(self, words[-1].index + 1)[0]) > 1
        actor = None if several else self.owner(words)
        office = find_office([w.text.lower() for w in words])
        if office is not None and office.title not in person.offices and not is_former(words):
            person.offices.append(office.title)
        sector = self.sector_of(words, office)
        owned = office is not None or sector or (actor is not None and actor.kind in ("group", "body"))
        if actor is not None and owned and person.code is None:
            person.code, person.why = actor.code, self._tell(words)
            person.group = actor.name if actor.kind == "group" else None
        elif actor is None and office is not None and self._is_office_here(office) and person.code is None:
            person.code, person.why = office.code, self._tell(words)
        elif actor is None and office is not None and office.post == "secretary-general" and person.code is None:
            if self.counts["UNO"] > 0:
                person.code, person.why = "UNO", self._tell(words)
        if is_former(words):
            sector = "ELI"
        elif actor is None and any(w.text.lower() in FIGHTERS for w in words):
            sector = "REB"  # "rebel envoy"
        if not person.sectors or person.sectors == ("GOV",):
            if actor is not None and actor.kind in ("group", "body"):
                person.sectors = actor.sectors
            elif sector:
                person.sectors = (sector,)

    def _is_office_here(self, office: Office) -> bool:
        """An office that goes by itself for one state or body, where the report has to do with it."""
        near = office.code in (self.outlet_code, self.home) or office.code == "VAT"
        return office.code is not None and (near or self.counts[office.code] > 0)

    def _tell(self, words: list[Word]) -> str:
        """A title and where it stands, in words."""
        told = " ".join(self.text[words[0].start : words[-1].end].split())
        return f'named with the title "{told}" in sentence {words[0].sentence + 1}'


def read_shared_title(cast: Named, first: int) -> tuple[list[Actor], Office | None]:
    """Whose office-holders a phrase for several names right before word `first`, and their office: "the Ruritanian and
    Sylvanian premiers", "the premiers of Ruritania and Sylvania", and a mark."""
    at = first - 1
    while at >= 0 and cast.words[at].text in (",", "-", "--", "–", "—", "(", ":"):
        at -= 1
    title: list[Word] = []
    while at >= 0 and len(title) < _TITLE and cast.words[at].sentence == cast.words[first].sentence:
        w = cast.words[at]
        if w.upos not in ("PROPN", "ADJ", "NOUN", "CCONJ", "DET") and w.text not in (",", "of", "for"):
            break
        title.insert(0, w)
        at -= 1
    several = any(w.text.lower().endswith("s") and find_office([w.lemma.lower()]) is not None for w in title)
    office = find_office([w.lemma.lower() for w in title]) if several else None
    if office is None:
        return [], None
    rows = dict.fromkeys(row for w in title if (row := cast.actor_at.get(w.index)) is not None)
    return [actor for _, _, actor in rows if actor.kind in ("state", "people", "seat")], office


def is_former(words: list[Word]) -> bool:
    """Somebody who holds the office no more, or not yet."""
    return any(w.text.lower() in ("former", "ex", "late", "ousted", "then", "elect", "next", "future") for w in words)


def _names_several(words: list[Word]) -> bool:
    """ "the presidents of both chambers": others in a list, no apposition."""
    head = next((w for w in words if find_office([w.text.lower()]) is not None), None)
    return head is not None and head.text.lower().endswith("s") and head.text.lower() != head.lemma.lower()
