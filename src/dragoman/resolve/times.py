"""Time expressions of a report and the intervals that they mean, seen from its publication date.

Own rules, since no library gives intervals or reads a weekday as news means it: a bare weekday is the day
of publication or the last one before it, unless its clause tells what is to come; "May 3" is the nearest;
"in late September" is the month; "the next day" counts from the day named just before. Words that name
no day ("recently", "in the past") are found too, and mean None: they say that a day is not to be supplied.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dragoman.resolve import calendar
from dragoman.resolve.calendar import Interval
from dragoman.resolve.timewords import CORES, FORMS, READERS, TENSED

Tense = Callable[[int, int], "bool | None"]
_AROUND: Final = 60  # characters; no form is longer on either side of its core
Kind = Literal["point", "duration", "since", "until", "vague", "dateline"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Characters `start:end` and the interval they mean, None where they name no day.

    kind: "point" a day or longer that something happened in; "duration" a length (`length` days) not yet
    placed; "since" and "until" one end of a stretch; "vague" no day ("recently"); "dateline" the report's own.
    """

    start: int
    end: int
    interval: Interval | None
    kind: Kind = "point"
    length: int = 0


_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|from|of|during|by|until|between|to|before|after|through|and|the|a|late|early|mid|around|for|back in|his|its|"
    r"their)\s|[(,-]\s?|^)$",
    re.IGNORECASE,
)
_YEAR_OF_NAME: Final = re.compile(r"\s[A-Z]")
_ARTICLE: Final = re.compile(r"\b(?:the|a|its|their|his|her)\s$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(since|from|starting|beginning)\s(?:on\s)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(until|till|by|before|no later than|through)\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|to|and|or|until|through|,)\s*(?:on\s)?(?:the\s)?$", re.IGNORECASE)
_AGENCY: Final = re.compile(r"\s*(?:\([A-Z][\w. ,/-]{1,40}\)|,?\s*[A-Z]{2,8}\s*(?:--|-|–|—|:)|(?:--|-|–|—|:))")


def find_times(text: str, published: date | None, tense: Tense | None = None) -> list[TimeExpression]:
    """The time expressions of `text`, in order, without overlap.

    Args:
        text: the report's text.
        published: what relative words count from; without it only full dates mean anything.
        tense: for the characters of an expression, whether its clause tells what is to come (True), what
            was (False), or cannot be told (None). None: nothing can be told.
    """
    tell = tense or (lambda a, b: None)
    found: list[TimeExpression] = []
    last_day: date | None = None
    for match in _matches(text):
        expression = _read(text, match, published, tell, last_day)
        if expression is None:
            continue
        found.append(expression)
        if expression.kind == "point" and expression.interval and expression.interval.precision == "day":
            last_day = expression.interval.end
    return _join_ranges(text, _mark_dateline(text, found), published)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of `FORMS`, sought only near what each of them must hold."""
    begin, end = 0, 0
    for core in CORES.finditer(text):
        if core.start() - _AROUND > end:
            yield from FORMS.finditer(text, begin, end)
            begin = _word_start(text, max(end, core.start() - _AROUND))
        end = _word_start(text, min(len(text), core.end() + _AROUND))
    yield from FORMS.finditer(text, begin, end)


def _word_start(text: str, position: int) -> int:
    """`position` moved on past the word that it falls into, if the word is not a long one."""
    for i in range(position, min(position + 40, len(text))):
        if not text[i].isalnum():
            return i
    return position


# ---------------------------------------------------------------- one expression


def _read(
    text: str, match: re.Match[str], published: date | None, tense: Tense, last_day: date | None
) -> TimeExpression | None:
    kind = match.lastgroup and next(k for k in READERS if match.group(k) is not None)
    if not kind:
        return None
    start, end = match.span(kind)
    reader = READERS[kind]
    anchor = last_day if kind == "anaphor" and last_day else published
    future = tense(start, end) if kind in TENSED else None
    result = reader(match, anchor, future)
    if kind == "ago" and match["aw"].lower() in ("earlier", "later", "before", "previously"):
        result = reader(match, last_day or published, future)
    if kind == "year" and not _YEAR_BEFORE.search(text, max(0, start - 12), start):
        return None
    if kind == "year" and _YEAR_OF_NAME.match(text, end) and _ARTICLE.search(text, max(0, start - 6), start):
        return None  # "the 2022 Summit" is a name
    if kind == "wday" and text[match.start("wd")].islower():
        return None
    if isinstance(result, int):
        return TimeExpression(start, end, None, "duration", result)
    if result is None:
        return TimeExpression(start, end, None, "vague")
    if kind not in ("within", "past") and _UNTIL.search(text, max(0, start - 20), start):
        return TimeExpression(start, end, result, "until")
    if _SINCE.search(text, max(0, start - 20), start):
        return TimeExpression(start, end, result, "since")
    return TimeExpression(start, end, result)


# ---------------------------------------------------------------- several together


def _mark_dateline(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """The date of a dateline ("ORVANA, May 3 (Agency) -- ...") or of a first line that is only a date."""
    if not found or found[0].start > 120 or found[0].interval is None:
        return found
    first = found[0]
    line_start = max(text.rfind(b, 0, first.start) for b in "\n\r") + 1
    before = text[line_start : first.start].strip(" ,(")
    rest = text[first.end : first.end + 80].lstrip(" )")
    alone = not before and (not rest or rest[0] in "\n\r")
    heading = before and len(before) < 50 and before.split(",")[0].replace("/", " ").isupper()
    if alone or (heading and _AGENCY.match(text, first.end, first.end + 80)):
        return [replace(first, kind="dateline"), *found[1:]]
    return found


def _join_ranges(text: str, found: list[TimeExpression], published: date | None) -> list[TimeExpression]:
    """ "from Monday to Thursday", "Tuesday and Wednesday": two days as one stretch; "since Monday": up to now."""
    joined: list[TimeExpression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before and before.interval and expression.interval and _is_range(text, before, expression):
            stretch = before.interval.join(expression.interval)
            joined[-1] = TimeExpression(before.start, expression.end, stretch)
            continue
        joined.append(expression)
    return [_up_to_now(e, published) if e.kind == "since" else e for e in joined]


def _is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    a, b = first.interval, second.interval
    if not a or not b or a.precision != b.precision or second.start - first.end > 12:
        return False
    if first.kind not in ("point", "since") or second.kind not in ("point", "until"):
        return False
    gap = text[first.end : second.start]
    link = gap.strip(" ,").lower().removesuffix(" on").removesuffix(" the")
    if link not in ("-", "–", "—", "to", "until", "through", "and", "or"):
        return False
    apart = (b.start - a.end).days
    return 0 < apart <= (3 if link in ("and", "or") else 120)


def _up_to_now(expression: TimeExpression, published: date | None) -> TimeExpression:
    interval = expression.interval
    said = interval is not None and interval.precision == "day" and interval.start < interval.end
    if not interval or not published or said or interval.start > published:  # "from March 28 to 30" says its end
        return replace(expression, kind="point")
    end = {"day": published, "month": calendar.month(published.year, published.month).end}
    stretch = Interval(interval.start, end.get(interval.precision, date(published.year, 12, 31)), interval.precision)
    return replace(expression, interval=stretch)


def overlapping(found: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The expressions of `found` (in order) that share a character with `start:end`."""
    at = bisect_left([e.end for e in found], start + 1)
    taken = []
    while at < len(found) and found[at].start < end:
        taken.append(found[at])
        at += 1
    return taken
