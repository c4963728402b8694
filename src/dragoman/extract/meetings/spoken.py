"""Transcripts: two officials who greet each other before the press have met, whether or not a sentence says so."""

from __future__ import annotations

import re
from typing import Final

from dragoman.codebook.actors import find_office
from dragoman.extract.meetings.told import Told
from dragoman.extract.phrases import Tree
from dragoman.records import Offsets

_LABEL: Final = re.compile(
    r"^(?P<who>(?:[A-Z][A-Z.’'\-]+ ){1,6}[A-Z][A-Z.’'\-]{2,})(?: \([^)\n]{1,40}\))?:[ \t]*", re.M
)
_GLAD: Final = r"(?:good|great|wonderful|nice|glad|happy|pleased|delighted|honou?red|pleasure|honou?r|privilege)"
_GREETING: Final = re.compile(
    rf"\b{_GLAD}\b[^.?!\n]{{0,40}}\bto (?:\w+ ){{0,3}}?(?:see|meet|welcome|have|host|receive|be (?:here |back )?with)\b"
    r"|\bwelcome(?: back)? to\b|\bwelcome you\b"
    r"|\bthank you\b[^.?!\n]{0,30}\bfor (?:having|hosting|receiving|welcoming) (?:me|us)\b"
    r"|\b(?:thank you for this|this is our|our) (?:\w+ ){0,2}?(?:meeting|talks|conversation|discussions?)\b"
    rf"|\b{_GLAD}\b[^.?!\n]{{0,40}}\bto (?:\w+ ){{0,3}}?"
    r"(?:spend|get|be) (?:\w+ ){0,3}?(?:time|together|face to face)\b",
    re.I,
)
_AS_HOST: Final = re.compile(
    r"\bwelcome you(?: back)?(?: here)? to\b"
    rf"|\b{_GLAD}\b[^.?!\n]{{0,30}}\bto (?:host|receive|have)\b[^.?!\n]{{0,80}}\bhere\b",
    re.I,
)
_REMOTE: Final = re.compile(r"\bvirtual(?:ly)?\b|\bvideo\b|\bby phone\b", re.I)
_PAIR: Final = 2
_MOST: Final = 3  # greetings that are kept as evidence


def find_spoken(tree: Tree) -> list[Told]:
    """The meeting of the two who speak in a transcript, told by the first words in which they greet each other."""
    turns = [(m.span("who"), m.end()) for m in _LABEL.finditer(tree.text) if _is_office(m["who"])]
    first: dict[str, Offsets] = {}
    for span, _ in turns:
        first.setdefault(tree.text[slice(*span)].split()[-1], span)
    if len(first) != _PAIR:
        return []
    greeted = [
        (s, words)
        for s in tree.reading.sentences
        if s.start >= turns[0][0][0] and (words := _GREETING.search(tree.text, s.start, s.end))
    ]
    if not greeted:
        return []
    roles = _find_roles(tree, turns, first)
    found = []
    for sentence, words in greeted[:_MOST]:
        begins = max([sentence.start, *(start for _, start in turns if start < words.end())])
        inside = [w.index for w in tree.words[sentence.first : sentence.last] if w.start >= begins]
        anchor = next((i for i in inside if tree.words[i].start >= words.start()), inside[0])
        told = Told(anchor, "held", tree.quote_words(inside, anchor, 30), kind="meeting", confidence=0.8)
        told.medium = "video" if _REMOTE.search(tree.text, sentence.start, sentence.end) else None
        told.spoken = tuple((span, roles[name]) for name, span in first.items())
        found.append(told)
    return found


def _find_roles(tree: Tree, turns: list[tuple[Offsets, int]], first: dict[str, Offsets]) -> dict[str, str]:
    """The one who welcomes the other is the host."""
    ends = [*(span[0] for span, _ in turns[1:]), len(tree.text)]
    hosts = {
        tree.text[slice(*span)].split()[-1]
        for (span, start), end in zip(turns, ends, strict=True)
        if _AS_HOST.search(tree.text, start, end)
    }
    return {name: "host" if hosts == {name} else "party" for name in first}


def _is_office(label: str) -> bool:
    """ "PRIME MINISTER LUND"; those who only ask have none."""
    return find_office(label.lower().split()) is not None
