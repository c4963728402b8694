"""The markup of the written corpus: `header | text with [labels words]` -> one labelled item.

Header tokens, in any order, before ` | `:
  CAT[.mode][-hfyn][~]   an event, numbered as it comes. h historical, f future, y hypothetical, n negation;
                         DENY is numbered like one and gives none: a bare denial is no event
                         `~` marks it reciprocal; both may also stand apart, for the event before
  S[n]:channel[:manner]  what statement n came by (`S*`: those of which it is not said); manner only
                         where it is not the share of quoted words that decides
  K[n]:channel           what the outer account (chain) of statement n came by
  M[n]:status[:format[:medium]]  a meeting; `M:-`: event n makes none. A CONSULT that took place makes one unasked
  G[n]:status   P[n]:stance   an agreement, a position
  #tag   @YYYY-MM-DD   *n (at most n sentences of the frame)

Labels, comma-separated, each with the number of its row (1 unsaid) and `=CODE.SECTOR` where a slot does not give them
(`=-`: no code):
  a actor  t trigger  r recipient  e evidence of an event      A = a,s   T = t,q   R = r,d   C = c
  s speaker  q cue  c content  d addressee  k outer teller of a statement
  m participant  me evidence of a meeting; host med fac ini obs gua gue: the role of the participant with the same words
  g agreement  ge its evidence   i issue  p whose position  pe its evidence
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CHANNELS = {
    "st": "statement",
    "ro": "readout",
    "pc": "press conference",
    "iv": "interview",
    "sp": "speech",
    "sm": "social media",
    "ca": "call",
    "rp": "report",
}
MANNERS = {"d": "direct", "x": "mixed", "i": "indirect"}
AUX = {"h": "historical", "f": "future", "y": "hypothetical", "n": "negation"}
MEDIA = {"person": "in person", "phone": "phone", "video": "video"}
ROLES = {
    "host": "host",
    "med": "mediator",
    "fac": "facilitator",
    "ini": "initiator",
    "obs": "observer",
    "gua": "guarantor",
    "gue": "guest",
}
SHORT = {"A": ("a", "s"), "T": ("t", "q"), "R": ("r", "d"), "C": ("c",)}
NGOS = frozenset("AI HRW ICRC MSF".split())
BODIES = frozenset(
    "UNO EU NATO AU OSCE IAEA ASEAN LAS GCC OIC ECOWAS IGAD SADC EAC OAS CIS CSTO SCO EAEU COE OPCW ICC ICJ ICTY IMF WBK"
    " WTO OPEC G7 G8 G20 APEC SAARC BRICS OECD CW CARICOM MERCOSUR UNASUR NAM PIF INTERPOL SLMM QUARTET".split()
)
NAMES = frozenset("a r s d k m p".split()) | frozenset(ROLES)
LABELS = frozenset("a t r e s q c d k m me g ge i p pe".split()) | frozenset(ROLES)

_LABEL = re.compile(r"([A-Za-z]+?)(\d*)(?:=([A-Za-z0-9-]*)(?:\.([A-Z]+))?)?$")
_EVENT = re.compile(r"([A-Z]+)(?:\.([a-z-]+?))?(?:-([hfyn]+))?(~?)$")
_MORE = re.compile(r"(?:-([hfyn]+))?(~?)$")
_ROW = re.compile(r"([SKMGP])(\d*|\*):(\S+)$")
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)(?: \w+ly)? $")
PRONOUNS = frozenset("he she it they we i him her them us his their its who which that these those both".split())
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|St|Rev|Sgt|Capt|No|vs|Va)|[a-z]\.[a-z])\.$")


class BadMarkup(ValueError):
    """A line of ours that cannot be read; the message carries the line."""


@dataclass(frozen=True)
class Mark:
    """One label on one span."""

    kind: str
    number: int
    start: int
    end: int
    code: str | None
    sector: str | None


@dataclass
class Header:
    events: list[tuple[str, str | None, list[str], bool]] = field(default_factory=list)
    rows: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    published: str | None = None
    most: int = 4


def read_header(words: str) -> Header:
    header = Header()
    for token in words.split():
        if token.startswith("#"):
            header.tags.append(token[1:])
        elif token.startswith("@"):
            header.published = token[1:]
        elif token.startswith("*"):
            header.most = int(token[1:])
        elif more := _MORE.match(token):  # of the event named before it
            category, mode, aux, reciprocal = header.events[-1]
            header.events[-1] = category, mode, [*aux, *(AUX[x] for x in more[1] or "")], reciprocal or bool(more[2])
        elif row := _ROW.match(token):
            header.rows[row[1], 0 if row[2] == "*" else int(row[2] or 1)] = row[3].split(":")
        elif event := _EVENT.match(token):
            header.events.append((event[1], event[2], [AUX[x] for x in event[3] or ""], bool(event[4])))
        else:
            raise BadMarkup(f"header: {token!r} in {words!r}")
    return header


def read_marks(
    marked: str, actors: dict[int, tuple[int, str | None, str | None]] | None = None
) -> tuple[str, list[Mark]]:
    """The plain text and its marks. `actors`: offset in `marked` -> length, code and sector of what fills a slot."""
    text: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[list[tuple[str, int, str | None, str | None]], int, int]] = []
    length, i = 0, 0
    while i < len(marked):
        if marked[i] == "[":
            end = marked.find(" ", i)
            if end < 0:
                raise BadMarkup(f"label without words: {marked!r}")
            stack.append((read_labels(marked[i + 1 : end], marked), length, end + 1))
            i = end + 1
        elif marked[i] == "]":
            if not stack:
                raise BadMarkup(f"too many closing brackets: {marked!r}")
            labels, start, opened = stack.pop()
            slot = next((v for k, v in sorted((actors or {}).items()) if opened <= k < i), (0, None, None))
            marks += [
                Mark(
                    kind,
                    n,
                    start,
                    length - possessive(kind, text),
                    None if code == "-" else code or slot[1],
                    sector or (sector_of(code) if code else slot[2]),
                )
                for kind, n, code, sector in labels
            ]
            i += 1
        else:
            text.append(marked[i])
            length += 1
            i += 1
    if stack:
        raise BadMarkup(f"unclosed bracket: {marked!r}")
    return "".join(text), sorted(marks, key=lambda m: (m.start, -m.end, m.kind, m.number))


def sector_of(code: str) -> str | None:
    """Free texts write `=FRA` for a government, `=UNO` for a body; who has no code has no sector unasked."""
    return None if code == "-" else "NGO" if code in NGOS else "IGO" if code in BODIES else "GOV"


def possessive(kind: str, text: list[str]) -> int:
    """How many letters at the end of somebody's name are its possessive mark."""
    if kind not in NAMES:
        return 0
    end = "".join(text[-2:])
    return 2 if end in ("'s", "’s") else 1 if end[-1:] in ("'", "’") else 0


