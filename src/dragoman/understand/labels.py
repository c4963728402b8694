"""The label sets of the model's heads, in the order of its outputs.

Relations of syntax and lemma scripts depend on the training data and stand in the model's `labels.json`.
"""

from __future__ import annotations

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
KINDS = ("PER", "ORG", "LOC", "NORP", "FAC", "DOC", "MISC")
NAMES = ["O"] + [f"{b}-{k}" for k in KINDS for b in "BI"]
ROLES = ("source", "cue", "content")
ATTRIBUTION = ["O"] + [f"{b}-{r}" for r in ROLES for b in "BI"]
# index 0: heads no mention; the others are GUM's entity types
MENTIONS = [
    "",
    "person",
    "organization",
    "place",
    "event",
    "abstract",
    "object",
    "time",
    "substance",
    "animal",
    "plant",
]
# PLOVER categories as the research sets cut from CAMEO know them: YIELD is CONCEDE and RETREAT
RELATIONS = (
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
# PLOVER's sixteen, in its order of cooperation and conflict
CATEGORIES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT"
    " REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
# who acts, who is acted on, who act on each other
SIDES = ["O"] + [f"{b}-{side}" for side in "STR" for b in "BI"]
SHAPES = ("lower", "title", "upper", "mixed", "initial", "digit", "mark", "other")


def shape_of(word: str) -> int:
    """The case shape of a word; the encoder's vocabulary has no case, and names need it."""
    if word.islower():
        return 0
    if any(c.isdigit() for c in word):
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word.isupper():
        return 4 if len(word) == 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 1
    if any(c.isupper() for c in word):
        return 3
    return 7


def lemma_script(word: str, lemma: str) -> str:
    """How a lemma comes of its word: `cut+add` on the lower-cased word, `=` kept as it is, `^` lower-cased.

    >>> lemma_script("talks", "talk"), lemma_script("said", "say"), lemma_script("Yerevan", "Yerevan")
    ('1+', '2+y', '=')
    """
    if lemma == word:
        return "^" if word.islower() else "="
    low = word.lower()
    n = 0
    while n < min(len(low), len(lemma)) and low[n] == lemma[n]:
        n += 1
    return "^" if low == lemma else f"{len(low) - n}+{lemma[n:]}"


def apply_script(word: str, script: str) -> str:
    """The inverse of `lemma_script`; a script that does not fit leaves the lower-cased word.

    >>> apply_script("negotiations", "1+"), apply_script("It", "9+x")
    ('negotiation', 'it')
    """
    if script == "=":
        return word
    low = word.lower()
    if script == "^":
        return low
    cut, _, add = script.partition("+")
    n = len(low) - int(cut)
    return low[:n] + add if n >= 0 and n + len(add) > 0 else low
