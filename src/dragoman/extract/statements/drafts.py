"""What all ways of finding statements share: a statement while it is put together, and cuts of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dragoman.codebook.datelines import find_dateline
from dragoman.codebook.saying import find_saying_noun
from dragoman.extract.phrases import Tree, is_time
from dragoman.records import Name, Offsets, Quotation, Reading

_OFFICES: Final = frozenset(
    """administration government ministry secretary minister president premier chancellor ambassador envoy spokesman
    spokeswoman spokesperson official leader side party delegation delegate mediator source diplomat
    commissioner""".split()
)
_MEDIA: Final = frozenset(
    """agency newspaper daily radio television tv media report reuters afp xinhua bbc cnn ap interfax tass times post
    journal magazine newsagency broadcaster website""".split()
)
_GROUPS: Final = frozenset(
    """movement alliance front coalition group party union faction militia organisation organization network league
    congress""".split()
)  # with a name before them
_MUTE: Final = frozenset("this that these those which what there you".split())
_LEAD: Final = re.compile(
    r"(?:[\s,;:.\-–—)\]]+|(?:that|but|and|as saying|saying|as|whether)\b(?=\s)"
    r"|(?:late\s|early\s)?on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=\s(?:that|it|he|she|they|we|the|its|his|there|an?|[A-Z])\b))+",
    re.IGNORECASE,
)  # "said on Monday it would": the day is that of saying
_LEAD_QUOTED: Final = re.compile(r"[\s,;:.\-–—)\]]+")
_TRAIL: Final = ",;:-–—(["


@dataclass(slots=True)
class Draft:
    """A statement while it is put together; every part by its characters, `verb` the word that heads the cue."""

    cue: Offsets | None
    content: list[Offsets]
    source: Offsets | None = None
    verb: int | None = None
    confidence: float = 0.5
    way: str = "tagged"  # tagged, quoted, syntax, performed, turn, signed, noun, post
    document: str | None = None
    channel: str | None = None
    signed: bool = False  # the document is the speaker's own words
    setting: Offsets | None = None  # where and when it was said, where the content had taken it in
    tellers: list[Draft] = field(default_factory=list)  # who told of this saying, outermost first

    @property
    def start(self) -> int:
        return min(s for s, _ in self.content)


class Page:
    """A reading with the look-ups that finders of statements need. Word arguments are indices."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.tree = Tree(reading)
        self.words = reading.words
        self.sentences = reading.sentences
        self.quotations = outermost(reading.quotations)

    @cached_property
    def voices(self) -> dict[int, str]:
        """What the phrases that can speak are, by the word that heads them: person, organization or place."""
        return {m.head: m.kind for m in self.reading.mentions if m.kind in ("person", "organization", "place")}

    @cached_property
    def _opening(self) -> int:
        """Where the report's own words begin, behind a dateline."""
        return find_dateline(self.text)

    @cached_property
    def _names(self) -> dict[int, Name]:
        return {i: n for n in self.reading.names if n.kind in ("PER", "ORG", "LOC") for i in range(n.first, n.last)}

    def people_in(self, words: range) -> list[Name]:
        """The names of persons that begin among the words, in reading order."""
        found = dict.fromkeys(n for i in words for n in self.names_at(i))
        return [n for n in found if n.kind == "PER" and n.first in words]

    def names_at(self, i: int) -> list[Name]:
        """The name of a person, body or place that the word stands in, if any."""
        return [self._names[i]] if i in self._names else []

    @cached_property
    def _starts(self) -> list[int]:
        return [w.start for w in self.words]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    def words_in(self, span: Offsets) -> range:
        """The words that begin inside `span`."""
        return range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))

    def sentence_at(self, character: int) -> int:
        """The sentence that holds the character, or the one before it; 0 where there is none."""
        return self.reading.sentence_at(character)

    def sentences_of(self, spans: Iterable[Offsets]) -> set[int]:
        """The sentences that spans touch."""
        return {k for s, e in spans for k in range(self.sentence_at(s), self.sentence_at(max(e - 1, s)) + 1)}

    def quotation_at(self, character: int) -> int | None:
        """The quotation that holds the character."""
        i = bisect_right(self._quotation_starts, character) - 1
        return i if i >= 0 and character < self.quotations[i].end else None

    def quoted_share(self, spans: Iterable[Offsets]) -> float:
        """The share of the words of `spans` that stand between quotation marks."""
        inside = total = 0
        for span in spans:
            for i in self.words_in(span):
                if self.words[i].upos != "PUNCT":
                    total += 1
                    inside += self.quotation_at(self.words[i].start) is not None
        return inside / total if total else 0.0

    def trim(self, span: Offsets) -> Offsets | None:
        """`span` without "that", edge punctuation and outer quotation marks; None where nothing is left."""
        start, end = span
        start = max(start, self._opening if start < self._opening < end else 0)
        for _ in range(4):
            before = (start, end)
            leading = _LEAD if self.quotation_at(start) is None else _LEAD_QUOTED
            if lead := leading.match(self.text, start, end):
                start = lead.end()
            end = start + len(strip_end(self.text[start:end]))
            q = self.quotation_at(start)
            if q is not None and start in (self.quotations[q].start, self.quotations[q].inner[0]):
                quotation = self.quotations[q]
                rest = self.text[min(quotation.end, end) : end].strip(" .,;")
                if start == quotation.start and not rest:  # the whole of it is one quotation
                    start, end = quotation.inner[0], min(end, quotation.inner[1])
                elif start == quotation.inner[0]:
                    end = min(end, quotation.inner[1]) if not rest else end
            elif (
                q is None
                and start < end
                and self.text[start] in '"“”»'
                and self.text.find(self.text[start], start + 1, end) < 0
            ):
                start += 1
            if (start, end) == before:
                break
        if end - start < 2 or not any(c.isalnum() for c in self.text[start:end]):
            return None
        return start, end


