"""Attributions of the tagger -> drafts of statements: beliefs left out, contents made whole by the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.codebook.datelines import find_dateline
from dragoman.codebook.saying import SayingVerb, find_saying_noun, find_saying_verb
from dragoman.extract.phrases import NEGATIONS, is_time
from dragoman.extract.statements.claimed import find_claimant, find_claimed
from dragoman.extract.statements.clauses import complement, is_purpose, next_act
from dragoman.extract.statements.drafts import Draft, Page, can_speak, overlap
from dragoman.records import Attribution, Offsets

_NEW: Final = re.compile(r"[.!?][\"”]?\s+(?=[\"“])")
_FUTURE: Final = frozenset("will would shall may might could should can must".split())
_UNSAID: Final = frozenset("refuse decline fail expect plan want intend hesitate hope wish need try seek".split())
_UNNAMED: Final = ("be named", "be identified", "anonymity")  # what a source asks for, not what it says
_ASKING: Final = frozenset("whether if about why how when what who where".split())
_REMARKS: Final = frozenset("remark comment statement position view announcement".split())
_POINTERS: Final = frozenset("conclusion announcement decision news agreement deal finding".split())
_SENT: Final = ("ambassador", "envoy", "diplomat", "representative", "troop", "parliament")
_NAMED: Final = ("NOUN", "DET", "ADJ")  # what stands before a name in quotation marks
_NAMING: Final = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")  # the words of such a name that have capitals
_CLAUSE: Final = 2  # words of a relative clause, with what it is about
_COLLEAGUES: Final = ("counterpart", "colleague", "leader")
_WANTING: Final = frozenset("call demand propose warn promise pledge recommend deny express voice".split())
_OF_SOMEBODY: Final = frozenset("call tell ask demand urge remind warn promise inform assure order".split())
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
    cue, contents = _without_quotation(page, cue, a.content)
    verb, known = cue_verb(page, cue)
    crossed = page.tree.crossed_subject(verb) if verb is not None else None
    source = a.source if crossed is None else (page.tree.phrase(crossed),)
    source = _behind_relative(page, source)
    content = mend(page, [c for c in contents if _belongs(page, cue, c)], [*source, *a.cue, cue])
    content = _without_whom(page, verb, content)
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
        if known.lemma == "call" and _is_phoned(page, draft.verb, content):
            return None
        if "obj-as" in known.takes and is_passive(page, draft.verb):
            return None  # "a team called ...", "areas described as ..."
        if not quoted and known.lemma in _OF_SOMEBODY and draft.source and _is_thing(page, draft.source):
            return None
        if not quoted and _wants_a_clause(page, draft.verb, known, a.confidence):
            return None
        if is_unsaid(page, draft.verb) or (not a.source and is_passive(page, draft.verb) and not quoted):
            return None
        draft.content = _completed(page, draft, known)
    elif _is_owned(page, a):
        return None
    elif draft.verb is not None and (clause := find_claimed(page, draft.verb)) is not None:
        draft.content = _within(draft.content, clause)
        whose = find_claimant(page, draft.verb, clause) if draft.source is None else None
        draft.source = page.tree.phrase(whose) if whose is not None else draft.source
    elif not _is_phrase_of_saying(page, cue):
        if a.confidence < (_SURE if quoted else _SURER) or not a.source:
            return None
    return draft


def _without_whom(page: Page, verb: int | None, content: list[Offsets]) -> list[Offsets]:
    """A quotation's contents without whom it is said to: '"…," the premier warned | the junta'."""
    if verb is None or len(content) < 2 or page.quotation_at(content[0][0]) is None:
        return content
    told = [page.tree.phrase(o) for o in page.tree.children(verb, "obj", "iobj") if o > verb]
    return [c for c in content if not any(_only_opens_with(page, c, whom) for whom in told)]


def _only_opens_with(page: Page, content: Offsets, whom: Offsets) -> bool:
    """Words outside quotation marks that begin with somebody and tell nothing of him."""
    words = [page.words[i] for i in page.words_in(content)]
    opens = content[0] <= whom[0] <= content[0] + len("the ")
    return opens and page.quotation_at(content[0]) is None and not any(w.upos in ("VERB", "AUX") for w in words)


