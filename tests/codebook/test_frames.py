"""The lexicon of event frames: every row is one that the coder can use."""

import pytest

from dragoman.codebook import plover
from dragoman.codebook.frames import count_frames, find_frames, is_light, words_of
from dragoman.codebook.tables import read_table


def test_every_row_names_a_category_a_mode_and_a_code_that_exist():
    for category, kind, predicate, _, mode, _, cameo, use in read_table("event_frames.tsv", 8):
        assert category in plover.categories(), predicate
        assert not mode or mode in plover.modes(category), (predicate, mode)
        assert not cameo or plover.find_cameo(cameo), (predicate, cameo)
        assert kind in ("verb", "noun", "adjective") and use in ("", "light"), predicate


def test_every_category_has_frames_and_no_row_stands_twice():
    rows = [tuple(r[:4]) for r in read_table("event_frames.tsv", 8)]
    assert {r[0] for r in rows} == set(plover.categories())
    assert len(rows) == len(set(rows)) == count_frames()


@pytest.mark.parametrize(
    ("kind", "lemma", "text", "category"),
    [
        ("verb", "condemn", "condemned", "ACCUSE"),
        ("verb", "condemne", "condemned", "ACCUSE"),  # as a model may lemmatise it
        ("noun", "sanction", "sanctions", "SANCTION"),
    ],
)
def test_a_predicate_is_found(kind, lemma, text, category):
    assert category in {f.category for f in find_frames(kind, lemma, text)}


def test_the_most_demanding_frame_comes_first():
    frames = find_frames("verb", "call", "called")
    needs = [len(f.needs) for f in frames]
    assert needs[0] == max(needs)


def test_a_class_that_is_none_stands_for_itself():
    assert words_of("zither") == {"zither"}
    assert "tank" in words_of("weapon")


def test_light_verbs():
    assert is_light("voice", "voiced") and not is_light("condemn", "condemned")


def test_who_is_warned_to_do_a_thing_is_asked_to_and_who_is_warned_of_one_is_threatened():
    of = {f.needs: f.category for f in find_frames("verb", "warn", "warned")}
    assert of["obj", "to"] == "REQUEST"
    assert of["obj",] == "THREATEN"
    assert ("against",) not in of  # "warned against haste" threatens nobody
