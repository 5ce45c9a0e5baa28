"""Words that the network of several languages takes for loaded are remarks beside those of the rules."""

import re
from dataclasses import replace

import pytest

from detector import page, rules
from detector.analysis import read_article
from detector.article import Insight, Language, Mark, Span
from detector.dimensions import wording
from detector.settings import SETTINGS

LIMITS = SETTINGS.marks["de"]
RULE = "wording.model-loaded"
BODY = "Der Rat traf sich im prunkvollen Saal. Seine windige Ausrede fand Karla Prunk eher dürftig."


LOUD = " Ein lauer, fader, zäher, platter, grober, matter, öder, greller, hohler, muffiger, steifer, dröger Tag."


def told(body, words, *, loaded=0.9, code="de", loud=LOUD):
    """A reading of `body` in which the model gives `words` their probabilities, and each sentence is `loaded` so; after
    it a sentence with more words that may be loaded, too unsure to be remarks."""
    whole = read_article(page.read_text(body + loud, None), Language(code, 1.0, "partial"))
    words = dict.fromkeys(re.findall(r"\w+er(?=,)", loud), LIMITS.word - 0.01) | words
    text = whole.article.text
    spans = [(Span(text.index(word), text.index(word) + len(word)), sure) for word, sure in words.items()]
    marks = tuple(Mark(span, sure, sure) for span, sure in sorted(spans))
    lines = tuple(replace(line, loaded=loaded) for line in whole.prose.sentences)
    return replace(whole, prose=replace(whole.prose, sentences=lines), insight=Insight(None, None, (), marks))


def found(body, words, **given):
    code = given.get("code", "de")
    marked = wording.find(told(body, words, **given), rules.load(code))
    return {finding.exact: finding for finding in marked if finding.rule == RULE}


def test_a_word_that_is_sure_enough_is_a_remark():
    marked = found(BODY, {"prunkvollen": LIMITS.word, "windige": LIMITS.notable, "Ausrede": LIMITS.word - 0.01})
    assert {exact: each.severity for exact, each in marked.items()} == {"prunkvollen": "mild", "windige": "notable"}
    assert marked["windige"].scored
    assert marked["windige"].confidence == round(LIMITS.notable, 2)


def test_neighbours_are_one_remark():
    assert set(found(BODY, {"windige": 0.9, "Ausrede": 0.8})) == {"windige Ausrede"}


def test_a_sober_sentence_has_none():
    assert not found(BODY, {"windige": 0.9}, loaded=LIMITS.sentence - 0.01)


def test_an_article_that_is_sober_as_a_whole_has_none():
    assert not found(BODY, {"windige": 0.9}, loud="")


def test_plain_words_for_hard_news_are_none():
    assert not found("Die bewaffneten Rebellen trafen auf kriminelle Banden.", {"bewaffneten": 0.9, "kriminelle": 0.9})


def test_names_and_words_of_closed_classes_carry_no_load():
    assert not found(BODY, {"Karla": 0.9, "Prunk": 0.9, "Der": 0.9, "im": 0.9})


def test_what_is_quoted_or_negated_is_nobodys_loaded_word():
    assert not found("„Das ist eine windige Ausrede“, sagte Karla Berg am Montag.", {"windige": 0.9})
    assert not found("Das war keine windige Ausrede.", {"windige": 0.9})


def test_a_word_that_a_rule_lists_keeps_the_rules_remark():
    body = "Die Hetzer im Rat stimmten wieder dagegen."
    marked = wording.find(told(body, {"Hetzer": 0.9}), rules.load("de"))
    assert [finding.rule for finding in marked] == ["wording.name-calling"]


def test_a_language_without_thresholds_has_none():
    assert not found("Il consiglio si riunì nella sala pomposa.", {"pomposa": 0.9}, code="it")


@pytest.mark.parametrize("code", sorted(SETTINGS.marks))
def test_each_language_with_thresholds_has_the_rule(code):
    assert rules.load(code).rules[RULE].kind == "model"
