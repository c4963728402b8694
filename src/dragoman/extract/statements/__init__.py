"""statements: being written."""

from dragoman.records import Statement, Reading


def extract_statements(reading: Reading) -> tuple[Statement, ...]:
    return ()
