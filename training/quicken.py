"""The same model, quicker: `python training/quicken.py TEXT.jsonl` rewrites the shipped reader.onnx and events.onnx.

Two things are written otherwise, and no weight is learnt anew:

- attention, which the exporter writes out in twenty nodes a layer, is one node that onnxruntime runs in one go;
- matrix products of the last layer that stayed fp32, since a few of their inputs' channels are far larger than the others and
  would take the whole range of eight bits, are split: those channels stay fp32, the others become int8 (Dettmers et al. 2022,
  LLM.int8()).

The channels are those that are largest on the texts given (JSON Lines with `text`); any few reports show the same ones.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from dragoman.records import Report
from dragoman.understand import understand
from dragoman.understand.encoder import load_encoder
from export import MOST
from model import HEADS

MODEL = Path(__file__).parent.parent / "src/dragoman/understand/model"
WRITTEN_OUT = re.compile(r"(Shape|Gather|Unsqueeze|Concat|Reshape|Transpose|MatMul|Softmax|Cast)(_\d+)?|Mul")
LARGE = 32  # channels that stay fp32
PRODUCTS = re.compile(r".*layers\.5/(down|qkv)/MatMul")  # split in the reader's first layer, `down` costs accuracy


def fuse_attention(graph: onnx.GraphProto) -> int:
    """Each layer's attention as one node; says how many."""
    done = 0
    for softmax in [n for n in graph.node if n.op_type == "Softmax"]:
        layer = softmax.name.removesuffix("Softmax")
        if f"{layer}Split" not in {n.name for n in graph.node}:
            continue
        split = next(n for n in graph.node if n.name == f"{layer}Split")
        inside = [n for n in graph.node if n.name.startswith(layer) and "/" not in n.name.removeprefix(layer)]
        gone = [n for n in inside if WRITTEN_OUT.fullmatch(n.name.removeprefix(layer))]
        node = helper.make_node(
            "MultiHeadAttention", list(split.output), [f"{layer}Reshape_3_output_0"], f"{layer}Attention", domain="com.microsoft",
            num_heads=HEADS,
        )
        for n in gone:
            graph.node.remove(n)
        graph.node.insert(list(graph.node).index(split) + 1, node)
        done += 1
    return done


def drop_unused(graph: onnx.GraphProto) -> None:
    """Takes out nodes and tensors that nothing asks for."""
    while True:
        asked = {i for n in graph.node for i in n.input} | {o.name for o in graph.output}
        idle = [n for n in graph.node if not asked & set(n.output)]
        for n in idle:
            graph.node.remove(n)
        if not idle:
            break
    for t in [t for t in graph.initializer if t.name not in asked]:
        graph.initializer.remove(t)


def split_product(graph: onnx.GraphProto, node: onnx.NodeProto, largest: np.ndarray) -> None:
    """One fp32 product as two: the `largest` channels fp32, the others int8 in seven bits."""
    x, weight = node.input
    tensor = next(t for t in graph.initializer if t.name == weight)
    whole = numpy_helper.to_array(tensor)
    rest, mask = whole.copy(), np.ones(len(whole), np.float32)
    rest[largest], mask[largest] = 0, 0
    scale = np.maximum(np.abs(rest).max(0) / MOST, 1e-12).astype(np.float32)
    own = node.name
    given = {
        "largest": largest.astype(np.int64), "few": whole[largest], "mask": mask,
        "many": np.rint(rest / scale).astype(np.int8), "scale": scale,
    }
    graph.initializer.extend(numpy_helper.from_array(v, f"{own}/{k}") for k, v in given.items())
    graph.initializer.remove(tensor)
    n = [
        helper.make_node("Gather", [x, f"{own}/largest"], [f"{own}/x_few"], f"{own}/Gather", axis=2),
        helper.make_node("MatMul", [f"{own}/x_few", f"{own}/few"], [f"{own}/y_few"], f"{own}/MatMul"),
        helper.make_node("Mul", [x, f"{own}/mask"], [f"{own}/x_many"], f"{own}/Mul"),
        helper.make_node("DynamicQuantizeLinear", [f"{own}/x_many"], [f"{own}/q", f"{own}/q_scale", f"{own}/q_zero"], f"{own}/Quantize"),
        helper.make_node("MatMulInteger", [f"{own}/q", f"{own}/many", f"{own}/q_zero"], [f"{own}/y_int"], f"{own}/MatMulInteger"),
        helper.make_node("Cast", [f"{own}/y_int"], [f"{own}/y_wide"], f"{own}/Cast", to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{own}/q_scale", f"{own}/scale"], [f"{own}/scales"], f"{own}/Scales"),
        helper.make_node("Mul", [f"{own}/y_wide", f"{own}/scales"], [f"{own}/y_many"], f"{own}/Scale"),
        helper.make_node("Add", [f"{own}/y_few", f"{own}/y_many"], [node.output[0]], f"{own}/Add"),
    ]
    at = list(graph.node).index(node)
    graph.node.remove(node)
    for k, made in enumerate(n):
        graph.node.insert(at + k, made)


def list_feeds(texts: list[str], name: str) -> list[dict[str, Any]]:
    """What the graph is given for the texts, window by window."""
    encoder = load_encoder()
    session = getattr(encoder, f"_{name}")
    seen: list[dict[str, Any]] = []

    class Listener:
        def run(self, outputs: list[str], feed: dict[str, Any]) -> Any:
            seen.append(feed)
            return session.run(outputs, feed)

    setattr(encoder, f"_{name}", Listener())
    for text in texts:
        understand(Report(text))
    setattr(encoder, f"_{name}", session)
    return seen


def find_largest(model: onnx.ModelProto, products: list[onnx.NodeProto], feeds: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    """The channels that are largest, for each product, over all windows."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    names = [p.input[0] for p in products]
    probe.graph.output.extend(helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, "pieces", None]) for n in names)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    most = dict.fromkeys(names, np.zeros(1, np.float32))
    for feed in feeds:
        for n, x in zip(names, session.run(names, feed), strict=True):
            most[n] = np.maximum(most[n], np.abs(x[0]).max(0))
    for n, m in most.items():
        top = np.sort(m)[::-1]
        print(n, "largest", top[:8].round(1), "then", top[LARGE].round(2), "median", np.median(m).round(2))
    return {n: np.sort(np.argsort(-m, kind="stable")[:LARGE]) for n, m in most.items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("texts", type=Path)
    ap.add_argument("--sample", type=int, default=20)
    ap.add_argument("--out", type=Path, default=MODEL)
    a = ap.parse_args()
    lines = a.texts.read_text(encoding="utf-8").splitlines()
    if not lines:
        ap.error(f"{a.texts} holds no text")
    texts = [json.loads(line)["text"] for line in lines[:: max(1, len(lines) // a.sample)][: a.sample]]
    for name in ("reader", "events"):
        path = MODEL / f"{name}.onnx"
        model = onnx.load(str(path))
        products = [n for n in model.graph.node if n.op_type == "MatMul" and PRODUCTS.fullmatch(n.name)]
        if products:
            largest = find_largest(model, products, list_feeds(texts, name))
            for node in products:
                split_product(model.graph, node, largest[node.input[0]])
        fused = fuse_attention(model.graph)
        drop_unused(model.graph)
        if fused and all(o.domain != "com.microsoft" for o in model.opset_import):
            model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
        onnx.checker.check_model(model)
        onnx.save(model, str(a.out / f"{name}.onnx"))
        print(name, fused, "layers", len(products), "products", (a.out / f"{name}.onnx").stat().st_size)


if __name__ == "__main__":
    main()
