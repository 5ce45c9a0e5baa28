"""The face: two layers with one joint, steady and robust."""

from dataclasses import replace

import pytest

from detector.article import UNKNOWN, Article, Prose, Span
from detector.attribution import RawQuotation, attribute, resolve
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from tests.attribution.passages import PASSAGES
from training.evaluation.plain_articles import article, read


def test_the_same_input_gives_the_same_value():
    assert [read(passage.text) for passage in PASSAGES] == [read(passage.text) for passage in PASSAGES]


def test_raw_quotations_of_any_extractor_are_resolved():
    text = "Dam debate goes on\n\nMona Archer, an engineer, thinks little of it. She hums."
    source, content = Span(text.index("She"), text.index("She") + 3), Span(text.index("hums"), len(text) - 1)
    result = resolve(
        prose.read_prose(article(text), PACK), [RawQuotation((content,), (), source, "indirect", "speech")], GRAMMAR
    )
    assert [(one.name, one.role) for one in result.sources] == [("Mona Archer", "engineer")]
    assert result.voices[0].span == content


def test_prose_of_another_text_is_refused():
    page = article("Title\n\nA text.")
    with pytest.raises(ValueError, match="another text"):
        attribute(page, replace(prose.read_prose(page, PACK), text="Other"), PACK)


def test_an_empty_article_has_nothing():
    result = attribute(Article("", ()), Prose("", (), (), ()), PACK)
    assert (result.quotations, result.sources, result.parties, result.voices) == ((), (), (), ())


HOSTILE = (
    "“a b c d e,” said Bob. " * 500,
    "“" * 3000,
    "A" * 20_000,
    "Alan Bob Carl Dean " * 1500,
    "he said " * 2000,
    "according to the Foo, " * 1000,
    "Bob, who said it, " * 1000,
    "(((( " * 3000,
    "x, " * 5000,
    "President of the United States of the " * 600,
    "said\u0000 \u202e“\ud7ff” told ’s ’s that ",
    "“" + "hello there my friend. " * 1000,
)


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_to_the_end(body: str):
    result = read(f"Title\n\n{body}")
    assert all(voice.span.end <= len(body) + 7 for voice in result.voices)
    assert {q.source for q in result.quotations} <= {None, *(source.id for source in result.sources)}


def test_without_a_grammar_nobody_is_attributed_but_quoted_words_are_not_the_authors():
    page = article('Dam debate goes on\n\n"The dam is very old," Mona Archer said.')
    found = attribute(page, prose.read_prose(page, PACK), replace(PACK, attribution=None))
    assert (found.quotations, found.sources, found.parties) == ((), (), ())
    assert [(voice.span.of(page.text), voice.speaker) for voice in found.voices] == [
        ("The dam is very old,", UNKNOWN),
    ]


def test_without_a_tagger_the_rules_stand_alone():
    page = article("Dam debate goes on\n\nMona Archer said the dam was very old.")
    found = attribute(page, prose.read_prose(page, PACK), replace(PACK, attribution=replace(GRAMMAR, tagger=None)))
    assert [(source.name, source.words) for source in found.sources] == [("Mona Archer", 5)]
