"""The good and bad examples of a rule book as cases of a test."""

from dataclasses import replace

import pytest

from detector.article import Reading
from detector.dimensions.registry import DIMENSIONS, LISTINGS
from detector.rules import RuleBook
from detector.settings import SETTINGS

FIND = {each.id: each.find for each in (*DIMENSIONS, *LISTINGS)}


def judged(reading: Reading) -> Reading:
    """The reading as that of a text long enough to be judged: in a shorter one, the model makes no remarks."""
    return replace(reading, prose=replace(reading.prose, body_words=SETTINGS.language.min_words))


def checked(book: RuleBook, kind: str):
    """A test of `rule` and `example` for each example of a `kind`, "good" or "bad"."""
    cases = [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in book.rules.values()
        for number, example in enumerate(getattr(rule, kind))
    ]
    return pytest.mark.parametrize(("rule", "example"), cases)
