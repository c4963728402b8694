"""Meetings in plain sentences, as the record tells of them: who, in what part, when, how far. Sentences are our own, each
a kind that was read wrongly once, and beside them what must not be read so."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report
from tests.meetings import code, parts


def names(meeting):
    return {(p["entity"]["name"] or p["entity"]["text"]).split()[-1] for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # "has" with a participle of refusing is no negation, whatever the model makes of it
        ("Denmark has cancelled its summit with Iceland.", {"DNK", "ISL"}),
        ("Zambia has scrapped a meeting with Malawi over the border fence.", {"ZMB", "MWI"}),
        ("Denmark has not cancelled its summit with Iceland.", set()),
    ],
)
def test_talks_that_somebody_has_cancelled(text: str, sides: set[str]) -> None:
    told = [m for m in code(text)["meetings"] if m["status"] == "cancelled"]
    assert {c for m in told for c in parts(m)} == sides


def test_who_has_refused_to_meet_whom() -> None:
    record = code("Gambia has refused to meet the Senegalese envoy.")
    (event,) = record["events"]
    assert record["meetings"] == []
    assert (event["event"], event["mode"]) == ("REJECT", ["meet"])
    assert [e["code"] for e in event["actor"]] == ["GMB"]
    assert [e["code"] for e in event["recipient"]] == ["SEN"]


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("Ana Torres and Karl Lund will speak by telephone on Friday.", "planned", "2010-05-07"),
        ("Ana Torres and Karl Lund spoke by telephone on Monday.", "held", "2010-05-03"),
    ],
)
def test_two_by_name_alone_on_the_phone(text: str, status: str, start: str) -> None:
    text = "Peruvian President Ana Torres is at odds with Norwegian Prime Minister Karl Lund.\n" + text
    (meeting,) = code(text)["meetings"]
    assert (meeting["status"], meeting["start"], meeting["format"]) == (status, start, "phone")
    assert names(meeting) == {"Torres", "Lund"}


@pytest.mark.parametrize(
    ("text", "status", "start", "end"),
    [
        # begun, and the last day is told
        ("Talks between Sudan and Chad opened in Tripoli on Monday; they are due to run until Friday.",
         "under way", "2010-05-03", "2010-05-07"),
        ("Talks between Sudan and Chad opened in Tripoli on Monday. They are expected to last four days.",
         "under way", "2010-05-03", "2010-05-06"),
        ("Talks between Mali and Niger began on Monday and will go on until Saturday.",
         "under way", "2010-05-03", "2010-05-08"),
        ("The talks between Mali and Niger, which opened on Monday, are to end on Friday.",
         "under way", "2010-05-03", "2010-05-07"),
        # begun, and their length is told
        ("Peru and Bolivia began three days of border talks in La Paz on Tuesday.",
         "under way", "2010-05-04", "2010-05-06"),
        ("A five-day round of talks between India and China began in New Delhi on Tuesday.",
         "under way", "2010-05-04", "2010-05-08"),
        # going on
        ("Negotiations between Angola and UNITA got under way in Lusaka on Tuesday.",
         "under way", "2010-05-04", "2010-05-04"),
        ("Trade negotiations between Japan and Canada are still underway in Tokyo.",
         "under way", "2010-05-05", "2010-05-05"),
        ("The talks between Iran and Iraq in Geneva are continuing.", "under way", "2010-05-05", "2010-05-05"),
        ("Talks between India and Nepal entered their second day in Kathmandu on Wednesday.",
         "under way", "2010-05-05", "2010-05-05"),
        # ended, long ago, or something else that goes on
        ("Talks between Mali and Niger began in Bamako on Monday and ended on Tuesday.",
         "held", "2010-05-03", "2010-05-04"),
        ("A two-day meeting between Mali and Niger opened in Bamako on Sunday.", "held", "2010-05-02", "2010-05-03"),
        ("Talks between Norway and Mali opened on 3 April.", "held", "2010-04-03", "2010-04-03"),
        ("The premiers of Mali and Chad met in Bamako on Monday. The ceasefire is to last until Friday.",
         "held", "2010-05-03", "2010-05-03"),
    ],
)  # fmt: skip
def test_how_far_talks_have_come(text: str, status: str, start: str, end: str) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["status"], meeting["start"], meeting["end"]) == (status, start, end)


def test_town_whose_preposition_hangs_elsewhere() -> None:
    (meeting,) = code("A round of talks between India and China began in New Delhi on Tuesday.")["meetings"]
    assert meeting["place"]["name"] == "New Delhi"


@pytest.mark.parametrize(
    ("text", "status", "sides", "place", "start"),
    [
        # by one of the two, or by whoever speaks for it
        ("Greece called off talks between its defence minister and his Turkish opposite number.",
         "cancelled", {"GRC", "TUR"}, None, None),
        ("Kenya cancelled a meeting between its foreign secretary and her Ugandan counterpart.",
         "cancelled", {"KEN", "UGA"}, None, None),
        ("The Kremlin has called off a summit between President Vladimir Putin and France's Emmanuel Macron.",
         "cancelled", {"RUS", "FRA"}, None, None),
        ("Washington put off a meeting between Secretary of State James Baker and Israel's David Levy.",
         "postponed", {"USA", "ISR"}, None, None),
        ("Russia scrapped talks between its deputy foreign minister and a Japanese diplomat that were to be held in "
         "Tokyo on Friday.", "cancelled", {"RUS", "JPN"}, "Tokyo", "2010-05-07"),
        # not to take place
        ("A meeting between the presidents of Chad and Sudan, due to be held on Friday in Dakar, will not be held.",
         "cancelled", {"TCD", "SDN"}, "Dakar", "2010-05-07"),
        ("Thursday's talks in Oslo between Deputy Trade Minister Lars Holm of Norway and a Swedish delegation will not "
         "take place.", "cancelled", {"NOR", "SWE"}, "Oslo", "2010-05-06"),
        ("A meeting between the Kenyan and Ugandan defence secretaries, set for Friday, has been postponed.",
         "postponed", {"KEN", "UGA"}, None, "2010-05-07"),
        # visits
        ("Egypt postponed a visit by its foreign minister to Ankara.", "postponed", {"EGY", "TUR"}, "Ankara", None),
        ("The Turkish foreign minister postponed his visit to Athens.", "postponed", {"TUR", "GRC"}, "Athens", None),
        ("Canadian Foreign Minister Anna Reed on Monday called off a trip to Riyadh after a row over prisoners.",
         "cancelled", {"CAN", "SAU"}, "Riyadh", None),
        ("The visit of Slovak Foreign Minister Jan Kubis to Budapest, planned for Friday, has been cancelled.",
         "cancelled", {"SVK", "HUN"}, "Budapest", "2010-05-07"),
        ("A planned visit to Baghdad by Turkish Foreign Minister Ali Demir was called off on Monday.",
         "cancelled", {"TUR", "IRQ"}, "Baghdad", None),
    ],
)  # fmt: skip
def test_what_is_called_off(text: str, status: str, sides: set[str], place: str | None, start: str | None) -> None:
    record = code(text)
    (meeting,) = record["meetings"]
    assert (meeting["status"], meeting["start"]) == (status, start)
    assert set(parts(meeting)) == sides
    assert (meeting["place"] and meeting["place"]["name"]) == place
    assert {e["event"] for e in record["events"]} <= {"REJECT"}
    assert not any(e["code"] in {a["code"] for a in row["actor"]} for row in record["events"] for e in row["recipient"])


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish foreign minister hinted at cancelling his visit to Athens.",
        "The Turkish foreign minister did not cancel his visit to Athens.",
        "The talks between Greece and Turkey will not take place until Friday.",
        "The airline cancelled all flights to Athens.",
        "A rock band has postponed its tour of Greece.",
    ],
)
def test_what_is_not_called_off(text: str) -> None:
    assert not [m for m in code(text)["meetings"] if m["status"] == "cancelled"]
    assert not [m for m in code(text)["meetings"] if len(m["participants"]) > 1 and m["status"] == "postponed"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Eritrea and Djibouti agreed on Monday to reopen their border after four days of talks in Doha brokered by Qatar.",
         {"ERI": "party", "DJI": "party", "QAT": "mediator"}),
        ("The second round of UN-sponsored talks between Mali and Niger opened on Monday in Lome.",
         {"MLI": "party", "NER": "party", "UNO": "host"}),
        ("Israel and Syria resumed negotiations on Monday in Nicosia, with President Bill Clinton as host.",
         {"ISR": "party", "SYR": "party", "USA": "host"}),
        ("Armenia and Azerbaijan met in Geneva on Monday with the help of Swiss diplomats.",
         {"ARM": "party", "AZE": "party", "CHE": "facilitator"}),
        ("Pakistani President Imran Shah opened talks in Islamabad on Monday between the Afghan and Uzbek governments.",
         {"PAK": "host", "AFG": "party", "UZB": "party"}),
        # told behind the talks
        ("Talks between Ethiopia and Somalia began in Pretoria on Tuesday. South Africa is hosting the African Union-led "
         "negotiations.", {"ETH": "party", "SOM": "party", "ZAF": "host", "AU": "mediator"}),
        ("Sudan and Chad held talks in Tripoli on Monday. Libya, the mediator, said both had agreed to a truce.",
         {"SDN": "party", "TCD": "party", "LBY": "mediator"}),
        ("The government of Peru and the African Union held talks in Quito on Monday. Ecuadorean mediator Luis Paz said they "
         "were far apart.", {"PER": "party", "AU": "party", "ECU": "mediator"}),
        ("Cyprus and Turkey met in Geneva on Monday under Swiss mediation. U.S. envoy Anna Hale looked on.",
         {"CYP": "party", "TUR": "party", "CHE": "mediator", "USA": "observer"}),
        ("U.S. and Cuban negotiators held indirect talks in Ottawa on Monday while Canadian Foreign Minister Anna Reed "
         "relayed messages.", {"USA": "party", "CUB": "party", "CAN": "mediator"}),
        # no part in them
        ("U.S. and Cuban negotiators held talks in Ottawa on Monday while Canadian Foreign Minister Anna Reed relayed "
         "messages.", {"USA": "party", "CUB": "party"}),
        ("Sudan and Chad held talks in Tripoli on Monday. Libya said both had agreed to a truce.",
         {"SDN": "party", "TCD": "party"}),
    ],
)  # fmt: skip
def test_through_whom_they_talk(text: str, roles: dict[str, str]) -> None:
    (meeting,) = code(text)["meetings"]
    assert parts(meeting) == roles


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("Sudanese government negotiators led by Omar Hassan sat down with a Chadian delegation under Idris Nour in Tripoli.",
         {("Omar Hassan", "SDN"), ("Idris Nour", "TCD")}),
        ("On 4 May, Deputy Foreign Minister Timur Akhmetov of Kazakhstan received a delegation of the African Union headed by "
         "Grace Moyo.", {("Timur Akhmetov", "KAZ"), ("Grace Moyo", "AU")}),
        ("The president of Estonia received a delegation of the Finnish parliament under Speaker Matti Halla on Tuesday.",
         {("Matti Halla", "FIN")}),
        ("Norway and Sweden resumed talks on Monday. Ministers Lars Holm of Norway and Eva Dahl of Sweden led their "
         "delegations.", {("Lars Holm", "NOR"), ("Eva Dahl", "SWE")}),
    ],
)  # fmt: skip
def test_who_leads_a_delegation(text: str, leaders: set[tuple[str, str]]) -> None:
    (meeting,) = code(text)["meetings"]
    assert leaders <= {(p["entity"]["name"], p["entity"]["code"]) for p in meeting["participants"]}


@pytest.mark.parametrize(
    ("text", "sides", "start"),
    [
        # who met one goes on to meet the next
        ("UN envoy Peter Hale met Omani Deputy Defence Minister Khalid Harthi in Muscat on Sunday. A day later he held talks in "
         "Amman with the king of Jordan.", {"UNO", "JOR"}, "2010-05-03"),
        ("US envoy Anna Hale met Lebanon's parliament speaker Nabih Berri in Beirut on Monday. On Tuesday she flew on to Cairo, "
         "where she held talks with Egyptian Prime Minister Omar Deng.", {"USA", "EGY"}, "2010-05-04"),
        # the day of the journey
        ("Foreign Minister Kaja Tamm of Estonia flew to Oslo on Monday. There she met her Norwegian counterpart, Lars Holm.",
         {"EST", "NOR"}, "2010-05-03"),
        ("Foreign Minister Kaja Tamm of Estonia flew to Oslo on Monday. She met her Norwegian counterpart, Lars Holm, today.",
         {"EST", "NOR"}, "2010-05-05"),
    ],
)  # fmt: skip
def test_who_goes_on_to_meet_whom(text: str, sides: set[str], start: str) -> None:
    meeting = code(text)["meetings"][-1]
    assert (set(parts(meeting)), meeting["start"]) == (sides, start)


@pytest.mark.parametrize(
    ("text", "shape", "sides", "days"),
    [
        ("Deputy foreign ministers of Kenya, Uganda and Rwanda wound up a two-day meeting on trade in Kigali on Tuesday.",
         "trilateral", {"KEN", "UGA", "RWA"}, ("2010-05-03", "2010-05-04")),
        ("Leaders of the Organization for Security and Cooperation in Europe gathered in Istanbul on Tuesday for a two-day "
         "summit.", "multilateral", {"OSCE"}, ("2010-05-04", "2010-05-05")),
        ("Leaders of the Group of 20 will gather in Lyon on May 18 and 19 for a summit.",
         "multilateral", {"G20"}, ("2010-05-18", "2010-05-19")),
        ("Presidents met in Abuja on Sunday for an emergency ECOWAS summit. Nigerian President Bola Ade chaired the gathering.",
         "multilateral", {"ECOWAS", "NGA"}, ("2010-05-02", "2010-05-02")),
        ("Croatian Prime Minister Ivan Maric and Slovenia's Alenka Kos failed to reach a deal at the third round of talks in "
         "Vienna on Monday.", "bilateral", {"HRV", "SVN"}, ("2010-05-03", "2010-05-03")),
        ("North and South Korean generals met at a border post on Monday, the first such talks in ten years.",
         "bilateral", {"PRK", "KOR"}, ("2010-05-03", "2010-05-03")),
    ],
)  # fmt: skip
def test_gatherings_in_plain_words(text: str, shape: str, sides: set[str], days: tuple[str, str]) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["format"], set(parts(meeting))) == (shape, sides)
    assert (meeting["start"], meeting["end"]) == days


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        ("Washington and Havana have completed a round of talks on migration. A new round will be held in October.",
         "2010-10", None),
        ("India and Nepal ended two days of talks on Tuesday. They agreed to hold a further round next month.", "2010-06", None),
        ("Peru and Chile have completed a second round of talks. A third round will take place in Arica on May 20.",
         "2010-05-20", "Arica"),
        ("Peru and Chile held a round of talks on Monday. A new round of sanctions will be imposed in October.", None, None),
        ("Peru and Chile held talks on Monday. Peru votes in May; a second round will be held on June 6.", None, None),
    ],
)  # fmt: skip
def test_another_round_to_come(text: str, start: str | None, place: str | None) -> None:
    ahead = [m for m in code(text)["meetings"] if m["status"] == "planned"]
    assert [(m["start"], m["place"] and m["place"]["name"]) for m in ahead] == ([(start, place)] if start else [])


def test_what_will_be_held_is_to_come() -> None:
    (meeting,) = code("The summit between Peru and Chile will be held in November.")["meetings"]
    assert (meeting["status"], meeting["start"]) == ("planned", "2010-11")
    (meeting,) = code("The summit between Peru and Chile was held in November.")["meetings"]
    assert (meeting["status"], meeting["start"]) == ("held", "2009-11")


@pytest.mark.parametrize(
    "text",
    [
        "Cool air from the Norwegian Sea met a warm front over Denmark on Monday night.",
        "In the film, a Chilean diplomat meets an Austrian pianist in Lima.",
        "In the novel, a Kenyan minister meets the prime minister of Peru.",
    ],
)
def test_who_meets_nobody(text: str) -> None:
    record = code(text)
    assert record["meetings"] == []
    assert record["events"] == []


def test_a_minister_who_meets_about_films_meets() -> None:
    (meeting,) = code("The Kenyan minister met the prime minister of Peru on Monday to discuss films.")["meetings"]
    assert set(parts(meeting)) == {"KEN", "PER"}


@pytest.mark.parametrize(
    ("text", "status", "start", "end"),
    [
        ("Peace talks between Niger's government and Mali began in Accra on Tuesday. Ghana is hosting the African Union-led "
         "negotiations, which are due to run until Sunday.", "under way", "2010-05-04", "2010-05-09"),
        ("Delegates from the Rwandan government and the Rwandan Patriotic Front are still negotiating in Lusaka, where the "
         "talks began on Friday.", "under way", "2010-04-30", "2010-04-30"),
        ("Leaders of the Group of 20 will gather in Lyon on May 18 and 19 for a summit hosted by France.",
         "planned", "2010-05-18", "2010-05-19"),
    ],
)  # fmt: skip
def test_days_told_apart_from_the_talks(text: str, status: str, start: str, end: str) -> None:
    (meeting,) = code(text)["meetings"]
    assert (meeting["status"], meeting["start"], meeting["end"]) == (status, start, end)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A Nicaraguan government commission and Honduran officials sat down in Managua on Tuesday.",
         {"NIC": "host", "HND": "party"}),
        ("Secretary Anne Ford of the United States spoke by phone today with Mongolian Foreign Minister Bat Erdene, spokesperson "
         "Tammy Lake said.", {"USA": "party", "MNG": "party"}),
        ("Kenyan and Ugandan delegates clashed at a stormy session in Arusha on Monday.", {"KEN": "party", "UGA": "party"}),
        ("Zambian President Peter Banda called on Chinese leader Li Ming in Beijing on Monday.", {"ZMB": "guest", "CHN": "host"}),
        ("The Malian president arrived in Dakar on Tuesday and had talks with President Leopold Faye at the palace.",
         {"MLI": "party", "SEN": "host"}),
        ("On the margins of a trade fair in Luanda, Rwandan President Paul Mugisha and Burundian President Jean Kabura met for "
         "an hour on Monday, with Angolan President Eduardo dos Campos mediating.", {"RWA": "party", "BDI": "party", "AGO": "mediator"}),
    ],
)  # fmt: skip
def test_who_met_in_plain_words(text: str, roles: dict[str, str]) -> None:
    (meeting,) = code(text)["meetings"]
    assert parts(meeting) == roles


@pytest.mark.parametrize(
    "text",
    [
        "Zambian President Peter Banda called on Chinese leader Li Ming to reopen the embassy in Lusaka.",
        "Zambian President Peter Banda called on China in Geneva on Monday.",
        "The negotiators sat down to lunch, tired.",
    ],
)
def test_who_met_nobody_in_plain_words(text: str) -> None:
    assert code(text)["meetings"] == []


@pytest.mark.parametrize(
    ("text", "sides", "medium"),
    [
        (
            "In separate calls on Friday, Special Envoy Ana Vega discussed the drought with Kenyan Foreign Minister Amos Otieno and "
            "Ugandan Foreign Minister Grace Akello.",
            [{None, "KEN"}, {None, "UGA"}],
            "phone",
        ),
        ("The president met separately with the leaders of Chad and Sudan on Monday.", [{None, "TCD"}, {None, "SDN"}], None),
        ("The president met with the leaders of Chad and Sudan on Monday.", [{None, "TCD", "SDN"}], None),
    ],
)  # fmt: skip
def test_one_by_one(text: str, sides: list[set[str | None]], medium: str | None) -> None:
    meetings = record_of(code_report(Report(text, date(2012, 6, 4))))["meetings"]
    assert [{p["entity"]["code"] for p in m["participants"]} for m in meetings] == sides
    assert {m["medium"] for m in meetings} <= {medium, "in person", None}
