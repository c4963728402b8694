"""Where a row happened: only words that locate, on the act's own clause."""

import pytest
from tests.extract.readings import read
from tests.resolve.trees import read_tree, span_of

from dragoman.records import Entity, Event, Meeting, Participant, Place, Rows, Statement, When
from dragoman.resolve.where import resolve_where

MET = "Envoys|NOUN|2|nsubj met|VERB|0|root|meet in|ADP|4|case Geneva|PROPN|2|obl ~.|PUNCT|2|punct"
ACTS = "Moscow|PROPN|2|nsubj attacked|VERB|0|root|attack rebels|NOUN|2|obj ~.|PUNCT|2|punct"
CITY = (
    "Envoys|NOUN|2|nsubj met|VERB|0|root|meet in|ADP|5|case the|DET|5|det town|NOUN|2|obl of|ADP|7|case Xoruz|PROPN|5|nmod "
    "in|ADP|9|case Kenya|PROPN|2|obl ~.|PUNCT|2|punct"
)
VENUE = (
    "Envoys|NOUN|2|nsubj met|VERB|0|root|meet at|ADP|5|case Camp|PROPN|5|compound David|PROPN|2|obl ~,|PUNCT|7|punct "
    "Md.|PROPN|5|nmod ~.|PUNCT|2|punct"
)
CONDEMNED = "Paris|PROPN|2|nsubj condemned|VERB|0|root|condemn the|DET|4|det attack|NOUN|2|obj in|ADP|6|case Goma|PROPN|4|nmod ~.|PUNCT|2|punct"


@pytest.mark.parametrize(
    ("tree", "names", "trigger", "category", "expected"),
    [
        (MET, {"Geneva": "LOC"}, "met", "CONSULT", ("Geneva", "CHE", 46.2)),
        # a capital that acts is nobody's place
        (ACTS, {"Moscow": "LOC"}, "attacked", "ASSAULT", None),
        # a place that the gazetteer lacks keeps its name, and has the country that is told
        (CITY, {"Xoruz": "LOC", "Kenya": "LOC"}, "met", "CONSULT", ("Xoruz", "KEN", None)),
        # what an act by words is about does not place it
        (CONDEMNED, {"Paris": "LOC", "Goma": "LOC"}, "condemned", "ACCUSE", None),
    ],
)
def test_events(tree, names, trigger, category, expected):
    reading = read_tree(tree, names=names)
    span = span_of(reading, trigger)
    place = resolve_where(reading, Rows(events=(Event(category, span, (span,)),))).events[0].place
    assert (place and (place.name, place.country, place.lat)) == expected
    if place and place.span:
        assert reading.text[slice(*place.span)] == place.name


def test_a_meeting_has_its_venue():
    reading = read_tree(VENUE, names={"Camp David": "FAC"})
    meeting = resolve_where(reading, Rows(meetings=(Meeting((), (span_of(reading, "Envoys met"),)),))).meetings[0]
    assert meeting.place is not None and meeting.place.country == "USA"
    assert meeting.venue is not None and meeting.venue.startswith("Camp David")


