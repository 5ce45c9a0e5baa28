"""What the tagger sees of an article."""

from detector.article import Prose
from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import features
from detector.attribution.tokens import token_table as columns
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from tests.attribution.passages import PASSAGES
from training.evaluation.plain_articles import article


def words_of(text: str) -> TokenTable:
    return columns.tabulate(prose.read_prose(article(text), PACK), GRAMMAR)


def seen(text: str) -> set[bytes]:
    words = words_of(text)
    layout = features.lay_out(words, extractor.extract(words))
    return {name for block in layout.blocks for item in layout.features(block) for name in item}


def test_every_token_has_every_feature():
    for passage in PASSAGES:
        words = words_of(passage.text)
        layout = features.lay_out(words, extractor.extract(words))
        items = [item for block in layout.blocks for item in layout.features(block)]
        assert len(items) == len(layout.places) == len(words.raw)
        assert layout.blocks[0][0] == 0
        assert all(len(item) == len(features.TEMPLATES) for item in items)


def test_names_topics_and_numbers_are_not_seen():
    one = "Dam debate goes on\n\nMona Archer said in Oslo that 40 dams would burst."
    other = "Dam debate goes on\n\nTom Bellweather said in Kiel that 12 rams would burst."
    assert seen(one) == seen(other)


def test_what_the_rules_found_is_seen():
    words = words_of("Dam debate goes on\n\nMona said it was old.")
    labels = features.rule_labels(words, extractor.extract(words))
    assert labels[4:] == [b"S", b"U", b"Bs", b"Is", b"Es", b""]


def test_an_article_without_words_has_no_features():
    layout = features.lay_out(columns.tabulate(Prose("", (), (), ()), GRAMMAR), ())
    assert (layout.blocks, layout.places) == ([], [])
