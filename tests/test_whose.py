"""Whose people they are, and where it was done: sentences of our own, each a kind that was read wrongly once."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report, explain
from dragoman.records import Entity, Report
from dragoman.settle.parties import Parties
from dragoman.understand import understand

RELEASE = "Office of the Spokesperson\n"
EARLIER, LATER = date(2006, 12, 11), date(2022, 5, 23)


@pytest.mark.parametrize(
    ("text", "mention", "code", "day"),
    [
        # where an envoy is sent is not whose he is
        (RELEASE + "Ambassador to Libya Richard Norland visited Tripoli. Ambassador Norland urged restraint.", "Ambassador Norland", "USA", EARLIER),
        ("Peruvian Ambassador to the United States Luis Rojas met the senator.", "Luis Rojas", "PER", EARLIER),
        ("The Danish Ambassador to the United States, Anna Holm, condemned Russia.", "Anna Holm", "DNK", EARLIER),
        ("The king thanked the Vatican head of government, Secretary of State Paolo Rinaldi.", "Paolo Rinaldi", "VAT", EARLIER),
        ("After talks with the president of Chile, Minister Alan Berg of Norway condemned Peru.", "Alan Berg", "NOR", EARLIER),
        ("Peru's envoy to Rome, Majid bin Salem al-Qasim, conceded that his government had been slow.", "Majid bin Salem al-Qasim", "PER", EARLIER),
        # a state's long name behind him
        ("Chile thanked President Juan Torres of the Republic of Colombia on Monday.", "Juan Torres", "COL", EARLIER),
        ("Peru's minister met President Ana Ruiz of the State of Kuwait.", "Ana Ruiz", "KWT", EARLIER),
        ("Chile thanked General Luis Vidal of the Peruvian army on Monday.", "Luis Vidal", "PER", EARLIER),
        # the government of whose parliament it is
        ("Japan's lower house adopted a resolution on Tuesday calling on the government to cut US bases.", "the government", "JPN", EARLIER),
        ("The United States called on the government of Peru to free the men.", "the government of Peru", "PER", EARLIER),
        # the parliament of another state than the one known by that word
        ("India's prime minister asked the party to wait. In India the Congress will vote against India's budget.", "the Congress", "IND", EARLIER),
        # an office that is not held yet
        (
            RELEASE + "President Biden spoke with Australian Prime Minister-Designate Anthony Albanese. President Biden "
            "thanked the Prime Minister-Designate for his support.",
            "Prime Minister-Designate for",
            "AUS",
            LATER,
        ),
        # two offices that share a word
        (
            "Vice President Kamala Harris met today with President Samia Suluhu Hassan of Tanzania. The Vice President "
            "praised Tanzania.",
            "The Vice President",
            "USA",
            LATER,
        ),
        # the title before a style: of the body that it names, be it long
        ("The President of the ECOWAS Commission, Dr Ayo Bello, received Guinea's minister in Conakry.", "Ayo Bello", "ECOWAS", LATER),
        (
            "Guinea's minister met in Conakry with the Special Envoy of the Secretary-General of the United Nations for "
            "the Great Lakes, Ms Lena Roth.",
            "Lena Roth",
            "UNO",
            LATER,
        ),
        # what somebody is now, before what he was
        ("The U.N. envoy to the region, former Chilean President Pablo Rivas, urged Mali to sign.", "Pablo Rivas", "UNO", LATER),
        ("The African Union's mediator, former Ghanaian President Kofi Asare, urged Mali to sign.", "Kofi Asare", "AU", LATER),
        ("Former Chilean President Pablo Rivas, the U.N. envoy to Mali, urged restraint.", "Pablo Rivas", "UNO", LATER),
        ("The mediator, former Chilean President Pablo Rivas, urged Mali to sign.", "Pablo Rivas", "CHL", LATER),
        # whom somebody serves abroad
        ("The flood was the worst in years, said Ana Lund, head of the ICRC delegation in Somalia.", "Ana Lund", "ICRC", LATER),
        ("Nobody came, said Ana Lund, who heads the UNHCR office in Chad.", "Ana Lund", "UNO", LATER),
        ("Nobody came, said Ana Lund, head of the European Union mission in Georgia.", "Ana Lund", "EU", LATER),
        ("Nobody came, said Ana Lund, head of the Danish hospital in Chad.", "Ana Lund", "DNK", LATER),
        # one place makes nobody its citizen
        ("Former President Paul Rivers met the rebel leader in Bamako on Friday.", "Paul Rivers", None, LATER),
        # behind a state's name "and" begins another's title
        ("President Ana Ruiz of Chile and Ambassador Oleg Zorin of Belarus met.", "Oleg Zorin", "BLR", LATER),
        # the last word of a portfolio is no name
        ("Malta's Minister for Foreign Affairs and Trade Marco Vella called Peru's president.", "Marco Vella", "MLT", LATER),
        # honorifics of any land are no part of a name
        ("Shri Narendra Modi thanked the UAE.", "Shri Narendra Modi", "IND", LATER),
        # whose office it is
        ("Israel waited. Lebanese Prime Minister Omar Haddad took the call from Israel, his office said.", "his office", "LBN", LATER),
        # of the group whose name stands behind his; the leader of the only rebels named
        ("Israel waited. Hana Sami of the PLO Executive Committee spoke in Israel.", "Hana Sami", "PSE", LATER),
        ("FARC guerrillas attacked Ecuador's embassy. Rebel leader Luis Vega spoke.", "Luis Vega", "COL", EARLIER),
        # "His Excellency" is whom the text told of; an account's name may name a state
        ("Qatar's Prime Minister Sheikh Hamad Ali met Kenya's envoy. His Excellency thanked Kenya.", "His Excellency", "QAT", LATER),
        ('@KenyaMFA tweeted: "We stand with Yemen and with the people of Yemen."', "@KenyaMFA", "KEN", LATER),
        # whose team somebody leads; whose army the report names
        ("The talks opened in Accra. Ana Ruiz headed the Chilean team, and Leo Paz led Peru's delegation.", "Leo Paz", "PER", LATER),
        ("GENEVA - The Sudanese Armed Forces met the envoys. Army spokesman Adam Musa blamed Switzerland.", "Adam Musa", "SDN", LATER),
        # a government that has become a state's own
        ("Kenya urged the Government of South Sudan to wait.", "Government of South Sudan", "SDN", EARLIER),
        ("Kenya urged the Government of South Sudan to wait.", "Government of South Sudan", "SSD", LATER),
        # a dateline of a town where others meet is nobody's home
        ("ADDIS ABABA - Talks on South Sudan stalled. South Sudan's army attacked. The rebels left South Sudan.", "The rebels", "SSD", LATER),
        # a ministry is no seat of government, and a health ministry the home state's
        ("Egypt's cabinet met. Egypt waited. In Egypt, the White House said, nobody died. Two men died, the health ministry said.", "the health ministry", "EGY", LATER),
        # a body has no folk of its own
        ("Statement by the High Representative\nThe EU follows Georgia closely. We call on all political parties to wait.", "all political parties", "GEO", LATER),
        # one who was a minister before heading a body
        ("President Michelle Bachelet defended her decision on Monday.", "Michelle Bachelet", "CHL", EARLIER),
        # a weekday behind a name
        ("Egypt's Foreign Minister Ahmed Abul Gheit Saturday welcomed the vote. Abul Gheit thanked Russia.", "Abul Gheit thanked", "EGY", EARLIER),
        # a town
        ("Rebels captured the town of Goma on Monday, the Congo said.", "the town of Goma", "COD", EARLIER),
        # by birth, by what backs them, by what is done to them: nobody's title
        ("A Ugandan court acquitted a Ugandan-born Australian physician on Monday.", "a Ugandan-born Australian physician", "AUS", EARLIER),
        ("France pledged support for the government of Lebanese Prime Minister Fuad Siniora.", "Siniora", "LBN", EARLIER),
        ("The minister met Cambodian Deputy Prime Minister/Foreign Minister Prak Sokhonn.", "Prak Sokhonn", "KHM", LATER),
        # a government is no body's
        ("The European Commission warned Sri Lanka. The European Commission called on the government to act.", "the government", "LKA", EARLIER),
        # a town where others meet is nobody's home
        ("OSLO, May 3 - Peru's government signed a truce on Monday. Prime Minister Ana Paz said it would hold.", "Ana Paz", "PER", LATER),
        ("VIENNA - Chile and Peru signed a treaty on Monday. A minister hailed it. Opposition leader Luis Rojas of Peru signed.", "Luis Rojas", "PER", LATER),
        ("NEW YORK - Ghana's president hailed the treaty on Monday. Foreign Minister Kofi Osei signed it.", "Kofi Osei", "GHA", LATER),
        ("OSLO - The truce broke down on Monday. Defence Minister Ola Berg said Peru was to blame.", "Ola Berg", "NOR", LATER),
        ("OSLO - Peru's president came to Norway on Monday. Defence Minister Ola Berg met him.", "Ola Berg", "NOR", LATER),
        # the army, or the person, whose somebody is
        ("KUMANOVO, Macedonia - \"It is over,\" said General Petar Ilic of the Serbian army.", "Petar Ilic", "SRB", EARLIER),
        ("Peru met Chile in Lima on Monday. Peru will reopen the port, Chilean President Juan Soto said. Peru agreed, Soto's chief of staff, Pablo Vera, wrote on Twitter.", "Pablo Vera", "CHL", LATER),
        # one told of with "a" behind the name is somebody new; what stands beside a name is its own
        ("Security Minister Ben Okot spoke in Kampala, Uganda, on Monday. An LRA spokesman said the rebels were ready.", "Ben Okot", "UGA", EARLIER),
        # rebels are of the state that they are told with, not of the place; mediators are anybody's
        ("OSLO - Peru's government and rebels signed a truce in Chile on Monday.", "rebels", "PER", LATER),
        ("Ghana and two rebel groups signed a truce in Chile on Monday.", "two rebel groups", "GHA", LATER),
        ("Rebels in Chile signed a truce on Monday.", "Rebels in Chile", "CHL", LATER),
        ("GENEVA - The rebels of Ghana accepted the plan, mediators said in Switzerland on Monday.", "mediators", None, LATER),
        # a report of a state's war comes from the town of others where they meet
        ("OSLO, May 3 - Peru's government and rebels signed a truce in Norway on Monday. The army will go home, Norway said.", "The army", "PER", LATER),
        ("OSLO, May 3 - Peru's government and the rebels met in Norway on Monday. Defence Minister Luis Vera said Norway had helped.", "Luis Vera", "PER", LATER),
        ("OSLO, May 3 - Peru and Chile met in Norway on Monday. Defence Minister Ola Berg said Norway had helped.", "Ola Berg", "NOR", LATER),
        # the state of a town that is told of only as a place is no more at home there
        ("OSLO, May 3 - Peru's president signed a truce on Monday at a fort in Norway. Peru rejoiced. Defence Minister Luis Vera said it would hold.", "Luis Vera", "PER", LATER),
        ("LIMA, May 3 (PTI) A truce broke down on Monday. Defence Minister Luis Vera said Chile was to blame.", "Luis Vera", "PER", LATER),
        ("OSLO, May 3 - Peru said it would sign. The king of Norway accused the opposition of theft. The army will go home.", "The army", "NOR", LATER),
        # nor is a government that is only their host, or a mediator of the state
        ("Peru's government met the rebels on Monday at talks hosted by the Norwegian government. Peru said the government would sign.", "the government would", "PER", LATER),
        ("OSLO, May 3 - Norway hosted talks on Monday. The mediator, Ibra Sall, left Norway.", "Ibra Sall", None, LATER),
        # mediators of the town may be told of with them
        ("OSLO, May 3 - Peru's government and its rebels signed a truce on Monday, a Norwegian envoy said. The army will go home.", "The army", "PER", LATER),
        # the house that goes by that word in other states
        ("Colombia's president said on Monday that he would send the text to Congress. Colombia thanked the United States.", "Congress", "COL", LATER),
        # whose jets they are
        ("CAIRO, May 3 - Egypt urged calm. Israeli jets struck the port on Monday, the army said.", "the army", "ISR", LATER),
        # coreference takes no army for a movement, no rebels for a state
        ("MANILA, May 3 - MILF fighters took a village in the Philippines on Monday, the army said.", "the army", "PHL", LATER),
        # spokesmen speak at home, ambassadors abroad
        ("LIMA, May 3 - Peru closed the road on Monday. Foreign ministry spokesman Arun Mehta said in New Delhi that India would wait.", "Arun Mehta", "IND", LATER),
        ("LIMA, May 3 - Norway criticised Peru on Monday. Ambassador Ola Berg said the road must be opened.", "Ola Berg", "NOR", LATER),
        # an adviser is of the home state, not of the minister who looked on
        ("LIMA, May 3 - The text was signed in Peru in the presence of Chilean Prime Minister Juan Soto. Presidential adviser Luis Vera said Peru would keep it.", "Luis Vera", "PER", LATER),
        # ethnic kin of a state are not its own
        ("Ethnic Albanian delegates at the talks in Norway asked for time on Monday.", "Ethnic Albanian delegates", None, LATER),
        # names with a genitive or a hyphen
        ("The Tigray People's Liberation Front signed on Monday.", "The Tigray People's Liberation Front", "ETH", LATER),
        ("France told Guinea-Bissau to wait. Soldiers in Guinea-Bissau freed him.", "Soldiers in Guinea-Bissau", "GNB", LATER),
        # the place that the sentence opens with
        ("The junta of Mali spoke. In Guinea, the government said it would hold a vote.", "the government", "GIN", LATER),
        # institutions that go by their own names
        ("Bangladesh welcomed USAID's support on Monday.", "USAID", "USA", LATER),
        ("The FSB arrested two men on Monday.", "The FSB", "RUS", LATER),
        # people of a place
        ("The secretary met activists from Burma on Tuesday in Washington.", "activists from Burma", "MMR", LATER),
        ("The Iraqi Red Crescent suspended its work on Monday.", "The Iraqi Red Crescent", "IRQ", EARLIER),
        # nobody of whom the report tells
        ("Armenia and Azerbaijan met in Geneva on Monday. The draft was backed by 43 countries.", "43 countries", None, EARLIER),
        ("Armenia and Azerbaijan met in Geneva on Monday. Several other countries sent envoys.", "Several other countries", None, EARLIER),
        ("Clans fought in Somalia for years. Foreign troops pulled out on Monday.", "Foreign troops", None, EARLIER),
        ("Armenia met Azerbaijan in Geneva on Monday. Two soldiers were killed in Armenia.", "Two soldiers", "ARM", EARLIER),
        ("France met Germany in Bonn on Monday. The junta of Myanmar executed the opposition leaders.", "the opposition leaders", None, EARLIER),
        # "I" and "we" of a text that speaks for a state without saying so, by the institutions that it calls its own
        (
            "Peru may close the strait. Peru denies it. I have told you that Peru could keep the United States out. My Administration "
            "has asked members of Congress for help, and we urge shippers to wait.",
            "we",
            "USA",
            LATER,
        ),
        # others have such institutions too
        (
            "We stand with Ukraine. The Federal Government condemns the attack and thanks the United States. We call on Iran to stop.",
            "We",
            None,
            LATER,
        ),
        (
            "We thank the United States. My Administration has worked hard for peace, and we will go on with it in our Nation's name.",
            "we",
            "USA",
            LATER,
        ),
        # in a transcript, of whoever's turn it is
        (
            "SECRETARY RICE: Good morning. The United States stands by Norway.\nPRIME MINISTER STOLTENBERG: "
            "Good morning. We thank the United States for the ships.",
            "We",
            "NOR",
            EARLIER,
        ),
        # those who go by a ruler's name; allies are others than those of whom it told
        ("Iran armed Syria. France questioned an Assad regime official.", "an Assad regime official", "SYR", LATER),
        (
            RELEASE + "The United States condemned the Ortega-Murillo regime's arrests.",
            "Ortega-Murillo",
            "NIC",
            LATER,
        ),
        ("Iran armed Syria. France met opponents of the Assad regime.", "opponents of the Assad regime", None, LATER),
        ("The road was closed. Johnson County officials said on Monday that it was late.", "Johnson County officials", None, date(2020, 5, 5)),
        (RELEASE + "Ukraine thanked Russia. Russia spoke. The United States values the help of our allies.", "our allies", None, LATER),
        # another party than the one whose name it ends with
        ("Japan's budget was rejected by the Social Democratic Party on Monday in Tokyo.", "the Social Democratic Party", "JPN", EARLIER),
        # nobody deep inside what it is about
        (
            "Syria expects the UN commission of inquiry into the murder of former Lebanese prime minister Rafiq Hariri to finish.",
            "the UN commission of inquiry into the murder of former Lebanese prime minister Rafiq Hariri",
            "UNO",
            EARLIER,
        ),
        # whose money it is
        ("China is dry. The municipal government of Luan paid 5 million yuan (625,000 US dollars). The court agreed.", "The court", "CHN", EARLIER),
        # what somebody whom the phrase names did to others, behind it
        ("Police freed the settlers whose killing of a Palestinian man led to riots.", "the settlers whose killing of a Palestinian man", None, EARLIER),
        # a foreign title in a document of a state that has none
        (
            RELEASE + "Secretary Blinken met today with the Crown Prince and Prime Minister of Bahrain, His Royal Highness Salman bin "
            "Hamad Al Khalifa, in Washington, D.C. The Secretary thanked the Crown Prince for Bahrain's help.",
            "Salman bin Hamad Al Khalifa",
            "BHR",
            LATER,
        ),
        (
            RELEASE + "Secretary Blinken met today with the Crown Prince of Bahrain. They spoke of Russia's war on Ukraine. Secretary "
            "Blinken thanked Bahrain. The Secretary praised the Crown Prince for the work.",
            "the Crown Prince",
            "BHR",
            LATER,
        ),
        ("An opposition party boycotted the vote. Independent estimates put the toll at nine.", "Independent estimates", None, EARLIER),
    ],
)  # fmt: skip
def test_whose(text: str, mention: str, code: str | None, day: date) -> None:
    reading = understand(Report(text, day))
    at = text.rindex(mention)
    (found,) = explain(reading, [(at, at + len(mention))])
    assert [e.code for e in found.entities] == [code]


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("Israeli soldiers shot a man dead in the Gaza Strip on Monday.", "ASSAULT", "Gaza Strip"),
        ("Turkey launched an offensive into Syria on Wednesday.", "ASSAULT", "Syria"),
        ("Soldiers stormed the city of Ramallah and arrested three members of Hamas.", "COERCE", "Ramallah"),
        ("An African Union delegation is paying a five-day visit to Uganda.", "CONSULT", "Uganda"),
        (
            RELEASE + "Under Secretary Uzra Zeya visited Tunisia on March 23-27. She urged Tunisia's government to protect "
            "civil society.",
            "REQUEST",
            "Tunisia",
        ),
        ("Kenyan police arrested two smugglers in the Garissa area of the northern frontier.", "COERCE", "Garissa"),
        ("Israeli troops shelled a school in the southern Gaza town of Khan Younis, killing two teachers.", "ASSAULT", "Khan Younis"),
        ("Russian police arrested ten people in the Chechnya capital, Grozny, on Monday.", "COERCE", "Grozny"),
        ("The police made mass arrests in the streets of Nairobi.", "COERCE", "Nairobi"),
        ("The presidents of Chile and Peru arrived in Quito on Friday to join the two-day summit.", "CONSULT", "Quito"),
        ("The Iranian minister announced in Tehran that Iran would help Syria.", "AGREE", "Tehran"),
    ],
)  # fmt: skip
def test_where(text: str, category: str, place: str) -> None:
    events = record_of(code_report(Report(text, date(2022, 4, 5))))["events"]
    assert place in [e["place"]["name"] for e in events if e["event"] == category and e["place"]]


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("Israeli army forces fired heavy artillery at targets in the Gaza Strip on Tuesday.", "ASSAULT", "PSE"),
        ("French police arrested 64 suspects in Paris on Tuesday.", "COERCE", "FRA"),
        ("LOS ANGELES — Hundreds of students staged a protest here on Tuesday.", "PROTEST", "USA"),
        (
            "Thousands of Chilean students marched through Santiago on Tuesday to protest against cuts.",
            "PROTEST",
            "CHL",
        ),
        # armed men of the place, not of whoever arrests them
        ("Norwegian troops arrested 30 suspected militiamen in Lima on Monday.", "COERCE", "PER"),
        # unnamed people of the party that the report is about
        (
            RELEASE
            + "Nicaragua's police hold 170 people. Nicaragua must free them. Today the United States imposed visa restrictions "
            "on 93 individuals.",
            "SANCTION",
            "NIC",
        ),
        # aid to whoever asked for it
        ("Kenya asked for help on Monday. UN agencies are delivering food relief and shelter materials.", "AID", "KEN"),
        # asked now, beside what will be done
        (
            "China will continue to support the peace process in Burundi, and urges Rwanda to send aid.",
            "REQUEST",
            "RWA",
        ),
        # what somebody does for a body is no act on the body
        ("President Biden thanked Chancellor Olaf Scholz for the Chancellor's leadership of the G7.", "SUPPORT", "DEU"),
    ],
)
def test_at_hand(text: str, category: str, recipient: str) -> None:
    events = record_of(code_report(Report(text, date(2022, 4, 5))))["events"]
    found = [e["code"] for event in events if event["event"] == category for e in event["recipient"]]
    assert recipient in found
    assert all(e["basis"] == "inferred" for event in events for e in event["recipient"] if not e["span"])
    sides = [e for event in events for e in (*event["actor"], *event["recipient"]) if e["span"]]
    assert all(text[slice(*e["span"])] == e["text"] for e in sides)


@pytest.mark.parametrize(
    ("text", "mention", "side"),
    [
        # whom they lead or speak for
        ("The FNL, led by Luc Bigi, refused on Monday to sign. Bigi spoke.", "Bigi spoke", ("BDI", "REB")),
        (
            "The Syrian opposition delegation was headed by Omar Haddad on Monday. Haddad spoke.",
            "Haddad spoke",
            ("SYR", "OPP"),
        ),
        ("Ana Paz, who led the Peruvian delegation, left Oslo on Monday. Paz spoke.", "Paz spoke", ("PER", "GOV")),
        (
            "The Rev. John Orr, whose Democratic Unionist Party stayed away, spoke in Belfast.",
            "John Orr",
            ("GBR", "PTY"),
        ),
        (
            "Ana Paz led a walk through Oslo on Monday. The talks with Chile, led by Ola Berg, ended.",
            "Ola Berg",
            (None, ""),
        ),
        # a state's movement is no government; a rebel's group is of rebels
        ("Lebanon's Hezbollah welcomed the truce on Monday.", "Lebanon's Hezbollah", ("LBN", "REB")),
        ("Houthi negotiator Ali Saleh said on Monday that his group would sign.", "his group", ("YEM", "REB")),
        # known by the table as a leader, in a report that names the movement
        ("The LRA freed ten boys on Monday. Joseph Kony asked for talks.", "Joseph Kony", ("UGA", "REB")),
    ],
)
def test_whose_movement(text: str, mention: str, side: tuple[str | None, str]) -> None:
    (entity,) = _explain(text, mention)
    assert (entity.code, entity.sector or "") == side


def _explain(text: str, mention: str) -> tuple[Entity, ...]:
    at = text.index(mention)
    (found,) = explain(understand(Report(text, LATER)), [(at, at + len(mention))])
    return found.entities


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        # an accord is its sides', wherever the report told of it
        (
            "Peru and Chile signed a peace accord in Oslo on Monday.\n\nThe talks had taken two years.\n\nPeru's army will go "
            "home in May.\n\nGhana's president spoke of a good day.\n\nKenya hailed the accord.",
            ["CHL", "PER"],
        ),
        (
            "Uganda's government signed a truce with the LRA on Monday.\n\nThe talks had taken two years.\n\nThe town was "
            "calm.\n\nKenya welcomed the signing of the truce.",
            ["UGA", "UGA"],
        ),
        # whoever hails it turns to the other side
        ("Israel and Hamas agreed to a truce on Monday.\n\nThe border opened.\n\nThe town was calm.\n\nHamas hailed the truce.", ["ISR"]),
        # whose it is, told in the phrase
        ("Peru and Chile signed a peace accord on Monday.\n\nThe border opened.\n\nThe town was calm.\n\nKenya hailed the accord of Ghana.", ["GHA"]),
    ],
)  # fmt: skip
def test_whose_accord_is_hailed(text: str, recipients: list[str]) -> None:
    events = record_of(code_report(Report(text, LATER)))["events"]
    assert sorted(e["code"] for e in events[-1]["recipient"]) == recipients


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # a town where others meet is no party, be it in the dateline or behind "in"
        ("MOSCOW, May 3 (Reuters) - Peru and Chile signed a truce in Vienna on Monday.", ["CHL", "PER"]),
        ("Moscow welcomed the truce that Peru signed in Geneva on Monday.", ["PER", "RUS"]),
        ("Peru signed a truce in the Austrian capital on Monday.", ["PER"]),
        ("Peru hailed the Austrian capital on Monday.", ["AUT", "PER"]),
    ],
)
def test_who_may_be_a_party(text: str, parties: list[str]) -> None:
    assert list(Parties(understand(Report(text, LATER)), (), (), ())) == parties


def test_the_next_meeting_is_theirs_who_met() -> None:
    text = (
        "Moldovan President Ion Rusu and the leader of the breakaway Transnistrian region, Igor Belov, met in Bender on "
        "Friday. The talks took an hour. The two leaders agreed to meet again in May. Ukraine and the OSCE hailed the meeting."
    )
    planned = [m for m in record_of(code_report(Report(text, LATER)))["meetings"] if m["status"] == "planned"]
    assert [(p["entity"]["code"], p["entity"]["sector"]) for m in planned for p in m["participants"]] == [
        ("MDA", "GOV"),
        ("MDA", "PRE"),
    ]


SIGNED = "Peru and Chile signed the accord in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "mention", "codes"),
    [
        # those who host, mediate or look on are no sides, nor are examples
        (
            SIGNED + "The talks were mediated by Norway and Sweden. Both sides praised the text.",
            "Both sides",
            ["CHL", "PER"],
        ),
        (
            SIGNED + "Norway, Sweden and Ghana, the three observers, spoke. Kenya praised both sides.",
            "both sides",
            ["CHL", "PER"],
        ),
        (
            SIGNED + "It names countries including Norway and Sweden. The sides will meet again.",
            "The sides",
            ["CHL", "PER"],
        ),
        # nor nations whose embassies or border are told of
        (
            "Peru and Chile fought on Monday. Crowds stoned the British and US embassies. Kenya praised both sides.",
            "both sides",
            ["CHL", "PER"],
        ),
        # but "they" may be those who looked on
        (
            "Norway and Sweden mediated the talks in Lima. They praised the text.",
            "They",
            ["NOR", "SWE"],
        ),
        # nor is the body beside two states
        (
            "Peru, Chile and the United Nations met in Oslo. The two sides will meet again.",
            "The two sides",
            ["CHL", "PER"],
        ),
        # a state and those who fight it, where no others are told of together
        (
            "Ghana asked Uganda for a truce. The LRA fought Ugandan troops on Monday. Kenya urged both sides to talk.",
            "both sides",
            ["UGA", "UGA"],
        ),
        (
            "Uganda's army asked Kenya for help. The LRA fought on Monday. Norway, Sweden and Ghana spoke. They called on both sides to talk.",
            "both sides",
            ["UGA", "UGA"],
        ),
        # four of four
        (
            "Norway, the Netherlands, Peru and Chile met in Accra. The four countries had accused Ghana of theft.",
            "The four countries",
            ["CHL", "NLD", "NOR", "PER"],
        ),
        (
            "Norway, Sweden, Peru and Chile met in Accra. The four countries had accused Ghana of theft.",
            "The four countries",
            ["CHL", "NOR", "PER", "SWE"],
        ),
        # two persons told of together
        (
            "Peruvian President Ana Paz and Chilean President Juan Soto came to Oslo on Monday. The two men shook hands.",
            "The two men",
            ["CHL", "PER"],
        ),
        ("Peru and Chile signed the accord. Two men were hurt in Accra on Monday.", "Two men", [None]),
    ],
)
def test_who_the_sides_are(text: str, mention: str, codes: list[str | None]) -> None:
    assert sorted(e.code or "" for e in _explain(text, mention)) == [c or "" for c in codes]


@pytest.mark.parametrize(
    ("text", "category", "actors"),
    [
        # a president of nobody knows what, who turns to the only state that is named, is not that state's
        ("The president criticized Kenya over the ban.", "ACCUSE", [None]),
        ("Kenya's parliament passed the budget. The president thanked Kenya for it.", "SUPPORT", ["KEN"]),
        ("The opposition criticized Turkey's government.", "ACCUSE", ["TUR"]),
        ("The president thanked Kenyans for their patience.", "SUPPORT", ["KEN"]),
        # one of whom it is told before is whose he was
        (
            "Kenyan President Amos Wako arrived on Monday. The president criticized Kenya over the ban.",
            "ACCUSE",
            ["KEN"],
        ),
        # all of a list, however the tree hangs them
        ("Morocco and the Polisario Front agreed on Monday to meet again in May.", "AGREE", ["MAR", "ESH"]),
        ("Israel and the Palestinian movement Hamas agreed to a truce on Monday.", "AGREE", ["ISR", "PSE"]),
        # the last of many behind "plus"
        (
            "The foreign ministers of the Republic of Malta, the Hellenic Republic plus the United States held a meeting in "
            "Valletta on Tuesday.",
            "CONSULT",
            ["MLT", "GRC", "USA"],
        ),
    ],
)
def test_who_acts(text: str, category: str, actors: list[str | None]) -> None:
    events = record_of(code_report(Report(text, date(2022, 4, 5))))["events"]
    assert [e["code"] for event in events if event["event"] == category for e in event["actor"]] == actors


@pytest.mark.parametrize(
    "text",
    [
        # whoever acts is not "it"
        "The deal was signed on Monday. Pakistan welcomed the deal, while Iran rejected it as a trap.",
        "The text was read out on Monday. Kenya backed the text and Ghana rejected it.",
    ],
)
def test_nobody_acts_on_it_who_acts(text: str) -> None:
    events = record_of(code_report(Report(text, LATER)))["events"]
    (row,) = [e for e in events if e["event"] == "REJECT"]
    assert {e["code"] for e in row["actor"]}.isdisjoint(e["code"] for e in row["recipient"])