def test_the_place_that_an_extractor_named_is_looked_up_with_its_state():
    reading = read_tree("Talks|NOUN|4|nsubj in|ADP|3|case Arlington|PROPN|1|nmod ended|VERB|0|root ~.|PUNCT|4|punct")
    span = span_of(reading, "Arlington")
    row = Event("CONSULT", span, (span,), place=Place("Arlington, Va."))
    place = resolve_where(reading, Rows(events=(row,))).events[0].place
    assert place is not None and (place.country, place.lat, place.lon) == ("USA", 38.88, -77.1)


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        # a clause of "where"
        ("The minister will travel to Oslo, where he will meet the president.", "he will meet the president", "Oslo"),
        # told just before, when one place alone is
        (
            "The envoy will travel to Oman on May 25. He will meet with senior officials.",
            "He will meet with senior officials",
            "Oman",
        ),
        ("The envoy will travel to Oman and Qatar. He will meet with officials.", "He will meet with officials", None),
        (
            "The minister hopes to visit Israel one day. He will meet with Italian officials.",
            "He will meet with Italian officials",
            None,
        ),
        # set off by a comma after who the other is
        ("The rebels met on Monday with Anna Petrova, a US envoy, in Qatar.", "The rebels met on Monday", "Qatar"),
        # talks called after a town; two capitals joined are two parties
        ("The next round of the Geneva talks will be held in May.", "The next round of the Geneva talks", "Geneva"),
        # generic words with the name after them
        (
            "They spoke at the summit in the island country Malta on Monday.",
            "They spoke at the summit in the island country Malta",
            "Malta",
        ),
        # a relative clause says where the talks are held
        (
            "On Thursday the minister attended the final round of talks, which were being held in Oslo.",
            "the minister attended the final round of talks",
            "Oslo",
        ),
        # a list of states is no name with its state
        ("The minister will visit Belgium, Poland and Latvia.", "The minister will visit", "Belgium"),
        ("In Kabul, U.S. envoys met the president.", "U.S. envoys met the president", "Kabul"),
        # a capital by whose it is, in the words of the text; a name beside it goes before
        ("The envoy met rebel leaders in the Chechen capital.", "The envoy met rebel leaders", "Chechen capital"),
        ("The envoy met the premier in Peru's capital.", "The envoy met the premier", "Peru's capital"),
        ("The envoy met the premier in the Turkish capital Ankara.", "The envoy met the premier", "Ankara"),
        ("The envoy met the premier in the Kenyan capital, Nairobi.", "The envoy met the premier", "Nairobi"),
        ("The envoy met the premier in the cultural capital.", "The envoy met the premier", None),
        # the head of a transcript
        ("Palace, Tokyo, Japan 2:36 P.M. THE PRESIDENT: We met the leader today.", "We met the leader", "Tokyo, Japan"),
    ],
)
def test_meetings_as_they_are_told(text, evidence, expected):
    reading = read(text)
    span = span_of(reading, evidence)
    place = resolve_where(reading, Rows(meetings=(Meeting((), (span,)),))).meetings[0].place
    assert (place and place.name) == expected


def test_what_participants_say_in_the_account_of_a_meeting_is_said_there():
    reading = read(
        "The presidents of Kenya and Chad met today in Oslo. The Kenyan president thanked Chad for its help."
    )
    day = When("2024-05-16", "2024-05-16")
    kenya, chad = Entity("Kenya", code="KEN"), Entity("Chad", code="TCD")
    meeting = Meeting((Participant(kenya), Participant(chad)), (span_of(reading, "met today in Oslo"),), when=day)
    thanks = span_of(reading, "thanked Chad")

    def place(actor, date):
        event = Event("SUPPORT", thanks, (thanks,), actor=(actor,), date=date)
        found = resolve_where(reading, Rows(events=(event,), meetings=(meeting,))).events[0].place
        return found and found.name

    assert place(kenya, day) == "Oslo"
    assert place(Entity("France", code="FRA"), day) is None
    assert place(kenya, When("2024-05-12", "2024-05-12")) is None


STORY = (
    "Soldiers stormed a radio station in Malakal. They shelled the bridge. The rains came early. Troops burned boats."
)
DAY, LATER = When("2024-05-13", "2024-05-13"), When("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    ("before", "told", "place"),
    [
        ({}, {}, "Malakal"),
        ({"event": "PROTEST"}, {"event": "COERCE"}, "Malakal"),  # those who marched are arrested where they were
        ({"date": DAY}, {"date": DAY}, "Malakal"),
        ({"date": DAY}, {"date": LATER}, None),
        ({"date": DAY}, {}, None),  # undated beside dated is of another time
        ({"aux": ("historical",)}, {}, None),
        ({}, {"actor": (Entity("They", code="UGA"),)}, None),  # others, and elsewhere perhaps
        ({}, {"event": "COERCE"}, None),  # a war abroad, and arrests at home
        ({}, {"event": "ACCUSE"}, None),  # words may be said anywhere
        ({"recipient": (Entity("Nuer", code="SSD"),)}, {"recipient": (Entity("Chad", code="TCD"),)}, None),
        ({}, {"words": "Troops burned boats"}, None),  # told later
    ],
)
def test_force_told_right_after_more_of_it_was_used_in_the_same_place(before, told, place):
    reading = read(STORY)
    one = span_of(reading, "stormed a radio station in Malakal")
    other = span_of(reading, told.get("words", "They shelled the bridge"))
    given = {"event": "ASSAULT", "actor": (Entity("Soldiers", code="SDN"),)}
    rows = Rows(
        events=(
            Event(**{**given, **before}, trigger=one, evidence=(one,)),
            Event(**{**given, **{k: v for k, v in told.items() if k != "words"}}, trigger=other, evidence=(other,)),
        )
    )
    first, then = resolve_where(reading, rows).events
    assert first.place is not None and first.place.name == "Malakal"
    assert (then.place and then.place.name) == place


