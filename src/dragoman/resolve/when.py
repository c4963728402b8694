"""Dates of rows: which time expression governs what is told, and what an undated act takes instead.

The order of trust: the words that the extractor named; a time expression on the act's own clause; on a
clause above it; the day of the statement that tells it; and for what is told as current, the publication
date (basis "inferred"). What is visibly told as earlier and undated stays without a date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.schedules import is_schedule
from dragoman.codebook.talks import find_agreement_noun
from dragoman.records import Agreement, Event, Meeting, Reading, Rows, Span, Statement, When, Word
from dragoman.resolve.accounts import Account, date_beside
from dragoman.resolve.beside import find_by_verb_beside, find_distance, move
from dragoman.resolve.clauses import TALKS
from dragoman.resolve.courses import follow_course
from dragoman.resolve.governing import OWN_CLAUSE, REACH, Timeline
from dragoman.resolve.times import find_times, overlapping
from dragoman.resolve.trips import date_by_trip, find_trips

_PROMISES: Final = frozenset("agree decide announce pledge vow promise offer propose accept say".split())
_SIGNING: Final = re.compile(r"(?:sign|ratif|initial|conclu|adopt|reach)", re.IGNORECASE)
_TALKS: Final = TALKS | {"visit"}
_BEGIN: Final = ("begin", "open", "start")
_END: Final = ("end", "conclude", "close", "finish")
_STANDING: Final = frozenset(("REQUEST", "THREATEN", "ACCUSE"))
_DAY: Final = 10  # characters of an ISO day
_SPEAKS_ON: Final = 3  # sentences
_MATERIAL: Final = frozenset(
    ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT", "CONCEDE", "COOPERATE")
)
_WILL: Final = frozenset(("will", "'ll", "’ll", "shall", "would"))
_TODAY: Final = frozenset(("today", "tonight", "this morning", "this afternoon", "this evening"))
_AFTER_MEETING: Final = re.compile(
    r"[^.]{0,60}?\b(?:after|following|during|at the end of)\s(?:his|her|their|the|that|this)\s(?:\w+\s)?"
    r"(?:meeting|talks|session|summit|visit|discussions|negotiations|round)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:previously|formerly|in the past|once(?!\s(?:again|more))|historically|decades ago|years ago|months ago|since then|at the time|long ago)\b",
    re.IGNORECASE,
)
_WAS_TO: Final = re.compile(
    r"\b(?:was|were) (?:then |later |also )?to (?:meet|hold|have|be received)\b"
)  # on the day told of
_NOT_TO_BE: Final = re.compile(r"\b(?:will not|won['’]t|would not)\b")
_HAD_BEEN_DUE: Final = re.compile(
    r"\b(?:had been|was|were)\s(?:due|set|scheduled|planned|slated|expected|to)\b[^.;]*$", re.I
)  # "a meeting that had been due on Friday", which is called off before that
_RECENT: Final = re.compile(
    r"\b(?:recent|previous|earlier|past)\s(?:[\w-]+\s){0,3}(?:meetings?|talks|discussions?|summit|calls?|consultations?)\b",
    re.I,
)
_TRAVELS: Final = frozenset("fly travel go come head arrive leave depart return visit".split())
_SITS: Final = ("meet", "hold", "speak", "talk", "discuss")


def resolve_when(reading: Reading, rows: Rows) -> Rows:
    """`rows` with every date worked out, or None where the text does not allow one."""
    dating = _Dating(reading)
    statements = dating.share_documents(tuple(dating.date_statement(s) for s in rows.statements))
    statements = dating.carry_on(statements)
    dating.statements = statements
    meetings = tuple(dating.date_meeting(m) for m in rows.meetings)
    account = Account(dating, meetings)
    dating.statements = statements = tuple(account.date_statement(s) for s in statements)
    return replace(
        rows,
        statements=statements,
        meetings=meetings,
        events=date_beside(dating, tuple(account.date_event(dating.date_event(e)) for e in rows.events)),
        agreements=tuple(dating.date_agreement(a) for a in rows.agreements),
    )


def _same(a: Statement, b: Statement) -> bool:
    """Two statements of one speaker."""
    if a.speaker is None or b.speaker is None:
        return False
    one, other = a.speaker, b.speaker
    return (one.name or one.text) == (other.name or other.text) or (one.id is not None and one.id == other.id)


def _is_present(word: Word) -> bool:
    return word.text.lower() in (word.lemma, f"{word.lemma}s", f"{word.lemma[:-1]}ies")  # "flies"


def _is_own_day(statement: Statement) -> bool:
    """Whether its day is told of the saying itself: pieces of a document may only have that of another piece."""
    return not statement.document or (statement.date is not None and statement.date.basis == "stated")


class _Dating(Timeline):
    """The rules that give each kind of row its day."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.statements: tuple[Statement, ...] = ()
        self.trips = find_trips(self)

    def date_statement(self, row: Statement) -> Statement:
        if row.date:
            told = self.named(row.date, to_come=False) or self.turned(self.named(row.date, to_come=True), -7)
            if told is not None:
                return replace(row, date=told)
        found = self.governing(row.cue, (row.cue,), to_come=False, reach=OWN_CLAUSE) if row.cue else None
        return replace(row, date=found or self._after_meeting(row) or self.today())

    def share_documents(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """Pieces of one document are of one day: an undated piece takes the stated date of another. What it says in the
        present is of its own day, whenever something that it tells of was said."""
        dated = [s for s in reversed(statements) if s.document and s.date and s.date.basis == "stated"]
        of_all = {s.document: s.date for s in dated}
        of_now = {s.document: s.date for s in dated if not self._is_told(s)}
        shared = []
        for s in statements:
            known = (of_all if self._is_told(s) else of_now).get(s.document) if s.document else None
            if known and (s.date is None or s.date.basis == "inferred"):
                s = replace(s, date=replace(known, basis="inferred"))
            shared.append(s)
        return tuple(shared)

    def carry_on(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """Who spoke on a day that was given, and speaks on in one of the next sentences, still speaks on that day."""
        carried: list[Statement] = []
        last: tuple[Statement, int] | None = None
        for s in statements:
            number = self._sentence_of(s)
            if s.date and s.date.basis == "stated" and s.speaker and number is not None:
                last = (s, number) if s.date.start == s.date.end and len(s.date.end or "") == 10 else None
            elif last and number is not None and s.date and s.date.basis == "inferred" and s.date.span is None:
                before, at = last
                if before.date and 0 <= number - at <= _SPEAKS_ON and _same(before, s) and self._is_told(s):
                    s, last = replace(s, date=replace(before.date, basis="inferred")), (before, number)
            carried.append(s)
        return tuple(carried)

    def _is_told(self, row: Statement) -> bool:
        """By a verb of the past; a document says in the present what it welcomes on its own day."""
        top = self.syntax.top(row.cue.start, row.cue.end) if row.cue else None
        word = self.syntax.words[top] if top is not None else None
        return word is not None and word.upos == "VERB" and word.text.lower() != word.lemma.lower()

    def _sentence_of(self, row: Statement) -> int | None:
        span = row.cue or (row.content[0] if row.content else None)
        top = self.syntax.top(span.start, span.end) if span else None
        return self.syntax.words[top].sentence if top is not None else None

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
            days = [e for e in days if not self.is_later(e) and self.tells_of_meeting(e)]
            if days:
                return replace(self.when(days[-1]), basis="inferred")
        return None

    def date_event(self, row: Event) -> Event:
        if row.meeting is not None:
            return row
        if row.event == "CONSULT" and not row.aux and self._stated_ahead(row.trigger, row.evidence):
            return replace(row, aux=("future",), date=self.today())  # "visits Cairo next week": told today
        by_words = row.event in plover.BY_WORDS and not _SIGNING.match(row.trigger.text)
        found = self.named(row.date, to_come=False) if row.date and not by_words else None
        if found is None:
            reach = OWN_CLAUSE if by_words else REACH
            found = self.governing(row.trigger, row.evidence, to_come=False, reach=reach)
        if found is None and by_words:
            found = find_by_verb_beside(self, row)
        apart = self._date_apart(row, found)
        if apart is not None:
            return replace(row, date=apart)
        no_day = self.names_no_day(row.date) if row.date else self.vague(row.trigger)
        announced = "future" in row.aux or (row.event == "AGREE" and self._is_announced(row.trigger))
        if announced and found and self._outlasts(found):
            found = None  # "will travel from May 15 to 17": the day of the announcement
        if by_words and found and self._goes_on(found):
            found = None  # "agreed to vote within two months": what is promised, not the promise
        if by_words and found is None:
            found = self._day_behind_text(row.trigger)
        if found is None and not no_day and not self._is_earlier(row):
            on_trip = None if announced else date_by_trip(self, self.trips, row.trigger, ahead=False)
            found = on_trip or self._told_in(row.trigger)
        return replace(row, date=self._so_far(self._speakers_today(found, row.trigger)))

    def _date_apart(self, row: Event, found: When | None) -> When | None:
        """ "On Monday, a day after Selvia seized a tug": the day before; counted from the report's day where the clause
        above has none."""
        apart = find_distance(self, row) if not row.aux else None
        if apart is None or (found is not None and found.span is not None and found.span[0] >= apart[2]):
            return None
        above = found or self.governing(row.trigger, row.evidence, to_come=False) or self.today()
        return move(above, *apart[:2]) if above else None

    def _so_far(self, found: When | None) -> When | None:
        """What is told as past in "this week" was done by the day on which it is told."""
        if found is None or self.published is None or not found.start or len(found.end or "") != _DAY:
            return found
        if "week" not in (found.text or "").lower():
            return found  # "is in Orvana May 11-15"
        now = self.published.isoformat()
        return replace(found, end=now) if found.start <= now < (found.end or "") else found

    def _is_announced(self, anchor: Span) -> bool:
        """ "Will travel": the act is the announcement."""
        top = self.syntax.top(anchor.start, anchor.end)
        return top is not None and bool(self.syntax.auxiliaries(self.syntax.clause(top)) & _WILL)

    def _goes_on(self, when: When) -> bool:
        """Days up to one after publication, in other words than "this week"."""
        whole = len(when.end or "") == _DAY and when.start != when.end
        return whole and self._outlasts(when) and "week" not in (when.text or "").lower()

    def _day_behind_text(self, trigger: Span) -> When | None:
        """ "Agreed to a truce on Friday": the day of agreeing, though the tree hangs it on the truce."""
        top = self.syntax.top(trigger.start, trigger.end)
        if top is None:
            return None
        texts = {
            w.index
            for w in self.syntax.child(top, ("obj", "obl"))
            if w.upos == "NOUN" and find_agreement_noun(w.lemma) is not None
        }
        for e in self.nearby(trigger, (), self.syntax.words[top].sentence):
            head = self.heads.get(e.start)
            if head is None or e.kind != "point" or self.is_later(e) or self.syntax.words[head].deprel != "nmod":
                continue
            cases = {w.text.lower() for w in self.syntax.child(head, ("case",))}
            if self.syntax.words[head].head in texts and self.syntax.words[head].head < head and cases <= {"on"}:
                return self.when(e) if e.interval and e.interval.precision == "day" else None
        return None

    def _not_before(self, when: When | None) -> When | None:
        """ "Called off the talks on Monday": a day that is past is the one on which they were called off."""
        past = when is not None and self.published and (when.end or "9") < self.published.isoformat()
        return None if past and len((when and when.end) or "") == _DAY else when

    def _outlasts(self, when: When) -> bool:
        """A stretch, a month or a year that goes on after publication."""
        if not self.published or not when.end:
            return False
        now = self.published.isoformat()[: len(when.end)]
        return when.end > now or (when.end == now and len(now) < 10)

    def date_meeting(self, row: Meeting) -> Meeting:
        following = self.named(row.next, to_come=True) if row.next else None
        if not row.evidence:
            return replace(row, when=self.named(row.when, to_come=True) if row.when else None, next=following)
        anchor = row.evidence[0]
        if row.status == "planned":
            scheduled = is_schedule(self.text)
            found = self._date_in_schedule(row, anchor) if scheduled else self._date_planned(row, anchor)
        elif row.status in ("postponed", "cancelled"):
            found = self._put_off_until(anchor)
            found = found or (self.named(row.when, to_come=True) if row.when else None)
            told = self.text[anchor.start : found.span[1]] if found and found.span else anchor.text
            unheld = _NOT_TO_BE.search(anchor.text) or _HAD_BEEN_DUE.search(told)
            found = (self.turned(found, 7) if unheld else None) or found
            found = found or self._not_before(self.governing(anchor, row.evidence, to_come=True))
        else:
            found = self._speakers_today(self._date_held(row, anchor), anchor)
            whole = row.status == "under way" and found is not None and "weekend" in (found.text or "").lower()
            found = found if whole else self._so_far(found)  # "are holding talks this weekend"
            ahead = self._stated_ahead(anchor, row.evidence)
            if ahead is not None and (found is None or found.span in (None, ahead.span)):
                return replace(row, when=ahead, next=following, status="planned")
            row = follow_course(self, row, found)
            found = row.when
        return replace(row, when=found, next=following)

    def _stated_ahead(self, anchor: Span, evidence: tuple[Span, ...]) -> When | None:
        """ "The ministers meet on December 11", told on the 5th: a day still to come, told in the present."""
        found = self.governing(anchor, evidence, to_come=True)
        if found is None or not self.published or not found.start or len(found.start) < 10:
            return None
        top = self.syntax.top(anchor.start, anchor.end)
        word = self.syntax.words[top] if top is not None else None
        present = word is not None and word.upos == "VERB" and _is_present(word)
        present = present or self._is_of_noun(word, found, anchor) or self._is_travelled_to(word)
        return found if present and found.start > self.published.isoformat() else None

    def _is_travelled_to(self, word: Word | None) -> bool:
        """ "Flies to Orvana tomorrow for talks": in the present, talks are as much to come as the flight."""
        if (
            word is None
            or word.upos != "NOUN"
            or not any(c.lemma == "for" for c in self.syntax.child(word.index, ("case",)))
        ):
            return False
        above = self.syntax.words[word.head]
        return (
            above.upos == "VERB"
            and _is_present(above)
            and above.lemma in _TRAVELS
            and not self.syntax.child(above.index, ("aux",))
        )

    def _is_of_noun(self, word: Word | None, found: When, anchor: Span) -> bool:
        """ "The December 15-16 summit": a day of the month, told as the noun's own. A bare weekday says nothing of when."""
        if word is None or word.upos not in ("NOUN", "PROPN") or found.span is None:
            return False
        own = anchor.start <= found.span[0] < anchor.end
        return own and any(c.isdigit() for c in found.text or "")

    def _put_off_until(self, anchor: Span) -> When | None:
        """ "Was put off until Thursday": the new day, in the sentence that says so."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return None
        sentence = self.reading.sentences[self.syntax.words[top].sentence]
        for e in overlapping(self.times, anchor.start, sentence.end):
            if e.kind == "until" and e.interval and self.text[: e.start].rstrip().lower().endswith(("until", "till")):
                return self.turned(self.when(e), 7) or self.when(e)
        return None

    def _date_in_schedule(self, row: Meeting, anchor: Span) -> When | None:
        """The day that an entry names, else the one that the schedule is of: by its title, or as it is published."""
        named = self.named(row.when, to_come=True) if row.when else None
        if named and named.span and "\n" not in self.text[min(anchor.start, named.span[0]) : named.span[1]]:
            return named
        days = find_times(self.reading.report.title or "", self.published)
        title = next((e.interval for e in days if e.interval and e.interval.precision == "day"), None)
        return title.when(None, None, "inferred") if title else self.today()

    def _date_planned(self, row: Meeting, anchor: Span) -> When | None:
        named = self.named(row.when, to_come=True) if row.when else None
        if named and self._is_of_promise(named, anchor):
            return None
        if named and not (self.published and named.end and named.end < self.published.isoformat()[: len(named.end)]):
            return named
        found = self.governing(anchor, row.evidence, to_come=True, ahead=True, reach=6)
        if found and self._is_of_promise(found, anchor):
            found = None
        found = found or self.turned(self._within_speech(row, anchor), 7)
        if found or row.when:
            return found
        by_trip = date_by_trip(self, self.trips, anchor, ahead=True)
        return by_trip or (self.today() if _WAS_TO.search(anchor.text) else self.one_to_come(anchor))

    def _date_held(self, row: Meeting, anchor: Span) -> When | None:
        found = self._from_beginning_to_end(anchor) or self.stretch(anchor, ahead=True)
        found = found or self.stretch(anchor, ended=True)
        found = found or (self.named(row.when, to_come=False) if row.when else None)
        found = found or self.stretch(anchor) or self.governing(anchor, row.evidence, to_come=False)
        no_day = self.names_no_day(row.when) if row.when else self.vague(anchor)
        found = found or self.turned(self._within_speech(row, anchor), -7)
        if found or no_day or self._is_pluperfect(anchor, after=False) or _RECENT.search(anchor.text):
            return found
        if self._has_sat(anchor):
            return None
        return date_by_trip(self, self.trips, anchor, ahead=False) or self._told_in(anchor)

    def _from_beginning_to_end(self, anchor: Span) -> When | None:
        """ "The talks began on May 10 and ended on Friday": from the day of the one to that of the other."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return None
        sentence = self.reading.sentences[self.syntax.words[top].sentence]
        days: list[When] = []
        for verbs in (_BEGIN, _END):
            inside = self.syntax.words[sentence.first : sentence.last]
            own = [w.index for w in inside if w.lemma in verbs and self._is_of_talks(w.index)]
            costs = [
                (min((self.cost(v, e) for v in own), default=REACH), e)
                for e in overlapping(self.times, sentence.start, sentence.end)
                if e.kind == "point" and e.interval and e.interval.precision == "day" and not self.is_later(e)
            ]
            least = min((c for c, _ in costs), default=REACH)
            near = [e for c, e in costs if c == least <= OWN_CLAUSE]
            if len(near) == 1:
                days.append(self.when(near[0]))
        if len(days) != len((_BEGIN, _END)) or not days[0].start or not days[1].end or days[0].start >= days[1].end:
            return None
        return replace(days[0], end=days[1].end, basis="stated")

    def _is_of_talks(self, verb: int) -> bool:
        """Whether it is talks that begin or end there: as subject, or as what "which began" is about."""
        word = self.syntax.words[verb]
        if self.syntax.child(verb, ("obj",)):
            return False
        if word.deprel == "acl:relcl":
            above = self.syntax.words[word.head]
            which = any(s.text.lower() == "which" for s in self.syntax.child(verb, ("nsubj",)))
            if above.upos == "PROPN" and which:  # "talks between Orvana and Selvia, which began": hung too low
                above = next(
                    (w for i in self.syntax.path_up(above.index) if (w := self.syntax.words[i]).lemma in _TALKS), above
                )
            return above.lemma in _TALKS
        subjects = self.syntax.child(verb, ("nsubj",)) or (
            self.syntax.child(word.head, ("nsubj",)) if word.deprel == "conj" else []
        )
        return any(s.lemma in _TALKS for s in subjects)

    def _is_of_promise(self, found: When, anchor: Span) -> bool:
        """ "Agreed on Saturday to resume talks": the day of the promise, told before what is promised."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None or found.span is None or found.span[0] > self.syntax.words[top].start:
            return False
        above = [self.syntax.words[i] for i in self.syntax.path_up(top)[1:4]]
        return any(w.lemma in _PROMISES and w.start < found.span[0] for w in above)

    def _within_speech(self, row: Meeting, anchor: Span) -> When | None:
        return self.governing(anchor, row.evidence, to_come=True, within_speech=True)

    def date_agreement(self, row: Agreement) -> Agreement:
        if row.as_of and (found := self.named(row.as_of, to_come=True)):
            return replace(row, as_of=found)
        return replace(row, as_of=self.today())

    def _told_in(self, trigger: Span) -> When | None:
        """The stated day of the innermost statement that tells it, else the publication date."""
        around = [s for s in self.statements if any(c.start <= trigger.start < c.end for c in s.content)]
        around += [s for s in self.statements if s.cue and s.cue.start <= trigger.start < s.cue.end and _is_own_day(s)]
        around.sort(key=lambda s: sum(c.end - c.start for c in s.content))
        for statement in around:
            if statement.date and statement.date.span:
                return replace(statement.date, basis="inferred")
        return self.today()

    def _speakers_today(self, found: When | None, anchor: Span) -> When | None:
        """ "Today", in words that were said on another day than the report's, is that day."""
        if found is None or (found.text or "").lower() not in _TODAY:
            return found
        around = [s for s in self.statements if any(c.start <= anchor.start < c.end for c in s.content)]
        told = min(around, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
        if told is None or told.date is None or told.date.start is None or told.date.span is None:
            return found  # said on no day of its own
        return replace(found, start=told.date.start, end=told.date.end, basis="inferred")

    def _is_earlier(self, row: Event) -> bool:
        """Told as earlier than the report: pluperfect, a finite "after" clause, history."""
        if "historical" in row.aux:
            return True
        if any(_EARLIER.search(s.text) for s in row.evidence):
            return True
        if row.event in _STANDING and self._is_perfect(row.trigger):
            return True
        return self._is_pluperfect(row.trigger) or (row.event in _MATERIAL and self._is_background(row.trigger))

    def _is_perfect(self, anchor: Span) -> bool:
        """ "Has called for": a stand taken some time, unless the news is told so ("have agreed")."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None or self._in_content(anchor):
            return False
        return bool(self.syntax.auxiliaries(self.syntax.clause(top)) & {"has", "have"})

    def _is_pluperfect(self, anchor: Span, *, after: bool = True) -> bool:
        """ "had met" in the report's own voice; inside somebody's words "had" only says that it was told later."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return False
        clause = self.syntax.clause(top)
        told = self.syntax.words[clause].head
        if self.syntax.words[clause].deprel == "acl" and self.syntax.child(told, ("cop",)):
            clause = told  # "had been the last to visit Orvana"
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

    def _has_sat(self, anchor: Span) -> bool:
        """ "Has met" in the report's own voice, without a day: some day before."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None or self._in_content(anchor):
            return False
        clause = self.syntax.clause(top)
        forms = {w.text.lower() for w in self.syntax.child(clause, ("aux",))}
        return bool(forms & {"has", "have"}) and self.syntax.words[clause].lemma in _SITS

    def _is_background(self, anchor: Span) -> bool:
        """A material act in a relative clause or the perfect, undated: what led to the story, not the story."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None or self._in_content(anchor):
            return False
        clause = self.syntax.clause(top)
        forms = self.syntax.auxiliaries(clause)
        early = self.syntax.words[clause].sentence < 2
        return not early and (bool(forms & {"has", "have"}) or self.syntax.words[clause].deprel.startswith("acl:relcl"))

    def _in_content(self, anchor: Span) -> bool:
        return any(c.start <= anchor.start < c.end for s in self.statements for c in s.content)
