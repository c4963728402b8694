"""TIMEX3 types and values of time words, seen from Thursday 16 May 2024."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Reading, Report
from dragoman.resolve.tense import read_times
from dragoman.resolve.times import find_times
from dragoman.resolve.timex import find_timex
from dragoman.resolve.timex.words import duration_value, number

THURSDAY = date(2024, 5, 16)
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|PT?[\dX]+[HMSDWYQEC](?:\d+[MSDH])?|(?:\d{2,4}|XXXX)(?:-(?:\d\d|XX|Q\d|H\d|SP|SU|FA|WI"
    r"|W(?:\d\d|XX)(?:-(?:WE|\d))?)(?:-(?:\d\d|XX))?)?(?:T(?:\d\d(?::\d\d)?|MO|AF|EV|NI|MI))?"
)


def values_of(text, future=None):
    found = find_timex(text, THURSDAY, lambda start, end: future)
    return [(text[t.start : t.end], t.type, t.value) for t in found]


@pytest.mark.parametrize(
    ("text", "future", "expected"),
    [
        # days
        ("on 3 May 2023", None, [("3 May 2023", "DATE", "2023-05-03")]),
        ("on Thursday, May 9th,", None, [("Thursday, May 9th", "DATE", "2024-05-09")]),
        ("held April 9-10 in town", None, [("April 9", "DATE", "2024-04-09"), ("10", "DATE", "2024-04-10")]),
        ("from March 3 to 8, 2019", None, [("March 3", "DATE", "2019-03-03"), ("8, 2019", "DATE", "2019-03-08")]),
        ("on 9-10 April 2023", None, [("9", "DATE", "2023-04-09"), ("10 April 2023", "DATE", "2023-04-10")]),
        ("on Dec. 30", True, [("Dec. 30", "DATE", "2024-12-30")]),
        ("effective July 1", False, [("July 1", "DATE", "2024-07-01")]),
        ("They met on Tuesday.", False, [("Tuesday", "DATE", "2024-05-14")]),
        ("They will meet on Tuesday.", True, [("Tuesday", "DATE", "2024-05-21")]),
        # a verb is no time gone by
        ("The truce will last 40 days.", None, [("40 days", "DURATION", "P40D")]),
        ("They met last Thursday.", None, [("last Thursday", "DATE", "2024-05-09")]),
        ("today, yesterday, tomorrow", None,
         [("today", "DATE", "2024-05-16"), ("yesterday", "DATE", "2024-05-15"), ("tomorrow", "DATE", "2024-05-17")]),
        ("They met on May 3. The next day they signed.", None,
         [("May 3", "DATE", "2024-05-03"), ("The next day", "DATE", "2024-05-04")]),
        ("flew to Easter Island before Easter 2023", None, [("Easter 2023", "DATE", "2023-04-09")]),
        ("before Christmas Eve 2022", None, [("Christmas Eve 2022", "DATE", "2022-12-24")]),
        ("on Good Friday 2024", None, [("Good Friday 2024", "DATE", "2024-03-29")]),
        # parts of days, the clock
        ("on Monday night", False, [("Monday night", "TIME", "2024-05-13TNI")]),
        ("at 3:30 p.m. on Monday", False, [("3:30 p.m. on Monday", "TIME", "2024-05-13T15:30")]),
        ("by noon Friday", True, [("noon Friday", "TIME", "2024-05-17T12:00")]),
        ("this morning", None, [("this morning", "TIME", "2024-05-16TMO")]),
        # weeks, months, quarters, years and more
        ("early next week", None, [("early next week", "DATE", "2024-W21")]),
        ("over the weekend", False, [("the weekend", "DATE", "2024-W19-WE")]),
        ("last month, in late September, in March", False,
         [("last month", "DATE", "2024-04"), ("late September", "DATE", "2023-09"), ("March", "DATE", "2024-03")]),
        ("in the second quarter of 1998", None, [("the second quarter of 1998", "DATE", "1998-Q2")]),
        ("in the first half of 2012", None, [("the first half of 2012", "DATE", "2012-H1")]),
        ("last summer, in the winter of 1994", None,
         [("last summer", "DATE", "2023-SU"), ("the winter of 1994", "DATE", "1994-WI")]),
        ("the late 1980s, the '90s, the 20th century", None,
         [("the late 1980s", "DATE", "198"), ("the '90s", "DATE", "199"), ("the 20th century", "DATE", "19")]),
        ("next year, in 1998, nineteen ninety-six", None,
         [("next year", "DATE", "2025"), ("1998", "DATE", "1998"), ("nineteen ninety-six", "DATE", "1996")]),
        ("two years ago, three weeks ago, a few months ago", None,
         [("two years ago", "DATE", "2022"), ("three weeks ago", "DATE", "2024-W17"), ("a few months ago", "DATE", "PAST_REF")]),
        # lengths
        ("nearly two hours of talks", None, [("nearly two hours", "DURATION", "PT2H")]),
        ("in the past four days", None, [("the past four days", "DURATION", "P4D")]),
        ("a 10-year pact for several weeks", None,
         [("10-year", "DURATION", "P10Y"), ("several weeks", "DURATION", "PXW")]),
        ("in recent months", None, [("recent months", "DURATION", "PXM")]),
        ("two and a half years, a year-long truce, the two-day summit", None,
         [("two and a half years", "DURATION", "P2Y6M"), ("year-long", "DURATION", "P1Y"), ("two-day", "DURATION", "P2D")]),
        ("from 2009-2010, late last July, third quarter 2012", None,
         [("2009", "DATE", "2009"), ("2010", "DATE", "2010"), ("late last July", "DATE", "2023-07"),
          ("third quarter 2012", "DATE", "2012-Q3")]),
        ("twice a week, tonight at 8 p.m.", None,
         [("a week", "SET", "P1W"), ("tonight at 8 p.m.", "TIME", "2024-05-16T20:00")]),
        # what recurs, what names no day
        ("every month, each Thursday, daily", None,
         [("every month", "SET", "P1M"), ("each Thursday", "SET", "XXXX-WXX-4"), ("daily", "SET", "P1D")]),
        ("now, recently, soon, in the future", None,
         [("now", "DATE", "PRESENT_REF"), ("recently", "DATE", "PAST_REF"), ("soon", "DATE", "FUTURE_REF"),
          ("the future", "DATE", "FUTURE_REF")]),
        # no time at all
        ("They may march again, said the 41-year-old. A second meeting, 2000 people, $1999, Super Tuesday, Resolution 1973, the daily Orvana Post.", None, []),
    ],
)  # fmt: skip
def test_values(text, future, expected):
    assert values_of(text, future) == expected


def test_without_a_date_relative_words_have_none():
    found = find_timex("They met today, on Friday, in June and on 4 May 2022.", None)
    assert [t.value for t in found] == ["PRESENT_REF", "XXXX-WXX-5", "XXXX-06", "2022-05-04"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("three", 3),
        ("twenty-four", 24),
        ("2 1/2", 2.5),
        ("a couple of", 2),
        ("1,200", 1200),
        ("a hundred", 100),
        ("few", None),
    ],
)
def test_numbers(words, expected):
    assert number(words) == expected


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (2.5, "years", "P2Y6M"),
        (90, "minutes", "PT90M"),
        (2, "decades", "P20Y"),
        (None, "weeks", "PXW"),
        (1.5, "hours", "PT1H30M"),
    ],
)
def test_durations(count, unit, expected):
    assert duration_value(count, unit) == expected


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "1 to ", "in ", "May 1 ", "the ", "Monday, ", "a ", "1990 and ", " ", "the past ", "late ", "two ", "every "]
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece, quickest):
    def seconds(size):
        return quickest(lambda: find_timex((piece * size)[:size], THURSDAY))

    assert seconds(20_000) < 8 * seconds(5_000) + 0.1


WORDS = (
    "the a last next this past few several two 2 90 1/2 half 1998 2013 5000 12:30 3 p.m. on of in ago later earlier before from to and "
    "until every each day week weekend month quarter year decades century hours May March Jan. 31st 30 Friday Sun. morning night "
    "early late mid- end fiscal first fourth spring winter Easter Sunday Christmas today tomorrow overnight noon now soon recently "
    "nineteen ninety-six '80s 1960s couple thousand million years -long -old 99999 0 00:00 29 February 2-3 12/31/2012 31.12.2012"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from([THURSDAY, None, date(1850, 1, 1), date(2199, 12, 31)]),
)
def test_never_fails_on_time_words_in_any_order(words, published):
    for t in find_timex(" ".join(words), published):
        assert VALUE.fullmatch(t.value), t
    find_times(" ".join(words), published)


@given(
    st.text(
        alphabet=st.sampled_from("0123456789MayJundtsroflnwk -/,.ths\n") | st.characters(codec="utf-8"), max_size=80
    )
)
def test_never_fails_keeps_order_and_writes_timex3(text):
    at = 0
    for t in find_timex(text, THURSDAY):
        assert at <= t.start < t.end <= len(text)
        assert VALUE.fullmatch(t.value)
        at = t.end


def test_only_sentences_whose_tense_decides_are_read():
    asked = []

    def read(sentence):
        asked.append(sentence)
        return Reading(Report(sentence))

    text = "Gen. Hale met her on Tuesday. They spoke today for 3 hours. They will meet on Monday."
    found = read_times(text, THURSDAY, read)
    assert [t.value for t in found] == ["2024-05-14", "2024-05-16", "PT3H", "2024-05-20"]
    assert [s.strip() for s in asked] == ["Gen. Hale met her on Tuesday.", "They will meet on Monday."]
