"""Quotations that no attribution covers: a verb of speech beside them, or the speaker of the one before goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dragoman.codebook.saying import find_saying_noun, find_saying_verb
from dragoman.extract.statements.drafts import Draft, Page, can_speak, carries, overlap
from dragoman.extract.statements.introduced import introduce
from dragoman.records import Offsets, Quotation

_LED: Final = 160  # characters from a cue to the quotation behind its colon
_SHORT: Final = 5  # words; a quotation of fewer is a name, a title or a borrowed word unless somebody says it


def add_quoted(page: Page, drafts: list[Draft]) -> None:
    """Give every longer quotation outside the drafts to the draft it goes on from, or to a draft of its own."""
    ends: dict[int, list[Draft]] = {}  # drafts by the sentence in which they end
    covered: dict[int, list[Offsets]] = {}
    by_verb: dict[int, Draft] = {}
    for d in drafts:
        _note(page, d, ends, covered, by_verb)
    for q in page.quotations:
        content = page.trim(q.inner)
        if content is None or len(page.words_in(content)) < _SHORT or not _is_speech(page, q):
            continue
        told = [c for k in page.sentences_of([q.inner]) for c in covered.get(k, ())]
        if any(overlap(q.inner, c) > 0.5 * (q.inner[1] - q.inner[0]) for c in told):
            continue
        verb = _verb_beside(page, q)
        before = _goes_on_from(page, q, ends)
        taken = by_verb.get(verb) if verb is not None else None
        if taken is not None and page.quoted_share(taken.content) == 0 and q.end <= page.words[taken.verb or 0].start:
            taken.content = [content]  # what stands behind the verb only says to whom
            continue
        new: Draft | None
        if verb is not None and taken is None:
            cue = (page.words[verb].start, page.words[verb].end)
            new = Draft(cue, [content], verb=verb, confidence=0.65, way="quoted")
        elif before is not None and page.quoted_share(before.content) > 0.3:
            before.content.append(content)
            _note(page, before, ends, covered, by_verb)
            continue
        elif before is not None:  # his own words behind what is told in the outlet's: another act, by the same cue
            new = Draft(before.cue, [content], before.source, before.verb, confidence=0.65, way="quoted")
        elif (new := introduce(page, q, content)) is None:
            continue
        drafts.append(new)
        _note(page, new, ends, covered, by_verb)


def fill_blocks(page: Page, drafts: list[Draft]) -> None:
    """'X said: "… . … ."': all of a quotation behind a colon is of the one saying before it, with the paragraphs that
    it goes on over."""
    for k, q in enumerate(page.quotations):
        if q.continues or not page.text[: q.start].rstrip().endswith(":"):
            continue
        block = [q, *_goes_on(page, k)]
        held = [
            d for d in drafts if d.cue and _leads(page, d.cue[1], q) and any(overlap(q.inner, c) for c in d.content)
        ]
        if not held:
            continue
        draft = max(held, key=lambda d: d.cue or (0, 0))
        end = block[-1].end
        outside = [c for c in draft.content if c[1] <= q.start or c[0] >= end]
        draft.content = [*outside, *(c for b in block if (c := page.trim(b.inner)) is not None)]


def _goes_on(page: Page, k: int) -> list[Quotation]:
    """The quotations that open the paragraphs right behind quotation `k` and go on from it."""
    found: list[Quotation] = []
    for before, q in pairwise(page.quotations[k:]):
        if not q.continues or page.text[before.end : q.start].strip():
            break
        found.append(q)
    return found


def _leads(page: Page, end: int, q: Quotation) -> bool:
    """Whether a cue that ends at `end` stands in the sentence that the colon before `q` ends."""
    between = page.text[end : q.start]
    return 0 <= q.start - end <= _LED and ". " not in between and "\n\n" not in between.rstrip()


def _note(
    page: Page, d: Draft, ends: dict[int, list[Draft]], covered: dict[int, list[Offsets]], by_verb: dict[int, Draft]
) -> None:
    """Enter a draft where quotations look for it."""
    ends.setdefault(page.sentence_at(_end(d) - 1), []).append(d)
    for c in d.content:
        for k in page.sentences_of([c]):
            covered.setdefault(k, []).append(c)
    if d.verb is not None:
        by_verb.setdefault(d.verb, d)


def _end(d: Draft) -> int:
    return max([e for _, e in d.content] + ([d.cue[1]] if d.cue else []))


def _is_speech(page: Page, q: Quotation) -> bool:
    """Whether the quotation holds a clause: names and titles in quotation marks do not."""
    return any(page.words[i].upos in ("VERB", "AUX") for i in page.words_in(q.inner))


def _goes_on_from(page: Page, q: Quotation, ends: dict[int, list[Draft]]) -> Draft | None:
    """The draft whose words stand right before this quotation, with no other sentence between."""
    if not page.sentences:
        return None
    here = page.sentence_at(q.start)
    near = [d for k in (here, here - 1) for d in ends.get(k, ()) if d.start < q.start and d.way != "turn"]
    if not near:
        return None
    nearest = max(near, key=lambda d: (max(e for _, e in d.content), d.start))
    opens = not page.text[page.sentences[here].start : q.start].strip(" \n\"“”'")
    if (q.continues or opens) and page.quoted_share(nearest.content) > 0:
        return nearest
    return nearest if opens and not _has_own_clause(page, here, q) else None


def _has_own_clause(page: Page, sentence: int, q: Quotation) -> bool:
    """Whether the sentence says something of its own outside the quotation."""
    s = page.sentences[sentence]
    outside: list[Offsets] = [(s.start, min(q.start, s.end)), (min(q.end, s.end), s.end)]
    return any(page.words[i].upos == "VERB" for span in outside for i in page.words_in(span))


def _verb_beside(page: Page, q: Quotation) -> int | None:
    """The nearest verb of speech in the sentences that hold the quotation's ends, outside it."""
    if not page.sentences:
        return None
    first, last = page.sentences[page.sentence_at(q.start)], page.sentences[page.sentence_at(max(q.end - 1, q.start))]
    found = []
    for i in [*page.words_in((first.start, q.start)), *page.words_in((q.end, last.end))]:
        word = page.words[i]
        if word.upos != "VERB" or page.quotation_at(word.start) is not None:
            continue
        known = find_saying_verb(word.lemma, word.text)
        if known is not None and known.sort in ("speech", "stance") and "quote" in known.takes:
            found.append((min(abs(word.start - q.end), abs(q.start - word.end)), i))
    return min(found)[1] if found else None


