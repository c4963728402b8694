"""Bodies that come together, statements that many sign, and people of the place: sentences of our own, each a kind that
was read wrongly once."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.issuer import find_signers
from dragoman.understand import understand


def code(text: str):
    return record_of(code_report(Report(text, date(2006, 11, 6))))


@pytest.mark.parametrize(
    ("text", "bodies", "day"),
    [
        ("The annual APEC summit wrapped up in Hanoi on Sunday.", ["APEC"], "2006-11-05"),
        (
            "The ministerial conference of the World Trade Organization opens in Hong Kong on Tuesday.",
            ["WTO"],
            "2006-11-07",
        ),
        ("The 22nd meeting of the OIC committee will be held in Turkey on Nov. 21.", ["OIC"], "2006-11-21"),
        ("A two-day meeting of EU foreign ministers ended Monday in Brussels.", ["EU"], "2006-11-05"),
        ("EU foreign ministers met in Luxembourg on Monday.", ["EU"], "2006-11-06"),
        ("The UN Security Council held a special session on Friday.", ["UNO"], "2006-11-03"),
        ("Leaders of ASEAN gathered in Cebu on Thursday for their annual summit.", ["ASEAN"], "2006-11-02"),
        (
            "The 13th South Asian Association for Regional Cooperation (SAARC) Summit ended here Sunday.",
            ["SAARC"],
            "2006-11-05",
        ),
        # nobody comes together
        ("The World Trade Organization is based in Geneva.", None, None),
        ("The Organization of the Islamic Conference condemned the attack on Monday.", None, None),
        ("French ministers were in Brussels on Monday.", None, None),
    ],
)
def test_body_comes_together(text: str, bodies: list[str] | None, day: str | None) -> None:
    meetings = code(text)["meetings"]
    if bodies is None:
        assert meetings == []
        return
    (meeting,) = meetings
    assert [p["entity"]["code"] for p in meeting["participants"]] == bodies
    assert meeting["start"] == day


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (
            "The following statement was released by France, Germany and the United Kingdom on the anniversary of the "
            "uprising in Syria:",
            ("FRA", "DEU", "GBR"),
        ),
        (
            "Following is a joint statement on events in Sudan issued by the High Representative on behalf of the European "
            "Union and the Foreign Ministers of Canada and Norway.",
            ("EU", "CAN", "NOR"),
        ),
        (
            "The following statement was released by French Foreign Minister Jean Dupont and German Foreign Minister Hans "
            "Meier to mark a year of war in Yemen.",
            ("FRA", "DEU"),
        ),
        ("The joint statement issued on Monday by the ministry named France and Germany.", ()),
        ("A joint declaration by the end of the summit is unlikely, US and European Union officials said.", ()),
    ],
)
def test_those_who_sign_together(text: str, signers: tuple[str, ...]) -> None:
    assert find_signers(understand(Report(text + "\nWe call for an end to the violence."))) == signers


@pytest.mark.parametrize(
    ("text", "event", "code_"),
    [
        ("Police arrested 19 people in Sydney on Saturday after a night of unrest.", "COERCE", "AUS"),
        ("Kenyan police arrested four students in Nairobi on Monday.", "COERCE", "KEN"),
        # no place is told of
        ("Gunmen shot two people on Sunday.", "ASSAULT", None),
    ],
)
def test_people_of_the_place(text: str, event: str, code_: str | None) -> None:
    (found,) = [e for e in code(text)["events"] if e["event"] == event]
    assert [e["code"] for e in found["recipient"]] == [code_]
    assert code_ is None or found["recipient"][0]["basis"] == "inferred"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Myanmar military regime executed four men. We urge the regime to release all those detained.", ["MMR"]),
        # not told of before: of nobody known, and never the writer's own
        ("We are appalled by the executions. We urge the regime to release all those detained.", [None]),
    ],
)
def test_a_regime_is_never_the_writers_own(text: str, codes: list[str | None]) -> None:
    release = "Office of the Spokesperson\nThe following is attributable to Spokesperson Ned Price:\n"
    (asked,) = [e for e in code(release + text)["events"] if e["event"] == "REQUEST"]
    assert [e["code"] for e in asked["actor"]] == ["USA"]
    assert [e["code"] for e in asked["recipient"]] == codes


SCHEDULE = """Royal Norwegian Ministry of Foreign Affairs
DAILY SCHEDULE, SUBJECT TO CHANGE
MINISTER ANN BERG
9:00 a.m. Norwegian Foreign Minister Berg meets with Chilean Foreign Minister Ana Soto, in Oslo.
(CLOSED PRESS COVERAGE)
DEPUTY MINISTER KARL LUND
Deputy Minister Lund is on travel to Kenya from October 10-12, 2006.
4:00 p.m. Norwegian Deputy Minister Lund meets with Kenyan President Amos Kiru, in Nairobi.
"""


@pytest.mark.parametrize(("title", "day"), [(None, "2006-11-07"), ("Public Schedule – November 8, 2006", "2006-11-08")])
def test_what_a_schedule_tells_in_the_present_is_to_come(title, day):
    coded = record_of(code_report(Report(SCHEDULE, date(2006, 11, 7), title=title)))
    found = [(m["status"], m["start"], {p["entity"]["code"] for p in m["participants"]}) for m in coded["meetings"]]
    assert found == [("planned", day, {"NOR", "CHL"}), ("planned", day, {"NOR", "KEN"})]
    assert [e["event"] for e in coded["events"] if e["meeting"] is not None] == ["AGREE", "AGREE"]


RELEASE = (
    "Office of the Spokesperson\n\nUnder Secretary Ann Vale will travel to Kenya, Senegal, and Norway November 7-11. "
)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        # officials are those of the place that the sentence opens with, stop by stop
        (
            RELEASE + "In Kenya, Under Secretary Vale will meet with senior government officials to discuss trade. "
            "In Senegal, Under Secretary Vale will meet with senior government officials to discuss fishing.",
            [{"USA", "KEN"}, {"USA", "SEN"}],
        ),
        (RELEASE + "While in Norway, she will meet with her counterparts to discuss trade.", [{"USA", "NOR"}]),
        (RELEASE + "In Oslo, she will meet with counterparts in the Norwegian government.", [{"USA", "NOR"}]),
        # in each of them, where several are counted or told; those who meet each other are no hosts
        (
            RELEASE + "She will meet with senior officials in the three countries to discuss trade.",
            [{"USA", "KEN"}, {"USA", "SEN"}, {"USA", "NOR"}],
        ),
        (
            RELEASE + "In Kenya and Senegal, Under Secretary Vale will meet with senior government officials.",
            [{"USA", "KEN"}, {"USA", "SEN"}],
        ),
        ("Kenya, Senegal and Norway agreed. The leaders of the three countries will meet in Oslo.", [{"KEN", "SEN", "NOR"}]),
        # the people of the place, with its officials
        (RELEASE + "In Kenya, she will meet with government officials and civil society representatives.", [{"USA", "KEN"}]),
        # officials of somebody told are his
        (RELEASE + "In Kenya, she will meet with Chilean officials.", [{"USA", "CHL"}]),
        # an envoy is not of the state where she goes, nor of the one for which she is sent
        (
            "Office of the Spokesperson\n\nAssistant Secretary for African Affairs Ann Vale will travel to Nairobi, Kenya, "
            "November 7-9. Assistant Secretary Vale will meet with senior government officials.",
            [{"USA", "KEN"}],
        ),
        (
            "Office of the Spokesperson\n\nU.S. Special Representative for the Democratic People’s Republic of Korea (DPRK) "
            "Ambassador Ann Vale will travel to Oslo. Special Representative Vale will meet with Norwegian officials.",
            [{"USA", "NOR"}],
        ),
        # a delegation told of before is still the same at the next stop; a team is of whoever leads it
        (
            "Office of the Spokesperson\n\nAssistant Secretary Ann Vale will lead a U.S. delegation to Kenya and Senegal. In "
            "Kenya, the delegation will meet with Kenyan officials. In Senegal, the delegation will meet with the premier.",
            [{"USA", "KEN"}, {"USA", "SEN"}],
        ),
        # a president at a stop is its president, another's adviser of the state that his title names
        (RELEASE + "In Nairobi, she will meet with President Amos Kiru.", [{"USA", "KEN"}]),
        (RELEASE + "She will meet with Chilean Diplomatic Advisor to the President Juan Soto.", [{"USA", "CHL"}]),
    ],
)  # fmt: skip
def test_whom_a_traveller_will_meet(text: str, met: list[set[str]]) -> None:
    found = [{p["entity"]["code"] for p in m["participants"]} for m in code(text)["meetings"]]
    assert found == met


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Foreign Minister Ann Vale will visit Kenya and Senegal. Kenya is in Africa.", "Vale", None),
        ("Foreign Minister Ann Vale will travel to Kenya. Kenya is in Africa.", "Vale", None),
        ("Foreign Minister Ann Vale spoke in Kenya. Kenya is in Africa.", "Vale", "KEN"),
        (
            "Royal Norwegian Ministry of Foreign Affairs\n\n"
            "At the invitation of Prime Minister Ann Vale, the Prime Minister of Peru, Juan Soto, will visit Oslo.",
            "Vale",
            "NOR",
        ),
    ],
)
def test_whose_a_visitor_is(text: str, name: str, side: str | None) -> None:
    cast = Cast(understand(Report(text, date(2006, 11, 6))))
    (person,) = [p for p in cast.persons if p.name.endswith(name)]
    assert person.code == side


@pytest.mark.parametrize(
    ("text", "status", "start", "shape"),
    [
        # a day of the month that the noun has for its own says whether it is to come
        (
            "Ahead of a December 15-16 summit in Brussels, EU leaders were divided.",
            "planned",
            "2006-12-15",
            "multilateral",
        ),
        ("After a November 2 summit in Brussels, EU leaders were divided.", "held", "2006-11-02", "multilateral"),
        ("The matter will not be raised at the EU summit on December 14.", "planned", "2006-12-14", "multilateral"),
        ("EU foreign ministers met in Luxembourg on Thursday.", "held", "2006-11-02", "multilateral"),
    ],
)
def test_whether_a_gathering_is_to_come(text: str, status: str, start: str, shape: str) -> None:
    record = code(text)
    (meeting,) = record["meetings"]
    assert (meeting["status"], meeting["start"], meeting["format"]) == (status, start, shape)
    told = {e["event"] for e in record["events"]} & {"AGREE", "CONSULT"}
    assert told == {"AGREE" if status == "planned" else "CONSULT"}  # and never both


def test_who_tells_of_a_summit_need_not_be_there() -> None:
    said = '"I told him that we trust such a quarrel will not arise at the EU summit on December 14,"'
    (meeting,) = code(f"{said} Kenyan President William Ruto said.")["meetings"]
    assert [p["entity"]["code"] for p in meeting["participants"]] == ["EU"]


def test_who_agreed_to_meet_again_has_met() -> None:
    told = code("Chile and Peru discussed fishing in Lima on Monday and will meet again in May.")["events"]
    assert [e["event"] for e in told] == ["AGREE", "CONSULT"]
