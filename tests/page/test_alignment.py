"""Finding the pieces of a page that hold an extracted text."""

import random

from hypothesis import given
from hypothesis import strategies as st

from detector.page import dom
from detector.page.alignment import align, skeleton

WORDS = "bridge council river winter mayor repair money stone night boat school market vote rain road".split()


def sentence(seed):
    chance = random.Random(seed)  # noqa: S311 - reproducible text, no secret
    return " ".join(chance.choices(WORDS, k=12)).capitalize() + "."


def pieces(*blocks):
    return dom.parse("".join(f"<p>{block}</p>" for block in blocks)).pieces


@given(st.sets(st.integers(0, 19)))
def test_exactly_the_extracted_paragraphs_are_found(chosen):
    blocks = [sentence(number) for number in range(20)]
    assert align(pieces(*blocks), [blocks[number] for number in sorted(chosen)]) == tuple(sorted(chosen))


def test_type_and_spacing_do_not_matter():
    assert align(
        pieces("“So it is,” said the mayor of the old town."), ['"So it is, " said the  mayor of the old town']
    ) == (0,)


def test_short_lines_must_be_whole_lines():
    assert align(pieces("The mayor", "Votes"), ["The mayor said so.", "Votes"]) == (1,)


def test_of_duplicates_the_one_among_its_neighbours_is_taken():
    first, second, third = sentence(1), sentence(2), sentence(3)
    assert align(pieces(second, sentence(9), first, second, third), [first, second, third]) == (2, 3, 4)


def test_hidden_duplicates_are_not_taken():
    text = sentence(1)
    page = dom.parse(f"<p hidden>{text}</p><p>{sentence(2)}</p><p>{text}</p>")
    assert align(page.pieces, [text]) == (2,)


def test_a_paragraph_that_lost_a_few_words_is_still_found():
    text = sentence(1) + " " + sentence(2)
    assert align(pieces(sentence(3), text + " [12] and so on"), [text.replace("river", "", 1)]) == (1,)


def test_paragraphs_moved_by_the_tool_are_found_too():
    blocks = [sentence(number) for number in range(4)]
    assert align(pieces(*blocks), [blocks[3], blocks[0], blocks[1], blocks[2]]) == (0, 1, 2, 3)


def test_nothing_is_found_where_nothing_was_extracted():
    assert align(pieces(sentence(1)), []) == ()
    assert align((), [sentence(1)]) == ()


def test_a_skeleton_has_only_letters_and_digits():
    assert skeleton("ﬁve “Café”-s, 3²!") == "fivecafés32"
