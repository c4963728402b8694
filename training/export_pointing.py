"""The heads that whose.py trains -> the shipped events.onnx: `python training/export_pointing.py runs/w.pt --version 2026.11.8`.

Everything else in the file stays as it is, to the bit: the heads are added behind the words' vectors. Heads that were added before are replaced.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import compose
from torch import Tensor, nn

from dragoman.records import SIDES
from dragoman.understand.encoder import POINTING
from events import EventReader
from export import export, quantize_products
from model import WIDTH

MODEL = Path(__file__).parent.parent / "src/dragoman/understand/model"
OWN = "pointing/"  # how the names of what is added begin
FULL = ("/actor_party/MatMul", "/recipient_party/MatMul")  # small, and kept fp32


class Pointers(nn.Module):
    """What each word asks and answers, of actors and of recipients."""

    def __init__(self, reader: EventReader) -> None:
        super().__init__()
        self.actor_party, self.recipient_party = reader.actor_party, reader.recipient_party

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return *self.actor_party(words), *self.recipient_party(words)


def export_heads(reader: EventReader) -> onnx.ModelProto:
    """The heads alone, int8, their names apart from all others; they want the vectors as `pointing/x`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "heads.onnx"
        axes = {k: {0: "words"} for k in ("x", *POINTING)}
        export(Pointers(reader), {"x": torch.randn(8, WIDTH)}, axes, list(POINTING), path)
        quantize_products(path, FULL)
        return compose.add_prefix(onnx.load(str(path)), OWN)


def find_words(graph: onnx.GraphProto) -> str:
    """The tensor of the words' vectors, [CLS] first: what the head for who acts reads."""
    made = {out: n for n in graph.node for out in n.output}
    name = next(n for n in graph.node if n.name.startswith("/actor/dep/")).input[0]
    while made[name].op_type != "Gather":  # behind what makes it int8
        name = made[name].input[0]
    return name


def take_out(graph: onnx.GraphProto) -> None:
    """Takes out heads that were added before."""
    for rows in (graph.node, graph.initializer, graph.output):
        for row in [r for r in rows if r.name.startswith(OWN) or r.name in POINTING]:
            rows.remove(row)


def add_heads(model: onnx.ModelProto, heads: onnx.ModelProto) -> None:
    graph = model.graph
    take_out(graph)
    words = find_words(graph)
    names = {f"{OWN}x": words} | {OWN + k: k for k in POINTING}
    for node in heads.graph.node:
        node.input[:] = [names.get(i, i) for i in node.input]
        node.output[:] = [names.get(o, o) for o in node.output]
    for out in heads.graph.output:
        out.name = names[out.name]
    graph.node.extend(heads.graph.node)
    graph.initializer.extend(heads.graph.initializer)
    graph.output.extend(heads.graph.output)
    onnx.checker.check_model(model)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, default=MODEL, help="a folder that export_events.py wrote")
    ap.add_argument("--version", required=True)
    a = ap.parse_args()
    torch.set_num_threads(1)
    reader = EventReader()
    reader.load_state_dict(torch.load(a.checkpoint, map_location="cpu", weights_only=True))
    path = a.out / "events.onnx"
    model = onnx.load(str(path))
    add_heads(model, export_heads(reader))
    onnx.save(model, str(path))
    labels = json.loads((a.out / "labels.json").read_text(encoding="utf-8"))
    near = {side: getattr(reader, f"{side}_party").near.tolist() for side in SIDES}
    labels |= {"version": a.version, "near": {side: [round(n, 4) for n in row] for side, row in near.items()}}
    (a.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(a.out.iterdir())})


if __name__ == "__main__":
    main()
