"""Who: being written."""

from dragoman.records import Reading, Rows


def resolve_who(reading: Reading, rows: Rows) -> Rows:
    return rows
