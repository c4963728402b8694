"""Whose document a text is, by its own words: a release, readout or declaration that speaks for a state or body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from dragoman.codebook.actors import Office, find_actor_in, find_holders, find_office, plain
from dragoman.records import Reading, Sentence, Word

_HEAD: Final = 300  # characters of a document's heading
_RELEASE: Final = re.compile(
    r"attributable to|(?:press|noon) briefing by|near-verbatim transcript"
    r"|office of the (?:press secretary|spokesperson|spokesman|historian)|media note|fact sheet"
    r"|for immediate release|^\s*(?:readout|joint statement|statement by|remarks by|press statement|statement of)"
    r"|the following (?:is|was) (?:attributable|released|the text)",
    re.I | re.M,
)
_HOUSES: Final = (
    (
        re.compile(
            r"white house|department of state|state department|u\.s\. (?:embassy|mission)|office of the spokes"
            r"|department spokes",
            re.I,
        ),
        "USA",
    ),
    (re.compile(r"downing street|foreign, commonwealth", re.I), "GBR"),
    (re.compile(r"secretary-general|security council|united nations", re.I), "UNO"),
    (re.compile(r"high representative|european (?:commission|council|union)", re.I), "EU"),
)
_OWN_HOUSES: Final = (  # as a state's own officials name its institutions: without the state; each alone is others' too
    (
        (
            re.compile(r"\b(?:(?:[Mm]y|[Oo]ur|[Tt]his) Administration|my administration|my national security team)\b"),
            re.compile(r"\b[A-Z]\w+-[A-Z]\w+ Administration\b"),
            re.compile(r"\b(?:[Tt]he|[Oo]ur) Federal Government\b"),
            re.compile(r"\b[Oo]ur Nation\b|\b[Mm]y fellow Americans\b"),
            re.compile(r"\b[Mm]embers of Congress\b|\b(?:thank|applaud|urge|call on|ask) (?:the )?Congress\b"),
            re.compile(
                r"(?<!U\.S\. )(?<!United States )(?<!US )"
                r"\bDepartments? of (?:State|Homeland Security|Defense|the Treasury)\b(?! of)"
            ),
            re.compile(r"\bAmerican (?:people|troops|families|businesses|workers)\b"),
            re.compile(r"\b(?:from|at) the White House\b|\bbipartisan\b"),
            re.compile(r"\b[Tt]he United States\b[^.;]{0,60}\bour (?:[Aa]llies|partners)\b"),
        ),
        "USA",
    ),
    (
        (
            re.compile(r"\b(?:His|Her) Majesty[’']s Government\b"),
            re.compile(r"\b[Oo]ur United Kingdom\b|\bWhitehall\b"),
        ),
        "GBR",
    ),
)
_OWN: Final = 2  # institutions called one's own that make a text a state's
_BYLINE: Final = re.compile(r"[^\n.,]{2,40}(?:\. ?[^\n.,]{1,40})?, (?P<title>[^\n.]{4,80})\n")
_ON_BEHALF: Final = re.compile(r"\bon behalf of\s", re.I)
_NEAR: Final = 80  # characters behind a release's first words in which its house is named
_TRANSCRIPT: Final = re.compile(r"^(?:THE (?:VICE )?PRESIDENT|(?:PRESIDENT|SECRETARY|MS\.|MR\.) [A-Z]{3,}):", re.M)
_FIRST: Final = re.compile(r"\b(?:we|our|us|my)\b|\bI\b(?!\.)", re.I)
_OPENING: Final = 900  # characters in which a joint statement names its signers
_LISTED: Final = 3  # words that open a list ("We, the Foreign Ministers")
_JOINT: Final = re.compile(
    r"(?:statement|communiqu|declaration|text)[^.]{0,140}?\b(?:by|of|from|between)\s(?:the\s)?"
    r"(?:governments?|foreign ministers?|ministers|leaders|heads|presidents|representatives|members)\b"
    r"|\bwe, the (?:governments|foreign|ministers|leaders|heads)"
    r"|\b(?:joint|following)\s(?:[\w-]+\s){0,3}(?:statement|communiqu\w*|declaration)\s[^.,]{0,60}?\bby\s(?:the\s)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OF_LIST: Final = frozenset(("of", "for"))  # the prepositions that a list of signers goes on over
_WIRE: Final = re.compile(
    r"\((?:AFP|AP|Reuters|Xinhua|UPI|IRIN|TASS|dpa|Kyodo|Yonhap)\)|\b(?:told|said to) (?:AFP|Reuters|Xinhua)\b"
)
_HEADING: Final = 12  # words of a line that is a heading
_BEHALF: Final = 5  # words between "on behalf of" and the state, at most
_SHORT: Final = 25  # sentences of a readout, at most
_NEXT: Final = 8  # words behind a name that tell whose he is
_FEW: Final = 2  # sentences in the first person that make a text a document


def find_issuer(reading: Reading) -> str | None:
    """The code of the state or body that speaks in the text, or None where the press does.

    A text is a document if its heading says so, or if it speaks in the first person plural outside quotations. Whose:
    the house that its heading names; else the state whose institutions it calls its own; else the one that "we" stand
    beside; else that of the official told of first under a title without a state ("President X", "Secretary Y"),
    unless one person speaks: an "I" names others so.
    """
    text = reading.text
    if _WIRE.search(text[:400]):
        return None
    if _TRANSCRIPT.search(text):  # as the houses of the United States print them
        return "USA"
    signer = _read_byline(reading)
    released = bool(_RELEASE.search(text[:_HEAD])) or signer is not None
    own = [s for s in reading.sentences if _speaks(reading, s.start, s.end)]
    if not released and not (len(own) >= _FEW or (own and len(reading.sentences) <= 6)):
        code = _of_official(reading) if _is_short_readout(reading) else None
        return code if code is None or _opens_with(reading, code) else None
    return (
        _find_house(text)
        or _behalf(reading)
        or (signer or None)
        or _find_own_house(reading)
        or _beside_we(reading, own)
        or _beside_we(reading, _others(reading.sentences, own))
        or (_of_official(reading) if released or not _says_i(reading, own) else None)
    )


def _find_house(text: str) -> str | None:
    """The house that the heading names: in a line of its own, or beside the words that make it a release."""
    for pattern, code in _HOUSES:
        found = pattern.search(text[:_HEAD])
        if found is None:
            continue
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
        rest = text[found.end() :].split("\n", 1)[0]
        alone = len((line + rest).split()) <= _HEADING and "\n" in text
        beside = any(m.start() <= found.start() <= m.end() + _NEAR for m in _RELEASE.finditer(text[:_HEAD]))
        if alone or beside or "spokes" in found.group().lower():
            return code
    return None


def _find_own_house(reading: Reading) -> str | None:
    """Whose institutions "we" and "I" speak of as their own: several, outside quotations, in a text that names the
    state too."""
    for patterns, code in _OWN_HOUSES:
        own = sum(any(not reading.is_quoted(m.start()) for m in p.finditer(reading.text)) for p in patterns)
        if own >= _OWN and _names(reading, code):
            return code
    return None


def _names(reading: Reading, code: str) -> bool:
    words, at = [w.text for w in reading.words], 0
    while (got := find_actor_in(words, at)) is not None:
        _, at, actor = got
        if actor.code == code and actor.kind in ("state", "people"):
            return True
    return False


def _says_i(reading: Reading, own: Sequence[Sentence]) -> bool:
    """Whether whoever speaks is one person, who names others by their titles."""
    return any(re.search(r"\bI\b(?!\.)|\b[Mm]y\b", reading.text[s.start : s.end]) for s in own)


def _read_byline(reading: Reading) -> str | None:
    """ "Jane Roe, Secretary of State" as the first line: the code of her state, "" where the line does not tell."""
    found = _BYLINE.match(reading.text)
    if found is None:
        return None
    title = find_office([w.strip(",").lower() for w in found["title"].split()])
    if title is None:
        return None
    actor = find_actor_in(found["title"].split(), 0)
    if actor is not None and actor[2].code:
        return actor[2].code
    signer = [w.text for w in reading.words if w.start < found.start("title") and w.text != ","]
    return _of_holder(reading, signer, title) or ""


def _behalf(reading: Reading) -> str | None:
    """ "On behalf of the United States, I extend": for whom the one who signs speaks."""
    for found in _ON_BEHALF.finditer(reading.text[:_OPENING]):
        words = [w.text for w in reading.words if found.end() <= w.start < found.end() + _NEAR]
        actor = find_actor_in(words, 0)
        if actor is not None and actor[0] <= _BEHALF and actor[2].code and actor[2].kind in ("state", "body"):
            return actor[2].code
    return None


def find_signers(reading: Reading) -> tuple[str, ...]:
    """The codes of those who speak together in a joint statement, as its first lines list them; else none."""
    for sentence in reading.sentences:
        if sentence.start > _OPENING:
            break
        match = _JOINT.search(reading.text, sentence.start, sentence.end)
        if match is None:
            continue
        words = [w for w in reading.words[sentence.first : sentence.last] if w.start >= match.end()]
        if match.group().lower().startswith("we"):  # what they say names others
            listed = (k for k, w in enumerate(words) if k > _LISTED and w.upos == "VERB" and w.deprel != "amod")
            words = words[: next(listed, len(words))]
        texts = [w.text for w in words]
        codes: list[str] = []
        at = 0
        while (got := find_actor_in(texts, at)) is not None:
            first, last, actor = got
            if codes and _ends_list(words[at:first]):
                break
            if not codes and (code := _signs_first(reading, words[:first])):
                codes.append(code)
            at = last
            title = actor.kind == "people" and texts[last : last + 1] and texts[last][:1].isupper()
            if actor.code and (title or actor.kind in ("state", "body")) and actor.code not in codes:
                codes.append(actor.code)
        if len(codes) > 1:
            return tuple(codes)
    return ()


def _signs_first(reading: Reading, words: Sequence[Word]) -> str | None:
    """ "Secretary of State A. B., the Sylvanian minister and ...": the state of who opens the list without one."""
    texts = [w.text for w in words]
    title = find_office([t.lower() for t in texts])
    named = (
        any(n.kind == "PER" and words[0].start <= n.start < words[-1].end for n in reading.names) if words else False
    )
    return _of_holder(reading, [t for t in texts if t not in (",", "and", "the")], title) if title and named else None


def _ends_list(words: Sequence[Word]) -> bool:
    """Whether a list of signers is over before these words are: at a verb, or where what they speak of begins."""
    for word, after in zip_longest(words, words[1:]):
        behalf = after is not None and after.text.lower() == "behalf"
        if word.upos == "ADP" and word.text.lower() not in _OF_LIST and not behalf:
            return True
        if word.upos in ("VERB", "AUX") and word.deprel != "amod":
            return True
    return False


def _speaks(reading: Reading, start: int, end: int) -> bool:
    """A sentence in the first person plural, outside what is quoted or told of somebody."""
    found = _FIRST.search(reading.text, start, end)
    if found is None or found.group() == "US":
        return False
    at = found.start()
    if reading.is_quoted(at):
        return False
    return not any(a <= at < b for t in reading.attributions for a, b in t.content if _is_named(reading, t.source))


def _is_named(reading: Reading, source: tuple[tuple[int, int], ...]) -> bool:
    return any(not _FIRST.fullmatch(reading.text[a:b]) for a, b in source)


def _beside_we(reading: Reading, sentences: Sequence[Sentence]) -> str | None:
    """The state that `sentences` name most as a subject: those in the first person name their own ("the United States
    ... our partners")."""
    texts = [w.text for w in reading.words]
    counts: Counter[str] = Counter()
    for s in sentences:
        at = s.first
        while (got := find_actor_in(texts[: s.last], at)) is not None:
            a, at, actor = got
            follows = texts[at].lower() if at < s.last else ""
            subject = any(_heads_sentence(reading, i) for i in range(a, at))
            if actor.kind == "state" and actor.code and subject and follows not in ("'s", "’s"):
                counts[actor.code] += 1
    (code, n), (_, other) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return code if n > other else None


def _others(sentences: Sequence[Sentence], own: Sequence[Sentence]) -> list[Sentence]:
    mine = set(own)
    return [s for s in sentences if s not in mine]


def _heads_sentence(reading: Reading, i: int) -> bool:
    """Whether word `i` is the subject of a main clause, which is whoever speaks rather than whom he speaks of."""
    word = reading.words[i]
    verb = reading.words[word.head]
    main = verb.deprel == "root" or (verb.deprel == "conj" and reading.words[verb.head].deprel == "root")
    return word.deprel in ("nsubj", "nsubj:pass") and main


def _is_short_readout(reading: Reading) -> bool:
    """A short text that begins with an official's title alone: what ministries put out of a call or trip."""
    return len(reading.sentences) <= _SHORT and not reading.quotations


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
    for name in reading.names:
        if name.kind != "PER" or _is_title(reading.words[name.first : name.last]):
            continue
        head = next(
            w
            for w in reading.words[name.first : name.last]
            if w.index == name.last - 1 or not name.first <= w.head < name.last
        )
        if head.deprel not in ("nsubj", "nsubj:pass", "root", "flat", "appos", "compound"):  # "President X's war"
            continue
        before = reading.words[max(name.first - 8, 0) : name.first]
        inside = reading.words[name.first : name.last]
        title = find_office([w.text.lower() for w in (*before, *inside)])
        if find_actor_in([w.text for w in (*before, *inside)], 0) is not None or title is None:
            return None
        behind = [w.text for w in reading.words[name.last : name.last + _NEXT]]
        told = find_office([w.lower() for w in behind]) is not None and find_actor_in(behind, 0) is not None
        if behind[:1] == [","] and told:  # "King X, King of Ruritania"
            return None
        return _of_holder(reading, [w.text for w in inside], title)
    return None


def _is_title(words: Sequence[Word]) -> bool:
    """ "Vice" of "Vice President X", which is nobody's name."""
    return all(w.text.lower() in ("vice", "deputy") or find_office([w.text.lower()]) is not None for w in words)


def _of_holder(reading: Reading, name: Sequence[str], title: Office) -> str | None:
    """The state of whoever of that name holds the office on the day of the report, else that of the office."""
    day = reading.report.published.isoformat() if reading.report.published else None
    rows = [h for w in reversed(name) for h in find_holders(plain(w)) if day and h.held(day)]
    codes = {h.code for h in rows if h.office in title.title or title.title in h.office}
    return codes.pop() if len(codes) == 1 else title.code
