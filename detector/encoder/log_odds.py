"""Probabilities as log-odds, in which evidence adds up."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

LEAST = 1e-6  # of a probability, and of what it lacks to 1


def logits(probabilities: ArrayLike, least: float = LEAST) -> NDArray[np.floating[Any]]:
    """Log-odds of probabilities 0..1, kept finite: none is taken for less than `least` or more than 1 - `least`."""
    safe = np.clip(np.asarray(probabilities), least, 1 - least)
    return np.asarray(np.log(safe / (1 - safe)))
