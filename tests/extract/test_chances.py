"""Acts that no frame tells, by what the event reader says of the words. The sentences are our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.events import extract_events
from dragoman.extract.events.chances import FIND, Chances
from dragoman.extract.phrases import Tree
from dragoman.records import Act

from .readings import read

SENTENCE = "Norway zorbed Sweden in public on Monday."


def act(word: int, category: str, chance: float) -> Act:
    return Act(word, ((category, chance),), "condemn")


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([act(1, "ACCUSE", 0.9)], [(1, "ACCUSE")]),
        ([act(1, "ACCUSE", FIND - 0.1)], []),  # not sure enough
        ([act(1, "ACCUSE", 0.9), act(4, "ACCUSE", FIND - 0.1)], [(1, "ACCUSE")]),  # too far to be one, too unsure alone
        ([act(1, "ACCUSE", 0.5), act(2, "ACCUSE", 0.9)], [(1, "ACCUSE")]),  # one trigger: the verb tells it
        ([], []),
    ],
)
def test_which_words_tell_an_act(acts, found):
    tree = Tree(read(SENTENCE))
    assert [(f.i, f.category) for f in Chances(acts).find(tree, {})] == found


def test_a_word_that_a_frame_tells_is_taken_unless_the_reader_takes_it_for_another_act():
    tree = Tree(read(SENTENCE))
    assert list(Chances([act(1, "ACCUSE", 0.9)]).find(tree, {1: "ACCUSE"})) == []
    assert [f.category for f in Chances([act(1, "ACCUSE", 0.9)]).find(tree, {1: "REJECT"})] == ["ACCUSE"]
    unsure = Act(1, (("ACCUSE", 0.6), ("REJECT", 0.3)), "condemn")
    assert list(Chances([unsure]).find(tree, {1: "REJECT"})) == []


def test_an_unseen_predicate_has_its_sides_and_its_nearest_frame():
    reading = replace(read(SENTENCE), acts=(act(1, "ACCUSE", 0.9),), sides=())
    (event,) = extract_events(reading)
    assert (event.event, [e.text for e in event.actor], [e.text for e in event.recipient]) == (
        "ACCUSE",
        ["Norway"],
        ["Sweden"],
    )
    assert event.why == "read as ACCUSE (0.90, nearest frame condemn)" and event.mode == ()


def test_the_readers_actor_stands_where_the_trees_is_doubted():
    """Which phrase acts: the tree's, unless the reader names another and gives the tree's little."""
    told = Act(1, (("ACCUSE", 0.9),), "condemn", actor=((2, 0.9),))
    sure = Act(1, (("ACCUSE", 0.9),), "condemn", actor=((0, 0.6), (2, 0.9)))
    tree = Tree(read(SENTENCE))
    assert Chances([told]).name_sides(tree, [1], "actor") == [2]
    assert Chances([told]).doubts([1], "actor", [0]) and not Chances([sure]).doubts([1], "actor", [0])
    assert not Chances([]).doubts([1], "actor", [0])  # no say, no doubt


def test_without_a_reader_there_are_frames_alone():
    assert extract_events(replace(read(SENTENCE), acts=None)) == ()


def test_an_event_carries_whom_the_reader_may_take_for_its_sides():
    """Candidates for `settle.choosing`, each with its probability; words that name nobody are none."""
    told = Act(1, (("ACCUSE", 0.9),), "condemn", actor=((0, 0.8),), recipient=((2, 0.3), (3, 0.9), (6, 0.25)))
    (event,) = extract_events(replace(read(SENTENCE), acts=(told,), sides=()))
    assert [(n.side, n.entity.text, n.chance) for n in event.named] == [
        ("actor", "Norway", 0.8),
        ("recipient", "Sweden", 0.3),
    ]


@pytest.mark.parametrize(
    ("threat", "promise", "category"),
    [
        (0.45, 0.3, "THREATEN"),
        (0.45, 0.48, "AGREE"),
        (0.2, 0.1, "AGREE"),
    ],  # surer of a threat; of a promise; of neither
)
def test_a_promise_that_the_reader_rather_takes_for_a_threat_is_one(threat, promise, category):
    heard = sorted((("THREATEN", threat), ("AGREE", promise)), key=lambda c: -c[1])
    reading = replace(read("Norway vowed to zorb Sweden."), acts=(Act(1, tuple(heard), "vow"),), sides=())
    (event,) = extract_events(reading)
    assert (event.event, [e.text for e in event.actor]) == (category, ["Norway"])
