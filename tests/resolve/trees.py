"""Readings written by hand: one word a token, `form|UPOS|head|relation`, heads counted from 1 in the sentence."""

from __future__ import annotations

from datetime import date

from dragoman.records import Name, NameKind, Reading, Report, Sentence, Span, Word, quote


def read_tree(*sentences: str, published: date | None = None, names: dict[str, NameKind] | None = None) -> Reading:
    """A reading of sentences, joined by blanks; a token that begins with "~" is glued to the one before.

    A fifth cell is the lemma; without it the form in small letters is.
    """
    text, words, spans = "", [], []
    for number, sentence in enumerate(sentences):
        first, begin = len(words), 0
        for place, token in enumerate(sentence.split()):
            glued = token.startswith("~")
            form, upos, head, relation, *lemma = token.lstrip("~").split("|")
            text += "" if glued or not text else " "
            begin = len(text) if place == 0 else begin
            at = first + int(head) - 1 if head != "0" else len(words)
            words.append(
                Word(
                    len(words),
                    len(text),
                    len(text) + len(form),
                    form,
                    (lemma or [form.lower()])[0],
                    upos,
                    at,
                    relation,
                    number,
                )
            )
            text += form
        spans.append(Sentence(begin, len(text), first, len(words), 0))
    found = []
    for name, kind in (names or {}).items():
        start = text.index(name)
        inside = [w.index for w in words if start <= w.start < start + len(name)]
        found.append(Name(start, start + len(name), inside[0], inside[-1] + 1, kind, 0.9))
    return Reading(Report(text, published), tuple(spans), tuple(words), names=tuple(found))


def span_of(reading: Reading, words: str) -> Span:
    start = reading.text.index(words)
    return quote(reading.text, start, start + len(words))
