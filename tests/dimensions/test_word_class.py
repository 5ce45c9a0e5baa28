"""A remark on a listed word calls it what it is in its sentence."""

import pytest

from detector import rules
from detector.dimensions import wording
from detector.dimensions.wording import word_class
from detector.rules.matching import match
from tests.readings import reading

BOOK = rules.load("en")


def rule_of(body, exact):
    whole = reading(body)
    found = [word_class.named(whole, BOOK, each) for each in match(BOOK, whole, "wording")]
    return next(finding.rule for finding in found if finding.exact == exact)


@pytest.mark.parametrize(
    ("body", "exact", "rule"),
    [
        ("He harangues the clerks at every meeting.", "harangues", "wording.loaded-verb"),
        ("He gave the clerks a long harangue on Monday.", "harangue", "wording.loaded-noun"),
        ("The board inflamed the quarrel on Monday.", "inflamed", "wording.loaded-verb"),
        ("It was a brazen deal.", "brazen", "wording.loaded-adjective"),
        ("Each day he harangues clerks and boys.", "harangues", "wording.loaded-verb"),
        ("He won by demonizing the clerks.", "demonizing", "wording.loaded-verb"),
        ("It inflamed tensions at the quay.", "inflamed", "wording.loaded-verb"),
        ("An inflamed debate went on.", "inflamed", "wording.loaded-adjective"),
        ("The slammed plan fell.", "slammed", "wording.loaded-adjective"),
        ("The aides were unhinged.", "unhinged", "wording.loaded-adjective"),
        ("He met the disgraced American banker.", "disgraced", "wording.loaded-adjective"),
        ("He engaged in lots of dodgy behavior.", "dodgy", "wording.loaded-adjective"),
        ("The first damning report is out.", "damning", "wording.loaded-adjective"),
        ("The lies of the board went on.", "lies", "wording.loaded-noun"),
        ("The board lies to us.", "lies", "wording.loaded-verb"),
    ],
)
def test_the_rule_is_that_of_the_part_of_speech(body, exact, rule):
    assert rule_of(body, exact) == rule


def test_a_view_told_of_somebody_is_no_wording_of_the_author():
    found = wording.find(reading("Ana Ruiz considers the levy brazen. It is a crooked deal."), BOOK)
    assert {finding.exact for finding in found if finding.scored} == {"crooked"}