def read_labels(words: str, line: str) -> list[tuple[str, int, str | None, str | None]]:
    labels = []
    for word in words.split(","):
        found = _LABEL.match(word)
        kinds = SHORT.get(found[1], (found[1],)) if found else ()
        if not found or any(kind not in LABELS for kind in kinds):
            raise BadMarkup(f"label {word!r} in {line!r}")
        labels += [(kind, int(found[2] or 1), found[3], found[4]) for kind in kinds]
    told = [(code, sector) for _, _, code, sector in labels if code is not None]
    if len(told) == 1 or len(set(told)) == 1:  # said once for all the labels of a bracket
        labels = [(kind, n, *told[0]) for kind, n, _, _ in labels]
    return labels


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Sentences of our own punctuation: good enough to find the evidence of an event."""
    found, start = [], 0
    for stop in re.finditer(r"[.!?][\"”'’]?(?=\s+[\"“‘A-Z0-9])|\n+", text):
        if stop[0][0] == "." and _ABBREVIATED.search(text[start : stop.start() + 1]):
            continue
        found.append((start, stop.end()))
        start = stop.end()
    found.append((start, len(text)))
    trimmed = []
    for first, last in found:
        first, last = bare(text, first, last)
        if last > first:
            trimmed.append((first, last))
    return trimmed


def bare(text: str, first: int, last: int) -> tuple[int, int]:
    """`first:last` without space, stops and quotation marks around it; a quotation inside keeps its marks."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1] in " .!?\n":
        last -= 1
    marks = [i for i in range(first, last) if text[i] in '"“”']
    if len(marks) % 2 and marks[0] == first:
        return bare(text, first + 1, last)
    if marks and marks[-1] == last - 1 and (len(marks) % 2 or marks == [first, last - 1]):
        return bare(text, first + (marks[0] == first and len(marks) % 2 == 0), last - 1)
    return first, last
