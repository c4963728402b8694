from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, CannotRead, EmptyReport, NotEnglish, TooLarge
from dragoman.read import read_sources
from dragoman.records import Report

BODY = "The two envoys met on Monday, and they said that the talks would go on."
PAGE = f"<!DOCTYPE html><html><head><title>T</title></head><body><article><p>{BODY * 3}</p></article></body></html>"
LINE = json.dumps({"text": BODY, "title": "T"}) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text(f"date 2023-05-04 {BODY}")
    (tmp_path / "b" / "c.html").write_text(PAGE)
    (tmp_path / "b" / "d.jsonl").write_text(LINE + "{}\n" + LINE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    (tmp_path / "z.txt").write_text(BODY)
    (tmp_path / ".secret.txt").write_text(BODY)
    (tmp_path / ".hidden" / "e.txt").write_text(BODY)
    return tmp_path


def kinds(found: list[Report | CannotRead]) -> list[type]:
    return [type(x) for x in found]


def test_a_folder_is_read_whole_and_in_order(folder: Path) -> None:
    found = list(read_sources([folder]))
    origins = [
        os.path.relpath((x.where if isinstance(x, CannotRead) else x.origin or ""), folder).replace(os.sep, "/")
        for x in found
    ]
    assert origins == [
        "a.txt",
        "empty.txt",
        "noise.bin",
        "z.txt",
        "b/c.html",
        "b/d.jsonl:1",
        "b/d.jsonl:2",
        "b/d.jsonl:3",
    ]
    assert kinds(found) == [Report, EmptyReport, BinaryInput, Report, Report, Report, CannotRead, Report]


def test_patterns(folder: Path) -> None:
    assert kinds(list(read_sources([f"{folder}/*.txt"]))) == [Report, EmptyReport, Report]
    # ** finds the files itself: none comes twice
    assert kinds(list(read_sources([f"{folder}/**/*.html"]))) == [Report]
    assert len(list(read_sources([f"{folder}/**"]))) == 8
    [error] = read_sources([f"{folder}/*.xml"])
    assert "no file matches" in str(error)


def test_a_file_with_the_signs_of_a_pattern_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "[draft].txt").write_text(BODY)
    assert kinds(list(read_sources([tmp_path / "[draft].txt"]))) == [Report]


def test_kinds_go_by_content_where_the_ending_says_nothing(tmp_path: Path) -> None:
    for name, content in (("page", PAGE), ("lines", LINE * 3), ("text", BODY), ("brace", "{sic} " + BODY)):
        (tmp_path / name).write_text(content)
    assert [len(list(read_sources([tmp_path / n]))) for n in ("page", "lines", "text", "brace")] == [1, 3, 1, 1]
    [page] = read_sources([tmp_path / "page"])
    assert isinstance(page, Report)
    assert page.text.startswith("The two envoys")


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(BODY.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    [report] = read_sources(["-"], published=date(2023, 5, 4))
    assert isinstance(report, Report)
    assert (report.text, report.published, report.origin) == (BODY, date(2023, 5, 4), "stdin")


def test_nothing_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(BODY)
    (tmp_path / "german.txt").write_text("Die Minister haben sich am Montag in Genf getroffen und nicht gesprochen.")
    (tmp_path / "line.txt").write_bytes(b"a" * 50_000_000)
    (tmp_path / "nothing").mkdir()
    paths = [tmp_path / n for n in ("missing.txt", "german.txt", "line.txt", "nothing", "good.txt")]
    found = list(read_sources([*paths, "a\0b", ""]))
    assert kinds(found) == [CannotRead, NotEnglish, TooLarge, CannotRead, Report, CannotRead, CannotRead]
    for each in found:
        if isinstance(each, CannotRead):
            assert "\n" not in str(each)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert kinds(list(read_sources([tmp_path]))) == [Report]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(data=st.binary(max_size=200), ending=st.sampled_from([".txt", ".jsonl", ".json", ".html", ""]))
def test_any_bytes_under_any_name(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"file{ending}"
    path.write_bytes(data)
    for each in read_sources([path]):
        assert isinstance(each, Report | CannotRead)
