"""The good and bad examples of a rule book as cases of a test."""

import pytest

from detector.dimensions.registry import DIMENSIONS, LISTINGS
from detector.rules import RuleBook

FIND = {each.id: each.find for each in (*DIMENSIONS, *LISTINGS)}


def checked(book: RuleBook, kind: str):
    """A test of `rule` and `example` for each example of a `kind`, "good" or "bad"."""
    cases = [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in book.rules.values()
        for number, example in enumerate(getattr(rule, kind))
    ]
    return pytest.mark.parametrize(("rule", "example"), cases)
