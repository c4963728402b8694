"""Training data -> documents of words with layers of labels.

Each reader yields `Doc`s. A Doc is a run of sentences that belong together; `windows` cuts it into what the
encoder sees at once. Labels that a corpus does not have are absent, not empty. Nothing is written anywhere.
"""

from __future__ import annotations

import bisect
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.understand.labels import ATTRIBUTION, NAMES, RELATIONS, UPOS, MENTIONS
from dragoman.understand.segment import split_sentences, split_words

NAME_INDEX = {t: i for i, t in enumerate(NAMES)}
# gap before a word: 0 none, 1 space, 2 first of a sentence, 3 first of a paragraph
NO_GAP, SPACE, SENTENCE, PARAGRAPH = range(4)


@dataclass
class Doc:
    words: list[str]
    gaps: list[int]
    sentence: list[int]
    layers: dict[str, list] = field(default_factory=dict)  # one label a word; None where unknown


# ------------------------------------------------------------------------------------------------ syntax


def read_conllu(path: Path, *, entities: bool = False) -> Iterator[Doc]:
    """UD documents: upos, lemma, head (index in the Doc, -1 for a root), deprel; GUM's mentions and chains."""
    doc, spans = new_doc(), []
    rows: list[list[str]] = []
    fresh_par = True

    def close_sentence() -> None:
        nonlocal rows, fresh_par
        base, gap = len(doc.words), PARAGRAPH if fresh_par else SENTENCE
        sid = doc.sentence[-1] + 1 if doc.sentence else 0
        for c in rows:
            doc.words.append(c[1])
            doc.gaps.append(gap)
            doc.sentence.append(sid)
            doc.layers["upos"].append(UPOS.index(c[3]))
            doc.layers["lemma"].append(c[2])
            head = int(c[6])
            doc.layers["head"].append(base + head - 1 if head else -1)
            doc.layers["deprel"].append(c[7])
            gap = NO_GAP if "SpaceAfter=No" in c[9] else SPACE
            if entities:
                read_entity(c[9], len(doc.words) - 1, spans)
        rows, fresh_par = [], False

    def finish() -> Doc:
        if entities:
            mark_mentions(doc, spans)
        spans.clear()
        return doc

    multi_end, multi_no_space = 0, False
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if rows:
                close_sentence()
            if doc.words:
                yield finish()
            doc = new_doc()
            fresh_par = True
        elif line.startswith("# newpar"):
            fresh_par = True
        elif not line:
            if rows:
                close_sentence()
        elif line[0] != "#":
            c = line.split("\t")
            if "-" in c[0]:
                # parts of a contraction have no space between them
                first, last = map(int, c[0].split("-"))
                multi_end, multi_no_space = last, "SpaceAfter=No" in c[9]
            elif c[0].isdigit():
                n = int(c[0])
                if n < multi_end or (n == multi_end and multi_no_space):
                    c[9] += "|SpaceAfter=No"
                rows.append(c)
                if n >= multi_end:
                    multi_end = 0
    if rows:
        close_sentence()
    if doc.words:
        yield finish()


def new_doc() -> Doc:
    return Doc([], [], [], {k: [] for k in ("upos", "lemma", "head", "deprel")})


def read_entity(misc: str, here: int, spans: list) -> None:
    """GUM's `Entity=` brackets: `spans` holds [id, type, first, last] with last None while open."""
    for part in misc.split("|"):
        if not part.startswith("Entity="):
            continue
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", part[7:]):
            if token.startswith("("):
                bits = token[1:].rstrip(")").split("-")
                spans.append([bits[0], bits[1] if len(bits) > 1 else "abstract", here, here if token.endswith(")") else None])
            else:
                gid = token.rstrip(")").split("-")[0]
                for s in reversed(spans):
                    if s[0] == gid and s[3] is None:
                        s[3] = here
                        break


def mark_mentions(doc: Doc, spans: list) -> None:
    """Each mention stands at its head word: its type, and the head word of the antecedent (-1 none)."""
    n = len(doc.words)
    kind: list[int] = [0] * n
    chain: list[str | None] = [None] * n
    size = [0] * n
    for gid, etype, first, last in spans:
        if last is None or doc.sentence[first] != doc.sentence[last]:
            continue
        heads = [i for i in range(first, last + 1) if not first <= doc.layers["head"][i] <= last]
        if not heads or last - first + 1 <= size[heads[0]]:
            continue
        h = heads[0]
        kind[h], chain[h], size[h] = MENTIONS.index(etype) if etype in MENTIONS else MENTIONS.index("abstract"), gid, last - first + 1
    latest: dict[str, int] = {}
    antecedent: list[int | None] = [None] * n
    for i in range(n):
        if chain[i] is not None:
            antecedent[i] = latest.get(chain[i], -1)
            latest[chain[i]] = i
    doc.layers["mention"], doc.layers["antecedent"] = kind, antecedent


