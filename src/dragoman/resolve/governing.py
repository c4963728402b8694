"""One report's time expressions, and which of them governs a phrase: by the tree, then by what stands near."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.codebook.talks import find_talk_noun
from dragoman.records import Offsets, Reading, Span, When, Word
from dragoman.resolve import calendar
from dragoman.resolve.clauses import Syntax
from dragoman.resolve.tense import tell_tense
from dragoman.resolve.times import TimeExpression, find_times, overlapping

REACH: Final = 4.5
OWN_CLAUSE: Final = 2.5
_VERB: Final = 32  # characters in which a verb and an article stand
_NEAR: Final = 6  # words; further behind an act by words, a time belongs to what the act is about
_SPEECHES: Final = frozenset(
    "speech statement address interview letter message remark briefing broadcast communique sermon".split()
)
_DEEDS: Final = frozenset(
    """act action arrest assassination assault attack attempt ban blast blockade bombardment clash coup crackdown crash death
    decision deportation detention election execution explosion expulsion incident incursion invasion launch massacre move
    murder offensive order plan protest raid referendum release resolution riot ruling sentence strike test trial trip
    verdict violence vote war withdrawal""".split()
)
_MEETING: Final = re.compile(r"\b(?:meet|talks|summit|session|round|visit|negotiat|conference|travel)", re.IGNORECASE)
_FIRST_SINCE: Final = re.compile(r"\bfirst\b[^.;]{0,80}$", re.IGNORECASE)  # "the first visit since 1975" is of now
_WEEKDAY: Final = re.compile(
    r"(?:(?:early|late|earlier|later)\s(?:on\s)?)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?", re.IGNORECASE
)
_DEFINITE: Final = re.compile(
    r"(?:the|this|that|these|their|its)\s(?:\w+\s){0,2}(?:meeting|talks|summit|session|round|visit|negotiations|conference)\b",
    re.IGNORECASE,
)
_NO_STRETCH: Final = re.compile(
    r"(?:\b(?:in|within|every|last|next|past|than|only|after|time in)|time)\s(?:the\s)?$", re.IGNORECASE
)
_BEGINS: Final = re.compile(
    r"\b(?:open(?:s|ed)?|beg[ai]n(?:s|ning)?|start(?:s|ed)?|kick(?:s|ed)? off|launch(?:es|ed)?"
    r"|gather(?:s|ed)?|convene[sd]?|assemble[sd]?)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_BEGUN: Final = re.compile(r"[^.;]{0,120}?\b(?:opened|began|started|kicked|got|resumed)", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:end(?:s|ed)?|conclud(?:es|ed)|finish(?:es|ed)?|complet(?:es|ed)|wrap(?:s|ped)? up|clos(?:es|ed))\s"
    r"(?:an?\s|the\s|their\s|its\s|his\s|her\s|more than\s|some\s|almost\s|nearly\s)?$",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)(?! an? )|wrap(?:s|ped|ping)|conclud(?:es|ed|ing)|clos(?:es|ed)|finish(?:es|ed)|wound up)\b",
    re.IGNORECASE,
)


def publication_day(reading: Reading) -> date | None:
    """The publication date, else the full date of a dateline."""
    if reading.report.published:
        return reading.report.published
    found = find_times(reading.text[:400], None)
    first = next((e for e in found if e.kind == "dateline"), None)
    return first.interval.start if first and first.interval else None


def _is_done(word: Word) -> bool:
    """Whether what the word names is done, so that it may have a day of its own: a verb, talks, an attack, a decision."""
    if word.upos == "VERB":
        return word.deprel not in ("amod", "case")
    lemma = word.lemma.lower()
    return word.upos == "NOUN" and (
        find_talk_noun(word.text) is not None or lemma in _DEEDS or lemma in _SPEECHES or word.text.endswith("ing")
    )


class Timeline:
    """The time expressions of a reading, with the trees that say what they govern."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.reading = reading
        self.published = publication_day(reading)
        self.syntax = Syntax.of(reading)
        self.times = find_times(self.text, self.published, self.tell)
        self.heads = {e.start: self.syntax.top(e.start, e.end) for e in self.times}

    def today(self) -> When | None:
        return calendar.day(self.published).when(None, None, "inferred") if self.published else None

    def named(self, when: When, *, to_come: bool) -> When | None:
        """The date of the words that an extractor gave."""
        if when.start and when.end:
            return when
        if when.span is None:
            return None
        for expression in overlapping(self.times, *when.span):
            if expression.kind == "duration" and expression.length:
                return self.place_stretch(expression)
            if expression.interval and (to_come or not self.is_later(expression)):
                return self.when(expression)
        return None

    def names_no_day(self, when: When) -> bool:
        """The extractor's words are of the kind that says that there is no day ("in recent weeks")."""
        return bool(when.span) and any(self._is_vague(e) for e in overlapping(self.times, *(when.span or (0, 0))))

    def _is_vague(self, expression: TimeExpression) -> bool:
        """ "In recent weeks"; "in the coming weeks" says nothing of what has been done."""
        return expression.kind == "vague" and "coming" not in self.text[expression.start : expression.end].lower()

    def when(self, expression: TimeExpression) -> When:
        assert expression.interval is not None
        span = (expression.start, expression.end)
        return expression.interval.when(self.text[slice(*span)], span, "stated")

    def turned(self, when: When | None, by: int) -> When | None:
        """A bare weekday that the tense put a week wrong for what the row is known to be, put right; else None."""
        if when is None or not self.published or not when.start or when.start != when.end:
            return None
        if not _WEEKDAY.fullmatch(when.text or ""):
            return None
        day = calendar.shift(date.fromisoformat(when.start), by)
        if (day > self.published) != (by > 0) or abs((day - self.published).days) > 7:
            return None
        return replace(when, start=day.isoformat(), end=day.isoformat())

    def is_later(self, expression: TimeExpression) -> bool:
        """To come; not the bare weekday of tomorrow on a past verb: there the clock was ahead of the agency's date."""
        if not self.published or not expression.interval or expression.interval.start <= self.published:
            return False
        ahead = (expression.interval.end - self.published).days == 1
        bare = _WEEKDAY.fullmatch(self.text[expression.start : expression.end])
        return not (ahead and bare and self.tell(expression.start, expression.end) is False)

    def is_past(self, expression: TimeExpression) -> bool:
        return bool(self.published and expression.interval and expression.interval.end < self.published)

    def governing(
        self,
        anchor: Span,
        evidence: tuple[Span, ...],
        *,
        to_come: bool,
        ahead: bool = False,
        within_speech: bool = False,
        reach: float = REACH,
    ) -> When | None:
        """The time expression that the tree brings nearest to the head of `anchor`.

        to_come: days after publication count too; ahead: only those from publication on;
        within_speech (and ahead): never the day of the telling. None where the nearest says that there is no day ("recently"), or where none is in reach.
        """
        top = self.syntax.top(anchor.start, anchor.end)
        sentence = self.syntax.words[top].sentence if top is not None else None
        ranked: list[tuple[float, int, TimeExpression]] = []
        for expression in self.nearby(anchor, evidence, sentence):
            if expression.kind in ("dateline", "until", "duration") or (not to_come and self.is_later(expression)):
                continue
            if expression.kind == "since" and _FIRST_SINCE.search(self.text, 0, expression.start):
                continue
            if ahead and (self.is_past(expression) or self._is_of_other_talks(expression, top)):
                continue
            cost = self.cost(top, expression, within_speech=ahead or within_speech)
            if anchor.start <= expression.start and expression.end <= anchor.end and evidence == (anchor,):
                cost = min(cost, 2.0)  # "a statement issued on Thursday said" names its own day
            if reach <= OWN_CLAUSE and self._is_far(anchor, top, expression):
                continue
            if cost <= reach:
                ranked.append((cost, abs(expression.start - anchor.start), expression))
        if not ranked and reach > OWN_CLAUSE and top is not None:
            ranked = [(0.0, e.start, e) for e in self.following(top, to_come, ahead)]
        if not ranked:
            return None
        nearest = min(ranked, key=lambda r: r[:2])[2]
        return self.when(nearest) if nearest.interval else None

    def _is_far(self, anchor: Span, top: int | None, expression: TimeExpression) -> bool:
        """Whether a time stands so far behind an act by words that it is likely the time of what the act is about.

        Not where the tree hangs it on the act itself and nothing between can be done on a day ("recognised Orvana and
        Selvia as two states on Monday"), nor on the speech in which the words were said.
        """
        if self.text.count(" ", anchor.end, expression.start) <= _NEAR:
            return False
        head, words = self.heads.get(expression.start), self.syntax.words
        if top is None or head is None or head <= top:
            return True
        holder = words[head].head
        if words[holder].lemma in _SPEECHES and words[holder].head == top:
            return any(w.upos == "VERB" and w.deprel not in ("amod", "case") for w in words[top + 1 : holder])
        return holder != top or any(_is_done(w) for w in words[top + 1 : head])

    def _is_of_other_talks(self, expression: TimeExpression, top: int | None) -> bool:
        """ "Will meet him ahead of next week's talks": the week is that of the talks."""
        head = self.heads.get(expression.start)
        if head is None or self.text[expression.end : expression.end + 2] not in ("'s", "’s"):
            return False
        above = self.syntax.words[head].head
        return above != top and find_talk_noun(self.syntax.words[above].text) is not None

    def following(self, top: int, to_come: bool, ahead: bool) -> list[TimeExpression]:
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
            of_others = ahead and self._is_of_other_talks(e, top)
            wrong = of_others or (ahead and self.is_past(e)) or (not to_come and self.is_later(e))
            if not other and not wrong:
                found.append(e)
        return found

    def nearby(self, anchor: Span, evidence: tuple[Span, ...], sentence: int | None) -> list[TimeExpression]:
        spans: list[Offsets] = [(s.start, s.end) for s in evidence]
        if sentence is not None and sentence < len(self.reading.sentences):
            spans.append((self.reading.sentences[sentence].start, self.reading.sentences[sentence].end))
        else:
            spans.append((max(0, anchor.start - 60), anchor.end + 60))
        found: list[TimeExpression] = []
        for start, end in spans:
            found += [e for e in overlapping(self.times, start, end) if e not in found]
        return found

    def cost(self, top: int | None, expression: TimeExpression, *, within_speech: bool = False) -> float:
        """How far the tree is between an act and a time expression; without a tree, by distance in the text."""
        head = self.heads.get(expression.start)
        if top is None or head is None:
            return 4.0
        verb = self._verb_behind(head)
        if verb is not None:
            return self.syntax.distance(top, verb, within_speech=within_speech) + 0.5
        return self.syntax.distance(top, head, within_speech=within_speech)

    def _verb_behind(self, head: int) -> int | None:
        """ "The ministry on Thursday accused …": the verb that such a day dates, though the tree hangs it on the subject."""
        words = self.syntax.words
        subject = words[head].head
        if not words[head].deprel.startswith("nmod"):
            return None
        verb = words[subject].head
        if not words[subject].deprel.startswith("nsubj"):
            # "CITY - President Doe on Thursday called off": a dateline in capitals may leave the verb under its subject
            bare = [w.index for w in self.syntax.child(subject, ("acl",)) if w.deprel == "acl"]
            verb = next((i for i in bare if i == head + 1 and self.syntax.is_past_form(i)), -1)
        if verb < head:
            return None
        between = words[head + 1 : verb]
        return verb if all(w.upos in ("AUX", "ADV") for w in between) and words[verb].upos == "VERB" else None

    def one_to_come(self, anchor: Span) -> When | None:
        """The day to come that the report names, for a meeting ahead that its own sentence leaves undated.

        The only one, or for "the meeting", known already, the first.
        """
        top = self.syntax.top(anchor.start, anchor.end)
        ahead = [e for e in self.times if e.kind == "point" and self.is_later(e) and self.tells_of_meeting(e)]
        ahead = [e for e in ahead if not (e.end > anchor.end and self._is_of_other_talks(e, top))]
        days = {(e.interval.start, e.interval.end) for e in ahead if e.interval}
        known = _DEFINITE.match(anchor.text)
        return replace(self.when(ahead[0]), basis="inferred") if len(days) == 1 or (ahead and known) else None

    def tells_of_meeting(self, expression: TimeExpression) -> bool:
        head = self.heads.get(expression.start)
        if head is None:
            return False
        sentence = self.reading.sentences[self.syntax.words[head].sentence]
        return bool(_MEETING.search(self.text, sentence.start, sentence.end))

    def stretch(self, anchor: Span, *, ahead: bool = False, ended: bool = False) -> When | None:
        """ "four days of talks", "three-day talks", "met for two days": a length that belongs to the meeting.

        ahead: only of a meeting told to begin ("opened a two-day meeting on Monday") or to end ("ended two days of
        talks on Monday"); ended: of one whose sentence tells that it ended ("wrapped up their two-day meeting").
        """
        top = self.syntax.top(anchor.start, anchor.end)
        sentence = self.reading.sentences[self.syntax.words[top].sentence] if top is not None else None
        if ended and (sentence is None or not _ENDED.search(self.text, sentence.start, sentence.end)):
            return None
        for expression in overlapping(self.times, anchor.start, anchor.end):
            if expression.kind != "duration" or not 1 < expression.length <= 60:
                continue
            if _NO_STRETCH.search(self.text, max(0, expression.start - 16), expression.start):
                before = self.text[max(0, expression.start - 16) : expression.start].lower().rstrip()
                after = self.text[expression.end : expression.end + 4]
                if not (before.endswith("after") and after.startswith((" of", "-of"))):
                    continue
            head = self.heads.get(expression.start)
            if ahead and not self._is_of_course(anchor, expression):
                continue
            if top is None or head is None or self.cost(top, expression) <= 3 or top == head:
                return self.place_stretch(expression)
        return None

    def _is_of_course(self, anchor: Span, length: TimeExpression) -> bool:
        """Whether it is said to begin or to end: "opened a two-day meeting", "ended two days of talks"."""
        begins = _BEGINS.search(self.text, anchor.start, length.start) or self._is_begun(length)
        return bool(begins or _ENDS.search(self.text, max(0, length.start - _VERB), length.start))

    def _is_begun(self, length: TimeExpression) -> bool:
        """ "A two-day meeting opened on Monday": the verb of the talks whose length it is."""
        head = self.heads.get(length.start)
        if head is None:
            return False
        words = self.syntax.words
        verb = next((words[i] for i in self.syntax.path_up(head) if words[i].upos == "VERB"), None)
        if verb is None or not _BEGUN.fullmatch(self.text, length.end, verb.end):
            return False
        return any(s.start <= length.end + _VERB for s in self.syntax.child(verb.index, ("nsubj",)))

    def place_stretch(self, expression: TimeExpression) -> When | None:
        """A length up to the latest day named in its sentence and not after publication, else to publication."""
        if not self.published or not expression.length:
            return None
        head = self.heads.get(expression.start)
        today = self.published
        ends = [today]
        if head is not None and self.syntax.words[head].sentence < len(self.reading.sentences):
            sentence = self.reading.sentences[self.syntax.words[head].sentence]
            named = [
                e.interval.end
                for e in overlapping(self.times, sentence.start, sentence.end)
                if e.interval and e.kind == "point" and e.interval.precision == "day" and not self.is_later(e)
                if e.interval.start == e.interval.end or e.interval.end <= today  # not "within two months"
            ]  # fmt: skip
            begins = _BEGINS.search(self.text, sentence.start, expression.start) or self._is_begun(expression)
            if named and begins:  # "opened a two-day meeting on Monday"
                stretch = calendar.days(min(named), calendar.shift(min(named), expression.length - 1))
                return stretch.when(
                    self.text[expression.start : expression.end], (expression.start, expression.end), "stated"
                )
            ends = [max(named)] if named else ends
        stretch = calendar.days(calendar.shift(ends[0], 1 - expression.length), ends[0])
        span = (expression.start, expression.end)
        return stretch.when(self.text[slice(*span)], span, "stated")

    def tell(self, start: int, end: int) -> bool | None:
        """Whether the clause of the characters `start:end` tells what is to come."""
        return tell_tense(self.reading, self.syntax, start, end)

    def vague(self, anchor: Span) -> bool:
        """Words on the act's own clause say that it has no day ("recently", "years ago")."""
        top = self.syntax.top(anchor.start, anchor.end)
        if top is None:
            return False
        sentence = self.syntax.words[top].sentence
        nearby = self.nearby(anchor, (), sentence)
        return any(self._is_vague(e) and self.cost(top, e) <= 2 for e in nearby)
