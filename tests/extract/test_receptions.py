"""Who is received somewhere: a visit, and neither a saying nor a stance. All sentences are our own."""

import pytest

from dragoman.extract.events import extract_events
from dragoman.extract.positions import extract_positions
from dragoman.extract.statements import extract_statements
from tests.extract.readings import read


def told(text: str) -> tuple[int, int, bool]:
    reading = read(text)
    support = any(e.event == "SUPPORT" for e in extract_events(reading))
    return len(extract_statements(reading)), len(extract_positions(reading)), support


@pytest.mark.parametrize(
    "text",
    [
        "President Quispe welcomed Prime Minister Ngozi Ade to the palace.",
        "The Danish premier welcomed the Kenyan president at the chancellery on Monday.",
        "The king of Jordan welcomed a delegation from Chad in Amman.",
        "Peru's foreign minister welcomed his Lao counterpart in Lima.",
        "The Ghanaian president was welcomed by the emir in Doha.",
        "Norway welcomed 200 refugees from Chad.",
    ],
)
def test_who_welcomes_somebody_receives_him(text: str) -> None:
    assert told(text) == (0, 0, False)


@pytest.mark.parametrize(
    "text",
    [
        "Peru welcomed the decision by Chile to return to the talks.",
        "Peru welcomed President Ade's call for restraint.",
        "Peru welcomed the appointment of the new envoy.",
    ],
)
def test_who_welcomes_a_deed_judges_it(text: str) -> None:
    statements, positions, support = told(text)
    assert statements == 1 and positions >= 1 and support