def _is_thing(page: Page, source: Offsets) -> bool:
    """ "The recipe calls for two eggs", "the clock tells passers-by the hour": nobody, and no text that speaks."""
    inside = page.words_in(source)
    tops = [i for i in inside if page.words[i].head not in inside and page.words[i].upos in ("NOUN", "PROPN", "PRON")]
    if not tops or page.people_in(inside) or page.words[tops[0]].upos != "NOUN" or page.tree.is_plural(tops[0]):
        return False
    return not can_speak(page, tops[0])


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


def _without_quotation(page: Page, cue: Offsets, content: Sequence[Offsets]) -> tuple[Offsets, list[Offsets]]:
    """Quoted words that the cue has taken in are given back to what is said: 'expressed | "deep concern" over it'."""
    q = next((q for q in page.quotations if cue[0] < q.start < cue[1]), None)
    if q is None or not any(q.start < c[0] <= q.end + 1 for c in content):
        return cue, list(content)
    verb = (cue[0], cue[0] + len(page.text[cue[0] : q.start].rstrip()))
    return verb, [(q.start, c[1]) if q.start < c[0] <= q.end + 1 else c for c in content]


def _within(content: list[Offsets], clause: Offsets) -> list[Offsets]:
    """What a noun brings ends with its clause: "the ministry's claim that | no troops had left | surprised envoys"."""
    start, end = content[0]
    if len(content) > 1 or not clause[0] <= start < clause[1] < end:
        return content
    return [(start, clause[1])]


def _behind_dateline(page: Page, source: Offsets | None) -> Offsets | None:
    """A source without the dateline before it."""
    if source is None:
        return None
    opening = find_dateline(page.text, page.sentences[page.sentence_at(source[0])].start)
    return (opening, source[1]) if source[0] < opening < source[1] else source


def _is_phoned(page: Page, verb: int, content: list[Offsets]) -> bool:
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


def is_question(page: Page, verb: int, content: Offsets) -> bool:
    """ "Asked whether it would attend, the spokesman said …": what others wanted to know of whoever answers."""
    tree, first = page.tree, next(iter(page.words_in(content)), None)
    if first is None or page.words[verb].text.lower() != "asked" or tree.children(verb, "nsubj"):
        return False
    if tree.relation(verb) == "conj" and tree.subjects(verb):  # "met the envoy and asked whether …"
        return False
    return any(w.text.lower() in _ASKING for w in page.words[max(first - 1, 0) : first + 1])


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


def _is_owned(page: Page, a: Attribution) -> bool:
    """Whether the source only owns the noun of saying: "its pledge to abide by the rules" is no act told of."""
    words = [page.words[i] for span in a.source for i in page.words_in(span)]
    return len(words) == 1 and words[0].text.lower() in ("its", "their", "his", "her", "our", "my")


def _is_phrase_of_saying(page: Page, cue: Offsets) -> bool:
    """ "according to", "in a statement", "claims": cues without a verb."""
    words = page.text[cue[0] : cue[1]].lower()
    if "according" in words:
        return True
    return any(find_saying_noun(page.words[i].lemma) is not None for i in page.words_in(cue))


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


def _says_now(page: Page, verb: int, modal: int) -> bool:
    """ "I would note", "we must condemn" are said by saying so; so is what stands in the past of "would"."""
    subject = page.tree.children(verb, "nsubj")
    return (
        bool(subject)
        and page.words[subject[0]].text.lower() in ("i", "we")
        and page.quotation_at(page.words[modal].start) is None
    )


def mend(page: Page, content: list[Offsets], others: list[Offsets]) -> list[Offsets]:
    """Contents whole: stretches of one sentence are joined, and ends run out to where the clause or quotation ends.

    `others` are the words of source and cue, which a content never takes in.
    """
    content = [_widen(page, c, others) for c in sorted(content)]
    joined: list[Offsets] = []
    for c in content:
        if joined and _same_stretch(page, joined[-1], c, others):
            joined[-1] = (joined[-1][0], max(c[1], joined[-1][1]))
        else:
            joined.append(c)
    pieces = [piece for c in joined for piece in _at_new_quotations(page, c)]
    found = [t for c in pieces if (t := page.trim(c)) is not None]
    return [c for c in found if not _is_scrap(page, c)] or found


