"""What a verb of saying takes: the words that carry what is said, read off the tree."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import SayingVerb, find_saying_verb
from dragoman.codebook.talks import find_base
from dragoman.extract.phrases import is_time
from dragoman.extract.statements.drafts import Page
from dragoman.records import Offsets

_ENDS: Final = ("conj", "cc", "parataxis", "discourse")
_BEFORE_OBJECT: Final = ("obj-to", "obj-as", "obj-adj", "obj-of", "obj-for", "obj-with")

_VIEWS: Final = frozenset("view opinion recognition assessment understanding conviction".split())
FEELINGS: Final = frozenset("concern condolence solidarity appreciation gratitude commitment outrage sympathy".split())
EXPRESSING: Final = frozenset(
    "express convey reaffirm reiterate congratulate thank condemn offer extend welcome".split()
)


def is_purpose(page: Page, i: int) -> bool:
    """Whether the verb only says what for: "met them to highlight"; but "spoke with her to express" does express."""
    tree = page.tree
    if not any(page.words[c].text.lower() == "to" for c in tree.children(i, "mark") if c < i):
        return False
    head = page.words[i].head
    if tree.relation(i) == "conj":
        head = page.words[head].head  # "spoke to congratulate ... and to welcome ..."
    if tree.lemma(head) == "write":
        return False  # "has written to the Council to complain about the raids"
    return not (tree.lemma(i) in EXPRESSING and tree.lemma(head) in ("speak", "call", "like", "want"))


def complement(page: Page, verb: int, known: SayingVerb) -> tuple[Offsets, Offsets] | None:
    """Characters of the cue and of what is said, where the verb has what the codebook says it takes."""
    right = [c for c in page.tree.below[verb] if c > verb]
    first = _first_of_content(page, verb, known, right)
    if first is None:
        return None
    last = _last_of_content(page, verb, first, right)
    cue = _cue(page, verb, first)
    return cue, (page.words[first].start, page.words[last].end)


def _first_of_content(page: Page, verb: int, known: SayingVerb, right: list[int]) -> int | None:
    """The first word of what is said; None where the verb lacks it."""
    tree, takes = page.tree, known.takes
    if known.lemma == "share" and (views := [c for c in tree.children(verb, "obj") if tree.lemma(c) in _VIEWS]):
        return _first_of_view(page, views[0])
    if known.lemma == "share" and not any(tree.lemma(c) in FEELINGS for c in tree.children(verb, "obj")):
        return None  # "shared deep concern" says so; shared meals and borders do not
    if "note" in takes:  # "take note of"
        return _first_after_note(page, verb, right)
    objects = [c for c in right if tree.relation(c) in ("obj", "iobj")]
    for c in right:
        relation = tree.relation(c)
        begin = min(tree.under(c))
        if relation == "ccomp" and "that" in takes and begin > verb and _has_verb(page, c):
            return begin
        if relation == "xcomp" and begin > verb:
            fits = ("inf" in takes and not objects) or ("adj" in takes and page.words[c].upos == "ADJ")
            if fits:
                return begin
            if objects and takes & {"obj-to", "obj-that"} and page.words[c].upos != "ADJ":
                return min(tree.under(objects[0]))
        if relation in ("obl", "nmod", "advcl", "advmod") and (where := _after_preposition(page, c, takes)) is not None:
            if not (objects and takes & set(_BEFORE_OBJECT)):
                return where
    if objects and ("obj" in takes or takes & set(_BEFORE_OBJECT)):
        return _first_of_object(page, verb, takes, objects[0], right)
    return None


def _first_of_view(page: Page, view: int) -> int | None:
    """ "Shared the view that the talks should go on": what stands behind "that"."""
    that = view + 1
    if that + 1 >= len(page.words) or page.words[that].text.lower() != "that":
        return None
    return that + 1 if _has_verb(page, page.words[that].head) else None


def _first_after_note(page: Page, verb: int, right: list[int]) -> int | None:
    notes = [c for c in right if page.tree.lemma(c) == "note"]
    if not notes or notes[0] + 2 >= len(page.words) or page.words[notes[0] + 1].text.lower() not in ("of", "that"):
        return None
    return notes[0] + 2


def owns_object(page: Page, verb: int) -> bool:
    """ "express our concern", "reiterate our support": only "we" do it, wherever the tree hangs the verb."""
    for c in page.tree.children(verb, "obj"):
        if verb < c <= verb + 4 and page.words[c].head == verb:
            return any(page.words[k].text.lower() in ("our", "my") for k in page.tree.children(c, "nmod") if k > verb)
    return False


def _first_of_object(page: Page, verb: int, takes: frozenset[str], thing: int, right: list[int]) -> int | None:
    tree = page.tree
    if is_time(page.words[thing]):
        return None
    begin = min(tree.under(thing))
    if begin <= verb:
        return None
    if "obj-as" in takes:  # "described the talks as useful": what he said is behind "as"
        for c in right:
            marks = [k for k in tree.children(c, "case", "mark") if page.words[k].text.lower() == "as"]
            if marks and tree.relation(c) in ("obl", "xcomp", "advcl", "nmod"):
                return marks[0] + 1 if marks[0] + 1 < len(page.words) else None
        adjective = [c for c in right if tree.relation(c) == "xcomp"]
        return begin if adjective or "obj" in takes else None
    if "obj" in takes:
        return _from_verb(page, verb, begin)
    wanted = [t.split("-")[1] for t in takes if t.startswith("obj-")]
    for c in right:
        if tree.relation(c) in ("xcomp", "ccomp", "advcl", "obl", "nmod") and c != thing:
            words = {page.words[k].text.lower() for k in tree.children(c, "case", "mark")}
            if words & set(wanted) or ("for" in wanted and "on" in words):
                return begin
    inner = [c for c in tree.children(thing, "nmod", "acl") if c > thing]
    for c in inner:  # the tree hangs "of aiding rebels" on the accused instead of the verb
        if {page.words[k].text.lower() for k in tree.children(c, "case", "mark")} & set(wanted):
            return begin
    return begin if known_to_stand_alone(page, verb) else None


def _has_verb(page: Page, clause: int) -> bool:
    return any(page.words[i].upos in ("VERB", "AUX") for i in page.tree.under(clause))


def _from_verb(page: Page, verb: int, begin: int) -> int:
    """An object's first words that the tree hung elsewhere are taken in: "condemned | Russia's unprovoked attack"."""
    gap = page.words[verb + 1 : begin]
    loose = len(gap) <= 3 and all(w.upos in ("PROPN", "PART", "ADJ", "DET", "NUM") for w in gap)
    return verb + 1 if loose else begin


