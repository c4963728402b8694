"""What an act comes to by how it is told: whose war it is, what is denied, what is to come. All sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

from .extract.readings import read


def code(text: str, day: str = "2010-05-05") -> list[dict]:
    read("Nothing happened.")  # skips without the model
    return record_of(code_report(Report(text, date.fromisoformat(day))))["events"]


def tell(events: list[dict]) -> list[str]:
    """Categories with what is said of them: "RETREAT negation"."""
    return sorted(" ".join((e["event"], *e["aux"])) for e in events)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whoever calls for the end of its own war offers peace
        (
            "The Moro Islamic Liberation Front on Tuesday called for an end to its conflict with the government of the Philippines.",
            ["AGREE"],
        ),
        ("Sri Lanka appealed for a truce with the Tamil Tigers on Friday.", ["AGREE"]),
        ("Sudan's government called for the cessation of its hostilities with the rebels of the SPLA.", ["AGREE"]),
        ("Iraq demanded an immediate end to its war with Iran, Baghdad radio said.", ["AGREE"]),
        ("UNITA issued an appeal for a truce with the Angolan army.", ["AGREE"]),
        # who calls for the end of others' asks for it
        ("The United Nations called for an end to the war between Ethiopia and Eritrea.", ["REQUEST"]),
        ("France called on Chad to end its war with Libya.", ["REQUEST"]),
        ("France called for an end to Chad's war with Libya.", ["REQUEST"]),
        ("Norway called for a ceasefire in Sri Lanka.", ["REQUEST"]),
        ("Egypt called for an end to violence against Copts in Libya.", ["REQUEST"]),
    ],
)
def test_whose_war_should_end(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # protests and exercises announced are still to come, and threaten nobody
        ("Greek civil servants will go on strike next Thursday, their union announced.", ["PROTEST future"]),
        ("Portuguese nurses will walk out on 20 May over pay, their union said.", ["PROTEST future"]),
        ("South Korea will conduct naval drills off Busan from Monday to Friday.", ["MOBILIZE future"]),
        ("Greek civil servants went on strike on Thursday, their union announced.", ["PROTEST"]),
        ("Turkey will punish Greece for the raid, Ankara said.", ["THREATEN"]),
        # force that is only possible
        ("If the truce fails, Egypt could shut its border with Gaza.", ["COERCE hypothetical"]),
        ("Kenya may close its frontier with Somalia should the raids continue.", ["COERCE hypothetical"]),
        ("Should Minsk refuse, Poland might expel Belarusian diplomats.", ["SANCTION hypothetical"]),
        ("Egypt shut its border with Gaza.", ["COERCE"]),
        ("Israel may attack Iran.", []),
        # history by its date
        ("Malta and Fiji established diplomatic relations in June 1975.", ["SUPPORT historical"]),
    ],
)
def test_what_is_to_come_or_only_possible(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # an exercise of several is theirs together, of one alone a show of force
        ("Indian and Omani warships are holding joint manoeuvres in the Arabian Sea.", ["COOPERATE"]),
        ("Greece and Israel held a joint air exercise over Crete on Monday.", ["COOPERATE"]),
        ("The Ghanaian and Togolese armies staged combined manoeuvres near Ho on Friday.", ["COOPERATE"]),
        ("Brazil and Uruguay will hold joint naval exercises in July.", ["AGREE"]),
        ("Iran held naval exercises in the Strait of Hormuz on Monday.", ["MOBILIZE"]),
        # sent home
        ("Portugal handed a fugitive banker over to Angola on Tuesday under an extradition order.", ["COOPERATE"]),
        ("Bolivia severed relations with Israel on Monday. La Paz also told Israeli diplomats to leave the country.",
         ["SANCTION", "SANCTION"]),
        ("Bolivia told Israeli diplomats to respect the law.", ["REQUEST"]),
        # not let in
        ("Namibia barred two Angolan ministers from entering the country on Monday.", ["REJECT"]),
        ("Namibia banned two Angolan parties on Monday.", ["COERCE"]),
        # a quarrel on paper is no talks
        ("Ghana and Togo traded angry letters over the border last week.", []),
        # a noun with its article tells again what the sentence before told
        ("Denmark expelled four Iranian envoys on Friday. The expulsion of the four, announced by Foreign Minister Lykke "
         "in parliament, was the first since 1989.", ["SANCTION"]),
        ("Denmark expelled four Iranian envoys on Friday. Iran's expulsion of two Danish diplomats followed on Monday.",
         ["SANCTION", "SANCTION"]),
        ("Hungary's president travelled to Kyiv on Monday. Her trip, the first by a Hungarian head of state in ten years, "
         "ended with a concert.", ["CONSULT"]),
        # ships of war are sent to show force, not as aid
        ("France sent a frigate and two corvettes to the eastern Mediterranean on Monday.", ["MOBILIZE"]),
        ("Germany sent two field hospitals to Haiti.", ["AID"]),
        # moves that end in an attack
        ("Malian troops advanced on Kidal on Monday and attacked Tuareg rebels there.", ["ASSAULT"]),
    ],
)  # fmt: skip
def test_once_and_as_what(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # moves of a game in words of war
        ("Pakistan surrendered their last five wickets to Australia before lunch on Sunday.", []),
        ("New Zealand attacked from the kick-off and destroyed Wales 44-10 in Cardiff on Saturday.", []),
        ("Norway's skiers crushed Sweden in the relay on Monday.", []),
        ("Italy's goalkeeper praised the German striker after the match.", []),
        ("Four Ethiopian rebels surrendered to Kenya's army on Sunday.", ["RETREAT"]),
        ("Serbian soldiers beat three Kosovar students on Friday.", ["ASSAULT"]),
        ("Gunmen attacked the Togolese football team on its way to a tournament in Cabinda.", ["ASSAULT"]),
        # at home
        ("My sister and I agreed a ceasefire over the television remote.", []),
        ("My wife accused me of burning the toast.", []),
        ("My uncle and his neighbour signed a peace treaty over the hedge.", []),
        ("Finland and Estonia signed a treaty in Tallinn on Friday.", ["SUPPORT"]),
        # works of art
        ("The Lebanese singer's new album pays homage to Egyptian composers.", []),
        ("The Italian novelist's latest book praises the Greek islands.", []),
        ("France's culture minister paid tribute to Lebanese writers on Friday.", ["SUPPORT"]),
    ],
)
def test_who_can_act(text: str, told: list[str]):
    assert tell(code(text)) == told
