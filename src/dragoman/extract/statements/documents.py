"""What kind of text a report is, told from the text alone: news, a readout, a statement, or a transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.clauses import is_purpose
from dragoman.extract.statements.drafts import Page
from dragoman.extract.statements.labels import find_askers, find_labels
from dragoman.extract.statements.resolutions import find_body
from dragoman.records import Offsets

Kind = Literal["news", "readout", "statement", "transcript"]

_HEAD: Final = 1200  # characters in which an official text says what it is
_ATTRIBUTABLE: Final = re.compile(r"\battributable to (?:the )?([^:\n.]{3,80}?(?:[A-Z]\.[^:\n.]{2,40})?)\s*[:\n.]")
_RELEASED: Final = re.compile(
    r"\b(?:released|issued|made|adopted) (?:jointly )?by (?:the )?([^:\n]{5,400}?)\s*(?::|\n|\.\s)"
)
_STATEMENT_BY: Final = re.compile(
    r"\bstatement (?:by|of|from) (?:the )?([A-Z][^:\n]{3,300}?)(?=\s+(?:on|regarding)\b|[:\n]|(?<!\b[A-Z])\.)", re.I
)
_OFFICIAL: Final = re.compile(
    r"\boffice of (?:the )?(?:press |spokes)|\bspokesperson\b|\bpress (?:statement|release)\b"
    r"|\bjoint (?:statement|declaration|communiqu[eé])|\bread-?out of\b|\bfor immediate release\b|\bmedia note\b"
    r"|\bbegin text\b|\bpress office\b|, secretary of state$",
    re.I | re.M,
)
_READOUT: Final = re.compile(r"\s*read-?out (?:of|from|on) [^\n]+\n", re.I)
_TOLD_IN: Final = re.compile(
    r"\b(?:in|via|through|with) (?:an?|the|their|its|his|her) (?:\w+ )?"
    r"(?:statement|declaration|communiqu[eé]|release|note|spokes\w+)\b",
    re.I,
)  # "they said in a joint statement that …": news of it
_BYLINE: Final = re.compile(r"([A-Z][^,\n]{3,50}), [A-Z][^\n.]{3,60}(?=\n)")
_SERVING: Final = frozenset(("interpreter", "operator", "moderator"))  # who take part, and ask nothing themselves
_INTERVIEW: Final = re.compile(r"\binterview\b", re.I)
_TALKS: Final = r"(?:call|talk|meeting|consultation|dialogue|conversation)s?"
_MET: Final = re.compile(
    r"\b(?:spoke|met|meets|speaks|convened|hosted|called(?! (?:for|on|upon|to|a)\b)|joined|received|participated in"
    rf"|held (?:an? |the )?[\w\- ]{{0,30}}{_TALKS}|had (?:an? )?[\w\- ]{{0,30}}{_TALKS})\b"
)
_TRIP: Final = re.compile(r"\b(?:travell?ed to|visited)\b")
_JOINT: Final = re.compile(
    r"\bjoint (?:statement|declaration|communiqu[eé])|\bbegin text\b|\btext of the \w+ ?statement", re.I
)
_OUTLET_SPEECH: Final = frozenset("said says told reported according".split())
_MANY: Final = 3
_NEARLY: Final = 0.8
_OF_NOW: Final = frozenset(
    """welcome condemn commend applaud congratulate thank reaffirm reiterate stress underscore urge deplore appreciate
    support express look""".split()
)
_READ_OUT: Final = frozenset(
    """discuss reiterate underscore emphasize emphasise affirm reaffirm stress underline highlight welcome commend
    condemn congratulate thank express note agree exchange warn urge""".split()
)


@dataclass(frozen=True, slots=True)
class Document:
    """The kind of a text and, for an official one, who speaks in it and where its body begins."""

    kind: Kind
    author: Offsets | None = None
    body: int = 0
    opening: Offsets | None = None  # cue of the sentence that opens a text "attributable to" somebody
    asked: bool = False  # a transcript with questions from the floor
    interview: bool = False  # a transcript of an interview
    joint: bool = False  # the agreed words of several
    numbered: bool = False  # a resolution or communiqué whose paragraphs open with what its body does
    quoted: bool = False  # its own words stand in quotation marks, as councils print what their presidents say


def read_kind(page: Page) -> Document:
    """What the text is. Anything that does not show itself to be official is news."""
    text = page.text
    if labels := find_labels(text):
        return _transcript(page, labels)
    if (whose := find_body(text)) is not None:
        return Document("statement", whose, whose[0], numbered=True)
    head = text[:_HEAD]
    author, body, opening = _author(page, head)
    heading = _TOLD_IN.sub("", _heading(head))
    official = bool(_OFFICIAL.search(heading)) or body > 0
    voices = _count_voices(page)
    if not official and (voices.outlet or (page.quotations and voices.first < 3)):
        return Document("news")
    if voices.outlet > 2 and opening is None and voices.first < 3:
        return Document("news")
    if not official and not (voices.first or voices.present or voices.past or voices.ours > _MANY):
        return Document("news")
    if _READOUT.match(head):
        return Document("readout", author, body, opening)
    if official and _JOINT.search(heading):
        return Document("statement", author, body, opening, joint=True)
    opens = [text[s.start : s.end] for s in page.sentences if s.start >= body and s.last - s.first > 6][:2]
    trip = official and any(_TRIP.search(s) for s in opens) and bool(_MET.search(text, body))
    if (trip or any(_MET.search(s) for s in opens)) and voices.past >= voices.present and (official or voices.past):
        return Document("readout", author, body, opening)
    if official or voices.first > 1 or voices.present or voices.ours > _MANY:
        return Document("statement", author, body, opening, quoted=_is_quoted(page, body))
    return Document("news")


def _transcript(page: Page, labels: Sequence[re.Match[str]]) -> Document:
    """Turns; what is said before the first of them is of the one who answers, where one alone does."""
    opening = page.text[: labels[0].start()]
    askers = find_askers(page.text, labels)
    answers = [m for m in labels if m["who"] not in askers]
    alone = len({m["who"] for m in answers}) == 1 and len(answers) < len(labels)
    return Document(
        "transcript",
        answers[0].span("who") if alone else None,
        asked=any(who.lower() not in _SERVING for who in askers),
        interview=bool(_INTERVIEW.search(opening)),
    )


def _heading(head: str) -> str:
    """The short lines before the first running sentence, and that sentence's opening."""
    kept = []
    for line in head.splitlines():
        kept.append(line[:400])
        if len(line.split()) > 18 and not line.rstrip().endswith(":"):
            return "\n".join(kept[:-1])
    return "\n".join(kept)


