"""What of a network of many languages goes into the package: the word pieces of the languages that it reads there, the
places of one window, and the heads that the product asks."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from safetensors.numpy import save_file
from tokenizers import Tokenizer

from detector.encoder.windows import WINDOW
from training.encoder import vocabulary
from training.encoder.base import CONFIG, TOKENIZER, WEIGHTS, Base
from training.encoder.heads import EDITED_SENTENCE, EDITED_TOKEN, SENTENCE, TOKEN
from training.encoder.network import Network
from training.encoder.stages import State

LENGTH = WINDOW + 2  # pieces, with those that stand around a window
BODY = "bert."
PIECES = "embeddings.word_embeddings.weight"
PLACES = "embeddings.position_embeddings.weight"
HEADS = {"sentence": SENTENCE, "token": TOKEN}
EDITED = {"sentence": EDITED_SENTENCE, "token": EDITED_TOKEN}
NORMAL = {  # SentencePiece's own table, in short
    "type": "Sequence",
    "normalizers": [
        {"type": "Nmt"},
        {"type": "NFKC"},
        {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
    ],
}


def kept_pieces(table: Mapping[str, Any], texts: Sequence[str], size: int) -> list[int]:
    """The places of the `size` pieces of a tokenizer's `table` that stay: those seen in `texts`, then the likeliest."""
    pieces, scores = zip(*table["model"]["vocab"], strict=True)
    tokens = Tokenizer.from_str(json.dumps(table))
    seen = vocabulary.count(tokens, texts)
    always = Counter({int(token["id"]): vocabulary.LEAST for token in table["added_tokens"]})
    return vocabulary.choose(list(pieces), list(scores), seen + always, size)


def trimmed(base: Base, state: State, texts: Sequence[str], size: int, folder: Path) -> Base:
    """A base in `folder` whose weights are those of `state`, with `size` pieces and the places of one window."""
    table = base.table()
    kept = kept_pieces(table, texts, size)
    body = {name.removeprefix(BODY): rows.float().numpy() for name, rows in state.items() if name.startswith(BODY)}
    body[PIECES], body[PLACES] = body[PIECES][kept], body[PLACES][:LENGTH]
    sizes = {**base.sizes, "vocab_size": len(kept), "max_position_embeddings": LENGTH}
    folder.mkdir(parents=True, exist_ok=True)
    small = {**vocabulary.trimmed(table, kept), "normalizer": NORMAL}
    (folder / TOKENIZER).write_text(json.dumps(small, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (folder / CONFIG).write_text(json.dumps(sizes, indent=1), encoding="utf-8")
    save_file(body, folder / WEIGHTS)
    return Base(base.name, folder, base.layers, base.packages)


def layout(heads: Sequence[str], edited: Sequence[str], rows: int) -> list[str]:
    """Which of `heads` the `rows` of a trained layer are: all, or all but the `edited`, which older weights lack."""
    kept = [head for head in heads if len(heads) == rows or head not in edited]
    if len(kept) != rows:
        raise ValueError(f"a layer of {rows} heads was trained with other heads than these")
    return kept


def network(base: Base, state: State, outputs: Mapping[str, Mapping[str, str]]) -> Network:
    """The network of a trimmed base, with the heads of `state` that `outputs` names: its own names by the product's."""
    net = Network(base, 0.0, sentence=list(outputs["sentence"]), token=list(outputs["token"]))
    for kind, names in outputs.items():
        known = layout(HEADS[kind], EDITED[kind], len(state[f"{kind}.weight"]))
        rows = [known.index(own) for own in names.values()]
        layer = getattr(net, kind)
        layer.weight.data = state[f"{kind}.weight"][rows].clone()
        layer.bias.data = state[f"{kind}.bias"][rows].clone()
    return net.eval()
