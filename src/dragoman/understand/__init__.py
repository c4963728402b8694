"""Report -> Reading: sentences, words, syntax, names, attribution, mentions. One language model, one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.records import Name, Offsets, Reading, Report, Sentence, Word
from dragoman.understand.acts import classify_relation, find_acts, join_pointing, tag_sides
from dragoman.understand.attribute import Spoken, attribute
from dragoman.understand.encoder import PARAGRAPH, SENTENCE, SPACE, Acts, Encoder, Scores, Token, load_encoder
from dragoman.understand.ends import mend_ends
from dragoman.understand.joining import join_attributions
from dragoman.understand.labels import ATTRIBUTION, NAMES, UPOS, apply_script
from dragoman.understand.lemmas import find_lemma
from dragoman.understand.mentions import chain_mentions, point_back
from dragoman.understand.particles import mend_names
from dragoman.understand.quoting import mend_quoting
from dragoman.understand.relations import mend_relations
from dragoman.understand.segment import find_quotations, split_paragraphs, split_sentences, split_words
from dragoman.understand.styles import drop_styles, mend_styles
from dragoman.understand.subjects import mend_sources
from dragoman.understand.tags import best_tags, find_spans
from dragoman.understand.trees import best_tree, lift_arcs
from dragoman.understand.truces import mend_truces
from dragoman.understand.visitors import mend_visitors

__all__ = ["WordsReading", "classify_relation", "model_version", "read_words", "tag_sides", "understand"]

NO_GAP = 0
# added to the scores of sources and cues, which a mean of two readers names too seldom, and taken from those of
# contents; chosen on PolNeAR dev
_MORE = {"source": 1.0, "cue": 0.5, "content": -0.25}
RAISED = np.array([_MORE.get(tag[2:], 0.0) for tag in ATTRIBUTION], np.float32)


def model_version() -> str:
    """Name and version of the model file."""
    return load_encoder().version


def understand(report: Report) -> Reading:
    """Reads a report once. Pure: the same text gives the same reading, whatever was read before."""
    encoder = load_encoder()
    text = report.text
    tokens, spans, sentences = cut_text(text)
    quotations = tuple(find_quotations(text, split_paragraphs(text)))
    words: list[Word] = []
    names: list[Name] = []
    spoken: list[Spoken] = []
    pointed: list[tuple[int, str, int | None]] = []
    number_of = {s.first: i for i, s in enumerate(sentences)}
    acts = list(encoder.read_acts(tokens))
    for scores, told in zip(encoder.read(tokens), acts, strict=True):
        first = len(words)
        words.extend(read_syntax(encoder, scores, tokens, spans, number_of, words))
        words[:] = mend_relations(mend_truces(mend_visitors(mend_styles(words, first), first), first), first)
        names.extend(mend_names(drop_styles(read_names(scores, spans), words), words))
        said = both_say(scores, told)
        spoken.extend(mend_ends(attribute(said, tokens), said, words))
        pointed.extend(point_back(scores))
    reach = find_reach(words)
    mend_quoting(spoken, words)
    return Reading(
        report,
        sentences,
        tuple(words),
        quotations,
        tuple(names),
        join_attributions(mend_sources(spoken, words, reach), spans, quotations, text),
        chain_mentions(pointed, words, reach),
        *find_acts(encoder, tokens, acts),
        join_pointing(encoder, acts),
        encoder.version,
    )


def cut_text(text: str) -> tuple[list[Token], list[Offsets], tuple[Sentence, ...]]:
    """A text as the encoder wants it: its words, where each stands, and the sentences that have any."""
    cut = list(split_sentences(text))
    spans: list[Offsets] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    paragraph = None
    for number, s in enumerate(cut):
        inside = split_words(text, s.start, s.end)
        ranges.append((len(spans), len(spans) + len(inside)))
        for k, (a, b) in enumerate(inside):
            if k == 0:
                gap = PARAGRAPH if s.paragraph != paragraph else SENTENCE
            else:
                gap = NO_GAP if a == inside[k - 1][1] else SPACE
            tokens.append(Token(text[a:b], gap, number))
        spans.extend(inside)
        paragraph = s.paragraph
    kept = ((s, a, b) for s, (a, b) in zip(cut, ranges, strict=True) if b > a)
    return tokens, spans, tuple(Sentence(s.start, s.end, a, b, s.paragraph) for s, a, b in kept)


def both_say(scores: Scores, acts: Acts) -> Scores:
    """Who says what, as reader and event reader see it together: the mean of their scores."""
    half = np.float32(0.5)
    tags = (scores.attribution + acts.attribution) * half + RAISED
    return replace(scores, attribution=tags, cue_of=(scores.cue_of + acts.cue_of) * half)


def read_syntax(
    encoder: Encoder,
    scores: Scores,
    tokens: Sequence[Token],
    spans: Sequence[Offsets],
    number_of: dict[int, int],
    before: Sequence[Word],
) -> list[Word]:
    """The words of a window with tags, lemmas and one tree a sentence (or part of one too long to read at once)."""
    heads = [0] * (scores.last - scores.first)
    i = scores.first
    while i < scores.last:
        j = i
        while j < scores.last and tokens[j].sentence == tokens[i].sentence:
            j += 1
        rows = [0, *range(i - scores.first + 1, j - scores.first + 1)]
        base = i - scores.first
        arcs = scores.arc[np.ix_(rows, rows)]
        for k, h in enumerate(lift_arcs(best_tree(arcs), arcs)):
            heads[base + k] = h + base if h else 0
        i = j
    relations = encoder.label_arcs(scores.syntax, heads)
    upos, scripts = scores.upos.tolist(), scores.lemma.tolist()
    sentence = before[-1].sentence if before else -1
    out = []
    for k, h in enumerate(heads):
        index = scores.first + k
        sentence = number_of.get(index, sentence)
        a, b = spans[index]
        surface = tokens[index].text
        out.append(
            Word(
                index,
                a,
                b,
                surface,
                find_lemma(surface, apply_script(surface, encoder.scripts[scripts[k]]), UPOS[upos[k]], encoder.is_word),
                UPOS[upos[k]],
                scores.first + h - 1 if h else index,
                relations[k] if h else "root",
                sentence,
            )
        )
    return out


def read_names(scores: Scores, spans: Sequence[Offsets]) -> list[Name]:
    if scores.last == scores.first:
        return []
    tags, probabilities = best_tags(scores.names, NAMES)
    out = []
    for a, b, kind in find_spans(tags, NAMES):
        sure = float(probabilities[np.arange(a, b), tags[a:b]].mean())
        first, last = scores.first + a, scores.first + b
        out.append(Name(spans[first][0], spans[last - 1][1], first, last, kind, round(sure, 4)))  # type: ignore[arg-type]
    return out


def find_reach(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The range of words that each word governs, itself included: from its first descendant to its last."""
    low, high = list(range(len(words))), [i + 1 for i in range(len(words))]
    for w in words:
        i = w.index
        while words[i].head != i:
            i = words[i].head
            low[i], high[i] = min(low[i], w.index), max(high[i], w.index + 1)
    return list(zip(low, high, strict=True))


