"""The genre as a page names it: its type, a label on the article, its section, its address."""

import pytest

from detector.article import Article, Metadata
from detector.page import Text, open_article
from detector.text.genre import declared


def article(url=None, **about):
    return Article("Text.", (), metadata=Metadata(**about), url=url)


@pytest.mark.parametrize(
    ("given", "kind", "why"),
    [
        (article(declared_type="OpinionNewsArticle"), "opinion", "type"),
        (article(declared_type="AnalysisNewsArticle", section="World"), "analysis", "type"),
        (article(declared_type="ReviewNewsArticle"), "review", "type"),
        (article(declared_type="AdvertiserContentArticle"), "sponsored", "type"),
        (article(declared_type="SatiricalArticle", section="Opinion"), "satire", "type"),
        (article(declared_type="ReportageNewsArticle", section="Views"), "reporting", "type"),
        (article(section="Editorials"), "opinion", "section"),
        (article(section="Humor"), "satire", "section"),
        (article(section="Pressemitteilungen"), "release", "section"),
        (article(url="https://paper.example/opinion/2026/harbour"), "opinion", "address"),
        (article(url="https://paper.example/commentisfree/harbour"), "opinion", "address"),
        (article(url="https://paper.example/columnists/2026/harbour"), "opinion", "address"),
        (article(url="https://paper.example/press-releases/harbour"), "release", "address"),
        (article(kicker="ANALYSIS", title="ANALYSIS: What the harbour vote changes"), "analysis", "label"),
        (article(title="Opinion | The harbour deserves better"), "opinion", "label"),
        (article(title="The harbour deserves better | Opinion"), "opinion", "label"),
        (article(title="Film review: A harbour in winter"), "review", "label"),
        (article(title="Kommentar: Der Hafen hat Besseres verdient"), "opinion", "label"),
        (article(title="[Sponsored] A harbour for all"), "sponsored", "label"),
    ],
)
def test_named(given, kind, why):
    found = declared.tell_declared(given)
    assert (found[0], found[2]) == (kind, why)
    assert 0.5 < found[1] <= 1


@pytest.mark.parametrize(
    "given",
    [
        article(declared_type="NewsArticle", section="World"),
        article(url="https://paper.example/news/opinion-polls-tighten"),
        article(title="Opinion polls tighten before the harbour vote"),
        article(title="Review of harbour safety ordered after collapse"),
        article(title="Analysis of 40 wells finds lead in the water"),
        article(title="Mayor seeks second opinion"),
        article(),
    ],
)
def test_named_nowhere(given):
    assert declared.tell_declared(given) is None


def test_a_label_above_the_text():
    body = "Opinion by Ada Moor\n\nThe quay was sold on Friday.\n\nNobody asked who would pay for it."
    assert declared.tell_declared(open_article(Text(body, title="The quay was sold")))[0] == "opinion"


def test_a_paragraph_that_begins_with_a_genre_is_no_label():
    body = "Opinion by the court was expected on Friday, but the judges asked for more time.\n\nThe quay stays closed."
    assert declared.tell_declared(open_article(Text(body, title="The quay stays closed"))) is None


def test_a_declared_type_is_surer_than_a_section():
    assert (
        declared.tell_declared(article(declared_type="OpinionNewsArticle"))[1]
        > declared.tell_declared(article(section="Opinion"))[1]
    )
