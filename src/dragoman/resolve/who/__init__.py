"""Entities of rows: phrases -> persons, states, bodies and groups, with names, codes, sectors and offices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.codebook import plover
from dragoman.codebook.actors import find_actor
from dragoman.codebook.orders import asks_own
from dragoman.records import (
    Agreement,
    Entity,
    Event,
    Hearsay,
    Meeting,
    Offsets,
    Participant,
    Position,
    Reading,
    Rows,
    Statement,
    stands_apart,
)
from dragoman.resolve.who.answers import Reason
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.members import complete_list, is_number_only, is_of_format, list_members
from dragoman.resolve.who.phrases import Resolver

_LEVELS: Final = (
    (
        "deputy minister",
        ("deputy foreign", "vice foreign", "deputy secretary", "assistant secretary", "under secretary"),
    ),
    ("head of government", ("prime minister", "premier", "chancellor", "taoiseach")),
    ("official", ("vice president", "vice-president")),
    ("head of state", ("president", "king", "queen", "emir", "sultan", "head of state", "monarch", "supreme leader")),
    ("minister", ("minister", "secretary of state", "foreign secretary", "secretary of defense", "security advis")),
    ("envoy", ("envoy", "ambassador", "representative", "negotiator", "mediator")),
)


_FEW: Final = 3
_STATE: Final = 3  # letters of a state's code
_TOGETHER: Final = ("leaders", "ministers", "presidents", "premiers", "they")
_TEAMS: Final = (["team"], ["delegation"])
_THIRD: Final = frozenset(("host", "mediator", "facilitator", "initiator", "observer"))
_BETWEEN: Final = frozenset(("mediator", "facilitator", "observer"))  # never a side themselves, as a host may be


def resolve_who(reading: Reading, rows: Rows) -> Rows:
    """`rows` with everybody known whom the report, or the codebook, makes known; phrases for several are taken apart.

    Unknown stays None. What was put together from several places of the text, or from the table of office-holders, has
    the basis "inferred".
    """
    ask, meetings = _prepare(reading, rows)
    known: dict[Offsets, list[Entity]] = {}
    return Rows(
        statements=tuple(_statement(ask, s) for s in rows.statements),
        events=tuple(_event(ask, e, known) for e in rows.events),
        meetings=meetings,
        agreements=tuple(_agreement(ask, a) for a in rows.agreements),
        positions=tuple(p for row in rows.positions for p in _positions(ask, row)),
    )


def _prepare(reading: Reading, rows: Rows) -> tuple[Resolver, tuple[Meeting, ...]]:
    """A resolver that has learned what the rows teach, and the meetings resolved."""
    ask = Resolver(Cast(reading))
    ask.note_statements(rows.statements)
    meetings: list[Meeting] = []
    for row in rows.meetings:  # who sat together is who "the sides" are from there on, of the next meeting, too
        m = _meeting(ask, row)
        meetings.append(m)
        sides = [p.entity for p in m.participants if not _THIRD & set(p.role)]
        everybody = [p.entity for p in m.participants if not _BETWEEN & set(p.role)]
        alone = everybody if sides else []  # those who only host it are no sides
        if meetings[:-1] and is_of_format(sides):  # a summit told in passing: those who met before are "the leaders"
            continue
        ask.note_group(sides if len(sides) > 1 else alone, m.evidence[0].start if m.evidence else 0)
    return ask, tuple(meetings)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mention, the entities that it stands for, and the candidates with why each was taken or left."""

    mention: Entity
    entities: tuple[Entity, ...]
    reasons: tuple[Reason, ...]


def explain_who(reading: Reading, rows: Rows, spans: Iterable[Offsets]) -> list[Explanation]:
    """Why each of `spans` means whom it means: the resolver's own reasons.

    Args:
        rows: the report's rows as extracted, which teach who speaks and who met.
    """
    ask, _ = _prepare(reading, rows)
    found = []
    for start, end in spans:
        ask.reasons = []
        mention = Entity(reading.text[start:end], (start, end))
        entities = tuple(ask.resolve(mention))
        found.append(Explanation(mention, entities, tuple(dict.fromkeys(ask.reasons))))
    return found


