"""Whose document a text is, by its own words: a release, readout or declaration that speaks for a state or body."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dragoman.codebook.actors import find_actor_in, find_holders, find_office, plain
from dragoman.records import Reading

_HEAD: Final = 300  # characters of a document's heading
_RELEASE: Final = re.compile(
    r"attributable to|office of the (?:press secretary|spokesperson|spokesman|historian)|media note|fact sheet"
    r"|for immediate release|^\s*(?:readout|joint statement|statement by|remarks by|press statement|statement of)"
    r"|the following (?:is|was) (?:attributable|released|the text)",
    re.I | re.M,
)
_HOUSES: Final = (
    (
        re.compile(
            r"white house|department of state|state department|u\.s\. (?:embassy|mission)|office of the spokes", re.I
        ),
        "USA",
    ),
    (re.compile(r"downing street|foreign, commonwealth", re.I), "GBR"),
    (re.compile(r"secretary-general|security council|united nations", re.I), "UNO"),
    (re.compile(r"high representative|european (?:commission|council|union)", re.I), "EU"),
)
_TRANSCRIPT: Final = re.compile(r"^(?:THE (?:VICE )?PRESIDENT|(?:PRESIDENT|SECRETARY|MS\.|MR\.) [A-Z]{3,}):", re.M)
_FIRST: Final = re.compile(r"\b(?:we|our|us|my)\b|\bI\b(?!\.)", re.I)
_OPENING: Final = 900  # characters in which a joint statement names its signers
_JOINT: Final = re.compile(
    r"(?:statement|communiqu|declaration|text)[^.]{0,140}?\b(?:by|of|from|between)\s(?:the\s)?"
    r"(?:governments?|foreign ministers?|ministers|leaders|heads|presidents|representatives|members)\b"
    r"|\bwe, the (?:governments|foreign|ministers|leaders|heads)",
    re.IGNORECASE,
)
_WIRE: Final = re.compile(
    r"\((?:AFP|AP|Reuters|Xinhua|UPI|IRIN|TASS|dpa|Kyodo|Yonhap)\)|\b(?:told|said to) (?:AFP|Reuters|Xinhua)\b"
)
_FEW: Final = 2  # sentences in the first person that make a text a document


def find_issuer(reading: Reading) -> str | None:
    """The code of the state or body that speaks in the text, or None where the press does.

    A text is a document if its heading says so, or if it speaks in the first person plural outside quotations. Whose:
    the house that its heading names; else the state that "we" stand beside; else that of the official told of first
    under a title without a state ("President X", "Secretary Y").
    """
    text = reading.text
    if _WIRE.search(text[:400]):
        return None
    if _TRANSCRIPT.search(text):  # as the houses of the United States print them
        return "USA"
    released = bool(_RELEASE.search(text[:_HEAD]))
    own = [s for s in reading.sentences if _speaks(reading, s.start, s.end)]
    if not released and not (len(own) >= _FEW or (own and len(reading.sentences) <= 6)):
        code = _of_official(reading) if _is_short_readout(reading) else None
        return code if code is None or _opens_with(reading, code) else None
    for pattern, code in _HOUSES:
        if pattern.search(text[:_HEAD]):
            return code
    return _beside_we(reading, [(s.start, s.end) for s in own]) or _of_official(reading)


def find_signers(reading: Reading) -> tuple[str, ...]:
    """The codes of those who speak together in a joint statement, as its first lines list them; else none."""
    for sentence in reading.sentences:
        if sentence.start > _OPENING:
            break
        match = _JOINT.search(reading.text, sentence.start, sentence.end)
        if match is None:
            continue
        words = [w for w in reading.words[sentence.first : sentence.last] if w.start >= match.start()]
        texts = [w.text for w in words]
        codes: list[str] = []
        at = 0
        while (got := find_actor_in(texts, at)) is not None:
            _, at, actor = got
            if actor.code and actor.kind in ("state", "body") and actor.code not in codes:
                codes.append(actor.code)
        if len(codes) > 1:
            return tuple(codes)
    return ()


def _speaks(reading: Reading, start: int, end: int) -> bool:
    """A sentence in the first person plural, outside what is quoted or told of somebody."""
    found = _FIRST.search(reading.text, start, end)
    if found is None or found.group() == "US":
        return False
    at = found.start()
    if any(q.start <= at < q.end for q in reading.quotations):
        return False
    return not any(a <= at < b for t in reading.attributions for a, b in t.content if _is_named(reading, t.source))


def _is_named(reading: Reading, source: tuple[tuple[int, int], ...]) -> bool:
    return any(not _FIRST.fullmatch(reading.text[a:b]) for a, b in source)


def _beside_we(reading: Reading, spans: list[tuple[int, int]]) -> str | None:
    """The state that sentences in the first person name most as their own ("the United States ... our partners")."""
    texts = [w.text for w in reading.words]
    counts: Counter[str] = Counter()
    for s in reading.sentences:
        first, last = s.first, s.last
        at = first
        while (got := find_actor_in(texts[:last], at)) is not None:
            a, b, actor = got
            at = b
            follows = texts[b].lower() if b < last else ""
            subject = any(reading.words[i].deprel in ("nsubj", "nsubj:pass") for i in range(a, b))
            if actor.kind == "state" and actor.code and subject and follows not in ("'s", "’s"):
                counts[actor.code] += 1 + ((s.start, s.end) in spans)
    if not counts:
        return None
    (code, n), *rest = counts.most_common(2)
    return code if not rest or n > rest[0][1] else None


def _is_short_readout(reading: Reading) -> bool:
    """A few sentences that begin with an official's title alone: what ministries put out of a call or trip."""
    return len(reading.sentences) <= 14 and not reading.quotations


def _opens_with(reading: Reading, code: str) -> bool:
    """Whether the first sentence names no other state or body as its subject."""
    first = reading.sentences[0]
    texts = [w.text for w in reading.words[first.first : first.last]]
    at = 0
    while (got := find_actor_in(texts, at)) is not None:
        a, at, actor = got
        subject = any(reading.words[first.first + i].deprel in ("nsubj", "amod", "compound") for i in range(a, at))
        if subject and actor.code not in (None, code) and a < len(texts) // 3:
            return False
    return True


def _of_official(reading: Reading) -> str | None:
    """The state whose office-holder, told of first, has his title without a state."""
    day = reading.report.published.isoformat() if reading.report.published else None
    for name in reading.names:
        if name.kind != "PER":
            continue
        before = reading.words[max(name.first - 8, 0) : name.first]
        inside = reading.words[name.first : name.last]
        title = find_office([w.text.lower() for w in (*before, *inside)])
        if find_actor_in([w.text for w in (*before, *inside)], 0) is not None or title is None:
            return None
        rows = [h for w in reversed(inside) for h in find_holders(plain(w.text)) if day and h.held(day)]
        codes = {h.code for h in rows if h.office in title.title or title.title in h.office}
        return codes.pop() if len(codes) == 1 else title.code
    return None
