"""The one model: words in, numbers out. The only file that touches onnxruntime and tokenizers.

A report is read in windows of whole sentences, each run alone through the graph: dynamic int8 takes its
scales over all that is run together, so a window must never share its run with a stranger's words. That is
what makes the record of a report the same whoever else is being read.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelMissing
from dragoman.understand.labels import SHAPES, shape_of

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BUDGET = 220  # word pieces a window; what the model was trained on
SHORT = 110  # a window of fewer pieces wants company
LONGEST = 480  # a sentence longer than this is read in parts
WHOLE = 30  # pieces that a window may be longer or shorter so that it ends with a paragraph
CLS, SEP, UNKNOWN = 101, 102, 100
NO_GAP, SPACE, SENTENCE, PARAGRAPH = range(4)
REMEMBERED = 200_000  # words whose pieces are kept


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the encoder wants it: `gap` is what stands before it, `sentence` counts from 0."""

    text: str
    gap: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of the words `first:last`. Row and column 0 of the pair scores are [CLS].

    upos (W,), lemma (W,), names (W, 15), attribution (W, 7), mention (W, 11): logits but for the first two,
    which are the best labels. arc, cue_of, antecedent: (W + 1, W + 1), dependent by head. `syntax`: (W + 1, 384),
    what the arc labels are read from.
    """

    first: int
    last: int
    upos: Ints
    lemma: Ints
    names: Floats
    attribution: Floats
    mention: Floats
    arc: Floats
    cue_of: Floats
    antecedent: Floats
    syntax: Floats

    def cut(self, first: int, last: int, skip: int) -> Scores:
        """The scores of the words `first:last`, which stand `skip` words into the window."""
        own = slice(skip, skip + last - first)
        rows = [0, *range(1 + skip, 1 + skip + last - first)]  # [CLS] stays
        pairs = [x[np.ix_(rows, rows)] for x in (self.arc, self.cue_of, self.antecedent)]
        tags = (self.upos[own], self.lemma[own], self.names[own], self.attribution[own], self.mention[own])
        arc, cue_of, antecedent = pairs
        return Scores(first, last, *tags, arc, cue_of, antecedent, self.syntax[rows])


@dataclass(frozen=True, slots=True)
class Acts:
    """What the event reader says of the words `first:last`.

    triggers (W, 17): none, then `labels.CATEGORIES`; sides, own_sides (W, 7): `labels.SIDES` as research files
    and as our own corpus mark them; relation (16,): what the source does to the target, all logits.
    """

    first: int
    last: int
    triggers: Floats
    sides: Floats
    own_sides: Floats
    relation: Floats
    actor: Floats
    recipient: Floats
    attribution: Floats
    cue_of: Floats
    actor_asks: Floats | None = None
    actor_answers: Floats | None = None
    recipient_asks: Floats | None = None
    recipient_answers: Floats | None = None


FILES = ("reader.onnx", "arcs.onnx", "events.onnx", "words.npy", "labels.json", "tokenizer.json")
OUTPUTS = ("upos", "lemma", "names", "attribution", "mention", "arc", "cue_of", "antecedent", "syntax")
ACT_OUTPUTS = ("triggers", "sides", "own_sides", "relation", "actor", "recipient", "attribution", "cue_of")
POINTING = ("actor_asks", "actor_answers", "recipient_asks", "recipient_answers")
SOURCE, TARGET = 1, 2  # the side that a word piece stands on


class Encoder:
    """The model file, loaded. One thread; a process has one.

    The environment variable DRAGOMAN_MODEL names a folder to take instead of the shipped one, as
    `training/export.py` writes them; the version in its labels.json goes into every record.
    """

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        own = os.environ.get("DRAGOMAN_MODEL")
        folder = Path(own) if own else resources.files("dragoman.understand") / "model"
        absent = [f for f in FILES if not (folder / f).is_file()]
        if absent:
            remake = "Set DRAGOMAN_MODEL to a folder that training/export.py wrote."
            mend = remake if own else "Install the package again."
            raise ModelMissing(own or "dragoman.understand", f"no model here ({', '.join(absent)} missing). {mend}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # window lengths vary; the arena would grow with each new one
        options.log_severity_level = 3

        def load(name: str) -> Any:
            return onnxruntime.InferenceSession(
                (folder / name).read_bytes(), options, providers=["CPUExecutionProvider"]
            )

        self._reader, self._arcs, self._events = load("reader.onnx"), load("arcs.onnx"), load("events.onnx")
        self._table = np.load(io.BytesIO((folder / "words.npy").read_bytes()))
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.deprels: list[str] = labels["deprels"]
        self.scripts: list[str] = labels["scripts"]
        self.version: str = labels["version"]
        self._scale, self._zero = np.float32(labels["words"]["scale"]), np.int32(labels["words"]["zero"])
        self.temperature: float = labels["relation_temperature"]
        self.near: dict[str, list[float]] | None = labels.get("near")  # None: a model that does not point
        self._act_outputs = ACT_OUTPUTS + (POINTING if self.near else ())
        self._pieces: dict[str, list[int]] = {}
        self._vectors: dict[tuple[str, ...], Floats] = {}

    def pieces(self, word: str) -> list[int]:
        got = self._pieces.get(word)
        if got is None:
            if len(self._pieces) > REMEMBERED:
                self._pieces.clear()
            # a lone surrogate is no character that a vocabulary could hold
            clean = word.encode("utf-8", "replace").decode("utf-8")
            got = (self._tokenizer.encode(clean, add_special_tokens=False).ids or [UNKNOWN])[:16]
            self._pieces[word] = got
        return got

    def is_word(self, word: str) -> bool:
        """Whether a word in small letters stands whole in the vocabulary."""
        pieces = self.pieces(word)
        return len(pieces) == 1 and pieces[0] != UNKNOWN

    def read(self, tokens: Sequence[Token], *, company: bool = True) -> Iterator[Scores]:
        """The scores of every word, window by window, in reading order.

        A few words alone are read worse than the same words in company, so with `company` a short window is read
        behind the sentences before it or, where there are none, before a copy of itself; scores of the company are
        dropped.
        """
        pieces = [self.pieces(t.text) for t in tokens]
        sizes = [len(p) for p in pieces]
        for a, b in cut_windows(tokens, sizes):
            used = sum(sizes[a:b])
            if not company or used >= SHORT:
                yield self._run(tokens, pieces, range(a, b))
            elif a == 0:
                yield self._run(tokens, pieces, [*range(a, b), *range(a, b)]).cut(a, b, 0)
            else:
                start = _reach_back(tokens, sizes, a, BUDGET - used)
                yield self._run(tokens, pieces, range(start, b)).cut(a, b, a - start)

    def read_acts(
        self, tokens: Sequence[Token], source: Sequence[int] = (), target: Sequence[int] = ()
    ) -> Iterator[Acts]:
        """What happens by which words, window by window; and what `source` does to `target`, sets of words."""
        pieces = [self.pieces(t.text) for t in tokens]
        for a, b in cut_windows(tokens, [len(p) for p in pieces]):
            feed = self._feed(tokens, pieces, range(a, b))
            first = feed["first"][0].tolist()
            side = np.zeros_like(feed["shapes"])
            for number, words in ((SOURCE, source), (TARGET, target)):
                chosen = [w - a + 1 for w in words if a <= w < b]
                weights = np.zeros((1, b - a + 1), np.float32)
                weights[0, chosen] = 1 / len(chosen) if chosen else 0
                feed["source" if number == SOURCE else "target"] = weights
                for w in chosen:
                    side[0, first[w] : first[w] + len(pieces[a + w - 1])] |= number
            yield Acts(a, b, *self._events.run(self._act_outputs, feed | {"side": side}))

    def _run(self, tokens: Sequence[Token], pieces: list[list[int]], which: Sequence[int]) -> Scores:
        feed = self._feed(tokens, pieces, which)
        return Scores(which[0], which[-1] + 1, *self._reader.run(OUTPUTS, feed))

    def _feed(self, tokens: Sequence[Token], pieces: list[list[int]], which: Sequence[int]) -> dict[str, Any]:
        """A window as both graphs want it: vectors of its pieces, their shapes and gaps, each word's first piece."""
        ids, shapes, gaps, first = [CLS], [len(SHAPES)], [PARAGRAPH], [0]
        for i in which:
            first.append(len(ids))
            n = len(pieces[i])
            ids += pieces[i]
            shapes += [shape_of(tokens[i].text)] * n
            gaps += [tokens[i].gap] + [NO_GAP] * (n - 1)
        vectors = (self._table[[*ids, SEP]].astype(np.int32) - self._zero).astype(np.float32) * self._scale
        return {
            "words": vectors[None],
            "shapes": np.array([[*shapes, len(SHAPES)]], np.int64),
            "gaps": np.array([[*gaps, NO_GAP]], np.int64),
            "first": np.array([first], np.int64),
        }

    def find_nearest(self, word: str, known: tuple[str, ...]) -> str | None:
        """The one of `known` whose word pieces' mean vector is nearest to that of `word` (cosine)."""
        if known not in self._vectors:
            self._vectors[known] = np.stack([self._vector(k) for k in known]) if known else np.zeros((0, 1), np.float32)
        if not known:
            return None
        return known[int((self._vectors[known] @ self._vector(word)).argmax())]

    def _vector(self, words: str) -> Floats:
        pieces = [p for w in words.split() for p in self.pieces(w)]
        mean = (self._table[pieces].astype(np.float32) - self._zero).mean(0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)

    def label_arcs(self, syntax: Floats, heads: Sequence[int]) -> list[str]:
        """Relations of the words 1..W to their `heads` (0 is [CLS], so the root)."""
        best = self._arcs.run(None, {"syntax": syntax, "heads": np.array([0, *heads], np.int64)})[0]
        return [self.deprels[i] for i in best[1:].tolist()]


