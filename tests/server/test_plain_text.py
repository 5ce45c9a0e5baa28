import pytest

from server.plain_text import is_plain, part


@pytest.mark.parametrize("content", ["Bridge\n\nIt was shut.", "5 < 6 and <3", b"caf\xe9", "a <- b"])
def test_what_holds_no_markup_is_plain(content):
    assert is_plain(content)


@pytest.mark.parametrize(
    "content", ["<!DOCTYPE html>x", "<p>One.", "One<br/>two", b"<ARTICLE class='a'>", "", " \n", b"%PDF-1.7\x00\x01"]
)
def test_pages_what_is_empty_and_what_is_no_text_are_not(content):
    assert not is_plain(content)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Bridge shut\n\nIt rained.", "Bridge shut", "It rained."),
        ("\ufeff# Bridge shut\r\n \r\nIt rained.\n\nMore.", "Bridge shut", "It rained.\n\nMore."),
        ("Is it shut?\n\nIt is.", "Is it shut?", "It is."),
        ("It rained.\n\nMore.", None, "It rained.\n\nMore."),
        ("Bridge\nshut\n\nMore", None, "Bridge\nshut\n\nMore"),
        ("Bridge shut\n\n", None, "Bridge shut\n\n"),
        ("w" * 201 + "\n\nMore.", None, "w" * 201 + "\n\nMore."),
        ("", None, ""),
    ],
)
def test_a_first_line_that_stands_alone_is_the_headline(text, title, body):
    assert part(text) == (title, body)
