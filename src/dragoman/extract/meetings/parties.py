"""Who may sit at a table: which phrases name people and bodies that meet, and how high they stand."""

from __future__ import annotations

import re
from typing import Final

from dragoman.extract.phrases import Tree, is_time
from dragoman.records import Name, Word

_PEOPLE: Final = frozenset(
    """minister president premier chancellor king prince queen emir sultan leader official envoy ambassador
    representative delegate delegation negotiator diplomat counterpart secretary adviser advisor chief commander
    head general colonel chairman chairwoman chair director commissioner governor senator lawmaker parliamentarian
    speaker deputy side party team rebel government faction group country nation state power member ally mediator
    troika leadership monarch pope pontiff ruler foe rival neighbour neighbor militia junta opposition
    president-elect separatist authority guerrilla warlord insurgent politician coordinator administrator cabinet
    parliament commission council quartet co-chair bloc camp contender enemy movement man woman pair trio duo two
    chamber both administration ministry mission prime-minister vice-president vice-premier taoiseach ayatollah sheikh
    cleric elder bishop archbishop patriarch coalition dissident agency statesman dignitary personnel parties
    colleague guest host executive premier-elect spokesman army military paramilitary mayor chairperson police lawyer
     legislator""".split()
)
_SPEAK_FOR: Final = frozenset("leader representative member society".split())  # "civil society leaders"
_LANDS: Final = frozenset("republic region territory enclave province kingdom emirate island".split())
_BREAKING_AWAY: Final = ("breakaway", "separatist", "rebel", "secessionist", "self-proclaimed", "autonomous")
_OTHERS: Final = frozenset(
    """reporter journalist student youth business family alumnus community employee participant press media crowd
    audience supporter worker veteran soldier fan entrepreneur stakeholder child refugee volunteer congregation
    newspaper television radio correspondent associate viewer
    survivor victim relative public newsman""".split()
)
_SENT: Final = frozenset("expert technician specialist engineer scientist surveyor hydrologist jurist".split())
_AGENCIES: Final = frozenset("afp reuters xinhua bbc cnn interfax tass itar-tass".split())
_OFFICES: Final = frozenset(
    "secretary envoy representative coordinator adviser advisor ambassador minister director assistant general".split()
)
_RANKS: Final = frozenset("special chief deputy senior acting peace former foreign prime mediator negotiator".split())
_LONG_TITLE: Final = 9  # words from the office to the name ("Assistant Secretary of State for Political Affairs A. B.")
_PRONOUNS: Final = frozenset("he she they him her them we us i me who both".split())
_GUESTS: Final = frozenset(
    """minister president premier chancellor leader envoy ambassador counterpart king delegation secretary
    official""".split()
)
_LEVELS: Final = (
    ("deputy minister", r"\b(?:deputy|vice|assistant|under)[ -](?:\w+ )?(?:minister|secretary)|\bstate secretary"),
    ("deputy minister", r"\bundersecretary"),
    ("head of government", r"\bprime minister|\bpremier\b|\bchancellor\b|\btaoiseach\b"),
    ("minister", r"\bminister|\bsecretary of (?:state|defen[cs]e)|\bforeign secretary|\bsecretary\b(?!.general)"),
    ("minister", r"national security advis"),
    ("envoy", r"\benvoy|\bambassador|\brepresentative|\bnegotiator|\bmediator"),
    ("head of state", r"(?<!vice )(?<!vice-)(?<!council )(?<!commission )\bpresidents?\b(?! of the [cs])"),
    ("head of state", r"\bking\b|\bqueen\b|\bemir\b|\bsultan\b|\bheads? of state"),
    ("official", r"\bofficial|\bdelegation|\badvis[eo]r|\bdiplomat|\bdirector|\bcoordinator"),
)
_OF_THE_PUBLIC: Final = frozenset(
    """business woman women community student youth civil society industry tech labor labour faith religious thought
    local school university""".split()
)


