from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, CannotRead, EmptyReport, TooLarge
from dragoman.read.decode import decode_text, mend_surrogates

TEXT = "“We agree,” said José Müller — the envoy’s word for it. It cost €5."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        # Windows-1252, whatever the file calls itself
        TEXT.encode("windows-1252"),
        codecs.BOM_UTF8 + TEXT.encode("windows-1252"),
        # the two mixed, as pages put together from pieces are
        TEXT[:30].encode() + TEXT[30:].encode("windows-1252"),
    ],
)
def test_the_text_comes_out_whatever_its_bytes(data: bytes) -> None:
    assert decode_text(data, "x") == TEXT


def test_a_declared_encoding_is_tried_after_utf_8() -> None:
    said = "Lech Wałęsa spoke."
    assert decode_text(said.encode("iso-8859-2"), "x", declared="iso-8859-2") == said
    assert decode_text(said.encode(), "x", declared="iso-8859-2") == said
    # one that does not exist, one that is no text encoding
    assert decode_text(TEXT.encode("windows-1252"), "x", declared="none-such") == TEXT
    assert decode_text(TEXT.encode("windows-1252"), "x", declared="rot13") == TEXT


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_line_feeds(newline: str) -> None:
    assert decode_text(f"One.{newline}{newline}Two.{newline}".encode(), "x") == "One.\n\nTwo.\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 8, "not text"),
        (b"ab\0\0\0\0\0\0\0\0cd", "not text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8\x01\x00\x02\x00", "no such text"),
    ],
)
def test_binary_is_named(data: bytes, words: str) -> None:
    with pytest.raises(BinaryInput, match=words):
        decode_text(data, "x")


def test_too_large_says_how_much_is_read() -> None:
    with pytest.raises(TooLarge, match=r"50,000,000 .*5,000,000"):
        decode_text(b"a" * 50_000_000, "x")


@pytest.mark.parametrize("data", [b"", b"\n\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE + b"\0 "])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyReport):
        decode_text(data, "x")


@given(st.binary(max_size=300), st.sampled_from([b"", *(m for m in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE))]))
def test_any_bytes_give_text_that_can_be_written_or_cannot_be_read(data: bytes, mark: bytes) -> None:
    try:
        text = decode_text(mark + data, "x")
    except CannotRead:
        return
    text.encode("utf-8")
    assert "\r" not in text


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert mend_surrogates("a\ud800b") == "a\ufffdb"
    assert mend_surrogates("a😀") == "a😀"
