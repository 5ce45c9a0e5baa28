"""How likely a sentence is loaded: the model's word on it, raised by a remark on words in it."""

from dataclasses import replace

from detector import rules
from detector.dimensions import wording
from detector.dimensions.wording import sentence_rating
from tests.dimensions.test_rule_model_fusion import BODY, told

BOOK = rules.load("en")


def test_a_remark_makes_its_sentence_likelier_to_be_loaded_and_leaves_the_others():
    whole = told(BODY, {"reckless": (0.1, 0.9)})
    bare, rated = (sentence_rating.rate(whole, findings) for findings in ((), wording.find(whole, BOOK)))
    before, after = ([line.loaded for line in each.prose.sentences] for each in (bare, rated))
    assert after[0] == before[0] < after[1]
    assert before[0] == before[1]


def test_a_sentence_that_was_not_read_is_not_rated():
    assert {line.loaded for line in sentence_rating.rate(told(BODY, unread=True), ()).prose.sentences} == {None}


def test_a_remark_on_the_sentence_itself_makes_it_no_likelier():
    whole = told(BODY, {"reckless": (0.1, 0.9)})
    whole_sentences = [replace(finding, unit="sentence") for finding in wording.find(whole, BOOK)]
    rated = sentence_rating.rate(whole, whole_sentences)
    assert rated == sentence_rating.rate(whole, ())
