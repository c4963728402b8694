"""Communiqués and resolutions in numbered paragraphs: "The Security Council, … 1. Urges the parties to …"."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.saying import SayingVerb, find_saying_verb
from dragoman.codebook.talks import verb_forms
from dragoman.extract.statements.drafts import Draft, Page
from dragoman.records import Offsets

_WHO: Final = re.compile(r"^[ \t]*The (?P<who>[A-Z][^\n,.;:]{2,90}),[ \t]*$", re.M)
_ITEM: Final = re.compile(
    r"^[ \t]*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•*–-])[ \t]+(?P<act>(?:[A-Z][a-z]+ly |Also |Further )?[A-Za-z][a-z]+s)"
    r"(?P<behind> (?:upon|on|for|that|with|to))?[ \t]+(?P<said>(?!of\b)[^\n]+)",
    re.M,
)
_ENDS: Final = re.compile(r"[;.,]?(?:\s+and)?\s*$")
_FEWEST: Final = 2


def find_body(text: str) -> Offsets | None:
    """Who acts in a text of numbered paragraphs that open with its acts; None where the text is of another kind."""
    who = _WHO.search(text)
    items = [m for m in _ITEM.finditer(text, who.end()) if _verb_of(m["act"]) is not None] if who else []
    return who.span("who") if who and len(items) >= _FEWEST else None


def take_items(page: Page, body: Offsets) -> list[Draft]:
    """A draft for every numbered paragraph that opens with an act of saying."""
    found = []
    for item in _ITEM.finditer(page.text, body[1]):
        known = _verb_of(item["act"])
        if known is None:
            continue
        start = item.start("behind") + 1 if item["behind"] == " to" else item.start("said")
        content = page.trim((start, item.start() + len(_ENDS.sub("", item[0]))))
        cue = (item.start("act"), item.end("act") if item["behind"] in (None, " to") else item.end("behind"))
        verb = next((i for i in page.words_in(item.span("act")) if page.words[i].text.endswith("s")), None)
        if content is not None:
            found.append(Draft(cue, [content], body, verb, confidence=0.85, way="performed", signed=True))
    return found


def _verb_of(act: str) -> SayingVerb | None:
    """The verb of an opening act ("Strongly condemns"), where it says or decides something."""
    form = act.split()[-1].lower()
    known = next((k for lemma in verb_forms(form, form) if (k := find_saying_verb(lemma, form)) is not None), None)
    return known if known is not None and known.sort in ("speech", "stance", "deed") else None
