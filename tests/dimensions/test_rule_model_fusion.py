"""Rules and model on the same words: doubts lower and drop a rule's remark, and the model has remarks of its own."""

from dataclasses import replace
from itertools import pairwise

import pytest

from detector import rules
from detector.article import Insight, Mark, Passage, Span
from detector.dimensions import wording
from detector.dimensions.wording import rule_model_fusion
from detector.rules import overlap
from detector.rules.matching import match
from tests.readings import heard, reading

BOOK = rules.load("en")
BODY = "The board met in the snooty hall. Its reckless plan drew a jaundiced, sour reply. "


def told(body, words=(), passages=(), *, unread=False, loaded=0.8):
    """A reading of `body` in which the model gives `words` their two probabilities, and `passages` their technique;
    each sentence is `loaded` with that probability."""
    whole = reading(body)

    def at(piece):
        start = whole.article.text.index(piece)
        return Span(start, start + len(piece))

    marks = sorted((Mark(at(word), *both) for word, both in dict(words).items()), key=lambda mark: mark.span)
    runs = tuple(Passage(at(piece), technique, sure) for piece, technique, sure in passages)
    lines = tuple(replace(line, loaded=None if unread else loaded) for line in whole.prose.sentences)
    insight = Insight(None, None, (), tuple(marks), runs)
    return replace(whole, prose=replace(whole.prose, sentences=lines), insight=insight)


def united(whole):
    return rule_model_fusion.unite(whole, BOOK, match(BOOK, whole, wording.ID))


def found(whole):
    return {finding.exact: finding for finding in united(whole)}


def test_without_a_model_the_rules_remarks_stay_as_they_are():
    ruled = wording.find(reading(BODY), BOOK)
    assert [finding.exact for finding in ruled] == ["reckless"]
    assert rule_model_fusion.unite(reading(BODY), BOOK, ruled) == ruled


@pytest.mark.parametrize(("sure", "severity"), [(0.9, "notable"), (0.46, "notable"), (0.44, "mild"), (0.36, "mild")])
def test_a_rules_remark_is_as_sure_as_the_model_makes_it(sure, severity):
    finding = found(told(BODY, {"reckless": (0.1, sure)}))["reckless"]
    assert (finding.confidence, finding.severity, finding.evidence["model"]) == (sure, severity, sure)


@pytest.mark.parametrize("words", [{"reckless": (0.0, 0.34)}, {}])
def test_what_the_model_takes_for_surely_plain_is_no_remark(words):
    assert "reckless" not in found(told(BODY, words))


def test_a_rules_word_in_a_sentence_that_bears_nothing_out_is_no_remark():
    assert "reckless" not in found(told(BODY, {"reckless": (0.1, 0.9)}, loaded=0.2))


@pytest.mark.parametrize(
    ("word", "marked", "kept"),
    [("reckless", 0.1, True), ("reckless", 0.09, False), ("clearly", 0.3, True), ("clearly", 0.29, False)],
)
def test_what_no_editor_would_mark_is_no_remark_least_of_all_a_turn_of_certainty(word, marked, kept):
    whole = told(f"The two {word} met in the hall. ", {word: (marked, 0.9)})
    lines = tuple(replace(line, marked=0.8) for line in whole.prose.sentences)
    assert (word in found(replace(whole, prose=replace(whole.prose, sentences=lines)))) is kept


@pytest.mark.parametrize("technique", ["Loaded_Language", "Flag-Waving"])
def test_a_passage_that_no_editor_would_mark_is_plain(technique):
    plain = told(BODY, {"snooty": (0.29, 0.5)}, [("the snooty hall", technique, 0.9)])
    assert "the snooty hall" not in found(plain)


def test_a_remark_on_a_sentence_that_the_model_did_not_read_stays():
    assert found(told(BODY, unread=True))["reckless"] == united(reading(BODY))[0]


def test_a_word_that_no_rule_lists_is_a_remark_of_the_models_own():
    finding = found(told(BODY, {"snooty": (0.73, 0.8), "hall": (0.5, 0.8)}))["snooty"]
    assert (finding.rule, finding.severity, finding.confidence) == ("wording.model-loaded", "mild", 0.73)
    assert finding.scored
    assert finding.technique == "loaded-language"


def test_a_loaded_word_in_a_sentence_that_the_model_takes_for_plain_is_no_remark():
    assert not found(told("The two met in the snooty hall.", {"snooty": (0.9, 0.9)}, loaded=0.39))


