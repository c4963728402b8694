"""Sentences and paragraphs with exact offsets. Own rules; no library tried kept offsets and quotations both.

A sentence ends at a full stop, question or exclamation mark with the closing marks after it, unless the
stop belongs to an abbreviation, an initial or a list number, or the sentence visibly goes on ("Is it
over?" asked the minister). Paragraphs end at blank lines; whether a single line break ends one is decided
once for each text, since some outlets wrap their lines and some put each paragraph on one line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dragoman.codebook.datelines import find_dateline
from dragoman.understand.tokens import ENDABLE, TITLES


class SentenceSpan(NamedTuple):
    """Characters `start:end` of the text, no white space at either end, in paragraph `paragraph`."""

    start: int
    end: int
    paragraph: int


_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAKS: Final = "\n\r\u2028\u2029\x0b\x0c\x85"
_BULLET: Final = re.compile(r"(?:[-–—*•·●▪◦‣○■]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s")
_CLOSERS: Final = "\"'”’»)]}›"
_OPENERS: Final = "\"'“‘«([{„‹`¿¡"
_STOP: Final = re.compile(r"[.!?…。]+(?:''|[\"'”’»)\]}›]|\[\d{1,3}\])*")
_INLINE_BULLET: Final = re.compile(r"(?<=\s)[•●▪‣■](?=\s)")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATELINE_REST: Final = re.compile(rf"\s+{_MONTH}[a-z]*\.?\s+\d")
_STARTERS: Final = frozenset(
    """The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From With
    Under After Before Since During While When As If Although Though Because But And Or So Yet However Meanwhile
    Also Both All Some Many Most Several There Here What Who Why How Where Which According Earlier Later Despite
    Such No Not Only Once Last Two Three Four Five Then Now Still Another Each Other Among Between About Over
    Officials Talks Analysts Critics Authorities Sources Moreover Furthermore Nevertheless Nonetheless""".split()
)
_IN_TITLES: Final = ("Under Secretary", "Under-Secretary", "Under Sec.")  # "U.S. Under Secretary of State"
_LOWER_NAMES: Final = re.compile(r"(?:al|el|as|ash|ar|an|ad|at|az|iP|e)-?[A-Z]|(?:bin|ibn|de|von|van|da|di|du)\s[A-Z]")
_SPEECH: Final = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,5}?(?:asked|said|says|shouted|wondered|cried|added|tweeted|wrote|exclaimed|replied|asks)\b"
)
_SENTENCE_LOWER: Final = re.compile(r"[a-z]{4,}$")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LIST_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)?\.$")


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs of `text`, trimmed of white space, in order; none is empty."""
    lines = [_trim(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [(a, b) for a, b in lines if a < b]
    wrapped, width = _is_wrapped(text, lines)
    paragraphs: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(lines):
        joined = paragraphs and not _is_blank_between(text, lines[i - 1][1], start)
        if joined and _runs_on(text, lines[i - 1], (start, end), wrapped, width):
            paragraphs[-1] = (paragraphs[-1][0], end)
            continue
        paragraphs.append((start, end))
    return paragraphs


def split_sentences(text: str) -> list[SentenceSpan]:
    """The sentences of `text` in order. Every character that is not white space is in exactly one of them.

    Takes time linear in the length of the text.

    >>> [tuple(s) for s in split_sentences("Gen. Ali left. He met Mr. Wu.")]
    [(0, 14, 0), (15, 29, 0)]
    """
    sentences = []
    for number, (start, end) in enumerate(split_paragraphs(text)):
        begin = start
        opening = [find_dateline(text, start if number else 0)]
        opening = [cut for cut in opening if start < cut < end]
        cuts = _cuts(text, start, end)
        for cut in (*opening, *(c for c in cuts if not opening or c > opening[0])):
            first, last = _trim(text, begin, cut)
            if first < last:
                sentences.append(SentenceSpan(first, last, number))
                begin = cut
        first, last = _trim(text, begin, end)
        if first < last:
            sentences.append(SentenceSpan(first, last, number))
    return sentences


# ---------------------------------------------------------------- paragraphs


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_blank_between(text: str, end: int, start: int) -> bool:
    """Two line breaks or more lie between (a carriage return and its line feed are one)."""
    gap = text[end:start].replace("\r\n", "\n")
    return sum(gap.count(b) for b in _BREAKS) > 1 or "\u2029" in gap


def _first_word(text: str, start: int, end: int) -> int:
    for i in range(start, min(end, start + 40)):
        if text[i].isspace():
            return i - start
    return min(end - start, 40)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> tuple[bool, int]:
    """Whether single line breaks only wrap the text, and how wide its lines are."""
    pairs = [
        (lines[i], lines[i + 1])
        for i in range(len(lines) - 1)
        if not _is_blank_between(text, lines[i][1], lines[i + 1][0])
    ]
    if not pairs:
        return False, 0
    width = max(b - a for a, b in lines)
    if width > 160:
        return False, width
    lower = sum(1 for (a, b), (c, _) in pairs if text[c].islower() and text[b - 1] not in ".!?:;")
    # the next line's first word would not have fitted, with some room for ragged edges
    full = sum(1 for (a, b), (c, d) in pairs if b - a + 1 + _first_word(text, c, d) > width - 12)
    return (lower >= 0.3 * len(pairs) and width >= 30) or (len(pairs) > 3 and full >= 0.7 * len(pairs)), width


def _runs_on(text: str, above: tuple[int, int], below: tuple[int, int], wrapped: bool, width: int) -> bool:
    """Whether the line `below` goes on the paragraph of the line `above`."""
    last = text[above[1] - 1]
    if _BULLET.match(text, below[0], below[1]):
        return False
    if text[below[0]].islower() and last not in '.!?:;”"':
        return True
    if not wrapped:
        return False
    short = above[1] - above[0] + 1 + _first_word(text, *below) < width - 25
    return not (short and (last in '.!?:;"”’)' or above[1] - above[0] < width // 2))


# ---------------------------------------------------------------- sentences


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets inside the paragraph `start:end` at which a sentence ends."""
    cuts = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        if _ends(text, begin, match.start(), stop, end):
            cuts.append(stop)
            begin = stop
    cuts += [m.start() for m in _INLINE_BULLET.finditer(text, start, end)]
    return sorted(set(cuts))


def _ends(text: str, begin: int, mark: int, stop: int, end: int) -> bool:
    """Whether the sentence that begins at `begin` ends with the marks `mark:stop`."""
    if not text[stop].isspace():
        return _ends_unspaced(text, begin, mark, stop, end)
    following = stop
    while following < end and text[following].isspace():
        following += 1
    opened = following
    while opened < end and (text[opened] in _OPENERS):
        opened += 1
    if opened >= end:
        return False
    closed = any(c in "\"'”’»" for c in text[mark:stop])
    after = text[opened]
    if text[mark] in "!?":
        return _ends_loud(text, mark, opened, closed)
    if after.islower():
        return _ends_before_lower(text, mark, opened, closed, stop - mark)
    if after in "-–—,;:)…." or text[following] in ")]}":
        return after in "-–—" and stop - mark > 0 and _dash_opens(text, opened, mark)
    if text[mark : mark + 2] == ".." or text[mark] == "…":
        return after.isupper() or closed
    return _ends_after_word(text, begin, mark, opened, following, closed)


def _ends_loud(text: str, mark: int, opened: int, closed: bool) -> bool:
    if text[opened].islower():  # a name such as "Yahoo!" goes on; a question in careless writing does not
        return text[mark] == "?" and not closed
    return not (closed and _SPEECH.match(text, opened, min(len(text), opened + 120)))


def _dash_opens(text: str, opened: int, mark: int) -> bool:
    """A dash after a full stop begins a line of talk or a list item, unless an abbreviation stands before."""
    word = _word_before(text, mark)
    return word not in ENDABLE and word not in TITLES and "." not in word and len(word) > 2


def _ends_before_lower(text: str, mark: int, opened: int, closed: bool, marks: int) -> bool:
    if closed:
        return False
    if _LOWER_NAMES.match(text, opened):
        before = _word_before(text, mark)
        return before not in TITLES and "." not in before and len(before) > 1
    word = _word_before(text, mark)
    if word in ENDABLE or word in TITLES or text[mark] == "…" or text[mark : mark + 2] == "..":
        return False
    return bool(_SENTENCE_LOWER.match(word))


def _word_before(text: str, mark: int) -> str:
    """The letters, digits and inner dots just before `mark`, at most 24 of them."""
    first = mark
    while first > 0 and mark - first < 24 and (text[first - 1].isalnum() or text[first - 1] in ".'’"):
        first -= 1
    return text[first:mark].strip("'’")


def _ends_after_word(text: str, begin: int, mark: int, opened: int, following: int, closed: bool) -> bool:
    """A full stop, then white space, then a capital, a digit or a mark: the word before decides."""
    word = _word_before(text, mark)
    first = begin
    while first < mark and text[first].isspace():
        first += 1
    if mark - first < 8 and _LIST_NUMBER.match(text[first : mark + 1]):
        return False
    if not closed and mark - first < 40 and text[first:mark].isupper() and _DATELINE_REST.match(text, mark + 1):
        return False
    if word in TITLES and not closed:
        return False
    if word in ("No", "no", "p", "pp", "para", "paras", "art", "c", "pt") and text[opened].isdigit():
        return False
    if word in ("e.g", "i.e"):
        return False
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    if initial or dotted or word in ENDABLE:
        if text[opened].isdigit():
            return not (initial or dotted) and word not in ENDABLE
        if following < opened and not initial:
            return True
        return _starts_sentence(text, opened)
    return True


def _starts_sentence(text: str, opened: int) -> bool:
    match = _LETTERS.match(text, opened, opened + 40)
    if text.startswith(_IN_TITLES, opened):
        return False
    return match is not None and match.group() in _STARTERS and text[match.end() : match.end() + 1] != "."


def _ends_unspaced(text: str, begin: int, mark: int, stop: int, end: int) -> bool:
    """ "deal.However": a small letter or a year, a full stop, and a capitalised word, outside links."""
    if stop + 2 > end or mark - begin < 2:
        return False
    before, after = text[mark - 1], text[stop]
    if stop - mark > 1 and after in '“"«':
        return text[stop + 1].isupper() and text[mark] in ".?!" and before.isalpha()
    if not (after.isupper() and (text[stop + 1].islower() or text[stop : stop + 2] in ("I ", "A "))):
        return False
    if before.isdigit():
        return mark - begin > 4 and text[mark - 4 : mark].isdigit()
    if not (before.islower() and text[mark - 2].islower()):
        return False
    word = _word_before(text, mark)
    if word in TITLES or "." in word or word.lower() in ("www", "http"):
        return False
    chunk = text[max(begin, mark - 40) : mark].rsplit(None, 1)[-1]
    return "/" not in chunk and "@" not in chunk
