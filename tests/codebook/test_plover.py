"""PLOVER's and CAMEO's tables: the figures of the manual, and that nothing in them hangs in the air."""

import pytest

from dragoman.codebook import plover


@pytest.mark.parametrize(
    ("category", "mode", "quad", "score"),
    [
        ("CONSULT", "third-party", 1, 1.0),
        ("CONSULT", None, 1, 2.5),
        ("AID", None, 2, 10.0),
        ("ACCUSE", "allege", 3, -3.5),
        ("SANCTION", None, 4, -6.0),
        ("ASSAULT", "unconventional", 4, -10.0),
    ],
)
def test_scores_of_the_manual(category, mode, quad, score):
    assert plover.quad(category) == quad
    assert plover.score(category, mode) == score


def test_sixteen_categories_in_four_quads():
    assert len(plover.categories()) == 16
    assert {plover.quad(c) for c in plover.categories()} == {1, 2, 3, 4}


def test_a_mode_unknown_to_the_table_scores_as_its_category():
    assert plover.score("AGREE", "nothing of the kind") == plover.score("AGREE")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the ambassador spoke".split(), ("diplomatic",)),
        ("nuclear warhead and uranium".split(), ("cbrn",)),
        ("one election".split(), ()),
        ([], ()),
    ],
)
def test_contexts_of_a_paragraph(words, expected):
    assert plover.contexts(words) == expected
