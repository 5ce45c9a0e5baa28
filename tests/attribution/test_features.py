"""What the tagger sees of an article."""

from detector.attribution import features, quotations
from detector.attribution import words as columns
from detector.attribution.words import Words
from detector.model import Prose
from detector.text import prose
from tests.attribution.articles import article
from tests.attribution.passages import PASSAGES


def words_of(text: str) -> Words:
    return columns.read(prose.read(article(text)))


def seen(text: str) -> set[bytes]:
    words = words_of(text)
    layout = features.read(words, quotations.extract(words))
    return {name for block in layout.blocks for item in layout.features(block) for name in item}


def test_every_token_has_every_feature():
    for passage in PASSAGES:
        words = words_of(passage.text)
        layout = features.read(words, quotations.extract(words))
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
    labels = features.rule_labels(words, quotations.extract(words))
    assert labels[4:] == [b"S", b"U", b"Bs", b"Is", b"Es", b""]


def test_an_article_without_words_has_no_features():
    layout = features.read(columns.read(Prose("", (), (), ())), ())
    assert (layout.blocks, layout.places) == ([], [])
