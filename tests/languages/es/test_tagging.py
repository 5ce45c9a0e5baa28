"""What the reader of Spanish parts of speech tells rules."""

import pytest

from detector.languages.es import tagging


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("La junta del puerto subió la tasa", "DET NOUN ADP NOUN VERB DET NOUN"),
        ("Ana Ruiz vino ayer", "NOUN PROPN VERB ADV"),
        ("El candidato socialista llegó tarde", "DET NOUN ADJ VERB ADV"),
        ("Los vecinos piden otro autobús", "DET NOUN VERB DET NOUN"),
        ("No sabe nada", "PART VERB PRON"),
        ("Firmaron rápidamente 12 barcos", "VERB ADV NUM NOUN"),
    ],
)
def test_parts_of_speech(sentence, kinds):
    words = sentence.split()
    told = [tagging.universal(tag)[0] for tag in tagging.tag(words)]
    assert told[1:] == kinds.split()[1:]


def test_a_simple_past_is_known_as_such():
    assert tagging.universal(tagging.tag(["La", "junta", "subió"])[2]) == ("VERB", "past")


def test_capitals_of_a_shouted_line_are_no_names():
    tags = tagging.tag("EL ALCALDE MARCHA DEL PLENO".split(), frozenset({"alcalde"}))
    assert tags[1] == "PROPN"
    assert "PROPN" not in tags[2:]
