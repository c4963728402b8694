"""Formats of talks: whose talks a number or a name stands for, on which days, and in reports about whom."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.codebook.check import check_folder
from dragoman.codebook.formats import find_format
from dragoman.codebook.tables import read_table

EARLY, LATE = date(2007, 2, 8), date(2022, 5, 23)


@pytest.mark.parametrize(
    ("words", "day", "named", "name"),
    [
        ("six-party", EARLY, {"PRK"}, "Six-Party Talks"),
        ("six\u2011nation talks", EARLY, {"KOR"}, "Six-Party Talks"),
        ("four-way talks", date(1997, 6, 1), {"PRK"}, "Four-Party Talks"),
        ("four-way talks", EARLY, {"PRK"}, None),
        ("six-party talks", EARLY, {"SOM"}, None),
        ("six-party talks", None, {"PRK"}, None),
        ("ambassadors of six world powers", EARLY, {"IRN"}, "E3+3"),
        ("six world powers", LATE, {"IRN"}, None),
        ("leaders of the Quad", LATE, {"JPN"}, "Quadrilateral Security Dialogue"),
        ("the quadrangle", LATE, {"JPN"}, None),
        ("C5+1 foreign ministers", LATE, set(), "C5+1"),
        ("the P5+1", EARLY, {"IRN"}, "E3+3"),
        ("the P5", EARLY, set(), "Permanent members of the Security Council"),
    ],
)
def test_which_format_words_name(words, day, named, name):
    found = find_format(words, day, named)
    assert (found.name if found else None) == name


def test_members_are_states_of_our_table_and_every_row_has_a_source():
    rows = read_table("talk_formats.tsv", 7)
    states = {c[0] for c in read_table("countries.tsv", 6)}
    assert all({*r[2].split(), *r[3].split()} <= states and len(r[3].split()) > 2 and r[6] for r in rows)


def test_a_day_that_is_none_is_named_with_its_line(tmp_path):
    (tmp_path / "talk_formats.more.tsv").write_text("Valley Four\tvalley four\t\tPER CHL BOL ARG\tMay 2010\t\town\n")
    (fault,) = check_folder(tmp_path)
    assert "talk_formats.more.tsv:1: Valley Four: 'May 2010' is no day" in fault
