"""Which language a body is written in: langdetect, seeded; in a short text, whether it is one that has a word list."""

import math
from functools import cache
from typing import Literal

from langdetect import LangDetectException
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from detector import languages
from detector.article import Language
from detector.settings import SETTINGS
from detector.text import short

_SEED = 0
_UNKNOWN = Language("und", 0.0, "none")


def detect(text: str) -> Language:
    """The language of `text`, a body without its headline; the same text gives the same answer in every process.

    Below `settings.language.min_characters` only languages whose pack has `short_text` are told, by
    `detector.text.short`; all else stays `und`.
    """
    if len(text) < SETTINGS.language.min_characters:
        return _short(text)
    detector = factory().create()
    detector.append(_sample(text))
    try:
        best = detector.get_probabilities()
    except LangDetectException:  # no letters at all
        return _UNKNOWN
    return Language(best[0].lang[:2], round(best[0].prob, 4), _support(best[0].lang[:2])) if best else _UNKNOWN


@cache
def factory() -> DetectorFactory:
    """A factory of our own, since langdetect's shared one is unseeded and anybody may seed it otherwise."""
    made = DetectorFactory()
    made.seed = _SEED
    made.load_profile(PROFILES_DIRECTORY)
    return made


def _sample(text: str) -> str:
    """Slices from the beginning, the middle and the end, so that the majority decides in a mixed text."""
    whole = SETTINGS.language.sample
    if len(text) <= whole:
        return text
    size = whole // 4
    step = (len(text) - size) // 3
    return " ".join(text[start : start + size] for start in range(0, 3 * step + 1, step))


def _short(text: str) -> Language:
    """The likeliest language of those that can be told, where it is likelier than not, with low confidence."""
    found: dict[str, float] = {}
    for code in languages.codes():
        known = languages.pack_for(code).short_text
        odds = short.log_odds(text, code, known, factory()) if known else None
        if odds is not None and odds >= 0:
            found[code] = odds
    if not found:
        return _UNKNOWN
    code = max(found, key=lambda name: found[name])
    return Language(
        code, round(min(SETTINGS.language.short_confidence, 1 / (1 + math.exp(-found[code]))), 4), _support(code)
    )


def _support(code: str) -> Literal["full", "partial", "none"]:
    pack = languages.load(code)
    return pack.support if pack else "none"
