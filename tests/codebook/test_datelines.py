"""What a dateline looks like, and what does not. All lines are our own."""

import pytest

from dragoman.codebook.datelines import find_dateline, read_dateline


@pytest.mark.parametrize(
    ("line", "town", "story"),
    [
        ("OSLO, May 3 (Reuters) - Talks ended.", "OSLO", "Talks ended."),
        ("OSLO, Norway, May 3, 2004 (AFP) -- Talks ended.", "OSLO", "Talks ended."),
        ("OSLO, May 3 , 1998 (AFP)\n\nTalks ended.", "OSLO", "Talks ended."),
        ("Oslo (NTB) – Talks ended.", "Oslo", "Talks ended."),
        ("OSLO, Norway (AP) _ Talks ended.", "OSLO", "Talks ended."),
        ("\nOSLO (AP)_ Talks ended.", "OSLO", "Talks ended."),
        ("OSLO, May 3 (NTB):Talks ended.", "OSLO", "Talks ended."),
        ("OSLO (AP) Norway's talks ended.", "OSLO", "Norway's talks ended."),
        ("OSLO, May 3 -- Talks ended.", "OSLO", "Talks ended."),
        ("OSLO/CAIRO, May 3 -- Talks ended.", "OSLO/CAIRO", "Talks ended."),
        ("OSLO — Talks ended.", "OSLO", "Talks ended."),
        ("MEXICO CITY -- Talks ended.", "MEXICO CITY", "Talks ended."),
        ("CAIRO: Talks ended.", "CAIRO", "Talks ended."),
        ("Cairo - Talks ended.", "Cairo", "Talks ended."),
        ("OSLO, May 3, Unipress - Talks ended.", "OSLO", "Talks ended."),
    ],
)
def test_a_dateline_names_its_town_and_ends_where_the_story_begins(line, town, story):
    found = read_dateline(line)
    assert found is not None
    assert (found.town, line[slice(*found.span)], line[found.end :]) == (town, town, story)


@pytest.mark.parametrize(
    "line",
    [
        "Talks ended in Oslo on May 3 (Reuters reported).",
        "NATO (OTAN) Ministers met in Oslo.",
        "The President (right) said so.",
        "QUESTION: Will the envoy go back?",
        "WARREN: We will see.",
        "Oslo is a town.",
        "Cairo - Oslo trains are slow.",
        "Norway - Sweden talks ended.",
        "",
    ],
)
def test_no_dateline(line):
    assert read_dateline(line) is None and find_dateline(line) == 0


def test_behind_the_first_story_only_a_town_in_capitals_opens_another():
    text = "OSLO, May 3 (AP) - Talks ended.\n\nCAIRO (AP) - A bridge fell.\n\nHe (AP) - no."
    starts = [text.index("CAIRO"), text.index("He")]
    assert [find_dateline(text, s) for s in starts] == [text.index("A bridge"), 0]
