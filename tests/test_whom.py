"""Who acts and on whom, where the sides are told in ways that were read wrongly once: sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.codebook.orders import asks_own
from dragoman.contract import record_of
from dragoman.pipeline import code_report, explain
from dragoman.records import Report
from dragoman.understand import understand

DAY = date(2022, 4, 5)
WAR = "Ukraine waited, and Ukraine's army fought on in Ukraine. "


def sides(text: str, category: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = record_of(code_report(Report(text, DAY)))["events"]
    found = [e for e in events if e["event"] == category]
    return [([a["code"] for a in e["actor"]], [r["code"] for r in e["recipient"]]) for e in found]


@pytest.mark.parametrize(
    ("text", "mention", "codes"),
    [
        # kings go by their first names, others by their last
        ("Envoys came to see King Hussein of Jordan. Saddam Hussein of Iraq had sent none, and King Hussein knew it.", "King Hussein", ["JOR"]),
        ("Envoys came to see King Hussein of Jordan. Saddam Hussein of Iraq had sent none.", "Saddam Hussein", ["IRQ"]),
        ("Abdullah of Jordan flew to Rome. King Abdullah will be back in May.", "King Abdullah", ["JOR"]),
        # whoever speaks behind a comma is no title of whom the clause before names
        (
            "Morocco's King Hassan II spoke on Monday. After a long dinner with Spanish Prime Minister Luis Vega, the king "
            "asked for patience. Vega thanked the king.",
            "the king",
            ["MAR"],
        ),
        ("Ana Paz, the president of Peru, spoke in Lima on Monday.", "Ana Paz", ["PER"]),
        # an office that is not held yet, told with a hyphen
        (
            "Norway's Prime Minister-designate Ola Berg and Danish Prime Minister Lars Holm spoke. Peru praised the Prime "
            "Minister-designate for his calm.",
            "Prime Minister",
            ["NOR"],
        ),
        # of settlers whom the text calls so
        ("Two Jewish settlers were freed near Hebron on Monday.", "Two Jewish settlers", ["ISR"]),
        # the leaders who met, not those whose summit is ahead
        (
            "Chilean President Juan Soto met Peruvian President Ana Paz ahead of the APEC leaders' summit. The leaders "
            "vowed to fight the drought.",
            "The leaders",
            ["CHL", "PER"],
        ),
        ("APEC leaders came to Lima on Monday. The leaders vowed to fight the drought.", "The leaders", ["APEC"]),
        # courts by the town where they sit
        ("The Hague tribunal thanked Croatia on Monday.", "The Hague tribunal", ["ICTY"]),
        # what a group is called for short
        ("Israeli troops held men of Islamic Jihad in Tulkarem. On Friday, Jihad thanked Peru.", "Jihad", ["PSE"]),
        # whose force it is, where another state's goes by the same words
        ("The South Sudan People's Defence Force took a village in Upper Nile.", "The South Sudan People's Defence Force", ["SSD"]),
        ("Myanmar accused the People's Defence Force of a raid.", "the People's Defence Force", ["MMR"]),
        # the American state
        ("The envoy flew to Macon, Georgia, on Monday. Peru paid for the flight.", "Macon, Georgia", [None]),
        ("The envoy flew to Batumi, Georgia, on Monday. Peru paid for the flight.", "Batumi, Georgia", ["GEO"]),
        # the administration told of before by its name; Congress beside it
        (
            "Aid of the Biden-Harris Administration to Ukraine goes on. " + WAR + "NATO sent shells to Ukraine. At the same "
            "time, the Administration is sending food to Ukraine.",
            "the Administration",
            ["USA"],
        ),
        ("The White House has sent shells. " + WAR + WAR + "Ukraine thanked the United States. Kyiv hopes that Congress pays.", "Congress", ["USA"]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, mention: str, codes: list[str | None]) -> None:
    at = text.rindex(mention)
    (found,) = explain(understand(Report(text, DAY)), [(at, at + len(mention))])
    assert sorted(e.code or "" for e in found.entities) == [c or "" for c in codes]


QUARTET = "Jordan's foreign minister Salim Odeh flew home on Monday. Odeh urged the Quartet "


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        # the members that the text names with a grouping
        (QUARTET + "on the Middle East, which groups Russia, the European Union, the UN and the United States, to do more.", ["EU", "RUS", "UNO", "USA"]),
        (QUARTET + "-- made up of the EU, Russia, the United States and the United Nations -- to do more.", ["EU", "RUS", "UNO", "USA"]),
        # none named with it, or others beside it
        (QUARTET + "to do more.", ["QUARTET"]),
        (QUARTET + "and Egypt to do more for Syria, Lebanon and Iraq.", ["EGY", "QUARTET"]),
    ],
)  # fmt: skip
def test_members_of_a_grouping(text: str, recipients: list[str]) -> None:
    (_, found), *_ = sides(text, "REQUEST")
    assert sorted(c or "" for c in found) == recipients


def test_negotiators_of_two_peoples_are_of_both() -> None:
    (actors, _), *_ = sides("Ukrainian and Russian negotiators met in Belarus on Monday.", "CONSULT")
    assert sorted(map(str, actors)) == ["RUS", "UKR"]


@pytest.mark.parametrize(
    ("trigger", "asking", "asked", "own"),
    [
        ("ordered", "the president", "the army", True),
        ("has instructed", "the premier", "the army", False),  # the verb itself opens the words of the act
        ("instructed", "the premier", "the ministry of trade", True),
        ("ordered", "the president", "foreign troops", False),
        ("ordered", "the president", "the settlers", False),
        ("urged", "the president", "the army", False),
        ("urged", "the lower house of parliament", "the government", True),
        ("urged", "the envoy", "the government", False),
        ("asked", "a court", "the president", False),
        ("ordered", "the president", "", False),
    ],
)
def test_whom_a_state_orders(trigger: str, asking: str, asked: str, own: bool) -> None:
    assert asks_own(trigger, asking, asked) is own


PATROL = (
    "MANILA, May 4 (AP) - Philippine President Maria Santos spoke on Monday of Malaysian boats near Palawan. Malaysia has "
    "sent six boats. Malaysia's navy fired at fishermen, and Malaysia blamed the fishermen. "
)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # its own army, though the report tells of another's throughout
        (PATROL + "The president ordered the army to guard the island.", (["PHL"], ["PHL"])),
        (PATROL + "The president has ordered the defence establishment to watch the island.", (["PHL"], ["PHL"])),
        # an army that is told to be another's
        (PATROL + "The president urged the Malaysian army to leave the island.", (["PHL"], ["MYS"])),
        # a mission or agencies may be anybody's
        (
            "Ethiopia ordered the mission to stop work. The UN mission had been in Ethiopia for a year.",
            (["ETH"], ["UNO"]),
        ),
    ],
)
def test_own_army(text: str, pair: tuple[list[str], list[str]]) -> None:
    assert pair in sides(text, "REQUEST")


LAWMAKERS = (
    "WASHINGTON, May 4 (AP) - The US Congress met on Monday. The talk was of Peru, of Peru's police and Peru's courts. "
)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (LAWMAKERS + "US lawmakers urged the government to wait.", (["USA"], ["USA"])),
        # nor their own, where they told of another's before
        (
            LAWMAKERS + "The Peruvian government was silent. US lawmakers urged the government to wait.",
            (["USA"], ["PER"]),
        ),
    ],
)
def test_whose_government_lawmakers_urge(text: str, pair: tuple[list[str], list[str]]) -> None:
    assert pair in sides(text, "REQUEST")


RAID = (
    "Israeli troops shot a Hamas commander dead in Jenin on Monday. Israel said the raid was over. The town was calm. "
)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # on whoever used force against them
        (RAID + "Hamas vowed to avenge him.", (["PSE"], ["ISR"])),
        # on whom the words name
        (RAID + "Hamas threatened to attack Jordan in revenge.", (["PSE"], ["JOR"])),
    ],
)
def test_whom_revenge_is_vowed_on(text: str, pair: tuple[list[str], list[str]]) -> None:
    assert pair in sides(text, "THREATEN")


KENYA = "NAIROBI, May 4 (AP) - Kenyan Foreign Minister Amos Wako "


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # who promises it, and to whom
        (KENYA + "said he would meet his Ghanaian counterpart Kofi Osei in June.", (["KEN"], ["GHA"])),
        (KENYA + "is ready to meet Ghanaian Foreign Minister Kofi Osei in June.", (["KEN"], ["GHA"])),
        # what is due is of both
        (KENYA + "said he was due to meet his Ghanaian counterpart Kofi Osei in June.", (["KEN", "GHA"], [])),
        (KENYA + "and Ghanaian Foreign Minister Kofi Osei agreed to meet in June.", (["KEN", "GHA"], [])),
    ],
)
def test_who_promises_a_meeting(text: str, pair: tuple[list[str], list[str]]) -> None:
    assert pair in sides(text, "AGREE")


@pytest.mark.parametrize(
    ("text", "met"),
    [
        # behind "of STATE and" begins another's title
        ("Foreign Minister Luis Mora of Costa Rica and Defence Minister Sami Haddad of Saudi Arabia met in Riyadh on Monday.", ["CRI", "SAU"]),
        ("Prime Minister Lena Holm of Norway and Deputy Prime Minister Juan Soto of Chile met in Oslo on Monday.", ["NOR", "CHL"]),
        # one person's two offices
        ("Prime Minister of Qatar and Minister of Foreign Affairs Hamad Saleh met Danish Foreign Minister Anna Berg in Doha on Monday.", ["QAT", "DNK"]),
        # the short form of a name, in a list
        ("Envoys of Chad, Niger, the African Union (AU) and Cameroon met in Abuja on Monday.", ["TCD", "NER", "AU", "CMR"]),
        ("Officials from Japan, the European Union (EU) and Norway met in Oslo on Monday.", ["JPN", "EU", "NOR"]),
        # lists of which the tree makes one name
        ("Sudanese President Omar Bakri, his adviser Musa Hilal and Chadian Prime Minister Ali Hadi met in Tripoli on Monday.", ["SDN", "SDN", "TCD"]),
        ("Chilean President Juan Soto, his foreign minister Ana Vega and Peruvian President Luis Paz met in Lima on Monday.", ["CHL", "CHL", "PER"]),
        # the end of a name, behind a comma
        ("Peruvian President Carlos Vega, Jr. met Chilean President Juan Soto in Lima on Monday.", ["PER", "CHL"]),
    ],
)  # fmt: skip
def test_each_of_those_who_met_once(text: str, met: list[str]) -> None:
    (meeting,) = record_of(code_report(Report(text, DAY)))["meetings"]
    assert [p["entity"]["code"] for p in meeting["participants"]] == met


@pytest.mark.parametrize(
    ("text", "category", "pair"),
    [
        (WAR + "Kenya called on the international community to help Somalia's farmers.", "REQUEST", (["KEN"], [])),
        (WAR + "Egypt urged other countries to open their borders.", "REQUEST", (["EGY"], [])),
        (WAR + "Canada praised its allies and partners for their patience.", "SUPPORT", (["CAN"], [])),
        (WAR + "Norway thanked the neighbouring countries for their patience.", "SUPPORT", (["NOR"], [])),
        (WAR + "Kenya called on Chad and Niger to help the farmers.", "REQUEST", (["KEN"], ["TCD", "NER"])),
        # a town with its state is no union's seat
        ("Chilean President Juan Soto will travel to Brussels, Belgium, on Friday.", "AGREE", (["CHL"], ["BEL"])),
        ("Norway and Brussels signed the fisheries treaty on Friday, and Chile, Brussels and Peru signed another.", "SUPPORT", (["NOR", "EU"], [])),
    ],
)  # fmt: skip
def test_on_nobody_in_particular(text: str, category: str, pair: tuple[list[str], list[str]]) -> None:
    assert pair in sides(text, category)


SIX = ["PRK", "KOR", "CHN", "JPN", "RUS", "USA"]
EARLY, LATE = date(2007, 2, 10), date(2022, 5, 10)


@pytest.mark.parametrize(
    ("text", "day", "met"),
    [
        ("The six-nation talks on the North Korean crisis resumed in Shenyang on Monday after a long break.", EARLY, [SIX]),
        ("Six-party talks on the arms of North Korea ended in Shenyang on Friday without a deal.", EARLY, [SIX]),
        ("The six world powers and Iran held talks in Istanbul on Tuesday.", EARLY, [["CHN", "FRA", "DEU", "RUS", "GBR", "USA", "IRN"]]),
        ("Leaders of the Quad will hold a summit in Kyoto, Japan, on May 24.", LATE, [["USA", "JPN", "IND", "AUS"]]),
        # who is sent to them is his own state's
        ("South Korea's chief negotiator to the six-party talks, Kim Sung-min, met his Chinese counterpart Li Bo in Shenyang on Monday.", EARLY, [["KOR", "CHN"]]),
        # who they are, nobody tells: no party is called so
        ("Eight-party talks on the lake's water between Chad and Niger ended in Bonn on Friday.", EARLY, [["TCD", "NER"]]),
        ("Japan urged North Korea to go back to the six-party talks.", EARLY, []),
    ],
)  # fmt: skip
def test_talks_that_go_by_a_number(text: str, day: date, met: list[list[str]]) -> None:
    meetings = record_of(code_report(Report(text, day)))["meetings"]
    assert [[p["entity"]["code"] for p in m["participants"]] for m in meetings] == met
    assert all(
        p["entity"]["basis"] == "inferred"
        for m in meetings
        for p in m["participants"]
        if "ix" in p["entity"]["text"][:3]
    )


LONG = ["AUT", "BRA", "CHL", "DNK", "FIN", "KOR", "NLD", "USA"]


@pytest.mark.parametrize(
    ("text", "category", "actors"),
    [
        (
            "Joint statement of the foreign ministers of Austria, Brazil, Chile, Denmark, Finland, Republic of Korea, "
            "the Netherlands and the United States, deploring the arrests in Belarus.",
            "ACCUSE",
            LONG,
        ),
        ("Officials of Chad, Niger, Mali and the European Union accused Libya of arming the rebels.", "ACCUSE", ["TCD", "NER", "MLI", "EU"]),
        # a government and its rebels, and who brokered it
        ("The Angolan government and UNITA rebels declared a truce on Friday, mediated by Zambia and Portugal.", "CONCEDE", ["AGO", "AGO"]),
        # those behind another verb are others
        ("Chad, Niger and Mali accused Libya, Sudan and Egypt of arming the rebels.", "ACCUSE", ["TCD", "NER", "MLI"]),
    ],
)  # fmt: skip
def test_all_of_a_list_act(text: str, category: str, actors: list[str]) -> None:
    (event,) = [a for a, _ in sides(text, category)]
    assert sorted(c or "" for c in event) == sorted(actors)


def test_all_governments_are_more_than_those_told_of() -> None:
    text = "Kenya and Uganda closed their borders on Monday. Norway urged all governments to open them again."
    assert (["NOR"], []) in sides(text, "REQUEST")


def test_a_group_goes_with_its_own_people_and_not_with_the_government_before() -> None:
    text = "Mozambican government negotiators and RENAMO delegates resumed talks in Rome on Friday."
    (meeting,) = record_of(code_report(Report(text, DAY)))["meetings"]
    assert [p["entity"]["text"] for p in meeting["participants"]] == [
        "Mozambican government negotiators",
        "RENAMO delegates",
    ]


@pytest.mark.parametrize(
    ("text", "category", "pair"),
    [
        (
            "The Norwegian and Danish prime ministers, Ola Berg and Anna Holm, urged Sudan to talk.",
            "REQUEST",
            (["NOR", "DNK"], ["SDN"]),
        ),
        (
            "The presidents of Kenya and Uganda, Amos Otieno and Grace Akello, accused Sudan of arming rebels.",
            "ACCUSE",
            (["KEN", "UGA"], ["SDN"]),
        ),
        (
            "The foreign ministers of Peru, Chile and Bolivia - Ana Vega, Luis Paz and Rosa Diaz - condemned the coup in Honduras.",
            "ACCUSE",
            (["PER", "CHL", "BOL"], ["HND"]),
        ),
        # each with a title of his own
        (
            "The German chancellor, Helga Braun, and the French president, Luc Morel, urged Sudan to talk.",
            "REQUEST",
            (["DEU", "FRA"], ["SDN"]),
        ),
    ],
)
def test_names_in_the_order_of_their_states(text: str, category: str, pair: tuple[list[str], list[str]]) -> None:
    assert sides(text, category) == [pair]