TRANSCRIPT = "Maria Ortega, Foreign Minister\nLisbon, Portugal\nBlue Room\nMINISTER ORTEGA: {}"


@pytest.mark.parametrize(
    ("text", "words", "category", "expected"),
    [
        # the head of a transcript says where it was spoken
        (TRANSCRIPT.format("We thank Kenya for its help."), "thank", "SUPPORT", "Lisbon, Portugal"),
        # what was done before was done elsewhere, and force is used elsewhere
        (TRANSCRIPT.format("Kenya refused our help."), "refused", "REJECT", None),
        (TRANSCRIPT.format("We have condemned the raid."), "condemned", "ACCUSE", None),
        (TRANSCRIPT.format("Troops attacked the village."), "attacked", "ASSAULT", None),
        # lines that head a text that nobody speaks
        ("Maria Ortega, Foreign Minister\nLisbon, Portugal\nWe thank Kenya for its help.", "thank", "SUPPORT", None),
        # a town over a report that begins with capitals
        ("Lisbon\nNATO will help Kenya, and we thank Kenya.", "thank", "SUPPORT", None),
        # a place that opens the sentence holds for what is announced there, not for force told of there
        ("In Rome, the minister announced that Italy would free the prisoners.", "free", "CONCEDE", "Rome"),
        ("In Rome, the minister said that troops had killed four villagers.", "killed", "ASSAULT", None),
        # a clause of "when"
        ("Riots broke out in Kano last month, when soldiers attacked a market.", "attacked", "ASSAULT", "Kano"),
        # the narrower of two
        ("Police arrested nine men in the Goma area of eastern Congo.", "arrested", "COERCE", "Goma"),
        ("Police arrested nine men around the suburbs of Paris.", "arrested", "COERCE", "Paris"),
        # on the sidelines of a summit on something else; the matter of a deal is no place
        (
            "Kenya and Chad signed a deal on fishing at a summit meeting in Oslo on Friday.",
            "signed",
            "SUPPORT",
            "Oslo",
        ),
        ("Kenya and Chad signed a deal on ports in Angola.", "signed", "SUPPORT", None),
        # where troops are sent, and what they leave; no place of what is said of it
        ("Kenya will send troops to Goma.", "send", "MOBILIZE", "Goma"),
        ("Kenya withdrew its troops from Goma.", "withdrew", "RETREAT", "Goma"),
        ("Kenya sent a letter to Oslo.", "sent", "REQUEST", None),
        # a court that acts is where it is said to be
        ("The banker is being investigated by a grand jury in Milan.", "investigated", "ACCUSE", "Milan"),
    ],
)
def test_acts_as_they_are_told(text, words, category, expected):
    reading = read(text)
    trigger = span_of(reading, words)
    day = When("2024-05-16", "2024-05-16")
    event = Event(category, trigger, (trigger,), actor=(Entity("Kenya", code="KEN"),), date=day)
    place = resolve_where(reading, Rows(events=(event,))).events[0].place
    assert (place and place.name) == expected


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        # the next sentence says where the talks are
        ("Envoys began talks on the border. The talks are being held in Oslo.", "Envoys began talks", "Oslo"),
        ("Envoys began talks on the border. The next talks will be held in Oslo.", "Envoys began talks", None),
        # where a traveller is told to be
        ("In Laos, the envoy will open a clinic. He will meet with officials.", "He will meet with officials", "Laos"),
        ("The envoy is in Vienna this week. He will meet with officials.", "He will meet with officials", "Vienna"),
        # the capital city of a state is the city
        ("The envoys will meet in Vietnam's capital city of Hanoi.", "The envoys will meet", "Hanoi"),
        # a stop behind a dateline's town is no part of its name
        ("OSLO. - The envoys held talks on Thursday.", "The envoys held talks", "Oslo"),
        # each story of a digest has its own dateline
        (
            "OSLO, May 16 (Agency) -- Rain fell on the town again.\n\nLIMA, May 16 (Agency) -- The envoys held talks on Thursday.",
            "The envoys held talks",
            "Lima",
        ),
    ],
)
def test_meetings_placed_by_the_sentences_around(text, evidence, expected):
    reading = read(text)
    place = resolve_where(reading, Rows(meetings=(Meeting((), (span_of(reading, evidence),)),))).meetings[0].place
    assert (place and place.name) == expected


