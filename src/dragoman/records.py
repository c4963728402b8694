"""The nouns: what a report is, what a reading of it is, and the rows that come of it.

Everything here is frozen, and everything that names words of a report does so by a half-open pair of
character offsets into `Report.text`, which is never altered after it is read. `None` means not said or
not resolved; it is never a guess. What is worked out rather than said carries `basis="inferred"`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

KINDS = ("statements", "events", "meetings", "agreements", "positions")  # of rows in a record

Basis = Literal["stated", "inferred"]
Side = Literal["actor", "recipient"]
SIDES: tuple[Side, ...] = ("actor", "recipient")
FoundBy = Literal["frame", "own frame", "read", "words", "meeting"]  # how an event came to be; own: a user's frame
Manner = Literal["direct", "mixed", "indirect"]
Offsets = tuple[int, int]


def name_text(text: str) -> str:
    """The name of a text: the SHA-256 of its UTF-8 bytes, in hex. Lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# ---------------------------------------------------------------- what is read


@dataclass(frozen=True, slots=True)
class Report:
    """One text as an outlet published it. `title` came separately and carries no rows."""

    text: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str = "en"
    origin: str | None = None  # the file, line or stream it was read from; for messages, never for coding

    @property
    def id(self) -> str:
        """Names the text; the same text from two outlets is one text with two appearances."""
        return name_text(self.text)


