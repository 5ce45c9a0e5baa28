"""Sentences and passages of several languages, at offsets that fit."""

import pytest

from training.data.text import normal, passages, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. He left! “Why?” she asked.", ["It rained.", "He left!", "“Why?” she asked."]),
        ("Es regnet. „Warum?“ Österreich schweigt.", ["Es regnet.", "„Warum?“", "Österreich schweigt."]),
        ("Это ложь. «Почему?» Она ушла.", ["Это ложь.", "«Почему?»", "Она ушла."]),
        ("Am 5. August kam er.\n\nDann ging er.", ["Am 5.", "August kam er.", "Dann ging er."]),
        ("no end here, e.g. this one", ["no end here, e.g. this one"]),
    ],
)
def test_sentences(text, expected):
    found = list(sentences(text))
    assert [sentence for _, sentence in found] == expected
    assert all(text[start : start + len(sentence)] == sentence for start, sentence in found)


def test_passages_stay_within_a_line_and_a_length():
    line = " ".join(f"This is sentence number {number}." for number in range(40))
    text = f"{line}\nShort.\n\n{'x' * 500}"
    found = list(passages(text))
    assert all(text[start : start + len(passage)] == passage for start, passage in found)
    assert [len(passage) > 350 for _, passage in found] == [False] * (len(found) - 1) + [True]
    assert " ".join(passage for _, passage in found[:-2]) == line


def test_the_same_but_for_marks_and_case():
    assert normal("“He said: No!”") == normal("he said no") != normal("she said no")
