"""Figures on the project's own sentences and headlines, and what happens when the parties change places."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from detector.encoder import Encoder
from training.data.corpora import rows
from training.data.swaps import apply, edits
from training.encoder.heads import SENTENCE
from training.encoder.metrics import auc

SENTENCE_END = re.compile(r"(?<=[.!?][\"”’]) |(?<=[.!?]) (?=[A-Z\"“])|\n+")
OWN = Path(__file__).parents[1] / "evaluation"
HEADS = ("loaded", "subjective", "opinion", "bait", "alarm")


def own_texts(name: str) -> Mapping[str, list[str]]:
    return tomllib.loads((OWN / f"{name}.toml").read_text(encoding="utf-8"))


def probabilities(encoder: Encoder, texts: Sequence[str]) -> np.ndarray:
    """Texts x HEADS."""
    places = [SENTENCE.index(head) for head in HEADS]
    return np.stack([encoder.read(text).sentence[places] for text in texts])


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return auc([True] * len(one) + [False] * len(other), [*one, *other])


def own_sets(encoder: Encoder) -> dict[str, object]:
    """How well our own kinds are told apart, and the mean probabilities of each kind."""
    lines = {kind: probabilities(encoder, texts) for kind, texts in own_texts("headlines").items()}
    plain = {kind: probabilities(encoder, texts) for kind, texts in own_texts("sentences").items()}
    alarm, bait = HEADS.index("alarm"), HEADS.index("bait")
    others = np.concatenate([lines["alarmist"], lines["neutral"]])
    rest = np.concatenate([values for kind, values in plain.items() if kind not in {"loaded", "subtle"}])
    means = {name: dict(zip(HEADS, np.round(values.mean(0), 3).tolist(), strict=True))
             for name, values in (*lines.items(), *plain.items())}  # fmt: skip
    return {
        "headline_alarm_auc": _apart(lines["alarmist"][:, alarm], lines["neutral"][:, alarm]),
        "headline_bait_auc": _apart(lines["bait"][:, bait], others[:, bait]),
        "sentence_loaded_auc": _apart(plain["loaded"][:, 0], rest[:, 0]),
        "false_alarms_at_half": {kind: float((values[:, 0] >= 0.5).mean()) for kind, values in plain.items()},
        "means": means,
    }


def party_swap(encoder: Encoder, data: Path, articles: int) -> dict[str, object]:
    """Shifts, in points of 100, of an article's mean probabilities and of its title's, when all parties (and he and
    she) change places; over the first `articles` of the reference corpus that name any."""
    body, title = [], []
    for row in rows(data / "articles.jsonl"):
        sentences = [each for each in SENTENCE_END.split(row["text"][:5000]) if each.strip()][:25]
        changed = [each for each in sentences if edits(each)]
        if not changed or len(body) >= articles:
            continue
        moved = probabilities(encoder, [apply(each, edits(each)) for each in changed])
        body.append(100 * np.abs((moved - probabilities(encoder, changed)).sum(0) / len(sentences)))
        if edits(row["title"]):
            both = probabilities(encoder, [row["title"], apply(row["title"], edits(row["title"]))])
            title.append(100 * np.abs(both[1] - both[0]))
    return {"articles": len(body), "titles": len(title), "body": _shifts(body), "title": _shifts(title)}


def _shifts(values: Sequence[np.ndarray]) -> dict[str, tuple[float, float]]:
    """Mean and 95th percentile by head."""
    table = np.stack(values)
    return {
        head: (float(table[:, place].mean()), float(np.percentile(table[:, place], 95)))
        for place, head in enumerate(HEADS)
    }
