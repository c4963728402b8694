"""Every saying once: drafts that tell of the same words become one, sayings that tell of sayings become chains."""

from __future__ import annotations

from typing import Final

from dragoman.extract.statements.clauses import owns_object
from dragoman.extract.statements.drafts import Draft, Page, carries, overlap, shared

_RANK: Final = {"turn": 0, "post": 0, "opening": 0, "performed": 1, "tagged": 2, "quoted": 3, "syntax": 4, "noun": 5}
_VOICING: Final = frozenset(
    "stress emphasise emphasize underline underscore highlight reiterate repeat reaffirm affirm voice express".split()
)
_ASKING: Final = frozenset("urge order instruct command ask tell call beg implore advise".split())
_SELVES: Final = frozenset("i we he she they it who which that".split())


def settle_drafts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts without doubles, in reading order; who only told of another's saying is that draft's teller."""
    kept: dict[int, Draft] = {}
    near: dict[int, list[int]] = {}  # drafts kept, by the sentences that they touch
    for draft in sorted(drafts, key=lambda d: (_RANK[d.way], d.start, -d.confidence)):
        touched = sorted(page.sentences_of(_all(draft)))
        rivals = dict.fromkeys(n for k in touched for n in near.get(k, ()))
        same = next((n for n in rivals if _touches(kept[n], draft) and _tells_same(kept[n], draft)), None)
        if same is None:
            same = len(kept)
            kept[same] = draft
        else:
            kept[same] = _join(page, kept[same], draft)
        for k in touched:
            near.setdefault(k, []).append(same)
    return _nest(page, sorted(kept.values(), key=lambda d: (d.start, d.cue or (0, 0))))


def _join(page: Page, same: Draft, draft: Draft) -> Draft:
    """One draft of two that tell of one saying; `same` came first."""
    if draft.way == same.way and _length(draft) > 1.5 * _length(same):
        return draft
    if draft.cue and same.cue and not overlap(draft.cue, same.cue):
        if carries(page, same) and not carries(page, draft):  # "X said, the agency reported"
            draft.tellers, draft.content = [same], same.content
            return draft
        if carries(page, draft) and not same.tellers:
            same.tellers = [draft]
    return same


def _nest(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Chains made, and what the tree alone found inside the words of another left out."""
    gone: set[int] = set()
    for i, inner in enumerate(drafts):
        for outer in reversed(drafts[max(i - 4, 0) : i + 3]):
            if outer is inner or outer.way in ("turn", "post", "opening") or not _lies_inside(inner, outer):
                continue
            if _is_the_whole_of(page, inner, outer):
                if _passes_on(page, inner, outer):
                    inner.tellers = [*outer.tellers, outer]
                    if not _is_told_first(page, inner, outer):
                        gone.add(id(outer))
                else:
                    gone.add(id(inner))
            elif inner.way in ("syntax", "performed") and not (inner.verb and owns_object(page, inner.verb)):
                gone.add(id(inner))
    return [d for d in drafts if id(d) not in gone]


def _is_the_whole_of(page: Page, inner: Draft, outer: Draft) -> bool:
    """Whether all that `outer` says is that somebody else said `inner`: its verb heads the words, outside quotation
    marks, and somebody named does it."""
    if (
        inner.verb is None
        or inner.cue is None
        or len(outer.content) != 1
        or page.quotation_at(inner.cue[0]) is not None
    ):
        return False
    start, end = outer.content[0]
    if page.quotation_at(start) is not None and page.quoted_share(outer.content) > 0.5:
        return False
    inside = page.words_in((start, end))
    if page.words[inner.verb].head in inside and page.words[inner.verb].head != inner.verb:
        return False
    subjects = page.tree.subjects(inner.verb)
    if not subjects or subjects[0] not in inside:
        return False
    if page.words[subjects[0]].text.lower() in _SELVES and not carries(page, outer):
        return False
    said = sum(e - s for s, e in inner.content)
    return said > 0.4 * (end - start)


def _passes_on(page: Page, inner: Draft, outer: Draft) -> bool:
    """Whether an account of another's saying gives that one's words ("he said that …", "had urged the sides to …")
    rather than an act ("had rejected the draft"), which is all that the account itself says."""
    if inner.verb is None or carries(page, outer) or page.quoted_share(inner.content) > 0:
        return True
    tree, verb = page.tree, inner.verb
    clause = any(c > verb for c in tree.children(verb, "ccomp", "parataxis")) or tree.relation(verb) == "parataxis"
    to_do = tree.children(verb, "obj", "iobj") and tree.children(verb, "xcomp", "advcl", "acl")
    asked = tree.lemma(verb) in _ASKING and bool(to_do)
    return clause or asked or tree.lemma(verb) in _VOICING


def _is_told_first(page: Page, inner: Draft, outer: Draft) -> bool:
    """ "Orvana has asked Selvia to wait, a ministry announced": both have said something, whatever comes first."""
    verb = inner.verb
    asked = verb is not None and page.tree.lemma(verb) in _ASKING
    fronted = outer.cue is not None and inner.cue is not None and inner.cue[0] < outer.cue[0]
    return asked and fronted and not carries(page, outer)


def _length(d: Draft) -> int:
    return sum(e - s for s, e in d.content)


def _touches(a: Draft, b: Draft) -> bool:
    return any(overlap(x, y) for x in _all(a) for y in _all(b))


def _all(d: Draft) -> list[tuple[int, int]]:
    return [*d.content, *([d.cue] if d.cue else [])]


def _tells_same(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of one saying: the same verb, or nearly the same words and neither inside the other."""
    if "opening" in (a.way, b.way):
        return False
    if a.cue and b.cue and overlap(a.cue, b.cue):
        return True
    total = sum(e - s for s, e in a.content) + sum(e - s for s, e in b.content)
    common = sum(overlap(x, y) for x in a.content for y in b.content)
    if common / max(total - common, 1) < 0.5 and shared(a.content, b.content) < 0.9:
        return False
    return not (_lies_inside(a, b) or _lies_inside(b, a))


def _lies_inside(inner: Draft, outer: Draft) -> bool:
    """Whether the verb of `inner` is among the words that `outer` says."""
    return inner.cue is not None and shared([inner.cue], outer.content) > 0