SPEECH = "The minister said that Kenya would help Chad. {} it would send food."


@pytest.mark.parametrize(
    ("second", "cue", "who", "expected"),
    [
        ("Speaking at a school in Mombasa, she said that", "she said", "Anna Were", "Mombasa"),
        ("She told reporters in the port city of Mombasa that", "She told", "Anna Were", "Mombasa"),
        # a state is too wide to say where people spoke
        ("She told reporters in Uganda that", "She told", "Anna Were", None),
    ],
)
def test_what_a_speaker_says_beside_what_was_said_in_a_town(second, cue, who, expected):
    reading = read(SPEECH.format(second))
    speaker = Entity(who, code="KEN", name=who)
    told = (
        Statement(speaker, (span_of(reading, "Kenya would help Chad"),), span_of(reading, "said")),
        Statement(speaker, (span_of(reading, "it would send food"),), span_of(reading, cue)),
    )
    help_ = span_of(reading, "help")
    event = Event("AGREE", help_, (help_,), actor=(speaker,))
    place = resolve_where(reading, Rows(statements=told, events=(event,))).events[0].place
    assert (place and place.name) == expected


def test_a_statement_that_quotes_nothing_is_placed_by_nothing():
    reading = read(SPEECH.format("Speaking at a school in Mombasa, she said that"))
    speaker = Entity("Anna Were", code="KEN", name="Anna Were")
    told = (
        Statement(speaker, (), span_of(reading, "said")),
        Statement(speaker, (span_of(reading, "it would send food"),), span_of(reading, "she said")),
    )
    help_ = span_of(reading, "help")
    event = Event("AGREE", help_, (help_,), actor=(speaker,))
    assert resolve_where(reading, Rows(statements=told, events=(event,))).events[0].place is None


@pytest.mark.parametrize(("teller", "expected"), [("FRA", None), ("KEN", "Oslo")])
def test_where_others_say_that_there_were_talks_is_not_where_they_were(teller, expected):
    reading = read("Talks between Kenya and Chad have stalled, the minister told reporters in Oslo.")
    speaker = Entity("minister", code=teller, name="minister")
    told = Statement(
        speaker, (span_of(reading, "Talks between Kenya and Chad have stalled"),), span_of(reading, "told")
    )
    sides = tuple(Participant(Entity(c, code=c)) for c in ("KEN", "TCD"))
    met = Meeting(sides, (span_of(reading, "Talks between Kenya and Chad have stalled"),))
    place = resolve_where(reading, Rows(statements=(told,), meetings=(met,))).meetings[0].place
    assert (place and place.name) == expected


def test_decisions_of_the_day_are_placed_by_the_talks_told_after_them():
    reading = read("Kenya and Chad agreed to open the border. The decision was made at talks in Oslo on Thursday.")
    day = When("2024-05-16", "2024-05-16")
    kenya, chad = Entity("Kenya", code="KEN"), Entity("Chad", code="TCD")
    met = Meeting((Participant(kenya), Participant(chad)), (span_of(reading, "talks in Oslo"),), when=day)
    agreed = span_of(reading, "agreed to open")
    # one of those who agreed was misread: still the talks' own deal
    event = Event("AGREE", agreed, (agreed,), actor=(kenya, Entity("Quad", code="QUAD")), date=day)
    place = resolve_where(reading, Rows(events=(event,), meetings=(met,))).events[0].place
    assert place is not None and place.name == "Oslo"


def test_a_capital_called_by_its_state_is_where_that_capital_is():
    reading = read("The envoy met rebel leaders in the Yemeni capital on Monday.")
    words = "The envoy met rebel leaders in the Yemeni capital"
    row = Meeting((), (span_of(reading, words),), status="held")
    place = resolve_where(reading, Rows(meetings=(row,))).meetings[0].place
    assert place is not None
    assert (place.name, place.country, place.lat, place.lon) == ("Yemeni capital", "YEM", 15.35, 44.21)
