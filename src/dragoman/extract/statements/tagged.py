"""Attributions of the tagger -> drafts of statements: beliefs left out, contents made whole by the tree."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.datelines import find_dateline
from dragoman.codebook.saying import SayingVerb, find_saying_noun, find_saying_verb
from dragoman.extract.statements.claimed import find_claimant, find_claimed
from dragoman.extract.statements.clauses import complement, is_purpose, next_act
from dragoman.extract.statements.drafts import Draft, Page, can_speak, overlap
from dragoman.extract.statements.mending import mend, within, without_quotation, without_whom
from dragoman.extract.statements.told import (
    is_of_story,
    is_passive,
    is_phoned,
    is_question,
    is_unsaid,
    judges,
    says_something,
)
from dragoman.records import Attribution, Offsets

_POINTERS: Final = frozenset("conclusion announcement decision news agreement deal finding".split())
_SENT: Final = ("ambassador", "envoy", "diplomat", "representative", "troop", "parliament")
_NAMED: Final = ("NOUN", "DET", "ADJ")  # what stands before a name in quotation marks
_NAMING: Final = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")  # the words of such a name that have capitals
_ISSUED: Final = re.compile(
    r"(?P<text>\b(?:[Aa]n?|[Tt]he|[Tt]heir) (?:\w+ )?(?:statement|communiqu[eé]|declaration|text|message))"
    r" (?:issued|released|published|read out|adopted) (?:after|following|during|at(?: the end of)?) (?:\w+ )?$"
)
_LONG: Final = 80  # characters before a source in which a text is told of
_CLAUSE: Final = 2  # words of a relative clause, with what it is about
_OF_SOMEBODY: Final = frozenset("call tell ask demand urge remind warn promise inform assure order".split())
_FEW: Final = 5  # words; fewer in quotation marks are a name or borrowed, where nobody is said to speak
_CALLING: Final = ("dub", "label", "call")
_SURE: Final = 0.6  # below, quoted words with a cue that the codebook does not know are left out
_SURER: Final = 0.93  # and words that are not quoted


def take_tagged(page: Page, official: bool = False) -> list[Draft]:
    """A draft for every attribution that is an act of saying; in an official text, only of one that was done."""
    found = [draft for a in page.reading.attributions if (draft := _take(page, a)) is not None]
    return [d for d in found if not (official and d.verb is not None and is_purpose(page, d.verb))]


def _take(page: Page, a: Attribution) -> Draft | None:
    cue = _hull(a.cue)
    if cue is None:
        return None  # left to the quotations, which know whose words go on
    cue = _to_verb(page, cue)
    cue, contents = without_quotation(page, cue, a.content)
    verb, known = cue_verb(page, cue)
    crossed = page.tree.crossed_subject(verb) if verb is not None else None
    source = a.source if crossed is None else (page.tree.phrase(crossed),)
    source = _behind_relative(page, _to_document(page, source))
    contents = [c for c in contents if _belongs(page, cue, c) and not _is_of_source(page, cue, source, c)]
    content = mend(page, contents, [*source, *a.cue, cue])
    content = without_whom(page, verb, content)
    if content and not says_something(page, content) and not judges(page, known, content):
        content = _pointed_at(page, cue, content[0])
    if not content:
        return None
    draft = Draft(cue, content, _behind_dateline(page, _hull(source)), verb, confidence=0.5 + 0.45 * a.confidence)
    quoted = page.quoted_share(content) > 0.3
    if draft.verb is not None and known is not None:
        if known.sort in ("belief", "deed", "topic"):
            said = quoted and a.source and known.sort != "topic"
            if not said or _only_names(page, content):
                return None
        if known.sort == "carrier" and not quoted:
            return None
        if known.lemma == "recall" and any(page.tree.is_one(o, _SENT) for o in page.tree.objects(draft.verb)):
            return None  # "recalled its ambassador"
        if known.lemma == "ask" and is_question(page, draft.verb, content[0]):
            return None
        if known.lemma in _CALLING and _only_names(page, content):
            return None  # "dubbed the exercise “Northern Shield”"
        if known.lemma == "call" and is_phoned(page, draft.verb, content):
            return None
        if "obj-as" in known.takes and is_passive(page, draft.verb):
            return None  # "a team called ...", "areas described as ..."
        if not quoted and known.lemma in _OF_SOMEBODY and draft.source and _is_thing(page, draft.source):
            return None
        if not quoted and _wants_a_clause(page, draft.verb, known, a.confidence):
            return None
        if not quoted and is_of_story(page, draft.verb):
            return None
        if is_unsaid(page, draft.verb) or (not a.source and is_passive(page, draft.verb) and not quoted):
            return None
        draft.content = _completed(page, draft, known)
    elif _is_owned(page, a) or (draft.verb is not None and _is_of_relative(page, draft.verb, content[0])):
        return None
    elif draft.verb is not None and (clause := find_claimed(page, draft.verb)) is not None:
        draft.content = within(draft.content, clause)
        whose = find_claimant(page, draft.verb, clause) if draft.source is None else None
        draft.source = page.tree.phrase(whose) if whose is not None else draft.source
    elif "according" in page.text[slice(*cue)].lower():
        draft.content = _up_to_semicolon(page, draft.content)
    elif not _is_phrase_of_saying(page, cue):
        if quoted and _only_borrows(page, content):
            return None
        if a.confidence < (_SURE if quoted else _SURER) or not a.source:
            return None
    return draft


def _is_thing(page: Page, source: Offsets) -> bool:
    """ "The recipe calls for two eggs", "the clock tells passers-by the hour": nobody, and no text that speaks."""
    inside = page.words_in(source)
    tops = [i for i in inside if page.words[i].head not in inside and page.words[i].upos in ("NOUN", "PROPN", "PRON")]
    if not tops or page.people_in(inside) or page.words[tops[0]].upos != "NOUN" or page.tree.is_plural(tops[0]):
        return False
    return not can_speak(page, tops[0])


def _to_document(page: Page, source: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """ "A communique issued after | the talks | said": the text speaks, not the talks."""
    span = _hull(source)
    told = _ISSUED.search(page.text, max(span[0] - _LONG, 0), span[0]) if span is not None else None
    if span is None or told is None or any(can_speak(page, i) for i in page.words_in(span)):
        return source
    return (told.span("text"),)


def _behind_relative(page: Page, source: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """ "Orvana, | which chairs the bloc, | said": the one whom the relative clause tells of."""
    words = page.words_in(_hull(source) or (0, 0))
    if len(words) < _CLAUSE or page.words[words[0]].text.lower() not in ("which", "who", "whose"):
        return source
    heads = [page.words[i].head for i in words if page.words[i].deprel == "acl:relcl"]
    before = words[0] - 2
    if not heads and before >= 0 and page.words[before + 1].text == "," and page.words[before].upos == "PROPN":
        heads = [next((n.first for n in page.names_at(before)), before)]
    return (page.tree.phrase(page.tree.whole(heads[0])),) if heads and heads[0] < words[0] else source


def _behind_dateline(page: Page, source: Offsets | None) -> Offsets | None:
    """A source without the dateline before it."""
    if source is None:
        return None
    opening = find_dateline(page.text, page.sentences[page.sentence_at(source[0])].start)
    return (opening, source[1]) if source[0] < opening < source[1] else source


def _only_names(page: Page, content: list[Offsets]) -> bool:
    """Whether all that stands in quotation marks is the name of what stands before it: "agreed on a draft “Treaty on
    Fishing in the Gulf”"."""
    words = [page.words[i] for span in content for i in page.words_in(span)]
    inside = {q: page.quotations[q] for w in words if (q := page.quotation_at(w.start)) is not None}
    before = [page.words_in((0, q.start))[-1:] for q in inside.values()]
    named = [w for w in words if page.quotation_at(w.start) is not None and w.upos in _NAMING]
    if not all(b and page.words[b[0]].upos in _NAMED for b in before):
        return False
    if any(_is_sentence(page, q.inner) for q in inside.values()):
        return False
    return len(named) > 1 and all(w.text[:1].isupper() or w.text[:1].isdigit() for w in named)


