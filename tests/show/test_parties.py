"""Whom an option means by a party: codes in any case, names of states and bodies, groups and persons."""

from __future__ import annotations

import pytest

from dragoman.show.parties import Party, read_party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("ARM", Party("ARM", None)),
        ("arm", Party("ARM", None)),
        ("united states", Party("USA", None)),
        ("United Nations", Party("UNO", None)),
        ("Hamas", Party("PSE", "hamas")),
        ("Çavuşoğlu", Party(None, "cavusoglu")),
        ("Kim", Party(None, "kim")),
        ("XQQ", Party("XQQ", None)),  # a user's own
    ],
)
def test_what_is_meant(words: str, party: Party) -> None:
    assert read_party(words) == party


def test_a_group_is_not_its_country_and_nobody_is_found_by_whom_they_turn_to() -> None:
    hamas = {"code": "PSE", "name": "Hamas", "text": "the movement"}
    palestine = {"code": "PSE", "name": "Palestine", "text": "Palestinians"}
    assert read_party("Hamas").is_in({"actor": hamas})
    assert not read_party("Hamas").is_in({"actor": palestine})
    assert read_party("PSE").is_in({"actor": [hamas]})
    assert not read_party("PSE").is_in({"actor": {"code": "ISR", "name": "Israel"}, "toward": [palestine]})
    assert read_party("cavusoglu").is_in({"speaker": {"code": "TUR", "name": "Mevlüt Çavuşoğlu", "text": "he"}})