def may_meet(tree: Tree, i: int) -> bool:
    """Whether the phrase of `i` names somebody whose meetings are talks: not the press, not the public, no thing."""
    word = tree.words[i]
    lemma = word.lemma.lower()
    if is_opposite_number(tree, i):
        return True
    if (lemma in _OTHERS and word.upos != "PROPN") or lemma in _AGENCIES or is_time(word):
        return False
    if word.upos == "PRON":
        return word.text.lower() in _PRONOUNS
    if word.lemma.lower() == "agency" and any(tree.lemma(c) == "news" for c in tree.below[i]):
        return False
    beside = {tree.lemma(c) for c in tree.children(i, "compound", "amod") if c not in tree.name_at}
    if word.upos == "NOUN" and beside & _OF_THE_PUBLIC and lemma not in _SPEAK_FOR:
        return False
    if lemma == "society":
        return "civil" in beside
    kind = tree.name_at.get(i)
    if kind in ("PER", "ORG", "LOC", "NORP"):
        return True
    if word.upos == "PROPN":
        return kind != "FAC"
    if lemma in _LANDS:  # "the breakaway region of Abkhazia"
        named = [c for c in tree.children(i, "compound") if tree.name_at.get(c) in ("LOC", "MISC")]
        apart = any(tree.lemma(c) in _BREAKING_AWAY for c in tree.children(i, "amod"))
        of = any(tree.case(c) == "of" and tree.name_at.get(c) == "LOC" for c in tree.children(i, "nmod"))
        return of or bool(named and apart)
    if lemma in _SENT:  # "experts from Orvana and Selvia"
        own = tree.children(i, "nmod", "amod", "compound")
        return any(tree.name_at.get(c) in ("LOC", "NORP") or tree.lemma(c) == "government" for c in own)
    return lemma in _PEOPLE or (word.upos in ("NUM", "DET") and lemma in _PEOPLE)


def is_opposite_number(tree: Tree, i: int) -> bool:
    """ "His Orvanan opposite number"."""
    return tree.lemma(i) == "number" and i > 0 and tree.words[i - 1].text.lower() == "opposite"


def is_person(tree: Tree, i: int) -> bool:
    """Whether `i` heads the phrase of persons rather than of a state or body."""
    word = tree.words[i]
    if is_opposite_number(tree, i):
        return True
    if word.upos == "PRON":
        return word.text.lower() in _PRONOUNS
    return tree.name_at.get(i) == "PER" or (word.upos in ("NOUN", "PROPN") and word.lemma.lower() in _PEOPLE)


def is_received(tree: Tree, i: int) -> bool:
    """Whether `i` is somebody whom a host receives: a person by name or office, not a people or an idea."""
    return tree.name_at.get(i) == "PER" or tree.lemma(i) in _GUESTS


def list_on(tree: Tree, found: list[int]) -> list[int]:
    """`found` and the persons named in the list that goes on behind them, where the tree lost it."""
    found = list(found)
    while found:
        end = tree.phrase(found[-1])[1]
        at = next((w.index for w in tree.words[found[-1] :] if w.start >= end), len(tree.words))
        if at >= len(tree.words) - 1 or tree.words[at].text.lower() not in (",", "and", "&"):
            break
        name = next((n for n in tree.reading.names if n.kind == "PER" and at < n.first <= at + 12), None)
        if name is None or any(name.first <= f < name.last for f in found):
            break
        between = tree.words[at + 1 : name.first]
        marks = [w for w in between if w.upos in ("VERB", "AUX", "SCONJ", "PRON", "DET") or w.text in (",", ";", "(")]
        titled = any(w.upos in ("PROPN", "NOUN") for w in between)
        said = tree.relation(head_of(tree, name)) == "nsubj"  # ", spokesman A. B. said"
        if marks or said or not titled or tree.words[name.first].sentence != tree.words[found[-1]].sentence:
            break
        found.append(head_of(tree, name))
    return found


def list_back(tree: Tree, found: list[int]) -> list[int]:
    """`found` and the persons named in the list that leads up to the first, where the tree lost it: "Prime Minister A,
    Foreign Minister B, and Minister C met"."""
    found = list(found)
    while found and tree.name_at.get(person_titled(tree, found[0])) == "PER":
        first = next(w.index for w in tree.words if w.start >= tree.phrase(found[0])[0])
        at = first - 1
        while at > 0 and tree.words[at].text.lower() in (",", "and", "&", "jr.", "sr."):
            at -= 1
        name = next((n for n in tree.reading.names if n.kind == "PER" and n.last - 1 == at and at < first - 1), None)
        sentence = tree.reading.sentences[tree.words[first].sentence]
        if (
            name is None
            or name.first < sentence.first
            or any(w.upos in ("VERB", "AUX") for w in tree.words[sentence.first : name.first])
        ):
            break
        head = head_of(tree, name)
        if head in found:
            break
        found.insert(0, head)
    return found


