"""What a content has taken in of the telling: the day, the place and the occasion of the verb that it hangs on.

Behind a name or a thing ("condemned Orvana in a statement on Monday") tags and trees often run on to the end of the
sentence. Contents that are clauses of their own are left whole: their days and places are theirs.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.saying import find_saying_verb
from dragoman.codebook.talks import find_agreement_noun
from dragoman.extract.phrases import is_time
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Offsets, Word

_SORTS: Final = ("speech", "stance")
_BY: Final = frozenset("in at during on via through over after following by".split())
_ONE: Final = frozenset("a an his her its their".split())
_WORDS_OF: Final = frozenset(
    """call conversation statement speech address interview letter message tweet post telegram briefing communique
    broadcast remark rally hearing ceremony""".split()
)  # in which people speak
_GATHERED: Final = frozenset("visit trip tour meeting session".split())  # at which they do, unless it is to come
_AHEAD: Final = frozenset("next coming upcoming forthcoming effective".split())
_EARLIER: Final = frozenset(("after", "following"))
_SPOKEN: Final = ("call", "conversation")  # "over a call"; what somebody is blamed over is no occasion
_SAID_IN: Final = ("in", "via", "by", "through")  # "in a speech"; at one, much else happens
_OTHERS: Final = ("by", "of", "from", "that", "which")  # "during a visit by", "a letter from": somebody else's
_PRESS: Final = frozenset("press news".split())
_BESIDE: Final = frozenset("late early last on".split())
_HOURS: Final = frozenset("morning afternoon evening night".split())
_PLACED: Final = frozenset(("in", "at"))
_REACH: Final = 5  # words from the preposition to the noun: "in a rare televised evening address"
_DATE: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|,|(?:19|20)\d\d")
_BEFORE: Final = 60  # characters that a gloss may have
_KIND: Final = r"(?:apparent|evident|obvious|clear|direct|indirect|oblique|(?:thinly )?veiled) "
_GLOSS: Final = re.compile(
    rf"(?:[\s,\"”’]+in an? (?:{_KIND})?|[,”\"’][\s,\"”’]*an? {_KIND}|[”\"’][\s,\"”’]*an? )(?:reference|allusion) to\b"
)  # what the report says of the words: ", in an apparent reference to ..."; not "he wanted a reference to ..."


def cut_setting(page: Page, draft: Draft) -> None:
    """Ends the last content of a draft before what the report says of it, and before the occasion and the day of the
    telling itself."""
    if draft.cue is None or draft.verb is None or draft.signed or not draft.content:
        return
    _cut_gloss(page, draft)
    content = draft.content[-1]
    known = find_saying_verb(page.words[draft.verb].lemma, page.words[draft.verb].text)
    if known is None or known.sort not in _SORTS or content[0] < draft.cue[1]:
        return
    if page.quotation_at(content[1] - 1) is not None or _is_clause(page, content):
        return
    words = [page.words[i] for i in page.words_in(content)]
    end = _find_occasion(words)
    if end is not None and "obj" in known.takes and not _is_of_telling(page, words, end):
        end = None
    if end is None:
        end = _find_day(page, words)
    if end is not None and (cut := page.trim((content[0], words[end - 1].end))) is not None:
        draft.content[-1] = cut
        if words[end].text.lower() not in _EARLIER:
            draft.setting = (words[end].start, content[1])


def _cut_gloss(page: Page, draft: Draft) -> None:
    start, end = draft.content[-1]
    glosses = [m.end() for m in _GLOSS.finditer(page.text, max(start - _BEFORE, 0), start)]
    if len(draft.content) > 1 and glosses and not page.text[glosses[-1] : start].strip():
        draft.content.pop()  # '"...," she said in a clear reference to Orvana'
        return
    gloss = _GLOSS.search(page.text, start, end)
    if gloss is None or page.quotation_at(gloss.end() - 1) is not None:
        return
    closing = 1 if page.quotation_at(gloss.start()) is None else len(gloss[0]) - len(gloss[0].lstrip('"”’,'))
    cut = page.trim((start, gloss.start() + closing))
    if cut is not None and len(page.words_in(cut)) > 2:
        draft.content[-1] = cut


def _is_clause(page: Page, content: Offsets) -> bool:
    """Whether the words have a subject and a verb of their own."""
    inside = page.words_in(content)
    subjects = [page.words[i] for i in inside if page.words[i].deprel.startswith(("nsubj", "csubj"))]
    return any(w.head in inside and _is_finite(page, w.head) for w in subjects)


def _is_finite(page: Page, head: int) -> bool:
    """Not the quality in "called the plan unworkable", nor the deed in "accused them of smuggling"."""
    word = page.words[head]
    alone = word.upos in ("VERB", "AUX") and not word.text.lower().endswith("ing")
    return alone or bool(page.tree.children(head, "cop", "aux"))


def _find_occasion(words: list[Word]) -> int | None:
    """Where "in a statement on Monday", "during a visit to Orvana" begins, if that is how the words end."""
    for k in range(1, len(words) - 2):
        if words[k].text.lower() not in _BY or words[k + 1].text.lower() not in _ONE:
            continue
        found = next((j for j in range(k + 2, min(k + 2 + _REACH, len(words))) if _is_occasion(words, k, j)), None)
        if found is None or any(w.upos == "PUNCT" and w.text not in '.-,”"' for w in words[k:]):
            continue
        following = words[found + 1].text.lower() if found + 1 < len(words) else ""
        lemma = words[found].lemma.lower()
        called_for = following == "for" and lemma == "call"
        blamed_over = words[k].text.lower() == "over" and lemma not in _SPOKEN
        if not called_for and not blamed_over and following not in _OTHERS:
            return k
    return None


def _is_of_telling(page: Page, words: list[Word], k: int) -> bool:
    """Whether an occasion is that of judging a deed, not of the deed: "condemned the attack in a speech"; not "the
    attack on a mayor at a rally"."""
    return words[k].text.lower() in _SAID_IN or _is_timeless(page, words[:k])


