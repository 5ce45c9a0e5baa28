"""The Spanish rules: bad examples are flagged, good ones pass, and a suggestion stands in the same form."""

import pytest

from detector import page, rules
from detector.analysis import read_article
from detector.article import Language
from detector.rules.matching import match
from tests.rules.examples import FIND, checked

BOOK = rules.load("es")
SPANISH = Language("es", 1.0, "partial")
LEAST = 400  # entries of the wording rules that issue 26 asks for


def counting(rule, example):
    reading = read_article(page.read_text(example[1], example[0] or None), SPANISH)
    found = FIND[rule.dimension](reading, BOOK)
    return [finding for finding in found if finding.rule == rule.id and finding.scored]


@checked(BOOK, "bad")
def test_a_bad_example_is_flagged(rule, example):
    assert counting(rule, example)


@checked(BOOK, "good")
def test_a_good_example_passes(rule, example):
    assert not counting(rule, example)


def test_more_words_are_listed_than_are_asked_for():
    wording = [rule for rule in BOOK.rules.values() if rule.dimension == "wording"]
    assert len({entry.word for rule in wording for entry in rule.entries}) >= LEAST


def test_rules_of_spanish_are_rules_of_english_too():
    assert BOOK.rules.keys() <= rules.load("en").rules.keys()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hachazos", "recortes"),
        ("faraónica", "costosa"),
        ("arremetió contra", "criticó a"),
        ("arremeten contra", "critican a"),
        ("dilapidando", "gastando"),
        ("se jactaba", "decía"),
        ("planeras", "beneficiarias"),
    ],
)
def test_a_suggestion_is_of_the_same_form(text, said):
    by_text = {" ".join(entry.atoms): entry.suggestion for rule in BOOK.rules.values() for entry in rule.entries}
    assert by_text[text] == said


def test_a_verb_may_open_a_sentence():
    (finding,) = match(BOOK, read_article(page.read_text("Dilapidó el dinero del muelle."), SPANISH), "wording")
    assert finding.exact == "Dilapidó"


def test_a_pronoun_joined_to_a_verb_hides_it_not():
    (finding,) = match(BOOK, read_article(page.read_text("La junta quiso ningunearlos."), SPANISH), "wording")
    assert finding.exact == "ningunearlos"


@pytest.mark.parametrize(
    "headline",
    [
        "El PSOE destroza al PP en el pleno",
        "El PP destroza al PSOE en el pleno",
        "Morena destroza al PRI en el pleno",
        "El PRI destroza a Morena en el pleno",
    ],
)
def test_the_same_words_about_either_party_get_the_same_remark(headline):
    reading = read_article(page.read_text("", headline.replace("en el pleno", "en el debate")), SPANISH)
    assert [finding.exact for finding in match(BOOK, reading, "headline")] == ["destroza"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La ministra española es una farsante.", "El ministro mexicano es un farsante."),
        ("Los colombianos dilapidaron el dinero.", "Las chilenas dilapidaron el dinero."),
        ("El caradura del alcalde argentino se fue.", "La caradura de la alcaldesa peruana se fue."),
    ],
)
def test_genders_and_nations_do_not_matter(one, other):
    weights = [
        [
            (finding.rule, finding.weight)
            for finding in match(BOOK, read_article(page.read_text(text), SPANISH), "wording")
        ]
        for text in (one, other)
    ]
    assert weights[0] == weights[1] != []
