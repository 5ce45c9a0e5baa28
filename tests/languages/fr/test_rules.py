"""The French lexicon: its conditions hold. Its examples are tested with those of all packs in `test_every_pack.py`."""

import pytest

from detector import page, rules
from detector.analysis import read_article
from detector.article import Language
from detector.dimensions import wording
from detector.rules.matching import match

BOOK = rules.load("fr")
FRENCH = Language("fr", 1.0, "partial")


def found(text, headline=None, dimension="wording"):
    return match(BOOK, read_article(page.read_text(text, headline), FRENCH), dimension)


def test_four_hundred_words_or_more_are_listed():
    assert len({entry.word for rule in BOOK.rules.values() for entry in rule.entries}) >= 400


def test_a_suggestion_is_of_the_same_form():
    said = {" ".join(entry.atoms): entry.suggestion for rule in BOOK.rules.values() for entry in rule.entries}
    assert said["fustigeait"] == "critiquait"
    assert said["désastreuses"] == "mauvaises"
    assert said["fiascos"] == "échecs"
    assert said["déferlantes migratoires"] == "immigrations"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« Nous verrons bien », ironise-t-elle avant de partir.", ["ironise"]),
        ("L’odieux marché a été signé mardi.", ["odieux"]),
        ("Un calcul politicien a tout arrêté.", ["calcul politicien", "politicien"]),
        ("Le politicien a signé l’accord mardi.", []),
        ("La taxe indigne bien des pêcheurs.", []),
        ("Le maire les étrille depuis un an.", []),  # the tagger takes it for a noun: rather nothing than too much
        ("Il les étrille depuis un an.", ["étrille"]),
        ("La ruine du château date de 1630.", []),
        ("Ces deux plans ne sont ni absurdes ni ridicules.", []),
        ("Le navire transportait des passagers ; la tempête l’a poussé au large.", []),
    ],
)
def test_clitics_and_articles_tell_verbs_from_nouns(text, words):
    assert [finding.exact for finding in found(text) if finding.scored] == words


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ce texte ringard revient devant le conseil.", "wording.loaded-adjective"),
        ("Un magnifique échange a eu lieu.", "wording.loaded-adjective"),
    ],
)
def test_a_word_is_called_what_the_lexicon_lists_it_as(text, rule):
    reading = read_article(page.read_text(text, None), FRENCH)
    assert [finding.rule for finding in wording.find(reading, BOOK)] == [rule]
