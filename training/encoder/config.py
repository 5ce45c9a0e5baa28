"""The numbers of a training run, read from `config.toml` beside this file (or another file of that form)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT = Path(__file__).with_name("config.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """What training starts from: `minilm`, or `e5` with so many of its twelve layers and of its word pieces."""

    name: str
    layers: int = 6
    pieces: int = 0


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

    @property
    def corpora(self) -> frozenset[str]:
        """All that any stage draws from."""
        return frozenset(corpus for stage in self.stages.values() for corpus in stage.quotas)


def read(path: Path = DEFAULT) -> Config:
    """The configuration in the TOML file at `path`; TypeError where a key is unknown or missing."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    stages = {name: Stage(**table) for name, table in raw.pop("stages").items()}
    return Config(base=Source(**raw.pop("base")), stages=stages, seeds=tuple(raw.pop("seeds")), **raw)
