"""By what way words came: told by the cue, the source, the clause of saying, or the kind of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from dragoman.codebook.saying import channel_words
from dragoman.extract.statements.documents import Document
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Entity, Offsets

_NEAR = 60  # characters from a cue to what it brings
_REMARKS = re.compile(
    r"\b(?:made|making|gave|giving|delivered|reiterated|repeated|expressed) (?:the|his|her|their|these) (?:\w+ )?"
    r"(?:remark|statement|comment|announcement|position|view)s?\b"
)
_OFFICIAL = {"readout": "readout", "statement": "statement", "transcript": "press conference"}


def mark_channels(page: Page, document: Document, drafts: list[Draft], speakers: list[list[Entity]]) -> None:
    """Fill the channel and the document of every draft.

    Who told reporters goes on telling them: a speaker keeps a channel until the text names another, and what the text
    tells of him first came the way that it names next.
    """
    if document.kind != "news":
        published = document.kind == "transcript" and not document.asked  # remarks put out, with no press to answer
        channel = "interview" if document.interview else "statement" if published else _OFFICIAL[document.kind]
        for draft in drafts:
            draft.channel, draft.document = draft.channel or channel, "d1"
        return
    cues = sorted(_saying(d) for draft in drafts for d in (draft, *draft.tellers) if d.cue)
    for draft in drafts:
        for teller in draft.tellers:
            teller.channel = _told_by(page, teller, cues)
        outer = next((t.channel for t in draft.tellers if t.channel), None)
        draft.channel = draft.channel or outer or _told_by(page, draft, cues)
    find = _Keys(page).find
    keys = [find(who) for who in speakers]
    _note_occasions(page, drafts, keys)
    _keep(drafts, keys)
    _keep(drafts[::-1], keys[::-1])
    _number_documents(drafts, keys)


def _note_occasions(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """ "X made the remarks at a press conference" names the channel of what was said just before and of what X says."""
    for sentence in page.sentences:
        words = page.text[sentence.start : sentence.end].lower()
        if not (made := _REMARKS.search(words)):
            continue
        channel = next((c for p, where, c in _patterns() if where == "clause" and p.search(words, made.start())), None)
        who = words[: made.start()]
        before = [d for d in drafts if d.start < sentence.start][-1:]
        after = [
            d for d, k in zip(drafts, keys, strict=True) if k is not None and k in who and d.start > sentence.start
        ]
        for draft in (*before, *after[:1]):
            draft.channel = draft.channel or channel


def _keep(drafts: list[Draft], keys: list[str | None]) -> None:
    last: dict[str, str] = {}
    for draft, key in zip(drafts, keys, strict=True):
        if key is None:
            continue
        if draft.channel is None:
            draft.channel = last.get(key)
        elif draft.channel != "report":
            last[key] = draft.channel


def _number_documents(drafts: list[Draft], keys: list[str | None]) -> None:
    """Statements that one speaker made in writing, one after the other, come from one document."""
    numbers: dict[tuple[str | None, str], str] = {}
    for draft, key in zip(drafts, keys, strict=True):
        if draft.channel in ("statement", "social media", "readout") and key is not None:
            name = numbers.setdefault((key, draft.channel), f"d{len(numbers) + 1}")
            draft.document = name


class _Keys:
    """One key for all phrases of one speaker: a name's words and the title before it lead to one another."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[str, str] = {}
        self.alone: set[str] = set()  # names of one word
        self.last: str | None = None  # the person named last; "the minister" after that is most often the same

    def find(self, who: list[Entity]) -> str | None:
        if not who or who[0].span is None:
            return None
        words = [self.page.words[i] for i in self.page.words_in(who[0].span)]
        named = [w.text.lower() for w in words if self.page.tree.name_at.get(w.index) == "PER" and w.upos == "PROPN"]
        plain = [w.text.lower() for w in words if w.upos in ("NOUN", "PROPN")]
        if not plain and not named:
            return None
        own = named or plain[-1:]
        unheard = self.known.get(own[0], own[0]) == own[0]
        if not named and unheard and self.last and self._is_the_person(who[0]):
            self.known[own[0]] = self.last
        key = next((self.known[w] for w in self._telling(own) if w in self.known), own[-1])
        titles = [w for w in plain if w not in named][-1:] if named else []
        for word in (*own, *titles):
            self.known.setdefault(word, key)
        self.alone |= {own[0]} if len(own) == 1 else set()
        self.last = key if named else self.last
        return key

    def _telling(self, own: list[str]) -> list[str]:
        """The words of a name that may lead to somebody heard before: a surname, or a word that was a whole name then.
        Two who share a first name or an article ("al-") are two."""
        return [own[-1], *(w for w in own[:-1] if w in self.alone)]

    def _is_the_person(self, who: Entity) -> bool:
        """Whether a phrase without a name is "the" and a word for one person."""
        if who.span is None:
            return False
        before = self.page.text[max(who.span[0] - 4, 0) : who.span[0]].lower().strip()
        heads = [i for i in self.page.words_in(who.span) if self.page.voices.get(i) == "person"]
        return (
            (before == "the" or who.text.lower().startswith("the "))
            and bool(heads)
            and not self.page.tree.is_plural(heads[-1])
        )


def _told_by(page: Page, draft: Draft, cues: list[Offsets]) -> str | None:
    """The channel that the clause of saying names; what is said itself is not looked at."""
    cue = page.text[draft.cue[0] : draft.cue[1]].lower() if draft.cue else ""
    source = page.text[draft.source[0] : draft.source[1]].lower() if draft.source else ""
    around = _outside(page, draft, cues)
    texts = {"cue": cue, "source": source, "clause": around}
    if not any(_any_of(where).search(text) for where, text in texts.items()):
        return None
    return next((channel for words, where, channel in _patterns() if words.search(texts[where])), None)


def _saying(draft: Draft) -> Offsets:
    """The words of the cue, on to what is said where that follows: "telling reporters that"."""
    start, end = draft.cue or (0, 0)
    after = [s for s, _ in draft.content if end <= s < end + _NEAR]
    return start, max(end, min(after, default=end))


def _outside(page: Page, draft: Draft, cues: list[Offsets]) -> str:
    """The sentence of the cue without what is said in it, and without the verbs of others' sayings."""
    anchor = draft.cue or draft.source or draft.content[0]
    if not page.sentences:
        return ""
    sentence = page.sentences[page.sentence_at(anchor[0])]
    near = bisect_left(cues, (sentence.start, 0)), bisect_left(cues, (sentence.end, 0))
    others = [c for c in cues[near[0] : near[1]] if draft.cue is None or c[0] != draft.cue[0]]
    kept, at = [], sentence.start
    for s, e in sorted([*draft.content, *others]):
        if s >= sentence.end or e <= at:
            continue
        kept.append(page.text[at : max(s, at)])
        at = min(e, sentence.end)
    kept.append(page.text[at : sentence.end])
    return " | ".join(kept).lower()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    found = []
    for c in channel_words():
        parts = [re.escape(part.strip()) for part in c.words.split("*")]
        words = r" (?:[\w'’.-]+ ){0,3}".join(p for p in parts if p)
        found.append((re.compile(rf"(?<!\w){words}(?!\w)"), c.where, c.channel))
    return tuple(found)


@cache
def _any_of(where: str) -> re.Pattern[str]:
    """All the words that tell a channel there, as one pattern: most clauses hold none of them."""
    return re.compile("|".join(words.pattern for words, place, _ in _patterns() if place == where))
