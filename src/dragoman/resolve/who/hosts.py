"""Whom a traveller meets where he goes: "In Orvana, the envoy will meet with senior officials" are those of that
state."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from dragoman.records import Word
from dragoman.resolve.who.named import Named
from dragoman.resolve.who.nearby import place_behind

_HOSTS: Final = frozenset("officials counterparts authorities leadership government".split())
_MEMBERS: Final = frozenset("representative member leader interlocutor".split())  # of a government, where it is told
_GOVERNING: Final = frozenset(("government", "governmental"))
_ANYWHERES: Final = frozenset(
    """foreign international multinational western regional world global european african asian arab other several many
    all allied partner un u.n. eu nato consular embassy""".split()
)
_LEADERS: Final = frozenset("leaders ministers".split())
_LANDS: Final = frozenset("countries nations states capitals".split())
NUMBERS: Final = {"three": 3, "four": 4, "five": 5, "six": 6}
_BEHIND: Final = 5  # words from "officials" to "in the three countries"
_OPENING: Final = 14  # words of "While in Orvana and the port of Peru,"
_SEVERAL: Final = 3  # states


def find_hosts(cast: Named, inside: Sequence[Word]) -> tuple[str, ...]:
    """The states of the place that a clause says first, for officials of whom nothing else is told and whom somebody
    meets there; none for other phrases, and none where the place is at home."""
    if not _may_be_hosts(cast, inside):
        return ()
    head = inside[-1]
    behind = place_behind(cast, head.index)
    codes = (behind,) if behind else list_stops(cast, head)
    return codes if cast.outlet_code not in codes and len(codes) <= _SEVERAL else ()


def count_lands(words: Sequence[Word], inside: Sequence[Word]) -> int:
    """How many "officials in the three countries", "leaders of the four nations" are of; 0 for other phrases."""
    told = [w.text.lower() for w in words[inside[0].index : inside[-1].index + _BEHIND]]
    for k in range(1, len(told) - 3):
        of, the, number, lands = told[k : k + 4]
        if of in ("in", "of", "from") and the == "the" and lands in _LANDS and told[k - 1] in _HOSTS | _LEADERS:
            return NUMBERS.get(number, 0)
    return 0


def list_stops(cast: Named, word: Word) -> tuple[str, ...]:
    """The states of the places where a clause says, before `word`, that somebody is: "In Orvana,", "Orvana, where"."""
    return _before_where(cast, word) or _opened_with(cast, word)


def _may_be_hosts(cast: Named, inside: Sequence[Word]) -> bool:
    """ "Senior government officials", "her counterparts": no name in it, and nobody who does what the clause tells."""
    forms = {w.lemma.lower() for w in inside} | {w.text.lower() for w in inside}
    if not forms & _HOSTS and not (forms & _MEMBERS and forms & _GOVERNING):
        return False
    if forms & _ANYWHERES or any(w.upos == "PROPN" or w.deprel.startswith("nsubj") for w in inside):
        return False
    if any(w.index in cast.spot_at or w.index in cast.actor_at for w in inside):
        return False
    first = cast.reading.sentences[inside[0].sentence].first
    return any(w.upos in ("VERB", "AUX") for w in cast.words[first : inside[0].index])


def _opened_with(cast: Named, head: Word) -> tuple[str, ...]:
    """ "In Orvana,", "While in Orvana and Peru,": the states of the places before the comma."""
    sentence = cast.reading.sentences[head.sentence]
    words = cast.words[sentence.first : min(sentence.first + _OPENING, head.index)]
    if words and words[0].text in ("While", "And", "Then", "Finally", "Also"):
        words = words[1:]
    if not words or words[0].text.lower() != "in":
        return ()
    told = list(takewhile(lambda w: w.upos not in ("VERB", "AUX", "PRON"), words))
    ends = [k for k, w in enumerate(told) if w.text == ","]
    return _states(cast, told[: ends[-1]] if ends else told[:2])


def _before_where(cast: Named, head: Word) -> tuple[str, ...]:
    """ "Will travel to Orvana and Peru, where she will meet officials": the states right before "where"."""
    sentence = cast.reading.sentences[head.sentence]
    words = cast.words[sentence.first : head.index]
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k].text.lower() == "where"), None)
    if at is None:
        return ()
    near = list(takewhile(lambda w: w.upos not in ("VERB", "AUX", "PRON"), reversed(words[:at])))
    return _states(cast, near[::-1])


def _states(cast: Named, words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for w in words if (code := cast.spot_at.get(w.index)) is not None))
