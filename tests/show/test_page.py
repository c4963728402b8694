"""The page, without a browser: what it says, that it leads both ways, and that nothing of a report can run."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.page import Segment, cut_segments, page_json, page_of, render_page
from dragoman.show.rows import Row, Words

Record = dict[str, Any]
LAYERS = ("statements", "events", "meetings", "agreements", "positions")


class Reader(HTMLParser):
    """What stands on a page: ids, links, tags with attributes, and the text of the report."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.report = ""
        self.inside: dict[str, str] = {"style": "", "script": ""}
        self._where = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append((tag, known))
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag == "a":
            self.links.append(str(known["href"]))
        if tag in ("article", "style", "script"):
            self._where = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._where:
            self._where = ""

    def handle_data(self, data: str) -> None:
        if self._where == "article":
            self.report += data
        elif self._where:
            self.inside[self._where] += data


def test_the_report_stands_there_character_for_character(record: Record) -> None:
    assert Reader(render_page(record)).report == record["report"]["text"]


def test_each_row_leads_to_its_words_and_back(record: Record) -> None:
    page = Reader(render_page(record))
    assert len(page.ids) == len(set(page.ids))
    for layer in LAYERS:
        for index in range(len(record[layer])):
            name = f"{layer[0]}{index}"
            assert {f"r-{name}", f"w-{name}"} <= set(page.ids)
            assert f"#w-{name}" in page.links
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.ids), "a link that leads nowhere"
    # words that only one row has lead to it without any script
    assert "#r-s0" in page.links
    assert "#r-p0" in page.links


def test_highlights_are_the_words_of_their_rows(record: Record) -> None:
    page = page_of(record)
    text = page.outline.text
    for row in page.outline.rows:
        marked = "".join(text[s.start : s.end] for s in page.segments if row.anchor in s.rows)
        for words in row.words:
            assert words.text in marked


def test_words_of_several_rows_name_them_all_the_innermost_first(record: Record) -> None:
    page = page_of(record)
    at = page.outline.text.index("accused Marovian")
    [segment] = [s for s in page.segments if s.start <= at < s.end]
    assert segment.rows == ("e1", "s1")
    assert segment.layers == ("statements", "events")
    assert "trigger" in segment.roles


def _row(anchor: str, spans: list[tuple[int, int]]) -> Row:
    words = tuple(Words(start, end, "", "evidence") for start, end in spans)
    return Row(anchor, anchor.upper(), "", "events", "", (), words, 1.0, False)


SPANS = st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), min_size=1, max_size=3)


@given(st.lists(SPANS, max_size=8), st.integers(0, 40))
def test_segments_make_up_the_text_and_belong_to_all_their_rows(
    spans: list[list[tuple[int, int]]], length: int
) -> None:
    rows = [_row(f"e{i}", each) for i, each in enumerate(spans)]
    segments = list(cut_segments(length, rows))
    assert [place for s in segments for place in range(s.start, s.end)] == list(range(length))
    for segment in segments:
        for place in range(segment.start, segment.end):
            owners = {r.anchor for r in rows for w in r.words if 0 <= w.start <= place < w.end <= length}
            assert set(segment.rows) == owners
    begun = [name for s in segments for name in s.begins]
    assert len(begun) == len(set(begun))


def test_a_text_without_rows_is_one_segment() -> None:
    assert list(cut_segments(7, [])) == [Segment(0, 7)]
    assert list(cut_segments(0, [])) == []


HOSTILE = (
    "<script>window.owned = 1</script> <img src=x onerror=window.owned=1> </style><style>body{display:none}</style> "
    "</article></main> \"' onmouseover=window.owned=1 $script ${text} {{7*7}} {% x %} <!-- --> ]]> &lt;b&gt; &#60; "
    "\u202eoverride \x00 \x1b[31m \x85 <svg onload=window.owned=1> javascript:window.owned=1 </title> <base href=//x>"
)


