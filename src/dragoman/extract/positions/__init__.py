"""Positions: where each side stands on what, as somebody's act, feeling or own words tell it.

Words that take a stance (`codebook/data/stance_verbs.tsv`, `stance_words.tsv`) are read with the tree: what they
are about is the issue, who does or feels it the actor; in somebody's own words the speaker is the actor where the
clause names nobody. What the outlet itself thinks possible or necessary is no position of anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.stances import find_stance_word
from dragoman.extract.phrases import Tree
from dragoman.extract.positions.holders import OWNERS, Holders
from dragoman.extract.positions.takes import find_takes
from dragoman.extract.positions.taking import Take, is_stance_noun, is_stressing
from dragoman.extract.positions.verbs import RIGHTS
from dragoman.records import Entity, Position, Reading, Span, quote

_HOLLOW = frozenset(
    """do doing be being have having get getting go going make making see same more most so done careful clear it
    them fuel date part something someone work help try""".split()
)
_COURTESIES = frozenset(
    """condolence condolences congratulation congratulations sympathy thanks greeting greetings time hospitality
    opportunity question introduction""".split()
)
_OTHERS = OWNERS - {"our", "my"}
_GIVEN = ("supports", "opposes", "rejects", "accepts", "concerned")  # stances on what is there, not on what is wanted
_STRIVING = ("effort", "bid", "hope", "wish", "desire")
_LIGHT = ("obj", "obl", "nmod", "conj", "nsubj", "nsubj:pass", "xcomp", "advcl")


def extract_positions(reading: Reading) -> tuple[Position, ...]:
    """The positions that `reading` tells of, in reading order: one row an actor, issue and stance."""
    tree = Tree(reading)
    holders = Holders(tree)
    rows: dict[tuple[str, str, str], Position] = {}
    kept: list[Take] = []
    for take in find_takes(tree):
        if _says_nothing(tree, take) or not _stands_alone(tree, holders, take, kept):
            continue
        actors = [a for a in _actors(tree, holders, take) if not _is_within(a, take)]
        if not actors:
            continue
        kept.append(take)
        toward = tuple(holders.holders(list(take.toward), take.trigger))
        issue = quote(reading.text, *take.issue)
        for actor in actors:
            key = (actor.text.lower(), issue.text.lower(), take.stance)
            others = tuple(e for e in toward if e.text.lower() != actor.text.lower())
            row = Position(
                issue=issue,
                actor=actor,
                stance=take.stance,
                evidence=(_evidence(tree, take, actor),),
                toward=others,
                confidence=take.confidence,
            )
            rows.setdefault(key, row)
    return tuple(rows.values())


def _says_nothing(tree: Tree, take: Take) -> bool:
    """An issue of one word that names no thing: "want to do", "wants the same"."""
    words = tree.text[take.issue[0] : take.issue[1]].split()
    if tree.is_one(take.on, _COURTESIES):
        return True
    return len(words) == 1 and words[0].lower() in _HOLLOW


def _stands_alone(tree: Tree, holders: Holders, take: Take, kept: Sequence[Take]) -> bool:
    """Whether a stance is inside no other, is another side's, or condemns in passing what is to be answered."""
    outer = [k for k in kept if _is_inside(tree, take, k)]
    if not outer or (take.weighed and tree.children(take.trigger, "nmod") and _are(outer, ("supports",))):
        return True
    return _are(outer, _GIVEN) and _is_anothers(tree, holders, take)


def _are(takes: Sequence[Take], stances: tuple[str, ...]) -> bool:
    return all(take.stance in stances for take in takes)


def _is_inside(tree: Tree, take: Take, outer: Take) -> bool:
    """A stance told inside what another is taken on is not taken by itself: "urged Chile to support ..."."""
    word = tree.words[take.trigger]
    if take.again:
        return False
    if take.issue == outer.issue or (take.trigger == outer.trigger and not take.coordinate):
        return True
    above = tree.words[word.head]
    purpose = take.aim and tree.relation(word.index) in ("acl", "advcl")
    for_it = purpose and outer.issue[0] <= above.start < outer.issue[1]
    return for_it or outer.issue[0] <= word.start < outer.issue[1]


def _is_anothers(tree: Tree, holders: Holders, take: Take) -> bool:
    """ "Praised Chile's support for the truce": Chile's own stance, inside what it is praised for."""
    if not is_stance_noun(tree, take.trigger) or take.weighed or tree.is_one(take.trigger, _STRIVING):
        return False
    owners = holders.owners(take.trigger)
    if _thanked(tree, take.trigger):
        return True
    return bool(owners) and owners[0].text.lower() not in OWNERS