# ---------------------------------------------------------------- what the language model makes of it


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `index` and `head` count words of the whole reading; a root is its own head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str  # lower case except for proper nouns
    upos: str  # Universal POS tag
    head: int
    deprel: str  # Universal Dependencies relation, with its subtype
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start:end` of the text; words `first:last` of the reading."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `start:end` takes the marks in, `inner` leaves them out.

    A quotation that runs over several paragraphs has one Quotation a paragraph; `continues` says that
    this one goes on from the one before. `closed` is False where the closing mark is missing and the
    end of the paragraph was taken instead.
    """

    start: int
    end: int
    inner: Offsets
    continues: bool = False
    closed: bool = True


NameKind = Literal["PER", "ORG", "LOC", "NORP", "FAC", "DOC", "MISC"]


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: words `first:last`, characters `start:end`.

    PER person, ORG organisation, LOC state or place, NORP nationality or people, FAC facility or venue,
    DOC title of a document, MISC any other name.
    """

    start: int
    end: int
    first: int
    last: int
    kind: NameKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what by which words, as the attribution tagger reads it (PolNeAR's scheme).

    Each field is a tuple of character spans in reading order; content keeps its outer quotation marks.
    """

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers to something, headed by word `head`. Mentions of one `chain` corefer."""

    start: int
    end: int
    head: int
    kind: str  # person, organization, place, event, abstract, object, time, substance, animal, plant
    chain: int


@dataclass(frozen=True, slots=True)
class Act:
    """A word that may tell an act: PLOVER categories with their probabilities, the likeliest first.

    `like`: the predicate of our lexicon, of the likeliest category, whose word vector is nearest. `actor`,
    `recipient`: the words that may name who does it and to whom, with their probabilities, in reading order.
    """

    word: int
    chances: tuple[tuple[str, float], ...]
    like: str | None = None
    actor: tuple[tuple[int, float], ...] = ()
    recipient: tuple[tuple[int, float], ...] = ()


def likeliest(words: Iterable[tuple[int, float]]) -> dict[int, float]:
    """Each word once, with its best probability.

    >>> likeliest([(3, 0.2), (5, 0.9), (3, 0.7)])
    {3: 0.7, 5: 0.9}
    """
    best: dict[int, float] = {}
    for word, p in words:
        best[word] = max(p, best.get(word, 0.0))
    return best


@dataclass(frozen=True, slots=True)
class ActSide:
    """Words `first:last` that name a side of some act: S who acts, T on whom, R who act on each other."""

    first: int
    last: int
    side: str


@dataclass(frozen=True, slots=True, eq=False)
class Pointing:
    """What the event reader's words say of whose act an act is, for one side: vectors of one length, one a word.

    `asks` (W, n): whom the word, if it tells an act, asks for; `answers` (W, n): who the word is, if it names somebody;
    their product is how well the two fit. `nobody` (W,): how well nobody does. `near`: what is added by how many
    sentences lie between the two (`settle.pointing`).
    """

    asks: npt.NDArray[np.float32]
    answers: npt.NDArray[np.float32]
    nobody: npt.NDArray[np.float32]
    near: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with what one pass of the language model says of its words."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Word, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    acts: tuple[Act, ...] | None = None  # None: no event reader has read it
    sides: tuple[ActSide, ...] = ()
    pointing: Mapping[Side, Pointing] | None = field(default=None, compare=False, repr=False)
    model: str = ""  # name and version of the model that read it

    @property
    def text(self) -> str:
        return self.report.text

    def sentence_at(self, at: int) -> int:
        """The sentence that a character stands in, or the one before it, by number; the first where there is none."""
        return max(bisect_right(self.sentences, at, key=lambda s: s.start) - 1, 0)

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands in a quotation, its marks included."""
        return any(q.start <= at < q.end for q in self.quotations)

    def list_words(self, start: int, end: int) -> range:
        """The words that stand between two characters, or reach in there, by number."""
        words = self.words
        return range(bisect_right(words, start, key=lambda w: w.end), bisect_left(words, end, key=lambda w: w.start))


# ---------------------------------------------------------------- values with their words


@dataclass(frozen=True, slots=True)
class Span:
    """Exact words of the report."""

    text: str
    start: int
    end: int


_APART: Final = ("REB", "PRE", "OPP")


def stands_apart(sectors: Sequence[str]) -> bool:
    """Whether somebody of such sectors stands against a state under its code, and is no side of its government's."""
    return bool(sectors) and sectors[0] in _APART


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or some body. Extractors fill `text` and `span`; `resolve` adds the rest.

    `code` is an ISO 3166-1 alpha-3 country or the short name of an international body; `sector` the
    first of `sectors` (PLOVER); `office` the title held, in lower case.
    """

    text: str
    span: Offsets | None = None
    name: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    id: str | None = None
    basis: Basis = "stated"

    @property
    def sector(self) -> str | None:
        return self.sectors[0] if self.sectors else None


@dataclass(frozen=True, slots=True)
class When:
    """An interval: both ends a day (YYYY-MM-DD), a month (YYYY-MM) or a year, of one precision.

    An extractor may leave `start` and `end` None and give the words alone; `resolve` then dates them or
    drops the value.
    """

    start: str | None
    end: str | None
    text: str | None = None
    span: Offsets | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    span: Offsets | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


# ---------------------------------------------------------------- rows
# Every row: `confidence` a probability; `according_to` the index of the statement it rests on, None for
# the outlet's own words; `basis`.


@dataclass(frozen=True, slots=True)
class Hearsay:
    """One outer link of a chain: `who` told, by `cue`, over `channel`, what somebody else had said."""

    who: Entity
    cue: Span | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    speaker: Entity | None
    content: tuple[Span, ...]
    cue: Span | None = None
    cospeakers: tuple[Entity, ...] = ()
    manner: Manner = "indirect"
    channel: str | None = None
    document: str | None = None
    chain: tuple[Hearsay, ...] = ()
    addressee: tuple[Entity, ...] = ()
    date: When | None = None
    confidence: float = 0.5
    according_to: int | None = None
    basis: Basis = "stated"

    @property
    def length(self) -> int:
        """Characters of its content."""
        return sum(c.end - c.start for c in self.content)


def find_teller(told: Sequence[Statement], words: Span) -> int | None:
    """The index of the shortest statement whose content holds where `words` begin."""
    around = [i for i, s in enumerate(told) if any(c.start <= words.start < c.end for c in s.content)]
    return min(around, key=lambda i: (told[i].length, i)) if around else None


@dataclass(frozen=True, slots=True)
class NamedSide:
    """Whom the event reader takes for a side of an act, and how likely."""

    side: Side
    entity: Entity
    chance: float


@dataclass(frozen=True, slots=True)
class Event:
    event: str
    trigger: Span
    evidence: tuple[Span, ...]
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad: int | None = None
    score: float | None = None
    scores: str = "plover-0.8"  # the table that the score is of
    cameo: str | None = None
    date: When | None = None
    place: Place | None = None
    aux: tuple[str, ...] = ()  # historical, future, hypothetical, negation
    meeting: int | None = None
    found_by: FoundBy = "frame"
    predicate: str | None = None  # of the frame that fits, such as "travel"; nothing where no frame does
    read_as: str | None = None  # the category that the event reader read, where it alone found the act
    plain: bool = False  # told in words that leave no doubt, whatever the event reader makes of them
    why: str = ""  # for people; nothing is decided by it
    confidence: float = 0.5
    according_to: int | None = None
    basis: Basis = "stated"
    named: tuple[NamedSide, ...] = ()  # what the reader says of its sides: candidates, not told in the record
    wronged: tuple[Entity, ...] = ()  # of an accusation: on whom that of which it accuses was done; not told either
    actor_share: float | None = None  # how likely each side is the right one of the report's parties
    recipient_share: float | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    entity: Entity
    role: tuple[str, ...] = ("party",)
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    when: When | None = None  # start, end and date_text of the contract
    place: Place | None = None
    venue: str | None = None
    format: str | None = None
    medium: str | None = None
    directness: str | None = None
    part_of: int | None = None
    order: int | None = None
    status: str = "held"
    outcome: tuple[str, ...] = ()
    next: When | None = None
    confidence: float = 0.5
    according_to: int | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Provision:
    text: Span
    status: Literal["agreed", "open"]


@dataclass(frozen=True, slots=True)
class Agreement:
    name: Span
    status: str
    evidence: tuple[Span, ...]
    also_called: tuple[Span, ...] = ()
    kind: str | None = None
    provisions: tuple[Provision, ...] = ()
    parties: tuple[Entity, ...] = ()
    as_of: When | None = None
    confidence: float = 0.5
    according_to: int | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Position:
    issue: Span
    actor: Entity
    stance: str
    evidence: tuple[Span, ...]
    toward: tuple[Entity, ...] = ()
    confidence: float = 0.5
    according_to: int | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a report says happened, kind by kind, in reading order. Indices between rows count here."""

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedReport:
    """The record of one report. `developing`: the report says that its story goes on."""

    report: Report
    sentences: tuple[Offsets, ...]
    rows: Rows
    developing: bool = False
    model: str = ""
    codebook: str = ""
    notes: tuple[str, ...] = field(default=())  # what was left out of reading, and why


def quote(text: str, start: int, end: int) -> Span:
    """The span `start:end` of `text` with its words."""
    return Span(text[start:end], start, end)


def subtree(words: Sequence[Word], head: int, first: int, last: int) -> list[int]:
    """The words `first:last` that `head` governs, itself included, in reading order."""
    inside = []
    for i in range(first, last):
        j = i
        for _ in range(last - first + 1):
            if j == head:
                inside.append(i)
                break
            if words[j].head == j:
                break
            j = words[j].head
    return inside