def strip_end(words: str) -> str:
    """The words without white space and loose marks behind them."""
    while words != (words := words.rstrip().rstrip(_TRAIL)):
        pass
    return words


def outermost(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations that stand in no other, in reading order."""
    kept: list[Quotation] = []
    for q in sorted(quotations, key=lambda q: (q.start, -q.end)):
        if not kept or q.start >= kept[-1].end:
            kept.append(q)
    return tuple(kept)


def can_speak(page: Page, i: int) -> bool:
    """Whether the phrase headed by `i` names somebody: a name, a person or body, a text, or a pronoun for one."""
    word = page.words[i]
    if word.upos == "PRON":
        return word.text.lower() not in _MUTE
    if page.tree.name_at.get(i) in ("PER", "ORG", "LOC", "NORP") or i in page.voices:
        return True
    if (word.upos == "PROPN" and not is_time(word)) or word.lemma.lower() in _OFFICES:
        return True
    return find_saying_noun(word.lemma) == "document" or _is_named_group(page, i)


def _is_named_group(page: Page, i: int) -> bool:
    """ "Angola's UNITA movement", "the M23 alliance"."""
    before = page.tree.children(i, "compound")
    named = any(page.tree.name_at.get(c) in ("ORG", "PER") or page.words[c].text.isupper() for c in before)
    return named and page.tree.lemma(i) in _GROUPS


def carries(page: Page, outer: Draft) -> bool:
    """Whether a medium tells: what "he said" by a newspaper's account are not the newspaper's own words."""
    source = [page.words[i] for i in page.words_in(outer.source)] if outer.source else []
    return any(w.lemma.lower() in _MEDIA for w in source)


def overlap(a: Offsets, b: Offsets) -> int:
    """How many characters two spans share."""
    return max(min(a[1], b[1]) - max(a[0], b[0]), 0)


def shared(a: Iterable[Offsets], b: Iterable[Offsets]) -> float:
    """The characters that two contents share, as a part of the shorter."""
    a, b = list(a), list(b)
    common = sum(overlap(x, y) for x in a for y in b)
    return common / max(min(sum(e - s for s, e in a), sum(e - s for s, e in b)), 1)
