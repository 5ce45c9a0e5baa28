import pytest

from detector.languages.fr import tagging


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Le maire a vendu le port", "maire", "NOUN"),
        ("Le maire a vendu le port", "vendu", "VERB"),
        ("Il les critique depuis un an", "les", "PRON"),
        ("Il les critique depuis un an", "critique", "VERB"),
        ("Les critiques se multiplient", "critiques", "NOUN"),
        ("Hier soir, Anne Morel a parlé longuement", "Morel", "PROPN"),
        ("Elle a parlé longuement devant la presse", "longuement", "ADV"),
        ("Une décision scandaleuse a été prise", "scandaleuse", "ADJ"),
        ("Deux des 12 élus sont partis", "12", "NUM"),
        ("Il refuse de payer", "payer", "VERB"),
        ("Un mouvement social", "mouvement", "NOUN"),
    ],
)
def test_parts_of_speech_are_told_by_class_ending_and_neighbour(sentence, word, kind):
    words = sentence.split()
    assert tagging.tag(words)[words.index(word)] == kind


def test_the_first_word_is_a_name_where_the_text_has_it_as_one():
    assert tagging.tag(["Morel", "a", "parlé"], frozenset({"morel"}))[0] == "PROPN"
    assert tagging.tag(["Hier", "il", "a", "parlé"])[0] == "ADV"


def test_capitals_say_nothing_in_a_line_of_capitals():
    assert tagging.is_shouted("LE MAIRE VEND LE PORT AUX ARMATEURS".split())
    assert not tagging.is_shouted("Le maire vend le port aux armateurs".split())
