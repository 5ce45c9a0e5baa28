"""Words that the author gives to somebody without reporting speech."""

import pytest

from detector import rules
from detector.dimensions.wording import credited_words
from tests.readings import reading

BOOK = rules.load("en")


def credited(body):
    whole = reading(body, "Council sets ferry budget")
    return [span.of(whole.article.text) for span in credited_words.find_credited_words(whole, BOOK)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "In the assessment of the clerks, the tape is propaganda.",
            "In the assessment of the clerks, the tape is propaganda.",
        ),
        ("The town, denounced as a brutal little fief, has freed two clerks.", "a brutal little fief"),
        ("The union called him a shameless crook, and he left.", "him a shameless crook"),
        ("The board was accused of rigging the vote on Monday.", "rigging the vote on Monday."),
        ("She repeats the accusation that the board directed a cover-up.", "the board directed a cover-up."),
        ("To the owners, it is a shameless deal.", "To the owners, it is a shameless deal."),
        ("Some call it a shameless deal.", "it a shameless deal."),
        ("She was alleging he lied to the board, and he left.", "he lied to the board"),
        ("She was casting the levy on the boats of the town as a fraud.", "a fraud."),
        ("They labelled the clerk a fraud, a liar and a cheat.", "the clerk a fraud, a liar and a cheat."),
    ],
)
def test_what_somebody_calls_a_thing_is_credited_to_them(body, words):
    assert credited(body) == [words]


@pytest.mark.parametrize(
    "body",
    [
        "In my view, the tape is propaganda.",
        "I call it a shameless deal.",
        "Call it a shameless deal.",
        "To the mayor, the board gave a shameless deal.",
        "It can only be described as a shameless deal.",
        "The union called for a shameless deal.",
        "The claim that the board lied is a shameless smear.",
        "The shameless crook left the hall.",
    ],
)
def test_what_the_author_calls_a_thing_is_the_authors(body):
    assert not credited(body)
