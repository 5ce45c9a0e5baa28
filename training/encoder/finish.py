"""From trained weights to the folder that the product loads: calibration, thresholds, article heads, figures."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detector.encoder import Encoder, load
from training.data.examples import Part
from training.data.gather import gather
from training.encoder import articles, export, phrasing, probes, techniques, wording
from training.encoder.base import Base
from training.encoder.calibration import applied, baked, sentence_fits, token_fits
from training.encoder.config import Config
from training.encoder.heads import FRAMES
from training.encoder.measure import Readings, figures, read_all
from training.encoder.network import Network
from training.encoder.provenance import licence
from training.encoder.stages import State

EVERY = 100  # of the training examples one shows how wide the network's channels are
DRAFT = {"span_strict": 0.5}
EMPTY = {
    name: {"names": FRAMES[:1], "weights": [[0.0] * 384], "biases": [0.0]} for name in ("frames", "techniques")
} | {
    "words": {"names": ["word"], "sentence": "loaded", "weights": [[1.0] * 3] * 4, "biases": [0.0] * 4},
    "phrasing": {"weights": {}, "odds": 1.0, "share": 0.0, "bias": 0.0},
}


def folders(out: Path, name: str) -> tuple[Path, Path]:
    """Where the network lies in 8-bit and in 32-bit numbers."""
    return out / name, out / f"{name}-float"


def write(state: State, config: Config, base: Base, texts: Sequence[str], out: Path, *, name: str) -> Encoder:
    """The weights as draft folders `out`/`name` in 8-bit numbers, evened out over `texts`, and `out`/`name`-float in
    32-bit ones; the 8-bit one, loaded."""
    small, full = folders(out, name)
    net = Network(base, config.dropout, config.head_seed)
    net.load_state_dict(state)
    export.smooth(net, base.tokenizer(), texts, config.max_pieces)
    small.mkdir(parents=True, exist_ok=True)
    full.mkdir(parents=True, exist_ok=True)
    export.write_float(net.eval(), full / "model.onnx")
    export.write_small(full / "model.onnx", small / "model.onnx")
    for folder in (small, full):
        export.write_folder(base, licence(base.name, config.corpora), folder, DRAFT, EMPTY)
    return load(small)


def calibrated(encoder: Encoder, data: Path) -> tuple[Readings, dict[str, tuple[float, float]]]:
    """The development and test parts as the calibrated model will read them, and the fits."""
    reads = read_all(encoder, data).by
    pairs = [pair for part in reads.values() for pair in part]
    fits = {**sentence_fits(pairs), **token_fits(pairs)}
    return Readings({key: [(e, applied(r, fits)) for e, r in part] for key, part in reads.items()}), fits


def thresholds(measured: dict[str, Any], frame: float) -> dict[str, float]:
    """The decisions of the product; those of spans and frames are chosen on development data."""
    chosen = {
        "loaded": 0.5,
        "subjective": 0.5,
        "alarm": 0.5,
        "bait": 0.5,
        "span": measured["identification"]["threshold"],
        "span_gap": float(measured["identification"]["gap"]),
        "span_strict": measured["identification"]["strict_threshold"],
        "frame": frame,
    }
    return {name: round(float(value), 2) for name, value in chosen.items()}


def save(table: dict[str, Any], out: Path) -> None:
    """Write the figures so far."""
    (out / "figures.json").write_text(json.dumps(table, indent=1, default=float) + "\n", encoding="utf-8")


def finish(state: State, config: Config, base: Base, data: Path, out: Path) -> dict[str, Any]:
    """Write `out`/model (8-bit, complete) and `out`/model-float, and return all figures of both."""
    small, full = folders(out, "model")
    texts = [example.text for example in gather(data) if example.part is Part.TRAIN][::EVERY]
    readings, fits = calibrated(write(state, config, base, texts, out, name="draft"), data)
    encoder = write(baked(state, fits), config, base, texts, out, name="model")
    table: dict[str, Any] = {"calibration": fits, "small": figures(readings, data)}
    chooser = techniques.fit(readings.by["ptc", Part.DEV], data)
    table["technique"] = techniques.micro_f1(chooser, readings.by["ptc", Part.TEST], data)
    save(table, out)
    framed = articles.english(data) + (articles.others(data) if "semeval" in config.corpora else [])
    frames, table["frames"] = articles.fit_frames(encoder, framed)
    judged = wording.fit(readings.by["babe", Part.DEV], *wording.edited(encoder, data))
    put_so = phrasing.fit(data, readings.by["clickbait", Part.DEV])
    tables = {"frames": frames, "techniques": chooser, "words": judged, "phrasing": put_so}
    table["thresholds"] = thresholds(table["small"], table["frames"]["threshold"])
    export.write_folder(base, licence(base.name, config.corpora), small, table["thresholds"], tables)
    table["own"] = probes.own_sets(encoder)
    save(table, out)
    table["swap"] = probes.party_swap(encoder, data, 200)
    save(table, out)
    table["float"] = figures(read_all(load(full), data), data)
    save(table, out)
    return table
