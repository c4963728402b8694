"""States by date: names, codes and the time in which they hold. `data/states.tsv`.

A state that is no more ("Soviet Union") has the code of today's successor, under which it stands in records, and the
ISO, Correlates of War and Gleditsch-Ward codes of its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.spelling import actor_key
from dragoman.codebook.tables import read_table


@dataclass(frozen=True, slots=True)
class State:
    """start empty: since before 1945; end empty: still. An absent code is None."""

    code: str
    name: str
    iso2: str | None
    iso3: str | None
    cow: int | None
    gw: int | None
    start: str
    end: str

    def existed(self, day: str) -> bool:
        """Whether it bore the name and the codes on an ISO day."""
        return self.start <= day and (not self.end or day <= self.end)


def find_states(name: str) -> tuple[State, ...]:
    """Every state of that name or code ("YUG", "Yugoslavia"), the oldest first."""
    return _states().get(actor_key(name).casefold(), ())


def find_state(name: str, day: str) -> State | None:
    """The state of that name or code on an ISO day; None where none was, or where two were."""
    found = [s for s in find_states(name) if s.existed(day)]
    begun = [s for s in found if s.end != day]  # the day of a change is the new state's
    return begun[0] if len(begun) == 1 else found[0] if len(found) == 1 else None


def find_former(code: str) -> State | None:
    """The state of that ISO code that is no more, and under another's code in records ("SUN").

    >>> find_former("SUN").name, find_former("RUS")
    ('Soviet Union', None)
    """
    return next((s for s in find_states(code) if s.iso3 == code and s.code != code), None)


def list_states(code: str, day: str) -> tuple[State, ...]:
    """The states that stand under a code of ours in records and existed on an ISO day, those that ended included."""
    return tuple(s for s in _by_code().get(code, ()) if s.existed(day))


@cache
def _by_code() -> dict[str, tuple[State, ...]]:
    found: dict[str, list[State]] = {}
    for state in dict.fromkeys(s for states in _states().values() for s in states):
        found.setdefault(state.code, []).append(state)
    return {code: tuple(states) for code, states in found.items()}


@cache
def _states() -> dict[str, tuple[State, ...]]:
    found: dict[str, list[State]] = {}
    for code, name, also, iso2, iso3, cow, gw, start, end, _ in read_table("states.tsv", 10):
        state = State(
            code, name, iso2 or None, iso3 or None, int(cow) if cow else None, int(gw) if gw else None, start, end
        )
        keys = {actor_key(n).casefold() for n in (name, iso2, iso3, *also.split("|")) if n}
        for key in sorted(keys):
            found.setdefault(key, []).append(state)
    return {key: tuple(sorted(states, key=lambda s: (s.start, s.name))) for key, states in found.items()}
