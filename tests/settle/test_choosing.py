"""Who is on each side of an act, weighed over the parties of the report: what may change, in whose words, and what never."""

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Entity, Event, Meeting, NamedSide, Participant, Reading, Report, Sentence, Span
from dragoman.settle.choosing import NOBODY, Choosing, decide
from dragoman.settle.parties import Parties

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
    assert names == ["lawmakers", "Sweden"]


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
    """However often it is told, and weighing it leaves the counts of the report as they were."""
    event = act("REQUEST", (NOR,), (THEY,), named=(read("recipient", replace(HERE, code="FIN", name="Finland"), 0.3),))
    choosing = ask(event, *DEALINGS)
    before = (dict(choosing.acts), dict(choosing.doing), dict(choosing.undergoing))
    alone = choosing.choose(event)
    assert (dict(choosing.acts), dict(choosing.doing), dict(choosing.undergoing)) == before
    told_twice = ask(event, *DEALINGS)
    told_twice._count(event, 1)
    with told_twice.apart(event):
        assert told_twice.choose(event) == alone
    with pytest.raises(ZeroDivisionError), choosing.apart(event):
        raise ZeroDivisionError
    assert (dict(choosing.acts), dict(choosing.doing), dict(choosing.undergoing)) == before


@pytest.mark.parametrize(
    ("shares", "given", "best", "clear"),
    [
        ({"SWE": 0.51, "NOR": 0.30, "FIN": 0.19}, "NOR", "SWE", True),
        ({"SWE": 0.49, "NOR": 0.20, "FIN": 0.31}, "NOR", "SWE", False),  # no likelier than not
        ({"SWE": 0.55, "NOR": 0.40, "FIN": 0.05}, "NOR", "SWE", False),  # not clearly likelier than the clause's
        ({"SWE": 0.90, "NOR": 0.05, "FIN": 0.05}, "SWE", "SWE", False),  # the clause's itself
        ({NOBODY: 0.90, "NOR": 0.05, "FIN": 0.05}, None, NOBODY, False),  # the clause gives nobody
        ({NOBODY: 0.10, "NOR": 0.85, "FIN": 0.05}, None, "NOR", True),
    ],
)
def test_when_another_party_is_clearly_likelier(shares, given, best, clear):
    reasons = {party: {"log": log(share)} for party, share in shares.items()}
    held = () if given is None else (Entity(given, (0, 3), given, given),)
    choice = decide(reasons, held, {"log": 1.0})
    assert (choice.best, choice.clear) == (best, clear)
    assert choice.share == pytest.approx(shares[best])


RED_CROSS = Entity("Red Cross", (60, 69), "Red Cross", "ICRC", ("NGO",))
INFERRED = replace(UNO, basis="inferred")


@pytest.mark.parametrize(
    ("event", "side", "best", "may"),
    [
        (act("CONSULT", (NOR,), (SWE,)), "recipient", "UNO", False),  # who met stays as it is
        (act("CONSULT", (NOR,)), "recipient", "UNO", True),
        (act("ACCUSE", (NOR,), (SWE,)), "recipient", NOBODY, False),  # said in the words
        (act("ACCUSE", (NOR,), (INFERRED,)), "recipient", NOBODY, True),
        (act("ACCUSE", (NOR,), (LAWMAKERS,)), "recipient", "ICRC", False),  # a body has no lawmakers
        (act("ACCUSE", (NOR,), (THEY,)), "recipient", "ICRC", True),
        (act("ACCUSE", (NOR,), (LAWMAKERS,), named=(read("recipient", RED_CROSS),)), "recipient", "ICRC", True),
        (act("ASSAULT", (), (SWE,)), "actor", "NOR", False),  # nobody is said to have done it
        (act("ASSAULT", (), (SWE,), named=(read("actor", NOR, 0.3),)), "actor", "NOR", True),
        (act("COERCE", (), (HERE,)), "actor", "SWE", False),  # nor did those whom it was done to
    ],
)
def test_what_the_words_leave_open(event, side, best, may):
    choosing = ask(event, *DEALINGS, act("ACCUSE", (NOR,), (RED_CROSS,), at=20), act("ACCUSE", (NOR,), (UNO,), at=30))
    assert choosing.may_be(event, side, best, choosing.list_reasons(event, side)[best]) is may


def test_nobody_does_it_to_himself_in_the_same_words():
    """The person on the other side is passed over for another of the state's; where there is none, nothing changes."""
    berg, soldier = party("SWE", "Karl Lund", 350), Entity("one soldier", (360, 371), "one soldier", "SWE", ("MIL",))
    event = act("REQUEST", (berg,), (THEY,))
    (who,) = ask(event, *DEALINGS).name(event, "recipient", "SWE")
    assert who.name != "Karl Lund"
    event = act("ASSAULT", (), (soldier,), named=(read("actor", soldier),))
    choosing = ask(event)
    assert not choosing.may_be(event, "actor", "SWE", choosing.list_reasons(event, "actor")["SWE"])


SOME = (
    act("REQUEST", (NOR,), (THEY,), named=(read("recipient", HERE, 0.4),)),
    act("ACCUSE", (THEY,), (INFERRED,), at=440, named=(read("actor", SWE, 0.5),)),
    *DEALINGS,
)


@given(st.permutations(SOME))
def test_the_order_of_events_does_not_matter(events):
    def put(e: Event) -> tuple[int, str]:
        return e.trigger.start, e.event

    assert sorted(map(ask(*events).choose, events), key=put) == [ask(*SOME).choose(e) for e in sorted(SOME, key=put)]