# ------------------------------------------------------------------------------------------------ names

FACILITY = re.compile(r"\b(Palace|Airport|Center|Centre|Hall|Hotel|Embassy|Consulate|Bridge|Stadium|Base|Airbase|Camp|House|Prison|Hospital|Cathedral|Church|Mosque|Temple|Tower|Station|Port|Barracks|Castle|Museum|Theatre|Theater|Plaza|Square|Arena|Building|Monastery|Abbey|Fort)\b")
DOCUMENT = re.compile(r"\b(Agreement|Treaty|Accords?|Declaration|Act|Convention|Resolution|Protocol|Charter|Constitution|Memorandum|Pact|Communiqu[eé]|Roadmap|Covenant|Directive)\b")
PEOPLE = re.compile(r"^(?:.*(?:ian|ean|can|ish|ese|ians|eans|cans|rians)|French|Dutch|Greeks?|Swiss|Turks?|Arabs?|Arabic|Iraqis?|Israelis?|Pakistanis?|Saudis?|Kuwaitis?|Yemenis?|Omanis?|Qataris?|Emiratis?|Afghans?|Thai|Thais|Danes?|Swedes?|Finns?|Poles?|Czechs?|Slovaks?|Croats?|Serbs?|Germans?|Americans?|Britons?|Spaniards?|Kurds?|Kurdish|Jews?|Jewish|Muslims?|Islamic|Catholics?|Hutus?|Tutsis?|Bangladeshis?|Nepalis?|Somalis?|Azeris?|Uzbeks?|Tajiks?|Kazakhs?|Uighurs?|Tamils?|Icelandic|Filipinos?|Chechens?|Bedouins?|Koreans?|Cubans?|Mexicans?|Romans?|Lebanese|Welsh|Manx|Maltese|Afrikaners?|Slavic|Hispanic|Latinos?|Lao|Khmer|Zulu|Czech|Greek|Turkish)$")
FOLD = {"person": "PER", "politician": "PER", "PER": "PER", "organisation": "ORG", "politicalparty": "ORG", "ORG": "ORG",
        "country": "LOC", "location": "LOC", "LOC": "LOC", "misc": "MISC", "MISC": "MISC", "event": "MISC", "election": "MISC"}
LOOSE_O = frozenset([NAME_INDEX["O"]] + [i for t, i in NAME_INDEX.items() if t[2:] in ("NORP", "MISC", "DOC")])


def kind_of(label: str, words: list[str]) -> str | None:
    """A corpus label -> ours. The schemes disagree: facilities and documents are told by their head noun."""
    kind = FOLD.get(label)
    text = " ".join(words)
    if kind == "LOC" and FACILITY.search(text) and len(words) > 1:
        return "FAC"
    if kind == "MISC":
        if len(words) <= 2 and PEOPLE.match(words[-1]):
            return "NORP"
        if DOCUMENT.search(text) and len(words) > 1:
            return "DOC"
    return kind


def read_names(path: Path, *, column: int, sep: str | None, loose_o: bool = False) -> Iterator[Doc]:
    """Sentences of word and tag. The layer `names` holds, a word, the set of our tags that are allowed."""
    sent: list[tuple[str, str]] = []

    def finish() -> Doc:
        words = [w for w, _ in sent]
        allowed: list[frozenset[int]] = [LOOSE_O if loose_o else frozenset([0])] * len(words)
        i = 0
        while i < len(sent):
            tag = sent[i][1]
            if tag == "O":
                i += 1
                continue
            j = i + 1
            while j < len(sent) and sent[j][1] != "O" and sent[j][1][2:] == tag[2:] and sent[j][1][0] == "I":
                j += 1
            kind = kind_of(tag[2:], words[i:j])
            for k in range(i, j):
                allowed[k] = frozenset([NAME_INDEX[("B-" if k == i else "I-") + kind]]) if kind else LOOSE_O
            i = j
        n = len(words)
        return Doc(words, [SENTENCE] + [SPACE] * (n - 1), [0] * n, {"names": list(allowed)})

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\r\n")
        if line.startswith("# ") or line.startswith("-DOCSTART-"):
            continue
        if not line.strip():
            if sent:
                yield finish()
            sent = []
            continue
        c = line.split(sep)
        if len(c) > column:
            sent.append((c[column - 1], c[column]))
    if sent:
        yield finish()


