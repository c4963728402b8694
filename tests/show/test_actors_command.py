"""`dragoman actors`: answers, imports, and one clear line where something is wrong."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.show.cli import app


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(autouse=True)
def no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ACTORS", "")


def test_who_is_known():
    result = run("actors", "who", "Lavrov", "--on", "2014-03-01")
    assert result.exit_code == 0 and result.stdout.startswith("Sergey Lavrov, foreign minister, RUS, 2004-03-09 to …")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("Gorbachev", "--on", "1990-06-01"),
            "Mikhail Gorbachev, president, Soviet Union (SUN, in records RUS), 1990-03-15",
        ),
        (
            ("president", "--country", "Soviet Union", "--on", "1991-08-19"),
            "Mikhail Gorbachev, president, Soviet Union (SUN",
        ),
        (("Russian president", "--on", "1991-08-19"), "Boris Yeltsin, president, RUS, "),
        (("West German chancellor", "--on", "1989-06-01"), "Helmut Kohl, chancellor, West Germany (DEU), "),
        (("Mobutu", "--on", "1995-01-01"), "Mobutu Sese Seko, president, Zaire (ZAR, in records COD), "),
    ],
)
def test_a_state_is_named_as_on_that_day(words, told):
    result = run("actors", "who", *words)
    assert result.exit_code == 0 and result.stdout.startswith(told)


def test_the_state_of_the_day_as_json():
    rows = [
        json.loads(run("actors", "who", name, "--on", "1991-08-19", "--format", "json").stdout)
        for name in ("Gorbachev", "Yeltsin")
    ]
    assert [row["state"] for row in rows] == [{"name": "Soviet Union", "code": "SUN"}, None]
    assert [row["code"] for row in rows] == ["RUS", "RUS"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("Lavrov", "--on", "2044-03-01"), "the table does not reach to that day"),
        (("Ivanov", "--on", "2003-05-05"), "more than one person fits"),
        (("Zzyzx", "--on", "2003-05-05"), "nobody of that name"),
    ],
)
def test_unknown_says_why(words, reason):
    result = run("actors", "who", *words)
    assert result.exit_code == 0 and result.stdout.startswith("Unknown: ") and reason in result.stdout


def test_who_as_json():
    result = run(
        "actors",
        "who",
        "Ivanov",
        "--on",
        "2003-05-05",
        "--country",
        "Russia",
        "--title",
        "defence minister",
        "--format",
        "json",
    )
    found = json.loads(result.stdout)
    assert (found["person"], found["code"], found["reason"]) == ("Sergei Ivanov", "RUS", "known")


@pytest.mark.parametrize(
    "words",
    [
        ("Lavrov", "--on", "yesterday"),
        ("", "--on", "2014-03-01"),
        ("Lavrov", "--on", "2014-03-01", "--country", "Nowhere"),
    ],
)
def test_a_wrong_question_is_wrong_use(words):
    assert run("actors", "who", *words).exit_code == 2


def test_import_and_use(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("person,office,country,start,end\nJane Doe,envoy,Norway,2011-02-03,2012-02-03\n", encoding="utf-8")
    folder = tmp_path / "actors"
    result = run("actors", "import", file, "--to", folder)
    assert result.exit_code == 0 and "0 actors and 1 office-holders" in result.stdout
    result = run("actors", "who", "Doe", "--on", "2011-05-05", "--actors", folder)
    assert result.stdout.startswith("Jane Doe, envoy, NOR")


def test_lines_that_are_not_used_are_named_and_the_end_is_3(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,country\nReds,Norway\nBlues,Nowhere\n", encoding="utf-8")
    result = run("actors", "import", file, "--to", tmp_path / "actors")
    assert result.exit_code == 3 and "line 3 not used: Nowhere is no state or body" in result.stderr


def test_nothing_usable_is_one_line_and_1(tmp_path):
    file = tmp_path / "mine.json"
    file.write_text("[", encoding="utf-8")
    result = run("actors", "import", file, "--to", tmp_path / "actors")
    assert result.exit_code == 1 and result.stderr.count("\n") == 1 and "broken JSON" in result.stderr


def test_a_folder_that_is_missing(tmp_path):
    result = run("actors", "who", "Lavrov", "--on", "2014-03-01", "--actors", tmp_path / "nowhere")
    assert result.exit_code == 1 and "no such folder" in result.stderr
