"""The small tables over the network's outputs that are fitted after it: what they are fitted on, and where they go."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from detector.encoder import Encoder
from detector.encoder.files import ARTICLES, MANIFEST
from detector.encoder.network import Pass
from training.data.examples import Example, Part

Read = tuple[Example, Pass]


def read_part(encoder: Encoder, examples: Iterable[Example], part: Part) -> list[Read]:
    """The examples of a part through the network."""
    return [(example, encoder.read(example.text)) for example in examples if example.part is part]


def put(name: str, table: Mapping[str, Any], folder: Path) -> None:
    """Put `table` under `name` into the folder's article weights, and their new hash into its manifest."""
    held, manifest = (json.loads((folder / file).read_text(encoding="utf-8")) for file in (ARTICLES, MANIFEST))
    content = json.dumps({**held, name: table}, separators=(",", ":"), ensure_ascii=False) + "\n"
    (folder / ARTICLES).write_text(content, encoding="utf-8")
    manifest["files"][ARTICLES] = {"sha256": sha256(content.encode()).hexdigest(), "bytes": len(content.encode())}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
