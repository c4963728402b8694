"""Event reader -> events.onnx beside the reader's files: `python training/export_events.py runs/e/last.pt --version 2026.11.2`.

Reader and event reader share the table of word pieces: it is taken out of reader.onnx once and stands in words.npy (8 bits, one scale,
as it was in the graph), so that both read the same vectors and nothing is shipped twice.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from events import EventReader
from export import export, quantize_products
from model import WIDTH

MODEL = Path(__file__).parent.parent / "src/dragoman/understand/model"
FULL = ("/trigger", "/sides", "/own_sides", "/relation", "/actor", "/recipient", "/attribution", "/cue_of", "/layers.5/down", "/layers.5/qkv")
OUTPUTS = ["triggers", "sides", "own_sides", "relation", "actor", "recipient", "attribution", "cue_of"]


def take_table(folder: Path) -> None:
    """Takes the word table out of reader.onnx, if it is still there: the graph then wants `words`, the vectors."""
    path = folder / "reader.onnx"
    graph = (model := onnx.load(str(path))).graph
    tensors = {t.name: t for t in graph.initializer}
    table = next((t for t in tensors if t.endswith("encoder.word.weight_quantized")), None)
    if table is None:
        return
    name = table.removesuffix("_quantized")
    scale, zero = (numpy_helper.to_array(tensors[name + end]).item() for end in ("_scale", "_zero_point"))
    np.save(folder / "words.npy", numpy_helper.to_array(tensors[table]))
    gather = next(n for n in graph.node if table in n.input)
    widen = next(n for n in graph.node if gather.output[0] in n.input)
    vectors = widen.output[0]
    for node in (gather, widen):
        graph.node.remove(node)
    for end in ("_quantized", "_scale", "_zero_point"):
        graph.initializer.remove(tensors[name + end])
    for node in graph.node:
        for i, given in enumerate(node.input):
            if given == vectors:
                node.input[i] = "words"
            elif given == "ids":  # what is left asks only how many pieces there are
                node.input[i] = "shapes"
    graph.input.remove(next(i for i in graph.input if i.name == "ids"))
    graph.input.insert(0, helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "pieces", WIDTH]))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels["words"] = {"scale": scale, "zero": zero}
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")


class Words(nn.Module):
    """One window alone: what each word is, and what the words weighed by `source` do to those weighed by `target`."""

    def __init__(self, reader: EventReader) -> None:
        super().__init__()
        self.norm, self.layers, self.side = reader.encoder.norm, reader.encoder.layers, reader.side
        self.place, self.shape, self.gap = reader.encoder.place, reader.encoder.shape, reader.encoder.gap
        self.mixes, self.trigger = reader.mixes, reader.trigger
        self.sides, self.own_sides, self.relation = reader.sides, reader.own_sides, reader.relation
        self.actor, self.recipient = reader.actor, reader.recipient
        self.attribution, self.cue_of = reader.attribution, reader.cue_of

    def states(self, words: Tensor, shapes: Tensor, gaps: Tensor, side: Tensor) -> list[Tensor]:
        """What each layer makes of the pieces."""
        x = self.norm(words + self.place(torch.arange(shapes.shape[1])) + self.shape(shapes) + self.gap(gaps) + self.side(side))
        states = [x]
        for layer in self.layers:
            x = layer(x, None)
            states.append(x)
        return states

    def forward(
        self, words: Tensor, shapes: Tensor, gaps: Tensor, side: Tensor, first: Tensor, source: Tensor, target: Tensor
    ) -> tuple[Tensor, ...]:
        states = self.states(words, shapes, gaps, side)
        w, r, s = (self.mixes[k](states)[0][first[0]] for k in ("words", "relation", "attribution"))
        pair = torch.cat([r[:1], source @ r, target @ r], -1)
        tags = self.trigger(w)[1:], self.sides(w)[1:], self.own_sides(w)[1:], self.relation(pair)[0]
        return *tags, self.actor(w), self.recipient(w), self.attribution(s)[1:], self.cue_of(s)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, default=MODEL, help="a folder that export.py wrote")
    ap.add_argument("--version", required=True)
    ap.add_argument("--temperature", type=float, default=1.0, help="of the relation head, the one that makes PLV dev likeliest")
    a = ap.parse_args()
    torch.set_num_threads(1)
    reader = EventReader()
    reader.load_state_dict(torch.load(a.checkpoint, map_location="cpu", weights_only=True))
    take_table(a.out)
    p, w = 12, 8
    long = {"dtype": torch.long}
    inputs = {
        "words": torch.randn(1, p, WIDTH), "shapes": torch.zeros(1, p, **long), "gaps": torch.ones(1, p, **long),
        "side": torch.zeros(1, p, **long), "first": torch.arange(w)[None],
        "source": torch.zeros(1, w), "target": torch.zeros(1, w),
    }
    axes = {k: {1: "pieces"} for k in ("words", "shapes", "gaps", "side")} | {k: {1: "w1"} for k in ("first", "source", "target")}
    axes |= {k: {0: "words_read"} for k in ("triggers", "sides", "own_sides", "attribution")}
    axes |= {k: {0: "w2", 1: "w3"} for k in ("actor", "recipient", "cue_of")}
    path = a.out / "events.onnx"
    export(Words(reader), inputs, axes, OUTPUTS, path)
    quantize_products(path, FULL)
    (a.out / "relation.onnx").unlink(missing_ok=True)
    labels = json.loads((a.out / "labels.json").read_text(encoding="utf-8"))
    labels |= {"version": a.version, "relation_temperature": a.temperature}
    labels.pop("near", None)  # export_pointing.py adds the heads that point
    (a.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(a.out.iterdir())})


if __name__ == "__main__":
    main()
