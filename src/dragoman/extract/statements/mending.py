"""Contents of attributions made whole, and cut where what is not said begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.extract.statements.drafts import Page
from dragoman.records import Offsets

_NEW: Final = re.compile(r"[.!?][\"”]?\s+(?=[\"“])")
_UNNAMED: Final = ("be named", "be identified", "anonymity")  # what a source asks for, not what it says


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


def without_whom(page: Page, verb: int | None, content: list[Offsets]) -> list[Offsets]:
    """A quotation's contents without whom it is said to: '"…," the premier warned | the junta'."""
    if verb is None or len(content) < 2 or page.quotation_at(content[0][0]) is None:
        return content
    told = [page.tree.phrase(o) for o in page.tree.children(verb, "obj", "iobj") if o > verb]
    return [c for c in content if not any(_only_opens_with(page, c, whom) for whom in told)]


def _only_opens_with(page: Page, content: Offsets, whom: Offsets) -> bool:
    """Words outside quotation marks that begin with somebody and tell nothing of him."""
    words = [page.words[i] for i in page.words_in(content)]
    opens = content[0] <= whom[0] <= content[0] + len("the ")
    told = [w for w in words if w.upos in ("VERB", "AUX") and not w.deprel.startswith(("acl", "amod", "advcl"))]
    clause = bool(told) or any(w.deprel.startswith("nsubj") for w in words)
    return opens and page.quotation_at(content[0]) is None and not clause


def without_quotation(page: Page, cue: Offsets, content: Sequence[Offsets]) -> tuple[Offsets, list[Offsets]]:
    """Quoted words that the cue has taken in are given back to what is said: 'expressed | "deep concern" over it'."""
    q = next((q for q in page.quotations if cue[0] < q.start < cue[1]), None)
    if q is None or not any(q.start < c[0] <= q.end + 1 for c in content):
        return cue, list(content)
    verb = (cue[0], cue[0] + len(page.text[cue[0] : q.start].rstrip()))
    return verb, [(q.start, c[1]) if q.start < c[0] <= q.end + 1 else c for c in content]


def within(content: list[Offsets], clause: Offsets) -> list[Offsets]:
    """What a noun brings ends with its clause: "the ministry's claim that | no troops had left | surprised envoys"."""
    start, end = content[0]
    if len(content) > 1 or not clause[0] <= start < clause[1] < end:
        return content
    return [(start, clause[1])]
