"""What the words over and beside a verb make of its deed, for texts and for talks. All sentences are our own."""

import pytest

from dragoman.extract.mood import read_clause, read_course, read_mood
from dragoman.extract.phrases import Tree
from tests.extract.readings import read


def find(text, verb):
    tree = Tree(read(text))
    return tree, next(w.index for w in tree.words if w.text == verb)


@pytest.mark.parametrize(
    ("text", "verb", "mood", "course"),
    [
        ("The ministers met in Oslo.", "met", "done", "held"),
        ("The ministers are meeting in Oslo.", "meeting", "done", "under way"),
        ("The ministers will meet in Oslo.", "meet", "arranged", "planned"),
        ("The ministers are to meet in Oslo.", "meet", "arranged", "planned"),
        ("The ministers agreed to meet in Oslo.", "meet", "arranged", "planned"),
        # what may be, is wished or hangs on a condition is asserted by neither
        ("The ministers may meet in Oslo.", "meet", "wished", None),
        ("The ministers hope to meet in Oslo.", "meet", "wished", None),
        ("She called on the ministers to meet in Oslo.", "meet", "wished", None),
        # nor what is denied
        ("The ministers did not meet in Oslo.", "meet", "bargained", None),
        ("The minister refused to meet the envoy.", "meet", "refused", None),
        # whoever is ready to sign has signed nothing; talks after which something is told were held
        ("Peru is ready to sign the accord.", "sign", "wished", None),
        ("After meeting in Oslo, the ministers left.", "meeting", "done", "held"),
    ],
)
def test_what_is_made_of_a_deed(text, verb, mood, course):
    tree, i = find(text, verb)
    assert (read_mood(tree, i), read_course(tree, i)) == (mood, course)


def test_a_clause_has_its_helpers():
    tree, i = find("Officials said that the ministers would not have met before.", "met")
    clause = read_clause(tree, i)
    assert clause.auxiliaries >= {"would", "have"} and clause.marks == {"that"}
    assert clause.would and clause.negated and not clause.will and not clause.infinitive


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("The ministers were to sign the accord.", "sign", "is_to"),
        ("The ministers must sign the accord.", "sign", "unsure"),
        ("If the ministers sign the accord, the war is over.", "sign", "open"),
        ("The ministers are signing the accord.", "signing", "going_on"),
    ],
)
def test_what_a_clause_says(text, verb, said):
    tree, i = find(text, verb)
    clause = read_clause(tree, i)
    assert [q for q in ("is_to", "unsure", "open", "going_on") if getattr(clause, q)] == [said]
