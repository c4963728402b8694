"""What must and must not come of a sentence: categories, modes, auxiliaries and the rules, some five hundred of our own.

`event_spec.tsv`, a row a sentence, read by the whole path. Its sentences are from the written corpus (training/written),
on which the event reader learnt: it tells what the coder does, and is no measure of how well. Rows marked "not" are what
it fails at, and must be taken out of the mark when it no longer does. Recipients are those whose state the sentence
says; behind "~", those whose state is inferred.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dragoman.codebook import plover
from dragoman.pipeline import code_report
from dragoman.records import Entity, Event, Report

from .readings import read

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("event_spec.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
UNDATED = date(2010, 5, 5)


def code(published: str, sentence: str) -> list[Event]:
    read("Nothing happened.")  # skips without the model
    day = date.fromisoformat(published) if published else UNDATED
    return list(code_report(Report(sentence, day)).rows.events)


def stands_in(entities: list[Entity], phrases: str, sentence: str) -> bool:
    """Each entity in one of the phrases, as many as there are."""
    wanted = [p for p in phrases.split(" + ") if p and p != "nobody"]
    spans = [(at, at + len(p)) for p in wanted for at in find_all(sentence, p)]
    return len(entities) == len(wanted) and all(
        e.span is not None and any(a < e.span[1] and e.span[0] < b for a, b in spans) for e in entities
    )


def find_all(text: str, words: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(words, i)]


def cases():
    for known, tags, published, expected, sentence in ROWS:
        marks = [pytest.mark.xfail(strict=True, reason="not read yet")] if known else []
        yield pytest.param(published, expected, sentence, marks=marks, id=f"{tags or 'plain'}: {sentence[:50]}")


@pytest.mark.parametrize(("published", "expected", "sentence"), list(cases()))
def test_what_comes_of_a_sentence(published: str, expected: str, sentence: str):
    found = code(published, sentence)
    if expected == "-":
        assert found == []
        return
    (event,) = found
    head, _, sides = expected.partition(": ")
    actors, _, recipients = sides.partition(" > ")
    name, _, aux = head.rstrip(")").partition(" (")
    category, _, mode = name.partition("/")
    assert event.event == category
    assert not mode or mode in event.mode
    assert sorted(event.aux) == sorted(a for a in aux.split(", ") if a)
    assert stands_in(list(event.actor), actors, sentence)
    basis = "inferred" if recipients.startswith("~") else "stated"
    assert stands_in([e for e in event.recipient if e.basis == basis], recipients.lstrip("~"), sentence)


def test_the_table_covers_the_codebook():
    told = Counter(row[3].split(":")[0].split(" (")[0] for row in ROWS if row[3] != "-" and not row[0])
    categories = Counter(name.split("/")[0] for name, n in told.items() for _ in range(n))
    assert all(categories[c] >= 4 for c in plover.categories())
    aux = Counter(a for row in ROWS if "(" in row[3] for a in row[3].split("(")[1].split(")")[0].split(", "))
    assert {"historical", "future", "negation"} <= set(aux)
    assert len(ROWS) >= 400 and sum(row[3] == "-" for row in ROWS) >= 60
