"""Sentences that argue: where their remark stands, and what is none."""

from dataclasses import replace

import pytest

from detector import rules
from detector.article import Genre
from detector.dimensions import wording
from detector.dimensions.wording import loaded_sentences
from detector.rules import overlap
from detector.rules.matching import match
from detector.rules.overlap import Spans
from tests.dimensions.test_rule_model_fusion import BODY, told
from tests.readings import heard

BOOK = rules.load("en")
SUSPECTS = {"snooty": (0.1, 0.75), "hall": (0.1, 0.5)}


def sentences(whole, worded=()):
    return [finding.exact for finding in loaded_sentences.find_loaded_sentences(whole, BOOK, worded, Spans(()))]


def test_the_remark_reaches_from_the_first_to_the_last_suspected_word():
    (finding,) = loaded_sentences.find_loaded_sentences(
        told("They met in the snooty little hall again.", SUSPECTS, loaded=0.9), BOOK, (), Spans(())
    )
    assert (finding.exact, finding.unit, finding.scored) == ("snooty little hall", "sentence", True)
    assert finding.evidence["words"] == ["snooty", "hall"]


@pytest.mark.parametrize(
    ("body", "words", "exact"),
    [
        ("They met in the snooty, dim town hall again.", ["snooty", "dim"], "snooty, dim town hall"),
        ("He pestered the dull clerk’s petty wife.", ["pestered", "dull"], "pestered the dull clerk’s petty wife"),
        ("The old board (a snooty set) met a dim little clerk.", ["board", "snooty", "set"], "snooty set"),
        ("They were loudly snooty and dim to all.", ["snooty", "dim"], "loudly snooty and dim"),
        ("A shabby lamp snootily lit up in the hall.", ["shabby", "lit"], "shabby lamp snootily lit up"),
        (
            "Do the snooty know something shabby they don't?",
            ["snooty", "don't"],
            "snooty know something shabby they don't",
        ),
        ("They met in the loud dull, very dim town hall.", ["loud", "dull"], "loud dull, very dim town hall"),
        ("With the dull snooty set gone, they met in May.", ["dull", "snooty", "set", "met"], "dull snooty set"),
        ("The old board – a snooty dim set – met a shabby clerk.", ["snooty", "set", "shabby"], "snooty dim set"),
    ],
)
def test_the_remark_ends_where_phrases_end(body, words, exact):
    whole = told(body, dict.fromkeys(words, (0.1, 0.8)), loaded=0.99)
    assert [finding.exact for finding in loaded_sentences.find_loaded_sentences(whole, BOOK, (), Spans(()))] == [exact]


def test_what_a_remark_on_words_already_stands_on_is_not_remarked_on_twice():
    body = "They were fanning the flames again."
    whole = told(body, {"fanning": (0.1, 0.8), "flames": (0.1, 0.8)}, loaded=0.99)
    worded = [finding for finding in match(BOOK, whole, wording.ID) if finding.exact == "fanning the flames"]
    assert worded
    assert sentences(whole) == ["fanning the flames"]
    assert not sentences(whole, worded)


def test_a_name_with_what_its_bearer_is_is_no_argument():
    body = "They met the snooty harbour clerk Ana Ruiz."
    assert not sentences(told(body, {"snooty": (0.1, 0.8), "clerk": (0.1, 0.8)}, loaded=0.99))


def test_two_words_are_a_remark_on_words():
    two = told("They were loudly snooty to all.", {"loudly": (0.1, 0.8), "snooty": (0.1, 0.8)}, loaded=0.99)
    (finding,) = loaded_sentences.find_loaded_sentences(two, BOOK, (), Spans(()))
    assert (finding.exact, finding.unit, finding.rule) == ("loudly snooty", "words", "wording.model-loaded")


def test_an_editors_mark_counts_where_the_model_has_a_head_for_it():
    whole = told("They met in the snooty little hall again.", SUSPECTS, loaded=0.9)
    lines = whole.prose.sentences

    def marked(probability):
        return replace(
            whole, prose=replace(whole.prose, sentences=tuple(replace(line, marked=probability) for line in lines))
        )

    assert sentences(marked(0.9)) == ["snooty little hall"]
    assert not sentences(marked(0.3)), "though experts would call it loaded"