def _author(page: Page, head: str) -> tuple[Offsets | None, int, Offsets | None]:
    """Who the text says it is by, where its body begins, and the words "attributable to"."""
    if found := _ATTRIBUTABLE.search(head):
        return found.span(1), found.end(), (found.start(), head.index(" to ", found.start()) + 3)
    for pattern in (_RELEASED, _STATEMENT_BY):
        if (found := pattern.search(_heading(head))) and found.end() < len(head):
            return found.span(1), found.end(), None
    if (found := _BYLINE.match(head)) and not any(c.isdigit() for c in found.group()):
        named = any(page.tree.name_at.get(i) == "PER" for i in page.words_in(found.span(1)))
        if named:  # a name and an office; "Saturday, October" and "Oslo, Norway" are none
            return found.span(1), found.end(), None
    return None, 0, None


def _is_quoted(page: Page, body: int) -> bool:
    """Whether nearly all of the body is quotations that open its paragraphs."""
    own = [q for q in page.quotations if q.start >= body and not page.text[: q.start].rstrip(" ").rpartition("\n")[2]]
    said = sum(q.end - q.start for q in own)
    return len(own) > 1 and said > _NEARLY * len(page.text[body:].strip())


@dataclass(slots=True)
class _Voices:
    """Verbs of saying outside quotation marks: in the first person, of readouts (past), of statements (present), and
    those by which outlets tell what others said."""

    first: int = 0
    past: int = 0
    present: int = 0
    outlet: int = 0
    ours: int = 0  # "we", "our", "us"


def _count_voices(page: Page) -> _Voices:
    found = _Voices()
    for word in page.words:
        if word.text.lower() in ("we", "our", "us") and page.quotation_at(word.start) is None:
            found.ours += 1
        if word.upos != "VERB" or page.quotation_at(word.start) is not None:
            continue
        lemma, text = word.lemma.lower(), word.text.lower()
        found.outlet += text in _OUTLET_SPEECH
        known = find_saying_verb(word.lemma, word.text)
        if lemma not in _READ_OUT and (known is None or known.sort not in ("speech", "stance", "deed")):
            continue
        subjects = page.tree.children(word.index, "nsubj")
        voice = any(page.tree.name_at.get(c) in ("LOC", "ORG", "PER") or c in page.voices for c in subjects)
        if any(page.words[c].text.lower() in ("we", "i") for c in subjects):
            found.first += 1
        elif voice and text != lemma and text.endswith("s") and known is not None and known.lemma in _OF_NOW:
            found.present += 1
        elif lemma in _READ_OUT and (text.endswith("ed") or is_purpose(page, word.index)):
            found.past += 1
    return found