def test_neighbours_are_one_remark_and_a_comma_parts_them():
    marks = {"snooty": (0.72, 0.8), "hall": (0.85, 0.8), "jaundiced": (0.74, 0.8), "sour": (0.74, 0.8)}
    own = found(told(BODY, marks))
    assert {"snooty hall", "jaundiced", "sour"} <= own.keys()
    assert own["snooty hall"].severity == "notable"


@pytest.mark.parametrize(
    "body",
    [
        "They called it “a snooty hall” and left.",
        "The clerks in the hall were unmoved.",
        "Ana Ruiz said that the hall was snooty.",
        "It is not a snooty hall at all.",
        "The two met at Snooty Hall on Monday.",
        "The two met at el-Snooty on Monday.",
        "“It is a snooty hall,” said Ana Ruiz, who leads the union.",
    ],
)
def test_quoted_negated_and_proper_names_are_not_the_models_to_remark_on(body):
    word = next(word for word in ("Snooty", "snooty", "unmoved") if word in body)
    assert not found(told(body, {word: (0.9, 0.9)}))


def test_under_a_rules_remark_the_model_says_nothing_of_its_own():
    own = found(told(BODY, {"reckless": (0.9, 0.9)}, [("reckless plan", "Loaded_Language", 0.9)]))
    assert own.keys() == {"reckless"}


def test_a_sports_page_gets_no_remark_of_the_models_own():
    sport = "The striker scored twice, the coach said, and the team won the match. " * 3
    assert not found(told(sport + "It was a snooty win.", {"snooty": (0.9, 0.9)}))


@pytest.mark.parametrize(
    ("technique", "sure", "rule"),
    [
        ("Loaded_Language", 0.48, "wording.model-loaded"),
        ("Loaded_Language", 0.46, None),
        ("Name_Calling,Labeling", 0.48, "wording.model-label"),
        ("Doubt", 0.46, "wording.model-doubt"),
        ("Doubt", 0.44, None),
        ("Flag-Waving", 0.46, "wording.model-flag-waving"),
        ("Slogans", 0.46, "wording.model-slogan"),
        ("Repetition", 0.9, None),
        ("Black-and-White_Fallacy", 0.9, None),
    ],
)
def test_a_passage_is_shown_under_its_technique_where_it_is_sure_enough(technique, sure, rule):
    own = united(told(BODY, {"reckless": (0, 0), "snooty": (0.4, 0.5)}, [("the snooty hall", technique, sure)]))
    assert [finding.rule for finding in own if finding.exact == "the snooty hall"] == ([rule] if rule else [])


@pytest.mark.parametrize("technique", ["Loaded_Language", "Name_Calling,Labeling", "Flag-Waving"])
def test_a_passage_without_a_word_that_is_suspected_is_plain(technique):
    plain = told(BODY, {"snooty": (0.1, 0.25)}, [("the snooty hall", technique, 0.9)])
    assert "the snooty hall" not in found(plain)


def test_a_passage_of_a_turn_is_more_than_one_word():
    assert "snooty" not in found(told(BODY, {}, [("snooty", "Doubt", 0.9)]))


def test_a_neutral_noun_in_a_sentence_full_of_invective_is_left_alone():
    own = united(heard("Their cack-handed scheme has beggared the whole sorry valley."))
    assert "valley" not in {finding.exact for finding in own}
    assert "beggared" in {finding.exact for finding in own}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("the snooty hall", "the snooty hall"),
        ("snooty", "snooty hall"),
        ("board met in the snooty", None),
        ("drew a jaundiced", None),
    ],
)
def test_a_label_ends_with_the_noun_that_it_describes_and_is_no_clause(words, label):
    marks = {"reckless": (0, 0), "snooty": (0.1, 0.5), "jaundiced": (0.1, 0.5)}
    own = united(told(BODY, marks, [(words, "Name_Calling,Labeling", 0.9)]))
    assert [finding.exact for finding in own if finding.rule == "wording.model-label"] == ([label] if label else [])


@pytest.mark.parametrize("body", ["He quipped at noon.", "A shooter met the board.", "See example.org/snooty for it."])
def test_a_verb_of_speech_hard_news_and_an_address_are_not_loaded_by_themselves(body):
    assert not found(told(body, {word: (0.9, 0.9) for word in ("quipped", "shooter", "snooty") if word in body}))


def test_settled_remarks_do_not_overlap():
    body = "He is a pampered princeling of the party machine. That snooty little sermon came from a beleaguered office."
    spans = [finding.span for finding in overlap.resolve_overlaps(united(heard(body)))]
    assert len(spans) >= 3
    assert all(left.end <= right.start for left, right in pairwise(spans))
