"""Time words and the days they mean, seen from Thursday 16 May 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.times import find_times

THURSDAY = date(2024, 5, 16)


def days_of(text, future=None):
    found = find_times(text, THURSDAY, lambda start, end: future)
    whens = [(text[e.start : e.end], e.interval.when(None, None, "stated")) for e in found if e.interval]
    return [(words, w.start if w.start == w.end else f"{w.start}/{w.end}") for words, w in whens]


@pytest.mark.parametrize(
    ("text", "future", "expected"),
    [
        # a bare weekday: this day, else the last one, else the next to come
        ("They met on Thursday.", False, [("Thursday", "2024-05-16")]),
        ("They met on Tuesday.", False, [("Tuesday", "2024-05-14")]),
        ("the talks of Friday", None, [("Friday", "2024-05-10")]),
        ("They will meet on Friday.", True, [("Friday", "2024-05-17")]),
        ("They met late on Monday night.", False, [("late on Monday night", "2024-05-13")]),
        # said outright
        ("They met last Thursday.", None, [("last Thursday", "2024-05-09")]),
        ("They meet next Monday.", None, [("next Monday", "2024-05-20")]),
        ("today, yesterday, tomorrow", None, [("today", "2024-05-16"), ("yesterday", "2024-05-15"), ("tomorrow", "2024-05-17")]),
        ("They spoke last night.", None, [("last night", "2024-05-15")]),
        ("They met over the weekend.", False, [("the weekend", "2024-05-11/2024-05-12")]),
        # weeks, months, years
        ("last week", None, [("last week", "2024-05-06/2024-05-12")]),
        ("early next week", None, [("early next week", "2024-05-20/2024-05-26")]),
        ("next month", None, [("next month", "2024-06")]),
        ("in late September", False, [("late September", "2023-09")]),
        ("last year", None, [("last year", "2023")]),
        ("last April, last March", None, [("last April", "2023-04"), ("last March", "2024-03")]),
        ("signed in 1998 and again in March 2003", None, [("1998", "1998"), ("March 2003", "2003-03")]),
        # days of a month: the nearest, whatever the order of words
        ("on May 3", None, [("May 3", "2024-05-03")]),
        ("on 3 May 2023", None, [("3 May 2023", "2023-05-03")]),
        ("on Monday, May 1, 2023,", None, [("Monday, May 1, 2023", "2023-05-01")]),
        ("on Dec. 30", False, [("Dec. 30", "2023-12-30")]),
        ("on the 9th.", False, [("the 9th", "2024-05-09")]),
        ("2024-05-03", None, [("2024-05-03", "2024-05-03")]),
        # stretches
        ("held April 9-10 in town", None, [("April 9-10", "2024-04-09/2024-04-10")]),
        ("on 30 April to 2 May", None, [("30 April to 2 May", "2024-04-30/2024-05-02")]),
        ("on Monday and Tuesday", False, [("Monday and Tuesday", "2024-05-13/2024-05-14")]),
        ("from May 14 to 17, where", None, [("May 14 to 17", "2024-05-14/2024-05-17")]),
        ("since Monday", False, [("Monday", "2024-05-13/2024-05-16")]),
        ("in the past four days", None, [("the past four days", "2024-05-12/2024-05-16")]),
        ("from March 3 to 8, 2019", None, [("March 3 to 8, 2019", "2019-03-03/2019-03-08")]),
        ("on 9-10 April 2023", None, [("9-10 April 2023", "2023-04-09/2023-04-10")]),
        ("within two weeks", None, [("two weeks", "2024-05-16/2024-05-30")]),
        ("in the second quarter of 1998", None, [("the second quarter of 1998", "1998-04/1998-06")]),
        # counted
        ("two days ago", None, [("two days ago", "2024-05-14")]),
        ("three months ago", None, [("three months ago", "2024-02")]),
        # counted from the day named before
        ("They met on May 3. The next day they signed.", None, [("May 3", "2024-05-03"), ("The next day", "2024-05-04")]),
        # no day in them
        ("They may march again soon, as recently, and in the past.", None, []),
        ("1990 people, $2010, 2011 troops, a second round", None, []),
        ("in 1648, in the summer of 1990, now, every Monday, at 3 p.m.", None, []),
        ("at the 2022 Summit, of the 1995 Act", None, []),
    ],
)  # fmt: skip
def test_days(text, future, expected):
    assert days_of(text, future) == expected


def test_without_a_publication_date_only_full_dates_mean_something():
    text = "They met on Monday, on May 3, and on 4 May 2022."
    dated = [e for e in find_times(text, None) if e.interval]
    assert [text[e.start : e.end] for e in dated] == ["4 May 2022"]


def test_the_dateline_is_told_apart():
    text = "ORVANA, May 3 (Agency) -- They met on Monday."
    assert [e.kind for e in find_times(text, THURSDAY)] == ["dateline", "point"]


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "1 to ", "in ", "May 1 ", "the ", "Monday, ", "a ", "1990 and ", " ", "the past "]
)
def test_time_grows_no_faster_than_the_text(piece, quickest):
    def seconds(size):
        return quickest(lambda: find_times((piece * size)[:size], THURSDAY))

    assert seconds(20_000) < 8 * seconds(5_000) + 0.1


@given(
    st.text(
        alphabet=st.sampled_from("0123456789MayJundtsroflnwk -/,.ths\n") | st.characters(codec="utf-8"), max_size=80
    )
)
def test_never_fails_and_keeps_order(text):
    found = find_times(text, THURSDAY)
    at = 0
    for e in found:
        assert at <= e.start < e.end <= len(text)
        at = e.end
        if e.interval:
            assert e.interval.start <= e.interval.end
