"""Bodies whose own members come together: the Council, ministers of the Union, a summit that a body holds."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_actor, find_actor_in
from dragoman.extract.phrases import Tree

_ORGANS: Final = frozenset("Board Council Committee Commission Assembly".split())
_FAR: Final = 12  # words of a gathering's name on either side


def is_body(tree: Tree, s: int) -> bool:
    """ "The Security Council", "EU foreign ministers", "leaders of ASEAN": a body, or its members, who come together as
    the body."""
    name = next((n for n in tree.reading.names if n.first <= s < n.last), None)
    if name is not None:
        words = tree.text[name.start : name.end].split()
        organ = any(w in _ORGANS for w in words[1:])  # "the IAEA Board of Governors"
        actor = find_actor(" ".join(words)) or (find_actor(words[0]) if organ else None)
        return actor is not None and actor.kind == "body"
    if not tree.is_plural(s):
        return False
    own = [c for c in tree.children(s, "compound", "amod", "nmod") if c < s or tree.case(c) in ("of", "from")]
    actors = [find_actor(tree.words[c].text) for c in own]
    actors += [find_actor(tree.entity(c).text) for c in own if tree.case(c) in ("of", "from")]  # "the Group of 20"
    of = {k for c in own if tree.case(c) in ("of", "from") for k in tree.under(c)}
    of |= {k for c in tree.children(s, "nmod") if c > s and not tree.case(c) for k in (c,)}  # "from the G7 countries"
    of |= {
        n.first for n in tree.reading.names for c in own if n.first <= c < n.last and n.last <= s
    }  # "Council members"
    actors += [find_actor(tree.text[n.start : n.end]) for n in tree.reading.names if n.first in of]
    return any(a is not None and a.kind == "body" for a in actors)


def holds_its_own(tree: Tree, n: int, c: int) -> bool:
    """ "the NATO summit", "the APEC Ministerial Meeting": the modifier `c` names a body whose members come together."""
    noun = tree.words[n].text.lower()
    name = next((m for m in tree.reading.names if m.first <= c < m.last), None)
    first = name.first if name is not None else c
    ministers = any(tree.words[k].text.lower() in ("ministerial", "leaders") for k in range(first + 1, n))
    if c > n or not (noun in ("summit", "ministerial") or (noun == "meeting" and ministers)):
        return False
    end = min(name.end, tree.words[n].start) if name is not None else 0
    whole = find_actor(tree.text[name.start : end].strip()) if name is not None else None
    actor = whole or find_actor(tree.words[c].text)
    if actor is None and name is not None and ministers:  # "APEC Ministerial" may be read as one name
        actor = find_actor(tree.words[first].text)
    return actor is not None and actor.kind == "body"


def find_body(tree: Tree, n: int) -> int | None:
    """ "The 22nd session of the OIC", "the WTO's ministerial conference": whose own gathering begins or ends."""
    around = [w for w in tree.words[max(n - _FAR, 0) : n + _FAR] if w.sentence == tree.words[n].sentence]
    inside = set(tree.under(n, ("acl", "acl:relcl", "conj", "parataxis")))
    texts = [w.text if w.index in inside else "" for w in around]
    at = 0
    while (got := find_actor_in(texts, at)) is not None:
        first, at, actor = got
        if actor.kind != "body":
            continue
        for w in around[first:at]:  # the word whose phrase is the body's name, wherever the tree hangs it
            found = find_actor(tree.entity(w.index).text) if w.upos in ("NOUN", "PROPN") else None
            if found is not None and found.code == actor.code:
                return w.index
    return None


def is_with_union(tree: Tree, n: int) -> bool:
    """ "The EU-Ukraine summit": the European Union meets others as one of two sides."""
    own = [find_actor(tree.words[c].text) for c in tree.under(n) if c < n and tree.words[c].text[:1].isupper()]
    return any(a.code == "EU" for a in own if a) and any(a.kind in ("state", "people") for a in own if a)
