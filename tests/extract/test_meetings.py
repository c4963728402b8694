"""Who met whom: what must and what must not be read as a meeting. All sentences are our own."""

import pytest

from dragoman.extract.meetings import extract_meetings
from tests.extract.readings import read


def rows(text):
    return [(m.status, tuple(p.entity.text for p in m.participants)) for m in extract_meetings(read(text))]


@pytest.mark.parametrize(
    ("text", "status", "people"),
    [
        (
            "Foreign Minister Alan Berg met with his French counterpart, Marie Duval, in Vienna on Tuesday.",
            "held",
            ["Foreign Minister Alan Berg", "his French counterpart, Marie Duval"],
        ),
        (
            "President Ana Torres spoke by phone with Prime Minister Karl Lund of Norway today.",
            "held",
            ["President Ana Torres", "Prime Minister Karl Lund of Norway"],
        ),
        (
            "President Ana Torres and Prime Minister Karl Lund spoke today about the summit.",
            "held",
            ["President Ana Torres", "Prime Minister Karl Lund"],
        ),
        (
            "Peruvian President Ana Torres spoke to Norwegian Prime Minister Karl Lund by phone on Sunday.",
            "held",
            ["Peruvian President Ana Torres", "Norwegian Prime Minister Karl Lund"],
        ),
        (
            "King Hamad received a telephone call from the President of Ghana on Monday.",
            "held",
            ["King Hamad", "President of Ghana"],
        ),
        (
            "Minister Aiko Sato held a telephone talk with Foreign Minister Marie Duval.",
            "held",
            ["Minister Aiko Sato", "Foreign Minister Marie Duval"],
        ),
        (
            "President Ana Torres called Prime Minister Karl Lund and expressed concern about the fire.",
            "held",
            ["President Ana Torres", "Prime Minister Karl Lund"],
        ),
        # "Under" opens a title, and is no preposition
        (
            "Under Secretary Maria Soto and a team of experts met with Kenyan officials in Nairobi.",
            "held",
            ["Under Secretary Maria Soto", "team of experts", "Kenyan officials"],
        ),
        (
            "French Foreign Minister Jean Petit held separate calls on Monday with Norwegian Foreign Minister Kari Berg and Danish Foreign Minister Lars Holm.",
            "held",
            [
                "French Foreign Minister Jean Petit",
                "Norwegian Foreign Minister Kari Berg",
                "Danish Foreign Minister Lars Holm",
            ],
        ),
        # talks at which something was discussed, wherever the tree hangs them
        (
            "Kenya and Peru discussed a range of issues at their yearly strategic dialogue on June 3.",
            "held",
            ["Kenya", "Peru"],
        ),
        # whose pleasure it was, is whose guest it was
        (
            "It was my pleasure to receive Foreign Minister Karl Lund in Lima.",
            "held",
            ["my", "Foreign Minister Karl Lund"],
        ),
        (
            "The Kenyan president was given an audience with the pope on Monday.",
            "held",
            ["Kenyan president", "pope"],
        ),
        # but a summit that has opened was held
        (
            "He spoke in Lima ahead of the opening of the Peru-Chile trade summit, which kicked off on Tuesday.",
            "held",
            ["Peru", "Chile"],
        ),
        # what comes before a summit does not make it held; the two words of "summit meeting" tell of one
        (
            "The trip comes ahead of a summit meeting between President Ana Torres and Karl Lund.",
            "planned",
            ["President Ana Torres", "Karl Lund"],
        ),
        (
            "Talks between Ethiopia and Kenya ended in Djibouti on Monday without an agreement.",
            "held",
            ["Ethiopia", "Kenya"],
        ),
        (
            "The foreign ministers of Peru and Chile will meet in Lima next week.",
            "planned",
            ["foreign ministers of Peru and Chile"],
        ),
        (
            "King Hamad received the Omani envoy, Salim Harthi, at his palace on Sunday.",
            "held",
            ["King Hamad", "Omani envoy, Salim Harthi"],
        ),
        (
            "Envoy Peter Hale arrived in Khartoum on Friday for talks with President Omar Deng.",
            "under way",
            ["Envoy Peter Hale", "President Omar Deng"],
        ),
        (
            "The Swedish prime minister held talks with Chancellor Ernst Vogel on Wednesday.",
            "held",
            ["Swedish prime minister", "Chancellor Ernst Vogel"],
        ),
        (
            "The planned meeting between President Silva and Prime Minister Costa was postponed on Monday.",
            "postponed",
            ["President Silva", "Prime Minister Costa"],
        ),
        (
            "A summit between President Silva and Prime Minister Costa was put off, officials said.",
            "postponed",
            ["President Silva", "Prime Minister Costa"],
        ),
        (
            "Foreign Minister Alan Berg discussed the border with Prime Minister Karl Lund on Monday.",
            "held",
            ["Foreign Minister Alan Berg", "Prime Minister Karl Lund"],
        ),
        (
            "Foreign Minister Alan Berg was in the Swedish capital for talks with Prime Minister Karl Lund.",
            "held",
            ["Foreign Minister Alan Berg", "Prime Minister Karl Lund"],
        ),
        ("The annual session of the OIC is set to open in Lagos tomorrow.", "planned", ["OIC"]),
        (
            "President Lund told visiting Foreign Minister Ana Ruiz that the truce would hold.",
            "held",
            ["President Lund", "visiting Foreign Minister Ana Ruiz"],
        ),
        (
            "President Lund told Prime Minister Ana Ruiz during a visit to Lima that the truce would hold.",
            "held",
            ["President Lund", "Prime Minister Ana Ruiz"],
        ),
        (
            "The envoy will end her trip with a stop in Lima to meet with Prime Minister Ana Ruiz.",
            "planned",
            ["envoy", "Prime Minister Ana Ruiz"],
        ),
        ("At Tuesday's meeting, the OPCW Executive Council asked for more.", "held", ["OPCW Executive Council"]),
        (
            "President Jo Lund, Foreign Minister Ana Ruiz, and Defence Minister Per Holt met with President Omar Deng.",
            "held",
            ["President Jo Lund", "Foreign Minister Ana Ruiz", "Defence Minister Per Holt", "President Omar Deng"],
        ),
        (
            "The envoy met with civil society leaders on Monday.",
            "held",
            ["envoy", "civil society leaders"],
        ),
        (
            "The police chief met with lawyers on Monday.",
            "held",
            ["police chief", "lawyers"],
        ),
        (
            "Prime Minister Karl Lund of Norway and President Ana Torres of Peru sat down together in Oslo on Monday.",
            "held",
            ["Prime Minister Karl Lund of Norway", "President Ana Torres of Peru"],
        ),
        ("Kenya called off talks with Uganda on Monday.", "cancelled", ["Kenya", "Uganda"]),
        (
            "Norwegian Prime Minister Karl Lund on Tuesday called off his May 12 summit with President Ana Torres.",
            "cancelled",
            ["Norwegian Prime Minister Karl Lund", "President Ana Torres"],
        ),
        ("Kenya put off talks with Uganda until June.", "postponed", ["Kenya", "Uganda"]),
        (
            "Chile's foreign minister, Ana Torres, leaves for Lima tomorrow for talks with President Luis Soto.",
            "planned",
            ["Chile's foreign minister, Ana Torres", "President Luis Soto"],
        ),
        (
            "Norwegian Prime Minister Karl Lund dined with Kenyan President Luis Soto at the palace on Monday.",
            "held",
            ["Norwegian Prime Minister Karl Lund", "Kenyan President Luis Soto"],
        ),
        (
            "Peruvian and Chilean negotiators sat across the table from each other in Lima on Friday.",
            "held",
            ["Peruvian and Chilean negotiators"],
        ),
        (
            "Qatari envoys relayed proposals between the rebels and the Chadian government in Doha on Monday.",
            "held",
            ["Qatari envoys", "rebels", "Chadian government"],
        ),
        (
            "Kenyan President Luis Soto will speak by telephone with Prime Minister Karl Lund on Friday.",
            "planned",
            ["Kenyan President Luis Soto", "Prime Minister Karl Lund"],
        ),
    ],
)
def test_a_meeting_is_told(text, status, people):
    assert rows(text) == [(status, tuple(people))]


