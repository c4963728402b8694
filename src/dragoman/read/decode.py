"""Bytes -> text.

Newlines are settled here and nowhere else: CR LF and lone CR become LF, as Python's own text mode reads
them, and a byte order mark is dropped. From then on a text is never altered, so offsets hold.
"""

from __future__ import annotations

import codecs

from dragoman.errors import BinaryInput, EmptyReport, TooLarge

MAX_TEXT_BYTES = 5_000_000  # of one report; the longest UN report is about a fifth of it

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

KNOWN_BINARIES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

# what text never holds: all of C0 but tab, newlines, form feed and the two marks of old DOS and terminal files
CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})) + b"\x7f"
CONTROLS_AMONG = 200  # one control character in so many bytes is noise; more is no text


def decode_text(data: bytes, where: object, *, limit: int = MAX_TEXT_BYTES, declared: str | None = None) -> str:
    """The text that `data` holds, newlines as LF.

    UTF-8 and UTF-16, with or without byte order mark, and UTF-32 with one. Bytes that are no UTF-8 are read
    as Windows-1252, each on its own, so that a page with both comes out right; `declared` (a page's own word
    for its encoding) is tried before that.

    Raises:
        EmptyReport: no bytes, or nothing but white space.
        BinaryInput: no text; names the kind of file where it is a known one.
        TooLarge: more than `limit` bytes.
    """
    if len(data) > limit:
        raise TooLarge(where, f"{len(data):,} bytes are more than one report may have ({limit:,}). Split it.")
    if not data.strip():
        raise EmptyReport(where, "it is empty.")
    for magic, kind in KNOWN_BINARIES:
        if data.startswith(magic):
            raise BinaryInput(where, f"it is {kind}, not text. Convert it to plain text or HTML first.")
    text = _decode(data, where, declared).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyReport(where, "it is empty.")
    return text


def _decode(data: bytes, where: object, declared: str | None) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, where)
    wide = _guess_utf16(data)
    if wide:
        return _decode_marked(data, wide, where)
    if len(data) - len(data.translate(None, CONTROLS)) > len(data) / CONTROLS_AMONG:
        raise BinaryInput(where, "it is not text. Name a text, HTML or JSON Lines file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError, ValueError):
            pass
    return data.decode("utf-8", errors="dragoman-windows-1252")


def _decode_marked(data: bytes, encoding: str, where: object) -> str:
    if encoding == "utf-8":
        return _decode(data, where, None) if data else ""
    text = data.decode(encoding, errors="replace")
    strange = text.count("\ufffd") + sum(text.count(chr(c)) for c in CONTROLS)
    if strange > max(1, len(text) / CONTROLS_AMONG):
        raise BinaryInput(where, f"it is marked as {encoding[:6].upper()} but is no such text.")
    return text


def _guess_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: English text has a zero in nearly every other byte."""
    head = data[: 4096 - len(data) % 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and max(even, odd) > 0.6 * half and min(even, odd) < 0.05 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _read_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(WINDOWS_1252[b] for b in bad), error.end


# five bytes mean nothing in Windows-1252; browsers read them as Latin-1 and so do we
WINDOWS_1252 = [bytes([b]).decode("windows-1252", errors="ignore") or chr(b) for b in range(256)]
codecs.register_error("dragoman-windows-1252", _read_as_windows_1252)


def mend_surrogates(text: str) -> str:
    """`text` with each lone surrogate, which no file can hold, as U+FFFD: as many characters as before."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