def _only_borrows(page: Page, content: list[Offsets]) -> bool:
    """Whether all that is quoted beside a verb that tells no saying are borrowed words: "accepted the “road map”"."""
    words = [i for span in content for i in page.words_in(span)]
    inside = [page.quotations[q] for q in {page.quotation_at(page.words[i].start) for i in words} if q is not None]
    return bool(inside) and all(len(page.words_in(q.inner)) < _FEW and not _is_sentence(page, q.inner) for q in inside)


def _is_sentence(page: Page, inside: Offsets) -> bool:
    words = [page.words[i] for i in page.words_in(inside)]
    verbs = any(w.upos in ("VERB", "AUX") and w.text[:1].islower() for w in words)
    return verbs or page.text[inside[0] : inside[1]].rstrip().endswith((".", "!", "?"))


def _completed(page: Page, draft: Draft, known: SayingVerb) -> list[Offsets]:
    """The content with the beginning and end that the tree gives it: "urged | the rebels | to lay down their arms"."""
    first = draft.content[0]
    if draft.verb is None or draft.cue is None or (said := complement(page, draft.verb, known)) is None:
        return draft.content
    start, end = said[1]
    if "obj-that" in known.takes and _opens_with_whom(page, draft.verb, first, start):
        first = (start, first[1])
    if overlap(first, (start, end)) < 0.5 * min(first[1] - first[0], end - start) or first[0] < draft.cue[1]:
        return draft.content
    if page.quotation_at(first[0]) is not None or start < draft.cue[1]:
        start = first[0]
    limit = draft.content[1][0] if len(draft.content) > 1 else end
    end = max(first[1], min(end, limit))
    if any(mark in page.text[first[1] : end] for mark in ",;—–("):
        end = first[1]  # the tree's clause goes on to another matter
    if (over := next_act(page, draft.verb, (max(start, first[0]), end))) is not None:
        end = over
    whole = page.trim((min(start, first[0]), end))
    return [whole, *draft.content[1:]] if whole else draft.content


