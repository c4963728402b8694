"""Bodies that come together, statements that many sign, and people of the place: sentences of our own, each a kind that
was read wrongly once."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report
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
THE DAILY PUBLIC SCHEDULE IS SUBJECT TO CHANGE
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
