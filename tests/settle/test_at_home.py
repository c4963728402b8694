"""The side at home as host: worked out, never against what the report says, and always marked."""

from dataclasses import replace

import pytest

from dragoman.records import Entity, Meeting, Participant, Place, Span
from dragoman.settle.at_home import name_hosts

BERG = Participant(Entity("Berg", (0, 4), "Alan Berg", "NOR", ("GOV",), "foreign minister"))
LUND = Participant(Entity("Lund", (5, 9), "Karl Lund", "SWE", ("GOV",), "prime minister"))
REED = Participant(Entity("Reed", (10, 14), "John Reed", "USA", ("GOV",), "secretary of state"))
REBEL = Participant(Entity("Moe", (15, 18), "Erik Moe", "NOR", ("REB",)))
UNNAMED = Participant(Entity("parties", (20, 27), "parties", "NOR", ("GOV",), basis="inferred"))
OSLO = Place("Oslo", country="NOR")


def met(*people, words="met", **more):
    return Meeting(tuple(people), (Span(words, 0, len(words)),), **more)


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        (met(BERG, LUND, place=OSLO), ["host", "party"]),
        (met(BERG, LUND, place=Place("Lima", country="PER")), ["party", "party"]),  # both are abroad
        (met(BERG, LUND), ["party", "party"]),
        (met(BERG, LUND, place=OSLO, medium="phone"), ["party", "party"]),
        (met(BERG, LUND, place=OSLO, status="planned"), ["party", "party"]),
        (met(BERG, LUND, REED, place=OSLO), ["party"] * 3),  # of three, who knows
        (met(BERG, replace(LUND, role=("host",)), place=OSLO), ["party", "host"]),
        # a seat of the United Nations, a gathering of many, another state's ground
        (met(REED, LUND, place=Place("New York", country="USA")), ["party", "party"]),
        (met(BERG, LUND, words="met on the sidelines of the trade talks", place=OSLO), ["party", "party"]),
        (met(BERG, LUND, words="met during the Nordic summit", place=OSLO), ["party", "party"]),
        (met(BERG, LUND, words="held summit talks", place=OSLO), ["host", "party"]),
        (met(BERG, LUND, place=OSLO, venue="Swedish embassy"), ["party", "party"]),
        (met(REBEL, LUND, place=OSLO), ["party", "party"]),  # under the state's code, but against it
        (met(UNNAMED, LUND, place=OSLO), ["party", "party"]),  # who may be anybody
    ],
)
def test_of_two_who_met_the_one_at_home_was_host(row, roles):
    (found,) = name_hosts((row,))
    assert [p.role for p in found.participants] == [(r,) for r in roles]
    assert found.basis == ("inferred" if found != row else "stated")


def test_whoever_hosts_or_mediates_elsewhere_in_the_report_stays_the_host():
    led = met(BERG, LUND, replace(REED, role=("mediator",)))
    assert name_hosts((led, met(BERG, LUND, place=OSLO)))[1].participants == (BERG, LUND)


def test_where_many_gather_nobody_is_at_home():
    many = met(BERG, LUND, REED, place=OSLO, format="multilateral")
    assert name_hosts((many, met(BERG, LUND, place=OSLO)))[1].participants == (BERG, LUND)
