"""The order in which a record is shown."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.show.outline import find_unheard, nest_meetings, outline_of


@pytest.mark.parametrize(
    ("meetings", "labels"),
    [
        # (part_of, order) -> (index, label, depth)
        ([(None, None), (0, 2), (0, 1)], [(0, "T1", 0), (2, "T1.1", 1), (1, "T1.2", 1)]),
        # a session told of before its round
        ([(1, 1), (None, None)], [(1, "T1", 0), (0, "T1.1", 1)]),
        ([(None, None), (0, 1), (1, 1)], [(0, "T1", 0), (1, "T1.1", 1), (2, "T1.1.1", 2)]),
        # what points nowhere, to itself or in a circle is still shown, once
        ([(7, None), (1, None)], [(0, "T1", 0), (1, "T2", 0)]),
        ([(1, None), (0, None)], [(0, "T1", 0), (1, "T2", 0)]),
    ],
)
def test_sessions_are_nested(meetings: list[tuple[int | None, int | None]], labels: list[tuple[int, str, int]]) -> None:
    rows = [{"part_of": part, "order": order} for part, order in meetings]
    assert [nested[:3] for nested in nest_meetings(rows)] == labels


def test_a_meeting_whose_round_is_in_a_circle_is_shown_beneath_it() -> None:
    rows = [{"part_of": 1, "order": None}, {"part_of": 0, "order": None}, {"part_of": 0, "order": None}]
    assert sorted(index for index, _, _, _ in nest_meetings(rows)) == [0, 1, 2]


def test_a_group_is_heard_by_its_own_words_alone(record: dict[str, Any]) -> None:
    # the Front shares Marovia's code, and Marovia is quoted; the Front is not
    front = {**record["events"][1]["actor"][0], "name": "Dawn Front", "code": "MRV", "sectors": ["REB"]}
    record["events"][1]["actor"] = [front]
    assert "Dawn Front" in find_unheard(record)
    record["statements"][1]["speaker"] = front
    assert "Dawn Front" not in find_unheard(record)


def test_heading_is_the_title_or_else_the_first_line(record: dict[str, Any]) -> None:
    assert outline_of(record).heading == "Ministers agree on parts of a transit text"
    record["report"]["title"] = None
    assert outline_of(record).heading.startswith("Oslo, 12 March (Harbour Wire) — The foreign ministers")


def test_rows_in_every_section_have_their_own_anchor_and_words(record: dict[str, Any]) -> None:
    rows = outline_of(record).rows
    assert len({row.anchor for row in rows}) == len(rows) == 8
    for row in rows:
        assert row.rests_on
        for words in row.words:
            assert record["report"]["text"][words.start : words.end] == words.text
