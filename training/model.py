"""One small encoder, many heads (PyTorch; training only).

Encoder: all-MiniLM-L6-v2 (6 layers, 384 wide). Added to the word pieces: the case shape of their word and the
gap before it (none, space, new sentence, new paragraph). Words are their first piece. [CLS] stands at word 0:
it is the root of every sentence, and the antecedent and cue of whatever has none in the window.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dragoman.understand.labels import ATTRIBUTION, MENTIONS, NAMES, RELATIONS, SHAPES, UPOS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    dropout = 0.0  # of what a layer adds, while it learns

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (t.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for t in self.qkv(x).split(WIDTH, -1))
        if mask is None:  # one window alone: written out, as the exported graph wants it
            a = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5, -1) @ v
        else:
            with torch.autocast("cpu", enabled=False):  # its half-precision backward is the slow one
                a = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask[:, None, None, :])
        a = a.to(x.dtype)
        x = self.norm1(x + self._drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self._drop(self.down(F.gelu(self.up(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout) if self.training and self.dropout else x


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.gap = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor | None) -> list[Tensor]:
        place = self.place.weight[: ids.shape[1]] if mask is not None else self.place(torch.arange(ids.shape[1]))
        x = self.norm(self.word(ids) + place + self.shape(shapes) + self.gap(gaps))
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states

    def load_minilm(self, path: Path) -> None:
        from safetensors.torch import load_file

        w = load_file(str(path))
        with torch.no_grad():
            self.word.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.place.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
            self.shape.weight.zero_()
            self.gap.weight.zero_()
            for name, mine in (("weight", self.norm.weight), ("bias", self.norm.bias)):
                mine.copy_(w[f"embeddings.LayerNorm.{name}"])
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for name in ("weight", "bias"):
                    getattr(layer.qkv, name).copy_(torch.cat([w[p + f"attention.self.{k}.{name}"] for k in ("query", "key", "value")]))
                    getattr(layer.out, name).copy_(w[p + f"attention.output.dense.{name}"])
                    getattr(layer.norm1, name).copy_(w[p + f"attention.output.LayerNorm.{name}"])
                    getattr(layer.up, name).copy_(w[p + f"intermediate.dense.{name}"])
                    getattr(layer.down, name).copy_(w[p + f"output.dense.{name}"])
                    getattr(layer.norm2, name).copy_(w[p + f"output.LayerNorm.{name}"])


class Mix(nn.Module):
    """A learnt mixture of the encoder's layers (ELMo, Peters et al. 2018), one a family of heads."""

    def __init__(self) -> None:
        super().__init__()
        start = torch.zeros(LAYERS + 1)
        start[-1] = 3.0
        self.weight = nn.Parameter(start)

    def forward(self, states: list[Tensor]) -> Tensor:
        w = torch.softmax(self.weight, 0)
        return sum(w[i] * s.float() for i, s in enumerate(states))  # type: ignore[return-value]


class Pair(nn.Module):
    """Biaffine scores (Dozat & Manning 2017) of every word with every word, [CLS] at 0 included."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dep, self.head = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.u = nn.Parameter(torch.zeros(width + 1, width))
        nn.init.normal_(self.u, std=width**-0.5)

    def forward(self, x: Tensor) -> Tensor:
        d, h = F.gelu(self.dep(x)), F.gelu(self.head(x))
        return (d @ self.u[:-1] + self.u[-1]) @ h.transpose(-1, -2)


class Pointer(nn.Module):
    """Whose an act is: what each word asks for if it tells an act, what it answers if it names somebody, `width` wide; and what
    is added by how far apart the two are (`dragoman.settle.pointing`)."""

    def __init__(self, nears: int, width: int = 128) -> None:
        super().__init__()
        self.pair = Pair(width)
        self.near = nn.Parameter(torch.zeros(nears))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        d, h = F.gelu(self.pair.dep(x)), F.gelu(self.pair.head(x))
        return d @ self.pair.u[:-1] + self.pair.u[-1], h


class Relation(nn.Module):
    """Labels of given arcs: biaffine over dependent and head, 128 wide."""

    def __init__(self, labels: int, width: int = 128) -> None:
        super().__init__()
        self.width, self.labels, self.half = width, labels, False
        self.dep, self.head = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.u = nn.Linear(width, labels * width)
        self.own = nn.Linear(width, labels)

    def forward(self, x: Tensor, heads: Tensor) -> Tensor:
        """x: words, [CLS] first, (..., W, 384); heads: (..., W) -> (..., W, labels)."""
        d, h = F.gelu(self.dep(x)), F.gelu(self.head(x))
        h = torch.gather(h, -2, heads[..., None].expand(*heads.shape, self.width))
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.half):
            u = self.u(d).view(*d.shape[:-1], self.labels, self.width)
            return (u @ h[..., None])[..., 0].float() + self.own(d)


class Reader(nn.Module):
    def __init__(self, deprels: list[str], scripts: list[str]) -> None:
        super().__init__()
        self.deprels, self.scripts = deprels, scripts
        self.encoder = Encoder()
        self.mixes = nn.ModuleDict({k: Mix() for k in ("syntax", "names", "attribution", "mentions", "relation")})
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.lemma = nn.Linear(WIDTH, len(scripts))
        self.arc = Pair(256)
        self.rel = Relation(len(deprels))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION))
        self.cue_of = Pair(128)
        self.mention = nn.Linear(WIDTH, len(MENTIONS))
        self.antecedent = Pair(128)
        self.relation = nn.Sequential(nn.Linear(3 * WIDTH, 256), nn.GELU(), nn.Linear(256, len(RELATIONS)))
        self.drop = nn.Dropout(0.25)
        self.half = False

    def read_words(self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor | None, first: Tensor, families: list[str]) -> dict[str, Tensor]:
        """Word vectors (B, W+1, 384) of each family of heads; word 0 is [CLS]."""
        # half precision where the processor multiplies it natively: twice the speed, master weights stay fp32
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.half):
            states = self.encoder(ids, shapes, gaps, mask)
        index = first[..., None].expand(*first.shape, WIDTH)
        return {f: self.drop(torch.gather(self.mixes[f](states), 1, index)) for f in families}


def save(reader: Reader, path: Path) -> None:
    torch.save({"deprels": reader.deprels, "scripts": reader.scripts, "weights": reader.state_dict()}, path)


def load(path: Path) -> Reader:
    d = torch.load(path, map_location="cpu", weights_only=True)
    reader = Reader(d["deprels"], d["scripts"])
    reader.load_state_dict(d["weights"])
    return reader.eval()


def labels_json(reader: Reader) -> str:
    return json.dumps({"deprels": reader.deprels, "scripts": reader.scripts}, ensure_ascii=False)
