"""Genre is what a page declares; reporting is the default."""

import pytest

from detector.article import Article, Metadata
from detector.text.genre import tell


def article(url=None, **about):
    return Article("Text.", (), metadata=Metadata(**about), url=url)


@pytest.mark.parametrize(
    ("given", "genre"),
    [
        (article(declared_type="OpinionNewsArticle"), "opinion"),
        (article(declared_type="SatiricalArticle", section="Opinion"), "satire"),
        (article(section="Editorials"), "opinion"),
        (article(url="https://paper.example/opinion/2026/harbour"), "opinion"),
        (article(url="https://paper.example/commentisfree/harbour"), "opinion"),
        (article(section="Humor"), "satire"),
        (article(declared_type="NewsArticle", section="World"), "reporting"),
        (article(url="https://paper.example/news/opinion-polls-tighten"), "reporting"),
        (article(), "reporting"),
    ],
)
def test_genre(given, genre):
    label, confidence = tell(given)
    assert label == genre
    assert 0.5 < confidence <= 1


def test_a_declared_type_is_surer_than_a_section():
    assert tell(article(declared_type="OpinionNewsArticle"))[1] > tell(article(section="Opinion"))[1]
