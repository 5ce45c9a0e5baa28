"""A sentence as atoms, and negation."""

import pytest

from detector.article import Part
from detector.languages.en import PACK as ENGLISH
from detector.rules.conditions import lines, negated
from tests.readings import reading


def line(sentence):
    whole = reading(sentence)
    return next(lines(whole, (Part.BODY,))), whole.article.text


def test_atoms_are_lower_case_with_straight_apostrophes_and_keep_their_place():
    atoms, text = line("The so\u2010called Board isn’t shy.")
    assert "board" in atoms.low
    assert "'" in atoms.low
    assert all(text[start : start + len(raw)] == raw for start, raw in zip(atoms.starts, atoms.raw, strict=True))
    assert atoms.span(atoms.low.index("board"), atoms.low.index("board")).of(text) == "Board"


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("It was not a shameful vote.", True),
        ("They weren't shameful at all.", True),
        ("It was late, not cheap, and shameful.", False),
        ("Not one of the nine boats that left was shameful.", False),
    ],
)
def test_a_negation_reaches_three_words_within_its_clause(sentence, denied):
    atoms, _ = line(sentence)
    assert negated(atoms, atoms.low.index("shameful"), ENGLISH.grammar) is denied


def test_a_sentence_in_title_case_is_told():
    assert line("The Mayor Leaves The Council Early Today")[0].titled
    assert not line("The mayor leaves the council early today.")[0].titled
