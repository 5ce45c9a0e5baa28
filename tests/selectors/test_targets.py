"""Selectors point at exactly the words of a span in the page's text stream, or there are none."""

from detector.article import Article, Block, Part, Run, Span
from detector.selectors.targets import Overlay

STREAM = "Menu\n  Har\u00adbour  plan \U0001f6a2 delayed\nA second  line."
TEXT = "Harbour plan \U0001f6a2 delayed\n\nA second line."


def article(stream=STREAM):
    first = (Run(0, 7, 3), Run(3, 11, 4), Run(7, 15, 1), Run(8, 17, 14))
    second = (Run(24, 32, 9), Run(33, 42, 5))
    blocks = (Block(Part.HEADLINE, Span(0, 22), first), Block(Part.BODY, Span(24, 38), second))
    return Article(TEXT, blocks, stream=stream)


def test_the_fixture_maps_every_visible_character():
    for block in article().blocks:
        for run in block.runs:
            shown = TEXT[run.text : run.text + run.length]
            assert shown.split() == STREAM[run.stream : run.stream + run.length].split()


def test_a_span_over_a_soft_hyphen_and_double_spaces_is_found_raw():
    target = Overlay(article()).target(Span(0, 12))
    position, quote = target.selector
    assert quote.exact == "Har\u00adbour  plan"
    assert STREAM[position.start : position.end] == quote.exact
    assert quote.prefix == "Menu\n  "
    assert quote.suffix.startswith(" \U0001f6a2 delayed")


def test_astral_characters_count_as_one():
    target = Overlay(article()).target(Span(13, 14))
    assert target.selector[1].exact == "\U0001f6a2"


def test_a_word_of_the_second_block_is_found():
    assert Overlay(article()).locate(Span(26, 32)) == Span(34, 40)


def test_words_that_the_page_does_not_show_are_refused():
    assert Overlay(article(stream=STREAM.replace("second", "third "))).target(Span(26, 32)) is None


def test_a_span_outside_every_run_is_refused():
    assert Overlay(article()).target(Span(22, 24)) is None
    assert Overlay(Article(TEXT, (Block(Part.BODY, Span(0, 22)),), stream=STREAM)).target(Span(0, 7)) is None