def _opens_with_whom(page: Page, verb: int, content: Offsets, clause: int) -> bool:
    """ "Assured | President Lee that the ban would go": whom it is told, before "that", is not what is told."""
    told = page.tree.children(verb, "ccomp")
    marked = any(page.words[m].text.lower() == "that" for c in told for m in page.tree.children(c, "mark"))
    return marked and content[0] < clause < content[1] and page.quotation_at(content[0]) is None


def _wants_a_clause(page: Page, verb: int, known: SayingVerb, confidence: float) -> bool:
    """Whether what stands with the verb is not its words: "suggests some unease", "responding to the offer"."""
    clause = page.tree.children(verb, "ccomp", "parataxis") or page.tree.relation(verb) == "parataxis"
    if known.sort == "finding":
        return confidence < 0.75 or not clause
    return known.lemma in ("respond", "reply", "answer") and not clause


def _to_verb(page: Page, cue: Offsets) -> Offsets:
    """A cue of adverbs alone runs on to the verb that they stand before: "also" of "also added"."""
    inside = list(page.words_in(cue))
    if not inside or any(page.words[i].upos != "ADV" for i in inside) or inside[-1] + 1 >= len(page.words):
        return cue
    after = page.words[inside[-1] + 1]
    return (cue[0], after.end) if after.upos == "VERB" and after.sentence == page.words[inside[-1]].sentence else cue


def _pointed_at(page: Page, cue: Offsets, pointer: Offsets) -> list[Offsets]:
    """What "this conclusion was announced by" points back at: the paragraph before, or the sentence before."""
    here = page.sentence_at(cue[0]) if page.sentences else 0
    opening = [page.words[i] for i in page.words_in((page.sentences[here].start, cue[0]))] if page.sentences else []
    points = len(opening) >= 2 and opening[0].text.lower() in ("this", "the") and opening[1].lemma.lower() in _POINTERS
    if not points or here == 0 or pointer[0] > cue[0]:
        return []
    first = here - 1
    paragraph = page.sentences[first].paragraph
    if paragraph != page.sentences[here].paragraph:
        while first > 0 and page.sentences[first - 1].paragraph == paragraph:
            first -= 1
    content = page.trim((page.sentences[first].start, page.sentences[here - 1].end))
    return [content] if content else []


