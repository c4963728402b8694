"""Events: which category a clause tells of, who does it, and whom it is directed at. All sentences are our own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extract.events import extract_events
from tests.extract.readings import read


def told(text):
    return [(e.event, [a.text for a in e.actor], [r.text for r in e.recipient]) for e in extract_events(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru condemned Chile.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Chile was condemned by Peru.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Peru voiced concern over Chile's attacks on villages.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Peru urged Chile to release the prisoners.", ("REQUEST", ["Peru"], ["Chile"])),
        ("Peru called on Chile to stop the fighting.", ("REQUEST", ["Peru"], ["Chile"])),
        ("Peru thanked Chile for its help.", ("SUPPORT", ["Peru"], ["Chile"])),
        (
            "The government of Peru refused to recognize the new government.",
            ("REJECT", ["government of Peru"], ["new government"]),
        ),
        ("Peru threatened to attack Chile.", ("THREATEN", ["Peru"], ["Chile"])),
        ("Peru sent food aid to Chile.", ("AID", ["Peru"], ["Chile"])),
        (
            "The government of Peru imposed new sanctions on Chile on Monday.",
            ("SANCTION", ["government of Peru"], ["Chile"]),
        ),
        ("Peru expelled two Chilean diplomats.", ("SANCTION", ["Peru"], ["two Chilean diplomats"])),
        pytest.param(
            "The army of Peru has withdrawn its troops from Chile.",
            ("RETREAT", ["army of Peru"], ["Chile"]),
            marks=pytest.mark.xfail(strict=True, reason="the event reader of 2026.11.4 names Peru alone"),
        ),
        (
            "The police of Peru have arrested three opposition leaders.",
            ("COERCE", ["police of Peru"], ["three opposition leaders"]),
        ),
        ("Rebels shelled Chile on Friday.", ("ASSAULT", ["Rebels"], ["Chile"])),
        ("Peru pledged to support Chile.", ("AGREE", ["Peru"], ["Chile"])),
        ("Peru will send aid to Chile.", ("AGREE", ["Peru"], ["Chile"])),
    ],
)
def test_category_and_sides(text, expected):
    category, actors, recipients = expected
    rows = told(text)
    assert rows and rows[0] == (category, actors, recipients)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Peru did not agree to the plan of Chile.", "REJECT"),
        ("The minister said Peru will not meet Chile.", "REJECT"),
        ("The minister said Chile must withdraw its troops.", "REQUEST"),
        ("The minister said Peru would attack Chile.", "THREATEN"),
        ("Peru announced that it would withdraw its troops from Chile.", "CONCEDE"),
    ],
)
def test_what_is_said_of_an_act_decides(text, category):
    assert category in [r[0] for r in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru may attack Chile.",
        "If Chile attacks, the border will close.",
        "The weather was good in Lima.",
        "The minister is a lawyer by training.",
        "Peru could send aid to Chile next year.",
        # what is done to nothing
        "Peru gave no pledge of aid to Chile.",
        "Peru gave no promise to withdraw its troops.",
        "Peru and Chile reached no agreement on Monday.",
    ],
)
def test_what_is_supposed_is_no_event(text):
    assert [r for r in told(text) if r[0] in ("ASSAULT", "AID", "AGREE", "THREATEN")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks ended on Friday. The minister said Peru would never accept Chile's unprovoked attack on the port.",
            ("ACCUSE", ["The minister"], ["Chile"]),
        ),
        ("We stand with Chile in the face of Peru's brutal and unjustified war.", ("ACCUSE", ["We"], ["Peru"])),
    ],
)
def test_an_act_condemned_in_passing(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Kandahar, coalition troops backed by Afghan army soldiers detained 10 suspected terrorists.",
            ("COERCE", ["coalition troops"], ["10 suspected terrorists"]),  # the parser calls both a passive's subject
        ),
        pytest.param(  # what a missile does is done by whoever sends it
            "Iran launched missiles targeting US troops in Iraqi military bases.",
            ("ASSAULT", ["Iran"], ["US troops"]),
            marks=pytest.mark.xfail(strict=True, reason="the reader in seven bits takes the bases for the target"),
        ),
    ],
)
def test_sides_that_the_tree_does_not_show(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the state in which it is done is blamed for it
        ("Peru condemned the crackdown in Bolivia.", ("ACCUSE", ["Peru"], ["Bolivia"])),
        ("Peru condemned rigged elections in Bolivia.", ("ACCUSE", ["Peru"], ["Bolivia"])),
        # but not for an attack there
        ("Peru condemned the bombing in Bolivia.", ("ACCUSE", ["Peru"], [])),
        # what somebody feels, told by a participle that the tree takes for a passive
        (
            "The government of Peru was dismayed by Chile's decision.",
            ("ACCUSE", ["government of Peru"], ["Chile"]),
        ),
        ("Peru was disappointed by Chile's decision.", ("ACCUSE", ["Peru"], ["Chile"])),
        # accused by whoever tells of it
        ("The minister said the remarks of Chile were unacceptable.", ("ACCUSE", ["The minister"], ["Chile"])),
        (
            "The minister of Peru described Chile's offer as an insult.",
            ("ACCUSE", ["minister of Peru"], ["Chile"]),
        ),
        # who is blamed for it did not suffer it
        ("Peru blamed the blast on Chile.", ("ACCUSE", ["Peru"], ["Chile"])),
        # a possessor, whatever the tree calls it
        ("They condemned the DPRK's March 24 missile launch.", ("ACCUSE", ["They"], ["DPRK"])),
        ("Peru is opposed to talks with Chile.", ("REJECT", ["Peru"], ["Chile"])),
        ("Peru enacted new sanctions on Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        # sentenced and charged by the authorities, whoever they are
        ("Peru's general was sentenced to nine years in prison.", ("SANCTION", [], ["Peru's general"])),
        ("A jury found the general of Chile guilty of murder.", ("SANCTION", ["jury"], ["general of Chile"])),
        # done once more, no mere standing
        ("Chile continues to threaten to close the border with Peru.", ("THREATEN", ["Chile"], ["Peru"])),
        ("Protests continued in Santiago on Friday.", ("PROTEST", [], [])),
        # each of them fights the other
        (
            "Battles between Hamas and Fatah killed nine people in Gaza on Monday.",
            ("ASSAULT", ["Hamas", "Fatah"], ["Hamas", "Fatah"]),
        ),
        # whom they clashed with, whatever the tree takes "with" for
        (
            "Hezbollah fighters clashed with Israeli soldiers on Monday.",
            ("ASSAULT", ["Hezbollah fighters"], ["Israeli soldiers"]),
        ),
        # a group's name whole, of which the tree makes two
        (
            "Taliban militants attacked a police post in Ghazni on Monday, killing five officers.",
            ("ASSAULT", ["Taliban militants"], ["five officers"]),
        ),
    ],
)
def test_conflict_and_whose_it_is(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # where it was done is not who did it
        ("The Lima bombing killed twelve soldiers on Friday.", []),
        ("The U.S. strikes killed nine fighters.", ["U.S."]),
        ("An attack claimed by the Shining Path killed two soldiers.", ["Shining Path"]),
        ("The raid carried out by Chile killed two soldiers.", ["Chile"]),
    ],
)
def test_who_is_behind_an_attack(text, actor):
    assert {tuple(r[1]) for r in told(text) if r[0] == "ASSAULT"} == {tuple(actor)}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The two governments have not signed the agreement.", "REJECT"),  # still undone
        ("The minister said Peru would not object to talks with Chile.", "REJECT"),
        ("Peru tried to avoid criticism of Chile.", "ACCUSE"),
        ("Chile fired on the port on March 24.", "PROTEST"),  # a month
    ],
)
def test_what_is_no_act_of_conflict(text, category):
    assert category not in [r[0] for r in told(text)]


def test_a_refusal_rests_on_the_word_that_denies():
    (event,) = extract_events(read("Peru's defence ministry will not accept the proposal of Chile."))
    assert event.event == "REJECT" and event.trigger.text == "not accept"


def test_what_is_only_asked_for_is_no_act_of_its_own():
    assert [r[0] for r in told("Peru urged Chile to release the prisoners.")] == ["REQUEST"]


@pytest.mark.parametrize(
    "text", ['Peru called it "a day that all should keep".', 'Peru called the deal "a way forward".']
)
def test_what_something_is_called_asks_for_nothing(text):
    assert not [event for event, _, _ in told(text) if event == "REQUEST"]


def test_an_attack_told_of_kills_rather_than_those_it_hit():
    found = told("Gabon condemned the raid on a convoy of police in Yei, which killed three guards.")
    assert [actor for event, actor, _ in found if event == "ASSAULT"] in ([[]], [[], []])


def test_a_row_says_why():
    (event,) = extract_events(read("Peru condemned Chile."))
    assert "condemn" in event.why and event.quad == 3 and event.cameo


_WORDS = st.sampled_from(
    """Peru Chile condemned will not the attack on of by troops said that it must urged to withdraw “ ” " , . ; - 's
    and who sanctions against ready talks with Monday 12 ( )""".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, min_size=1, max_size=40))
def test_any_words_give_spans_that_hold(words):
    text = " ".join(words)
    for event in extract_events(read(text)):
        for span in (event.trigger, *event.evidence):
            assert text[span.start : span.end] == span.text
            assert len(span.text.split()) <= 40
        for entity in (*event.actor, *event.recipient):
            assert entity.span and text[slice(*entity.span)] == entity.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy of Norway said lawmakers in Selvia must pass the budget before spring.",
            ("REQUEST", ["The envoy of Norway"], ["lawmakers"], "must pass"),
        ),
        (
            '"Finland must return the paintings," Estonian minister Mart Saar told reporters.',
            ("REQUEST", ["Estonian minister Mart Saar"], ["Finland"], "must return"),
        ),
        (  # found by the event reader alone, whoever has to do it named by a common word
            "The President said that fishermen should stay away from the reef off Tonga.",
            ("REQUEST", ["The President"], ["fishermen"], "should stay"),
        ),
    ],
)
def test_what_others_must_do_is_asked_by_whoever_says_it(text, expected):
    rows = [(e.event, [a.text for a in e.actor], [r.text for r in e.recipient], e.trigger.text) for e in _acts(text)]
    assert expected in rows


@pytest.mark.parametrize(
    "text",
    [
        "The general said Latvia should be seen as a neighbour and not as a rival.",
        "Under the lease, Mongolia must pay the harbour fee each spring.",
        "The minister of Nepal could not say who should lead the cabinet.",
        "The minister of Nepal said the rules of Bhutan were clear, and that these must mature.",
    ],
)
def test_what_is_only_to_be_seen_or_asked_about_is_asked_of_nobody(text):
    assert "REQUEST" not in [e.event for e in _acts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The cabinet of Kenya has imposed visa restrictions on Burundi.",
            ("SANCTION", ["cabinet of Kenya"], ["Burundi"]),
        ),
        ("Brazil introduced entry curbs on Angola's generals.", ("SANCTION", ["Brazil"], ["Angola's generals"])),
        ("Canada revoked the visas of two Haitian senators.", ("SANCTION", ["Canada"], ["Haitian senators"])),
        ("Greece blocked a draft by Austria on fishing.", ("REJECT", ["Greece"], ["Austria"])),
        ("Japan objected to Iceland's bid for the seat.", ("REJECT", ["Japan"], ["Iceland"])),
        ("Sudan vowed to punish Chad.", ("THREATEN", ["Sudan"], ["Chad"])),
        ("The envoy indicated that Chad would respond to any raid by Libya.", ("THREATEN", ["Chad"], ["Libya"])),
        ("The minister of Cuba said Bolivia had misled the buyers.", ("ACCUSE", ["minister of Cuba"], ["Bolivia"])),
        ("Egypt made a demand to close the strait.", ("REQUEST", ["Egypt"], [])),
        ("Tunisia repeated charges that Malta had emptied its wells.", ("ACCUSE", ["Tunisia"], ["Malta"])),
    ],
)
def test_words_of_refusal_and_penalty(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Kenya imposed a curfew and speed limits in Mombasa.", "SANCTION"),
        ("Fallen trees blocked the road to the Austrian hotel.", "REJECT"),
        ("The Danish mayor warned of high tides near the pier.", "REQUEST"),
        ("The Sudanese team had vowed to play well.", "THREATEN"),
        ("The sign on the road misled two drivers from Bolivia.", "ACCUSE"),
        ("Officials in Chad guessed that rain would respond to prayer.", "THREATEN"),
        ("The bank of Malta lowered its charges on loans.", "ACCUSE"),
    ],
)
def test_what_is_neither_refusal_nor_penalty(text, category):
    assert category not in [r[0] for r in told(text)]


def test_a_warning_to_do_something_asks_for_it_where_the_reader_hears_no_threat():
    reading = read("The Danish minister warned newspapers in Sweden to show restraint.")
    (event,) = extract_events(replace(reading, acts=()))
    assert (event.event, event.why) == ("REQUEST", "frame warn [obj;to]")


def _acts(text):
    return extract_events(read(text))


@pytest.mark.parametrize(
    ("text", "category"),
    [
        # what is eased is not imposed
        ("Visa restrictions on Ghana were eased by the United States on Monday.", "SANCTION"),
        # what nobody is blamed for
        ("There is no truth in the claim that Ethiopia invaded Somalia, the envoy said.", "ACCUSE"),
        ("Iraq repeated its claim that it has no banned weapons.", "ACCUSE"),
        ("The minister said he had not misled parliament over arms to Sierra Leone.", "ACCUSE"),
        ("The premier told parliament that he had been misled by his generals.", "ACCUSE"),
        # what is too late to ask for, and what is foretold
        ("The inquiry said that Denmark should have closed the mine sooner.", "REQUEST"),
        ("Analysts in Beirut said Syria should expect more pressure.", "REQUEST"),
        # what is asked of nobody, but may happen
        ("Should Bolivia keep the port shut, the envoy of Chile said, trade would stop.", "REQUEST"),
        # whoever gets a request does not make it
        ("Britain agreed to a request to train Iraqi soldiers.", "REQUEST"),
    ],
)
def test_words_like_those_of_refusal_and_penalty(text, category):
    assert category not in [r[0] for r in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # asked of whoever holds them, not of the hostages
        ("France's demand to free the hostages was met with silence.", ("REQUEST", ["France"], [])),
        # objected to whoever said it, not to what it was about
        ("Hungary objected to the EU statement on Ukraine.", ("REJECT", ["Hungary"], ["EU", "Ukraine"])),
        # curbs on nobody in particular stay what they were
        ("The government introduced entry restrictions to curb the virus.", ("COERCE", ["government"], [])),
    ],
)
def test_sides_of_refusal_and_penalty(text, expected):
    assert expected in told(text)
