"""What names itself a schedule, and lists what it announces by the clock."""

import pytest

from dragoman.codebook.schedules import is_schedule


@pytest.mark.parametrize(
    ("schedule", "text"),
    [
        (True, "Office of the Premier\nDaily schedule\n9:00 a.m. The Premier meets with the envoy of Peru."),
        (True, "PUBLIC SCHEDULE, Tuesday\n\n10.30 Minister Vera receives the ambassador of Chile."),
        (True, "Week ahead\nMonday\n9 am: the president meets the speaker."),
        (False, "The premier's public schedule was empty on Monday."),  # no entry
        (False, "9:00 a.m. The talks opened in Lima."),  # no name
        (False, "The talks fell behind schedule.\n9:00 a.m. The talks opened in Lima."),
        (False, "The talks opened.\n" * 40 + "Public schedule\n9:00 a.m. The Premier meets with the envoy of Peru."),
        (False, ""),
    ],
)
def test_is_schedule(schedule, text):
    assert is_schedule(text) is schedule
