"""The files of a model: manifest, network, tokenizer and article weights, each checked against its sha256."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from detector.errors import DataError

HOME = Path(__file__).with_name("weights")
MULTILINGUAL = Path(__file__).with_name("multilingual_weights")  # the same for languages other than English
MANIFEST = "manifest.json"
NETWORK = "model.onnx"
TOKENIZER = "tokenizer.json"
ARTICLES = "articles.json"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A complete, undamaged model: its folder, its name, the sha256 of its network, and what its manifest says.
    `unigram`: its word pieces are SentencePiece's."""

    folder: Path
    name: str
    sha256: str
    sentence: tuple[str, ...]
    token: tuple[str, ...]
    thresholds: Mapping[str, float]
    unigram: bool = False

    @property
    def network(self) -> Path:
        """The ONNX file."""
        return self.folder / NETWORK

    @property
    def tokenizer(self) -> Path:
        """The tokenizer's file."""
        return self.folder / TOKENIZER

    @property
    def articles(self) -> Path:
        """The weights over sentence vectors that tell frames and genre."""
        return self.folder / ARTICLES


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest: Mapping[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"no readable {MANIFEST} in {folder}; install the package again or run with --no-model"
        raise DataError(message) from error
    return manifest


@cache
def codes(folder: Path) -> tuple[str, ...]:
    """The codes of the languages that the model in `folder` reads, sorted; DataError where its manifest is damaged."""
    return tuple(sorted(_manifest(folder).get("languages", ("en",))))


def check(folder: Path) -> ModelFiles:
    """The model in `folder`; DataError where a file is missing, or is not the one that the manifest names."""
    manifest = _manifest(folder)
    try:
        digests = {name: entry["sha256"] for name, entry in manifest["files"].items()}
        files = ModelFiles(
            folder,
            manifest["name"],
            digests[NETWORK],
            tuple(manifest["outputs"]["sentence"]),
            tuple(manifest["outputs"]["token"]),
            {name: float(value) for name, value in manifest["thresholds"].items()},
            bool(manifest.get("unigram", False)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{folder / MANIFEST} is incomplete; install the package again") from error
    for name in (NETWORK, TOKENIZER, ARTICLES):
        path = folder / name
        if not path.is_file():
            raise DataError(f"{path} is missing; install the package again or run with --no-model")
        found = _digest(path)
        if found != digests.get(name):
            hashes = f"its sha256 is {found}, the manifest's {digests.get(name)}"
            raise DataError(f"{path} is damaged ({hashes}); install the package again or run with --no-model")
    return files
