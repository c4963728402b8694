"""Reading -> statements: who said what, by which words, over which channel."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.phrases import is_time
from dragoman.extract.receptions import is_reception
from dragoman.extract.statements.channels import mark_channels
from dragoman.extract.statements.claimed import take_claimed, take_worded
from dragoman.extract.statements.dashed import give_to_signers
from dragoman.extract.statements.documents import Document, read_kind
from dragoman.extract.statements.drafts import Draft, Page, can_speak
from dragoman.extract.statements.labelled import give_to_labels
from dragoman.extract.statements.labels import find_labels
from dragoman.extract.statements.once import settle_drafts
from dragoman.extract.statements.performed import take_performed
from dragoman.extract.statements.posts import leave_posts_whole, take_posts
from dragoman.extract.statements.quoted import add_quoted, fill_blocks, give_to_cited, give_to_speakers
from dragoman.extract.statements.resolutions import take_items
from dragoman.extract.statements.settings import cut_setting
from dragoman.extract.statements.speakers import Speakers
from dragoman.extract.statements.spoken import take_spoken
from dragoman.extract.statements.tagged import take_tagged
from dragoman.extract.statements.turns import take_turns
from dragoman.records import Entity, Hearsay, Manner, Offsets, Reading, Statement, When, quote

_WHOSE = frozenset("his her their its".split())
_OWNED = 4  # words from whose it is to who it is
_PAPERS = ("newspaper", "daily", "paper", "weekly", "magazine", "agency", "broadcaster", "channel", "station", "radio")
_LETTERS = ("letter", "message", "note", "cable", "telegram", "memo", "email", "e-mail")
_TOLD = ("tell", "inform", "assure", "notify", "advise", "warn", "remind", "brief")

__all__ = ["extract_statements"]


def extract_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every act of saying that the report tells of or performs, in reading order."""
    if not reading.words:
        return ()
    page = Page(reading)
    document = read_kind(page)
    if document.kind == "transcript":
        found = _before_turns(page, document, take_turns(page))
    elif document.numbered and document.author is not None:
        found = take_items(page, document.author)
    else:
        tagged = take_tagged(page, document.kind != "news")
        if document.kind == "statement":  # "Statement by Orvana on the floods" says nothing of the floods
            tagged = [d for d in tagged if d.cue is None or d.cue[0] >= document.body]
        found = [*take_performed(page, document), *tagged, *take_spoken(page), *take_claimed(page)]
        fill_blocks(page, found)
        posts = take_posts(page)
        if document.kind == "news" or document.author is None:
            found = leave_posts_whole(posts, found)
    drafts = settle_drafts(page, [d for d in found if not _only_receives(page, d)])
    for draft in drafts:
        cut_setting(page, draft)
    if document.kind == "news":
        add_quoted(page, drafts)
        give_to_speakers(page, drafts)
        give_to_cited(page, drafts)
        give_to_labels(page, drafts)
        give_to_signers(page, drafts)
        take_worded(page, drafts)
        drafts.sort(key=lambda d: (d.start, d.cue or (0, 0)))
    speakers = Speakers(page, document)
    speakers.note_voice(drafts)
    named = []
    chains = []
    for draft in drafts:
        chains.append(speakers.chain(draft))
        named.append(speakers.name(draft))
    mark_channels(page, document, drafts, named)
    return tuple(
        _finish(page, draft, who, chain)
        for draft, who, chain in zip(drafts, named, chains, strict=True)
        if who or page.quoted_share(draft.content) > 0.5
    )


def _only_receives(page: Page, draft: Draft) -> bool:
    """ "Welcomed the envoy to the palace" says nothing, unless his words are quoted."""
    return draft.verb is not None and is_reception(page.tree, draft.verb) and not page.quoted_share(draft.content)


def _before_turns(page: Page, document: Document, turns: list[Draft]) -> list[Draft]:
    """The turns of a briefing, behind what its speaker performs before the first question."""
    if document.author is None or not turns:
        return turns
    first = find_labels(page.text)[0].start()
    return [
        *(
            d
            for d in take_performed(page, replace(document, kind="statement"))
            if max(e for _, e in d.content) <= first
        ),
        *turns,
    ]