@pytest.mark.parametrize(
    "text",
    [
        "The government met its deadline on Monday.",
        "The minister spoke to reporters after landing in Geneva.",
        "President Torres may meet Prime Minister Lund next month.",
        "President Torres did not meet Prime Minister Lund.",
        "The minister called for talks between Peru and Chile.",
        "She urged both sides to resume negotiations.",
        "Officials hope that the two presidents will meet soon.",
        "He visited Cairo on Monday.",
        "The minister held a press conference in Oslo.",
        "The rebels refused to meet the envoy.",
        "President Torres and Prime Minister Lund spoke out against the plan on Tuesday.",
        "President Torres and Prime Minister Lund spoke at the forum on Monday.",
        "President Torres and Prime Minister Lund spoke on Monday for the bill.",
        "The minister discussed the flood with reporters.",
        "President Lund told visiting reporters that the truce would hold.",
        "President Lund told Prime Minister Ana Ruiz that the truce would hold.",
        "The minister has repeatedly met with rebel leaders.",
        "The minister discussed relations with China in her speech.",
        "The ministers sat down on Monday to eat.",
        "The ministers sat at a table by the window on Friday.",
        "A ferry shuttled between Peru and Chile on Monday.",
        "Kenya put talks with Uganda at the top of its list.",
    ],
)
def test_no_meeting_is_told(text):
    assert rows(text) == []


