"""For which state somebody speaks, by what he tells that it will do: "Orvana will reopen its embassy, the foreign
minister, A. B., said", wherever the report was sent from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.records import Word
from dragoman.resolve.who.named import Named, Person

_WILL: Final = frozenset(("will", "would", "wo", "'ll", "’ll"))
_PLEDGED: Final = frozenset(
    """reopen open send host sign attend join withdraw pull resume support help assist provide restore hold work seek
    recall recognise recognize back ratify release free lift ease accept consider deploy contribute offer give grant
    talk meet stay remain participate propose submit cooperate respect honour honor fulfil fulfill abstain
    appoint""".split()
)  # what states tell of themselves; what they are told to suffer, or to do to others, their foes tell of them
_STATES: Final = ("state", "seat")
_GOING: Final = ("visit", "travel", "tour")
_SUBJECTS: Final = ("nsubj", "nsubj:pass")


def find_state_pledged(cast: Named, person: Person) -> str | None:
    """The state that a person is first told to have said will do something, if no other is."""
    for first, last in person.places:
        for clause in _told_by(cast, first, last):
            codes = _who_will(cast, clause)
            if len(codes) == 1:
                return next(iter(codes))
    return None


def find_state_of_turn(cast: Named, person: Person) -> str | None:
    """The state that somebody says will do something where his name opens the line as a label: "MINISTER BERG: Orvana
    will not sign"."""
    for _, last in person.places:
        if last >= len(cast.words) or cast.words[last].text != ":":
            continue
        end = cast.text.find("\n", cast.words[last].end)
        end = len(cast.text) if end < 0 else end
        roots = [w for w in cast.words[last + 1 :] if w.start < end and w.deprel == "root"]
        codes = {code for w in roots for code in _who_will(cast, w)}
        if len(codes) == 1:
            return codes.pop()
    return None


def list_counterparts(cast: Named, person: Person) -> frozenset[str]:
    """The states whose ministers are called his counterparts, or that he visits: none of them is his."""
    found = set(_visited_by(cast, person))
    for first, _ in person.places:
        sentence = cast.reading.sentences[cast.words[first].sentence]
        for w in cast.words[first : sentence.last]:
            if w.lemma.lower() != "counterpart":
                continue
            own = [v.text.lower() for v in cast.words[max(w.index - 3, 0) : w.index]]
            row = cast.actor_at.get(w.index - 1)
            if row is not None and row[2].code and {"his", "her"} & set(own):
                found.add(row[2].code)
    return frozenset(found)


def _visited_by(cast: Named, person: Person) -> Iterator[str]:
    """ "Minister A. B. will visit Orvana and Selvia", "travelled to Peru"."""
    for first, last in person.places:
        head = cast.head_of(first, last)
        head = cast.words[head.head] if head.deprel == "appos" else head  # "the Minister of State A. B."
        verb = cast.words[head.head]
        if head.deprel != "nsubj" or verb.lemma not in _GOING:
            continue
        for begin, end, actor in cast.named:
            top = cast.head_of(begin, end)
            while top.deprel == "conj" and top.head != verb.index:
                top = cast.words[top.head]
            goal = top.deprel == "obj" or (top.deprel == "obl" and "to" in _cases(cast, top))
            if begin > verb.index and top.head == verb.index and goal and actor.kind == "state" and actor.code:
                yield actor.code


def _cases(cast: Named, word: Word) -> set[str]:
    near = cast.words[max(word.index - 4, 0) : word.index]
    return {w.text.lower() for w in near if w.head == word.index and w.deprel == "case"}


def _told_by(cast: Named, first: int, last: int) -> Iterator[Word]:
    """The heads of the clauses that the person is told to have said."""
    words = cast.words
    head = cast.head_of(first, last)
    verb = words[head.head]
    if head.deprel not in _SUBJECTS or find_saying_verb(verb.lemma, verb.text) is None:
        return
    sentence = cast.reading.sentences[verb.sentence]
    yield from (
        w for w in words[sentence.first : sentence.last] if w.head == verb.index and w.deprel in ("ccomp", "parataxis")
    )
    if verb.deprel == "parataxis":
        yield words[verb.head]


def _who_will(cast: Named, clause: Word) -> set[str]:
    """The state that is the subject of a clause of "will" or "would", and of what is pledged in it."""
    sentence = cast.reading.sentences[clause.sentence]
    below = [w for w in cast.words[sentence.first : sentence.last] if w.head == clause.index]
    will = any(w.deprel == "aux" and w.text.lower() in _WILL for w in below)
    if not will or clause.lemma.lower() not in _PLEDGED:
        return set()
    rows = [cast.actor_at.get(w.index) for w in below if w.deprel == "nsubj"]
    return {r[2].code for r in rows if r is not None and r[2].code and r[2].kind in _STATES}
