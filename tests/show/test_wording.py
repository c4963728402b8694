"""Values of the record in words."""

from __future__ import annotations

import pytest

from dragoman.show.wording import first_words, join_and, word_entity, word_interval, word_place, word_when


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-05-04", "2023-05-04", "4 May 2023"),
        # what both ends share is said once
        ("2023-05-01", "2023-05-04", "1–4 May 2023"),
        ("2023-04-30", "2023-05-02", "30 April – 2 May 2023"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        # a month is a month and a year a year, never its first day
        ("2023-05", "2023-05", "May 2023"),
        ("2023-05", "2023-07", "May – July 2023"),
        ("2023", "2024", "2023 – 2024"),
        # one end unknown
        (None, "2023-05-04", "4 May 2023"),
        (None, None, None),
        # what is no date is shown as it is
        ("2023-13-01", "2023-13-01", "2023-13-01"),
    ],
)
def test_interval(start: str | None, end: str | None, words: str | None) -> None:
    assert word_interval(start, end) == words


def test_an_inferred_date_says_so() -> None:
    assert word_when({"start": "2023-05-04", "end": "2023-05-04", "basis": "inferred"}) == "4 May 2023 (inferred)"
    assert word_when({"start": None, "end": None, "text": "soon", "basis": "stated"}) == "soon"
    assert word_when(None) is None


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ({"text": "Vask", "name": "Irena Vask", "office": "foreign minister", "code": "MRV", "sectors": ["GOV"]},
         "Irena Vask (foreign minister, MRV)"),
        # a group is not its country's government
        ({"text": "the rebels", "name": "Dawn Front", "code": "MRV", "sectors": ["REB"]}, "Dawn Front (MRV, REB)"),
        # no name known: the report's own words
        ({"text": "officials", "name": None, "code": None, "sectors": []}, "officials"),
        ({"text": "NATO", "name": "NATO", "code": "NATO", "sectors": ["IGO"]}, "NATO"),
        ({"text": "it", "name": "Marovia", "code": None, "sectors": [], "basis": "inferred"}, "Marovia (inferred)"),
        (None, "somebody unnamed"),
    ],
)  # fmt: skip
def test_entity(entity: dict[str, object] | None, words: str) -> None:
    assert word_entity(entity) == words


def test_place_is_not_said_twice() -> None:
    oslo = {"name": "Oslo", "country": "NOR"}
    assert word_place(oslo, "Oscarsborg fortress") == "Oscarsborg fortress, Oslo (NOR)"
    assert word_place(oslo, "Oslo City Hall") == "Oslo City Hall (NOR)"
    assert word_place(None, None) is None


def test_lists_and_lengths() -> None:
    assert join_and([]) == ""
    assert first_words("a  b\nc", 5) == "a b c"
