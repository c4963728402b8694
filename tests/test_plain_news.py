"""Plain sentences of news, each a kind that was read wrongly once: who did it, what was held and what is ahead, which
text stands, who said what. All are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

TUESDAY = "2016-10-18"


def code(text: str, day: str = TUESDAY):
    return record_of(code_report(Report(text, date.fromisoformat(day))))


def sides(event):
    return tuple([e["code"] or e["text"] for e in event[side]] for side in ("actor", "recipient"))


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        # a move is of all who made it
        ("Norway and Sweden expelled six Russian diplomats. Canada hailed the move.", "SUPPORT", (["CAN"], ["NOR", "SWE"])),
        ("French and British forces launched air strikes on Yemen. The strikes were condemned by Iran and Oman.",
         "ACCUSE", (["IRN", "OMN"], ["FRA", "GBR"])),
        ("Canada and Japan imposed travel bans on Russian officials, a move that Ukraine's foreign ministry welcomed.",
         "SUPPORT", (["UKR"], ["CAN", "JPN"])),
        ("North Korea fired a missile over Japan. South Korea condemned the launch.", "ACCUSE", (["KOR"], ["PRK"])),
        # whoever judges an attack has not committed it
        ("The operation, which was denounced by Cuba, killed two Venezuelan soldiers.", "ASSAULT", ([], ["VEN"])),
        ("Israel's attack on Gaza was condemned by Turkey.", "ACCUSE", (["TUR"], ["ISR"])),
        ("Ethiopia's expulsion of U.N. officials was criticised by Norway.", "SANCTION", (["ETH"], ["UNO"])),
        ("North Korea launched a missile over Japan, drawing sharp criticism from South Korea.", "ACCUSE", (["KOR"], ["PRK"])),
        # no state's army
        ("The United States ruled out the use of force against Iran.", "REJECT", (["USA"], ["IRN"])),
        ("France said its ambassador had been expelled from Niger.", "SANCTION", (["NER"], ["FRA"])),
        # a continent is no state
        ("Latin American countries condemned Venezuela.", "ACCUSE", (["Latin American countries"], ["VEN"])),
        ("Germany not only welcomed the plan of Turkey but also signed it.", "SUPPORT", (["DEU"], ["TUR"])),
    ],
)  # fmt: skip
def test_who_did_it(text, category, expected):
    found = [sides(e) for e in code(text)["events"] if e["event"] == category]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "category", "actor"),
    [
        ("NAIROBI, Oct 18 (Reuters) - Police in Uganda arrested an opposition leader on Tuesday.", "COERCE", "UGA"),
        ("NAIROBI, Oct 18 (Reuters) - Authorities in Ethiopia detained two journalists on Tuesday.", "COERCE", "ETH"),
        ("JERUSALEM, Oct 18 (AP) - Protesters clashed with police in Amman on Tuesday.", "PROTEST", "JOR"),
        ("MOSCOW, Oct 18 (AP) - Thousands of demonstrators marched through Tbilisi on Tuesday.", "PROTEST", "GEO"),
        ("Demonstrators clashed with police in Beirut after the plan was opposed by France.", "PROTEST", "LBN"),
        ("American soldiers killed six suspected insurgents west of Kirkuk late Saturday.", "ASSAULT", "USA"),
    ],
)
def test_whoever_acts_in_a_place_is_of_the_place(text, category, actor):
    (event,) = (e for e in code(text)["events"] if e["event"] == category)
    assert [a["code"] for a in event["actor"]] == [actor]
    assert all(r["code"] != "USA" for r in event["recipient"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A NATO air strike killed 60 civilians in a hamlet of Garmsir district of Helmand province.", "Garmsir"),
        ("American soldiers killed six insurgents in an air strike on a house west of Kirkuk.", "Kirkuk"),
        ("Cambodian Prime Minister Hun Sen visited south China's Guangdong Province.", "Guangdong Province"),
        ("Norwegian frigates have been patrolling the Libyan coast to stop smuggling.", "Libyan coast"),
        ("Two Armenian soldiers were killed on the Armenian-Azerbaijani border.", "Armenian-Azerbaijani border"),
        ("Soldiers of both armies traded fire along the border between Thailand and Cambodia.", "border between Thailand and Cambodia"),
        ("Fishermen in Okinawa have refused to let the navy use the pier.", "Okinawa"),
        ("Chad and Sudan signed an accord in Dakar on Friday.", "Dakar"),
        ("The Moroccan navy arrested two Spanish sailors off Perejil on Sunday.", "Perejil"),
        ("Thousands of Indonesians marched through Surabaya on Sunday against the Dutch film.", "Surabaya"),
        ("Russian troops advanced to the edge of Avdiivka on Monday and shelled Ukrainian positions.", "Avdiivka"),
        ("Kenya took in 9,000 Somalis at the Dhobley crossing on Monday.", "Dhobley"),
        ("Police arrested two Chinese officials at Lusaka airport on Monday.", "Lusaka"),
        ("Syria let a Red Cross convoy into besieged Madaya on Monday.", "Madaya"),
        ("Chile sent 200 firefighters to the Canadian province of Alberta on Monday.", "Alberta"),
        ("TUNIS, Tunisia - Italian planes bombed this city on Monday.", "Tunis"),
    ],
)  # fmt: skip
def test_where_it_was_done(text, place):
    events = code(text)["events"]
    assert place in [e["place"]["name"] for e in events if e["place"]]


@pytest.mark.parametrize(
    "text",
    [
        "Iran held talks with the United States through Oman on Monday.",
        "Police arrested two men at a U.S. checkpoint on Monday.",
    ],
)
def test_who_is_told_of_is_no_place(text):
    assert [e["place"] for e in code(text)["events"]] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The leaders of Chad and Sudan agreed in Doha on Friday to restore ties.", "2016-10-14"),
        ("Israel and Hamas agreed to a ceasefire on Friday.", "2016-10-14"),
        ("Chad and Sudan signed an accord in Dakar on Friday.", "2016-10-14"),
        ("The envoy was to fly to Damascus on Saturday.", TUESDAY),  # told on the day of the report
        # the act's own day, however far behind it; not that of what the act is about
        ("Austria recognised Estonia and Latvia as two independent states on Monday.", "2016-10-17"),
        ("Greece criticised Morocco's interior minister, Karim Tazi, in an address in Athens on Monday.", "2016-10-17"),
        ("France criticised a decision by the parliament of Hungary on Monday.", TUESDAY),
        ("Kenya condemned the coup in Niger by officers of the guard on Monday.", TUESDAY),
        ("LA PAZ - President Luis Soto on Friday called off talks with Chile that had been set for next week.", "2016-10-14"),
        # no clock runs ahead in what is told by the way
        ("Ghana, which closed its border on Wednesday, has few friends.", "2016-10-12"),
        ("Israeli jets bombed Damascus overnight Saturday.", "2016-10-15"),
        # "today" is the dateline's day
        ("HAVANA, Oct. 17 (AP) - Cuban police arrested three Spanish sailors today.", "2016-10-17"),
        ("HAVANA, Oct. 17 (AP) - President Juan Soto resigned tonight, his vice president said.", "2016-10-17"),
        ("HAVANA, Oct. 11 (AP) - Cuban police arrested three Spanish sailors today.", TUESDAY),
    ],
)  # fmt: skip
def test_when_it_was_done(text, day):
    assert code(text)["events"][0]["date"]["start"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ethiopian troops attacked the town of Axum on Sunday. They killed five people.", "2016-10-16"),
        ("Gunmen seized nine Malian farmers on Sunday. Boko Haram abducted them, the governor said.", "2016-10-16"),
        ("Ethiopian troops attacked the town of Axum on Sunday. Rwanda shelled Bukavu.", TUESDAY),
    ],
)
def test_more_of_the_same_force_is_of_the_same_day(text, day):
    assert code(text)["events"][-1]["date"]["start"] == day


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The U.S. secretary of state, Jane Doe, and the Russian foreign minister, Ivan Orlov, met in Geneva.", ["USA", "RUS"]),
        ("China's president, Xi Ming, and his Russian counterpart, Oleg Orlov, met in Beijing on Friday.", ["CHN", "RUS"]),
        ("Bahrain's foreign minister, Ali Zayed, and his Emirati counterpart met in Manama on Friday.", ["BHR", "ARE"]),
        ("The German chancellor, Anna Merz, the French president, Luc Blanc, and the Italian prime minister, Ugo Renzi, met in Berlin.",
         ["DEU", "FRA", "ITA"]),
        ("Deputy Prime Minister and Foreign Minister Ishaq Dar met his Iranian counterpart in Tehran.", ["PAK", "IRN"]),
        ("Iran's foreign minister and U.S. envoy Steve Witkoff ended two days of talks in Muscat.", ["IRN", "USA"]),
        ("Foreign Minister Lavrov was received in Cairo on Monday by President Abdel Fattah el-Sisi.", ["RUS", "EGY"]),
        ("The UN Security Council met behind closed doors on Monday.", ["UNO"]),
    ],
)  # fmt: skip
def test_who_met(text, parties):
    (meeting,) = code(text)["meetings"]
    assert [p["entity"]["code"] for p in meeting["participants"]] == parties


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("Kenya and Uganda signed a peace agreement on Sunday after talks mediated by Tanzania.", [("held", "2016-10-16")]),
        ("Iran and Oman agreed to exchange prisoners after talks in Muscat last week.", [("held", "2016-10-10")]),
        ("Kenya and Uganda agreed on Monday to reopen the border after a meeting in Nairobi.", [("held", "2016-10-17")]),
        ("Kerry met Netanyahu in Jerusalem on Friday and Abbas in Ramallah on Saturday.",
         [("held", "2016-10-14"), ("held", "2016-10-15")]),
        ("Kenya and Somalia held a first round of talks in Nairobi on Monday. The next round is planned for December.",
         [("held", "2016-10-17"), ("planned", "2016-12")]),
        ("Kerry told Lavrov by telephone on Friday that time was short.", [("held", "2016-10-14")]),
        ("Chad's foreign minister, Ali Nur, flies to Oslo tomorrow for talks with his Norwegian counterpart, Anna Holm.",
         [("planned", "2016-10-19")]),
    ],
)  # fmt: skip
def test_what_was_held_and_what_is_ahead(text, meetings):
    assert [(m["status"], m["start"]) for m in code(text)["meetings"]] == meetings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a text that is signed stays so, whoever welcomes, keeps or denounces it
        ("Kenya and Uganda signed a peace accord on Monday. Tanzania welcomed the deal.", ("peace accord", "signed")),
        ("Kenya and Uganda signed a peace accord on Monday. Tanzania rejected the deal.", ("peace accord", "signed")),
        (
            "Kenya and Uganda signed a peace accord on Monday. Uganda then rejected the deal.",
            ("peace accord", "rejected"),
        ),
        ("Israel and Lebanon agreed to a cease-fire on Tuesday.", ("cease-fire", "agreed")),
        ("Peru called for a cease-fire in Chile.", ("cease-fire", "proposed")),
        ("Kenya and Uganda failed to reach a deal on fishing rights.", ("deal", "under negotiation")),
        ("Ukraine and Russia signed a 12-point protocol in Minsk on Friday.", ("12-point protocol", "signed")),
    ],
)
def test_how_far_a_text_is(text, expected):
    (agreement,) = code(text)["agreements"]
    assert (agreement["name"]["text"], agreement["status"]) == expected


def test_who_signs_with_somebody_is_a_party_too():
    (agreement,) = code("Turkey ratified the mineral deal with the United States.")["agreements"]
    assert [p["code"] for p in agreement["parties"]] == ["TUR", "USA"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked whether Beijing would cut off oil, spokesman Geng Shuang said he had no information.", ["he had no information"]),
        ("Asked if Washington would lift sanctions, spokesman Matthew Miller said nothing had changed.", ["nothing had changed"]),
        ("Moscow said it was not involved.", ["it was not involved"]),
        ("Tassos Papadopoulos said he would not sign.", ["he would not sign"]),
    ],
)  # fmt: skip
def test_what_is_said_and_what_is_only_asked(text, said):
    assert [c["text"] for s in code(text)["statements"] for c in s["content"]] == said


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Nicolas Maduro insists that the court has no say.", []),
        ("The ministry declined to comment on the report.", []),
        ("Iran rejects the draft, Foreign Minister Abbas Araghchi told reporters. Israel welcomes the sanctions.",
         [("IRN", "rejects"), ("ISR", "supports")]),
    ],
)  # fmt: skip
def test_where_somebody_stands(text, positions):
    assert [(p["actor"]["code"], p["stance"]) for p in code(text)["positions"]] == positions


def test_what_somebody_is_said_to_have_said_rests_on_that_statement():
    record = code("Britain's delegate, Ann Parsons, said Argentina had rejected London's last proposals.")
    (statement,) = record["statements"]
    assert (statement["speaker"]["text"], statement["chain"]) == (
        "Ann Parsons",
        [],
    )  # an act of Argentina, and no words
    assert statement["content"][0]["text"] == "Argentina had rejected London's last proposals"
    assert [p["actor"]["code"] for p in record["positions"]] == ["ARG"]
    assert [p["according_to"] for p in (*record["positions"], *record["events"])] == [0, 0]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Chile called for a ceasefire in Peru on Monday. Brazil urged both sides to talk. Bolivia condemned the rebels.", [None] * 3),
        ("Iran rejects the draft, Foreign Minister Abbas Araghchi told reporters in Tehran on Monday. Israel welcomes the sanctions.",
         ["press conference", None]),
    ],
)  # fmt: skip
def test_news_is_no_readout(text, channels):
    assert [s["channel"] for s in code(text)["statements"]] == channels


def test_a_title_is_no_new_sentence():
    record = code("Envoys of the allies told U.S. Under Secretary of State Victoria Nuland of the threat from Russia.")
    assert len(record["report"]["sentences"]) == 1


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Palestinian youths threw stones at Israeli soldiers in Hebron.", ("PSE", ["CVL"]), ("ISR", ["MIL"])),
        ("Ethiopian villagers attacked Kenyan herders near the border.", ("ETH", ["CVL"]), ("KEN", ["CVL"])),
        ("Nigerian kidnappers released two German engineers.", ("NGA", ["CRM"]), ("DEU", ["CVL"])),
        ("Serbian paramilitaries killed dozens of Bosnian farmers.", ("SRB", ["PRM"]), ("BIH", ["CVL"])),
    ],
)
def test_a_people_is_not_its_government(text, actor, recipient):
    (event,) = code(text)["events"]
    assert [(e["code"], e["sectors"]) for e in (*event["actor"], *event["recipient"])] == [actor, recipient]


@pytest.mark.parametrize(
    ("text", "place", "venue"),
    [
        ("Obama and Putin met in Geneva on Friday at the Hotel Intercontinental.", "Geneva", "Hotel Intercontinental"),
        ("Obama and Putin met at the Okura Hotel in Amsterdam on Friday.", "Amsterdam", "Okura Hotel"),
        ("The ministers of Iran and Iraq met at Villa Orvana, a lakeside mansion in Geneva.", "Geneva", "Villa Orvana"),
    ],
)
def test_the_town_and_the_venue_in_it(text, place, venue):
    (meeting,) = code(text)["meetings"]
    assert (meeting["place"]["name"], meeting["place"]["country"] is not None, meeting["venue"]) == (place, True, venue)


@pytest.mark.parametrize(
    "text",
    [
        "The United States imposed sanctions on Libya over the war in Syria.",
        "Spain expelled a Russian diplomat over the poisoning in Salisbury.",
    ],
)
def test_no_place_in_what_an_act_is_about(text):
    (event,) = code(text)["events"]
    assert event["place"] is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Jose Eduardo dos Santos met President Joseph Kabila in Luanda on Friday.",
         ["Jose Eduardo dos Santos", "Joseph Kabila"]),
        ("Kuwait's Emir Sheikh Sabah al-Ahmad al-Jaber al-Sabah met Saudi King Salman bin Abdulaziz Al Saud in Jeddah.",
         ["Sabah al-Ahmad al-Jaber al-Sabah", "Salman bin Abdulaziz Al Saud"]),
        ("President Bush, Prime Minister Tony Blair and Prime Minister Jose Maria Aznar met in Lajes on Sunday.",
         ["Bush", "Tony Blair", "Jose Maria Aznar"]),
    ],
)  # fmt: skip
def test_whole_names(text, names):
    (meeting,) = code(text)["meetings"]
    assert [p["entity"]["name"] for p in meeting["participants"]] == names


def test_talks_last_from_their_beginning_to_their_end():
    (meeting,) = code("The talks between Iran and Oman, which began on October 10, ended in Vienna on Monday.")[
        "meetings"
    ]
    assert (meeting["start"], meeting["end"]) == ("2016-10-10", "2016-10-17")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Macron on X: "Peace must come first." Scholz said Germany agreed.',
         [("Macron", "Peace must come first.", "social media"), ("Scholz", "Germany agreed", None)]),
        ('Prime Minister Irakli Gelashvili said: “We will not stop.” Polish Prime Minister Adam Tusk on X: "Georgia deserves better!"',
         [("Irakli Gelashvili", "We will not stop.", None), ("Adam Tusk", "Georgia deserves better!", "social media")]),
        ('"We will act." - High Representative Federica Mogherini', [("Federica Mogherini", "We will act.", None)]),
        ('State TV quoted Kim Jong Un as saying "the talks have failed".', [("Kim Jong Un", "the talks have failed", None)]),
        ("The plan is dead, Macron said on X.", [("Macron", "The plan is dead", "social media")]),
    ],
)  # fmt: skip
def test_whose_words(text, said):
    found = [(s["speaker"]["name"], s["content"][0]["text"], s["channel"]) for s in code(text)["statements"]]
    assert [(words, channel) for _, words, channel in found] == [(words, channel) for _, words, channel in said]
    assert all(name in told for (told, _, _), (name, _, _) in zip(found, said, strict=True))


def test_a_statement_is_whose_who_issued_it():
    record = code(
        "The Kenyan foreign ministry issued a statement on Monday. The statement said Kenya would not attend."
    )
    assert [s["speaker"]["code"] for s in record["statements"]] == ["KEN"]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        # the act whose words have the noun goes before a later one of its kind
        ("Norway imposed sanctions on Iran. Russia expelled ten Norwegian diplomats. China condemned the sanctions.", "ACCUSE", "NOR"),
        ("Russia bombed Aleppo. Syrian rebels killed six Russian soldiers. Turkey condemned the bombing.", "ACCUSE", "RUS"),
        # what was not done is taken up by nothing
        ("Iran did not attack Israel. Hamas did. Egypt condemned the attack.", "ACCUSE", "PSE"),
    ],
)  # fmt: skip
def test_which_act_a_noun_takes_up(text, category, recipient):
    found = [e for e in code(text)["events"] if e["event"] == category]
    assert [r["code"] for r in found[-1]["recipient"]] == [recipient]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway and Russia held talks about the war in Geneva on Friday.", "Geneva"),
        ("Police arrested ten people over a bombing in Istanbul on Monday.", "Istanbul"),
        ("Students protested over rising prices in Khartoum.", "Khartoum"),
        ("France condemned the attack in Aleppo.", None),
        ("Turkey signed a deal with Russia on bases in Syria.", None),
        ("Iran signed a contract with China to build a port in Oman.", None),
        ("Turkey signed a deal in Ankara on Monday with Russia on bases in Syria.", "Ankara"),
        ("Near Lebanon's border, Israeli troops killed four gunmen.", "Lebanon's border"),
    ],
)
def test_where_it_was_and_where_it_was_not(text, place):
    event = code(text)["events"][0]
    assert (event["place"] or {"name": None})["name"] == place


def test_what_is_condemned_has_the_place_and_the_condemnation_none():
    places = {e["event"]: e["place"] for e in code("The attack in Aleppo was condemned by France.")["events"]}
    assert places.pop("ACCUSE") is None
    assert all(event == "ASSAULT" and place["name"] == "Aleppo" for event, place in places.items())


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("LONDON, Oct 18 (Reuters) - Protesters marched on Monday against the war in Syria.", "GBR"),
        (
            "PARIS, Oct 18 (AFP) - Protesters clashed with police on Monday after the killing of a cleric in Iran.",
            "FRA",
        ),
        ("The Foreign Office summoned the Russian ambassador on Monday.", "GBR"),
        ("ISLAMABAD - The Foreign Office of Pakistan said Pakistan had summoned the Afghan envoy.", "PAK"),
    ],
)
def test_whose_people_and_whose_office(text, actor):
    assert code(text)["events"][0]["actor"][0]["code"] == actor


@pytest.mark.parametrize(
    ("text", "meetings", "text_status"),
    [
        ("Russia and Ukraine agreed to a ceasefire on Friday at talks in Minsk.", ["held"], "agreed"),
        ("Russia and Ukraine agreed on a ceasefire at talks in Minsk on Friday.", ["held"], "agreed"),
        ("Sudan and Chad agreed a ceasefire in talks in Doha.", ["held"], "agreed"),
        ("Kenya and Somalia agreed on Monday to a prisoner swap at a meeting in Amman.", ["held"], "agreed"),
        ("Sudan and Chad reached a ceasefire agreement at talks in Doha on Monday.", ["held"], "agreed"),
        ("Chile and Peru will agree to a truce at talks in Lima on Friday.", ["planned"], None),
        ("Norway and Russia agreed to talks in Oslo on Friday.", ["planned"], None),
        ("Norway and Russia agreed to a summit in Oslo next week.", ["planned"], None),
    ],
)
def test_talks_at_which_something_was_agreed_were_held(text, meetings, text_status):
    record = code(text)
    assert [m["status"] for m in record["meetings"]] == meetings
    if text_status:
        assert [a["status"] for a in record["agreements"]] == [text_status]


def test_two_nouns_under_one_article_are_one_text():
    (text,) = code("Sudan and Chad reached a ceasefire agreement at talks in Doha on Monday.")["agreements"]
    assert text["name"]["text"] == "ceasefire agreement"


@pytest.mark.parametrize(
    ("text", "category", "day"),
    [
        ("Premier Karl Lund thanked President Ana Torres for her help with the accord in a phone call on Monday.",
         "SUPPORT", "2016-10-17"),
        ("Canada welcomed the ceasefire in a statement on Monday.", "SUPPORT", "2016-10-17"),
        ("The German chancellor urged Malta to admit the ship in a telephone call with its premier on Sunday.",
         "REQUEST", "2016-10-16"),
    ],
)  # fmt: skip
def test_what_is_said_in_a_call_was_said_on_its_day(text, category, day):
    assert [e["date"]["start"] for e in code(text)["events"] if e["event"] == category] == [day]


@pytest.mark.parametrize(
    ("text", "category", "day"),
    [
        # the day is that of agreeing, not of the truce
        ("Peru and Chile agreed to a ceasefire on Monday.", "AGREE", "2016-10-17"),
        ("Norway welcomed a ceasefire agreed by Peru and Chile on Monday.", "SUPPORT", TUESDAY),
        ("Peru and Chile agreed to a ceasefire from Thursday.", "AGREE", TUESDAY),
        # by when something is promised is not when it was
        ("Peru and Chile agreed to open the border within two months.", "AGREE", TUESDAY),
    ],
)
def test_the_day_of_agreeing(text, category, day):
    assert [e["date"]["start"] for e in code(text)["events"] if e["event"] == category] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Chad and Niger agreed to open the border within two months after four days of talks in Paris.",
         ("2016-10-15", "2016-10-18")),
        ("Chad and Niger will open the border after four days of talks in Paris.", ("2016-10-15", "2016-10-18")),
        ("Officials from Chad and Niger ended two days of meetings on Monday.", ("2016-10-16", "2016-10-17")),
        ("Chad and Niger concluded a two-day meeting in Paris on Monday.", ("2016-10-16", "2016-10-17")),
    ],
)  # fmt: skip
def test_talks_that_have_had_their_days_are_over(text, days):
    found = code(text)
    assert [(m["status"], m["start"], m["end"]) for m in found["meetings"]] == [("held", *days)]
    assert "SANCTION" not in [e["event"] for e in found["events"]]


def test_talks_that_are_ended_halfway_are_broken_off():
    assert "SANCTION" not in [e["event"] for e in code("Norway ended three days of talks with Chad.")["events"]]
    assert "SANCTION" in [e["event"] for e in code("The United States ended its talks with Iran.")["events"]]


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        # who charges and sentences: the authorities of the place, or of those who are tried
        ("Nine officers were charged with treason in Nairobi on Friday.", "ACCUSE", (["KEN"], ["KEN"])),
        ("A general of Peru was sentenced to nine years in prison on Monday.", "SANCTION", (["PER"], ["PER"])),
        # and nobody known where their nation is told, as others' courts would tell it
        ("Two Peruvian sailors were charged with spying on Monday.", "ACCUSE", ([], ["PER"])),
        # who protests in a place: its people
        ("Anti-government protests continued in Khartoum on Monday.", "PROTEST", (["SDN"], ["SDN"])),
        # gunmen of whom nothing is known are not the one armed group that the report names
        (
            "Unidentified gunmen opened fire on a bus in Lima on Monday. The Shining Path has long fought the army.",
            "ASSAULT",
            (["Unidentified gunmen"], ["PER"]),
        ),
        ("Gunmen killed two miners in Lima. The Shining Path has long fought the army.", "ASSAULT", (["Gunmen"], ["PER"])),
        # one accusation, told once
        ("The minister said Chile was responsible for the deaths of two fishermen.", "ACCUSE", (["minister"], ["CHL"])),
    ],
)  # fmt: skip
def test_acts_of_nobody_named(text, category, expected):
    found = [sides(e) for e in code(text)["events"] if e["event"] == category]
    assert found[0] == expected
    assert len(found) == 1 or category == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        # each state's own, whichever way it is told
        ("President Akua Mensa of Ghana and Danish Foreign Minister Lars Holm met in Accra on Monday.", TUESDAY, ["DNK", "GHA"]),
        ("Queen Lalla of Morocco and Chilean President Rosa Vidal held talks in Rabat on Monday.", TUESDAY, ["CHL", "MAR"]),
        # by surname alone, at the day of the report
        ("President Reagan met Prime Minister Nakasone of Japan in Washington on Monday.", "1986-04-15", ["JPN", "USA"]),
    ],
)  # fmt: skip
def test_whose_those_are_who_met(text: str, day: str, expected: list[str]):
    (meeting,) = code(text, day)["meetings"]
    assert sorted({p["entity"]["code"] for p in meeting["participants"]}) == expected


def test_who_receives_somebody_does_not_receive_himself():
    events = code("President Akufo of Ghana received a Danish delegation on Friday.")["events"]
    assert [(e["event"], *sides(e)) for e in events] == [("CONSULT", ["DNK"], ["GHA"])]
