"""The summary is one or two plain sentences made of the levels."""

import pytest

from detector.article import Dimension
from detector.dimensions import scoring, summary
from detector.schema import Levels, Score


def scores(headline="low", sourcing="broad", language="low", never=()):
    facts = {"sources": 4, "never_heard": list(never)}
    return {
        Dimension.HEADLINE: score(10, headline, {}),
        Dimension.SOURCING: score(70, sourcing, facts),
        Dimension.LANGUAGE: score(10, language, {}),
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
    assert summary.write(given, None).sentence == sentence


def test_a_page_that_cannot_be_scored_says_why():
    silent = {dimension: scoring.withhold("No article.", {}) for dimension in scores()}
    written = summary.write(silent, "No article.")
    assert written.sentence == "No article."
    assert written.levels == Levels(None, None, None)


def test_missing_scores_are_left_out_of_the_sentence():
    given = scores() | {
        Dimension.SOURCING: scoring.withhold("Short.", {}),
        Dimension.LANGUAGE: scoring.withhold("Short.", {}),
    }
    assert summary.write(given, None).sentence == "A plain headline."
