"""The summary is one or two plain sentences that agree with the levels and with each other."""

from dataclasses import replace
from itertools import product

import pytest

from detector.article import Article, Genre, Language, Party, Prose, Quotation, Reading, Source, Span
from detector.dimensions import scoring, summary
from detector.schema import Levels, Score

LOUDNESS, BREADTH = ("low", "notable", "strong"), ("thin", "mixed", "broad")
REPORT = Genre("reporting", "reporting", 0.9, "wording")
OPINION = Genre("opinion", "opinion", 0.95, "label")
ARGUED = Genre("opinion", "opinion", 0.8, "wording", ("subjective",))
READING = Reading(Article("", ()), Language("en", 1.0, "full"), Prose("", (), (), ()), genre=REPORT)


def scores(headline="low", sourcing="broad", wording="low", **facts):
    counted = {"sources": 4, "identified": 2, "anonymous_share": 0.0, "shares_by_side": {}} | facts
    return {
        "headline": score(10, headline, {}),
        "sourcing": score(70, sourcing, counted),
        "wording": score(10, wording, {}),
    }


def score(value, level, facts):
    return Score(value, level, percentile=None, interval=None, reason=None, parts=(), facts=facts)


SPOT = Span(0, 1)


def silent(*names, confidence=0.9):
    return tuple(Party(name, None, (SPOT,), (SPOT,), "none", confidence=confidence) for name in names)


def sentence(given, genre=REPORT, reader="en", sources=(), parties=()):
    reading = replace(READING, genre=genre, reader=reader, sources=tuple(sources), parties=tuple(parties))
    return summary.write(reading, given, None).sentence


@pytest.mark.parametrize(
    ("given", "reading", "expected"),
    [
        (
            scores(),
            READING,
            "A plain report. It is broadly sourced: 4 sources, 2 of them identified by name and role.",
        ),
        (
            scores("strong", "thin", "notable", identified=0),
            replace(READING, parties=silent("Norland")),
            "A loud headline over somewhat loaded wording. "
            "It is thinly sourced: 4 sources, nobody among them identified by name and role; Norland is not heard.",
        ),
        (
            scores("low", "mixed", "strong", sources=1, identified=1),
            replace(READING, parties=silent("Norland", "the council", "the union")),
            "A plain headline over heavily loaded wording. "
            "Its sourcing is mixed: one source; Norland and the council are not heard.",
        ),
        (
            scores("low", "thin"),
            replace(READING, parties=silent("Norland")),
            "A plain report. It is thinly sourced: "
            "4 sources, 2 of them identified by name and role, but Norland is not heard.",
        ),
        (
            scores("low", "thin"),
            replace(READING, parties=silent("Norland", confidence=0.6)),
            "A plain report. It is thinly sourced: 4 sources, 2 of them identified by name and role.",
        ),
        (
            scores("low", "mixed", shares_by_side={"Norland": 0.9, "the union": 0.1}),
            READING,
            "A plain report. Its sourcing is mixed: "
            "4 sources, but 90% of the attributed words are on the side of Norland.",
        ),
        (
            scores("low", "thin", anonymous_share=0.8),
            READING,
            "A plain report. It is thinly sourced: 4 sources, but most of the attributed words come from unnamed ones.",
        ),
        (
            scores("strong", "thin", "strong"),
            replace(READING, genre=OPINION, parties=silent("Norland")),
            "An opinion piece: a loud headline over heavily loaded wording. It draws on 4 sources.",
        ),
        (
            scores("low", "mixed"),
            replace(READING, genre=ARGUED),
            "Written like an opinion piece: a plain headline over plain wording. It draws on 4 sources.",
        ),
        (
            scores("low", "mixed"),
            replace(READING, genre=replace(ARGUED, confidence=0.6)),
            "A plain headline over plain wording. Its sourcing is mixed: "
            "4 sources, 2 of them identified by name and role.",
        ),
    ],
)
def test_sentence(given, reading, expected):
    assert summary.write(reading, given, None).sentence == expected


def test_one_voice_is_named():
    voices = [Source("s1", "Ada Moor", "person", named=True, share=0.8), Source("s2", "Per Holm", "person", share=0.2)]
    assert "4 sources, but Ada Moor has 80% of the attributed words." in sentence(
        scores(sourcing="thin"), sources=voices
    )


def test_many_sources_are_counted_in_tens():
    assert "10 sources, 2 of" in sentence(scores(sources=10))
    assert "more than 10 sources, 2 of" in sentence(scores(sources=11))
    assert "more than 20 sources, 2 of" in sentence(scores(sources=29))


