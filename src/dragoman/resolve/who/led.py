"""Those who go by a ruler's name: "the Assad regime", "Mobutu officials", "Gbagbo forces"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.codebook.actors import find_holders, plain
from dragoman.records import Word
from dragoman.resolve.who.holding import Holding

_LED: Final = frozenset("regime administration government cabinet camp".split())
_MEN: Final = frozenset("officials official forces troops soldiers loyalists supporters militia".split())
_RULING: Final = ("president", "prime minister", "king", "supreme leader", "chancellor", "emir", "sultan")


def find_ruler(cast: Holding, inside: Sequence[Word]) -> tuple[str, str] | None:
    """The state of the ruler whose surname stands right before what he leads, and whose it is: a person of the report
    of that name, else, of a regime or government, the only state that a ruler of that name held on the day.

    Those who oppose a regime, or fall victim to it, are not its own.
    """
    low = [w.text.lower() for w in inside]
    for k, word in enumerate(inside[:-1]):
        two = low[k + 1 : k + 2] in (["-"], ["–"])  # "the Biden-Harris Administration"
        at = k + 3 if two else k + 1
        noun, rest = (low[at] if at < len(low) else ""), low[at + 1 :]
        if noun not in _LED | _MEN or not set(rest) <= _MEN or {"of", "from", "against"} & set(low[:k]):
            continue
        if not word.text[:1].isupper() or word.index in cast.actor_at or word.upos not in ("PROPN", "NOUN"):
            continue
        name = plain(word.text)
        for person in cast.persons:
            if person.code and plain(person.name).split()[-1:] == [name]:
                return person.code, person.name
        day = cast.reading.report.published
        held = [h for h in find_holders(name) if h.office in _RULING and (day is None or h.held(day.isoformat()))]
        if noun in _LED and len({h.code for h in held}) == 1:
            return held[0].code, held[0].person
    return None
