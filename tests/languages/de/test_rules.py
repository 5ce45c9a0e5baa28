"""The German lexicon: bad examples are flagged, good ones pass, and it is large enough to show the seam."""

import pytest

from detector import languages, page, rules
from detector.analysis import read_article
from detector.article import Language
from tests.rules.examples import FIND, checked

BOOK = rules.load("de")


GERMAN = Language("de", 1.0, "partial")


def counting(rule, example):
    reading = read_article(page.read_text(example[1], example[0] or None), GERMAN)
    found = FIND[rule.dimension](reading, BOOK)
    return [finding for finding in found if finding.rule == rule.id and finding.scored]


@checked(BOOK, "bad")
def test_a_bad_example_is_flagged(rule, example):
    assert counting(rule, example)


@checked(BOOK, "good")
def test_a_good_example_passes(rule, example):
    assert not counting(rule, example)


def test_four_hundred_words_or_more_are_listed():
    assert len({entry.word for rule in BOOK.rules.values() for entry in rule.entries}) >= 400


def test_rules_of_german_are_rules_of_english_too():
    assert BOOK.rules.keys() <= rules.load("en").rules.keys()


def test_a_suggestion_is_of_the_same_form():
    said = {" ".join(entry.atoms): entry.suggestion for rule in BOOK.rules.values() for entry in rule.entries}
    assert said["desaströsen"] == "schlechten"
    assert said["schlammschlachten"] == "Auseinandersetzungen"
    assert said["diffamierte"] == "kritisierte"
    assert said["gezerres"] == "Streits"


@pytest.mark.parametrize("code", languages.spoken())
def test_every_language_with_texts_has_those_of_every_rule_and_notice(code):
    texts, first = languages.messages_for(code), languages.messages_for(languages.DEFAULT)
    assert texts.rules.keys() == first.rules.keys()
    assert {name: text.keys() for name, text in texts.rules.items()} == {
        name: text.keys() for name, text in first.rules.items()
    }
    assert {name: section.keys() for name, section in texts.sections.items()} == {
        name: section.keys() for name, section in first.sections.items()
    }