def give_to_speakers(page: Page, drafts: list[Draft]) -> None:
    """ "...," X said on arrival, the agency reported: the quotation is X's, and the agency is in the chain."""
    for i, draft in enumerate(drafts):
        if draft.cue is None or draft.tellers or not carries(page, draft) or not page.quoted_share(draft.content):
            continue
        q = page.quotation_at(draft.content[0][0])
        q = page.quotation_at(draft.content[0][0] - 1) if q is None else q
        if q is None or page.quotations[q].end > draft.cue[0]:
            continue
        between = page.words_in((page.quotations[q].end, draft.cue[0]))
        if (found := _named_speaker(page, between)) is None:
            continue
        verb, source = found
        cue = (page.words[verb].start, page.words[verb].end)
        inner = [c for c in draft.content if c[1] <= source[0] or c[0] > cue[1]]
        said = page.trim(page.quotations[q].inner)
        quoted = [c for c in inner if page.quoted_share([c]) > 0.5]
        if said is not None:
            drafts[i] = Draft(cue, quoted or [said], source, verb, draft.confidence, tellers=[draft])


def give_to_cited(page: Page, drafts: list[Draft]) -> None:
    """ "The agency, citing an official, reported that ...": the words are the official's, told by the agency."""
    for i, draft in enumerate(drafts):
        if draft.verb is None or draft.tellers or not carries(page, draft) or draft.way not in ("tagged", "syntax"):
            continue
        if (cited := _find_cited(page, draft.verb)) is None:
            continue
        verb, who = cited
        cue = (page.words[verb].start, page.words[verb].end)
        source = page.tree.phrase(who)
        if any(s < cue[1] and cue[0] < e for s, e in draft.content):
            continue
        drafts[i] = Draft(cue, draft.content, source, None, draft.confidence, tellers=[draft])


def _find_cited(page: Page, verb: int) -> tuple[int, int] | None:
    """The "citing" beside a verb of speech or its subject, and whom it cites."""
    tree = page.tree
    who_tells = [j for s in tree.children(verb, "nsubj") for j in (s, *tree.children(s, "appos"))]
    beside = [
        *tree.children(verb, "advcl"),
        *[c for s in who_tells for c in tree.children(s, "acl")],
    ]
    for c in beside:
        if page.words[c].text.lower() in ("citing", "quoting"):
            who = [o for o in tree.children(c, "obj") if can_speak(page, o)]
            if who and find_saying_noun(page.words[who[0]].lemma) is None:
                return c, who[0]
    return None


def _named_speaker(page: Page, between: range) -> tuple[int, Offsets] | None:
    """A verb of speech and the name right before or behind it, with the title before the name."""
    for i in between:
        known = find_saying_verb(page.words[i].lemma, page.words[i].text) if page.words[i].upos == "VERB" else None
        if known is None or known.sort != "speech":
            continue
        for name in (n for k in (i - 1, i + 1) if k in between for n in page.names_at(k) if n.kind == "PER"):
            first = name.first
            while first - 1 in between and page.words[first - 1].upos in ("PROPN", "NOUN", "ADJ") and first - 1 != i:
                first -= 1
            return i, (page.words[first].start, name.end)
    return None
