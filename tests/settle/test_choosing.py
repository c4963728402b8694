"""Who is on each side of an act, weighed over the parties of the report: what may change, in whose words, and what never."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Entity, Event, Meeting, NamedSide, Participant, Reading, Report, Sentence, Span
from dragoman.settle.choosing import Choosing
from dragoman.settle.parties import Parties
from dragoman.settle.sides import sides_of

STEP, SENTENCES = 100, 8


def party(code: str, name: str, at: int, **more) -> Entity:
    return Entity(name, (at, at + len(name)), name, code, ("GOV",), **more)


NOR, SWE, UNO = party("NOR", "Norway", 5), party("SWE", "Sweden", 40), party("UNO", "United Nations", 60)
THEY, LAWMAKERS = Entity("they", (320, 324)), Entity("lawmakers", (330, 339))


def reading(sentences: int = SENTENCES, *, acts: tuple | None = ()) -> Reading:
    spans = tuple(Sentence(STEP * k, STEP * (k + 1) - 1, 0, 0, k // 2) for k in range(sentences))
    return Reading(Report("x" * STEP * sentences), spans, acts=acts)


def act(category: str, actor=(), recipient=(), *, at: int = 340, named=(), **more) -> Event:
    return Event(
        category, Span("urged", at, at + 5), (Span("x", at - 40, at + 55),), actor, recipient, named=named, **more
    )


def read(side: str, entity: Entity, chance: float = 0.95) -> NamedSide:
    return NamedSide(side, entity, chance)


TALKS = Meeting((Participant(NOR), Participant(SWE)), (Span("met", 10, 13),))
DEALINGS = (act("REQUEST", (NOR,), (SWE,), at=120), act("ACCUSE", (SWE,), (NOR,), at=220))


def ask(*events: Event, told: Reading | None = None) -> Choosing:
    return Choosing(Parties(told or reading(), events, (TALKS,), ()), events)


def choose(event: Event, told: Reading | None = None, others=DEALINGS) -> Event:
    return ask(event, *others, told=told).choose(event)


def codes(entities) -> list[str | None]:
    return [e.code for e in entities]


HERE = replace(SWE, span=(350, 356))


@pytest.mark.parametrize(
    ("event", "actor", "recipient"),
    [
        # the reader's own words for a side that the clause leaves to a pronoun
        (act("REQUEST", (NOR,), (THEY,), named=(read("recipient", HERE),)), ["NOR"], ["SWE"]),
        (act("REQUEST", (THEY,), (SWE,), named=(read("actor", NOR),)), ["NOR"], ["SWE"]),
        # a wrong guess that was inferred, where the reader names another
        (act("ACCUSE", (NOR,), (replace(UNO, basis="inferred"),), named=(read("recipient", HERE),)), ["NOR"], ["SWE"]),
        # told in its words and read there: it stays
        (act("REQUEST", (NOR,), (UNO,), named=(read("recipient", UNO),)), ["NOR"], ["UNO"]),
        # nobody has done it unless its words name them
        (act("ASSAULT", (), (SWE,), named=(read("recipient", SWE),)), [], ["SWE"]),
        # who met are told by the meeting
        (act("CONSULT", (NOR,), (UNO,), named=(read("recipient", HERE),)), ["NOR"], ["UNO"]),
    ],
)
def test_which_party_is_chosen(event, actor, recipient):
    chosen = choose(event)
    assert (codes(chosen.actor), codes(chosen.recipient)) == (actor, recipient)


def test_what_is_chosen_says_so():
    chosen = choose(act("REQUEST", (NOR,), (THEY,), named=(read("recipient", HERE),), why="frame urge [obj]"))
    assert chosen.recipient[0].span == HERE.span
    assert chosen.recipient_share is not None and chosen.recipient_share > 0.5
    assert chosen.why == f"frame urge [obj]; recipient likeliest Sweden ({chosen.recipient_share:.2f})"


@pytest.mark.parametrize(
    ("held", "named", "words", "sectors", "basis"),
    [
        # the reader's words; a common word of the clause; a pronoun; else where the party was told of last
        ((THEY,), (read("recipient", HERE),), HERE.span, ("GOV",), "stated"),
        ((replace(LAWMAKERS, sectors=("LEG",)),), (), LAWMAKERS.span, ("LEG",), "inferred"),
        ((LAWMAKERS,), (), LAWMAKERS.span, ("GOV",), "inferred"),
        ((THEY,), (read("actor", HERE),), THEY.span, ("GOV",), "inferred"),
        ((), (), (40, 46), ("GOV",), "inferred"),
        ((UNO,), (), (40, 46), ("GOV",), "inferred"),
    ],
)
def test_in_whose_words(held, named, words, sectors, basis):
    event = act("REQUEST", (NOR,), held, named=named)
    (who,) = ask(event, *DEALINGS).name(event, "recipient", "SWE")
    assert (who.code, who.span, who.sectors, who.basis) == ("SWE", words, sectors, basis)


def test_lawmakers_of_a_state_are_lawmakers_and_they_who_are_the_state_are_the_state():
    choosing = ask(*DEALINGS)
    names = [choosing.name(act("REQUEST", (NOR,), (w,)), "recipient", "SWE")[0].name for w in (LAWMAKERS, THEY)]
    assert names == [None, "Sweden"]


@pytest.mark.parametrize(("words", "may"), [("the regime", False), ("the lawmakers", True)])
def test_a_regime_is_always_anothers(words, may):
    event = act("REQUEST", (NOR,), (Entity(words, (320, 320 + len(words))),))
    choosing = ask(event, *DEALINGS)
    assert choosing.may_be(event, "recipient", "NOR", choosing.list_reasons(event, "recipient")["NOR"]) is may


@pytest.mark.parametrize(
    ("words", "may"), [("180 countries", False), ("European ministers", False), ("ministers", True), ("the UN", True)]
)
def test_what_belongs_to_many_is_of_no_one_state(words, may):
    event = act("AGREE", (Entity(words, (320, 320 + len(words))),), (NOR,))
    choosing = ask(event, *DEALINGS)
    assert choosing.may_be(event, "actor", "SWE", choosing.list_reasons(event, "actor")["SWE"]) is may


@pytest.mark.parametrize("told", [reading(3), reading(acts=None)])
def test_too_little_to_go_by(told):
    event = act("REQUEST", (NOR,), (THEY,), at=140, named=(read("recipient", SWE),))
    assert choose(event, told) == event


def test_what_a_users_own_frame_says_stands():
    event = act("REQUEST", (NOR,), (THEY,), found_by="own frame", named=(read("recipient", HERE),))
    assert choose(event) == event


def test_an_event_is_no_reason_for_itself():
    """Weighing an event leaves the counts of the report as they were."""
    event = act("REQUEST", (NOR,), (SWE,))
    choosing = ask(event, *DEALINGS)
    before = (dict(choosing.acts), dict(choosing.doing), dict(choosing.undergoing))
    with choosing.apart(event):
        assert choosing.acts["NOR", "SWE"] == before[0]["NOR", "SWE"] - 1
    assert (dict(choosing.acts), dict(choosing.doing), dict(choosing.undergoing)) == before


@given(st.permutations([act("REQUEST", (NOR,), (THEY,), named=(read("recipient", HERE),)), *DEALINGS]))
def test_the_order_of_events_does_not_matter(events):
    choosing = ask(*events)
    (asked,) = (choosing.choose(e) for e in events if e.recipient == (THEY,))
    assert sides_of(asked.recipient) == {"SWE"}
