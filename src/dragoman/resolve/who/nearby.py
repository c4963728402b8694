"""Which state's police, spokesman or officials are meant where nobody says: that of the place told of beside them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from dragoman.codebook.actors import find_sector
from dragoman.codebook.places import find_places
from dragoman.codebook.saying import find_saying_verb
from dragoman.records import Word
from dragoman.resolve.who.named import Named

AUTHORITIES: Final = frozenset(
    """police officer officers authorities officials official spokesman spokeswoman spokesperson government army
    military troops soldiers firefighters rescuers residents hospital medics doctors prosecutor prosecutors court
    judge parliament ministry minister governor mayor commissioner service brigade coastguard guards
    witnesses""".split()
)
_OF_STATES: Final = frozenset("spokesman spokeswoman spokesperson".split())
_PORTFOLIOS: Final = frozenset("health interior justice information education agriculture labour labor".split())
_OF_ONE: Final = frozenset("ministry minister embassy".split())  # told of by their state's name first
_PLACING: Final = frozenset("in at near outside across around inside through north south east west".split())
_TOWARD: Final = frozenset("against over after about for of from to like".split())
_SETTLEMENTS: Final = frozenset("city town village capital street square district suburb port".split())
_TELLING: Final = frozenset(
    """spokesman spokeswoman spokesperson official officials minister ministry government army military""".split()
)
_LOCAL: Final = frozenset("police hospital mayor governor prosecutor prosecutors court judge officer officers".split())
_STATES_OWN: Final = frozenset("government troop force army soldier parliament".split())
_FORCE: Final = frozenset(
    """attack bomb shell kill strike fire invade raid hit destroy wound injure murder kidnap abduct shoot launch
    open bombard massacre storm""".split()
)
_STEPS: Final = 4  # of the tree from a place to the people
_BACK: Final = 3  # sentences
_PHRASE: Final = 6  # words behind "in" among which its place stands


def find_country(cast: Named, index: int, words: set[str], but: Container[int] = ()) -> str | None:
    """Whose authority `words` speak of at word `index`: a spokesman or ministry is the home state's, police and
    officials are those of the place told of."""
    own = place_behind(cast, index)
    if own is not None:
        return own
    at_home = "ministry" in words and words & _PORTFOLIOS
    if (words & _OF_STATES or at_home) and cast.home:
        return cast.home
    if words & _TELLING and not words & _LOCAL and (told := find_state_told(cast, index)) is not None:
        return told
    return find_country_near(cast, index, lasting=bool(words & _OF_ONE), but=but)


def find_state_told(cast: Named, index: int) -> str | None:
    """ "Orvana has proposed a pact to Selvia, a government spokesman said": the state that does what the official at
    word `index` tells before he is named. Force is told by both sides, so who uses it tells nothing."""
    words = cast.words
    verb = words[words[index].head]
    for _ in range(_STEPS):
        if verb.upos == "VERB" or verb.head == verb.index:
            break
        verb = words[verb.head]
    if find_saying_verb(verb.lemma, verb.text) is None:
        return None
    sentence = cast.reading.sentences[words[index].sentence]
    before = words[sentence.first : index]
    clauses = [w for w in before if w.head == verb.index and w.deprel in ("ccomp", "parataxis")]
    clauses += [
        c for w in before if _is_asked(words, w, verb) for c in before if c.head == w.index and c.deprel == "ccomp"
    ]
    clauses += [words[verb.head]] if verb.deprel == "parataxis" and verb.head < index else []
    for clause in clauses[:1]:
        if clause.lemma.lower() in _FORCE:
            return None
        heads = {clause.index, *(v.index for v in before if v.head == clause.index and v.deprel == "aux")}
        for w in before:
            if w.head not in heads or w.deprel not in ("nsubj", "nsubj:pass") or w.index > clause.index:
                continue
            row = cast.actor_at.get(w.index)
            if row is None and w.lemma.lower() in _STATES_OWN:
                row = cast.actor_at.get(w.index - 1)
            one = w.deprel == "nsubj" and not any(v.head == w.index and v.deprel == "conj" for v in before)
            if row is not None and row[2].kind in ("state", "seat", "people") and one:
                return row[2].code
    return None


def _is_asked(words: Sequence[Word], word: Word, verb: Word) -> bool:
    """ "Asked whether Orvana would leave, the minister replied": his own state is asked about."""
    return word.head == verb.index and word.deprel == "advcl" and word.text.lower() == "asked"


def place_behind(cast: Named, index: int) -> str | None:
    """ "Officials in Oslo", "people in three Ruritanian cities": the state of the place that the phrase tells."""
    words = cast.words
    if index + 1 >= len(words) or words[index + 1].lemma not in ("in", "from"):
        return None
    for w in words[index + 2 : index + 2 + _PHRASE]:
        if w.index in cast.spot_at:
            return cast.spot_at[w.index]
        if w.upos not in ("DET", "ADJ", "NUM", "NOUN", "ADP", "PROPN") or w.sentence != words[index].sentence:
            return None
    return None


def find_country_near(cast: Named, index: int, *, lasting: bool = False, but: Container[int] = ()) -> str | None:
    """The state of the last place or state named before word `index` in its sentence; failing that, of the first one
    behind it; else the report's home. With `lasting`, of the last one named in the three sentences before, then home.

    "Gunmen opened fire in Baghdad on Tuesday, police said": Iraq's police.

    Args:
        but: words whose states do not count, such as those of other people's titles.
    """
    sentence = cast.words[index].sentence
    before: list[tuple[int, str]] = []
    behind: list[tuple[int, str]] = []
    for place, code in cast.spots:
        if place in but or _is_by_others(cast, place):
            continue
        away = sentence - cast.words[place].sentence
        if place < index and away <= _BACK:
            before.append((place, code))
        elif place > index and away == 0:
            behind.append((place, code))
    here = [s for s in before if cast.words[s[0]].sentence == sentence]
    if cast.home and not lasting:
        return _first_placed(cast, here, behind) or cast.home
    if here or behind:
        return here[-1][1] if here else behind[0][1]
    return before[-1][1] if before else cast.home


def _is_by_others(cast: Named, place: int) -> bool:
    """Whether a name tells who made, backs or bore somebody or something: "a Ruritanian-built base"."""
    row = cast.actor_at.get(place)
    return row is not None and cast.is_by_others(row[1])


def find_place_told(cast: Named, index: int) -> str | None:
    """The state of the place where the clause of word `index` says that things happen: "protesters clashed with police
    in Orvana"; not that of what people march against."""
    words = cast.words
    verb = words[words[index].head]
    while verb.upos != "VERB" and verb.head != verb.index:
        verb = words[verb.head]
    for place, code in cast.spots:
        if (
            words[place].sentence == words[index].sentence
            and is_placed(cast, place)
            and _hangs_on(cast, place, index, verb.index)
        ):
            return code
    return None