def make_hostile(record: Record) -> Record:
    """Every string of the record that comes from outside replaced by a hostile one, offsets kept true."""
    bad = copy.deepcopy(record)
    text = bad["report"]["text"] + HOSTILE + "\r\nend\r"
    start = text.index(HOSTILE)
    span = {"text": HOSTILE, "span": [start, start + len(HOSTILE)]}
    bad["report"] |= {"text": text, "title": HOSTILE, "outlet": HOSTILE, "url": "javascript:window.owned=1//https://x"}
    bad["statements"][0] |= {"content": [span], "cue": span, "channel": HOSTILE}
    bad["statements"][0]["speaker"] |= {"name": HOSTILE, "office": HOSTILE}
    bad["events"][0] |= {"evidence": [span], "why": HOSTILE, "event": HOSTILE, "mode": [HOSTILE]}
    bad["meetings"][0] |= {"venue": HOSTILE, "status": HOSTILE, "evidence": [span]}
    bad["agreements"][0] |= {"name": span, "kind": HOSTILE}
    bad["positions"][0] |= {"issue": span, "stance": HOSTILE}
    return bad


def test_a_hostile_report_is_only_text(record: Record) -> None:
    kind = [tag for tag, _ in Reader(render_page(record)).tags]
    page = Reader(render_page(make_hostile(record), made_by=[HOSTILE], notes=[HOSTILE]))
    for tag in ("script", "style", "img", "svg", "base", "iframe", "object", "form"):
        assert [t for t, _ in page.tags].count(tag) == kind.count(tag), tag
    for tag, known in page.tags:
        assert not [name for name in known if name.startswith("on") or name == "style"], tag
        assert not str(known.get("href", "")).lower().startswith("javascript")
    # shown one for one, with what a browser would obey replaced
    text = make_hostile(record)["report"]["text"]
    assert len(page.report) == len(text)
    assert "\u202e" not in page.report
    assert "<script>window.owned = 1</script>" in page.report
    assert "${text} {{7*7}}" in page.report


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=\"'<x>", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//example.org", False),
        (" https://example.org", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_addresses_of_pages_become_links(record: Record, url: str, link: bool) -> None:
    record["report"]["url"] = url
    assert (url in Reader(render_page(record)).links) is link


def test_policy_lets_through_our_style_and_script_alone(record: Record) -> None:
    page = Reader(render_page(record))
    [policy] = [str(a["content"]) for t, a in page.tags if t == "meta" and a.get("http-equiv")]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for part in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.inside[part].encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in policy


def test_asks_for_nothing_from_outside(record: Record) -> None:
    html = render_page(record)
    page = Reader(html)
    assert not [a for _, a in page.tags if a.get("src") or a.get("srcset") or a.get("action")]
    assert [a["href"] for t, a in page.tags if t == "link"] == ["data:,"]
    assert "url(" not in page.inside["style"]
    assert "@import" not in page.inside["style"]
    for word in ("fetch", "XMLHttpRequest", "import(", "innerHTML", "eval", "document.write"):
        assert word not in page.inside["script"]


def test_page_and_json_say_the_same(record: Record) -> None:
    shown = json.loads(page_json(page_of(record, made_by=["reader 1"])))
    html = render_page(record, made_by=["reader 1"])
    assert shown["outline"]["made_by"] == ["reader 1"]
    for section in shown["outline"]["sections"]:
        for row in section["rows"]:
            assert f'id="r-{row["anchor"]}"' in html
    assert (
        "".join(shown["outline"]["text"][s["start"] : s["end"]] for s in shown["segments"]) == record["report"]["text"]
    )


def test_the_same_record_gives_the_same_page(record: Record) -> None:
    assert render_page(record) == render_page(copy.deepcopy(record))


@pytest.mark.parametrize(
    "words",
    ["Reported, not verified.", "inferred</span>", "uncertain</span>", "Not heard:", "Tessaly (TSL) and Norway (NOR)"],
)
def test_says(record: Record, words: str) -> None:
    assert words in render_page(record)


def test_every_class_that_the_page_uses_has_a_style(record: Record) -> None:
    page = Reader(render_page(record))
    used = {name for _, known in page.tags for name in str(known.get("class") or "").split()}
    rows = {name for name in used if re.fullmatch(r"[smeap]\d+", name)}
    unstyled = {name for name in used - rows if f".{name}" not in page.inside["style"]}
    assert unstyled <= {"what", "keys"}