def _statement(ask: Resolver, row: Statement) -> Statement:
    speakers = ask.resolve(row.speaker) if row.speaker else []
    others = _all(ask, row.cospeakers)
    return replace(
        row,
        speaker=speakers[0] if speakers else row.speaker,
        cospeakers=_once([*speakers[1:], *others]),
        addressee=_all(ask, row.addressee),
        chain=tuple(_hearsay(ask, h) for h in row.chain),
    )


def _hearsay(ask: Resolver, link: Hearsay) -> Hearsay:
    return replace(link, who=ask.resolve(link.who)[0])


def _event(ask: Resolver, row: Event, known: dict[Offsets, list[Entity]]) -> Event:
    """Args: `known`: whom phrases mean, kept for the other acts that they are the actors of or read with."""

    def who(entity: Entity) -> list[Entity]:
        if entity.span is None:
            return ask.resolve(entity)
        if entity.span not in known:
            known[entity.span] = [m for e in ask.resolve(entity) for m in list_members(ask, e)]
        return known[entity.span]

    actor = _without_states(complete_list(ask, _once(a for e in row.actor for a in who(e))))
    named = tuple(replace(n, entity=e) for n in row.named for e in who(n.entity) if e.code)
    wronged = tuple(e for w in row.wronged for e in who(w) if _is_whole(e))
    row = replace(row, named=named, wronged=wronged)
    found = [e for r in row.recipient for e in ask.resolve(r, taken=actor)]
    recipient = complete_list(ask, _once(m for e in found for m in list_members(ask, e)))
    if row.event in plover.AT_HAND:
        actor, recipient = (tuple(ask.as_local(e) for e in side) for side in (actor, recipient))
    if row.event in plover.BY_WORDS:
        codes = {e.code for e in actor if e.code}
        own = [_as_own(ask, e, row, actor) for e in recipient]
        others = [ask.as_compatriot(ask.as_foreign(e, codes), codes) for e in recipient]
        recipient = tuple(o or e for o, e in zip(own, others, strict=True))
        states = {e.code for e in recipient if e.basis == "stated" and ask.is_first_told(e)}
        actor = tuple(_as_open(e) if e.code in states else e for e in actor)
    if not row.recipient or len(actor) < 2:
        return replace(row, actor=actor, recipient=recipient)
    names = {e.name for e in recipient}  # "the two sides" do not act on one of themselves
    return replace(row, actor=tuple(e for e in actor if e.name not in names) or actor, recipient=recipient)


def _as_own(ask: Resolver, entity: Entity, row: Event, actor: Sequence[Entity]) -> Entity | None:
    """ "The president ordered the army to": his own, whoever else's army the report tells of; None for others."""
    codes = {e.code for e in actor}
    code = codes.pop() if len(codes) == 1 else None
    if row.event != "REQUEST" or code is None or len(code) != _STATE or actor[0].sector == "IGO":
        return None
    told = entity.code is not None and entity.basis == "stated"
    if told or entity.office is not None or stands_apart(actor[0].sectors) or ask.is_owned(entity):
        return None
    if not any(asks_own(row.trigger.text, f"{a.text} {a.name}", entity.text) for a in actor):
        return None
    ordered = asks_own(row.trigger.text, "", entity.text)
    if not ordered and ask.whose_before(entity) not in (None, code):
        return None  # lawmakers who told of another state's government before
    return replace(entity, code=code, sectors=entity.sectors or ("GOV",), basis="inferred")


def _as_open(entity: Entity) -> Entity:
    """ "The president criticized Kenya", of which nothing was told before: a president of nobody knows what is not the
    one of the state that he turns to, though it may be the only one that the report names."""
    nameless = entity.name is None or entity.name.islower()
    if entity.basis == "stated" or not nameless or entity.sector != "GOV":
        return entity
    return replace(entity, code=None, name=None, basis="stated")


def _is_whole(entity: Entity) -> bool:
    """Whether what is done to somebody is done to their state or body: to itself, its office-holders, its forces, "its
    embassy". What is done to a state's people is often its own doing."""
    named = find_actor(entity.text)
    if named is not None:
        return named.kind != "people"
    last = entity.text.split()[-1:]
    of_state = (
        entity.sector == "GOV" and bool(last) and last[0].islower() and not last[0].endswith(("s", "men", "people"))
    )
    return entity.office is not None or entity.sector in ("MIL", "COP") or of_state


