"""Actors that users bring: forms, traps, and that lookups use them at once."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import codebook
from dragoman.codebook.actors import find_actor, find_holders
from dragoman.codebook.answers import who_held
from dragoman.codebook.imports import import_actors, read_actors
from dragoman.codebook.imports.petrarch import read_petrarch
from dragoman.codebook.titles import name_office
from dragoman.errors import BrokenCodebook, CannotRead

DICTIONARY = """# a heading
RURITANIA_  [RUR]
+RURITANIAN_ # a note
STRELSAU_GUARD
+SG
\t[RURMIL]
RUDOLF_RASSENDYLL_  ; CountryInfo.txt
+KING_RUDOLF_
\t[RURELI 19200101-930104]
\t[RURGOV 930105-961231] # a note
\t[RURREB >970101]
BLACK_MICHAEL_  ; CountryInfo.txt
\t[RURGOV 9008223-961231]
\tno code here
[---]
"""
QUERY = {
    "results": {
        "bindings": [
            {
                "personLabel": {"value": "Flavia Elphberg"},
                "positionLabel": {"value": "Minister of Foreign Affairs of France"},
                "countryLabel": {"value": "France"},
                "start": {"value": "2031-03-04T00:00:00Z"},
                "end": {"value": "2033-05-06T00:00:00Z"},
            },
            {
                "personLabel": {"value": "Fritz Tarlenheim"},
                "positionLabel": {"value": "Prime Minister"},
                "countryLabel": {"value": "France"},
                "start": {"value": "2031-01-01T00:00:00Z"},
            },
            {"personLabel": {"value": "Q12345"}, "positionLabel": {"value": "President"}},
        ]
    }
}


def save(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_dictionary():
    found = read_petrarch(DICTIONARY)
    assert ("RUR", "Ruritania", "Ruritanian", "") in found.actors
    assert ("RUR", "Strelsau Guard", "SG", "MIL") in found.actors
    rows = [(h.person, h.office, h.start, h.end, h.known_through) for h in found.holders]
    assert ("Rudolf Rassendyll", "official", "1993-01-05", "1996-12-31", "") in rows
    assert ("Rudolf Rassendyll", "rebel leader", "1997-01-01", "", "1997-01-01") in rows
    assert [u.line for u in found.unread] == [14] and [n.line for n in found.notes] == [13]


@given(st.text(alphabet="AB_+[]<>-; #\t\n0123456789", max_size=200))
def test_any_text_is_read_without_harm(text):
    lines = text.count("\n") + 1
    assert all(1 <= u.line <= lines for u in read_petrarch(text).unread)


def test_a_query_result(tmp_path):
    found = read_actors(save(tmp_path, "q.json", json.dumps(QUERY)))
    flavia, fritz = found.holders
    assert (flavia.office, flavia.code, flavia.start, flavia.end) == (
        "foreign minister",
        "FRA",
        "2031-03-04",
        "2033-05-06",
    )
    assert (fritz.start, fritz.end, fritz.known_through) == ("2031", "", "2033-05-06")  # a first of January is a year
    assert [u.line for u in found.unread] == [3]


@pytest.mark.parametrize(
    ("position", "office"),
    [
        ("President of the Republic", "president"),
        ("Prime Minister of Norway", "prime minister"),
        ("acting Minister for Foreign Affairs and Trade", "foreign minister"),
        ("Minister of State for Transport", "minister of state for transport"),
        ("Secretary of State for Transport", "secretary of state for transport"),
        ("President of the Senate", "president of the senate"),
        ("ambassador to Hungary", "ambassador"),
    ],
)
def test_an_official_is_no_minister(position, office):
    assert name_office(position) == office


def test_what_is_imported_is_used_at_once_and_is_another_codebook(tmp_path, monkeypatch):
    folder = tmp_path / "mine"
    monkeypatch.setenv("DRAGOMAN_ACTORS", "")
    before = codebook.version()
    assert find_actor("Ruritania") is None
    import_actors(save(tmp_path, "r.txt", DICTIONARY), folder)
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(folder))
    found = find_actor("Ruritanian")
    assert found is not None and (found.code, found.kind) == ("RUR", "state")
    assert find_holders("Rassendyll") and who_held("Rassendyll", "1995-05-05").reason == "known"
    assert codebook.version() != before
    monkeypatch.delenv("DRAGOMAN_ACTORS")
    assert find_actor("Ruritania") is None and codebook.version() == before


@pytest.mark.parametrize(("first", "code"), [(False, "NOR"), (True, "RUR")])
def test_ours_first_unless_wanted(tmp_path, monkeypatch, first, code):
    file = save(tmp_path, "a.csv", "name,code,sectors\nNorway,RUR,GOV\n")
    import_actors(file, tmp_path / "mine", first=first)
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "mine"))
    found = find_actor("Norway")
    assert found is not None and found.code == code


def test_a_user_may_correct_an_office(tmp_path, monkeypatch):
    text = "person,office,code,start,end\nJane Doe,foreign minister,RUS,2013-01-01,2016-01-01\n"
    import_actors(save(tmp_path, "a.csv", text), tmp_path / "mine", first=True)
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "mine"))
    answer = who_held(None, "2014-03-01", "foreign minister", "RUS")
    assert answer.holder is not None and answer.holder.person == "Jane Doe"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", "{", "broken JSON"),
        ("a.json", '{"a": 1}', "no query result"),
        ("a.csv", "person,start\nJane,2001-01-01\n", "--office"),
        ("a.csv", "code,start,office\nFRA,2001,president\n", "no column for names"),
        ("a.txt", "", "it is empty"),
        ("a.txt", "just words\n", "has no code"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path, name, text, why):
    with pytest.raises(CannotRead, match=why):
        import_actors(save(tmp_path, name, text), tmp_path / "mine")


def test_a_folder_that_is_missing_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "nowhere"))
    with pytest.raises(BrokenCodebook, match="no such folder"):
        find_actor("Norway")


def test_labels_are_read_where_a_query_gives_identities_too(tmp_path):
    text = (
        "person,personLabel,positionLabel,country,countryLabel,start\r\n"
        "http://www.wikidata.org/entity/Q1,Flavia Elphberg,President of France,"
        "http://www.wikidata.org/entity/Q142,France,2031-03-04T00:00:00Z\r\n"
    )
    (holder,) = read_actors(save(tmp_path, "q.csv", text)).holders
    assert (holder.person, holder.office, holder.code, holder.start) == (
        "Flavia Elphberg",
        "president",
        "FRA",
        "2031-03-04",
    )


@given(st.lists(st.text(alphabet='ab,";\n\r\t{}[]0123-T', max_size=40), max_size=8))
def test_any_rows_are_read_without_harm(lines):
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for name, head in (
            ("a.csv", "person,office,country,start,end\n"),
            ("a.csv", "name;code;sectors\n"),
            ("a.json", "["),
        ):
            file = Path(folder) / name
            file.write_text(head + "\n".join(lines), encoding="utf-8")
            with contextlib.suppress(CannotRead):
                read_actors(file)


def test_a_table_edited_wrongly_names_its_line(tmp_path, monkeypatch):
    save(tmp_path, "a.holders.tsv", "# person\nJane Doe\t\tenvoy\tNOR\tlast year\t\t\t\t2020\town\n")
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path))
    with pytest.raises(BrokenCodebook, match=r"a.holders.tsv:2: "):
        find_holders("Doe")


def test_a_minister_of_a_territory_is_none_of_the_state_that_claims_it(tmp_path):
    text = "person,office,country,start,end\nJane Doe,foreign minister,Republic of Abkhazia,2001-02-03,2002-02-03\n"
    found = read_actors(save(tmp_path, "a.csv", text))
    assert not found.holders and "no state or body" in found.unread[0].why