# ---------------------------------------------------------------- words that somebody else cut


@dataclass(frozen=True, slots=True)
class WordsReading:
    """A sentence of given words: heads count from 1, 0 is the root; names are BIO tags."""

    upos: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[str]


def read_words(
    sentences: Sequence[Sequence[str]], *, apart: bool = False, spaced: Sequence[Sequence[bool]] | None = None
) -> list[WordsReading]:
    """Reads sentences already cut into words, as annotated files have them, in their order.

    Args:
        sentences: words, sentence by sentence.
        apart: read each sentence alone, as the model learned names; otherwise neighbours share a window, as they do
            in a report.
        spaced: for each word, whether white space stands before it; without it, always.
    """
    encoder = load_encoder()
    out: list[WordsReading] = []
    groups = [[s] for s in range(len(sentences))] if apart else [list(range(len(sentences)))]
    for group in groups:
        tokens = [
            Token(w, SENTENCE if k == 0 else (SPACE if spaced is None or spaced[s][k] else NO_GAP), s)
            for s in group
            for k, w in enumerate(sentences[s])
        ]
        spans = [(i, i + 1) for i in range(len(tokens))]
        words: list[Word] = []
        tags: list[str] = []
        for scores in encoder.read(tokens, company=not apart):
            words.extend(read_syntax(encoder, scores, tokens, spans, {}, words))
            tags.extend(NAMES[t] for t in best_tags(scores.names, NAMES)[0])
        at = 0
        for s in group:
            n = len(sentences[s])
            part = words[at : at + n]
            out.append(
                WordsReading(
                    [w.upos for w in part],
                    [0 if w.head == w.index else w.head - at + 1 for w in part],
                    [w.deprel for w in part],
                    tags[at : at + n],
                )
            )
            at += n
    return out
