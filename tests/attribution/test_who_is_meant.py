"""Who of two is meant, by what else somebody is told, and what of their office is no statement."""

import pytest

from tests.attribution.said import statements


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        # A last name means whom it has meant before, not whose relative was named in between.
        (
            "Governor Hugo Lind met reporters. Lind was tired. The report was about Marta Lind and the shop she runs."
            " Lind derided it as “a fake story”.",
            "Hugo Lind",
            "it as “a fake story”",
        ),
        # A pronoun is not somebody whose first name tells the other gender, in a text that has both.
        (
            "Tina Dorn hit back at the radio host Reed Falk, after he slammed her as a “silly person” on his show. She"
            " left.",
            "Reed Falk",
            "her as a “silly person”",
        ),
        # A state or a party tells a member of parliament of whom neither was told.
        (
            "After the flood, Sen. Carl Dorn slammed the board over the dams.\n\n“Why are these dams still"
            " here?” the Illinois Democrat said at a clinic.",
            "Carl Dorn",
            "Why are these dams still here?",
        ),
        (
            "“We need facts,” said Carl Dorn, the Senate minority leader.\n\nThe New York senator said: “We must go.”",
            "Carl Dorn",
            "We must go.",
        ),
        # What a source is belongs to no statement.
        (
            "Wages will rise, according to Karl Moll, chief U.S. economist at Dorf Mills.",
            "Karl Moll",
            "Wages will rise",
        ),
        (
            "The rule is old, according to Ida Pell, litigation director at the Centre for River Law.",
            "Ida Pell",
            "The rule is old",
        ),
    ],
)
def test_the_words_are_theirs_and_nothing_else(text: str, source: str, words: str):
    assert (source, words) in statements(text, "\n\n")


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        # Of two met alike the one met last, and the epithet of another state is another's.
        ("Chris Moss railed. Andrew Moss lectured.\n\n“It will stay,” Moss said.", "Andrew Moss", "It will stay,"),
        (
            "Sen. Carl Dorn of Iowa slammed the board.\n\n“It has to go,” the Ohio Democrat said.",
            "Ohio Democrat",
            "It has to go,",
        ),
        # What goes on with a subject of its own is said too.
        (
            "The rule is old, according to Ida Pell, and the mayor of Tarn will go.",
            "Ida Pell",
            "The rule is old … and the mayor of Tarn will go",
        ),
    ],
)
def test_others_keep_their_words(text: str, source: str, words: str):
    assert (source, words) in statements(text, "\n\n")
