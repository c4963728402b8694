"""Every saying once: drafts that tell of the same words become one, sayings inside sayings become chains."""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft, Page, overlap, shared

_RANK = {"turn": 0, "opening": 0, "performed": 1, "tagged": 2, "quoted": 3, "syntax": 4}


def settle_drafts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts without doubles, in reading order."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (_RANK[d.way], d.start)):
        near = [k for k in kept if _touches(k, draft)]
        if any(_tells_same(page, k, draft) for k in near):
            continue
        if draft.way == "syntax" and any(_lies_inside(draft, k) for k in near):
            continue
        kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.cue or (0, 0)))


def _touches(a: Draft, b: Draft) -> bool:
    return any(overlap(x, y) for x in _all(a) for y in _all(b))


def _all(d: Draft) -> list[tuple[int, int]]:
    return [*d.content, *([d.cue] if d.cue else [])]


def _tells_same(page: Page, a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of one saying: the same verb, or nearly the same words of one another."""
    if "opening" in (a.way, b.way):
        return False
    if a.cue and b.cue and overlap(a.cue, b.cue):
        return True
    total = sum(e - s for s, e in a.content) + sum(e - s for s, e in b.content)
    common = sum(overlap(x, y) for x in a.content for y in b.content)
    if common / max(total - common, 1) < 0.5:
        return False
    inside = a.cue and b.cue and (shared([a.cue], b.content) > 0 or shared([b.cue], a.content) > 0)
    return not inside


def _lies_inside(inner: Draft, outer: Draft) -> bool:
    """Whether the verb of `inner` is among the words that `outer` says."""
    return inner.cue is not None and shared([inner.cue], outer.content) > 0
