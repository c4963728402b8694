"""Attributions of the tagger -> drafts of statements: beliefs left out, contents made whole by the tree."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.saying import SayingVerb, find_saying_verb
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Attribution, Offsets

_FUTURE: Final = frozenset("will would shall may might could should can must".split())
_NEVER: Final = frozenset("not never n't n’t no without neither nor".split())
_UNSAID: Final = frozenset("refuse decline fail expect plan want intend hesitate hope wish need try seek".split())
_SURE: Final = 0.6  # below, a cue that the codebook does not know is left out


def take_tagged(page: Page) -> list[Draft]:
    """A draft for every attribution that is an act of saying."""
    return [draft for a in page.reading.attributions if (draft := _take(page, a)) is not None]


def _take(page: Page, a: Attribution) -> Draft | None:
    cue = _hull(a.cue)
    content = mend(page, list(a.content), [*a.source, *a.cue])
    if not content:
        return None
    draft = Draft(cue, content, _hull(a.source), confidence=a.confidence)
    if cue is None:
        return None  # left to the quotations, which know whose words go on
    draft.verb, known = cue_verb(page, cue)
    quoted = page.quoted_share(content) > 0.3
    if draft.verb is not None and known is not None:
        if known.sort in ("belief", "deed") and not (quoted and a.source):
            return None
        if known.sort == "finding" and not quoted and a.confidence < 0.75:
            return None
        if is_unsaid(page, draft.verb):
            return None
    elif not quoted and (a.confidence < _SURE or not a.source):
        return None
    return draft


def cue_verb(page: Page, cue: Offsets) -> tuple[int | None, SayingVerb | None]:
    """The word that heads the cue, and what the codebook knows of it; the last known verb of the cue counts."""
    inside = list(page.words_in(cue))
    verbs = [i for i in inside if page.words[i].upos in ("VERB", "AUX")]
    for i in reversed(verbs):
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
        if c < verb and relation in ("aux", "advmod") and (word in _NEVER or page.words[c].lemma.lower() == "not"):
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
    return [t for c in joined if (t := page.trim(c)) is not None]


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
    if not before or max(before) <= sentence.start:
        if after and min(after) < sentence.end and page.quotation_at(start) is None:
            start = min(start, sentence.start)
    last = page.sentences[page.sentence_at(max(end - 1, start))]
    limit = min([last.end, *after])
    q = page.quotation_at(end - 1)
    if q is not None and page.quotations[q].end <= limit:
        end = max(end, page.quotations[q].end)
    tail = page.text[end:limit]
    if 0 < len(tail.split()) <= 3 and not any(m in tail for m in ',;"“”—(') and limit == last.end:
        end = limit
    return start, end


def _hull(spans: tuple[Offsets, ...]) -> Offsets | None:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