def fronted(page: Page, verb: int, speaker: int, known: SayingVerb) -> tuple[Offsets, Offsets] | None:
    """Cue and words where what was said comes first: "The talks go on, a spokesman said"."""
    tree, word = page.tree, page.words[verb]
    if not known.takes & {"that", "quote"} or page.words[speaker].sentence != word.sentence:
        return None
    clause = [i for i in tree.under(speaker) if page.words[i].sentence == word.sentence]
    begin = min([verb, *(i for i in clause if i > verb - 40)])
    sentence = page.sentences[word.sentence]
    left = any(c < begin and (tree.relation(c) == "ccomp" or _is_clause_aside(page, c)) for c in tree.below[verb])
    beside = tree.relation(verb) == "parataxis" and page.words[word.head].index < begin
    comma = begin - 1
    if not (left or beside) or comma <= sentence.first + 2 or page.words[comma].text != ",":
        return None
    return (word.start, word.end), (page.words[sentence.first].start, page.words[comma - 1].end)


def _is_clause_aside(page: Page, c: int) -> bool:
    """A clause with its own subject and nothing that subordinates it, which the tree hangs as one that does."""
    tree = page.tree
    return tree.relation(c) == "advcl" and bool(tree.children(c, "nsubj")) and not tree.children(c, "mark")


def known_to_stand_alone(page: Page, verb: int) -> bool:
    """Verbs whose bare object is said enough: "thanked Qatar", "congratulated the winner", "blamed the rebels"."""
    return page.tree.lemma(verb) in ("thank", "congratulate", "blame", "urge", "accuse", "commend")


def _after_preposition(page: Page, c: int, takes: frozenset[str]) -> int | None:
    """The first word behind the preposition of `c`, where the verb takes it: "called for | restraint"."""
    marks = [k for k in page.tree.children(c, "case", "mark") if k < c] or ([c] if page.words[c].upos == "ADP" else [])
    for k in marks:
        if page.words[k].text.lower() in takes - {"to"} or (
            page.words[k].text.lower() == "to" and "to" in takes and page.tree.relation(c) in ("obl", "nmod", "advcl")
        ):
            return k + 1 if k + 1 < len(page.words) else None
    return None


