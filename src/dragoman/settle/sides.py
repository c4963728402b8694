"""Which side somebody is on: that of a state or body, or that of those who stand against it under the same code."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records import Entity, stands_apart


def side_of(entity: Entity) -> str | None:
    """ "COD", "COD REB"; None for somebody without a code."""
    return f"{entity.code} {entity.sector}" if entity.code and stands_apart(entity.sectors) else entity.code


def sides_of(entities: Iterable[Entity]) -> set[str]:
    return {side for e in entities if (side := side_of(e))}


def keys_of(entities: Iterable[Entity]) -> set[tuple[str | None, str]]:
    """Sides as they are compared: by code, groups by their name too, unknown ones by their words."""
    return {
        (e.code, (e.name or "").lower() if stands_apart(e.sectors) else "")
        if e.code
        else (None, (e.name or e.text).lower())
        for e in entities
    }
