"""One article, or a front page, a list, a form."""

import pytest

from detector.page import read_page
from detector.settings import SETTINGS
from tests.page.test_extraction import STORY

ARTICLE = "<h1>Old bridge to be repaired</h1>" + "".join(f"<p>{line}</p>" for line in STORY)
TEASERS = "".join(f"<h2><a href=/{n}>Story number {n} of today</a></h2><p>Ferry breaks down.</p>" for n in range(20))
FORM = "<form><label>Name</label><input name=a><label>Password</label><input type=password></form><a href=/>Home</a>"


def kind(body, url=None, head=""):
    return read_page(f"<html><head><title>Old bridge</title>{head}</head><body>{body}</body></html>", url).kind


@pytest.mark.parametrize(
    "url", [None, "https://news.example/towns/old-bridge-to-be-repaired", "https://news.example/2025/05/x"]
)
def test_an_article_is_one(url):
    assert kind(ARTICLE, url).is_article


@pytest.mark.parametrize(
    ("body", "url"),
    [(TEASERS, "https://news.example/"), (TEASERS, None), (FORM, "https://news.example/login"), (FORM, None)],
)
def test_lists_and_forms_are_none(body, url):
    assert not kind(body, url).is_article


def test_a_front_of_cards_with_long_summaries_is_none():
    cards = "".join(
        f"<article><h2><a href=/{n}>Story number {n} of today</a></h2><p>{line}</p><span>By Ada Berg</span></article>"
        for n, line in enumerate(STORY)
    )
    assert not kind(f"<h1>News from the valley</h1>{cards}", "https://news.example/news/valley/").is_article


def test_the_head_counts():
    sure = kind(ARTICLE, head='<meta property="og:type" content="article">')
    unsure = kind(ARTICLE, head='<meta property="og:type" content="website">')
    assert sure.confidence > unsure.confidence


def test_the_address_counts():
    story, front = kind(ARTICLE, "https://news.example/a/b-c-d-e-f"), kind(ARTICLE, "https://news.example/index.html")
    assert story.confidence > front.confidence or not front.is_article


def test_signs_are_named_in_the_table_and_confidence_is_a_share():
    found = kind(ARTICLE, "https://news.example/page/2")
    assert set(found.signs) <= set(SETTINGS.article_kind.weights)
    assert "address of a list or form" in found.signs
    assert 0.5 <= found.confidence <= 1


def test_an_address_that_is_none_is_no_sign():
    assert not [sign for sign in kind(ARTICLE, "http://[broken").signs if "address" in sign]