def _is_occasion(words: list[Word], k: int, j: int) -> bool:
    """Whether word `j`, behind the preposition `k`, names an occasion on which people speak."""
    if words[j].upos not in ("NOUN", "PROPN") or any(w.upos in ("VERB", "ADP") for w in words[k + 2 : j]):
        return False
    if j + 1 < len(words) and words[j + 1].upos in ("NOUN", "PROPN") and not is_time(words[j + 1]):
        return False  # "a call centre"
    lemma, before = words[j].lemma.lower(), {w.text.lower() for w in words[k + 2 : j]}
    if lemma == "conference":
        return bool(before & _PRESS)
    wanted = any(w.text.lower() == "to" and words[w.index - words[0].index + 1].upos == "VERB" for w in words[:k])
    return lemma in _WORDS_OF or (lemma in _GATHERED and not before & _AHEAD and not wanted)


def _find_day(page: Page, words: list[Word]) -> int | None:
    """Where the day of the telling begins: behind a name, a text or a quality, none of which have days of their own."""
    end = len(words)
    while end > 1 and _is_of_day(words[end - 1]):
        end -= 1
    if end == len(words) or not any(is_time(w) for w in words[end:]) or is_time(words[end - 1]):
        return None
    if any(w.upos == "VERB" for w in words[:end]) or words[end - 1].text.lower() in _AHEAD:
        return None
    place = end - 2  # "thanked Orvana in Selvia on Monday"
    if place > 0 and words[place].text.lower() in _PLACED and all(_is_name(page, w) for w in words[:place]):
        return place
    return end if _is_timeless(page, words[:end]) else None


def _is_timeless(page: Page, words: list[Word]) -> bool:
    """A name, a text or a quality, and no deed or thing that happened somewhere."""
    last = words[-1]
    said_of = last.upos == "ADJ" and words[-2].upos in ("NOUN", "PROPN", "PRON")  # "called the plan unworkable"
    timeless = said_of or last.upos == "PRON" or _is_name(page, last) or find_agreement_noun(last.lemma) is not None
    return timeless and not any(w.upos == "ADP" for w in words)


def _is_of_day(word: Word) -> bool:
    low = word.text.lower()
    return is_time(word) or low in _BESIDE or low in _HOURS or low == "." or _DATE.fullmatch(low) is not None


def _is_name(page: Page, word: Word) -> bool:
    return word.upos == "PROPN" or bool(page.names_at(word.index)) or word.text.lower() in ("the", "’s", "'s")
