"""Acts condemned in passing by whoever speaks: "Russia's unprovoked war" in somebody's own words is ACCUSE."""

from __future__ import annotations

from typing import Final

from dragoman.codebook.frames import words_of
from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act
from dragoman.extract.events.fits import Place
from dragoman.extract.events.turn import Turned
from dragoman.extract.phrases import Tree

_REACH: Final = 10  # words from an act back to whose it is
_RULE: Final = "condemned in the speaker's words"


def read_judged(account: Account, place: Place) -> Act | None:
    """Somebody's act, condemned in passing by whoever speaks: a source, or the document itself."""
    found = _find_judged(account.tree, place.i)
    if found is None:
        return None
    turned, owners = found
    speaker = account.speakers.get(place.i)
    own = account.first_person_near(place.i)
    if speaker is None:
        speaker = account.voice_at(place.i) if own is None else account.tree.entity(own)
    return Act(place, turned, None, (speaker,), account.entities(owners)) if speaker else None


def _find_judged(tree: Tree, i: int) -> tuple[Turned, list[int]] | None:
    """Noun `i` as an act that a word beside it condemns (classes `wrongdoing`, `condemning`), with whose act it is.

    Long runs of adjectives are often misread by the tree, so the words before the noun are read in their order.
    """
    if tree.words[i].upos not in ("NOUN", "PROPN") or tree.lemma(i) not in words_of("wrongdoing"):
        return None
    condemning = words_of("condemning")
    judged = False
    for w in reversed(tree.words[max(i - _REACH, 0) : i]):
        if w.sentence != tree.words[i].sentence:
            break
        judged = judged or w.text.lower() in condemning
        named = w.upos not in ("PART", "PUNCT") and tree.name_at.get(w.index) in ("NORP", "LOC", "ORG", "PER")
        if named or (judged and w.deprel == "nmod:poss"):
            owner = w.index
            while tree.words[owner].deprel in ("flat", "compound", "amod") and tree.name_at.get(tree.words[owner].head):
                owner = tree.words[owner].head
            return (Turned("ACCUSE", "disapprove", "111", rule=_RULE), [owner]) if judged else None
        if w.upos not in ("ADJ", "ADV", "PUNCT", "CCONJ", "PART", "VERB", "NOUN"):
            break
    return None
