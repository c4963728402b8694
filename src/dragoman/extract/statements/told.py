"""Whether words with a verb of saying tell that something was said: not asked, denied, to come, or left to guess."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import SayingVerb, find_saying_noun
from dragoman.extract.pastimes import WORKS
from dragoman.extract.phrases import NEGATIONS, is_time
from dragoman.extract.statements.clauses import next_act
from dragoman.extract.statements.drafts import Page
from dragoman.records import Offsets

_FUTURE: Final = frozenset("will would shall may might could should can must".split())
_UNSAID: Final = frozenset("refuse decline fail expect plan want intend hesitate hope wish need try seek".split())
_ASKING: Final = frozenset("whether if about why how when what who where".split())
_STORIES: Final = WORKS | {"episode", "comedy"}
_REMARKS: Final = frozenset("remark comment statement position view announcement".split())
_COLLEAGUES: Final = ("counterpart", "colleague", "leader")
_WANTING: Final = frozenset(
    "call appeal plead complain demand propose warn promise pledge recommend deny express voice".split()
)


def is_question(page: Page, verb: int, content: Offsets) -> bool:
    """ "Asked whether it would attend, the spokesman said …": what others wanted to know of whoever answers."""
    tree, first = page.tree, next(iter(page.words_in(content)), None)
    if first is None or page.words[verb].text.lower() != "asked" or tree.children(verb, "nsubj"):
        return False
    if tree.relation(verb) == "conj" and tree.subjects(verb):  # "met the envoy and asked whether …"
        return False
    return any(w.text.lower() in _ASKING for w in page.words[max(first - 1, 0) : first + 1])


def is_phoned(page: Page, verb: int, content: list[Offsets]) -> bool:
    """ "Called Prime Minister X": somebody named and nothing said of him."""
    over = next((at for span in content if (at := next_act(page, verb, span)) is not None), len(page.text))
    words = [i for span in content for i in page.words_in(span) if page.words[i].start < over]
    named = [i for i in words if page.tree.name_at.get(i) == "PER"]
    if not named and words:
        return _is_somebody_alone(page, verb, words)
    titled = all(page.words[i].upos in ("PROPN", "ADJ", "NOUN", "DET", "PART", "PUNCT") for i in words)
    return bool(named) and titled and named[-1:] == words[-1:] and verb < words[0]


def _is_somebody_alone(page: Page, verb: int, words: list[int]) -> bool:
    """ "Called | her Danish counterpart on Friday": a person, and no more than a day behind him."""
    tree = page.tree
    objects = tree.children(verb, "obj", "xcomp")
    if len(objects) != 1 or tree.children(verb, "ccomp") or tree.children(objects[0], "nsubj"):
        return False
    if page.voices.get(objects[0]) != "person" and not tree.is_one(objects[0], _COLLEAGUES):
        return False
    end = tree.phrase(objects[0])[1]
    rest = [page.words[i] for i in words if page.words[i].start >= end]
    dated = all(is_time(w) or w.upos in ("ADP", "PUNCT", "NUM") for w in rest)
    quoted = any(page.quotation_at(page.words[i].start) is not None for i in words)
    return dated and not quoted and words[0] >= min(tree.under(objects[0]))


def says_something(page: Page, content: list[Offsets]) -> bool:
    """Whether the words are more than a pronoun or a bare pointer ("this", "the charge")."""
    words = [page.words[i] for span in content for i in page.words_in(span)]
    if any(page.quotation_at(w.start) is not None for w in words):
        return True
    if words and words[0].text.lower() in ("the", "this", "his", "her", "its") and len(words) > 1:
        if words[1].lemma.lower() in _REMARKS:
            return False  # "made the remarks at a ceremony", "reiterated the position during a visit"
    told = sum(w.upos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV") for w in words)
    inside = {w.index for w in words}
    whole = any(w.deprel.startswith("nsubj") and w.head in inside and w.head > w.index for w in words)
    return told >= 2 or (told == 1 and whole)  # "it was not involved"


def judges(page: Page, known: SayingVerb | None, content: list[Offsets]) -> bool:
    """ "Condemned the coup", "welcomed the vote": a deed or thing is enough for a verb that judges it; "rejected the
    charge" only points back at what others said."""
    if known is None or len(content) != 1:
        return False
    if not (known.sort == "stance" and "obj" in known.takes) and known.lemma not in _WANTING:
        return False
    before = page.words[max(page.words_in(content[0]).start - 1, 0)]
    if known.lemma == "call" and before.text.lower() != "for":
        return False  # "called parliament"
    words = [page.words[i] for i in page.words_in(content[0])]
    nouns = [w for w in words if w.upos in ("NOUN", "PROPN") and find_saying_noun(w.lemma) is None]
    return bool(nouns) and all(w.upos in ("NOUN", "PROPN", "DET", "ADJ", "PUNCT") for w in words)


def is_passive(page: Page, verb: int) -> bool:
    """Whether somebody is the one spoken to or of: "accused of", "was urged", without "by whom"."""
    marks = {page.words[c].deprel for c in page.tree.below[verb]}
    if any(page.tree.case(c) == "by" for c in page.tree.children(verb, "obl")):
        return False
    participle = page.words[verb].deprel.startswith(("acl", "advcl")) and page.words[verb].text.lower().endswith("ed")
    bare = participle and not (marks & {"nsubj", "aux", "obj", "ccomp"}) and page.words[verb].deprel != "acl:relcl"
    return "aux:pass" in marks or "nsubj:pass" in marks or bare


def is_unsaid(page: Page, verb: int) -> bool:
    """Whether the saying is denied, to come, possible or wanted."""
    tree = page.tree
    for c in tree.below[verb]:
        word = page.words[c].text.lower()
        relation = tree.relation(c)
        if c < verb and relation in ("aux", "advmod") and (word in NEGATIONS or page.words[c].lemma.lower() == "not"):
            return True
        if c < verb and relation == "aux" and word in _FUTURE:
            return not _says_now(page, verb, c)
    head = page.words[verb].head
    if tree.relation(verb) in ("xcomp", "ccomp", "advcl") and head < verb and page.words[head].upos in ("VERB", "ADJ"):
        to = any(page.words[c].text.lower() == "to" for c in tree.below[verb] if c < verb)
        return to and (tree.lemma(head) in _UNSAID or is_unsaid(page, head))
    return False


def is_of_story(page: Page, verb: int) -> bool:
    """ "In the film, a general tells his captor that the war is lost": nobody has said so; "in his film" he may."""
    sentence = page.sentences[page.words[verb].sentence]
    told_now = page.words[verb].text.lower().endswith("s") or page.words[verb].text.lower() == page.tree.lemma(verb)
    for i in range(sentence.first, sentence.last) if told_now else ():
        works = (
            page.tree.lemma(i) in _STORIES and page.tree.case(i) == "in" and page.tree.relation(i) in ("obl", "nmod")
        )
        owned = any(page.words[c].deprel == "nmod:poss" for c in page.tree.below[i])
        if works and not owned:
            return True
    return False


def _says_now(page: Page, verb: int, modal: int) -> bool:
    """ "I would note", "we must condemn" are said by saying so; so is what stands in the past of "would"."""
    subject = page.tree.children(verb, "nsubj")
    return (
        bool(subject)
        and page.words[subject[0]].text.lower() in ("i", "we")
        and page.quotation_at(page.words[modal].start) is None
    )
