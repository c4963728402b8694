"""What holds for any tree, however wrong the parser was: nothing fails, and what is quoted is in the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Event, Meeting, Name, Reading, Report, Rows, Sentence, Statement, When, Word, quote
from dragoman.resolve.when import resolve_when
from dragoman.resolve.where import resolve_where

FORMS = "met in Geneva on Monday May 3 will had the talks four days of said Orvana 2022 Arlington Va. here last week city ,".split()
RELATIONS = [
    "root",
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "case",
    "mark",
    "aux",
    "advcl",
    "ccomp",
    "conj",
    "acl:relcl",
    "xcomp",
    "nmod:poss",
]


@st.composite
def readings(draw):
    text, words, sentences = "", [], []
    for number in range(draw(st.integers(0, 3))):
        first, begin = len(words), len(text) + bool(text)
        size = draw(st.integers(1, 9))
        for _ in range(size):
            form = draw(st.sampled_from(FORMS))
            text += (" " if text else "") + form
            head = first + draw(st.integers(0, size - 1))  # loops, several roots: whatever comes
            upos = draw(st.sampled_from(["NOUN", "VERB", "PROPN", "ADP", "NUM", "AUX", "ADV"]))
            relation = draw(st.sampled_from(RELATIONS))
            words.append(
                Word(len(words), len(text) - len(form), len(text), form, form.lower(), upos, head, relation, number)
            )
        sentences.append(Sentence(begin, len(text), first, len(words), 0))
    names = [Name(w.start, w.end, w.index, w.index + 1, "LOC", 0.5) for w in words if w.text == "Geneva"]
    published = draw(st.sampled_from([None, date(2024, 5, 16)]))
    return Reading(Report(text, published), tuple(sentences), tuple(words), names=tuple(names))


@st.composite
def spans(draw, reading):
    a, b = draw(st.integers(0, len(reading.text))), draw(st.integers(0, len(reading.text)))
    return quote(reading.text, min(a, b), max(a, b))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_tree(data):
    reading = data.draw(readings())
    span = data.draw(spans(reading))
    named = When(None, None, span.text, (span.start, span.end)) if data.draw(st.booleans()) else None
    status = data.draw(st.sampled_from(["held", "planned", "under way", "postponed"]))
    category = data.draw(st.sampled_from(["ASSAULT", "ACCUSE", "AGREE", "SUPPORT"]))
    rows = Rows(
        statements=(Statement(None, (span,), span, date=named),),
        events=(Event(category, span, (span,), date=named),),
        meetings=(Meeting((), (span,), when=named, status=status),),
    )
    done = resolve_where(reading, resolve_when(reading, rows))
    assert done == resolve_where(reading, resolve_when(reading, rows))
    for when in (done.statements[0].date, done.events[0].date, done.meetings[0].when):
        if when is not None:
            assert when.start and when.end and len(when.start) == len(when.end) and when.start <= when.end
            assert when.span is None or reading.text[slice(*when.span)] == when.text
    for place in (done.events[0].place, done.meetings[0].place):
        if place is not None and place.span is not None:
            assert reading.text[slice(*place.span)].casefold() == place.name.casefold()
    event_date = done.events[0].date
    if event_date and event_date.start and reading.report.published:
        assert event_date.start <= reading.report.published.isoformat()
