"""Who speaks where the tagger names nobody, or somebody whom the content is about: the subject of the cue.

A source is given to one cue alone, and the tags of "she said" now and then go astray; the tree tells whose verb the cue
is ("They walked out, saying that …"). Of 84 cues of PolNeAR dev that have a subject and by the tags no source, and that
annotators mark too, the subject was the source in 75.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Offsets, Word
from dragoman.understand.attribute import Spoken

SHARED = ("conj", "xcomp", "advcl")  # verbs whose subject may be that of the verb they hang on
PERSONS = frozenset("he she they who i we".split())
TOLD = ("ccomp", "parataxis")  # clauses that hold what is said
STEPS = 3


def mend_sources(found: Sequence[Spoken], words: Sequence[Word], reach: Sequence[Offsets]) -> Sequence[Spoken]:
    """The attributions, each cue that is a verb with its subject as source where it has none or one of whom something
    is said.

    Args:
        words: those of the report, with their tree.
        reach: the range of words that each word governs, itself included.
    """
    for spoken in found:
        if spoken.cue is None:
            continue
        first, last = spoken.cue
        verb = next((w for w in words[first:last] if w.upos == "VERB"), None)
        if verb is None or (spoken.source and not _is_told(spoken.source[0], verb, words)):
            continue
        subject = _find_subject(verb, words, reach)
        span = None if subject is None else reach[subject.index]
        if span is not None and not any(a < span[1] and span[0] < b for a, b in (spoken.cue, *spoken.content)):
            spoken.source[:] = [span]
    return found


def _find_subject(verb: Word, words: Sequence[Word], reach: Sequence[Offsets]) -> Word | None:
    """The subject of a verb, or of the verb that it shares one with, if that is a name or a person's pronoun."""
    own = True
    for _ in range(STEPS):
        below = words[slice(*reach[verb.index])]
        subjects = [w for w in below if w.head == verb.index and w.deprel.startswith("nsubj")]
        if subjects:
            found = subjects[0]
            speaks = own or found.upos == "PROPN" or found.text.lower() in PERSONS
            return found if found.deprel == "nsubj" and speaks else None
        above = words[verb.head]
        asked = verb.deprel == "advcl" and not verb.text.endswith("ing")  # "asked about it, he …": others asked
        if verb.deprel not in SHARED or asked or above.upos != "VERB":
            return None
        verb, own = above, False
    return None


def _is_told(source: tuple[int, int], verb: Word, words: Sequence[Word]) -> bool:
    """Whether a source stands in the clause that its cue governs: then it is one of whom something is said."""
    for i in range(*source):
        w = words[i]
        while w.head != w.index and w.head != verb.index:
            w = words[w.head]
        if w.head != verb.index or w.deprel not in TOLD:
            return False
    return True
