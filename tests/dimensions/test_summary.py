"""The summary is one or two plain sentences made of the levels."""

import pytest

from detector.article import Score
from detector.dimensions import registry, scoring, summary


def scores(headline="low", sourcing="broad", wording="low", never=()):
    facts = {"sources": 4, "never_heard": list(never)}
    return {
        "headline": Score("headline", 10, headline),
        "sourcing": Score("sourcing", 70, sourcing, facts=facts),
        "wording": Score("wording", 10, wording),
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
    assert summary.write(given, None, "en").sentence == sentence


def test_a_page_that_cannot_be_scored_says_why():
    silent = {dimension: scoring.no_score(registry.named(dimension), "No article.", {}) for dimension in scores()}
    written = summary.write(silent, "No article.", "en")
    assert written.sentence == "No article."
    assert set(written.levels.values()) == {None}


def test_missing_scores_are_left_out_of_the_sentence():
    given = scores() | {
        "sourcing": scoring.no_score(registry.named("sourcing"), "Short.", {}),
        "wording": scoring.no_score(registry.named("wording"), "Short.", {}),
    }
    assert summary.write(given, None, "en").sentence == "A plain headline."
