"""Who a phrase means: persons, states, bodies, groups, pronouns, "the two sides". All sentences are our own."""

from datetime import date

import pytest
from tests.extract.readings import read

from dragoman.pipeline import extract
from dragoman.records import Entity, Rows
from dragoman.resolve.who import explain_who, find_level
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.phrases import Resolver

DAY = date(2022, 3, 10)


def ask(text, phrase, day=DAY, nth=0):
    """The entities of the `nth` occurrence of a phrase."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(phrase, at + 1)
    found = Resolver(Cast(read(text, day))).resolve(Entity(phrase, (at, at + len(phrase))))
    return [(e.name, e.code) for e in found]


TALKS = (
    "Norwegian Foreign Minister Anna Berg met Swedish Defence Minister Karl Lund in Vienna on Monday. "
    "Berg said the talks were useful. He praised the host, and Oslo thanked Stockholm for its patience."
)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (TALKS, "Norwegian Foreign Minister Anna Berg", [("Anna Berg", "NOR")]),
        (TALKS, "Berg said"[:4], [("Anna Berg", "NOR")]),
        (TALKS, "Oslo", [("Norway", "NOR")]),
        (TALKS, "Stockholm", [("Sweden", "SWE")]),
        ("The World Trade Organization (WTO) chief Renato Rossi spoke in Lima.", "Renato Rossi", [("Renato Rossi", "WTO")]),
        ("The Kremlin said on Monday that the talks in Minsk had ended.", "The Kremlin", [("Russia", "RUS")]),
        # a group whose name tells whose it is, where others' states are named
        ("Syrian rebels met Turkish officials in Geneva on Monday.", "Syrian rebels", [("Syrian opposition", "SYR")]),
        ("Kenya and Somalia signed the accord, and both countries praised it.", "both countries", [("Kenya", "KEN"), ("Somalia", "SOM")]),
        ("The foreign ministers of Chile and Peru met in Lima on Monday.", "foreign ministers of Chile and Peru", [
            ("Chile", "CHL"), ("Peru", "PER")]),
    ],
)  # fmt: skip
def test_who_is_meant(text, phrase, expected):
    assert ask(text, phrase) == expected


HALL = "Peruvian President Alan Ruiz opened the fair in Lima on Monday. Foreign Trade Minister Ines Paz spoke, too."
COUNCIL = "Russian Security Council secretary Oleg Zorin flew to Oslo on Monday for talks about the border."
REBELS = "The town fell on Monday to Marco Bale's rebels. Bale said that he would not stop."


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (HALL, "Foreign Trade Minister Ines Paz", [("Ines Paz", "PER")]),  # her president's state
        (COUNCIL, "Oleg Zorin", [("Oleg Zorin", "RUS")]),  # a nation's council, not the United Nations'
    ],
)
def test_whose_official(text, phrase, expected):
    assert ask(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        # whom somebody serves
        ("Chilean President Pedro Rojas flew to Oslo. Rojas's spokeswoman Ines Paz said that he was tired.", "Ines Paz", "CHL"),
        # the sentence before tells of him without a name
        ("An aide to Chilean President Pedro Rojas hit out at Norway on Friday.\n\nMarco Bale told reporters in Oslo that "
         "the plan was dead.", "Marco Bale", "CHL"),
        # the place behind the name
        ("Prime ministers Alan Ruiz of Peru and Anna Berg of Norway met in Vienna.", "Anna Berg", "NOR"),
        # the body that he speaks for, by the state named with it
        ("Norwegian gas company Zenda cut supplies to Chile and Peru on Monday. Zenda spokesman Karl Lund said that Chile "
         "and Peru had not paid.", "Karl Lund", "NOR"),
        # whom he serves, over "to"; not where the aide's master goes
        ("Russia waits. \"We are flying to Moscow,\" Karl Lund, an aide to Norway's energy minister, told reporters. Russia "
         "said that Russia would listen, and that Russia would pay.", "Karl Lund", "NOR"),
        # the chair of a body speaks for it, whatever state sends him
        ("The UN Security Council met on Monday. Council President Ana Ruiz of Peru welcomed the truce.", "Ana Ruiz", "UNO"),
        ("The European Commission sued Chile on Monday. Commission spokesman Karl Lund said that Chile had lied.", "Karl Lund", "EU"),
        # a long description behind the name
        ("The weed kills fish, Karl Lund, the eastern Africa regional program coordinator of the International Union for "
         "Conservation of Nature (IUCN) was quoted as saying. Kenya said so, too.", "Karl Lund", "IUCN"),
        # who is nobody's official is of the state that the report is about
        ("Kenya's farmers need rain. Kenya has had none, and Kenya's rivers are dry, Erik Holm said.", "Erik Holm", "KEN"),
    ],
)  # fmt: skip
def test_whose_people(text, phrase, code):
    ((_, found),) = ask(text, phrase)
    assert found == code


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("The People's Republic of China rejected the report on Monday.", "People's Republic of China", "CHN"),
        ("The Democratic People’s Republic of Korea left the talks.", "Democratic People’s Republic of Korea", "PRK"),
        ("The Republic of Korea left the talks.", "Republic of Korea", "KOR"),
        ("Chile said that the US had left the talks.", "US", "USA"),
        ("Peru said on Monday that officials in Oslo had lied.", "officials", "NOR"),
    ],
)
def test_states_by_all_their_names(text, phrase, code):
    assert [found for _, found in ask(text, phrase)] == [code]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        # who is only spoken of is not where it was said
        ("Peru rejected the offer. Peru's president had tried to convince Chile of it, officials said. Peru is angry.", "officials", "PER"),
        ("Peru closed the border. A bomb went off in Oslo on Monday, police said. Peru's army and Peru's navy were sent.", "police", "NOR"),
        # who built a base is not whose police it is
        ("Kenya mourns. A bomb broke Kenya's wall, and a US-built vehicle drove in. A source within the central Interior "
         "Ministry said so.", "A source within the central Interior Ministry", "KEN"),
        # a state's own sources; those without an office may be anybody's
        ("Peru is angry. Peru's press and Peru's bishops are, too, an unidentified prosecution source said on Monday.",
         "an unidentified prosecution source", "PER"),
        ("Peru is angry. Peru's press and Peru's bishops are, too, a source said on Monday.", "a source", None),
        # whose officials they are, told with "from"
        ("Officials from African Union members met in Kenya on Monday.", "Officials from African Union members", "AU"),
        # a body's ministers, told of before
        ("European Union foreign ministers met on Monday. Britain was late. Ministers admitted that little was done.", "Ministers", "EU"),
        ("The African Union warned Chad. The pan-African body urged restraint.", "pan-African body", "AU"),
        ("Kenya, Kenya and again Kenya: the newspaper said that Peru had won.", "newspaper", "KEN"),
        ("A draft text being discussed by diplomats from the African Union warned of war. The text said it was near.", "text", "AU"),
    ],
)  # fmt: skip
def test_officials_police_papers(text, phrase, code):
    assert [found for _, found in ask(text, phrase, nth=1 if phrase == "text" else 0)] == [code]


def test_nobody_congratulates_himself():
    text = "Chilean President Pedro Rojas called Norwegian Prime Minister Anna Berg. Rojas congratulated her on her election."
    at = text.index(" her ") + 1
    rojas = Entity("Rojas", None, "Pedro Rojas", "CHL")
    (found,) = Resolver(Cast(read(text, DAY))).resolve(Entity("her", (at, at + 3)), taken=[rojas])
    assert found.name == "Anna Berg"


def test_what_rules_work_out_is_inferred():
    text = "Chilean President Pedro Rojas flew to Oslo. Rojas's spokeswoman Ines Paz said that he was tired."
    person = next(p for p in Cast(read(text, DAY)).persons if p.name == "Ines Paz")
    assert person.basis == "inferred"
    assert "Pedro Rojas" in person.why


def test_a_counterpart_is_another_mans():
    text = "Chilean President Pedro Rojas met his Peruvian counterpart Alan Ruiz in Oslo on Monday. Rojas said it went well."
    assert ask(text, "Pedro Rojas") == [("Pedro Rojas", "CHL")]


@pytest.mark.parametrize("phrase", ["Diplomats", "a diplomat"])
def test_what_is_told_for_the_first_time_goes_back_to_nobody(phrase):
    text = (
        "Chilean President Pedro Rojas met Norwegian ambassador Karl Lund, a veteran diplomat, in Vienna on Monday. "
        f"{phrase} in the hall doubted it."
    )
    if phrase == "a diplomat":
        text = text.replace("a veteran diplomat, ", "")
    assert [name for name, _ in ask(text, phrase)] == [phrase]


def test_rebels_without_a_name_go_by_their_leader():
    text = (
        "Zairean rebel leader Marco Bale said on Monday that he would not stop. "
        "The rebels took two towns, and rebel envoy Luis Sol left for Oslo."
    )
    assert ask(text, "The rebels") == [("Bale's rebels", "COD")]
    at = text.index("Luis Sol")
    (found,) = Resolver(Cast(read(text, DAY))).resolve(Entity("Luis Sol", (at, at + 8)))
    assert found.id == "Bale's rebels/Luis Sol"


def test_he_may_be_who_was_told_of_long_before():
    text = "The man left. " * 3 + "Norwegian Foreign Minister Anna Berg spoke. The foreign minister said she was glad."
    assert ask(text, "she") == [("Anna Berg", "NOR")]


def test_reasons_are_kept_only_where_somebody_asks():
    resolver = Resolver(Cast(read(TALKS, DAY)))
    berg = Entity("Anna Berg", (TALKS.index("Anna Berg"), TALKS.index("Anna Berg") + 9))
    resolver.resolve(berg)
    assert resolver.reasons is None
    resolver.reasons = []
    resolver.resolve(berg)
    assert (
        next(r.why for r in resolver.reasons if r.taken)
        == 'named with the title "Norwegian Foreign Minister" in sentence 1'
    )


def test_who_has_rebels_is_one():
    at = REBELS.index("Marco Bale")
    (found,) = Resolver(Cast(read(REBELS, DAY))).resolve(Entity("Marco Bale", (at, at + 10)))
    assert found.sectors == ("REB",)


def test_officials_met_on_a_visit_are_the_hosts():
    text = "Special Envoy Erik Holm arrived in Kenya on Monday. He met with senior officials about the drought."
    at = text.index("senior officials")
    met = Entity("senior officials", (at, at + 16))
    resolver = Resolver(Cast(read(text, DAY)))
    assert resolver.as_visited(met, {"USA"}).code == "KEN"
    assert resolver.as_visited(met, set()).code is None  # nobody known: nobody visits


LISTED = "The foreign ministers of Chile, Peru and Bolivia met in Lima on Monday. "


@pytest.mark.parametrize(
    ("text", "phrase", "codes"),
    [
        # all that were told together, unless the phrase counts them
        (LISTED + "The ministers praised the talks.", "The ministers", ["CHL", "PER", "BOL"]),
        (LISTED + "They praised the talks.", "They", ["CHL", "PER", "BOL"]),
        (LISTED + "Neither side praised the talks.", "Neither side", ["CHL", "PER"]),
        # two men are those told together
        ("President Ana Ruiz of Chile and King Otto of Norway met. The two men had met before.", "The two men", ["CHL", "NOR"]),
        # leaders of a region are more than those told of
        (LISTED + "Caribbean leaders praised the talks.", "Caribbean leaders", [None]),
        # both halves of a land
        ("North Korea shelled South Korea. China urged both Koreas to wait.", "both Koreas", ["KOR", "PRK"]),
        ("North Korea shelled South Korea. The North's military was silent.", "The North's military", ["PRK"]),
        # who brings sides together is no side
        ("Chile and Peru met in Lima. The United Nations and the African Union helped. The sides made up.", "The sides", ["CHL", "PER"]),
    ],
)  # fmt: skip
def test_how_many_are_meant(text, phrase, codes):
    assert [code for _, code in ask(text, phrase)] == codes


def test_mediators_are_nobodys_foes():
    text = (
        "Chilean President Pedro Rojas and Peruvian President Alan Ruiz traded blame on Monday. "
        "Ecuador and the United Nations offered help, and the two foes agreed to meet."
    )
    assert {code for _, code in ask(text, "the two foes")} == {"CHL", "PER"}


def test_the_minister_is_the_one_told_of():
    text = (
        "The envoy spoke today with Peruvian Foreign Minister Cesar Landa about trade. "
        "The envoy congratulated the Foreign Minister on the summit."
    )
    assert ask(text, "the Foreign Minister") == [("Cesar Landa", "PER")]


def test_his_government_is_the_state_of_whom_it_speaks():
    text = "Chilean President Pedro Rojas said on Sunday that his government would not give in to threats."
    assert [code for _, code in ask(text, "his government")] == ["CHL"]


def test_a_title_without_a_state_is_of_the_state_that_speaks():
    text = (
        "Office of the Spokesperson\nDeputy Secretary of State Wendy Marsh spoke today with Kenyan officials. "
        "We thank Kenya for its hospitality. The United States stands with Kenya."
    )
    assert [code for _, code in ask(text, "Deputy Secretary of State Wendy Marsh")] == ["USA"]
    assert [code for _, code in ask(text, "We")] == ["USA"]


def test_the_press_has_no_state():
    text = "LIMA (AFP) - We saw smoke over the port on Monday, a reporter said. Chile denied the attack."
    assert [code for _, code in ask(text, "We")] != ["PER"]


@pytest.mark.parametrize("phrase", ["dozens of people", "a spokeswoman", "the weather"])
def test_unknown_stays_unknown(phrase):
    text = f"It was late in the evening when {phrase} came up in the hall."
    assert [code for _, code in ask(text, phrase)] == [None]


@pytest.mark.parametrize(
    ("day", "office"),
    [(date(2022, 3, 10), "president"), (date(2015, 3, 10), "vice president"), (date(1999, 3, 10), None)],
)
def test_an_office_is_held_by_date(day, office):
    text = "Joe Biden spoke in Ohio on Thursday about the economy and the war."
    (found,) = Resolver(Cast(read(text, day))).resolve(Entity("Joe Biden", (0, 9)))
    assert found.office == office


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2015, 3, 10), "Barack Obama"), (date(2004, 3, 10), "George W. Bush"), (None, "The US president")],
)
def test_an_office_without_a_name_is_its_holder_s_of_the_day(day, name):
    text = "The US president flew to Lima on Thursday, where Peru welcomed him."
    (found,) = Resolver(Cast(read(text, day))).resolve(Entity("The US president", (0, 16)))
    assert (found.name, found.code, found.basis) == (name, "USA", "inferred" if day else "stated")


@pytest.mark.parametrize(
    ("state", "name", "code"),
    [
        ("Soviet", "Mikhail Gorbachev", "RUS"),
        ("Russian", "Boris Yeltsin", "RUS"),
        ("Czechoslovak", "Václav Havel", "CZE"),
        ("Serbian", "Slobodan Milošević", "SRB"),
    ],
)
def test_a_republic_s_president_is_not_the_union_s(state, name, code):
    text = f"Envoys met in Oslo on Thursday. The {state} president said that he would come."
    assert ask(text, f"The {state} president", date(1991, 8, 1)) == [(name, code)]


def test_deputies_and_many_have_no_name_from_a_table():
    text = "A former US president and a US vice president flew to Lima on Thursday."
    assert ask(text, "US vice president", date(2015, 3, 10))[0][0] != "Barack Obama"
    assert ask(text, "A former US president", date(2015, 3, 10))[0][0] != "Barack Obama"


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("president", "head of state"),
        ("prime minister", "head of government"),
        ("foreign minister", "minister"),
        ("deputy foreign minister", "deputy minister"),
        ("special envoy", "envoy"),
        ("spokesman", "official"),
        (None, None),
    ],
)
def test_level(office, level):
    assert find_level(office) == level


def test_nothing_comes_of_nothing():
    from dragoman.resolve.who import resolve_who

    assert resolve_who(read("Nothing happened today."), Rows()) == Rows()


def test_a_lone_accent_is_no_first_name():
    from dragoman.records import Name, Reading, Report, Sentence, Word

    text = "Ann Berg spoke. \u0301 Berg left"
    places = ((0, 3), (4, 8), (9, 14), (14, 15), (16, 17), (18, 22), (23, 27))
    words = tuple(
        Word(i, a, b, text[a:b], text[a:b], "PROPN", i, "root", int(i > 3)) for i, (a, b) in enumerate(places)
    )
    names = (Name(0, 8, 0, 2, "PER", 0.9), Name(16, 22, 4, 6, "PER", 0.9))
    reading = Reading(Report(text), (Sentence(0, 15, 0, 4, 0), Sentence(16, 27, 4, 7, 0)), words, names=names)
    assert [p.name for p in Cast(reading).persons] == ["Ann Berg"]


ABROAD = "OSLO (AP) - Chad will reopen its embassy in Norway, Foreign Minister Idriss Abakar said on Monday."
BESIDE = "OSLO (AP) - Foreign Minister Idriss Abakar met his Norwegian counterpart. Norway and Chad are at odds."
TROOPS = "OSLO (AP) - Kenya would send troops to Haiti, Defence Minister Peter Otieno told reporters on Monday."
AT_HOME = "OSLO (AP) - Norway fears that Chad will collapse, Foreign Minister Kari Berg said on Monday."
FOE = (
    "OSLO (AP) - Norway's parliament met on Monday.\n\nChad will lose the case, Foreign Minister Kari Berg said. "
    "Norway will wait."
)
HOSTS = "OSLO (AP) - Foreign Minister Kari Berg said on Monday that Norway would host talks with Chad."


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        # a minister abroad speaks for the state of which he tells what it will do
        (ABROAD, "Foreign Minister Idriss Abakar", "TCD"),
        (TROOPS, "Defence Minister Peter Otieno", "KEN"),
        (HOSTS, "Foreign Minister Kari Berg", "NOR"),
        # what others will do is no promise
        (AT_HOME, "Foreign Minister Kari Berg", "NOR"),
        (FOE, "Foreign Minister Kari Berg", "NOR"),
    ],
)
def test_a_minister_speaks_for_the_state_that_will_do_what_he_tells(text, phrase, code):
    assert [c for _, c in ask(text, phrase)] == [code]


SUMMONED = "OSLO (AP) - Chad summoned Ambassador Kari Berg on Monday. Norway said that Berg had denied the charge."
SUMMONS = (
    "OSLO (AP) - Norway protested. Chad summoned the ambassador on Monday. Ambassador Kari Berg denied the charge."
)


@pytest.mark.parametrize("text", [SUMMONED, SUMMONS])
def test_an_ambassador_is_not_sent_by_who_summons_him(text):
    assert "TCD" not in [c for _, c in ask(text, "Ambassador Kari Berg")]


CAMPS = "Turkey bombed PKK camps in northern Iraq on Monday. Iraq protested.\n\nBoth sides agreed to talk."
FIGHT = "Turkey said the PKK had freed two men in northern Iraq on Monday.\n\nBoth sides agreed to talk."


@pytest.mark.parametrize(("text", "expected"), [(CAMPS, ["TUR", "IRQ"]), (FIGHT, ["TUR", "TUR"])])
def test_rebels_who_do_nothing_are_no_side(text, expected):
    assert sorted(str(c) for _, c in ask(text, "Both sides")) == sorted(expected)


MALI = "Egypt met Hamas on Monday.\n\nIn Mali, Tuareg rebels took a town."
GAZA = "Egypt met Hamas on Monday.\n\nThe rebels said in Mali that they would wait."


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        (MALI, "Tuareg rebels", "MLI"),  # of another land than the only group named, of whom nothing was told
        (GAZA, "The rebels", "PSE"),
        # of the state whose army meets them, wherever that is
        ("The Kenyan army met rebels in Vienna on Monday.", "rebels", "KEN"),
        ("Kenya's government held talks with rebels in Vienna.", "rebels", "KEN"),
        ("A Kenyan painter met rebels in Vienna on Monday.", "rebels", "AUT"),
        ("Kenyan soldiers killed two rebels in Somalia on Monday.", "two rebels", "SOM"),
    ],
)
def test_whose_rebels_they_are(text, phrase, code):
    assert [c for _, c in ask(text, phrase)] == [code]


def test_nobody_is_of_the_state_of_his_counterpart():
    assert [c for _, c in ask(BESIDE, "Foreign Minister Idriss Abakar")] != ["NOR"]


def told(text, phrase, day=DAY):
    """The entities of a phrase where it stands last, in a report whose meetings are known."""
    reading = read(text, day)
    rows = extract(reading)
    at = text.rindex(phrase)
    (found,) = explain_who(reading, rows, [(at, at + len(phrase))])
    return [e.code for e in found.entities]


LEADERS = (
    "Kenyan President Amos Kiru met Ghanaian President Kofi Asare in Accra on Monday. Kiru will attend the African "
    "Union summit next week. The leaders praised the fishing accord."
)
FOUR = (
    "Kenyan President Amos Kiru spoke today with President Kofi Asare of Ghana, President Ana Soto of Chile, and "
    "Prime Minister Alan Ruiz of Peru. The leaders praised the accord."
)
TOUR = (
    "Office of the Spokesperson\n\nSecretary of State Ann Cole will visit Lima on Monday. She will travel to Quito to meet "
    "with President Eva Luna of Ecuador. There, she will discuss trade."
)
COUNCIL_TEXT = (
    "The UN Security Council adopted a statement on Monday that praised the talks between Uganda and the Lord's "
    "Resistance Army (LRA). It welcomed the talks between Uganda and the LRA."
)
REGION = "Arab leaders met in Lima on Monday. Kenya and Somalia traded fire. The leaders praised the talks."
RAID = "Lima welcomed talks with the Taliban on Monday. It condemned the Taliban for the raid."


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (LEADERS, "leaders", ["KEN", "GHA"]),  # who met: no body that one of them will visit
        (FOUR, "leaders", ["KEN", "GHA", "CHL", "PER"]),  # all of them
        (REGION, "leaders", [None]),  # those of a region, of whom none is named
    ],
)
def test_leaders_are_the_persons_who_met(text, phrase, expected):
    assert told(text, phrase) == expected


@pytest.mark.parametrize(("text", "expected"), [(COUNCIL_TEXT, ["UNO"]), (RAID, ["PER"])])
def test_it_is_nobody_whom_its_own_clause_names(text, expected):
    assert told(text, "It") == expected


def test_a_pronoun_goes_on_from_sentence_to_sentence_in_a_states_own_document():
    assert told(TOUR, "she") == ["USA"]


def test_no_secretary_of_state_is_a_head_of_state():
    text = "Secretary of State Ann Cole spoke on Monday. The head of state refused to stand down in Lima."
    assert ("Ann Cole", "USA") not in ask(text, "head of state")


MET = "Readout of the Premier's call with the President of Peru\n\nThe Premier thanked Peru for its boats."


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        # an official told of behind what a state does speaks for that state, not for the one named last
        ("Ghana will ask Togo for the maps, a government spokesman said on Monday.", "government spokesman", "GHA"),
        ("Ghana has proposed a pact to Togo, a government spokesman said on Monday.", "government spokesman", "GHA"),
        ("Peru did not expel any Chilean envoys, Interior Minister Rosa Quispe said.", "Rosa Quispe", "PER"),
        ("Norway opposes a blockade of Cuba, Foreign Minister Kari Berg said.", "Kari Berg", "NOR"),
        # and so does one asked about it, or who says so behind his label
        ("Asked whether Ghana would pull out of Togo, the defence minister said no.", "defence minister", "GHA"),
        ("REPORTER: What of Togo?\nMINISTER BERG: Ghana will not sign the text.", "MINISTER BERG", "GHA"),
        # whose force is told of tells nothing, and police are those of the place
        ("Togolese troops fired on a Ghanaian patrol, the interior minister said.", "interior minister", "GHA"),
        ("Norway has sent two boats to Peru, a police spokesman said.", "police spokesman", "PER"),
        # of two that do it together it may be either
        ("Ghana and Togo differ over a treaty with Benin, a ministry official said.", "ministry official", "BEN"),
        # whose readout it is is not of the side that was met
        (MET, "The Premier thanked"[:11], None),
        (MET.replace("Premier", "Minister Berg").replace("The M", "M"), "Minister Berg thanked"[:13], None),
    ],
)
def test_whose_official_tells_what_a_state_does(text, phrase, code):
    assert [found for _, found in ask(text, phrase)] == [code]