def _meeting(ask: Resolver, row: Meeting) -> Meeting:
    people: list[Participant] = []
    for p in row.participants:
        taken = [q.entity for q in people]
        found = [m for e in ask.resolve(p.entity, taken=taken) for m in list_members(ask, e)]
        if is_number_only(p.entity):  # "six-party": who is told of by a name besides is there once; nobody, if unknown
            told_of = {e.code for e in taken} - {None}
            found = [e for e in found if e.code not in told_of] if len(found) > 1 else []
        people += [Participant(e, p.role, p.level or _level_of(e)) for e in found]
    told = complete_list(ask, tuple(p.entity for p in people))
    people += [Participant(e) for e in told[len(people) :]]
    people = [_as_team(p, people[:i]) for i, p in enumerate(people)]
    if not people:  # "the negotiations resumed": those that the report is about
        people = [Participant(replace(e, basis="inferred")) for e in ask.back.main_sides(2, set())]
    for i in reversed(range(len(people))):  # whom the traveller meets before the traveller
        codes = {q.entity.code for q in people[:i] + people[i + 1 :] if q.entity.code}
        if i == 0 and len(people) > 1 and people[0].entity.office is not None and ask.cast.outlet_code:
            continue  # the traveller of whom the document tells, who is at home elsewhere
        people[i] = replace(people[i], entity=ask.as_visited(people[i].entity, codes))
    if row.status == "planned" and any(
        ask.are_hosts(p.entity) for p in row.participants[1:]
    ):  # "with officials of the three countries": in each
        row = replace(row, format="bilateral")
    return replace(row, participants=tuple(_as_peer(p, people) for p in people))


def _as_team(person: Participant, before: Sequence[Participant]) -> Participant:
    """ "Under Secretary A and an interagency team": of the state or body of whoever leads it."""
    last = person.entity.text.lower().split()[-1:]
    led = before[-1].entity if before else None
    if person.entity.code or last not in _TEAMS or led is None or not (led.office and led.code):
        return person
    return replace(person, entity=replace(person.entity, code=led.code, sectors=led.sectors, basis="inferred"))


def _as_peer(person: Participant, people: Sequence[Participant]) -> Participant:
    """A counterpart stands as high as the one whose counterpart he is: the first of another side."""
    if "counterpart" not in person.entity.text.lower().split() or person.level not in (None, "official"):
        return person
    level = next((p.level for p in people if p.level and p.entity.code != person.entity.code), None)
    return replace(person, level=level or person.level)


def _agreement(ask: Resolver, row: Agreement) -> Agreement:
    return replace(row, parties=_all(ask, row.parties))


def _positions(ask: Resolver, row: Position) -> list[Position]:
    """One row an actor: where both sides take it, and where leaders who met do, each has it. A text that many sign
    speaks with one voice: its statement names them all, so its positions are told once, under the first."""
    actors = ask.resolve(row.actor)
    toward = _once(found for e in row.toward for found in ask.resolve(e, taken=actors))
    each = len(actors) <= _FEW or row.actor.text.lower().endswith(_TOGETHER)
    return [replace(row, actor=a, toward=toward) for a in (actors if each else actors[:1])]


def find_level(office: str | None) -> str | None:
    """How high an office stands."""
    if not office:
        return None
    return next((level for level, titles in _LEVELS if any(t in office for t in titles)), "official")


def _level_of(entity: Entity) -> str | None:
    """A party's president and a rebels' premier head no state."""
    level = find_level(entity.office)
    ruling = level in ("head of state", "head of government", "minister")
    return "official" if ruling and entity.sector in ("PTY", "REB", "OPP") else level


def _all(ask: Resolver, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return _once(found for e in entities for found in ask.resolve(e))


def _without_states(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The presidents of Ruritania and Sylvania, A and B, agreed": the states act by those who hold their offices."""
    acting = {e.code for e in entities if e.office is not None and e.name and e.name[:1].isupper()}
    kept = [e for e in entities if e.code not in acting or e.office is not None or not _is_state_itself(e)]
    return tuple(kept)


def _is_state_itself(entity: Entity) -> bool:
    named = find_actor(entity.text)
    return named is not None and named.kind == "state"


def _once(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    seen: dict[tuple[str | None, str], Entity] = {}
    for e in entities:
        seen.setdefault((e.code, (e.name or e.text).lower()), e)
    return tuple(seen.values())
