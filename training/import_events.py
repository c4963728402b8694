"""events.onnx -> a checkpoint that `events.py --start` goes on from: `python training/import_events.py runs/shipped.pt [--model FOLDER]`.

What `export_events.py` and `quicken.py` wrote, read back: 8-bit weights by their scales, what stayed fp32 as it was. The heads that are not
shipped (contexts, quad, stories) begin anew.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from events import EventReader
from export_events import MODEL
from export_pointing import OWN

# heads that are not shipped, and those that a model before 2026.11.8 does not have
UNTOLD = ("contexts.", "mixes.contexts", "quad.", "story.", "actor_party.", "recipient_party.")
# the three mixtures of layers stand in the graph as numbers, one a layer
MIX = re.compile(r"/(words|relation|attribution)/Mul(?:_(\d))?$")


def read_weights(folder: Path) -> dict[str, torch.Tensor]:
    """The weights of a shipped event reader by the names that training gives them, fp32."""
    graph = onnx.load(str(folder / "events.onnx")).graph
    tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    own = {n.removeprefix(OWN): v for n, v in tensors.items()}  # the heads that point stand apart
    out = {n: v for n, v in own.items() if re.match(r"[a-z_]+[.\w]*\.(weight|bias)$", n)}
    for stem in [n.removesuffix("/largest") for n in tensors if n.endswith("/largest")]:  # as `quicken.py` splits a product
        value = tensors[f"{stem}/many"] * tensors[f"{stem}/scale"]
        value[tensors[f"{stem}/largest"]] = tensors[f"{stem}/few"]
        out[stem[1:].removesuffix("/MatMul").replace("/", ".") + ".weight"] = value.T
    mixes: dict[str, dict[int, float]] = {}
    for node in graph.node:
        if "/MatMul/" in node.name:
            continue
        if found := MIX.match(node.name):
            mixes.setdefault(found[1], {})[int(found[2] or 0)] = float(tensors[node.input[0]])
            continue
        given = next((i for i in node.input if i in tensors), None)
        if given is None or node.op_type not in ("MatMul", "MatMulInteger", "Add"):
            continue
        value = tensors[given]
        if given.endswith("_quantized"):
            stem = given.removesuffix("_quantized")
            value = (value.astype(np.float32) - tensors[stem + "_zero_point"].astype(np.float32)) * tensors[stem + "_scale"]
        place = node.name.removeprefix(OWN)[1:].replace("/", ".")
        place = re.sub(r"^(actor|recipient)_party\.", r"\1_party.pair.", place)  # a pointer is a pair with more to it
        pair = re.match(r"((?:actor|recipient)(?:_party\.pair)?|cue_of)\.(MatMul|Add_2)$", place)
        if pair:  # u and its last row, the bias
            out.setdefault(pair[1] + ".u", np.zeros((value.shape[-1] + 1, value.shape[-1]), np.float32))
            out[pair[1] + ".u"][slice(-1) if pair[2] == "MatMul" else -1] = value
        elif value.ndim == 2:
            name = re.sub(r"\.(Gemm_)?MatMul(_quant)?$", "", place).replace("attribution_1", "attribution").replace("relation.relation", "relation")
            out[name + ".weight"] = value.T
    for name, by_layer in mixes.items():
        out[f"mixes.{name}.weight"] = np.log([by_layer[k] for k in sorted(by_layer)])
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    words = np.load(folder / "words.npy").astype(np.float32)
    for side, near in labels.get("near", {}).items():
        out[f"{side}_party.near"] = np.array(near)
    out["word.weight"] = (words - labels["words"]["zero"]) * labels["words"]["scale"]
    shared = ("norm.", "layers.", "place.", "shape.", "gap.", "word.")
    return {("encoder." + n if n.startswith(shared) else n): torch.tensor(np.array(v, np.float32)) for n, v in out.items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("--model", type=Path, default=MODEL)
    a = ap.parse_args()
    torch.manual_seed(1)
    reader = EventReader()
    lacking, strange = reader.load_state_dict(read_weights(a.model), strict=False)
    if strange or any(not n.startswith(UNTOLD) for n in lacking):
        raise SystemExit(f"{a.model}: not as export_events.py writes it; lacking {lacking}, not known {strange}")
    a.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(reader.state_dict(), a.out)


if __name__ == "__main__":
    main()
