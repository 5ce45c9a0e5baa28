"""The German lexicon: suggestions stand in the same form, and every language has the texts of every rule. The examples
of its rules are tested with those of all packs in `test_every_pack.py`.
"""

import pytest

from detector import languages, rules

BOOK = rules.load("de")


def test_four_hundred_words_or_more_are_listed():
    assert len({entry.word for rule in BOOK.rules.values() for entry in rule.entries}) >= 400


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