def _last_of_content(page: Page, verb: int, first: int, right: list[int]) -> int:
    """The last word of what is said: to the end of what hangs on the verb, up to the next act."""
    tree = page.tree
    last = first
    for c in right:
        words = tree.under(c)
        if max(words) < first:
            continue
        relation = tree.relation(c)
        if relation in _ENDS and c > first:
            break
        aside = (
            relation == "advcl" and page.words[words[0] - 1].text == "," and page.words[words[0]].text.lower() != "to"
        )
        if aside and c > first:
            break
        if relation == "punct":
            continue
        end = _before_next_saying(page, words, first)
        last = max(last, end)
        if end < max(words):
            break
    while last > first and page.words[last].upos in ("PUNCT", "CCONJ") and page.words[last].text not in "”\"’'":
        last -= 1
    return last


def _before_next_saying(page: Page, words: list[int], first: int) -> int:
    """The last of `words` before a saying that the tree hung by mistake on what was said."""
    for i in words:
        word = page.words[i]
        if i <= first + 1 or word.upos != "VERB":
            continue
        if not _opens_another(page, i) and not _leaves_nonfinite(page, i):
            continue
        known = find_saying_verb(word.lemma, word.text)
        if (known is not None and known.sort in ("speech", "stance")) or _leaves_nonfinite(page, i):
            below = min(k for k in page.tree.under(i) if k >= i - 3)
            return max((k for k in words if k < below), default=first)
    return max(words)


def _opens_another(page: Page, i: int) -> bool:
    """Whether a verb, joined on without a subject, looks like the next act: "and called on", ", adding that"."""
    text, before = page.words[i].text.lower(), page.words[i - 1].text.lower()
    relation = page.tree.relation(i)
    if page.tree.children(i, "nsubj"):
        return False
    if relation in ("conj", "parataxis") and before in ("and", "also", "but", ","):
        return text.endswith("ed") or (before == "and" and owns_object(page, i))
    return relation in ("advcl", "acl") and text.endswith("ing") and before == ","


def next_act(page: Page, verb: int, span: Offsets) -> int | None:
    """Where, in words that a verb is said to say, the next act of whoever says them begins: behind its "and"."""
    for i in page.words_in(span):
        joined = page.words[i].head == verb and page.tree.relation(i) == "conj" and _is_finite(page, i)
        if page.words[i].upos == "VERB" and i > verb and (joined or _leaves_nonfinite(page, i)):
            if page.quotation_at(page.words[i].start) is None and not page.tree.children(i, "nsubj"):
                links = [c for c in page.tree.children(i, "cc") if c < i]
                return page.words[links[0] if links else i].start
    return None


def _leaves_nonfinite(page: Page, i: int) -> bool:
    """Whether a finite verb is joined on to an infinitive, an "-ing" or a noun, which it cannot go on from: "urged them
    to wait and deplored the delay", "accused them of stalling and closed the border"."""
    tree, head = page.tree, page.words[i].head
    if tree.relation(i) != "conj" or page.words[i - 1].text.lower() not in ("and", "but"):
        return False
    if tree.children(i, "aux", "cop", "mark", "nsubj") or not _is_finite(page, i):
        return False
    marked = any(page.words[c].text.lower() == "to" for c in tree.children(head, "mark"))
    bare = page.words[head].text.lower() == page.words[head].lemma.lower()
    ing = page.words[head].text.lower().endswith("ing") and not tree.children(head, "aux", "nsubj")
    return (marked and bare) or ing or page.words[head].upos in ("NOUN", "PROPN")


def _is_finite(page: Page, i: int) -> bool:
    """By the form alone: "deplores", "deplored", "left"; not "deplore", "deploring"."""
    text, lemma = page.words[i].text.lower(), page.words[i].lemma.lower()
    return text != lemma and (text.endswith(("s", "ed")) or find_base(text) is not None)


def _cue(page: Page, verb: int, first: int) -> Offsets:
    """The verb and what stands between it and what is said, where that is short: "called on", "take note of"."""
    begin = verb
    head = page.words[verb].head
    if page.words[verb].upos == "ADJ" and page.tree.relation(verb) == "xcomp" and verb - 4 < head < verb:
        begin = head  # "stand ready to", "remain committed to"
    while begin > 0 and begin - 1 in page.tree.below[verb] and page.tree.relation(begin - 1) in ("aux", "cop"):
        begin -= 1
    end = verb
    between = page.words[verb + 1 : first]
    if len(between) <= 2 and all(w.upos in ("ADP", "PART", "ADV", "SCONJ", "NOUN") for w in between):
        end = first - 1
        if end > verb and page.words[end].text.lower() == "that":
            end -= 1
    return page.words[begin].start, page.words[end].end
