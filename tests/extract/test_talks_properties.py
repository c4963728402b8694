"""Whatever the text, talks and texts are read without error, deterministically, with evidence that stands in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.agreements import extract_agreements
from dragoman.extract.meetings import extract_meetings
from tests.extract.readings import read

WORDS = """talks the a meeting between and with Peru Chile minister Berg met held signed ceasefire deal of on
Monday will not to in Geneva , . " session round who agreed spoke by phone their two sides draft
treaty violated said that after hosted mediated Norway 's - $ ( ) "Joint Declaration" rejected""".split()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_evidence_stands_in_the_text(text):
    reading = read(text)
    meetings, agreements = extract_meetings(reading), extract_agreements(reading)
    assert meetings == extract_meetings(reading) and agreements == extract_agreements(reading)
    for row in (*meetings, *agreements):
        assert row.evidence
        assert all(text[s.start : s.end] == s.text and len(s.text.split()) <= 40 for s in row.evidence)
    for meeting in meetings:
        assert meeting.part_of is None or 0 <= meeting.part_of < len(meetings)
        for person in meeting.participants:
            assert person.entity.span and text[slice(*person.entity.span)] == person.entity.text
    for row in agreements:
        assert text[row.name.start : row.name.end] == row.name.text
