from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.reliability import measure_reliability


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    figures = measure_reliability([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert figures["calibration"] == {"ece": 0.0, "n": 4}
    assert figures["– 0.7 to 0.8"] == {"confidence": 0.75, "right": 0.75, "n": 4}


def test_the_error_is_the_mean_over_answers() -> None:
    figures = measure_reliability([(1.0, True), (1.0, True), (1.0, True), (0.05, True)])
    assert figures["calibration"]["ece"] == pytest.approx(0.95 / 4)
    assert "– 0.9 to 1.0" in figures and "– 0.0 to 0.1" in figures


def test_no_answers() -> None:
    assert measure_reliability([]) == {"calibration": {"ece": 0.0, "n": 0}}


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_answer_stands_in_one_bin(answers: list[tuple[float, bool]]) -> None:
    figures = measure_reliability(answers)
    assert sum(f["n"] for name, f in figures.items() if name != "calibration") == len(answers)
    assert 0 <= figures["calibration"]["ece"] <= 1
