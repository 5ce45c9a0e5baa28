"""Whether a text too short for langdetect's own guess is in a language that has a word list for this, so far English.

langdetect draws n-grams at random until one language is sure, so on a headline a few letters of a name may decide. Here
all n-grams of its tables count once, and beside them the words: which of them the language's list holds, and which
are among the commonest of other languages. The weights are a logistic regression (`training.evaluation.languages`).
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

from detector.languages import ShortText
from detector.settings import SETTINGS

_WORD = re.compile(r"[^\W\d_]+")
_SMOOTHING = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
_LAST_PLAIN = "¿"  # letters after it carry an accent or belong to another script


class LanguageSigns(NamedTuple):
    """What speaks for or against a language in a text, each weighed by the setting of the same name."""

    ngrams: float  # log-odds against the likeliest other language, by the root of their number
    listed: float  # share of words that are in its list, half a word added on either side
    listed_small: float  # the same among those in small letters, which are no names and no German nouns
    foreign: float  # share of words that are common in other languages
    accent: float  # 1 where a letter is not one of a to z


def log_odds(text: str, code: str, known: ShortText, factory: DetectorFactory) -> float | None:
    """The log-odds that `text` is in the language `code`, of which `known` holds the words, by the tables of `factory`;
    `None` where it has no letters."""
    found = signs(text, code, known, factory)
    if found is None:
        return None
    weights = SETTINGS.short_text
    odds: float = weights.base + sum(getattr(weights, name) * value for name, value in found._asdict().items())
    return odds


def signs(text: str, code: str, known: ShortText, factory: DetectorFactory) -> LanguageSigns | None:
    """What speaks for or against a language in `text` (see `log_odds`); `None` where it has no letters."""
    spelt = _WORD.findall(text)
    if not spelt:
        return None
    words = [word for word in _without_acronyms(spelt) if word.lower() not in known.shared]
    foreign = [word.lower() in known.foreign for word in words]
    listed = [not alien and known.lists(word.lower()) for word, alien in zip(words, foreign, strict=True)]
    small = [is_listed for word, is_listed in zip(words, listed, strict=True) if word[0].islower()]
    return LanguageSigns(
        ngrams=_ngrams(text.lower(), code, factory),
        listed=_share(listed),
        listed_small=_share(small),
        foreign=sum(foreign) / max(1, len(words)),
        accent=float(any(letter > _LAST_PLAIN for word in spelt for letter in word)),
    )


def _without_acronyms(words: Sequence[str]) -> Sequence[str]:
    """The words without those in capitals, unless all are: UN is no word of Spanish."""
    return words if all(map(str.isupper, words)) else [word for word in words if len(word) == 1 or not word.isupper()]


def _share(answers: Sequence[bool]) -> float:
    """The share of those that hold, drawn to a half where there are few."""
    return (sum(answers) + 0.5) / (len(answers) + 1)


def _ngrams(text: str, code: str, factory: DetectorFactory) -> float:
    """How much likelier the language is than the likeliest other language, by the n-grams alone."""
    tables = list(_known(text, factory.word_lang_prob_map))
    if not tables:
        return 0.0
    likelihoods = np.log(np.array(tables) + _SMOOTHING).sum(axis=0)
    own = factory.langlist.index(code)
    return float(likelihoods[own] - np.delete(likelihoods, own).max()) / math.sqrt(len(tables))


def _known(text: str, tables: Mapping[str, Sequence[float]]) -> Iterator[Sequence[float]]:
    """The probabilities by language of each n-gram of `text` that langdetect knows."""
    ngram = NGram()
    for letter in text:
        ngram.add_char(letter)
        yield from (tables[gram] for size in range(1, NGram.N_GRAM + 1) if (gram := ngram.get(size)) in tables)
