"""Those who go by a ruler's name: "the Assad regime", "Mobutu officials", "Gbagbo forces"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.codebook.actors import find_holders, plain
from dragoman.records import Word
from dragoman.resolve.who.holding import Holding

_LED: Final = frozenset(
    """regime administration government cabinet officials official forces troops army loyalists supporters camp
    militia""".split()
)
_RULING: Final = ("president", "prime minister", "king", "supreme leader", "chancellor", "emir", "sultan")


def find_ruler(cast: Holding, inside: Sequence[Word]) -> tuple[str, str] | None:
    """The state of the ruler whose surname stands before what he leads, and whose it is: a person of the report of that
    name, else the only state that a ruler of that name held on the day."""
    low = [w.text.lower() for w in inside]
    for k, word in enumerate(inside[:-1]):
        reach = 4 if low[k + 1] in ("-", "–") else 3  # "the Biden-Harris Administration"
        led = any(noun in _LED for noun in low[k + 1 : k + reach])
        if not led or not word.text[:1].isupper() or word.index in cast.actor_at or word.upos not in ("PROPN", "NOUN"):
            continue
        name = plain(word.text)
        for person in cast.persons:
            if person.code and plain(person.name).split()[-1:] == [name]:
                return person.code, person.name
        day = cast.reading.report.published
        held = [h for h in find_holders(name) if h.office in _RULING and (day is None or h.held(day.isoformat()))]
        if len({h.code for h in held}) == 1:
            return held[0].code, held[0].person
    return None
