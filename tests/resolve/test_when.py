"""Which day a row gets: the tree decides which time words govern it."""

from datetime import date

import pytest
from tests.resolve.trees import read_tree, span_of

from dragoman.records import Entity, Event, Meeting, Rows, Statement, When
from dragoman.resolve.when import resolve_when

THURSDAY = date(2024, 5, 16)
SAID = (
    "Hale|PROPN|2|nsubj said|VERB|0|root|say Tuesday|PROPN|2|obl that|SCONJ|7|mark envoys|NOUN|7|nsubj will|AUX|7|aux "
    "meet|VERB|2|ccomp on|ADP|9|case Friday|PROPN|7|obl ~.|PUNCT|2|punct"
)
WELCOMED = (
    "Orvana|PROPN|2|nsubj welcomed|VERB|0|root|welcome the|DET|4|det talks|NOUN|2|obj|talk held|VERB|4|acl|hold on|ADP|7|case "
    "Monday|PROPN|5|obl ~.|PUNCT|2|punct"
)
STRETCH = (
    "Talks|NOUN|2|nsubj ended|VERB|0|root|end after|ADP|5|case four|NUM|5|nummod days|NOUN|2|obl|day ~.|PUNCT|2|punct"
)
LAST = "Rebels|NOUN|3|nsubj had|AUX|3|aux|have taken|VERB|0|root|take the|DET|5|det town|NOUN|3|obj ~.|PUNCT|3|punct"


def event(reading, category, trigger, evidence=None, **more):
    return Event(category, span_of(reading, trigger), (span_of(reading, evidence or trigger),), **more)


@pytest.mark.parametrize(
    ("tree", "category", "trigger", "expected"),
    [
        # an act done by words takes its own clause's day, not that of what it is about
        (WELCOMED, "SUPPORT", "welcomed", ("2024-05-16", "2024-05-16", "inferred")),
        (WELCOMED, "CONSULT", "talks", ("2024-05-13", "2024-05-13", "stated")),
        # told as current: the publication date; told as earlier, without a day: none
        (STRETCH, "AGREE", "ended", ("2024-05-16", "2024-05-16", "inferred")),
        (LAST, "ASSAULT", "taken", None),
    ],
)
def test_events(tree, category, trigger, expected):
    reading = read_tree(tree, published=THURSDAY)
    row = resolve_when(reading, Rows(events=(event(reading, category, trigger),))).events[0]
    assert (row.date and (row.date.start, row.date.end, row.date.basis)) == expected


def test_a_statement_is_dated_by_its_cue_and_a_meeting_ahead_by_its_own_clause():
    reading = read_tree(SAID, published=THURSDAY)
    content, cue = span_of(reading, "envoys will meet on Friday"), span_of(reading, "said")
    rows = Rows(statements=(Statement(None, (content,), cue),), meetings=(Meeting((), (content,), status="planned"),))
    done = resolve_when(reading, rows)
    assert done.statements[0].date == When("2024-05-14", "2024-05-14", "Tuesday", (10, 17))
    assert done.meetings[0].when is not None and done.meetings[0].when.start == "2024-05-17"


def test_an_act_announced_is_never_dated_to_come():
    reading = read_tree(SAID, published=THURSDAY)
    rows = Rows(events=(event(reading, "AGREE", "meet", "envoys will meet on Friday"),))
    date_ = resolve_when(reading, rows).events[0].date
    assert date_ is not None and date_.start <= "2024-05-16"


def test_a_length_of_talks_ends_with_the_report():
    reading = read_tree(STRETCH, published=THURSDAY)
    meeting = Meeting((), (span_of(reading, "Talks ended after four days"),))
    when = resolve_when(reading, Rows(meetings=(meeting,))).meetings[0].when
    assert when is None or (when.start, when.end) in (("2024-05-13", "2024-05-16"), ("2024-05-16", "2024-05-16"))


def test_without_a_publication_date_an_undated_act_has_none():
    reading = read_tree(WELCOMED)
    rows = resolve_when(reading, Rows(events=(event(reading, "SUPPORT", "welcomed"),)))
    assert rows.events[0].date is None


def test_the_words_of_an_extractor_are_dated():
    reading = read_tree(WELCOMED, published=THURSDAY)
    words = span_of(reading, "Monday")
    named = When(None, None, words.text, (words.start, words.end))
    row = resolve_when(reading, Rows(events=(event(reading, "CONSULT", "talks", date=named),))).events[0]
    assert row.date == When("2024-05-13", "2024-05-13", "Monday", (words.start, words.end))


