"""Dates of rows: which time expression governs what is told, and what an undated act takes instead.

The order of trust: the words that the extractor named; a time expression on the act's own clause; on a
clause above it; the day of the statement that tells it; and for what is told as current, the publication
date (basis "inferred"). What is visibly told as earlier and undated stays without a date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.records import Agreement, Event, Meeting, Offsets, Reading, Rows, Span, Statement, When
from dragoman.resolve import calendar
from dragoman.resolve.clauses import Syntax
from dragoman.resolve.times import TimeExpression, find_times, overlapping

_REACH: Final = 4.5
# an act done by words is dated by its own clause: "welcomes the talks held on Monday" was not done on Monday
_BY_WORDS: Final = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
_SIGNING: Final = re.compile(r"(?:sign|ratif|initial|conclu|adopt|reach)", re.IGNORECASE)
_OWN_CLAUSE: Final = 2.5
_NEAR: Final = 6  # words; further behind an act by words, a time belongs to what the act is about
_MATERIAL: Final = frozenset(
    ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT", "CONCEDE", "COOPERATE")
)
_MEETING: Final = re.compile(r"\b(?:meet|talks|summit|session|round|visit|negotiat|conference|travel)", re.IGNORECASE)
_AFTER_MEETING: Final = re.compile(
    r"[^.]{0,60}?\b(?:after|following|during|at the end of)\s(?:his|her|their|the|that|this)\s(?:\w+\s)?"
    r"(?:meeting|talks|session|summit|visit|discussions|negotiations|round)\b",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(
    r"(?:the|this|that|these|their|its)\s(?:\w+\s){0,2}(?:meeting|talks|summit|session|round|visit|negotiations|conference)\b",
    re.IGNORECASE,
)
_NO_STRETCH: Final = re.compile(
    r"(?:\b(?:in|within|every|last|next|past|than|only|after|time in)|time)\s(?:the\s)?$", re.IGNORECASE
)
_FUTURE_WORDS: Final = re.compile(
    r"\b(?:will|would|'ll|shall|scheduled|due|planned|plans|set to|expected|is to|are to|was to|were to|agreed to|may|ahead of"
    r"|before|upcoming|invited|next)\b",
    re.IGNORECASE,
)
_PAST_WORDS: Final = re.compile(
    r"\b(?:said|told|met|held|began|was|were|had|has|have|made|took|gave|went|came|left|ended|\w{3,}ed)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:previously|formerly|in the past|once|historically|decades ago|years ago|months ago|since then|at the time|long ago)\b",
    re.IGNORECASE,
)


def resolve_when(reading: Reading, rows: Rows) -> Rows:
    """`rows` with every date worked out, or None where the text does not allow one."""
    dating = _Dating(reading)
    statements = _share_documents(tuple(dating.date_statement(s) for s in rows.statements))
    dating.statements = statements
    return replace(
        rows,
        statements=statements,
        meetings=tuple(dating.date_meeting(m) for m in rows.meetings),
        events=tuple(dating.date_event(e) for e in rows.events),
        agreements=tuple(dating.date_agreement(a) for a in rows.agreements),
    )


def publication_day(reading: Reading) -> date | None:
    """The publication date, else the full date of a dateline."""
    if reading.report.published:
        return reading.report.published
    found = find_times(reading.text[:400], None)
    first = next((e for e in found if e.kind == "dateline"), None)
    return first.interval.start if first and first.interval else None


def _share_documents(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Pieces of one document are of one day: an undated piece takes the stated date of another."""
    stated = {s.document: s.date for s in reversed(statements) if s.document and s.date and s.date.basis == "stated"}
    shared = []
    for s in statements:
        known = stated.get(s.document) if s.document else None
        if known and (s.date is None or s.date.basis == "inferred"):
            s = replace(s, date=replace(known, basis="inferred"))
        shared.append(s)
    return tuple(shared)