def _hangs_on(cast: Named, place: int, folk: int, verb: int) -> bool:
    """Whether a place hangs on the people themselves, on their verb, or on somebody of their clause."""
    words = cast.words
    i = place
    for _ in range(_STEPS):
        w = words[i]
        if w.head == w.index:
            return False
        cases = {
            c.text.lower() for c in words[max(w.index - 4, 0) : w.index] if c.head == w.index and c.deprel == "case"
        }
        if cases & _TOWARD or (
            i != place and w.upos == "NOUN" and w.lemma not in _SETTLEMENTS and not find_sector(w.text)
        ):
            return False
        if w.head in (folk, verb):
            return True
        i = w.head
    return False


def _first_placed(cast: Named, before: list[tuple[int, str]], behind: list[tuple[int, str]]) -> str | None:
    placed = [s for s in before if is_placed(cast, s[0])][-1:] or [s for s in behind if is_placed(cast, s[0])]
    return placed[0][1] if placed else None


def is_placed(cast: Named, index: int) -> bool:
    """Told of as a place: behind "in" or the like, what describes it aside ("in the southern port of Karachi")."""
    for w in reversed(cast.words[max(index - 6, 0) : index]):
        if w.lemma in _PLACING:
            return True
        if w.upos not in ("DET", "ADJ", "NOUN", "PROPN", "ADP") or w.text == "to":
            return False
    return False


def list_spots(cast: Named) -> list[tuple[int, str]]:
    """Word index and state of every place and state that the report names, in reading order."""
    spots = {first: a.code for first, _, a in cast.named if a.code and a.kind in ("state", "people", "seat")}
    for name in cast.reading.names:
        if name.kind not in ("LOC", "FAC") or any(i in spots for i in range(name.first, name.last)):
            continue
        found = find_places(cast.text[name.start : name.end])
        if found and found[0].country:
            spots[name.first] = found[0].country
    return sorted(spots.items())
