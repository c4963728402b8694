"""To whom the words of an act point: shares of one over the report's parties and nobody, whatever the order they are asked in."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Entity, Event, Pointing, Reading, Report, Sentence, Span, Word
from dragoman.settle.choosing import Choosing
from dragoman.settle.parties import Parties
from dragoman.settle.pointing import NEARS, NOBODY, find_near, point

#        0      1      2    3     4    5       6    7
TEXT = "Norway waited . Sweden and Denmark urged it"
SENTENCE = [0, 0, 0, 1, 1, 1, 1, 1]


def list_words() -> tuple[Word, ...]:
    out, at = [], 0
    for i, word in enumerate(TEXT.split()):
        out.append(Word(i, at, at + len(word), word, word, "X", i, "root", SENTENCE[i]))
        at += len(word) + 1
    return tuple(out)


WORDS = list_words()
PARTIES = {"NOR": [0, 7], "SWE": [3], "DNK": [5]}
ASKS = 6  # "urged"


def pointing(answers: dict[int, float], nobody: float = 0.0, near: dict[int, float] | None = None) -> Pointing:
    """One number a word: "urged" asks 1, and each word answers as is said."""
    asks, said = (np.zeros((len(WORDS), 1), np.float32) for _ in range(2))
    asks[ASKS] = 1
    for word, value in answers.items():
        said[word] = value
    return Pointing(
        asks, said, np.full(len(WORDS), nobody, np.float32), tuple((near or {}).get(k, 0.0) for k in range(NEARS))
    )


@pytest.mark.parametrize(
    ("told", "likeliest"),
    [
        (pointing({3: 4.0}), "SWE"),
        (pointing({5: 4.0, 3: 1.0}), "DNK"),
        (pointing({}, nobody=4.0), NOBODY),
        (pointing({}), "NOR"),  # two words that answer count as two
        (pointing({7: 4.0}), "NOR"),  # and any of them may
        (pointing({}, near={4: 3.0}, nobody=2.0), "SWE"),  # before it in its sentence, first of two alike
        (pointing({}, near={3: 3.0}, nobody=2.0), "NOR"),  # the sentence before
    ],
)
def test_whose_it_is(told, likeliest):
    shares = point(told, WORDS, [ASKS], PARTIES)
    assert set(shares) == {*PARTIES, NOBODY} and sum(shares.values()) == pytest.approx(1, abs=0.001)
    assert max(shares, key=lambda s: shares[s]) == likeliest


def test_a_party_that_no_word_names_is_not_pointed_at():
    assert point(pointing({}), WORDS, [ASKS], {"SWE": [3], "FIN": []}).keys() == {"SWE", NOBODY}
    assert point(pointing({}), WORDS, [ASKS], {}) == {NOBODY: 1.0}


@given(st.permutations(list(PARTIES)), st.lists(st.floats(-30, 30), min_size=8, max_size=8))
def test_the_order_of_parties_is_nothing(order, answers):
    told = pointing(dict(enumerate(answers)))
    assert point(told, WORDS, [ASKS], {n: PARTIES[n] for n in order}) == point(told, WORDS, [ASKS], PARTIES)


@given(st.integers(-40, 40), st.integers(-400, 400))
def test_every_distance_has_its_class(sentences, words):
    assert 0 <= find_near(sentences, words) < NEARS
    assert (find_near(sentences, words) < 4) == (sentences < 0) and (find_near(sentences, words) > 5) == (sentences > 0)


NOR, SWE, DNK = (
    Entity(name, (TEXT.index(name), TEXT.index(name) + len(name)), name, code, ("GOV",))
    for name, code in (("Norway", "NOR"), ("Sweden", "SWE"), ("Denmark", "DNK"))
)


def urge(**more) -> Event:
    at = TEXT.index("urged")
    return Event("REQUEST", Span("urged", at, at + 5), (Span(TEXT[16:], 16, len(TEXT)),), **more)


def ask(told: Pointing | None) -> Choosing:
    spans = (Sentence(0, 15, 0, 3, 0), Sentence(16, len(TEXT), 3, 8, 0))
    both = None if told is None else {"actor": told, "recipient": told}
    reading = Reading(Report(TEXT), spans, WORDS, acts=(), pointing=both)
    return Choosing(Parties(reading, (urge(actor=(NOR, SWE, DNK)),), (), ()), ())


def test_what_is_pointed_at_is_a_reason():
    event = urge(actor=(SWE,), recipient=(NOR,))
    reasons = ask(pointing({5: 4.0})).list_reasons(event, "actor")
    assert reasons["DNK"]["pointed at"] > 0.8 and "pointed at most" in reasons["DNK"]
    assert reasons["SWE"]["pointed at"] < 0.1 and "pointed at most" not in reasons["SWE"]


def test_where_the_model_does_not_point_there_is_no_such_reason():
    event = urge(actor=(SWE,))
    assert not any("pointed" in k for r in ask(None).list_reasons(event, "actor").values() for k in r)
    elsewhere = replace(event, trigger=Span("", 0, 0))  # no word tells it
    assert not any("pointed" in k for r in ask(pointing({})).list_reasons(elsewhere, "actor").values() for k in r)


def test_the_words_of_a_party_are_the_first_few_of_each_place():
    parties = ask(None).parties
    assert {name: parties.words(name) for name in parties} == {"NOR": [0], "SWE": [3], "DNK": [5]}
    whole = Entity(TEXT, (0, len(TEXT)), "All", "UNO", ("IGO",))
    parties = Parties(parties.reading, (urge(actor=(whole,)),), (), ())
    assert parties.words("UNO") == [0, 1, 2, 3, 4, 5]