def _finish(page: Page, draft: Draft, who: list[Entity], chain: list[tuple[Draft, Hearsay]]) -> Statement:
    text, manner = page.text, _manner(page, draft)
    return Statement(
        speaker=who[0] if who else None,
        cospeakers=tuple(who[1:]),
        content=tuple(quote(text, *(c if draft.signed else _without_stop(page, c))) for c in draft.content),
        cue=quote(text, *draft.cue) if draft.cue else None,
        manner=manner,
        channel=draft.channel,
        document=draft.document,
        chain=tuple(replace(link, channel=teller.channel) for teller, link in chain),
        addressee=addressees(page, draft),
        date=_date(page, draft),
        confidence=round(draft.confidence, 2),
    )


def _without_stop(page: Page, piece: Offsets) -> Offsets:
    """A piece told in the report's words without the stop that ends its sentence, unless that is quoted."""
    start, end = piece
    last = page.words_in((max(end - 1, start), end))
    stop = bool(last) and page.words[last[0]].text == "." and page.quotation_at(end - 1) is None
    return (start, end - 1) if stop and end - start > 1 else piece


def addressees(page: Page, draft: Draft) -> tuple[Entity, ...]:
    """Whom the words are told: the object of "told"."""
    if draft.verb is None:
        return ()
    if page.tree.lemma(draft.verb) not in _TOLD:
        return _written_to(page, draft.verb)
    found = page.tree.children(draft.verb, "iobj") or page.tree.children(draft.verb, "obj")
    own = page.tree.children(draft.verb, "nsubj")
    if not found and own and own[0] < draft.verb < own[-1]:
        found = own[-1:]  # an object misread
    if len(found) == 1 and page.tree.is_one(found[0], _PAPERS):  # "told | the newspaper | La Presse", made two
        found = [c for c in page.tree.children(draft.verb, "obj") if c == found[0] + 1] or found
    if len(found) > 1 and found[1] <= found[0] + _OWNED and page.words[found[0]].text.lower() in _WHOSE:
        found = found[1:]  # "told | her | Kenyan counterpart", of which the tree makes two
    told = [j for c in found[:1] for j in page.tree.joined(c) if c > draft.verb]
    named = [next((c for c in page.tree.children(j, "appos") if c == j + 1), j) for j in told]  # "the paper La Presse"
    return tuple(page.tree.entity(j) for j in dict.fromkeys(named) if can_speak(page, j))


def _written_to(page: Page, verb: int) -> tuple[Entity, ...]:
    """ "Wrote to the council that ...", "in a letter to the council, the envoy said"."""
    tree = page.tree
    letters = [c for c in tree.children(verb, "obl") if tree.is_one(c, _LETTERS) and tree.case(c) in ("in", "by")]
    to = [c for n in letters for c in tree.children(n, "nmod") if tree.case(c) == "to"]
    if tree.is_one(verb, ("write",)):
        to += [c for c in tree.children(verb, "obl") if tree.case(c) == "to"]
    return tuple(tree.entity(j) for c in to[:1] for j in tree.joined(c) if can_speak(page, j))


def _date(page: Page, draft: Draft) -> When | None:
    """The words of time that hang on the verb of saying, for the calendar to date."""
    times = page.tree.times(draft.verb) if draft.verb is not None else []
    if draft.setting is not None:
        times += [page.tree.phrase(i) for i in page.words_in(draft.setting) if is_time(page.words[i])][:1]
    outside = [t for t in times if not any(s < t[1] and t[0] < e for s, e in draft.content)]
    return When(None, None, page.text[outside[0][0] : outside[0][1]], outside[0]) if outside else None


def _manner(page: Page, draft: Draft) -> Manner:
    if draft.signed:
        return "direct"
    share = page.quoted_share(draft.content)
    return "direct" if share >= 0.5 else "mixed" if share > 0 else "indirect"
