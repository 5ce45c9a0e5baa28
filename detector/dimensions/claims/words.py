"""How much the words of a sentence speak for a check: weights of stems, learnt beside the signs of `worth` from
labelled sentences (`training.encoder.claim_words`).

Names are left out, and the words for parties, nations and genders were never learnt: who is spoken of cannot move a
claim. The vector of the network hears names, so it has no say here.
"""

import re
from collections.abc import Callable, Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain_stems(text: str, stem: Callable[[str], str]) -> frozenset[str]:
    """The stems of a sentence's words; those with a capital are names, but for the first one."""
    words = WORD.findall(text)
    return frozenset(stem(word.lower()) for place, word in enumerate(words) if not place or word[0].islower())


def speak_for(text: str, stem: Callable[[str], str], weights: Mapping[str, float]) -> float:
    """The log-odds that the words of a sentence add."""
    return sum(weights.get(found, 0.0) for found in sorted(plain_stems(text, stem)))
