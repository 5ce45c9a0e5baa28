"""What is known of the packaged model: its name, hashes and licence, and the figures measured on held-out data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from detector.encoder.files import HOME, MANIFEST
from detector.errors import reading

FIGURES = "figures.json"


@cache
def read_card(folder: Path = HOME) -> dict[str, Any]:
    """The card as JSON values. Raises `DataError` where a file is missing or damaged."""
    with reading(str(folder / FIGURES)):
        figures = json.loads((folder / FIGURES).read_text(encoding="utf-8"))
    with reading(str(folder / MANIFEST)):
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        network = manifest["files"]["model.onnx"]["sha256"]
        return {
            "name": manifest["name"],
            "sha256": network,
            "licence": manifest["licence"],
            "base": manifest["base"]["package"],
            "figures": figures,
        }