def head_of(tree: Tree, name: Name, default: int | None = None) -> int:
    """The word of a name that hangs on a word outside it; `default`, or its first word, where none does."""
    inside = range(name.first, name.last)
    first = name.first if default is None else default
    return next((j for j in inside if tree.words[j].head not in inside), first)


def find_behind(tree: Tree, at: int, reach: int) -> int | None:
    """The person named behind word `at`, past no more than a title of `reach` words ("by U.N. special envoy A. B."),
    wherever the tree hangs the name."""
    name = next((n for n in tree.reading.names if n.kind == "PER" and at < n.first <= at + reach), None)
    if name is None or tree.words[name.first].sentence != tree.words[at].sentence:
        return None
    between = tree.words[at + 1 : name.first]
    done = any(w.upos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") for w in between)
    return None if done else head_of(tree, name)


def find_level(words: str) -> str | None:
    """How high a participant stands, by the title in the phrase."""
    return next((level for level, pattern in _LEVELS if re.search(pattern, words, re.IGNORECASE)), None)


def doers(tree: Tree, verb: int) -> list[int]:
    """Who does what `verb` says: its subjects; else the name right before it; else the one who speaks of it."""
    between = [j for j in tree.path_up(verb) if tree.words[verb].head < j < verb and tree.words[j].upos == "VERB"]
    found = tree.subjects(between[0] if between and tree.relation(verb) == "advcl" else verb)
    if [tree.words[j].text.lower() for j in found] == ["it"]:
        found = _whose_words(tree, verb) or found
    if found:
        return [*found, *_lost_second(tree, verb, found)]
    first = verb
    while (
        tree.relation(first) == "xcomp"
        and tree.words[first].head < first
        and tree.words[tree.words[first].head].upos == "VERB"
    ):
        first = tree.words[first].head
    i, sentence = first - 1, tree.words[verb].sentence
    while i >= 0 and tree.words[i].upos in ("AUX", "ADV", "PART") and tree.words[i].sentence == sentence:
        i -= 1
    if i >= 0 and tree.words[i].sentence == sentence:
        if tree.name_at.get(i) in ("PER", "LOC", "ORG"):
            name = next(n for n in tree.reading.names if n.first <= i < n.last)
            head = head_of(tree, name, i)
            if (top := _listed_up(tree, head)) is not None:
                return tree.joined(top)
            first = tree.words[head].head  # "A and B met", the verb hung on A
            coordinated = tree.relation(head) == "conj" and tree.relation(verb) != "conj" and first < head
            return tree.joined(first if coordinated and tree.words[verb].head == first else head)
        if tree.words[i].upos == "NOUN" and i == verb - 1 and may_meet(tree, i):
            return [i]  # "The Swedish prime minister held", hung elsewhere by mistake
    if tree.relation(verb) in ("nsubj", "amod", "conj", "obl", "nmod"):
        return []
    return [s for s in (speaker(tree, verb),) if s is not None]


def _lost_second(tree: Tree, verb: int, found: list[int]) -> list[int]:
    """ "Orvana and the six powers held": the second subject, right before the verb, which the tree makes none."""
    for c in tree.below[verb]:
        led = any(tree.words[k].text.lower() == "and" for k in tree.children(c, "cc"))
        right_before = found[-1] < c and all(w.upos == "AUX" for w in tree.words[c + 1 : verb])
        astray = tree.words[c].deprel in ("obl:unmarked", "dep", "obl") and not tree.case(c)
        if led and right_before and astray and c not in found and may_meet(tree, c):
            return [c]
    return []


def _listed_up(tree: Tree, i: int) -> int | None:
    """ "Delegates of A and the opposition Movement of B met", the verb hung elsewhere: whose part the name right before
    the verb is."""
    top = i
    for h in tree.path_up(i):
        if h > top or tree.relation(top) not in ("nmod", "conj", "compound", "flat"):
            break
        top = h
    apart = top != i and tree.relation(top) in ("ccomp", "root", "parataxis") and tree.words[top].upos != "VERB"
    return top if apart and may_meet(tree, top) else None


def _whose_words(tree: Tree, verb: int) -> list[int]:
    """ "Orvana said it would meet": the subject of the verb of saying that the clause hangs on."""
    above = tree.words[verb].head
    said = tree.relation(verb) == "ccomp" and tree.words[above].upos == "VERB" and above < verb
    return [j for j in tree.subjects(above) if may_meet(tree, j)] if said else []


def person_titled(tree: Tree, head: int) -> int:
    """The person where the tree stops at the state or the office of the title ("US" of "US President A. B.", "Envoy"
    of "Special Envoy for Sudan A. B."); else `head`."""
    beside = next((n for n in tree.reading.names if n.kind == "PER" and n.first == head + 1), None)
    if (
        beside is not None
        and tree.words[head].upos == "NOUN"
        and tree.words[head].sentence == tree.words[head + 1].sentence
    ):
        return head + 1  # "eastern commander A. B."
    office = tree.words[head].text[:1].isupper() and tree.lemma(head).lower() in _OFFICES
    if tree.name_at.get(head) not in ("LOC", "NORP", "ORG") and not office:
        return head
    reach = _LONG_TITLE if office else 5
    state = next((n for n in tree.reading.names if n.first <= head < n.last and n.kind == "LOC"), None)
    last = state.last - 1 if state is not None else head  # "Republic of Korea Foreign Minister A. B."
    after = next((n for n in tree.reading.names if n.kind == "PER" and last < n.first <= last + reach), None)
    if after is None or tree.words[after.first].sentence != tree.words[head].sentence:
        return head
    between = tree.words[last + 1 : after.first]
    if not between and not office:
        return head
    if any(not _is_of_title(w, office) for w in between):
        return head
    return head_of(tree, after, head)


def _is_of_title(word: Word, office: bool) -> bool:
    if office and word.text.lower() in ("for", "of", "the", "and", "to"):
        return True
    if word.lemma.lower() in _OFFICES or word.text in _RANKS:  # "U.N. special envoy A. B."
        return True
    return word.text[:1].isupper() and word.upos in ("PROPN", "ADJ", "NOUN")


def speaker(tree: Tree, i: int) -> int | None:
    """The head of the phrase that names who says the words that `i` stands among, the innermost."""
    at = tree.words[i].start
    around = [a for a in tree.reading.attributions if a.source and any(s <= at < e for s, e in a.content)]
    if not around:
        return None
    start, end = min(around, key=lambda a: sum(e - s for s, e in a.content)).source[0]
    inside = [w.index for w in tree.words if start <= w.start < end]
    tops = [j for j in inside if tree.words[j].head not in inside and tree.words[j].upos in ("PROPN", "NOUN", "PRON")]
    return tops[0] if tops else None


def owners(tree: Tree, n: int) -> list[int]:
    """Whose meeting it is: "his", "A's", "A and B's", wherever the tree hangs the first of two."""
    found = [c for c in tree.children(n, "nmod") if tree.words[c].deprel == "nmod:poss"]
    if not found:
        i = n - 1
        while (
            i > 0
            and tree.words[i].upos in ("ADJ", "VERB", "NUM", "ADV")
            and tree.words[i].sentence == tree.words[n].sentence
        ):
            i -= 1
        if tree.words[i].text in ("'s", "’s", "'", "’") and i > 0:
            found = [tree.words[i].head if tree.words[tree.words[i].head].upos == "PROPN" else i - 1]
    out: list[int] = []
    for c in found:
        out += [j for j in tree.joined(c) if j not in out]
        start = tree.phrase(c)[0]
        first = next(w.index for w in tree.words if w.start >= start)
        if first >= 2 and tree.words[first - 1].text.lower() == "and":
            before = first - 3 if tree.words[first - 2].text in ("'s", "’s") else first - 2
            if before >= 0 and tree.name_at.get(before) == "PER":
                name = next(m for m in tree.reading.names if m.first <= before < m.last)
                out += [name.first] if name.first not in out else []
    return [c for c in out if may_meet(tree, c)]


def is_his(tree: Tree, n: int) -> bool:
    """ "his meeting", "its first meeting": one person's or body's, told of somebody who is already there."""
    return bool(whose(tree, n))


def whose(tree: Tree, n: int) -> list[int]:
    """The "his" of "his meeting"."""
    return [c for c in tree.children(n, "nmod") if tree.words[c].text.lower() in ("his", "her", "its", "my")]


def is_owned(tree: Tree, n: int) -> bool:
    """ "his meeting", "their talks", "Monday's session": somebody's or some day's, and so one that is known."""
    for c in tree.children(n, "nmod"):
        if tree.words[c].deprel == "nmod:poss" and tree.lemma(c) not in ("week", "month", "year"):
            if tree.words[c].upos == "PRON" or may_meet(tree, c) or is_time(tree.words[c]):
                return True
    return False