def test_a_less_sure_sentence_needs_a_word_that_a_rule_lists():
    suspects = {"shameful": (0.1, 0.75), "little": (0.1, 0.5), "hall": (0.1, 0.5)}
    whole = told("They met in the shameful little hall again.", suspects, loaded=0.7)
    worded = [finding for finding in match(BOOK, whole, wording.ID) if finding.exact == "shameful"]
    assert worded
    assert sentences(whole, worded) == ["shameful little hall"]
    assert not sentences(whole)
    guessed = [replace(finding, rule="wording.model-loaded") for finding in worded]
    assert not sentences(whole, guessed), "the model alone has not backed itself"


def test_a_report_asks_for_surer_sentences():
    suspects = {"shameful": (0.1, 0.75), "little": (0.1, 0.5), "hall": (0.1, 0.5)}
    whole = told("They met in the shameful little hall again.", suspects, loaded=0.78)
    worded = match(BOOK, whole, wording.ID)
    report = replace(whole, genre=Genre("reporting", "reporting", 0.9, "wording"))
    assert sentences(whole, worded) and not sentences(report, worded)


def test_one_suspected_word_does_not_make_a_sentence_argue():
    assert not sentences(told("They met in the snooty little hall again.", {"snooty": (0.1, 0.9)}))


def test_a_sentence_that_is_not_rated_loaded_is_none():
    assert not sentences(told("They met in the snooty little hall again.", SUSPECTS, loaded=0.4))
    assert not sentences(told("They met in the snooty little hall again.", SUSPECTS, unread=True))


@pytest.mark.parametrize(
    "body",
    [
        "They met in what Ana Ruiz called “the snooty little hall” again.",
        "“They met in the snooty little hall,” said Ana Ruiz, who leads the union.",
        "It is not a snooty hall.",
        "They met at Snooty Hall again.",
    ],
)
def test_quoted_and_negated_words_and_names_carry_no_sentence(body):
    words = {word: (0.1, 0.6) for word in ("snooty", "Snooty", "hall", "Hall") if word in body}
    assert not sentences(told(body, words))


def test_words_of_others_stand_outside_the_remark():
    body = "Its snooty, cloying sermon, “a vile and rotten lie,” came on Monday."
    marks = {"snooty": (0.1, 0.8), "cloying": (0.1, 0.8), "vile": (0.1, 0.7), "rotten": (0.1, 0.7), "lie": (0.1, 0.7)}
    assert sentences(told(body, marks, loaded=0.95)) == ["snooty, cloying sermon"]


def test_where_the_loudest_word_is_somebody_elses_the_sentence_is_no_remark():
    body = "Its snooty, cloying sermon, “a vile and rotten lie,” came on Monday."
    marks = {"snooty": (0.1, 0.6), "cloying": (0.1, 0.6), "vile": (0.1, 0.7), "rotten": (0.1, 0.9)}
    assert not sentences(told(body, marks))


def test_hard_news_is_no_argument():
    assert not sentences(heard("Two people were killed and nine injured when gunmen attacked the market."))


def test_a_sentence_and_the_words_in_it_share_the_points():
    line = "The shameless board rammed its rotten, sordid deal through with a sneer at the gullible town. "
    more = "Its smug, spineless mayor, a vain and petty man, waved the shabby charade through for his cronies. " * 10
    whole = heard(line + more)
    score, found = wording.score(whole, overlap.resolve_overlaps(wording.find(whole, BOOK)))
    one = next(finding for finding in found if finding.unit == "sentence")
    words = [finding for finding in found if finding.unit == "words" and one.span.contains(finding.span)]
    assert sum(finding.weight for finding in words) > one.weight
    assert all(finding.points > 0 for finding in (one, *words))
    assert score.facts["loaded_sentences"] > 1
    assert sum(part.points for part in score.parts) == pytest.approx(score.value, abs=0.5)


def test_a_remark_on_a_sentence_takes_the_models_own_remarks_on_its_words():
    body = "That snooty, jaundiced little sermon came from a beleaguered, stonewalling office. "
    found = wording.find(heard(body * 15), BOOK)
    assert {finding.rule for finding in found} == {"wording.loaded-sentence"}
    assert wording.find(told(BODY, unread=True), BOOK)[0].unit == "words"
