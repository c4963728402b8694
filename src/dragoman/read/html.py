"""HTML -> Report, by way of `page.py`."""

from __future__ import annotations

import re
from datetime import date

from dragoman.errors import CannotRead, EmptyReport, TooLarge
from dragoman.read.decode import MAX_TEXT_BYTES, decode_text, mend_surrogates
from dragoman.read.language import check_english
from dragoman.read.page import Page, PageReader, extract_page
from dragoman.records import Report

MAX_PAGE_BYTES = 10_000_000
SMALL = 65_536  # characters; no page of this size keeps the parser longer than some 2 s, whatever is in it
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # control characters, which XML trees refuse

_reader = PageReader()


def looks_like_html(data: bytes) -> bool:
    """Whether a file of unknown kind begins as an HTML page does."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n\x0c").lower()
    head = re.sub(rb"\A(?:<\?xml[^>]*>|<!--.*?-->|\s+)+", b"", head, flags=re.DOTALL)
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def read_html(data: bytes, where: object, *, published: date | None = None) -> Report:
    """The report that a web page holds: main text, title, date, outlet, author and address.

    The page's own date goes before `published`. The text is what trafilatura gives, a paragraph a line;
    offsets count in it, not in the page. A page's copyright lines, menus and comments are left out.

    Raises:
        CannotRead: empty, binary, not English, over 10 MB, without main text, or built to stop a parser.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise TooLarge(where, f"{len(data):,} bytes are more than a page may have ({MAX_PAGE_BYTES:,}).")
    charset = CHARSET.search(data[:4096])
    html = decode_text(data, where, limit=MAX_PAGE_BYTES, declared=charset[1].decode("ascii") if charset else None)
    page = _extract(UNWRITABLE.sub(" ", mend_surrogates(html)))
    if "trouble" in page:
        raise CannotRead(where, page["trouble"])
    text = page.get("text")
    if not text or not text.strip():
        raise EmptyReport(where, "there is no main text in the page.")
    if len(text) > MAX_TEXT_BYTES:
        raise TooLarge(where, f"its text of {len(text):,} characters is more than one report may have.")
    check_english(text, where)
    return Report(
        text=text,
        published=_parse_day(page.get("published")) or published,
        title=page.get("title") or None,
        outlet=page.get("outlet") or None,
        url=page.get("url") or None,
        author=page.get("author") or None,
        origin=str(where),
    )


def _extract(html: str) -> Page:
    if len(html) > SMALL:
        return _reader.read(html)
    try:
        return extract_page(html)
    except Exception as error:  # noqa: BLE001 - a parser's own, on a broken page: one bad page must not stop the rest
        return {"trouble": f"the page cannot be parsed ({type(error).__name__})."}


def _parse_day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
