"""The summary is one or two plain sentences made of the levels."""

import pytest

from detector.dimensions import scoring, summary
from detector.schema import Levels, Score


def scores(headline="low", sourcing="broad", wording="low", never=()):
    facts = {"sources": 4, "never_heard": list(never)}
    return {
        "headline": score(10, headline, {}),
        "sourcing": score(70, sourcing, facts),
        "wording": score(10, wording, {}),
    }


def score(value, level, facts):
    return Score(value, level, percentile=None, interval=None, reason=None, parts=(), facts=facts)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (scores(), "A plain headline over plain wording. Broadly sourced: 4 sources."),
        (
            scores("strong", "thin", "notable", ["Norland"]),
            "A loud headline over somewhat loaded wording. "
            "Thinly sourced: 4 sources; Norland is spoken about, not heard.",
        ),
        (
            scores(never=["Norland", "the council", "the union"]),
            "A plain headline over plain wording. "
            "Broadly sourced: 4 sources; Norland and the council are spoken about, not heard.",
        ),
    ],
)
def test_sentence(given, sentence):
    assert summary.write(given, None, "en").sentence == sentence


def test_a_page_that_cannot_be_scored_says_why():
    silent = {dimension: scoring.no_score("No article.", {}) for dimension in scores()}
    written = summary.write(silent, "No article.", "en")
    assert written.sentence == "No article."
    assert written.levels == Levels(None, None, None)


def test_missing_scores_are_left_out_of_the_sentence():
    given = scores() | {
        "sourcing": scoring.no_score("Short.", {}),
        "wording": scoring.no_score("Short.", {}),
    }
    assert summary.write(given, None, "en").sentence == "A plain headline."
