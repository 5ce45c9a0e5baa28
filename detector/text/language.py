"""Which language a body is written in: langdetect, seeded, with a cautious rule for short texts."""

import re
from functools import cache
from typing import Literal

from langdetect import LangDetectException
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from detector.model import Language
from detector.settings import SETTINGS
from detector.text.lexical import is_listed

_SEED = 0
_SAMPLE = 1000  # characters: enough to be sure, and a hundredth of a second
_UNKNOWN = Language("und", 0.0, "none")
_WORDS = re.compile(r"[^\W\d_]+")
_PARTIAL = frozenset(  # langdetect's languages in Latin letters
    _WORDS.findall("af ca cs cy da de es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi")
)
_COMMON = frozenset(
    _WORDS.findall(
        """the of and to in a is that for it was on with as he be by at are this have from or had not but his they she
        an were which been has their will would said who its after more over about"""
    )
)
_COMMON_SHARE = 0.2  # of common words
_LISTED_SHARE = 0.7  # of words that an English word list holds: French headlines reach 0.6
_SHORT_CONFIDENCE = 0.6


def detect(text: str) -> Language:
    """The language of `text`, a body without its headline; the same text gives the same answer in every process.

    Below `settings.language.min_characters` English is told by its words and all else stays `und`.
    """
    if len(text) < SETTINGS.language.min_characters:
        return _short(text)
    detector = _factory().create()
    detector.append(_sample(text))
    try:
        best = detector.get_probabilities()
    except LangDetectException:  # no letters at all
        return _UNKNOWN
    return Language(best[0].lang[:2], round(best[0].prob, 4), _support(best[0].lang[:2])) if best else _UNKNOWN


@cache
def _factory() -> DetectorFactory:
    """A factory of our own, since langdetect's shared one is unseeded and anybody may seed it otherwise."""
    factory = DetectorFactory()
    factory.seed = _SEED
    factory.load_profile(PROFILES_DIRECTORY)
    return factory


def _sample(text: str) -> str:
    """Slices from the beginning, the middle and the end, so that the majority decides in a mixed text."""
    if len(text) <= _SAMPLE:
        return text
    size = _SAMPLE // 4
    step = (len(text) - size) // 3
    return " ".join(text[start : start + size] for start in range(0, 3 * step + 1, step))


def _short(text: str) -> Language:
    """English where common words make up a fifth, or where nearly all of four words or more are English words."""
    words = [word.lower() for word in _WORDS.findall(text)]
    common = sum(word in _COMMON for word in words) / max(1, len(words))
    listed = sum(map(is_listed, words)) / max(1, len(words))
    if common >= _COMMON_SHARE or (len(words) > 3 and listed >= _LISTED_SHARE):
        return Language("en", round(min(_SHORT_CONFIDENCE, max(common, listed)), 4), _support("en"))
    return _UNKNOWN


def _support(code: str) -> Literal["full", "partial", "none"]:
    if code in SETTINGS.language.supported:
        return "full"
    return "partial" if code in _PARTIAL else "none"