def _actors(tree: Tree, holders: Holders, take: Take) -> list[Entity]:
    if take.told:
        found = holders.holders(list(take.holders), take.trigger) if take.holders else []
        speaker = holders.speaker(take.trigger)
        if speaker:
            return found or [speaker]
        stressed = _of_stressed(tree, holders, take.trigger) if take.weighed else []
        own = holders.own_voice(take.trigger) if not (stressed or found) and _is_judged(tree, take.trigger) else None
        return stressed or ([own] if own else [])
    if take.holders:
        found = holders.holders(list(take.holders), take.trigger)
        if found:
            return found
    if take.aim:
        return _of_stressed(tree, holders, take.trigger)
    if is_stance_noun(tree, take.trigger):
        return _of_noun(tree, holders, take)
    if not take.holders:
        speaker = holders.speaker(take.trigger)
        return [speaker] if speaker else []
    return []


def _is_judged(tree: Tree, i: int) -> bool:
    """ "The process is crucial", "unprovoked war", "they must leave": a judgement, and nothing that somebody does."""
    if tree.words[i].upos != "VERB":
        ours = [c for j in tree.subjects(i) for c in tree.children(j, "nmod") if tree.words[c].text.lower() == "our"]
        bland = any(tree.words[c].text.lower() == "should" for c in tree.children(i, "aux"))
        return not ours and not bland  # "our friendship is essential", "it should be in everybody's interest"
    rightly = any(tree.words[c].text.lower() in RIGHTS for c in tree.children(i, "aux"))
    return rightly and tree.relation(i) != "acl"  # "those who should be protected"


def _is_within(actor: Entity, take: Take) -> bool:
    """ "the importance of Chile" is no stance of Chile."""
    return actor.span is not None and take.issue[0] < actor.span[1] and actor.span[0] < take.issue[1]


def _of_noun(tree: Tree, holders: Holders, take: Take) -> list[Entity]:
    """Whose demand or support it is: its owner, else whoever voices it."""
    noun = take.trigger
    owners = [e for e in holders.owners(noun) if not _is_within(e, take)]
    first = tree.words[noun].head
    if not owners and tree.relation(noun) == "conj" and find_stance_word(tree.lemma(first), "noun"):
        owners = [e for e in holders.owners(first) if not _is_within(e, take)]
    verb = tree.clause(noun)
    if thanked := _thanked(tree, noun):
        return holders.holders(thanked, noun)
    if tree.case(noun) in ("in", "at") and (own := holders.holders(tree.children(noun, "nsubj"), noun)):
        return own  # "is in favour of", "are at odds over"
    voiced = bool(owners) and owners[0].text.lower() in OWNERS and tree.relation(noun) in ("obj", "obl", "conj")
    if owners and not voiced:
        return owners
    if tree.words[noun].deprel in _LIGHT and verb != noun:
        found = holders.holders(tree.subjects(verb), noun)
        if found:
            return found
    if owners:
        return owners
    speaker = holders.speaker(noun)
    return [speaker] if speaker else []


def _thanked(tree: Tree, noun: int) -> list[int]:
    """Whose "its" is in "thanked Chile for its support", "criticised Chile for its refusal"."""
    own = any(tree.words[c].text.lower() in _OTHERS for c in tree.children(noun, "nmod"))
    return tree.children(tree.words[noun].head, "obj", "iobj") if own and tree.case(noun) == "for" else []


def _of_stressed(tree: Tree, holders: Holders, at: int) -> list[Entity]:
    """Who stresses or discusses what stands at `at`, where nobody's words are told: the subject of the sentence."""
    for j in tree.path_up(at):
        if tree.words[j].upos == "VERB" and is_stressing(tree, j):
            found = holders.holders(tree.subjects(j), j)
            if found:
                return found
    return []


def _evidence(tree: Tree, take: Take, actor: Entity) -> Span:
    """From the actor, where it stands close by in the sentence, or the stance to the end of the issue."""
    word = tree.words[take.trigger]
    marks = [(word.start, word.end), take.issue]
    sentence = tree.reading.sentences[word.sentence]
    pronoun = next((tree.words[h] for h in take.holders if tree.words[h].upos == "PRON"), None)
    if pronoun is not None:  # "Orvana said it opposes the map": what it says
        marks.append((pronoun.start, pronoun.end))
    elif actor.span and sentence.start <= actor.span[0] < sentence.end:
        marks.append(actor.span)
    start, end = min(m[0] for m in marks), max(m[1] for m in marks)
    inside = [w.index for w in tree.words[sentence.first : sentence.last] if start <= w.start and w.end <= end]
    if len(inside) > 30:
        start, end = min(word.start, take.issue[0]), max(word.end, take.issue[1])
        inside = [w.index for w in tree.words[sentence.first : sentence.last] if start <= w.start and w.end <= end]
    return tree.quote_words(inside or [take.trigger], take.trigger)
