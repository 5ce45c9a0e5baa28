"""The headline cut into kicker and rest."""

import pytest

from detector.dimensions.headline import headline_text
from detector.languages.en import PACK as ENGLISH
from tests.readings import reading


def cut(title, body=""):
    view = headline_text.read_headline(reading(body, title), ENGLISH)
    return " ".join(token.text for token in view.kicker), " ".join(token.text for token in view.rest)


@pytest.mark.parametrize(
    ("title", "kicker", "rest"),
    [
        ("UK economy: Output grew", "UK economy :", "Output grew"),
        ("Output grew in May", "", "Output grew in May"),
        ("What the mayor of the town said: a short list", "", "What the mayor of the town said : a short list"),
        ("Output grew:", "", "Output grew :"),
    ],
)
def test_a_kicker_is_up_to_four_words_before_a_colon(title, kicker, rest):
    assert cut(title) == (kicker, rest)


@pytest.mark.parametrize(
    ("title", "capitals", "titled"),
    [
        ("MAYOR LEAVES THE COUNCIL", True, True),
        ("Mayor Leaves the Council Early", False, True),
        ("Mayor leaves the council early", False, False),
    ],
)
def test_how_a_headline_is_set(title, capitals, titled):
    view = headline_text.read_headline(reading("", title), ENGLISH)
    assert (view.capitals, view.titled) == (capitals, titled)


def test_words_of_the_body_are_found_by_stem():
    view = headline_text.read_headline(
        reading("The mayor defied the court. Nobody defies a court twice.", "Mayor and court"), ENGLISH
    )
    assert view.forms("def") == {"defied", "defies"}
