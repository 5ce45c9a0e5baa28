"""Spans counted in a text with longer line breaks are put back; those that were right stay."""

import pytest

from training.data.alignment import aligned, moves

LINES = [
    "A shameless lie from the ministry",
    "The so-called experts were wrong again, and nobody was surprised.",
    "Officials met on Tuesday.",
    "It was a disgraceful spectacle, said the mayor.",
    "Shameful nonsense once more.",
]
MARKED = ["shameless lie", "so-called experts", "wrong again", "disgraceful spectacle", "Shameful nonsense"]


def counted(text):
    return [(text.index(words), text.index(words) + len(words)) for words in MARKED]


@pytest.mark.parametrize("lost", [0, 1, 2, 3])
def test_spans_go_back_to_their_words(lost):
    text = "\n\n".join(LINES)
    spans = counted(("\n\n" + " " * lost).join(LINES))
    assert [text[start:end] for start, end in aligned(text, spans)] == MARKED


def test_only_some_breaks_lost_characters():
    text = "\n\n".join(LINES)
    long = "\n\n".join(LINES[:3]) + "\n\n\n\n" + "\n\n\n\n".join(LINES[3:])
    assert [text[start:end] for start, end in aligned(text, counted(long))] == MARKED
    assert [move for _, move in moves(text, counted(long))][-1] == 4


def test_a_last_letter_that_was_lost_comes_back():
    text = "What a shameless lie. Truly."
    assert aligned(text, [(7, 19)]) == [(7, 20)]


def test_a_text_without_lines_and_spans_outside():
    assert moves(" \n ", [(0, 1)]) == []
    assert aligned("Short.", [(40, 50)]) == [None]
