"""What is said is told from what is done: added his seventh, maintains two dams; added that it was weak."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

DOINGS = (
    "Employers added 2,000 jobs in May.",
    "Jane Roe added his seventh for the Islanders on Monday.",
    "Today only, Acme offers the whole dam in certified condition for a low price.",
    "Acme maintains two old dams in the north. Many learn the finer points of it there.",
)


@pytest.mark.parametrize("text", DOINGS)
def test_what_is_done_is_not_said(text: str):
    assert read(HEAD + text).quotations == ()


def test_a_quotation_of_the_next_sentence_is_not_what_was_added():
    text = "Employers added 2,000 jobs. “We are glad of it,” Jane Roe said."
    assert [source.name for source in read(HEAD + text).sources] == ["Jane Roe"]


def test_what_describes_a_noun_says_nothing():
    text = "While Acme's current expected line-up is light on dams, Jane Roe says it will grow."
    assert [source.name for source in read(HEAD + text).sources] == ["Jane Roe"]


def test_what_is_maintained_in_words_is_said():
    text = "Jane Roe maintained her innocence. Acme maintains that the dam is old. Lawyers learned that it broke."
    assert len(read(HEAD + text).quotations) == 3


def test_what_is_added_in_words_is_said():
    text = "Jane Roe said the dam was old. She added it was weak. She offered to help."
    assert len(read(HEAD + text).quotations) == 3