def test_a_broad_story_is_not_said_to_name_nobody():
    assert sentence(scores(identified=0)) == "A plain report. It is broadly sourced: 4 sources."


def test_a_body_that_speaks_alone_is_not_said_to_have_no_role():
    told = scores(sourcing="thin", sources=1, identified=0)
    assert "one source, not identified" in sentence(told, sources=[Source("s1", "an official", "person")])
    assert "one source." in sentence(told, sources=[Source("s1", "Norport", "organisation", named=True)])


def test_whoever_is_accused_but_once_in_passing_is_not_named():
    passing = Party("Norland", None, (SPOT,), (), "none", confidence=0.9, accused=(SPOT,))
    assert "Norland" not in sentence(scores(sourcing="thin"), parties=[passing])
    assert "Norland" in sentence(scores(sourcing="thin"), parties=[replace(passing, accused=(SPOT, Span(2, 3)))])


def test_one_side_is_told_beside_another_alone():
    told = scores(sourcing="mixed", shares_by_side={"Norland": 0.9})
    assert "on the side of" not in sentence(told)


def test_a_comment_without_sources_quotes_nobody():
    told = sentence(scores(sourcing="thin", sources=0), OPINION)
    assert told == "An opinion piece: a plain headline over plain wording. It quotes nobody."


LEVELS = list(product(LOUDNESS, BREADTH, LOUDNESS, (REPORT, OPINION, ARGUED)))


@pytest.mark.parametrize(("headline", "sourcing", "wording", "genre"), LEVELS)
def test_the_sentence_never_contradicts_the_levels(headline, sourcing, wording, genre):
    told = sentence(scores(headline, sourcing, wording), genre, parties=silent("Norland"))
    assert ("plain report" in told) == (genre is REPORT and headline == wording == "low")
    assert ("loud headline" in told) == (headline == "strong")
    assert ("heavily loaded" in told) == (wording == "strong")
    assert ("thinly sourced" in told) == (genre is REPORT and sourcing == "thin")
    assert ("broadly sourced" in told) == (genre is REPORT and sourcing == "broad")
    assert ("not heard" in told) == (genre is REPORT and sourcing != "broad")
    assert ("opinion piece" in told) == (genre is not REPORT)


@pytest.mark.parametrize("reader", ["en", "de"])
@pytest.mark.parametrize(("headline", "sourcing", "wording", "genre"), LEVELS)
def test_every_sentence_is_written_out(headline, sourcing, wording, genre, reader):
    told = sentence(scores(headline, sourcing, wording), genre, reader)
    assert told.endswith(".")
    assert all(part[0].isupper() for part in told.split(". "))
    assert not any(gap in told for gap in ("{", "}", "None", "  "))
    assert told == sentence(scores(headline, sourcing, wording), genre, reader)


def test_a_page_that_cannot_be_scored_says_why():
    silent = {dimension: scoring.no_score("No article.", {}) for dimension in scores()}
    written = summary.write(READING, silent, "No article.")
    assert written.sentence == "No article."
    assert written.levels == Levels(None, None, None)


def test_missing_scores_are_left_out_of_the_sentence():
    given = scores() | {
        "sourcing": scoring.no_score("Short.", {}),
        "wording": scoring.no_score("Short.", {}),
    }
    assert sentence(given) == "A plain headline."


def test_a_text_in_which_nobody_is_heard_is_said_to_be_thin():
    given = scores(sourcing="thin", sources=0, identified=0)
    assert "nobody is heard in it" in sentence(given).lower()
    assert "draws on" not in sentence(given, OPINION)


@pytest.mark.parametrize("genre", [REPORT, OPINION])
def test_a_text_that_quotes_somebody_unknown_is_not_said_to_quote_nobody(genre):
    given = scores(sourcing="thin", sources=0, identified=0)
    reading = replace(READING, genre=genre, quotations=(Quotation("q1", (SPOT,), (), None, None, "direct", "speech"),))
    told = summary.write(reading, given, None).sentence.lower()
    assert "does not say whose words it quotes" in told
    assert "nobody" not in told


def test_bodies_are_identified_by_their_names():
    bodies = [Source(f"s{k}", "Harbour Board", "organisation", named=True, identified=True) for k in (1, 2)]
    person = Source("s3", "Ana Ruiz", "person", named=True, identified=True)
    told = sentence(scores(sources=3, identified=1, sourcing="mixed"), sources=[*bodies, person])
    assert "3 sources, 1 identified by name and role, 2 speaking as an organisation" in told
    told = sentence(scores(sources=2, identified=0, sourcing="thin"), sources=bodies)
    assert "2 of them speaking as an organisation and no person identified" in told