RECENT = (
    "Hale|PROPN|3|nsubj recently|ADV|3|advmod visited|VERB|0|root|visit Orvana|PROPN|3|obj ~,|PUNCT|3|punct "
    "he|PRON|7|nsubj said|VERB|3|parataxis|say Tuesday|PROPN|7|obl ~.|PUNCT|3|punct"
)
SIGNED = (
    "They|PRON|2|nsubj signed|VERB|0|root|sign the|DET|4|det pact|NOUN|2|obj with|ADP|8|case a|DET|8|det main|ADJ|8|amod "
    "faction|NOUN|4|nmod in|ADP|11|case the|DET|11|det capital|NOUN|8|nmod on|ADP|13|case May|PROPN|11|nmod 5|NUM|13|nummod "
    "~.|PUNCT|2|punct"
)
SESSION = "Hale|PROPN|2|nsubj attended|VERB|0|root|attend a|DET|4|det session|NOUN|2|obj on|ADP|6|case Wednesday|PROPN|2|obl ~.|PUNCT|2|punct"
TWEET = (
    "“|PUNCT|3|punct ~Good|ADJ|3|amod talks|NOUN|7|ccomp|talk ~,|PUNCT|3|punct ~”|PUNCT|3|punct Hale|PROPN|7|nsubj "
    "tweeted|VERB|0|root|tweet after|ADP|10|case his|PRON|10|nmod:poss meeting|NOUN|7|obl ~.|PUNCT|7|punct"
)


def test_recently_is_no_day():
    reading = read_tree(RECENT, published=THURSDAY)
    span = span_of(reading, "visited")
    assert resolve_when(reading, Rows(meetings=(Meeting((), (span,)),))).meetings[0].when is None


def test_the_last_words_of_a_long_sentence_are_heard():
    reading = read_tree(SIGNED, published=THURSDAY)
    row = resolve_when(reading, Rows(events=(event(reading, "SUPPORT", "signed"),))).events[0]
    assert row.date is not None and row.date.start == "2024-05-05"


def test_what_is_said_after_a_meeting_was_said_on_its_day():
    reading = read_tree(SESSION, TWEET, published=THURSDAY)
    statement = Statement(None, (span_of(reading, "Good talks"),), span_of(reading, "tweeted"))
    dated = resolve_when(reading, Rows(statements=(statement,))).statements[0].date
    assert dated is not None and (dated.start, dated.basis) == ("2024-05-15", "inferred")


def test_a_clock_ahead_of_the_agency():
    """A bare weekday on a past verb that would lie six days back is tomorrow's: it was that day already over there."""
    from dragoman.resolve.times import find_times

    (found,) = find_times("The envoy met the king Wednesday.", date(1997, 4, 1), lambda start, end: False)
    assert found.interval is not None
    assert found.interval.start == date(1997, 4, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left after talks on Wednesday.",
        "The envoy left following a meeting with the king on Wednesday.",
        "The envoy left after Wednesday talks.",
    ],
)
def test_what_is_over_before_what_is_told_is_no_day_to_come(text):
    from dragoman.resolve.times import find_times

    (found,) = find_times(text, date(1997, 4, 1), lambda start, end: False)
    assert found.interval is not None
    assert found.interval.start == date(1997, 3, 26)


def test_talks_to_come_are_on_the_day_to_come():
    from dragoman.resolve.times import find_times

    (found,) = find_times("They will sign after talks on Wednesday.", date(1997, 4, 1), lambda start, end: True)
    assert found.interval is not None
    assert found.interval.start == date(1997, 4, 2)


TRIP = (
    "Envoy|PROPN|2|compound Hale|PROPN|3|nsubj travelled|VERB|0|root|travel to|ADP|5|case Orvana|PROPN|3|obl "
    "from|ADP|7|case May|PROPN|3|obl 11|NUM|7|nummod ~-15|NUM|7|nummod ~.|PUNCT|3|punct"
)
THERE = "He|PRON|2|nsubj met|VERB|0|root|meet the|DET|4|det premier|NOUN|2|obj ~.|PUNCT|2|punct"
OTHERS = "Rebels|NOUN|2|nsubj met|VERB|0|root|meet elders|NOUN|2|obj|elder ~.|PUNCT|2|punct"
WILL = "Hale|PROPN|3|nsubj will|AUX|3|aux thank|VERB|0|root Orvana|PROPN|3|obj ~.|PUNCT|3|punct"
CALLED = "Hale|PROPN|3|nsubj has|AUX|3|aux|have called|VERB|0|root|call for|ADP|5|case talks|NOUN|3|obl|talk ~.|PUNCT|3|punct"


@pytest.mark.parametrize(
    ("second", "expected"),
    [(THERE, ("2024-05-11", "2024-05-15", "inferred")), (OTHERS, ("2024-05-16", "2024-05-16", "inferred"))],
)
def test_what_a_traveller_does_is_dated_by_his_journey(second, expected):
    reading = read_tree(TRIP, second, published=THURSDAY)
    row = resolve_when(reading, Rows(meetings=(Meeting((), (span_of(reading, "met"),)),))).meetings[0]
    assert row.when is not None
    assert (row.when.start, row.when.end, row.when.basis) == expected


def test_a_meeting_to_come_takes_the_days_of_the_journey_and_its_announcement_does_not():
    ahead = TRIP.replace("11|", "20|").replace("~-15", "~-22")
    reading = read_tree(ahead, WILL, published=THURSDAY)
    span = span_of(reading, "thank")
    rows = Rows(events=(event(reading, "AGREE", "thank"),), meetings=(Meeting((), (span,), status="planned"),))
    done = resolve_when(reading, rows)
    assert done.meetings[0].when is not None
    assert (done.meetings[0].when.start, done.meetings[0].when.end) == ("2024-05-20", "2024-05-22")
    assert done.events[0].date is not None
    assert done.events[0].date.start == "2024-05-16"


