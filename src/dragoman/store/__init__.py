"""Records <-> one DuckDB file: rows added and closed, never overwritten; as known at any date."""

from __future__ import annotations

from dragoman.store.record import Kept, Record, open_record

__all__ = ["Kept", "Record", "open_record"]
