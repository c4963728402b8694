"""One's own codebook: checked with file and line, compared with ours, and used at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = (
    "date 2024-03-13\n\nThe delegation of Peru stormed out of the hall on Monday, and Chile waved the flag at Peru.\n"
)
FRAME = "REJECT\tverb\twave\tobj\tmeet\tat\t125\t\n"


def dragoman(*arguments: object, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "event_frames.more.tsv").write_text(FRAME, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


def events(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [e["event"] for line in done.stdout.splitlines() for e in json.loads(line)["events"]]


def test_an_added_frame_is_used_at_once_and_the_version_says_so(own: Path) -> None:
    report = own.parent / "report.txt"
    before = dragoman("code", report, "--format", "json")
    after = dragoman("--codebook", own, "code", report, "--format", "json")
    assert events(after).count("REJECT") == events(before).count("REJECT") + 1
    ours = dragoman("codebook", "show").stdout.splitlines()[0]
    theirs = dragoman("codebook", "show", DRAGOMAN_CODEBOOK=str(own)).stdout.splitlines()[0]
    assert ours != theirs


def test_ones_own_frame_stands_whatever_the_reader_takes_its_words_for(own: Path) -> None:
    (own / "event_frames.more.tsv").write_text("REJECT\tverb\tlambast\tobj\t\tobj\t120\t\n", encoding="utf-8")
    report = own.parent / "report.txt"
    report.write_text(
        "date 2024-03-13\n\nPeru lambasted Chile over the seizure of two boats on Monday.\n", encoding="utf-8"
    )
    assert "ACCUSE" in events(dragoman("code", report, "--format", "json"))
    assert "ACCUSE" not in events(done := dragoman("--codebook", own, "code", report, "--format", "json"))
    assert "REJECT" in events(done)


def test_a_category_of_ones_own(own: Path) -> None:
    (own / "plover.more.tsv").write_text("SIGNAL\t\t3\t-1\n", encoding="utf-8")
    (own / "event_frames.more.tsv").write_text(FRAME.replace("REJECT", "SIGNAL").replace("meet", ""), encoding="utf-8")
    assert "nothing wrong" in dragoman("codebook", "check", own).stdout
    done = dragoman("--codebook", own, "code", own.parent / "report.txt", "--format", "json")
    assert "SIGNAL" in events(done)


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("event_frames.more.tsv", "REJECT\tverb\twave\n", "event_frames.more.tsv:1"),
        ("event_frames.more.tsv", FRAME.replace("REJECT", "NONE"), "no category 'NONE'"),
        ("event_frames.more.tsv", FRAME.replace("meet", "wave"), "has no mode 'wave'"),
        ("event_frames.more.tsv", FRAME.replace("verb", "word"), "no kind of predicate"),
        ("plover.more.tsv", "SIGNAL\t\t9\t-1\n", "quad class '9'"),
        ("event_framse.tsv", FRAME, "no table of ours"),
        (
            "agreement_verbs.more.tsv",
            "initial\tobj\tsinged\n",
            "agreement_verbs.more.tsv:1: initial: 'singed' is none of proposed,",
        ),
        ("agreement_verbs.more.tsv", "initial\tobject\tsigned\n", "'object' is none of obj, subj"),
        ("talk_nouns.more.tsv", "palaver\tchat\tstrong\n", "'chat' is none of talks, meeting"),
        ("talk_verbs.more.tsv", "huddle\tmeet\tguest\n", "'guest' is none of party, host"),
        ("offices.more.tsv", "panjandrum\tGOV\t\tgrand\t\n", "'grand' is none of head of state"),
        ("stance_verbs.more.tsv", "pooh\tdislikes\tobj\n", "'dislikes' is none of supports"),
        ("saying_verbs.more.tsv", "opine\tchat\tthat\n", "'chat' is none of speech"),
    ],
)
def test_a_fault_is_named_with_file_and_line(own: Path, file: str, content: str, fault: str) -> None:
    (own / file).write_text(content, encoding="utf-8")
    assert fault in dragoman("codebook", "check", own, code=1).stderr


def test_a_folder_that_does_not_exist_is_one_clear_line() -> None:
    done = dragoman("--codebook", "/nowhere", "codebook", "show", code=1)
    assert done.stderr.count("\n") == 1 and "no such folder" in done.stderr


def test_diff_tells_rows_and_codings(own: Path) -> None:
    done = dragoman("codebook", "diff", own, own.parent / "report.txt", "--format", "json")
    told = json.loads(done.stdout)
    assert [r["change"] for r in told["rows"]] == ["adds"]
    codings = [(c["change"], c["event"], c["actor"]) for c in told["codings"]]
    assert codings == [("gains", "REJECT", "Chile"), ("loses", "SUPPORT", "Chile")]  # which the reader took it for


def test_a_predicate_is_read_aloud() -> None:
    assert "ACCUSE" in dragoman("codebook", "show", "condemn").stdout
    assert "No frame" in dragoman("codebook", "show", "zither", code=1).stderr


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("REFUSE\tverb\twave\tobj\t\tat\t\t", "no category 'REFUSE'"),
        ("REJECT\tverb\tWave\tobj\t\tat\t\t", "one word, as in a dictionary"),
        ("REJECT\tverb\twave\tobj prt=off\t\tat\t\t", "is no need"),
        ("REJECT\tverb\twave\tobj\t\tzzz\t\t", "is no place of a recipient"),
        ("REJECT\tverb\twave\tobj\t\tat\t999\t", "is no CAMEO code"),
        (FRAME + FRAME.rstrip("\n"), "told already in line 1"),
    ],
)
def test_a_row_that_can_never_fit_is_named_and_nothing_is_coded_with_it(own: Path, row: str, what: str) -> None:
    (own / "event_frames.more.tsv").write_text(row + "\n", encoding="utf-8")
    for arguments in (("codebook", "check", own), ("--codebook", own, "code", own.parent / "report.txt")):
        told = dragoman(*arguments, code=1).stderr
        assert what in told and "event_frames.more.tsv:" in told and "Traceback" not in told


def test_a_table_that_is_no_text_is_named_with_its_line(own: Path) -> None:
    (own / "event_frames.more.tsv").write_bytes(FRAME.encode() + b"\xff\xfe")
    for command in ("check", "diff"):
        told = dragoman("codebook", command, own, code=1).stderr
        assert "event_frames.more.tsv:2: not UTF-8" in told and told.count("Error:") == 1


def test_an_own_category_has_a_future(own: Path) -> None:
    (own / "plover.more.tsv").write_text("VETO\t\t3\t-5\n", encoding="utf-8")
    (own / "event_frames.more.tsv").write_text("VETO\tverb\tveto\tobj\t\tof\t\t\n", encoding="utf-8")
    report = own.parent / "report.txt"
    report.write_text("date 2024-03-13\n\nRussia will veto the resolution on Syria.\n", encoding="utf-8")
    done = dragoman("--codebook", own, "code", report, "--format", "json")
    assert [(e["event"], e["aux"]) for e in json.loads(done.stdout)["events"]] == [("VETO", ["future"])]


def test_a_word_that_no_reader_knows_stops_the_coding_with_file_and_line(own: Path) -> None:
    (own / "agreement_verbs.more.tsv").write_text("initial\tobj\tsinged\n", encoding="utf-8")
    report = own.parent / "report.txt"
    report.write_text("date 2024-03-13\n\nPeru and Chile initialled the border treaty on Monday.\n", encoding="utf-8")
    done = dragoman("--codebook", own, "code", report, code=1)
    assert "agreement_verbs.more.tsv:1: initial: 'singed' is none of proposed" in done.stderr


def test_an_added_row_wins_over_ours(own: Path) -> None:
    report = own.parent / "report.txt"
    report.write_text("date 2024-03-13\n\nPeru and Chile signed the border treaty on Monday.\n", encoding="utf-8")

    def statuses(*options: object) -> list[str]:
        done = dragoman(*options, "code", report, "--format", "json")
        return [a["status"] for a in json.loads(done.stdout)["agreements"]]

    assert statuses() == ["signed"]
    (own / "agreement_verbs.more.tsv").write_text("sign\tobj\tratified\n", encoding="utf-8")
    assert statuses("--codebook", own) == ["ratified"]
