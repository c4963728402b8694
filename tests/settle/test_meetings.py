"""Meetings told twice: which resolved rows are one, and what the one row then says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Entity, Meeting, Participant, Place, Span, When
from dragoman.settle.meetings import find_format, merge_meetings

BERG = Participant(Entity("Berg", (0, 4), "Alan Berg", "NOR", ("GOV",), "foreign minister"))
LUND = Participant(Entity("Lund", (5, 9), "Karl Lund", "SWE", ("GOV",), "prime minister"))
REED = Participant(Entity("Reed", (10, 14), "John Reed", "USA", ("GOV",), "secretary of state"))
HALE = Participant(Entity("Hale", (15, 19), "Ann Hale", "NOR", ("GOV",), "defence minister"))
ACCENTED = Participant(Entity("minister", (30, 38), "Alán Berg", "NOR", ("GOV",), "foreign minister"))
NORWAY = Participant(Entity("Norway", (20, 26), "Norway", "NOR", ("GOV",)))
MAYOR = Participant(Entity("Erik Moe", (40, 48), "Erik Moe", "NOR"))
NORWEGIANS = Participant(Entity("Norwegian officials", (50, 69), "Norwegian officials", "NOR", ("GOV",)))


def day(start, end=None, said=True):
    return When(
        start, end or start, "said" if said else None, (0, 4) if said else None, "stated" if said else "inferred"
    )


def met(*people, at=0, **more):
    return Meeting(tuple(people), (Span("x", at, at + 1),), **more)


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (met(BERG, LUND), met(LUND, BERG, at=5), 1),
        (met(BERG, LUND), met(NORWAY, LUND, at=5), 1),  # a state for its minister
        (met(ACCENTED, LUND), met(BERG, LUND, at=5), 1),  # with an accent, as tables spell a name, or without
        (met(BERG, LUND), met(HALE, LUND, at=5), 2),  # other people
        (met(BERG, LUND), met(BERG, REED, at=5), 2),  # other sides
        (met(BERG, LUND, when=day("2024-05-13")), met(BERG, LUND, at=5, when=day("2024-05-14")), 2),
        (met(BERG, LUND, when=day("2024-05-13")), met(BERG, LUND, at=5, when=day("2024-05-16", said=False)), 1),
        # news of today, and talks of weeks before
        (met(BERG, LUND, when=day("2024-03", "2024-03")), met(BERG, LUND, at=5, when=day("2024-05-16", said=False)), 2),
        (met(BERG, LUND), met(MAYOR, LUND, at=5), 2),  # somebody else, whose name is all that is told
        (met(BERG, LUND), met(NORWEGIANS, LUND, at=5), 1),  # nobody else by name
        (met(BERG, LUND), met(BERG, LUND, at=5, status="planned"), 2),
        (met(BERG, LUND), met(BERG, LUND, at=5, medium="phone"), 2),
        (met(BERG, LUND), met(BERG, LUND, at=5, part_of=0), 2),  # a session is not its round
        (met(BERG), met(BERG, LUND, at=5), 1),  # nobody met: no meeting
    ],
)
def test_which_are_one(one, other, rows):
    assert len(merge_meetings((one, other))) == rows


def test_the_one_row_keeps_all_evidence_and_the_own_date():
    (row,) = merge_meetings(
        (met(BERG, LUND, when=day("2024-05-16", said=False)), met(BERG, LUND, at=5, when=day("2024-05-13")))
    )
    assert [s.start for s in row.evidence] == [0, 5] and row.when and row.when.start == "2024-05-13"


def test_met_separately_is_one_row_a_side():
    rows = merge_meetings((met(REED, BERG, LUND, format="bilateral"),))
    assert [tuple(p.entity.code for p in m.participants) for m in rows] == [("USA", "NOR"), ("USA", "SWE")]
    assert {m.format for m in rows} == {"bilateral"}


def test_a_day_inside_a_round_is_its_session_and_the_round_s_host_is_host_there():
    host = replace(REED, role=("host",))
    whole = met(BERG, LUND, host, when=day("2024-05-13", "2024-05-16"))
    session = met(REED, BERG, LUND, at=5, when=day("2024-05-14"))
    rows = merge_meetings((whole, session))
    assert rows[1].part_of == 0 and rows[1].participants[0].role == ("host",) and rows[1].format == "mediated"


PEOPLE = st.lists(st.sampled_from((BERG, LUND, REED, HALE, NORWAY)), min_size=1, max_size=4, unique=True)
DAYS = st.sampled_from((None, day("2024-05-13"), day("2024-05-16", said=False), day("2024-05-13", "2024-05-16")))


@given(st.lists(st.tuples(PEOPLE, DAYS, st.sampled_from(("held", "planned"))), max_size=6))
def test_merging_points_only_into_its_answer_and_settles(told):
    rows = tuple(
        met(*p, at=i, when=w, status=s, part_of=i - 1 if i % 3 == 2 else None) for i, (p, w, s) in enumerate(told)
    )
    once = merge_meetings(rows)
    assert all(m.part_of is None or (0 <= m.part_of < len(once) and m.part_of != i) for i, m in enumerate(once))
    assert all(m.evidence and len(m.participants) > 1 for m in once)
    assert len(merge_meetings(once)) <= len(once)


CHIEFS = Participant(Entity("army leadership", (30, 45), "army leadership", "SWE", ("MIL",)))
MEMBERS = Participant(Entity("members of the government", (50, 75), "members of the government", "SWE", ("GOV",)))


@pytest.mark.parametrize(
    ("words", "people", "rows"),
    [
        ("The minister also met with army leadership", (BERG, CHIEFS), 2),  # on top of the one before
        ("The minister met with army leadership", (BERG, CHIEFS), 1),
        ("The minister also met with members of the government", (BERG, MEMBERS), 1),  # the same ones
    ],
)
def test_also_met_is_another_meeting(words, people, rows):
    first = met(BERG, MEMBERS)
    other = Meeting(tuple(people), (Span(words, 20, 20 + len(words)),))
    assert len(merge_meetings((first, other))) == rows


CHARITIES = Participant(Entity("heads of charities", (80, 98), None, None))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The minister also met with heads of charities", "SWE"),  # in the country of those met just before
        ("The minister met with heads of charities", None),
    ],
)
def test_people_met_too_are_of_the_country(words, code):
    other = Meeting((BERG, CHARITIES), (Span(words, 20, 20 + len(words)),))
    rows = merge_meetings((met(BERG, LUND), other))
    assert [p.entity.code for p in rows[-1].participants] == ["NOR", code]


def test_people_whom_the_host_meets_alone_may_be_guests():
    others = Participant(Entity("opposition leaders", (80, 98)))
    (row,) = merge_meetings((met(LUND, others, place=Place("Lund", country="SWE")),))
    assert [p.entity.code for p in row.participants] == ["SWE", None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("heads of charities", "SWE"),
        ("rebel commanders", None),
        ("heads of Chilean charities", None),  # a state's word
        ("members of international bodies", None),
    ],
)
def test_people_without_a_name_are_of_the_place(text, code):
    others = Participant(Entity(text, (80, 80 + len(text))))
    (row,) = merge_meetings((met(BERG, LUND, others, place=Place("Lund", country="SWE")),))
    assert [p.entity.code for p in row.participants if p.entity.text == text] == [code]


def test_two_countries_are_two_meetings():
    here = Meeting((BERG, LUND), (Span("met in Oslo", 0, 11),), place=Place("Oslo", (7, 11), "NOR"))
    there = Meeting((BERG, LUND), (Span("met in Lund", 20, 31),), place=Place("Lund", (27, 31), "SWE"))
    assert len(merge_meetings((here, there))) == 2


def test_two_sides_of_whom_nothing_is_known_are_no_row():
    nobody = Participant(Entity("two sides", (0, 9)))
    assert merge_meetings((met(nobody),)) == ()


def test_a_summit_is_not_the_meeting_of_two_beside_it():
    rows = merge_meetings((met(BERG, LUND, format="multilateral"), met(BERG, LUND, at=5)))
    assert [m.format for m in rows] == ["multilateral", "bilateral"]


def test_talks_that_greeters_look_forward_to_are_their_meeting():
    greeted = met(BERG, LUND, when=day("2024-05-13"), basis="inferred")
    (row,) = merge_meetings((greeted, met(BERG, LUND, at=5, status="planned")))
    assert row.status == "held"


def test_his_counterpart_is_the_one_who_is_named_elsewhere():
    his = Participant(
        Entity("his Swedish counterpart", (60, 83), "his Swedish counterpart", "SWE", ("GOV",), "minister")
    )
    (row,) = merge_meetings((met(BERG, his), met(BERG, LUND, at=5, when=day("2024-05-13"))))
    assert [p.entity.name for p in row.participants] == ["Alan Berg", "Karl Lund"]


def of_body(text, code):
    return Participant(Entity(text, (100, 100 + len(text)), text, code, ("IGO",)))


@pytest.mark.parametrize(
    ("people", "wanted"),
    [
        ((BERG, of_body("foreign ministers of ASEAN", "ASEAN")), "multilateral"),
        ((BERG, of_body("ASEAN officials", "ASEAN")), "bilateral"),
        ((BERG, of_body("EU leaders", "EU")), "bilateral"),  # the Union is one side
        ((BERG, LUND, of_body("UN envoy", "UNO")), "mediated"),
        ((BERG, LUND, of_body("EU officials", "EU")), "trilateral"),  # as good as a state
    ],
)
def test_format_by_bodies(people, wanted):
    assert find_format(met(*people)) == wanted
