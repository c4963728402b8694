"""events: being written."""

from dragoman.records import Event, Reading


def extract_events(reading: Reading) -> tuple[Event, ...]:
    return ()
