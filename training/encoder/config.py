"""The numbers of a training run, read from `config.toml` beside this file (or another file of that form)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("config.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """What training starts from: `minilm`, `mpnet`, or `e5` with so many of its layers and of its word pieces."""

    name: str
    layers: int = 6
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Heal:
    """How a base with layers left out first learns to give what the whole one gives: steps, and peak learning rate."""

    steps: int
    rate: float


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: peak learning rate, epochs, how many examples of each corpus an epoch draws, and how many of the
    seeds run it (0: all)."""

    rate: float
    epochs: int
    quotas: Mapping[str, int]
    seeds: int = 0


@dataclass(frozen=True, slots=True)
class Config:
    """A whole run, its stages in order; see the comments in `config.toml`."""

    base: Source
    seeds: tuple[int, ...]
    head_seed: int
    max_pieces: int
    batch_pieces: int
    dropout: float
    decay: float
    head_rate: float
    weight_decay: float
    warm_up: float
    clip: float
    swap: float
    balance: float
    losses: Mapping[str, float]
    positive: Mapping[str, float]
    stages: Mapping[str, Stage]
    heal: Heal | None = None

    @property
    def corpora(self) -> frozenset[str]:
        """All that any stage draws from."""
        return frozenset(corpus for stage in self.stages.values() for corpus in stage.quotas)


def _raw(path: Path) -> dict[str, Any]:
    """The tables of the file, over those of the file that it is like."""
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    like = own.pop("like", None)
    return {**_raw(path.with_name(like)), **own} if like else own


def read(path: Path = DEFAULT) -> Config:
    """The configuration in the TOML file at `path`; what it leaves out is as in the file beside it that `like` names.
    TypeError where a key is unknown or missing."""
    raw = _raw(path)
    stages = {name: Stage(**table) for name, table in raw.pop("stages").items()}
    heal = Heal(**raw.pop("heal")) if "heal" in raw else None
    return Config(base=Source(**raw.pop("base")), stages=stages, heal=heal, seeds=tuple(raw.pop("seeds")), **raw)