TOLD_BEFORE = "Foreign Minister Ana Ruiz met the Kenyan premier in Oslo on Monday."


@pytest.mark.parametrize(
    ("after", "who", "role"),
    [
        ("Japan attended as an observer.", "Japan", "observer"),
        ("Qatar mediated.", "Qatar", "mediator"),
        ("President Karl Lund hosted the round.", "President Karl Lund", "host"),
        ("The delegation was led by Defence Minister Per Holt.", "Defence Minister Per Holt", "party"),
    ],
)
def test_who_had_a_part_in_it_may_be_told_after(after, who, role):
    (meeting,) = extract_meetings(read(f"{TOLD_BEFORE} {after}"))
    assert len(meeting.participants) == 3
    assert {p.entity.text: p.role[0] for p in meeting.participants}[who] == role


@pytest.mark.parametrize(
    "after",
    [
        "Japan will attend as an observer.",
        "Japan attended a fair in Lima.",
        "Voters went home. Japan attended as an observer.",
        "A delegation was led by Defence Minister Per Holt.",
    ],
)
def test_who_had_no_part_in_it_is_not_there(after):
    (meeting,) = extract_meetings(read(f"{TOLD_BEFORE} {after}"))
    assert len(meeting.participants) == 2


def test_who_is_brought_together_has_met():
    (meeting,) = extract_meetings(read("Envoys of Norway brought Peru and Chile together in Lima on Monday."))
    assert [(p.entity.text, p.role[0]) for p in meeting.participants] == [
        ("Envoys of Norway", "mediator"),
        ("Peru", "party"),
        ("Chile", "party"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda met in the semifinal on Sunday.",
        "The two teams will meet for the derby in Lima.",
        "Bondholders of the Kenyan bank will meet in Nairobi on May 12.",
        "The newlyweds met in Peru.",
        "East meets West in this Turkish film.",
        "The flood brought Kenya and Uganda together.",
        "The one thing that brought us together in Lima today is our love of music, Minister Ruiz said.",
    ],
)
def test_who_meets_for_other_ends_holds_no_talks(text):
    assert rows(text) == []


def test_a_game_may_be_beside_the_talks():
    text = "The presidents of Peru and Chile met before the final on Monday."
    assert [status for status, _ in rows(text)] == ["held"]


def test_those_who_met_will_meet_again():
    text = "President Luis Soto and Prime Minister Karl Lund met in Oslo on Monday. They will meet again on Friday."
    people = ("President Luis Soto", "Prime Minister Karl Lund")
    assert rows(text) == [("held", people), ("planned", people)]


def test_the_same_meeting_told_again_is_one_row_with_all_its_words():
    text = (
        "Foreign Minister Alan Berg met Prime Minister Karl Lund in Oslo on Tuesday. The meeting lasted two hours. "
        "After the talks with Lund, Berg flew home."
    )
    (meeting,) = extract_meetings(read(text))
    assert len(meeting.evidence) >= 2
    assert [p.entity.text for p in meeting.participants] == ["Foreign Minister Alan Berg", "Prime Minister Karl Lund"]


def test_a_session_belongs_to_its_round_and_has_its_people():
    text = (
        "Talks between the foreign ministers of Peru and Chile opened in Geneva on Monday. "
        "Secretary of State John Reed attended the final session of the talks on Wednesday."
    )
    whole, session = extract_meetings(read(text))
    assert session.part_of == 0 and whole.part_of is None
    assert [p.entity.text for p in session.participants] == [
        "Secretary of State John Reed",
        "foreign ministers of Peru and Chile",
    ]


