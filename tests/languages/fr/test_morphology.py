import pytest

from detector.languages.fr.morphology import inflect_adjective, inflect_noun, inflect_verb, stem


@pytest.mark.parametrize(
    ("verb", "form", "text"),
    [
        ("fustiger", "imperfect", "fustigeait"),
        ("fustiger", "past plural", "fustigèrent"),
        ("dénoncer", "first plural", "dénonçons"),
        ("dénoncer", "past plural", "dénoncèrent"),
        ("jeter", "third", "jette"),
        ("marteler", "third plural", "martèlent"),
        ("asséner", "third", "assène"),
        ("ployer", "future", "ploiera"),
        ("pervertir", "gerund", "pervertissant"),
        ("pourfendre", "participle feminine", "pourfendue"),
        ("promettre", "participle plural", "promis"),
        ("soutenir", "past plural", "soutinrent"),
        ("jeter le masque", "third", "jette le masque"),
    ],
)
def test_verbs_are_inflected(verb, form, text):
    assert inflect_verb(verb)[form] == text


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("scandaleux", ["scandaleux", "scandaleuse", "scandaleux", "scandaleuses"]),
        ("mensonger", ["mensonger", "mensongère", "mensongers", "mensongères"]),
        ("naïf", ["naïf", "naïve", "naïfs", "naïves"]),
        ("brutal", ["brutal", "brutale", "brutaux", "brutales"]),
        ("fatal", ["fatal", "fatale", "fatals", "fatales"]),
        ("fou|folle", ["fou", "folle", "fous", "folles"]),
        ("minable", ["minable", "minable", "minables", "minables"]),
    ],
)
def test_adjectives_have_four_forms(adjective, forms):
    assert list(inflect_adjective(adjective).values()) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("chasse aux sorcières", ["chasse aux sorcières", "chasses aux sorcières"]),
        ("pensée unique", ["pensée unique", "pensées uniques"]),
        ("menteur|menteuse", ["menteur", "menteuse", "menteurs", "menteuses"]),
        ("coup d'éclat", ["coup d'éclat", "coups d'éclat"]),
    ],
)
def test_a_phrase_takes_its_plural_before_the_first_preposition(noun, forms):
    assert list(inflect_noun(noun).values()) == forms


def test_forms_of_a_word_share_a_stem():
    assert stem("ruinerait") == stem("ruine") == stem("ruiné")
    assert stem("l’augmentation") == stem("augmentations")
