from __future__ import annotations

import random
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import CannotRead, EmptyReport, NotEnglish, TooLarge
from dragoman.read import read_html
from dragoman.read.html import looks_like_html
from dragoman.read.page import PageReader

PARAGRAPHS = [
    "The foreign ministers of Ruritania and Borduria met in Geneva on Monday for a second round of talks, their offices said.",
    "“We are closer than we were,” said Anna Petrova, who led one of the two delegations, after the session had ended.",
    "A third round is planned for June, but the two sides have not agreed on where it should be held or who should attend it.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ministers meet in Geneva | The Daily Own</title>
<meta property="og:site_name" content="The Daily Own"><meta name="author" content="Jane Writer">
<meta property="og:title" content="Ministers meet in Geneva">
<meta property="article:published_time" content="2023-05-04T18:30:00+03:00">
<link rel="canonical" href="https://example.org/news/ministers-meet"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers meet in Geneva</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article>
<footer>Copyright 2023 The Daily Own. All rights reserved.</footer></body></html>"""


def test_text_and_metadata() -> None:
    report = read_html(PAGE.encode(), "a.html")
    for paragraph in PARAGRAPHS:
        assert paragraph in report.text
    assert report.text.startswith(PARAGRAPHS[0])  # the title is not said twice
    assert "Copyright" not in report.text
    assert "Home" not in report.text
    assert report.title == "Ministers meet in Geneva"
    assert report.published == date(2023, 5, 4)
    assert report.outlet == "The Daily Own"
    assert report.author == "Jane Writer"
    assert report.url == "https://example.org/news/ministers-meet"
    assert report.origin == "a.html"


def test_a_big_page_reads_as_a_small_one_does() -> None:
    big = PAGE.replace("<nav>", "<nav>" + "<!-- filling -->" * 10_000)
    assert read_html(big.encode(), "a") == read_html(PAGE.encode(), "a")


def test_the_page_s_date_goes_before_the_one_given() -> None:
    other = date(2001, 1, 1)
    assert read_html(PAGE.encode(), "a", published=other).published == date(2023, 5, 4)
    undated = PAGE.replace("article:published_time", "x").replace("2023", "")
    assert read_html(undated.encode(), "a", published=other).published == other


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16", "utf-16-le"])
def test_encodings_whatever_the_page_says_of_itself(encoding: str) -> None:
    assert "“We are closer than we were,”" in read_html(PAGE.encode(encoding), "a").text


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyReport),
        (b"<html><body></body></html>", CannotRead),
        (b"<html><body><p>" + "Министры встретились в Женеве и говорили о мире. ".encode() * 20, NotEnglish),
        (b"<p>" + b"a" * 10_000_001, TooLarge),
    ],
)
def test_refused_in_one_line(data: bytes, error: type[CannotRead]) -> None:
    with pytest.raises(error) as caught:
        read_html(data, "a.html")
    assert str(caught.value).startswith("a.html: ")
    assert "\n" not in str(caught.value)


HOSTILE = {
    "entities": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{"&" + a + ";"}{"&" + a + ";"}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "]><html><body>&i;</body></html>",
    "outside entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p></body></html>',
    "deep": "<div>" * 100_000 + "text",
    "formatting elements": "<b><i><u>" * 10_000 + "text",
    "unclosed anchors": "<a href=x>y" * 20_000,
    "short tags": "<p>" * 50_000,
    "angle brackets": "<" * 500_000,
    "white space": " " * 3_000_000 + "text",
    "control characters": "<p>" + "".join(map(chr, range(32))) + "</p>",
    "unclosed quote": "<p title='" + "x" * 100_000,
    "comment without end": "<!--" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_time(name: str) -> None:
    started = time.monotonic()
    for page in (HOSTILE[name], PAGE.replace("<nav>", HOSTILE[name] + "<nav>")):
        try:
            report = read_html(page.encode(), name)
        except CannotRead:
            continue
        assert "root:" not in report.text
    assert time.monotonic() - started < 60


def test_nesting_that_the_parser_would_cut_is_reported() -> None:
    with pytest.raises(CannotRead, match="nested deeper"):
        read_html((PAGE.replace("<nav>", "<div>" * 400 + "<nav>")).encode(), "a")


def test_a_flood_of_attributes_is_stopped_and_the_next_page_is_read() -> None:
    reader = PageReader()
    flood = "<div " + " ".join(f"a{i}=1" for i in range(150_000)) + ">" + PAGE
    assert "longer than 1 s" in reader.read(flood, seconds=1)["trouble"]
    assert PARAGRAPHS[0] in (reader.read(PAGE)["text"] or "")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><p>", True),
        (b"\xef\xbb\xbf\n<HTML lang=en>", True),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<!doctype HTML>", True),
        (b"<b>Bold words</b> begin this text.", False),
        (b"Talks went on.", False),
        (b"", False),
    ],
)
def test_looks_like_html(data: bytes, expected: bool) -> None:
    assert looks_like_html(data) is expected


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2**32))
def test_any_bytes_in_any_place_are_a_report_or_cannot_be_read(noise: bytes, seed: int) -> None:
    data = PAGE.encode()
    at = random.Random(seed).randrange(len(data))
    for each in (noise, data[:at] + noise + data[at:], data[:at] + noise):
        try:
            report = read_html(each, "x")
        except CannotRead:
            continue
        report.text.encode("utf-8")
