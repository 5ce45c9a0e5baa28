"""Writes the network as ONNX with 8-bit weights, and the folder that `detector.encoder` loads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.encoder.base import Base
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.network import Network

MOVED = 0.8  # how much of an activation's range goes into the weights: SmoothQuant's alpha, chosen by measurement
LEAST = 1e-5
EDITION = 2
OUTPUTS = {"sentence": SENTENCE, "token": TOKEN}


class _Plain(nn.Module):
    """The network with all outputs in float32."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Sentence logits, token logits, mean vectors."""
        sentence, token, vector = self.net(input_ids, attention_mask)
        return sentence, token, vector


class _Scaled(nn.Module):
    """A linear layer whose inputs are divided by `scale`, and its weights multiplied: the same in exact numbers."""

    def __init__(self, linear: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight.data, self.linear.bias.data = linear.weight.data * scale, linear.bias.data
        self.register_buffer("inverse", 1 / scale)

    def forward(self, inputs: Tensor) -> Tensor:
        """What the layer gives for `inputs` as they were."""
        outputs: Tensor = self.linear(inputs * self.inverse)
        return outputs


def _wide(net: Network) -> Iterator[nn.Module]:
    """Where a few channels are far wider than the others: the owners of the feed-forward layers, as `dense`."""
    for layer in net.bert.encoder.layer:
        yield from (layer.intermediate, layer.output)


def _ranges(net: Network, tokens: Tokenizer, texts: Sequence[str], most: int) -> list[Tensor]:
    """The largest input of each channel of the wide layers over the first `most` pieces of `texts`."""
    owners = list(_wide(net))
    seen = [torch.full((owner.dense.in_features,), LEAST) for owner in owners]

    def watch(place: int) -> Any:  # noqa: ANN401 - torch's own hooks are untyped
        def widen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            seen[place] = torch.maximum(seen[place], given[0].abs().flatten(0, -2).amax(0))

        return widen

    hooks = [owner.dense.register_forward_pre_hook(watch(place)) for place, owner in enumerate(owners)]
    with torch.no_grad():
        for text in texts:
            pieces = torch.tensor([tokens.encode(text).ids[:most]])
            net(pieces, torch.ones_like(pieces))
    for hook in hooks:
        hook.remove()
    return seen


def smooth(net: Network, tokens: Tokenizer, texts: Sequence[str], most: int) -> None:
    """Even out the channels of the feed-forward layers' inputs, which a few wide ones make coarse in 8 bits, by what
    the first `most` pieces of `texts` show of them (SmoothQuant, Xiao et al. 2023)."""
    torch.set_num_threads(1)
    for owner, widest in zip(_wide(net), _ranges(net.eval(), tokens, texts, most), strict=True):
        weights = owner.dense.weight.detach().abs().amax(0).clamp_min(LEAST)
        owner.dense = _Scaled(owner.dense, widest**MOVED / weights ** (1 - MOVED))


def write_float(net: Network, path: Path) -> None:
    """The network in 32-bit numbers, any number of texts of any length."""
    plain = _Plain(net).eval()
    pieces = torch.randint(1000, 5000, (3, 17))
    mask = torch.ones_like(pieces)
    mask[1, 10:] = 0
    names = ("input_ids", "attention_mask")
    axes = {name: {0: "texts", 1: "pieces"} for name in (*names, "token")}
    axes |= {name: {0: "texts"} for name in ("sentence", "vector")}
    torch.onnx.export(
        plain, (pieces, mask), str(path), input_names=list(names), output_names=["sentence", "token", "vector"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def write_small(source: Path, path: Path, kinds: Sequence[str] | None = None) -> None:
    """The same in 8-bit numbers, by channel; only the operators `kinds` where they are given. Weights keep
    to 7 bits, so that processors without VNNI, which add pairs of products in 16 bits, never saturate and every
    processor gives the same sums."""
    quantize_dynamic(
        source, path, op_types_to_quantize=kinds, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def write_tokenizer(base: Base, path: Path) -> None:
    """The base's tokenizer without padding and truncation."""
    path.write_text(json.dumps(base.table(), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def write_folder(
    base: Base,
    licence: str,
    folder: Path,
    thresholds: Mapping[str, float],
    articles: Mapping[str, object],
    *,
    outputs: Mapping[str, Sequence[str]] = OUTPUTS,
    more: Mapping[str, object] = MappingProxyType({}),
) -> None:
    """Tokenizer, article weights, the text of the licence and the manifest beside the `model.onnx` that is in `folder`
    already and that has these `outputs`; `more` goes into the manifest too."""
    write_tokenizer(base, folder / "tokenizer.json")
    (folder / "articles.json").write_text(json.dumps(articles, separators=(",", ":")) + "\n", encoding="utf-8")
    (folder / "LICENSE").write_text(licence, encoding="utf-8")
    files = {}
    for name in ("model.onnx", "tokenizer.json", "articles.json", "LICENSE"):
        content = (folder / name).read_bytes()
        files[name] = {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
    manifest = {
        "name": f"undertone-{base.name}-{EDITION}",
        "licence": "CC-BY-NC-SA-4.0",
        "base": {"package": ", ".join(base.packages), "sha256": base.sha256},
        "outputs": {kind: list(names) for kind, names in outputs.items()},
        "thresholds": dict(thresholds),
        **more,
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
