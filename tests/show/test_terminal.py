"""Nothing in a report commands the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.terminal import visible, wants_colour, width_of


@given(st.text())
def test_shown_text_is_one_line_of_harmless_characters(text: str) -> None:
    shown = visible(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    shown.encode()  # no half of a surrogate pair


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\r\nlines\there", "two lines here"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        # an override that would turn what comes after it
        ("a\u202eb", "a\ufffdb"),
        # marks that are merely unseen go
        ("no\u00adthing \u200bseen", "nothing seen"),
        # other scripts stay, joiners included
        ("نص 中文 \u0915\u094d\u200d\u0937", "نص 中文 \u0915\u094d\u200d\u0937"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_for_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour(Screen())
    assert not wants_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(Screen())


@pytest.mark.parametrize(("columns", "width"), [("40", 80), ("95", 95), ("300", 120)])
def test_width_stays_readable(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(io.StringIO()) == width
