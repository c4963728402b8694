"""positions: being written."""

from dragoman.records import Position, Reading


def extract_positions(reading: Reading) -> tuple[Position, ...]:
    return ()