def test_third_parties_have_their_role():
    (meeting,) = extract_meetings(read("Peace talks between Peru and Chile, mediated by Norway, began on Monday."))
    roles = {p.entity.text: p.role for p in meeting.participants}
    assert roles["Norway"] == ("mediator",) and roles["Peru"] == ("party",)


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("US-brokered talks between Israel and Lebanon resumed in Naqoura on Tuesday.", "US", "mediator"),
        ("Iran and the United States held indirect talks in Muscat, mediated by Oman.", "Oman", "mediator"),
        ("President Biden hosted King Abdullah of Jordan at the White House on Monday.", "President Biden", "host"),
        ("The talks between Peru and Chile were chaired by Norway.", "Norway", "host"),
        (
            "The summit of Peru and Chile that President Lula will host on Friday is about water.",
            "President Lula",
            "host",
        ),
        ("Norway mediated talks between Peru and Chile on Monday.", "Norway", "mediator"),
        ("Ana Ruiz met Karl Lund in Oslo in the presence of the Swiss mediator Peter Frei.", "Peter Frei", "mediator"),
        ("Ana Ruiz met Karl Lund in Oslo in the presence of the Swiss envoy Peter Frei.", "Peter Frei", "observer"),
        ("Foreign Minister Lind will convene talks between Peru and Chile.", "Foreign Minister Lind", "host"),
    ],
)
def test_roles_follow_the_words(text, who, role):
    (meeting,) = extract_meetings(read(text))
    assert {p.entity.text: p.role[0] for p in meeting.participants}[who] == role


def test_who_did_not_host_is_no_host():
    (meeting,) = extract_meetings(read("The talks between Peru and Chile that Norway did not mediate began on Monday."))
    assert "Norway" not in {p.entity.text for p in meeting.participants}


def test_a_bodys_summit_needs_no_names():
    (meeting,) = extract_meetings(read("The NATO summit opened in Lisbon on Monday with a speech about winter."))
    assert [p.entity.text for p in meeting.participants] == ["NATO"]


def test_a_hosted_visit_is_a_meeting():
    (meeting,) = extract_meetings(read("King Hassan hosted the first visit by President Erik Holm on Monday."))
    assert {p.entity.text: p.role for p in meeting.participants}["King Hassan"] == ("host",)


def test_ministers_and_leaders_of_a_body_meet_apart():
    text = (
        "The APEC Ministerial Meeting is scheduled to be held in Lima on Tuesday. "
        "The APEC summit will be held in Lima on Friday."
    )
    assert len(extract_meetings(read(text))) == 2


def test_also_met_is_another_meeting():
    text = "Envoy Erik Holm met with members of the RDU party. The envoy also met with RDU leadership."
    assert len(extract_meetings(read(text))) == 2


def test_a_long_title_is_its_persons():
    text = "Special Presidential Envoy for Fisheries Erik Holm had a phone call with Chilean envoy Ana Silva today."
    (meeting,) = extract_meetings(read(text))
    assert any("Erik Holm" in p.entity.text for p in meeting.participants)


def test_met_separately_is_marked_for_one_row_a_side():
    text = "Envoy Erik Holm met separately with President Ana Silva and rebel leader Omar Deng."
    (meeting,) = extract_meetings(read(text))
    assert meeting.format == "bilateral" and len(meeting.participants) == 3


def test_calls_are_by_phone():
    (meeting,) = extract_meetings(read("Secretary Reed spoke with Foreign Minister Ana Ruiz of Peru today."))
    assert (meeting.medium, meeting.format) == ("phone", "phone")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Ivo Maran thanked Kenya in a call on Tuesday.", ["President Ivo Maran", "Kenya"]),
        ("Premier Karl Lund thanked President Ana Torres for her help in a phone call on Monday.",
         ["Premier Karl Lund", "President Ana Torres"]),
        # nobody is asked to open a port in a call
        ("Chancellor Ernst Vogel urged Malta to open the port in a telephone call with Premier Rosa Vella on Sunday.",
         ["Chancellor Ernst Vogel", "Premier Rosa Vella"]),
    ],
)  # fmt: skip
def test_a_call_is_between_whoever_tells_and_whoever_is_told(text, people):
    assert rows(text) == [("held", tuple(people))]


@pytest.mark.parametrize(
    "text",
    [
        "The minister urged Chad to join in a call for peace.",
        "The premier thanked reporters in a call on Tuesday.",
        "The premier will thank Kenya in a call on Thursday.",
    ],
)
def test_no_call_is_told(text):
    assert rows(text) == []


def test_every_row_has_short_evidence_that_stands_in_the_text():
    text = "Foreign Minister Alan Berg met Prime Minister Karl Lund in Oslo on Tuesday. The meeting lasted two hours."
    for meeting in extract_meetings(read(text)):
        assert meeting.evidence
        for span in meeting.evidence:
            assert text[span.start : span.end] == span.text and len(span.text.split()) <= 40