def _belongs(page: Page, cue: Offsets, c: Offsets) -> bool:
    """Whether a content can be what the cue brings: in its sentence, quoted, or sentences that stand whole."""
    if (
        not page.sentences
        or page.sentence_at(c[0]) == (own := page.sentence_at(cue[0]))
        or page.quotation_at(c[0]) is not None
    ):
        return True
    at = page.sentences[page.sentence_at(c[0])]
    runs_into = page.sentence_at(max(c[1] - 1, c[0])) == own
    return runs_into or c[1] - c[0] > 0.7 * (at.end - at.start)


def _is_of_source(page: Page, cue: Offsets, source: tuple[Offsets, ...], c: Offsets) -> bool:
    """ "According to an official | who asked | not to be named |, the truce holds": words about who speaks."""
    if "according" not in page.text[slice(*cue)].lower() or not source or page.quotation_at(c[0]) is not None:
        return False
    inside, words = page.words_in(source[0]), page.words_in(c)
    tops = [i for i in inside if page.words[i].head not in inside and page.words[i].upos in ("NOUN", "PROPN")]
    under = set(page.tree.under(tops[0])) if tops else set()
    return bool(words) and all(i in under for i in words)


def _is_owned(page: Page, a: Attribution) -> bool:
    """Whether the source only owns the noun of saying: "its pledge to abide by the rules" is no act told of."""
    words = [page.words[i] for span in a.source for i in page.words_in(span)]
    return len(words) == 1 and words[0].text.lower() in ("its", "their", "his", "her", "our", "my")


def _up_to_semicolon(page: Page, content: list[Offsets]) -> list[Offsets]:
    """ "According to Orvana, ten fell; Selvia spoke of two": the second half is by somebody else's account."""
    start, end = content[0]
    at = page.text.find(";", start, end)
    if len(content) > 1 or at < 0 or page.quotation_at(at) is not None:
        return content
    return [(start, at)] if len(page.words_in((start, at))) > _CLAUSE else content


def _is_of_relative(page: Page, noun: int, content: Offsets) -> bool:
    """ "An allegation that | Selvia called baseless": what others make of it, and not what it says."""
    if page.words[noun].upos != "NOUN":
        return False
    clauses = [c for c in page.tree.below[noun] if page.words[c].deprel == "acl:relcl" and c > noun]
    return any(page.words[min(page.tree.under(c))].start <= content[0] <= page.words[c].start for c in clauses)


def _is_phrase_of_saying(page: Page, cue: Offsets) -> bool:
    """ "according to", "in a statement", "claims": cues without a verb."""
    words = page.text[cue[0] : cue[1]].lower()
    if "according" in words:
        return True
    return any(find_saying_noun(page.words[i].lemma) is not None for i in page.words_in(cue))


def cue_verb(page: Page, cue: Offsets) -> tuple[int | None, SayingVerb | None]:
    """The word that heads the cue, and what the codebook knows of it; the last known verb of the cue counts."""
    inside = list(page.words_in(cue))
    verbs = [i for i in inside if page.words[i].upos in ("VERB", "AUX")]
    for i in reversed(verbs):
        if known := find_saying_verb(page.words[i].lemma, page.words[i].text):
            return i, known
    odd = [i for i in inside if page.words[i].upos in ("SYM", "X") and page.words[i].text.isalpha()]
    for i in odd:  # "denied", of which the model makes a sign
        if known := find_saying_verb(page.words[i].lemma, page.words[i].text):
            return i, known
    rest = [i for i in verbs if page.words[i].upos == "VERB"] or [
        i for i in inside if page.words[i].upos in ("NOUN", "PROPN", "ADJ", "ADP")
    ]
    return (rest[-1] if rest else inside[-1] if inside else None), None


def _hull(spans: tuple[Offsets, ...]) -> Offsets | None:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