class _Dating:
    """One report's time expressions and trees."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.reading = reading
        self.published = publication_day(reading)
        self.syntax = Syntax.of(reading)
        self.times = find_times(self.text, self.published, self._tell)
        self.heads = {e.start: self.syntax.top(e.start, e.end) for e in self.times}
        self.statements: tuple[Statement, ...] = ()

    # ------------------------------------------------------------ the rows

    def date_statement(self, row: Statement) -> Statement:
        if row.date and (found := self._named(row.date, to_come=False)):
            return replace(row, date=found)
        found = self._governing(row.cue, (row.cue,), to_come=False, reach=_OWN_CLAUSE) if row.cue else None
        return replace(row, date=found or self._after_meeting(row) or self._today())

    def _after_meeting(self, row: Statement) -> When | None:
        """ "tweeted after his meeting": the day that the sentences just before give that meeting."""
        if row.cue is None:
            return None
        top = self.syntax.top(row.cue.start, row.cue.end)
        if top is None:
            return None
        number = self.syntax.words[top].sentence
        sentence = self.reading.sentences[number]
        if not _AFTER_MEETING.match(self.text, row.cue.end, sentence.end):
            return None
        for earlier in range(number - 1, max(number - 5, -1), -1):
            before = self.reading.sentences[earlier]
            days = [e for e in overlapping(self.times, before.start, before.end) if e.kind == "point" and e.interval]
            days = [e for e in days if not self._is_later(e) and self._tells_of_meeting(e)]
            if days:
                return replace(self._when(days[-1]), basis="inferred")
        return None

    def date_event(self, row: Event) -> Event:
        if row.meeting is not None:
            return row
        by_words = row.event in _BY_WORDS and not _SIGNING.match(row.trigger.text)
        found = self._named(row.date, to_come=False) if row.date and not by_words else None
        if found is None:
            reach = _OWN_CLAUSE if by_words else _REACH
            found = self._governing(row.trigger, row.evidence, to_come=False, reach=reach)
        no_day = self._names_no_day(row.date) if row.date else self._vague(row.trigger)
        if found is None and not no_day and not self._is_earlier(row):
            found = self._told_in(row.trigger)
        return replace(row, date=found)

    def date_meeting(self, row: Meeting) -> Meeting:
        planned = row.status in ("planned", "postponed", "cancelled")
        found = self._named(row.when, to_come=planned) if row.when else None
        anchor = row.evidence[0] if row.evidence else None
        if found is None and anchor:
            reach = 6 if planned else _REACH
            found = self._stretch(anchor) or self._governing(anchor, row.evidence, to_come=planned, reach=reach)
        if found is None and anchor and not planned and not row.when and not self._vague(anchor):
            found = None if self._is_pluperfect(anchor, after=False) else self._told_in(anchor)
        if found is None and anchor and planned and not row.when:
            found = self._one_to_come(anchor)
        following = self._named(row.next, to_come=True) if row.next else None
        return replace(row, when=found, next=following)

    def date_agreement(self, row: Agreement) -> Agreement:
        if row.as_of and (found := self._named(row.as_of, to_come=True)):
            return replace(row, as_of=found)
        return replace(row, as_of=self._today())

    # ------------------------------------------------------------ where a date comes from

    def _today(self) -> When | None:
        return calendar.day(self.published).when(None, None, "inferred") if self.published else None

    def _named(self, when: When, *, to_come: bool) -> When | None:
        """The date of the words that an extractor gave."""
        if when.start and when.end:
            return when
        if when.span is None:
            return None
        for expression in overlapping(self.times, *when.span):
            if expression.kind == "duration" and expression.length:
                return self._place_stretch(expression)
            if expression.interval and (to_come or not self._is_later(expression)):
                return self._when(expression)
        return None

    def _names_no_day(self, when: When) -> bool:
        """The extractor's words are of the kind that says that there is no day ("in recent weeks")."""
        return bool(when.span) and any(e.kind == "vague" for e in overlapping(self.times, *(when.span or (0, 0))))

    def _when(self, expression: TimeExpression) -> When:
        assert expression.interval is not None
        span = (expression.start, expression.end)
        return expression.interval.when(self.text[slice(*span)], span, "stated")

    def _told_in(self, trigger: Span) -> When | None:
        """The stated day of the innermost statement that tells it, else the publication date."""
        around = [s for s in self.statements if any(c.start <= trigger.start < c.end for c in s.content)]
        around.sort(key=lambda s: sum(c.end - c.start for c in s.content))
        for statement in around:
            if statement.date and statement.date.span:
                return replace(statement.date, basis="inferred")
        return self._today()

    def _is_later(self, expression: TimeExpression) -> bool:
        return bool(self.published and expression.interval and expression.interval.start > self.published)

    def _governing(
        self, anchor: Span, evidence: tuple[Span, ...], *, to_come: bool, reach: float = _REACH
    ) -> When | None:
        """The time expression that the tree brings nearest to the head of `anchor`.

        None where the nearest says that there is no day ("recently"), or where none is in reach.
        """
        top = self.syntax.top(anchor.start, anchor.end)
        sentence = self.syntax.words[top].sentence if top is not None else None
        ranked: list[tuple[float, int, TimeExpression]] = []
        for expression in self._nearby(anchor, evidence, sentence):
            if expression.kind in ("dateline", "until", "duration") or (not to_come and self._is_later(expression)):
                continue
            cost = self._cost(top, expression)
            if anchor.start <= expression.start and expression.end <= anchor.end and evidence == (anchor,):
                cost = min(cost, 2.0)  # "a statement issued on Thursday said" names its own day
            if reach <= _OWN_CLAUSE and self.text.count(" ", anchor.end, expression.start) > _NEAR:
                continue
            if cost <= reach:
                ranked.append((cost, abs(expression.start - anchor.start), expression))
        if not ranked and reach > _OWN_CLAUSE and top is not None:
            ranked = [(0.0, e.start, e) for e in self._following(top, to_come)]
        if not ranked:
            return None
        nearest = min(ranked, key=lambda r: r[:2])[2]
        return self._when(nearest) if nearest.interval else None

    def _following(self, top: int, to_come: bool) -> list[TimeExpression]:
        """Time expressions behind an act, in its sentence, with no other verb between.

        The tree tends to hang the last words of a long sentence on the noun before them.
        """
        words = self.syntax.words
        sentence = self.reading.sentences[words[top].sentence]
        found = []
        for e in overlapping(self.times, words[top].end, sentence.end):
            head = self.heads.get(e.start)
            if head is None or e.interval is None or e.kind not in ("point", "since"):
                continue
            between = words[top + 1 : head]
            other = any(w.upos == "VERB" and w.deprel not in ("xcomp", "amod", "case") for w in between)
            if not other and (to_come or not self._is_later(e)):
                found.append(e)
        return found

    def _nearby(self, anchor: Span, evidence: tuple[Span, ...], sentence: int | None) -> list[TimeExpression]:
        spans: list[Offsets] = [(s.start, s.end) for s in evidence]
        if sentence is not None and sentence < len(self.reading.sentences):
            spans.append((self.reading.sentences[sentence].start, self.reading.sentences[sentence].end))
        else:
            spans.append((max(0, anchor.start - 60), anchor.end + 60))
        found: list[TimeExpression] = []
        for start, end in spans:
            found += [e for e in overlapping(self.times, start, end) if e not in found]
        return found

    def _cost(self, top: int | None, expression: TimeExpression) -> float:
        """How far the tree is between an act and a time expression; without a tree, by distance in the text."""
        head = self.heads.get(expression.start)
        if top is None or head is None:
            return 4.0
        return self.syntax.distance(top, head)

    def _one_to_come(self, anchor: Span) -> When | None:
        """The day to come that the report names, for a meeting ahead that its own sentence leaves undated.

        The only one, or for "the meeting", known already, the first.
        """
        ahead = [e for e in self.times if e.kind == "point" and self._is_later(e) and self._tells_of_meeting(e)]
        days = {(e.interval.start, e.interval.end) for e in ahead if e.interval}
        known = _DEFINITE.match(anchor.text)
        return replace(self._when(ahead[0]), basis="inferred") if len(days) == 1 or (ahead and known) else None

    def _tells_of_meeting(self, expression: TimeExpression) -> bool:
        head = self.heads.get(expression.start)
        if head is None:
            return False
        sentence = self.reading.sentences[self.syntax.words[head].sentence]
        return bool(_MEETING.search(self.text, sentence.start, sentence.end))

    # ------------------------------------------------------------ stretches

    def _stretch(self, anchor: Span) -> When | None:
        """ "four days of talks", "three-day talks", "met for two days": a length that belongs to the meeting."""
        top = self.syntax.top(anchor.start, anchor.end)
        for expression in overlapping(self.times, anchor.start, anchor.end):
            if expression.kind != "duration" or not 1 < expression.length <= 60:
                continue
            if _NO_STRETCH.search(self.text, max(0, expression.start - 16), expression.start):
                before = self.text[max(0, expression.start - 16) : expression.start].lower().rstrip()
                after = self.text[expression.end : expression.end + 4]
                if not (before.endswith("after") and after.startswith((" of", "-of"))):
                    continue
            head = self.heads.get(expression.start)
            if top is None or head is None or self._cost(top, expression) <= 3 or top == head:
                return self._place_stretch(expression)
        return None

    def _place_stretch(self, expression: TimeExpression) -> When | None:
        """A length up to the latest day named in its sentence and not after publication, else to publication."""
        if not self.published or not expression.length:
            return None
        head = self.heads.get(expression.start)
        ends = [self.published]
        if head is not None and self.syntax.words[head].sentence < len(self.reading.sentences):
            sentence = self.reading.sentences[self.syntax.words[head].sentence]
            named = [
                e.interval.end
                for e in overlapping(self.times, sentence.start, sentence.end)
                if e.interval and e.kind == "point" and e.interval.precision == "day" and not self._is_later(e)
            ]
            ends = [max(named)] if named else ends
        stretch = calendar.days(calendar.shift(ends[0], 1 - expression.length), ends[0])
        span = (expression.start, expression.end)
        return stretch.when(self.text[slice(*span)], span, "stated")

    # ------------------------------------------------------------ tense

    def _tell(self, start: int, end: int) -> bool | None:
        """Whether the clause of the characters `start:end` tells what is to come."""
        top = self.syntax.top(start, end)
        if top is not None:
            return self.syntax.is_future(top)
        line = max(self.text.rfind(mark, max(0, start - 90), start) for mark in ".;\n")
        begin = max(line + 1, start - 90)
        future = [m.start() for m in _FUTURE_WORDS.finditer(self.text, begin, start)]
        past = [m.start() for m in _PAST_WORDS.finditer(self.text, begin, start)]
        if not future and not past:
            return None
        return max(future, default=-1) > max(past, default=-1)

    def _vague(self, anchor: Span) -> bool:
        """Words on the act's own clause say that it has no day ("recently", "years ago")."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return False
        sentence = self.syntax.words[top].sentence
        nearby = self._nearby(anchor, (), sentence)
        return any(e.kind == "vague" and self._cost(top, e) <= 2 for e in nearby)

    def _is_earlier(self, row: Event) -> bool:
        """Told as earlier than the report: pluperfect, a finite "after" clause, history."""
        if "historical" in row.aux:
            return True
        if any(_EARLIER.search(s.text) for s in row.evidence):
            return True
        return self._is_pluperfect(row.trigger) or (row.event in _MATERIAL and self._is_background(row.trigger))

    def _is_pluperfect(self, anchor: Span, *, after: bool = True) -> bool:
        """ "had met" in the report's own voice; inside somebody's words "had" only says that it was told later."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return False
        clause = self.syntax.clause(top)
        forms = {w.text.lower() for w in self.syntax.child(clause, ("aux",))}
        relation = self.syntax.words[clause].deprel.split(":")[0]
        if relation == "ccomp" or self._in_content(anchor):
            return False
        if (
            after
            and relation == "advcl"
            and any(m.lemma in ("after", "since") for m in self.syntax.child(clause, ("mark",)))
        ):
            return not self.syntax.words[clause].text.lower().endswith("ing")
        return bool(forms & {"had"})

    def _is_background(self, anchor: Span) -> bool:
        """A material act in a relative clause or the perfect, undated: what led to the story, not the story."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None or self._in_content(anchor):
            return False
        clause = self.syntax.clause(top)
        forms = {w.text.lower() for w in self.syntax.child(clause, ("aux",))}
        if self.syntax.words[clause].deprel == "conj" and not forms:
            forms = {w.text.lower() for w in self.syntax.child(self.syntax.words[clause].head, ("aux",))}
        early = self.syntax.words[clause].sentence < 2
        return not early and (bool(forms & {"has", "have"}) or self.syntax.words[clause].deprel.startswith("acl:relcl"))

    def _in_content(self, anchor: Span) -> bool:
        return any(c.start <= anchor.start < c.end for s in self.statements for c in s.content)