def cut_windows(tokens: Sequence[Token], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Word ranges of whole sentences: about as few as `BUDGET` allows and of about the same length, cut where a
    paragraph ends if one does nearby. A longer sentence stands alone, one of more than `LONGEST` in parts."""
    stops = _list_stops(tokens, sizes)
    at, first, left = 0, 0, sum(sizes)
    while at < len(stops):
        goal = left / -(-left // BUDGET)  # as many windows as need be, and all alike
        best, used = at, 0
        least = float("inf")
        for k in range(at, len(stops)):
            stop, size = stops[k]
            used += size
            if used > BUDGET and k > at:
                break
            whole = stop == len(tokens) or tokens[stop].gap == PARAGRAPH
            astray = abs(used - goal) - (WHOLE if whole else 0)
            if astray < least:
                best, least = k, astray
        yield first, stops[best][0]
        left -= sum(size for _, size in stops[at : best + 1])
        at, first = best + 1, stops[best][0]


def _list_stops(tokens: Sequence[Token], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Where a window may end, and how many pieces stand before it since the stop before."""
    stops: list[tuple[int, int]] = []
    used = 0
    for i, size in enumerate(sizes):
        if used and (tokens[i].sentence != tokens[i - 1].sentence or used + size > LONGEST):
            stops.append((i, used))
            used = 0
        used += size
    return [*stops, (len(sizes), used)] if sizes else []


def _reach_back(tokens: Sequence[Token], sizes: Sequence[int], a: int, room: int) -> int:
    """Where the sentences before word `a` that still fit in begin."""
    start = i = a
    while i > 0 and room >= sizes[i - 1]:
        i -= 1
        room -= sizes[i]
        if i == 0 or tokens[i].sentence != tokens[i - 1].sentence:
            start = i
    return start


@cache
def load_encoder() -> Encoder:
    return Encoder()
