"""Whom the tree makes the source of a cue that the tagger gave none, or one of whom something is said."""

from __future__ import annotations

import pytest

from dragoman.records import Word
from dragoman.understand import find_reach
from dragoman.understand.attribute import Spoken
from dragoman.understand.subjects import mend_sources

# word/tag/relation/head: heads count from 1, 0 is the root. Marks: {cue} [content] <source as tagged>
THEY_SAID = (
    "They/PRON/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/4 saying/VERB/advcl/2 talks/NOUN/nsubj/6 failed/VERB/ccomp/4"
)
WILL_MEET = (
    "Chair/NOUN/nmod:desc/2 Obi/PROPN/nsubj/4 will/AUX/aux/4 meet/VERB/ccomp/9 rebels/NOUN/obj/4 ,/PUNCT/punct/4"
    " envoy/NOUN/nmod:desc/8 Lund/PROPN/nsubj/9 announced/VERB/root/0"
)

CASES = [
    pytest.param(
        "The/DET/det/2 envoy/NOUN/nsubj/3 said/VERB/root/0 talks/NOUN/nsubj/5 failed/VERB/ccomp/3",
        (2, 3), [(3, 5)], [], [(0, 2)], id="the subject of the cue",
    ),
    pytest.param(
        "She/PRON/nsubj/2 left/VERB/root/0 and/CCONJ/cc/4 said/VERB/conj/2 talks/NOUN/nsubj/6 failed/VERB/ccomp/4",
        (3, 4), [(4, 6)], [], [(0, 1)], id="of the verb beside it",
    ),
    pytest.param(THEY_SAID, (3, 4), [(4, 6)], [], [(0, 1)], id="of the verb that it goes with"),
    pytest.param(
        "Asked/VERB/advcl/6 about/ADP/case/3 talks/NOUN/obl/1 ,/PUNCT/punct/1 she/PRON/nsubj/6 left/VERB/root/0",
        (0, 1), [(2, 3)], [], [], id="who is asked does not ask",
    ),
    pytest.param(
        "He/PRON/nsubj:pass/3 was/AUX/aux:pass/3 told/VERB/root/0 talks/NOUN/nsubj/5 failed/VERB/ccomp/3",
        (2, 3), [(3, 5)], [], [], id="who is told does not tell",
    ),
    pytest.param(
        "The/DET/det/2 envoy/NOUN/nsubj/3 said/VERB/root/0 talks/NOUN/nsubj/5 failed/VERB/ccomp/3",
        (2, 3), [(0, 5)], [], [], id="no source inside what is said",
    ),
    pytest.param(
        "Interest/NOUN/compound/2 rates/NOUN/nsubj/3 fell/VERB/root/0 ,/PUNCT/punct/5 suggesting/VERB/advcl/3 talks/NOUN/nsubj/7"
        " failed/VERB/ccomp/5",
        (4, 5), [(5, 7)], [], [], id="no thing speaks by a verb beside its own",
    ),
    pytest.param(
        "He/PRON/nsubj/2 wants/VERB/root/0 to/PART/mark/4 say/VERB/xcomp/2 talks/NOUN/nsubj/6 failed/VERB/ccomp/4",
        (3, 4), [(4, 6)], [], [(0, 1)], id="of the verb that it completes",
    ),
    pytest.param(
        "He/PRON/nsubj/2 left/VERB/root/0 and/CCONJ/cc/4 went/VERB/conj/2 ,/PUNCT/punct/6 saying/VERB/advcl/4 talks/NOUN/nsubj/8"
        " failed/VERB/ccomp/6",
        (5, 6), [(6, 8)], [], [(0, 1)], id="two verbs away",
    ),
    pytest.param(
        "Talks/NOUN/nsubj/2 failed/VERB/parataxis/6 ,/PUNCT/punct/2 Ann/PROPN/nmod:desc/5 Lee/PROPN/nsubj/6 said/VERB/root/0",
        (5, 6), [(1, 2)], [(0, 1)], [(3, 5)], id="nor in words set before",
    ),
    pytest.param(
        "She/PRON/nsubj/2 ready/ADJ/root/0 saying/VERB/advcl/2 talks/NOUN/nsubj/5 failed/VERB/ccomp/3",
        (2, 3), [(3, 5)], [], [], id="beside no verb",
    ),
    pytest.param(WILL_MEET, (8, 9), [(4, 5)], [(0, 2)], [(6, 8)], id="of whom it is said is not who says it"),
    pytest.param(
        "Envoys/NOUN/nsubj/2 said/VERB/root/0 talks/NOUN/nsubj/4 failed/VERB/ccomp/2 ,/PUNCT/punct/2 aides/NOUN/obl/2",
        (1, 2), [(2, 4)], [(5, 6)], [(5, 6)], id="what the tagger found stays",
    ),
    pytest.param(
        "They/PRON/nsubj/2 demand/NOUN/root/0 talks/NOUN/obj/2",
        (1, 2), [(2, 3)], [], [], id="a noun has no subject",
    ),
]  # fmt: skip


def read(tree: str) -> list[Word]:
    words, at = [], 0
    for i, token in enumerate(tree.split()):
        text, upos, relation, head = token.split("/")
        words.append(
            Word(i, at, at + len(text), text, text.lower(), upos, int(head) - 1 if head != "0" else i, relation, 0)
        )
        at += len(text) + 1
    return words


@pytest.mark.parametrize(("tree", "cue", "content", "tagged", "source"), CASES)
def test_a_cue_speaks_for_its_subject(
    tree: str,
    cue: tuple[int, int],
    content: list[tuple[int, int]],
    tagged: list[tuple[int, int]],
    source: list[tuple[int, int]],
) -> None:
    words = read(tree)
    (got,) = mend_sources([Spoken(cue, list(tagged), list(content))], words, find_reach(words))
    assert got.source == source
    assert got.content == content
