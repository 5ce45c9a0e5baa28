"""Which language a body is written in: langdetect, seeded; in a short text, whether it is English."""

import math
from functools import cache
from typing import Literal

from langdetect import LangDetectException
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from detector.article import Language
from detector.settings import SETTINGS
from detector.text import short

_SEED = 0
_UNKNOWN = Language("und", 0.0, "none")
_PARTIAL = frozenset(  # langdetect's languages in Latin letters
    "af ca cs cy da de es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi".split()
)


def detect(text: str) -> Language:
    """The language of `text`, a body without its headline; the same text gives the same answer in every process.

    Below `settings.language.min_characters` English is told by `detector.text.short` and all else stays `und`.
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
    """English where that is likelier than not, with low confidence."""
    odds = short.log_odds(text, factory())
    if odds is None or odds < 0:
        return _UNKNOWN
    return Language("en", round(min(SETTINGS.language.short_confidence, 1 / (1 + math.exp(-odds))), 4), _support("en"))


def _support(code: str) -> Literal["full", "partial", "none"]:
    if code in SETTINGS.language.supported:
        return "full"
    return "partial" if code in _PARTIAL else "none"
