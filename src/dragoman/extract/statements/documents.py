"""What kind of text a report is, told from the text alone: news, a readout, a statement, or a transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.codebook.saying import find_saying_verb
from dragoman.extract.statements.drafts import Page
from dragoman.records import Offsets

Kind = Literal["news", "readout", "statement", "transcript"]

_HEAD: Final = 1200  # characters in which an official text says what it is
_ATTRIBUTABLE: Final = re.compile(
    r"\battribut(?:able|ed) to (?:the )?([^:\n.]{3,80}?(?:[A-Z]\.[^:\n.]{2,40})?)\s*[:\n.]"
)
_RELEASED: Final = re.compile(
    r"\b(?:released|issued|made|adopted) (?:jointly )?by (?:the )?([^:\n]{5,400}?)\s*(?::|\n|\.\s)"
)
_STATEMENT_BY: Final = re.compile(
    r"\bstatement (?:by|of|from) (?:the )?([A-Z][^:\n]{3,300}?)(?=\s+(?:on|regarding)\b|[:\n.])", re.I
)
_OFFICIAL: Final = re.compile(
    r"\boffice of (?:the )?(?:press |spokes)|\bspokesperson\b|\bpress (?:statement|release)\b|\bjoint (?:statement|declaration|"
    r"communiqu[eé])|\bread-?out of\b|\bfor immediate release\b|\bmedia note\b|\bbegin text\b|\bpress office\b|, secretary of state$",
    re.I | re.M,
)
_BYLINE: Final = re.compile(r"([A-Z][^,\n]{3,50}), [A-Z][^\n.]{3,60}(?=\n)")
LABEL: Final = re.compile(
    r"^(?P<who>Q|A|QUESTION|(?:[A-Z][A-Z.’'\-]+ ){0,6}[A-Z][A-Z.’'\-]{2,})(?: \([^)\n]{1,40}\))?(?::|(?<=Q)(?= [A-Z“\"]))[ \t]*",
    re.M,
)
_MET: Final = re.compile(
    r"\b(?:spoke|met|meets|speaks|convened|held (?:an? |the )?[\w\- ]{0,30}(?:call|talks|meeting|consultation|dialogue|conversation)s?|"
    r"had (?:an? )?[\w\- ]{0,30}(?:call|talks|meeting|conversation)s?|hosted|called|joined|received|participated in)\b"
)
_OUTLET_SPEECH: Final = frozenset("say tell report add accord".split())
_READ_OUT: Final = frozenset(
    """discuss reiterate underscore emphasize emphasise affirm reaffirm stress underline highlight welcome commend condemn
    congratulate thank express note agree exchange""".split()
)


@dataclass(frozen=True, slots=True)
class Document:
    """The kind of a text and, for an official one, who speaks in it and where its body begins."""

    kind: Kind
    author: Offsets | None = None
    body: int = 0
    opening: Offsets | None = None  # cue of the sentence that opens a text "attributable to" somebody


def read_kind(page: Page) -> Document:
    """What the text is. Anything that does not show itself to be official is news."""
    text = page.text
    if sum(1 for _ in LABEL.finditer(text)) >= 3:
        return Document("transcript")
    head = text[:_HEAD]
    author, body, opening = _author(head)
    official = bool(_OFFICIAL.search(_heading(head))) or opening is not None or body > 0
    first, past, present, outlet = _count_voices(page)
    if not official and (outlet or page.quotations and first < 3):
        return Document("news")
    if not official and not (past + present + first):
        return Document("news")
    if outlet > 2 and opening is None and first < 3:
        return Document("news")
    opens = [text[s.start : s.end] for s in page.sentences if s.start >= body and s.last - s.first > 6][:2]
    met = any(_MET.search(s) for s in opens)
    if met and past >= present and (official or past):
        return Document("readout", author, body, opening)
    if official or first or present:
        return Document("statement", author, body, opening)
    return Document("news")


def _heading(head: str) -> str:
    """The short lines before the first running sentence, and that sentence's opening."""
    kept = []
    for line in head.splitlines():
        kept.append(line[:400])
        if len(line.split()) > 18 and not line.rstrip().endswith(":"):
            return "\n".join(kept[:-1])
    return "\n".join(kept)


def _author(head: str) -> tuple[Offsets | None, int, Offsets | None]:
    """Who the text says it is by, where its body begins, and the words "attributable to"."""
    if found := _ATTRIBUTABLE.search(head):
        return found.span(1), found.end(), (found.start(), head.index(" to ", found.start()) + 3)
    for pattern in (_RELEASED, _STATEMENT_BY):
        if (found := pattern.search(_heading(head))) and found.end() < len(head):
            return found.span(1), found.end(), None
    if found := _BYLINE.match(head):
        return found.span(1), found.end(), None
    return None, 0, None


def _count_voices(page: Page) -> tuple[int, int, int, int]:
    """Clauses that perform in the first person, performing verbs of the past, those of the present, and outlet's "said"."""
    first = past = present = outlet = 0
    for word in page.words:
        if word.upos != "VERB" or page.quotation_at(word.start) is not None:
            continue
        lemma = word.lemma.lower()
        if lemma in _OUTLET_SPEECH and word.text.lower() in ("said", "says", "told", "reported", "added", "according"):
            outlet += 1
        known = find_saying_verb(word.lemma, word.text)
        if lemma not in _READ_OUT and (known is None or known.sort not in ("speech", "stance", "deed")):
            continue
        subjects = [page.words[c].text.lower() for c in page.tree.children(word.index, "nsubj")]
        if any(s in ("we", "i") for s in subjects):
            first += 1
        elif (
            subjects and word.text.lower() == lemma + "s" or word.text.lower() in ("reaffirms", "welcomes", "stresses")
        ):
            present += 1
        elif word.text.lower().endswith("ed") and lemma in _READ_OUT:
            past += 1
    return first, past, present, outlet
