from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import CannotRead, EmptyReport, NotEnglish
from dragoman.read import read_text, split_header

BODY = "The two envoys met on Monday, and they said that the talks would go on."
MAY = date(2023, 5, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # on the text's own line, with or without a space before it
        (f"date 2023-05-04 {BODY}", (MAY, BODY)),
        (f" date 2023-05-04 {BODY}", (MAY, BODY)),
        # on a line of its own, and with white space around it
        (f"date 2023-05-04\n{BODY}", (MAY, BODY)),
        (f"\n\n  date 2023-05-04  \n\n\t{BODY}", (MAY, BODY)),
        # what follows is untouched, its white space at the end included
        (f"date 2023-05-04 {BODY}  \n\n", (MAY, f"{BODY}  \n\n")),
        # no header: nothing is cut
        (f"  {BODY}\n", (None, f"  {BODY}\n")),
        (f"The date 2023-05-04 {BODY}", (None, f"The date 2023-05-04 {BODY}")),
        # no day of the calendar, or not the whole word: no header
        (f"date 2023-02-30 {BODY}", (None, f"date 2023-02-30 {BODY}")),
        (f"date 2023-05-04T10:00 {BODY}", (None, f"date 2023-05-04T10:00 {BODY}")),
        (f"dates 2023-05-04 {BODY}", (None, f"dates 2023-05-04 {BODY}")),
        # only the first header is one
        (f"date 2023-05-04 date 2023-05-05 {BODY}", (MAY, f"date 2023-05-05 {BODY}")),
    ],
)
def test_header(text: str, expected: tuple[date | None, str]) -> None:
    assert split_header(text) == expected


def test_report_has_the_text_and_the_date() -> None:
    report = read_text(f" date 2023-05-04 {BODY}\n".encode(), "a.txt")
    assert (report.text, report.published, report.origin) == (BODY + "\n", MAY, "a.txt")


def test_the_text_s_own_date_goes_before_the_one_given() -> None:
    other = date(2020, 1, 1)
    assert read_text(f"date 2023-05-04 {BODY}".encode(), "a", published=other).published == MAY
    assert read_text(BODY.encode(), "a", published=other).published == other
    assert read_text(BODY.encode(), "a").published is None


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyReport),
        (b" \n\t ", EmptyReport),
        (b"\xef\xbb\xbf", EmptyReport),
        (b"date 2023-05-04\n\n", EmptyReport),
        (b"1234 5678 --- ***", NotEnglish),
    ],
)
def test_refused_in_one_line(data: bytes, error: type[CannotRead]) -> None:
    with pytest.raises(error) as caught:
        read_text(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_report_or_cannot_be_read(data: bytes) -> None:
    try:
        report = read_text(data, "x")
    except CannotRead:
        return
    assert report.text.strip()
    report.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=200))
def test_what_follows_the_header_is_exactly_what_was_read(tail: str) -> None:
    text = BODY + " " + BODY + " " + tail
    try:
        report = read_text(f"date 2023-05-04 {text}".encode(), "x")
    except CannotRead:  # the tail is in another language, or full of control characters
        return
    assert report.text == text