def test_a_stand_told_in_the_perfect_has_no_day():
    reading = read_tree(CALLED, published=THURSDAY)
    rows = Rows(events=(event(reading, "REQUEST", "called"), event(reading, "SUPPORT", "called")))
    dates = [e.date for e in resolve_when(reading, rows).events]
    assert dates[0] is None
    assert dates[1] is not None


SAID_TUESDAY = "Hale|PROPN|2|nsubj spoke|VERB|0|root|speak Tuesday|PROPN|2|obl ~.|PUNCT|2|punct"
ALSO = (
    "Hale|PROPN|3|nsubj also|ADV|3|advmod denounced|VERB|0|root|denounce the|DET|5|det raid|NOUN|3|obj ~.|PUNCT|3|punct"
)


@pytest.mark.parametrize(("speaker", "expected"), [("Hale", "2024-05-14"), ("Orvana", "2024-05-16")])
def test_who_speaks_on_speaks_on_the_same_day(speaker, expected):
    reading = read_tree(SAID_TUESDAY, ALSO, published=THURSDAY)
    first = Statement(Entity("Hale"), (), span_of(reading, "spoke"))
    second = Statement(Entity(speaker), (span_of(reading, "the raid"),), span_of(reading, "denounced"))
    rows = Rows(statements=(first, second), events=(event(reading, "ACCUSE", "denounced"),))
    done = resolve_when(reading, rows)
    assert done.statements[1].date is not None
    assert done.statements[1].date.start == expected
    assert done.events[0].date is not None
    assert done.events[0].date.start == expected


NOW = "We|PRON|2|nsubj condemn|VERB|0|root the|DET|4|det raid|NOUN|2|obj ~.|PUNCT|2|punct"


@pytest.mark.parametrize(
    ("tree", "cue", "expected"), [(NOW, "condemn", "2024-05-16"), (ALSO, "denounced", "2024-05-14")]
)
def test_what_a_document_says_in_the_present_is_of_its_own_day(tree, cue, expected):
    """Whatever else it tells was said; what it tells in the past shares that day."""
    reading = read_tree(tree, SAID_TUESDAY, published=THURSDAY)
    first = Statement(Entity("We"), (span_of(reading, "the raid"),), span_of(reading, cue), document="d1")
    second = Statement(Entity("Hale"), (), span_of(reading, "spoke"), document="d1")
    done = resolve_when(reading, Rows(statements=(first, second))).statements
    assert [s.date.start for s in done if s.date] == [expected, "2024-05-14"]


OPENED = (
    "They|PRON|2|nsubj opened|VERB|0|root|open a|DET|5|det two-day|ADJ|5|amod meeting|NOUN|2|obj on|ADP|7|case "
    "Tuesday|PROPN|2|obl ~.|PUNCT|2|punct"
)


def test_a_meeting_that_begins_goes_on_from_its_day():
    reading = read_tree(OPENED, published=THURSDAY)
    meeting = Meeting((), (span_of(reading, "opened a two-day meeting on Tuesday"),))
    when = resolve_when(reading, Rows(meetings=(meeting,))).meetings[0].when
    assert when is not None
    assert (when.start, when.end) == ("2024-05-14", "2024-05-15")


AHEAD = (
    "Ministers|NOUN|2|nsubj meet|VERB|0|root in|ADP|4|case Brussels|PROPN|2|obl on|ADP|6|case May|PROPN|2|obl "
    "21|NUM|6|nummod ~.|PUNCT|2|punct"
)


@pytest.mark.parametrize(
    ("tree", "status", "day"),
    [
        (AHEAD, "planned", "2024-05-21"),  # told in the present of a day to come
        (AHEAD.replace("21", "14"), "held", "2024-05-14"),
    ],
)
def test_a_meeting_told_of_a_day_to_come_is_planned(tree, status, day):
    reading = read_tree(tree, published=THURSDAY)
    (meeting,) = resolve_when(reading, Rows(meetings=(Meeting((), (span_of(reading, "meet"),)),))).meetings
    assert meeting.when is not None
    assert (meeting.status, meeting.when.start) == (status, day)


TOUR = (
    "Hale|PROPN|2|nsubj starts|VERB|0|root|start a|DET|5|det five-day|ADJ|5|amod tour|NOUN|2|obj on|ADP|7|case "
    "May|PROPN|2|obl 20|NUM|7|nummod ~.|PUNCT|2|punct"
)


def test_a_tour_to_come_lasts_as_long_as_it_says():
    reading = read_tree(TOUR, WILL, published=THURSDAY)
    meeting = Meeting((), (span_of(reading, "thank"),), status="planned")
    when = resolve_when(reading, Rows(meetings=(meeting,))).meetings[0].when
    assert when is not None
    assert (when.start, when.end, when.basis) == ("2024-05-20", "2024-05-24", "inferred")