def _at_new_quotations(page: Page, c: Offsets) -> list[Offsets]:
    """A content cut where one sentence ends and the next opens with a quotation mark of its own."""
    cuts = [c[0] + m.end() for m in _NEW.finditer(page.text[c[0] : c[1]])]
    return list(zip([c[0], *cuts], [*cuts, c[1]], strict=True))


def _is_scrap(page: Page, c: Offsets) -> bool:
    """Words that are not said: a stray pronoun or preposition, or what a source asks for itself."""
    words = [page.words[i] for i in page.words_in(c)]
    if any(page.quotation_at(w.start) is not None for w in words):
        return False
    said = page.text[c[0] : c[1]].lower()
    if said.endswith("as saying") or any(sign in said for sign in _UNNAMED):
        return True
    return not any(w.upos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") for w in words)


def _same_stretch(page: Page, a: Offsets, b: Offsets, others: list[Offsets]) -> bool:
    """Whether nothing but a few words of the same sentence stands between two contents."""
    if b[0] <= a[1]:
        return True
    gap = (a[1], b[0])
    if any(s < gap[1] and gap[0] < e for s, e in others):
        return False
    between = page.text[gap[0] : gap[1]]
    if any(mark in between for mark in '"“”»«'):
        return False
    same = page.sentence_at(a[1] - 1) == page.sentence_at(b[0])
    return (same and len(between.split()) <= 15) or (not between.strip() and "\n" not in between and not same)


def _widen(page: Page, c: Offsets, others: list[Offsets]) -> Offsets:
    """A content that opens a sentence but for a few words takes them in, up to the source or cue before it."""
    start, end = c
    if not page.sentences:
        return c
    sentence = page.sentences[page.sentence_at(start)]
    before = [e for _, e in others if e <= start]
    after = [s for s, _ in others if s >= end]
    own = [e for e in before if e > sentence.start]
    fronted = after and min(after) < sentence.end and page.quotation_at(start) is None
    if fronted and not own and (len(page.text[start:end].split()) > 3 or _goes_on_from_verb(page, start)):
        start = min(start, sentence.start)
    elif page.quotation_at(start) is None:
        start = _from_subject(page, start, own)
    last = page.sentences[page.sentence_at(max(end - 1, start))]
    limit = min([last.end, *after])
    q = page.quotation_at(end - 1)
    if q is not None and page.quotations[q].end <= limit:
        end = max(end, page.quotations[q].end)
    tail = page.text[end:limit]
    if 0 < len(tail.split()) <= 3 and not any(m in tail for m in ',;"“”—(') and limit == last.end:
        end = limit
    return start, end


def _goes_on_from_verb(page: Page, start: int) -> bool:
    """Whether words only go on from a verb that is told too: "Orvana rejected | the draft", a ministry said."""
    first = next(iter(page.words_in((start, start + 1))), None)
    if first is None or page.words[first].upos == "PRON":
        return False  # "launches, | which | the ministry said were tests"
    up = [first, *page.tree.path_up(first)][:4]
    told = next((i for i in up if page.words[i].upos == "VERB"), None)
    return told is not None and told < first and page.tree.relation(told) in ("ccomp", "parataxis", "root")


def _from_subject(page: Page, start: int, before: list[int]) -> int:
    """Where the clause begins whose verb opens the words: "according to envoys, | the rebels | demanded a seat"."""
    first = next(iter(page.words_in((start, start + 1))), None)
    if first is None:
        return start
    tree, verb = page.tree, first
    while page.words[verb].upos == "AUX" and verb < page.words[verb].head <= verb + 3:
        verb = page.words[verb].head
    subjects = [c for c in tree.children(verb, "nsubj") if c < first]
    if page.words[verb].upos != "VERB" or not subjects or page.words[subjects[-1]].upos == "PRON":
        return start
    begin = page.words[min(tree.under(subjects[-1]))].start
    return begin if all(e <= begin for e in before) and page.quotation_at(begin) is None else start


def _hull(spans: tuple[Offsets, ...]) -> Offsets | None:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
