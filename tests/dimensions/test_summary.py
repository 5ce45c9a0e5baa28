"""The summary is one or two plain sentences made of the levels."""

import pytest

from detector.article import Dimension, Score
from detector.dimensions import scoring, summary


def scores(headline="low", sourcing="broad", language="low", never=()):
    facts = {"sources": 4, "never_heard": list(never)}
    return {
        Dimension.HEADLINE: Score(Dimension.HEADLINE, 10, headline),
        Dimension.SOURCING: Score(Dimension.SOURCING, 70, sourcing, facts=facts),
        Dimension.LANGUAGE: Score(Dimension.LANGUAGE, 10, language),
    }


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
    silent = {dimension: scoring.no_score(dimension, "No article.", {}) for dimension in scores()}
    written = summary.write(silent, "No article.")
    assert written.sentence == "No article."
    assert set(written.levels.values()) == {None}


def test_missing_scores_are_left_out_of_the_sentence():
    given = scores() | {
        Dimension.SOURCING: scoring.no_score(Dimension.SOURCING, "Short.", {}),
        Dimension.LANGUAGE: scoring.no_score(Dimension.LANGUAGE, "Short.", {}),
    }
    assert summary.write(given, None).sentence == "A plain headline."