TALKED = """Ines Moreau, Foreign Secretary
Port Almer
SECRETARY MOREAU: Good morning, everyone. {first}
FOREIGN MINISTER OKORO: {second}
SECRETARY MOREAU: Thank you all.
"""


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        (
            "It is a pleasure to have Minister Okoro here in Port Almer.",
            "Thank you for having me. We have much to do.",
            ["host", "party"],
        ),
        ("It is good to see you again. The war must end.", "The war must end indeed.", ["party", "party"]),
        ("The war must end.", "I agree. Our meeting today was about just that.", ["party", "party"]),
        # no word of a greeting or of their own talks
        ("The war must end.", "It must, and the ships must sail.", None),
    ],
)
def test_two_officials_who_greet_each_other_have_met(first, second, roles):
    meetings = extract_meetings(read(TALKED.format(first=first, second=second)))
    if roles is None:
        assert meetings == ()
        return
    (meeting,) = meetings
    assert [p.entity.text for p in meeting.participants] == ["SECRETARY MOREAU", "FOREIGN MINISTER OKORO"]
    assert [p.role[0] for p in meeting.participants] == roles and meeting.basis == "inferred"


def test_those_who_ask_are_not_met():
    text = "Oslo\nQ: It is good to see you. What now?\nPRESIDENT LUND: We wait.\nQ: And then?\nPRESIDENT LUND: We wait."
    assert extract_meetings(read(text)) == ()


def test_the_weekday_before_the_noun_dates_the_talks():
    (meeting,) = extract_meetings(read("The envoys of Peru and Chile flew home after the Monday talks between them."))
    assert meeting.when is not None and meeting.when.text == "Monday"


def test_a_title_and_a_name_are_one_side():
    text = "Rebel leader Omar Deng and Prime Minister Karl Lund met on the sidelines of a summit in Tunis on Wednesday."
    assert rows(text) == [("held", ("Rebel leader Omar Deng", "Prime Minister Karl Lund"))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Torres will attend the Summit of the Islands in June.", ("President Torres",)),
        ("The NATO summit opened in Lisbon on Monday.", ("NATO",)),
        ("President Torres will join the NATO summit in Lisbon on Monday.", ("President Torres", "NATO")),
    ],
)
def test_a_summit_is_of_many(text, people):
    (meeting,) = extract_meetings(read(text))
    assert meeting.format == "multilateral" and tuple(p.entity.text for p in meeting.participants) == people


def test_a_summit_of_a_bodys_leaders_is_of_many():
    (meeting,) = extract_meetings(read("A summit of EU leaders opened in Brussels on Monday."))
    assert meeting.format == "multilateral"


def test_a_summit_with_the_union_is_of_two():
    (meeting,) = extract_meetings(read("The EU-Ukraine summit opened in Kiev on Monday."))
    assert meeting.format is None


def test_his_meeting_is_his():
    text = "Prime Minister Lund came home. Pictures of his meeting with President Ana Torres were shown yesterday."
    (meeting,) = extract_meetings(read(text))
    assert {p.entity.text for p in meeting.participants} == {"President Ana Torres", "his"}


def test_talks_to_discuss_something_are_no_talks_to_come():
    (meeting,) = extract_meetings(read("The envoys of Peru and Chile resumed talks on Monday to discuss the border."))
    assert meeting.status == "held"


def test_bilateral_meetings_with_several_are_marked_for_one_row_a_side():
    text = "Envoy Erik Holm held bilateral meetings with officials from Peru, Chile and Kenya."
    (meeting,) = extract_meetings(read(text))
    assert meeting.format == "bilateral"


def test_separate_calls_are_one_row_a_side_by_phone():
    text = "Secretary Reed held separate calls with Foreign Minister Ana Ruiz of Peru and Foreign Minister Jo Vik of Norway."
    (meeting,) = extract_meetings(read(text))
    assert (meeting.format, meeting.medium) == ("bilateral", "phone")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A Chilean delegation headed by Minister Rosa Vidal met President Ana Torres in Lima on Monday.", {"Minister Rosa Vidal"}),
        ("President Ana Torres received a Chilean delegation led by Rosa Vidal on Monday.", {"Rosa Vidal"}),
        ("A Chilean delegation under pressure met President Ana Torres in Lima on Monday.", set()),
        ("A Chilean delegation accompanied by reporters met President Ana Torres in Lima on Monday.", set()),
    ],
)  # fmt: skip
def test_who_leads_a_delegation_is_at_the_talks(text, people):
    (meeting,) = extract_meetings(read(text))
    named = {p.entity.text for p in meeting.participants}
    assert people <= named
    assert not named & {"pressure", "reporters"}
