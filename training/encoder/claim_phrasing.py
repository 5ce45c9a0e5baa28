"""Fits the weight of a sentence's phrasing beside the vector's head for what is worth checking. Part of
`python -m training.encoder.check_worthy`.

The traits are those of a headline's phrasing (`detector.encoder.phrasing`). Names, parties, nations and genders are no
traits: a word counts as a name where it has a capital inside sentences more often than not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from detector.encoder.log_odds import logits
from detector.encoder.phrasing import LEAST, UNIT, Phrasing, traits
from training.data.examples import Example, Part
from training.encoder.claim_words import partial
from training.encoder.phrasing import Numbers, Traits, ridge
from training.encoder.wording import regress

NAME = "claim_phrasing"
OFTEN = 4  # sentences in which a trait must stand
KEPT = 10_000  # traits, by the size of their weight times the root of how often they stand
INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w'’-]*")  # a word that opens no sentence


def names(texts: Sequence[str]) -> frozenset[str]:
    """The words, in small letters, that mostly have a capital where they open no sentence."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in INSIDE.findall(text):
            seen[word.lower()] += 1
            capital[word.lower()] += word[0].isupper() and word not in ("I", "I'm", "I've", "I'll", "I'd")
    return frozenset(word for word, count in seen.items() if 2 * capital[word] > count)


def plain(text: str, left_out: frozenset[str]) -> Iterator[str]:
    """The traits of a text without those that hold a word of `left_out`."""
    own = left_out.intersection(unit.lower() for unit in UNIT.findall(text))
    for trait in traits(text):
        if not (own and trait.startswith("w:") and own.intersection(trait[2:].split(" "))):
            yield trait


def weigh(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each trait that is kept, from the training part; a wording that stands in both sets counts once."""
    gold = {one.text: float(one.label == "1") for one in examples if one.part is Part.TRAIN}
    left_out = partial() | names(list(gold))
    often = Counter(trait for text in gold for trait in plain(text, left_out))
    known = sorted(trait for trait, count in often.items() if count >= OFTEN)
    centred = np.array(list(gold.values())) - np.mean(list(gold.values()))
    size = np.abs(ridge(Traits(list(gold), known), centred)) * np.sqrt([often[trait] for trait in known])
    kept = [known[place] for place in sorted(np.argsort(-size, kind="stable")[:KEPT])]
    weights = ridge(Traits(list(gold), kept), centred)
    return {trait: round(float(weight), 3) for trait, weight in zip(kept, weights, strict=True)}


def join(weights: dict[str, float], texts: Sequence[str], rated: Numbers, gold: Numbers) -> dict[str, Any]:
    """The table for `articles.json`: the weights of traits, and how much they and the head count, from the development
    part: its texts, what the head alone gives, and which are worth checking."""
    alone = Phrasing(weights, 0, 1, 0)
    inputs = np.column_stack([logits(rated.tolist(), LEAST), [alone.weigh(text) for text in texts]])
    (odds, share), bias = regress(inputs, gold, strength=0.0)
    counts = {"odds": float(odds), "share": float(share), "bias": bias}
    return {"weights": weights, **{name: round(number, 4) for name, number in counts.items()}}
