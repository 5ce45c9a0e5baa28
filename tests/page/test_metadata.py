"""What the head and the structured data of a page declare."""

import json

import pytest

from detector.page import dom, extraction
from detector.page.metadata import Declared, read_credits, read_declared

BODY = "<body><p>The council met on Tuesday and agreed to repair the bridge.</p></body>"


def declared(head):
    return read_declared(dom.parse(f"<html><head>{head}</head>{BODY}</html>").tree)


def linked(data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def credits_of(head="", body=""):
    page = f"<html><head>{head}</head><body>{body}{BODY}</body></html>"
    return read_credits(extraction.load(page), read_declared(dom.parse(page).tree), None)


def test_meta_tags_are_read():
    found = declared(
        '<title>Old bridge | Valley Post</title><meta property="og:title" content="Old  bridge">'
        '<meta property="og:site_name" content="Valley Post"><meta property="og:type" content="article">'
        '<meta property="article:section" content="Towns">'
    )
    assert found == Declared(("Old bridge",), "Old bridge | Valley Post", "Valley Post", "Towns", og_type="article")
    assert found.kind == "article"


@pytest.mark.parametrize("kind", ["NewsArticle", "OpinionNewsArticle", "SatiricalArticle", "LiveBlogPosting"])
def test_structured_data_is_read_wherever_it_is_nested(kind):
    article = {
        "@type": kind,
        "headline": "Old bridge",
        "articleSection": ["Towns"],
        "publisher": {"name": "Valley Post"},
        "isAccessibleForFree": "False",
    }
    found = declared(linked({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, article]}))
    assert (found.kind, found.headlines, found.section, found.site) == (kind, ("Old bridge",), "Towns", "Valley Post")
    assert found.paywalled


@pytest.mark.parametrize(("tier", "paywalled"), [("locked", True), ("metered", True), ("free", False), ("", False)])
def test_content_tier_tells_a_paywall(tier, paywalled):
    assert declared(f'<meta property="article:content_tier" content="{tier}">').paywalled is paywalled


@pytest.mark.parametrize("script", ["{", "[" * 50_000, "null", '"x"', "{'a': 1}", "<!-- {} -->", '{"@type": 5}', ""])
def test_broken_structured_data_declares_nothing(script):
    assert declared(f'<script type="application/ld+json">{script}</script>') == Declared()


def test_structured_data_in_a_comment_wrapper_is_read():
    script = '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Old bridge"}\n//]]>'
    assert declared(f'<script type="application/ld+json">{script}</script>').headlines == ("Old bridge",)


@pytest.mark.parametrize(
    ("name", "site"),
    [("https://www.valley.example/x", "valley.example"), ("{$site.name}", None), ("Valley: Post", "Valley: Post")],
)
def test_a_site_is_a_name_or_a_host(name, site):
    assert declared(f'<meta property="og:site_name" content="{name}">').site == site


def test_titles_of_drawings_are_no_title():
    page = f"<html><head></head><body><svg><title>Menu icon</title></svg>{BODY}</body></html>"
    assert read_declared(dom.parse(page).tree).html_title is None


def test_author_and_date_are_found():
    authors, date = credits_of(
        '<meta name="author" content="Ada Berg; Jon Lind">'
        '<meta property="article:published_time" content="2025-05-04T08:00Z">'
    )
    assert authors == ("Ada Berg", "Jon Lind")
    assert date == "2025-05-04"


@pytest.mark.parametrize(
    "author", ["https://example.org/ada", "admin", "Staff", "Posted", "November", "ada@example.org"]
)
def test_what_is_no_name_is_no_author(author):
    assert credits_of(f'<meta name="author" content="{author}">')[0] == ()


def test_authors_in_structured_data_are_taken_first_and_once():
    article = {"@type": "NewsArticle", "author": [{"name": "Ada Berg"}, "ADA BERG", {"@type": "Person"}, "by Jon Lind"]}
    assert credits_of(linked(article) + '<meta name="author" content="Somebody Else">')[0] == ("Ada Berg", "Jon Lind")


def test_a_page_without_credits_has_none():
    assert credits_of() == ((), None)


def test_a_page_that_libxml2_cannot_read_has_its_declared_authors():
    assert read_credits(None, Declared(authors=("Ada Berg",)), None) == (("Ada Berg",), None)
