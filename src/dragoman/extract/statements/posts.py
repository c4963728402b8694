"""Posts printed under the name of an account: "@MFA_Orvana: We …", 'Tweet by Minister Ann Lee (@annlee): "…"'."""

from __future__ import annotations

import re
from typing import Final

from dragoman.extract.statements.drafts import Draft, Page, overlap

_TO: Final = r"(?:[ \t]+(?:on[ \t]+[A-Z]\w*|tweeted|posted|wrote))?[ \t]*:[ \t]+"
_POST: Final = re.compile(
    rf"^(?:RT[ \t]+)?(?P<handle>@\w{{2,30}}){_TO}(?P<said>[^\n]+)"
    rf"|^(?P<who>[A-Z][^\n:@()]{{2,60}})[ \t]+\(?@\w{{2,30}}\)?{_TO}(?P<own>[^\n]+)",
    re.M,
)
_HEADED: Final = re.compile(r"(?:Tweet|Post|Thread)s?[ \t]+(?:by|from|of)[ \t]+(?:the[ \t]+)?")


def take_posts(page: Page) -> list[Draft]:
    """A draft for every line that opens with an account and a colon: the rest of the line is posted by it."""
    found = []
    for m in _POST.finditer(page.text):
        who, said = ("handle", "said") if m["handle"] else ("who", "own")
        content = page.trim(m.span(said))
        if content is None:
            continue
        headed = _HEADED.match(page.text, *m.span(who))
        source = (headed.end() if headed else m.start(who), m.end(who))
        draft = Draft(source, [content], source, confidence=0.85, way="post", channel="social media", signed=True)
        found.append(draft)
    return found


def leave_posts_whole(posts: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """All drafts, without what was found inside the words of a post."""
    inside = [c for p in posts for c in p.content]
    return [*posts, *(d for d in drafts if not any(overlap(c, k) for c in d.content for k in inside))]
