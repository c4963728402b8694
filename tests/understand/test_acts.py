"""What the event reader says of our own sentences: categories of two given sides, sides of given words, acts."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from tests.extract.readings import read

from dragoman.records import SIDES as BOTH
from dragoman.settle.pointing import NEARS, point
from dragoman.understand import classify_relation, tag_sides
from dragoman.understand.acts import join_pointing
from dragoman.understand.labels import CATEGORIES, SIDES


@pytest.fixture(autouse=True)
def needs_model() -> None:
    read("Nothing happened.")


@pytest.mark.parametrize(
    ("sentence", "source", "target", "category"),
    [
        ("Norway expelled two Swedish diplomats on Monday.", "Norway", "two Swedish diplomats", "SANCTION"),
        ("Norway condemned Sweden for the raid.", "Norway", "Sweden", "ACCUSE"),
        ("Norway urged Sweden to open the border.", "Norway", "Sweden", "REQUEST"),
        ("Norwegian and Swedish ministers met in Oslo.", "Norwegian", "Swedish", "CONSULT"),
        ("Norway sent food and tents to Sweden after the flood.", "Norway", "Sweden", "AID"),
        ("Norwegian jets bombed a Swedish camp.", "Norwegian jets", "a Swedish camp", "ASSAULT"),
        ("Norway turned down the Swedish proposal.", "Norway", "Swedish", "REJECT"),
        ("Norway threatened to attack Sweden.", "Norway", "Sweden", "THREATEN"),
    ],
)
def test_what_one_does_to_the_other(sentence, source, target, category):
    span = lambda words: (sentence.index(words), sentence.index(words) + len(words))  # noqa: E731
    found = classify_relation(sentence, span(source), span(target))
    assert tuple(found) == tuple(CATEGORIES) and sum(found.values()) == pytest.approx(1, abs=0.002)
    assert max(found, key=lambda c: found[c]) == category


STATES = ("Norway", "Sweden", "Denmark")
TWO_ACTS = "Norway praised Sweden, and Sweden accused Denmark of lying."


def test_of_two_acts_the_first():
    found = classify_relation(TWO_ACTS, (0, 6), (15, 21))
    assert max(found, key=lambda c: found[c]) == "SUPPORT"


def test_of_two_acts_the_second():
    found = classify_relation(TWO_ACTS, (27, 33), (42, 49))
    assert max(found, key=lambda c: found[c]) == "ACCUSE"


@pytest.mark.parametrize("spans", [((0, 0), (7, 14)), ((0, 6), (500, 510))])
def test_a_side_that_is_not_there_has_no_relation(spans):
    assert classify_relation("Norway accused Sweden.", *spans) == {}


def test_every_word_has_a_tag():
    words = "Norwegian troops attacked Swedish rebels near the border .".split()
    tags = tag_sides(words)
    assert len(tags) == len(words) and set(tags) <= set(SIDES)
    assert tags[:2] == ["B-S", "I-S"] and tags[3] == "B-T"
    assert tag_sides([]) == []


def test_acts_of_a_report_are_the_same_alone_and_beside_others():
    text = "Norway urged Sweden to open the border. The weather was fine."
    acts = read(text).acts
    assert acts is not None and acts == read(text + " ").acts
    urged = next(a for a in acts if a.word == 1)
    assert urged.chances[0][0] == "REQUEST" and urged.like is not None
    assert all(c in CATEGORIES and 0 <= p <= 1 for a in acts for c, p in a.chances)


def test_each_act_names_its_own_sides():
    from dragoman.records import Report
    from dragoman.understand import understand

    reading = understand(Report(TWO_ACTS))
    acts = {reading.words[a.word].text: a for a in reading.acts or () if a.chances and a.chances[0][1] > 0.5}
    named = {
        verb: tuple(" ".join(reading.words[i].text for i, p in side if p >= 0.5) for side in (act.actor, act.recipient))
        for verb, act in acts.items()
    }
    assert len(set(named.values())) == len(named) == 2, named


def test_every_word_asks_and_answers_whose_an_act_is():
    reading = read("Norway urged Sweden to open the border. " * 30)  # more than a window
    assert reading.pointing is not None and set(reading.pointing) == set(BOTH)
    for pointing in reading.pointing.values():
        assert len(pointing.asks) == len(pointing.answers) == len(pointing.nobody) == len(reading.words)
        assert pointing.asks.shape == pointing.answers.shape and len(pointing.near) == NEARS
        assert np.isfinite(pointing.asks @ pointing.answers.T).all() and np.isfinite(pointing.nobody).all()


@pytest.mark.parametrize(
    ("sentence", "act", "actor", "recipient"),
    [
        (TWO_ACTS, "praised", "Norway", "Sweden"),
        (TWO_ACTS, "accused", "Sweden", "Denmark"),
        ("Sweden was accused of lying by Denmark.", "accused", "Denmark", "Sweden"),
    ],
)
def test_to_whom_an_act_points(sentence, act, actor, recipient):
    reading = read(sentence)
    assert reading.pointing is not None
    parties = {n: [w.index for w in reading.words if w.text == n] for n in STATES}
    told = [w.index for w in reading.words if w.text == act]
    for side, name in (("actor", actor), ("recipient", recipient)):
        shares = point(reading.pointing[side], reading.words, told, parties)
        assert max(shares, key=lambda n: shares[n]) == name


def test_a_model_that_does_not_point_says_nothing():
    assert join_pointing(SimpleNamespace(near=None), [None]) is None
    assert read("").pointing is None
