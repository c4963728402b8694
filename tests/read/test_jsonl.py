from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import CannotRead, EmptyReport, NotEnglish, TooLarge
from dragoman.read import jsonl as module
from dragoman.read import parse_fields, read_json, read_jsonl, read_object
from dragoman.records import Report

BODY = "The two envoys met on Monday, and they said that the talks would go on."


def lines(*objects: object) -> io.BytesIO:
    return io.BytesIO("".join(json.dumps(x) + "\n" for x in objects).encode())


def test_every_field() -> None:
    value = {
        "id": "n1",
        "url": "https://example.org/1",
        "title": "Talks",
        "published": "2023-05-04",
        "outlet": "Own",
        "text": BODY,
        "author": "A. Writer",
        "other": [1],
    }
    [report] = read_jsonl(lines(value), "a.jsonl")
    assert report == Report(
        text=BODY,
        published=date(2023, 5, 4),
        title="Talks",
        outlet="Own",
        url="https://example.org/1",
        author="A. Writer",
        origin="a.jsonl:1 (n1)",
    )


def test_mapping_and_dots() -> None:
    value = {"body": BODY, "meta": {"date": "2023-05-04"}}
    assert parse_fields("text=body, published=meta.date") == {"text": "body", "published": "meta.date"}
    [report] = read_jsonl(lines(value), "a", fields=parse_fields("text=body,published=meta.date"))
    assert isinstance(report, Report)
    assert (report.text, report.published) == (BODY, date(2023, 5, 4))


@pytest.mark.parametrize("mapping", ["text", "body=text", "text=", "", "text=a,=b"])
def test_a_broken_mapping_is_refused(mapping: str) -> None:
    with pytest.raises(CannotRead, match="OURS=THEIRS"):
        parse_fields(mapping)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023-05-04", date(2023, 5, 4)),
        ("2023-05-04T23:30:00+04:00", date(2023, 5, 4)),  # the day as written, not as it was in Greenwich
        ("20230504", date(2023, 5, 4)),
        ("Thu, 04 May 2023 10:00:00 GMT", date(2023, 5, 4)),
        ("soon", None),
        ("2023-13-01", None),
    ],
)
def test_days(words: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(CannotRead, match="is no date"):
            read_object({"text": BODY, "published": words}, "x")
    else:
        assert read_object({"text": BODY, "published": words}, "x").published == day


def test_a_bad_line_is_a_failure_and_the_next_goes_on() -> None:
    stream = io.BytesIO(
        b"\xef\xbb\xbf"
        + json.dumps({"text": BODY}).encode()
        + b"\n{broken\n\n[1]\n"
        + json.dumps({"title": "no text"}).encode()
        + b'\n{"text": ""}\n{"text": 7.5e3}\n{"text": "\xd0\x94\xd0\xb0"}\n{"text": ["a"]}\r\n'
        + json.dumps({"text": BODY, "published": "2023-05-04"}).encode()
    )
    out = list(read_jsonl(stream, "a"))
    kinds = [type(x) for x in out]
    assert kinds == [
        Report, CannotRead, CannotRead, CannotRead, EmptyReport, NotEnglish, NotEnglish, CannotRead, Report,
    ]  # fmt: skip
    assert [x.where for x in out if isinstance(x, CannotRead)] == ["a:2", "a:4", "a:5", "a:6", "a:7", "a:8", "a:9"]


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LINE_BYTES", 1000)
    stream = io.BytesIO(b'{"text": "' + b"a" * 5000 + b'"}\n' + json.dumps({"text": BODY}).encode() + b"\n")
    first, second = read_jsonl(stream, "a")
    assert isinstance(first, TooLarge)
    assert first.where == "a:1"
    assert isinstance(second, Report)
    assert second.origin == "a:2"


def test_text_is_kept_as_it_is_but_for_what_no_file_can_hold() -> None:
    [report] = read_jsonl(io.BytesIO(b'{"text": "  ' + 4 * BODY.encode() + b'\\r\\n\\ud800 \\u0000"}'), "a")
    assert isinstance(report, Report)
    assert report.text == f"  {4 * BODY}\r\n\ufffd \0"


def test_json_files_hold_one_object_or_a_list() -> None:
    one = json.dumps({"text": BODY}, indent=1).encode()
    assert [type(x) for x in read_json(one, "a")] == [Report]
    assert [type(x) for x in read_json(b"[" + one + b"," + one + b", 3]", "a")] == [Report, Report, CannotRead]
    assert [type(x) for x in read_json(b"[]", "a")] == [EmptyReport]
    assert [type(x) for x in read_json(b"[" * 100_000, "a")] == [CannotRead]


@given(st.binary(max_size=200))
def test_any_bytes_are_reports_or_failures(data: bytes) -> None:
    for each in [*read_jsonl(io.BytesIO(data), "x"), *read_json(data, "x")]:
        assert isinstance(each, Report | CannotRead)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(module.FIELDS), VALUES | st.just(BODY)))
def test_any_object_is_a_report_or_a_failure(value: dict[str, object]) -> None:
    for each in read_jsonl(lines(value), "x"):
        assert isinstance(each, Report | CannotRead)
        if isinstance(each, Report):
            json.dumps(each.text, ensure_ascii=False).encode("utf-8")