def split_finer(doc: Doc, rng: random.Random) -> Doc:
    """The same sentence cut into words as raw text is (hyphens, clitics), so that the model knows both."""
    out = Doc([], [], [], {"names": []})
    for w, gap, sid, allowed in zip(doc.words, doc.gaps, doc.sentence, doc.layers["names"]):
        parts = [w[a:b] for a, b in split_words(w, 0, len(w))] or [w]
        inside = frozenset(t + 1 if NAMES[t].startswith("B-") else t for t in allowed)
        for k, p in enumerate(parts):
            out.words.append(p)
            out.gaps.append(gap if k == 0 else NO_GAP)
            out.sentence.append(sid)
            out.layers["names"].append(allowed if k == 0 else inside)
    return out


# ------------------------------------------------------------------------------------------------ attribution


def read_attribution(path: Path) -> Iterator[Doc]:
    """PolNeAR articles, cut into words by us: BIO tag and, for sources and contents, the cue's first word."""
    for line in path.open(encoding="utf-8"):
        yield attribution_doc(json.loads(line))


def text_doc(text: str) -> tuple[Doc, list[tuple[int, int]]]:
    """A text cut into words by us, and where each word stands."""
    doc = Doc([], [], [], {})
    at: list[tuple[int, int]] = []
    par = None
    for sid, s in enumerate(split_sentences(text)):
        spans = split_words(text, s.start, s.end)
        for k, (a, b) in enumerate(spans):
            doc.words.append(text[a:b])
            first = PARAGRAPH if s.paragraph != par else SENTENCE
            doc.gaps.append(first if k == 0 else (NO_GAP if a == spans[k - 1][1] else SPACE))
            doc.sentence.append(sid)
        par = s.paragraph
        at.extend(spans)
    return doc, at


def attribution_doc(d: dict) -> Doc:
    doc, at = text_doc(d["text"])
    tag: list[int] = [0] * len(at)
    key: list = [None] * len(at)
    cue_of: list[int | None] = [None] * len(at)
    starts, ends = [a for a, _ in at], [b for _, b in at]

    def inside(span: list[int]) -> range:
        return range(bisect.bisect_right(ends, span[0]), bisect.bisect_left(starts, span[1]))

    for role in ("content", "cue", "source"):
        for n, a in enumerate(d["attributions"]):
            cue = sorted(a.get("cue") or [])
            first_cue = next(iter(inside(cue[0])), -1) if cue else -1
            for span in a.get(role) or []:
                for i in inside(span):
                    key[i] = (role, n, tuple(span))
                    cue_of[i] = first_cue if role != "cue" else None
    for i, k in enumerate(key):
        if k:
            tag[i] = ATTRIBUTION.index(("I-" if i and key[i - 1] == k else "B-") + k[0])
    doc.layers["attribution"], doc.layers["cue_of"] = tag, cue_of
    return doc


# ------------------------------------------------------------------------------------------------ relations


def read_relations(path: Path) -> Iterator[Doc]:
    """PLV sentences: source and target as sets of words, and the root of what the one does to the other."""
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        marked, marks, text = d["marked"], {}, ""
        for piece in re.split(r"(</?[st]>)", marked):
            if re.fullmatch(r"</?[st]>", piece):
                marks[piece] = len(text)
            else:
                text += piece
        if len(marks) < 4:
            continue
        spans = split_words(text, 0, len(text))
        words = [text[a:b] for a, b in spans]
        gaps = [SENTENCE] + [NO_GAP if spans[i][0] == spans[i - 1][1] else SPACE for i in range(1, len(spans))]
        pick = lambda t: [i for i, (a, b) in enumerate(spans) if a < marks[f"</{t}>"] and b > marks[f"<{t}>"]]
        if not pick("s") or not pick("t"):
            continue
        doc = Doc(words, gaps, [0] * len(words), {})
        doc.layers["relation"] = [(pick("s"), pick("t"), RELATIONS.index(d["root"]))]
        yield doc


# ------------------------------------------------------------------------------------------------ windows


def windows(doc: Doc, pieces: list[int], budget: int, rng: random.Random | None = None) -> Iterator[tuple[int, int]]:
    """Word ranges of whole sentences, at most `budget` pieces each; a longer sentence stands alone, cut at 480."""
    starts = [i for i in range(len(doc.words)) if i == 0 or doc.sentence[i] != doc.sentence[i - 1]] + [len(doc.words)]
    first, used = 0, 0
    limit = budget
    for a, b in zip(starts, starts[1:]):
        n = sum(pieces[a:b])
        if used and used + n > limit:
            yield first, a
            first, used = a, 0
            limit = rng.randint(budget // 4, budget) if rng else budget
        used += n
    if first < len(doc.words):
        yield first, len(doc.words)
