"""From trained weights to the folder that the product loads: calibration, thresholds, article heads, figures."""

import json
from pathlib import Path
from typing import Any

from detector.encoder import Encoder, load
from training.encoder import articles, export, probes
from training.encoder.calibration import baked, sentence_fits, token_fits
from training.encoder.config import Config
from training.encoder.heads import FRAMES
from training.encoder.measure import figures, read_all
from training.encoder.network import Network
from training.encoder.stages import State

DRAFT = {"span": 0.5, "span_gap": 1.0}
EMPTY = {name: {"names": FRAMES[:1], "weights": [[0.0] * 384], "biases": [0.0]} for name in ("frames", "genres")}


def write(state: State, config: Config, small: Path, full: Path | None = None) -> Encoder:
    """The weights as a draft folder in 8-bit numbers (and, if asked for, one in 32-bit numbers), loaded."""
    net = Network(config.dropout, config.head_seed)
    net.load_state_dict(state)
    small.mkdir(parents=True, exist_ok=True)
    source = (full or small) / "model.onnx" if full else small / "float.onnx"
    source.parent.mkdir(parents=True, exist_ok=True)
    export.write_float(net.eval(), source)
    export.write_small(source, small / "model.onnx")
    for folder in filter(None, (small, full)):
        export.write_folder(folder, DRAFT, EMPTY)
    return load(small)


def thresholds(measured: dict[str, Any], frame: float) -> dict[str, float]:
    """The decisions of the product, all chosen on development data."""
    return {
        "loaded": measured["babe"]["threshold"],
        "subjective": measured["checkthat"]["threshold"],
        "word": measured["words"]["threshold"],
        "word_strict": measured["words"]["strict_threshold"],
        "span": measured["identification"]["threshold"],
        "span_gap": float(measured["identification"]["gap"]),
        "span_strict": measured["identification"]["strict_peak"],
        "frame": frame,
    }


def finish(state: State, config: Config, data: Path, out: Path) -> dict[str, Any]:
    """Write `out`/model (8-bit, complete) and `out`/model-float, and return all figures of both."""
    reads = read_all(write(state, config, out / "draft"), data).by
    pairs = [pair for part in reads.values() for pair in part]
    fits = {**sentence_fits(pairs), **token_fits(pairs)}
    small, full = out / "model", out / "model-float"
    encoder = write(baked(state, fits), config, small, full)
    table: dict[str, Any] = {"calibration": fits, "small": figures(small, data)}
    frames, table["frames"] = articles.fit_frames(encoder, data)
    genres, table["genre"] = articles.fit_genre(encoder, data)
    chosen = thresholds(table["small"], table["frames"]["threshold"])
    export.write_folder(small, chosen, {"frames": frames, "genres": genres})
    table |= {"thresholds": chosen, "own": probes.own_sets(encoder), "swap": probes.party_swap(encoder, data, 60)}
    (out / "figures.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    table["float"] = figures(full, data)
    (out / "figures.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return table
